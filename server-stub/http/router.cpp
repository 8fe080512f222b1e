#include "server-stub/http/router.hpp"

#include <algorithm>

#include "shared/base/pairs.hpp"
#include "shared/domain/image.hpp"
#include "shared/routes/routes.hpp"

namespace http {
namespace {

// Takes "/segment" off the front; nothing when there is none.
std::optional<std::string_view> take_segment(std::string_view& path) {
    if (!path.starts_with('/')) return std::nullopt;
    path.remove_prefix(1);
    const auto segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

bool fits(std::string_view name, std::string_view value) {
    if (name == "lang") return base::parse_language(value).has_value();
    if (name == "image") return domain::parse_image_name(value).has_value();
    if (name == "code") return !value.empty() && !value.contains('\0');
    return routes::is_slug(value);
}

}  // namespace

const std::string& PathValues::operator[](std::string_view name) const {
    static const std::string none;
    const auto found = std::ranges::find(values_, name, &std::pair<std::string_view, std::string>::first);
    return found == values_.end() ? none : found->second;
}

base::Language PathValues::language() const {
    return base::parse_language((*this)["lang"]).value_or(base::Language::Ar);
}

std::optional<PathValues> match(Pattern pattern, std::string_view path) {
    PathValues values;
    for (;;) {
        const auto wanted = take_segment(pattern);
        const auto given = take_segment(path);
        if (!wanted && !given) return values;
        if (!wanted || !given) return std::nullopt;
        if (!wanted->starts_with('{')) {
            if (*wanted != *given) return std::nullopt;
            continue;
        }
        const auto name = wanted->substr(1, wanted->size() - 2);
        auto value = base::percent_decode(*given);
        if (!value || !fits(name, *value)) return std::nullopt;
        values.add(name, std::move(*value));
    }
}

Target split_target(std::string_view target) {
    const auto mark = target.find('?');
    if (mark == std::string_view::npos) return {target, {}};
    return {target.substr(0, mark), target.substr(mark + 1)};
}

}  // namespace http

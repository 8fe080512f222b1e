#include "shared/wire/glossary.hpp"

#include <algorithm>
#include <set>

#include "shared/base/id.hpp"
#include "shared/domain/finding.hpp"
#include "shared/domain/text.hpp"
#include "shared/wire/detail/values.hpp"

namespace wire {
namespace {

struct GlossaryFile {
    std::string about;
    std::string amazigh;  // The standing of its wordings: "proposed".
    domain::Glossary terms;
};

constexpr Limits limits{.bytes = 256 * 1024, .depth = 4, .keys = domain::glossary_terms_limit * 6 + 3};

template <base::Language language>
auto& wordings_in(auto& term) {
    return term.wordings[base::index_of(language)];
}

}  // namespace

namespace detail {

template <>
struct Fields<domain::Term> {
    using T = domain::Term;
    template <base::Language language>
    static constexpr auto wordings = [](auto& term) -> auto& { return wordings_in<language>(term); };
    static constexpr std::tuple table{
        field<T>("id", &T::id, "Unique."),
        field<T>("source", &T::source, "The file in which it was read."),
        field<T>("ar", wordings<base::Language::Ar>, "Approved; the first is proposed.", Presence::Optional),
        field<T>("zgh", wordings<base::Language::Zgh>, "Approved; the first is proposed.", Presence::Optional),
        field<T>("fr", wordings<base::Language::Fr>, "Approved; the first is proposed.", Presence::Optional),
        field<T>("en", wordings<base::Language::En>, "Approved; the first is proposed.", Presence::Optional),
    };
    static void check(const T& term, Reader& reader) {
        if (!base::is_slug(term.id)) reader.within("id", [&] { reader.fail("slug", "This is no id."); });
        if (std::ranges::count_if(term.wordings, [](const auto& all) { return !all.empty(); }) < 2)
            reader.fail("languages", "A term has two languages at least.");
        for (const auto& all : term.wordings) {
            if (all.size() > domain::term_wordings_limit) reader.fail("too-many", "These are too many wordings.");
            for (const auto& one : all)
                if (domain::fold_for_finding(one).empty() ||
                    domain::count_code_points(one).value_or(one.size()) > domain::term_wording_limit)
                    reader.fail("wording", "A wording has letters, and is short.");
        }
    }
};

template <>
struct Fields<GlossaryFile> {
    using T = GlossaryFile;
    static constexpr std::tuple table{
        field<T>("about", &T::about, "For who reads the file."),
        field<T>("amazigh", &T::amazigh, "The standing of these wordings."),
        field<T>("terms", &T::terms, "In any order."),
    };
    static void check(const T& file, Reader& reader) {
        if (file.terms.size() > domain::glossary_terms_limit) reader.fail("too-many", "These are too many terms.");
        std::set<std::string_view> ids;
        for (const auto& term : file.terms)
            if (!ids.insert(term.id).second) reader.fail("id-twice", "This id is there twice: " + term.id);
    }
};

}  // namespace detail

Decoded<domain::Glossary> decode_glossary(std::string_view json) {
    auto file = detail::decode_text<GlossaryFile>(json, limits);
    if (!file) return std::unexpected(file.error());
    return std::move(file->terms);
}

}  // namespace wire

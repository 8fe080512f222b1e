#include "shared/pages/notice.hpp"

#include "shared/i18n/formatted.hpp"

namespace pages {
namespace {

using doc::Attribute;
using doc::Style;
using doc::Tag;

doc::Document notice(const i18n::Text& tr, const Addresses& addresses, i18n::Key heading, i18n::Key words,
                     std::vector<doc::Node> actions) {
    std::vector<doc::Node> parts{title(tr(heading)), doc::text(Tag::P, Style::Lead, tr(words))};
    for (auto& action : actions) parts.push_back(std::move(action));
    return frame(tr, {i18n::plain(tr(heading)), addresses}, std::move(parts));
}

doc::Node retry(const i18n::Text& tr, const Addresses& addresses) {
    return lone_link(addresses[base::index_of(tr.language())], tr(msg::retry));
}

}  // namespace

doc::Document not_found_page(const i18n::Text& tr, const Addresses& addresses) {
    return notice(tr, addresses, msg::not_found_title, msg::not_found_text, {});
}

doc::Document error_page(const i18n::Text& tr, const Addresses& addresses, const base::Error& error) {
    if (error.code == base::ErrorCode::NotFound) return not_found_page(tr, addresses);
    if (error.code == base::ErrorCode::Unauthorised)
        return notice(tr, addresses, msg::forbidden_title, msg::forbidden_text, {});
    const auto words = error.code == base::ErrorCode::Offline ? msg::offline_notice : msg::error_text;
    return notice(tr, addresses, msg::error_title, words, {retry(tr, addresses)});
}

doc::Document loading_page(const i18n::Text& tr, const Addresses& addresses) {
    std::vector<doc::Node> parts{title(tr(msg::loading))};
    return frame(tr, {i18n::plain(tr(msg::loading)), addresses}, std::move(parts));
}

std::string_view host_of(std::string_view address) {
    const auto scheme = address.find("://");
    if (scheme == std::string_view::npos) return address;
    const auto rest = address.substr(scheme + 3);
    return rest.substr(0, rest.find('/'));
}

}  // namespace pages

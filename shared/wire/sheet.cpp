#include "shared/wire/sheet.hpp"

#include "shared/wire/detail/publication_tables.hpp"
#include "shared/wire/detail/tables.hpp"

namespace wire {

std::string encode(const domain::ServiceSheet& sheet) { return detail::encode_text(sheet); }
std::string encode(const List<domain::ServiceSummary>& services) { return detail::encode_text(services); }

Decoded<domain::ServiceSheet> decode_sheet(std::string_view json) {
    return detail::decode_text<domain::ServiceSheet>(json);
}
Decoded<List<domain::ServiceSummary>> decode_services(std::string_view json) {
    return detail::decode_text<List<domain::ServiceSummary>>(json);
}

std::string encode_item(const ListItem& item) {
    return std::visit([](const auto& value) { return detail::encode_text(value); }, item);
}

std::string join_list(const std::vector<std::string_view>& items, const std::optional<std::string>& next) {
    std::string list = R"({"items":[)";
    for (const auto item : items) {
        if (!list.ends_with('[')) list += ',';
        list += item;
    }
    return list.append(R"(],"next":)").append(next ? detail::encode_text(*next) : "null") += '}';
}

}  // namespace wire

#include "server-stub/service/item_store.hpp"

#include "server-stub/secrets/token.hpp"

namespace service {

AuditRow audit_row(const StoredItem& after, std::int64_t account, std::string_view role, std::string_view what,
                   base::Instant now) {
    return {.at = now,
            .account = account,
            .role = std::string(role),
            .district = after.district,
            .item = after.id,
            .what = std::string(what),
            .version = after.version,
            .state = after.state};
}

void make_public(StoredItem& item, std::optional<base::Instant> until) {
    item.published_version = item.version;
    item.expires_at = until;
    item.release_at = item.until = std::nullopt;
}

domain::Values titles_of(const domain::Values& values) {
    domain::Values titles;
    for (const auto language : base::languages) {
        const auto path = "title/" + std::string(base::code_of(language));
        if (const auto title = domain::text_at(values, path); !title.empty()) titles.emplace(path, title);
    }
    return titles;
}

// Each part with its length in front, so that no two rows are the same bytes.
std::string hash_of(std::string_view previous, const AuditRow& row) {
    std::string bytes;
    const auto add = [&](std::string_view part) { bytes.append(std::to_string(part.size())).append(":").append(part); };
    add(previous);
    for (const auto number : {row.number, row.at.milliseconds, row.account, row.item, std::int64_t{row.version}})
        add(std::to_string(number));
    for (const std::string_view part :
         {std::string_view(row.role), std::string_view(row.district), std::string_view(row.what),
          domain::name_of(row.state), std::string_view(row.detail), std::string_view(row.content_hash)})
        add(part);
    return secrets::hash_token(bytes);
}

}  // namespace service

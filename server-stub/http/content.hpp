// What the portal shows: read from the store once, kept in memory as values and as the JSON that answers.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/service/content_store.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/district.hpp"
#include "shared/domain/service_sheet.hpp"

namespace http {

// A JSON body that is kept, with its compressed form and its tag.
struct JsonBody {
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> brotli;  // Missing where it does not pay.
    std::string entity_tag;
};

class Content {
public:
    // Districts come first: a sheet of an unknown one is BadInput, as is what cannot be decoded.
    static base::Result<Content> read(const std::vector<service::ContentItem>& items);

    const std::vector<domain::District>& districts() const { return districts_; }
    const domain::District* find_district(std::string_view district) const;
    const domain::ServiceSheet* find_sheet(std::string_view district, std::string_view service) const;
    std::vector<domain::ServiceSummary> services_of(std::string_view district) const;
    const std::vector<domain::ServiceSheet>& sheets() const { return sheets_; }

    // Of one address of the JSON interface, whole lists included.
    const JsonBody* find_json(std::string_view address) const;

private:
    void keep(std::string address, std::string body);

    std::vector<domain::District> districts_;
    std::vector<domain::ServiceSheet> sheets_;  // In the order of their district's list.
    std::map<std::string, JsonBody, std::less<>> bodies_;
};

inline constexpr std::size_t list_limit = 100;  // Items of a list, asked for or not.

}  // namespace http

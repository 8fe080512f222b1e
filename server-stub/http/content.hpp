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
#include "shared/domain/answer.hpp"
#include "shared/routes/routes.hpp"

namespace http {

// A body that is kept, with its compressed form and its tag.
struct KeptBody {
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> brotli;  // Missing where it does not pay.
    std::string entity_tag;
};
KeptBody keep_body(std::string body);

class Content {
public:
    // BadInput: what cannot be decoded, stands at an address of another thing, or belongs to an unknown district.
    static base::Result<Content> read(const std::vector<service::ContentRow>& rows);

    const std::vector<domain::District>& districts() const;
    const domain::District* find_district(std::string_view district) const;
    const domain::Calendar& calendar() const { return calendar_; }
    const domain::ServiceSheet* find_sheet(std::string_view district, std::string_view service) const;

    // Of one address of the JSON interface, whole lists included. Null where there is none.
    const std::string* find_json(std::string_view address) const;
    const domain::Answer* find_answer(std::string_view address) const;
    // The answers that came from the store, in its order.
    const std::vector<std::string>& addresses() const { return addresses_; }

private:
    struct Kept {
        domain::Answer answer;
        std::string json;
    };
    struct Reading;

    void keep(std::string address, domain::Answer answer);
    void keep(std::string address, domain::Answer answer, std::string json);
    template <class Value>
    const Value* find(std::string_view address) const;

    std::map<std::string, Kept, std::less<>> kept_;
    std::string openapi_;
    std::string calendar_json_;
    domain::Calendar calendar_;
    std::vector<std::string> addresses_;
};

inline constexpr std::size_t list_limit = 100;  // Items of a list, asked for or not.

}  // namespace http

// What the portal shows: read from the store when it is asked for, kept while there is room. Safe from any thread.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/http/shelf.hpp"
#include "server-stub/service/content_store.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/answer.hpp"

namespace http {

// A body that is kept, with its compressed form and its tag.
struct KeptBody {
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> brotli;  // Missing where it does not pay.
    std::string entity_tag;
};
KeptBody keep_body(std::string body);

// What one address of the JSON interface answers, as a value and as it travels.
struct Published {
    domain::Answer answer;  // Empty for the calendar and the description of the interface.
    std::string json;
};
// Shared, so that it stays for as long as its reader needs it, whatever is published meanwhile.
using PublishedPtr = std::shared_ptr<const Published>;

inline constexpr std::size_t list_limit = 100;  // Items of a list, asked for or not.

class Content {
public:
    // The store must outlive this. Fails where its calendar cannot be read.
    static base::Result<std::unique_ptr<Content>> over(service::ContentStore& store);

    // `address` with its query: lists take ?limit= and ?cursor=. NotFound; BadInput for a query that is none;
    // Unavailable and Internal where the store fails.
    base::Result<PublishedPtr> find(std::string_view address) const;
    // The same as it travels alone: lists are not taken apart for it.
    base::Result<std::string> find_json(std::string_view address) const;
    // A list of the soonest activities of a district that are not over at that time, six at most.
    base::Result<PublishedPtr> coming(std::string_view district, base::LocalTime now) const;
    // Null where there is none, or the store fails.
    std::shared_ptr<const domain::District> find_district(std::string_view district) const;
    std::shared_ptr<const domain::ServiceSheet> find_sheet(std::string_view district, std::string_view service) const;
    // A copy, in their order; empty where the store fails.
    std::vector<domain::District> districts() const;
    // All that a district has published, whatever their days; empty where the store fails.
    std::vector<domain::Notice> notices(std::string_view district) const;
    // Of the country, with what the courts of the district say of their own hours.
    std::shared_ptr<const domain::Calendar> calendar(std::string_view district) const;

    // Grows with every change, so that what was made before it is known to be old. To be read before the content.
    std::int64_t edition() const { return edition_.load(); }
    // After a change was committed: everything is read anew when it is asked for next.
    void forget() { ++edition_; }

private:
    explicit Content(service::ContentStore& store) : store_(store) {}
    base::Result<PublishedPtr> read(std::string_view address) const;
    base::Result<std::string> read_list(std::string_view address) const;
    base::Result<PublishedPtr> read_coming(std::string_view district, base::LocalTime now) const;

    service::ContentStore& store_;
    domain::Calendar calendar_;
    PublishedPtr calendar_json_, openapi_;
    std::atomic<std::int64_t> edition_{1};
    mutable Shelf<Published> shelf_{std::size_t{64} << 20};
    mutable Shelf<std::vector<domain::Notice>> notices_{std::size_t{1} << 20};
    mutable Shelf<domain::Calendar> calendars_{std::size_t{8} << 20};
};

}  // namespace http

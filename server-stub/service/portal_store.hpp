// Where is kept what concerns the portal of a district as a whole: declarations, remarks, and its activation.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/service/content_row.hpp"
#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/activation.hpp"

namespace service {

// Who does it, as what, where and when.
struct Deed {
    std::int64_t account = 0;
    domain::Role role = domain::Role::CourtHead;
    std::string district;
    base::Instant at;
};

struct StoredDeclaration {
    domain::Declaration what = domain::Declaration::Training;
    base::Instant at;
    bool operator==(const StoredDeclaration&) const = default;
};

struct StoredRemark {
    std::int64_t id = 0;  // Given by the store.
    std::string page;     // Its address without the language.
    std::string text;
    Deed made;
    std::string answer{};
    std::optional<Deed> answered{};
};

// What the items and the accounts of a district amount to.
struct PortalCounts {
    int published_sheets = 0;
    int whole_sheets = 0;  // Published as they are now, in four languages of which none lags behind.
    int whole_guides = 0;
    std::map<std::string, base::Date> contacts_verified{};  // Slug of a court -> the oldest day of any of them.
    int editors = 0;
    int moderators = 0;
};

inline constexpr std::int64_t remarks_limit = 1'000;  // Of a district.
// Of a district: what its remarks say, their answers and their pages, so that the report of them can be read.
inline constexpr std::int64_t remark_bytes_limit = 400'000;
inline constexpr std::int64_t open_remarks_limit = 50;  // Of an account in a district.

// Everything fails with Unavailable when the disk does; the others where it says so. Every deed is in the audit log.
class PortalStore {
public:
    virtual ~PortalStore() = default;

    virtual base::Result<PortalCounts> counts(std::string_view district) = 0;
    virtual base::Result<std::vector<StoredDeclaration>> declarations(std::string_view district) = 0;
    // Anew where it was declared before.
    virtual base::Result<void> declare(domain::Declaration what, const Deed& deed) = 0;

    virtual base::Result<std::vector<StoredRemark>> remarks(std::string_view district) = 0;  // Oldest first.
    // TooMany where a limit above would be passed; Unauthorised where its portal has opened: where something stands at
    // the address of its report.
    virtual base::Result<void> add_remark(const StoredRemark& remark, std::string_view report) = 0;
    // NotFound where there is none in the district of the deed; Conflict where it was answered; the others as above.
    virtual base::Result<void> answer(std::int64_t remark, std::string_view text, const Deed& deed,
                                      std::string_view report) = 0;

    // The report of all remarks there are, of which none comes or is answered meanwhile.
    using ReportOf = std::function<base::Result<ContentRow>(const std::vector<StoredRemark>&)>;
    // Puts both rows where they stood. Conflict where the district's is not `before` any more; or as the report fails.
    virtual base::Result<void> activate(const ContentRow& district, std::string_view before, const ReportOf& report,
                                        std::string_view act, const Deed& deed) = 0;
};

}  // namespace service

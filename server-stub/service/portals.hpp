// What people do with the portal of a district as a whole: declare, remark, answer, bring it to life.
#pragma once

#include <expected>
#include <functional>
#include <string>

#include "server-stub/service/legal_time.hpp"
#include "server-stub/service/portal_store.hpp"
#include "shared/domain/district.hpp"

namespace service {

enum class PortalProblem : std::uint8_t {
    TextMissing,
    TextLong,
    PageUnknown,  // Not of this district's portal.
    Active,       // It is alive already: no remark, no answer, no second activation.
    NotReady,     // Not all nine checks hold.
    NoStaff,      // Whom one could declare trained.
    NotFound,
    Answered,
    TooMany,  // Remarks, or bytes of them.
    Unavailable,
};
template <class T>
using PortalAnswer = std::expected<T, PortalProblem>;

// Any thread. Waits for the disk. Who may do what is asked of the route.
class Portals {
public:
    // `changed`: after the public reads something else.
    Portals(PortalStore& store, const LegalTime& legal_time, std::function<void()> changed);

    base::Result<PortalCounts> counts(const std::string& district) { return store_.counts(district); }
    // The days on which the head declared what no program can see, put into `facts`.
    base::Result<void> add_declarations(const std::string& district, domain::PortalFacts& facts);
    PortalAnswer<void> declare(domain::Declaration what, const Deed& deed);

    base::Result<std::vector<StoredRemark>> remarks(const std::string& district) { return store_.remarks(district); }
    // `page` as it was typed: an address of this site, with or without its host. Kept without the language.
    PortalAnswer<void> leave_remark(const domain::District& district, const std::string& page, const std::string& text,
                                    const Deed& deed);
    PortalAnswer<void> answer(const domain::District& district, std::int64_t remark, const std::string& text,
                              const Deed& deed);

    // From now on it is alive: with what the checks found, what partners said, and what the court answered.
    PortalAnswer<void> activate(const domain::District& district, const domain::PortalFacts& facts,
                                const std::string& act, const Deed& deed);

    // As it is published: without anybody's account.
    domain::Remark public_remark(const StoredRemark& remark) const;

private:
    PortalStore& store_;
    const LegalTime& legal_time_;
    std::function<void()> changed_;
};

}  // namespace service

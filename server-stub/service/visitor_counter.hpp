// How many different visitors a portal had in a day and in a month, without knowing any of them: fingerprints under a
// salt that is destroyed when its period ends.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/secrets/erasable_file.hpp"
#include "server-stub/secrets/salt.hpp"
#include "server-stub/service/hyper_log_log.hpp"
#include "server-stub/service/visit_store.hpp"

namespace service {

// The /24 or /64 in IPv6 form: the rest of the address is zero.
using NetworkPrefix = std::array<std::uint8_t, 16>;

class VisitorCounter {
public:
    struct Keeping {
        secrets::ErasableFile day, month;  // So that the counts survive a restart; erased with their salts.
        std::function<secrets::Salt()> new_salt = secrets::Salt::random;
    };

    explicit VisitorCounter(Keeping keeping) : keeping_(std::move(keeping)) {}

    // Counts of periods that ended before `today`: their salts, fingerprints and files are gone when this returns.
    // Then the periods of `today` begin, or go on from their files.
    std::vector<VisitorCount> turn_to(const base::Date& today, base::Instant now);
    // After turn_to. Fails when the files cannot be written: counted all the same.
    base::Result<void> count(std::string_view portal, const NetworkPrefix& prefix, std::string_view visitor_class);

private:
    using Fingerprint = std::array<std::uint8_t, 16>;
    template <class OfPortal>
    struct Period {
        std::string name;  // "2026-11-22" or "2026-11"
        std::int64_t from_s = 0;
        secrets::Salt salt;
        std::map<std::string, OfPortal, std::less<>> portals;
        std::uint64_t file_size = 0;
    };
    using Day = Period<std::set<Fingerprint>>;
    struct Sketch {
        HyperLogLog seen;
        std::uint64_t place = 0;  // Of its registers in the file.
    };
    using Month = Period<Sketch>;

    base::Result<void> count_in_day(std::string_view portal, std::string_view message);
    base::Result<void> count_in_month(std::string_view portal, std::string_view message);
    void begin_day(const std::string& name, std::int64_t now_s);
    void begin_month(const std::string& name, std::int64_t now_s);
    void end_day(std::vector<VisitorCount>& counts);
    void end_month(std::vector<VisitorCount>& counts);
    std::optional<Day> read_day();
    std::optional<Month> read_month();

    Keeping keeping_;
    std::optional<Day> day_;
    std::optional<Month> month_;
    std::size_t fingerprints_ = 0;  // Of the day, all portals.
};

}  // namespace service

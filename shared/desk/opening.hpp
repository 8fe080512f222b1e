// The checklist of a portal that is being prepared, and the remarks of its partners.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/domain/activation.hpp"
#include "shared/domain/district.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

// Why what was typed was not kept; it stands in its field again.
enum class TextFault : std::uint8_t {
    Missing,
    Long,
    Page,      // Not of this portal.
    Open,      // The portal is.
    NotReady,  // Not all nine checks hold any more.
    Answered,
    TooMany,
    Unavailable,  // Perhaps nothing else could be read either.
};

// One of all districts, for those who read everywhere.
struct PortalLine {
    std::string district;
    base::LocalizedText city;
    bool preparing = false;
    std::optional<base::Date> active_since{};
    int held = 0;  // Of the nine, today.
};

struct OpeningData {
    const domain::District& district;
    std::vector<domain::CheckResult> checks{};  // Today; empty where they cannot be counted.
    std::vector<PortalLine> portals{};          // Empty for those who see one alone.
    bool may_act = false;
    std::string typed{};  // The act.
    std::optional<TextFault> fault{};
    bool lacks_staff = false;  // So that nobody could declare them trained.
};
doc::Document opening_page(const i18n::Text& tr, const routes::DeskRoom& route, const OpeningData& data);

struct RemarkLine {
    std::string number;
    domain::Remark remark;
};
struct RemarksData {
    const domain::District& district;
    std::vector<RemarkLine> remarks{};  // Oldest first.
    bool may_leave = false;
    bool may_answer = false;
    std::string typed_page{};
    std::string typed{};     // A remark, or the answer to `answered`.
    std::string answered{};  // The number of the remark whose answer has a fault.
    std::optional<TextFault> fault{};
};
doc::Document remarks_page(const i18n::Text& tr, const routes::DeskRoom& route, const RemarksData& data);

}  // namespace desk

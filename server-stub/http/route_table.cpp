#include "server-stub/http/route_table.hpp"

#include <algorithm>
#include <vector>

#include "server-stub/http/account_handlers.hpp"
#include "server-stub/http/api_handlers.hpp"
#include "server-stub/http/copy_handlers.hpp"
#include "server-stub/http/desk_handlers.hpp"
#include "server-stub/http/duty_handlers.hpp"
#include "server-stub/http/image_handlers.hpp"
#include "server-stub/http/item_handlers.hpp"
#include "server-stub/http/item_pages.hpp"
#include "server-stub/http/need_pages.hpp"
#include "server-stub/http/page_handlers.hpp"
#include "server-stub/http/parity_handlers.hpp"
#include "server-stub/http/portal_handlers.hpp"
#include "server-stub/http/qr_codes.hpp"
#include "server-stub/http/report_pages.hpp"
#include "server-stub/http/visit_handlers.hpp"
#include "server-stub/http/voice_api.hpp"
#include "server-stub/http/voice_desk.hpp"
#include "server-stub/http/voice_inbox.hpp"
#include "server-stub/http/voice_pages.hpp"
#include "server-stub/http/voice_rules.hpp"
#include "shared/routes/routes.hpp"

namespace http {
namespace {

using enum engine::Method;
using enum domain::Right;

// Pages that do more than show what is known.
constexpr Route special_routes[] = {
    {Get, "/", get_root},
    {Get, "/{lang}/d/{district}/services/{service}", get_sheet},
    {Post, "/{lang}/d/{district}/services/{service}", post_sheet},
    {Get, "/{lang}/d/{district}/services/{service}/rating", get_rating},
    {Post, "/{lang}/d/{district}/services/{service}/rating", post_rating},
    {Get, "/{lang}/receipt/{code}", get_receipt},
    {Get, "/{lang}/d/{district}/participate", get_participate, Work::Disk},
    {Post, "/{lang}/d/{district}/participate", post_participate, Work::Disk},
    {Get, "/{lang}/d/{district}/participate/{number}", get_contribution, Work::Disk},
    {Get, "/{lang}/d/{district}/needs", get_needs, Work::Disk},
    {Get, "/{lang}/d/{district}/moderation", get_moderation, Work::Disk},
    {Get, "/{lang}/follow/{code}", get_follow, Work::Disk},
    {Post, "/{lang}/follow/{code}", post_follow, Work::Disk},
    {Get, "/{lang}/follow/{code}/qr.png", get_follow_qr, Work::Disk},
    {Post, "/{lang}/preferences", post_preferences},
    {Get, "/{lang}/d/{district}/activities/{activity}/calendar.ics", get_calendar_file},

    {Get, "/{lang}/account", get_account, Work::Disk, OwnAccount},
    {Post, "/{lang}/account", post_account, Work::Hashing, OwnAccount},
    {Get, "/{lang}/account/everything.json", get_account_file, Work::Disk, OwnAccount},
    {Get, "/{lang}/account/delete", get_account, Work::Disk, OwnAccount},
    {Post, "/{lang}/account/delete", post_deletion, Work::Hashing, OwnAccount},
    {Get, "/{lang}/account/sign-in", get_entrance, Work::Disk},
    {Post, "/{lang}/account/sign-in", post_sign_in, Work::Hashing},
    {Get, "/{lang}/account/new", get_entrance, Work::Disk},
    {Post, "/{lang}/account/new", post_new_account, Work::Hashing},
    {Get, "/{lang}/account/code", get_second_step, Work::Disk},
    {Post, "/{lang}/account/code", post_code, Work::Disk},
    {Get, "/{lang}/account/authenticator", get_second_step, Work::Disk},
    {Post, "/{lang}/account/authenticator", post_authenticator, Work::Disk},
    {Get, "/{lang}/account/authenticator/qr.png", get_authenticator_qr, Work::Disk},
    {Get, "/{lang}/account/invitation/{code}", get_invitation, Work::Disk},
    {Post, "/{lang}/account/invitation/{code}", post_invitation, Work::Hashing},
    {Post, "/{lang}/account/sign-out", post_sign_out, Work::Disk},
    {Get, "/{lang}/desk", get_desk, Work::Disk, EnterDesk},
    {Get, "/{lang}/desk/{district}/people", get_people, Work::Disk, ReadPeople},
    {Post, "/{lang}/desk/{district}/people", post_people, Work::Disk, InvitePeople},
    {Post, "/{lang}/desk/{district}/people/role", post_role, Work::Disk, ChangePeople},
    {Get, "/{lang}/desk/{district}/items", get_items, Work::Disk, ReadItems},
    {Get, "/{lang}/desk/{district}/items/{item}", get_item, Work::Disk, ReadItems},
    {Post, "/{lang}/desk/{district}/items/{item}", post_item, Work::Writing, EditItems},
    {Get, "/{lang}/desk/{district}/items/{item}/history", get_item_history, Work::Disk, ReadItems},
    {Post, "/{lang}/desk/{district}/items/{item}/step", post_item_step, Work::Disk, ReadItems},
    {Post, "/{lang}/desk/{district}/items/{item}/restore", post_item_restore, Work::Disk, EditItems},

    {Get, "/{lang}/desk/{district}/opening", get_opening, Work::Disk, ReadItems},
    {Post, "/{lang}/desk/{district}/opening", post_opening, Work::Disk, PublishItems},
    {Get, "/{lang}/desk/{district}/remarks", get_remarks, Work::Disk, EnterDesk},
    {Post, "/{lang}/desk/{district}/remarks", post_remark, Work::Disk, LeaveRemarks},
    {Post, "/{lang}/desk/{district}/remarks/answer", post_answer, Work::Disk, EditItems},

    {Get, "/{lang}/desk/{district}/voice", get_voices, Work::Disk, ReadVoice},
    {Post, "/{lang}/desk/{district}/voice", post_voices, Work::Disk, AnswerVoice},
    {Get, "/{lang}/desk/{district}/voice/rules", get_voice_rules, Work::Disk, ReadVoice},
    {Post, "/{lang}/desk/{district}/voice/rules", post_voice_rules, Work::Disk, SetModerationRules},
    {Get, "/{lang}/desk/{district}/voice/{number}", get_voice, Work::Disk, ReadVoice},
    {Post, "/{lang}/desk/{district}/voice/{number}", post_voice_step, Work::Disk, ReadVoice},
    {Post, "/{lang}/desk/{district}/voice/{number}/sealed", post_sealed, Work::Disk, OpenSealed},
    {Post, "/{lang}/desk/{district}/voice/{number}/assignment", post_assignment, Work::Disk, ReadVoice},

    {Get, "/{lang}/desk/{district}/images", get_images, Work::Disk, ReadItems},
    {Get, "/{lang}/desk/{district}/parity", get_parity, Work::Disk, ReadItems},
    {Get, "/{lang}/desk/{district}/glossary", get_glossary, Work::Disk, ReadItems},
    {Get, "/{lang}/desk/{district}/duties", get_duties, Work::Disk, ReadItems},
    {Post, "/{lang}/desk/{district}/duties", post_duties, Work::Disk, EditItems},

    {Get, "/{lang}/desk/{district}/copies", get_copies, Work::Disk, ReadItems},
    {Post, "/{lang}/desk/{district}/copies", post_copy, Work::Disk, EditItems},

    {Post, "/{lang}/desk/{district}/images", post_image, Work::Imaging, EditItems},
    {Get, "/images/{image}", get_image, Work::Disk},

    {Get, "/api/v1/account", get_account_json, Work::Disk, OwnAccount},
    {Get, "/api/v1/desk", get_desk_json, Work::Disk, EnterDesk},
    {Get, "/api/v1/desk/{district}/people", get_people_json, Work::Disk, ReadPeople},
    {Post, "/api/v1/desk/{district}/people", post_people_json, Work::Disk, InvitePeople},
    {Post, "/api/v1/desk/{district}/people/role", post_role_json, Work::Disk, ChangePeople},
    {Get, "/api/v1/desk/{district}/items", get_items_json, Work::Disk, ReadItems},
    {Post, "/api/v1/desk/{district}/items", post_items_json, Work::Writing, EditItems},
    {Get, "/api/v1/desk/{district}/items/{item}", get_item_json, Work::Disk, ReadItems},
    {Get, "/api/v1/desk/{district}/items/{item}/checks", get_item_checks_json, Work::Disk, ReadItems},
    {Post, "/api/v1/desk/{district}/items/{item}", post_item_json, Work::Writing, EditItems},
    {Post, "/api/v1/desk/{district}/items/{item}/steps", post_item_step_json, Work::Disk, ReadItems},
    {Get, "/api/v1/desk/{district}/items/{item}/revisions", get_revisions_json, Work::Disk, ReadItems},
    {Get, "/api/v1/desk/{district}/items/{item}/revisions/{version}", get_revision_json, Work::Disk, ReadItems},
    {Post, "/api/v1/desk/{district}/items/{item}/restore", post_item_restore_json, Work::Disk, EditItems},
    {Get, "/api/v1/desk/{district}/parity", get_parity_json, Work::Disk, ReadItems},
    {Get, "/api/v1/desk/{district}/copies", get_copies_json, Work::Disk, ReadItems},
    {Post, "/api/v1/desk/{district}/copies", post_copy_json, Work::Disk, EditItems},
    {Get, "/api/v1/desk/{district}/opening", get_opening_json, Work::Disk, ReadItems},
    {Get, "/api/v1/desk/{district}/remarks", get_remarks_json, Work::Disk, EnterDesk},
    {Get, "/api/v1/desk/{district}/duties", get_duties_json, Work::Disk, ReadItems},
    {Post, "/api/v1/desk/{district}/duties", post_duties_json, Work::Disk, EditItems},
    {Post, "/api/v1/desk/{district}/images", post_image_json, Work::Imaging, EditItems},

    {Get, "/api/v1/desk/{district}/voice", get_voices_json, Work::Disk, ReadVoice},
    {Get, "/api/v1/desk/{district}/voice/{number}", get_voice_json, Work::Disk, ReadVoice},
    {Post, "/api/v1/desk/{district}/voice/{number}/steps", post_voice_step_json, Work::Disk, ReadVoice},
    {Post, "/api/v1/desk/{district}/voice/{number}/assignment", post_assignment_json, Work::Disk, ReadVoice},

    {Get, "/api/v1/openapi.json", get_content},
    {Get, "/api/v1/national", get_content},
    {Get, "/api/v1/districts", get_list},
    {Get, "/api/v1/calendar", get_content},
    {Get, "/api/v1/guides", get_list},
    {Get, "/api/v1/guides/{guide}", get_content},
    {Get, "/api/v1/districts/{district}", get_content},
    {Get, "/api/v1/districts/{district}/now", get_now},
    {Get, "/api/v1/districts/{district}/opening", get_content},
    {Get, "/api/v1/districts/{district}/coming", get_coming},
    {Get, "/api/v1/districts/{district}/services", get_list},
    {Get, "/api/v1/districts/{district}/services/{service}", get_content},
    {Get, "/api/v1/districts/{district}/news", get_list},
    {Get, "/api/v1/districts/{district}/news/{article}", get_content},
    {Get, "/api/v1/districts/{district}/activities", get_list},
    {Get, "/api/v1/districts/{district}/activities/{activity}", get_content},
    {Get, "/api/v1/districts/{district}/programmes", get_list},
    {Get, "/api/v1/districts/{district}/programmes/{programme}", get_content},
    {Get, "/api/v1/districts/{district}/courts", get_list},
    {Get, "/api/v1/districts/{district}/courts/{court}", get_content},
    {Get, "/api/v1/districts/{district}/help", get_list},
    {Get, "/api/v1/districts/{district}/help/{resource}", get_content},
    {Post, "/api/v1/districts/{district}/services/{service}/ratings", post_rating_json},
    {Get, "/api/v1/districts/{district}/contributions", get_contributions_json, Work::Disk},
    {Post, "/api/v1/districts/{district}/contributions", post_contribution_json, Work::Disk},
    {Get, "/api/v1/districts/{district}/contributions/{number}", get_contribution_json, Work::Disk},
    {Get, "/api/v1/districts/{district}/needs", get_needs_json, Work::Disk},
    {Get, "/api/v1/districts/{district}/moderation", get_moderation_json, Work::Disk},
    {Get, "/api/v1/receipts/{code}", get_receipt_json},
    {Post, "/api/v1/receipts/{code}/steps", post_receipt_step_json, Work::Disk},
    {Post, "/api/v1/receipts/{code}/verdict", post_verdict_json, Work::Disk},
    {Post, "/api/v1/events", post_events},

    {Get, "/lab/text", get_text_lab},
    {Get, "/icon.svg", get_icon},
    {Get, "/healthz", get_health},
    {Get, "/readyz", get_readiness},
};

void allow(std::string& allowed, engine::Method method) {
    if (!allowed.empty()) allowed += ", ";
    allowed += method == Post ? "POST" : "GET, HEAD";
}

}  // namespace

std::span<const Route> route_table() {
    // The special ones first; every other page of the table of addresses is only shown.
    static const auto all = [] {
        std::vector<Route> routes(std::begin(special_routes), std::end(special_routes));
        for (const auto& kind : routes::page_kinds())
            if (std::ranges::find(special_routes, kind.pattern, &Route::pattern) == std::end(special_routes))
                routes.push_back({Get, kind.pattern, get_page});
        return routes;
    }();
    return all;
}

Found find_route(engine::Method method, std::string_view path) {
    const auto wanted = method == Head ? Get : method;
    Found found;
    for (const auto& route : route_table()) {
        auto values = match(route.pattern, path);
        if (!values) continue;
        allow(found.allowed, route.method);
        if (route.method != wanted) continue;
        found.route = &route;
        found.values = std::move(*values);
        return found;
    }
    return found;
}

}  // namespace http

#include "client/app/skin.hpp"

#include <doctest/doctest.h>

#include "tests/client/app/session.hpp"

using base::Language;

namespace {

// A block that has more than one line, and its breaks in the DOM.
std::size_t count_breaks(test::Session& session) {
    std::size_t count = 0;
    for (const auto& [id, offsets] : session.client.shown()->breaks)
        count += platform::headless::breaks_of(*session.browser.dom.find(id)).size();
    return count;
}

}  // namespace

TEST_SUITE("client/app/skin") {
    TEST_CASE("the canvas needs everything at once") {
        const app::SkinConditions all{
            .has_faces = true, .has_letters = true, .has_pictures = true, .boxes_agree = true, .has_graphics = true};
        CHECK(app::choose_skin(all) == app::Skin::Canvas);
        for (auto spoil : {+[](app::SkinConditions& c) { c.has_faces = false; },
                           +[](app::SkinConditions& c) { c.has_letters = false; },
                           +[](app::SkinConditions& c) { c.has_pictures = false; },
                           +[](app::SkinConditions& c) { c.boxes_agree = false; },
                           +[](app::SkinConditions& c) { c.has_graphics = false; },
                           +[](app::SkinConditions& c) { c.forced_colors = true; },
                           +[](app::SkinConditions& c) { c.printing = true; },
                           +[](app::SkinConditions& c) { c.is_foreign = true; }}) {
            auto now = all;
            spoil(now);
            CHECK(app::choose_skin(now) == app::Skin::Html);
        }
    }

    TEST_CASE("the canvas skin holds the DOM to our lines, the HTML skin lets it wrap by itself") {
        test::Session session({.width_px = 360});
        CHECK(session.is_canvas());
        CHECK(count_breaks(session) > 0);
        session.change_medium({.printing = true});
        CHECK(!session.is_canvas());
        CHECK(count_breaks(session) == 0);
        session.change_medium({});
        CHECK(session.is_canvas());
        CHECK(count_breaks(session) > 0);
    }

    TEST_CASE("under forced colours the page is HTML, and a change of mind is followed at once") {
        test::Session session({.forced_colors = true});
        CHECK(!session.is_canvas());
        session.change_medium({});
        CHECK(session.is_canvas());
        session.change_medium({.forced_colors = true});
        CHECK(!session.is_canvas());
    }

    TEST_CASE("text that the reader has spaced out leads back to HTML, and to the canvas when that ends") {
        test::Session session;
        session.lay_out_in_browser(1.3F);
        session.settle();
        CHECK(!session.is_canvas());
        session.lay_out_in_browser(1);
        session.settle();
        CHECK(session.is_canvas());
    }

    TEST_CASE("a page whose boxes never agree for long keeps the HTML skin") {
        test::Session session;
        for (int i = 0; i < 5; ++i) {
            session.lay_out_in_browser(1.3F);
            session.settle();
            session.lay_out_in_browser(1);
            session.settle();
        }
        CHECK(!session.is_canvas());
    }

    TEST_CASE("words of somebody else in the page lead back to HTML, which is not written over") {
        test::Session session({.language = Language::Fr});
        const auto print = session.browser.dom.fingerprint();
        session.send(platform::ForeignChange{print + "translated"});
        CHECK(!session.is_canvas());

        const auto changes = session.browser.dom.changes;
        session.click("radio", test::words(msg::level_3, Language::Fr));
        CHECK(session.browser.dom.changes == changes);
        session.click("link", test::words(msg::name_en, Language::Fr));
        CHECK(session.browser.sent_to == "/en/d/rabat/services/casier-judiciaire");

        session.send(platform::ForeignChange{print});
        CHECK(session.is_canvas());
        session.click("radio", test::words(msg::level_2, Language::Fr));
        CHECK(session.is_whole());
    }
}

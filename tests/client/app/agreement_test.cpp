#include "client/app/agreement.hpp"

#include <doctest/doctest.h>

namespace {

layout::Result a_layout(const doc::Node& node) {
    layout::Result layout;
    layout.width_px = 360;
    layout.boxes.push_back({.node = &node, .box = {0, 0, 300, 48}, .text = layout::PlacedText{}});
    return layout;
}

app::Verdict verdict(float root_px, float width_px, float height_px) {
    doc::Node node;
    node.id = 5;
    app::Agreement agreement;
    agreement.take({.root_width_px = root_px, .sizes = {{5, width_px, height_px}, {99, 1, 1}}}, a_layout(node));
    return agreement.verdict();
}

}  // namespace

TEST_SUITE("client/app/agreement") {
    TEST_CASE("a size within one pixel agrees, beyond it does not") {
        CHECK(verdict(360, 300, 48) == app::Verdict::Holds);
        CHECK(verdict(360, 300.9F, 47.1F) == app::Verdict::Holds);
        CHECK(verdict(360, 302, 48) == app::Verdict::Broken);
        CHECK(verdict(360, 300, 72) == app::Verdict::Broken);
    }

    TEST_CASE("a report for another width says nothing") { CHECK(verdict(345, 300, 72) == app::Verdict::Unknown); }

    TEST_CASE("sizes reported once are remembered") {
        doc::Node node;
        node.id = 5;
        const auto layout = a_layout(node);
        app::Agreement agreement;
        agreement.take({.root_width_px = 100, .sizes = {{5, 300, 72}}}, layout);
        agreement.take({.root_width_px = 360}, layout);
        CHECK(agreement.verdict() == app::Verdict::Broken);
    }
}

#include "client/mirror/fingerprint.hpp"

#include <doctest/doctest.h>

#include "client/mirror/diff.hpp"
#include "client/platform/headless/dom.hpp"
#include "shared/document/html.hpp"
#include "tests/client/mirror/random_page.hpp"

using platform::headless::Dom;

TEST_SUITE("client/mirror/fingerprint") {
    TEST_CASE("the DOM of the server's HTML has the fingerprint of its document, with and without breaks") {
        test::Random random(7);
        for (int round = 0; round < 200; ++round) {
            const auto page = test::random_page(random);
            Dom dom;
            dom.read_html(doc::to_html(page));
            CHECK(mirror::match(page, dom.fingerprint()) == mirror::Match::Equal);
            dom.apply(mirror::diff({page, {}}, {page, test::random_breaks(page, random)}).bytes());
            CHECK(mirror::match(page, dom.fingerprint()) == mirror::Match::Equal);
        }
    }

    TEST_CASE("translated words are told from another page") {
        test::Random random(8);
        const auto page = test::random_page(random);
        Dom dom;
        dom.read_html(doc::to_html(page));
        const auto print = dom.fingerprint();
        CHECK(mirror::match(page, print + "?") == mirror::Match::WordsDiffer);
        CHECK(mirror::match(page, print + "\x02") == mirror::Match::WordsDiffer);
        CHECK(mirror::match(page, print.substr(0, print.size() / 2)) == mirror::Match::Different);
        CHECK(mirror::match(page, "") == mirror::Match::Different);
    }
}

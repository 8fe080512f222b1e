#include "shared/i18n/program.hpp"

#include <doctest/doctest.h>

using base::Language;
using i18n::Argument;
using i18n::ChoiceArgument;
using i18n::NumberArgument;
using i18n::TextArgument;

namespace {

std::string run(std::string_view program, Argument argument, Language language = Language::En) {
    return i18n::run(program, {&argument, 1}, language).text;
}

}  // namespace

TEST_SUITE("shared/i18n/program") {
    TEST_CASE("an exact number wins over its category, wherever it stands") {
        using namespace std::string_view_literals;
        // {n, plural, one {one} =1 {exactly one} other {# of them}}
        constexpr auto program = "\2\0\3\1\3\0one\6\1\13\0exactly one\5\12\0\1\0 of them"sv;
        CHECK(run(program, NumberArgument(1)) == "exactly one");
        CHECK(run(program, NumberArgument(7)) == "7 of them");
    }

    TEST_CASE("a choice that has no branch takes the branch other") {
        using namespace std::string_view_literals;
        // {kind, select, court {a court} other {an office}}
        constexpr auto program = "\3\0\2\5court\7\0a court\5other\11\0an office"sv;
        CHECK(run(program, ChoiceArgument("court")) == "a court");
        CHECK(run(program, ChoiceArgument("prison")) == "an office");
    }

    TEST_CASE("a value is isolated with its own language, an empty one is not") {
        using namespace std::string_view_literals;
        constexpr auto program = "Tribunal de \1\0."sv;
        const Argument arabic = TextArgument(base::LocalizedText::Resolved{"الرباط", Language::Ar});
        const auto formatted = i18n::run(program, {&arabic, 1}, Language::Fr);
        CHECK(formatted.text == "Tribunal de الرباط.");
        REQUIRE(formatted.isolates.size() == 1);
        CHECK(formatted.isolates[0] == i18n::Isolate{12, 24, Language::Ar});

        const Argument empty = TextArgument("");
        CHECK(i18n::run(program, {&empty, 1}, Language::Fr).isolates.empty());
    }

    TEST_CASE("a value that looks like a pattern or an instruction is shown as it is") {
        using namespace std::string_view_literals;
        CHECK(run("[\1\0]"sv, TextArgument("{0} # \1 '")) == "[{0} # \1 ']");
    }
}

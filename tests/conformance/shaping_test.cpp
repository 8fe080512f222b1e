// HarfBuzz's own tests, the unicode text-rendering-tests and those of the annotated OpenType specification among them:
// once through the library as it ships, with every option that the cases name, and once through our shaper.
#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "client/text/detail/shaper.hpp"
#include "tests/conformance/shape_cases.hpp"
#include "tests/conformance/suite.hpp"

namespace {

using conformance::ShapeCase;
using conformance::ShapedGlyph;
using conformance::Suite;

std::span<const char> bytes_of(const std::string& path) {
    static std::map<std::string, std::string> files;
    const auto [entry, is_new] = files.try_emplace(path);
    if (is_new) {
        std::ifstream file(path, std::ios::binary);
        entry->second.assign(std::istreambuf_iterator<char>(file), {});
    }
    return entry->second;
}

// The tables of an sfnt file; none for a collection.
std::set<std::string> tables_of(std::span<const char> bytes) {
    std::set<std::string> tables;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    if (bytes.size() < 12) return tables;
    const auto count = static_cast<std::size_t>(byte(4) << 8 | byte(5));
    for (std::size_t at = 12; at + 16 <= bytes.size() && at < 12 + 16 * count; at += 16)
        tables.emplace(bytes.data() + at, 4);
    return tables;
}

bool has_script(const ShapeCase& one, std::string_view script) {
    return std::ranges::any_of(one.code_points, [&](char32_t c) { return conformance::lean::script_of(c) == script; });
}

bool is_of_our_scripts(const ShapeCase& one) {
    static const std::set<std::string> ours = {"Arab", "Latn", "Tfng", "Zyyy", "Zinh"};
    return std::ranges::all_of(one.code_points,
                               [](char32_t c) { return ours.contains(conformance::lean::script_of(c)); });
}

// Why the library as it ships may answer a case differently: what is left out of it, or the suite's own doubt.
std::optional<std::string> excuse_of(const ShapeCase& one) {
    const auto tables = tables_of(bytes_of(one.font_path));
    const auto direction = one.value_of("--direction");
    const auto shaper = one.value_of("--shaper");
    if (!shaper.empty() && shaper != "ot") return "shaper of another system, or the dumb one: we have OpenType's alone";
    if (direction.starts_with('t') || direction.starts_with('b'))
        return "HB_NO_VERTICAL: the portal has no vertical text";
    if (tables.contains("morx") || tables.contains("kerx") || tables.contains("trak"))
        return "HB_NO_AAT: Apple's own tables; our faces have OpenType's";
    if (tables.contains("kern")) return "HB_NO_OT_KERN (of HB_NO_LEGACY): the old kern table; our faces kern in GPOS";
    if (one.suite == "CMAP-3")
        return "HB_NO_CMAP_LEGACY_SUBTABLES (of HB_NO_LEGACY): a character map of Mac Roman alone, left out upstream "
               "too";
    if (has_script(one, "Arab") && !tables.contains("GSUB"))
        return "HB_NO_OT_SHAPER_ARABIC_FALLBACK (of HB_NO_LEGACY): Arabic without GSUB; our faces have it";
    if (std::ranges::find(one.code_points, U'\u2044') != one.code_points.end())
        return "HB_NO_OT_SHAPE_FRACTIONS: fractions of U+2044, which none of our faces has";
    if (!tables.contains("GPOS"))
        return "HB_NO_OT_SHAPE_FALLBACK (of HB_NO_LEGACY): marks placed without GPOS; our faces have it";
    return std::nullopt;
}

// The text-rendering-tests were recorded by another engine, and this suite is left out upstream for its roundings:
// equal within one unit of a thousandth of an em.
bool is_within_rounding(const ShapeCase& one, std::string_view printed) {
    if (one.suite != "SHARAN-1") return false;
    const auto glyphs = conformance::split(printed, '|');
    const auto expected = conformance::split(one.expected, '|');
    if (glyphs.size() != expected.size()) return false;
    const auto place_of = [](std::string_view glyph) {
        const auto at = glyph.find('@');
        if (at == std::string_view::npos) return std::pair{0, 0};
        const std::string place(glyph.substr(at + 1));
        return std::pair{std::stoi(place), std::stoi(place.substr(place.find(',') + 1))};
    };
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const auto [x, y] = place_of(glyphs[i]);
        const auto [expected_x, expected_y] = place_of(expected[i]);
        if (glyphs[i].substr(0, glyphs[i].find('@')) != expected[i].substr(0, expected[i].find('@'))) return false;
        if (std::abs(x - expected_x) > 1 || std::abs(y - expected_y) > 1) return false;
    }
    return true;
}

void judge_library(const std::string& folder, std::uint64_t expected) {
    Suite suite(folder + ", the library that ships");
    for (const auto& one :
         conformance::read_shape_cases(RIHAB_HARFBUZZ_SOURCE_DIR "/test/shape/data/" + folder + "/tests")) {
        if (!is_of_our_scripts(one)) {
            suite.name("left out: text of scripts that we do not ship");
            continue;
        }
        const auto bytes = bytes_of(one.font_path);
        if (bytes.empty()) {
            suite.name("left out: fonts of macOS, which are not in the tree");
            continue;
        }
        std::u16string units;
        const auto font = font_of(one, bytes);
        const auto text = text_of(one, units);
        const auto printed = print_glyphs(one, font, conformance::lean::shape(font, text));
        if (printed != one.expected && one.expected != "*") {
            const auto by_full = print_glyphs(one, font, conformance::full::shape(font, text));
            const auto excuse = excuse_of(one);
            // An excuse counts only where the whole library, asked in the same way, gives the answer; the two that
            // upstream leaves out or answers by another shaper aside.
            const bool full_is_right = by_full == one.expected || one.suite == "CMAP-3" || one.has("--shaper=fallback");
            if (excuse && full_is_right) {
                suite.name("left out: " + *excuse);
                continue;
            }
        }
        if (one.expected == "*") suite.name("the suite takes any answer, as long as nothing breaks");
        const bool rounded = printed != one.expected && is_within_rounding(one, printed);
        if (rounded) suite.name("within one unit: recorded by another engine, left out upstream for its roundings");
        suite.count(printed == one.expected || one.expected == "*" || rounded,
                    [&] { return one.suite + ' ' + one.line + "\n           got " + printed; });
    }
    suite.report(expected);
}

// Our shaper knows fonts by their place in the chain: the font of the case stands in for the Latin one.
const text::Fonts& fonts_with(const std::string& path) {
    static std::map<std::string, std::unique_ptr<text::Fonts>> loaded;
    auto& fonts = loaded[path];
    if (fonts) return *fonts;
    fonts = std::make_unique<text::Fonts>();
    const auto bytes = std::as_bytes(bytes_of(path));
    (void)fonts->add(fonts::Face::Latin400, {bytes.begin(), bytes.end()});
    return *fonts;
}

// Options that say how to print or ask for what our shaper does in any case.
bool is_for_our_shaper(const ShapeCase& one) {
    static const std::set<std::string> neutral = {"--no-glyph-names",
                                                  "--no-positions",
                                                  "--ned",
                                                  "--font-funcs=ot",
                                                  "--font-funcs=ft",
                                                  "--font-funcs",
                                                  "ot",
                                                  "--no-clusters",
                                                  "--font-size=1000",
                                                  "--remove-default-ignorables"};
    return std::ranges::all_of(one.options, [](const std::string& option) { return neutral.contains(option); });
}

// In visual order; empty where our itemiser makes runs of several levels or scripts of the text, which the cases'
// expectation, one run, does not know.
std::optional<std::vector<ShapedGlyph>> shape_by_ours(const ShapeCase& one) {
    const auto& fonts = fonts_with(one.font_path);
    if (!fonts.has(fonts::Face::Latin400)) return std::nullopt;
    const auto content = conformance::utf8_of(one.code_points);
    text::detail::Shaper shaper(fonts);
    const auto shape = shaper.shape({.text = content,
                                     .language = base::Language::En,
                                     .direction = has_script(one, "Arab") ? base::Direction::Rtl : base::Direction::Ltr,
                                     .style = {.chain = text::Chain::Latin}});
    for (const auto& run : shape.runs)
        if (run.level != shape.runs.front().level || run.script != shape.runs.front().script) return std::nullopt;

    std::vector<std::uint32_t> code_point_of;  // Of each unit.
    for (std::uint32_t i = 0; i < one.code_points.size(); ++i)
        code_point_of.resize(code_point_of.size() + (one.code_points[i] > 0xFFFF ? 2 : 1), i);
    const double scale =
        one.has("--font-size=1000") ? 1000 : static_cast<double>(fonts.units_per_em(fonts::Face::Latin400));
    const auto to_units = [&](float ems) {
        return static_cast<std::int32_t>(std::lround(static_cast<double>(ems) * scale));
    };
    std::vector<ShapedGlyph> glyphs;
    auto runs = shape.runs;
    if (!runs.empty() && runs.front().level % 2 == 1) std::ranges::reverse(runs);
    for (const auto& run : runs) {
        for (const auto& glyph : std::span(shape.glyphs).subspan(run.first_glyph, run.glyph_count))
            glyphs.push_back({.id = glyph.id,
                              .cluster = code_point_of[glyph.cluster],
                              .x_advance = to_units(glyph.advance),
                              .x_offset = to_units(glyph.x_offset),
                              .y_offset = to_units(glyph.y_offset)});
    }
    return glyphs;
}

void judge_ours(const std::string& folder, std::uint64_t expected) {
    Suite suite(folder + ", our shaper");
    for (const auto& one :
         conformance::read_shape_cases(RIHAB_HARFBUZZ_SOURCE_DIR "/test/shape/data/" + folder + "/tests")) {
        const auto bytes = bytes_of(one.font_path);
        if (!is_of_our_scripts(one) || bytes.empty() || one.expected == "*") continue;  // Named by the suite above.
        if (!is_for_our_shaper(one)) {
            suite.name("left out: options that our shaper has not (features, variations, directions by hand)");
            continue;
        }
        const auto glyphs = shape_by_ours(one);
        if (!glyphs) {
            suite.name("left out: several runs by our itemiser, one by the case");
            continue;
        }
        const auto printed = print_glyphs(one, font_of(one, bytes), *glyphs);
        if (printed != one.expected && excuse_of(one)) {
            suite.name("left out as above");
            continue;
        }
        suite.count(printed == one.expected || is_within_rounding(one, printed),
                    [&] { return one.suite + ' ' + one.line + "\n           got " + printed; });
    }
    suite.report(expected);
}

}  // namespace

TEST_SUITE("conformance/shaping") {
    TEST_CASE("HarfBuzz's own tests") { judge_library("in-house", 3'900); }
    TEST_CASE("the unicode text-rendering-tests") { judge_library("text-rendering-tests", 190); }
    TEST_CASE("the tests of the annotated OpenType specification") { judge_library("aots", 250); }

    TEST_CASE("HarfBuzz's own tests through our shaper") { judge_ours("in-house", 3'700); }
    TEST_CASE("the unicode text-rendering-tests through our shaper") { judge_ours("text-rendering-tests", 50); }
}

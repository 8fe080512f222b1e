// The whole text engine: layout, widths, carets and hit tests must survive any bytes at any width, and keep every byte
// in exactly one line. The first six bytes say how the rest is laid out.
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "client/text/engine.hpp"
#include "embedded/icu_cut.hpp"
#include "shared/unicode/icu_data.hpp"
#include "tests/client/text/a_paragraph.hpp"

namespace {

// Not assert: this must hold in every build.
void require(bool condition) {
    if (!condition) std::abort();
}

constexpr float widths_px[] = {-1, 0, 1, 24, 100, 320, 4000, 1e9F};

// Reads the choices from the front of the input, and zeroes when it is short.
class Choices {
public:
    explicit Choices(std::string_view& input) : input_(input) {}

    unsigned next() {
        if (input_.empty()) return 0;
        const auto byte = static_cast<unsigned char>(input_.front());
        input_.remove_prefix(1);
        return byte;
    }

private:
    std::string_view& input_;
};

struct Setting {
    text::Paragraph paragraph;
    text::Span spans[2];
    float width_px = 0;
};

void choose(Setting& setting, std::string_view& input) {
    Choices choices(input);
    const auto flags = choices.next();
    const auto width = choices.next();
    const auto edges = std::to_array({choices.next(), choices.next(), choices.next(), choices.next()});
    auto& one = setting.paragraph;
    one = test::a_paragraph(input, base::languages[flags % base::languages.size()]);
    one.direction = (flags & 4) != 0 ? base::Direction::Rtl : base::Direction::Ltr;
    one.wrap = (flags & 8) != 0 ? text::Wrap::NoWrap : text::Wrap::Normal;
    one.overflow_wrap = (flags & 16) != 0 ? text::OverflowWrap::Anywhere : text::OverflowWrap::Normal;
    one.style.weight = (flags & 32) != 0 ? 700 : 400;
    if ((flags & 64) != 0) one.style.chain = text::Chain::LanguageNames;
    setting.spans[0] = {.begin = edges[0], .end = edges[1], .weight = 700, .isolate = true, .language = one.language};
    setting.spans[1] = {.begin = edges[2], .end = edges[3], .weight = 400, .isolate = (width & 128) != 0};
    if ((flags & 128) != 0) one.spans = setting.spans;
    setting.width_px = widths_px[width % std::size(widths_px)];
}

void check(text::Engine& engine, const Setting& setting) {
    const auto& one = setting.paragraph;
    const auto& lines = engine.layout(one, setting.width_px);
    require(lines.lines.empty() == one.text.empty());
    std::uint32_t expected = 0;
    std::uint32_t glyphs = 0;
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        const auto& line = lines.lines[i];
        require(line.begin == expected && line.visible_end >= line.begin && line.visible_end <= line.end);
        require(line.end > line.begin && line.first_glyph == glyphs && std::isfinite(line.width_px));
        expected = line.end;
        glyphs += line.glyph_count;
        auto before = line.begin;
        for (const auto& stop : engine.caret_stops(one, setting.width_px, i)) {
            require(stop.offset >= before && stop.offset <= line.end && std::isfinite(stop.x_px));
            before = stop.offset;
        }
    }
    require(expected == one.text.size() && glyphs == lines.glyphs.size());
    for (const auto& glyph : lines.glyphs) require(glyph.cluster < one.text.size() && std::isfinite(glyph.x_px));
    for (const float at : {-10.0F, 0.0F, 50.0F, 1e9F})
        require(engine.hit_test(one, setting.width_px, at, at) <= one.text.size());
    require(engine.min_content_width_px(one) >= 0 && engine.max_content_width_px(one) >= 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool loaded = unicode::load_data(embedded::icu_cut()).has_value();
    require(loaded);
    std::string_view input(reinterpret_cast<const char*>(data), size);
    Setting setting;
    choose(setting, input);
    text::Engine engine(test::all_fonts());
    check(engine, setting);
    return 0;
}

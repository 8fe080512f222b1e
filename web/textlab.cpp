// The text engine alone, for /lab/text: the same one that draws the portal, without a page around it.
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "client/text/plain_text.hpp"
#include "fonts/font_table.hpp"
#include "shared/unicode/icu_data.hpp"

namespace {

struct Lab {
    text::Fonts fonts;
    text::Engine engine{fonts};
    std::vector<double> answer;
};

// One engine, for as long as the page lives; it needs the data.
std::unique_ptr<Lab> lab;

}  // namespace

extern "C" {

// Takes the bytes for good.
bool textlab_load_data(const std::byte* data, std::size_t length) {
    if (!unicode::load_data({data, length})) return false;
    lab = std::make_unique<Lab>();
    return true;
}

bool textlab_add_face(int face, const std::byte* bytes, std::size_t length) {
    const bool added = lab->fonts.add(static_cast<fonts::Face>(face), {bytes, bytes + length}).has_value();
    lab->engine.clear();
    return added;
}

// `language` is an index of base::languages. The answer holds until the next call: the height, the number of lines,
// then start, end and width of each.
const double* textlab_layout(const char16_t* units, std::size_t length, int language, bool rtl, double size_px,
                             double line_height, double layout_ratio, double width_px) {
    const text::PlainText text({units, length}, {.language = base::languages[static_cast<std::size_t>(language)],
                                                 .direction = rtl ? base::Direction::Rtl : base::Direction::Ltr,
                                                 .size_px = static_cast<float>(size_px),
                                                 .line_height = static_cast<float>(line_height),
                                                 .layout_ratio = static_cast<float>(layout_ratio)});
    const auto [lines, height_px] = text.lines(lab->engine, static_cast<float>(width_px));
    auto& answer = lab->answer;
    answer = {height_px, static_cast<double>(lines.size())};
    for (const auto& line : lines)
        answer.insert(answer.end(), {static_cast<double>(line.start), static_cast<double>(line.end), line.width_px});
    lab->engine.trim();
    return answer.data();
}

int main() { return 0; }
}

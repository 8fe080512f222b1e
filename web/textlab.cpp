// The text engine alone, for /lab/text: the same one that draws the portal, without a page around it.
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "client/text/engine.hpp"
#include "fonts/font_table.hpp"
#include "shared/unicode/icu_data.hpp"

namespace {

struct Lab {
    text::Fonts fonts;
    text::Engine engine{fonts};
};

// One engine, for as long as the page lives; it needs the data.
std::unique_ptr<Lab> lab;

text::Chain chain_of(base::Language language) {
    if (language == base::Language::Ar) return text::Chain::Ar;
    return language == base::Language::Zgh ? text::Chain::Zgh : text::Chain::Latin;
}

// UTF-16 units before a byte.
double units_before(std::string_view text, std::size_t byte) {
    double units = 0;
    for (const char c : text.substr(0, byte)) {
        const auto lead = static_cast<unsigned char>(c);
        units += (lead & 0xC0) == 0x80 ? 0 : lead >= 0xF0 ? 2 : 1;
    }
    return units;
}

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

// Languages are ar, zgh, fr, en. The answer: height, number of lines, then begin, end and width of each.
const double* textlab_layout(const char* words, std::size_t length, int language, bool rtl, double size_px,
                             double line_height, double width_px) {
    static std::vector<double> numbers;
    const std::string_view text(words, length);
    const auto which = base::languages[static_cast<std::size_t>(language)];
    const text::Paragraph paragraph{.text = text,
                                    .spans = {},
                                    .language = which,
                                    .direction = rtl ? base::Direction::Rtl : base::Direction::Ltr,
                                    .style = {.size_px = static_cast<float>(size_px),
                                              .line_height = static_cast<float>(line_height),
                                              .chain = chain_of(which)}};
    const auto& lines = lab->engine.layout(paragraph, static_cast<float>(width_px));
    numbers = {lines.height_px, static_cast<double>(lines.lines.size())};
    for (const auto& line : lines.lines)
        numbers.insert(numbers.end(), {units_before(text, line.begin), units_before(text, line.end), line.width_px});
    lab->engine.trim();
    return numbers.data();
}

int main() { return 0; }
}

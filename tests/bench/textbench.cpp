// The text engine for tests/bench/text.mjs: paragraphs that are kept, as CanvasKit's are, and laid out by number.
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "client/text/engine.hpp"
#include "fonts/font_table.hpp"
#include "shared/unicode/icu_data.hpp"

namespace {

struct Kept {
    std::string text;
    base::Language language{};
    float size_px = 0;

    text::Paragraph paragraph() const {
        const bool is_arabic = language == base::Language::Ar;
        const auto chain = is_arabic                         ? text::Chain::Ar
                           : language == base::Language::Zgh ? text::Chain::Zgh
                                                             : text::Chain::Latin;
        return {.text = text,
                .spans = {},
                .language = language,
                .direction = is_arabic ? base::Direction::Rtl : base::Direction::Ltr,
                .style = {.size_px = size_px, .line_height = 1.5F, .chain = chain}};
    }
};

struct Bench {
    text::Fonts fonts;
    text::Engine engine{fonts};
    std::vector<Kept> kept;
    std::vector<double> numbers;
};

// One engine, for as long as the page lives; it needs the data.
std::unique_ptr<Bench> bench;

}  // namespace

extern "C" {

// Takes the bytes for good.
bool textbench_load_data(const std::byte* data, std::size_t length) {
    if (!unicode::load_data({data, length})) return false;
    bench = std::make_unique<Bench>();
    return true;
}

bool textbench_add_face(int face, const std::byte* bytes, std::size_t length) {
    return bench->fonts.add(static_cast<fonts::Face>(face), {bytes, bytes + length}).has_value();
}

// Languages are ar, zgh, fr, en. The answer is the paragraph's number.
std::size_t textbench_keep(const char* words, std::size_t length, int language, double size_px) {
    bench->kept.push_back({.text = {words, length},
                           .language = base::languages[static_cast<std::size_t>(language)],
                           .size_px = static_cast<float>(size_px)});
    return bench->kept.size() - 1;
}

// The answer: height, number of lines, then begin, end (bytes) and width of each. As in CanvasKit, glyphs are shaped,
// but find their place on a line only when they are painted.
const double* textbench_layout(std::size_t number, double width_px) {
    const auto& lines = bench->engine.measure(bench->kept[number].paragraph(), static_cast<float>(width_px));
    auto& numbers = bench->numbers;
    numbers.assign({static_cast<double>(lines.height_px), static_cast<double>(lines.lines.size())});
    for (const auto& line : lines.lines)
        for (const double value :
             {static_cast<double>(line.begin), static_cast<double>(line.end), static_cast<double>(line.width_px)})
            numbers.push_back(value);
    return numbers.data();
}

// Cold again: nothing is shaped, no paragraph is kept.
void textbench_forget() {
    bench->kept.clear();
    bench->engine.clear();
}

int main() { return 0; }
}

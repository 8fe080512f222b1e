// Counts what the engine takes from the heap: in steady state, nothing.
#include <cstdlib>
#include <doctest/doctest.h>
#include <new>

#include "tests/client/text/a_paragraph.hpp"

namespace {

std::size_t allocations = 0;

}  // namespace

// Of the whole test program.
void* operator new(std::size_t size) {
    ++allocations;
    if (void* taken = std::malloc(size != 0 ? size : 1)) return taken;
    std::abort();
}
void operator delete(void* taken) noexcept { std::free(taken); }
void operator delete(void* taken, std::size_t) noexcept { std::free(taken); }

TEST_SUITE("client/text/allocation") {
    using base::Language;
    using test::a_paragraph;

    const text::Paragraph paragraphs[] = {
        a_paragraph("ملف عدد 2026/1234 أمام محكمة الاستئناف بالدار البيضاء (الغرفة المدنية)، القاعة 3."),
        a_paragraph("ⴰⴽⴰⵙⵢⵉ ⵏ ⵓⵥⵔⴼ (ⵓⵟⵟⵓⵏ 2026/1234) - ⵜⵉⵖⵉⵡⵙⵉⵡⵉⵏ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.", Language::Zgh),
        a_paragraph("L’extrait du casier judiciaire est délivré par le tribunal de première instance.", Language::Fr),
    };

    template <class Work>
    std::size_t allocations_of(Work work) {
        const auto before = allocations;
        for (const auto& paragraph : paragraphs) work(paragraph);
        return allocations - before;
    }

    TEST_CASE("a layout that is known, at one width and at another, takes nothing from the heap") {
        text::Engine engine(test::all_fonts());
        const auto lay_out = [&](float width_px) {
            return allocations_of([&](const auto& paragraph) { engine.layout(paragraph, width_px); });
        };
        CHECK(lay_out(300) > 0);
        CHECK(lay_out(160) > 0);
        CHECK(lay_out(300) == 0);
        CHECK(lay_out(160) == 0);
        CHECK(allocations_of([&](const auto& paragraph) { engine.measure(paragraph, 160); }) == 0);
        CHECK(allocations_of([&](const auto&) { engine.trim(); }) == 0);
    }

    TEST_CASE("known widths of content take nothing from the heap") {
        text::Engine engine(test::all_fonts());
        const auto ask = [&](const text::Paragraph& paragraph) {
            engine.max_content_width_px(paragraph);
            engine.min_content_width_px(paragraph);
        };
        CHECK(allocations_of(ask) > 0);
        CHECK(allocations_of(ask) == 0);
    }

    TEST_CASE("another width takes room for its lines alone, however long the text is") {
        text::Engine engine(test::all_fonts());
        std::string text;
        for (int i = 0; i < 50; ++i) text += "المحكمة الابتدائية بالرباط (القاعة 12)، ";
        const auto one = a_paragraph(text);
        engine.measure(one, 500);
        engine.measure(one, 240);  // The scratch memory has grown to what so many lines need.
        const auto before = allocations;
        engine.measure(one, 300);
        CHECK(allocations - before <= 3);  // The entry, its ranges and its lines.
        CHECK(engine.stats().shape_misses == 1);
    }
}

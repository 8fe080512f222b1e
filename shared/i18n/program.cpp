#include "shared/i18n/program.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <variant>

#include "shared/unicode/patterns.hpp"
#include "shared/unicode/plurals.hpp"

namespace i18n {
namespace {

static_assert(exact_number == static_cast<std::uint8_t>(unicode::PluralCategory::Other) + 1);

// Reads a program from its front.
class Reader {
public:
    explicit Reader(std::string_view program) : rest_(program) {}

    bool at_end() const { return rest_.empty(); }

    std::string_view text() {
        const auto is_instruction = [](char letter) { return static_cast<unsigned char>(letter) < 0x20; };
        return take(static_cast<std::size_t>(std::ranges::find_if(rest_, is_instruction) - rest_.begin()));
    }
    std::uint8_t byte() { return static_cast<std::uint8_t>(take(1).front()); }
    std::string_view name() { return take(byte()); }
    std::string_view branch() {
        const std::size_t low = byte();
        return take(low + 256U * byte());
    }

private:
    std::string_view take(std::size_t count) {
        assert(count <= rest_.size() && "the message compiler writes whole programs");
        const auto taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    std::string_view rest_;
};

class Runner {
public:
    Runner(std::span<const Argument> arguments, base::Language language) : arguments_(arguments), language_(language) {}

    void run(std::string_view program) {
        for (Reader reader(program); !reader.at_end();) {
            formatted_.text += reader.text();
            if (reader.at_end()) return;
            const auto instruction = static_cast<Instruction>(reader.byte());
            const auto& argument = arguments_[reader.byte()];
            switch (instruction) {
                case Instruction::Show: show(argument); break;
                case Instruction::Plural: run(plural_branch(reader, std::get<NumberArgument>(argument).number)); break;
                case Instruction::Select: run(select_branch(reader, std::get<ChoiceArgument>(argument).name)); break;
            }
        }
    }

    Formatted take() && { return std::move(formatted_); }

private:
    void show(const Argument& argument) {
        if (const auto* value = std::get_if<TextArgument>(&argument)) isolate(value->text, value->language);
        else if (const auto* number = std::get_if<NumberArgument>(&argument))
            isolate(unicode::format_number(number->number, language_), std::nullopt);
        else if (const auto* date = std::get_if<DateArgument>(&argument))
            isolate(unicode::format_date(date->date, unicode::DateStyle::Long, language_), std::nullopt);
    }

    void isolate(std::string_view value, std::optional<base::Language> language) {
        if (value.empty()) return;
        const auto begin = static_cast<std::uint32_t>(formatted_.text.size());
        formatted_.text += value;
        formatted_.isolates.push_back({begin, static_cast<std::uint32_t>(formatted_.text.size()), language});
    }

    // An exact number wins over the category, wherever it stands; every plural has the category Other.
    std::string_view plural_branch(Reader& reader, std::int64_t number) const {
        const auto wanted = static_cast<std::uint8_t>(unicode::plural_category(number, language_));
        std::string_view exact, fitting, other;
        for (auto remaining = reader.byte(); remaining > 0; --remaining) {
            const auto category = reader.byte();
            const bool is_exact = category == exact_number && reader.byte() == number;
            const auto branch = reader.branch();
            if (is_exact) exact = branch;
            if (category == wanted) fitting = branch;
            if (category == static_cast<std::uint8_t>(unicode::PluralCategory::Other)) other = branch;
        }
        if (exact.data()) return exact;
        return fitting.data() ? fitting : other;
    }

    static std::string_view select_branch(Reader& reader, std::string_view wanted) {
        std::string_view fitting, other;
        for (auto remaining = reader.byte(); remaining > 0; --remaining) {
            const auto name = reader.name();
            const auto branch = reader.branch();
            if (name == wanted) fitting = branch;
            if (name == "other") other = branch;
        }
        return fitting.data() ? fitting : other;
    }

    std::span<const Argument> arguments_;
    base::Language language_;
    Formatted formatted_;
};

}  // namespace

Formatted run(std::string_view program, std::span<const Argument> arguments, base::Language language) {
    Runner runner(arguments, language);
    runner.run(program);
    return std::move(runner).take();
}

}  // namespace i18n

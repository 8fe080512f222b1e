#include "server-stub/service/item_text.hpp"

#include <cassert>
#include <utility>

#include "server-stub/markup/markdown.hpp"
#include "server-stub/markup/typed_text.hpp"

namespace service {

domain::CheckedValues check_typed_values(domain::ItemKind kind, const domain::Values& typed) {
    // Before: what NFC costs is bounded by the limits. After: some letters become two.
    auto checked = domain::check_values(kind, typed);
    if (!checked.errors.empty()) return checked;
    for (auto& [path, text] : checked.values) text = markup::clean_typed_text(text);
    checked = domain::check_values(kind, checked.values);
    for (const auto& [path, text] : checked.values) {
        const auto place = domain::find_place(kind, path);
        if (place && place->field->form == domain::ItemForm::Markdown && !markup::blocks_of(text))
            checked.errors.push_back({path, domain::ItemProblem::TooLarge});
    }
    return checked;
}

std::optional<domain::Blocks> read_markdown(std::string_view markdown) {
    auto blocks = markup::blocks_of(markdown);
    return blocks ? std::optional(std::move(*blocks)) : std::nullopt;
}

domain::Body body_of(const domain::BodyTexts& texts) {
    domain::Body body;
    for (const auto language : base::languages) {
        auto blocks = markup::blocks_of(texts[base::index_of(language)]);
        assert(blocks && "no revision holds a body that cannot be read");
        if (blocks) body.set(language, std::move(*blocks));
    }
    return body;
}

}  // namespace service

// A posted form may be any bytes; the draft can always be shown, sent and read again without loss.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/base/utf8.hpp"
#include "shared/domain/text.hpp"
#include "shared/wire/form.hpp"
#include "shared/wire/item_form.hpp"
#include "shared/wire/page_data.hpp"
#include "shared/wire/rating.hpp"

namespace {

// Not assert: this must hold in every build.
void require(bool condition) {
    if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto form = wire::parse_rating_form({reinterpret_cast<const char*>(data), size});
    require(base::is_well_formed(form.draft.text) && domain::clean_text(form.draft.text) == form.draft.text);
    require(wire::decode_rating_draft(wire::encode_rating_draft(form.draft)) == form.draft);

    const auto again = wire::parse_rating_form(wire::encode_rating_form(form.draft));
    if (form.errors.empty()) require(again.errors.empty());

    const auto checked = wire::check_rating_form(form);
    if (checked.errors.empty()) {
        require(domain::clean_text(checked.rating.text) == checked.rating.text);
        require(wire::parse_rating_json(wire::encode(checked.rating)).has_value());
    }

    if (const auto item = wire::parse_item_form({reinterpret_cast<const char*>(data), size})) {
        for (const auto& [path, text] : item->values) require(domain::clean_typed(text) == text);
        const auto kept = domain::check_values(item->kind, item->values);
        if (kept.errors.empty()) require(domain::check_values(item->kind, kept.values).values == kept.values);
    }
    return 0;
}

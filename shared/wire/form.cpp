#include "shared/wire/form.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "shared/base/pairs.hpp"
#include "shared/base/utf8.hpp"
#include "shared/domain/text.hpp"
#include "shared/wire/limits.hpp"

namespace wire {
namespace {

using domain::RatingDraft;
using domain::RatingError;
using domain::RatingField;
using domain::RatingProblem;

struct ScalarField {
    std::string_view name;
    RatingField field;
    std::string RatingDraft::* value;
};
constexpr std::array scalar_fields{
    ScalarField{"level", RatingField::Level, &RatingDraft::level},
    ScalarField{"completed", RatingField::Completed, &RatingDraft::completed},
    ScalarField{"text", RatingField::Text, &RatingDraft::text},
    ScalarField{"key", RatingField::Key, &RatingDraft::key},
};
constexpr std::string_view reason_name = "reason";

struct Piece {
    std::string text;        // Well-formed UTF-8, whatever was sent.
    bool is_broken = false;  // A percent sign without its digits, or bytes that are not UTF-8.
};

Piece decode_piece(std::string_view sent) {
    Piece piece;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const auto byte = sent[i] == '%' ? base::escaped_byte(sent, i) : std::nullopt;
        if (byte) i += 2;
        else if (sent[i] == '%') piece.is_broken = true;
        piece.text += byte ? *byte : sent[i] == '+' ? ' ' : sent[i];
    }
    if (!base::is_well_formed(piece.text)) {
        piece.is_broken = true;
        piece.text = base::replace_broken(piece.text);
    }
    return piece;
}

// What is refused is shown again.
std::string shown_again(const Piece& value) { return domain::clean_text(value.text); }

class FormReader {
public:
    void take(std::string_view pair) {
        const auto equals = pair.find('=');
        const auto name = decode_piece(pair.substr(0, equals));
        const auto value = decode_piece(equals == std::string_view::npos ? "" : pair.substr(equals + 1));

        if (name.text == reason_name) return take_reason(value);
        const auto scalar = std::ranges::find(scalar_fields, name.text, &ScalarField::name);
        if (scalar == scalar_fields.end()) fail(RatingField::Form, RatingProblem::FieldUnknown);
        else take_scalar(*scalar, value);
    }

    void fail(RatingField field, RatingProblem problem) {
        const RatingError error{field, problem};
        if (!std::ranges::contains(form_.errors, error)) form_.errors.push_back(error);
    }

    RatingForm form() && { return std::move(form_); }

private:
    void take_reason(const Piece& value) {
        note_broken(RatingField::Reasons, value);
        form_.draft.reasons.push_back(shown_again(value));
    }

    // The first one counts.
    void take_scalar(const ScalarField& scalar, const Piece& value) {
        auto& seen = seen_[static_cast<std::size_t>(scalar.field)];
        if (seen) return fail(scalar.field, RatingProblem::FieldTwice);
        seen = true;
        note_broken(scalar.field, value);
        form_.draft.*scalar.value = shown_again(value);
    }

    void note_broken(RatingField field, const Piece& value) {
        if (value.is_broken)
            fail(field, field == RatingField::Text ? RatingProblem::TextBroken : RatingProblem::Malformed);
    }

    RatingForm form_;
    std::array<bool, static_cast<std::size_t>(RatingField::Form)> seen_{};
};

// Of a body that is too large, what can still be shown again: an escape is not cut in two.
std::string_view readable_part(std::string_view body) {
    body = body.substr(0, form_bytes_limit);
    const auto escape = body.rfind('%');
    return escape != std::string_view::npos && escape + 3 > body.size() ? body.substr(0, escape) : body;
}

void append_pair(std::string_view name, std::string_view value, std::string& out) {
    if (value.empty()) return;  // A browser leaves out what was not chosen; an empty text means the same.
    if (!out.empty()) out += '&';
    out.append(name).append("=").append(base::encode_value(value));
}

}  // namespace

RatingForm parse_rating_form(std::string_view body) {
    FormReader reader;
    const bool is_too_large = body.size() > form_bytes_limit;
    auto rest = is_too_large ? readable_part(body) : body;
    std::size_t pairs = 0;
    while (!rest.empty() && pairs <= form_pairs_limit) {
        const auto pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        if (!pair.empty() && ++pairs <= form_pairs_limit) reader.take(pair);
    }

    auto form = std::move(reader).form();
    // What else looks wrong may come from the cut alone.
    if (is_too_large || pairs > form_pairs_limit) form.errors = {{RatingField::Form, RatingProblem::TooLarge}};
    return form;
}

domain::CheckedRating check_rating_form(const RatingForm& form) {
    auto checked = domain::check_rating(form.draft);
    auto errors = form.errors;
    errors.insert(errors.end(), checked.errors.begin(), checked.errors.end());
    std::ranges::stable_sort(errors, {}, &RatingError::field);
    const auto repeated = std::ranges::unique(errors, {}, &RatingError::field);
    errors.erase(repeated.begin(), repeated.end());
    checked.errors = std::move(errors);
    return checked;
}

std::string encode_rating_form(const RatingDraft& draft) {
    std::string body;
    append_pair("level", draft.level, body);
    append_pair("completed", draft.completed, body);
    for (const auto& reason : draft.reasons) append_pair(reason_name, reason, body);
    append_pair("text", draft.text, body);
    append_pair("key", draft.key, body);
    return body;
}

}  // namespace wire

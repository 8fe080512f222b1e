#include "client/text/detail/script_runs.hpp"

#include <array>

#include "shared/unicode/utf.hpp"

namespace text::detail {
namespace {

// The letters of our own scripts, without a look into the tables.
hb_script_t script_of_letter(char32_t c) {
    if (c < 0x80) return (c | 0x20) >= U'a' && (c | 0x20) <= U'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    if (c >= 0x620 && c <= 0x64A && c != 0x640) return HB_SCRIPT_ARABIC;
    if (c >= 0x2D30 && c <= 0x2D67) return HB_SCRIPT_TIFINAGH;
    if (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) return HB_SCRIPT_LATIN;
    return HB_SCRIPT_INVALID;
}

// Script_Extensions in the little that our fonts cover: what no single script owns, but not every script shares.
hb_script_t script_of(char32_t c) {
    if (const auto script = script_of_letter(c); script != HB_SCRIPT_INVALID) return script;
    constexpr char32_t narrow_no_break_space = 0x202F;  // Latin or Mongolian: which of them, a letter must say.
    const bool arabic = c == 0x060C || c == 0x061B || c == 0x061C || c == 0x061F || c == 0x0640 ||
                        (c >= 0x064B && c <= 0x0655) || (c >= 0x0660 && c <= 0x0669) || c == 0x0670;
    if (arabic) return HB_SCRIPT_ARABIC;
    if (c == narrow_no_break_space) return HB_SCRIPT_MONGOLIAN;
    return hb_unicode_script(hb_unicode_funcs_get_default(), c);
}

bool is_real(hb_script_t script) { return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED; }

// A closing bracket is shaped like its opening one, whatever stands between them.
class Brackets {
public:
    void open(char32_t closing, hb_script_t script) {
        if (size_ == open_.size()) size_ = 0;  // Deeper than anybody writes: forget.
        open_[size_++] = {closing, script};
    }

    // The script of the bracket that `closing` closes, or HB_SCRIPT_COMMON when nothing is open.
    hb_script_t close(char32_t closing) {
        for (std::size_t i = size_; i-- > 0;) {
            if (open_[i].closing != closing) continue;
            size_ = i;
            return open_[i].script;
        }
        return HB_SCRIPT_COMMON;
    }

    // What was opened before the first letter belongs to the script of that letter.
    void resolve(hb_script_t script) {
        for (std::size_t i = 0; i < size_; ++i)
            if (!is_real(open_[i].script)) open_[i].script = script;
    }

    void replace(hb_script_t before, hb_script_t after) {
        for (std::size_t i = 0; i < size_; ++i)
            if (open_[i].script == before) open_[i].script = after;
    }

private:
    struct Open {
        char32_t closing = 0;
        hb_script_t script = HB_SCRIPT_COMMON;
    };
    std::array<Open, 32> open_{};
    std::size_t size_ = 0;
};

char32_t closing_of(char32_t c) {
    switch (c) {
        case U'(': return U')';
        case U'[': return U']';
        case U'{': return U'}';
        default: return 0;
    }
}

bool is_closing(char32_t c) { return c == U')' || c == U']' || c == U'}'; }

}  // namespace

void script_runs(std::u16string_view text, std::vector<ScriptRun>& runs) {
    runs.clear();
    Brackets brackets;
    hb_script_t current = HB_SCRIPT_COMMON;
    bool is_undecided = false;  // Mongolian so far, for want of a Latin letter.

    for (std::uint32_t i = 0; i < text.size();) {
        const char32_t c = unicode::code_point_at(text, i);
        hb_script_t script = script_of(c);
        const bool may_be_latin = script == HB_SCRIPT_MONGOLIAN;
        if (may_be_latin && current == HB_SCRIPT_LATIN) script = current;
        if (is_closing(c)) script = brackets.close(c);
        if (is_undecided && script == HB_SCRIPT_LATIN) {
            brackets.replace(current, script);
            current = script;
            is_undecided = false;
        }

        if (is_real(script) && script != current) {
            if (is_real(current)) {
                runs.push_back({i, current});
            } else {
                brackets.resolve(script);
            }
            current = script;
            is_undecided = may_be_latin;
        }
        if (const char32_t closing = closing_of(c)) brackets.open(closing, current);
        i += c > 0xFFFF ? 2 : 1;
    }
    runs.push_back({static_cast<std::uint32_t>(text.size()), current});
}

}  // namespace text::detail

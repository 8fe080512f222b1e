#include "shared/domain/redaction.hpp"

#include <algorithm>
#include <vector>

#include "shared/base/utf8.hpp"

namespace domain {
namespace {

using enum ContributionProblem;

// What stands before, between and after the signs.
std::vector<std::string_view> pieces_of(std::string_view redacted) {
    std::vector<std::string_view> pieces;
    for (;;) {
        const auto at = redacted.find(passage_sign);
        pieces.push_back(redacted.substr(0, at));
        if (at == std::string_view::npos) return pieces;
        redacted.remove_prefix(at + passage_sign.size());
    }
}

bool has_words(std::string_view piece) { return piece.find_first_not_of(" \t\n.,;:!?") != std::string_view::npos; }

// Whether the pieces stand in the text in their order, the first at its beginning, the last at its end, and with
// something between each two. What is found first leaves the most for those behind it.
bool stand_in(std::string_view text, const std::vector<std::string_view>& pieces) {
    if (!text.starts_with(pieces.front())) return false;
    auto at = pieces.front().size();
    for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
        const auto found = text.find(pieces[i], at + 1);
        if (found == std::string_view::npos) return false;
        at = found + pieces[i].size();
    }
    return text.ends_with(pieces.back()) && at < text.size() - pieces.back().size();
}

}  // namespace

std::optional<ContributionProblem> redaction_problem(std::string_view text, std::string_view redacted) {
    if (redacted == text) return PassageMissing;
    const auto pieces = pieces_of(redacted);
    // Broken bytes could split what was one character.
    if (pieces.size() < 2 || !base::is_well_formed(redacted) || !stand_in(text, pieces)) return TextAltered;
    if (std::ranges::none_of(pieces, has_words)) return NothingLeft;
    return std::nullopt;
}

}  // namespace domain

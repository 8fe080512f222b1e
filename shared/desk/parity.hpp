// How far the four languages of a district's texts are, and where they say less than the original.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/domain/parity.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

struct GapView {
    std::string number;  // Of the item.
    domain::ItemKind kind = domain::ItemKind::Article;
    std::string title;  // Empty where there is none.
    base::Language language = base::Language::Ar;
    domain::LanguageStatus status = domain::LanguageStatus::Missing;
    base::Date since;
    int days = 0;  // Until today.
};

struct ParityData {
    base::LocalizedText::Resolved city;
    domain::ParityCounts counts{};
    std::vector<GapView> gaps{};
    std::string next{};  // Cursor; empty where there are no more.
    std::optional<domain::ItemKind> kind{};
    std::optional<base::Language> language{};
    std::optional<domain::LanguageStatus> status{};  // Nothing: missing and stale.
};

doc::Document parity_page(const i18n::Text& tr, const routes::DeskRoom& route, const ParityData& data);

}  // namespace desk

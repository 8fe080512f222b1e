// Which facts of a district are out of date, and which soon will be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/domain/account.hpp"
#include "shared/domain/freshness.hpp"
#include "shared/pages/frame.hpp"

namespace desk {

struct DutyView {
    std::string number;  // Of the item.
    domain::ItemKind kind = domain::ItemKind::Sheet;
    int version = 0;
    std::string title;      // Empty where there is none.
    std::string path;       // Of the fact.
    std::string full_path;  // Of its words in the language that they were thought in.
    std::string text;
    std::string name;  // Who last verified it; empty: nobody yet.
    domain::Role role = domain::Role::Editor;
    base::Date verified_on;
    base::Date until;
    int days_over = 0;  // Since it ended to hold; not positive while it does.
};

struct DutiesData {
    base::LocalizedText::Resolved city;
    std::int64_t overdue = 0;
    std::int64_t soon = 0;
    std::vector<DutyView> duties{};
    std::string next{};  // Cursor; empty where there are no more.
    bool may_edit = false;
    bool is_confirmed = false;  // One was just found to be right.
    bool is_refused = false;    // Its text was changed meanwhile.
};

doc::Document duties_page(const i18n::Text& tr, const routes::DeskRoom& route, const DutiesData& data);

}  // namespace desk

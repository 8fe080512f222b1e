// Rows of the tables of contributions, read and written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server-stub/service/contribution_store.hpp"
#include "server-stub/storage/sqlite/detail/connection.hpp"

namespace storage::sqlite::detail {

// Their rows, as `contribution_in` reads them.
std::string select_contributions(std::string_view where);
// Nothing where the row cannot be read.
std::optional<service::StoredContribution> contribution_in(const Statement& row);
// All that are left; the statement is reset.
base::Result<std::vector<service::StoredContribution>> read_contributions(Statement& rows);
std::optional<service::StoredStep> step_in(const Statement& row);

// "court-head", "author", "rules".
std::string role_text(const service::StepBy& by);
// Names with a space between two.
std::string joined(const std::vector<std::string>& names);
std::vector<std::string> split(const std::string& text);

// Holds the text of a day while it is bound.
class DayOrNull {
public:
    explicit DayOrNull(const std::optional<base::Date>& day);
    OptionalText value() const { return text_.empty() ? OptionalText() : OptionalText(text_); }

private:
    std::string text_;
};

// But for those who were told of a term.
service::VoiceCounts counts_in(const Statement& row);

}  // namespace storage::sqlite::detail

// Reads the seed content: the files of assets/content, spread over the districts and dated from the day of seeding.
#pragma once

#include <filesystem>
#include <vector>

#include "server-stub/service/content_store.hpp"
#include "server-stub/service/legal_time.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/glossary.hpp"
#include "shared/domain/hours.hpp"
#include "shared/domain/moderation/model.hpp"
#include "shared/domain/moderation_words.hpp"

namespace seed {

// Every file is decoded strictly; the first mistake is a BadInput that names its file.
// In the files "@-3" is the third working day of the calendar before that of `now`, and "@+4T10:00" a time on the
// fourth after it. Bodies are written as Markdown, one text in each language.
base::Result<std::vector<service::ContentRow>> read(const std::filesystem::path& folder,
                                                    const service::LegalTime& legal_time, base::Instant now);

// The terms of glossary.json.
base::Result<domain::Glossary> read_glossary(const std::filesystem::path& folder);
// The words and rules of moderation.json.
base::Result<domain::ModerationWords> read_moderation(const std::filesystem::path& folder);
// "moderation.model", which stands beside it.
base::Result<domain::moderation::Model> read_moderation_model(const std::filesystem::path& folder);

// `text` with its relative days and times resolved; a name with a time gets a second one, its instant in UTC:
// "starts":"@+4T10:00" becomes "starts":"2026-11-26T10:00","startsAt":"2026-11-26T10:00:00.000Z".
std::string resolve_days(std::string_view text, const domain::Calendar& calendar, const service::LegalTime& legal_time,
                         base::Instant now);

}  // namespace seed

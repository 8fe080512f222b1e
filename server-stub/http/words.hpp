// Messages in the four languages at once: what a problem document carries, whatever its reader speaks.
#pragma once

#include "shared/base/localized_text.hpp"
#include "shared/base/result.hpp"
#include "shared/domain/account.hpp"
#include "shared/domain/image.hpp"
#include "shared/domain/item.hpp"
#include "shared/domain/item_checks/finding.hpp"
#include "shared/domain/rating.hpp"
#include "shared/domain/workflow.hpp"
#include "shared/pages/receipt.hpp"

namespace http {

base::LocalizedText words_of(const domain::RatingDraft& draft, int wait_minutes, domain::RatingProblem problem);
base::LocalizedText words_of(const pages::ReceiptRefusal& refusal);
base::LocalizedText words_of(const domain::AccountError& error);
base::LocalizedText words_of(domain::ImageProblem problem);
base::LocalizedText words_of(domain::ItemProblem problem);
base::LocalizedText words_of(domain::StepProblem problem);
base::LocalizedText words_of(domain::ItemKind kind, const domain::CheckFinding& finding);
base::LocalizedText words_of(base::ErrorCode code);

}  // namespace http

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"
#include "contract/types/catalogue.h"
#include "models/catalogue/description_file.h"
#include "views/words/words.h"

#include <QString>

namespace pc::views {

/// "1,223 routes: 5 new, 2 gone, 1 changed".
[[nodiscard]] QString reviewHeadline(const RevisionCounts &counts);
/// Whom applying it breaks, and how many calls; empty when nobody.
[[nodiscard]] QString breaksSentence(const RevisionReview &review);
/// Names of the first of them, for a sentence.
[[nodiscard]] QString brokenNames(const RevisionReview &review);
/// Why a file is not sent.
[[nodiscard]] QString fileRefusalText(const models::FileRefusal &refusal);
/// "Line 12 cannot be read. In the platform's words: …", of what the platform said of a description that it
/// cannot read; empty when it said nothing.
[[nodiscard]] QString descriptionFaultText(const client::ApiError &error);

[[nodiscard]] StateLook stateLook(RevisionState state);
[[nodiscard]] Icon changeIcon(RouteChangeKind kind);

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/onboard_draft.h"

#include <QString>

namespace pc::views {

/// Name of a step ("Lawful basis & data") and the sentence under its heading.
[[nodiscard]] QString stepTitle(models::OnboardStep step);
[[nodiscard]] QString stepIntro(models::OnboardStep step);
/// Cause and remedy of one problem, for the message under its field.
[[nodiscard]] QString problemText(const rules::FieldProblem &problem);
/// The label of the field that a problem is about, for where the field is not on show; empty when it has none
/// of its own, or the problem names it itself.
[[nodiscard]] QString fieldName(const rules::FieldProblem &problem);
/// The same with the contact that it is of: each kind has the same fields.
[[nodiscard]] QString fieldName(const rules::FieldProblem &problem, const PartnerDraft &draft);
/// A few words for the rail ("Security contact missing").
[[nodiscard]] QString problemShort(const rules::FieldProblem &problem);
/// What a finished step says in the rail ("DPA 3.2"); empty when there is nothing to say.
[[nodiscard]] QString stepSummary(models::OnboardStep step, const models::OnboardDraft &draft,
                                  const QString &planName);
/// The whole draft as sentences.
[[nodiscard]] QString draftSentence(const models::OnboardDraft &draft, const QString &planName);

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QString>

/// The words for enumeration values, translated; one place, so that a table, a chip and a dialog say the
/// same.
namespace pc::models {

[[nodiscard]] QString nameOf(Realm realm);
[[nodiscard]] QString nameOf(Stage stage);
[[nodiscard]] QString nameOf(PartnerStatus status);
[[nodiscard]] QString nameOf(Health health);
[[nodiscard]] QString nameOf(ContactKind kind);
[[nodiscard]] QString nameOf(LawfulBasis basis);
[[nodiscard]] QString nameOf(CredentialKind kind);
/// The scheme's own name, the same in every language.
[[nodiscard]] QString nameOf(KeyScheme scheme);
[[nodiscard]] QString nameOf(CredentialState state);
[[nodiscard]] QString nameOf(GenerationState state);
[[nodiscard]] QString nameOf(pc::Role role);
[[nodiscard]] QString nameOf(Outcome outcome);
/// Of one call, where the other stands for many: "Server error".
[[nodiscard]] QString nameOfOne(Outcome outcome);
[[nodiscard]] QString nameOf(DecisionReason reason);
[[nodiscard]] QString nameOf(CallField field);
[[nodiscard]] QString nameOf(DecisionCheck check);
[[nodiscard]] QString nameOf(CheckResult result);
[[nodiscard]] QString nameOf(ScopeSource source);
[[nodiscard]] QString nameOf(RevisionState state);
[[nodiscard]] QString nameOf(RouteChangeKind kind);
[[nodiscard]] QString nameOf(ObservationKind kind);
[[nodiscard]] QString nameOf(ObservedToday today);
[[nodiscard]] QString nameOf(ImportOutcome outcome);

} // namespace pc::models

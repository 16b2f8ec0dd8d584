// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"

#include <QString>

#include <optional>

/// What a revocation and its proof say, in words.
namespace pc::views {

/// As a part of a line: "proven".
[[nodiscard]] QString proofText(ProofOutcome outcome);
/// What a decision point answered: verdict, time of day and snapshot, decision id, each in a line.
[[nodiscard]] QString probeText(const std::optional<Probe> &probe);
/// A proof as lines of text; empty without a decision point.
[[nodiscard]] QString proofLines(const RevocationProof &proof);
/// For the clipboard: what was revoked, of whom, when, by whom and why, and what each decision point said, as
/// lines that stand for themselves in a ticket. Never empty.
[[nodiscard]] QString receiptText(const RevocationReceipt &receipt);

} // namespace pc::views

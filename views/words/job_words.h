// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/job.h"
#include "views/style/icons.h"

namespace pc::views {

/// "Verification of the whole history"
[[nodiscard]] QString jobTitle(JobKind kind);
/// "Running"; of a job that is done and found something it says so.
[[nodiscard]] QString stateText(const Job &job);
/// Glyph and colour beside that word.
[[nodiscard]] Icon jobIcon(const Job &job);
[[nodiscard]] Severity jobSeverity(const Job &job);
/// "12,288 of 20,004 events"; what is known of it.
[[nodiscard]] QString progressText(const Job &job);
/// What it came to, or why it failed, a sentence; empty while it goes on, and when it was cancelled.
[[nodiscard]] QString outcomeText(const Job &job);
/// Who started it, and who resumed it.
[[nodiscard]] QString whoText(const Job &job);

} // namespace pc::views

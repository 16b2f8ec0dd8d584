// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/version.h"
#include "views/words/words.h"

namespace pc::views {

/// Where a version stands; amber from 30 days before its end while somebody calls it.
[[nodiscard]] StateLook versionLook(const ApiVersion &version, const QDateTime &now);
/// "3 partners called it in the last 30 days, 48,210 calls."; that nobody did.
[[nodiscard]] QString versionUsedText(const ApiVersion &version);

} // namespace pc::views

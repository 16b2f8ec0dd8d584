// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/pack/language.h"

namespace pc::pack {

/// What a partner's software, or its developer, does about a refusal with this code. Empty for a code that
/// this build does not know.
[[nodiscard]] QString adviceOnCall(const QString &code, const Words &words);
/// The same of the token endpoint.
[[nodiscard]] QString adviceOnToken(const QString &code, const Words &words);

} // namespace pc::pack

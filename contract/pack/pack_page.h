// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/pack/language.h"
#include "contract/pack/page.h"
#include "contract/types/pack.h"

namespace pc::pack {

/// The one page that a partner's developer reads.
[[nodiscard]] Page pageOf(const PartnerPack &pack, const Words &words);
/// What to do about each code: a part of the page, and a file of its own.
[[nodiscard]] Page errorsPage(const PartnerPack &pack, const Words &words);

} // namespace pc::pack

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/tx.h"

namespace pc::platform {

/// Documents are read without the columns beside them. The first row whose document calls it otherwise than
/// its key, as "partners prt_…"; empty when none does.
[[nodiscard]] QString misnamedRow(Tx &tx);

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/tx.h"

namespace pc::platform {

/// A schema step: partners that are in production before there were allow-lists get a waiver of the longest
/// time on record, so that their calls go on; with an event each.
void waiveNetworks(Tx &tx);

} // namespace pc::platform

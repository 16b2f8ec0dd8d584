// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"
#include "platform/operators/host_acts.h"

namespace pc::platform {

/// NAME of a gateway.
[[nodiscard]] Operand gatewayName(QString &into);

/// A removal; of one that the list does not name only if the log knows it, which may be so all the same.
[[nodiscard]] host_acts::HostAct removalOf(const QString &name, bool isListed);

} // namespace pc::platform

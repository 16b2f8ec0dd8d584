// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "platform/store/sql/tx.h"

#include <QStringList>

#include <optional>

namespace pc::platform {

/// The lists of networks that a call was judged by, as they stood.
struct NetworksThen
{
    /// Networks of the list that refused it, or, of a call that passed, of its realm's; nothing: no event
    /// says.
    std::optional<QStringList> networks;
    QString holding;                      ///< of a call that passed: the one that has its source
    std::optional<QDateTime> waiverUntil; ///< of production without a list
    QStringList refusing; ///< by their names in events: those that do not let the source through
};
[[nodiscard]] NetworksThen networksThen(Tx &tx, const CallRecord &call);

} // namespace pc::platform

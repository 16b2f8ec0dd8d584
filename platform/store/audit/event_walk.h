// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/audit.h"
#include "platform/store/sql/tx.h"

#include <functional>
#include <limits>

namespace pc::platform::audit_log {

/// Which events are walked through: those of one object, or of one action; each has its index, the log is
/// never scanned.
struct EventWalk
{
    /// Rows that are looked at, at most. Objects have some hundred events; what writes more of them than this
    /// is a program, and what stands further back is not found.
    static constexpr int mostRows = 5000;

    QString targetId;
    QString action = {};                                ///< instead of the target
    qint64 from = 0;                                    ///< index; inclusive
    qint64 before = std::numeric_limits<qint64>::max(); ///< index; exclusive
    bool newestFirst = true;
};

enum class WalkEnd {
    Stopped, ///< by whoever looked
    Over,    ///< every event was seen
    Bounded  ///< not all
};

/// `look` gets each event of an action that this build knows, and stops the walk with false. `wanted`:
/// whether events of an action are decoded at all.
WalkEnd walkEvents(Tx &tx, const EventWalk &walk, const std::function<bool(AuditAction)> &wanted,
                   const std::function<bool(AuditAction, const AuditEvent &)> &look);

} // namespace pc::platform::audit_log

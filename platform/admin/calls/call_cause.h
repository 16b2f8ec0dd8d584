// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/calls/made_rules.h"
#include "platform/store/sql/tx.h"

#include <optional>

namespace pc::platform {

/// The event that made the rule which refused a call.
struct CallCause
{
    AuditEvent event;
    MadeRule rule;
    bool isBeforeEvent = false; ///< it was in force before its event was written
};

/// Which rules count. MadeFirst: how an object was made only where no event took anything away.
enum class Beginnings { Newest, MadeFirst };

/// Where to look.
struct CauseSearch
{
    QStringList targets;
    QStringList parts = {};   ///< of MadeRule; empty: any
    QStringList actions = {}; ///< whose targets are not known
    bool isByTime = false;    ///< of what is no part of the policy: all events, whatever the call stood on
    Beginnings beginnings = Beginnings::Newest;
};

/// Goes back through the events that a call stood on to the newest that made a rule by which it was refused,
/// and which none of those behind it ended. Finds none: forward, as power may be taken before its event is
/// written.
[[nodiscard]] std::optional<CallCause> findCause(Tx &tx, const RuleSources &sources, const CallRecord &call,
                                                 const CauseSearch &search);

/// When another event ended a rule; nothing: it is in force. Also the end that the rule itself has.
[[nodiscard]] std::optional<QDateTime> endOf(Tx &tx, const AuditEvent &event, const MadeRule &rule);

} // namespace pc::platform

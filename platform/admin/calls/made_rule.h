// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/audit.h"
#include "contract/types/calls.h"
#include "platform/admin/calls/call_matching.h"
#include "platform/core/policy/policy.h"

#include <QHash>

#include <functional>
#include <utility>

namespace pc::platform {

/// What an event alone does not say: as it is today, and as the log has it.
struct RuleSources
{
    const Policy &policy;
    QHash<QString, QStringList> credentialScopes = {}; ///< of the partner's credentials, by id
    /// Of a credential: the generation that each of its events ended, by the event's index; what the log says
    /// of it besides.
    QHash<qint64, int> endedGenerations = {};
};

/// A rule that an event of the audit log made, and by which calls are refused until another event changes it.
struct MadeRule
{
    /// What it is of, where an event makes several: a scope, a list of networks, "expires_at".
    QString part = {};
    /// What it refuses: conditions, from when on, and until when where the time ends it. Without conditions
    /// nothing can be listed.
    CallFilter filter = {};
    QStringList routes = {};       ///< of the filter, where they are more than one takes
    bool isBeginning = false;      ///< an object was made so, and nothing was taken from anybody
    QStringList otherTargets = {}; ///< whose events may end it, beside those of its own event's target
    std::function<bool(const CallRecord &)> covers = {}; ///< refused by it, also where the filter has it not
    std::function<bool(AuditAction, const AuditEvent &)> isEndedBy = {};
};

using Reason = DecisionReason;

[[nodiscard]] inline CallCondition condition(CallField field, const QStringList &values)
{
    return {field, values, false};
}
[[nodiscard]] CallCondition reasons(std::initializer_list<DecisionReason> reasons);

/// One that refuses exactly what its filter lists.
[[nodiscard]] MadeRule ruleOf(const QString &part, QList<CallCondition> conditions, const QDateTime &from);
/// Binds the filter to these routes, as far as it can.
void bindRoutes(MadeRule &rule, const QStringList &routes);

} // namespace pc::platform

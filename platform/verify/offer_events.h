// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/audit.h"
#include "platform/store/sql/tx.h"

#include <QHash>
#include <QSet>

namespace pc::platform {

/// What the events of a log say of what partners are offered: what a scope is allowed for, and what a plan
/// allows. Only edits: both are installed without an event. See every event, oldest first.
class OfferEvents
{
public:
    /// `action`: of the event.
    void see(AuditAction action, const AuditEvent &event);
    /// A sentence about the first row that does not fit; empty when all do.
    [[nodiscard]] QString contradiction(Tx &tx) const;

private:
    [[nodiscard]] QString ofScopes(Tx &tx) const;
    [[nodiscard]] QString ofPlans(Tx &tx) const;

    /// By scope: single values by field, and of lists which entries came (true) or went.
    QHash<QString, QHash<QString, QString>> m_scopeValues;
    QHash<QString, QHash<std::pair<QString, QString>, bool>> m_scopeEntries;
    QHash<QString, QHash<QString, QString>> m_plans; ///< limits by field, by plan
    QSet<QString> m_removedPlans;
};

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/audit.h"
#include "platform/store/sql/tx.h"

#include <QDateTime>
#include <QHash>

#include <optional>

namespace pc::platform {

/// What the events of a log say of observations, under which calls pass that would be refused. See every
/// event, oldest first.
class ObservationEvents
{
public:
    /// `action`: of the event.
    void see(AuditAction action, const AuditEvent &event);
    /// A sentence about the first row that does not fit; empty when all do.
    [[nodiscard]] QString contradiction(Tx &tx) const;

private:
    struct Open
    {
        QString name; ///< "api api_…", as the event calls it
        QString pathPrefix;
        std::optional<QDateTime> until;
    };
    QHash<QString, Open> m_open; ///< those that began and did not end, by id
};

} // namespace pc::platform

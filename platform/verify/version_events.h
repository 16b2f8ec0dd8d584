// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/audit.h"
#include "contract/types/version.h"
#include "platform/store/sql/tx.h"

#include <QHash>
#include <QList>

#include <optional>

namespace pc::platform {

/// What the events of a log say of versions of APIs: which paths they are, and when they end. See every
/// event, oldest first.
class VersionEvents
{
public:
    /// `action`: of the event.
    void see(AuditAction action, const AuditEvent &event);
    /// A sentence about the first API whose versions do not fit; empty when all do.
    [[nodiscard]] QString contradiction(Tx &tx) const;

private:
    struct Said
    {
        QString id;   ///< empty: its events are of before they named it
        QString path; ///< as the log tells it; empty: it does not
        QString end;  ///< empty: none
    };
    struct OfApi
    {
        QString name;
        QList<Said> versions;
        bool isUnsaid = false; ///< an event of before does not tell which version it is about
    };
    void followApi(const AuditEvent &event);
    void follow(AuditAction action, const AuditEvent &event);
    [[nodiscard]] static qsizetype indexOf(const OfApi &api, const AuditEvent &event);
    [[nodiscard]] static bool fit(QList<Said> said, QList<ApiVersion> stored);

    QHash<QString, OfApi> m_apis; ///< by id
};

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/access.h"
#include "contract/types/audit.h"
#include "contract/types/catalogue.h"
#include "platform/demo/default_catalogue.h"
#include "platform/store/sql/tx.h"
#include "platform/verify/version_events.h"

#include <QHash>
#include <QSet>

namespace pc::platform {

/// What the events of a log say of APIs: where their calls come, what their tokens are for, which routes were
/// put in force, and when parts of them end. See every event, oldest first.
class CatalogueEvents
{
public:
    /// `action`: of the event.
    void see(AuditAction action, const AuditEvent &event);
    /// A sentence about the first row that does not fit; empty when all do.
    [[nodiscard]] QString contradiction(Tx &tx) const;

private:
    struct SaidApi
    {
        bool isAdded = false;           ///< by an event; else it was installed
        QHash<QString, QString> fields; ///< host, base_path and audience, as far as events say them
        QString routes;                 ///< digest of the newest import; empty: unsaid
    };
    [[nodiscard]] QString ofApi(const Api &api) const;
    [[nodiscard]] QString ofRoutes(Tx &tx, const QList<Api> &apis) const;

    const Api m_installed = defaultCatalogue().api;
    QHash<QString, SaidApi> m_apis;
    QSet<QString> m_removed;
    VersionEvents m_versions;
};

} // namespace pc::platform

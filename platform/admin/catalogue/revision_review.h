// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"
#include "platform/admin/api/admin_context.h"
#include "platform/store/rows/route_use.h"
#include "platform/store/sql/tx.h"

namespace pc::platform {

/// What replacing the routes of an API by others would do.
class RevisionEffect
{
public:
    /// `after`: routes of the API `apiId`. Reads who called them.
    RevisionEffect(AdminContext &context, Tx &tx, const QString &apiId, QList<Route> after,
                   const QDateTime &now);

    /// With the calls of each.
    [[nodiscard]] const QList<RouteChange> &changes() const { return m_changes; }
    [[nodiscard]] RevisionCounts counts() const;
    [[nodiscard]] QList<ScopeNeed> scopes() const;
    /// Whose calls would be refused, most of them first.
    [[nodiscard]] QList<BrokenPartner> broken(Tx &tx, const QDateTime &now) const;
    [[nodiscard]] int brokenCount() const { return static_cast<int>(m_breaches.size()); }
    /// Partners that hold a scope which no route will need any more.
    [[nodiscard]] int idleGrants() const;

private:
    struct Breach
    {
        qint64 calls = 0;
        QDateTime lastDay;
        QStringList routes;
        QStringList missing;
    };

    void count(const RouteUse &use);
    [[nodiscard]] QString otherApiOf(const QString &scope) const;

    PolicyRef m_policy;
    QString m_apiId;
    QList<Route> m_before;
    QList<Route> m_after;
    QHash<QString, qsizetype> m_beforeAt; ///< places in m_before, by id
    QHash<QString, qsizetype> m_afterAt;
    QSet<QString> m_known; ///< scopes of the catalogue
    QList<RouteChange> m_changes;
    QHash<QString, Breach> m_breaches; ///< by partner
};

} // namespace pc::platform

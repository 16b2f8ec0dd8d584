// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/tx.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace pc::platform {

/// Calls of a route by one credential that were served in 30 days.
struct RouteUse
{
    QString routeId;
    QString partnerId;
    QString credentialId;
    qint64 calls30d = 0;
    QDateTime lastDay; ///< the day of the last of them, in UTC
};

/// By all partners, of these routes; in no order. By the day's figures, so the first day counts as a whole.
[[nodiscard]] std::vector<RouteUse> routeUse(Tx &tx, const QStringList &routeIds, const QDateTime &now);

/// Calls that came to a route with one credential, whatever became of them. Figures are of whole days, in
/// UTC.
struct RouteCalls
{
    QString routeId;
    QString partnerId;
    QString credentialId;
    QString credentialName; ///< empty when the credential is gone
    qint64 calls7d = 0;
    qint64 calls30d = 0;
    QDateTime lastDay; ///< the day of the last of them
};

/// By all partners, of these routes; in no order.
[[nodiscard]] std::vector<RouteCalls> routeCalls(Tx &tx, const QStringList &routeIds, const QDateTime &now);
/// The hour of the last call of a partner to one of these routes on this day; the day where hours are not
/// kept.
[[nodiscard]] QDateTime lastCallHour(Tx &tx, const QString &partnerId, const QStringList &routeIds,
                                     const QDateTime &day);

} // namespace pc::platform

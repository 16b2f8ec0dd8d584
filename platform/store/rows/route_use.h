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

} // namespace pc::platform

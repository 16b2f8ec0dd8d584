// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"
#include "platform/store/sql/tx.h"

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <vector>

namespace pc::platform {

/// Served calls with one scope by one credential.
struct ScopeCalls
{
    QString partnerId;
    QString credentialId;
    qint64 calls30d = 0;
    QDateTime lastDay; ///< the day of the last of them, in UTC
};

/// Of these partners, in no order; by the day's figures of the last 400 days, so the first day counts as a
/// whole.
[[nodiscard]] std::vector<ScopeCalls> scopeCalls(Tx &tx, const QString &scope, const QStringList &partnerIds,
                                                 const QDateTime &now);

/// Served calls with one scope by all partners.
struct ScopeTotal
{
    int partners30d = 0;
    qint64 calls30d = 0;
    std::optional<QDateTime> lastDay; ///< of the last of them ever, in UTC
};
[[nodiscard]] ScopeTotal scopeTotal(Tx &tx, const QString &scope, const QDateTime &now);

/// Calls of a partner in a realm that limits let pass, of each hour of the last 30 days that has any.
[[nodiscard]] std::vector<qint64> passedByHour(Tx &tx, const QString &partnerId, Realm realm,
                                               const QDateTime &now);

} // namespace pc::platform

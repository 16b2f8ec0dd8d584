// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/usage.h"
#include "platform/domain/quota_count.h"
#include "platform/store/sql/tx.h"

#include <QTimeZone>

#include <vector>

/// What was used of the daily quotas.
namespace pc::platform::quota_rows {

/// What this node used; absolute.
void put(Tx &tx, const QuotaCount &count);
/// As counters are restored from them.
[[nodiscard]] std::vector<QuotaCount> since(Tx &tx, const QDate &day);
/// Used and throttled of the partner's days [from, to] in a realm, in its time zone: each realm has a quota
/// of its own.
[[nodiscard]] QList<QuotaDay> days(Tx &tx, const QString &partnerId, Realm realm, const QTimeZone &zone,
                                   const QDate &from, const QDate &to);

} // namespace pc::platform::quota_rows

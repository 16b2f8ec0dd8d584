// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/credential.h"
#include "contract/types/networks.h"
#include "contract/types/usage.h"
#include "platform/store/sql/tx.h"

/// What is read from the roll-ups and from who used which generation (metering_rows.h).
namespace pc::platform::usage_rows {

[[nodiscard]] UsageSeries series(Tx &tx, const UsageQuery &query);
/// Facts before a revocation; `liveTokens` is left 0.
[[nodiscard]] CredentialUse credentialUse(Tx &tx, const QString &credentialId, const QDateTime &now);
/// From where the credentials of a partner were used in 30 days, most calls first, at most 500.
[[nodiscard]] QList<SourceSeen> partnerSources(Tx &tx, const QString &partnerId, const QDateTime &now);
/// Served calls of 30 days: of `scopes` in their order, then by name of every other that was called with.
[[nodiscard]] QList<ScopeUse> scopeUse(Tx &tx, const QString &partnerId, const QStringList &scopes,
                                       const QDateTime &now);
/// Calls of each of a partner's credentials since then, by whole days, however they ended.
[[nodiscard]] QHash<QString, qint64> callsOfCredentials(Tx &tx, const QString &partnerId,
                                                        const QDateTime &from);
/// Calls of a partner in a realm that a decision allowed, ever; for the stage gate.
[[nodiscard]] qint64 servedCalls(Tx &tx, const QString &partnerId, Realm realm);
/// Allowed calls of the last hour in a realm, for the forecast.
[[nodiscard]] qint64 servedLastHour(Tx &tx, const QString &partnerId, Realm realm, const QDateTime &now);

} // namespace pc::platform::usage_rows

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/page.h"
#include "platform/domain/credential_row.h"
#include "platform/store/sql/tx.h"

#include <optional>

namespace pc::platform {

namespace credential_rows {

/// Inserts or replaces the credential and all its generations.
void put(Tx &tx, const CredentialRow &row);
[[nodiscard]] std::optional<CredentialRow> find(Tx &tx, const QString &id);
[[nodiscard]] QList<CredentialRow> ofPartner(Tx &tx, const QString &partnerId);
[[nodiscard]] QList<CredentialRow> all(Tx &tx);
/// Those whose next event lies at or before `now`, at most `limit`.
[[nodiscard]] QList<CredentialRow> due(Tx &tx, const QDateTime &now, int limit);
[[nodiscard]] std::optional<QDateTime> nextDue(Tx &tx);
/// Moves "last used" forward, never back.
void touch(Tx &tx, const QString &id, int generation, const QDateTime &at, const QString &source);

/// A bcrypt key was used: what it is found by from now on. False when that is stored already, or it is none.
[[nodiscard]] bool rehash(Tx &tx, const QString &id, const QByteArray &lookup, int pepperVersion,
                          const QDateTime &at);
/// Since when the newest of the headers is known in which imported keys are sent; nothing: there is none.
[[nodiscard]] std::optional<QDateTime> newestHeader(Tx &tx);
/// The credential that an import made of a row with this origin (LegacyRow); empty for none.
[[nodiscard]] QString importedAs(Tx &tx, const QByteArray &origin);
/// One that calls find by this lookup.
[[nodiscard]] QString foundBy(Tx &tx, const QByteArray &lookup);
/// The credential that stands for a client id of another system in this realm, over or not; empty for none.
[[nodiscard]] QString ofClientId(Tx &tx, Realm realm, const QString &clientId);
struct KnownClientId
{
    Realm realm = Realm::Unknown;
    QString clientId;
    QString partnerId;
};
/// Those with a character that has a meaning in a form (`+`, `%`).
[[nodiscard]] QList<KnownClientId> clientIdsWithEscapes(Tx &tx);
/// Imported keys and client ids, the next deadline first. Empty partner: of all.
[[nodiscard]] QList<CredentialRow> imported(Tx &tx, const QString &partnerId);

/// Nullopt when the cursor or the sort order does not belong to this query.
[[nodiscard]] std::optional<Page<CredentialRow>> list(Tx &tx, const CredentialQuery &query,
                                                      const QDateTime &now);
[[nodiscard]] QStringList sortOrders();

} // namespace credential_rows
} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"
#include "platform/domain/denied_token.h"
#include "platform/store/sql/tx.h"

#include <optional>
#include <vector>

/// Small tables of the administration: operators, their sessions, replies kept for repeated requests,
/// settings.
namespace pc::platform {

struct OperatorRow
{
    QString account;
    QString displayName;
    QList<Role> roles;
    QDateTime createdAt;
    std::optional<QDateTime> disabledAt;
    bool operator==(const OperatorRow &) const = default;
};

struct SessionRow
{
    QByteArray tokenHash; ///< SHA-256 of the token
    QString chain;        ///< one sign-in and its renewals
    QString account;
    QDateTime expiresAt;
    QDateTime renewableUntil;
    bool operator==(const SessionRow &) const = default;
};

struct IdempotencyRow
{
    QString actor;
    QString operation;
    QString key;
    QByteArray requestHash;
    QDateTime at;
    int status = 0;
    QString etag;
    QByteArray body;    ///< empty for issue and rotate: their reply is made from the generation, so that no
                        ///< sealed bytes stay here
    QString subject;    ///< credential id for issue and rotate
    int generation = 0; ///< likewise
};

namespace operator_rows {
void put(Tx &tx, const OperatorRow &row);
[[nodiscard]] std::optional<OperatorRow> find(Tx &tx, const QString &account);
[[nodiscard]] QList<OperatorRow> all(Tx &tx);
/// Whether there is such an account and it is not disabled: who may own a partner or a credential.
[[nodiscard]] bool isOwner(Tx &tx, const QString &account);
} // namespace operator_rows

namespace session_rows {
void put(Tx &tx, const SessionRow &row);
void removeChain(Tx &tx, const QString &chain);
/// Keeps the `count` tokens of a chain that live longest.
void keepNewest(Tx &tx, const QString &chain, int count);
void removeAccount(Tx &tx, const QString &account);
void removeExpired(Tx &tx, const QDateTime &now);
[[nodiscard]] QList<SessionRow> all(Tx &tx);
} // namespace session_rows

namespace idempotency_rows {
/// How long an answer is kept for a repeated request.
inline constexpr qint64 keptHours = 48;

void put(Tx &tx, const IdempotencyRow &row);
[[nodiscard]] std::optional<IdempotencyRow> find(Tx &tx, const QString &actor, const QString &operation,
                                                 const QString &key);
void removeBefore(Tx &tx, const QDateTime &time);
/// A key as it is stored: it is the caller's own text, and one that holds a secret is kept as its hash.
[[nodiscard]] QString storedKey(const QString &key);
/// Actor, operation, stored key and time of those answered since, oldest first; the newest `most` of them.
[[nodiscard]] std::vector<IdempotencyRow> since(Tx &tx, const QDateTime &time, int most);
} // namespace idempotency_rows

namespace meta_rows {
void put(Tx &tx, const QString &name, const QString &value);
[[nodiscard]] QString value(Tx &tx, const QString &name);
void remove(Tx &tx, const QString &name);
/// Those that begin with "`family`/", without that, in order, at most `limit` of them.
[[nodiscard]] QList<std::pair<QString, QString>> family(Tx &tx, const QString &family, int limit);
} // namespace meta_rows

namespace denied_token_rows {
/// False when it is there already.
bool put(Tx &tx, const DeniedToken &token, const QString &credentialId);
[[nodiscard]] std::vector<DeniedToken> all(Tx &tx);
void removeExpired(Tx &tx, const QDateTime &now);
} // namespace denied_token_rows

} // namespace pc::platform

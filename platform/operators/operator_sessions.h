// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/random_source.h"
#include "contract/crypto/secret.h"
#include "contract/types/enums.h"
#include "platform/store/rows/admin_rows.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>

#include <mutex>
#include <optional>

namespace pc::platform {

/// The signed-in operator behind a request.
struct Actor
{
    QString account;
    QString displayName;
    QList<Role> roles;
    QString chain; ///< the sign-in; ending it ends every token renewed from it
    QDateTime expiresAt;
    QDateTime renewableUntil;
};

/// Local operators and their bearer tokens: opaque, 15 minutes, renewable for 12 hours. Checked in memory, so
/// that no request waits for the store to be told "who are you"; the store keeps hashes, so that a restart
/// signs nobody out. Thread-safe.
class OperatorSessions
{
public:
    static constexpr qint64 tokenSeconds = 15 * 60;
    static constexpr qint64 chainSeconds = 12 * 3600;
    /// Living tokens of one sign-in: whoever renews more often loses the oldest ones.
    static constexpr int tokensPerChain = 16;
    static constexpr int mostUnstored = 4096;

    /// Reads operators and living sessions.
    void load(Tx &tx, const QDateTime &now);

    /// Nothing for unknown, expired, ended or disabled.
    [[nodiscard]] std::optional<Actor> authenticate(QByteArrayView token, const QDateTime &now) const;

    /// A token not yet known to anybody: store `row` in a transaction, then call `admit`.
    struct Minted
    {
        Secret token;
        SessionRow row;
    };
    /// For a fresh sign-in.
    [[nodiscard]] static Minted mint(const QString &account, const QDateTime &now, RandomSource &random);
    /// Of the same chain, never beyond its end; nothing when that has come.
    [[nodiscard]] static std::optional<Minted> renew(const Actor &actor, const QDateTime &now,
                                                     RandomSource &random);

    /// False, and nothing is admitted, when its chain was ended or its account closed meanwhile.
    [[nodiscard]] bool admit(const SessionRow &row);

    /// A token that is not in the store, because nothing can be written there now.
    struct Unstored
    {
        SessionRow row;
        QDateTime at;
        QString by;          ///< who signed in, or renewed
        bool begins = false; ///< a sign-in, which the audit log does not have yet
    };
    /// It is admitted and has to be stored yet. A renewal that lives no more is forgotten, so that a session
    /// owes no more than its tokens; of too many the oldest renewals are, and sign-ins, which the log must
    /// have, last.
    void owe(const Unstored &unstored);
    /// Those so far, oldest first; they are forgotten.
    [[nodiscard]] QList<Unstored> takeUnstored();
    [[nodiscard]] std::optional<OperatorRow> find(const QString &account) const;
    void endChain(const QString &chain, const QDateTime &now);
    [[nodiscard]] bool isEnded(const QString &chain) const;
    /// Whether this token was admitted and is neither ended, dropped nor of an account that is shut.
    [[nodiscard]] bool isLiving(const QByteArray &tokenHash) const;
    /// Nobody acts in the name of this account from now on, whatever the store says, and its sessions are
    /// over for good; false when there is nothing to close. `opens`: an act that enables or adds it is on its
    /// way, so there is something. reopen() lets it sign in again, setOperator() settles it.
    bool close(const QString &account, bool opens = false);
    void reopen(const QString &account);
    /// Whether it can own partners and credentials: it is there, and not disabled.
    [[nodiscard]] bool isOwner(const QString &account) const;
    /// Leaves an account only the roles that it has and shall have, until the store has that; false when it
    /// loses none.
    bool narrow(const OperatorRow &wanted);
    /// What was narrowed is as the store has it again: no act on the account is on its way any more.
    void widen(const QString &account);
    /// A new or changed account, as stored; a disabled one loses its sessions.
    void setOperator(const OperatorRow &row);
    /// As stored, while a later act is on its way: what that one took away is not given back.
    void setStored(const OperatorRow &row);
    void dropExpired(const QDateTime &now);

private:
    void dropSessionsOf(const QString &account);

    mutable std::mutex m_mutex;
    QHash<QByteArray, SessionRow> m_sessions; // by token hash
    QHash<QString, OperatorRow> m_operators;  // as they count now
    QHash<QString, OperatorRow> m_narrowed;   // those that were narrowed, as the store has them
    QList<Unstored> m_unstored;
    QSet<QString> m_closed;            // accounts, until the store has it
    QHash<QString, QDateTime> m_ended; // chains, and when; as long as one of their tokens could still be made
};

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/operators/operator_sessions.h"

#include "contract/crypto/hashing.h"

#include <algorithm>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr char tokenPrefix[] = "pco_";
constexpr qsizetype tokenLength = 43;
constexpr qsizetype prefixLength = sizeof(tokenPrefix) - 1;

Secret newToken(RandomSource &random)
{
    const Secret body = randomBase62(random, tokenLength);
    Secret token(prefixLength + body.size());
    std::copy_n(tokenPrefix, prefixLength, token.data());
    std::copy(body.view().begin(), body.view().end(), token.data() + prefixLength);
    return token;
}

} // namespace

void OperatorSessions::load(Tx &tx, const QDateTime &now)
{
    const QList<OperatorRow> operators = operator_rows::all(tx);
    const QList<SessionRow> sessions = session_rows::all(tx);
    const std::lock_guard lock(m_mutex);
    m_operators.clear();
    m_narrowed.clear();
    m_sessions.clear();
    for (const OperatorRow &row : operators)
        m_operators.insert(row.account, row);
    for (const SessionRow &row : sessions) {
        if (row.expiresAt > now)
            m_sessions.insert(row.tokenHash, row);
    }
}

std::optional<Actor> OperatorSessions::authenticate(QByteArrayView token, const QDateTime &now) const
{
    if (token.size() != prefixLength + tokenLength || !token.startsWith(tokenPrefix))
        return {};
    // The hash of 256 random bits is what is looked up: timing of the look-up tells nothing about a token.
    const QByteArray hash = sha256({token});
    const std::lock_guard lock(m_mutex);
    const auto session = m_sessions.constFind(hash);
    if (session == m_sessions.constEnd() || session->expiresAt <= now)
        return {};
    // Made by a clock that was ahead and is not any more: nobody signs in for longer than this.
    constexpr int slack = 60;
    if (session->expiresAt > now.addSecs(tokenSeconds + slack) ||
        session->renewableUntil > now.addSecs(chainSeconds + slack))
        return {};
    const auto account = m_operators.constFind(session->account);
    if (account == m_operators.constEnd() || account->disabledAt || m_closed.contains(session->account))
        return {};
    return Actor{account->account, account->displayName, account->roles,
                 session->chain,   session->expiresAt,   session->renewableUntil};
}

OperatorSessions::Minted OperatorSessions::mint(const QString &account, const QDateTime &now,
                                                RandomSource &random)
{
    Minted minted;
    minted.token = newToken(random);
    minted.row.tokenHash = sha256({minted.token.view()});
    const Secret chain = randomBase62(random, 22);
    minted.row.chain = u"ses_"_s + QString::fromLatin1(chain.view());
    minted.row.account = account;
    minted.row.expiresAt = now.addSecs(tokenSeconds);
    minted.row.renewableUntil = now.addSecs(chainSeconds);
    return minted;
}

std::optional<OperatorSessions::Minted> OperatorSessions::renew(const Actor &actor, const QDateTime &now,
                                                                RandomSource &random)
{
    if (actor.renewableUntil <= now)
        return {};
    Minted minted = mint(actor.account, now, random);
    minted.row.chain = actor.chain;
    minted.row.renewableUntil = actor.renewableUntil;
    minted.row.expiresAt = std::min(minted.row.expiresAt, actor.renewableUntil);
    return minted;
}

bool OperatorSessions::admit(const SessionRow &row)
{
    const std::lock_guard lock(m_mutex);
    if (m_ended.contains(row.chain) || m_closed.contains(row.account))
        return false;
    QList<SessionRow> chain;
    for (const SessionRow &other : std::as_const(m_sessions)) {
        if (other.chain == row.chain)
            chain.append(other);
    }
    if (chain.size() >= tokensPerChain) {
        const auto oldest =
            std::min_element(chain.cbegin(), chain.cend(), [](const SessionRow &a, const SessionRow &b) {
                return a.expiresAt < b.expiresAt;
            });
        m_sessions.remove(oldest->tokenHash);
    }
    m_sessions.insert(row.tokenHash, row);
    return true;
}

void OperatorSessions::owe(const Unstored &unstored)
{
    const std::lock_guard lock(m_mutex);
    m_unstored.removeIf([&](const Unstored &each) {
        return !each.begins && each.row.chain == unstored.row.chain &&
               !m_sessions.contains(each.row.tokenHash);
    });
    m_unstored.append(unstored);
    if (m_unstored.size() <= mostUnstored)
        return;
    const auto renewal = std::find_if(m_unstored.cbegin(), m_unstored.cend(),
                                      [](const Unstored &each) { return !each.begins; });
    m_unstored.erase(renewal != m_unstored.cend() ? renewal : m_unstored.cbegin());
}

QList<OperatorSessions::Unstored> OperatorSessions::takeUnstored()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_unstored, {});
}

std::optional<OperatorRow> OperatorSessions::find(const QString &account) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_operators.constFind(account);
    return known == m_operators.constEnd() ? std::nullopt : std::optional(*known);
}

bool OperatorSessions::isEnded(const QString &chain) const
{
    const std::lock_guard lock(m_mutex);
    return m_ended.contains(chain);
}

bool OperatorSessions::isLiving(const QByteArray &tokenHash) const
{
    const std::lock_guard lock(m_mutex);
    const auto session = m_sessions.constFind(tokenHash);
    if (session == m_sessions.constEnd() || m_closed.contains(session->account))
        return false;
    const auto account = m_operators.constFind(session->account);
    return account != m_operators.constEnd() && !account->disabledAt;
}

void OperatorSessions::endChain(const QString &chain, const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    m_ended.insert(chain, now);
    m_sessions.removeIf([&chain](const auto &entry) { return entry.value().chain == chain; });
}

bool OperatorSessions::close(const QString &account, bool opens)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_operators.constFind(account);
    if (!opens && (known == m_operators.constEnd() || known->disabledAt))
        return false;
    m_closed.insert(account);
    dropSessionsOf(account);
    return true;
}

void OperatorSessions::reopen(const QString &account)
{
    const std::lock_guard lock(m_mutex);
    m_closed.remove(account);
}

bool OperatorSessions::isOwner(const QString &account) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_operators.constFind(account);
    return known != m_operators.constEnd() && !known->disabledAt && !m_closed.contains(account);
}

bool OperatorSessions::narrow(const OperatorRow &wanted)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_operators.find(wanted.account);
    if (known == m_operators.end())
        return false;
    const OperatorRow before = *known;
    known->roles.removeIf([&wanted](Role role) { return !wanted.roles.contains(role); });
    if (*known == before)
        return false;
    if (!m_narrowed.contains(wanted.account)) // else the store has what the first of them found
        m_narrowed.insert(wanted.account, before);
    return true;
}

void OperatorSessions::widen(const QString &account)
{
    const std::lock_guard lock(m_mutex);
    if (const auto stored = m_narrowed.constFind(account); stored != m_narrowed.constEnd())
        m_operators.insert(account, *stored);
    m_narrowed.remove(account);
}

void OperatorSessions::setOperator(const OperatorRow &row)
{
    const std::lock_guard lock(m_mutex);
    m_operators.insert(row.account, row);
    m_narrowed.remove(row.account);
    if (!row.disabledAt)
        return;
    m_closed.remove(row.account);
    dropSessionsOf(row.account);
}

void OperatorSessions::setStored(const OperatorRow &row)
{
    const std::lock_guard lock(m_mutex);
    m_narrowed.insert(row.account, row);
    const auto known = m_operators.constFind(row.account);
    OperatorRow counts = row;
    if (known != m_operators.constEnd())
        counts.roles.removeIf([&known](Role role) { return !known->roles.contains(role); });
    m_operators.insert(row.account, counts);
}

/// Under the mutex.
void OperatorSessions::dropSessionsOf(const QString &account)
{
    m_sessions.removeIf([&account](const auto &entry) { return entry.value().account == account; });
}

void OperatorSessions::dropExpired(const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    m_ended.removeIf([&now](const auto &entry) { return entry.value().addDays(1) < now; });
    m_sessions.removeIf([&now](const auto &entry) { return entry.value().expiresAt <= now; });
}

} // namespace pc::platform

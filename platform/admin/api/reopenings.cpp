// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/reopenings.h"

#include <algorithm>
#include <optional>

namespace pc::platform {

namespace {

/// What this revocation closes, so far as an act can open it again.
std::optional<Reopenings::What> closedBy(JournalEntry::Kind kind)
{
    switch (kind) {
    case JournalEntry::Kind::Freeze:
        return Reopenings::What::Partner;
    case JournalEntry::Kind::Suspend:
    case JournalEntry::Kind::Credential:
        return Reopenings::What::Credential;
    case JournalEntry::Kind::Operator:
        return Reopenings::What::Operator;
    case JournalEntry::Kind::Gateway:
        return Reopenings::What::Gateway;
    case JournalEntry::Kind::Generation:
    case JournalEntry::Kind::Session:
    case JournalEntry::Kind::Token:
        break;
    }
    return {};
}

} // namespace

Reopenings::Turn::~Turn()
{
    const std::lock_guard lock(m_all.m_mutex);
    std::erase(m_all.m_turns, this);
}

bool Reopenings::Turn::isOvertaken() const
{
    const std::lock_guard lock(m_all.m_mutex);
    return m_overtaken;
}

void Reopenings::Turn::unlessOvertaken(const std::function<void()> &act) const
{
    const std::lock_guard lock(m_all.m_mutex);
    if (!m_overtaken)
        act();
}

Reopenings::Waiting Reopenings::wait(What what, const QString &id)
{
    auto turn = std::make_shared<Turn>(*this, what, id);
    const std::lock_guard lock(m_mutex);
    m_turns.push_back(turn.get());
    return turn;
}

bool Reopenings::isWaiting(const JournalEntry &revocation) const
{
    const auto what = closedBy(revocation.kind);
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_turns.begin(), m_turns.end(),
                       [&](const Turn *turn) { return turn->m_what == what && turn->m_id == revocation.id; });
}

bool Reopenings::overtake(What what, const QString &id)
{
    const std::lock_guard lock(m_mutex);
    bool any = false;
    for (Turn *turn : m_turns) {
        if (turn->m_what != what || turn->m_id != id)
            continue;
        turn->m_overtaken = true;
        any = true;
    }
    return any;
}

bool Reopenings::overtake(const JournalEntry &revocation)
{
    const auto what = closedBy(revocation.kind);
    return what && overtake(*what, revocation.id);
}

} // namespace pc::platform

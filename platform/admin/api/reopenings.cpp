// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/reopenings.h"

#include <algorithm>

namespace pc::platform {

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

std::optional<Reopenings::What> Reopenings::closedBy(JournalEntry::Kind kind)
{
    switch (kind) {
    case JournalEntry::Kind::Freeze:
        return What::Partner;
    case JournalEntry::Kind::Suspend:
    case JournalEntry::Kind::Credential:
        return What::Credential;
    case JournalEntry::Kind::Operator:
        return What::Operator;
    case JournalEntry::Kind::Gateway:
        return What::Gateway;
    case JournalEntry::Kind::Generation:
    case JournalEntry::Kind::Session:
    case JournalEntry::Kind::Token:
        break;
    }
    return {};
}

Reopenings::Waiting Reopenings::wait(const Object &object, const QString &request)
{
    auto turn = std::make_shared<Turn>(*this, object, request);
    const std::lock_guard lock(m_mutex);
    turn->m_overtaken = m_refused.contains(request);
    m_turns.push_back(turn.get());
    return turn;
}

bool Reopenings::isWaiting(const JournalEntry &revocation) const
{
    const auto what = closedBy(revocation.kind);
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_turns.begin(), m_turns.end(), [&](const Turn *turn) {
        return turn->m_object.what == what && turn->m_object.id == revocation.id;
    });
}

bool Reopenings::overtake(What what, const QString &id)
{
    const std::lock_guard lock(m_mutex);
    bool any = false;
    for (Turn *turn : m_turns) {
        if (turn->m_object.what != what || turn->m_object.id != id)
            continue;
        turn->m_overtaken = true;
        refuseRepetitionsOf(turn->m_request);
        any = true;
    }
    return any;
}

/// Under the mutex.
void Reopenings::refuseRepetitionsOf(const QString &request)
{
    if (request.isEmpty() || m_refused.contains(request))
        return;
    m_refused.insert(request);
    m_inOrder.push_back(request);
    if (m_inOrder.size() <= mostRefused)
        return;
    m_refused.remove(m_inOrder.front());
    m_inOrder.pop_front();
}

bool Reopenings::overtake(const JournalEntry &revocation)
{
    const auto what = closedBy(revocation.kind);
    return what && overtake(*what, revocation.id);
}

} // namespace pc::platform

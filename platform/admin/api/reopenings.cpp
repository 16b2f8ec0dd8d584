// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/reopenings.h"

#include <algorithm>
#include <optional>

namespace pc::platform {

namespace {

/// What this cut closes, so far as an act can open it again.
std::optional<Reopenings::What> closedBy(JournalEntry::Cut cut)
{
    switch (cut) {
    case JournalEntry::Cut::Freeze:
        return Reopenings::What::Partner;
    case JournalEntry::Cut::Suspend:
    case JournalEntry::Cut::Credential:
        return Reopenings::What::Credential;
    case JournalEntry::Cut::Operator:
        return Reopenings::What::Operator;
    case JournalEntry::Cut::Gateway:
        return Reopenings::What::Gateway;
    case JournalEntry::Cut::Generation:
    case JournalEntry::Cut::Session:
    case JournalEntry::Cut::Token:
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

bool Reopenings::isWaiting(const JournalEntry &cut) const
{
    const auto what = closedBy(cut.cut);
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_turns.begin(), m_turns.end(),
                       [&](const Turn *turn) { return turn->m_what == what && turn->m_id == cut.id; });
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

bool Reopenings::overtake(const JournalEntry &cut)
{
    const auto what = closedBy(cut.cut);
    return what && overtake(*what, cut.id);
}

} // namespace pc::platform

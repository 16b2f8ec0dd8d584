// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/connection_table.h"

#include <algorithm>
#include <utility>

namespace pc::platform {

ConnectionTable::Place::Place(ConnectionTable &table, QByteArray address)
    : m_table(table), m_address(std::move(address))
{
}

ConnectionTable::Place::~Place()
{
    m_table.leave(*this);
}

void ConnectionTable::Place::setWaiting(Time now)
{
    std::chrono::nanoseconds::rep working = 0;
    // A peer that goes on waiting, byte by byte, does not become younger.
    m_waitingSince.compare_exchange_strong(
        working, std::chrono::duration_cast<std::chrono::nanoseconds>(now.time_since_epoch()).count());
}

ConnectionTable::Place *ConnectionTable::oldestWaiting(const Places &places)
{
    Place *oldest = nullptr;
    std::chrono::nanoseconds::rep since = 0;
    for (Place *place : places) {
        const auto waiting = place->m_waitingSince.load();
        if (waiting != 0 && (oldest == nullptr || waiting < since)) {
            oldest = place;
            since = waiting;
        }
    }
    return oldest;
}

/// The oldest waiting one of the largest groups that have one: with as many addresses as places, whoever came
/// first goes first.
ConnectionTable::Place *ConnectionTable::victimOf(const Groups &groups)
{
    Place *victim = nullptr;
    std::pair<std::size_t, std::chrono::nanoseconds::rep> best; // size, and the earlier the better
    for (const Places &places : groups) {
        if (places.size() < best.first)
            continue;
        Place *oldest = oldestWaiting(places);
        if (oldest == nullptr)
            continue;
        const std::pair candidate{places.size(), -oldest->m_waitingSince.load()};
        if (victim == nullptr || candidate > best) {
            victim = oldest;
            best = candidate;
        }
    }
    return victim;
}

ConnectionTable::Place *ConnectionTable::victimLocked() const
{
    if (Place *stranger = victimOf(m_strangers))
        return stranger;
    return victimOf(m_callers);
}

void ConnectionTable::addLocked(Groups &groups, const QByteArray &key, Place *place)
{
    groups[key].push_back(place);
    ++m_count;
    if (&groups == &m_strangers)
        ++m_strangerCount;
}

void ConnectionTable::removeLocked(Place &place)
{
    Groups &groups = place.m_caller.isEmpty() ? m_strangers : m_callers;
    const auto group = groups.find(place.m_caller.isEmpty() ? place.m_address : place.m_caller);
    group->remove(&place);
    if (group->empty())
        groups.erase(group);
    --m_count;
    if (&groups == &m_strangers)
        --m_strangerCount;
}

/// Takes the place away at once; calling the result makes the connection go.
std::function<void()> ConnectionTable::evictLocked(Place &place)
{
    removeLocked(place);
    place.m_listed = false;
    ++m_evicted;
    return place.m_evict;
}

ConnectionTable::ConnectionTable(const ConnectionBounds &bounds) : m_bounds(bounds)
{
    m_bounds.reserve = std::min(m_bounds.reserve, m_bounds.total / 4);
}

bool ConnectionTable::hasRoom() const
{
    const std::lock_guard lock(m_mutex);
    return m_count < m_bounds.total || victimLocked() != nullptr;
}

std::shared_ptr<ConnectionTable::Place> ConnectionTable::enter(const QByteArray &address)
{
    std::function<void()> evict;
    std::shared_ptr<Place> place;
    {
        const std::lock_guard lock(m_mutex);
        const auto group = m_strangers.constFind(address);
        const bool greedy =
            group != m_strangers.constEnd() && group->size() >= static_cast<std::size_t>(m_bounds.perAddress);
        if (greedy || m_count >= m_bounds.total) {
            Place *victim = greedy ? oldestWaiting(*group) : victimLocked();
            if (victim == nullptr) {
                ++m_refused;
                return {};
            }
            evict = evictLocked(*victim);
        }
        place = std::make_shared<Place>(*this, address);
        addLocked(m_strangers, address, place.get());
    }
    if (evict)
        evict();
    return place;
}

std::shared_ptr<ConnectionTable::Place> ConnectionTable::enterProven(const QByteArray &caller)
{
    std::function<void()> evict;
    std::shared_ptr<Place> place;
    {
        const std::lock_guard lock(m_mutex);
        if (m_count >= m_bounds.total) {
            Place *victim = victimLocked();
            if (victim == nullptr) {
                ++m_refused;
                return {};
            }
            evict = evictLocked(*victim);
        }
        place = std::make_shared<Place>(*this, caller);
        place->m_caller = caller;
        place->m_proven = true;
        addLocked(m_callers, caller, place.get());
    }
    if (evict)
        evict();
    return place;
}

bool ConnectionTable::prove(Place &place, const QByteArray &caller, int bound)
{
    std::function<void()> evict;
    {
        const std::lock_guard lock(m_mutex);
        if (!place.m_listed || place.m_caller == caller)
            return true;
        const auto own = m_callers.constFind(caller);
        if (own != m_callers.constEnd() && own->size() >= static_cast<std::size_t>(bound)) {
            Place *victim = oldestWaiting(*own);
            if (victim == nullptr)
                return false;
            evict = evictLocked(*victim);
        }
        removeLocked(place);
        place.m_caller = caller;
        place.m_proven = true;
        addLocked(m_callers, caller, &place);
    }
    if (evict)
        evict();
    return true;
}

bool ConnectionTable::mayStay(const Place &place) const
{
    if (place.isProven())
        return true;
    const std::lock_guard lock(m_mutex);
    return m_strangerCount <= m_bounds.total - m_bounds.reserve;
}

void ConnectionTable::leave(Place &place)
{
    const std::lock_guard lock(m_mutex);
    if (place.m_listed)
        removeLocked(place);
    place.m_listed = false;
}

int ConnectionTable::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

int ConnectionTable::strangersOf(const QByteArray &address) const
{
    const std::lock_guard lock(m_mutex);
    const auto group = m_strangers.constFind(address);
    return group == m_strangers.constEnd() ? 0 : static_cast<int>(group->size());
}

} // namespace pc::platform

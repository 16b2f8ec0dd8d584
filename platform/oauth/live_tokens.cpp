// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/live_tokens.h"

namespace pc::platform {

using namespace std::chrono_literals;
using std::chrono::ceil;
using std::chrono::seconds;

void LiveTokens::issued(const QByteArray &id16, int generation, Instant expiresAt, Moment now)
{
    const std::lock_guard lock(m_mutex);
    if (!m_clock)
        m_clock.emplace(now);
    (void)m_clock->tick(now);
    if (now.steady - m_sweptAt > 60s) {
        m_sweptAt = now.steady;
        sweep(m_clock->settled(now));
    }
    ++m_tokens[id16][generation][ceil<seconds>(expiresAt)];
}

void LiveTokens::ended(const QByteArray &id16, int generation, Instant expiresAt)
{
    const std::lock_guard lock(m_mutex);
    const auto credential = m_tokens.find(id16);
    if (credential == m_tokens.end())
        return;
    Expiries &expiries = (*credential)[generation];
    const auto it = expiries.find(ceil<seconds>(expiresAt));
    if (it != expiries.end() && --it->second == 0)
        expiries.erase(it);
}

qint64 LiveTokens::count(const QByteArray &id16, int generation, Instant now) const
{
    const std::lock_guard lock(m_mutex);
    const auto credential = m_tokens.constFind(id16);
    if (credential == m_tokens.constEnd())
        return 0;
    const auto expiries = credential->find(generation);
    if (expiries == credential->end())
        return 0;
    qint64 total = 0;
    for (auto it = expiries->second.upper_bound(std::chrono::floor<seconds>(now));
         it != expiries->second.end(); ++it)
        total += it->second;
    return total;
}

qint64 LiveTokens::count(const QByteArray &id16, Instant now) const
{
    std::vector<int> generations;
    {
        const std::lock_guard lock(m_mutex);
        const auto credential = m_tokens.constFind(id16);
        if (credential != m_tokens.constEnd()) {
            for (const auto &each : *credential)
                generations.push_back(each.first);
        }
    }
    qint64 total = 0;
    for (const int generation : generations)
        total += count(id16, generation, now);
    return total;
}

void LiveTokens::sweep(Instant now)
{
    for (auto credential = m_tokens.begin(); credential != m_tokens.end();) {
        for (auto generation = credential->begin(); generation != credential->end();) {
            Expiries &expiries = generation->second;
            expiries.erase(expiries.begin(), expiries.upper_bound(std::chrono::floor<seconds>(now)));
            generation = expiries.empty() ? credential->erase(generation) : std::next(generation);
        }
        credential = credential->empty() ? m_tokens.erase(credential) : std::next(credential);
    }
}

} // namespace pc::platform

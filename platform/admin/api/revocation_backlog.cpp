// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/revocation_backlog.h"

#include "platform/store/history/stored_revocations.h"

#include <algorithm>
#include <utility>

namespace pc::platform {

namespace {

/// What could not be removed from the file, and a file that could not be opened, are tried again.
constexpr std::chrono::seconds tryAgainAfter{1};

bool same(const RevocationBacklog::Waiting &a, const RevocationBacklog::Waiting &b)
{
    return a.ticket == b.ticket && a.entry == b.entry;
}

} // namespace

bool RevocationBacklog::open(const QString &file, std::optional<JournalSeal> seal)
{
    const bool allocated = m_journal.open(file, std::move(seal));
    m_thread = std::thread([this] { run(); });
    return allocated;
}

void RevocationBacklog::restore(const std::function<Narrowing(const JournalEntry &)> &narrowingOf,
                                const QList<JournalEntry> &stored)
{
    const QList<JournaledRevocation> kept = m_journal.kept();
    for (const JournaledRevocation &found : kept) {
        const auto carriedOut = asCarriedOut(found, m_witness.vouchesFor(found));
        if (!carriedOut || stored.contains(found.entry)) {
            post({{found.entry, 0}, {}});
            continue;
        }
        const JournalEntry &entry = *carriedOut;
        const Narrowing narrowing = narrowingOf(entry);
        const PolicyHolder::Ticket ticket = narrowing.isEmpty() ? 0 : m_policy.narrow(narrowing).ticket;
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({entry, ticket});
    }
}

void RevocationBacklog::post(Order order)
{
    const std::lock_guard lock(m_mutex);
    m_orders.push_back(std::move(order));
    m_wake.notify_one();
}

void RevocationBacklog::note(const Waiting &revocation, std::function<void(bool)> done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(revocation);
    }
    post({revocation, std::move(done)});
}

void RevocationBacklog::settle(const Waiting &revocation)
{
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_waiting, [&](const Waiting &each) { return same(each, revocation); });
    }
    post({revocation, {}});
}

void RevocationBacklog::noteLogged(const Waiting &revocation)
{
    const std::lock_guard lock(m_mutex);
    for (Waiting &each : m_waiting)
        each.isLogged = each.isLogged || same(each, revocation);
}

std::vector<RevocationBacklog::Waiting> RevocationBacklog::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting;
}

bool RevocationBacklog::has(const Waiting &revocation) const
{
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_waiting.begin(), m_waiting.end(),
                       [&](const Waiting &each) { return same(each, revocation); });
}

void RevocationBacklog::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void RevocationBacklog::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto hasWork = [this] { return m_stopping || !m_orders.empty(); };
        if (m_unremoved.isEmpty() && hasPlace())
            m_wake.wait(lock, hasWork);
        else
            m_wake.wait_for(lock, tryAgainAfter, hasWork);
        if (m_stopping && m_orders.empty())
            return; // what is still in the file is known to the store, and dropped at the next start
        std::vector<Order> orders;
        orders.swap(m_orders);
        lock.unlock();
        m_work.begin();
        if (!hasPlace())
            m_journal.findPlace();
        write(std::move(orders));
        m_work.end();
        lock.lock();
    }
}

/// One sync for everything that came while the last one ran.
void RevocationBacklog::write(std::vector<Order> orders)
{
    QList<JournalEntry> entries;
    for (const Order &order : orders) {
        if (order.done)
            entries.append(order.revocation.entry);
    }
    const std::vector<Waiting> still = waiting();
    const QList<bool> written = m_journal.add(entries, standingWithout(still));
    m_witness.noteJournaled(m_journal.kept());
    qsizetype next = 0;
    for (const Order &order : orders) {
        if (order.done)
            order.done(written.at(next++));
    }
    QList<JournalEntry> gone = std::exchange(m_unremoved, {});
    for (const Order &order : orders) {
        if (!order.done)
            gone.append(order.revocation.entry);
    }
    gone.removeIf([&still](const JournalEntry &entry) { // another one of the same kind may still wait
        return std::any_of(still.begin(), still.end(),
                           [&entry](const Waiting &each) { return isSameRevocation(each.entry, entry); });
    });
    QList<JournaledRevocation> settled = m_journal.kept();
    settled.removeIf([&gone](const JournaledRevocation &kept) {
        return std::none_of(gone.begin(), gone.end(),
                            [&kept](const JournalEntry &each) { return isSameRevocation(each, kept.entry); });
    });
    // In this order: what comes back after a crash is known to the store, and dropped at the start.
    if (!m_witness.noteSettled(settled) || !m_journal.remove(gone))
        m_unremoved = gone;
}

/// What stands in the file and nobody waits for any more: the log has it, or it was taken back. Its slot
/// keeps no other revocation, also not one of the same, for at the next start it is dropped.
QList<JournaledRevocation> RevocationBacklog::standingWithout(const std::vector<Waiting> &waiting) const
{
    QList<JournaledRevocation> standing = m_journal.kept();
    standing.removeIf([&waiting](const JournaledRevocation &kept) {
        return std::any_of(waiting.begin(), waiting.end(), [&kept](const Waiting &each) {
            return !each.isLogged && isSameRevocation(each.entry, kept.entry) &&
                   stored_revocations::requestIdOf(each.entry) == stored_revocations::requestIdOf(kept.entry);
        });
    });
    return standing;
}

} // namespace pc::platform

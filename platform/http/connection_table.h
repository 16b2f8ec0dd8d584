// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <mutex>

namespace pc::platform {

/// How many connections a listener holds, and for whom. A connection begins as a *stranger*, counted for its
/// peer address; once the peer proved who it is (a gateway's certificate, an operator's token) it is counted
/// for that *caller*.
struct ConnectionBounds
{
    int total = 2048;
    /// Of `total` (a quarter at most), not kept by strangers: when they hold the rest, one goes after its
    /// answer.
    int reserve = 512;
    int perAddress = 256; ///< strangers of one address
};

/// Who holds which of a listener's connections, and who goes when there are too many: of one address or
/// caller its own oldest that waits for the peer; of the whole, the oldest waiting one of the greediest
/// address (of several that hold as many, the oldest of all), and only then one of the greediest caller. An
/// address is what one stranger holds: networkText() in transport.h. A connection that is in work for its
/// peer is never closed for another. No sockets in here; thread-safe.
class ConnectionTable
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// One connection's place, held by the connection. Dropping it gives the place back.
    class Place
    {
    public:
        Place(ConnectionTable &table, QByteArray address);
        ~Place();
        Place(const Place &) = delete;
        Place &operator=(const Place &) = delete;

        /// How the connection is told to go, from any thread. Before the first setWaiting().
        void setEvict(std::function<void()> evict) { m_evict = std::move(evict); }
        /// The peer's turn: it may be closed for another from now on.
        void setWaiting(Time now);
        /// Our turn.
        void setWorking() { m_waitingSince = 0; }
        /// Whether the peer has proven who it is.
        [[nodiscard]] bool isProven() const { return m_proven; }

    private:
        friend class ConnectionTable;
        ConnectionTable &m_table;
        const QByteArray m_address;
        QByteArray m_caller;                                          // guarded by the table
        bool m_listed = true;                                         // guarded by the table
        std::atomic<bool> m_proven{false};                            // set once
        std::atomic<std::chrono::nanoseconds::rep> m_waitingSince{0}; // 0: in work
        std::function<void()> m_evict;
    };

    explicit ConnectionTable(const ConnectionBounds &bounds);

    /// False when nothing can be accepted until somebody goes or becomes idle.
    [[nodiscard]] bool hasRoom() const;
    /// A place for a new connection; null when its address holds all it may have, all of it in work.
    [[nodiscard]] std::shared_ptr<Place> enter(const QByteArray &address);
    /// For a caller that proved itself before it connected (a Unix socket's file permissions): no bound of
    /// its own.
    [[nodiscard]] std::shared_ptr<Place> enterProven(const QByteArray &caller);
    /// The peer is this caller. False when it has `bound` others already, all of them in work: then nothing
    /// has changed.
    [[nodiscard]] bool prove(Place &place, const QByteArray &caller, int bound);
    /// False for a stranger while strangers hold more than they may.
    [[nodiscard]] bool mayStay(const Place &place) const;
    /// Gives the place back now; the second time does nothing.
    void leave(Place &place);

    [[nodiscard]] int count() const;
    [[nodiscard]] int strangersOf(const QByteArray &address) const;
    /// Connections closed for others, and newcomers turned away, since the start.
    [[nodiscard]] quint64 evicted() const { return m_evicted; }
    [[nodiscard]] quint64 refused() const { return m_refused; }

private:
    using Places = std::list<Place *>;
    using Groups = QHash<QByteArray, Places>;

    [[nodiscard]] static Place *oldestWaiting(const Places &places);
    [[nodiscard]] static Place *victimOf(const Groups &groups);
    [[nodiscard]] Place *victimLocked() const;
    void addLocked(Groups &groups, const QByteArray &key, Place *place);
    void removeLocked(Place &place);
    [[nodiscard]] std::function<void()> evictLocked(Place &place);

    ConnectionBounds m_bounds;
    mutable std::mutex m_mutex;
    Groups m_strangers; // by address
    Groups m_callers;   // by caller
    int m_strangerCount = 0;
    int m_count = 0;
    std::atomic<quint64> m_evicted{0};
    std::atomic<quint64> m_refused{0};
};

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/authorizer.h"
#include "platform/core/limits/gcra.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace pc::platform {

/// The first use of an imported bcrypt key: proved slowly, once, on a thread of its own that gives way to
/// those that decide, and kept as a keyed hash that is found as fast as any other from then on
/// (docs/adr/0181). Bounded, whoever sends what: how many wait and are computed in all, of one network (of
/// IPv4 24 bits, of IPv6 64), and of one key, so that who guesses at one leaves room for the others; beyond
/// it a call is answered 429. No key is computed that is refused in any case. Thread-safe.
class FirstUses
{
public:
    static constexpr std::size_t mostWaiting = 6;
    static constexpr double perSecond = 3;
    static constexpr int burst = 6;
    // Of one network and of one key a part of it, so that something is left.
    static constexpr double perSecondOfNetwork = 1;
    static constexpr double perSecondOfKey = 0.5;
    static constexpr int burstOfOne = 4;
    static constexpr std::size_t mostRemembered = 4096; ///< networks and keys that were computed lately
    /// A gateway waits two seconds for a decision, and the slowest hash takes a good half.
    static constexpr std::chrono::milliseconds patience{1000};

    /// What is kept of a key that was proved.
    struct Proof
    {
        QByteArray id16;
        QByteArray lookup;
        int pepperVersion = 0;
    };
    /// On the thread of this object; must not block.
    using Sink = std::function<void(const Proof &)>;
    using Then = std::function<void(CallFacts)>;

    FirstUses(PolicyHolder &policy, const PepperRing &peppers, const FailureLimiter &failures,
              const Clock &clock);
    ~FirstUses();
    FirstUses(const FirstUses &) = delete;
    FirstUses &operator=(const FirstUses &) = delete;

    /// Before the first call.
    void setSink(Sink sink) { m_sink = std::move(sink); }
    /// Whether the call presents what has to be proved before it is decided.
    [[nodiscard]] bool isNeeded(const CallFacts &facts) const;
    /// Calls `then`, once, with what is to be decided: on the thread of this object, or at once when there is
    /// no room (presented::Legacy::unproved).
    void prove(CallFacts facts, Then then);
    /// Answers who waits, and ends the thread.
    void stop();

    /// bcrypt computations so far.
    [[nodiscard]] qint64 computed() const { return m_computed; }

private:
    struct Waiting
    {
        CallFacts facts;
        Then then;
        std::chrono::nanoseconds since;
    };

    using Paces = std::map<QByteArray, Gcra::State>;

    [[nodiscard]] bool takeRoom(const QByteArray &source, const QByteArray &id16, Moment now);
    void run();
    void settle(Waiting waiting);
    [[nodiscard]] Policy::CredentialPtr candidate(const Policy &policy, const CallFacts &facts) const;
    [[nodiscard]] bool holds(const CredentialRule &credential, const presented::Legacy &key);
    void keep(const CredentialRule &credential, const presented::Legacy &key);

    PolicyHolder &m_policy;
    const PepperRing &m_peppers;
    const FailureLimiter &m_failures;
    const Clock &m_clock;
    Sink m_sink;
    std::atomic<qint64> m_computed{0};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_waiting; // guarded by m_mutex, as all below
    Gcra::State m_pace;
    Paces m_paces; // of networks and of keys, by either
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace pc::platform

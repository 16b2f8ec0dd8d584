// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock.h"
#include "platform/core/policy/policy_holder.h"
#include "platform/core/secrets/pepper_ring.h"

#include <QHash>
#include <QString>

#include <functional>
#include <mutex>

namespace pc::platform {

/// A living secret of ours stood where everybody can read it.
struct LeakSighting
{
    QString credentialId;
    int generation = 0;
    QString partnerId;
    QString place; ///< "path", "query", "user_agent", or the operation whose body it was in
    QString by;    ///< who sent it: the operator, else empty
    QString source;
    QString requestId;
};

/// Looks at texts before they are redacted (contract/crypto/redaction.h) and says when a credential in them
/// is one of ours and not revoked: format, checksum, then its verifier. Each credential, generation and place
/// is said once in 24 hours. Thread-safe, bounded, and cheap for texts without anything that looks like one.
class LeakWatch
{
public:
    using Sink = std::function<void(const LeakSighting &)>;
    static constexpr std::chrono::hours again{24};
    static constexpr std::size_t mostRemembered = 65'536;

    LeakWatch(const PolicyHolder &policy, const PepperRing &peppers, const Clock &clock, QByteArray brand)
        : m_policy(policy), m_peppers(peppers), m_clock(clock), m_brand(std::move(brand))
    {
    }

    /// Before the first look(). `sink` runs on the thread of look() and must not block.
    void setSink(Sink sink) { m_sink = std::move(sink); }

    /// Bytes of a text that is to be looked at: a shorter one cannot hold a whole credential, of a longer one
    /// only the beginning is looked at.
    static constexpr qsizetype shortest = 72;
    static constexpr qsizetype longest = 4096;
    static constexpr qsizetype perRequest = 2048; ///< of all its texts that may hold one

    /// What one request may cost: looking through a text that may hold something takes 0.1 µs a character,
    /// and a stranger can send 16 KB of them with each.
    class Budget
    {
    public:
        explicit Budget(qsizetype characters = perRequest) : m_left(characters) {}
        /// As much of `text` as may be looked through; nothing once less than a credential may.
        [[nodiscard]] QString take(const QString &text);

    private:
        qsizetype m_left;
    };

    /// `about`: everything but credential, generation and partner. `sender`: asked for `by`, when something
    /// was found.
    void look(const QString &text, const LeakSighting &about, Budget &budget,
              const std::function<QString()> &sender = {});
    /// All of the text.
    void look(const QString &text, const LeakSighting &about, const std::function<QString()> &sender = {});

private:
    [[nodiscard]] bool isNew(const LeakSighting &sighting);

    const PolicyHolder &m_policy;
    const PepperRing &m_peppers;
    const Clock &m_clock;
    const QByteArray m_brand;
    Sink m_sink;
    std::mutex m_mutex;
    QHash<QString, std::chrono::nanoseconds> m_said; ///< when, by the steady clock
};

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "platform/clock/clock.h"
#include "platform/core/limits/gcra.h"
#include "platform/store/sql/tx.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace pc::platform {

/// How many events of the audit log a partner's clients may cause by revoking tokens (RFC 7009): the one
/// rule, for whoever writes such an event. The revocations themselves are not bounded by it. What gets no
/// event is counted, in the transaction that stores it, and said by the partner's next event, within a second
/// or so when no other comes (sayLeftOut()). On the writer's thread only; bounded by the partners that
/// revoked lately.
class TokenEvents
{
public:
    static constexpr double perSecond = 1; ///< of one partner, whatever the number of its clients
    static constexpr int burst = 20;

    explicit TokenEvents(const Clock &clock) : m_clock(clock) {}

    /// For `tokens` that this transaction stores as revoked: what their event says of those before that got
    /// none; nothing when these get none either, and are counted.
    [[nodiscard]] std::optional<QList<FieldChange>> room(Tx &tx, const QString &partnerId, qint64 tokens);

    /// The events of partners that have room again and whose left out tokens no other event has said.
    [[nodiscard]] QList<AuditEvent> sayLeftOut(Tx &tx);
    /// Whether there may be any to say; from any thread.
    [[nodiscard]] static bool anyLeftOut(Tx &tx);

private:
    [[nodiscard]] bool take(const QString &partnerId);

    static constexpr std::size_t sweepAt = 4096;

    const Clock &m_clock;
    std::unordered_map<std::string, Gcra::State> m_partners;
    std::size_t m_sweepAt = sweepAt;
};

} // namespace pc::platform

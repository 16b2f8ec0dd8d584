// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"
#include "platform/domain/quota_count.h"

#include <QDate>
#include <QString>

#include <vector>

namespace pc::platform {

/// Calls that all other nodes together took against a partner's limits in a realm on a day.
struct CountElsewhere
{
    QString partnerId;
    Realm realm = Realm::Unknown;
    QDate day;       ///< in the partner's time zone
    qint64 used = 0; ///< absolute
    bool operator==(const CountElsewhere &) const = default;
};

/// How nodes learn what the others count (docs/adr/0154). Every node judges by what it has in memory; what
/// others took reaches it by this, so a quota can be passed by at most what they admit between two exchanges.
///
/// An implementation holds: counts are absolute and only grow, so giving one twice, late or out of order does
/// no harm, and no row is written by two nodes; what a node counts comes back to it never; a failure gives
/// nothing and throws nothing. It may take milliseconds and not more: the writer of call records waits.
class CounterExchange
{
public:
    CounterExchange() = default;
    virtual ~CounterExchange() = default;
    CounterExchange(const CounterExchange &) = delete;
    CounterExchange &operator=(const CounterExchange &) = delete;

    /// `own`: this node's counts that moved since the last call and are stored (may be empty). Gives those of
    /// others that moved. On one thread, several times a second.
    [[nodiscard]] virtual std::vector<CountElsewhere> exchange(const std::vector<QuotaCount> &own) = 0;
};

/// There is no other node.
class NoOtherNodes final : public CounterExchange
{
public:
    [[nodiscard]] std::vector<CountElsewhere> exchange(const std::vector<QuotaCount> &) override
    {
        return {};
    }
};

} // namespace pc::platform

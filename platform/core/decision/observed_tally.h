// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/observed_budget.h"
#include "contract/types/enums.h"

#include <QHash>
#include <QString>

#include <mutex>
#include <vector>

namespace pc::platform {

/// What a call that was observed is counted by.
struct ObservedCall
{
    QString observationId;
    qint64 hour = 0;                                 ///< its beginning, seconds since the epoch
    DecisionReason reason = DecisionReason::Unknown; ///< Allowed: it would have passed anyway
    QString partnerId;                               ///< empty: not proven
    QString what;                                    ///< of the route, or of the path; empty when allowed
    QString scope;
    // Of callers that proved no partner:
    QString fingerprint;
    QString source;
    QString userAgent;
    bool operator==(const ObservedCall &) const = default;
};
[[nodiscard]] size_t qHash(const ObservedCall &call, size_t seed = 0);

struct ObservedCount
{
    ObservedCall call;
    qint64 calls = 0;
};

/// Counts observed calls until they are stored. What callers vary is bounded (ObservedBudget): beyond it
/// calls of new kinds are counted together, by reason and partner. Thread-safe.
class ObservedTally
{
public:
    void add(ObservedCall call);
    /// What was counted since the last time.
    [[nodiscard]] std::vector<ObservedCount> take();

private:
    std::mutex m_mutex;
    QHash<ObservedCall, qint64> m_calls; // guarded by m_mutex, as what follows
    QHash<std::pair<QString, qint64>, pc::rules::ObservedBudget> m_budgets; // of an observation in an hour
};

} // namespace pc::platform

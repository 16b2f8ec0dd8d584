// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/lawful_basis.h"
#include "contract/types/access.h"
#include "contract/types/audit.h"
#include "contract/types/usage.h"

#include <QList>

/// Pure rules about grants; no service, no state.
namespace pc::models {

/// A scope that the partner's lawful basis or its agreement does not allow.
struct ScopeConflict
{
    QString scope;
    QList<LawfulBasis> allowed; ///< bases under which it could be granted; empty where the basis allows it
    QStringList uncovered = {}; ///< its data categories that the agreement does not name
    bool operator==(const ScopeConflict &) const = default;
};

/// How many recent days would have hit a daily quota.
struct ThrottleForecast
{
    int days = 0; ///< days with figures
    int throttledDays =
        0; ///< of these, days with more calls than the quota (calls that were throttled then count too)
    bool operator==(const ThrottleForecast &) const = default;
};

[[nodiscard]] GrantEdit editOf(const Grant &grant);
/// "scopes" rows one per scope that comes or goes, then plan, limits, resources; values as text for people
/// and logs.
[[nodiscard]] QList<FieldChange> diffGrant(const GrantEdit &base, const GrantEdit &edit);
/// The same for a review: a limit that comes or goes stands against the one in force at `stage` and `now`
/// (the plan's, as a rule) instead of nothing, and one that stays what it is is no change. "limits": an
/// override goes that holds nothing else.
[[nodiscard]] QList<FieldChange> changesInForce(const GrantEdit &base, const GrantEdit &edit,
                                                const QList<Plan> &plans, Stage stage, const QDateTime &now);
/// In the order of `scopes`; scopes that the catalogue does not know are no conflict here (the service
/// refuses them).
[[nodiscard]] QList<ScopeConflict> conflictsOf(const QStringList &scopes, const QList<Scope> &catalogue,
                                               const rules::AgreedUse &agreed);
[[nodiscard]] ThrottleForecast forecastThrottling(const QList<QuotaDay> &days, qint64 dailyQuota);
/// The limits that would be in force at `stage` (contract/rules/limits.h).
[[nodiscard]] Limits effectiveLimits(const GrantEdit &edit, const QList<Plan> &plans, Stage stage,
                                     const QDateTime &now);
/// The limits that saving leads to at `stage`: of an override that starts later than `now` those from its
/// start on, else effectiveLimits(). What an edit does is judged by these.
[[nodiscard]] Limits limitsToCome(const GrantEdit &edit, const QList<Plan> &plans, Stage stage,
                                  const QDateTime &now);

} // namespace pc::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/grant_impact.h"

#include "models/usage/usage_model.h"

#include <algorithm>

namespace pc::models {

QList<RemovedScope> removedScopes(const GrantEdit &base, const GrantEdit &edit,
                                  const std::optional<QList<ScopeUse>> &use)
{
    QList<RemovedScope> removed;
    for (const QString &scope : base.scopes) {
        if (edit.scopes.contains(scope))
            continue;
        RemovedScope each{ScopeUse{scope, 0, {}, {}}};
        for (const ScopeUse &known : use.value_or(QList<ScopeUse>()))
            if (known.scope == scope)
                each = {known, true};
        removed.append(each);
    }
    std::sort(removed.begin(), removed.end(),
              [](const RemovedScope &a, const RemovedScope &b) { return a.use.scope < b.use.scope; });
    return removed;
}

std::optional<Peak> busiest(const UsageSeries &series, const QDateTime &now)
{
    const qint64 width = bucketSeconds(series.bucket);
    if (width <= 0)
        return std::nullopt;
    QList<qint64> calls;
    for (const UsageLine &line : series.lines) {
        if (line.key == toText(Outcome::Refused))
            continue; // no limit is about them
        calls.resize(std::max(calls.size(), line.values.size()));
        for (qsizetype i = 0; i < line.values.size(); ++i)
            calls[i] += line.values[i];
    }
    std::optional<Peak> peak;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const QDateTime at = series.from.addSecs(i * width);
        const double rate = static_cast<double>(calls[i]) / static_cast<double>(width);
        if (calls[i] > 0 && at.addSecs(width) <= now && (!peak || rate > peak->callsPerSecond))
            peak = Peak{rate, at};
    }
    return peak;
}

} // namespace pc::models

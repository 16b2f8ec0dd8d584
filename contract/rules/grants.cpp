// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/grants.h"

#include "contract/rules/limits.h"

#include <QSet>

#include <algorithm>

namespace pc::rules {

bool isWidening(const Grant &before, const Grant &after)
{
    const QSet<QString> had(before.scopes.begin(), before.scopes.end());
    const QSet<QString> has(after.scopes.begin(), after.scopes.end());
    // A rule restricts: every rule that holds afterwards must have held before, with no value lost.
    const bool resources =
        std::all_of(after.resources.begin(), after.resources.end(), [&](const ResourceRule &rule) {
            const auto old =
                std::find_if(before.resources.begin(), before.resources.end(),
                             [&](const ResourceRule &other) { return other.parameter == rule.parameter; });
            const QSet<QString> values(rule.values.begin(), rule.values.end());
            return old != before.resources.end() &&
                   std::all_of(old->values.begin(), old->values.end(),
                               [&values](const QString &value) { return values.contains(value); });
        });
    return has.contains(had) && resources && before.planId == after.planId &&
           isWithin(before.effective, after.effective);
}

QStringList inBoth(const QStringList &a, const QStringList &b)
{
    const QSet<QString> ofB(b.begin(), b.end());
    QStringList both;
    std::copy_if(a.begin(), a.end(), std::back_inserter(both),
                 [&ofB](const QString &each) { return ofB.contains(each); });
    return both;
}

QList<ResourceRule> restrictedByBoth(const QList<ResourceRule> &a, const QList<ResourceRule> &b)
{
    QList<ResourceRule> rules = a;
    for (const ResourceRule &other : b) {
        const auto same = std::find_if(rules.begin(), rules.end(), [&other](const ResourceRule &rule) {
            return rule.parameter == other.parameter;
        });
        if (same == rules.end())
            rules.append(other);
        else
            same->values = inBoth(same->values, other.values);
    }
    return rules;
}

} // namespace pc::rules

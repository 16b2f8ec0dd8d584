// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/grants.h"

#include <QSet>

#include <algorithm>

namespace pc::rules {

bool isWithin(const QStringList &narrow, const QStringList &wide)
{
    return QSet<QString>(wide.begin(), wide.end()).contains(QSet<QString>(narrow.begin(), narrow.end()));
}

bool isWithin(const QList<ResourceRule> &narrow, const QList<ResourceRule> &wide)
{
    return std::all_of(wide.begin(), wide.end(), [&narrow](const ResourceRule &rule) {
        const auto same = std::find_if(narrow.begin(), narrow.end(), [&rule](const ResourceRule &other) {
            return other.parameter == rule.parameter;
        });
        return same != narrow.end() && isWithin(same->values, rule.values);
    });
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

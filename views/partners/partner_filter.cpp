// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/partner_filter.h"

#include "contract/rules/expiring.h"

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

template <typename E>
QString join(const QList<E> &values)
{
    QStringList texts;
    for (const E value : values)
        texts.append(toText(value));
    return texts.join(u',');
}

template <typename E>
QList<E> split(const QString &text)
{
    QList<E> values;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const E value = enumFromText<E>(part);
        if (value != E::Unknown && !values.contains(value))
            values.append(value);
    }
    return values;
}

} // namespace

int PartnerFilter::activeCount() const
{
    return (text.trimmed().isEmpty() ? 0 : 1) + (stages.isEmpty() || tabSetsStages() ? 0 : 1) +
           (healths.isEmpty() || tabSetsHealths() ? 0 : 1) + (statuses.isEmpty() ? 0 : 1);
}

PartnerQuery queryOf(const PartnerFilter &filter, const QString &account)
{
    PartnerQuery query;
    query.text = filter.text.trimmed();
    query.stages = filter.stages;
    query.healths = filter.healths;
    query.statuses = filter.statuses;
    if (filter.tab == "action"_L1)
        query.healths = {Health::Errors, Health::Throttled};
    else if (filter.tab == "onboarding"_L1)
        query.stages = {Stage::Sandbox, Stage::Limited};
    else if (filter.tab == "expiring"_L1)
        query.expiringWithinDays = rules::expiringSoonDays;
    else if (filter.tab == "mine"_L1)
        query.owner = account;
    return query;
}

QMap<QString, QString> toPlace(const PartnerFilter &filter)
{
    QMap<QString, QString> query;
    const auto put = [&query](const QString &key, const QString &value) {
        if (!value.isEmpty())
            query.insert(key, value);
    };
    if (filter.tab != "all"_L1)
        put(u"view"_s, filter.tab);
    put(u"text"_s, filter.text.trimmed());
    put(u"stage"_s, join(filter.stages));
    put(u"health"_s, join(filter.healths));
    put(u"status"_s, join(filter.statuses));
    return query;
}

PartnerFilter filterFromPlace(const QMap<QString, QString> &query)
{
    PartnerFilter filter;
    const QString tab = query.value(u"view"_s);
    for (const auto known : {"action"_L1, "onboarding"_L1, "expiring"_L1, "mine"_L1})
        if (tab == known)
            filter.tab = tab;
    filter.text = query.value(u"text"_s);
    filter.stages = split<Stage>(query.value(u"stage"_s));
    filter.healths = split<Health>(query.value(u"health"_s));
    filter.statuses = split<PartnerStatus>(query.value(u"status"_s));
    return filter;
}

} // namespace pc::views

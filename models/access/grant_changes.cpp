// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/grant_changes.h"

#include "contract/rules/lawful_basis.h"
#include "contract/rules/limits.h"
#include "contract/rules/list_line.h"

#include <QStringList>

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const std::optional<QDateTime> &time)
{
    if (!time)
        return {};
    return time->isValid() ? time->toUTC().toString(Qt::ISODate) : u"?"_s; // typed, and no time yet
}

QString number(double value)
{
    return QString::number(value, 'g', 10);
}

void addRow(QList<FieldChange> &rows, const QString &field, const QString &before, const QString &after)
{
    if (before != after)
        rows.append({field, before, after});
}

QString valuesOf(const QList<ResourceRule> &rules, const QString &parameter)
{
    for (const ResourceRule &rule : rules) {
        if (rule.parameter == parameter)
            return rules::listLine(rule.values);
    }
    return {};
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

GrantEdit editOf(const Grant &grant)
{
    GrantEdit edit;
    edit.planId = grant.planId;
    edit.scopes = grant.scopes;
    edit.resources = grant.resources;
    edit.limitOverride = grant.limitOverride;
    return edit;
}

QList<FieldChange> diffGrant(const GrantEdit &base, const GrantEdit &edit)
{
    QList<FieldChange> rows;
    for (const QString &scope : sorted(base.scopes)) {
        if (!edit.scopes.contains(scope))
            rows.append({u"scopes"_s, scope, {}});
    }
    for (const QString &scope : sorted(edit.scopes)) {
        if (!base.scopes.contains(scope))
            rows.append({u"scopes"_s, {}, scope});
    }
    addRow(rows, u"plan"_s, base.planId, edit.planId);

    const auto &was = base.limitOverride;
    const auto &is = edit.limitOverride;
    addRow(rows, u"limits.rate"_s, was ? number(was->limits.rate) : QString(),
           is ? number(is->limits.rate) : QString());
    addRow(rows, u"limits.burst"_s, was ? QString::number(was->limits.burst) : QString(),
           is ? QString::number(is->limits.burst) : QString());
    addRow(rows, u"limits.daily_quota"_s, was ? QString::number(was->limits.dailyQuota) : QString(),
           is ? QString::number(is->limits.dailyQuota) : QString());
    addRow(rows, u"limits.from"_s, was ? textOf(was->from) : QString(), is ? textOf(is->from) : QString());
    addRow(rows, u"limits.until"_s, was ? textOf(was->until) : QString(), is ? textOf(is->until) : QString());
    addRow(rows, u"limits.reason"_s, was ? was->reason : QString(), is ? is->reason : QString());

    QStringList parameters;
    for (const auto &rules : {base.resources, edit.resources}) {
        for (const ResourceRule &rule : rules) {
            if (!parameters.contains(rule.parameter))
                parameters.append(rule.parameter);
        }
    }
    parameters.sort();
    for (const QString &parameter : std::as_const(parameters))
        addRow(rows, u"resources."_s + parameter, valuesOf(base.resources, parameter),
               valuesOf(edit.resources, parameter));
    return rows;
}

QList<FieldChange> changesInForce(const GrantEdit &base, const GrantEdit &edit, const QList<Plan> &plans,
                                  Stage stage, const QDateTime &now)
{
    QList<FieldChange> rows = diffGrant(base, edit);
    const Limits before = effectiveLimits(base, plans, stage, now);
    const Limits after =
        edit.limitOverride ? edit.limitOverride->limits : effectiveLimits(edit, plans, stage, now);
    const auto fill = [&](const QString &field, const QString &was, const QString &is) {
        for (FieldChange &row : rows) {
            if (row.field == field) {
                row.before = was;
                row.after = is;
            }
        }
    };
    fill(u"limits.rate"_s, number(before.rate), number(after.rate));
    fill(u"limits.burst"_s, QString::number(before.burst), QString::number(after.burst));
    fill(u"limits.daily_quota"_s, QString::number(before.dailyQuota), QString::number(after.dailyQuota));
    // A limit that is what it was is no change, whatever it comes from.
    rows.removeIf([](const FieldChange &row) { return row.before == row.after; });
    if (rows.isEmpty() && base.limitOverride && !edit.limitOverride)
        rows.append({u"limits"_s, u"override"_s, {}}); // it holds no limit any more
    return rows;
}

QList<ScopeConflict> conflictsOf(const QStringList &scopes, const QList<Scope> &catalogue,
                                 const rules::AgreedUse &agreed)
{
    QList<ScopeConflict> conflicts;
    for (const QString &name : scopes) {
        const Scope *scope = rules::scopeNamed(catalogue, name);
        if (scope == nullptr)
            continue;
        const bool basis = rules::allowedByBasis(*scope, agreed.basis);
        const QStringList uncovered = rules::uncoveredCategories(*scope, agreed.dataCategories);
        if (!basis || !uncovered.isEmpty())
            conflicts.append({name, basis ? QList<LawfulBasis>() : scope->lawfulBases, uncovered});
    }
    return conflicts;
}

ThrottleForecast forecastThrottling(const QList<QuotaDay> &days, qint64 dailyQuota)
{
    ThrottleForecast forecast;
    forecast.days = int(days.size());
    if (dailyQuota <= 0)
        return forecast; // no quota, nothing to hit
    for (const QuotaDay &day : days) {
        if (day.used + day.throttled > dailyQuota)
            ++forecast.throttledDays;
    }
    return forecast;
}

Limits effectiveLimits(const GrantEdit &edit, const QList<Plan> &plans, Stage stage, const QDateTime &now)
{
    return rules::limitsAt(rules::limitsOf(plans, edit.planId), edit.limitOverride, stage, now);
}

Limits limitsToCome(const GrantEdit &edit, const QList<Plan> &plans, Stage stage, const QDateTime &now)
{
    const bool startsLater =
        edit.limitOverride && edit.limitOverride->from && *edit.limitOverride->from > now;
    return effectiveLimits(edit, plans, stage, startsLater ? *edit.limitOverride->from : now);
}

} // namespace pc::models

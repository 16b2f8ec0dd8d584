// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/grant_rules.h"

#include "contract/codec/codecs.h"
#include "contract/rules/lawful_basis.h"
#include "platform/domain/field_check.h"

#include <QSet>

#include <algorithm>

namespace pc::platform::rules {

using namespace Qt::StringLiterals;

namespace {

void checkOverride(FieldCheck &check, const LimitOverride &over, const QDateTime &now)
{
    const QString at = u"/limit_override"_s;
    if (over.until && *over.until <= now)
        check.fail(at + u"/until"_s, u"out_of_range"_s, u"In the future."_s);
    if (over.from && over.until && *over.until <= *over.from)
        check.fail(at + u"/until"_s, u"out_of_range"_s, u"After its beginning."_s);
}

void checkResources(FieldCheck &check, const QList<ResourceRule> &rules, const QList<Route> &routes)
{
    QSet<QString> seen;
    const qsizetype count = lookedAt("GrantEdit", "resources", rules.size());
    for (qsizetype i = 0; i < count; ++i) {
        const ResourceRule &rule = rules.at(i);
        const QString at = u"/resources/"_s + QString::number(i);
        const QString marker = u'{' + rule.parameter + u'}';
        const bool known = std::any_of(routes.begin(), routes.end(), [&marker](const Route &route) {
            return route.pathTemplate.contains(marker);
        });
        if (!rule.parameter.isEmpty() && !known)
            check.fail(at + u"/parameter"_s, u"unknown_value"_s, u"No route has this parameter."_s);
        if (seen.contains(rule.parameter))
            check.fail(at + u"/parameter"_s, u"repeated"_s, u"Every parameter once."_s);
        seen.insert(rule.parameter);
        const qsizetype values = lookedAt("ResourceRule", "values", rule.values.size());
        for (qsizetype j = 0; j < values; ++j) {
            if (rule.values.at(j).contains(u'*'))
                check.fail(at + u"/values/"_s + QString::number(j), u"wildcard"_s,
                           u"List the values one by one; there is no wildcard."_s);
        }
    }
}

bool within(const Limits &narrow, const Limits &wide)
{
    const bool quota =
        wide.dailyQuota == 0 || (narrow.dailyQuota != 0 && narrow.dailyQuota <= wide.dailyQuota);
    return narrow.rate <= wide.rate && narrow.burst <= wide.burst && quota;
}

} // namespace

QList<FieldError> checkScopes(const QStringList &scopes, const QList<Scope> &catalogue, LawfulBasis basis,
                              const QString &pointer)
{
    FieldCheck check;
    const qsizetype count = lookedAt("GrantEdit", "scopes", scopes.size());
    for (qsizetype i = 0; i < count; ++i) {
        const QString &name = scopes.at(i);
        const QString at = pointer + u'/' + QString::number(i);
        const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                        [&name](const Scope &scope) { return scope.name == name; });
        if (name.contains(u'*'))
            check.fail(at, u"wildcard"_s, u"List the scopes one by one; there is no wildcard."_s);
        else if (found == catalogue.end())
            check.fail(at, u"unknown_value"_s, u"The catalogue has no scope %1."_s.arg(name.left(60)));
        else if (!pc::rules::allowedByBasis(*found, basis))
            check.fail(at, u"lawful_basis"_s, u"The lawful basis does not allow %1."_s.arg(name));
    }
    return check.errors();
}

QList<FieldError> checkGrant(const GrantEdit &edit, const QList<Scope> &catalogue, const QList<Route> &routes,
                             const QList<Plan> &plans, LawfulBasis basis, const QDateTime &now)
{
    FieldCheck check;
    check.fields("GrantEdit", toJson(edit));
    const bool planKnown =
        std::any_of(plans.begin(), plans.end(), [&edit](const Plan &plan) { return plan.id == edit.planId; });
    if (!edit.planId.isEmpty() && !planKnown)
        check.fail(u"/plan_id"_s, u"unknown_value"_s, u"There is no such plan."_s);
    checkResources(check, edit.resources, routes);
    if (edit.limitOverride)
        checkOverride(check, *edit.limitOverride, now);
    check.reason(edit.reason, pc::rules::reasonNeed(Op::GrantEdit));
    return check.errors() + checkScopes(edit.scopes, catalogue, basis, u"/scopes"_s);
}

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
           within(before.effective, after.effective);
}

} // namespace pc::platform::rules

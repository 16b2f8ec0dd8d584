// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/grant_rules.h"

#include "contract/rules/lawful_basis.h"
#include "contract/rules/limits.h"
#include "platform/domain/field_check.h"

#include <QSet>

#include <algorithm>

namespace pc::platform::domain {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

void checkOverride(FieldCheck &check, const LimitOverride &over, const QDateTime &now)
{
    if (const auto fault = pc::rules::endFault(over, now))
        check.fail(u"/limit_override/until"_s, *fault,
                   *fault == FieldFault::InThePast ? u"In the future."_s : u"After its beginning."_s);
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
            check.fail(at + u"/parameter"_s, FieldFault::UnknownValue, u"No route has this parameter."_s);
        if (seen.contains(rule.parameter))
            check.fail(at + u"/parameter"_s, FieldFault::Repeated, u"Every parameter once."_s);
        seen.insert(rule.parameter);
        const qsizetype values = lookedAt("ResourceRule", "values", rule.values.size());
        for (qsizetype j = 0; j < values; ++j) {
            if (rule.values.at(j).contains(u'*'))
                check.fail(at + u"/values/"_s + QString::number(j), FieldFault::Wildcard,
                           u"List the values one by one; there is no wildcard."_s);
        }
    }
}

} // namespace

QString scopeDetail(FieldFault fault, const QString &scope)
{
    if (fault == FieldFault::Wildcard)
        return u"List the scopes one by one; there is no wildcard."_s;
    return (fault == FieldFault::LawfulBasis ? u"The lawful basis does not allow %1."_s
                                             : u"The catalogue has no scope %1."_s)
        .arg(scope.left(60));
}

QList<FieldError> checkScopes(const QStringList &scopes, const QList<Scope> &catalogue, LawfulBasis basis,
                              const QString &pointer)
{
    FieldCheck check;
    const qsizetype count = lookedAt("GrantEdit", "scopes", scopes.size());
    for (qsizetype i = 0; i < count; ++i) {
        const auto fault = pc::rules::scopeFault(scopes.at(i), catalogue, basis);
        if (fault)
            check.fail(pointer + u'/' + QString::number(i), *fault, scopeDetail(*fault, scopes.at(i)));
    }
    return check.errors();
}

QList<FieldError> checkGrant(const GrantEdit &edit, const QList<FieldError> &faults,
                             const QList<Scope> &catalogue, const QList<Route> &routes,
                             const QList<Plan> &plans, LawfulBasis basis, const QDateTime &now)
{
    FieldCheck check(faults);
    const bool planKnown =
        std::any_of(plans.begin(), plans.end(), [&edit](const Plan &plan) { return plan.id == edit.planId; });
    if (!edit.planId.isEmpty() && !planKnown)
        check.fail(u"/plan_id"_s, FieldFault::UnknownValue, u"There is no such plan."_s);
    checkResources(check, edit.resources, routes);
    if (edit.limitOverride)
        checkOverride(check, *edit.limitOverride, now);
    check.reason(edit.reason, pc::rules::reasonNeed(Op::GrantEdit));
    return check.errors() + checkScopes(edit.scopes, catalogue, basis, u"/scopes"_s);
}

} // namespace pc::platform::domain

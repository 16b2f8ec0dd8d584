// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/grant_rules.h"

#include "contract/rules/limits.h"
#include "contract/rules/text_rule.h"
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

QString scopeDetail(FieldFault fault, const QString &scope, const QStringList &uncovered)
{
    switch (fault) {
    case FieldFault::Wildcard:
        return u"List the scopes one by one; there is no wildcard."_s;
    case FieldFault::LawfulBasis:
        return u"The lawful basis does not allow %1."_s.arg(pc::rules::beginningOf(scope, 60));
    case FieldFault::DataCategory:
        return u"The agreement does not name what %1 gives access to: %2."_s.arg(
            pc::rules::beginningOf(scope, 60), pc::rules::beginningOf(uncovered.join(u", "_s), 200));
    default:
        return u"The catalogue has no scope %1."_s.arg(pc::rules::beginningOf(scope, 60));
    }
}

QList<FieldError> checkScopes(const QStringList &scopes, const QList<Scope> &catalogue,
                              const pc::rules::AgreedUse &agreed, const QString &pointer,
                              const QStringList &held)
{
    FieldCheck check;
    const QSet<QString> kept(held.begin(), held.end());
    const qsizetype count = lookedAt("GrantEdit", "scopes", scopes.size());
    for (qsizetype i = 0; i < count; ++i) {
        const QString &name = scopes.at(i);
        const auto fault = pc::rules::scopeFault(name, catalogue, agreed);
        const bool isOfUse = fault == FieldFault::LawfulBasis || fault == FieldFault::DataCategory;
        if (!fault || (isOfUse && kept.contains(name)))
            continue;
        const Scope *scope = pc::rules::scopeNamed(catalogue, name);
        check.fail(pointer + u'/' + QString::number(i), *fault,
                   scopeDetail(*fault, name,
                               scope ? pc::rules::uncoveredCategories(*scope, agreed.dataCategories)
                                     : QStringList()));
    }
    return check.errors();
}

QList<FieldError> checkAgreedUse(const pc::rules::AgreedUse &before, const pc::rules::AgreedUse &after,
                                 const QStringList &granted, const QList<Scope> &catalogue)
{
    FieldCheck check;
    if (before == after)
        return {};
    for (const QString &name : granted) {
        const Scope *scope = pc::rules::scopeNamed(catalogue, name);
        if (after.basis != before.basis && (!scope || !pc::rules::allowedByBasis(*scope, after.basis)))
            check.fail(u"/lawful_basis"_s, FieldFault::ScopesNotCovered,
                       scopeDetail(scope ? FieldFault::LawfulBasis : FieldFault::UnknownValue, name));
        if (!scope)
            continue;
        const QStringList open = pc::rules::uncoveredCategories(*scope, before.dataCategories);
        QStringList opened = pc::rules::uncoveredCategories(*scope, after.dataCategories);
        opened.removeIf([&open](const QString &each) { return open.contains(each); });
        if (!opened.isEmpty())
            check.fail(u"/data_categories"_s, FieldFault::ScopesNotCovered,
                       scopeDetail(FieldFault::DataCategory, name, opened));
    }
    return check.errors();
}

QList<FieldError> checkGrant(const GrantEdit &edit, const QList<FieldError> &faults, const GrantFacts &facts)
{
    FieldCheck check(faults);
    const bool planKnown = std::any_of(facts.plans.begin(), facts.plans.end(),
                                       [&edit](const Plan &plan) { return plan.id == edit.planId; });
    if (!edit.planId.isEmpty() && !planKnown)
        check.fail(u"/plan_id"_s, FieldFault::UnknownValue, u"There is no such plan."_s);
    checkResources(check, edit.resources, facts.routes);
    if (edit.limitOverride)
        checkOverride(check, *edit.limitOverride, facts.now);
    check.reason(edit.reason, pc::rules::reasonNeed(Op::GrantEdit));
    return check.errors() + checkScopes(edit.scopes, facts.catalogue, facts.agreed, u"/scopes"_s, facts.held);
}

} // namespace pc::platform::domain

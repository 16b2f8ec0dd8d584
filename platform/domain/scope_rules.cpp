// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/scope_rules.h"

#include "contract/rules/fold.h"
#include "platform/domain/field_check.h"

namespace pc::platform::domain {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

QList<FieldError> checkScope(const ScopeDraft &draft, const QList<FieldError> &faults)
{
    FieldCheck check(faults);
    QSet<QString> seen;
    const qsizetype count = lookedAt("ScopeDraft", "data_categories", draft.dataCategories.size());
    for (qsizetype i = 0; i < count; ++i) {
        const QString key = pc::rules::fold(draft.dataCategories.at(i));
        if (seen.contains(key))
            check.fail(u"/data_categories/%1"_s.arg(i), FieldFault::Repeated, u"Every category once."_s);
        seen.insert(key);
    }
    QList<LawfulBasis> bases;
    for (const LawfulBasis basis : draft.lawfulBases) {
        if (basis == LawfulBasis::Unknown)
            check.fail(u"/lawful_bases"_s, FieldFault::UnknownValue, u"No such lawful basis."_s);
        else if (bases.contains(basis))
            check.fail(u"/lawful_bases"_s, FieldFault::Repeated, u"Every lawful basis once."_s);
        bases.append(basis);
    }
    return check.errors();
}

Scope edited(Scope scope, const ScopeDraft &draft)
{
    scope.title = draft.title;
    scope.sentence = draft.sentence;
    scope.dataCategories = draft.dataCategories;
    scope.lawfulBases = draft.lawfulBases;
    scope.sensitive = draft.sensitive;
    return scope;
}

QList<FieldError> checkPlan(const PlanDraft &draft, const QList<FieldError> &faults, const QList<Plan> &plans,
                            const QString &id)
{
    FieldCheck check(faults);
    const QString key = pc::rules::fold(draft.name);
    for (const Plan &each : plans) {
        if (each.id != id && pc::rules::fold(each.name) == key)
            check.fail(u"/name"_s, FieldFault::Taken, u"Another plan has this name."_s);
    }
    return check.errors();
}

Plan edited(Plan plan, const PlanDraft &draft)
{
    plan.name = draft.name;
    plan.description = draft.description;
    plan.sandbox = draft.sandbox;
    plan.limited = draft.limited;
    plan.production = draft.production;
    return plan;
}

} // namespace pc::platform::domain

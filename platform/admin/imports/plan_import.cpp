// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/imports/plan_import.h"

#include "contract/rules/field_limits.h"
#include "contract/rules/fold.h"
#include "contract/rules/text_rule.h"
#include "platform/admin/catalogue/plan_change.h"
#include "platform/store/rows/catalogue_rows.h"

#include <algorithm>

namespace pc::platform::imports {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;
using pc::rules::FieldKind;
using pc::rules::FieldLimit;

namespace {

using PlanCells = QHash<QString, QString>;

const FieldLimit &planName()
{
    return pc::rules::limit("PlanDraft", "name");
}

const FieldLimit &planDescription()
{
    return pc::rules::limit("PlanDraft", "description");
}

struct StageColumn
{
    const char16_t *name;
    Limits Plan::*member;
};
constexpr StageColumn stageColumns[]{
    {u"sandbox", &Plan::sandbox}, {u"limited", &Plan::limited}, {u"production", &Plan::production}};
constexpr const char *limitMembers[]{"rate", "burst", "daily_quota"};

QString columnName(const StageColumn &stage, const char *member)
{
    return QString::fromUtf16(stage.name) + u'_' + QString::fromLatin1(member);
}

void setLimit(Limits &limits, QLatin1StringView member, double value)
{
    if (member == "rate"_L1)
        limits.rate = value;
    else if (member == "burst"_L1)
        limits.burst = static_cast<int>(value);
    else
        limits.dailyQuota = static_cast<qint64>(value);
}

/// One limit; `isNew`: the plan has none yet, so rate and burst must be said. No daily quota is 0: none.
void takeLimit(FieldCheck &check, Limits &limits, const PlanCells &cells, const QString &column,
               const char *member, bool isNew)
{
    const FieldLimit &row = pc::rules::limit("Limits", member);
    if (!cells.contains(column)) {
        if (isNew && QLatin1StringView(member) != "daily_quota"_L1)
            check.fail(u'/' + column, FieldFault::Required, u"A new plan has all rates and bursts."_s);
        return;
    }
    bool isNumber = false;
    const QString cell = cells.value(column);
    const double value = row.kind == FieldKind::Whole ? static_cast<double>(cell.toLongLong(&isNumber))
                                                      : cell.toDouble(&isNumber);
    if (!isNumber) {
        check.fail(u'/' + column, FieldFault::BadFormat,
                   row.kind == FieldKind::Whole ? u"A whole number."_s
                                                : u"A number; decimals stand behind a point."_s);
        return;
    }
    if (const auto fault = pc::rules::faultOf(row, value))
        return check.fail(u'/' + column, *fault, u"Beyond what a limit can be."_s);
    setLimit(limits, QLatin1StringView(member), value);
}

/// What a row says laid over `plan`; what it does not say stays.
QList<FieldError> takePlan(Plan &plan, const PlanCells &cells, bool isNew)
{
    FieldCheck check;
    if (isNew)
        plan.name = pc::rules::valueOf(planName(), cells.value(u"name"_s));
    if (const auto fault = pc::rules::faultOf(planName(), plan.name))
        check.fail(u"/name"_s, *fault, u"What the plan is called, at most 60 characters."_s);
    if (cells.contains(u"description"_s)) {
        plan.description = pc::rules::valueOf(planDescription(), cells.value(u"description"_s));
        if (const auto fault = pc::rules::faultOf(planDescription(), plan.description))
            check.fail(u"/description"_s, *fault, u"One line of 300 characters at most."_s);
    }
    for (const StageColumn &stage : stageColumns) {
        for (const char *member : limitMembers)
            takeLimit(check, plan.*stage.member, cells, columnName(stage, member), member, isNew);
    }
    return check.errors();
}

/// "production.rate" as "production_rate".
QStringList planColumnsOf(const QList<FieldChange> &changes)
{
    QStringList columns;
    for (const FieldChange &each : changes)
        columns.append(QString(each.field).replace(u'.', u'_'));
    return columns;
}

void planOne(ImportPlan &plan, const WriteCall &call, const ImportTable::Row &from, const QList<Plan> &plans)
{
    const QString name = pc::rules::valueOf(planName(), from.cells.value(u"name"_s));
    const auto before = std::find_if(plans.begin(), plans.end(), [&name](const Plan &each) {
        return pc::rules::fold(each.name) == pc::rules::fold(name);
    });
    const bool isNew = before == plans.end();
    Plan value = isNew ? Plan{} : *before;
    ImportRow row;
    row.line = from.line;
    row.subject = pc::rules::beginningOf(name, 60);
    row.errors = takePlan(value, from.cells, isNew);
    if (!row.errors.isEmpty()) {
        row.outcome = ImportOutcome::Refused;
        return plan.add(std::move(row));
    }
    if (isNew) {
        row.outcome = ImportOutcome::Create;
        return plan.add(std::move(row),
                        [&call, value](Tx &tx) mutable { return storeNewPlan(call, tx, value); });
    }
    row.targetId = value.id;
    const QList<FieldChange> changes = planChanges(*before, value);
    row.changed = planColumnsOf(changes);
    row.changes = shownChanges(changes);
    row.outcome = changes.isEmpty() ? ImportOutcome::Unchanged : ImportOutcome::Update;
    if (changes.isEmpty())
        return plan.add(std::move(row));
    plan.add(std::move(row), [&call, earlier = *before, value](Tx &tx) mutable {
        return storePlan(call, tx, earlier, value);
    });
}

} // namespace

QStringList planColumns()
{
    QStringList columns{u"name"_s, u"description"_s};
    for (const StageColumn &stage : stageColumns) {
        for (const char *member : limitMembers)
            columns.append(columnName(stage, member));
    }
    return columns;
}

ImportPlan planPlans(const WriteCall &call, const ImportTable &table, Tx &tx)
{
    const QList<Plan> plans = catalogue_rows::plans(tx);
    ImportPlan plan;
    QSet<QString> names;
    for (const ImportTable::Row &each : table.rows) {
        const QString name = pc::rules::fold(pc::rules::valueOf(planName(), each.cells.value(u"name"_s)));
        if (!names.contains(name)) {
            names.insert(name);
            planOne(plan, call, each, plans);
            continue;
        }
        ImportRow row;
        row.line = each.line;
        row.outcome = ImportOutcome::Refused;
        row.subject = pc::rules::beginningOf(each.cells.value(u"name"_s), 60);
        row.errors = {
            pc::rules::fieldError(u"/name"_s, FieldFault::Repeated, u"An earlier row is of this plan."_s)};
        plan.add(std::move(row));
    }
    return plan;
}

} // namespace pc::platform::imports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/grant_dialogs.h"

#include "contract/rules/date_words.h"
#include "contract/rules/limits.h"
#include "models/access/catalogue_model.h"
#include "models/access/grant_changes.h"
#include "models/access/grant_editor.h"
#include "models/text/figures.h"
#include "views/seams/context.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/words/change_rows.h"
#include "views/words/member_words.h"
#include "views/words/names.h"
#include "views/words/partner_facts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct GrantText
{
    Q_DECLARE_TR_FUNCTIONS(GrantFields)
};

/// Words for the fields of a grant, as its members are called everywhere; a field this build does not know
/// keeps its name.
QString fieldText(const QString &field)
{
    static constexpr std::array pointers{
        std::pair("plan_id"_L1, u"/plan_id"),
        std::pair("plan"_L1, u"/plan_id"),
        std::pair("resources"_L1, u"/resources"),
        std::pair("limits"_L1, u"/limit_override"),
        std::pair("limits.rate"_L1, u"/limit_override/limits/rate"),
        std::pair("limits.burst"_L1, u"/limit_override/limits/burst"),
        std::pair("limits.daily_quota"_L1, u"/limit_override/limits/daily_quota"),
        std::pair("limits.from"_L1, u"/limit_override/from"),
        std::pair("limits.until"_L1, u"/limit_override/until"),
        std::pair("limits.reason"_L1, u"/limit_override/reason"),
    };
    if (field == "scopes"_L1)
        return GrantText::tr("Scope"); // a row is of one
    for (const auto &[own, pointer] : pointers)
        if (field == own)
            return memberName(QStringView(pointer).toString());
    return field;
}

/// A value as people read it: plans by name, numbers and times in the interface's form.
QString valueText(const QString &field, const QString &value, const models::CatalogueModel &catalogue)
{
    const QLocale locale;
    if (value.isEmpty())
        return value;
    if (field == "plan"_L1 || field == "plan_id"_L1) {
        const Plan *plan = catalogue.plan(value);
        return plan ? plan->name : value;
    }
    if (field == "limits"_L1)
        return GrantText::tr("yes", "it deviates from the plan");
    if (field == "limits.daily_quota"_L1)
        return value == "0"_L1 ? GrantText::tr("none", "no daily quota")
                               : locale.toString(value.toLongLong());
    if (field == "limits.burst"_L1)
        return locale.toString(value.toInt());
    if (field == "limits.rate"_L1)
        return locale.toString(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    if (field == "limits.from"_L1 || field == "limits.until"_L1) {
        const QDateTime moment = QDateTime::fromString(value, Qt::ISODate);
        return moment.isValid() ? GrantText::tr("%1 UTC", "time")
                                      .arg(rules::momentText(moment, rules::DateForm::DayOfYear))
                                : value;
    }
    return value;
}

/// When the staged override is not in force yet: its start.
std::optional<QDateTime> laterStart(const models::GrantEditor &editor)
{
    const auto &over = editor.edit().limitOverride;
    return over && over->from && *over->from > editor.now() ? over->from : std::nullopt;
}

/// Whether limits of the partner's own are in force on what the edits begin with.
bool deviatesNow(const models::GrantEditor &editor)
{
    const auto &over = editor.base()->value.limitOverride;
    return over && rules::isInForce(*over, editor.now());
}

/// How many of the changes come or go with the override.
int limitChanges(const QList<FieldChange> &changes)
{
    return static_cast<int>(std::count_if(changes.begin(), changes.end(), [](const FieldChange &change) {
        return change.field.startsWith("limits."_L1);
    }));
}

QString callersText(const QList<ScopeCaller> &callers)
{
    constexpr qsizetype shown = 3;
    QStringList names;
    for (const ScopeCaller &caller : callers.first(std::min(shown, callers.size())))
        names.append(caller.name.isEmpty() ? caller.credentialId : inSentence(caller.name));
    const auto more = static_cast<int>(callers.size() - names.size());
    const QString list = names.join(u", "_s);
    return more > 0 ? GrantText::tr("%1 and %n more", "names of credentials", more).arg(list) : list;
}

} // namespace

QList<DiffRow> diffRows(const QList<FieldChange> &changes, const models::CatalogueModel &catalogue)
{
    QList<FieldChange> worded = changes;
    for (FieldChange &change : worded) {
        change.before = valueText(change.field, change.before, catalogue);
        change.after = valueText(change.field, change.after, catalogue);
    }
    QList<DiffRow> rows = changeRows(worded);
    for (DiffRow &row : rows)
        row.field = fieldText(row.field);
    return rows;
}

QString scopeAt(const QString &pointer, const QStringList &scopes)
{
    bool isNumber = false;
    const qsizetype index = pointer.section(u'/', 2, 2).toLongLong(&isNumber);
    return pointer.startsWith(u"/scopes/"_s) && isNumber ? scopes.value(index) : QString();
}

ReviewGrantDialog::ReviewGrantDialog(const ViewContext &context, const models::GrantEditor &editor,
                                     const models::GrantFacts &facts, const QString &stillPass,
                                     const QString &partnerName, models::SaveGrantFlow *flow, QWidget *parent)
    : FlowDialog(context, flow, Op::GrantEdit, tr("Review changes of %1").arg(inSentence(partnerName)),
                 Icon::Scopes, 640, tr("The changes were not saved."), parent),
      m_flow(flow), m_partnerName(inSentence(partnerName)), m_scopes(editor.edit().scopes)
{
    setObjectName(u"reviewGrantDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    const auto count = static_cast<int>(editor.diff().size());
    const std::optional<QDateTime> later = laterStart(editor);
    const int limitsLater = later ? limitChanges(editor.diff()) : 0;
    if (count > limitsLater)
        addText(
            tr("%n change(s) take effect with the next call of the partner.", nullptr, count - limitsLater));
    if (limitsLater > 0)
        addText(tr("%n change(s) of the limits take effect on %1 UTC.", nullptr, limitsLater)
                    .arg(rules::momentText(*later, rules::DateForm::DayOfYear)))
            ->setObjectName(u"takesEffectLater"_s);
    if (limitsLater > 0 && deviatesNow(editor))
        addText(tr("The limits that deviate now end at once."))->setObjectName(u"endsAtOnce"_s);
    auto *diff = new DiffTable;
    diff->setObjectName(u"grantDiff"_s);
    diff->setRows(diffRows(editor.diff(), editor.catalogue()));
    diff->setMaximumHeight(300);
    body()->addWidget(diff);
    addText((limitsLater > 0 ? tr("Limits in force until then: %1") : tr("Limits in force then: %1"))
                .arg(limitsText(editor.effectiveLimits())));
    addScopeImpact(editor, facts, stillPass);
    addLimitImpact(editor, facts);
    addReasonFields(editor.base()->value.partnerId,
                    {tr("Seasonal traffic"), tr("New integration"), tr("Unused scope"), tr("Access review")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Back to editing"));
    addSubmit(tr("Save %n change(s)", nullptr, count), ButtonKind::Primary, Icon::Check, tr("Saving…"));
    connect(flow, &models::Flow::stateChanged, this, [this] {
        if (m_flow->state() != models::FlowState::Failed || !m_flow->error())
            return;
        if (m_flow->error()->problem && !m_flow->error()->problem->errors.isEmpty())
            Q_EMIT refused(m_flow->error()->problem->errors);
        if (m_flow->error()->kind != client::ErrorKind::Stale)
            return;
        const Versioned<Grant> current = m_flow->current().value_or(Versioned<Grant>{});
        this->context().kept->keep(keptAs(), typed()); // for the review of both edits together
        reject();
        Q_EMIT stale(current);
    });
}

QString ReviewGrantDialog::actTitle() const
{
    return tr("Save changes of %1").arg(m_partnerName);
}

/// A scope by its own name.
QString ReviewGrantDialog::nameFor(const QString &pointer) const
{
    const QString scope = scopeAt(pointer, m_scopes);
    return scope.isEmpty() ? FlowDialog::nameFor(pointer) : scope;
}

void ReviewGrantDialog::addWarning(const QString &objectName, Icon which, const QString &text)
{
    auto *warning = new MessageBanner(Severity::Warn, text);
    warning->setObjectName(objectName);
    warning->setIcon(which);
    body()->addWidget(warning);
}

void ReviewGrantDialog::addScopeImpact(const models::GrantEditor &editor, const models::GrantFacts &facts,
                                       const QString &stillPass)
{
    QStringList used;
    QStringList unused;
    QStringList unknown;
    const GrantEdit base = models::editOf(editor.base()->value);
    for (const models::RemovedScope &removed : models::removedScopes(base, editor.edit(), facts.scopes)) {
        const ScopeUse &use = removed.use;
        if (!removed.known)
            unknown.append(use.scope);
        else if (use.calls30d == 0 && !use.lastUsedAt)
            unused.append(use.scope);
        else
            used.append(
                tr("%1: %Ln call(s) in 30 days, the last %2, by %3.", "scope, when, credentials",
                   models::forPlural(use.calls30d))
                    .arg(use.scope,
                         use.lastUsedAt ? context().ticker.relative(*use.lastUsedAt) : tr("not known"),
                         use.callers.isEmpty() ? tr("not known") : callersText(use.callers)));
    }
    if (!used.isEmpty()) {
        if (stillPass.isEmpty()) {
            used.prepend(tr("These calls are refused from then on:"));
        } else {
            used.prepend(tr("These calls would be refused:"));
            used.append(stillPass);
        }
        addWarning(u"scopeImpact"_s, Icon::Warning, used.join(u'\n'));
    }
    if (!unknown.isEmpty())
        addWarning(u"scopeImpactUnknown"_s, Icon::Help,
                   tr("Whether it is in use is not known: %1.").arg(unknown.join(u", "_s)));
    if (!unused.isEmpty())
        addText(tr("Not used in the last 30 days: %1.").arg(unused.join(u", "_s)))
            ->setObjectName(u"scopesUnused"_s);
}

void ReviewGrantDialog::addLimitImpact(const models::GrantEditor &editor, const models::GrantFacts &facts)
{
    const Limits after = editor.limitsToCome();
    if (const models::ThrottleForecast forecast = editor.throttleForecast(); forecast.throttledDays > 0)
        addWarning(u"quotaImpact"_s, Icon::Gauge,
                   tr("This quota would have throttled %1 of %n day(s).", nullptr, forecast.days)
                       .arg(forecast.throttledDays));
    const std::optional<models::Peak> peak =
        facts.usage ? models::busiest(*facts.usage, editor.now()) : std::nullopt;
    if (peak && after.rate > 0 && after.rate < editor.limitsInForce().rate &&
        after.rate < peak->callsPerSecond)
        addWarning(
            u"rateImpact"_s, Icon::Gauge,
            tr("The partner made up to %1 calls a second (%2): more than this rate.", "number, when")
                .arg(QLocale().toString(peak->callsPerSecond, 'f', 1), context().ticker.relative(peak->at)));
}

void ReviewGrantDialog::onDone()
{
    if (m_flow->result())
        Q_EMIT saved(*m_flow->result());
    accept();
}

MergeGrantDialog::MergeGrantDialog(const models::GrantEditor &editor, QWidget *parent)
    : DialogFrame(tr("Somebody else changed this meanwhile"), Icon::Refresh, 640, parent)
{
    setObjectName(u"mergeGrantDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setTitleIcon(Icon::Refresh, Tone::Warn);
    const QString who = editor.newerBase() ? editor.newerBase()->value.updatedBy : QString();
    addText(who.isEmpty() ? tr("Nothing of yours was saved. This is what the other edit changed:")
                          : tr("Nothing of yours was saved. This is what %1 changed:").arg(who));
    auto *diff = new DiffTable;
    diff->setObjectName(u"theirDiff"_s);
    diff->setRows(diffRows(editor.theirChanges(), editor.catalogue()));
    diff->setMaximumHeight(280);
    body()->addWidget(diff);
    addText(tr("Putting your edits on top keeps both where they touch different things; where both touch the "
               "same, yours "
               "stay staged. You review the result before it is saved."));
    QPushButton *later = addButton(u"mergeLater"_s, tr("Decide later"));
    QPushButton *discard = addButton(u"mergeDiscard"_s, tr("Drop my edits"), ButtonKind::DangerOutline);
    QPushButton *reapply = addButton(u"mergeReapply"_s, tr("Put my edits on top"), ButtonKind::Primary);
    setSafeButton(later);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(discard, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT discardRequested();
    });
    connect(reapply, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT reapplyRequested();
    });
}

} // namespace pc::views

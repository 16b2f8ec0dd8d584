// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/check_list.h"

#include "models/text/audit_sentence.h"
#include "models/text/enum_names.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/whole_label.h"
#include "views/words/call_words.h"
#include "views/words/fact_words.h"
#include "views/words/names.h"
#include "views/words/reason_words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct ResultLook
{
    Icon icon;
    Tone tone;
};

ResultLook lookOf(CheckResult result)
{
    switch (result) {
    case CheckResult::Passed:
        return {Icon::Check, Tone::Muted};
    case CheckResult::Failed:
        return {Icon::CircleX, Tone::Bad};
    case CheckResult::NotReached:
    case CheckResult::NotRecorded:
    case CheckResult::Unknown:
        break;
    }
    return {Icon::Minus, Tone::Faint};
}

IconLabel *resultIcon(CheckResult result)
{
    const ResultLook look = lookOf(result);
    auto *icon = new IconLabel(look.icon, look.tone, 16);
    icon->setAccessibleName(models::nameOf(result));
    return icon;
}

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

CheckList::CheckList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(u"checkList"_s);
    setAccessibleName(tr("Checks, in order"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
}

void CheckList::setExplanation(const CallExplanation &explanation, const QTimeZone &zone)
{
    if (m_shown && m_zone == zone && m_shown->checks == explanation.checks &&
        m_shown->rule == explanation.rule && m_shown->call == explanation.call)
        return;
    m_shown = explanation;
    m_zone = zone;
    empty(m_column);
    for (const ExplainedCheck &check : explanation.checks) {
        if (check.result == CheckResult::Failed)
            addFailed(check, explanation, zone);
        else
            addRow(check, zone);
    }
}

void CheckList::addRow(const ExplainedCheck &check, const QTimeZone &zone)
{
    const bool isPassed = check.result == CheckResult::Passed;
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    auto *name = new Label(models::nameOf(check.check), TypeRole::Body, isPassed ? Tone::Text : Tone::Faint);
    const QString facts = isPassed ? factsLine(check, zone) : models::nameOf(check.result);
    auto *what = new ElidedLabel(facts, TypeRole::Small, isPassed ? Tone::Muted : Tone::Faint);
    what->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    line->addWidget(resultIcon(check.result));
    line->addWidget(name);
    line->addWidget(what, 1);
    m_column->addWidget(row);
}

void CheckList::addFailed(const ExplainedCheck &check, const CallExplanation &explanation,
                          const QTimeZone &zone)
{
    auto *card = new Card;
    card->setObjectName(u"failedCheck"_s);
    card->setSeverity(outcomeSeverity(explanation.call.outcome));
    card->setBodyMargins(space::m, space::s);
    QVBoxLayout *column = card->body();
    column->setSpacing(space::xs);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    auto *name = new Label(models::nameOf(check.check), TypeRole::Body, Tone::Bad);
    name->setWeight(QFont::DemiBold);
    auto *what = new WholeLabel(reasonClause(explanation.call), TypeRole::Body, Tone::Bad);
    what->setObjectName(u"failedReason"_s);
    what->setAlignment(Qt::AlignTrailing);
    line->addWidget(resultIcon(check.result), 0, Qt::AlignTop);
    line->addWidget(name, 0, Qt::AlignTop);
    line->addWidget(what, 1);
    column->addLayout(line);
    if (const QString facts = factsLine(check, zone); !facts.isEmpty())
        column->addWidget(new WholeLabel(facts, TypeRole::Small, Tone::Muted));
    addRule(*column, explanation.rule, zone);
    m_column->addWidget(card);
}

void CheckList::addRule(QVBoxLayout &column, const RuleThen &rule, const QTimeZone &zone)
{
    if (!rule.isKnown) {
        column.addWidget(
            new WholeLabel(tr("How the rule stood then is not recorded."), TypeRole::Small, Tone::Muted));
        return;
    }
    if (!rule.facts.isEmpty()) {
        column.addWidget(new Label(tr("The rule as it stood then"), TypeRole::Small, Tone::Muted));
        auto *facts = new KeyValueList;
        facts->setObjectName(u"ruleThen"_s);
        for (qsizetype i = 0; i < rule.facts.size(); ++i) {
            const ExplainedFact &fact = rule.facts.at(i);
            facts->setRow(u"fact%1"_s.arg(i), factName(fact.name), factValue(fact, zone));
        }
        column.addWidget(facts);
    }
    if (rule.cause)
        addCause(column, *rule.cause, zone);
}

void CheckList::addCause(QVBoxLayout &column, const AuditEvent &event, const QTimeZone &zone)
{
    auto *who =
        new WholeLabel(tr("Made so by %1, %2").arg(inSentence(event.actor), callMoment(event.at, zone)));
    who->setObjectName(u"causeWho"_s);
    const QString sentence = models::auditSentence(event);
    auto *link = makeButton(u"openCause"_s,
                            event.ticket.isEmpty() ? sentence : tr("%1 (%2)").arg(sentence, event.ticket),
                            Icon::ArrowRight, ButtonKind::Ghost);
    connect(link, &QPushButton::clicked, this, [this, id = event.id] { Q_EMIT eventRequested(id); });
    column.addWidget(who);
    column.addWidget(link, 0, Qt::AlignLeading);
    if (!event.reason.isEmpty())
        column.addWidget(
            new WholeLabel(tr("Reason given: “%1”").arg(event.reason), TypeRole::Small, Tone::Muted));
}

} // namespace pc::views

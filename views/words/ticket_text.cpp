// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/ticket_text.h"

#include "models/text/audit_sentence.h"
#include "models/text/enum_names.h"
#include "views/widgets/relative_time.h"
#include "views/words/call_words.h"
#include "views/words/fact_words.h"
#include "views/words/reason_words.h"
#include "views/words/remedy_words.h"

#include <QCoreApplication>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct TicketText
{
    Q_DECLARE_TR_FUNCTIONS(TicketText)
};

class Lines
{
public:
    void add(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_lines.append(TicketText::tr("%1: %2").arg(name, value));
    }
    void add(const QString &line)
    {
        if (!line.isEmpty())
            m_lines.append(line);
    }
    void gap() { m_lines.append(QString()); }
    [[nodiscard]] QString text() const { return m_lines.join(u'\n') + u'\n'; }

private:
    QStringList m_lines;
};

QString named(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : TicketText::tr("%1 (%2)").arg(name, id);
}

void addCall(Lines &lines, const CallExplanation &explanation)
{
    const CallRecord &call = explanation.call;
    lines.add(verdictTitle(call));
    lines.add(TicketText::tr("When"), auditUtc(call.at) + u" UTC"_s);
    lines.add(TicketText::tr("Call"), u"%1 %2"_s.arg(call.method, call.path));
    lines.add(TicketText::tr("Status"), QString::number(call.status));
    lines.add(TicketText::tr("Partner"), named(explanation.partnerName, call.partnerId));
    lines.add(TicketText::tr("Credential"), named(explanation.credentialName, call.credentialId));
    lines.add(TicketText::tr("From"), call.source);
    lines.add(TicketText::tr("User agent"), call.userAgent);
    lines.add(TicketText::tr("Request ID"), call.requestId);
    lines.add(TicketText::tr("Decision ID"), call.id);
    lines.add(endSentence(call));
}

void addChecks(Lines &lines, const CallExplanation &explanation, const QTimeZone &zone)
{
    lines.add(TicketText::tr("Checks, in order"));
    for (const ExplainedCheck &check : explanation.checks) {
        QStringList said{models::nameOf(check.result)};
        if (check.result == CheckResult::Failed)
            said.append(reasonClause(explanation.call));
        if (const QString facts = factsLine(check, zone); !facts.isEmpty())
            said.append(facts);
        lines.add(u"- "_s + TicketText::tr("%1: %2").arg(models::nameOf(check.check), said.join(u", "_s)));
    }
}

void addRule(Lines &lines, const RuleThen &rule, const QTimeZone &zone)
{
    if (!rule.isKnown)
        return;
    for (const ExplainedFact &fact : rule.facts)
        lines.add(factName(fact.name), factValue(fact, zone));
    if (!rule.cause)
        return;
    lines.add(TicketText::tr("Made so by"),
              TicketText::tr("%1, %2").arg(rule.cause->actor, auditUtc(rule.cause->at) + u" UTC"_s));
    lines.add(TicketText::tr("Change"), named(models::auditSentence(*rule.cause), rule.cause->id));
    lines.add(TicketText::tr("Ticket"), rule.cause->ticket);
    lines.add(TicketText::tr("Reason given"), rule.cause->reason);
}

} // namespace

QString ticketText(const CallExplanation &explanation)
{
    const QTimeZone utc = QTimeZone::utc();
    Lines lines;
    addCall(lines, explanation);
    lines.gap();
    addChecks(lines, explanation, utc);
    if (explanation.rule.isKnown) {
        lines.gap();
        lines.add(TicketText::tr("The rule as it stood then"));
        addRule(lines, explanation.rule, utc);
    }
    lines.gap();
    lines.add(todayTitle(explanation));
    lines.add(alikeSentence(explanation, utc));
    for (const Remedy &remedy : explanation.remedies)
        lines.add(u"- "_s + remedyTitle(remedy, utc));
    return lines.text();
}

} // namespace pc::views

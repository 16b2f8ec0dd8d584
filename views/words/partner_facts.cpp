// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/partner_facts.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/date_words.h"
#include "contract/rules/limits.h"
#include "views/words/problem_words.h"
#include "views/words/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct FactText
{
    Q_DECLARE_TR_FUNCTIONS(PartnerFacts)
};

} // namespace

QString noCredentialText(const Partner &partner, Realm realm)
{
    const auto refusal = rules::refusalOf(Op::CredentialIssue, rules::factsOf(partner, realm));
    return refusal ? problemSentence(*refusal) : QString();
}

QString limitsText(const Limits &limits)
{
    if (limits == rules::noLimitsKnown)
        return FactText::tr("Not known", "limits");
    const QLocale locale;
    QStringList parts;
    if (limits.dailyQuota > 0)
        parts.append(FactText::tr("%1 a day").arg(locale.toString(limits.dailyQuota)));
    if (limits.rate > 0)
        parts.append(FactText::tr("%1 calls/s")
                         .arg(locale.toString(limits.rate, 'f', QLocale::FloatingPointShortest)));
    if (limits.burst > 0)
        parts.append(FactText::tr("burst %1").arg(locale.toString(limits.burst)));
    return parts.join(u" · "_s);
}

QString scopesText(const QStringList &scopes, int shown)
{
    if (scopes.isEmpty())
        return FactText::tr("None granted");
    const QString first = scopes.mid(0, shown).join(u", "_s);
    const auto more = scopes.size() - shown;
    return more > 0 ? FactText::tr("%1 +%2", "scopes, number of further ones").arg(first).arg(more) : first;
}

QString stageSinceText(const Partner &partner)
{
    const QString stage = stageText(stageLevel(partner.stage));
    if (!partner.stageSince.isValid())
        return stage;
    return FactText::tr("%1 since %2", "stage, date")
        .arg(stage, rules::dateText(partner.stageSince, rules::DateForm::DayOfYear));
}

} // namespace pc::views

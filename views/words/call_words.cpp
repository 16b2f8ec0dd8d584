// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/call_words.h"

#include "contract/rules/date_words.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"
#include "models/time/zone_choice.h"
#include "views/words/reason_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct CallWords
{
    Q_DECLARE_TR_FUNCTIONS(CallWords)
};

bool isRefusal(Outcome outcome)
{
    return outcome == Outcome::Refused || outcome == Outcome::Throttled || outcome == Outcome::Observed;
}

} // namespace

QString verdictTitle(const CallRecord &call)
{
    const QString outcome = models::nameOfOne(call.outcome);
    return isRefusal(call.outcome) ? CallWords::tr("%1: %2").arg(outcome, reasonClause(call)) : outcome;
}

Icon outcomeIcon(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Served:
        return Icon::CheckCircle;
    case Outcome::Refused:
        return Icon::Ban;
    case Outcome::Throttled:
        return Icon::Gauge;
    case Outcome::Observed:
        return Icon::Eye;
    case Outcome::ClientError:
    case Outcome::ServerError:
        return Icon::Warning;
    case Outcome::Unknown:
        break;
    }
    return Icon::Info;
}

Severity outcomeSeverity(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Refused:
    case Outcome::ServerError:
        return Severity::Bad;
    case Outcome::Throttled:
    case Outcome::ClientError:
    case Outcome::Observed:
        return Severity::Warn;
    case Outcome::Served:
    case Outcome::Unknown:
        break;
    }
    return Severity::Neutral;
}

Tone outcomeTone(Outcome outcome)
{
    switch (outcomeSeverity(outcome)) {
    case Severity::Bad:
        return Tone::Bad;
    case Severity::Warn:
        return Tone::Warn;
    default:
        return Tone::Muted;
    }
}

QString todayTitle(const CallExplanation &explanation)
{
    const Outcome today = explanation.today.outcome;
    if (today == Outcome::Unknown)
        return CallWords::tr("Today: cannot be told");
    const bool then = explanation.call.outcome == Outcome::Served;
    const bool now = today == Outcome::Served;
    if (!then && !now)
        return today == Outcome::Observed    ? CallWords::tr("Today: passes, only observed")
               : today == Outcome::Throttled ? CallWords::tr("Today: would be throttled")
                                             : CallWords::tr("Today: still refused");
    if (now)
        return then ? CallWords::tr("Today: would pass, too") : CallWords::tr("Today: would pass");
    return CallWords::tr("Today: would be refused");
}

QString alikeSentence(const CallExplanation &explanation, const QTimeZone &zone)
{
    if (explanation.alikeCalls <= 0)
        return {};
    const QString count = explanation.alikeAtLeast
                              ? CallWords::tr("%1 or more").arg(QLocale().toString(explanation.alikeCalls))
                              : QLocale().toString(explanation.alikeCalls);
    const int plural = models::forPlural(explanation.alikeCalls);
    const QString sources = CallWords::tr("%n source address(es)", nullptr, explanation.alikeSources);
    if (!explanation.alike.from)
        return CallWords::tr("%1 call(s) like this, from %2", nullptr, plural).arg(count, sources);
    return CallWords::tr("%1 call(s) like this since %2, from %3", nullptr, plural)
        .arg(count, callMinute(*explanation.alike.from, zone), sources);
}

QString endSentence(const CallRecord &call)
{
    if (!call.end)
        return CallWords::tr("At the decision: no gateway reported how it ended.");
    QStringList parts{CallWords::tr("Ended with %1").arg(call.end->status)};
    if (call.end->bytesSent)
        parts.append(QLocale().formattedDataSize(*call.end->bytesSent));
    if (call.end->totalMicros)
        parts.append(CallWords::tr("%1 in all").arg(models::tookText(*call.end->totalMicros)));
    if (call.end->upstreamMicros)
        parts.append(CallWords::tr("%1 in the API").arg(models::tookText(*call.end->upstreamMicros)));
    return parts.join(u" · "_s);
}

QString callMoment(const QDateTime &at, const QTimeZone &zone)
{
    const QDateTime local = at.toTimeZone(zone);
    return u"%1 %2 %3"_s.arg(rules::dateText(local.date(), rules::DateForm::Day),
                             local.time().toString(u"HH:mm:ss.zzz"_s), models::zoneLabel(zone));
}

QString callMinute(const QDateTime &at, const QTimeZone &zone)
{
    const QDateTime local = at.toTimeZone(zone);
    return u"%1 %2 %3"_s.arg(rules::dateText(local.date(), rules::DateForm::Day),
                             local.time().toString(u"HH:mm"_s), models::zoneLabel(zone));
}

} // namespace pc::views

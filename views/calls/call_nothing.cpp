// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_nothing.h"

#include "models/calls/gateway_evidence_model.h"
#include "models/text/audit_sentence.h"
#include "views/words/call_words.h"
#include "views/words/names.h"

#include <QCoreApplication>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct CallNothing
{
    Q_DECLARE_TR_FUNCTIONS(CallNothing)
};

/// "edge-1 answered it by itself: 400, 27 Nov 14:03:17.482 UTC, GET /orders from 203.0.113.7"
QString lineText(const GatewayLine &line, const QTimeZone &zone)
{
    QStringList parts{
        CallNothing::tr("%1 answered it by itself with %2, %3")
            .arg(inSentence(line.gateway), QString::number(line.status), callMoment(line.at, zone))};
    if (!line.path.isEmpty())
        parts.append(u"%1 %2"_s.arg(line.method, line.path));
    if (!line.source.isEmpty())
        parts.append(CallNothing::tr("from %1").arg(line.source));
    return parts.join(u" · "_s);
}

NothingWords ofRequest(const models::GatewayEvidenceModel &evidence, const QString &kept,
                       const QTimeZone &zone)
{
    NothingWords words;
    words.title = CallNothing::tr("It never reached the platform");
    if (!evidence.isAnswer()) {
        words.title = CallNothing::tr("No call has this request ID");
        words.text = CallNothing::tr("Asking what gateways wrote of it…");
        return words;
    }
    QStringList lines;
    for (const GatewayLine &line : evidence.lines().value_or(QList<GatewayLine>()))
        lines.append(lineText(line, zone));
    if (lines.isEmpty())
        words.text = CallNothing::tr("No decision was asked for it, and no gateway reported it. It went "
                                     "elsewhere, or the ID is another one. %1")
                         .arg(kept);
    else
        words.text = lines.join(u'\n');
    return words;
}

} // namespace

NothingWords nothingWords(const CallFilter &filter, const models::GatewayEvidenceModel &evidence,
                          const QDateTime &keptSince, const QTimeZone &zone)
{
    const QString kept =
        keptSince.isValid()
            ? CallNothing::tr("Single calls are kept since %1.").arg(callMinute(keptSince, zone))
            : QString();
    if (!filter.values(CallField::Request).isEmpty())
        return ofRequest(evidence, kept, zone);
    NothingWords words;
    if (filter.conditions.isEmpty() && !filter.from && !filter.to) {
        words.title = CallNothing::tr("No calls yet");
        words.text = CallNothing::tr("They appear here as partners call.");
        return words;
    }
    words.title = CallNothing::tr("No calls match");
    words.text = CallNothing::tr("Widen the time or take a condition away. %1").arg(kept).trimmed();
    return words;
}

StripMark stripMarkOf(const AuditEvent &event, const QTimeZone &zone)
{
    const QString sentence = models::auditSentence(event);
    StripMark mark;
    mark.id = event.id;
    mark.at = event.at;
    mark.text = CallNothing::tr("%1 %2 · %3", "time, what, who")
                    .arg(event.at.toTimeZone(zone).toString(u"HH:mm"_s), sentence, event.actor);
    mark.toolTip = QStringList{sentence, callMoment(event.at, zone), event.actor, event.reason, event.ticket}
                       .join(u'\n')
                       .trimmed();
    return mark;
}

} // namespace pc::views

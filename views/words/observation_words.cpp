// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/observation_words.h"

#include "models/observing/observation_list_model.h"
#include "models/text/figures.h"
#include "views/widgets/relative_time.h"
#include "views/words/names.h"

#include <QCoreApplication>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct ObservationText
{
    Q_DECLARE_TR_FUNCTIONS(ObservationWords)
};

QString countText(const QList<ObservationSummary> &observed, ObservationKind kind)
{
    const auto count = static_cast<int>(
        std::count_if(observed.begin(), observed.end(),
                      [kind](const ObservationSummary &each) { return each.observation.kind == kind; }));
    if (count == 0)
        return {};
    switch (kind) {
    case ObservationKind::Api:
        return ObservationText::tr("%n API(s)", nullptr, count);
    case ObservationKind::Routes:
        return ObservationText::tr("%n part(s) of an API", nullptr, count);
    case ObservationKind::Gateway:
        return ObservationText::tr("%n gateway(s)", nullptr, count);
    case ObservationKind::Partner:
        return ObservationText::tr("%n partner(s)", nullptr, count);
    case ObservationKind::Unknown:
        break;
    }
    return {};
}

} // namespace

QString observedStripText(const QList<ObservationSummary> &observed, const QDateTime &now)
{
    if (observed.isEmpty())
        return {};
    QStringList what;
    for (const ObservationKind kind : {ObservationKind::Api, ObservationKind::Routes,
                                       ObservationKind::Gateway, ObservationKind::Partner}) {
        if (const QString text = countText(observed, kind); !text.isEmpty())
            what.append(text);
    }
    const QString until = observedUntilText(observed.constFirst().observation, now);
    return (observed.size() == 1
                ? ObservationText::tr("Observed until %1: %2. Calls that would be refused pass.",
                                      "when, what")
                : ObservationText::tr("Observed, the first until %1: %2. Calls that would be refused pass.",
                                      "when, what"))
        .arg(until, what.join(u", "_s));
}

QString observedUntilText(const Observation &observation, const QDateTime &now)
{
    const QString until = models::utcText(observation.until);
    if (!models::ObservationListModel::isSoonOver(observation, now))
        return until;
    return ObservationText::tr("%1, %2", "when, how far")
        .arg(until, relativeTime(observation.until, now, QLocale()));
}

QString observedMarkText(const ObservationSummary &observed)
{
    const QString until = models::utcText(observed.observation.until);
    return observed.observation.kind == ObservationKind::Routes
               ? ObservationText::tr("Partly observed until %1").arg(until)
               : ObservationText::tr("Observed until %1").arg(until);
}

QList<ObservationSummary> observedOver(const QList<ObservationSummary> &observed, const QString &partnerId)
{
    QList<ObservationSummary> over;
    for (const ObservationSummary &each : observed) {
        if (each.observation.kind != ObservationKind::Partner)
            over.append(each);
        else if (each.observation.target == partnerId)
            return {each}; // all of its calls
    }
    return over;
}

QString stillPassText(const QList<ObservationSummary> &over)
{
    if (over.isEmpty())
        return {};
    const ObservationSummary &first = over.constFirst();
    if (over.size() == 1 && first.observation.kind == ObservationKind::Partner)
        return ObservationText::tr("The partner is observed until %1: until then its calls pass although "
                                   "they would be refused.",
                                   "when")
            .arg(models::utcText(first.observation.until));
    constexpr qsizetype shown = 3;
    QStringList names;
    for (const ObservationSummary &each : over.first(std::min(shown, over.size())))
        names.append(
            ObservationText::tr("%1 until %2", "what is observed, when")
                .arg(inSentence(models::ObservationListModel::targetText(each.observation, each.name)),
                     models::utcText(each.observation.until)));
    const auto more = static_cast<int>(over.size() - names.size());
    const QString list = names.join(u", "_s);
    return ObservationText::tr("Observed: %1. Until then calls there pass although they would be refused.",
                               "what and until when")
        .arg(more > 0 ? ObservationText::tr("%1 and %n more", "what is observed", more).arg(list) : list);
}

QString observedMeans(ObservationKind kind)
{
    if (kind == ObservationKind::Partner) // nobody knows whose a call without a credential is
        return ObservationText::tr(
            "Meanwhile calls of the partner pass that would be refused, as far as they prove to be its own. "
            "What "
            "is frozen, suspended or revoked stays refused, and calls without a credential do too.");
    return ObservationText::tr(
        "Meanwhile calls pass that would be refused, also those without any credential: it is as open as it "
        "was before the platform stood in front of it. What is frozen, suspended or revoked stays refused.");
}

} // namespace pc::views

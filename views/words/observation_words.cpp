// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/observation_words.h"

#include "contract/rules/date_words.h"
#include "models/observing/observation_list_model.h"
#include "views/widgets/relative_time.h"

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
    const QString until = ObservationText::tr("%1 UTC", "when")
                              .arg(rules::momentText(observation.until, rules::DateForm::DayOfYear));
    if (!models::ObservationListModel::isSoonOver(observation, now))
        return until;
    return ObservationText::tr("%1, %2", "when, how far")
        .arg(until, relativeTime(observation.until, now, QLocale()));
}

QString observedMarkText(const ObservationSummary &observed)
{
    const QString until = rules::lastDayText(observed.observation.until, rules::DateForm::DayOfYear);
    return observed.observation.kind == ObservationKind::Routes
               ? ObservationText::tr("Partly observed until %1").arg(until)
               : ObservationText::tr("Observed until %1").arg(until);
}

QString observedMeans()
{
    return ObservationText::tr(
        "Meanwhile calls pass that would be refused, also those without any credential: it is as open as it "
        "was before the platform stood in front of it. What is frozen, suspended or revoked stays refused.");
}

} // namespace pc::views

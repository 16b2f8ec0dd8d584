// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/report_words.h"

#include "models/observing/observation_list_model.h"
#include "models/text/figures.h"
#include "views/seams/catalogue_places.h"
#include "views/seams/partner_places.h"
#include "views/words/names.h"
#include "views/words/observation_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::Mend;

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;
constexpr qint64 mostHours = 7 * 24;

QString partnerOf(const ObservedLine &line)
{
    return inSentence(line.partnerName.isEmpty() ? line.partnerId : line.partnerName);
}

int passingToday(const ObservationReport &report)
{
    return models::forPlural(models::callsOf(report.lines) -
                             models::callsOf(models::stillRefused(report.lines)));
}

/// And what the report does not list.
QString withMore(const QString &note, const ObservationReport &report)
{
    QStringList notes;
    if (!note.isEmpty())
        notes.append(note);
    if (report.moreLines > 0)
        notes.append(ReportText::tr("%Ln more kind(s) of calls are not listed.", nullptr, report.moreLines));
    return notes.join(u' ');
}

} // namespace

QString whenNoneCameText(bool over)
{
    return over ? ReportText::tr("It is over: nothing is counted under it any more.")
                : ReportText::tr("What comes from now on is counted, and is shown here by itself.");
}

QString reportHeadline(const ObservationReport &report)
{
    const QLocale locale;
    if (report.calls == 0)
        return ReportText::tr("No call came under it in this time.");
    const QString calls = ReportText::tr("%Ln call(s)", nullptr, models::forPlural(report.calls));
    if (report.refused == 0)
        return ReportText::tr("%1, and none of them would have been refused.").arg(calls);
    const double share = static_cast<double>(report.refused) / static_cast<double>(report.calls);
    return ReportText::tr("%1 of %2 would have been refused (%3).", "number, calls, share")
        .arg(locale.toString(report.refused), calls, models::shareText(share));
}

QString reportNote(const ObservationReport &report)
{
    const int passing = passingToday(report);
    return withMore(passing > 0
                        ? ReportText::tr("%Ln of them would pass by what is in force now.", "calls", passing)
                        : QString(),
                    report);
}

QString besidesNote(const ObservationReport &report)
{
    const int passing = passingToday(report);
    return withMore(passing > 0
                        ? ReportText::tr("%Ln other(s) would pass by what is in force now.", "calls", passing)
                        : QString(),
                    report);
}

QString observedName(const Observation &observation, const QString &name)
{
    return inSentence(models::ObservationListModel::targetText(observation, name));
}

QString mendText(const ObservedLine &line)
{
    switch (models::mendOf(line)) {
    case Mend::Scopes:
    case Mend::Limits:
        return ReportText::tr("Open the access of %1").arg(partnerOf(line));
    case Mend::Stage:
        return ReportText::tr("Open the stage of %1").arg(partnerOf(line));
    case Mend::Networks:
        return ReportText::tr("Open the networks of %1").arg(partnerOf(line));
    case Mend::Credentials:
        return ReportText::tr("Open the credentials of %1").arg(partnerOf(line));
    case Mend::Catalogue:
        return ReportText::tr("Open the routes");
    case Mend::Keys:
        return ReportText::tr("Show the unknown callers");
    case Mend::None:
        break;
    }
    return {};
}

QString mendHint(const ObservedLine &line)
{
    if (line.today == ObservedToday::Passes)
        return ReportText::tr("By what is in force now it would pass: nothing is left to mend.");
    switch (models::mendOf(line)) {
    case Mend::Scopes:
        return line.reason == DecisionReason::MissingScope
                   ? ReportText::tr("Grant %1 there, or tell the partner to call with it.")
                         .arg(line.scope.isEmpty() ? ReportText::tr("the scope of the route") : line.scope)
                   : ReportText::tr("Grant the resources that it calls there.");
    case Mend::Limits:
        return ReportText::tr("Raise the limits there, or let the partner call less often.");
    case Mend::Stage:
        return ReportText::tr("The route is not open at the stage of the partner: promote it when its gates "
                              "are met.");
    case Mend::Networks:
        return ReportText::tr("Take the addresses that it calls from into its list there.");
    case Mend::Credentials:
        return ReportText::tr("Rotate or issue there, and hand the new secret over.");
    case Mend::Catalogue:
        return ReportText::tr("Import a description that has this route, or tell the partner which one to "
                              "call.");
    case Mend::Keys:
        return ReportText::tr("They show no credential that the platform knows: import their keys, or issue "
                              "new ones.");
    case Mend::None:
        break;
    }
    return ReportText::tr("The caller has to mend this one.");
}

Location mendPlace(const ObservedLine &line, const QString &apiId)
{
    switch (models::mendOf(line)) {
    case Mend::Scopes:
    case Mend::Limits:
        return places::partnerPage(line.partnerId, u"access"_s);
    case Mend::Stage:
        return places::partnerPage(line.partnerId, u"overview"_s);
    case Mend::Networks:
        return places::partnerPage(line.partnerId, u"networks"_s);
    case Mend::Credentials:
        return places::partnerPage(line.partnerId, u"credentials"_s);
    case Mend::Catalogue:
        return places::cataloguePage(apiId, apiId.isEmpty() ? QString() : u"routes"_s);
    case Mend::Keys: // another part of the same page
    case Mend::None:
        break;
    }
    return {};
}

ChartData courseChart(const ObservationReport &report)
{
    ChartData data;
    data.name = ReportText::tr("Calls that would have been refused");
    const qint64 span = report.from.secsTo(report.to);
    data.bucketSeconds = span > mostHours * hour ? day : hour;
    const qint64 begin = report.from.toSecsSinceEpoch();
    const qint64 first = begin - begin % data.bucketSeconds;
    data.from = QDateTime::fromSecsSinceEpoch(first, Qt::UTC);
    const qint64 end = report.to.toSecsSinceEpoch();
    const auto count = static_cast<int>(
        std::clamp<qint64>((end - first + data.bucketSeconds - 1) / data.bucketSeconds, 0, 600));
    ChartLine refused{ReportText::tr("Would be refused"), LineLook::Errors, QList<double>(count, 0.0), true};
    ChartLine passing{ReportText::tr("Allowed"), LineLook::Served, QList<double>(count, 0.0), false};
    for (const ObservedHour &each : report.course) {
        const qint64 at = (each.at.toSecsSinceEpoch() - first) / data.bucketSeconds;
        if (at < 0 || at >= count)
            continue;
        refused.values[at] += static_cast<double>(each.refused);
        passing.values[at] += static_cast<double>(each.calls - each.refused);
    }
    data.lines = {passing, refused};
    data.running = count - 1; // the hour of the end is not over
    return data;
}

} // namespace pc::views

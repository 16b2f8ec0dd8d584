// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chart_data.h"

#include "contract/rules/date_words.h"
#include "models/usage/usage_model.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct ChartText
{
    Q_DECLARE_TR_FUNCTIONS(ChartData)
};

void add(QList<double> &sum, const QList<qint64> &values)
{
    if (sum.size() < values.size())
        sum.resize(values.size());
    for (qsizetype i = 0; i < values.size(); ++i)
        sum[i] += static_cast<double>(values[i]);
}

} // namespace

int ChartData::buckets() const
{
    qsizetype most = 0;
    for (const ChartLine &line : lines)
        most = std::max(most, line.values.size());
    return static_cast<int>(most);
}

double ChartData::maximum() const
{
    double most = 0;
    for (const ChartLine &line : lines)
        for (const double value : line.values)
            most = std::max(most, value);
    return most;
}

QString ChartData::bucketText(int index, const QLocale &locale) const
{
    const QDateTime at = bucketStart(index);
    const QString date = rules::dateText(at.date(), rules::DateForm::WeekdayDay, locale);
    const QString text =
        bucketSeconds >= 86400
            ? date
            : ChartText::tr("%1, %2 UTC", "date, time").arg(date, locale.toString(at.time(), u"HH:mm"_s));
    return isRunning(index) ? ChartText::tr("%1, so far", "bucket that is not over").arg(text) : text;
}

QString ChartData::bucketSentence(int index, const QLocale &locale) const
{
    QStringList parts;
    for (const ChartLine &line : lines)
        parts.append(ChartText::tr("%1 %2", "series, value")
                         .arg(line.label, locale.toString(static_cast<qint64>(line.values.value(index)))));
    return ChartText::tr("%1: %2", "moment: values").arg(bucketText(index, locale), parts.join(u", "_s));
}

ChartData callsChart(const UsageSeries &series, const std::optional<Limits> &limits)
{
    ChartData data;
    data.name = ChartText::tr("Calls by outcome");
    data.from = series.from.toUTC();
    data.bucketSeconds = std::max<qint64>(60, models::bucketSeconds(series.bucket));
    ChartLine served{ChartText::tr("Served"), LineLook::Served, {}, true};
    ChartLine throttled{ChartText::tr("Throttled"), LineLook::Throttled, {}, false};
    ChartLine errors{ChartText::tr("Errors"), LineLook::Errors, {}, false};
    for (const UsageLine &line : series.lines) {
        switch (enumFromText<Outcome>(line.key)) {
        case Outcome::Served:
        case Outcome::Observed: // let pass
            add(served.values, line.values);
            break;
        case Outcome::Throttled:
            add(throttled.values, line.values);
            break;
        case Outcome::Refused:
        case Outcome::ClientError:
        case Outcome::ServerError:
        case Outcome::Unknown:
            add(errors.values, line.values);
            break;
        }
    }
    const qint64 span = series.from.secsTo(series.to);
    qint64 count = std::clamp<qint64>(span / data.bucketSeconds, 0, 600);
    if (series.asOf.isValid()) {
        // What has not begun has no value, and what is not over has one "so far".
        const qint64 begun =
            series.asOf >= series.from ? series.from.secsTo(series.asOf) / data.bucketSeconds + 1 : 0;
        if (begun > 0 && begun <= count)
            data.running = static_cast<int>(begun - 1);
        count = std::min(count, begun);
    }
    for (ChartLine *line : {&served, &throttled, &errors}) {
        line->values.resize(count);
        data.lines.append(*line);
    }
    if (limits && limits->dailyQuota > 0) {
        const QLocale locale;
        data.limit =
            static_cast<double>(limits->dailyQuota) * static_cast<double>(data.bucketSeconds) / 86400.0;
        const QString value = locale.toString(static_cast<qint64>(data.limit));
        data.limitLabel = data.bucketSeconds >= 86400 ? ChartText::tr("Daily quota %1").arg(value)
                                                      : ChartText::tr("Quota pace %1").arg(value);
    }
    return data;
}

ChartData quotaChart(const QuotaState &quota)
{
    ChartData data;
    data.name = ChartText::tr("Daily quota");
    data.bucketSeconds = 86400;
    if (!quota.days.isEmpty())
        data.from = QDateTime(quota.days.first().day, QTime(0, 0), QTimeZone::utc());
    ChartLine used{ChartText::tr("Counted"), LineLook::Served, {}, true};
    ChartLine throttled{ChartText::tr("Throttled"), LineLook::Throttled, {}, false};
    for (const QuotaDay &day : quota.days) {
        used.values.append(static_cast<double>(day.used));
        throttled.values.append(static_cast<double>(day.throttled));
    }
    data.lines = {used, throttled};
    data.running = static_cast<int>(quota.days.size()) - 1; // today
    if (quota.quota > 0) {
        data.limit = static_cast<double>(quota.quota);
        data.limitLabel = ChartText::tr("Daily quota %1").arg(QLocale().toString(quota.quota));
    }
    return data;
}

} // namespace pc::views

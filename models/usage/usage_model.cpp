// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/usage_model.h"

#include "models/text/enum_names.h"

namespace pc::models {

namespace {

struct Span
{
    qint64 seconds = 0;
    Bucket bucket = Bucket::Hour;
};

/// Ranges with buckets that give 60 to 336 points.
Span spanOf(UsageModel::Range range)
{
    switch (range) {
    case UsageModel::Range::LastHour:
        return {3600, Bucket::Minute};
    case UsageModel::Range::Last24Hours:
        return {86400, Bucket::Hour};
    case UsageModel::Range::Last7Days:
        return {7 * 86400, Bucket::Hour};
    case UsageModel::Range::Last30Days:
        return {30 * 86400, Bucket::Day};
    case UsageModel::Range::Last90Days:
        return {90 * 86400, Bucket::Day};
    }
    return {};
}

} // namespace

UsageModel::UsageModel(client::UsageClient &usage, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_usage(usage), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, &UsageModel::refresh);
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (!change.mayConcernPartner(m_partnerId))
            return;
        if (change.kind == ChangeKind::Usage)
            refresh();
        else if (change.kind == ChangeKind::Grant || change.kind == ChangeKind::Partner)
            fetchQuota(); // its plan, its stage, and the midnight at which it turns over
    });
}

UsageModel::~UsageModel() = default;

void UsageModel::setPartnerId(const QString &partnerId)
{
    if (partnerId == m_partnerId)
        return;
    m_partnerId = partnerId;
    m_quota.reset();
    m_quotaError.reset();
    m_quotaCall.cancel();
    startOver();
}

void UsageModel::setRange(Range range)
{
    if (range == m_range)
        return;
    m_range = range;
    askAnew();
}

QList<Bucket> UsageModel::bucketsFor(qint64 seconds)
{
    QList<Bucket> fitting;
    for (const Bucket bucket : {Bucket::Minute, Bucket::Hour, Bucket::Day}) {
        const qint64 points = seconds / bucketSeconds(bucket);
        if (points >= 2 && points <= 600)
            fitting.append(bucket);
    }
    return fitting;
}

void UsageModel::setBucket(Bucket bucket)
{
    if (bucket == m_bucket)
        return;
    m_bucket = bucket;
    askAnew();
}

void UsageModel::setWindow(const std::optional<Window> &window)
{
    if (window == m_window)
        return;
    m_window = window;
    askAnew();
}

qint64 UsageModel::spanSeconds() const
{
    return m_window ? m_window->from.secsTo(m_window->to) : spanOf(m_range).seconds;
}

void UsageModel::setBreakdown(Breakdown breakdown)
{
    if (breakdown == m_breakdown)
        return;
    m_breakdown = breakdown;
    startOver(); // lines of the former breakdown would carry wrong names
}

void UsageModel::startOver()
{
    m_call.cancel();
    forget();
    refresh();
}

void UsageModel::askAnew()
{
    supersede(m_feed.clock());
    refresh();
}

UsageQuery UsageModel::queryNow() const
{
    const qint64 seconds = spanSeconds();
    const QList<Bucket> fitting = bucketsFor(seconds);
    Span span{seconds, m_window ? fitting.value(0, Bucket::Minute) : spanOf(m_range).bucket};
    if (fitting.contains(m_bucket))
        span.bucket = m_bucket;
    const qint64 bucket = bucketSeconds(span.bucket);
    // Whole buckets, the one in progress included.
    const qint64 end = m_window ? m_window->to.toSecsSinceEpoch()
                                : (m_feed.clock().now().toSecsSinceEpoch() / bucket + 1) * bucket;
    UsageQuery query;
    query.partnerId = m_partnerId;
    query.from = QDateTime::fromSecsSinceEpoch(end - span.seconds, Qt::UTC);
    query.to = QDateTime::fromSecsSinceEpoch(end, Qt::UTC);
    query.bucket = span.bucket;
    query.breakdown = m_breakdown;
    return query;
}

void UsageModel::refresh()
{
    if (m_partnerId.isEmpty())
        return;
    beginLoad();
    m_call = m_usage.series(queryNow(), this, [this](client::Result<UsageSeries> result) {
        if (!result)
            return fail(result.error());
        m_series = std::move(*result);
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
    fetchQuota();
}

void UsageModel::fetchQuota()
{
    if (m_partnerId.isEmpty())
        return;
    m_quotaCall = m_usage.quota(m_partnerId, this, [this](client::Result<QuotaState> result) {
        if (result)
            m_quotaAt = m_feed.clock().now();
        takePart(std::move(result), m_quota, m_quotaError);
    });
}

UsageFigures UsageModel::figures() const
{
    UsageFigures figures;
    if (!m_series)
        return figures;
    figures.p95Ms = m_series->latencyP95Ms;
    for (const UsageLine &line : m_series->lines) {
        figures.calls += line.total;
        if (m_breakdown != Breakdown::Outcome)
            continue;
        switch (enumFromText<Outcome>(line.key)) {
        case Outcome::Served:
        case Outcome::Observed: // let pass
            figures.served += line.total;
            break;
        case Outcome::Throttled:
            figures.throttled += line.total;
            break;
        case Outcome::Refused:
        case Outcome::ClientError:
        case Outcome::ServerError:
            figures.errors += line.total;
            break;
        case Outcome::Unknown:
            break;
        }
    }
    if (figures.calls > 0)
        figures.errorShare = double(figures.errors) / double(figures.calls);
    return figures;
}

qint64 bucketSeconds(Bucket bucket)
{
    switch (bucket) {
    case Bucket::Minute:
        return 60;
    case Bucket::Hour:
        return 3600;
    case Bucket::Day:
        return 86400;
    case Bucket::Unknown:
        break;
    }
    return 0;
}

QString lineLabel(const UsageLine &line, Breakdown breakdown)
{
    if (breakdown == Breakdown::Outcome) {
        const Outcome outcome = enumFromText<Outcome>(line.key);
        if (outcome != Outcome::Unknown)
            return nameOf(outcome);
    }
    if (line.key.isEmpty() && line.label.isEmpty())
        return breakdown == Breakdown::Route ? UsageModel::tr("No route of the catalogue")
                                             : UsageModel::tr("Not known");
    return line.label.isEmpty() ? line.key : line.label;
}

} // namespace pc::models

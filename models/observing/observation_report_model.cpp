// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observing/observation_report_model.h"

namespace pc::models {

ObservationReportModel::ObservationReportModel(client::ObservationsClient &observations, ChangeFeed &feed,
                                               QObject *parent)
    : ObjectModel(parent), m_observations(observations), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, &ObservationReportModel::refresh);
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        switch (change.kind) { // what calls are judged by
        case ChangeKind::Catalogue:
        case ChangeKind::Grant:
        case ChangeKind::Networks:
        case ChangeKind::Partner:
            refresh();
            return;
        default:
            return;
        }
    });
}

ObservationReportModel::~ObservationReportModel() = default;

void ObservationReportModel::setObservation(const QString &observationId)
{
    if (observationId == m_id)
        return;
    m_id = observationId;
    m_call.cancel();
    forget();
    Q_EMIT changed();
    refresh();
}

void ObservationReportModel::setRange(Range range)
{
    if (range == m_range)
        return;
    m_range = range;
    if (m_id.isEmpty())
        return;
    supersede(m_feed.clock());
    refresh();
}

void ObservationReportModel::keepFresh()
{
    if (m_report && !isRefreshing() && loadedAt().secsTo(m_feed.clock().now()) >= stale)
        refresh();
}

void ObservationReportModel::refresh()
{
    if (m_id.isEmpty())
        return;
    client::ReportSpan span;
    if (m_range != Range::All)
        span.from = m_feed.clock().now().addDays(m_range == Range::Day ? -1 : -7);
    beginLoad();
    m_call = m_observations.report(m_id, span, this, [this](client::Result<ObservationReport> result) {
        if (!result) {
            fail(result.error());
            Q_EMIT changed();
            return;
        }
        m_report = std::move(*result);
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
}

} // namespace pc::models

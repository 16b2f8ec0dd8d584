// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/observations_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// What enforcement would refuse of what is observed: of a range of time, and judged by what is in force now.
class ObservationReportModel final : public ObjectModel
{
    Q_OBJECT
public:
    enum class Range { Day, Week, All };

    ObservationReportModel(client::ObservationsClient &observations, ChangeFeed &feed,
                           QObject *parent = nullptr);
    ~ObservationReportModel() override;

    void setObservation(const QString &observationId);
    void setRange(Range range);
    [[nodiscard]] const QString &observationId() const { return m_id; }
    [[nodiscard]] Range range() const { return m_range; }
    [[nodiscard]] bool hasValue() const override { return m_report.has_value(); }
    [[nodiscard]] const std::optional<ObservationReport> &report() const { return m_report; }
    void refresh() override;
    /// Calls are counted all the time, and nothing tells of them: refreshes what is on show and older than
    /// `stale`.
    void keepFresh();
    static constexpr int stale = 10; ///< seconds

private:
    void dropValue() override { m_report.reset(); }

    client::ObservationsClient &m_observations;
    ChangeFeed &m_feed;
    QString m_id;
    Range m_range = Range::All;
    std::optional<ObservationReport> m_report;
    client::Call m_call;
};

} // namespace pc::models

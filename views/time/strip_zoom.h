// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_span.h"

#include <QObject>
#include <QTimer>

namespace pc::views {

/// The part of time that a strip shows, and what a person makes of it: it changes at once, and is asked for
/// once for several turns of a wheel.
class StripZoom final : public QObject
{
    Q_OBJECT
public:
    explicit StripZoom(QObject *parent);

    [[nodiscard]] const models::TimeSpan &range() const { return m_range; }
    /// What was counted; a zoom that has gone on since it was asked for stays as it is.
    void setCounted(const models::TimeSpan &range);
    /// The shown time becomes `factor` times as long; the instant at `part` (0…1) of it stays there.
    void zoom(double factor, double part);
    /// Moves by a part of itself, back in time for negative ones.
    void pan(double part);
    void askForAll();

Q_SIGNALS:
    void changed();
    /// With open ends for all of time.
    void wanted(const pc::models::TimeSpan &range);

private:
    void show(const models::TimeSpan &range);

    models::TimeSpan m_range;
    QTimer m_wait;
};

} // namespace pc::views

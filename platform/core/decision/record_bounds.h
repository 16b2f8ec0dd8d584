// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/clock.h"
#include "platform/core/limits/gcra.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace pc::platform {

/// How many records are kept one by one of what no limit bounds (docs/adr/0137). Each place that records has
/// its own, so that what strangers send to one takes nothing from the other. Thread-safe; one entry for each
/// partner that was refused.
class RecordBounds
{
public:
    /// What proved no partner: garbage must not push real records out of the queue.
    static constexpr double unattributedPerSecond = 20;
    static constexpr int unattributedBurst = 100;
    /// What a partner is refused, each.
    static constexpr double refusedPerSecond = 20;
    static constexpr int refusedBurst = 100;

    /// Takes one, when there is room for it.
    [[nodiscard]] bool takesUnattributed(Moment now);
    [[nodiscard]] bool takesRefused(const QString &partnerId, Moment now);

private:
    std::mutex m_mutex;
    Gcra::State m_unattributed;            // guarded by m_mutex
    QHash<QString, Gcra::State> m_refused; // by partner, of those that there are; likewise
};

} // namespace pc::platform

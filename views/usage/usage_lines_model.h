// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/usage.h"
#include "models/base/item_roles.h"

#include <QAbstractTableModel>

namespace pc::views {

/// The lines of a usage series as rows, most calls first: what, calls, share, course over time.
class UsageLinesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// ValueRole: text; calls; share 0…1; QList<qint64> per bucket.
    enum Column { NameColumn, CallsColumn, ShareColumn, CourseColumn, ColumnCount };
    enum OwnRole { RunningRole = models::FirstOwnRole }; ///< the last bucket of the course is not over
    explicit UsageLinesModel(QObject *parent = nullptr);
    void setSeries(const UsageSeries &series, Breakdown breakdown);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<UsageLine> m_lines;
    Breakdown m_breakdown = Breakdown::Outcome;
    qint64 m_total = 0;
    bool m_running = false;
};

} // namespace pc::views

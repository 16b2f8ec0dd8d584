// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::models {
class VersionListModel;
}

namespace pc::views {

class TimeTicker;

/// Rows of VersionListModel.
class VersionDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    VersionDelegate(const models::VersionListModel &versions, QObject *parent);
    [[nodiscard]] int neededWidth(const QWidget *table, int column) const override;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    const models::VersionListModel &m_versions;
};

/// Rows of VersionCallerTable.
class VersionCallerDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    VersionCallerDelegate(TimeTicker &ticker, QObject *parent);

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    TimeTicker &m_ticker;
};

} // namespace pc::views

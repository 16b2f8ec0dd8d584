// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::views {

class TimeTicker;

/// Cells of the partner table. Colour marks exceptions only; every state also has a glyph and a word.
class PartnerDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    explicit PartnerDelegate(const TimeTicker &ticker, QObject *parent = nullptr);

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    void paintStage(CellPainter &cell, const QModelIndex &index) const;
    void paintHealth(CellPainter &cell, const QModelIndex &index) const;
    void paintCredentials(CellPainter &cell, const QModelIndex &index) const;
    void paintQuota(CellPainter &cell, const QModelIndex &index) const;
    void paintTraffic(CellPainter &cell, const QModelIndex &index) const;
    void paintErrors(CellPainter &cell, const QModelIndex &index) const;

    const TimeTicker &m_ticker;
};

} // namespace pc::views

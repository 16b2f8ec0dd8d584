// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::views {

/// Cells of the table of calls. Colour marks exceptions: what was served is plain, and so are refusals where
/// nothing else is listed.
class CallDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;
};

} // namespace pc::views

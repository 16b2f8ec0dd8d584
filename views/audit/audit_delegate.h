// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::views {

/// Cells of the audit table: machine texts in mono, a pill only for what cuts access or changes a stage.
class AuditDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;
};

} // namespace pc::views

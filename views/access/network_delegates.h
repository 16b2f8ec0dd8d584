// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::views {

/// Lines of an allow-list: what keeps a line from being saved is red, what is warned of amber.
class NetworkDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;
};

/// Sources: only those that are refused stand out.
class SourceDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;
};

} // namespace pc::views

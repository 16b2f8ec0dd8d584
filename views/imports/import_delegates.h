// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::views {

class TimeTicker;

/// Rows of a file: only what is refused is red.
class ImportRowDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;
};

/// Imported keys and client ids: a deadline that is near is amber, a missing successor too.
class LegacyKeyDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    explicit LegacyKeyDelegate(TimeTicker &ticker, QObject *parent = nullptr);

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    TimeTicker &m_ticker;
};

} // namespace pc::views

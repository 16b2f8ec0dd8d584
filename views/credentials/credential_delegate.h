// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::views {

class TimeTicker;

/// Cells of the credentials table: a pill only for states that are not the normal one.
class CredentialDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    CredentialDelegate(TimeTicker &ticker, QObject *parent);

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    TimeTicker &m_ticker;
};

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/centred_row.h"

#include <QHBoxLayout>

namespace pc::views {

QHBoxLayout *centredRow(QWidget *widget)
{
    constexpr int firstOfAll = 1000; // the sides get what the widget may not take
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addStretch(1);
    row->addWidget(widget, firstOfAll);
    row->addStretch(1);
    return row;
}

} // namespace pc::views

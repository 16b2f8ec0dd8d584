// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QScrollBar>

namespace pc::test {

/// The scroll bar of the first visible scroll area within, moved to its end; null when nothing scrolls.
[[nodiscard]] inline QScrollBar *scrolledDown(const QWidget &within)
{
    const QList<QScrollArea *> areas = within.findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas) {
        QScrollBar *bar = area->verticalScrollBar();
        if (area->isVisible() && bar->maximum() > 0) {
            bar->setValue(bar->maximum());
            return bar;
        }
    }
    return nullptr;
}

} // namespace pc::test

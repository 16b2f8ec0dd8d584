// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/key_hint.h"

#include <QAbstractItemView>

namespace pc::views {

bool KeyHint::holds(const QWidget *focus) const
{
    if (where == nullptr) {
        return true;
    }
    if (focus == nullptr || (focus != where && !where->isAncestorOf(focus)) || !where->isVisible()) {
        return false;
    }
    const auto *rows = qobject_cast<const QAbstractItemView *>(where.data());
    return rows == nullptr || rows->currentIndex().isValid();
}

} // namespace pc::views

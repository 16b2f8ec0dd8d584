// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

namespace pc::views {

/// What a key does, as the row at the lower edge says it; said only while it is so.
struct KeyHint
{
    QString text; ///< "Space peek"
    QPointer<const QWidget> where =
        {}; ///< the key works while the focus is here (a table: on a row); null: everywhere

    /// Whether the key does something now, with the focus at \p focus.
    [[nodiscard]] bool holds(const QWidget *focus) const;
};

} // namespace pc::views

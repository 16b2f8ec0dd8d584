// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/search_line.h"

#include "views/widgets/line_input.h"

#include <QCoreApplication>
#include <QToolButton>

namespace pc::views {

QLineEdit *makeSearchLine(const QString &objectName, const QString &placeholder, const QString &name,
                          Icon which)
{
    auto *line = new LineInput(objectName); // which leaves Ctrl+Z to the window where nothing was typed
    line->setPlaceholderText(placeholder);
    line->setAccessibleName(name);
    line->setClearButtonEnabled(true);
    for (QToolButton *clear : line->findChildren<QToolButton *>())
        clear->setAccessibleName(QCoreApplication::translate("SearchLine", "Clear"));
    line->addAction(icon(which), QLineEdit::LeadingPosition);
    for (QToolButton *part : line->findChildren<QToolButton *>())
        if (part->accessibleName().isEmpty())
            part->setAccessibleName(placeholder);
    return line;
}

} // namespace pc::views

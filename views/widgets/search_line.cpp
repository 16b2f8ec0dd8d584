// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/search_line.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace pc::views {

QLineEdit *makeSearchLine(const QString &objectName, const QString &placeholder, const QString &name,
                          Icon which)
{
    auto *line = new QLineEdit;
    line->setObjectName(objectName);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/button_keys.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QKeyEvent>
#include <QRadioButton>
#include <QVariant>

namespace pc::views {

bool pressWithEnter(QKeyEvent *event, QWidget *focus)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    auto *button = qobject_cast<QAbstractButton *>(focus);
    if (button == nullptr || qobject_cast<QCheckBox *>(button) != nullptr ||
        qobject_cast<QRadioButton *>(button) != nullptr) {
        return false; // ticked with Space; Enter goes on to the default button
    }
    const QString kind = button->property("kind").toString();
    if (kind != QLatin1String("danger") && kind != QLatin1String("dangerOutline")) {
        button->click();
    }
    event->accept();
    return true;
}

} // namespace pc::views

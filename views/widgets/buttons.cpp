// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/buttons.h"

#include <QVariant>

namespace pc::views {

void setButtonKind(QPushButton *button, ButtonKind kind)
{
    const char *name = "";
    switch (kind) {
    case ButtonKind::Normal:
        break;
    case ButtonKind::Primary:
        name = "primary";
        break;
    case ButtonKind::Danger:
        name = "danger";
        break;
    case ButtonKind::DangerOutline:
        name = "dangerOutline";
        break;
    case ButtonKind::Ghost:
        name = "ghost";
        break;
    }
    button->setProperty("kind", QString::fromLatin1(name));
    button->update();
}

QPushButton *makeButton(const QString &objectName, const QString &text, Icon which, ButtonKind kind,
                        QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    button->setAutoDefault(false);
    if (which != Icon::None) {
        button->setIcon(icon(which));
    }
    setButtonKind(button, kind);
    return button;
}

QToolButton *makeIconButton(const QString &objectName, Icon which, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(icon(which));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name.toHtmlEscaped());
    return button;
}

void setDisabledReason(QWidget *control, const QString &reason)
{
    constexpr const char *before = "toolTipWhenEnabled";
    if (reason.isEmpty()) {
        if (!control->property(before).isNull()) {
            control->setToolTip(control->property(before).toString());
            control->setProperty(before, QVariant());
        }
        control->setAccessibleDescription({});
        control->setEnabled(true);
        return;
    }
    if (control->property(before).isNull()) {
        control->setProperty(before, control->toolTip());
    }
    control->setEnabled(false);
    control->setToolTip(reason.toHtmlEscaped());
    control->setAccessibleDescription(reason);
}

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QPushButton>
#include <QToolButton>

namespace pc::views {

enum class ButtonKind { Normal, Primary, Danger, DangerOutline, Ghost };

void setButtonKind(QPushButton *button, ButtonKind kind);

/// Push button with text, optional icon, kind and object name in one call. Parent owns it.
[[nodiscard]] QPushButton *makeButton(const QString &objectName, const QString &text, Icon which = Icon::None,
                                      ButtonKind kind = ButtonKind::Normal, QWidget *parent = nullptr);

/// Icon-only button of 28 px; \p name is its accessible name and tooltip.
[[nodiscard]] QToolButton *makeIconButton(const QString &objectName, Icon which, const QString &name,
                                          QWidget *parent = nullptr);

/// Disables a control and says why in tooltip and accessible description; an empty reason enables it again.
void setDisabledReason(QWidget *control, const QString &reason);

} // namespace pc::views

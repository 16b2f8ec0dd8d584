// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QWidget>

class QPushButton;
class QHBoxLayout;

namespace pc::views {

class Label;
class IconLabel;

/// Centred icon, title, sentence and buttons, for pages without rows (and for "offline", "forbidden").
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(Icon which = Icon::Inbox, const QString &title = {}, const QString &text = {},
                        QWidget *parent = nullptr);

    void set(Icon which, const QString &title, const QString &text);
    /// Adds a button below the text; the first one is the primary.
    QPushButton *addButton(const QString &objectName, const QString &text, Icon which = Icon::None);
    [[nodiscard]] QString title() const;

private:
    IconLabel *m_icon;
    Label *m_title;
    Label *m_text;
    QHBoxLayout *m_actions;
    int m_count = 0;
};

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QFrame>

class QPushButton;
class QToolButton;

namespace pc::views {

class Label;
class IconLabel;

/// A message in place with at most one action: as a rounded card inside pages, as an edge-to-edge strip in
/// the shell.
class MessageBanner : public QFrame
{
    Q_OBJECT
public:
    enum class Shape { Card, Strip };

    explicit MessageBanner(Severity severity = Severity::Info, const QString &text = {},
                           QWidget *parent = nullptr);

    void setMessage(Severity severity, const QString &text);
    void setIcon(Icon which);
    [[nodiscard]] QString text() const;
    /// Shows a button; an empty text hides it.
    void setAction(const QString &text);
    void setClosable(bool closable);
    void setShape(Shape shape);
    /// Keeps the room of two lines while it is hidden, so that nothing moves when it appears.
    void keepRoom();

Q_SIGNALS:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Severity m_severity;
    Shape m_shape = Shape::Card;
    IconLabel *m_icon;
    Label *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace pc::views

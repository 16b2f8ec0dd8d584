// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace pc::views {

class FocusGuard;

/// A small panel that opens under a widget and closes with Esc or a click elsewhere: the focus goes round in
/// it, Enter presses what has the focus.
class PopupPanel : public QFrame
{
    Q_OBJECT
public:
    explicit PopupPanel(QWidget *parent);

    /// At the leading edge of `anchor`, as far as the screen has room; `first` gets the focus.
    void openUnder(const QWidget *anchor, QWidget *first);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    FocusGuard *m_focus;
};

} // namespace pc::views

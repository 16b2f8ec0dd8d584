// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QRect>
#include <QTimer>

class QWidget;

namespace pc::views {

/// Puts a window without a frame where it is wanted, and sees to it that it comes to rest there, and that Qt
/// knows. A window manager takes a window over while it opens; what the X server says of its position
/// meanwhile may be that of a frame that is not in its place yet. Qt believes it: the next resize would carry
/// the window there, and every list and calendar would open beside its field.
class PlaceKeeper final : public QObject
{
    Q_OBJECT
public:
    /// Belongs to \p window.
    explicit PlaceKeeper(QWidget *window);

    /// Size and position at once; the size stays fixed. \p place in global coordinates.
    void put(const QRect &place);
    [[nodiscard]] QRect wanted() const { return m_wanted; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void putAgain();

    QWidget *m_window;
    QRect m_wanted;
    QTimer m_rest;            ///< runs while the window may still be on its way
    QDeadlineTimer m_opening; ///< later moves are somebody's own
    int m_tries = 0;          ///< left: a window manager that insists has its way
};

} // namespace pc::views

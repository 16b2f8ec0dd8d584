// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QFrame>

namespace pc::views {

class CalendarGrid;
class Label;

/// One month to pick a day from, under its field. Arrow keys move by days and weeks, Page Up and Down by
/// months (with Shift by years), Home and End within the week, Enter and Space pick, Esc closes. Names and
/// the first day of the week follow the interface's language.
class CalendarPopup final : public QFrame
{
    Q_OBJECT
public:
    /// `shown`: the day to begin with; today when invalid. Days before `from` or after `to` are quiet, yet
    /// may be picked: the field says what is wrong with them.
    CalendarPopup(const QDate &shown, const QDate &from, const QDate &to, QWidget *parent);
    void openUnder(const QWidget *anchor);

Q_SIGNALS:
    void picked(const QDate &day);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showMonth();

    CalendarGrid *m_grid;
    Label *m_month;
};

} // namespace pc::views

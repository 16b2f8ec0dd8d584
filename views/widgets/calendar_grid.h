// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

namespace pc::views {

/// The six weeks around one month, drawn with the console's colours; one of its days is the current one.
class CalendarGrid final : public QWidget
{
    Q_OBJECT
public:
    CalendarGrid(const QDate &from, const QDate &to, QWidget *parent = nullptr);

    [[nodiscard]] QDate day() const { return m_day; }
    void setDay(const QDate &day);
    /// The cell of a day of the shown weeks; empty for others.
    [[nodiscard]] QRect cellOf(const QDate &day) const;

Q_SIGNALS:
    void dayChanged(const QDate &day);
    void picked(const QDate &day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] QDate firstShown() const;
    [[nodiscard]] QRect cell(int row, int column) const;
    [[nodiscard]] QDate dayAt(const QPoint &at) const;

    QDate m_from;
    QDate m_to;
    QDate m_day;
};

} // namespace pc::views

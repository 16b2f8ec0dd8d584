// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/line_input.h"

#include <QDateTime>

class QAction;

namespace pc::views {

/// The console's only field for days and, with a time, for moments in UTC. It may be empty. What was typed
/// stays; a text that was understood is written as ISO 8601 when the field is left. The arrow at its end,
/// Alt+Down and F4 open the calendar.
class DateInput final : public LineInput
{
    Q_OBJECT
public:
    enum class Mode { Day, Minute };
    DateInput(const QString &name, Mode mode, QWidget *parent = nullptr);

    [[nodiscard]] bool isBlank() const { return text().trimmed().isEmpty(); }
    /// Invalid when the field is empty or its text is no day.
    [[nodiscard]] QDate day() const;
    /// The moment in UTC (midnight when no time was typed); invalid as day() is.
    [[nodiscard]] QDateTime moment() const;
    /// Show a value, or none for an invalid one; the text stays while it reads as that value or is typed.
    void showDay(const QDate &day);
    void showMoment(const QDateTime &moment);
    /// Days that make sense; others are kept as typed and a message says the range. Invalid ends are open.
    void setSensible(const QDate &from, const QDate &to);

    void openCalendar();

    /// Wide enough for its placeholder and a whole moment.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QString fault() const override;
    [[nodiscard]] QString faultWhileTyping() const override { return {}; }
    [[nodiscard]] QString unreadText() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QString written(const QDateTime &moment) const;
    void pick(const QDate &day);

    Mode m_mode;
    QDate m_from;
    QDate m_to;
    QAction *m_arrow;
};

} // namespace pc::views

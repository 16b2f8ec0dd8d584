// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_reader.h"
#include "views/widgets/line_input.h"

#include <functional>

class QAction;

namespace pc::views {

/// A field for a time as people say it ("yesterday 14:00", "-3d", "27 Nov"). What was typed stays; nothing is
/// written over it. The button at its end, Alt+Down and F4 open the calendar.
class MomentInput final : public LineInput
{
    Q_OBJECT
public:
    /// `frame`: what its text is read in, now.
    using Frame = std::function<models::TimeFrame()>;
    MomentInput(const QString &name, Frame frame, QWidget *parent = nullptr);

    [[nodiscard]] bool isBlank() const { return text().trimmed().isEmpty(); }
    [[nodiscard]] models::TimeReading reading() const;
    void openCalendar();

    /// A whole moment is seen.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// Empty for an empty field: an end may be open.
    [[nodiscard]] QString fault() const override;
    [[nodiscard]] QString unreadText() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void pick(const QDate &day);
    void applyFont();

    Frame m_frame;
};

} // namespace pc::views

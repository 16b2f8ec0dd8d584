// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_preset.h"
#include "views/time/moment_input.h"

#include <QRegularExpression>
#include <QWidget>

#include <optional>

namespace pc::views {

class IconLabel;
class Label;

/// Two ends of a span as text, "From" and "To, not included", with one line below that helps or says what is
/// wrong. A day, a preset or a range typed into the first sets both ends, as long as nobody typed into the
/// second.
class SpanFields final : public QWidget
{
    Q_OBJECT
public:
    SpanFields(MomentInput::Frame frame, QWidget *parent = nullptr);

    /// Shows a span; nothing of it was typed.
    void show(const models::TimeSpan &span, models::TimePreset preset);
    /// The frame is another: what was typed is read anew, the rest is written anew for the same instants.
    void frameChanged();
    /// Something else that may stand in the first field ("evt_…"), and how the line below names it.
    void setOtherForm(const QRegularExpression &form, const QString &hint);

    /// What the fields mean; none while one of them cannot be read.
    [[nodiscard]] const std::optional<models::TimeSpan> &span() const { return m_span; }
    /// The whole text of the first field, where it is of the other form.
    [[nodiscard]] QString otherText() const;
    /// Whether somebody typed since show().
    [[nodiscard]] bool isTyped() const { return m_fromTyped || m_toTyped; }
    /// Says what is wrong at the field and gives it the focus; false when nothing is.
    bool showFault();
    [[nodiscard]] MomentInput *from() const { return m_from; }
    [[nodiscard]] MomentInput *to() const { return m_to; }
    /// What is said below.
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    /// Somebody typed or picked.
    void edited();

private:
    void read();
    [[nodiscard]] models::TimeFault faultOf(const MomentInput *input) const;
    void judge(MomentInput *left);
    void showMessage();

    MomentInput::Frame m_frame;
    MomentInput *m_from;
    MomentInput *m_to;
    Label *m_message;
    IconLabel *m_icon;
    QString m_hint;
    QRegularExpression m_other;
    models::TimeSpan m_shown; ///< of show()
    std::optional<models::TimeSpan> m_span;
    bool m_fromTyped = false;
    bool m_toTyped = false;
    bool m_endsFirst = false;
    MomentInput *m_wrong = nullptr; ///< the one whose fault is said
};

} // namespace pc::views

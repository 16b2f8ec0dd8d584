// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_frame.h"
#include "models/time/time_span.h"
#include "models/time/zone_choice.h"
#include "views/time/counted.h"
#include "views/time/time_words.h"

#include <QWidget>

#include <optional>

namespace pc::views {

class Label;

/// What a span holds before it is shown: how many, in how long a time, and its ends by the clocks of every
/// zone that is offered. As high as it is with all of it.
class RangeFacts final : public QWidget
{
    Q_OBJECT
public:
    explicit RangeFacts(Counted counted, QWidget *parent = nullptr);

    void setZones(const models::TimeZones &zones, models::ZoneKind first);
    /// No span: the fields cannot be read yet. `frame`: now, and the language.
    void setSpan(const std::optional<models::TimeSpan> &span, const models::TimeFrame &frame);
    /// None is not known, or not yet.
    enum class Counting { No, Yes };
    void setCount(const std::optional<TimeCount> &count, Counting counting);
    /// One line more, of the page ("Events 996,683 to 999,424"); empty for none.
    void setNote(const QString &note);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showAll();

    Counted m_counted;
    QList<QTimeZone> m_zones;
    std::optional<models::TimeSpan> m_span;
    models::TimeFrame m_frame;
    std::optional<TimeCount> m_count;
    Counting m_counting = Counting::No;
    QString m_note;
    Label *m_title;
    QList<Label *> m_lines;
    Label *m_noteLine;
};

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"

#include <QList>
#include <QWidget>

class QPainter;

namespace pc::views {

/// A thin rounded bar; from \p warnAt on it is drawn in the warning colour, at 1 and above in the error
/// colour. \p fraction below 0 draws the empty track (unknown).
void paintQuotaBar(QPainter *painter, const QRect &rect, const Tokens &tokens, double fraction, double warnAt,
                   Qt::LayoutDirection direction);

/// Whether the last value of a course is still growing.
enum class LastValue { Complete, Running };
/// Line of up to some hundred points scaled to the rectangle; time runs left to right in every language. A
/// running last value is reached by a dotted way: it does not read as a fall.
void paintSparkline(QPainter *painter, const QRectF &rect, const QList<double> &values, const QColor &line,
                    const QColor &fill, LastValue last = LastValue::Complete);

/// A sparkline; set an accessible name that says what it shows, the range is added to its description.
class Sparkline final : public QWidget
{
    Q_OBJECT
public:
    explicit Sparkline(QWidget *parent = nullptr);
    /// `last`: whether the last one grows still.
    void setValues(const QList<double> &values, LastValue last = LastValue::Complete);
    /// A dashed horizontal line, for a limit; negative removes it.
    void setLimit(double limit);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_values;
    LastValue m_last = LastValue::Complete;
    double m_limit = -1;
};

} // namespace pc::views

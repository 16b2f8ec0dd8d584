// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chart_legend.h"

#include "views/charts/chart_layer.h"
#include "views/style/type_scale.h"

#include <QPainter>

namespace pc::views {

namespace {

constexpr int sample = 24;
constexpr int gap = 8;
constexpr int between = 18;

} // namespace

ChartLegend::ChartLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChartLegend::setData(const ChartData &shown)
{
    m_entries.clear();
    QStringList words;
    for (const ChartLine &line : shown.lines) {
        m_entries.append({line.label, static_cast<int>(line.look)});
        words.append(line.label);
    }
    if (shown.limit >= 0)
        m_entries.append({shown.limitLabel, -1});
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QSize ChartLegend::sizeHint() const
{
    const QFontMetrics metrics(TypeScale::of(this).font(TypeRole::Small));
    int width = 0;
    for (const auto &entry : m_entries)
        width += sample + gap + metrics.horizontalAdvance(entry.first) + between;
    return {width, metrics.height() + 4};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::of(this);
    const QFont font = TypeScale::of(this).font(TypeRole::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int x = width() - sizeHint().width() + between;
    if (x < 0) // no room: the labels at the line ends say it too
        return;
    for (const auto &entry : m_entries) {
        const int text = metrics.horizontalAdvance(entry.first);
        const int whole = sample + gap + text;
        {
            const int left = mirrored ? width() - x - whole : x;
            const int lineLeft = mirrored ? left + text + gap : left;
            if (entry.second >= 0) {
                painter.setPen(ChartLayer::pen(static_cast<LineLook>(entry.second), tokens));
            } else {
                QPen pen(tokens.text2, 1);
                pen.setDashPattern({6, 2, 1, 2});
                painter.setPen(pen);
            }
            painter.drawLine(QPointF(lineLeft, height() / 2.0), QPointF(lineLeft + sample, height() / 2.0));
            painter.setPen(tokens.text2);
            painter.drawText(QRect(mirrored ? left : left + sample + gap, 0, text + 2, height()),
                             Qt::AlignVCenter, entry.first);
        }
        x += whole + between;
    }
}

} // namespace pc::views

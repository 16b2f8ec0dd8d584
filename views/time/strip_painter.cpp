// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/strip_painter.h"

#include "models/time/wall_clock.h"
#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/time/strip_grip.h"
#include "views/time/strip_words.h"
#include "views/time/time_words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int swatch = 8;
constexpr int besideLegend = 16;
constexpr int pillPadding = 6;
constexpr double aboveBars = 3; ///< by which the edges of the selection stand out
constexpr double narrow = 12;   ///< a selection of less is framed from outside

} // namespace

StripPainter::StripPainter(QPainter &painter, const Theme &theme, const StripScene &scene)
    : m_painter(painter), m_theme(theme), m_scene(scene)
{
    painter.setLayoutDirection(Qt::LeftToRight); // time runs left to right, so do its labels
}

QRectF StripPainter::chosenRect() const
{
    const models::TimeSpan &range = m_scene.geometry.range();
    const bool after = m_scene.chosen.from.isValid() && m_scene.chosen.from >= range.to;
    const bool before = m_scene.chosen.to.isValid() && m_scene.chosen.to <= range.from;
    if (m_scene.chosen.isAll() || after || before)
        return {}; // its words stand at the end beyond which it lies
    const QRectF rect = m_scene.geometry.spanRect(m_scene.chosen);
    const double left = std::round(rect.left());
    const QRectF chosen(left, rect.top(), std::max(2.0, std::round(rect.right()) - left), rect.height());
    // A bar or two stand free in their frame, whatever is beside them.
    return chosen.width() < narrow ? chosen.adjusted(-3, 0, 3, 0) : chosen;
}

bool StripPainter::isNarrow() const
{
    return !m_scene.chosen.isAll() && m_scene.geometry.spanRect(m_scene.chosen).width() < narrow;
}

void StripPainter::paint()
{
    if (m_scene.skeleton) {
        paintSkeleton();
    } else {
        paintBand();
        paintBars();
        m_scene.marks.paint(m_painter, m_scene.geometry, m_theme, m_scene.focusedMark);
        paintEdges();
        paintTrack();
        paintLabels();
        paintPill();
    }
    if (m_scene.working) {
        const QRectF bars = m_scene.geometry.bars();
        m_painter.fillRect(QRectF(bars.left(), bars.bottom() - 1, bars.width(), 2), m_theme.tokens.accent);
    }
    paintCaption();
}

/// Bars of one height in the place of what will come.
void StripPainter::paintSkeleton()
{
    const QRectF area = m_scene.geometry.bars();
    constexpr double step = 6;
    for (double x = area.left(); x + step <= area.right(); x += step)
        m_painter.fillRect(QRectF(x, area.bottom() - area.height() * 0.45, step - 1, area.height() * 0.45),
                           m_theme.tokens.rowLine);
    m_painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), m_theme.tokens.border);
}

void StripPainter::paintBand()
{
    const QRectF chosen = chosenRect();
    if (!chosen.isEmpty())
        m_painter.fillRect(chosen.adjusted(0, -aboveBars, 0, 0), StripColors::of(m_theme.tokens).band);
    const TimeHistogram &histogram = m_scene.layer.histogram();
    if (m_scene.bar < 0 || m_scene.bar >= m_scene.layer.buckets())
        return;
    const QRectF bar = m_scene.geometry.spanRect(
        {histogram.startOf(m_scene.bar), std::min(histogram.startOf(m_scene.bar + 1), histogram.to)});
    QColor shade = m_theme.tokens.text;
    shade.setAlphaF(0.12F);
    m_painter.fillRect(bar.adjusted(-1, 0, 1, 0), shade);
}

void StripPainter::paintBars()
{
    const QRectF chosen = chosenRect();
    if (chosen.isEmpty()) {
        m_painter.drawPixmap(0, 0, m_scene.layer.usual());
        return;
    }
    const QRectF all(0, 0, m_scene.geometry.bars().right() + StripGeometry::overhang,
                     m_scene.geometry.labels().bottom());
    m_painter.save();
    m_painter.setClipRegion(QRegion(all.toAlignedRect()).subtracted(chosen.toRect()));
    m_painter.drawPixmap(0, 0, m_scene.layer.usual());
    m_painter.setClipRect(isNarrow() ? chosen.adjusted(3, 0, -3, 0).toRect() : chosen.toRect());
    m_painter.drawPixmap(0, 0, m_scene.layer.chosen());
    m_painter.restore();
}

void StripPainter::paintEdges()
{
    const QRectF chosen = chosenRect();
    if (chosen.isEmpty())
        return;
    const Tokens &tokens = m_theme.tokens;
    if (isNarrow())
        return paintBox(&m_painter, chosen.adjusted(0, -aboveBars, 0, 0), 3, {}, tokens.accent, 1.5);
    const auto paintEdge = [&](double x) {
        m_painter.fillRect(QRectF(x - 0.5, chosen.top() - aboveBars, 1.5, chosen.height() + aboveBars),
                           tokens.accent);
    };
    const auto paintHandle = [&](double x) {
        constexpr double width = 7;
        const double height = std::min(18.0, chosen.height() * 0.5);
        paintBox(&m_painter, QRectF(x - width / 2, chosen.center().y() - height / 2, width, height), 3.5,
                 tokens.surface, tokens.accent, 1.5);
    };
    const bool wide = m_scene.handles && chosen.width() >= 3 * handleReach;
    const models::TimeSpan &range = m_scene.geometry.range();
    // An end that is open, or lies beside what is shown, has no edge here.
    if (m_scene.chosen.from.isValid() && m_scene.chosen.from >= range.from &&
        m_scene.chosen.from <= range.to) {
        paintEdge(chosen.left());
        if (wide)
            paintHandle(chosen.left());
    }
    if (m_scene.chosen.to.isValid() && m_scene.chosen.to <= range.to && m_scene.chosen.to >= range.from) {
        paintEdge(chosen.right());
        if (wide)
            paintHandle(chosen.right());
    }
}

void StripPainter::paintTrack()
{
    if (!m_scene.shown.isBounded())
        return;
    const QRectF track = m_scene.geometry.track();
    const QRectF span = m_scene.geometry.spanRect(m_scene.shown);
    constexpr double least = 8; // a few rows of a year are seen too
    double left = span.left();
    const double width = std::max(least, span.width());
    left = std::clamp(left - (width - span.width()) / 2, track.left(),
                      std::max(track.left(), track.right() - width));
    paintBox(&m_painter, QRectF(left, track.top(), width, track.height()), track.height() / 2,
             m_theme.tokens.accent);
}

QRectF StripPainter::pillRect(const StripScene &scene, const TypeScale &type)
{
    if (scene.chosen.isAll() || scene.skeleton)
        return {};
    const QFontMetrics metrics(type.font(TypeRole::Small, QFont::DemiBold));
    const double width =
        metrics.horizontalAdvance(shortSpanText(scene.chosen, scene.frame)) + 2.0 * pillPadding;
    const QRectF row = scene.geometry.labels();
    const QRectF span = scene.geometry.spanRect(scene.chosen);
    const double left =
        std::clamp(span.center().x() - width / 2, row.left(), std::max(row.left(), row.right() - width));
    return {std::round(left), row.top(), std::min(width, row.width()), row.height()};
}

void StripPainter::paintLabels()
{
    const Tokens &tokens = m_theme.tokens;
    const QRectF row = m_scene.geometry.labels();
    const QRectF pill = pillRect(m_scene, m_theme.type);
    double free = row.left() - 1;
    const auto paintLabel = [&](const QString &text, double x, bool strong, bool centred) {
        const QFont font = m_theme.type.font(TypeRole::Small, strong ? QFont::DemiBold : QFont::Normal);
        const double width = QFontMetrics(font).horizontalAdvance(text) + 2.0;
        const double left =
            std::clamp(centred ? x - width / 2 : x, row.left(), std::max(row.left(), row.right() - width));
        const QRectF place(left, row.top(), width, row.height());
        if (left < free || (!pill.isEmpty() && place.adjusted(-4, 0, 4, 0).intersects(pill)))
            return;
        free = place.right() + 6;
        m_painter.setFont(font);
        m_painter.setPen(strong ? tokens.text2 : tokens.text3);
        m_painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, text);
    };
    const QList<models::AxisTick> &ticks = m_scene.layer.ticks();
    using Kind = models::AxisTick::Kind;
    const bool ofDates =
        !ticks.isEmpty() && (ticks.constFirst().kind == Kind::Month || ticks.constFirst().kind == Kind::Day);
    if (ofDates && !ticks.constFirst().begins) {
        // The year that it is about, where there is room before the first label.
        const QString first = tickText(ticks.constFirst(), m_scene.frame);
        const QString year = m_scene.frame.locale.toString(
            models::wallTime(m_scene.geometry.range().from, m_scene.frame.zone).date(), u"yyyy"_s);
        const QFontMetrics metrics(m_theme.type.font(TypeRole::Small, QFont::DemiBold));
        const double room =
            m_scene.geometry.xOf(ticks.constFirst().at) - metrics.horizontalAdvance(first) / 2.0;
        if (room - row.left() > metrics.horizontalAdvance(year) + space::s)
            paintLabel(year, row.left(), true, false);
    }
    for (const models::AxisTick &tick : ticks)
        paintLabel(tickText(tick, m_scene.frame), m_scene.geometry.xOf(tick.at), tick.begins, true);
}

void StripPainter::paintPill()
{
    const QRectF pill = pillRect(m_scene, m_theme.type);
    if (pill.isEmpty())
        return;
    const QFont font = m_theme.type.font(TypeRole::Small, QFont::DemiBold);
    paintBox(&m_painter, pill, space::radiusSmall, m_theme.tokens.accentFill);
    m_painter.setFont(font);
    m_painter.setPen(m_theme.tokens.onFill);
    const QString text = shortSpanText(m_scene.chosen, m_scene.frame);
    const QFontMetrics metrics(font);
    m_painter.drawText(pill, Qt::AlignCenter | Qt::TextDontClip,
                       metrics.horizontalAdvance(text) <= pill.width()
                           ? text
                           : metrics.elidedText(text, Qt::ElideRight, static_cast<int>(pill.width())));
}

double StripPainter::paintLegend(double left, bool measure)
{
    const StripColors colors = StripColors::of(m_theme.tokens);
    const QFont font = m_theme.type.font(TypeRole::Small);
    const QFontMetrics metrics(font);
    const QRectF row = m_scene.geometry.caption();
    QList<std::pair<QColor, QString>> entries{{colors.usual, tr("all")}};
    if (m_scene.layer.tellsMatching())
        entries.append({colors.matching, tr("matching")});
    entries.append({colors.refused, tr("refused")});
    if (m_scene.mirrored)
        std::reverse(entries.begin(), entries.end());
    double x = left;
    m_painter.setFont(font);
    for (const auto &[color, text] : entries) {
        const double words = metrics.horizontalAdvance(text) + 1.0;
        const double box = m_scene.mirrored ? x + words + 6 : x;
        if (!measure) {
            m_painter.fillRect(
                QRectF(std::round(box), std::round(row.center().y() - swatch / 2.0), swatch, swatch), color);
            m_painter.setPen(m_theme.tokens.text2);
            m_painter.drawText(QRectF(m_scene.mirrored ? x : x + swatch + 6, row.top(), words, row.height()),
                               Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, text);
        }
        x += swatch + 6 + words + besideLegend;
    }
    return x - besideLegend - left;
}

void StripPainter::paintCaption()
{
    const QRectF row = m_scene.geometry.caption();
    const QFont font = m_theme.type.font(TypeRole::Small);
    const QFontMetrics metrics(font);
    const double words = metrics.horizontalAdvance(m_scene.caption) + 2.0;
    double corner = m_scene.cornerWidth;
    // What explains gives way to what is said.
    if (corner <= 0 && m_scene.legend) {
        const double width = paintLegend(0, true);
        if (words + width + besideLegend <= row.width()) {
            corner = width;
            paintLegend(m_scene.mirrored ? row.left() : row.right() - width, false);
        }
    } else if (corner <= 0 && !m_scene.hint.isEmpty()) {
        const double width = metrics.horizontalAdvance(m_scene.hint) + 2.0;
        if (words + width + besideLegend <= row.width()) {
            corner = width;
            m_painter.setFont(font);
            m_painter.setPen(m_theme.tokens.text3);
            m_painter.drawText(row,
                               Qt::AlignVCenter | Qt::TextDontClip |
                                   (m_scene.mirrored ? Qt::AlignLeft : Qt::AlignRight),
                               m_scene.hint);
        }
    }
    const double room = row.width() - (corner > 0 ? corner + besideLegend : 0);
    m_painter.setFont(font);
    m_painter.setPen(m_theme.tokens.color(m_scene.captionTone));
    m_painter.setLayoutDirection(m_scene.mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    m_painter.drawText(m_scene.mirrored ? row.adjusted(row.width() - room, 0, 0, 0)
                                        : row.adjusted(0, 0, room - row.width(), 0),
                       Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine | Qt::TextDontClip,
                       words <= room
                           ? m_scene.caption
                           : metrics.elidedText(m_scene.caption, Qt::ElideRight, static_cast<int>(room)));
    m_painter.setLayoutDirection(Qt::LeftToRight);
}

} // namespace pc::views

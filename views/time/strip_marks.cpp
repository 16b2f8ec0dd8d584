// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/strip_marks.h"

#include "views/style/painting.h"
#include "views/style/space.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace pc::views {

namespace {

constexpr double markReach = 5;   ///< from the middle of a diamond to its corners
constexpr double markTarget = 14; ///< half of what can be clicked
constexpr double wordsGap = 10;   ///< from the middle of a diamond to its words
constexpr double wordsLeast = 56; ///< less says nothing
constexpr double betweenWords = 10;

} // namespace

void StripMarks::setMarks(const QList<StripMark> &marks)
{
    m_marks = marks;
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const StripMark &a, const StripMark &b) { return a.at < b.at; });
    m_places.clear();
}

void StripMarks::layOut(const StripGeometry &geometry, const TypeScale &type)
{
    const QRectF row = geometry.marks();
    const QFontMetrics metrics(type.font(TypeRole::Small, QFont::Medium));
    m_y = row.center().y();
    m_places.clear();
    double free = row.left(); // right end of what is taken
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        Place place;
        place.x = std::round(geometry.xOf(m_marks.at(i).at)) + 0.5;
        place.inSight = !row.isEmpty() && place.x >= row.left() - 1 && place.x <= row.right() + 1;
        m_places.append(place);
    }
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        Place &place = m_places[i];
        if (!place.inSight)
            continue;
        const bool last = i + 1 == m_marks.size() || !m_places.at(i + 1).inSight;
        const double next = last ? row.right() : m_places.at(i + 1).x - wordsGap;
        const double wanted = metrics.horizontalAdvance(m_marks.at(i).text) + 2.0;
        const double after = next - (place.x + wordsGap);
        const double before = place.x - wordsGap - free;
        const double diamondEnd = place.x + markReach + betweenWords;
        if (after >= std::min(wanted, wordsLeast) && (after >= wanted || after >= before)) {
            place.words = QRectF(place.x + wordsGap, row.top(), std::min(wanted, after), row.height());
            free = place.words.right() + betweenWords;
        } else if (before >= std::min(wanted, wordsLeast)) {
            const double width = std::min(wanted, before);
            place.words = QRectF(place.x - wordsGap - width, row.top(), width, row.height());
            free = diamondEnd;
        } else {
            free = std::max(free, diamondEnd);
        }
    }
}

QList<qsizetype> StripMarks::inSight() const
{
    QList<qsizetype> found;
    for (qsizetype i = 0; i < m_places.size(); ++i)
        if (m_places.at(i).inSight)
            found.append(i);
    return found;
}

QPointF StripMarks::diamond(qsizetype mark) const
{
    return {m_places.value(mark).x, m_y};
}

QRectF StripMarks::rect(qsizetype mark) const
{
    const QPointF middle = diamond(mark);
    const QRectF around(middle.x() - markReach, middle.y() - markReach, 2 * markReach, 2 * markReach);
    return around.united(m_places.value(mark).words);
}

qsizetype StripMarks::at(const QPointF &point) const
{
    if (std::abs(point.y() - m_y) > markTarget)
        return -1;
    qsizetype nearest = -1;
    double distance = markTarget;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const double away = std::abs(m_places.at(i).x - point.x());
        if (m_places.at(i).inSight && away < distance) {
            nearest = i;
            distance = away;
        }
    }
    if (nearest >= 0)
        return nearest;
    for (qsizetype i = 0; i < m_places.size(); ++i)
        if (m_places.at(i).inSight && m_places.at(i).words.contains(point))
            return i;
    return -1;
}

QString StripMarks::toolTipAt(const QPointF &point) const
{
    const qsizetype found = at(point);
    if (found < 0)
        return {};
    QStringList all;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const bool same = i == found || std::abs(m_places.at(i).x - m_places.at(found).x) < 2 * markReach;
        if (m_places.at(i).inSight && same) {
            const StripMark &mark = m_marks.at(i);
            all.append(mark.toolTip.isEmpty() ? mark.text : mark.toolTip);
        }
    }
    return all.join(u'\n');
}

void StripMarks::paint(QPainter &painter, const StripGeometry &geometry, const Theme &theme,
                       qsizetype focused) const
{
    const PainterScope scope(&painter);
    const QFont font = theme.type.font(TypeRole::Small, QFont::Medium);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const Place &place = m_places.at(i);
        if (!place.inSight)
            continue;
        painter.setRenderHint(QPainter::Antialiasing, false);
        QPen line(theme.tokens.text2, 1);
        line.setDashPattern({3, 2});
        painter.setPen(line);
        painter.drawLine(QPointF(place.x, m_y + markReach), QPointF(place.x, geometry.bars().bottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.tokens.text);
        const QPointF corners[] = {{place.x, m_y - markReach},
                                   {place.x + markReach, m_y},
                                   {place.x, m_y + markReach},
                                   {place.x - markReach, m_y}};
        painter.drawPolygon(corners, 4);
        if (!place.words.isEmpty()) {
            painter.setPen(theme.tokens.text);
            const QString text = m_marks.at(i).text;
            const bool whole = metrics.horizontalAdvance(text) <= place.words.width();
            painter.drawText(
                place.words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip,
                whole ? text
                      : metrics.elidedText(text, Qt::ElideRight, static_cast<int>(place.words.width())));
        }
        if (i == focused)
            paintFocusRing(&painter, rect(i).adjusted(-3, -2, 3, 2), space::radiusSmall, theme.tokens.accent);
    }
}

} // namespace pc::views

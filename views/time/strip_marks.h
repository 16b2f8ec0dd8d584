// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/theme.h"
#include "views/time/strip_geometry.h"
#include "views/time/strip_mark.h"

#include <QList>

class QPainter;

namespace pc::views {

/// The marks of a time strip as they lie in their row: each a diamond, and its words where they fit beside
/// the others.
class StripMarks final
{
public:
    void setMarks(const QList<StripMark> &marks); ///< sorted by time here
    [[nodiscard]] const QList<StripMark> &marks() const { return m_marks; }
    void layOut(const StripGeometry &geometry, const TypeScale &type);

    /// Those in the shown part of time, in their order.
    [[nodiscard]] QList<qsizetype> inSight() const;
    /// The mark whose diamond or words are there; -1 for none.
    [[nodiscard]] qsizetype at(const QPointF &point) const;
    /// What is said of the marks there: of all that lie too close to be told apart.
    [[nodiscard]] QString toolTipAt(const QPointF &point) const;
    [[nodiscard]] QPointF diamond(qsizetype mark) const;
    /// Empty where there is no room for them.
    [[nodiscard]] QRectF words(qsizetype mark) const { return m_places.value(mark).words; }
    /// Where a person sees it: diamond and words.
    [[nodiscard]] QRectF rect(qsizetype mark) const;

    /// `focused`: the mark that the keyboard is at; -1 for none.
    void paint(QPainter &painter, const StripGeometry &geometry, const Theme &theme, qsizetype focused) const;

private:
    struct Place
    {
        double x = 0;
        bool inSight = false;
        QRectF words; ///< empty: there is no room
    };
    QList<StripMark> m_marks;
    QList<Place> m_places;
    double m_y = 0;
};

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_frame.h"
#include "views/style/theme.h"
#include "views/time/strip_layer.h"
#include "views/time/strip_marks.h"

#include <QCoreApplication>
#include <QString>

class QPainter;

namespace pc::views {

/// What is to be seen of a time strip at one moment, over its static layer.
struct StripScene
{
    const StripLayer &layer;
    const StripGeometry &geometry;
    const StripMarks &marks;
    models::TimeFrame frame;
    models::TimeSpan chosen; ///< all of it: nothing is marked
    models::TimeSpan shown;  ///< the rows on screen; not bounded: none
    qsizetype bar = -1;      ///< the one under pointer or keyboard
    qsizetype focusedMark = -1;
    QString caption = {};
    Tone captionTone = Tone::Muted;
    QString hint = {};     ///< at the other end of the caption, where no legend is
    bool legend = false;   ///< of the colours
    int cornerWidth = 0;   ///< kept free at that end for somebody else's widget
    bool working = false;  ///< an answer is being waited for
    bool skeleton = false; ///< there is no data yet
    bool handles = false;
    bool mirrored = false; ///< words run right to left; time does not
};

/// Paints it.
class StripPainter final
{
    Q_DECLARE_TR_FUNCTIONS(StripPainter)
public:
    StripPainter(QPainter &painter, const Theme &theme, const StripScene &scene);
    void paint();

    /// The words of the selection below the axis; empty when nothing is chosen.
    [[nodiscard]] static QRectF pillRect(const StripScene &scene, const TypeScale &type);

private:
    void paintSkeleton();
    void paintBand();
    void paintBars();
    void paintEdges();
    void paintTrack();
    void paintLabels();
    void paintPill();
    void paintCaption();
    /// Their width; drawn only where `left` says.
    double paintLegend(double left, bool measure);
    [[nodiscard]] QRectF chosenRect() const;
    [[nodiscard]] bool isNarrow() const;

    QPainter &m_painter;
    const Theme &m_theme;
    const StripScene &m_scene;
};

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace pc::views {

/// What a choice shows and hides again keeps its room, so that the choice moves nothing.
void keepRoomWhileHidden(QWidget *widget);

/// Lays out what waits for it inside \p window, from the innermost part outwards: then everything knows the
/// height it needs at its width, before anybody has seen it.
void layOutNow(QWidget *window);

/// Keeps a widget as high as its content at its present width, where a layout would not ask (a row of fields)
/// or has room to spare (a column of cards): never higher, and never lower, as the size policy Maximum would
/// hold it at a height that knows nothing of lines that wrap.
class HeightKeeper final : public QObject
{
    Q_OBJECT
public:
    /// Belongs to \p widget.
    enum class Holds { Most, Exactly };

    /// `Most`: never higher (a card in a column); `Exactly`: never lower either (a field in a row).
    explicit HeightKeeper(QWidget *widget, Holds holds = Holds::Most);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QWidget *m_widget;
    Holds m_holds;
};

} // namespace pc::views

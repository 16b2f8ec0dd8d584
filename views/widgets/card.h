// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace pc::views {

class Label;

/// Rounded surface with a border; optional title row with room for actions; optional tint.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    /// Where the content goes.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// Right end of the title row; creates the row when there is none.
    [[nodiscard]] QHBoxLayout *header();
    void setTitle(const QString &title);
    void setSeverity(Severity severity); ///< tinted card (gates, warnings); Neutral is the plain surface
    /// Margins around the body; 0 for cards that hold a table.
    void setBodyMargins(int horizontal, int vertical);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_outer;
    QVBoxLayout *m_body;
    QHBoxLayout *m_header = nullptr;
    Label *m_title = nullptr;
    Severity m_severity = Severity::Neutral;
};

/// A 1 px line in the border colour, horizontal or vertical.
class Separator final : public QWidget
{
    Q_OBJECT
public:
    explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"
#include "views/style/type_scale.h"

#include <QWidget>

class QPainter;

namespace pc::views {

/// How far a partner has come. None: before the sandbox (draft).
enum class StageLevel { None = 0, Sandbox = 1, Limited = 2, Production = 3 };

/// The words of the levels, translated.
[[nodiscard]] QString stageText(StageLevel level);

/// Three rising bars, \p level of them filled; 18 x 12 px in the leading part of \p rect.
void paintStageGlyph(QPainter *painter, const QRect &rect, const Tokens &tokens, StageLevel level,
                     Qt::LayoutDirection direction);
inline constexpr int stageGlyphWidth = 18;

/// The glyph as a widget.
class StageGlyph final : public QWidget
{
    Q_OBJECT
public:
    explicit StageGlyph(StageLevel level = StageLevel::None, QWidget *parent = nullptr);
    void setLevel(StageLevel level);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StageLevel m_level;
};

/// Sandbox - Limited - Production as three circles on a line: done, current, open.
class StageStepper final : public QWidget
{
    Q_OBJECT
public:
    explicit StageStepper(StageLevel level = StageLevel::None, QWidget *parent = nullptr);
    void setLevel(StageLevel level);
    [[nodiscard]] StageLevel level() const { return m_level; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateName();
    StageLevel m_level;
};

} // namespace pc::views

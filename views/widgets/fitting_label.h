// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/label.h"

namespace pc::views {

/// A headline figure: always whole. Where its step of the type scale is too wide for the room, it is set
/// smaller, and at the smallest legible size it goes on in a second line.
class FittingLabel final : public Label
{
    Q_OBJECT
public:
    FittingLabel(const QString &text, TypeRole role, QFont::Weight weight, Tone tone,
                 QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// The font in which the text fits the width in one line, or the smallest one.
    [[nodiscard]] QFont fitting(int width) const;

    TypeRole m_role;
    QFont::Weight m_weight;
};

} // namespace pc::views

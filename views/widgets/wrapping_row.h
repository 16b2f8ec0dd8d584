// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace pc::views {

/// Widgets side by side, and on in a further line where they do not fit: the same words are wider in some
/// languages than in others, and a row of buttons must never widen its pane.
class WrappingRow final : public QWidget
{
    Q_OBJECT
public:
    explicit WrappingRow(QWidget *parent = nullptr);

    /// Takes ownership.
    void addWidget(QWidget *widget);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// Where the widgets that are not hidden stand in lines of this width, from the leading edge.
    [[nodiscard]] QList<std::pair<QWidget *, QRect>> places(int width) const;
    void arrange();

    QList<QWidget *> m_widgets;
};

} // namespace pc::views

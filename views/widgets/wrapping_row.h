// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace pc::views {

/// Widgets side by side while they fit, one below the other when they do not: the same words are wider in
/// some languages than in others, and a row of buttons must never widen its pane.
class WrappingRow final : public QWidget
{
    Q_OBJECT
public:
    explicit WrappingRow(QWidget *parent = nullptr);

    void addWidget(QWidget *widget);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();

    QBoxLayout *m_row;
};

} // namespace pc::views

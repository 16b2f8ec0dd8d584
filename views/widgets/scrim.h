// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pc::views {

/// Dims a window under a dialog and carries the dialog's shadow, painted once.
class Scrim final : public QWidget
{
    Q_OBJECT
public:
    explicit Scrim(QWidget *window);
    /// Where the dialog lies, in coordinates of the window.
    void setCard(const QRect &card);
    [[nodiscard]] QRect card() const { return m_card; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QRect m_card;
};

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace pc::views {

/// The words of a toast: in one line where there is room for it, whole in any width.
class ToastText final : public QLabel
{
public:
    explicit ToastText(const QString &text);
    /// One line where there is room for it; QLabel would make a block of a long text.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString breakable() const;
};

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace pc::views {

/// Pages one over the other that scroll: as high and as wide as the one on show. A plain stack has the height
/// of its tallest page, and the others scroll into nothing.
class CurrentStack final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit CurrentStack(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
};

} // namespace pc::views

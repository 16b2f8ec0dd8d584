// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedLayout;

namespace pc::views {

/// Pages one over the other that scroll: as high and as wide as the one on show. A plain stack has the height
/// of its tallest page, and the others scroll into nothing.
class CurrentStack final : public QWidget
{
    Q_OBJECT
public:
    explicit CurrentStack(QWidget *parent = nullptr);

    int addWidget(QWidget *page);
    [[nodiscard]] int count() const;
    [[nodiscard]] int currentIndex() const;
    /// Null without pages.
    [[nodiscard]] QWidget *currentWidget() const;
    [[nodiscard]] QWidget *widget(int index) const;
    void setCurrentIndex(int index);
    void setCurrentWidget(QWidget *page);

Q_SIGNALS:
    void currentChanged(int index);

private:
    QStackedLayout *m_pages = nullptr;
};

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/current_stack.h"

#include <QStackedLayout>

namespace pc::views {

namespace {

/// QStackedLayout asks all of its pages, and a layout above asks it and not its widget.
class CurrentLayout final : public QStackedLayout
{
public:
    using QStackedLayout::QStackedLayout;

    [[nodiscard]] QSize sizeHint() const override
    {
        const QLayoutItem *page = itemAt(currentIndex());
        return page ? page->sizeHint() : QSize(0, 0);
    }
    [[nodiscard]] QSize minimumSize() const override
    {
        const QLayoutItem *page = itemAt(currentIndex());
        return page ? page->minimumSize() : QSize(0, 0);
    }
    [[nodiscard]] bool hasHeightForWidth() const override
    {
        const QLayoutItem *page = itemAt(currentIndex());
        return page && page->hasHeightForWidth();
    }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const QLayoutItem *page = itemAt(currentIndex());
        return page ? page->heightForWidth(width) : -1;
    }
};

} // namespace

CurrentStack::CurrentStack(QWidget *parent) : QWidget(parent), m_pages(new CurrentLayout(this))
{
    connect(m_pages, &QStackedLayout::currentChanged, this, [this](int index) {
        m_pages->invalidate();
        updateGeometry();
        Q_EMIT currentChanged(index);
    });
}

int CurrentStack::addWidget(QWidget *page)
{
    return m_pages->addWidget(page);
}

int CurrentStack::count() const
{
    return m_pages->count();
}

int CurrentStack::currentIndex() const
{
    return m_pages->currentIndex();
}

QWidget *CurrentStack::currentWidget() const
{
    return m_pages->currentWidget();
}

QWidget *CurrentStack::widget(int index) const
{
    return m_pages->widget(index);
}

void CurrentStack::setCurrentIndex(int index)
{
    m_pages->setCurrentIndex(index);
}

void CurrentStack::setCurrentWidget(QWidget *page)
{
    m_pages->setCurrentWidget(page);
}

} // namespace pc::views

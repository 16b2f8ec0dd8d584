// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/page_head.h"

#include "views/style/space.h"
#include "views/widgets/label.h"

namespace pc::views {

PageHead::PageHead(const QString &title) : m_count(new ElidedLabel({}, TypeRole::PageTitle, Tone::Faint))
{
    setContentsMargins(space::pageMargin, space::m, space::pageMargin, space::s);
    setSpacing(space::s);
    auto *heading = new ElidedLabel(title);
    heading->setRole(TypeRole::PageTitle, QFont::Medium);
    addWidget(heading);
    addWidget(m_count);
    addStretch();
}

void PageHead::setCount(const QString &text)
{
    m_count->setText(text);
}

void PageHead::addBeside(QWidget *each)
{
    int place = 0;
    while (itemAt(place)->spacerItem() == nullptr)
        ++place;
    insertWidget(place, each);
}

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/empty_state.h"

#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pc::views {

EmptyState::EmptyState(Icon which, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(which, Tone::Faint, 40)), m_title(new SectionTitle(title)),
      m_text(new Label(text, TypeRole::Body, Tone::Faint)), m_actions(new QHBoxLayout)
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_text->setMaximumWidth(440);
    m_text->setMinimumWidth(240);
    m_actions->setSpacing(space::s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xxl, space::xxl, space::xxl, space::xxl);
    column->setSpacing(space::s);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(space::xs);
    column->addWidget(m_title);
    auto *textRow = new QHBoxLayout;
    textRow->addStretch(1);
    textRow->addWidget(m_text, 10);
    textRow->addStretch(1);
    column->addLayout(textRow);
    column->addSpacing(space::s);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(m_actions);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(3);
    set(which, title, text);
}

void EmptyState::set(Icon which, const QString &title, const QString &text)
{
    m_icon->setIcon(which, Tone::Faint);
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}

QPushButton *EmptyState::addButton(const QString &objectName, const QString &text, Icon which)
{
    QPushButton *button =
        makeButton(objectName, text, which, m_count == 0 ? ButtonKind::Primary : ButtonKind::Normal, this);
    ++m_count;
    m_actions->addWidget(button);
    return button;
}

QString EmptyState::title() const
{
    return m_title->text();
}

} // namespace pc::views

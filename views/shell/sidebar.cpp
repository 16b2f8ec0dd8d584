// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/sidebar.h"

#include "views/shell/nav_button.h"
#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/whole_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pc::views {

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent), m_nav(new QVBoxLayout), m_title(new Label(tr("Partner Console"), TypeRole::Section)),
      m_connectionIcon(new IconLabel(Icon::Clock, Tone::Muted, 16)),
      m_connection(new WholeLabel({}, TypeRole::Small, Tone::Muted)),
      m_operator(new WholeLabel({}, TypeRole::Small, Tone::Muted)),
      m_role(new WholeLabel({}, TypeRole::Caption, Tone::Faint))
{
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Sidebar"));
    m_title->setWeight(QFont::DemiBold);
    m_connection->setObjectName(QStringLiteral("connectionState"));
    m_operator->setObjectName(QStringLiteral("operatorName"));
    m_role->setObjectName(QStringLiteral("operatorRole"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, 0, space::s + 1, space::m);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 0, 0, 0);
    head->setSpacing(10);
    auto *mark = new IconLabel(Icon::Link, Tone::Accent, 18);
    mark->setMinimumHeight(space::topBar);
    head->addWidget(mark);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    column->addSpacing(space::xs);
    m_nav->setSpacing(2);
    column->addLayout(m_nav);
    column->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(10, 0, 4, 0);
    foot->setSpacing(6);
    foot->addWidget(m_connectionIcon);
    foot->addWidget(m_connection, 1);
    column->addLayout(foot);
    column->addSpacing(4);
    m_operator->setContentsMargins(10, 0, 4, 0);
    column->addWidget(m_operator);
    m_role->setContentsMargins(10, 0, 4, 0);
    column->addWidget(m_role);
    setConnection(ConnectionLook::Connecting, tr("Connecting"));
    applyWidth();
}

void Sidebar::addEntry(const NavEntry &entry)
{
    if (entry.section != m_lastSection && !entry.section.isEmpty()) {
        auto *heading = new Label(entry.section.toUpper(), TypeRole::Caption, Tone::Faint);
        heading->setWeight(QFont::DemiBold);
        heading->setContentsMargins(10, space::m, 0, space::xs);
        heading->setVisible(!showsIconsOnly());
        m_headings.append(heading);
        m_nav->addWidget(heading);
    }
    m_lastSection = entry.section;
    auto *button = new NavButton(entry.icon, entry.title, this);
    button->setObjectName(QStringLiteral("nav.") + entry.id);
    button->setCollapsed(showsIconsOnly());
    connect(button, &QAbstractButton::clicked, this,
            [this, location = entry.location] { Q_EMIT navigate(location); });
    m_nav->addWidget(button);
    m_entries.append(entry);
    m_buttons.append(button);
}

void Sidebar::setCount(const QString &id, int count, Severity severity)
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).id == id) {
            m_buttons.at(i)->setCount(count, severity);
        }
    }
}

void Sidebar::setCurrentPage(const QString &page)
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        m_buttons.at(i)->setCurrent(m_entries.at(i).id == page || m_entries.at(i).alsoFor.contains(page));
    }
}

void Sidebar::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    applyWidth();
}

void Sidebar::setNarrow(bool narrow)
{
    if (narrow == m_narrow) {
        return;
    }
    m_narrow = narrow;
    m_squeezed = narrow;
    applyWidth();
}

void Sidebar::toggle()
{
    const bool open = showsIconsOnly();
    m_squeezed = false;
    setCollapsed(!open);
}

void Sidebar::applyWidth()
{
    const TypeScale &type = TypeScale::of(this);
    setFixedWidth(showsIconsOnly() ? space::sidebarCollapsed : type.px(space::sidebar));
    m_title->setVisible(!showsIconsOnly());
    m_connection->setVisible(!showsIconsOnly());
    m_operator->setVisible(!showsIconsOnly());
    m_role->setVisible(!showsIconsOnly() && !m_role->text().isEmpty());
    for (Label *heading : std::as_const(m_headings)) {
        heading->setVisible(!showsIconsOnly());
    }
    for (NavButton *button : std::as_const(m_buttons)) {
        button->setCollapsed(showsIconsOnly());
    }
}

void Sidebar::setConnection(ConnectionLook state, const QString &text)
{
    const bool online = state == ConnectionLook::Online;
    m_connectionIcon->setIcon(online                             ? Icon::Check
                              : state == ConnectionLook::Offline ? Icon::Offline
                                                                 : Icon::Clock,
                              online                             ? Tone::Ok
                              : state == ConnectionLook::Offline ? Tone::Warn
                                                                 : Tone::Muted);
    m_connectionIcon->setAccessibleName(text);
    m_connectionIcon->setToolTip(text.toHtmlEscaped());
    m_connection->setText(text);
}

void Sidebar::setOperator(const QString &name, const QString &role)
{
    m_operator->setText(name);
    m_role->setText(role);
    m_role->setVisible(!showsIconsOnly() && !role.isEmpty());
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    painter.fillRect(rect(), t.sidebar);
    paintHairline(&painter, rect(), isRightToLeft() ? Qt::LeftEdge : Qt::RightEdge, t.border);
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        applyWidth();
    }
}

} // namespace pc::views

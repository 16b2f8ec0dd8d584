// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/top_bar.h"

#include "views/shell/search_button.h"
#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>

namespace pc::views {

namespace {

/// A part of the path that can be clicked.
class CrumbButton final : public QPushButton
{
public:
    CrumbButton(const QString &text, QWidget *parent)
        : QPushButton(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")), parent)
    {
        setButtonKind(this, ButtonKind::Ghost);
        setAccessibleName(text);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(TypeScale::of(this).font(TypeRole::Body, QFont::Medium));
        return {metrics.horizontalAdvance(accessibleName()) + 14, TypeScale::of(this).px(space::iconButton)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        // A short name is whole beside a long one.
        return {std::min(TypeScale::of(this).px(110), sizeHint().width()), sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = Tokens::of(this);
        const QFont font = TypeScale::of(this).font(TypeRole::Body, QFont::Medium);
        if (underMouse()) {
            paintBox(&painter, rect(), space::radius, t.hover);
        }
        painter.setFont(font);
        painter.setPen(underMouse() ? t.text : t.text2);
        painter.drawText(rect().adjusted(6, 0, -6, 0), Qt::AlignCenter,
                         QFontMetrics(font).elidedText(accessibleName(), Qt::ElideRight, width() - 12));
        if (hasFocus()) {
            paintFocusRing(&painter, rect(), space::radius, t.accent);
        }
    }
};

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent),
      m_back(makeIconButton(QStringLiteral("back"), Icon::ChevronLeft, tr("Back (Alt+Left)"), this)),
      m_forward(
          makeIconButton(QStringLiteral("forward"), Icon::ChevronRight, tr("Forward (Alt+Right)"), this)),
      m_crumbs(new QWidget(this)), m_crumbRow(new QHBoxLayout(m_crumbs)), m_search(new SearchButton(this)),
      m_environment(new Badge(Severity::Neutral, Icon::Shield, {}, this)),
      m_activity(
          makeIconButton(QStringLiteral("activity"), Icon::Inbox, tr("Activity (Ctrl+Shift+A)"), this)),
      m_underWay(new Badge(Severity::Info, Icon::None, {}, this)),
      m_appearanceButton(makeIconButton(QStringLiteral("appearance"), Icon::Sun, tr("Appearance"), this))
{
    setObjectName(QStringLiteral("topBar"));
    m_crumbs->setObjectName(QStringLiteral("breadcrumb"));
    m_crumbs->setAccessibleName(tr("Path"));
    m_environment->setObjectName(QStringLiteral("environmentPill"));
    m_crumbRow->setContentsMargins(0, 0, 0, 0);
    m_crumbRow->setSpacing(2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, 0, space::m, 1);
    row->setSpacing(space::xs);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addSpacing(space::xs);
    m_crumbs->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(m_crumbs); // what it needs; the search gives way first
    row->addWidget(m_search, 4);
    row->addStretch(2);
    row->addSpacing(space::s);
    row->addWidget(m_environment);
    row->addSpacing(space::s);
    row->addWidget(m_activity);
    row->addWidget(m_underWay);
    row->addWidget(m_appearanceButton);
    m_search->setMaximumWidth(360);
    setFixedHeight(TypeScale::of(this).px(space::topBar));
    connect(m_back, &QToolButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardRequested);
    connect(m_search, &QAbstractButton::clicked, this, &TopBar::searchRequested);
    connect(m_activity, &QToolButton::clicked, this, &TopBar::activityRequested);
    connect(m_appearanceButton, &QToolButton::clicked, this, &TopBar::showAppearanceMenu);
    setHistory(false, false);
    setActivity(0);
}

void TopBar::setCrumbs(const QList<Crumb> &crumbs)
{
    if (crumbs == m_shownCrumbs)
        return; // somebody may be at one
    m_shownCrumbs = crumbs;
    while (QLayoutItem *item = m_crumbRow->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // a crumb may be what was clicked
        }
        delete item;
    }
    for (qsizetype i = 0; i < crumbs.size(); ++i) {
        const Crumb &crumb = crumbs.at(i);
        if (i > 0) {
            auto *arrow = new IconLabel(Icon::ChevronRight, Tone::Faint, 14);
            m_crumbRow->addWidget(arrow);
            arrow->show(); // at once, not with the next turn of the event loop
        }
        const bool last = i + 1 == crumbs.size();
        if (!last && crumb.location.isValid()) {
            auto *button = new CrumbButton(crumb.text, m_crumbs);
            button->setObjectName(QStringLiteral("crumb.%1").arg(i));
            connect(button, &QPushButton::clicked, this,
                    [this, where = crumb.location] { Q_EMIT navigate(where); });
            m_crumbRow->addWidget(button);
            button->show();
        } else {
            auto *label = new ElidedLabel(crumb.text, TypeRole::Body, last ? Tone::Text : Tone::Muted);
            label->setWeight(last ? QFont::DemiBold : QFont::Medium);
            label->setContentsMargins(6, 0, 6, 0);
            m_crumbRow->addWidget(label);
            label->show();
        }
    }
    m_crumbRow->addStretch(1);
}

void TopBar::setHistory(bool canGoBack, bool canGoForward)
{
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void TopBar::setEnvironment(const QString &name, bool sandbox)
{
    m_environment->set(sandbox ? Severity::Sandbox : Severity::Neutral,
                       sandbox ? Icon::Sandbox : Icon::Shield, name);
    m_environment->setAccessibleName(tr("Environment: %1").arg(name));
    m_environment->setVisible(!name.isEmpty());
}

void TopBar::setAppearance(Appearance appearance, bool dark)
{
    m_appearance = appearance;
    m_appearanceButton->setIcon(icon(dark ? Icon::Moon : Icon::Sun));
}

void TopBar::setActivity(int underWay)
{
    m_underWay->set(Severity::Info, Icon::None, QLocale().toString(underWay));
    m_underWay->setVisible(underWay > 0);
    m_activity->setAccessibleDescription(underWay > 0 ? tr("%n job(s) under way", nullptr, underWay)
                                                      : QString());
}

void TopBar::setSearchKeys(const QString &keys)
{
    m_search->setKeys(keys);
}

void TopBar::showAppearanceMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("appearanceMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    const std::pair<QString, Appearance> choices[] = {{tr("Like the system"), Appearance::System},
                                                      {tr("Light"), Appearance::Light},
                                                      {tr("Dark"), Appearance::Dark}};
    for (const auto &choice : choices) {
        QAction *action = menu->addAction(choice.first);
        action->setCheckable(true);
        action->setChecked(choice.second == m_appearance);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, value = choice.second] { Q_EMIT appearanceChosen(value); });
    }
    const QPoint corner =
        isRightToLeft() ? m_appearanceButton->rect().bottomLeft()
                        : m_appearanceButton->rect().bottomRight() - QPoint(menu->sizeHint().width(), 0);
    menu->popup(m_appearanceButton->mapToGlobal(corner + QPoint(0, 4)));
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    painter.fillRect(rect(), t.surface);
    paintHairline(&painter, rect(), Qt::BottomEdge, t.border);
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        setFixedHeight(TypeScale::of(this).px(space::topBar));
    }
}

} // namespace pc::views

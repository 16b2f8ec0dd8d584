// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/state_stack.h"

#include "views/style/tokens.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/reading_order.h"

#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace pc::views {

namespace {
constexpr int patienceMs = 300;
}

StateStack::StateStack(QWidget *content, Skeleton::Shape shape, QWidget *parent)
    : QWidget(parent), m_content(content), m_banner(new MessageBanner), m_progress(new ProgressStrip),
      m_stack(new QStackedWidget), m_blank(new QWidget), m_skeleton(new Skeleton(shape)),
      m_empty(new EmptyState), m_offline(new EmptyState), m_forbidden(new EmptyState), m_error(new ErrorState)
{
    m_empty->setObjectName(QStringLiteral("emptyState"));
    m_offline->setObjectName(QStringLiteral("offlineState"));
    m_forbidden->setObjectName(QStringLiteral("forbiddenState"));
    m_error->setObjectName(QStringLiteral("errorState"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner->setShape(MessageBanner::Shape::Strip);
    column->addWidget(m_progress);
    column->addWidget(m_stack, 1);
    column->addWidget(m_banner); // takes its room from below: no row moves away under the pointer
    for (QWidget *page : std::initializer_list<QWidget *>{m_blank, m_skeleton, content, m_empty, m_error,
                                                          m_offline, m_forbidden}) {
        m_stack->addWidget(page);
    }
    m_banner->hide();
    m_offlineRetry = m_offline->addButton(QStringLiteral("offlineRetry"), tr("Retry now"), Icon::Refresh);
    connect(m_offlineRetry, &QPushButton::clicked, this, &StateStack::retryRequested);
    connect(m_error, &ErrorState::retryRequested, this, &StateStack::retryRequested);
    connect(m_error, &ErrorState::copyRequested, this, &StateStack::copyRequested);
    connect(m_banner, &MessageBanner::actionTriggered, this, &StateStack::retryAll);
    m_delay.setSingleShot(true);
    m_delay.setInterval(patienceMs);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        if (m_state == ViewState::Loading) {
            parkFocus(); // what answered the question before may have stayed until now
            m_stack->setCurrentWidget(m_skeleton);
        } else if (m_state == ViewState::Refreshing) {
            m_progress->setActive(true);
        }
    });
    connect(&m_patience, &Patience::overdue, this,
            [this](int seconds) { banner(Severity::Info, Patience::text(seconds)); });
}

void StateStack::enter(ViewState state, QWidget *page)
{
    m_delay.stop();
    m_patience.stop();
    m_progress->setActive(false);
    m_speaks = false;
    if (m_stack->currentWidget() != page) {
        parkFocus();
    }
    m_state = state;
    placeBanner();
    m_stack->setCurrentWidget(page);
    unparkFocus();
    Q_EMIT stateChanged(state);
}

void StateStack::parkFocus()
{
    // What has the focus is about to be hidden. It waits at the stack itself, so that keys and Tab go on from
    // here and nobody else gets it.
    QWidget *focus = window()->focusWidget();
    if (focus == nullptr || !m_stack->isAncestorOf(focus)) {
        return;
    }
    if (m_content->isAncestorOf(focus) || m_content == focus) {
        m_place = FocusPlace::in(window());
    }
    setFocus(Qt::OtherFocusReason);
}

void StateStack::unparkFocus()
{
    QWidget *page = m_stack->currentWidget();
    if (window()->focusWidget() != this) {
        m_wanted = nullptr; // the person is elsewhere
        return;
    }
    if (page != m_content) {
        focusFirstStop(page); // Retry, the first act of an empty page; nothing while it loads
        return;
    }
    QWidget *back = m_wanted != nullptr ? m_wanted.data() : m_place.nearest();
    m_wanted = nullptr;
    m_place = {};
    if (back != nullptr && m_content->isVisible() && (m_content == back || m_content->isAncestorOf(back))) {
        back->setFocus(Qt::OtherFocusReason);
    } else {
        focusFirstStop(m_content);
    }
}

void StateStack::focusInContent(QWidget *widget)
{
    if (m_stack->currentWidget() == m_content) {
        widget->setFocus(Qt::OtherFocusReason);
        return;
    }
    setFocus(Qt::OtherFocusReason);
    unparkFocus();
    m_wanted = widget;
}

void StateStack::banner(Severity severity, const QString &text)
{
    m_banner->setMessage(severity, text);
    m_banner->setAction(tr("Retry now"));
    m_speaks = true;
    placeBanner();
}

QList<StateStack *> StateStack::inner() const
{
    return m_stack->findChildren<StateStack *>(); // the content itself may be one
}

bool StateStack::isSaidAround() const
{
    for (const QWidget *around = this; !around->isWindow() && around->parentWidget() != nullptr;) {
        around = around->parentWidget();
        const auto *stack = qobject_cast<const StateStack *>(around);
        if (stack != nullptr && stack->m_speaks && stack->m_state == m_state) {
            return true;
        }
    }
    return false;
}

void StateStack::placeBanner()
{
    m_banner->setVisible(m_speaks && !isSaidAround());
    const QList<StateStack *> stacks = inner();
    for (StateStack *each : stacks) {
        each->m_banner->setVisible(each->m_speaks && !each->isSaidAround());
    }
}

void StateStack::retryAll()
{
    const QList<StateStack *> stacks = inner();
    for (StateStack *each : stacks) {
        if (each->m_speaks && each->m_banner->isHidden()) {
            Q_EMIT each->retryRequested();
        }
    }
    Q_EMIT retryRequested();
}

void StateStack::showLoading(bool keepContent)
{
    if (m_state == ViewState::Loading && m_patience.isWaiting())
        return; // its times run on
    enter(ViewState::Loading, keepContent && m_stack->currentWidget() == m_content ? m_content : m_blank);
    m_delay.start();
    m_patience.start();
}

void StateStack::showContent()
{
    enter(ViewState::Content, m_content);
}

void StateStack::showRefreshing()
{
    if (m_state == ViewState::Refreshing && m_stack->currentWidget() == m_content)
        return; // its time runs on
    enter(ViewState::Refreshing, m_content);
    m_delay.start();
}

void StateStack::showEmpty()
{
    enter(ViewState::Empty, m_empty);
}

void StateStack::showError(const ErrorInfo &error)
{
    m_error->setError(error);
    enter(ViewState::Error, m_error);
}

void StateStack::showStale(const QString &why)
{
    enter(ViewState::Stale, m_content);
    banner(Severity::Warn, why);
}

void StateStack::showOffline(const QString &why, bool haveContent, Retry retry)
{
    m_offlineRetry->setVisible(retry == Retry::Here);
    if (haveContent) {
        enter(ViewState::Offline, m_content);
        banner(Severity::Warn, why);
        if (retry == Retry::InTheFrame)
            m_banner->setAction({});
        m_banner->setIcon(Icon::Offline);
        return;
    }
    m_offline->set(Icon::Offline, tr("Offline"), why);
    enter(ViewState::Offline, m_offline);
}

void StateStack::showForbidden(const QString &why)
{
    m_forbidden->set(Icon::Lock, tr("You may not see this"), why);
    enter(ViewState::Forbidden, m_forbidden);
}

ProgressStrip::ProgressStrip(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(2);
    setAccessibleName(tr("Updating"));
    setVisible(false);
    // Keeps its two pixels, so nothing moves when it appears.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
}

void ProgressStrip::setActive(bool active)
{
    m_active = active;
    setVisible(active);
}

void ProgressStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    painter.fillRect(rect(), t.selection);
    const QRect part(0, 0, width() * 2 / 5, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), part), t.accent);
}

} // namespace pc::views

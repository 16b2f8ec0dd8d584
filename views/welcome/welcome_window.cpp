// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/welcome/welcome_window.h"

#include "views/shell/accessible_shell.h"
#include "views/shell/screen_fit.h"
#include "views/style/space.h"
#include "views/style/tokens.h"
#include "views/welcome/sample_card.h"
#include "views/welcome/starting_view.h"
#include "views/widgets/button_keys.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/centred_row.h"
#include "views/widgets/current_stack.h"
#include "views/widgets/focus_guard.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/reading_order.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownProfiles = 4;

QWidget *makeCard(Icon which, const QString &title, const QString &text, QWidget *action)
{
    auto *card = new Card;
    card->setMinimumWidth(224);
    card->setMaximumWidth(300);
    auto *mark = new IconLabel(which, Tone::Accent, 24);
    card->body()->addWidget(mark, 0, Qt::AlignLeading);
    card->body()->addWidget(new SectionTitle(title));
    auto *label = new Label(text, TypeRole::Body, Tone::Muted);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    card->body()->addWidget(label, 1);
    card->body()->addWidget(action);
    card->body()->setSpacing(space::m);
    return card;
}

} // namespace

WelcomeWindow::WelcomeWindow(models::Profiles &profiles, FileDialogs &files, bool hasSample, QWidget *parent)
    : QWidget(parent), m_profiles(profiles), m_files(files), m_hasSample(hasSample),
      m_focus(new FocusGuard(this))
{
    setObjectName(u"welcomeWindow"_s);
    setWindowTitle(tr("Partner Console"));
    setWindowIcon(QIcon(u":/pc/icons/partner-console.svg"_s)); // it may be the only window there is
    setMinimumSize(space::windowMinimum);
    fitToScreen(this, space::welcomeFirst);
    installAccessibility();
    buildUi();
    connect(&m_profiles, &models::Profiles::changed, this, &WelcomeWindow::fillProfiles);
}

WelcomeWindow::~WelcomeWindow() = default;

void WelcomeWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tokens::of(this).window);
}

void WelcomeWindow::keyPressEvent(QKeyEvent *event)
{
    if (!pressWithEnter(event, focusWidget()))
        QWidget::keyPressEvent(event);
}

bool WelcomeWindow::focusNextPrevChild(bool next)
{
    return m_focus->move(next);
}

void WelcomeWindow::turnTo(QWidget *page)
{
    if (m_stack->currentWidget() == page)
        return;
    m_stack->setCurrentWidget(page);
    // Back to the button that led away.
    if (QWidget *last = page->focusWidget(); last != nullptr && isTabStop(last))
        last->setFocus(Qt::OtherFocusReason);
    else
        focusFirstStop(page);
}

void WelcomeWindow::buildUi()
{
    m_connect = new ConnectForm(m_files);
    m_starting = new StartingView;
    m_stack = new CurrentStack; // a low window scrolls as far as the page goes
    m_choices = makeChoices();
    m_stack->addWidget(m_choices);
    m_stack->addWidget(m_connect);
    m_stack->addWidget(m_starting);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(space::xxl, space::xxl, space::xxl, space::xxl);
    auto *scroll = new QScrollArea; // a low screen shows a part
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_stack);
    scroll->viewport()->setAutoFillBackground(false);
    m_stack->setAutoFillBackground(false);
    outer->addWidget(scroll);
    auto *quit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this); // as in the main window
    connect(quit, &QShortcut::activated, this, &QWidget::close);
    connect(m_connect, &ConnectForm::backRequested, this, &WelcomeWindow::showChoices);
    connect(m_starting, &StartingView::cancelRequested, this, &WelcomeWindow::cancelRequested);
}

QWidget *WelcomeWindow::makeChoices()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setSpacing(space::m);
    auto *title = new Label(tr("Welcome to Partner Console"), TypeRole::PageTitle);
    title->setAlignment(Qt::AlignHCenter);
    auto *text = new Label(
        tr("Onboard partners, issue and rotate their credentials, watch what they do, and cut off what "
           "must be cut."),
        TypeRole::Body, Tone::Muted);
    text->setAlignment(Qt::AlignHCenter);
    text->setWordWrap(true);
    m_failure = new MessageBanner(Severity::Bad);
    m_failure->setObjectName(u"welcomeFailure"_s);
    m_failure->setMaximumWidth(940);
    m_failure->hide();

    auto *cards = new QHBoxLayout;
    cards->setSpacing(space::xl);
    cards->addStretch();
    m_sample = new SampleCard(m_hasSample);
    connect(m_sample, &SampleCard::chosen, this, &WelcomeWindow::sampleRequested);
    cards->addWidget(m_sample, 10);
    cards->addWidget(makeConnectCard(), 10);
    m_profilesCard = makeProfilesCard();
    cards->addWidget(m_profilesCard, 10);
    cards->addStretch();

    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(space::l);
    column->addLayout(centredRow(m_failure));
    column->addLayout(cards);
    column->addStretch(3);
    fillProfiles();
    return page;
}

QWidget *WelcomeWindow::makeConnectCard()
{
    auto *button = makeButton(u"connectCardButton"_s, tr("Connect…"), Icon::Link);
    connect(button, &QPushButton::clicked, this, [this] { showConnect({}); });
    return makeCard(
        Icon::Server, tr("Connect to a platform"),
        tr("You need its address, an operator token and, for a private certificate authority, its file."),
        button);
}

QWidget *WelcomeWindow::makeProfilesCard()
{
    m_profileList = new QWidget;
    auto *list = new QVBoxLayout(m_profileList);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(space::s);
    return makeCard(Icon::Folder, tr("Open again"),
                    tr("Environments that you used before on this workstation."), m_profileList);
}

void WelcomeWindow::fillProfiles()
{
    auto *list = static_cast<QVBoxLayout *>(m_profileList->layout());
    while (QLayoutItem *item = list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int shown = 0;
    for (const models::Profile &profile : m_profiles.all()) {
        if (profile.kind != models::ProfileKind::Remote || ++shown > shownProfiles)
            continue;
        QString label = profile.name; // somebody's words: "&" is no key in them
        auto *button = makeButton(u"profile:"_s + profile.id, label.replace(u"&"_s, u"&&"_s), Icon::Server);
        button->setAccessibleName(profile.name);
        button->setToolTip(profile.url.toString());
        connect(button, &QPushButton::clicked, this,
                [this, id = profile.id] { Q_EMIT profileRequested(id); });
        list->addWidget(button);
    }
    m_profilesCard->setVisible(shown > 0);
}

void WelcomeWindow::setFreeBytes(std::optional<qint64> bytes)
{
    m_sample->setFreeBytes(bytes);
}

void WelcomeWindow::showChoices()
{
    m_failure->hide();
    turnTo(m_choices);
}

void WelcomeWindow::showConnect(const ConnectRequest &known)
{
    m_connect->setBusy(false);
    turnTo(m_connect);
    m_connect->prefill(known);
}

void WelcomeWindow::showStarting(bool seeding)
{
    m_starting->start(seeding);
    turnTo(m_starting);
}

void WelcomeWindow::showSeedProgress(const client::SeedProgress &progress)
{
    m_starting->setProgress(progress);
}

void WelcomeWindow::showBusy(const QString &what)
{
    m_starting->setBusy(what);
    turnTo(m_starting);
}

void WelcomeWindow::showWait(const QString &text)
{
    if (isConnecting())
        m_connect->setWait(text);
    else
        showBusy(text);
}

bool WelcomeWindow::isConnecting() const
{
    return m_stack->currentWidget() == m_connect;
}

void WelcomeWindow::showFailure(const ErrorInfo &error, ConnectForm::Wrong which)
{
    if (isConnecting()) {
        m_connect->setFailure(error.what + u' ' + error.remedy, which);
        return;
    }
    m_failure->setMessage(Severity::Bad, error.what + u' ' + error.remedy);
    m_failure->setToolTip(error.details.toHtmlEscaped());
    m_failure->setVisible(true);
    turnTo(m_choices);
}

} // namespace pc::views

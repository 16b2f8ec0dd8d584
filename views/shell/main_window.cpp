// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/main_window.h"

#include "views/commands/command_palette.h"
#include "views/commands/command_registry.h"
#include "views/shell/accessible_shell.h"
#include "views/shell/alt_menu.h"
#include "views/shell/navigator.h"
#include "views/shell/screen_fit.h"
#include "views/shell/status_row.h"
#include "views/shell/top_bar.h"
#include "views/shell/window_commands.h"
#include "views/shell/window_state.h"
#include "views/style/theme_controller.h"
#include "views/widgets/button_keys.h"
#include "views/widgets/color_strip.h"
#include "views/widgets/confirm_dialog.h"
#include "views/widgets/focus_guard.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/reading_order.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenuBar>
#include <QVBoxLayout>

namespace pc::views {

MainWindow::MainWindow(const ShellDeps &deps, QWidget *parent) : QMainWindow(parent), m_deps(deps)
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(space::windowMinimum);
    fitToScreen(this, space::windowFirst);
    setWindowIcon(QIcon(QStringLiteral(":/pc/icons/partner-console.svg")));
    installAccessibility();
    buildUi();
    addWindowCommands(*deps.commands,
                      {deps.navigator, [this](bool forward) { movePane(forward); },
                       [this](Appearance appearance) { chooseAppearance(appearance); }},
                      this);
    deps.commands->attachToWindow(this);
    wire();
    setEnvironment(deps.environment);
    setZone(tr("times in UTC"));
    if (deps.state != nullptr) {
        deps.state->restoreGeometry(this);
        m_sidebar->setCollapsed(deps.state->value(QStringLiteral("sidebarCollapsed")).toBool());
    }
}

MainWindow::~MainWindow()
{
    // Not closed: another environment is opened. Nobody is left who could be told that it failed.
    if (isVisible())
        (void)keepPlace();
    // The pages are still asked while children are destroyed; the navigator outlives them.
    m_deps.navigator->setStateSource({});
}

void MainWindow::buildUi()
{
    auto *centre = new QWidget;
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_sidebar = new Sidebar;
    row->addWidget(m_sidebar);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    m_sandboxStrip = new ColorStrip(Tone::Sandbox, 3);
    m_topBar = new TopBar;
    m_observed = new MessageBanner(Severity::Warn);
    m_observed->setObjectName(QStringLiteral("observedStrip"));
    m_observed->setShape(MessageBanner::Shape::Strip);
    m_observed->hide();
    m_strip = new SessionStrip;
    m_pages = new PageHost;
    m_status = new StatusRow;
    column->addWidget(m_sandboxStrip);
    column->addWidget(m_topBar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_observed);
    column->addWidget(m_strip); // takes its room from below: nothing moves away under the pointer
    column->addWidget(m_status);
    row->addLayout(column, 1);
    setCentralWidget(centre);
    m_toasts = new ToastHost(m_pages);
    m_palette = new CommandPalette(this);
    const auto onThisPage = [this] {
        const Page *page = m_pages->currentPage();
        return page != nullptr ? page->contextCommands() : QStringList();
    };
    m_palette->addProvider(makeContextProvider(m_deps.commands, onThisPage, [this] {
        const Page *page = m_pages->currentPage();
        return page != nullptr ? tr("On %1").arg(page->title()) : QString();
    }));
    m_palette->addProvider(makeCommandProvider(m_deps.commands, onThisPage));
    m_focus = new FocusGuard(this);
    m_focus->setHome([this] { focusPage(); });
    new AltMenu(this);
}

void MainWindow::wire()
{
    Navigator *navigator = m_deps.navigator;
    navigator->setStateSource([this] {
        const Page *page = m_pages->currentPage();
        return page != nullptr ? page->saveState() : QVariantMap();
    });
    connect(navigator, &Navigator::showRequested, m_pages,
            [this](const Location &location, const QVariantMap &state) { m_pages->open(location, state); });
    connect(navigator, &Navigator::changed, this, [this, navigator] {
        m_topBar->setHistory(navigator->canGoBack(), navigator->canGoForward());
        m_deps.commands->refresh();
    });
    connect(m_pages, &PageHost::pageChanged, this, &MainWindow::pageChanged);
    connect(m_pages, &PageHost::pageTitleChanged, this, &MainWindow::titleChanged);
    connect(m_pages, &PageHost::pageStatusChanged, this, &MainWindow::statusChanged);
    connect(m_pages, &PageHost::navigateRequested, navigator, &Navigator::navigate);
    connect(m_pages, &PageHost::locationRefined, navigator, &Navigator::replace);
    connect(m_observed, &MessageBanner::actionTriggered, this, &MainWindow::observedRequested);
    connect(m_sidebar, &Sidebar::navigate, navigator, &Navigator::navigate);
    connect(m_topBar, &TopBar::navigate, navigator, &Navigator::navigate);
    connect(m_topBar, &TopBar::backRequested, navigator, &Navigator::back);
    connect(m_topBar, &TopBar::forwardRequested, navigator, &Navigator::forward);
    connect(m_topBar, &TopBar::searchRequested, this, [this] { m_palette->openWith(); });
    connect(m_topBar, &TopBar::activityRequested, this,
            [this] { m_deps.commands->run(QStringLiteral("activity.open")); });
    connect(m_topBar, &TopBar::appearanceChosen, this, &MainWindow::chooseAppearance);
    connect(m_toasts, &ToastHost::occupiedHeightChanged, this, [this](int height) {
        // A toast must not hide the last rows: lists get as much room below.
        const QList<PcTableView *> tables = m_pages->findChildren<PcTableView *>();
        for (PcTableView *table : tables) {
            table->setBottomRoom(height);
        }
        m_deps.commands->refresh();
    });
    const auto showTheme = [this] {
        m_topBar->setAppearance(m_deps.theme->appearance(), m_deps.theme->isDark());
    };
    connect(m_deps.theme, &ThemeController::changed, this, showTheme);
    showTheme();
    m_topBar->setSearchKeys(keysText(Qt::CTRL | Qt::Key_K));
}

void MainWindow::chooseAppearance(Appearance appearance)
{
    m_deps.theme->setAppearance(appearance);
    m_topBar->setAppearance(appearance, m_deps.theme->isDark());
    Q_EMIT appearanceChosen(appearance);
}

void MainWindow::setEnvironment(const EnvironmentInfo &environment)
{
    m_deps.environment = environment;
    m_topBar->setEnvironment(environment.name, environment.sandbox);
    m_sandboxStrip->setVisible(environment.sandbox);
    titleChanged();
}

void MainWindow::setZone(const QString &text)
{
    m_status->setZone(text);
}

void MainWindow::setObserved(const QString &text)
{
    m_observed->setVisible(!text.isEmpty());
    if (text.isEmpty() || text == m_observed->text())
        return;
    m_observed->setMessage(Severity::Warn, text);
    m_observed->setIcon(Icon::Eye);
    m_observed->setAction(tr("Show"));
}

QString MainWindow::observedText() const
{
    return m_observed->isHidden() ? QString() : m_observed->text();
}

void MainWindow::setActivity(int underWay)
{
    m_topBar->setActivity(underWay);
}

void MainWindow::buildMenuBar()
{
    m_deps.commands->fillMenuBar(menuBar());
}

void MainWindow::pageChanged()
{
    m_sidebar->setCurrentPage(m_deps.navigator->current().page);
    if (!menuBar()->actions().isEmpty()) {
        buildMenuBar(); // the page brought commands of its own
    }
    titleChanged();
    statusChanged();
    m_deps.commands->refresh();
    Page *page = m_pages->currentPage();
    const QWidget *focus = QApplication::focusWidget();
    if (page != nullptr && !m_palette->isVisible() && (focus == nullptr || !page->isAncestorOf(focus))) {
        focusPage();
    }
}

void MainWindow::focusPage()
{
    Page *page = m_pages->currentPage();
    if (page == nullptr) {
        return;
    }
    // Where the person last was on it, or what it is about.
    if (QWidget *last = page->focusWidget(); last != nullptr && isTabStop(last)) {
        last->setFocus(Qt::OtherFocusReason);
        return;
    }
    page->focusContent();
    // A page whose content cannot take it yet has something else: its tabs, its buttons.
    if (focusWidget() == nullptr || !page->isAncestorOf(focusWidget())) {
        focusFirstStop(page);
    }
}

void MainWindow::titleChanged()
{
    const Page *page = m_pages->currentPage();
    if (page != nullptr) {
        m_topBar->setCrumbs(page->breadcrumb());
    }
    QStringList parts{page != nullptr ? page->title() : QString(), m_deps.environment.name,
                      tr("Partner Console")};
    parts.removeAll(QString());
    setWindowTitle(parts.join(QStringLiteral(" – ")));
}

void MainWindow::statusChanged()
{
    const Page *page = m_pages->currentPage();
    m_status->setStatus(page != nullptr ? page->statusText() : StatusText{});
}

void MainWindow::movePane(bool forward)
{
    // Panes in reading order; a toast is one of them, so that Undo can be reached.
    QList<QWidget *> panes{m_sidebar, m_topBar, m_pages};
    const QList<Toast *> toasts = m_toasts->toasts();
    for (Toast *toast : toasts) {
        panes.append(toast);
    }
    QWidget *focus = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus != nullptr && panes.at(i)->isAncestorOf(focus)) {
            at = i; // the last match: a toast lies inside the pages
        }
    }
    const qsizetype next = (at + (forward ? 1 : -1) + panes.size()) % panes.size();
    if (panes.at(next) == m_pages) {
        focusPage();
        return;
    }
    focusFirstStop(panes.at(next));
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (pressWithEnter(event, focusWidget())) {
        return;
    }
    // Whatever lies on top took Esc already: one key, one layer.
    if (event->key() == Qt::Key_Escape && m_pages->currentPage() != nullptr &&
        m_pages->currentPage()->closeLayer()) {
        event->accept();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return m_focus->move(next);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_sidebar->setNarrow(width() < TypeScale::of(this).px(space::sidebarNeeds));
}

QStringList MainWindow::unsavedWork() const
{
    return m_pages->unsavedWork() + m_toasts->unsavedWork();
}

void MainWindow::leave(std::function<void()> go)
{
    QStringList lost = unsavedWork();
    if (lost.isEmpty() || m_leaving) {
        go();
        return;
    }
    const bool edits = !m_pages->unsavedWork().isEmpty();
    if (edits)
        lost.append(tr("Leaving discards these edits."));
    const Confirmation question{.objectName = QStringLiteral("leaveDialog"),
                                .title = edits ? tr("Discard unsaved edits?") : tr("Leave all the same?"),
                                .text = lost.join(QLatin1Char('\n')),
                                .keep = edits ? tr("Keep editing") : tr("Stay"),
                                .act = edits ? tr("Discard and leave") : tr("Leave"),
                                .which = edits ? Icon::Edit : Icon::Warning};
    askToConfirm(question, this, [this, go = std::move(go)] {
        m_leaving = true;
        go();
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_leaving && !unsavedWork().isEmpty()) {
        event->ignore();
        leave([this] { close(); });
        return;
    }
    if (const QString why = keepPlace(); !why.isEmpty() && !m_placeMayGo) {
        event->ignore();
        askToConfirm({.objectName = QStringLiteral("placeLostDialog"),
                      .title = tr("The window's place could not be saved"),
                      .text = tr("%1. Size and page will be those of the last time.").arg(why),
                      .keep = tr("Keep the window open"),
                      .act = tr("Close all the same"),
                      .which = Icon::Warning},
                     this, [this] {
                         m_placeMayGo = true;
                         close();
                     });
        return;
    }
    QMainWindow::closeEvent(event);
}

/// Size, page and sidebar, for the next time. Empty, or why that failed.
QString MainWindow::keepPlace()
{
    if (m_deps.state == nullptr)
        return {};
    m_deps.state->storeGeometry(this);
    m_deps.state->setValue(QStringLiteral("sidebarCollapsed"), m_sidebar->isCollapsed());
    m_deps.state->setValue(QStringLiteral("lastPlace"), m_deps.navigator->current().toString());
    return m_deps.state->save();
}

} // namespace pc::views

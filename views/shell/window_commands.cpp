// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/window_commands.h"

#include "views/commands/command_palette.h"
#include "views/commands/command_registry.h"
#include "views/shell/main_window.h"
#include "views/shell/navigator.h"
#include "views/widgets/toast.h"

namespace pc::views {

void addWindowCommands(CommandRegistry &commands, const WindowCommandDeps &deps, MainWindow *window)
{
    Navigator *navigator = deps.navigator;
    PageHost *pages = window->pages();
    CommandPalette *palette = window->commandPalette();
    ToastHost *toasts = window->toasts();
    Sidebar *sidebar = window->sidebar();
    commands.addGroup(QStringLiteral("edit"), MainWindow::tr("E&dit"));
    commands.addGroup(QStringLiteral("view"), MainWindow::tr("&View"));
    commands.addGroup(QStringLiteral("go"), MainWindow::tr("&Go"));
    commands.add({.id = QStringLiteral("go.back"),
                  .title = MainWindow::tr("Back"),
                  .icon = Icon::ChevronLeft,
                  .shortcut = QKeySequence(Qt::ALT | Qt::Key_Left),
                  .group = QStringLiteral("go"),
                  .state =
                      [navigator] {
                          return navigator->canGoBack()
                                     ? CommandState::ready()
                                     : CommandState::off(MainWindow::tr("Nothing before this page"));
                      },
                  .run = [navigator] { navigator->back(); }},
                 window);
    commands.add({.id = QStringLiteral("go.forward"),
                  .title = MainWindow::tr("Forward"),
                  .icon = Icon::ChevronRight,
                  .shortcut = QKeySequence(Qt::ALT | Qt::Key_Right),
                  .group = QStringLiteral("go"),
                  .state =
                      [navigator] {
                          return navigator->canGoForward()
                                     ? CommandState::ready()
                                     : CommandState::off(MainWindow::tr("Nothing after this page"));
                      },
                  .run = [navigator] { navigator->forward(); }},
                 window);
    commands.add({.id = QStringLiteral("palette.open"),
                  .title = MainWindow::tr("Search or run a command…"),
                  .icon = Icon::Search,
                  .shortcut = QKeySequence(Qt::CTRL | Qt::Key_K),
                  .group = QStringLiteral("go"),
                  .inPalette = false,
                  .run = [palette] { palette->isVisible() ? palette->closePalette() : palette->openWith(); }},
                 window);
    commands.add({.id = QStringLiteral("view.refresh"),
                  .title = MainWindow::tr("Refresh"),
                  .icon = Icon::Refresh,
                  .shortcut = QKeySequence(Qt::Key_F5),
                  .group = QStringLiteral("view"),
                  .run =
                      [pages] {
                          if (Page *page = pages->currentPage()) {
                              page->refresh();
                          }
                      }},
                 window);
    commands.add({.id = QStringLiteral("edit.undo"),
                  .title = MainWindow::tr("Undo the last act"),
                  .icon = Icon::Undo,
                  .shortcut = QKeySequence(Qt::CTRL | Qt::Key_Z),
                  .group = QStringLiteral("edit"),
                  .state =
                      [pages, toasts] {
                          const Page *page = pages->currentPage();
                          return toasts->canTakeBack() || (page && page->canUndo())
                                     ? CommandState::ready()
                                     : CommandState::off(MainWindow::tr("Nothing to undo"));
                      },
                  .run =
                      [pages, toasts] {
                          // What is staged here was done after anything that a toast still offers.
                          if (Page *page = pages->currentPage(); !page || !page->undo())
                              toasts->triggerLatest();
                      }},
                 window);
    commands.add({.id = QStringLiteral("view.sidebar"),
                  .title = MainWindow::tr("Collapse or expand the sidebar"),
                  .icon = Icon::Sidebar,
                  .shortcut = QKeySequence(Qt::CTRL | Qt::Key_B),
                  .group = QStringLiteral("view"),
                  .run = [sidebar] { sidebar->toggle(); }},
                 window);
    commands.add({.id = QStringLiteral("view.nextPane"),
                  .title = MainWindow::tr("Next pane"),
                  .icon = Icon::ArrowRight,
                  .shortcut = QKeySequence(Qt::Key_F6),
                  .group = QStringLiteral("view"),
                  .run = [move = deps.movePane] { move(true); }},
                 window);
    commands.add({.id = QStringLiteral("view.previousPane"),
                  .title = MainWindow::tr("Previous pane"),
                  .icon = Icon::ArrowUp,
                  .shortcut = QKeySequence(Qt::SHIFT | Qt::Key_F6),
                  .group = QStringLiteral("view"),
                  .run = [move = deps.movePane] { move(false); }},
                 window);
    const std::tuple<QString, QString, Icon, Appearance> looks[] = {
        {QStringLiteral("view.system"), MainWindow::tr("Appearance: like the system"), Icon::Display,
         Appearance::System},
        {QStringLiteral("view.light"), MainWindow::tr("Appearance: light"), Icon::Sun, Appearance::Light},
        {QStringLiteral("view.dark"), MainWindow::tr("Appearance: dark"), Icon::Moon, Appearance::Dark}};
    for (const auto &look : looks) {
        const Appearance value = std::get<3>(look);
        commands.add({.id = std::get<0>(look),
                      .title = std::get<1>(look),
                      .icon = std::get<2>(look),
                      .group = QStringLiteral("view"),
                      .run = [choose = deps.chooseAppearance, value] { choose(value); }},
                     window);
    }
}

} // namespace pc::views

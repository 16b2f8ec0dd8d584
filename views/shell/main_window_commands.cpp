// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the frame itself; pages bring their own.
#include "views/shell/main_window.h"

#include "views/commands/command_palette.h"
#include "views/commands/command_registry.h"
#include "views/shell/navigator.h"
#include "views/widgets/toast.h"

namespace pc::views {

void MainWindow::registerCommands()
{
    CommandRegistry &commands = *m_parts.commands;
    Navigator *navigator = m_parts.navigator;
    commands.addGroup(QStringLiteral("edit"), tr("E&dit"));
    commands.addGroup(QStringLiteral("view"), tr("&View"));
    commands.addGroup(QStringLiteral("go"), tr("&Go"));
    commands.add({.id = QStringLiteral("go.back"),
                  .title = tr("Back"),
                  .icon = Icon::ChevronLeft,
                  .shortcut = QKeySequence(Qt::ALT | Qt::Key_Left),
                  .group = QStringLiteral("go"),
                  .state =
                      [navigator] {
                          return navigator->canGoBack() ? CommandState::ready()
                                                        : CommandState::off(tr("Nothing before this page"));
                      },
                  .run = [navigator] { navigator->back(); }},
                 this);
    commands.add({.id = QStringLiteral("go.forward"),
                  .title = tr("Forward"),
                  .icon = Icon::ChevronRight,
                  .shortcut = QKeySequence(Qt::ALT | Qt::Key_Right),
                  .group = QStringLiteral("go"),
                  .state =
                      [navigator] {
                          return navigator->canGoForward() ? CommandState::ready()
                                                           : CommandState::off(tr("Nothing after this page"));
                      },
                  .run = [navigator] { navigator->forward(); }},
                 this);
    commands.add(
        {.id = QStringLiteral("palette.open"),
         .title = tr("Search or run a command…"),
         .icon = Icon::Search,
         .shortcut = QKeySequence(Qt::CTRL | Qt::Key_K),
         .group = QStringLiteral("go"),
         .inPalette = false,
         .run = [this] { m_palette->isVisible() ? m_palette->closePalette() : m_palette->openWith(); }},
        this);
    commands.add({.id = QStringLiteral("view.refresh"),
                  .title = tr("Refresh"),
                  .icon = Icon::Refresh,
                  .shortcut = QKeySequence(Qt::Key_F5),
                  .group = QStringLiteral("view"),
                  .run =
                      [this] {
                          if (Page *page = m_pages->currentPage()) {
                              page->refresh();
                          }
                      }},
                 this);
    commands.add({.id = QStringLiteral("edit.undo"),
                  .title = tr("Undo the last act"),
                  .icon = Icon::Undo,
                  .shortcut = QKeySequence(Qt::CTRL | Qt::Key_Z),
                  .group = QStringLiteral("edit"),
                  .state =
                      [this] {
                          const Page *page = m_pages->currentPage();
                          return m_toasts->occupiedHeight() > 0 || (page && page->canUndo())
                                     ? CommandState::ready()
                                     : CommandState::off(tr("Nothing to undo"));
                      },
                  .run =
                      [this] {
                          // What is staged here was done after anything that a toast still offers.
                          if (Page *page = m_pages->currentPage(); !page || !page->undo())
                              m_toasts->triggerLatest();
                      }},
                 this);
    commands.add({.id = QStringLiteral("view.sidebar"),
                  .title = tr("Collapse or expand the sidebar"),
                  .icon = Icon::Sidebar,
                  .shortcut = QKeySequence(Qt::CTRL | Qt::Key_B),
                  .group = QStringLiteral("view"),
                  .run = [this] { m_sidebar->toggle(); }},
                 this);
    commands.add({.id = QStringLiteral("view.nextPane"),
                  .title = tr("Next pane"),
                  .icon = Icon::ArrowRight,
                  .shortcut = QKeySequence(Qt::Key_F6),
                  .group = QStringLiteral("view"),
                  .run = [this] { movePane(true); }},
                 this);
    commands.add({.id = QStringLiteral("view.previousPane"),
                  .title = tr("Previous pane"),
                  .icon = Icon::ArrowUp,
                  .shortcut = QKeySequence(Qt::SHIFT | Qt::Key_F6),
                  .group = QStringLiteral("view"),
                  .run = [this] { movePane(false); }},
                 this);
    const std::tuple<QString, QString, Icon, Appearance> looks[] = {
        {QStringLiteral("view.system"), tr("Appearance: like the system"), Icon::Display, Appearance::System},
        {QStringLiteral("view.light"), tr("Appearance: light"), Icon::Sun, Appearance::Light},
        {QStringLiteral("view.dark"), tr("Appearance: dark"), Icon::Moon, Appearance::Dark}};
    for (const auto &look : looks) {
        const Appearance value = std::get<3>(look);
        commands.add({.id = std::get<0>(look),
                      .title = std::get<1>(look),
                      .icon = std::get<2>(look),
                      .group = QStringLiteral("view"),
                      .run = [this, value] { chooseAppearance(value); }},
                     this);
    }
    commands.attachToWindow(this);
}

} // namespace pc::views

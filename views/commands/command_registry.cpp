// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/commands/command_registry.h"

#include "views/widgets/key_cap.h"
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

namespace pc::views {

struct CommandRegistry::Entry
{
    Command command;
    QAction *action = nullptr;
};

QString commandToolTip(const Command &command, const CommandState &state)
{
    QString title = command.title;
    title.remove(QLatin1Char('&'));
    while (title.endsWith(QChar(0x2026)) || title.endsWith(QLatin1Char('.'))) {
        title.chop(1);
    }
    const QString keys = keysText(command.shortcut);
    if (!keys.isEmpty()) {
        title = CommandRegistry::tr("%1 (%2)").arg(title, keys);
    }
    return state.reason.isEmpty() ? title : CommandRegistry::tr("%1\n%2").arg(title, state.reason);
}

CommandRegistry::CommandRegistry(QObject *parent) : QObject(parent) {}

CommandRegistry::~CommandRegistry() = default;

void CommandRegistry::addGroup(const QString &id, const QString &title)
{
    m_groups.emplace_back(id, title);
}

void CommandRegistry::add(const Command &command, QObject *owner)
{
    if (command.id.isEmpty() || contains(command.id)) {
        qWarning("CommandRegistry: command id empty or taken: %s", qUtf8Printable(command.id));
        return;
    }
    auto item = std::make_unique<Entry>();
    item->command = command;
    item->action =
        new QAction(icon(command.icon, command.destructive ? Tone::Bad : Tone::Muted), command.title, this);
    item->action->setObjectName(command.id);
    item->action->setShortcut(command.shortcut);
    item->action->setMenuRole(QAction::NoRole);
    item->action->setShortcutContext(command.scope == CommandScope::Window ? Qt::WindowShortcut
                                                                           : Qt::WidgetWithChildrenShortcut);
    const QString id = command.id;
    connect(item->action, &QAction::triggered, this, [this, id] { run(id); });
    if (m_window != nullptr && command.scope == CommandScope::Window) {
        m_window->addAction(item->action);
    }
    update(*item);
    m_entries.push_back(std::move(item));
    if (owner != nullptr) {
        connect(owner, &QObject::destroyed, this, [this, id] { remove(id); });
    }
    Q_EMIT changed();
}

void CommandRegistry::remove(const QString &id)
{
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if ((*it)->command.id == id) {
            (*it)->action->deleteLater();
            (*it)->action->setEnabled(false);
            m_entries.erase(it);
            Q_EMIT changed();
            return;
        }
    }
}

CommandRegistry::Entry *CommandRegistry::entry(const QString &id) const
{
    for (const auto &item : m_entries) {
        if (item->command.id == id) {
            return item.get();
        }
    }
    return nullptr;
}

bool CommandRegistry::contains(const QString &id) const
{
    return entry(id) != nullptr;
}

const Command *CommandRegistry::find(const QString &id) const
{
    const Entry *found = entry(id);
    return found != nullptr ? &found->command : nullptr;
}

QStringList CommandRegistry::ids() const
{
    QStringList all;
    for (const auto &item : m_entries) {
        all.append(item->command.id);
    }
    return all;
}

QAction *CommandRegistry::action(const QString &id) const
{
    const Entry *found = entry(id);
    return found != nullptr ? found->action : nullptr;
}

CommandState CommandRegistry::state(const QString &id) const
{
    const Entry *found = entry(id);
    return found == nullptr ? CommandState::off({}) : stateOf(found->command);
}

CommandState CommandRegistry::stateOf(const Command &command) const
{
    if (command.op && m_guard) {
        if (const QString why = m_guard(*command.op); !why.isEmpty()) {
            return CommandState::off(why);
        }
    }
    return command.state ? command.state() : CommandState::ready();
}

bool CommandRegistry::run(const QString &id)
{
    const Entry *found = entry(id);
    if (found == nullptr || !found->command.run || !state(id).enabled) {
        return false;
    }
    const std::function<void()> act = found->command.run; // the command may remove itself
    act();
    Q_EMIT ran(id);
    return true;
}

void CommandRegistry::setGuard(std::function<QString(Op)> why)
{
    m_guard = std::move(why);
    refresh();
}

void CommandRegistry::update(Entry &item) const
{
    const CommandState now = stateOf(item.command);
    item.action->setEnabled(now.enabled);
    item.action->setToolTip(commandToolTip(item.command, now).toHtmlEscaped());
    item.action->setStatusTip(now.reason);
}

void CommandRegistry::refresh()
{
    for (const auto &item : m_entries) {
        update(*item);
    }
    Q_EMIT refreshed();
}

void CommandRegistry::attachToWindow(QWidget *window)
{
    m_window = window;
    connect(window, &QObject::destroyed, this, [this] { m_window = nullptr; });
    for (const auto &item : m_entries) {
        if (item->command.scope == CommandScope::Window) {
            window->addAction(item->action);
        }
    }
}

void CommandRegistry::attachToTable(QWidget *table, const QStringList &ids)
{
    for (const QString &id : ids) {
        const Entry *found = entry(id);
        if (found != nullptr && found->command.scope == CommandScope::Table) {
            table->addAction(found->action);
        }
    }
}

void CommandRegistry::fillMenu(QMenu *menu, const QStringList &ids) const
{
    menu->setToolTipsVisible(true);
    for (const QString &id : ids) {
        if (id.isEmpty()) {
            menu->addSeparator();
        } else if (QAction *found = action(id)) {
            menu->addAction(found);
        }
    }
}

void CommandRegistry::fillMenuBar(QMenuBar *bar) const
{
    const auto menus = bar->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    bar->clear();
    for (QMenu *menu : menus) {
        menu->deleteLater(); // what is chosen in one may be what fills the bar anew
    }
    for (const auto &[id, title] : m_groups) {
        QMenu *menu = nullptr;
        for (const auto &item : m_entries) {
            if (item->command.group == id) {
                if (menu == nullptr) { // no empty menus
                    menu = bar->addMenu(title);
                    menu->setToolTipsVisible(true);
                }
                menu->addAction(item->action);
            }
        }
    }
}

QStringList CommandRegistry::conflicts() const
{
    QStringList pairs;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const Command &a = m_entries[i]->command;
        for (size_t j = i + 1; j < m_entries.size(); ++j) {
            const Command &b = m_entries[j]->command;
            if (a.shortcut.isEmpty() || a.shortcut != b.shortcut) {
                continue;
            }
            // Table commands of different groups live on different tables.
            const bool apart =
                a.scope == CommandScope::Table && b.scope == CommandScope::Table && a.group != b.group;
            if (!apart) {
                pairs.append(a.id + QStringLiteral(" / ") + b.id);
            }
        }
    }
    return pairs;
}

} // namespace pc::views

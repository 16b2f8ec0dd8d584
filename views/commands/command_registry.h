// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "views/style/icons.h"

#include <QKeySequence>
#include <QObject>
#include <QStringList>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace pc::views {

/// Whether a command can run now and, when not, why: the reason is shown in tooltip, menu and palette.
struct CommandState
{
    bool enabled = true;
    QString reason;

    [[nodiscard]] static CommandState ready() { return {}; }
    [[nodiscard]] static CommandState off(const QString &why) { return {false, why}; }
};

/// Where a shortcut works. Table: only while a table that took the command has focus; single letters belong
/// there.
enum class CommandScope { Window, Table };

/// One thing a person can do. Buttons, menus, context menus, tooltips, palette and keyboard map come from it.
struct Command
{
    QString id;    ///< "partner.new": area and verb, stable
    QString title; ///< translated; ends with an ellipsis when it opens a dialog
    Icon icon = Icon::None;
    QKeySequence shortcut = {};
    QString group = {};        ///< id of a menu group, see CommandRegistry::addGroup
    std::optional<Op> op = {}; ///< what it asks of the platform; none: everyone may
    CommandScope scope = CommandScope::Window;
    bool destructive = false; ///< red, first in the palette only when typed exactly or nothing else can run
    bool inPalette = true;
    std::function<CommandState()> state = {}; ///< empty: always ready
    std::function<void()> run = {};
};

/// All commands of one main window. Owns one QAction per command and keeps its enabling and tooltip in step.
class CommandRegistry final : public QObject
{
    Q_OBJECT
public:
    explicit CommandRegistry(QObject *parent = nullptr);
    ~CommandRegistry() override;

    /// Menu of the menu bar; order of calls is the order shown. `title` is translated.
    void addGroup(const QString &id, const QString &title);
    /// Adds a command; its id must be new. With an `owner` it goes away with that object.
    void add(const Command &command, QObject *owner = nullptr);
    void remove(const QString &id);

    [[nodiscard]] bool contains(const QString &id) const;
    [[nodiscard]] const Command *find(const QString &id) const;
    [[nodiscard]] QStringList ids() const; ///< in order of registration
    /// The action; nullptr for an unknown id. Never delete it.
    [[nodiscard]] QAction *action(const QString &id) const;
    /// State with the guard asked first.
    [[nodiscard]] CommandState state(const QString &id) const;
    /// Runs it when it is ready; false when it is not.
    bool run(const QString &id);

    /// Says why the operator cannot do something now, "" when nothing stands in the way: the guard that every
    /// act asks. refresh() is called.
    void setGuard(std::function<QString(Op)> why);
    /// Asks every enabling rule again: after selection, page, session or permissions changed.
    void refresh();

    /// Adds the Window commands' shortcuts to a window, or the named Table commands' to a table.
    void attachToWindow(QWidget *window);
    void attachToTable(QWidget *table, const QStringList &ids);
    /// Fills a context menu; an empty id is a separator. Disabled rows say why in their tooltip.
    void fillMenu(QMenu *menu, const QStringList &ids) const;
    void fillMenuBar(QMenuBar *bar) const;

    /// Pairs of ids whose shortcuts could be active together; empty when all is well.
    [[nodiscard]] QStringList conflicts() const;

Q_SIGNALS:
    void changed();   ///< commands came or went
    void refreshed(); ///< enabling may differ
    void ran(const QString &id);

private:
    struct Entry;
    [[nodiscard]] Entry *entry(const QString &id) const;
    [[nodiscard]] CommandState stateOf(const Command &command) const;
    void update(Entry &entry) const;

    std::vector<std::unique_ptr<Entry>> m_entries;
    std::vector<std::pair<QString, QString>> m_groups;
    std::function<QString(Op)> m_guard;
    QWidget *m_window = nullptr;
};

/// Title without the ellipsis and with the shortcut: "New partner (Ctrl+N)".
[[nodiscard]] QString commandToolTip(const Command &command, const CommandState &state);

} // namespace pc::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"

#include "views/commands/command_registry.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>

using namespace pc::views;
using namespace Qt::StringLiterals;

class tst_command_registry : public QObject
{
    Q_OBJECT
public:
    explicit tst_command_registry(ThemeController &) {}

private Q_SLOTS:
    void runsOnlyWhenReady()
    {
        CommandRegistry registry;
        int ran = 0;
        bool ready = false;
        registry.add(
            {.id = u"x.act"_s,
             .title = u"Act…"_s,
             .icon = Icon::Play,
             .shortcut = QKeySequence(u"Ctrl+J"_s),
             .state =
                 [&ready] { return ready ? CommandState::ready() : CommandState::off(u"Select a row"_s); },
             .run = [&ran] { ++ran; }});
        QVERIFY(!registry.run(u"x.act"_s));
        QVERIFY(!registry.action(u"x.act"_s)->isEnabled());
        QVERIFY(registry.action(u"x.act"_s)->toolTip().contains(u"Select a row"_s));
        ready = true;
        registry.refresh();
        QVERIFY(registry.action(u"x.act"_s)->isEnabled());
        QCOMPARE(registry.action(u"x.act"_s)->toolTip(), u"Act (Ctrl+J)"_s);
        registry.action(u"x.act"_s)->trigger();
        QCOMPARE(ran, 1);
        QVERIFY(!registry.run(u"x.nothing"_s));
    }

    void permissionComesFirst()
    {
        CommandRegistry registry;
        registry.add({.id = u"x.act"_s,
                      .title = u"Act"_s,
                      .icon = Icon::Play,
                      .op = pc::Op::CredentialIssue,
                      .run = [] {}});
        QVERIFY(registry.state(u"x.act"_s).enabled);
        QString why = u"Loading"_s;
        registry.setGuard([&why](pc::Op op) { return op == pc::Op::CredentialIssue ? why : QString(); });
        QVERIFY(!registry.action(u"x.act"_s)->isEnabled());
        QCOMPARE(registry.state(u"x.act"_s).reason, u"Loading"_s);
        QVERIFY(registry.action(u"x.act"_s)->toolTip().contains(u"Loading"_s));
        QVERIFY(!registry.run(u"x.act"_s));
    }

    void ownersTakeTheirCommandsAlong()
    {
        CommandRegistry registry;
        {
            QObject owner;
            registry.add({.id = u"x.act"_s, .title = u"Act"_s, .icon = Icon::Play, .run = [] {}}, &owner);
            QVERIFY(registry.contains(u"x.act"_s));
        }
        QVERIFY(!registry.contains(u"x.act"_s));
    }

    void idsAreUnique()
    {
        CommandRegistry registry;
        registry.add({.id = u"x"_s, .title = u"One"_s, .icon = Icon::Play});
        QTest::ignoreMessage(QtWarningMsg, "CommandRegistry: command id empty or taken: x");
        registry.add({.id = u"x"_s, .title = u"Two"_s, .icon = Icon::Play});
        QCOMPARE(registry.find(u"x"_s)->title, u"One"_s);
    }

    void conflictsAreFound()
    {
        CommandRegistry registry;
        const auto add = [&registry](const QString &id, const QString &keys, CommandScope scope,
                                     const QString &group) {
            registry.add({.id = id,
                          .title = id,
                          .icon = Icon::Play,
                          .shortcut = QKeySequence(keys),
                          .group = group,
                          .scope = scope});
        };
        add(u"a"_s, u"Ctrl+N"_s, CommandScope::Window, u"g"_s);
        add(u"b"_s, u"R"_s, CommandScope::Table, u"partners"_s);
        add(u"c"_s, u"R"_s, CommandScope::Table, u"credentials"_s);
        QVERIFY(registry.conflicts().isEmpty());
        add(u"d"_s, u"Ctrl+N"_s, CommandScope::Window, u"h"_s);
        add(u"e"_s, u"R"_s, CommandScope::Table, u"partners"_s);
        QCOMPARE(registry.conflicts(), (QStringList{u"a / d"_s, u"b / e"_s}));
    }

    void menus()
    {
        CommandRegistry registry;
        registry.addGroup(u"go"_s, u"&Go"_s);
        registry.addGroup(u"none"_s, u"Empty"_s);
        registry.add({.id = u"a"_s, .title = u"A"_s, .icon = Icon::Play, .group = u"go"_s});
        registry.add({.id = u"b"_s, .title = u"B"_s, .icon = Icon::Trash, .destructive = true});
        QMenuBar bar;
        registry.fillMenuBar(&bar);
        QCOMPARE(bar.actions().size(), 1); // no empty menus
        QVERIFY(bar.actions()[0]->menu()->toolTipsVisible());
        registry.add({.id = u"c"_s, .title = u"C"_s, .icon = Icon::Play, .group = u"none"_s});
        registry.fillMenuBar(&bar); // anew: each once, and those from before go
        QCOMPARE(bar.actions().size(), 2);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(bar.findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly).size(), 2);
        QCOMPARE(bar.actions()[1]->menu()->actions().size(), 1);
        QMenu menu;
        registry.fillMenu(&menu, {u"a"_s, {}, u"b"_s, u"unknown"_s});
        QCOMPARE(menu.actions().size(), 3);
        QVERIFY(menu.toolTipsVisible());
    }

    void actionsAreWhatTheirCommandsSay()
    {
        CommandRegistry registry;
        auto window = std::make_unique<QWidget>();
        QWidget table;
        QString why = u"Select one."_s;
        const auto add = [&registry, &why](const QString &id, CommandScope scope) {
            registry.add({.id = id,
                          .title = id,
                          .icon = Icon::Play,
                          .shortcut = QKeySequence(Qt::Key_F7),
                          .scope = scope,
                          .state = [&why] {
                              return CommandState{why.isEmpty(), why};
                          }});
            return registry.action(id);
        };
        QAction *before = add(u"before"_s, CommandScope::Window);
        QAction *cell = add(u"cell"_s, CommandScope::Table);
        QCOMPARE(before->shortcutContext(), Qt::WindowShortcut);
        QVERIFY(cell->shortcutContext() != Qt::WindowShortcut);
        QCOMPARE(cell->shortcut(), QKeySequence(Qt::Key_F7));
        QCOMPARE(before->menuRole(), QAction::NoRole); // no desktop moves it elsewhere
        registry.attachToWindow(window.get());
        QAction *later = add(u"later"_s, CommandScope::Window);
        add(u"cell, later"_s, CommandScope::Table);
        QCOMPARE(window->actions(), (QList<QAction *>{before, later}));
        registry.attachToTable(&table, {u"before"_s, u"cell"_s, u"unknown"_s});
        QCOMPARE(table.actions(), QList<QAction *>{cell});
        QVERIFY(!cell->isEnabled());
        QCOMPARE(cell->statusTip(), why);
        QVERIFY(cell->toolTip().contains(why));
        why.clear();
        QVERIFY(!cell->isEnabled()); // until it is asked again
        QSignalSpy refreshed(&registry, &CommandRegistry::refreshed);
        registry.refresh();
        QCOMPARE(refreshed.count(), 1);
        QVERIFY(cell->isEnabled());
        QVERIFY(cell->statusTip().isEmpty());
        window.reset();
        QVERIFY(add(u"after"_s, CommandScope::Window)); // its window is gone
        QCOMPARE(registry.ids().last(), u"after"_s);
    }

    void tableShortcutsWorkOnlyThere()
    {
        CommandRegistry registry;
        int ran = 0;
        QWidget window;
        QWidget table(&window);
        QWidget other(&window);
        table.setFocusPolicy(Qt::StrongFocus);
        other.setFocusPolicy(Qt::StrongFocus);
        registry.attachToWindow(&window);
        registry.add({.id = u"x.rotate"_s,
                      .title = u"Rotate"_s,
                      .icon = Icon::Rotate,
                      .shortcut = QKeySequence(u"R"_s),
                      .scope = CommandScope::Table,
                      .run = [&ran] { ++ran; }});
        registry.attachToTable(&table, {u"x.rotate"_s});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other.setFocus();
        QTest::keyClick(&other, Qt::Key_R);
        QCOMPARE(ran, 0);
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_R);
        QCOMPARE(ran, 1);
    }
};

PC_THEMED_TEST_MAIN(tst_command_registry)
#include "tst_command_registry.moc"

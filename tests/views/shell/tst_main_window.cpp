// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"

#include "views/commands/command_palette.h"
#include "views/commands/command_registry.h"
#include "views/shell/main_window.h"
#include "views/shell/nav_button.h"
#include "views/shell/navigator.h"
#include "views/shell/status_row.h"
#include "views/shell/top_bar.h"
#include "views/shell/window_state.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/toast.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

class SamplePage final : public Page
{
public:
    SamplePage(const QString &name, QWidget *parent) : Page(parent), m_name(name), m_edit(new QLineEdit(this))
    {
    }
    [[nodiscard]] QString title() const override { return m_name + m_last.arg(0); }
    [[nodiscard]] QList<Crumb> breadcrumb() const override
    {
        return {{u"Partners"_s, {{}, u"partners"_s}}, {title(), {}}};
    }
    [[nodiscard]] StatusText statusText() const override
    {
        return {u"24 partners"_s, u"1 selected"_s, u"Updated now"_s, {KeyHint{u"Space peek"_s, m_edit}}};
    }
    void open(const Location &location) override
    {
        m_last = location;
        ++opens;
        Q_EMIT titleChanged();
    }
    [[nodiscard]] QVariantMap saveState() const override { return {{u"text"_s, m_edit->text()}}; }
    void restoreState(const QVariantMap &state) override
    {
        m_edit->setText(state.value(u"text"_s).toString());
    }
    void refresh() override { ++refreshes; }
    void focusContent() override { m_edit->setFocus(); }
    [[nodiscard]] QString unsavedWork() const override { return unsaved; }

    QString unsaved;
    int opens = 0;
    int refreshes = 0;
    QLineEdit *edit() const { return m_edit; }

private:
    QString m_name;
    Location m_last;
    QLineEdit *m_edit;
};

} // namespace

class tst_main_window : public QObject
{
    Q_OBJECT
public:
    explicit tst_main_window(ThemeController &theme) : m_theme(theme) {}

private Q_SLOTS:
    void init()
    {
        m_commands = std::make_unique<CommandRegistry>();
        m_navigator = std::make_unique<Navigator>();
        m_state = std::make_unique<WindowState>(m_dir.filePath(u"window.json"_s));
        m_window = std::make_unique<MainWindow>(ShellDeps{
            &m_theme, m_commands.get(), m_navigator.get(), m_state.get(), {u"Local sample"_s, true}});
        for (const QString &name : {u"partners"_s, u"audit"_s}) {
            m_window->pages()->registerPage(name,
                                            [name](QWidget *parent) { return new SamplePage(name, parent); });
        }
        m_window->sidebar()->addEntry(
            {u"partners"_s, u"Partners"_s, Icon::Partners, {{}, u"partners"_s}, {}, {u"partner"_s}});
        m_window->sidebar()->addEntry(
            {u"audit"_s, u"Audit trail"_s, Icon::Audit, {{}, u"audit"_s}, u"Observe"_s, {}});
        m_window->buildMenuBar();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_navigator.reset();
        m_commands.reset();
    }

    void unsavedWorkIsAskedAbout()
    {
        m_navigator->navigate({{}, u"partners"_s});
        auto *page = static_cast<SamplePage *>(m_window->pages()->currentPage());
        page->unsaved = u"Limits were changed."_s;
        m_navigator->navigate({{}, u"audit"_s}); // kept by a page that is not on show
        QVERIFY(!m_window->close());
        const auto question = [this] { return m_window->findChild<QDialog *>(u"leaveDialog"_s); };
        QVERIFY(question());
        bool said = false;
        const QList<QLabel *> texts = question()->findChildren<QLabel *>();
        for (const QLabel *text : texts)
            said = said || text->text().contains(page->unsaved);
        QVERIFY(said);
        question()->findChild<QAbstractButton *>(u"keepButton"_s)->click();
        QVERIFY(m_window->isVisible());
        QTRY_VERIFY(!question());

        bool left = false;
        m_window->leave([&left] { left = true; });
        QVERIFY(!left);
        QVERIFY(question());
        question()->findChild<QAbstractButton *>(u"keepButton"_s)->click();
        QTRY_VERIFY(!question());
        QVERIFY(!left);

        QVERIFY(!m_window->close());
        question()->findChild<QAbstractButton *>(u"confirmButton"_s)->click();
        QTRY_VERIFY(!m_window->isVisible());
    }
    /// What stands behind a toast is work too: the window asks before it goes with it.
    void whatAToastHoldsIsAskedAbout()
    {
        Toast *toast = m_window->toasts()->show({.text = u"Held"_s,
                                                 .milliseconds = untilDismissed,
                                                 .lost = u"The secret is shown nowhere again."_s});
        QCOMPARE(m_window->unsavedWork(), QStringList{toast->lost()});
        QVERIFY(!m_window->close());
        auto *question = m_window->findChild<QDialog *>(u"leaveDialog"_s);
        QVERIFY(question);
        QStringList said;
        for (const QLabel *text : question->findChildren<QLabel *>())
            said.append(text->text());
        QVERIFY(said.join(u'\n').contains(toast->lost()));
        QVERIFY(!said.join(u'\n').contains(u"edits"_s)); // there are none
        question->findChild<QAbstractButton *>(u"keepButton"_s)->click();
        QVERIFY(m_window->isVisible());
        toast->dismiss();
        QVERIFY(m_window->close());
    }
    void crumbsStayUnderTheKeyboard()
    {
        TopBar bar;
        const QList<Crumb> crumbs{{u"Partners"_s, {{}, u"partners"_s}}, {u"Cardinal"_s}};
        bar.setCrumbs(crumbs);
        const QPointer<QWidget> first = bar.findChild<QWidget *>(u"crumb.0"_s);
        bar.setCrumbs(crumbs);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(bar.findChild<QWidget *>(u"crumb.0"_s), first.data());
        QVERIFY(first);
    }
    void nothingUnsavedClosesAtOnce()
    {
        m_navigator->navigate({{}, u"partners"_s});
        QVERIFY(m_window->close());
    }

    /// Every command: text, icon, palette entry or a reason not to be there, no shortcut twice.
    void registryWalk()
    {
        QVERIFY(m_commands->ids().size() >= 8);
        const QStringList ids = m_commands->ids();
        for (const QString &id : ids) {
            const Command *command = m_commands->find(id);
            QVERIFY2(!command->title.isEmpty(), qPrintable(id));
            QVERIFY2(command->icon != Icon::None, qPrintable(id));
            QVERIFY2(static_cast<bool>(command->run), qPrintable(id));
            QVERIFY2(!m_commands->action(id)->icon().isNull(), qPrintable(id));
        }
        QCOMPARE(m_commands->conflicts(), QStringList());
        m_window->commandPalette()->openWith(u">"_s);
        const QStringList shown = m_window->commandPalette()->titles();
        for (const QString &id : ids) {
            const Command *command = m_commands->find(id);
            QVERIFY2(!command->inPalette || shown.contains(command->title), qPrintable(id));
        }
    }

    void navigationAndState()
    {
        m_window->findChild<QAbstractButton *>(u"nav.partners"_s)->click();
        auto *partners = static_cast<SamplePage *>(m_window->pages()->currentPage());
        QVERIFY(partners != nullptr);
        partners->edit()->setText(u"card"_s);
        m_window->findChild<QAbstractButton *>(u"nav.audit"_s)->click();
        QVERIFY(m_window->pages()->currentPage() != partners);
        QVERIFY(m_window->findChild<NavButton *>(u"nav.audit"_s)->isCurrent());
        QVERIFY(!m_window->findChild<NavButton *>(u"nav.partners"_s)->isCurrent());
        partners->edit()->clear();
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_window->pages()->currentPage(), partners);
        QCOMPARE(partners->edit()->text(), u"card"_s);
        QVERIFY(m_window->findChild<QAbstractButton *>(u"forward"_s)->isEnabled());
        QVERIFY(!m_window->findChild<QAbstractButton *>(u"back"_s)->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QCOMPARE(partners->refreshes, 1);
    }

    void titleStatusAndSandbox()
    {
        m_navigator->navigate({{}, u"audit"_s, {u"!"_s}});
        QVERIFY(m_window->windowTitle().startsWith(u"audit!"_s));
        QVERIFY(m_window->windowTitle().contains(u"Local sample"_s));
        QVERIFY(m_window->findChild<QLabel *>(u"statusLeft"_s)->text().contains(u"24 partners"_s));
        QVERIFY(m_window->findChild<QLabel *>(u"statusRight"_s)->text().contains(u"UTC"_s));
        auto *pill = m_window->findChild<Badge *>(u"environmentPill"_s);
        QCOMPARE(pill->severity(), Severity::Sandbox);
        m_window->setEnvironment({u"eu-1 · Production"_s, false});
        QCOMPARE(pill->severity(), Severity::Neutral);
        auto *crumb = m_window->findChild<QAbstractButton *>(u"crumb.0"_s);
        QVERIFY(crumb != nullptr);
        crumb->click();
        QCOMPARE(m_navigator->current().page, u"partners"_s);
    }

    /// At once, not with the next page.
    void theZoneOfTimesIsSaid()
    {
        m_window->setZone(u"times in Nowhere"_s);
        QVERIFY(m_window->findChild<QLabel *>(u"statusRight"_s)->text().contains(u"times in Nowhere"_s));
    }

    void unknownPageShowsNothingNew()
    {
        m_navigator->navigate({{}, u"partners"_s});
        Page *before = m_window->pages()->currentPage();
        QVERIFY(m_window->pages()->open({{}, u"nowhere"_s}, {}) == nullptr);
        QCOMPARE(m_window->pages()->currentPage(), before);
    }

    void stripShowsTheMostUrgent()
    {
        SessionStrip *strip = m_window->strip();
        QVERIFY(!strip->isVisible());
        strip->setNotice(SessionStrip::Notice::Offline, u"Offline since 10:12."_s, u"Retry now"_s);
        strip->setNotice(SessionStrip::Notice::MemoryOnlySecrets, u"No keyring."_s);
        QCOMPARE(strip->text(), u"Offline since 10:12."_s);
        strip->setNotice(SessionStrip::Notice::SessionEnded, u"Session ended."_s, u"Sign in"_s);
        QCOMPARE(strip->current(), SessionStrip::Notice::SessionEnded);
        strip->setNotice(SessionStrip::Notice::HistoryMismatch, u"The log does not match."_s, u"Look"_s);
        QCOMPARE(strip->current(), SessionStrip::Notice::SessionEnded);
        strip->clearNotice(SessionStrip::Notice::SessionEnded);
        QCOMPARE(strip->current(), SessionStrip::Notice::HistoryMismatch);
        strip->clearNotice(SessionStrip::Notice::HistoryMismatch);
        QCOMPARE(strip->current(), SessionStrip::Notice::Offline);
        strip->clearNotice(SessionStrip::Notice::Offline);
        QCOMPARE(strip->current(), SessionStrip::Notice::MemoryOnlySecrets);
        strip->clearNotice(SessionStrip::Notice::MemoryOnlySecrets);
        QVERIFY(!strip->isVisible());
    }

    void undoShortcut()
    {
        m_navigator->navigate({{}, u"audit"_s});
        int undone = 0;
        ToastSpec spec;
        spec.text = u"Owner changed"_s;
        spec.actionText = u"Undo"_s;
        spec.actionKeys = u"Ctrl+Z"_s;
        spec.action = [&undone] { ++undone; };
        m_window->toasts()->show(spec);
        m_window->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
    }

    /// Alt held for a shortcut and released first: nothing but the shortcut.
    void altWithAnotherKeyShowsNoMenuBar_data()
    {
        QTest::addColumn<int>("key");
        for (int key = Qt::Key_0; key <= Qt::Key_9; ++key)
            QTest::addRow("Alt+%c", key) << key;
        QTest::newRow("Alt+Left") << int(Qt::Key_Left);
        QTest::newRow("Alt+Right") << int(Qt::Key_Right);
        QTest::newRow("Alt+X, nobody's") << int(Qt::Key_X);
    }
    void altWithAnotherKeyShowsNoMenuBar()
    {
        QFETCH(int, key);
        m_navigator->navigate({{}, u"partners"_s});
        m_navigator->navigate({{}, u"audit"_s});
        int ran = 0;
        if (key >= Qt::Key_0 && key <= Qt::Key_9)
            m_commands->add({.id = u"tab"_s,
                             .title = u"Tab"_s,
                             .icon = Icon::Info,
                             .shortcut = QKeySequence(Qt::ALT | Qt::Key(key)),
                             .run = [&ran] { ++ran; }});
        // In a field too: it takes letters, and the window does not hear of them.
        static_cast<SamplePage *>(m_window->pages()->currentPage())->edit()->setFocus();
        QWidget *focus = m_window->focusWidget();
        QTest::keyPress(focus, Qt::Key_Alt);
        QTest::keyPress(focus, Qt::Key(key), Qt::AltModifier);
        QTest::keyRelease(focus, Qt::Key_Alt);
        QTest::keyRelease(focus, Qt::Key(key));
        QVERIFY(!m_window->menuBar()->isVisible());
        QVERIFY(QApplication::activePopupWidget() == nullptr);
        if (key >= Qt::Key_0 && key <= Qt::Key_9)
            QCOMPARE(ran, 1);
        m_commands->remove(u"tab"_s);
        // And a click between means that Alt was held for the click.
        QTest::keyPress(m_window.get(), Qt::Key_Alt);
        QTest::mouseClick(m_window->findChild<QWidget *>(u"statusRow"_s), Qt::LeftButton);
        QTest::keyRelease(m_window.get(), Qt::Key_Alt);
        QVERIFY(!m_window->menuBar()->isVisible());
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        m_navigator->navigate({{}, u"partners"_s});
        auto *page = m_window->pages()->currentPage();
        for (const ButtonKind kind :
             {ButtonKind::Normal, ButtonKind::Primary, ButtonKind::Ghost, ButtonKind::Danger}) {
            QPushButton *button = makeButton(u"act"_s, u"Act"_s, Icon::None, kind, page);
            int pressed = 0;
            connect(button, &QPushButton::clicked, button, [&pressed] { ++pressed; });
            button->show();
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Return);
            QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
            QCOMPARE(pressed, kind == ButtonKind::Danger ? 0 : 2); // destruction wants Space or the mouse
            QTest::keyClick(button, Qt::Key_Space);
            QCOMPARE(pressed, kind == ButtonKind::Danger ? 1 : 3);
            delete button;
        }
        auto *crumb = m_window->findChild<QAbstractButton *>(u"nav.audit"_s);
        crumb->setFocus();
        QTest::keyClick(crumb, Qt::Key_Return);
        QCOMPARE(m_navigator->current().page, u"audit"_s);
    }

    /// A hint of the lower edge stands there while its key does something, and not else.
    void hintsHoldOnlyWhileTheyAreTrue()
    {
        m_navigator->navigate({{}, u"partners"_s});
        m_window->resize(1400, 700);
        auto *hints = m_window->findChild<QLabel *>(u"statusRight"_s);
        auto *page = static_cast<SamplePage *>(m_window->pages()->currentPage());
        page->edit()->setFocus();
        QTRY_VERIFY(hints->text().contains(u"Space peek"_s));
        m_window->findChild<QAbstractButton *>(u"nav.audit"_s)->setFocus();
        QVERIFY(!hints->text().contains(u"Space peek"_s));
        QVERIFY(hints->text().contains(u"UTC"_s)); // facts stay
    }

    /// One after the other, the last first: a text that grows by a letter takes one hint, not all.
    void hintsGiveWayOneByOne()
    {
        QWidget window;
        auto *row = new StatusRow(&window);
        row->setStatus({u"24 partners"_s,
                        {},
                        u"Updated now"_s,
                        {KeyHint{u"Space peek"_s}, KeyHint{u"Enter open"_s}, KeyHint{u"/ filter"_s}}});
        auto *right = row->findChild<QLabel *>(u"statusRight"_s);
        QList<qsizetype> counts;
        for (int width = 1000; width > 200; --width) {
            row->resize(width, row->height());
            QResizeEvent event(row->size(), row->size());
            QCoreApplication::sendEvent(row, &event);
            const auto shown = right->text().count(u"peek"_s) + right->text().count(u"open"_s) +
                               right->text().count(u"filter"_s);
            if (counts.isEmpty() || counts.last() != shown)
                counts.append(shown);
            QVERIFY(right->text().endsWith(u"Updated now"_s));
        }
        QCOMPARE(counts, (QList<qsizetype>{3, 2, 1, 0}));
    }

    /// A long name beside it cuts no short crumb.
    void aShortCrumbIsWhole()
    {
        TopBar bar;
        bar.setCrumbs({{u"Partners"_s, {{}, u"partners"_s}},
                       {QString(80, u'W'), {{}, u"partner"_s}},
                       {u"Credentials"_s, {}}});
        bar.resize(560, bar.height());
        bar.show();
        const auto *crumb = bar.findChild<QWidget *>(u"crumb.0"_s);
        QTRY_VERIFY(bar.width() <= 800);
        QVERIFY2(crumb->width() >= crumb->sizeHint().width(), qPrintable(QString::number(crumb->width())));
    }

    void altShowsTheMenuBar()
    {
        QVERIFY(!m_window->menuBar()->isVisible());
        QVERIFY(m_window->menuBar()->actions().size() >= 2);
        QTest::keyPress(m_window.get(), Qt::Key_Alt);
        QTest::keyRelease(m_window.get(), Qt::Key_Alt);
        QVERIFY(m_window->menuBar()->isVisible());
    }

    /// The menu bar goes with its menu, and the keys are where they were.
    void theMenuBarGoesAgain()
    {
        m_navigator->navigate({{}, u"partners"_s});
        auto *page = static_cast<SamplePage *>(m_window->pages()->currentPage());
        page->edit()->setFocus();
        const auto alt = [this] {
            QTest::keyPress(m_window.get(), Qt::Key_Alt);
            QTest::keyRelease(m_window.get(), Qt::Key_Alt);
        };
        alt();
        QTRY_VERIFY(QApplication::activePopupWidget());
        const QWidget *first = QApplication::activePopupWidget();
        m_window->menuBar()->setActiveAction(m_window->menuBar()->actions().at(1)); // the menu beside it
        QTRY_VERIFY(QApplication::activePopupWidget() && QApplication::activePopupWidget() != first);
        QTest::qWait(50); // what the first one's end brings
        QVERIFY(m_window->menuBar()->isVisible());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->menuBar()->isVisible());
        QCOMPARE(m_window->focusWidget(), page->edit());
        alt();
        QTRY_VERIFY(m_window->menuBar()->isVisible());
        const int before = page->refreshes;
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (const QAction *entry : m_window->menuBar()->actions())
            if (entry->menu() && entry->menu()->actions().contains(m_commands->action(u"view.refresh"_s)))
                menu = entry->menu();
        m_window->menuBar()->setActiveAction(menu->menuAction());
        menu->setActiveAction(m_commands->action(u"view.refresh"_s));
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(page->refreshes, before + 1);
        QTRY_VERIFY(!m_window->menuBar()->isVisible());
        QCOMPARE(m_window->focusWidget(), page->edit());
    }

    /// Another environment is opened: the window ends without being closed.
    void rememberedWhenItEnds()
    {
        m_navigator->navigate({{}, u"audit"_s});
        m_window->resize(930, 610);
        QTRY_COMPARE(m_window->size(), QSize(930, 610));
        m_window.reset();
        const WindowState stored(m_dir.filePath(u"window.json"_s));
        QCOMPARE(stored.value(u"lastPlace"_s).toString(), u"console://current/audit"_s);
        const QVariantList geometry = stored.value(u"geometry"_s).toList();
        QCOMPARE(geometry.value(2).toInt(), 930);
        QCOMPARE(geometry.value(3).toInt(), 610);
    }

    void fitsItsMinimum()
    {
        m_navigator->navigate({{}, u"partners"_s});
        m_window->resize(800, 560);
        QTRY_COMPARE(m_window->size(), QSize(800, 560));
        const QWidget *sidebar = m_window->sidebar();
        QCOMPARE(sidebar->width(), 52); // its room goes to the page
        m_window->sidebar()->toggle();
        QVERIFY(sidebar->width() > 200); // unless somebody wants it
        m_window->resize(1200, 700);
        QTRY_VERIFY(sidebar->width() > 200);
        m_window->resize(800, 560);
        QTRY_COMPARE(sidebar->width(), 52);
        m_window->resize(1200, 700);
        QTRY_VERIFY(sidebar->width() > 200);
        QVERIFY(!m_window->sidebar()->isCollapsed()); // what was chosen is not touched
    }

    void rememberedOnClose()
    {
        m_navigator->navigate({{}, u"audit"_s});
        m_window->sidebar()->setCollapsed(true);
        m_window->close();
        const WindowState stored(m_dir.filePath(u"window.json"_s));
        QCOMPARE(stored.value(u"lastPlace"_s).toString(), u"console://current/audit"_s);
        QVERIFY(stored.value(u"sidebarCollapsed"_s).toBool());
    }

    void operableWidgetsAreNamed()
    {
        m_navigator->navigate({{}, u"audit"_s});
        int checked = 0;
        const QList<QAbstractButton *> buttons = m_window->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isHidden() || button->objectName().startsWith(u"qt_"_s) ||
                button->inherits("QMenuBarExtension")) {
                continue;
            }
            QVERIFY2(!button->objectName().isEmpty(), button->metaObject()->className());
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
            ++checked;
        }
        QVERIFY(checked >= 6);
    }

private:
    ThemeController &m_theme;
    QTemporaryDir m_dir;
    std::unique_ptr<CommandRegistry> m_commands;
    std::unique_ptr<Navigator> m_navigator;
    std::unique_ptr<WindowState> m_state;
    std::unique_ptr<MainWindow> m_window;
};

PC_THEMED_TEST_MAIN(tst_main_window)
#include "tst_main_window.moc"

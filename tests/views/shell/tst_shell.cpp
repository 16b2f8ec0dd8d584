// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"

#include "views/shell/nav_button.h"
#include "views/shell/navigator.h"
#include "views/shell/page_host.h"
#include "views/shell/session_strip.h"
#include "views/shell/sidebar.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/message_banner.h"

#include <QLabel>
#include <QSignalSpy>

using namespace pc::views;
using namespace Qt::StringLiterals;
using Notice = SessionStrip::Notice;

namespace {

/// Says what it is told to say, and counts what is done with it.
class ToldPage final : public Page
{
public:
    explicit ToldPage(QWidget *parent) : Page(parent) {}
    [[nodiscard]] QString title() const override { return u"Told"_s; }
    void open(const Location &location) override { opened.append(location.toString()); }
    void restoreState(const QVariantMap &state) override { restored.append(state); }
    [[nodiscard]] QString unsavedWork() const override { return unsaved; }
    QStringList opened;
    QList<QVariantMap> restored;
    QString unsaved;
};

Location placeOf(const QString &page)
{
    return {{}, page, {}, {}};
}

} // namespace

/// Sidebar, strip, page host and history, each on its own.
class tst_shell : public QObject
{
    Q_OBJECT
public:
    explicit tst_shell(ThemeController &) {}

private Q_SLOTS:
    void everyNoticeHasItsLook()
    {
        struct Look
        {
            Notice notice;
            Icon icon;
            bool closable;
        };
        const Look looks[] = {{Notice::Info, Icon::Info, true},
                              {Notice::MemoryOnlySecrets, Icon::Key, true},
                              {Notice::Offline, Icon::Offline, false},
                              {Notice::HistoryMismatch, Icon::Warning, false},
                              {Notice::SessionEnded, Icon::Lock, false}};
        QWidget window;
        auto *strip = new SessionStrip(&window);
        window.show();
        QSignalSpy wanted(strip, &SessionStrip::actionRequested);
        for (const Look &look : looks) {
            strip->setNotice(look.notice, u"Said"_s, u"Act"_s);
            QCOMPARE(strip->current(), look.notice);
            QCOMPARE(strip->findChild<IconLabel *>()->icon(), look.icon);
            auto *close = strip->findChild<QAbstractButton *>(u"bannerClose"_s);
            QCOMPARE(close && close->isVisible(), look.closable);
            Q_EMIT strip->actionTriggered();
            QCOMPARE(wanted.last()[0].value<Notice>(), look.notice);
            strip->setNotice(look.notice, u"Said anew"_s); // what is there is replaced
            QCOMPARE(strip->text(), u"Said anew"_s);
            strip->clearNotice(look.notice);
            QCOMPARE(strip->current(), Notice::None);
            QVERIFY(!strip->isVisible());
        }
    }

    void theSidebarGivesWayToANarrowWindow()
    {
        QWidget window;
        auto *sidebar = new Sidebar(&window);
        sidebar->addEntry({u"a"_s, u"Entry"_s, Icon::Partners, placeOf(u"a"_s), {}, {u"b"_s}});
        sidebar->addEntry({u"c"_s, u"Other"_s, Icon::Audit, placeOf(u"c"_s), u"Observe"_s, {}});
        sidebar->setOperator(u"Jana"_s, u"Security"_s);
        window.show();
        const auto isWide = [sidebar] {
            const bool wide = sidebar->width() == TypeScale::of(sidebar).px(space::sidebar);
            const bool words = sidebar->findChild<QLabel *>(u"operatorName"_s)->isVisible();
            const bool role = sidebar->findChild<QLabel *>(u"operatorRole"_s)->isVisible();
            const bool state = sidebar->findChild<QLabel *>(u"connectionState"_s)->isVisible();
            return wide && words && role && state       ? 1
                   : !wide && !words && !role && !state ? 0
                                                        : -1; // neither of them
        };
        QCOMPARE(isWide(), 1);
        sidebar->setNarrow(true);
        QCOMPARE(isWide(), 0);
        QVERIFY(!sidebar->isCollapsed()); // nobody chose that
        sidebar->toggle();
        QCOMPARE(isWide(), 1);
        sidebar->setNarrow(true); // still: what was chosen meanwhile holds
        QCOMPARE(isWide(), 1);
        sidebar->setNarrow(false);
        QCOMPARE(isWide(), 1);
        sidebar->toggle();
        QCOMPARE(isWide(), 0);
        QVERIFY(sidebar->isCollapsed());
        sidebar->setNarrow(true);
        sidebar->setNarrow(false);
        QCOMPARE(isWide(), 0);
        sidebar->setCollapsed(false);
        QCOMPARE(isWide(), 1);
        sidebar->setOperator(u"Jana"_s, {});
        QVERIFY(sidebar->findChild<QLabel *>(u"operatorRole"_s)->isHidden());
    }

    void anEntryIsCurrentForItsPages()
    {
        Sidebar sidebar;
        sidebar.addEntry({u"a"_s, u"Entry"_s, Icon::Partners, placeOf(u"a"_s), {}, {u"b"_s}});
        sidebar.addEntry({u"c"_s, u"Other"_s, Icon::Audit, placeOf(u"c"_s), u"Observe"_s, {}});
        sidebar.addEntry({u"d"_s, u"Third"_s, Icon::Audit, placeOf(u"d"_s), u"Observe"_s, {}});
        int headings = 0;
        for (const QLabel *each : sidebar.findChildren<QLabel *>())
            headings += each->text() == u"OBSERVE"_s;
        QCOMPARE(headings, 1); // once for both
        const std::pair<QString, QString> current[] = {
            {u"a"_s, u"a"_s}, {u"b"_s, u"a"_s}, {u"c"_s, u"c"_s}, {u"d"_s, u"d"_s}, {u"x"_s, {}}};
        for (const auto &[page, entry] : current) {
            sidebar.setCurrentPage(page);
            for (const QString &id : {u"a"_s, u"c"_s, u"d"_s})
                QCOMPARE(sidebar.findChild<NavButton *>(u"nav."_s + id)->isCurrent(), id == entry);
        }
        QSignalSpy wanted(&sidebar, &Sidebar::navigate);
        sidebar.findChild<NavButton *>(u"nav.c"_s)->click();
        QCOMPARE(wanted.last()[0].value<Location>(), placeOf(u"c"_s));
    }

    void theHostSpeaksForThePageOnShow()
    {
        PageHost host;
        QHash<QString, ToldPage *> made;
        for (const QString &name : {u"a"_s, u"b"_s})
            host.registerPage(name, [&made, name](QWidget *parent) {
                made[name] = new ToldPage(parent);
                return made[name];
            });
        QVERIFY(host.knows(u"a"_s) && !host.knows(u"c"_s));
        QCOMPARE(host.names(), (QStringList{u"a"_s, u"b"_s}));
        QSignalSpy title(&host, &PageHost::pageTitleChanged);
        QSignalSpy status(&host, &PageHost::pageStatusChanged);
        QSignalSpy refined(&host, &PageHost::locationRefined);
        QSignalSpy away(&host, &PageHost::navigateRequested);
        QSignalSpy changed(&host, &PageHost::pageChanged);
        QVERIFY(!host.open(placeOf(u"c"_s), {}));
        QCOMPARE(changed.count(), 0);
        host.open(placeOf(u"a"_s), {});
        host.open(placeOf(u"b"_s), {{u"row"_s, 3}});
        host.open(placeOf(u"b"_s), {});
        QCOMPARE(changed.count(), 3);
        QCOMPARE(made.size(), 2);
        QCOMPARE(made[u"b"_s]->opened.size(), 2);
        QCOMPARE(made[u"b"_s]->restored, (QList<QVariantMap>{{{u"row"_s, 3}}}));
        QCOMPARE(made[u"b"_s]->objectName(), u"page.b"_s);
        QCOMPARE(host.currentPage(), made[u"b"_s]);
        for (const QString &name : {u"a"_s, u"b"_s}) {
            const int shown = name == u"b"_s;
            Q_EMIT made[name]->titleChanged();
            Q_EMIT made[name]->statusChanged();
            Q_EMIT made[name]->locationChanged(placeOf(name));
            Q_EMIT made[name]->navigate(placeOf(name)); // of whichever page
            QCOMPARE(title.count(), shown);
            QCOMPARE(status.count(), shown);
            QCOMPARE(refined.count(), shown);
            QCOMPARE(away.count(), shown + 1);
        }
        QVERIFY(host.unsavedWork().isEmpty());
        made[u"a"_s]->unsaved = u"Draft"_s;
        QCOMPARE(host.unsavedWork(), QStringList{u"Draft"_s});
    }

    void historyAtItsEnds()
    {
        Navigator navigator;
        QSignalSpy changed(&navigator, &Navigator::changed);
        QSignalSpy shown(&navigator, &Navigator::showRequested);
        navigator.back();
        navigator.forward();
        navigator.replace(placeOf(u"a"_s)); // nothing is there to be replaced
        navigator.navigate({});
        QCOMPARE(changed.count() + shown.count(), 0);
        QVERIFY(!navigator.current().isValid());
        navigator.navigate(placeOf(u"a"_s));
        QCOMPARE(changed.count(), 1);
        navigator.navigate(placeOf(u"a"_s)); // shown again, and nothing changed
        QCOMPARE(shown.count(), 2);
        QCOMPARE(changed.count(), 1);
        navigator.back();
        navigator.forward();
        navigator.replace(placeOf(u"a"_s));
        navigator.replace({});
        QCOMPARE(changed.count(), 1);
        navigator.replace(placeOf(u"b"_s));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(shown.count(), 2); // whoever refines its place shows it
        navigator.navigate(placeOf(u"c"_s));
        navigator.back();
        QCOMPARE(navigator.current(), placeOf(u"b"_s));
        QCOMPARE(changed.count(), 4);
        navigator.back();
        QCOMPARE(changed.count(), 4);
    }
};

PC_THEMED_TEST_MAIN(tst_shell)
#include "tst_shell.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/pages_fixture.h"
#include "tests/views/scrolled_down.h"
#include "tests/views/themed_test.h"
#include "views/partners/partner_peek.h"
#include "views/partners/partners_page.h"
#include "views/seams/partner_places.h"
#include "views/widgets/chip.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/widgets/underline_tabs.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::PagesFixture;
using Mood = pc::test::SampleService::Mood;

namespace {

struct Shown
{
    PagesFixture pages;
    PartnersPage *page;

    Shown() : page(new PartnersPage(pages.context, pages.parts))
    {
        page->open(places::partnersPage());
        pages.show(page);
    }
    [[nodiscard]] ViewState state() const { return page->findChild<StateStack *>()->state(); }
    [[nodiscard]] UnderlineTabs *tabs() const { return page->findChild<UnderlineTabs *>(u"partnerTabs"_s); }
    /// The last question for the rows of the list (the counts ask with a limit of 1).
    [[nodiscard]] client::QueryItems lastQuery() const
    {
        for (qsizetype i = pages.service->requests.size() - 1; i >= 0; --i) {
            const auto &asked = pages.service->requests[i];
            if (asked.path == "/partners"_L1 && !asked.query.contains({u"limit"_s, u"1"_s}))
                return asked.query;
        }
        return {};
    }
};

} // namespace

class PartnersPageTest final : public QObject
{
    Q_OBJECT
public:
    explicit PartnersPageTest(ThemeController &) {}

private Q_SLOTS:
    void listsWhatTheServiceHas()
    {
        Shown shown;
        QTRY_COMPARE(shown.page->model().rowCount(), 24);
        QCOMPARE(shown.state(), ViewState::Content);
        QCOMPARE(shown.page->statusText().counts, u"24 of 24 partner(s)"_s);
        QVERIFY(shown.page->statusText().freshness.startsWith(u"Updated"_s));
    }

    void tabsShowCountsOfTheService()
    {
        Shown shown;
        shown.pages.service->countedPartners = 1204;
        shown.page->refresh();
        auto *count = shown.page->findChild<QLabel *>(u"partnerCount"_s);
        QTRY_COMPARE(count->text(), QLocale().toString(1204));
        qint64 mine = 0;
        for (const Partner &partner : shown.pages.service->partners)
            mine += partner.owner == u"ops-1"_s ? 1 : 0;
        models::PartnerCountsModel counts(shown.pages.connection->partners(), shown.pages.connection->feed());
        PartnerFilter filter;
        filter.tab = u"mine"_s;
        counts.setQueries({queryOf(filter, u"ops-1"_s)});
        QTRY_COMPARE(counts.count(0), std::optional<qint64>(mine));
    }

    void aTabAsksTheService()
    {
        Shown shown;
        shown.tabs()->setCurrentId(u"action"_s);
        QTRY_COMPARE(shown.page->model().rowCount(), 3);
        shown.tabs()->setCurrentId(u"expiring"_s);
        QTRY_COMPARE(shown.page->model().rowCount(), 3);
        shown.tabs()->setCurrentId(u"all"_s);
        QTRY_COMPARE(shown.page->model().rowCount(), 24);
    }

    void typingFiltersAfterAPause()
    {
        Shown shown;
        auto *text = shown.page->findChild<QLineEdit *>(u"partnerFilter"_s);
        const int before = shown.pages.service->asked("GET", u"/partners"_s);
        QTest::keyClicks(text, u"cardinal"_s);
        QTRY_COMPARE(shown.page->model().rowCount(), 1);
        QVERIFY(shown.pages.service->asked("GET", u"/partners"_s) - before < 8); // not one per letter
        QCOMPARE(shown.page->statusText().counts, u"1 of 1 partner(s) · 1 filter(s)"_s);
        QTest::keyClick(text, Qt::Key_Escape);
        QTRY_COMPARE(shown.page->model().rowCount(), 24);
    }

    void aChipIsEditedInItsPanel()
    {
        Shown shown;
        QSignalSpy place(shown.page, &views::Page::locationChanged);
        shown.page->open({{}, places::partners, {}, {{u"stage"_s, u"sandbox"_s}}});
        auto *chip = shown.page->findChild<Chip *>(u"stageChip"_s);
        QTRY_VERIFY(chip->isVisible());
        QCOMPARE(chip->value(), u"Sandbox"_s);
        const int sandbox = [&] {
            pc::test::settle();
            return shown.page->model().rowCount();
        }();
        chip->click();
        QWidget *panel = nullptr;
        QTRY_VERIFY((panel = shown.page->findChild<QWidget *>(u"valuePanel"_s)));
        const QList<QCheckBox *> boxes = panel->findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 3);
        boxes[1]->click(); // Limited as well
        QTRY_VERIFY(shown.page->model().rowCount() > sandbox);
        QCOMPARE(chip->value(), u"Sandbox, Limited"_s);
        const auto location = place.last().first().value<Location>();
        QCOMPARE(location.query.value(u"stage"_s), u"sandbox,limited"_s);
        panel->close();
        Q_EMIT chip->removeRequested();
        QTRY_COMPARE(shown.page->model().rowCount(), 24);
        QVERIFY(!chip->isVisible());
    }

    void aTabThatSetsTheStageHidesItsChip()
    {
        Shown shown;
        shown.page->open({{}, places::partners, {}, {{u"stage"_s, u"production"_s}}});
        auto *chip = shown.page->findChild<Chip *>(u"stageChip"_s);
        QTRY_VERIFY(chip->isVisible());
        shown.tabs()->setCurrentId(u"onboarding"_s);
        QTRY_VERIFY(!chip->isVisible());
    }

    void slashGoesToTheFilterAndEnterBack()
    {
        Shown shown;
        QTRY_COMPARE(shown.page->model().rowCount(), 24);
        shown.page->focusContent();
        QVERIFY(shown.page->table()->hasFocus());
        QTest::keyClick(shown.page->table(), Qt::Key_Slash);
        auto *text = shown.page->findChild<QLineEdit *>(u"partnerFilter"_s);
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(shown.page->table()->hasFocus());
    }

    void spacePeeksAndEnterOpens()
    {
        Shown shown;
        QTRY_COMPARE(shown.page->model().rowCount(), 24);
        QSignalSpy away(shown.page, &views::Page::navigate);
        shown.page->focusContent();
        const QString id = shown.pages.idOf(u"Cardinal Payroll"_s);
        QVERIFY(shown.page->table()->selectKey(id));
        QTest::keyClick(shown.page->table(), Qt::Key_Space);
        QVERIFY(shown.page->isPeekOpen());
        QTRY_VERIFY(shown.pages.service->asked("GET", u"/partners/%1/gates"_s.arg(id)) > 0);
        QTest::keyClick(shown.page->table(), Qt::Key_Space);
        QVERIFY(!shown.page->isPeekOpen());
        QTest::keyClick(shown.page->table(), Qt::Key_Return);
        QCOMPARE(away.size(), 1);
        QCOMPARE(away[0][0].value<Location>(), places::partnerPage(id));
    }

    /// A list without a row has nothing that the pane could wait for.
    void aPaneWithoutARowWaitsForNothing()
    {
        Shown shown;
        QTRY_COMPARE(shown.page->model().rowCount(), 24);
        QVERIFY(shown.page->table()->selectKey(shown.pages.idOf(u"Cardinal Payroll"_s)));
        shown.page->setPeekOpen(true);
        auto *states = shown.page->findChild<PartnerPeek *>()->findChild<StateStack *>();
        QTRY_COMPARE(states->state(), ViewState::Content);
        shown.page->findChild<QLineEdit *>(u"partnerFilter"_s)->setText(u"zzzz"_s);
        QTRY_COMPARE(shown.page->model().rowCount(), 0);
        QTRY_COMPARE(states->state(), ViewState::Empty);
        for (const auto &each : shown.pages.service->requests) {
            const bool named = std::any_of(each.query.begin(), each.query.end(),
                                           [](const auto &item) { return item.first == u"partner_id"_s; });
            QVERIFY(each.path != u"/credentials"_s || named); // not those of everybody
        }
    }

    void thePaneOfAnotherPartnerBeginsAtTheTop()
    {
        Shown shown;
        QTRY_COMPARE(shown.page->model().rowCount(), 24);
        shown.pages.window.resize(1180, 420);
        QVERIFY(shown.page->table()->selectKey(shown.pages.idOf(u"Cardinal Payroll"_s)));
        shown.page->setPeekOpen(true);
        auto *peek = shown.page->findChild<PartnerPeek *>();
        QTRY_COMPARE(peek->findChild<StateStack *>()->state(), ViewState::Content);
        QScrollBar *bar = nullptr;
        QTRY_VERIFY((bar = pc::test::scrolledDown(*peek)) != nullptr);
        QVERIFY(shown.page->table()->selectKey(shown.pages.idOf(u"Tamarind Pay"_s)));
        QTRY_COMPARE(bar->value(), 0);
    }

    void placeSurvivesLeavingAndRefreshing()
    {
        Shown shown;
        QTRY_COMPARE(shown.page->model().rowCount(), 24);
        const QString id = shown.pages.idOf(u"Tamarind Pay"_s);
        QVERIFY(shown.page->table()->selectKey(id));
        shown.page->setPeekOpen(true);
        const QVariantMap state = shown.page->saveState();
        shown.page->refresh();
        pc::test::settle();
        QCOMPARE(shown.page->table()->currentKey().toString(), id);
        Shown other;
        other.page->restoreState(state);
        QTRY_COMPARE(other.page->table()->currentKey().toString(), id);
        QVERIFY(other.page->isPeekOpen());
    }

    void exportsWhatIsShown()
    {
        Shown shown;
        QTemporaryDir dir;
        shown.pages.service->partners[0].name = u"=HYPERLINK(\"x\")"_s;
        shown.page->refresh();
        QTRY_COMPARE(shown.page->model().index(0, 0).data(models::ValueRole).toString(),
                     u"=HYPERLINK(\"x\")"_s);
        shown.pages.files.path = dir.filePath(u"out.csv"_s);
        shown.page->findChild<QPushButton *>(u"partnersExport"_s)->click();
        QCOMPARE(shown.pages.files.suggestedName, u"partners-2025-11-21.csv"_s);
        QFile file(shown.pages.files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 25);
        QVERIFY(lines[1].contains("\"'=HYPERLINK(\"\"x\"\")\""));
        QCOMPARE(shown.pages.toastText(), u"24 row(s) exported to %1"_s.arg(shown.pages.files.path));
        shown.pages.files.path = dir.filePath(u"out.csv/below-a-file.csv"_s);
        shown.page->findChild<QPushButton *>(u"partnersExport"_s)->click();
        QVERIFY(shown.pages.toastText().startsWith(u"The file could not be written"_s));
    }

    void everyStateIsShown()
    {
        Shown shown;
        QTRY_COMPARE(shown.state(), ViewState::Content);
        shown.page->open({{}, places::partners, {}, {{u"text"_s, u"nobody"_s}}});
        QTRY_COMPARE(shown.state(), ViewState::Empty);
        const EmptyState *empty = shown.page->findChild<StateStack *>()->empty();
        QCOMPARE(empty->accessibleDescription(), u"Take a filter away."_s); // it is the view All
        shown.page->open({{}, places::partners, {}, {{u"text"_s, u"nobody"_s}, {u"view"_s, u"mine"_s}}});
        QTRY_COMPARE(shown.state(), ViewState::Empty);
        QCOMPARE(empty->accessibleDescription(), u"Take a filter away, or look in the view All."_s);
        shown.page->open(places::partnersPage());
        QTRY_COMPARE(shown.state(), ViewState::Content);
        shown.pages.service->mood = Mood::Faulty;
        shown.page->refresh();
        QTRY_COMPARE(shown.state(), ViewState::Stale);
        shown.pages.service->mood = Mood::Away;
        shown.page->refresh();
        QTRY_COMPARE(shown.state(), ViewState::Offline);
        QCOMPARE(shown.page->model().rowCount(), 24); // reading goes on
        shown.pages.service->mood = Mood::Forbidding;
        shown.page->refresh();
        QTRY_COMPARE(shown.state(), ViewState::Forbidden);
        shown.pages.service->mood = Mood::Well;
        shown.page->refresh();
        QTRY_COMPARE(shown.state(), ViewState::Content);
    }

    void aFailedFirstLoadCanBeRetried()
    {
        PagesFixture pages;
        pages.service->mood = Mood::Faulty;
        auto *page = new PartnersPage(pages.context, pages.parts);
        page->open(places::partnersPage());
        pages.show(page);
        auto *stack = page->findChild<StateStack *>();
        QTRY_COMPARE(stack->state(), ViewState::Error);
        pages.service->mood = Mood::Well;
        Q_EMIT stack->retryRequested();
        QTRY_COMPARE(stack->state(), ViewState::Content);
    }

    void newPartnerNeedsThePermission()
    {
        Shown shown;
        auto *button = shown.page->findChild<QPushButton *>(u"partnersNew"_s);
        QTRY_VERIFY(button->isEnabled());
        QSignalSpy showed(&shown.pages.navigator, &Navigator::showRequested);
        button->click();
        QCOMPARE(showed.size(), 1);
        QCOMPARE(showed[0][0].value<Location>(), places::onboardingPage());
        PagesFixture viewer;
        viewer.service->session.permissions.removeAll(u"partner.create"_s);
        viewer.connection->keeper().start();
        pc::test::settle();
        auto *page = new PartnersPage(viewer.context, viewer.parts);
        page->open(places::partnersPage());
        viewer.show(page);
        auto *locked = page->findChild<QPushButton *>(u"partnersNew"_s);
        QTRY_VERIFY(!locked->isEnabled());
        QVERIFY(locked->toolTip().contains(u"partner.create"_s));
    }

    void everythingOperableHasANameAndAnObjectName()
    {
        Shown shown;
        shown.page->setPeekOpen(true);
        pc::test::settle(30);
        for (const QAbstractButton *button : shown.page->findChildren<QAbstractButton *>()) {
            if (!button->isVisible() || button->objectName().startsWith(u"qt_"_s))
                continue;
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     button->metaObject()->className());
        }
    }
};

PC_THEMED_TEST_MAIN(PartnersPageTest)
#include "tst_partners_page.moc"

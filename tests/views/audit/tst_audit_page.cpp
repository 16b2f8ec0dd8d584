// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/item_roles.h"
#include "tests/support/samples.h"
#include "tests/views/audit/audit_panel_driver.h"
#include "tests/views/themed_test.h"
#include "views/partner/partner_page.h"
#include "views/seams/partner_places.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/error_state.h"
#include "views/widgets/message_banner.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;
using models::AuditListModel;
using Mood = SampleService::Mood;

class AuditPageTest final : public QObject
{
    Q_OBJECT
public:
    explicit AuditPageTest(ThemeController &) {}

private Q_SLOTS:
    // The list

    void newestFirst()
    {
        const AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 12);
        QCOMPARE(driver.states()->state(), ViewState::Content);
        QCOMPARE(driver.cell(0, AuditListModel::TimeColumn), u"2025-11-21 10:24:00.000"_s);
        QCOMPARE(driver.cell(11, AuditListModel::TimeColumn), u"2025-11-21 10:13:00.000"_s);
        QCOMPARE(driver.cell(11, AuditListModel::SentenceColumn), u"Credential issued"_s);
        QCOMPARE(driver.cell(11, AuditListModel::ActorColumn), u"ops-1"_s);
        QCOMPARE(driver.cell(11, AuditListModel::TargetColumn), u"Cardinal Payroll"_s);
        QCOMPARE(driver.cell(11, AuditListModel::TicketColumn), u"CHG-0"_s);
        QVERIFY(driver.table()->isColumnHidden(AuditListModel::IndexColumn));
        QCOMPARE(fixture.page->statusText().counts, u"12 matching event(s) · newest first"_s);
        QVERIFY(fixture.page->statusText().freshness.startsWith(u"Updated"_s));
        QVERIFY(!driver.table()->grab().isNull()); // every cell of the delegate paints
    }

    void furtherPagesComeWhileScrolling()
    {
        AuditFixture fixture(230);
        const AuditPanelDriver driver{fixture.page};
        QTRY_VERIFY(driver.rows() >= 100);
        for (int i = 0; i < 10 && driver.rows() < 230; ++i) {
            driver.table()->scrollToBottom();
            settle(3);
        }
        QCOMPARE(driver.rows(), 230);
        QCOMPARE(driver.cell(229, AuditListModel::TicketColumn), u"CHG-0"_s);
        QSet<QString> ids;
        for (int row = 0; row < 230; ++row)
            ids.insert(driver.table()->model()->index(row, 0).data(models::IdRole).toString());
        QCOMPARE(ids.size(), 230); // none twice
        const auto asked = fixture.backend.asked(u"list"_s).size();
        driver.table()->scrollToBottom();
        settle(3);
        QCOMPARE(fixture.backend.asked(u"list"_s).size(), asked); // the end is known
    }

    /// A page that fails is not asked for again by scrolling: it is said, and Retry goes on.
    void aFailedPageIsSaidAndRetried()
    {
        AuditFixture fixture(0, [](AuditFixture &own) { own.backend.grow(900); });
        const AuditPanelDriver driver{fixture.page};
        QTRY_VERIFY(driver.rows() >= 100);
        settle(4);
        const int rows = driver.rows();
        QVERIFY(rows < 900);
        fixture.backend.refuse(u"list"_s, 500, u"internal"_s, {{u"detail"_s, u"The index is busy."_s}});
        driver.table()->scrollToBottom();
        QTRY_VERIFY(fixture.list.pageFailed());
        const auto asked = fixture.backend.asked(u"list"_s).size();
        QCOMPARE(driver.states()->state(), ViewState::Stale);
        auto *banner = driver.states()->findChild<MessageBanner *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(u"a fault of its own"_s), qPrintable(banner->text()));
        QVERIFY(!banner->text().contains(u"The index is busy."_s)); // the service's words are for its log
        QVERIFY(driver.table()->isVisible());
        driver.table()->verticalScrollBar()->setValue(0);
        driver.table()->scrollToBottom();
        settle(3);
        QCOMPARE(fixture.backend.asked(u"list"_s).size(), asked);
        Q_EMIT banner->actionTriggered();
        driver.table()->scrollToBottom();
        QTRY_VERIFY(driver.rows() > rows);
        QCOMPARE(driver.states()->state(), ViewState::Content);
    }

    /// What answers another question is read from its top, whatever stood there and was current before.
    void anotherQuestionStartsAtTheTop_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("stays");
        QTest::newRow("chosen, and gone") << 41 << false; // of ops-1
        QTest::newRow("chosen, and in both") << 40 << true;
        QTest::newRow("none chosen") << -1 << false;
    }
    void anotherQuestionStartsAtTheTop()
    {
        QFETCH(const int, row);
        QFETCH(const bool, stays);
        const AuditFixture fixture(90);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 90);
        PcTableView *table = driver.table();
        if (row >= 0)
            table->selectRow(row);
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
        const QVariant chosen = table->currentKey();
        const QScrollBar *bar = table->verticalScrollBar();
        QVERIFY(bar->value() > 0);
        QTest::keyClicks(driver.query(), u"actor:ops-2"_s);
        QTRY_COMPARE(driver.rows(), 45);
        settle(20);
        QCOMPARE(bar->value(), 0);
        QVERIFY(bar->maximum() > 0);
        if (row >= 0)
            QCOMPARE(table->currentKey() == chosen, stays);
        if (!stays)
            QCOMPARE(table->currentIndex().row(), 0);
        QCOMPARE(table->selectedRowNumbers().size(), stays ? 1 : 0);
        // The same question asked again is no other: the reader stays where they are.
        table->verticalScrollBar()->setValue(bar->maximum());
        const int place = bar->value();
        fixture.page->refresh();
        settle(20);
        QCOMPARE(bar->value(), place);
    }

    void newEventsAreHeldBack()
    {
        AuditFixture fixture(5);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 5);
        fixture.backend.append(fixture.backend.event(0));
        fixture.backend.append(fixture.backend.event(1));
        Q_EMIT fixture.pages.connection->feed().changed(changeAbout(ChangeKind::Audit));
        fixture.pages.clock.advance(std::chrono::seconds(2));
        auto *held = driver.child<MessageBanner>(u"heldEvents"_s);
        QTRY_VERIFY(held->isVisible());
        QCOMPARE(held->text(), u"2 new event(s)"_s);
        QCOMPARE(driver.rows(), 5); // nothing moves under the reader's eyes
        Q_EMIT held->actionTriggered();
        QCOMPARE(driver.rows(), 7);
        QVERIFY(!held->isVisible());
        QCOMPARE(driver.table()->model()->index(0, 0).data(models::IdRole).toString(), u"evt_000006"_s);
    }

    /// Whoever leaves the head of the trail and comes back finds the head as it is now.
    void comingBackShowsTheHead()
    {
        AuditFixture fixture(5);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 5);
        fixture.page->hide();
        fixture.backend.append(fixture.backend.event(0));
        Q_EMIT fixture.pages.connection->feed().changed(changeAbout(ChangeKind::Audit));
        fixture.pages.clock.advance(std::chrono::seconds(2));
        settle();
        fixture.page->show();
        QTRY_COMPARE(driver.rows(), 6);
        QVERIFY(!driver.child<MessageBanner>(u"heldEvents"_s)->isVisible());
    }

    // The query line

    void theQueryLineIsTheServicesQuery()
    {
        AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 12);
        const auto before = fixture.backend.asked(u"list"_s).size();
        QTest::keyClicks(driver.query(), u"actor:ops-1 action:credential.* chg-"_s);
        QTRY_COMPARE(fixture.backend.lastQuery(u"q"_s), u"chg-"_s);
        QCOMPARE(fixture.backend.lastQuery(u"actor"_s), u"ops-1"_s);
        QCOMPARE(fixture.backend.lastQuery(u"action"_s), u"credential.*"_s);
        QVERIFY(fixture.backend.asked(u"list"_s).size() - before < 8); // after a pause, not one per letter
        QTRY_COMPARE(driver.rows(), 6);
        QCOMPARE(driver.message(), QString());
        // Enter does not wait.
        driver.query()->setText(u"target:"_s + fixture.backend.event(2).targetId);
        QTest::keyClick(driver.query(), Qt::Key_Return);
        QCOMPARE(fixture.backend.lastQuery(u"target_id"_s), fixture.backend.event(2).targetId);
        QCOMPARE(fixture.backend.lastQuery(u"actor"_s), QString());
        QTRY_COMPARE(driver.rows(), 4);
        const auto asked = fixture.backend.asked(u"list"_s).size();
        QTest::qWait(250);
        QCOMPARE(fixture.backend.asked(u"list"_s).size(), asked); // and is not run a second time
    }

    void anUnknownFieldIsNamed()
    {
        AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 12);
        driver.query()->setText(u"acotr:ops-1 action:grant.edit"_s);
        QTest::keyClick(driver.query(), Qt::Key_Return);
        QCOMPARE(driver.message(), u"There is no field “acotr”. Fields are: actor, action, partner, target, "
                                   "request, after, before."_s);
        QTRY_COMPARE(driver.rows(), 3);                                       // the rest of the line holds
        QCOMPARE(driver.query()->text(), u"acotr:ops-1 action:grant.edit"_s); // nothing typed is lost
        // It is a plain text, whatever stands before the colon.
        QCOMPARE(driver.child<QLabel>(u"auditQueryMessage"_s)->textFormat(), Qt::PlainText);
        driver.query()->setText(u"actor:ops-2 action:grant.edit"_s);
        QTRY_COMPARE(driver.message(), QString());
    }

    void aFieldWithoutAValueIsNoAnswer()
    {
        AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 12);
        const auto asked = fixture.backend.asked(u"list"_s).size();
        for (const QString &line : {u"actor:"_s, u"action:grant.edit TARGET:"_s, u"actor:\"\""_s}) {
            driver.query()->setText(line);
            QTest::keyClick(driver.query(), Qt::Key_Return);
            QCOMPARE(driver.states()->state(), ViewState::Empty);
            QCOMPARE(driver.states()->empty()->title(), u"A value is missing"_s);
            QVERIFY(!driver.table()->isVisible());
            QCOMPARE(fixture.page->statusText().counts, QString());
        }
        fixture.page->refresh(); // and news do not bring the rows back
        settle(3);
        QCOMPARE(driver.states()->state(), ViewState::Empty);
        QVERIFY(fixture.backend.lastQuery(u"action"_s).isEmpty() &&
                fixture.backend.asked(u"list"_s).size() <= asked + 1);
        driver.query()->setText(u"actor:ops-2"_s);
        QTest::keyClick(driver.query(), Qt::Key_Return);
        QTRY_COMPARE(driver.rows(), 6);
        QCOMPARE(driver.states()->state(), ViewState::Content);
        QCOMPARE(fixture.page->statusText().counts, u"6 matching event(s) · newest first"_s);
    }

    void theRangeNarrows()
    {
        AuditFixture fixture(150);
        const AuditPanelDriver driver{fixture.page};
        QTRY_VERIFY(driver.rows() >= 100);
        QCOMPARE(driver.child<TimeChip>(u"auditTime"_s)->value(), u"Any time"_s);
        QCOMPARE(fixture.backend.lastQuery(u"from"_s), QString());
        driver.typeTime(u"-1h"_s);
        QTRY_COMPARE(driver.rows(), 61);
        QCOMPARE(QDateTime::fromString(fixture.backend.lastQuery(u"from"_s), Qt::ISODateWithMs),
                 fixture.pages.clock.now().addSecs(-3600));
    }

    void nothingFoundIsSaid()
    {
        AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 12);
        driver.query()->setText(u"no such words"_s);
        QTRY_COMPARE(driver.states()->state(), ViewState::Empty);
        QCOMPARE(driver.states()->empty()->title(), u"No events match"_s);
        QVERIFY(driver.query()->isVisible()); // the line stays, to be corrected
        driver.query()->clear();
        QTRY_COMPARE(driver.rows(), 12);
        QCOMPARE(driver.states()->state(), ViewState::Content);
    }

    void theLineIsAPlace()
    {
        AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        QSignalSpy places(fixture.page, &views::Page::locationChanged);
        fixture.page->open({{}, u"audit"_s, {}, {{u"q"_s, u"actor:ops-2"_s}}});
        QCOMPARE(driver.query()->text(), u"actor:ops-2"_s);
        QTRY_COMPARE(driver.rows(), 6);
        QCOMPARE(places.last().first().value<Location>().query.value(u"q"_s), u"actor:ops-2"_s);
        const auto asked = fixture.backend.asked(u"list"_s).size();
        fixture.page->open({{}, u"audit"_s, {}, {{u"q"_s, u"actor:ops-2"_s}}}); // there already
        settle(3);
        QCOMPARE(fixture.backend.asked(u"list"_s).size(), asked);
        // What a place filled in can be emptied with the line's own button.
        auto *clear = driver.query()->findChild<QToolButton *>();
        for (auto *button : driver.query()->findChildren<QToolButton *>())
            if (button->parentWidget() == driver.query() && button->x() > driver.query()->width() / 2)
                clear = button;
        QTRY_VERIFY(clear && clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(driver.query()->text(), QString());
        QTRY_COMPARE(driver.rows(), 12);
    }

    void theStateComesBack()
    {
        AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 12);
        driver.query()->setText(u"actor:ops-2"_s);
        driver.typeTime(u"-24h"_s);
        QTest::keyClick(driver.query(), Qt::Key_Return);
        QTRY_COMPARE(driver.rows(), 6);
        QVERIFY(driver.open(3));
        const QVariantMap state = fixture.page->saveState();
        const QVariant current = driver.table()->currentKey();
        driver.query()->clear();
        QTest::keyClick(driver.child<TimeChip>(u"auditTime"_s), Qt::Key_Delete); // all of time
        QTRY_COMPARE(driver.rows(), 12);
        driver.child<QToolButton>(u"closeEventPane"_s)->click();
        fixture.page->restoreState(state);
        QCOMPARE(driver.query()->text(), u"actor:ops-2"_s);
        QTRY_COMPARE(driver.rows(), 6);
        QCOMPARE(driver.table()->currentKey(), current);
        QVERIFY(driver.pane()->isVisible());
    }

    void theFilterHasAKey()
    {
        AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        QVERIFY(QTest::qWaitForWindowActive(&fixture.pages.window));
        QTRY_COMPARE(driver.rows(), 12);
        fixture.page->focusContent();
        QVERIFY(driver.table()->hasFocus());
        QTest::keyClick(driver.table(), Qt::Key_Slash);
        QVERIFY(driver.query()->hasFocus());
        QTest::keyClick(driver.query(), Qt::Key_Slash); // a letter like any other there
        QCOMPARE(driver.query()->text(), u"/"_s);
    }

    // States

    void whoMayNotReadIsToldWhatIsMissing()
    {
        const AuditFixture fixture(12, [](AuditFixture &own) {
            own.backend.refuse(u"list"_s, 403, u"forbidden"_s, {{u"permission"_s, u"audit.list"_s}});
        });
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.states()->state(), ViewState::Forbidden);
        QString said;
        for (const QLabel *label : driver.child<QWidget>(u"forbiddenState"_s)->findChildren<QLabel *>())
            said += label->text();
        QVERIFY2(said.contains(u"audit.list"_s), qPrintable(said));
    }

    void aFailureCanBeTriedAgain()
    {
        AuditFixture fixture(12,
                             [](AuditFixture &own) { own.backend.refuse(u"list"_s, 500, u"internal"_s); });
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.states()->state(), ViewState::Error);
        auto *error = driver.states()->findChild<ErrorState *>();
        QCOMPARE(error->error().what, u"The audit trail could not be loaded."_s);
        Q_EMIT error->copyRequested(error->error().requestId);
        QCOMPARE(fixture.pages.clipboard.text, u"req_scripted"_s);
        Q_EMIT error->retryRequested();
        QTRY_COMPARE(driver.rows(), 12);
    }

    void offlineRowsStay()
    {
        AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 12);
        fixture.pages.service->mood = Mood::Away;
        fixture.page->refresh();
        QTRY_COMPARE(driver.states()->state(), ViewState::Offline);
        QCOMPARE(driver.rows(), 12);
        QVERIFY(driver.table()->isVisible());
        QTRY_COMPARE(pageBadge(fixture), u"Could not be checked"_s); // not "does not match"
    }

    // The tab of one partner

    void aPartnersTabIsAboutThatPartner()
    {
        AuditFixture fixture(12);
        delete std::exchange(fixture.page, nullptr);
        auto *page = new PartnerPage(fixture.pages.context, fixture.pages.parts);
        const QString id = fixture.pages.idOf(u"Cardinal Payroll"_s);
        const QString other = fixture.pages.idOf(u"Marlow Bank"_s);
        QCOMPARE(fixture.backend.event(0).partnerId, id);
        QCOMPARE(fixture.backend.event(2).partnerId, other);
        page->open(places::partnerPage(id, u"audit"_s));
        fixture.pages.show(page);
        const AuditPanelDriver driver{page};
        QTRY_COMPARE(driver.rows(), 8);
        QCOMPARE(fixture.backend.lastQuery(u"partner_id"_s), id);
        QCOMPARE(page->statusText().counts, u"8 matching event(s) · newest first"_s);
        // The line narrows within the partner and never leaves it.
        driver.query()->setText(u"partner:"_s + other + u" actor:ops-2"_s);
        QTest::keyClick(driver.query(), Qt::Key_Return);
        QCOMPARE(fixture.backend.lastQuery(u"partner_id"_s), id);
        QTRY_COMPARE(driver.rows(), 4);
        QMenu *menu = driver.menuOf(0);
        QVERIFY(menu);
        QVERIFY(actionOf(menu, u"Filter for this actor"_s));
        QVERIFY(!actionOf(menu, u"Filter for this partner"_s));
        menu->close();
        QVERIFY(driver.open(0));
        QTRY_COMPARE(driver.proofBadge()->text(), u"Intact"_s);
        // Another partner: its events, and not the event of the one before.
        driver.query()->clear();
        page->open(places::partnerPage(other, u"audit"_s));
        QCOMPARE(fixture.backend.lastQuery(u"partner_id"_s), other);
        QCOMPARE(driver.rows(), 0); // those of the one before go at once
        QVERIFY(!driver.pane()->isVisible());
        QTRY_COMPARE(driver.rows(), 4);
        for (int row = 0; row < 4; ++row)
            QCOMPARE(driver.cell(row, AuditListModel::TargetColumn), u"Marlow Bank"_s);
    }

    void aPartnerWithoutEventsSaysSo()
    {
        AuditFixture fixture(2); // both about another one
        delete std::exchange(fixture.page, nullptr);
        auto *page = new PartnerPage(fixture.pages.context, fixture.pages.parts);
        page->open(places::partnerPage(fixture.pages.idOf(u"Marlow Bank"_s), u"audit"_s));
        fixture.pages.show(page);
        QTRY_COMPARE(AuditPanelDriver{page}.states()->state(), ViewState::Empty);
    }
};

PC_THEMED_TEST_MAIN(AuditPageTest)
#include "tst_audit_page.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/audit/audit_panel_driver.h"
#include "tests/views/themed_test.h"
#include "views/widgets/code_block.h"
#include "views/widgets/diff_table.h"
#include "views/widgets/underline_tabs.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;
using models::AuditListModel;

/// One event beside the table, and what the console itself verified.
class AuditEventTest final : public QObject
{
    Q_OBJECT
public:
    explicit AuditEventTest(ThemeController &) {}

private Q_SLOTS:
    void thePaneShowsBeforeAndAfter()
    {
        AuditFixture fixture(6);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 6);
        driver.table()->setCurrentIndex(driver.table()->model()->index(3, 0));
        settle(3);
        QVERIFY(fixture.backend.asked(u"event"_s).isEmpty()); // not read before somebody looks
        QVERIFY(driver.open(4));                              // event 1: a grant was edited
        QTRY_COMPARE(fixture.backend.asked(u"event"_s).size(), 1);
        auto *diff = driver.child<DiffTable>(u"eventDiff"_s);
        QTRY_VERIFY(diff->isVisible());
        const auto *rows = diff->model();
        const auto line = [rows](int row) {
            QStringList cells;
            for (int column = 0; column < rows->columnCount(); ++column)
                cells.append(rows->index(row, column).data().toString());
            return cells.join(u'|');
        };
        QCOMPARE(rows->rowCount(), 3);
        QVERIFY2(line(0).startsWith(u"scopes|"_s) && line(0).contains(u"orders:write"_s),
                 qPrintable(line(0)));
        QVERIFY2(line(1).contains(u"1000"_s) && line(1).contains(u"2000"_s), qPrintable(line(1)));
        QVERIFY2(line(2).startsWith(u"override|"_s) && line(2).contains(u"none"_s), qPrintable(line(2)));
        QCOMPARE(diff->changeCount(), 3);
        QString said;
        for (const QLabel *label : driver.pane()->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            said += label->text() + u'\n';
        }
        QVERIFY2(said.contains(u"Scopes and limits changed"_s), qPrintable(said));
        QVERIFY2(said.contains(u"ops-2 on Cardinal Payroll · 4 min ago · 2025-11-21 10:20:00.000 UTC"_s),
                 qPrintable(said));
        // The request and the bytes as they are stored.
        QCOMPARE(driver.child<QLabel>(u"value.request"_s)->text(), u"req_0"_s);
        QCOMPARE(driver.child<QLabel>(u"value.source"_s)->text(), u"192.0.2.1"_s);
        QCOMPARE(driver.child<QLabel>(u"value.people"_s)->text(), u"One person did this alone"_s);
        QCOMPARE(driver.child<QLabel>(u"value.ticket"_s)->text(), u"CHG-1"_s);
        auto *tabs = driver.child<UnderlineTabs>(u"eventTabs"_s);
        tabs->setCurrentId(u"raw"_s);
        QString raw;
        for (const CodeBlock *block : driver.pane()->findChildren<CodeBlock *>())
            raw += block->isVisible() ? block->code() : QString();
        QVERIFY2(raw.contains(u"\"action\": \"grant.edit\""_s), qPrintable(raw));
        QVERIFY(!diff->isVisible());
        tabs->setCurrentId(u"changes"_s);
        driver.child<QToolButton>(u"copyEventId"_s)->click();
        QCOMPARE(fixture.pages.clipboard.text, u"evt_000001"_s);
        // The pane follows the rows; an event without changes says so.
        driver.table()->setCurrentIndex(driver.table()->model()->index(5, 0));
        QTRY_VERIFY(!diff->isVisible() && driver.child<QLabel>(u"value.event"_s)->text() == u"evt_000000"_s);
        said.clear();
        for (const QLabel *label : driver.pane()->findChildren<QLabel *>())
            said += label->isVisible() ? label->text() : QString();
        QVERIFY(said.contains(u"This event changed no fields."_s));
    }

    void closingThePaneGivesTheFocusBack()
    {
        const AuditFixture fixture(6);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 6);
        QVERIFY(driver.open(0));
        auto *close = driver.child<QToolButton>(u"closeEventPane"_s);
        close->setFocus();
        close->click();
        QVERIFY(!driver.pane()->isVisible());
        QTRY_VERIFY(driver.table()->hasFocus());
        QTest::keyClick(driver.table(), Qt::Key_Space); // peeks
        QVERIFY(driver.pane()->isVisible());
        QTest::keyClick(driver.table(), Qt::Key_Space);
        QVERIFY(!driver.pane()->isVisible());
    }

    void anEventThatCannotBeReadIsTriedAgain()
    {
        AuditFixture fixture(6);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 6);
        fixture.backend.refuse(u"event"_s, 500, u"internal"_s);
        QVERIFY(driver.open(0));
        auto *states = driver.pane()->findChild<StateStack *>();
        QTRY_COMPARE(states->state(), ViewState::Error);
        Q_EMIT states->retryRequested();
        QTRY_COMPARE(states->state(), ViewState::Content);
        QTRY_COMPARE(driver.proofBadge()->text(), u"Intact"_s);
    }

    void relatedEventsAreOneClickAway_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("rows");
        QTest::newRow("actor") << u"sameActorButton"_s << u"agreed actor:ops-2"_s << 6;
        QTest::newRow("request") << u"sameRequestButton"_s << u"agreed request:req_0"_s << 2;
        QTest::newRow("object") << u"sameTargetButton"_s << QString() << 8;
    }
    void relatedEventsAreOneClickAway()
    {
        QFETCH(const QString, button);
        QFETCH(const QString, line);
        QFETCH(const int, rows);
        AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        fixture.page->open({{}, u"audit"_s, {}, {{u"q"_s, u"agreed"_s}}});
        QTRY_COMPARE(driver.rows(), 12);
        QVERIFY(driver.open(10)); // event 1
        QTRY_VERIFY(fixture.event.record().has_value());
        driver.child<UnderlineTabs>(u"eventTabs"_s)->setCurrentId(u"request"_s);
        QSignalSpy places(fixture.page, &views::Page::locationChanged);
        driver.child<QPushButton>(button)->click();
        const QString wanted =
            line.isEmpty() ? u"agreed target:"_s + fixture.backend.event(1).targetId : line;
        QCOMPARE(driver.query()->text(), wanted);
        QCOMPARE(places.last().first().value<Location>().query.value(u"q"_s), wanted);
        QTRY_COMPARE(driver.rows(), rows);
    }

    void theMenuFiltersAndCopies()
    {
        AuditFixture fixture(12);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(driver.rows(), 12);
        QMenu *menu = driver.menuOf(9); // event 2, of the second partner
        QVERIFY(menu);
        actionOf(menu, u"Copy event ID"_s)->trigger();
        QCOMPARE(fixture.pages.clipboard.text, u"evt_000002"_s);
        actionOf(menu, u"Copy time (ISO 8601)"_s)->trigger();
        QCOMPARE(fixture.pages.clipboard.text, u"2025-11-21T10:15:00.000Z"_s);
        actionOf(menu, u"Copy value"_s)->trigger();
        QCOMPARE(fixture.pages.clipboard.text, u"Credential revoked"_s);
        actionOf(menu, u"Filter for this partner"_s)->trigger();
        QCOMPARE(driver.query()->text(), u"partner:"_s + fixture.backend.event(2).partnerId);
        QCOMPARE(fixture.backend.lastQuery(u"partner_id"_s), fixture.backend.event(2).partnerId);
        QTRY_COMPARE(driver.rows(), 4);
        menu->close();
        driver.table()->selectRow(0);
        driver.table()->setFocus();
        QTest::keySequence(driver.table(), QKeySequence(QKeySequence::Copy));
        QVERIFY2(fixture.pages.clipboard.text.startsWith(u"2025-11-21 10:24:00.000\t"_s),
                 qPrintable(fixture.pages.clipboard.text));
    }

    // What the console itself verified

    void everyEventThatIsLookedAtIsProven()
    {
        AuditFixture fixture(9);
        const AuditPanelDriver driver{fixture.page};
        QTRY_COMPARE(pageBadge(fixture), u"Verified to checkpoint 10:24 UTC"_s);
        QVERIFY(fixture.page->findChild<Badge *>(u"integrityBadge"_s)->toolTip().startsWith(u"9 event"_s));
        QVERIFY(driver.open(3));
        QTRY_COMPARE(driver.proofBadge()->text(), u"Intact"_s);
        QCOMPARE(driver.proofBadge()->severity(), Severity::Ok);
        QCOMPARE(driver.child<QLabel>(u"value.leaf"_s)->text(), fixture.event.leafHash());
        QCOMPARE(driver.child<QLabel>(u"value.index"_s)->text(), u"5"_s);
        QCOMPARE(driver.child<QLabel>(u"value.checkpoint"_s)->text(),
                 u"9 event(s), signed 2025-11-21 10:24:00 UTC"_s);
        const auto proofs = fixture.backend.asked(u"proof"_s).size();
        driver.child<QPushButton>(u"verifyEventButton"_s)->click();
        QTRY_COMPARE(fixture.backend.asked(u"proof"_s).size(), proofs + 1);
        QTRY_COMPARE(driver.proofBadge()->text(), u"Intact"_s);
    }

    void changedBytesAreFound()
    {
        AuditFixture fixture(9, [](AuditFixture &own) { own.backend.forge(5, u"somebody-else"_s); });
        const AuditPanelDriver driver{fixture.page};
        QTRY_VERIFY(pageBadge(fixture).startsWith(u"Verified"_s)); // the log itself stands
        QVERIFY(driver.open(3));
        QTRY_COMPARE(driver.proofBadge()->text(), u"Mismatch"_s);
        QCOMPARE(driver.proofBadge()->severity(), Severity::Bad);
        QVERIFY(driver.open(4)); // its neighbours are as they were
        QTRY_COMPARE(driver.proofBadge()->text(), u"Intact"_s);
    }

    void whatIsNewerThanTheCheckpointIsNeutral()
    {
        AuditFixture fixture(9, [](AuditFixture &own) { own.backend.anchored = 8; });
        const AuditPanelDriver driver{fixture.page};
        QTRY_VERIFY(pageBadge(fixture).startsWith(u"Verified"_s));
        QVERIFY(driver.open(0));
        QTRY_COMPARE(driver.proofBadge()->text(), u"Not yet anchored"_s);
        QCOMPARE(driver.proofBadge()->severity(), Severity::Neutral);
        fixture.backend.anchored = -1; // the next checkpoint came
        driver.child<QPushButton>(u"verifyEventButton"_s)->click();
        QTRY_COMPARE(driver.proofBadge()->text(), u"Intact"_s);
    }

    void aProofThatCannotBeFetchedIsNoMismatch()
    {
        AuditFixture fixture(9);
        const AuditPanelDriver driver{fixture.page};
        QTRY_VERIFY(pageBadge(fixture).startsWith(u"Verified"_s));
        fixture.backend.refuse(u"proof"_s, 503, u"unavailable"_s);
        QVERIFY(driver.open(3));
        QTRY_COMPARE(driver.proofBadge()->text(), u"Could not be checked"_s);
        QCOMPARE(driver.proofBadge()->severity(), Severity::Warn);
        driver.child<QPushButton>(u"verifyEventButton"_s)->click();
        QTRY_COMPARE(driver.proofBadge()->text(), u"Intact"_s);
    }

    void verifyNowSaysWhatItFound()
    {
        AuditFixture fixture(9);
        auto *verify = fixture.page->findChild<QPushButton *>(u"verifyLogButton"_s);
        auto *badge = fixture.page->findChild<Badge *>(u"integrityBadge"_s);
        QTRY_VERIFY(pageBadge(fixture).startsWith(u"Verified"_s));
        fixture.backend.grow(8); // the log grew, and says so with a proof
        const auto asked = fixture.backend.asked(u"checkpoint"_s).size();
        verify->click();
        verify->click();              // one check at a time
        QVERIFY(verify->isEnabled()); // what goes off loses the focus
        QCOMPARE(badge->text(), u"Checking the log"_s);
        QTRY_VERIFY(badge->text() != u"Checking the log"_s);
        QCOMPARE(fixture.backend.asked(u"checkpoint"_s).size(), asked + 1);
        QVERIFY2(badge->toolTip().startsWith(u"17 event"_s), qPrintable(badge->toolTip()));
        QCOMPARE(fixture.pages.toastText(), badge->toolTip()); // the badge itself may look as before
        const auto told = fixture.pages.toasts.toasts().size();
        fixture.page->refresh(); // nobody asked for the result
        QTRY_VERIFY(badge->text() != u"Checking the log"_s);
        QCOMPARE(fixture.pages.toasts.toasts().size(), told);
        QCOMPARE(fixture.backend.asked(u"proof"_s).size(), 1);
        fixture.backend.anchored = 12; // it shrank
        verify->click();
        QTRY_COMPARE(badge->text(), u"The log does not match"_s);
        QCOMPARE(badge->severity(), Severity::Bad);
        QVERIFY(badge->accessibleDescription().contains(u"changed, cut or forked"_s));
        QCOMPARE(fixture.pages.toastText(), badge->toolTip());
        fixture.backend.anchored = -1;
        verify->click();
        QTRY_VERIFY(badge->text().startsWith(u"Verified"_s));
        fixture.backend.refuse(u"checkpoint"_s, 503, u"unavailable"_s);
        verify->click();
        QTRY_COMPARE(badge->text(), u"Could not be checked"_s);
        QCOMPARE(badge->severity(), Severity::Warn);
        QVERIFY(badge->toolTip().startsWith(u"The log could not be checked."_s));
        fixture.backend.changeKey();
        verify->click();
        QTRY_COMPARE(badge->text(), u"Signed by another key"_s);
        QCOMPARE(badge->severity(), Severity::Bad);
    }
};

PC_THEMED_TEST_MAIN(AuditEventTest)
#include "tst_audit_event.moc"

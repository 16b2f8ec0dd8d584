// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/audit/panel_parts.h"
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
        AuditFixture room(6);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 6);
        parts.table()->setCurrentIndex(parts.table()->model()->index(3, 0));
        settle(3);
        QVERIFY(room.backend.asked(u"event"_s).isEmpty()); // not read before somebody looks
        QVERIFY(parts.open(4));                            // event 1: a grant was edited
        QTRY_COMPARE(room.backend.asked(u"event"_s).size(), 1);
        auto *diff = parts.child<DiffTable>(u"eventDiff"_s);
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
        for (const QLabel *label : parts.pane()->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            said += label->text() + u'\n';
        }
        QVERIFY2(said.contains(u"Scopes and limits changed"_s), qPrintable(said));
        QVERIFY2(said.contains(u"ops-2 on Cardinal Payroll · 4 min ago · 2025-11-21 10:20:00.000 UTC"_s),
                 qPrintable(said));
        // The request and the bytes as they are stored.
        QCOMPARE(parts.child<QLabel>(u"value.request"_s)->text(), u"req_0"_s);
        QCOMPARE(parts.child<QLabel>(u"value.source"_s)->text(), u"192.0.2.1"_s);
        QCOMPARE(parts.child<QLabel>(u"value.people"_s)->text(), u"One person did this alone"_s);
        QCOMPARE(parts.child<QLabel>(u"value.ticket"_s)->text(), u"CHG-1"_s);
        auto *tabs = parts.child<UnderlineTabs>(u"eventTabs"_s);
        tabs->setCurrentId(u"raw"_s);
        QString raw;
        for (const CodeBlock *block : parts.pane()->findChildren<CodeBlock *>())
            raw += block->isVisible() ? block->code() : QString();
        QVERIFY2(raw.contains(u"\"action\": \"grant.edit\""_s), qPrintable(raw));
        QVERIFY(!diff->isVisible());
        tabs->setCurrentId(u"changes"_s);
        parts.child<QToolButton>(u"copyEventId"_s)->click();
        QCOMPARE(room.pages.clipboard.text, u"evt_000001"_s);
        // The pane follows the rows; an event without changes says so.
        parts.table()->setCurrentIndex(parts.table()->model()->index(5, 0));
        QTRY_VERIFY(!diff->isVisible() && parts.child<QLabel>(u"value.event"_s)->text() == u"evt_000000"_s);
        said.clear();
        for (const QLabel *label : parts.pane()->findChildren<QLabel *>())
            said += label->isVisible() ? label->text() : QString();
        QVERIFY(said.contains(u"This event changed no fields."_s));
    }

    void closingThePaneGivesTheFocusBack()
    {
        const AuditFixture room(6);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 6);
        QVERIFY(parts.open(0));
        auto *close = parts.child<QToolButton>(u"closeEventPane"_s);
        close->setFocus();
        close->click();
        QVERIFY(!parts.pane()->isVisible());
        QTRY_VERIFY(parts.table()->hasFocus());
        QTest::keyClick(parts.table(), Qt::Key_Space); // peeks
        QVERIFY(parts.pane()->isVisible());
        QTest::keyClick(parts.table(), Qt::Key_Space);
        QVERIFY(!parts.pane()->isVisible());
    }

    void anEventThatCannotBeReadIsTriedAgain()
    {
        AuditFixture room(6);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 6);
        room.backend.refuse(u"event"_s, 500, u"internal"_s);
        QVERIFY(parts.open(0));
        auto *states = parts.pane()->findChild<StateStack *>();
        QTRY_COMPARE(states->state(), ViewState::Error);
        Q_EMIT states->retryRequested();
        QTRY_COMPARE(states->state(), ViewState::Content);
        QTRY_COMPARE(parts.proofBadge()->text(), u"Intact"_s);
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
        AuditFixture room(12);
        const PanelParts parts{room.page};
        room.page->open({{}, u"audit"_s, {}, {{u"q"_s, u"agreed"_s}}});
        QTRY_COMPARE(parts.rows(), 12);
        QVERIFY(parts.open(10)); // event 1
        QTRY_VERIFY(room.event.record().has_value());
        parts.child<UnderlineTabs>(u"eventTabs"_s)->setCurrentId(u"request"_s);
        QSignalSpy places(room.page, &views::Page::locationChanged);
        parts.child<QPushButton>(button)->click();
        const QString wanted = line.isEmpty() ? u"agreed target:"_s + room.backend.event(1).targetId : line;
        QCOMPARE(parts.query()->text(), wanted);
        QCOMPARE(places.last().first().value<Location>().query.value(u"q"_s), wanted);
        QTRY_COMPARE(parts.rows(), rows);
    }

    void theMenuFiltersAndCopies()
    {
        AuditFixture room(12);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 12);
        QMenu *menu = parts.menuOf(9); // event 2, of the second partner
        QVERIFY(menu);
        actionOf(menu, u"Copy event ID"_s)->trigger();
        QCOMPARE(room.pages.clipboard.text, u"evt_000002"_s);
        actionOf(menu, u"Copy time (ISO 8601)"_s)->trigger();
        QCOMPARE(room.pages.clipboard.text, u"2025-11-21T10:15:00.000Z"_s);
        actionOf(menu, u"Copy value"_s)->trigger();
        QCOMPARE(room.pages.clipboard.text, u"Credential revoked"_s);
        actionOf(menu, u"Filter for this partner"_s)->trigger();
        QCOMPARE(parts.query()->text(), u"partner:"_s + room.backend.event(2).partnerId);
        QCOMPARE(room.backend.lastQuery(u"partner_id"_s), room.backend.event(2).partnerId);
        QTRY_COMPARE(parts.rows(), 4);
        menu->close();
        parts.table()->selectRow(0);
        parts.table()->setFocus();
        QTest::keySequence(parts.table(), QKeySequence(QKeySequence::Copy));
        QVERIFY2(room.pages.clipboard.text.startsWith(u"2025-11-21 10:24:00.000\t"_s),
                 qPrintable(room.pages.clipboard.text));
    }

    // What the console itself verified

    void everyEventThatIsLookedAtIsProven()
    {
        AuditFixture room(9);
        const PanelParts parts{room.page};
        QTRY_COMPARE(pageBadge(room), u"Verified to checkpoint 10:24 UTC"_s);
        QVERIFY(room.page->findChild<Badge *>(u"integrityBadge"_s)->toolTip().startsWith(u"9 event"_s));
        QVERIFY(parts.open(3));
        QTRY_COMPARE(parts.proofBadge()->text(), u"Intact"_s);
        QCOMPARE(parts.proofBadge()->severity(), Severity::Ok);
        QCOMPARE(parts.child<QLabel>(u"value.leaf"_s)->text(), room.event.leafHash());
        QCOMPARE(parts.child<QLabel>(u"value.index"_s)->text(), u"5"_s);
        QCOMPARE(parts.child<QLabel>(u"value.checkpoint"_s)->text(),
                 u"9 event(s), signed 2025-11-21 10:24:00 UTC"_s);
        const auto proofs = room.backend.asked(u"proof"_s).size();
        parts.child<QPushButton>(u"verifyEventButton"_s)->click();
        QTRY_COMPARE(room.backend.asked(u"proof"_s).size(), proofs + 1);
        QTRY_COMPARE(parts.proofBadge()->text(), u"Intact"_s);
    }

    void changedBytesAreFound()
    {
        AuditFixture room(9, [](AuditFixture &own) { own.backend.forge(5, u"somebody-else"_s); });
        const PanelParts parts{room.page};
        QTRY_VERIFY(pageBadge(room).startsWith(u"Verified"_s)); // the log itself stands
        QVERIFY(parts.open(3));
        QTRY_COMPARE(parts.proofBadge()->text(), u"Mismatch"_s);
        QCOMPARE(parts.proofBadge()->severity(), Severity::Bad);
        QVERIFY(parts.open(4)); // its neighbours are as they were
        QTRY_COMPARE(parts.proofBadge()->text(), u"Intact"_s);
    }

    void whatIsNewerThanTheCheckpointIsNeutral()
    {
        AuditFixture room(9, [](AuditFixture &own) { own.backend.anchored = 8; });
        const PanelParts parts{room.page};
        QTRY_VERIFY(pageBadge(room).startsWith(u"Verified"_s));
        QVERIFY(parts.open(0));
        QTRY_COMPARE(parts.proofBadge()->text(), u"Not yet anchored"_s);
        QCOMPARE(parts.proofBadge()->severity(), Severity::Neutral);
        room.backend.anchored = -1; // the next checkpoint came
        parts.child<QPushButton>(u"verifyEventButton"_s)->click();
        QTRY_COMPARE(parts.proofBadge()->text(), u"Intact"_s);
    }

    void aProofThatCannotBeFetchedIsNoMismatch()
    {
        AuditFixture room(9);
        const PanelParts parts{room.page};
        QTRY_VERIFY(pageBadge(room).startsWith(u"Verified"_s));
        room.backend.refuse(u"proof"_s, 503, u"unavailable"_s);
        QVERIFY(parts.open(3));
        QTRY_COMPARE(parts.proofBadge()->text(), u"Could not be checked"_s);
        QCOMPARE(parts.proofBadge()->severity(), Severity::Warn);
        parts.child<QPushButton>(u"verifyEventButton"_s)->click();
        QTRY_COMPARE(parts.proofBadge()->text(), u"Intact"_s);
    }

    void verifyNowSaysWhatItFound()
    {
        AuditFixture room(9);
        auto *verify = room.page->findChild<QPushButton *>(u"verifyLogButton"_s);
        auto *badge = room.page->findChild<Badge *>(u"integrityBadge"_s);
        QTRY_VERIFY(pageBadge(room).startsWith(u"Verified"_s));
        room.backend.grow(8); // the log grew, and says so with a proof
        const auto asked = room.backend.asked(u"checkpoint"_s).size();
        verify->click();
        verify->click();              // one check at a time
        QVERIFY(verify->isEnabled()); // what goes off loses the focus
        QCOMPARE(badge->text(), u"Checking the log"_s);
        QTRY_VERIFY(badge->text() != u"Checking the log"_s);
        QCOMPARE(room.backend.asked(u"checkpoint"_s).size(), asked + 1);
        QVERIFY2(badge->toolTip().startsWith(u"17 event"_s), qPrintable(badge->toolTip()));
        QCOMPARE(room.pages.toastText(), badge->toolTip()); // the badge itself may look as before
        const auto told = room.pages.toasts.toasts().size();
        room.page->refresh(); // nobody asked for the result
        QTRY_VERIFY(badge->text() != u"Checking the log"_s);
        QCOMPARE(room.pages.toasts.toasts().size(), told);
        QCOMPARE(room.backend.asked(u"proof"_s).size(), 1);
        room.backend.anchored = 12; // it shrank
        verify->click();
        QTRY_COMPARE(badge->text(), u"The log does not match"_s);
        QCOMPARE(badge->severity(), Severity::Bad);
        QVERIFY(badge->accessibleDescription().contains(u"changed, cut or forked"_s));
        QCOMPARE(room.pages.toastText(), badge->toolTip());
        room.backend.anchored = -1;
        verify->click();
        QTRY_VERIFY(badge->text().startsWith(u"Verified"_s));
        room.backend.refuse(u"checkpoint"_s, 503, u"unavailable"_s);
        verify->click();
        QTRY_COMPARE(badge->text(), u"Could not be checked"_s);
        QCOMPARE(badge->severity(), Severity::Warn);
        QVERIFY(badge->toolTip().startsWith(u"The log could not be checked."_s));
        room.backend.changeKey();
        verify->click();
        QTRY_COMPARE(badge->text(), u"Signed by another key"_s);
        QCOMPARE(badge->severity(), Severity::Bad);
    }
};

PC_THEMED_TEST_MAIN(AuditEventTest)
#include "tst_audit_event.moc"

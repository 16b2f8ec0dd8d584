// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/item_roles.h"
#include "tests/support/samples.h"
#include "tests/views/audit/panel_parts.h"
#include "tests/views/themed_test.h"
#include "views/partner/partner_page.h"
#include "views/partner/partner_places.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/error_state.h"
#include "views/widgets/message_banner.h"

#include <QComboBox>
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
        const AuditFixture room(12);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 12);
        QCOMPARE(parts.states()->state(), ViewState::Content);
        QCOMPARE(parts.cell(0, AuditListModel::TimeColumn), u"2025-11-21 10:24:00.000"_s);
        QCOMPARE(parts.cell(11, AuditListModel::TimeColumn), u"2025-11-21 10:13:00.000"_s);
        QCOMPARE(parts.cell(11, AuditListModel::SentenceColumn), u"Credential issued"_s);
        QCOMPARE(parts.cell(11, AuditListModel::ActorColumn), u"ops-1"_s);
        QCOMPARE(parts.cell(11, AuditListModel::TargetColumn), u"Cardinal Payroll"_s);
        QCOMPARE(parts.cell(11, AuditListModel::TicketColumn), u"CHG-0"_s);
        QVERIFY(parts.table()->isColumnHidden(AuditListModel::IndexColumn));
        QCOMPARE(room.page->statusText().counts, u"12 matching event(s) · newest first"_s);
        QVERIFY(room.page->statusText().freshness.startsWith(u"Updated"_s));
        QVERIFY(!parts.table()->grab().isNull()); // every cell of the delegate paints
    }

    void furtherPagesComeWhileScrolling()
    {
        AuditFixture room(230);
        const PanelParts parts{room.page};
        QTRY_VERIFY(parts.rows() >= 100);
        for (int i = 0; i < 10 && parts.rows() < 230; ++i) {
            parts.table()->scrollToBottom();
            settle(3);
        }
        QCOMPARE(parts.rows(), 230);
        QCOMPARE(parts.cell(229, AuditListModel::TicketColumn), u"CHG-0"_s);
        QSet<QString> ids;
        for (int row = 0; row < 230; ++row)
            ids.insert(parts.table()->model()->index(row, 0).data(models::IdRole).toString());
        QCOMPARE(ids.size(), 230); // none twice
        const auto asked = room.backend.asked(u"list"_s).size();
        parts.table()->scrollToBottom();
        settle(3);
        QCOMPARE(room.backend.asked(u"list"_s).size(), asked); // the end is known
    }

    /// A page that fails is not asked for again by scrolling: it is said, and Retry goes on.
    void aFailedPageIsSaidAndRetried()
    {
        AuditFixture room(0, [](AuditFixture &own) { own.backend.grow(150); });
        const PanelParts parts{room.page};
        QTRY_VERIFY(parts.rows() >= 100);
        if (parts.rows() == 150)
            QSKIP("the whole log fits the window");
        room.backend.refuse(u"list"_s, 500, u"internal"_s, {{u"detail"_s, u"The index is busy."_s}});
        parts.table()->scrollToBottom();
        QTRY_VERIFY(room.list.pageFailed());
        const auto asked = room.backend.asked(u"list"_s).size();
        QCOMPARE(parts.states()->state(), ViewState::Stale);
        auto *banner = parts.states()->findChild<MessageBanner *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(u"a fault of its own"_s), qPrintable(banner->text()));
        QVERIFY(!banner->text().contains(u"The index is busy."_s)); // the service's words are for its log
        QVERIFY(parts.table()->isVisible());
        parts.table()->verticalScrollBar()->setValue(0);
        parts.table()->scrollToBottom();
        settle(3);
        QCOMPARE(room.backend.asked(u"list"_s).size(), asked);
        Q_EMIT banner->actionTriggered();
        QTRY_COMPARE(parts.rows(), 150);
        QCOMPARE(parts.states()->state(), ViewState::Content);
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
        const AuditFixture room(90);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 90);
        PcTableView *table = parts.table();
        if (row >= 0)
            table->selectRow(row);
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
        const QVariant chosen = table->currentKey();
        const QScrollBar *bar = table->verticalScrollBar();
        QVERIFY(bar->value() > 0);
        QTest::keyClicks(parts.query(), u"actor:ops-2"_s);
        QTRY_COMPARE(parts.rows(), 45);
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
        room.page->refresh();
        settle(20);
        QCOMPARE(bar->value(), place);
    }

    void newEventsAreHeldBack()
    {
        AuditFixture room(5);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 5);
        room.backend.append(room.backend.event(0));
        room.backend.append(room.backend.event(1));
        Q_EMIT room.pages.connection->feed().changed(changeAbout(ChangeKind::Audit));
        room.pages.clock.advance(std::chrono::seconds(2));
        auto *held = parts.child<MessageBanner>(u"heldEvents"_s);
        QTRY_VERIFY(held->isVisible());
        QCOMPARE(held->text(), u"2 new event(s)"_s);
        QCOMPARE(parts.rows(), 5); // nothing moves under the reader's eyes
        Q_EMIT held->actionTriggered();
        QCOMPARE(parts.rows(), 7);
        QVERIFY(!held->isVisible());
        QCOMPARE(parts.table()->model()->index(0, 0).data(models::IdRole).toString(), u"evt_000006"_s);
    }

    /// Whoever leaves the head of the trail and comes back finds the head as it is now.
    void comingBackShowsTheHead()
    {
        AuditFixture room(5);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 5);
        room.page->hide();
        room.backend.append(room.backend.event(0));
        Q_EMIT room.pages.connection->feed().changed(changeAbout(ChangeKind::Audit));
        room.pages.clock.advance(std::chrono::seconds(2));
        settle();
        room.page->show();
        QTRY_COMPARE(parts.rows(), 6);
        QVERIFY(!parts.child<MessageBanner>(u"heldEvents"_s)->isVisible());
    }

    // The query line

    void theQueryLineIsTheServicesQuery()
    {
        AuditFixture room(12);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 12);
        const auto before = room.backend.asked(u"list"_s).size();
        QTest::keyClicks(parts.query(), u"actor:ops-1 action:credential.* chg-"_s);
        QTRY_COMPARE(room.backend.lastQuery(u"q"_s), u"chg-"_s);
        QCOMPARE(room.backend.lastQuery(u"actor"_s), u"ops-1"_s);
        QCOMPARE(room.backend.lastQuery(u"action"_s), u"credential.*"_s);
        QVERIFY(room.backend.asked(u"list"_s).size() - before < 8); // after a pause, not one per letter
        QTRY_COMPARE(parts.rows(), 6);
        QCOMPARE(parts.message(), QString());
        // Enter does not wait.
        parts.query()->setText(u"target:"_s + room.backend.event(2).targetId);
        QTest::keyClick(parts.query(), Qt::Key_Return);
        QCOMPARE(room.backend.lastQuery(u"target_id"_s), room.backend.event(2).targetId);
        QCOMPARE(room.backend.lastQuery(u"actor"_s), QString());
        QTRY_COMPARE(parts.rows(), 4);
        const auto asked = room.backend.asked(u"list"_s).size();
        QTest::qWait(250);
        QCOMPARE(room.backend.asked(u"list"_s).size(), asked); // and is not run a second time
    }

    void anUnknownFieldIsNamed()
    {
        AuditFixture room(12);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 12);
        parts.query()->setText(u"acotr:ops-1 action:grant.edit"_s);
        QTest::keyClick(parts.query(), Qt::Key_Return);
        QCOMPARE(parts.message(), u"There is no field “acotr”. Fields are: actor, action, partner, target, "
                                  "request."_s);
        QTRY_COMPARE(parts.rows(), 3);                                       // the rest of the line holds
        QCOMPARE(parts.query()->text(), u"acotr:ops-1 action:grant.edit"_s); // nothing typed is lost
        // It is a plain text, whatever stands before the colon.
        QCOMPARE(parts.child<QLabel>(u"auditQueryMessage"_s)->textFormat(), Qt::PlainText);
        parts.query()->setText(u"actor:ops-2 action:grant.edit"_s);
        QTRY_COMPARE(parts.message(), QString());
    }

    void aFieldWithoutAValueIsNoAnswer()
    {
        AuditFixture room(12);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 12);
        const auto asked = room.backend.asked(u"list"_s).size();
        for (const QString &line : {u"actor:"_s, u"action:grant.edit TARGET:"_s, u"actor:\"\""_s}) {
            parts.query()->setText(line);
            QTest::keyClick(parts.query(), Qt::Key_Return);
            QCOMPARE(parts.states()->state(), ViewState::Empty);
            QCOMPARE(parts.states()->empty()->title(), u"A value is missing"_s);
            QVERIFY(!parts.table()->isVisible());
            QCOMPARE(room.page->statusText().counts, QString());
        }
        room.page->refresh(); // and news do not bring the rows back
        settle(3);
        QCOMPARE(parts.states()->state(), ViewState::Empty);
        QVERIFY(room.backend.lastQuery(u"action"_s).isEmpty() &&
                room.backend.asked(u"list"_s).size() <= asked + 1);
        parts.query()->setText(u"actor:ops-2"_s);
        QTest::keyClick(parts.query(), Qt::Key_Return);
        QTRY_COMPARE(parts.rows(), 6);
        QCOMPARE(parts.states()->state(), ViewState::Content);
        QCOMPARE(room.page->statusText().counts, u"6 matching event(s) · newest first"_s);
    }

    void theRangeNarrows()
    {
        AuditFixture room(150);
        const PanelParts parts{room.page};
        QTRY_VERIFY(parts.rows() >= 100);
        auto *range = parts.child<QComboBox>(u"auditRange"_s);
        QCOMPARE(range->currentText(), u"Any time"_s);
        QCOMPARE(room.backend.lastQuery(u"from"_s), QString());
        range->setCurrentIndex(range->findText(u"Last hour"_s));
        QTRY_COMPARE(parts.rows(), 61);
        QCOMPARE(QDateTime::fromString(room.backend.lastQuery(u"from"_s), Qt::ISODateWithMs),
                 room.pages.clock.now().addSecs(-3600));
    }

    void nothingFoundIsSaid()
    {
        AuditFixture room(12);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 12);
        parts.query()->setText(u"no such words"_s);
        QTRY_COMPARE(parts.states()->state(), ViewState::Empty);
        QCOMPARE(parts.states()->empty()->title(), u"No events match"_s);
        QVERIFY(parts.query()->isVisible()); // the line stays, to be corrected
        parts.query()->clear();
        QTRY_COMPARE(parts.rows(), 12);
        QCOMPARE(parts.states()->state(), ViewState::Content);
    }

    void theLineIsAPlace()
    {
        AuditFixture room(12);
        const PanelParts parts{room.page};
        QSignalSpy places(room.page, &views::Page::locationChanged);
        room.page->open({{}, u"audit"_s, {}, {{u"q"_s, u"actor:ops-2"_s}}});
        QCOMPARE(parts.query()->text(), u"actor:ops-2"_s);
        QTRY_COMPARE(parts.rows(), 6);
        QCOMPARE(places.last().first().value<Location>().query.value(u"q"_s), u"actor:ops-2"_s);
        const auto asked = room.backend.asked(u"list"_s).size();
        room.page->open({{}, u"audit"_s, {}, {{u"q"_s, u"actor:ops-2"_s}}}); // there already
        settle(3);
        QCOMPARE(room.backend.asked(u"list"_s).size(), asked);
        // What a place filled in can be emptied with the line's own button.
        auto *clear = parts.query()->findChild<QToolButton *>();
        for (auto *button : parts.query()->findChildren<QToolButton *>())
            if (button->parentWidget() == parts.query() && button->x() > parts.query()->width() / 2)
                clear = button;
        QTRY_VERIFY(clear && clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(parts.query()->text(), QString());
        QTRY_COMPARE(parts.rows(), 12);
    }

    void theStateComesBack()
    {
        AuditFixture room(12);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 12);
        parts.query()->setText(u"actor:ops-2"_s);
        parts.child<QComboBox>(u"auditRange"_s)->setCurrentIndex(2);
        QTest::keyClick(parts.query(), Qt::Key_Return);
        QTRY_COMPARE(parts.rows(), 6);
        QVERIFY(parts.open(3));
        const QVariantMap state = room.page->saveState();
        const QVariant current = parts.table()->currentKey();
        parts.query()->clear();
        parts.child<QComboBox>(u"auditRange"_s)->setCurrentIndex(0);
        QTRY_COMPARE(parts.rows(), 12);
        parts.child<QToolButton>(u"closeEventPane"_s)->click();
        room.page->restoreState(state);
        QCOMPARE(parts.query()->text(), u"actor:ops-2"_s);
        QTRY_COMPARE(parts.rows(), 6);
        QCOMPARE(parts.table()->currentKey(), current);
        QVERIFY(parts.pane()->isVisible());
    }

    void theFilterHasAKey()
    {
        AuditFixture room(12);
        const PanelParts parts{room.page};
        QVERIFY(QTest::qWaitForWindowActive(&room.pages.window));
        QTRY_COMPARE(parts.rows(), 12);
        room.page->focusContent();
        QVERIFY(parts.table()->hasFocus());
        QTest::keyClick(parts.table(), Qt::Key_Slash);
        QVERIFY(parts.query()->hasFocus());
        QTest::keyClick(parts.query(), Qt::Key_Slash); // a letter like any other there
        QCOMPARE(parts.query()->text(), u"/"_s);
    }

    // States

    void whoMayNotReadIsToldWhatIsMissing()
    {
        const AuditFixture room(12, [](AuditFixture &own) {
            own.backend.refuse(u"list"_s, 403, u"forbidden"_s, {{u"permission"_s, u"audit.list"_s}});
        });
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.states()->state(), ViewState::Forbidden);
        QString said;
        for (const QLabel *label : parts.child<QWidget>(u"forbiddenState"_s)->findChildren<QLabel *>())
            said += label->text();
        QVERIFY2(said.contains(u"audit.list"_s), qPrintable(said));
    }

    void aFailureCanBeTriedAgain()
    {
        AuditFixture room(12, [](AuditFixture &own) { own.backend.refuse(u"list"_s, 500, u"internal"_s); });
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.states()->state(), ViewState::Error);
        auto *error = parts.states()->findChild<ErrorState *>();
        QCOMPARE(error->error().what, u"The audit trail could not be loaded."_s);
        Q_EMIT error->copyRequested(error->error().requestId);
        QCOMPARE(room.pages.clipboard.text, u"req_scripted"_s);
        Q_EMIT error->retryRequested();
        QTRY_COMPARE(parts.rows(), 12);
    }

    void offlineRowsStay()
    {
        AuditFixture room(12);
        const PanelParts parts{room.page};
        QTRY_COMPARE(parts.rows(), 12);
        room.pages.service->mood = Mood::Away;
        room.page->refresh();
        QTRY_COMPARE(parts.states()->state(), ViewState::Offline);
        QCOMPARE(parts.rows(), 12);
        QVERIFY(parts.table()->isVisible());
        QTRY_COMPARE(pageBadge(room), u"Could not be checked"_s); // not "does not match"
    }

    // The tab of one partner

    void aPartnersTabIsAboutThatPartner()
    {
        AuditFixture room(12);
        delete std::exchange(room.page, nullptr);
        auto *page = new PartnerPage(room.pages.context, room.pages.parts);
        const QString id = room.pages.idOf(u"Cardinal Payroll"_s);
        const QString other = room.pages.idOf(u"Marlow Bank"_s);
        QCOMPARE(room.backend.event(0).partnerId, id);
        QCOMPARE(room.backend.event(2).partnerId, other);
        page->open(places::partnerPage(id, u"audit"_s));
        room.pages.show(page);
        const PanelParts parts{page};
        QTRY_COMPARE(parts.rows(), 8);
        QCOMPARE(room.backend.lastQuery(u"partner_id"_s), id);
        QCOMPARE(page->statusText().counts, u"8 matching event(s) · newest first"_s);
        // The line narrows within the partner and never leaves it.
        parts.query()->setText(u"partner:"_s + other + u" actor:ops-2"_s);
        QTest::keyClick(parts.query(), Qt::Key_Return);
        QCOMPARE(room.backend.lastQuery(u"partner_id"_s), id);
        QTRY_COMPARE(parts.rows(), 4);
        QMenu *menu = parts.menuOf(0);
        QVERIFY(menu);
        QVERIFY(actionOf(menu, u"Filter for this actor"_s));
        QVERIFY(!actionOf(menu, u"Filter for this partner"_s));
        menu->close();
        QVERIFY(parts.open(0));
        QTRY_COMPARE(parts.proofBadge()->text(), u"Intact"_s);
        // Another partner: its events, and not the event of the one before.
        parts.query()->clear();
        page->open(places::partnerPage(other, u"audit"_s));
        QCOMPARE(room.backend.lastQuery(u"partner_id"_s), other);
        QCOMPARE(parts.rows(), 0); // those of the one before go at once
        QVERIFY(!parts.pane()->isVisible());
        QTRY_COMPARE(parts.rows(), 4);
        for (int row = 0; row < 4; ++row)
            QCOMPARE(parts.cell(row, AuditListModel::TargetColumn), u"Marlow Bank"_s);
    }

    void aPartnerWithoutEventsSaysSo()
    {
        AuditFixture room(2); // both about another one
        delete std::exchange(room.page, nullptr);
        auto *page = new PartnerPage(room.pages.context, room.pages.parts);
        page->open(places::partnerPage(room.pages.idOf(u"Marlow Bank"_s), u"audit"_s));
        room.pages.show(page);
        QTRY_COMPARE(PanelParts{page}.states()->state(), ViewState::Empty);
    }
};

PC_THEMED_TEST_MAIN(AuditPageTest)
#include "tst_audit_page.moc"

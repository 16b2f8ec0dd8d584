// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/credential_list_model.h"
#include "tests/views/credentials/shown_credentials.h"
#include "tests/views/scrolled_down.h"
#include "tests/views/themed_test.h"
#include "views/credentials/overlap_timeline.h"
#include "views/partner/partner_page.h"

#include <QToolButton>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::CredentialFixture;
using Shown = pc::test::ShownCredentials;

namespace {

/// Two addresses, one of which still comes with the old secret.
CredentialUse halfChangedOver(const QDateTime &now)
{
    CredentialUse use;
    use.sources = {{2, u"185.12.40.7"_s, u"erp/2"_s, now.addDays(-1), now.addSecs(-60), 900},
                   {1, u"185.12.40.8"_s, u"erp/1"_s, now.addDays(-9), now.addSecs(-90), 41},
                   {1, u"185.12.40.8"_s, u"batch/1"_s, now.addDays(-9), now.addSecs(-90), 2}};
    use.calls24h = 943;
    use.callsLast15Min = 12;
    use.lastUsedAt = now.addSecs(-60);
    return use;
}
} // namespace

class CredentialPaneTest final : public QObject
{
    Q_OBJECT
public:
    explicit CredentialPaneTest(ThemeController &) {}

private Q_SLOTS:
    void thePaneShowsTheFacts()
    {
        Shown shown;
        QVERIFY(!shown.pane()->isVisible());
        QVERIFY(shown.open(u"erp-sync"_s));
        const Credential &credential = shown.backend.credential(u"erp-sync"_s);
        QCOMPARE(shown.pane()->credential()->id, credential.id);
        QCOMPARE(shown.value(u"id"_s), credential.id);
        QCOMPARE(shown.value(u"kind"_s), u"Client secret"_s);
        QCOMPARE(shown.value(u"realm"_s), u"Production"_s);
        QCOMPARE(shown.value(u"scopes"_s), u"orders:read, invoices:read"_s);
        QCOMPARE(shown.value(u"owner"_s), u"ops-1"_s);
        QCOMPARE(shown.value(u"issued"_s), u"13 Aug 2025 by ops-1"_s);
        QCOMPARE(shown.value(u"expires"_s), u"9 Jun 2026"_s);
        QCOMPARE(shown.value(u"used"_s), u"12 s ago from 185.12.40.7"_s);
        shown.pane()->findChild<QToolButton *>(u"copy.id"_s)->click();
        QCOMPARE(shown.pages.clipboard.text, credential.id);
        // The pane follows the rows.
        QVERIFY(shown.select(u"payroll-edge"_s));
        QCOMPARE(shown.value(u"expires"_s), u"27 Nov 2025 (in 6 day(s))"_s);
        shown.backend.credential(u"payroll-edge"_s).lastUsedAt.reset();
        shown.tell();
        QTRY_COMPARE(shown.value(u"used"_s), u"never"_s);
        shown.tell();
        QVERIFY(shown.pane()->isVisible());
    }

    /// A credential does no more than its partner may; the pane says what has no effect.
    void thePaneSaysWhatIsNotGranted()
    {
        Shown shown;
        QVERIFY(shown.open(u"erp-sync"_s));
        QTRY_COMPARE(shown.value(u"scopes"_s), u"orders:read, invoices:read"_s);
        shown.pages.service->editGrantElsewhere(shown.id, {u"orders:read"_s});
        shown.page->refresh();
        QTRY_COMPARE(shown.value(u"scopes"_s), u"orders:read, invoices:read (not granted to the partner)"_s);
    }

    /// Of a key that another system made: where it is sent, how it is checked, and until when.
    void anImportedKeySaysWhatItIs()
    {
        const Shown shown([](CredentialFixture &fixture) {
            Credential &key = fixture.backend.credential(u"erp-sync"_s);
            key.kind = CredentialKind::LegacyKey;
            key.legacy = LegacyFacts{KeyScheme::Bcrypt, u"X-Partner-Key"_s, {}, {}};
            key.expiresAt = QDateTime({2031, 1, 1}, {0, 0}, Qt::UTC);
            Credential &used = fixture.backend.credential(u"payroll-edge"_s);
            used.kind = CredentialKind::LegacyKey;
            used.legacy = LegacyFacts{KeyScheme::Bcrypt, u"Authorization: ApiKey"_s, {}, used.createdAt};
            Credential &name = fixture.backend.credential(u"sandbox-ci"_s);
            name.kind = CredentialKind::LegacyClientId;
            name.legacyClientId = u"old-backend"_s;
            name.scopes.clear();
        });
        QVERIFY(shown.open(u"erp-sync"_s));
        QCOMPARE(shown.value(u"kind"_s), u"Imported key"_s);
        QCOMPARE(shown.value(u"header"_s), u"X-Partner-Key"_s);
        QCOMPARE(shown.value(u"expires"_s), u"31 Dec 2030"_s); // the last day on which it works
        QCOMPARE(shown.value(u"scheme"_s), u"bcrypt, hashed anew at its first use, which is to come"_s);
        QVERIFY(shown.select(u"payroll-edge"_s));
        QCOMPARE(shown.value(u"header"_s), u"Authorization: ApiKey"_s);
        QVERIFY(shown.value(u"scheme"_s).startsWith(u"bcrypt, hashed anew at its first use on "_s));
        auto *note = shown.pane()->findChild<QLabel *>(u"legacyNote"_s);
        QVERIFY(note->isVisible());
        QVERIFY(shown.select(u"sandbox-ci"_s));
        QCOMPARE(shown.value(u"clientId"_s), u"old-backend"_s);
        QVERIFY(note->text().contains(u"opens nothing by itself"_s));
        QVERIFY(shown.select(u"legacy-batch"_s));
        QVERIFY(!note->isVisible());
    }

    void namesInThePaneAreNeverMarkup()
    {
        const Shown shown([](CredentialFixture &fixture) {
            fixture.backend.credential(u"erp-sync"_s).name = u"<b>erp</b>"_s;
            fixture.backend.credential(u"<b>erp</b>"_s).owner = u"<i>ops</i>"_s;
        });
        QVERIFY(shown.open(u"<b>erp</b>"_s));
        QCOMPARE(shown.value(u"owner"_s), u"<i>ops</i>"_s);
        for (const QLabel *label : shown.pane()->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void thePaneOfAnotherCredentialBeginsAtTheTop()
    {
        const Shown shown;
        QVERIFY(shown.open(u"erp-sync"_s));
        shown.tab->window()->resize(1180, 420);
        QScrollBar *bar = nullptr;
        QTRY_VERIFY((bar = pc::test::scrolledDown(*shown.pane())) != nullptr);
        const int name = models::CredentialListModel::NameColumn;
        QString other;
        for (int row = 0; row < shown.model()->rowCount(); ++row)
            if (shown.cell(row, name) != "erp-sync"_L1)
                other = shown.cell(row, name);
        QVERIFY(shown.select(other));
        QTRY_COMPARE(bar->value(), 0);
    }

    void closingThePaneGivesTheFocusBack()
    {
        const Shown shown;
        QVERIFY(shown.open(u"erp-sync"_s));
        auto *close = shown.pane()->findChild<QToolButton *>(u"closeCredentialPane"_s);
        close->setFocus();
        close->click();
        QVERIFY(!shown.pane()->isVisible());
        QTRY_VERIFY(shown.tab->table()->hasFocus());
        QTest::keyClick(shown.tab->table(), Qt::Key_Space); // peeks
        QVERIFY(shown.pane()->isVisible());
        QTest::keyClick(shown.tab->table(), Qt::Key_Space);
        QVERIFY(!shown.pane()->isVisible());
    }

    void aRotationShowsWhoStillUsesTheOldSecret()
    {
        Shown shown([](CredentialFixture &fixture) {
            fixture.backend.use = halfChangedOver(fixture.pages.clock.now());
        });
        QVERIFY(shown.open(u"legacy-batch"_s));
        auto *line = shown.pane()->findChild<QLabel *>(u"oldSecretUse"_s);
        QTRY_COMPARE(line->text(), u"1 of 2 source address(es) still use the old secret."_s);
        QVERIFY(shown.pane()->findChild<OverlapTimeline *>()->isVisible());
        QVERIFY(shown.button(u"credential.extendGrace"_s)->isVisible());
        QVERIFY(shown.button(u"credential.endGrace"_s)->isVisible());
        QCOMPARE(shown.value(u"2/185.12.40.7/erp/2"_s), u"secret 2 · 1 min ago · 900 call(s)"_s);
        // A credential that does not rotate has neither.
        QVERIFY(shown.select(u"erp-sync"_s));
        QVERIFY(!line->isVisible());
        QVERIFY(!shown.pane()->findChild<OverlapTimeline *>()->isVisible());
        QVERIFY(!shown.button(u"credential.endGrace"_s)->isVisible());
    }

    /// Of two answers about the last use the later one is said.
    void theLaterAnswerSaysWhenItWasUsed()
    {
        Shown shown([](CredentialFixture &fixture) {
            fixture.backend.use = halfChangedOver(fixture.pages.clock.now());
            fixture.backend.credential(u"erp-sync"_s).lastUsedAt = fixture.pages.clock.now().addSecs(-7200);
        });
        QVERIFY(shown.open(u"erp-sync"_s));
        QTRY_COMPARE(shown.value(u"used"_s), u"1 min ago from 185.12.40.7"_s);
        shown.backend.credential(u"erp-sync"_s).lastUsedAt = shown.pages.clock.now().addSecs(-12);
        shown.backend.credential(u"erp-sync"_s).lastUsedFrom = u"185.12.40.9"_s;
        shown.tell();
        QTRY_COMPARE(shown.value(u"used"_s), u"12 s ago from 185.12.40.9"_s);
    }

    void unknownUseIsNeverTakenForNone()
    {
        Shown shown([](CredentialFixture &fixture) { fixture.backend.hasUse = false; });
        QVERIFY(shown.open(u"legacy-batch"_s));
        auto *line = shown.pane()->findChild<QLabel *>(u"oldSecretUse"_s);
        QCOMPARE(line->text(), u"Who still uses the old secret is not known at the moment."_s);
        shown.backend.hasUse = true; // and nothing in it
        shown.tab->refresh();
        QTRY_COMPARE(line->text(), u"No calls were seen from either secret yet."_s);
    }

    /// Every answer for the list reaches the pane; the facts it shows must not go and come back each time.
    void aRefreshKeepsWhatThePaneKnows()
    {
        Shown shown([](CredentialFixture &fixture) {
            fixture.backend.use = halfChangedOver(fixture.pages.clock.now());
        });
        QVERIFY(shown.open(u"legacy-batch"_s));
        auto *line = shown.pane()->findChild<QLabel *>(u"oldSecretUse"_s);
        QTRY_VERIFY(line->text().startsWith(u"1 of 2"_s));
        const auto before = shown.backend.sent(u"use"_s).size();
        shown.backend.credential(u"legacy-batch"_s).lastUsedFrom = u"185.12.40.9"_s;
        shown.tab->refresh();
        for (int i = 0; i < 20; ++i) {
            QTest::qWait(2);
            QVERIFY2(line->text().startsWith(u"1 of 2"_s), qPrintable(line->text()));
        }
        QTRY_VERIFY(shown.value(u"used"_s).contains(u"185.12.40.9"_s));
        QCOMPARE(shown.backend.sent(u"use"_s).size(), before + 1);
    }

    void thePaneFollowsTheFeed()
    {
        Shown shown;
        QVERIFY(shown.open(u"erp-sync"_s));
        shown.backend.credential(u"erp-sync"_s).state = CredentialState::Suspended;
        shown.tell();
        QTRY_VERIFY(shown.button(u"credential.resume"_s)->isVisible());
        QVERIFY(shown.button(u"credential.resume"_s)->isEnabled());
        Credential &credential = shown.backend.credential(u"erp-sync"_s);
        credential.state = CredentialState::Revoked;
        credential.revokedAt = shown.pages.clock.now();
        credential.revokedBy = u"ops-2"_s;
        credential.revokedReason = u"Suspected leak"_s;
        shown.tell();
        QTRY_COMPARE(shown.value(u"revoked"_s), u"21 Nov 2025 by ops-2: Suspected leak"_s);
        QVERIFY(shown.select(u"payroll-edge"_s));
        QCOMPARE(shown.value(u"revoked"_s), QString());
        // A row that comes above the current one moves it, and the pane stays with it.
        Credential another = shown.backend.credential(u"sandbox-ci"_s);
        another.id = u"crd_another"_s;
        another.name = u"another"_s;
        shown.pages.service->credentials.prepend(another);
        shown.tell();
        QTRY_COMPARE(shown.model()->rowCount(), 5);
        QCOMPARE(shown.tab->selected()->name, u"payroll-edge"_s);
        QCOMPARE(shown.pane()->credential()->name, u"payroll-edge"_s);
    }
};

PC_THEMED_TEST_MAIN(CredentialPaneTest)
#include "tst_credential_pane.moc"

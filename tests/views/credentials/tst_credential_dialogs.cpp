// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"
#include "tests/views/credentials/dialog_fixture.h"
#include "tests/views/themed_test.h"
#include "views/credentials/credentials_tab.h"
#include "views/credentials/revoke_dialog.h"
#include "views/credentials/suspend_dialog.h"
#include "views/widgets/badge.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/state_stack.h"
#include "views/words/act_guard.h"

#include <QComboBox>
#include <QLineEdit>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;
using Mood = SampleService::Mood;

namespace {

RevocationProof proofOf(const QDateTime &now)
{
    RevocationProof proof;
    proof.state = ProofOutcome::Proven;
    proof.points = {
        {u"gw-1"_s, ProofOutcome::Proven, Probe{u"gw-1"_s, true, 200, u"dec_before1"_s, now.addSecs(-1), 41},
         Probe{u"gw-1"_s, false, 401, u"dec_after1"_s, now, 42}},
        {u"gw-2"_s, ProofOutcome::Proven, Probe{u"gw-2"_s, true, 200, u"dec_before2"_s, now.addSecs(-1), 41},
         Probe{u"gw-2"_s, false, 401, u"dec_after2"_s, now, 42}}};
    return proof;
}

/// The icon before the title.
Icon titleIcon(const QWidget *dialog)
{
    const auto *icon = dialog->findChild<IconLabel *>(u"titleIcon"_s);
    return icon ? icon->icon() : Icon::None;
}

} // namespace

class CredentialDialogsTest final : public QObject
{
    Q_OBJECT
public:
    explicit CredentialDialogsTest(ThemeController &) {}

private Q_SLOTS:
    // Keyboard: what is true of every act.

    void everyActBeginsSafe_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("credential");
        QTest::addColumn<QString>("textField");
        QTest::addColumn<bool>("danger");
        QTest::newRow("rotate") << u"credential.rotate"_s << u"erp-sync"_s << u"ticket"_s << false;
        QTest::newRow("change grace")
            << u"credential.extendGrace"_s << u"legacy-batch"_s << u"ticket"_s << false;
        QTest::newRow("end grace") << u"credential.endGrace"_s << u"legacy-batch"_s << u"ticket"_s << true;
        QTest::newRow("suspend") << u"credential.suspend"_s << u"erp-sync"_s << u"ticket"_s << true;
        QTest::newRow("resume") << u"credential.resume"_s << u"sandbox-ci"_s << u"ticket"_s << false;
        QTest::newRow("revoke") << u"credential.revoke"_s << u"erp-sync"_s << u"ticket"_s << true;
    }
    void everyActBeginsSafe()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, credential);
        QFETCH(const QString, textField);
        QFETCH(const bool, danger);
        DialogFixture shown([](CredentialFixture &fixture) {
            fixture.backend.credential(u"sandbox-ci"_s).state = CredentialState::Suspended;
        });
        auto *dialog = shown.act<DialogFrame>(command, credential);
        QVERIFY(dialog);
        QCOMPARE(dialog->windowModality(), Qt::WindowModal);
        QCOMPARE(focusName(dialog), u"cancelButton"_s);
        QVERIFY(submitOf(dialog)->isEnabled());
        QVERIFY(!submitOf(dialog)->accessibleName().isEmpty());
        // Where real calls are at stake says so in every dialog alike.
        const bool production = shown.backend.credential(credential).realm == Realm::Production;
        const auto badges = dialog->findChildren<Badge *>();
        QVERIFY(std::any_of(badges.cbegin(), badges.cend(), [production](const Badge *badge) {
            return badge->text() == (production ? u"Production"_s : u"Sandbox"_s) &&
                   badge->severity() == (production ? Severity::Bad : Severity::Sandbox);
        }));
        if (danger) {
            // Enter sends nothing and loses nothing, wherever the focus is.
            auto *text = field<QLineEdit>(dialog, textField);
            QTest::keyClicks(text, u"INC-4711"_s);
            text->setFocus();
            QTest::keyClick(text, Qt::Key_Return);
            auto *reason = field<QComboBox>(dialog, u"reason"_s);
            reason->setFocus();
            QTest::keyClicks(reason, u"leaked"_s);
            QTest::keyClick(reason, Qt::Key_Enter);
            submitOf(dialog)->setFocus();
            QTest::keyClick(submitOf(dialog), Qt::Key_Return);
            settle(3);
            QVERIFY(shown.dialog<DialogFrame>() == dialog);
            QCOMPARE(text->text(), u"INC-4711"_s);
            QCOMPARE(reason->currentText(), u"leaked"_s);
        }
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog<DialogFrame>());
        for (const auto &asked : shown.pages.service->requests) {
            if (!asked.path.endsWith(u"/probe"_s)) // changes nothing
                QCOMPARE(asked.method, QByteArray("GET"));
        }
    }

    void whileAnActIsUnderWayNothingElseIsSent_data() { everyActBeginsSafe_data(); }
    void whileAnActIsUnderWayNothingElseIsSent()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, credential);
        DialogFixture shown([](CredentialFixture &fixture) {
            fixture.backend.credential(u"sandbox-ci"_s).state = CredentialState::Suspended;
        });
        auto *dialog = shown.act<DialogFrame>(command, credential);
        QVERIFY(dialog);
        if (auto *reason = field<QComboBox>(dialog, u"reason"_s))
            reason->setCurrentText(u"Suspected leak"_s);
        shown.pages.service->mood = Mood::Silent;
        submitOf(dialog)->click();
        settle(3);
        QVERIFY(!submitOf(dialog)->isEnabled());
        const QString working = submitOf(dialog)->text();
        QVERIFY2(working.endsWith(u'…'), qPrintable(working));
        // News about the credential do not wake the buttons meanwhile.
        Q_EMIT shown.pages.connection->feed().changed(changeAbout(ChangeKind::Usage, shown.id));
        Q_EMIT shown.pages.connection->feed().changed(
            changeAbout(ChangeKind::Credential, shown.backend.credential(credential).id));
        settle(3);
        QVERIFY(!submitOf(dialog)->isEnabled());
        QCOMPARE(submitOf(dialog)->text(), working);
        // It can be left at any time, and what was sent is not sent again.
        QVERIFY(field<QPushButton>(dialog, u"cancelButton"_s)->isEnabled());
    }

    // Suspend and resume

    void suspendAndResume()
    {
        DialogFixture shown;
        auto *dialog = shown.act<SuspendDialog>(u"credential.suspend"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        auto *reason = field<QComboBox>(dialog, u"reason"_s);
        QCOMPARE(reason->currentText(), QString()); // nothing is chosen for anybody
        QCOMPARE(typeOver(reason->lineEdit(), u"   "_s), QString());
        submitOf(dialog)->click();
        QCOMPARE(errorAt(reason), u"Say why, for those who read the audit trail later."_s);
        QVERIFY(shown.backend.sent(u"suspend"_s).isEmpty());
        QCOMPARE(typeOver(reason->lineEdit(), u"Unusual traffic "_s), QString());
        typeInto(dialog, u"ticket"_s, u"INC-1"_s);
        shown.backend.refuse(u"suspend"_s, 500, u"internal"_s, {{u"detail"_s, u"Try again."_s}});
        submitOf(dialog)->click();
        QTRY_VERIFY(message(dialog).startsWith(u"The credential was not suspended."_s));
        QCOMPARE(field<QLineEdit>(dialog, u"ticket"_s)->text(), u"INC-1"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(!shown.dialog<SuspendDialog>());
        QCOMPARE(shown.backend.lastBody(u"suspend"_s),
                 (QJsonObject{{u"reason"_s, u"Unusual traffic"_s}, {u"ticket"_s, u"INC-1"_s}}));
        QCOMPARE(shown.pages.toastText(), u"erp-sync is suspended"_s);
        shown.tell();
        QTRY_COMPARE(shown.tab->selected()->state, CredentialState::Suspended);

        dialog = shown.act<SuspendDialog>(u"credential.resume"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QVERIFY(labelsOf(dialog).contains(u"The same secret works again at once."_s));
        field<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Checked: no leak"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(!shown.dialog<SuspendDialog>());
        QCOMPARE(shown.backend.sent(u"resume"_s).last().etag, QByteArray("\"3\""));
        QCOMPARE(shown.pages.toastText(), u"erp-sync works again"_s);
    }

    /// What stops is told before, as with a revocation.
    void suspendShowsWhatWouldStop()
    {
        DialogFixture shown(
            [](CredentialFixture &fixture) { fixture.backend.use = busyUse(fixture.pages.clock.now()); });
        auto *dialog = shown.act<SuspendDialog>(u"credential.suspend"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QTRY_COMPARE(
            field<MessageBanner>(dialog, u"affectedWarning"_s)->text(),
            u"Used 1 min ago: 12 call(s) in the last 15 minutes from 2 source address(es) will stop."_s);
        const QString facts = labelsOf(dialog);
        for (const QString &fact :
             {u"48,211\ncall(s) in 24 h"_s, u"2\nsource address(es)"_s, u"3\nlive token(s)"_s})
            QVERIFY2(facts.contains(fact), qPrintable(facts));
    }

    /// Every dialog asks the one guard for as long as it is open: what cannot be sent is off and says why,
    /// and nothing is sent later unseen.
    void whatCannotBeSentIsOff_data()
    {
        everyActBeginsSafe_data();
        QTest::newRow("issue") << u"partner.issue"_s << QString() << u"ticket"_s << false;
    }
    void whatCannotBeSentIsOff()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, credential);
        QFETCH(const QString, textField);
        DialogFixture shown([](CredentialFixture &fixture) {
            fixture.backend.credential(u"sandbox-ci"_s).state = CredentialState::Suspended;
        });
        DialogFrame *dialog =
            credential.isEmpty() ? shown.issue() : shown.act<DialogFrame>(command, credential);
        QVERIFY(dialog);
        QVERIFY(submitOf(dialog)->isEnabled());
        typeInto(dialog, textField, u"INC-1"_s);
        shown.pages.service->mood = Mood::Away;
        shown.tab->refresh();
        QTRY_VERIFY(!submitOf(dialog)->isEnabled());
        QCOMPARE(submitOf(dialog)->toolTip(),
                 u"The platform cannot be reached. Nothing is queued while offline."_s);
        QCOMPARE(submitOf(dialog)->accessibleDescription(), submitOf(dialog)->toolTip());
        submitOf(dialog)->click();
        const auto *states = shown.tab->findChild<StateStack *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_COMPARE(states->state(), ViewState::Offline); // the refresh has ended
        shown.pages.service->mood = Mood::Well;
        shown.tab->refresh();
        QTRY_COMPARE(shown.pages.connection->status().state, models::ConnectionState::Online);
        QTRY_VERIFY(submitOf(dialog)->isEnabled());
        QVERIFY(submitOf(dialog)->accessibleDescription().isEmpty());
        QCOMPARE(field<QLineEdit>(dialog, textField)->text(), u"INC-1"_s);
        shown.pages.connection->endSession();
        QTRY_VERIFY(!submitOf(dialog)->isEnabled());
        QCOMPARE(submitOf(dialog)->toolTip(), u"The session has ended. Sign in again."_s);
        submitOf(dialog)->click();
        settle(3);
        for (const auto &asked : shown.pages.service->requests)
            if (!asked.path.endsWith(u"/probe"_s) && asked.path != "/session"_L1)
                QCOMPARE(asked.method, QByteArray("GET"));
    }

    /// A role that was taken away meanwhile counts in what is open, too.
    void whatIsNotAllowedAnyMoreIsOff()
    {
        DialogFixture shown;
        auto *dialog = shown.act<SuspendDialog>(u"credential.suspend"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QVERIFY(submitOf(dialog)->isEnabled());
        shown.permit({Role::Viewer});
        QVERIFY(!submitOf(dialog)->isEnabled());
        QCOMPARE(submitOf(dialog)->toolTip(),
                 blockText(*shown.pages.connection, Op::CredentialSuspend).toHtmlEscaped());
    }

    /// A platform that is slow may still be asked: taking access away is not refused on a guess.
    void slowIsNoReasonToRefuse()
    {
        DialogFixture shown;
        auto *dialog = shown.act<RevokeDialog>(u"credential.revoke"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        shown.pages.service->mood = Mood::Silent;
        shown.tab->refresh();
        QVERIFY(shown.reaches([&shown] {
            return shown.pages.connection->status().state == models::ConnectionState::NotAnswering;
        }));
        QVERIFY(submitOf(dialog)->isEnabled());
    }

    // Revoke

    void revokeShowsFactsBeforeAndProofAfter()
    {
        DialogFixture shown([](CredentialFixture &fixture) {
            fixture.backend.use = busyUse(fixture.pages.clock.now());
            fixture.backend.proof = proofOf(fixture.pages.clock.now());
        });
        auto *dialog = shown.act<RevokeDialog>(u"credential.revoke"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Revoke “erp-sync”"_s);
        QTRY_COMPARE(
            field<MessageBanner>(dialog, u"affectedWarning"_s)->text(),
            u"Used 1 min ago: 12 call(s) in the last 15 minutes from 2 source address(es) will stop."_s);
        const QString before = labelsOf(dialog);
        for (const QString &fact : {u"48,211\ncall(s) in 24 h"_s, u"2\nsource address(es)"_s,
                                    u"3\nlive token(s)"_s, u"cannot be restored"_s})
            QVERIFY2(before.contains(fact), qPrintable(before));
        auto *reason = field<QComboBox>(dialog, u"reason"_s);
        submitOf(dialog)->click();
        QCOMPARE(errorAt(reason), u"Say why, for those who read the audit trail later."_s);
        QVERIFY(shown.backend.sent(u"revoke"_s).isEmpty());
        reason->setCurrentText(u"Suspected leak"_s);
        submitOf(dialog)->click();
        QTRY_COMPARE(dialog->windowTitle(), u"“erp-sync” is revoked"_s);
        settle(3);
        QCOMPARE(shown.backend.lastBody(u"revoke"_s), (QJsonObject{{u"reason"_s, u"Suspected leak"_s}}));
        // The result stays until it is closed, as lines that can be copied.
        const QString after = labelsOf(dialog);
        QVERIFY2(after.contains(u"No decision accepts it since 2025-11-21 10:24:00.000 UTC. 3 live token(s) "
                                "ended with it."_s),
                 qPrintable(after));
        for (const QString &line : {u"accepted (200)\n10:23:59.000 UTC"_s, u"dec_before1"_s, u"snapshot 41"_s,
                                    u"refused (401)\n10:24:00.000 UTC"_s, u"dec_after2"_s, u"snapshot 42"_s})
            QVERIFY2(after.contains(line), qPrintable(after));
        QVERIFY(!after.contains(u"Suspected leak"_s)); // what was asked is gone
        QVERIFY(!dialog->findChild<QComboBox *>(u"reason"_s));
        QCOMPARE(field<MessageBanner>(dialog, u"proofState"_s)->text(),
                 u"Proven: accepted before and refused now by gw-1, gw-2."_s);
        QVERIFY(!field<MessageBanner>(dialog, u"unstored"_s)->isVisible());
        QVERIFY(!submitOf(dialog)->isVisible());
        QCOMPARE(focusName(dialog), u"closeButton"_s);
        field<QPushButton>(dialog, u"copyProofButton"_s)->click();
        const QString copied = shown.pages.clipboard.text;
        const Credential revoked = shown.backend.credential(u"erp-sync"_s);
        // It stands for itself in a ticket: what, of whom, when, by whom, why.
        for (const QString &fact :
             {u"Revoked: erp-sync (%1)\n"_s.arg(revoked.id),
              u"Partner: %1 (%2)\n"_s.arg(revoked.partnerName, revoked.partnerId),
              u"In force since: 2025-11-21 10:24:00.000 UTC\n"_s, u"By: %1\n"_s.arg(revoked.revokedBy),
              u"Reason: Suspected leak\n"_s, u"Proof: proven\n"_s,
              u"gw-1: proven\ngw-1, before: accepted (200), 2025-11-21 10:23:59.000 UTC, snapshot 41"_s,
              u"gw-2, after: refused (401), 2025-11-21 10:24:00.000 UTC"_s})
            QVERIFY2(copied.contains(fact), qPrintable(copied + u'\n' + fact));
        QVERIFY(!revoked.revokedBy.isEmpty() && !revoked.partnerName.isEmpty());
        for (const QString &id : {u"dec_before1"_s, u"dec_before2"_s, u"dec_after1"_s, u"dec_after2"_s})
            QVERIFY2(copied.contains(id), qPrintable(copied));
        // News about it do not disturb the receipt.
        shown.tell();
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Return); // the focus is on Close
        QTRY_VERIFY(!shown.dialog<RevokeDialog>());
    }

    // Green is said only of what is stored and proven; every other state has its own words.
    void onlyAProvenRevocationIsSaidToBe_data()
    {
        QTest::addColumn<bool>("durable");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("probed");
        QTest::addColumn<QString>("words");
        const int proven = int(ProofOutcome::Proven);
        const int unproven = int(ProofOutcome::NotProven);
        const int running = int(ProofOutcome::Running);
        QTest::newRow("proven") << true << proven << true
                                << u"Proven: accepted before and refused now by gw-1, gw-2."_s;
        QTest::newRow("not stored") << false << proven << true
                                    << u"Proven: accepted before and refused now by gw-1, gw-2."_s;
        QTest::newRow("not proven") << true << unproven << true << u"the proof is not complete"_s;
        QTest::newRow("nobody was asked")
            << true << unproven << false << u"no decision point was asked before"_s;
        QTest::newRow("running") << true << running << true << u"are being asked"_s;
        QTest::newRow("neither") << false << unproven << false << u"no decision point was asked before"_s;
    }
    void onlyAProvenRevocationIsSaidToBe()
    {
        QFETCH(const bool, durable);
        QFETCH(const int, state);
        QFETCH(const bool, probed);
        QFETCH(const QString, words);
        DialogFixture shown([=](CredentialFixture &fixture) {
            fixture.backend.durable = durable;
            if (probed)
                fixture.backend.proof = proofOf(fixture.pages.clock.now());
            fixture.backend.proof.state = ProofOutcome(state);
        });
        auto *dialog = shown.act<RevokeDialog>(u"credential.revoke"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        field<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Suspected leak"_s);
        submitOf(dialog)->click();
        QTRY_COMPARE(dialog->windowTitle(), u"“erp-sync” is revoked"_s);
        settle(3);
        const auto *banner = field<MessageBanner>(dialog, u"proofState"_s);
        QVERIFY2(banner->text().contains(words), qPrintable(banner->text()));
        QCOMPARE(field<MessageBanner>(dialog, u"unstored"_s)->isVisible(), !durable);
        QCOMPARE(titleIcon(dialog) == Icon::Check, durable && state == int(ProofOutcome::Proven));
        field<QPushButton>(dialog, u"copyProofButton"_s)->click();
        const QString copied = shown.pages.clipboard.text;
        QVERIFY2(copied.startsWith(u"Revoked: erp-sync ("_s), qPrintable(copied));
        QCOMPARE(copied.contains(u"Proof: none"_s), !probed);
        QCOMPARE(copied.contains(u"Not stored yet"_s), !durable);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog<RevokeDialog>());
    }

    // The revocation waits for no gateway: what each of them shows comes into the open dialog.
    void theProofComesIntoTheOpenDialog()
    {
        DialogFixture shown([](CredentialFixture &fixture) {
            fixture.backend.probe.generation = 1;
            Probe silent;
            silent.gateway = u"gw-2"_s;
            silent.at = fixture.pages.clock.now();
            fixture.backend.probe.probes = {
                {u"gw-1"_s, true, 200, u"dec_before1"_s, fixture.pages.clock.now(), 41}, silent};
            fixture.backend.proof.state = ProofOutcome::Running;
        });
        auto *dialog = shown.act<RevokeDialog>(u"credential.revoke"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QTRY_COMPARE(field<Label>(dialog, u"probeLine"_s)->text(),
                     u"Accepted now by: gw-1. Could not be asked: gw-2."_s);
        field<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Suspected leak"_s);
        submitOf(dialog)->click();
        QTRY_COMPARE(dialog->windowTitle(), u"“erp-sync” is revoked"_s);
        settle(3);
        const auto *banner = field<MessageBanner>(dialog, u"proofState"_s);
        QVERIFY2(banner->text().contains(u"are being asked"_s), qPrintable(banner->text()));
        RevocationProof proof = proofOf(shown.pages.clock.now());
        proof.state = ProofOutcome::NotProven;
        proof.points[1].outcome = ProofOutcome::NotAsked;
        proof.points[1].after->status = 0;
        shown.backend.proof = proof;
        shown.tell();
        QTRY_VERIFY2(banner->text().contains(u"the proof is not complete"_s), qPrintable(banner->text()));
        const QString after = labelsOf(dialog);
        QVERIFY2(after.contains(u"gw-1\nproven"_s), qPrintable(after));
        QVERIFY2(after.contains(u"gw-2\ncould not be asked"_s), qPrintable(after));
        QVERIFY2(after.contains(u"no answer"_s), qPrintable(after));
        QCOMPARE(focusName(dialog), u"closeButton"_s); // and nothing else moved
    }

    void gatewaysThatCannotBeAskedStopNothing()
    {
        DialogFixture shown;
        shown.backend.refuse(u"probe"_s, 503, u"store_unavailable"_s);
        auto *dialog = shown.act<RevokeDialog>(u"credential.revoke"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QVERIFY(shown.reaches([dialog] {
            return field<Label>(dialog, u"probeLine"_s)
                ->text()
                .startsWith(u"No decision point could be asked"_s);
        }));
        field<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Suspected leak"_s);
        submitOf(dialog)->click();
        QTRY_COMPARE(shown.backend.credential(u"erp-sync"_s).state, CredentialState::Revoked);
    }

    void aQuietCredentialIsSaidSo()
    {
        DialogFixture shown; // never used
        auto *dialog = shown.act<RevokeDialog>(u"credential.revoke"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QTRY_COMPARE(field<MessageBanner>(dialog, u"affectedWarning"_s)->text(),
                     u"It was never used: nobody will notice."_s);
    }

    void factsThatFailNeverStopARevocation()
    {
        DialogFixture shown([](CredentialFixture &fixture) { fixture.backend.hasUse = false; });
        auto *dialog = shown.act<RevokeDialog>(u"credential.revoke"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QTRY_COMPARE(field<MessageBanner>(dialog, u"affectedWarning"_s)->text(),
                     u"Who uses it could not be looked up. It may be in use."_s);
        QVERIFY(labelsOf(dialog).contains(u"…\nlive token(s)"_s)); // unknown, not none
        field<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Suspected leak"_s);
        submitOf(dialog)->click();
        QTRY_COMPARE(shown.backend.credential(u"erp-sync"_s).state, CredentialState::Revoked);
    }

    void aLostRevocationIsAskedForAgain()
    {
        DialogFixture shown;
        auto *dialog = shown.act<RevokeDialog>(u"credential.revoke"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        auto *reason = field<QComboBox>(dialog, u"reason"_s);
        reason->setCurrentText(u"Suspected leak"_s);
        shown.backend.lose(u"revoke"_s, 4);
        submitOf(dialog)->click();
        QVERIFY(
            shown.reaches([dialog] { return message(dialog).contains(u"it will never be made twice."_s); }));
        QVERIFY(!submitOf(dialog)->isEnabled());
        QVERIFY(!reason->isEnabled()); // a repeat is the very same request
        Q_EMIT field<MessageBanner>(dialog, u"dialogMessage"_s)->actionTriggered();
        QVERIFY(shown.reaches([dialog] { return dialog->windowTitle() == u"“erp-sync” is revoked"_s; }));
        const auto sent = shown.backend.sent(u"revoke"_s);
        QCOMPARE(sent.size(), 5);
        for (const auto &each : sent)
            QCOMPARE(each.key, sent.first().key);
    }
};

PC_THEMED_TEST_MAIN(CredentialDialogsTest)
#include "tst_credential_dialogs.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "models/credentials/credential_flows.h"
#include "models/credentials/credential_list_model.h"
#include "models/credentials/issuing_flow.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/credentials/dialog_fixture.h"
#include "tests/views/themed_test.h"
#include "views/credentials/credentials_tab.h"
#include "views/credentials/grace_choice.h"
#include "views/credentials/grace_dialog.h"
#include "views/credentials/left_secret.h"
#include "views/credentials/rotate_dialog.h"
#include "views/credentials/secret_dialog.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/date_input.h"
#include "views/widgets/number_input.h"
#include "views/widgets/table_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPointer>
#include <QRadioButton>
#include <QSignalSpy>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;

class RotateDialogTest final : public QObject
{
    Q_OBJECT
public:
    explicit RotateDialogTest(ThemeController &) {}

private Q_SLOTS:
    // Rotate

    void rotateSaysWhoUsesIt()
    {
        DialogFixture shown(
            [](CredentialFixture &fixture) { fixture.backend.use = busyUse(fixture.pages.clock.now()); });
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Rotate “erp-sync”"_s);
        auto *sentence = field<QLabel>(dialog, u"useSentence"_s);
        QTRY_COMPARE(sentence->text(),
                     u"The present secret was last used 1 min ago, from 2 source address(es)."_s);
        QVERIFY(!field<QWidget>(dialog, u"affectedWarning"_s)->isVisible());
        QVERIFY(!field<QCheckBox>(dialog, u"confirmEndsNow"_s)->isVisible());
    }

    /// The secret of a rotation that nobody confirmed is not the one in force, and is not hidden either.
    void aSecretThatWaitsIsSaid()
    {
        QString inForce;
        DialogFixture shown([&inForce](CredentialFixture &fixture) {
            QList<Generation> &generations = fixture.backend.credential(u"erp-sync"_s).generations;
            Generation waiting = generations.first();
            inForce = waiting.lastFour;
            ++waiting.number;
            waiting.state = GenerationState::Pending;
            waiting.lastFour = u"wxyz"_s;
            waiting.createdAt = fixture.pages.clock.now().addSecs(-120);
            generations.prepend(waiting);
        });
        QVERIFY(shown.select(u"erp-sync"_s));
        const QAbstractItemModel *rows = shown.tab->table()->model();
        QCOMPARE(rows->index(0, models::CredentialListModel::LastFourColumn).data().toString(),
                 u"…"_s + inForce);
        QTest::keyClick(shown.tab->table(), Qt::Key_Return);
        settle();
        const QString waits = u"…wxyz, made 2 min ago, waits to be confirmed and is not in force."_s;
        QVERIFY2(labelsOf(shown.tab).contains(waits), qPrintable(labelsOf(shown.tab)));
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QVERIFY2(labelsOf(dialog).contains(waits), qPrintable(labelsOf(dialog)));
    }

    void unknownUseIsSaidInTheDialog()
    {
        DialogFixture shown([](CredentialFixture &fixture) { fixture.backend.hasUse = false; });
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        QTRY_COMPARE(field<QLabel>(dialog, u"useSentence"_s)->text(),
                     u"Who uses it could not be looked up. It may be in use."_s);
        QVERIFY(submitOf(dialog)->isEnabled()); // rotating with an overlap harms nobody
    }

    void graceIsChosen_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("hours");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("as it stands") << QString() << 0 << qint64(86400);
        QTest::newRow("15 minutes") << u"grace900"_s << 0 << qint64(900);
        QTest::newRow("1 hour") << u"grace3600"_s << 0 << qint64(3600);
        QTest::newRow("6 hours") << u"grace21600"_s << 0 << qint64(21600);
        QTest::newRow("other") << u"grace-2"_s << 0 << qint64(48 * 3600);
        QTest::newRow("the longest") << u"grace-2"_s << 168 << qint64(604800);
    }
    void graceIsChosen()
    {
        QFETCH(const QString, button);
        QFETCH(const int, hours);
        QFETCH(const qint64, seconds);
        DialogFixture shown;
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        auto *other = field<NumberInput>(dialog, u"graceHours"_s);
        QVERIFY(!other->isEnabled());
        if (!button.isEmpty())
            field<QRadioButton>(dialog, button)->click();
        QCOMPARE(other->isEnabled(), button == "grace-2"_L1);
        if (hours > 0)
            other->setText(QString::number(hours));
        field<ChoiceInput>(dialog, u"reason"_s)->setEditText(u"Yearly"_s);
        field<QLineEdit>(dialog, u"ticket"_s)->setText(u"CHG-8"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(shown.dialog<SecretDialog>());
        const auto body = fromJson<RotateRequest>(shown.backend.lastBody(u"rotate"_s));
        QVERIFY(body.has_value());
        QCOMPARE(body->graceSeconds, seconds);
        QVERIFY(!body->emergency);
        QVERIFY(!body->expiresAt.has_value()); // it lives for long: the expiry stays
        QCOMPARE(body->reason, u"Yearly"_s);
        QCOMPARE(body->ticket, u"CHG-8"_s);
        QCOMPARE(shown.backend.sent(u"rotate"_s).last().etag, QByteArray("\"2\""));
        QCOMPARE(shown.dialog<SecretDialog>()->windowTitle(), u"New secret for “erp-sync”"_s);
        QCOMPARE(shown.backend.credential(u"erp-sync"_s).state, CredentialState::Rotating);
    }

    /// Leaving the hours says what is wrong with them, and submitting leads back to them.
    void wrongHoursAreSaidWhenTheyAreLeft()
    {
        DialogFixture shown;
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        field<QRadioButton>(dialog, u"grace-2"_s)->click();
        auto *hours = field<NumberInput>(dialog, u"graceHours"_s);
        hours->setFocus();
        hours->selectAll();
        QTest::keyClicks(hours, u"1,5"_s);
        QTest::keyClick(hours, Qt::Key_Tab);
        QVERIFY(!hours->hasFocus());
        QVERIFY(!errorAt(hours).isEmpty());
        submitOf(dialog)->setFocus();
        submitOf(dialog)->click();
        QVERIFY(hours->hasFocus());
        QVERIFY(hours->property("invalid").toBool());
        field<QRadioButton>(dialog, u"grace3600"_s)->click(); // then the hours do not count
        QVERIFY(errorAt(hours).isEmpty());
        QVERIFY(!hours->property("invalid").toBool());
        field<ChoiceInput>(dialog, u"reason"_s)->setEditText(u"Yearly"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(shown.dialog<SecretDialog>());
    }

    /// What is no number of hours that may be is said, and nothing is sent; it is never made to fit.
    void hoursOutOfRangeAreAMessage()
    {
        DialogFixture shown;
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        field<QRadioButton>(dialog, u"grace-2"_s)->click();
        auto *hours = field<NumberInput>(dialog, u"graceHours"_s);
        for (const QString &typed : {u"500"_s, u"0"_s, u"1.5"_s, u"many"_s, u""_s}) {
            hours->selectAll();
            QTest::keyClick(hours, Qt::Key_Delete);
            QTest::keyClicks(hours, typed);
            submitOf(dialog)->click();
            QVERIFY2(!errorAt(hours).isEmpty(), qPrintable(typed));
            QCOMPARE(hours->text(), typed);
            QVERIFY(shown.backend.sent(u"rotate"_s).isEmpty());
        }
        QTest::keyClicks(hours, u"36"_s);
        QCOMPARE(errorAt(hours), QString());
        submitOf(dialog)->click();
        QTRY_VERIFY(shown.dialog<SecretDialog>());
        QCOMPARE(fromJson<RotateRequest>(shown.backend.lastBody(u"rotate"_s))->graceSeconds, 36 * 3600);
    }

    void anExpiryIsKeptAsTyped()
    {
        DialogFixture shown;
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"payroll-edge"_s);
        QVERIFY(dialog);
        auto *expires = field<DateInput>(dialog, u"renewedExpiry"_s);
        for (const QString &typed : {u"2030-01-01"_s, u"2020-01-01"_s, u"2026-02-30"_s, u"soon"_s, u""_s}) {
            expires->selectAll();
            QTest::keyClick(expires, Qt::Key_Delete);
            QTest::keyClicks(expires, typed);
            submitOf(dialog)->click();
            QVERIFY2(!errorAt(expires).isEmpty(), qPrintable(typed));
            QCOMPARE(expires->text(), typed);
            QVERIFY(shown.backend.sent(u"rotate"_s).isEmpty());
        }
    }

    void noGraceIsACutAndConfirmed()
    {
        DialogFixture shown(
            [](CredentialFixture &fixture) { fixture.backend.use = busyUse(fixture.pages.clock.now()); });
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        field<QRadioButton>(dialog, u"grace0"_s)->click();
        auto *warning = field<MessageBanner>(dialog, u"affectedWarning"_s);
        auto *confirm = field<QCheckBox>(dialog, u"confirmEndsNow"_s);
        QVERIFY(warning->isVisible() && confirm->isVisible());
        QTRY_VERIFY2(warning->text().contains(
                         u"12 call(s) in the last 15 minutes from 2 source address(es) will stop."_s),
                     qPrintable(warning->text()));
        QCOMPARE(submitOf(dialog)->text(), u"Rotate and cut 1 secret(s)"_s);
        QVERIFY(!submitOf(dialog)->isEnabled());
        QCOMPARE(submitOf(dialog)->toolTip(), u"Confirm the cut first."_s);
        confirm->click();
        QVERIFY(submitOf(dialog)->isEnabled());
        // A cut has a reason, as ending a grace has.
        submitOf(dialog)->click();
        QCOMPARE(errorAt(field<ChoiceInput>(dialog, u"reason"_s)),
                 u"Say why, for those who read the audit trail later."_s);
        QVERIFY(shown.backend.sent(u"rotate"_s).isEmpty());
        field<ChoiceInput>(dialog, u"reason"_s)->setEditText(u"Suspected leak"_s);
        // A danger button now: Enter in a field does not press it.
        auto *reason = field<QLineEdit>(dialog, u"ticket"_s);
        reason->setFocus();
        QTest::keyClick(reason, Qt::Key_Return);
        settle(3);
        QVERIFY(shown.backend.sent(u"rotate"_s).isEmpty());
        QVERIFY(dialog->isVisible());
        submitOf(dialog)->click();
        QTRY_VERIFY(shown.dialog<SecretDialog>());
        QCOMPARE(fromJson<RotateRequest>(shown.backend.lastBody(u"rotate"_s))->graceSeconds, 0);
    }

    void aSecondRotationIsAnEmergency()
    {
        DialogFixture shown;
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"legacy-batch"_s);
        QVERIFY(dialog);
        QVERIFY(field<MessageBanner>(dialog, u"affectedWarning"_s)
                    ->text()
                    .startsWith(u"A rotation is in progress already."_s));
        QVERIFY(!submitOf(dialog)->isEnabled());
        field<QRadioButton>(dialog, u"grace0"_s)->click();
        QCOMPARE(submitOf(dialog)->text(), u"Rotate and cut 2 secret(s)"_s);
        field<QRadioButton>(dialog, u"grace86400"_s)->click();
        QCOMPARE(submitOf(dialog)->text(), u"Rotate and cut 1 secret(s)"_s);
        field<QCheckBox>(dialog, u"confirmEndsNow"_s)->click();
        submitOf(dialog)->click(); // an emergency needs its reason
        auto *reason = field<ChoiceInput>(dialog, u"reason"_s);
        QCOMPARE(errorAt(reason), u"Say why, for those who read the audit trail later."_s);
        QVERIFY(shown.backend.sent(u"rotate"_s).isEmpty());
        QTest::keyClicks(reason->lineEdit(), u"Leaked in a build log"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(shown.dialog<SecretDialog>());
        QVERIFY(fromJson<RotateRequest>(shown.backend.lastBody(u"rotate"_s))->emergency);
    }

    void whatExpiresSoonIsRenewedWithIt()
    {
        DialogFixture shown;
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"payroll-edge"_s);
        QVERIFY(dialog);
        QVERIFY(field<QCheckBox>(dialog, u"renewExpiry"_s)->isChecked());
        field<DateInput>(dialog, u"renewedExpiry"_s)->showDay({2026, 5, 1});
        submitOf(dialog)->click();
        QTRY_VERIFY(shown.dialog<SecretDialog>());
        const auto body = fromJson<RotateRequest>(shown.backend.lastBody(u"rotate"_s));
        QCOMPARE(body->expiresAt, std::optional(QDateTime({2026, 5, 1}, {0, 0}, Qt::UTC)));
    }

    void aRefusedRotationKeepsTheChoice()
    {
        DialogFixture shown;
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        field<QRadioButton>(dialog, u"grace3600"_s)->click();
        field<ChoiceInput>(dialog, u"reason"_s)->setEditText(u"Yearly"_s);
        shown.backend.credential(u"erp-sync"_s).version = 9; // somebody was faster
        submitOf(dialog)->click();
        QTRY_COMPARE(message(dialog), u"The credential was not rotated. Nothing was changed. Somebody else "
                                      "changed it meanwhile. Load it again and decide anew."_s);
        QVERIFY(field<QRadioButton>(dialog, u"grace3600"_s)->isChecked());
        QCOMPARE(field<ChoiceInput>(dialog, u"reason"_s)->value(), u"Yearly"_s);
        QVERIFY(submitOf(dialog)->isEnabled());
        QVERIFY(!shown.dialog<SecretDialog>());
    }

    /// No answer: the same request may be asked for again, and nothing else.
    void aLostRotationOnlyOffersToAskAgain()
    {
        DialogFixture shown;
        auto *dialog = shown.act<RotateDialog>(u"credential.rotate"_s, u"erp-sync"_s);
        QVERIFY(dialog);
        shown.backend.lose(u"rotate"_s, 4);
        submitOf(dialog)->click();
        QVERIFY(shown.reaches([dialog] { return !message(dialog).isEmpty(); }));
        QVERIFY(!submitOf(dialog)->isEnabled());
        // Newer facts about its use do not change that.
        shown.backend.use = busyUse(shown.pages.clock.now());
        Q_EMIT shown.pages.connection->feed().changed(changeAbout(ChangeKind::Usage, shown.id));
        QTRY_VERIFY(field<QLabel>(dialog, u"useSentence"_s)->text().contains(u"2 source"_s));
        QVERIFY(!submitOf(dialog)->isEnabled());
        Q_EMIT field<MessageBanner>(dialog, u"dialogMessage"_s)->actionTriggered();
        QVERIFY(shown.reaches([&shown] { return shown.dialog<SecretDialog>() != nullptr; }));
        QCOMPARE(shown.backend.credential(u"erp-sync"_s).generations.size(), 2);
    }

    /// A kind without a secret has nothing to show: its dialog ends with the answer, which is told, and so
    /// does what was left behind.
    void aKindWithoutASecretEndsWithItsAnswer_data()
    {
        QTest::addColumn<bool>("left");
        QTest::newRow("waited for") << false;
        QTest::newRow("left") << true;
    }
    void aKindWithoutASecretEndsWithItsAnswer()
    {
        QFETCH(const bool, left);
        DialogFixture shown;
        const Credential made = shown.backend.credential(u"erp-sync"_s);
        shown.pages.service->first =
            [&](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (!asked.path.endsWith(u"/rotate"_s))
                return std::nullopt;
            const SealedIssue answer{made, 2, QByteArray(), shown.pages.clock.now()};
            return ScriptedTransport::response(201, QJsonDocument(toJson(answer)).toJson());
        };
        Credential without = made;
        without.kind = CredentialKind::Unknown;
        auto *flow = new models::RotateFlow(shown.pages.connection->credentials(), shown.pages.random,
                                            models::versioned(without));
        const QPointer<RotateDialog> dialog =
            new RotateDialog(shown.pages.context, flow, &shown.pages.window);
        QSignalSpy issued(dialog.data(), &SecretFlowDialog::issued);
        dialog->open();
        settle(4);
        submitOf(dialog)->click();
        if (left)
            QTest::keyClick(dialog.data(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QTRY_VERIFY2(shown.pages.toastText().endsWith(u": done"_s), qPrintable(shown.pages.toastText()));
        QCOMPARE(issued.count(), left ? 0 : 1);
        QTRY_VERIFY(!shown.pages.window.findChild<LeftSecret *>());
        QVERIFY(!shown.dialog<SecretDialog>());
        QCOMPARE(shown.pages.service->asked("POST", u"/credentials/%1/rotate"_s.arg(made.id)), 1);
    }

    // Grace

    void graceIsMoved()
    {
        DialogFixture shown(
            [](CredentialFixture &fixture) { fixture.backend.use = busyUse(fixture.pages.clock.now()); });
        auto *dialog = shown.act<GraceDialog>(u"credential.extendGrace"_s, u"legacy-batch"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Change the grace of “legacy-batch”"_s);
        QVERIFY2(labelsOf(dialog).contains(
                     u"The old secret (…b71e) is valid until 22 Nov 2025, 07:24 UTC, in 21 h."_s),
                 qPrintable(labelsOf(dialog)));
        QTRY_VERIFY(labelsOf(dialog).contains(u"2 source address(es) still use the old secret."_s));
        QVERIFY(!field<QRadioButton>(dialog, u"grace0"_s)); // ending it is another act
        field<QRadioButton>(dialog, u"grace21600"_s)->click();
        submitOf(dialog)->click();
        QTRY_VERIFY(!shown.dialog<GraceDialog>());
        const auto body = fromJson<GraceRequest>(shown.backend.lastBody(u"grace"_s));
        QVERIFY(body.has_value());
        QCOMPARE(body->until, shown.pages.clock.now().addSecs(21600));
        QCOMPARE(shown.backend.sent(u"grace"_s).last().etag, QByteArray("\"2\""));
        QCOMPARE(shown.pages.toastText(), u"Grace of legacy-batch changed"_s);
    }

    void aGraceBeyondTheLimitIsExplained()
    {
        DialogFixture shown;
        auto *dialog = shown.act<GraceDialog>(u"credential.extendGrace"_s, u"legacy-batch"_s);
        QVERIFY(dialog);
        field<QRadioButton>(dialog, u"grace-2"_s)->click();
        field<NumberInput>(dialog, u"graceHours"_s)->setText(u"168"_s);
        field<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Partner needs more time"_s);
        shown.backend.refuse(u"grace"_s, 422, u"grace_too_long"_s,
                             {{u"detail"_s, u"Seven days after the rotation at most."_s}});
        submitOf(dialog)->click();
        QTRY_COMPARE(message(dialog), u"The grace was not changed. Nothing was changed. The grace ends 7 "
                                      "day(s) after the rotation at most."_s);
        QCOMPARE(field<NumberInput>(dialog, u"graceHours"_s)->whole(), 168);
        QCOMPARE(field<QComboBox>(dialog, u"reason"_s)->currentText(), u"Partner needs more time"_s);
        field<NumberInput>(dialog, u"graceHours"_s)->setText(u"100"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(!shown.dialog<GraceDialog>());
        QCOMPARE(fromJson<GraceRequest>(shown.backend.lastBody(u"grace"_s))->reason,
                 u"Partner needs more time"_s);
    }

    void graceIsEnded()
    {
        DialogFixture shown(
            [](CredentialFixture &fixture) { fixture.backend.use = busyUse(fixture.pages.clock.now()); });
        auto *dialog = shown.act<GraceDialog>(u"credential.endGrace"_s, u"legacy-batch"_s);
        QVERIFY(dialog);
        QTRY_COMPARE(field<MessageBanner>(dialog, u"affectedWarning"_s)->text(),
                     u"2 source address(es) still use the old secret."_s);
        QCOMPARE(field<QPushButton>(dialog, u"cancelButton"_s)->text(), u"Keep both secrets"_s);
        auto *reason = field<QComboBox>(dialog, u"reason"_s);
        submitOf(dialog)->click();
        QCOMPARE(errorAt(reason), u"Say why, for those who read the audit trail later."_s);
        QVERIFY(shown.backend.sent(u"grace"_s).isEmpty());
        reason->setCurrentText(u"Partner has changed over"_s);
        QCOMPARE(errorAt(reason), QString());
        submitOf(dialog)->click();
        QTRY_VERIFY(!shown.dialog<GraceDialog>());
        const auto body = fromJson<GraceRequest>(shown.backend.lastBody(u"grace"_s));
        QCOMPARE(body->until, shown.pages.clock.now());
        QCOMPARE(body->reason, u"Partner has changed over"_s);
        QCOMPARE(shown.pages.toastText(), u"The old secret of legacy-batch has ended"_s);
    }
};

PC_THEMED_TEST_MAIN(RotateDialogTest)
#include "tst_rotate_dialog.moc"

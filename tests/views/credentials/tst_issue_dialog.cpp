// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "tests/views/credentials/dialog_fixture.h"
#include "tests/views/themed_test.h"
#include "views/credentials/credential_pane.h"
#include "views/credentials/credentials_tab.h"
#include "views/credentials/secret_dialog.h"
#include "views/partner/partner_page.h"
#include "views/seams/partner_places.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/date_input.h"
#include "views/widgets/patience.h"
#include "views/widgets/reading_order.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;
using Mood = SampleService::Mood;

class IssueDialogTest final : public QObject
{
    Q_OBJECT
public:
    explicit IssueDialogTest(ThemeController &) {}

private Q_SLOTS:
    void issueAsksForWhatIsMissing()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        QCOMPARE(focusName(dialog), u"credentialName"_s);
        auto *name = field<QLineEdit>(dialog, u"credentialName"_s);
        auto *owner = field<ChoiceInput>(dialog, u"credentialOwner"_s);
        auto *scope = field<QCheckBox>(dialog, u"scope:orders:read"_s);
        auto *reason = field<ChoiceInput>(dialog, u"reason"_s);
        QCOMPARE(owner->value(), u"ops-1"_s); // who asks, until another is named
        owner->setEditText({});
        reason->setEditText(u"New integration"_s);
        QTest::keyClick(name, Qt::Key_Return); // Enter is "Issue credential" here
        settle(3);
        QCOMPARE(errorAt(name), u"This is needed."_s);
        QCOMPARE(errorAt(owner), u"This is needed."_s);
        QCOMPARE(errorAt(scope), u"Choose at least one scope."_s);
        QCOMPARE(focusName(dialog), u"credentialName"_s); // the first that is wrong
        QCOMPARE(reason->value(), u"New integration"_s);
        QVERIFY(shown.backend.sent(u"issue"_s).isEmpty());

        // What is put right is said so, and only the rest is asked for.
        scope->click();
        QCOMPARE(errorAt(scope), QString());
        QTest::keyClicks(owner->lineEdit(), u"ops-2"_s);
        QCOMPARE(errorAt(owner), QString());
        submitOf(dialog)->click();
        QCOMPARE(errorAt(scope), QString());
        QCOMPARE(errorAt(owner), QString());
        QCOMPARE(errorAt(name), u"This is needed."_s);
        QVERIFY(shown.backend.sent(u"issue"_s).isEmpty());
        QTest::keyClicks(name, u"erp-2"_s);
        QCOMPARE(errorAt(name), QString());
    }

    void issueOffersWhatThePartnerMayHave()
    {
        DialogFixture shown([](CredentialFixture &fixture) {
            fixture.pages.service->partner(fixture.id).stage = Stage::Sandbox;
        });
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        auto *realm = field<QComboBox>(dialog, u"credentialRealm"_s);
        QCOMPARE(realm->count(), 1);
        QCOMPARE(realm->currentText(), u"Sandbox"_s);
        QVERIFY(labelsOf(dialog).contains(u"promote the partner first"_s));
        // Exactly the scopes of the grant.
        QStringList scopes;
        for (const QCheckBox *box : dialog->findChildren<QCheckBox *>())
            if (box->objectName().startsWith(u"scope:"_s)) {
                scopes.append(box->text());
                QVERIFY(!box->isChecked()); // nothing is asked for by itself
                QVERIFY(!box->toolTip().isEmpty());
            }
        scopes.sort();
        QCOMPARE(scopes, (QStringList{u"invoices:read"_s, u"orders:read"_s, u"orders:write"_s}));
        auto *expires = field<DateInput>(dialog, u"credentialExpires"_s);
        const QDate today = shown.pages.clock.now().date();
        QCOMPARE(expires->day(), today.addDays(90));
        for (const auto &[day, wrong] : {std::pair{today, true},
                                         {today.addDays(1), false},
                                         {today.addDays(365), false},
                                         {today.addDays(366), true}}) {
            expires->setText(day.toString(Qt::ISODate));
            QCOMPARE(!expires->fault().isEmpty(), wrong);
            QCOMPARE(expires->day(), day); // kept as typed, in range or not
        }
        // An API key is the second choice, and the dialog says why.
        QVERIFY(field<QRadioButton>(dialog, u"kind:client_secret"_s)->isChecked());
        QVERIFY(!labelsOf(dialog).contains(u"each of them can leak it"_s));
        field<QRadioButton>(dialog, u"kind:api_key"_s)->click();
        QVERIFY(labelsOf(dialog).contains(u"each of them can leak it"_s));
    }

    void withoutScopesTheWayIsShown()
    {
        DialogFixture shown(
            [](CredentialFixture &fixture) { fixture.pages.service->grants[fixture.id].scopes.clear(); });
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        QVERIFY2(labelsOf(dialog).contains(u"Grant some under Access & quotas first."_s),
                 qPrintable(labelsOf(dialog)));
    }

    void tabGoesThroughTheFormInReadingOrder()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        QStringList order;
        for (int i = 0; i < 20; ++i) { // the parts of the date take a Tab each
            if (order.isEmpty() || order.last() != focusName(dialog))
                order.append(focusName(dialog));
            if (order.last() == "submitButton"_L1)
                break;
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(order, (QStringList{u"credentialName"_s, u"kind:client_secret"_s, u"credentialRealm"_s,
                                     u"credentialExpires"_s, u"scope:orders:read"_s, u"scope:orders:write"_s,
                                     u"scope:invoices:read"_s, u"credentialOwner"_s, u"reason"_s, u"ticket"_s,
                                     u"cancelButton"_s, u"submitButton"_s}));
    }

    void issuedCredentialIsShownOnce()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        QTest::keyClicks(field<QLineEdit>(dialog, u"credentialName"_s), u"  erp-2 "_s);
        auto *realm = field<QComboBox>(dialog, u"credentialRealm"_s);
        QCOMPARE(realm->count(), 2);
        realm->setCurrentIndex(1);
        field<QCheckBox>(dialog, u"scope:orders:write"_s)->click();
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        field<DateInput>(dialog, u"credentialExpires"_s)->showDay({2026, 2, 1});
        field<ChoiceInput>(dialog, u"reason"_s)->setEditText(u"New integration"_s);
        typeInto(dialog, u"ticket"_s, u"CHG-7"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(shown.dialog<SecretDialog>());
        QTRY_VERIFY(!shown.dialog<IssueDialog>());
        const auto body = fromJson<IssueRequest>(shown.backend.lastBody(u"issue"_s));
        QVERIFY(body.has_value());
        QCOMPARE(body->name, u"erp-2"_s);
        QCOMPARE(body->kind, CredentialKind::ClientSecret);
        QCOMPARE(body->realm, Realm::Production);
        QCOMPARE(body->scopes, (QStringList{u"orders:read"_s, u"orders:write"_s}));
        QCOMPARE(body->expiresAt, QDateTime({2026, 2, 1}, {0, 0}, Qt::UTC));
        QCOMPARE(body->owner, u"ops-1"_s);
        QCOMPARE(body->reason, u"New integration"_s);
        QCOMPARE(body->ticket, u"CHG-7"_s);
        QCOMPARE(shown.backend.sent(u"ack"_s).size(), 1); // before anything is shown
        QCOMPARE(shown.dialog<SecretDialog>()->windowTitle(), u"Client “erp-2” issued"_s);
        // The new row is the current one as soon as it is there.
        shown.tell();
        QTRY_VERIFY(shown.tab->selected().has_value() && shown.tab->selected()->name == u"erp-2"_s);
    }

    void productionNeedsAReason()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        QTest::keyClicks(field<QLineEdit>(dialog, u"credentialName"_s), u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        auto *reason = field<ChoiceInput>(dialog, u"reason"_s);
        auto *realm = field<QComboBox>(dialog, u"credentialRealm"_s);
        realm->setCurrentIndex(realm->findData(int(Realm::Production)));
        submitOf(dialog)->click();
        QCOMPARE(errorAt(reason), u"Say why, for those who read the audit trail later."_s);
        QVERIFY(shown.backend.sent(u"issue"_s).isEmpty());
        realm->setCurrentIndex(realm->findData(int(Realm::Sandbox)));
        QCOMPARE(errorAt(reason), QString()); // a sandbox credential needs none
        submitOf(dialog)->click();
        QTRY_VERIFY(shown.dialog<SecretDialog>());
    }

    void whatThePlatformRefusesStandsAtItsField()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        QTest::keyClicks(field<QLineEdit>(dialog, u"credentialName"_s), u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        const auto error = [](const QString &pointer, const QString &code) {
            return QJsonObject{{u"pointer"_s, pointer}, {u"code"_s, code}, {u"detail"_s, u"English"_s}};
        };
        shown.backend.refuse(
            u"issue"_s, 422, u"validation_failed"_s,
            {{u"errors"_s,
              QJsonArray{error(u"/name"_s, u"too_long"_s), error(u"/owner"_s, u"unknown_value"_s),
                         error(u"/scopes/0"_s, u"not_granted"_s), error(u"/expires_at"_s, u"out_of_range"_s),
                         error(u"/reason"_s, u"required"_s), error(u"/ticket"_s, u"bad_format"_s)}}});
        submitOf(dialog)->click();
        for (const QString &name : {u"credentialName"_s, u"credentialOwner"_s, u"scope:orders:read"_s,
                                    u"credentialExpires"_s, u"reason"_s, u"ticket"_s}) {
            QTRY_VERIFY2(!errorAt(field<QWidget>(dialog, name)).isEmpty(), qPrintable(name));
            QVERIFY(!errorAt(field<QWidget>(dialog, name)).contains(u"English"_s));
        }
    }

    /// In the smallest window too, wherever the form is scrolled to: the state of the act stands above the
    /// buttons, and what the platform refuses is scrolled into sight, with the keyboard in it.
    void theStateOfTheActIsInSight()
    {
        DialogFixture shown;
        shown.pages.window.resize(800, 560);
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        auto *name = field<QLineEdit>(dialog, u"credentialName"_s);
        typeInto(dialog, u"credentialName"_s, u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        auto *ticket = field<QLineEdit>(dialog, u"ticket"_s);
        typeInto(dialog, u"ticket"_s, u"CHG-7"_s);
        ticket->setFocus();
        scrollIntoView(ticket);
        settle(3);
        QVERIFY(!isInSight(name)); // it scrolls
        shown.backend.refuse(u"issue"_s, 422, u"validation_failed"_s,
                             {{u"errors"_s, QJsonArray{QJsonObject{{u"pointer"_s, u"/name"_s},
                                                                   {u"code"_s, u"too_long"_s},
                                                                   {u"detail"_s, u"English"_s}}}}});
        submitOf(dialog)->click();
        QTRY_VERIFY(!errorAt(name).isEmpty());
        QTRY_VERIFY(isInSight(name));
        QCOMPARE(focusName(dialog), u"credentialName"_s);
        QVERIFY(isInSight(field<MessageBanner>(dialog, u"dialogMessage"_s)));

        shown.pages.service->mood = Mood::Silent;
        submitOf(dialog)->click();
        QCOMPARE(submitOf(dialog)->text(), u"Requesting…"_s);
        QVERIFY(isInSight(submitOf(dialog)));
        auto *banner = field<MessageBanner>(dialog, u"dialogMessage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(message(dialog).startsWith(Patience::text(2)), 4000);
        QVERIFY(isInSight(banner));
    }

    /// Who left a request that hangs need not type it again.
    void whatWasTypedIsThereAgain()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        typeInto(dialog, u"credentialName"_s, u"erp-2"_s);
        field<QAbstractButton>(dialog, u"kind:api_key"_s)->click();
        auto *realm = field<QComboBox>(dialog, u"credentialRealm"_s);
        realm->setCurrentIndex(realm->findData(int(Realm::Production)));
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        field<DateInput>(dialog, u"credentialExpires"_s)->setText(u"2026-02-03"_s);
        field<ChoiceInput>(dialog, u"credentialOwner"_s)->showValue(u"ops-2"_s);
        field<ChoiceInput>(dialog, u"reason"_s)->showValue(u"Test"_s);
        typeInto(dialog, u"ticket"_s, u"CHG-7"_s);
        shown.pages.service->mood = Mood::Silent;
        submitOf(dialog)->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(shown.reaches([&shown] { return !shown.pages.toastText().isEmpty(); }));
        const auto sent = shown.backend.sent(u"issue"_s).size();
        shown.pages.service->mood = Mood::Well;
        dialog = shown.issue();
        QVERIFY(dialog);
        QCOMPARE(field<QLineEdit>(dialog, u"credentialName"_s)->text(), u"erp-2"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(shown.dialog<SecretDialog>());
        QVERIFY(shown.backend.sent(u"issue"_s).size() > sent);
        const auto request = fromJson<IssueRequest>(shown.backend.lastBody(u"issue"_s));
        QVERIFY(request);
        QCOMPARE(request->kind, CredentialKind::ApiKey);
        QCOMPARE(request->realm, Realm::Production);
        QCOMPARE(request->scopes, QStringList{u"orders:read"_s});
        QCOMPARE(request->expiresAt, QDateTime({2026, 2, 3}, {0, 0}, Qt::UTC));
        QCOMPARE(request->owner, u"ops-2"_s);
        QCOMPARE(request->reason, u"Test"_s);
        QCOMPARE(request->ticket, u"CHG-7"_s);
    }

    void aRefusedIssueKeepsWhatWasTyped()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        auto *name = field<QLineEdit>(dialog, u"credentialName"_s);
        typeInto(dialog, u"credentialName"_s, u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        typeInto(dialog, u"ticket"_s, u"CHG-7"_s);
        shown.backend.refuse(u"issue"_s, 409, u"partner_not_active"_s,
                             {{u"detail"_s, u"The partner is frozen."_s}});
        submitOf(dialog)->click();
        QTRY_COMPARE(message(dialog),
                     u"The credential was not issued. Nothing was changed. The partner is frozen or "
                     "offboarded."_s);
        QCOMPARE(name->text(), u"erp-2"_s);
        QVERIFY(name->isEnabled());
        QVERIFY(field<QCheckBox>(dialog, u"scope:orders:read"_s)->isChecked());
        QVERIFY(submitOf(dialog)->isEnabled());
        QCOMPARE(submitOf(dialog)->text(), u"Issue credential"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(shown.dialog<SecretDialog>());
        QCOMPARE(fromJson<IssueRequest>(shown.backend.lastBody(u"issue"_s))->ticket, u"CHG-7"_s);
    }

    void aLostAnswerIsAskedForAgain()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        typeInto(dialog, u"credentialName"_s, u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        const auto before = shown.pages.service->credentials.size();
        shown.backend.lose(u"issue"_s, 4);
        submitOf(dialog)->click();
        QVERIFY(shown.reaches([dialog] { return !message(dialog).isEmpty(); }));
        QVERIFY2(message(dialog).contains(u"at most one credential comes of it"_s),
                 qPrintable(message(dialog)));
        QVERIFY(!submitOf(dialog)->isEnabled()); // another intent could make a second one
        QVERIFY(!field<QLineEdit>(dialog, u"credentialName"_s)->isEnabled());
        Q_EMIT field<MessageBanner>(dialog, u"dialogMessage"_s)->actionTriggered();
        QVERIFY(shown.reaches([&shown] { return shown.dialog<SecretDialog>() != nullptr; }));
        QCOMPARE(shown.pages.service->credentials.size(), before + 1);
        const auto sent = shown.backend.sent(u"issue"_s);
        QCOMPARE(sent.size(), 5);
        for (const auto &each : sent)
            QCOMPARE(each.key, sent.first().key);
    }

    /// What is wrong is a group of boxes: the keyboard is on the first of them, not on nothing that is seen.
    void aWrongGroupGetsTheKeyboardInItsFirstBox()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        typeInto(dialog, u"credentialName"_s, u"erp-2"_s);
        submitOf(dialog)->click();
        QCOMPARE(errorAt(field<QCheckBox>(dialog, u"scope:orders:read"_s)), u"Choose at least one scope."_s);
        auto *box = qobject_cast<QCheckBox *>(QApplication::focusWidget());
        QVERIFY2(box, qPrintable(focusName(dialog)));
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(box->isChecked());
    }

    void aSecretThatIsGoneIsNoSuccess()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        typeInto(dialog, u"credentialName"_s, u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        shown.backend.refuse(u"issue"_s, 410, u"secret_gone"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(message(dialog).contains(u"Rotate the credential to get a new one."_s));
        QVERIFY(!submitOf(dialog)->isEnabled());
        QVERIFY(!shown.dialog<SecretDialog>());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog<IssueDialog>());
    }

    /// The platform would refuse it after the whole form was filled in.
    void aFrozenPartnerGetsNoSecret_data()
    {
        QTest::addColumn<PartnerStatus>("status");
        QTest::addColumn<QString>("word");
        QTest::newRow("frozen") << PartnerStatus::Frozen << u"frozen"_s;
        QTest::newRow("offboarded") << PartnerStatus::Offboarded << u"offboarded"_s;
    }
    void aFrozenPartnerGetsNoSecret()
    {
        QFETCH(const PartnerStatus, status);
        QFETCH(const QString, word);
        DialogFixture shown;
        QVERIFY(shown.select(u"erp-sync"_s));
        QVERIFY(shown.state(u"partner.issue"_s).enabled);
        QVERIFY(shown.state(u"credential.rotate"_s).enabled);
        shown.pages.service->partner(shown.id).status = status;
        shown.page->refresh();
        for (const QString &act : {u"partner.issue"_s, u"credential.rotate"_s}) {
            QTRY_VERIFY(!shown.state(act).enabled);
            QVERIFY2(shown.state(act).reason.contains(word), qPrintable(shown.state(act).reason));
        }
        QVERIFY(shown.state(u"credential.revoke"_s).enabled); // what takes access away always may
        Location place = places::partnerPage(shown.id, u"credentials"_s);
        place.query.insert(u"do"_s, u"issue"_s);
        shown.page->open(place);
        pc::test::settle(4);
        QVERIFY(!shown.dialog<IssueDialog>());
    }

    /// Issue is an act on the partner: who gives up is where it began.
    void issuingLeadsHereOnlyWhenItIsDone()
    {
        DialogFixture shown;
        shown.page->showTab(u"overview"_s);
        QVERIFY(shown.pages.commands.run(u"partner.issue"_s));
        QTRY_VERIFY(shown.dialog<IssueDialog>());
        QCOMPARE(shown.page->currentTab(), u"overview"_s);
        QTest::keyClick(shown.dialog<IssueDialog>(), Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog<IssueDialog>());
        QCOMPARE(shown.page->currentTab(), u"overview"_s);
        QVERIFY(shown.pages.commands.run(u"partner.issue"_s));
        QTRY_VERIFY(shown.dialog<IssueDialog>());
        Q_EMIT shown.dialog<IssueDialog>()->issued(shown.backend.credential(u"erp-sync"_s).id);
        QCOMPARE(shown.page->currentTab(), u"credentials"_s);
        QTRY_VERIFY(shown.tab->findChild<CredentialPane *>()->isVisible());
    }
};

PC_THEMED_TEST_MAIN(IssueDialogTest)
#include "tst_issue_dialog.moc"

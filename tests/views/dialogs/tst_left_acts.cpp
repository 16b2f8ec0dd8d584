// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/api_caller.h"
#include "models/credentials/issuing_flow.h"
#include "models/partners/partner_flows.h"
#include "tests/views/credentials/dialog_fixture.h"
#include "tests/views/themed_test.h"
#include "views/credentials/secret_dialog.h"
#include "views/onboarding/onboarding_page.h"
#include "views/partner/promote_dialog.h"
#include "views/partner_forms/step_form.h"
#include "views/seams/partner_places.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;
using models::OnboardStep;
using Mood = SampleService::Mood;

namespace {

/// A whole draft on its last step, and another page of the same window.
struct Leaving
{
    PagesFixture pages;
    CredentialBackend backend;
    OnboardingPage *page;
    QWidget *elsewhere = new QWidget;
    QLineEdit *line = new QLineEdit(elsewhere);
    QSignalSpy away;

    Leaving()
        : backend(*pages.service, pages.clock), page(new OnboardingPage(pages.context, pages.parts)),
          away(page, &views::Page::navigate)
    {
        page->open(places::onboardingPage());
        pages.show(page);
        pages.show(elsewhere);
        elsewhere->hide();
        settle(20);
        models::OnboardDraft draft;
        draft.partner = models::draftOf(pages.service->partners[2]);
        draft.partner.name = u"Quarry Tools"_s;
        draft.partner.slug = u"quarry-tools"_s;
        draft.partner.scopes = {u"orders:read"_s};
        draft.sandbox = {true, u"first"_s, CredentialKind::ClientSecret};
        for (Contact &contact : draft.partner.contacts)
            contact.verifiedAt.reset(); // what was verified of another partner
        page->flow().setDraft(draft);
        page->form()->setDraft(draft);
        page->goTo(OnboardStep::Review);
        QObject::connect(page, &views::Page::navigate, page, [this](const Location &to) {
            const bool back = to.page == places::onboardingPage().page; // as the shell does
            page->setVisible(back);
            elsewhere->setVisible(!back);
            if (back)
                page->open(to);
        });
    }
    /// The answer comes from the event loop, which has not run since.
    void createAndLeave() const
    {
        page->findChild<QPushButton *>(u"stepNext"_s)->click();
        page->hide();
        elsewhere->show();
    }
    [[nodiscard]] Toast *toast() const
    {
        return pages.toasts.toasts().isEmpty() ? nullptr : pages.toasts.toasts().last();
    }
    template <typename T>
    [[nodiscard]] T *shown() const
    {
        for (T *each : pages.window.findChildren<T *>())
            if (each->isVisible())
                return each;
        return nullptr;
    }
};

} // namespace

/// Who left an act is told what became of it, wherever they are, and nothing takes window, keyboard or typed
/// text away from what they are at now.
class LeftActsTest final : public QObject
{
    Q_OBJECT
public:
    explicit LeftActsTest(ThemeController &) {}

private Q_SLOTS:
    void anAnswerDoesNotComeBetweenTheKeysOfAnotherDialog()
    {
        Leaving left;
        QTRY_VERIFY(left.page->flow().isComplete());
        const Versioned<Partner> other{left.pages.service->partners.first(), u"\"1\""_s};
        left.createAndLeave();
        QPointer<FreezeDialog> dialog = new FreezeDialog(
            left.pages.context,
            new models::FreezeFlow(left.pages.connection->partners(), left.pages.connection->feed(), other,
                                   models::FreezeFlow::Act::Freeze),
            &left.pages.window);
        dialog->open();
        QLineEdit *reason = dialog->findChild<QComboBox *>(u"reason"_s)->lineEdit();
        reason->setFocus();
        reason->clear();
        QTest::keyClicks(reason, u"Leck: Schl"_s);
        QTRY_VERIFY(left.toast() && left.toast()->text().contains(u"Quarry Tools was created"_s));
        settle(20); // whatever else would come
        QTest::keyClicks(QApplication::focusWidget(), u"uessel"_s);
        QCOMPARE(reason->text(), u"Leck: Schluessel"_s);
        QCOMPARE(QApplication::activeModalWidget(), dialog.data());
        QVERIFY(!left.shown<SecretDialog>());
        QVERIFY(left.away.isEmpty());
        QVERIFY(left.backend.sent(u"issue"_s).isEmpty()); // no secret that nobody has asked for
        QVERIFY(left.toast()->staysUntilDismissed());
        QVERIFY(!left.pages.toasts.triggerLatest()); // Ctrl+Z does not open it

        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        left.toast()->trigger();
        QCOMPARE(left.away.size(), 1);
        QCOMPARE(left.away[0][0].value<Location>(), places::partnerPage(u"prt_new1"_s, u"credentials"_s));
        QTRY_VERIFY(left.shown<SecretDialog>());
        QCOMPARE(left.backend.sent(u"issue"_s).size(), 1);
    }

    /// The palette and every search are lines of the same window.
    void anAnswerDoesNotComeBetweenTheKeysOfASearch_data()
    {
        QTest::addColumn<bool>("pageShown");
        QTest::newRow("another page") << false;
        QTest::newRow("over the page itself") << true;
    }
    void anAnswerDoesNotComeBetweenTheKeysOfASearch()
    {
        QFETCH(const bool, pageShown);
        Leaving left;
        QTRY_VERIFY(left.page->flow().isComplete());
        left.createAndLeave();
        left.page->setVisible(pageShown);
        left.line->setFocus();
        QTest::keyClicks(left.line, u"free"_s);
        QTRY_VERIFY(left.toast() && left.toast()->text().contains(u"Quarry Tools was created"_s));
        settle(20);
        QVERIFY(left.line->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), u"ze"_s);
        QCOMPARE(left.line->text(), u"freeze"_s);
        QVERIFY(left.away.isEmpty());
        QVERIFY(left.page->flow().draft().partner.name.isEmpty()); // the next one may begin
        // Asked for, and busy again when the secret is there: it waits, not in force, until it is asked for.
        left.toast()->trigger();
        left.line->setFocus();
        QTRY_VERIFY(left.toast() && left.toast()->text().contains(u"held back"_s));
        QVERIFY(left.line->hasFocus());
        QVERIFY(!left.shown<SecretDialog>());
        QVERIFY(left.backend.sent(u"ack"_s).isEmpty());
        left.line->clearFocus();
        left.toast()->trigger();
        QTRY_VERIFY(left.shown<SecretDialog>());
    }

    void whatIsNotKnownIsSaidOnEveryPageAndAgainWhenItIs()
    {
        Leaving left;
        QTRY_VERIFY(left.page->flow().isComplete());
        left.pages.service->mood = Mood::Silent;
        left.createAndLeave();
        QTRY_VERIFY(left.toast() && left.toast()->text().contains(u"under way"_s));
        left.pages.clock.advance(client::ApiCaller::writeLimit);
        QTRY_VERIFY(left.toast() && !left.toast()->text().contains(u"under way"_s));
        QVERIFY2(left.toast()->text().contains(u"Quarry Tools"_s) &&
                     left.toast()->text().contains(u"not known"_s),
                 qPrintable(left.toast()->text()));
        QVERIFY(left.toast()->staysUntilDismissed());
        QVERIFY(left.elsewhere->isVisible());
        QVERIFY(left.away.isEmpty());

        left.toast()->trigger(); // to where it can be asked for again
        QVERIFY(left.page->isVisible());
        QTRY_VERIFY(!left.toast()); // said there
        left.page->hide();
        left.elsewhere->show();
        QVERIFY(left.toast() && left.toast()->text().contains(u"not known"_s)); // still so

        left.pages.service->mood = Mood::Well;
        left.page->flow().retry(); // as when the feed says that something changed
        QTRY_VERIFY(left.toast() && left.toast()->text().contains(u"Quarry Tools was created"_s));
        QCOMPARE(left.pages.toasts.toasts().size(), 1); // and "not known" is gone
    }

    void aRefusalIsSaidAndLeavesTheKeyboardAlone()
    {
        Leaving left;
        QTRY_VERIFY(left.page->flow().isComplete());
        models::OnboardDraft draft = left.page->flow().draft();
        draft.partner.slug = u"cardinal-payroll"_s; // taken
        left.page->flow().setDraft(draft);
        left.createAndLeave();
        left.line->setFocus();
        QTest::keyClicks(left.line, u"a"_s);
        QTRY_VERIFY(left.toast() && left.toast()->text().contains(u"was not created"_s));
        QVERIFY(left.line->hasFocus());
        QVERIFY(left.away.isEmpty());
        left.toast()->trigger();
        QVERIFY(left.page->isVisible());
        QCOMPARE(left.page->flow().step(), OnboardStep::Organisation); // where it is corrected
    }

    // A secret whose dialog was left

    void aSecretThatWasLeftWaitsUntilItIsAskedFor()
    {
        DialogFixture fixture;
        IssueDialog *dialog = fixture.issue();
        QVERIFY(dialog);
        field<QLineEdit>(dialog, u"credentialName"_s)->setText(u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        submitOf(dialog)->click();
        QTest::keyClick(dialog, Qt::Key_Escape); // before the answer
        QVERIFY2(fixture.pages.toastText().contains(u"under way"_s), qPrintable(fixture.pages.toastText()));
        QTRY_VERIFY(fixture.pages.toastText().contains(u"held back"_s));
        settle(20);
        QVERIFY(!fixture.dialog<SecretDialog>());
        QVERIFY(fixture.backend.sent(u"ack"_s).isEmpty());
        QVERIFY(fixture.pages.toasts.toasts().last()->staysUntilDismissed());
        fixture.pages.toasts.toasts().last()->trigger();
        QTRY_VERIFY(fixture.dialog<SecretDialog>());
        QCOMPARE(fixture.backend.sent(u"ack"_s).size(), 1);
        QVERIFY(fixture.pages.toasts.toasts().isEmpty());
    }

    /// What came later closes it: the toast does not promise any more, and nothing is said to be as before.
    void aSecretThatWasOvertakenIsSaidSo_data()
    {
        QTest::addColumn<bool>("told");
        QTest::newRow("the feed tells") << true;
        QTest::newRow("asked for before") << false;
    }
    void aSecretThatWasOvertakenIsSaidSo()
    {
        QFETCH(const bool, told);
        DialogFixture fixture;
        IssueDialog *dialog = fixture.issue();
        QVERIFY(dialog);
        field<QLineEdit>(dialog, u"credentialName"_s)->setText(u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        submitOf(dialog)->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(fixture.pages.toastText().contains(u"held back"_s));
        Credential &made = fixture.backend.credential(u"erp-2"_s);
        made.state = CredentialState::Revoked;
        made.generations.first().state = GenerationState::Revoked;
        if (told) {
            fixture.tell();
        } else {
            fixture.backend.refuse(u"ack"_s, 409, u"already_revoked"_s);
            fixture.pages.toasts.toasts().last()->trigger();
        }
        QTRY_VERIFY(fixture.pages.toastText().contains(u"never came into force"_s));
        QVERIFY(fixture.pages.toastText().contains(u"erp-2"_s));
        QVERIFY(!fixture.pages.toastText().contains(u"Nothing was changed"_s));
        QCOMPARE(fixture.pages.toastText().contains(u"was revoked already"_s), !told);
        QTRY_COMPARE(fixture.pages.toasts.toasts().size(), 1);
        QVERIFY(!fixture.dialog<SecretDialog>());
    }

    /// Nothing usable comes of what nobody has seen.
    void aSecretThatIsPutAwayIsNeverInForce()
    {
        DialogFixture fixture;
        IssueDialog *dialog = fixture.issue();
        QVERIFY(dialog);
        field<QLineEdit>(dialog, u"credentialName"_s)->setText(u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        submitOf(dialog)->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(fixture.pages.toastText().contains(u"held back"_s));
        QPointer<models::IssuingFlow> flow = fixture.pages.window.findChild<models::IssuingFlow *>();
        QVERIFY(flow);
        fixture.pages.toasts.toasts().last()->dismiss();
        QTRY_VERIFY(!flow); // wiped
        QVERIFY(fixture.backend.sent(u"ack"_s).isEmpty());
    }

    /// One key does not lose what cannot be had again: not on the toast, not with the window.
    void aSecretIsNotPutAwayWithoutAQuestion_data()
    {
        QTest::addColumn<bool>("acknowledged");
        QTest::newRow("held back") << false;
        QTest::newRow("in force") << true;
    }
    void aSecretIsNotPutAwayWithoutAQuestion()
    {
        QFETCH(const bool, acknowledged);
        DialogFixture fixture;
        IssueDialog *dialog = fixture.issue();
        QVERIFY(dialog);
        field<QLineEdit>(dialog, u"credentialName"_s)->setText(u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        submitOf(dialog)->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(fixture.pages.toastText().contains(u"held back"_s));
        QLineEdit elsewhere(&fixture.pages.window);
        if (acknowledged) {
            elsewhere.show();
            elsewhere.setFocus(); // busy when the answer comes
            fixture.pages.toasts.toasts().last()->trigger();
            elsewhere.setFocus();
            QTRY_VERIFY(fixture.pages.toastText().contains(u"done"_s));
        }
        QVERIFY2(fixture.pages.toastText().contains(u"erp-2"_s) &&
                     fixture.pages.toastText().contains(u"Cardinal"_s),
                 qPrintable(fixture.pages.toastText()));
        QVERIFY(fixture.pages.toastText().contains(u"it is lost"_s));
        QCOMPARE(fixture.pages.toasts.unsavedWork().size(), 1);
        const QPointer<models::IssuingFlow> flow = fixture.pages.window.findChild<models::IssuingFlow *>();
        QVERIFY(flow);
        const auto question = [&fixture] {
            return fixture.pages.window.findChild<DialogFrame *>(u"putAwayDialog"_s);
        };
        Toast *toast = fixture.pages.toasts.toasts().last();
        auto *close = toast->findChild<QToolButton *>(u"toastClose"_s);
        for (const bool byEscape : {false, true}) {
            byEscape ? QTest::keyClick(toast, Qt::Key_Escape) : close->click();
            QVERIFY(question());
            question()->findChild<QPushButton *>(u"keepButton"_s)->click();
            QTRY_VERIFY(!question());
            QVERIFY(flow);
            QCOMPARE(fixture.pages.toasts.toasts().last(), toast);
        }
        close->click();
        question()->findChild<QPushButton *>(u"confirmButton"_s)->click();
        QTRY_VERIFY(!flow); // wiped
        QVERIFY(fixture.pages.toasts.toasts().isEmpty());
        QVERIFY(fixture.pages.toasts.unsavedWork().isEmpty());
    }

    /// "Not known" is taken back as soon as it is known.
    void anUnknownSecretIsSaidUntilItIsKnown()
    {
        DialogFixture fixture;
        IssueDialog *dialog = fixture.issue();
        QVERIFY(dialog);
        field<QLineEdit>(dialog, u"credentialName"_s)->setText(u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        fixture.backend.lose(u"issue"_s, 4);
        submitOf(dialog)->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(fixture.reaches([&fixture] { return fixture.pages.toastText().contains(u"not known"_s); }));
        QVERIFY(fixture.pages.toasts.toasts().last()->staysUntilDismissed());
        fixture.pages.toasts.toasts().last()->trigger(); // "Ask again": the same request
        QVERIFY(fixture.reaches([&fixture] { return fixture.pages.toastText().contains(u"held back"_s); }));
        QCOMPARE(fixture.pages.toasts.toasts().size(), 1);
        const auto sent = fixture.backend.sent(u"issue"_s);
        for (const auto &each : sent)
            QCOMPARE(each.key, sent.first().key);
    }

    /// What the platform has done is told by its feed; what never arrived is not sent by it.
    void theFeedSaysWhatBecameOfIt_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("arrived, the answer lost") << true;
        QTest::newRow("never arrived") << false;
    }
    void theFeedSaysWhatBecameOfIt()
    {
        QFETCH(const bool, arrived);
        DialogFixture fixture;
        IssueDialog *dialog = fixture.issue();
        QVERIFY(dialog);
        field<QLineEdit>(dialog, u"credentialName"_s)->setText(u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        arrived ? fixture.backend.lose(u"issue"_s, 4) : void(fixture.pages.service->mood = Mood::Silent);
        submitOf(dialog)->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(fixture.reaches([&fixture] { return fixture.pages.toastText().contains(u"not known"_s); }));
        fixture.pages.service->mood = Mood::Well;
        const auto sent = fixture.backend.sent(u"issue"_s).size();
        fixture.tell();
        settle(20);
        QCOMPARE(fixture.pages.toastText().contains(u"held back"_s), arrived);
        QCOMPARE(fixture.pages.toasts.toasts().size(), 1);
        QCOMPARE(fixture.backend.sent(u"issue"_s).size(), arrived ? sent + 1 : sent);
    }
};

PC_THEMED_TEST_MAIN(LeftActsTest)
#include "tst_left_acts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/countries.h"
#include "models/partners/partner_flows.h"
#include "tests/support/full_disk.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "views/onboarding/onboarding_page.h"
#include "views/onboarding/step_rail.h"
#include "views/partner_forms/step_form.h"
#include "views/seams/partner_places.h"
#include "views/widgets/card.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/current_stack.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/number_input.h"
#include "views/words/countries.h"
#include "views/words/draft_words.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cerrno>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using models::OnboardStep;
using models::StepState;
using pc::test::PagesFixture;

namespace {

struct Shown
{
    QTemporaryDir dir;
    PagesFixture pages;
    OnboardingPage *page;

    Shown() : pages(dir.path()), page(new OnboardingPage(pages.context, pages.parts))
    {
        page->open(places::onboardingPage());
        pages.show(page);
        pc::test::settle(20);
    }
    template <typename T>
    [[nodiscard]] T *at(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    /// As if it had been typed.
    void load(const models::OnboardDraft &draft) const
    {
        page->flow().setDraft(draft);
        page->form()->setDraft(draft);
    }
    void press(const QString &button) const { at<QPushButton>(button)->click(); }
    [[nodiscard]] models::OnboardDraft whole() const
    {
        models::OnboardDraft draft;
        draft.partner = models::draftOf(pages.service->partners[2]);
        draft.partner.name = u"Quarry Tools"_s;
        draft.partner.slug = u"quarry-tools"_s;
        draft.partner.scopes = {u"orders:read"_s};
        draft.sandbox.issueCredential = false;
        for (Contact &contact : draft.partner.contacts)
            contact.verifiedAt.reset(); // what was verified of another partner
        return draft;
    }
};

} // namespace

class OnboardingPageTest final : public QObject
{
    Q_OBJECT
public:
    explicit OnboardingPageTest(ThemeController &) {}

private Q_SLOTS:
    /// "Save and close" on a full disk closes nothing, and neither does the window; with room again both go.
    void nothingClosesOverADraftThatIsNotSaved()
    {
        Shown shown;
        QSignalSpy left(shown.page, &pc::views::Page::navigate);
        auto *message = shown.at<MessageBanner>(u"onboardingMessage"_s);
        {
            const pc::test::FullDisk full;
            shown.load(shown.whole());
            shown.press(u"saveAndClose"_s);
            QCOMPARE(left.count(), 0);
            QVERIFY(message->isVisible());
            QVERIFY(message->text().contains(qt_error_string(EFBIG)));
            QVERIFY(shown.page->unsavedWork().contains(qt_error_string(EFBIG)));
        }
        QVERIFY(shown.page->unsavedWork().isEmpty()); // tried again
        shown.press(u"saveAndClose"_s);
        QCOMPARE(left.count(), 1);
    }

    /// No act asks for the slug to be typed, so nothing may say so.
    void theSlugIsDescribedAsWhatItIs()
    {
        Shown shown;
        QCOMPARE(shown.at<QLineEdit>(u"slug"_s)->accessibleDescription(),
                 u"A short name that no other partner has."_s);
    }

    void continueStaysOnAndShowsTheFirstWrongField()
    {
        Shown shown;
        auto *next = shown.at<QPushButton>(u"stepNext"_s);
        QVERIFY(next->isEnabled());
        next->click();
        QCOMPARE(shown.page->flow().step(), OnboardStep::Organisation);
        QTRY_VERIFY(shown.at<QLineEdit>(u"name"_s)->hasFocus());
    }

    void slugFollowsTheNameUntilItIsWritten()
    {
        Shown shown;
        auto *slug = shown.at<QLineEdit>(u"slug"_s);
        QTest::keyClicks(shown.at<QLineEdit>(u"name"_s), u"Quarry Tools"_s);
        QCOMPARE(slug->text(), u"quarry-tools"_s);
        slug->selectAll();
        QTest::keyClicks(slug, u"quarry"_s);
        QTest::keyClicks(shown.at<QLineEdit>(u"name"_s), u" Ltd"_s);
        QCOMPARE(slug->text(), u"quarry"_s);
        QCOMPARE(shown.page->flow().draft().partner.slug, u"quarry"_s);
    }

    void stepsAreVisitedInAnyOrderAndSayWhy()
    {
        Shown shown;
        auto *rail = shown.page->findChild<StepRail *>();
        rail->button(OnboardStep::Contacts)->click();
        QCOMPARE(shown.page->flow().step(), OnboardStep::Contacts);
        rail->button(OnboardStep::Review)->click();
        QCOMPARE(rail->button(OnboardStep::Contacts)->state(), StepState::Problem);
        QCOMPARE(rail->button(OnboardStep::Contacts)->note(), u"4 thing(s) to correct"_s);
        QCOMPARE(rail->button(OnboardStep::Agreement)->state(), StepState::Open);
        models::OnboardDraft draft = shown.whole();
        draft.partner.contacts.removeAt(2);
        shown.page->flow().setDraft(draft);
        QCOMPARE(rail->button(OnboardStep::Contacts)->note(), u"Security contact missing"_s);
        shown.page->flow().setDraft(shown.whole());
        QCOMPARE(rail->button(OnboardStep::Contacts)->state(), StepState::Done);
    }

    void draftSavesItselfAndIsResumed()
    {
        QTemporaryDir dir;
        {
            PagesFixture pages(dir.path());
            auto *page = new OnboardingPage(pages.context, pages.parts);
            page->open(places::onboardingPage());
            pages.show(page);
            QTest::keyClicks(page->findChild<QLineEdit *>(u"name"_s), u"Quarry Tools"_s);
            pages.clock.advance(std::chrono::seconds(1));
            pages.ticker.tickNow();
            QVERIFY(page->findChild<QLabel *>(u"draftSaved"_s)->text().startsWith(u"Draft saved"_s));
            QVERIFY(QFile::exists(dir.filePath(u"new-partner.json"_s)));
            page->goTo(OnboardStep::Agreement);
            pages.clock.advance(std::chrono::seconds(1));
        }
        PagesFixture pages(dir.path());
        auto *page = new OnboardingPage(pages.context, pages.parts);
        page->open(places::onboardingPage());
        pages.show(page);
        QVERIFY(page->flow().wasResumed());
        QCOMPARE(page->flow().step(), OnboardStep::Agreement);
        page->goTo(OnboardStep::Organisation);
        QCOMPARE(page->findChild<QLineEdit *>(u"name"_s)->text(), u"Quarry Tools"_s);
    }

    void createdPartnerIsShownAndTheDraftIsGone()
    {
        Shown shown;
        QSignalSpy away(shown.page, &views::Page::navigate);
        shown.load(shown.whole());
        shown.page->goTo(OnboardStep::Review);
        QTRY_VERIFY(shown.page->flow().isComplete());
        shown.press(u"stepNext"_s);
        QTRY_COMPARE(shown.pages.service->asked("POST", u"/partners"_s), 1);
        QTRY_COMPARE(away.size(), 1);
        QCOMPARE(away[0][0].value<Location>(), places::partnerPage(u"prt_new1"_s));
        QCOMPARE(shown.pages.toastText(), u"Quarry Tools was created and is in the sandbox"_s);
        QTRY_VERIFY(shown.page->flow().draft().partner.name.isEmpty());
        QVERIFY(!QFile::exists(shown.dir.filePath(u"new-partner.json"_s)));
    }

    /// Sent and not answered is not "nothing sent", nor "ready".
    void whatIsSaidIsTrueWhileItIsSentAndAfter()
    {
        Shown shown;
        shown.load(shown.whole());
        shown.page->goTo(OnboardStep::Review);
        QTRY_VERIFY(shown.page->flow().isComplete());
        auto *intro = shown.at<QLabel>(u"stepIntro"_s);
        QVERIFY(intro->isVisible() && intro->text().contains(u"Nothing has been sent"_s));
        QCOMPARE(shown.page->statusText().selection, u"Ready to be created"_s);
        shown.pages.service->first = [](const test::SampleService::Asked &asked) {
            using Lost = std::optional<client::TransportResult>;
            const client::TransportError lost{client::TransportFault::Lost, {}};
            return asked.method == "POST" ? Lost(tl::make_unexpected(lost)) : std::nullopt;
        };
        shown.press(u"stepNext"_s);
        QCOMPARE(shown.page->flow().state(), models::FlowState::Working);
        QVERIFY(!intro->isVisible());
        QCOMPARE(shown.page->statusText().selection, u"Creating…"_s);
        for (int i = 0; i < 200 && shown.page->flow().isBusy(); ++i) {
            QCoreApplication::processEvents();
            shown.pages.clock.advance(std::chrono::milliseconds(500));
        }
        QCOMPARE(shown.page->flow().state(), models::FlowState::OutcomeUnknown);
        QVERIFY(!intro->isVisible());
        QCOMPARE(shown.page->statusText().selection, QString());
    }

    void theNextPartnerBeginsInTheFirstField()
    {
        Shown shown;
        connect(shown.page, &views::Page::navigate, shown.page, &QWidget::hide); // as the shell does
        shown.load(shown.whole());
        shown.page->goTo(OnboardStep::Review);
        QTRY_VERIFY(shown.page->flow().isComplete());
        shown.press(u"stepNext"_s);
        QTRY_VERIFY(!shown.page->isVisible());
        QTRY_VERIFY(shown.page->flow().draft().partner.name.isEmpty());
        QTRY_VERIFY(shown.page->focusWidget() == nullptr); // the shell asks this first
        shown.page->show();
        shown.page->focusContent();
        QVERIFY(shown.at<QLineEdit>(u"name"_s)->hasFocus());
    }

    /// What is typed first goes into a field; who was spoken to is said, or it was no verification.
    void aContactIsTypedBeforeItIsVerified()
    {
        Shown shown;
        shown.load(shown.whole());
        shown.page->goTo(OnboardStep::Contacts);
        auto *verified = shown.at<QCheckBox>(u"business_verified"_s);
        QVERIFY(shown.at<QLineEdit>(u"business_name"_s)->hasFocus());
        auto *phone = shown.at<QLineEdit>(u"business_phone"_s);
        phone->selectAll();
        QTest::keyClicks(phone, u"+49 30 1"_s);
        QTest::keyClick(verified, Qt::Key_Space);
        auto *with = shown.at<QLineEdit>(u"business_verified_with"_s);
        QTest::keyClicks(with, u"  "_s);
        shown.press(u"stepNext"_s);
        QCOMPARE(shown.page->flow().step(), OnboardStep::Contacts);
        QVERIFY(with->property("invalid").toBool());
        QVERIFY(with->hasFocus());
        QTest::keyClicks(with, u"Desk"_s);
        shown.press(u"stepNext"_s);
        QCOMPARE(shown.page->flow().step(), OnboardStep::Agreement);
    }

    void aTakenSlugLeadsBackToItsField()
    {
        Shown shown;
        models::OnboardDraft draft = shown.whole();
        draft.partner.slug = u"cardinal-payroll"_s;
        shown.load(draft);
        shown.page->goTo(OnboardStep::Review);
        QTRY_VERIFY(shown.page->flow().isComplete());
        shown.press(u"stepNext"_s);
        QTRY_COMPARE(shown.page->flow().step(), OnboardStep::Organisation);
        QTRY_VERIFY(shown.at<QLineEdit>(u"slug"_s)->hasFocus());
    }

    void aWrongNumberIsSaidUnderItsField()
    {
        Shown shown;
        models::OnboardDraft draft = shown.whole();
        shown.load(draft);
        shown.page->goTo(OnboardStep::LawfulBasis);
        shown.at<NumberInput>(u"retention_days"_s)->setText(u"4000"_s);
        shown.press(u"stepNext"_s);
        QCOMPARE(shown.page->flow().step(), OnboardStep::LawfulBasis);
        shown.at<NumberInput>(u"retention_days"_s)->setText(u"365"_s);
        shown.press(u"stepNext"_s);
        QCOMPARE(shown.page->flow().step(), OnboardStep::Access);
    }

    void aCountryIsFoundByNameAndNeverGuessed()
    {
        Shown shown;
        auto *country = shown.at<ChoiceInput>(u"country"_s);
        const auto held = [&shown] { return shown.page->flow().draft().partner.country; };
        QTest::keyClicks(country->lineEdit(), u"Germany"_s);
        QCOMPARE(held(), u"DE"_s);
        for (const auto &[typed, code] : {std::pair{u"Ge"_s, u"Ge"_s},
                                          {u"GE"_s, u"GE"_s},
                                          {u"Ger"_s, u"Ger"_s},
                                          {u"Atlantis"_s, u"Atlantis"_s},
                                          {u"XQ"_s, u"XQ"_s}}) {
            country->lineEdit()->selectAll();
            QTest::keyClicks(country->lineEdit(), typed);
            QCOMPARE(country->currentText(), typed);
            QCOMPARE(held(), code);
        }
        shown.press(u"stepNext"_s);
        QCOMPARE(shown.page->flow().step(), OnboardStep::Organisation);
    }

    void everyCountryHasANameInBothLanguages()
    {
        for (const QLocale &locale : {QLocale(QLocale::English), QLocale(QLocale::German)}) {
            QStringList codes;
            QSet<QString> names;
            for (const Country &country : countries(locale)) {
                QVERIFY(!country.name.isEmpty() && !country.other.isEmpty());
                codes.append(country.code);
                names.insert(country.name);
            }
            codes.sort();
            QCOMPARE(codes, rules::countryCodes());
            QCOMPARE(names.size(), codes.size());
        }
    }

    void anOwnerIsAnOperator()
    {
        Shown shown;
        models::OnboardDraft draft = shown.whole();
        shown.load(draft);
        auto *owner = shown.at<ChoiceInput>(u"owner"_s);
        QTRY_VERIFY(owner->count() > 0);
        owner->lineEdit()->selectAll();
        QTest::keyClicks(owner->lineEdit(), u"nobody such"_s);
        shown.press(u"stepNext"_s);
        QCOMPARE(shown.page->flow().step(), OnboardStep::Organisation);
        QCOMPARE(owner->currentText(), u"nobody such"_s);
        QVERIFY(owner->property("invalid").toBool());
        shown.page->goTo(OnboardStep::Contacts); // by the rail, which must not tick the step
        QCOMPARE(shown.page->flow().stepState(OnboardStep::Organisation), StepState::Problem);
        shown.page->goTo(OnboardStep::Organisation);
        QCOMPARE(owner->currentText(), u"nobody such"_s);
        owner->lineEdit()->selectAll();
        QTest::keyClicks(owner->lineEdit(), u"ops-2"_s);
        shown.press(u"stepNext"_s);
        QCOMPARE(shown.page->flow().step(), OnboardStep::Contacts);
        QCOMPARE(shown.page->flow().draft().partner.owner, u"ops-2"_s);
    }

    void aVerificationNeedsANumberAndEndsWithAChange()
    {
        Shown shown;
        models::OnboardDraft draft = shown.whole();
        draft.partner.contacts[0] = {ContactKind::Business,
                                     u"Desk"_s,
                                     u"desk@partner.example"_s,
                                     u"+49 30 1"_s,
                                     shown.pages.clock.now().addDays(-5),
                                     u"ops-2"_s,
                                     u"First shift"_s};
        shown.load(draft);
        shown.page->goTo(OnboardStep::Contacts);
        auto *verified = shown.at<QCheckBox>(u"business_verified"_s);
        auto *phone = shown.at<QLineEdit>(u"business_phone"_s);
        const auto held = [&shown] { return shown.page->flow().draft().partner.contacts.first(); };
        QVERIFY(verified->isChecked());
        QTest::keyClicks(phone, u"2"_s);
        QVERIFY(!verified->isChecked()); // who was called is not who stands here now
        QVERIFY(!held().verifiedAt && held().verifiedBy.isEmpty() && held().verifiedWith.isEmpty());
        verified->click();
        QTest::keyClicks(shown.at<QLineEdit>(u"business_verified_with"_s), u"Night shift"_s);
        QVERIFY(held().verifiedAt.has_value());
        QCOMPARE(held().verifiedWith, u"Night shift"_s);
        phone->selectAll();
        QTest::keyClick(phone, Qt::Key_Delete);
        shown.press(u"stepNext"_s);
        QCOMPARE(shown.page->flow().step(), OnboardStep::Contacts);
        QVERIFY(phone->property("invalid").toBool());
    }

    /// The monthly call on the same number: what is typed of it is sent, and the line under it says what will
    /// be recorded.
    void whoWasVerifiedIsVerifiedAnew()
    {
        Shown shown;
        models::OnboardDraft draft = shown.whole();
        const QDateTime before = shown.pages.clock.now().addDays(-30);
        draft.partner.contacts[0] = {ContactKind::Business, u"Desk"_s, u"desk@partner.example"_s,
                                     u"+49 30 1"_s,         before,    u"ops-2"_s,
                                     u"First shift"_s};
        const auto held = [&shown] { return shown.page->flow().draft().partner.contacts.first(); };
        const auto says = [&shown](const QString &text) {
            const auto labels = shown.at<QWidget>(u"business_call"_s)->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&text](const QLabel *label) { return label->text().contains(text); });
        };
        shown.load(draft);
        shown.page->goTo(OnboardStep::Contacts);
        QVERIFY(says(u"by ops-2"_s));
        auto *with = shown.at<QLineEdit>(u"business_verified_with"_s);
        with->selectAll();
        QTest::keyClicks(with, u"Night shift"_s);
        QCOMPARE(held().verifiedWith, u"Night shift"_s);
        QCOMPARE(held().verifiedAt, before); // that another answered says it all
        QVERIFY(held().verifiedBy.isEmpty());
        QVERIFY(says(u"Recorded with your name"_s));
        with->selectAll();
        QTest::keyClicks(with, u"First shift"_s); // as it was
        QCOMPARE(held().verifiedBy, u"ops-2"_s);
        QVERIFY(says(u"by ops-2"_s));

        auto *verified = shown.at<QCheckBox>(u"business_verified"_s);
        QTest::keyClick(verified, Qt::Key_Space);
        QTest::keyClick(verified, Qt::Key_Space); // the same person, today
        QVERIFY(held().verifiedAt > before);
        QVERIFY(held().verifiedBy.isEmpty());
        QVERIFY(says(u"Recorded with your name"_s));
    }

    /// The fields are on other steps: each line says which one it means, as its label there does.
    /// What is said about the draft changes its words and their number: no step moves with them.
    void theStepsStayWhereTheyAre()
    {
        Shown shown;
        auto *rail = shown.page->findChild<StepRail *>();
        const auto places = [rail] {
            QList<QRect> all{rail->geometry()};
            for (int i = 0; i < models::onboardStepCount; ++i)
                all.append(rail->button(static_cast<OnboardStep>(i))->geometry());
            return all;
        };
        const QList<QRect> before = places();
        for (const QString &text :
             {u"Saved"_s, u"Draft saved 12 minutes ago, and that is long"_s,
              u"The draft could not be saved: there is no room left on the disk that holds the drafts of "
              "this environment, and nothing else can be done about it here"_s}) {
            rail->setSaved(text, false);
            pc::test::settle(3);
            QCOMPARE(places(), before);
        }
    }

    /// Each step is as high as what stands on it, not as the tallest.
    void noStepScrollsIntoNothing()
    {
        Shown shown;
        shown.page->window()->resize(800, 560);
        for (int i = 0; i < models::onboardStepCount; ++i) {
            shown.page->goTo(static_cast<OnboardStep>(i));
            pc::test::settle(10);
            const auto *stack = shown.page->findChild<CurrentStack *>();
            const QWidget *content = stack->parentWidget();
            int lowest = 0;
            for (const QWidget *part : stack->currentWidget()->findChildren<QWidget *>())
                if (part->isVisible() && // a card keeps room for what may come
                    (part->findChildren<QWidget *>().isEmpty() || qobject_cast<const Card *>(part)))
                    lowest = std::max(lowest, part->mapTo(content, QPoint(0, part->height())).y());
            const QWidget *viewport = content->parentWidget();
            QVERIFY2(content->height() <= std::max(viewport->height(), lowest + 48),
                     qPrintable(u"step %1: %2 of %3"_s.arg(i).arg(lowest).arg(content->height())));
            if (auto *tick = stack->currentWidget()->findChild<QCheckBox *>(u"sandboxIssue"_s)) {
                const auto *name = shown.at<QLineEdit>(u"sandbox_credential_name"_s);
                QVERIFY(name->mapTo(content, QPoint()).y() - tick->mapTo(content, QPoint()).y() < 100);
            }
        }
    }

    /// Beside the buttons of the last step too, which are the widest.
    void theRailShowsItsTitlesWhole()
    {
        Shown shown;
        shown.page->window()->resize(800, 560);
        shown.page->goTo(OnboardStep::Review);
        auto *rail = shown.page->findChild<StepRail *>();
        rail->button(OnboardStep::LawfulBasis)->setText(u"Rechtsgrundlage & Daten"_s);
        rail->button(OnboardStep::LawfulBasis)->updateGeometry();
        shown.at<QPushButton>(u"saveAndClose"_s)->setText(u"Speichern und schließen"_s);
        shown.at<QPushButton>(u"stepNext"_s)->setText(u"Partner anlegen"_s);
        pc::test::settle(10);
        const StepButton *button = rail->button(OnboardStep::LawfulBasis);
        QVERIFY(button->width() >= button->minimumSizeHint().width());
        QVERIFY(button->minimumSizeHint().width() >
                QFontMetrics(TypeScale::of(button).font(TypeRole::Body, QFont::Medium))
                    .horizontalAdvance(button->text()));
    }

    void aWrongFingerprintIsSaidWhereItIsTyped()
    {
        Shown shown;
        models::OnboardDraft draft = shown.whole();
        draft.partner.agreement =
            Agreement{u"3.2"_s, QString(64, u'a'), {u"Board"_s}, {2025, 1, 2}, {2027, 1, 2}};
        shown.load(draft);
        shown.page->goTo(OnboardStep::Agreement);
        auto *hash = shown.at<QLineEdit>(u"agreement_file_sha256"_s);
        hash->setFocus();
        hash->selectAll();
        QTest::keyClicks(hash, u"abc"_s);
        shown.at<QLineEdit>(u"agreement_version"_s)->setFocus(); // leaving is enough
        QVERIFY(hash->parentWidget()->property("invalid").toBool());
        QCOMPARE(hash->text(), u"abc"_s);
    }

    void everyFaultHasWords()
    {
        for (const rules::FieldFaultRow &row : rules::fieldFaults()) {
            const rules::FieldProblem problem{u"/x"_s, row.fault, u"security"_s};
            QVERIFY(!problemText(problem).isEmpty());
            QVERIFY(!problemShort(problem).isEmpty());
        }
    }
};

PC_THEMED_TEST_MAIN(OnboardingPageTest)
#include "tst_onboarding_page.moc"

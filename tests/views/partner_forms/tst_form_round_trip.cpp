// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "contract/rules/list_line.h"
#include "models/onboarding/onboard_flow.h"
#include "models/partners/partner_flows.h"
#include "tests/views/list_fields.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "tests/views/typing.h"
#include "views/access/access_tab.h"
#include "views/onboarding/onboarding_page.h"
#include "views/partner/edit_partner_dialog.h"
#include "views/partner/partner_page.h"
#include "views/partner_forms/step_form.h"
#include "views/seams/partner_places.h"
#include "views/widgets/date_input.h"
#include "views/widgets/line_input.h"
#include "views/widgets/number_input.h"

#include <QComboBox>
#include <QJsonArray>
#include <QTemporaryDir>

#include <memory>

using namespace pc;
using namespace pc::views;
using namespace pc::test;
using namespace Qt::StringLiterals;
using models::OnboardDraft;
using models::OnboardStep;

namespace {

/// A draft with something in every member, optional ones too.
OnboardDraft wholeDraft()
{
    OnboardDraft draft;
    PartnerDraft &partner = draft.partner;
    partner.name = u"Quarry Tools"_s;
    partner.slug = u"quarry"_s;
    partner.legalName = u"Quarry Tools Ltd"_s;
    partner.country = u"GB"_s;
    partner.registration = u"HRB 1"_s;
    partner.owner = u"ops-2"_s;
    partner.planId = u"pln_standard"_s;
    partner.timeZone = u"Europe/Berlin"_s;
    partner.lawfulBasis = LawfulBasis::Contract;
    partner.dataCategories = {u"Orders"_s};
    partner.purpose = u"Order processing"_s;
    partner.retentionDays = 400;
    const QDateTime called({2025, 11, 2}, {9, 30}, Qt::UTC);
    for (const ContactKind kind :
         {ContactKind::Business, ContactKind::Technical, ContactKind::Security, ContactKind::DataProtection})
        partner.contacts.append({kind, u"Desk"_s, u"desk@partner.example"_s, u"+49 30 1"_s, called,
                                 u"ops-1"_s, u"First shift"_s});
    partner.agreement =
        Agreement{u"3.2"_s, QString(64, u'a'), {u"Board"_s, u"Legal"_s}, {2025, 1, 2}, {2027, 1, 2}};
    partner.tags = {u"pilot"_s, u"eu"_s};
    partner.notes = u"First line\nSecond line"_s;
    partner.scopes = {u"orders:read"_s};
    draft.sandbox = {true, u"sandbox-ci"_s, CredentialKind::ApiKey};
    return draft;
}

/// The draft with one member changed.
struct Variant
{
    const char *what;
    std::function<void(OnboardDraft &)> change;
};

QList<Variant> variants()
{
    return {
        {"as it is", [](OnboardDraft &) {}},
        {"name", [](OnboardDraft &d) { d.partner.name = u"Other"_s; }},
        {"slug", [](OnboardDraft &d) { d.partner.slug = u"other"_s; }},
        {"legal name", [](OnboardDraft &d) { d.partner.legalName = u"Other Ltd"_s; }},
        {"country", [](OnboardDraft &d) { d.partner.country = u"DE"_s; }},
        {"no such country",
         [](OnboardDraft &d) {
             d.partner.country = u"Atlantis"_s;
             d.unread.insert(u"/country"_s, u"Atlantis"_s);
         }},
        {"no country", [](OnboardDraft &d) { d.partner.country.clear(); }},
        {"no registration", [](OnboardDraft &d) { d.partner.registration.clear(); }},
        {"owner", [](OnboardDraft &d) { d.partner.owner = u"ops-1"_s; }},
        {"unknown owner",
         [](OnboardDraft &d) {
             d.partner.owner = u"nobody such"_s;
             d.unread.insert(u"/owner"_s, u"nobody such"_s);
         }},
        {"time zone", [](OnboardDraft &d) { d.partner.timeZone = u"Asia/Calcutta"_s; }},
        {"no plan", [](OnboardDraft &d) { d.partner.planId.clear(); }},
        {"no basis", [](OnboardDraft &d) { d.partner.lawfulBasis = LawfulBasis::Unknown; }},
        {"basis", [](OnboardDraft &d) { d.partner.lawfulBasis = LawfulBasis::PublicTask; }},
        {"no categories", [](OnboardDraft &d) { d.partner.dataCategories.clear(); }},
        {"no purpose", [](OnboardDraft &d) { d.partner.purpose.clear(); }},
        {"retention", [](OnboardDraft &d) { d.partner.retentionDays = 99999; }},
        {"no contacts", [](OnboardDraft &d) { d.partner.contacts.clear(); }},
        {"one contact", [](OnboardDraft &d) { d.partner.contacts.removeAt(1); }},
        {"no phone",
         [](OnboardDraft &d) {
             d.partner.contacts[2] = {ContactKind::Security, u"Desk"_s, u"a@b.example"_s, {}};
         }},
        {"not verified",
         [](OnboardDraft &d) {
             d.partner.contacts[0].verifiedAt.reset();
             d.partner.contacts[0].verifiedBy.clear();
             d.partner.contacts[0].verifiedWith.clear();
         }},
        {"verified with", [](OnboardDraft &d) { d.partner.contacts[3].verifiedWith = u"Night shift"_s; }},
        {"no agreement", [](OnboardDraft &d) { d.partner.agreement.reset(); }},
        {"no day of signing", [](OnboardDraft &d) { d.partner.agreement->signedOn = {}; }},
        {"no end", [](OnboardDraft &d) { d.partner.agreement->validUntil = {}; }},
        {"signed in 2030",
         [](OnboardDraft &d) {
             d.partner.agreement->signedOn = {2030, 1, 1};
         }},
        {"no signatories", [](OnboardDraft &d) { d.partner.agreement->signatories.clear(); }},
        {"no tags", [](OnboardDraft &d) { d.partner.tags.clear(); }},
        {"no notes", [](OnboardDraft &d) { d.partner.notes.clear(); }},
        {"no scopes", [](OnboardDraft &d) { d.partner.scopes.clear(); }},
        {"scopes in another order",
         [](OnboardDraft &d) {
             d.partner.scopes = {u"orders:write"_s, u"invoices:read"_s};
         }},
        {"no credential", [](OnboardDraft &d) { d.sandbox.issueCredential = false; }},
        {"no name of it", [](OnboardDraft &d) { d.sandbox.credentialName.clear(); }},
        {"an OAuth client", [](OnboardDraft &d) { d.sandbox.kind = CredentialKind::ClientSecret; }},
        {"contacts in another order, and a second of a kind",
         [](OnboardDraft &d) {
             d.partner.contacts.move(3, 0);
             d.partner.contacts.insert(2, d.partner.contacts[0]); // a second one of its kind
         }},
    };
}

} // namespace

/// What is shown is what is held: every field of every form, filled, saved, loaded and edited.
class FormRoundTripTest final : public QObject
{
    Q_OBJECT
public:
    explicit FormRoundTripTest(ThemeController &) {}

private Q_SLOTS:
    /// Showing a draft and taking it back gives the same draft: nothing is preselected that the draft does
    /// not hold, nothing that it holds is left out.
    void whatIsShownIsWhatIsChosen()
    {
        PagesFixture pages;
        QWidget base;
        pages.show(&base);
        pages.catalogue.ensureLoaded();
        QTRY_VERIFY(pages.catalogue.hasValue());
        QList<Variant> all = variants();
        all.append({"nothing yet", [](OnboardDraft &d) { d = {}; }});
        for (int step = 0; step < int(OnboardStep::Review); ++step) {
            std::unique_ptr<StepForm> form(
                makeStepForm(static_cast<OnboardStep>(step), pages.context, pages.catalogue));
            form->show();
            settle(5); // the lists of operators and scopes
            for (const Variant &variant : std::as_const(all)) {
                OnboardDraft draft = wholeDraft();
                variant.change(draft);
                form->setDraft(draft);
                OnboardDraft taken = draft;
                form->collect(taken);
                QVERIFY2(taken == draft,
                         qPrintable(u"step %1, %2"_s.arg(step).arg(QString::fromLatin1(variant.what))));
            }
        }
    }

    /// A list in one line holds whatever the contract allows: nobody touched it, so it stays as it is; and
    /// what the line shows can be typed.
    void everyListComesBackAndCanBeTyped()
    {
        PagesFixture pages;
        QWidget base;
        pages.show(&base);
        pages.catalogue.ensureLoaded();
        QTRY_VERIFY(pages.catalogue.hasValue());
        int walked = 0;
        eachList([&](const ListField &field, const QStringList &list) {
            PartnerDraft held = wholeDraft().partner;
            field.in(held) = list;
            Partner partner = pages.service->partners[2];
            partner.tags = held.tags;
            partner.agreement = held.agreement;
            partner.dataCategories = held.dataCategories;
            auto *flow = new models::EditPartnerFlow(pages.connection->partners(), {partner, u"\"1\""_s});
            EditPartnerDialog dialog(pages.context, pages.catalogue, flow, field.step, &pages.window);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.open();
            for (QWidget *other : typedInputs(&dialog))
                if (qobject_cast<LineInput *>(other) && nameOf(other) != field.input)
                    QTest::keyClicks(other, u"1"_s);
            PartnerDraft edited = dialog.edited().partner;
            QCOMPARE(field.in(edited), list);
            if (auto *line = dialog.findChild<LineInput *>(field.input); !field.input.isEmpty()) {
                QCOMPARE(line->text(), rules::listLine(list));
                QCOMPARE(typeOver(line, u"x, "_s), QString());
                QCOMPARE(typeOver(line, rules::listLine(list) + u' '), QString()); // not the text shown
                QCOMPARE(field.in(edited = dialog.edited().partner), list);
                QCOMPARE(line->fault(), QString());
            }
            dialog.close();
            ++walked;
        });
        QCOMPARE(walked, 3 * 8);
    }

    /// A quotation mark left open is no guess at two names: it is kept, said, and not sent.
    void anOpenQuotationMarkIsKeptAndSaid()
    {
        PagesFixture pages;
        auto *page = new OnboardingPage(pages.context, pages.parts);
        page->open(places::onboardingPage());
        pages.show(page);
        page->goTo(OnboardStep::Organisation);
        auto *tags = page->findChild<LineInput *>(u"tags"_s);
        tags->setFocus();
        QTest::keyClicks(tags, u"x, \"Gold, EU"_s);
        page->goTo(OnboardStep::Contacts);
        page->goTo(OnboardStep::Organisation);
        QCOMPARE(tags->text(), u"x, \"Gold, EU"_s);
        QVERIFY(tags->fault().contains(u"\"Meyer, Hans\""_s));
        QCOMPARE(page->flow().draft().unread.value(u"/tags"_s), u"x, \"Gold, EU"_s);
        QVERIFY(page->flow().draft().partner.tags.isEmpty());
        QTest::keyClick(tags, Qt::Key_End);
        QTest::keyClicks(tags, u"\""_s);
        QCOMPARE(page->flow().draft().partner.tags, (QStringList{u"x"_s, u"Gold, EU"_s}));
        QVERIFY(page->flow().draft().unread.isEmpty());
    }

    /// Every member comes from some form: all of them together fill an empty draft.
    void everyMemberHasAField()
    {
        PagesFixture pages;
        QWidget base;
        pages.show(&base);
        pages.catalogue.ensureLoaded();
        QTRY_VERIFY(pages.catalogue.hasValue());
        OnboardDraft taken;
        for (int step = 0; step < int(OnboardStep::Review); ++step) {
            std::unique_ptr<StepForm> form(
                makeStepForm(static_cast<OnboardStep>(step), pages.context, pages.catalogue));
            form->show();
            settle(5);
            form->setDraft(wholeDraft());
            form->collect(taken);
        }
        QVERIFY(taken == wholeDraft());
    }

    void aDraftIsSavedAndLoadedAsItIs()
    {
        for (const Variant &variant : variants()) {
            QTemporaryDir dir;
            const QString path = dir.filePath(u"draft.json"_s);
            PagesFixture pages;
            OnboardDraft draft = wholeDraft();
            variant.change(draft);
            draft.unread.insert(u"/retention_days"_s, u"a year"_s);
            draft.unread.insert(u"/agreement/valid_until"_s, u"31.2.2030"_s);
            const auto begin = [&pages, &path] {
                return std::make_unique<models::OnboardFlow>(pages.connection->partners(),
                                                             pages.connection->feed(), pages.catalogue,
                                                             pages.clock, path);
            };
            begin()->setDraft(draft);
            const auto flow = begin();
            QVERIFY2(flow->wasResumed(), variant.what);
            QVERIFY2(flow->draft() == draft, variant.what);
        }
    }

    /// What stands for no value is kept as typed, over steps and restarts, and is a problem.
    void whatCannotBeReadIsKept()
    {
        QTemporaryDir dir;
        {
            PagesFixture pages(dir.path());
            auto *page = new OnboardingPage(pages.context, pages.parts);
            page->open(places::onboardingPage());
            pages.show(page);
            page->goTo(OnboardStep::LawfulBasis);
            auto *days = page->findChild<NumberInput *>(u"retention_days"_s);
            days->selectAll();
            QTest::keyClicks(days, u"a year"_s);
            page->goTo(OnboardStep::Access);
            page->goTo(OnboardStep::LawfulBasis);
            QCOMPARE(days->text(), u"a year"_s);
            bool said = false;
            for (const rules::FieldProblem &problem : page->flow().problemsOf(OnboardStep::LawfulBasis))
                said = said ||
                       (problem.pointer == u"/retention_days" && problem.fault == rules::FieldFault::Unread);
            QVERIFY(said);
        }
        PagesFixture pages(dir.path());
        auto *page = new OnboardingPage(pages.context, pages.parts);
        page->open(places::onboardingPage());
        pages.show(page);
        page->goTo(OnboardStep::LawfulBasis);
        auto *days = page->findChild<NumberInput *>(u"retention_days"_s);
        QCOMPARE(days->text(), u"a year"_s);
        days->selectAll();
        QTest::keyClicks(days, u"30"_s);
        QCOMPARE(page->flow().draft().partner.retentionDays, 30);
        QVERIFY(page->flow().draft().unread.isEmpty());
    }

    void aNewDraftHoldsWhatItsFieldsShow()
    {
        PagesFixture pages;
        auto *page = new OnboardingPage(pages.context, pages.parts);
        page->open(places::onboardingPage());
        pages.show(page);
        settle(20);
        QCOMPARE(page->flow().draft().partner.owner, u"ops-1"_s);
        for (int step = 0; step < int(OnboardStep::Review); ++step) {
            page->goTo(static_cast<OnboardStep>(step));
            OnboardDraft taken = page->flow().draft();
            page->form()->collect(taken);
            QVERIFY2(taken == page->flow().draft(), qPrintable(QString::number(step)));
        }
        page->goTo(OnboardStep::Access);
        QCOMPARE(page->findChild<QComboBox *>(u"plan_id"_s)->currentIndex(), -1); // none is chosen
        QVERIFY(page->flow().draft().partner.planId.isEmpty());
    }

    void everyPartOfAnOverrideIsLoadedAndKept_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::newRow("quota") << u"quotaField"_s << u"777"_s;
        QTest::newRow("rate") << u"rateField"_s << u"7.5"_s;
        QTest::newRow("burst") << u"burstField"_s << u"77"_s;
        QTest::newRow("from") << u"fromField"_s << u"2025-12-01 08:00"_s;
        QTest::newRow("until") << u"untilField"_s << u"2026-12-01 08:00"_s;
        QTest::newRow("no from") << u"fromField"_s << QString();
        QTest::newRow("no until") << u"untilField"_s << QString();
        QTest::newRow("reason") << u"overrideReason"_s << u"Season"_s;
    }
    /// Editing one part of an override leaves the others as they were, the end above all.
    void everyPartOfAnOverrideIsLoadedAndKept()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, typed);
        PagesFixture pages;
        const QString id = pages.idOf(u"Cardinal Payroll"_s);
        const LimitOverride was{{12.5, 50, 40000},
                                QDateTime({2025, 11, 1}, {7, 0}, Qt::UTC),
                                QDateTime({2026, 3, 1}, {6, 30, 15}, Qt::UTC),
                                u"Pilot"_s};
        pages.service->grants[id].limitOverride = was;
        auto *page = new PartnerPage(pages.context, pages.parts);
        page->open(places::partnerPage(id, u"access"_s));
        pages.show(page);
        auto *tab = page->findChild<AccessTab *>();
        QTRY_VERIFY(tab->editor().isReady());
        settle(10);
        QVERIFY(!tab->isDirty()); // showing is not editing
        auto *input = tab->findChild<QLineEdit *>(field);
        QVERIFY(input->isVisible());
        input->setFocus();
        input->selectAll();
        QTest::keyClick(input, Qt::Key_Delete);
        QTest::keyClicks(input, typed);
        LimitOverride wanted = was;
        if (field == "quotaField"_L1)
            wanted.limits.dailyQuota = typed.toLongLong();
        else if (field == "rateField"_L1)
            wanted.limits.rate = typed.toDouble();
        else if (field == "burstField"_L1)
            wanted.limits.burst = typed.toInt();
        else if (field == "overrideReason"_L1)
            wanted.reason = typed;
        else if (field == "fromField"_L1)
            wanted.from =
                typed.isEmpty() ? std::nullopt : std::optional(QDateTime({2025, 12, 1}, {8, 0}, Qt::UTC));
        else
            wanted.until =
                typed.isEmpty() ? std::nullopt : std::optional(QDateTime({2026, 12, 1}, {8, 0}, Qt::UTC));
        QVERIFY(tab->editor().edit().limitOverride.has_value());
        QCOMPARE(tab->editor().edit().limitOverride->until, wanted.until);
        QVERIFY(*tab->editor().edit().limitOverride == wanted);
        // And back, key by key: Ctrl+Z.
        QVERIFY(page->canUndo());
        QVERIFY(page->undo());
        QVERIFY(!tab->isDirty());
    }
};

PC_THEMED_TEST_MAIN(FormRoundTripTest)
#include "tst_form_round_trip.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/slug.h"
#include "models/access/catalogue_model.h"
#include "models/onboarding/onboard_flow.h"
#include "tests/models/model_fixture.h"
#include "tests/models/onboarding/good_draft.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The New partner page: rules, saving, resuming, sending once.
class TestOnboardFlow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<ModelFixture>();
        m_fixture->transport.reply("GET", u"/scopes"_s, pageOf(sampleScopes())).always();
        m_fixture->transport.reply("GET", u"/plans"_s, pageOf(samplePlans())).always();
        m_fixture->transport.reply("GET", u"/routes"_s, pageOf(QList<Route>())).always();
        m_catalogue = std::make_unique<CatalogueModel>(m_fixture->access, m_fixture->feed);
    }
    void cleanup()
    {
        m_catalogue.reset();
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void aGoodDraftHasNoProblem()
    {
        QCOMPARE(validateDraft(goodDraft(), context()), QList<rules::FieldProblem>());
    }

    void anEmptyDraftNamesEveryStep()
    {
        QSet<int> steps;
        for (const rules::FieldProblem &problem : validateDraft({}, context()))
            steps.insert(int(stepOf(problem.pointer)));
        QCOMPARE(steps, (QSet<int>{int(OnboardStep::Organisation), int(OnboardStep::Contacts),
                                   int(OnboardStep::LawfulBasis), int(OnboardStep::Access),
                                   int(OnboardStep::Sandbox)}));
    }

    void eachRuleFindsItsFault_data()
    {
        using F = rules::FieldFault;
        using S = OnboardStep;
        QTest::addColumn<std::function<void(OnboardDraft &)>>("spoil");
        QTest::addColumn<OnboardStep>("step");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<rules::FieldFault>("fault");
        const auto row = [](const char *name, std::function<void(OnboardDraft &)> spoil, S step,
                            const QString &pointer,
                            F fault) { QTest::newRow(name) << std::move(spoil) << step << pointer << fault; };
        row(
            "name", [](OnboardDraft &d) { d.partner.name = u"  "_s; }, S::Organisation, u"/name"_s,
            F::Required);
        row(
            "long", [](OnboardDraft &d) { d.partner.name = QString(121, u'x'); }, S::Organisation, u"/name"_s,
            F::TooLong);
        row(
            "unseen", [](OnboardDraft &d) { d.partner.name = u"\u0301"_s; }, S::Organisation, u"/name"_s,
            F::NotText);
        row(
            "control", [](OnboardDraft &d) { d.partner.legalName = u"a\nb"_s; }, S::Organisation,
            u"/legal_name"_s, F::BadCharacters);
        row(
            "tags",
            [](OnboardDraft &d) {
                d.partner.tags = {u"a"_s, u"a"_s};
            },
            S::Organisation, u"/tags/1"_s, F::Repeated);
        row(
            "zone offset", [](OnboardDraft &d) { d.partner.timeZone = u"UTC+03:00"_s; }, S::Organisation,
            u"/time_zone"_s, F::BadFormat);
        row(
            "phone", [](OnboardDraft &d) { d.partner.contacts[0].phone = u"call me"_s; }, S::Contacts,
            u"/contacts/0/phone"_s, F::BadFormat);
        row(
            "called nowhere",
            [](OnboardDraft &d) {
                d.partner.contacts[0].phone.clear();
                d.partner.contacts[0].verifiedAt = QDateTime({2026, 3, 1}, {8, 0}, Qt::UTC);
            },
            S::Contacts, u"/contacts/0/phone"_s, F::Required);
        row(
            "called nobody",
            [](OnboardDraft &d) {
                d.partner.contacts[0].verifiedAt = QDateTime({2026, 3, 1}, {8, 0}, Qt::UTC);
                d.partner.contacts[0].phone = u"+49 30 1"_s;
                d.partner.contacts[0].verifiedWith = u"  "_s;
            },
            S::Contacts, u"/contacts/0/verified_with"_s, F::Required);
        row(
            "sandbox long", [](OnboardDraft &d) { d.sandbox.credentialName = QString(81, u'x'); }, S::Sandbox,
            u"/sandbox/credential_name"_s, F::TooLong);
        row(
            "slug", [](OnboardDraft &d) { d.partner.slug = u"Acme"_s; }, S::Organisation, u"/slug"_s,
            F::BadFormat);
        row(
            "slug --", [](OnboardDraft &d) { d.partner.slug = u"a--b"_s; }, S::Organisation, u"/slug"_s,
            F::BadFormat);
        row(
            "country", [](OnboardDraft &d) { d.partner.country = u"de"_s; }, S::Organisation, u"/country"_s,
            F::BadFormat);
        row(
            "zone", [](OnboardDraft &d) { d.partner.timeZone = u"Mars/Base"_s; }, S::Organisation,
            u"/time_zone"_s, F::UnknownValue);
        row(
            "email", [](OnboardDraft &d) { d.partner.contacts[1].email = u"a@b"_s; }, S::Contacts,
            u"/contacts/1/email"_s, F::BadFormat);
        row(
            "contact", [](OnboardDraft &d) { d.partner.contacts.removeLast(); }, S::Contacts, u"/contacts"_s,
            F::MissingContact);
        row(
            "hash", [](OnboardDraft &d) { d.partner.agreement->fileSha256 = u"12"_s; }, S::Agreement,
            u"/agreement/file_sha256"_s, F::BadFormat);
        row(
            "expired", [](OnboardDraft &d) { d.partner.agreement->validUntil = QDate(2026, 3, 1); },
            S::Agreement, u"/agreement/valid_until"_s, F::Ended);
        row(
            "future", [](OnboardDraft &d) { d.partner.agreement->signedOn = QDate(2026, 3, 3); },
            S::Agreement, u"/agreement/signed_on"_s, F::NotYet);
        row(
            "basis", [](OnboardDraft &d) { d.partner.lawfulBasis = LawfulBasis::Unknown; }, S::LawfulBasis,
            u"/lawful_basis"_s, F::Required);
        row(
            "retention", [](OnboardDraft &d) { d.partner.retentionDays = 0; }, S::LawfulBasis,
            u"/retention_days"_s, F::OutOfRange);
        row(
            "plan", [](OnboardDraft &d) { d.partner.planId = u"pln_x"_s; }, S::Access, u"/plan_id"_s,
            F::UnknownValue);
        row(
            "scope", [](OnboardDraft &d) { d.partner.scopes = {u"x:y"_s}; }, S::Access, u"/scopes/0"_s,
            F::UnknownValue);
        row(
            "conflict", [](OnboardDraft &d) { d.partner.scopes.append(u"customers:read"_s); }, S::Access,
            u"/scopes/1"_s, F::LawfulBasis);
        row(
            "sandbox", [](OnboardDraft &d) { d.sandbox.credentialName.clear(); }, S::Sandbox,
            u"/sandbox/credential_name"_s, F::Required);
    }
    void eachRuleFindsItsFault()
    {
        QFETCH(std::function<void(OnboardDraft &)>, spoil);
        QFETCH(OnboardStep, step);
        QFETCH(QString, pointer);
        QFETCH(rules::FieldFault, fault);
        OnboardDraft draft = goodDraft();
        spoil(draft);
        const QList<rules::FieldProblem> problems = validateDraft(draft, context());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().pointer, pointer);
        QCOMPARE(problems.first().fault, fault);
        QCOMPARE(stepOf(pointer), step);
    }

    /// Verified by a release before, without a number: it goes on while nobody changes the contact.
    void aVerificationOfBeforeGoesOn()
    {
        OnboardDraft draft = goodDraft();
        draft.partner.contacts[0].verifiedAt = QDateTime({2025, 3, 1}, {8, 0}, Qt::UTC);
        draft.partner.contacts[0].phone.clear();
        DraftContext fixture = context();
        fixture.knownContacts = draft.partner.contacts;
        QCOMPARE(validateDraft(draft, fixture), QList<rules::FieldProblem>());
        draft.partner.contacts[0].email = u"other@acme.example"_s;
        QCOMPARE(validateDraft(draft, fixture).size(), 1);
        QCOMPARE(validateDraft(draft, fixture).first().pointer, u"/contacts/0/phone"_s);
    }

    void slugsAreSuggested_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("slug");
        QTest::newRow("plain") << u"Acme Payments GmbH & Co."_s << u"acme-payments-gmbh-co"_s;
        QTest::newRow("accents") << u"Société Générale"_s << u"societe-generale"_s;
        QTest::newRow("edges") << u" -- 24/7 --"_s << u"24-7"_s;
        QTest::newRow("nothing") << u"株式会社"_s << QString();
    }
    void slugsAreSuggested()
    {
        QFETCH(QString, name);
        QFETCH(QString, slug);
        QCOMPARE(rules::suggestSlug(name), slug);
    }

    void aDraftIsSavedAndResumed()
    {
        {
            auto flow = make();
            QVERIFY(!flow->wasResumed());
            flow->setDraft(goodDraft());
            flow->setStep(OnboardStep::Access);
            QVERIFY(!QFile::exists(path()));
            m_fixture->clock.advance(500ms);
            QVERIFY(QFile::exists(path()));
            OnboardDraft more = goodDraft();
            more.partner.notes = u"typed just before closing"_s;
            flow->setDraft(more);
        }
        auto flow = make();
        QVERIFY(flow->wasResumed());
        QCOMPARE(flow->draft().partner.notes, u"typed just before closing"_s);
        QCOMPARE(flow->draft().sandbox, goodDraft().sandbox);
        QCOMPARE(flow->step(), OnboardStep::Access);
        QCOMPARE(flow->stepState(OnboardStep::Access), StepState::Current);
        QCOMPARE(flow->stepState(OnboardStep::Contacts), StepState::Open);
        flow->discard();
        QVERIFY(!QFile::exists(path()));
    }

    void anUnreadableDraftIsKeptAside()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ not json");
        file.close();
        const auto flow = make();
        QVERIFY(!flow->wasResumed());
        QVERIFY(QFile::exists(path() + u".unreadable"_s));
    }

    void submittingMakesOnePartner()
    {
        auto flow = make();
        flow->setDraft(goodDraft());
        QTRY_VERIFY(flow->isComplete());
        m_fixture->transport.fault("POST", u"/partners"_s, client::TransportFault::Lost);
        m_fixture->transport.reply("POST", u"/partners"_s, toJson(samplePartner()), 201, "\"1\"");
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::Done));
        QCOMPARE(flow->result()->value.id, samplePartner().id);
        QVERIFY(!QFile::exists(path()));
        const auto sent = m_fixture->transport.sentTo("POST", u"/partners"_s);
        QCOMPARE(sent.at(0).header("Idempotency-Key"), sent.at(1).header("Idempotency-Key"));
    }

    /// The console dies while the answer is on its way: resumed, it repeats the same intent.
    void aConsoleThatDiesDoesNotMakeTwo()
    {
        QByteArray key;
        {
            auto flow = make();
            flow->setDraft(goodDraft());
            QTRY_VERIFY(flow->isComplete());
            m_fixture->transport.reply("POST", u"/partners"_s, toJson(samplePartner()), 201).hold();
            flow->submit();
            QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
            key = m_fixture->transport.last().header("Idempotency-Key");
        }
        auto flow = make();
        QCOMPARE(flow->state(), FlowState::OutcomeUnknown);
        flow->submit(); // not as something new
        QCOMPARE(flow->state(), FlowState::OutcomeUnknown);
        m_fixture->transport.reply("POST", u"/partners"_s, toJson(samplePartner()), 201);
        flow->retry();
        QVERIFY(reaches(*flow, FlowState::Done));
        QCOMPARE(m_fixture->transport.last().header("Idempotency-Key"), key);
    }

    /// The platform hangs and goes on: what the feed says then is what the page says, and nothing is made
    /// unseen.
    void theFeedSettlesWhatTheAnswerDidNot()
    {
        auto flow = make();
        flow->setDraft(goodDraft());
        QTRY_VERIFY(flow->isComplete());
        for (int i = 0; i <= client::ApiCaller::maxRepeats; ++i)
            m_fixture->transport.fault("POST", u"/partners"_s, client::TransportFault::Lost);
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::OutcomeUnknown));
        const auto posts = [this] { return m_fixture->transport.sentTo("POST", u"/partners"_s); };
        const qsizetype sent = posts().size();
        Partner other = samplePartner();
        other.slug = goodDraft().partner.slug + u"-2"_s;
        m_fixture->transport.reply("GET", u"/partners"_s, pageOf(QList<Partner>{other}));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner, u"prt_other"_s));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Credential, u"crd_1"_s)); // not of that kind
        ModelFixture::spin();
        QCOMPARE(flow->state(), FlowState::OutcomeUnknown);
        QCOMPARE(posts().size(), sent);
        Partner ours = samplePartner();
        ours.slug = goodDraft().partner.slug;
        m_fixture->transport.reply("GET", u"/partners"_s, pageOf(QList<Partner>{other, ours}));
        m_fixture->transport.reply("POST", u"/partners"_s, toJson(ours), 201, "\"1\"");
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner, ours.id));
        QVERIFY(reaches(*flow, FlowState::Done));
        QCOMPARE(flow->result()->value.id, ours.id);
        QCOMPARE(posts().size(), sent + 1);
        QCOMPARE(posts().last().header("Idempotency-Key"), posts().first().header("Idempotency-Key"));
    }

    void refusedFieldsAppearAtTheirSteps()
    {
        auto flow = make();
        flow->setDraft(goodDraft());
        QTRY_VERIFY(flow->isComplete());
        const QJsonArray errors{
            QJsonObject{{u"pointer"_s, u"/slug"_s}, {u"code"_s, u"taken"_s}, {u"detail"_s, u"in use"_s}}};
        m_fixture->transport.problem("POST", u"/partners"_s, 422, u"validation_failed"_s,
                                     {{u"errors"_s, errors}});
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::Failed));
        QCOMPARE(flow->problemsOf(OnboardStep::Organisation).first().fault, rules::FieldFault::Taken);
        flow->setStep(OnboardStep::Review);
        QCOMPARE(flow->stepState(OnboardStep::Organisation), StepState::Problem);
        flow->setStep(OnboardStep::Contacts);
        QCOMPARE(flow->stepState(OnboardStep::Review), StepState::Open); // seen, and not done
        OnboardDraft draft = flow->draft();
        draft.partner.slug = u"acme-2"_s;
        flow->setDraft(draft);
        QVERIFY(flow->isComplete());
        QCOMPARE(flow->stepState(OnboardStep::Organisation), StepState::Done);
        QCOMPARE(flow->stepState(OnboardStep::Review), StepState::Done);
    }

private:
    DraftContext context() const { return {sampleScopes(), samplePlans(), QDate(2026, 3, 2)}; }
    QString path() const { return m_dir->filePath(u"draft.json"_s); }
    std::unique_ptr<OnboardFlow> make()
    {
        return std::make_unique<OnboardFlow>(m_fixture->partners, m_fixture->feed, *m_catalogue,
                                             m_fixture->clock, path());
    }
    bool reaches(const Flow &flow, FlowState state)
    {
        for (int i = 0; i < 200; ++i) {
            QCoreApplication::processEvents();
            if (flow.state() == state)
                return true;
            m_fixture->clock.advance(500ms);
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<CatalogueModel> m_catalogue;
};

QTEST_GUILESS_MAIN(TestOnboardFlow)
#include "tst_onboard_flow.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/catalogue_model.h"
#include "models/onboarding/onboard_flow.h"
#include "tests/contract/crypto/made_credential.h"
#include "tests/models/model_fixture.h"
#include "tests/models/onboarding/good_draft.h"

#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The file of a draft: what is written and when, what comes back, and what an odd file does. And of the
/// rules of a draft the edges: today, nothing typed, more than there may be.
class TestOnboardFile final : public QObject
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

    void everythingComesBack_data()
    {
        QTest::addColumn<std::function<void(OnboardDraft &)>>("edit");
        const auto row = [](const char *name, std::function<void(OnboardDraft &)> edit) {
            QTest::newRow(name) << std::move(edit);
        };
        row("as it is", [](OnboardDraft &) {});
        row("no agreement", [](OnboardDraft &d) { d.partner.agreement.reset(); });
        row("no day signed", [](OnboardDraft &d) { d.partner.agreement->signedOn = {}; });
        row("no last day", [](OnboardDraft &d) { d.partner.agreement->validUntil = {}; });
        row("no days", [](OnboardDraft &d) {
            d.partner.agreement->signedOn = {};
            d.partner.agreement->validUntil = {};
        });
        row("no credential", [](OnboardDraft &d) { d.sandbox.issueCredential = false; });
        row("an API key", [](OnboardDraft &d) { d.sandbox.kind = CredentialKind::ApiKey; });
        row("unread", [](OnboardDraft &d) { d.unread = {{u"/retention_days"_s, u"many"_s}}; });
    }
    void everythingComesBack()
    {
        QFETCH(const std::function<void(OnboardDraft &)>, edit);
        OnboardDraft draft = goodDraft();
        draft.partner.notes = u"typed"_s;
        edit(draft);
        {
            const auto flow = make();
            QVERIFY(!flow->savedAt().isValid());
            flow->setDraft(draft);
            flow->setStep(OnboardStep::Agreement);
            flow->setStep(OnboardStep::Access);
            QVERIFY(flow->saveNow());
            QCOMPARE(flow->savedAt(), m_fixture->clock.now());
        }
        m_fixture->clock.advance(60s);
        const auto flow = make();
        QVERIFY(flow->wasResumed());
        QCOMPARE(flow->draft(), draft);
        QCOMPARE(flow->step(), OnboardStep::Access);
        QCOMPARE(flow->savedAt(), m_fixture->clock.now().addSecs(-60));
        QCOMPARE(flow->state(), FlowState::Editing);
        ModelFixture::spin(); // the catalogue
        QVERIFY(flow->stepState(OnboardStep::Agreement) != StepState::Open);
        QVERIFY(flow->stepState(OnboardStep::Organisation) != StepState::Open);
        QCOMPARE(flow->stepState(OnboardStep::Contacts), StepState::Open);
    }

    /// A key in a field of free text is on no disk, and nobody else on the machine reads the draft.
    void noSecretIsWritten()
    {
        SystemRandom random;
        const Made made = pc::test::make(random, CredentialTextType::ApiKey, Realm::Production, "pcx");
        OnboardDraft draft = goodDraft();
        draft.partner.notes = QString(u"the key is "_s + made.text + u", ask Ops"_s);
        draft.partner.contacts.front().verifiedWith = made.text;
        draft.unread = {{u"/retention_days"_s, made.text}};
        {
            const auto flow = make();
            flow->setDraft(draft);
            QVERIFY(flow->saveNow());
            QCOMPARE(flow->draft(), draft); // what stands in the field stays there
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString written = QString::fromUtf8(file.readAll());
        QVERIFY(!written.contains(made.secret));
        QVERIFY(written.contains(u"[redacted], ask Ops"_s));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    /// Nothing is written until something was typed, and nothing twice.
    void itIsWrittenWhenSomethingChanged()
    {
        {
            const auto flow = make();
            QVERIFY(flow->saveNow());
            flow->setStep(flow->step());
            flow->setDraft(flow->draft());
            QVERIFY(flow->setDefaultOwner(u"ops-1"_s));
            m_fixture->clock.advance(1s);
        }
        QVERIFY(!QFile::exists(path()));
        const auto flow = make();
        QSignalSpy changed(flow.get(), &OnboardFlow::draftChanged);
        flow->setStep(OnboardStep::Contacts); // also where one was is kept
        QCOMPARE(changed.count(), 1);
        m_fixture->clock.advance(499ms);
        QVERIFY(!QFile::exists(path()));
        m_fixture->clock.advance(1ms);
        QVERIFY(QFile::exists(path()));
        QVERIFY(QFile::remove(path()));
        QVERIFY(flow->saveNow()); // is saved
        QVERIFY(!QFile::exists(path()));
    }

    /// A disk that takes nothing is told, and tried again.
    void aFailedSaveIsToldAndTriedAgain()
    {
        const QString folder = m_dir->filePath(u"in"_s);
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        OnboardFlow flow(m_fixture->partners, m_fixture->feed, *m_catalogue, m_fixture->clock,
                         folder + u"/draft.json"_s);
        flow.setDraft(goodDraft());
        QVERIFY(!flow.saveNow());
        QVERIFY(!flow.saveError().isEmpty());
        QVERIFY(!flow.savedAt().isValid());
        QVERIFY(inTheWay.remove());
        QVERIFY(flow.saveNow());
        QVERIFY(flow.saveError().isEmpty());
        QVERIFY(QFile::exists(folder + u"/draft.json"_s));
        ModelFixture::spin();
    }

    /// Two consoles of one person, one place for a draft.
    void neitherConsoleWritesOverTheOther()
    {
        OnboardDraft draft = goodDraft();
        const auto first = make();
        const auto second = make();
        draft.partner.notes = u"of the first"_s;
        first->setDraft(draft);
        QVERIFY(first->saveNow());
        draft.partner.notes = u"of the second"_s;
        second->setDraft(draft);
        QVERIFY(!second->saveNow());
        QVERIFY2(second->saveError().contains(u"another console"_s), qPrintable(second->saveError()));
        QVERIFY(!second->savedAt().isValid());
        second->discard(); // its own, not the other's
        QCOMPARE(make()->draft().partner.notes, u"of the first"_s);

        draft.partner.notes = u"of the first, later"_s;
        first->setDraft(draft);
        QVERIFY(first->saveNow()); // nobody was in the way
        second->setDraft(draft);
        QVERIFY(!second->saveNow());
        first->discard();
        QVERIFY(second->saveNow()); // the place is free
        QCOMPARE(make()->draft().partner.notes, u"of the first, later"_s);
        ModelFixture::spin();
    }

    void anOddFileIsPutAside_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("another version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 2");
        QTest::newRow("another shape") << QByteArray("\"partner\":") << QByteArray("\"partners\":");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("[");
    }
    void anOddFileIsPutAside()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        write([&](QByteArray &text) { text.replace(from, to); });
        QFile older(path() + u".unreadable"_s); // of another time
        QVERIFY(older.open(QIODevice::WriteOnly));
        older.close();
        const QByteArray odd = read(path());
        const auto flow = make();
        QVERIFY(!flow->wasResumed());
        QCOMPARE(flow->draft(), OnboardDraft());
        QVERIFY(!QFile::exists(path()));
        QCOMPARE(read(path() + u".unreadable"_s), odd);
        ModelFixture::spin();
    }

    void aStepThatThereIsNotIsTheNearest_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<OnboardStep>("is");
        QTest::newRow("before") << QByteArray("-1") << OnboardStep::Organisation;
        QTest::newRow("last") << QByteArray("6") << OnboardStep::Review;
        QTest::newRow("beyond") << QByteArray("7") << OnboardStep::Review;
    }
    void aStepThatThereIsNotIsTheNearest()
    {
        QFETCH(const QByteArray, step);
        write([&](QByteArray &text) { text.replace("\"step\": 0", QByteArray("\"step\": " + step)); });
        const auto flow = make();
        QTEST(flow->step(), "is");
        ModelFixture::spin();
    }

    void anUnknownKindIsASecret()
    {
        write([](QByteArray &text) { text.replace("client_secret", "smoke_signal"); });
        QCOMPARE(make()->draft().sandbox.kind, CredentialKind::ClientSecret);
        ModelFixture::spin();
    }

    void theOwnerIsWhoBeganUnlessChosen()
    {
        const auto flow = make();
        QVERIFY(!flow->setDefaultOwner({}));
        QSignalSpy changed(flow.get(), &OnboardFlow::draftChanged);
        QVERIFY(flow->setDefaultOwner(u"ops-1"_s));
        QCOMPARE(changed.count(), 1);
        QVERIFY(!flow->setDefaultOwner(u"ops-2"_s));
        QCOMPARE(flow->draft().partner.owner, u"ops-1"_s);
        flow->discard();
        QCOMPARE(flow->draft().partner.owner, u"ops-2"_s);
        write([](QByteArray &) {});
        const auto resumed = make();
        QVERIFY(!resumed->setDefaultOwner(u"ops-9"_s));
        ModelFixture::spin();
    }

    void aDiscardLeavesNothing()
    {
        const auto flow = make();
        OnboardDraft draft = goodDraft();
        draft.unread = {{u"/retention_days"_s, u"many"_s}};
        flow->setDraft(draft);
        flow->setStep(OnboardStep::Review);
        QVERIFY(flow->saveNow());
        flow->setDraft(goodDraft());
        QSignalSpy changed(flow.get(), &OnboardFlow::draftChanged);
        flow->discard();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(flow->draft(), OnboardDraft());
        QCOMPARE(flow->step(), OnboardStep::Organisation);
        QCOMPARE(flow->stepState(OnboardStep::Review), StepState::Open);
        QVERIFY(!flow->savedAt().isValid());
        QVERIFY(!flow->wasResumed());
        m_fixture->clock.advance(1s);
        QVERIFY(!QFile::exists(path()));
        ModelFixture::spin();
    }

    /// What the service said of a field holds until that field is edited, whatever is edited elsewhere.
    void whatTheServiceSaidHoldsUntilItChanges()
    {
        const auto flow = make();
        flow->setDraft(goodDraft());
        ModelFixture::spin();
        QVERIFY(flow->isComplete());
        const QJsonArray errors{QJsonObject{{u"pointer"_s, u"/slug"_s}, {u"code"_s, u"taken"_s}},
                                QJsonObject{{u"pointer"_s, u"/name"_s}, {u"code"_s, u"taken"_s}},
                                QJsonObject{{u"pointer"_s, u"/slug"_s}, {u"code"_s, u"too_long"_s}}};
        m_fixture->transport.problem("POST", u"/partners"_s, 422, u"validation_failed"_s,
                                     {{u"errors"_s, errors}});
        flow->submit();
        ModelFixture::spin();
        const auto faults = [&] {
            QList<rules::FieldFault> found;
            for (const rules::FieldProblem &problem : flow->problems())
                found.append(problem.fault);
            return found;
        };
        QCOMPARE(faults(), (QList<rules::FieldFault>{rules::FieldFault::Taken, rules::FieldFault::Taken,
                                                     rules::FieldFault::TooLong}));
        QCOMPARE(flow->problems().at(1).pointer, u"/name"_s);
        QVERIFY(read(path()).contains("\"saved_at\""));
        QVERIFY(!read(path()).contains("sent_key")); // refused for certain: the next try is another
        OnboardDraft draft = flow->draft();
        draft.partner.notes = u"more"_s;
        flow->setDraft(draft);
        QCOMPARE(faults().size(), 3);
        QVERIFY(!flow->isComplete());
        draft.partner.name = u"Acme Two"_s;
        flow->setDraft(draft);
        QCOMPARE(faults(), QList<rules::FieldFault>{rules::FieldFault::TooLong}); // of the short name
        draft.partner.slug = u"acme-two"_s;
        flow->setDraft(draft);
        QCOMPARE(faults(), QList<rules::FieldFault>());
        QVERIFY(flow->isComplete());
    }

    void everyStepWasSeenOnceItWasSent()
    {
        const auto flow = make();
        flow->setDraft(goodDraft());
        ModelFixture::spin();
        m_fixture->transport.problem("POST", u"/partners"_s, 500, u"internal"_s);
        flow->submit();
        flow->setDraft({}); // too late
        QCOMPARE(flow->draft(), goodDraft());
        flow->discard();
        QCOMPARE(flow->draft(), goodDraft());
        for (int step = 1; step < onboardStepCount; ++step)
            QCOMPARE(flow->stepState(OnboardStep(step)), StepState::Done);
        for (int i = 0; i < 40 && flow->isBusy(); ++i) {
            m_fixture->clock.advance(500ms);
            ModelFixture::spin();
        }
        QVERIFY(!flow->isBusy());
    }

    void aDraftIsCompleteOnlyWithACatalogue()
    {
        const auto flow = make();
        QSignalSpy changed(flow.get(), &OnboardFlow::draftChanged);
        flow->setDraft(goodDraft());
        QVERIFY(!flow->isComplete());
        changed.clear();
        ModelFixture::spin();
        QVERIFY(!changed.isEmpty()); // the catalogue came
        QVERIFY(flow->isComplete());
    }

private:
    QString path() const { return m_dir->filePath(u"draft.json"_s); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<OnboardFlow> make()
    {
        return std::make_unique<OnboardFlow>(m_fixture->partners, m_fixture->feed, *m_catalogue,
                                             m_fixture->clock, path());
    }
    /// A file as it is written, changed.
    void write(const std::function<void(QByteArray &)> &edit)
    {
        {
            const auto flow = make();
            flow->setDraft(goodDraft());
            QVERIFY(flow->saveNow());
        }
        QByteArray text = read(path());
        edit(text);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<CatalogueModel> m_catalogue;
};

QTEST_GUILESS_MAIN(TestOnboardFile)
#include "tst_onboard_file.moc"

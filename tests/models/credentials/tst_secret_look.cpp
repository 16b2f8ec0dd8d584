// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/issuing_flow.h"
#include "tests/models/base/fake_service.h"
#include "tests/models/model_fixture.h"

#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A request without an answer, and what the feed lets the flow see of it: the step is repeated when the
/// service is seen to have done it, and in no other case.
class TestSecretLook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = FakeService();
        m_fixture = std::make_unique<ModelFixture>();
    }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void rotations_data()
    {
        using G = GenerationState;
        QTest::addColumn<bool>("opened"); // the secret is here, its acknowledgement has no answer
        QTest::addColumn<QList<Generation>>("seen");
        QTest::addColumn<bool>("goesOn");
        const auto row = [](const char *name, bool opened, const QList<std::pair<int, G>> &seen,
                            bool goesOn) {
            QList<Generation> list;
            for (const auto &[number, state] : seen) {
                Generation each = sampleCredential().generations.first();
                each.number = number;
                each.state = state;
                list.append(each);
            }
            QTest::newRow(name) << opened << list << goesOn;
        };
        row("nothing new", false, {{4, G::Active}, {3, G::Grace}}, false);
        row("older ones only", false, {{3, G::Pending}}, false);
        row("none", false, {}, false);
        row("a newer one, pending", false, {{5, G::Pending}, {4, G::Active}}, true);
        row("a newer one behind", false, {{4, G::Active}, {5, G::Pending}}, true);
        row("ours pending", true, {{5, G::Pending}, {4, G::Active}}, false);
        row("ours active", true, {{5, G::Active}, {4, G::Grace}}, true);
        row("ours active, behind another's newer one", true, {{6, G::Pending}, {5, G::Active}}, true);
        row("ours void, another's newer one active", true, {{6, G::Active}, {5, G::Void}}, false);
        row("ours gone", true, {{4, G::Active}}, false);
    }
    void rotations()
    {
        QFETCH(const bool, opened);
        QFETCH(const QList<Generation>, seen);
        QFETCH(const bool, goesOn);
        m_service.generation = 5;
        Versioned<Credential> before{sampleCredential(), u"\"2\""_s};
        before.value.generations.first().number = 4;
        Credential after = before.value;
        after.generations = seen;
        RotateFlow flow(m_fixture->credentials, m_service.random, before);
        check(flow, rotatePath, u"/credentials/crd_0000000000000001/generations/5/ack"_s, opened,
              credentialPath, toJson(after), goesOn);
    }

    /// Before its first generation is known, any one is new.
    void aFirstGenerationIsNew()
    {
        Versioned<Credential> before{sampleCredential(), u"\"2\""_s};
        before.value.generations.clear();
        RotateFlow flow(m_fixture->credentials, m_service.random, before);
        check(flow, rotatePath, ackPath, false, credentialPath, toJson(sampleCredential()), true);
    }

    void issues_data()
    {
        using S = CredentialState;
        QTest::addColumn<bool>("opened");
        QTest::addColumn<QList<Credential>>("seen");
        QTest::addColumn<bool>("goesOn");
        const auto one = [](int number, const QString &name, S state) {
            Credential credential = sampleCredential(number);
            credential.name = name;
            credential.state = state;
            return credential;
        };
        QTest::newRow("none") << false << QList<Credential>() << false;
        QTest::newRow("of this name, pending")
            << false << QList<Credential>{one(2, u"key"_s, S::Pending)} << true;
        QTest::newRow("of this name, active")
            << false << QList<Credential>{one(2, u"key"_s, S::Active)} << false;
        QTest::newRow("of another name")
            << false << QList<Credential>{one(2, u"key 2"_s, S::Pending)} << false;
        QTest::newRow("the second of two")
            << false << QList<Credential>{one(2, u"key 2"_s, S::Pending), one(3, u"key"_s, S::Pending)}
            << true;
        QTest::newRow("ours pending") << true << QList<Credential>{one(1, u"key"_s, S::Pending)} << false;
        QTest::newRow("ours active") << true << QList<Credential>{one(1, u"key"_s, S::Active)} << true;
        QTest::newRow("another active") << true << QList<Credential>{one(2, u"key"_s, S::Active)} << false;
    }
    void issues()
    {
        QFETCH(const bool, opened);
        QFETCH(const QList<Credential>, seen);
        QFETCH(const bool, goesOn);
        const auto flow = issueFlow();
        check(*flow, issuePath, ackPath, opened, u"/credentials"_s, pageOf(seen), goesOn);
        const auto looks = m_fixture->transport.sentTo("GET", u"/credentials"_s);
        QCOMPARE(looks.first().queryValue(u"partner_id"_s), u"prt_0001"_s);
        QCOMPARE(looks.first().queryValue(u"q"_s), u"key"_s);
    }

    /// What is not about credentials, or comes while nothing is unknown, is not looked into.
    void itLooksOnlyWhenItHelps()
    {
        const auto flow = issueFlow();
        flow->follow(m_fixture->feed);
        m_fixture->tell(ChangeKind::Credential);
        m_fixture->tellReset();
        lose(issuePath);
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::OutcomeUnknown));
        for (const ChangeKind kind :
             {ChangeKind::Partner, ChangeKind::Grant, ChangeKind::Usage, ChangeKind::Audit})
            m_fixture->tell(kind);
        m_fixture->tell(ChangeKind::Credential, u"crd_other"_s, u"prt_0002"_s); // of another partner
        QVERIFY(m_fixture->transport.sentTo("GET", u"/credentials"_s).isEmpty());
        m_fixture->transport.problem("GET", u"/credentials"_s, 500, u"internal"_s);
        m_fixture->tell(ChangeKind::Credential);
        QCOMPARE(flow->state(), FlowState::OutcomeUnknown);
        m_fixture->transport.reply("GET", u"/credentials"_s, pageOf(QList<Credential>())).hold();
        m_fixture->tellReset();
        QCOMPARE(m_fixture->transport.sentTo("GET", u"/credentials"_s).size(), 2);
        m_fixture->transport.problem("POST", issuePath, 409, u"partner_not_active"_s);
        flow->retry(); // a person did not wait for it
        QVERIFY(reaches(*flow, FlowState::Failed));
    }

    /// A rotation is looked for at its credential; what is held back, at what was made.
    void itLooksOnlyAtItsOwn()
    {
        RotateFlow rotation(m_fixture->credentials, m_service.random, {sampleCredential(), u"\"2\""_s});
        rotation.follow(m_fixture->feed);
        lose(rotatePath);
        rotation.submit();
        QVERIFY(reaches(rotation, FlowState::OutcomeUnknown));
        m_fixture->tell(ChangeKind::Credential, u"crd_other"_s, u"prt_0001"_s);
        QVERIFY(m_fixture->transport.sentTo("GET", credentialPath).isEmpty());
        m_fixture->transport.reply("GET", credentialPath, toJson(sampleCredential()));
        m_fixture->tell(ChangeKind::Credential, sampleCredential().id, u"prt_0001"_s);
        QCOMPARE(m_fixture->transport.sentTo("GET", credentialPath).size(), 1);
        QCOMPARE(rotation.state(), FlowState::OutcomeUnknown);
    }

    /// What is asked for while something is under way, or over, changes nothing.
    void everyStepHasItsTime()
    {
        const auto flow = issueFlow();
        flow->retry();
        flow->finish();
        flow->take();
        QCOMPARE(flow->state(), FlowState::Editing);
        QVERIFY(!flow->isBusy());
        m_fixture->transport.on("POST", issuePath,
                                [this](const SentRequest &sent) { return m_service.issue(sent); });
        m_fixture->transport
            .on("POST", ackPath, [this](const SentRequest &sent) { return m_service.ack(sent); })
            .hold();
        flow->submit();
        QVERIFY(flow->isBusy());
        IssueRequest other = flow->request();
        other.name = u"other"_s;
        flow->setRequest(other);
        QCOMPARE(flow->request().name, u"key"_s);
        QVERIFY(reaches(*flow, FlowState::Confirming));
        QVERIFY(flow->isBusy());
        flow->submit();
        flow->retry();
        flow->finish();
        QCOMPARE(flow->state(), FlowState::Confirming);
        QCOMPARE(flow->generation(), 1);
        QVERIFY(flow->voidAt().isValid());
        QVERIFY(m_fixture->transport.release());
        QVERIFY(reaches(*flow, FlowState::Holding));
        flow->submit();
        QCOMPARE(flow->state(), FlowState::Holding);
        flow->finish();
        QCOMPARE(flow->state(), FlowState::Done);
        QVERIFY(flow->secret().isEmpty());
    }

    /// Nothing of the intent before is left in the next.
    void anotherIntentBeginsAnew()
    {
        const auto flow = issueFlow();
        m_fixture->transport.on("POST", issuePath,
                                [this](const SentRequest &sent) { return m_service.issue(sent); });
        m_fixture->transport.problem("POST", ackPath, 410, u"credential_void"_s);
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::Failed));
        QVERIFY(flow->credential());
        QCOMPARE(flow->generation(), 1);
        m_fixture->transport.problem("POST", issuePath, 409, u"partner_not_active"_s);
        flow->submit();
        QVERIFY(!flow->credential());
        QCOMPARE(flow->generation(), 0);
        QVERIFY(!flow->voidAt().isValid());
        QVERIFY(reaches(*flow, FlowState::Failed));
    }

    /// What is held back comes into force only while the service keeps it so.
    void whatIsHeldBackMayBeOvertaken_data()
    {
        using G = GenerationState;
        QTest::addColumn<int>("status");
        QTest::addColumn<CredentialState>("state");
        QTest::addColumn<GenerationState>("generation");
        QTest::addColumn<bool>("overtaken");
        QTest::newRow("as it was") << 200 << CredentialState::Pending << G::Pending << false;
        QTest::newRow("not known") << 500 << CredentialState::Pending << G::Pending << false;
        QTest::newRow("revoked") << 200 << CredentialState::Revoked << G::Pending << true;
        QTest::newRow("expired") << 200 << CredentialState::Expired << G::Pending << true;
        QTest::newRow("suspended") << 200 << CredentialState::Suspended << G::Pending << false;
        QTest::newRow("void") << 200 << CredentialState::Active << G::Void << true;
        QTest::newRow("gone") << 404 << CredentialState::Pending << G::Pending << true;
    }
    void whatIsHeldBackMayBeOvertaken()
    {
        QFETCH(const int, status);
        QFETCH(const CredentialState, state);
        QFETCH(const GenerationState, generation);
        QFETCH(const bool, overtaken);
        const auto flow = issueFlow();
        flow->follow(m_fixture->feed);
        m_fixture->transport.on("POST", issuePath,
                                [this](const SentRequest &sent) { return m_service.issue(sent); });
        flow->holdBack();
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::HeldBack));
        Credential seen = sampleCredential();
        seen.state = state;
        seen.generations.first().number = flow->generation();
        seen.generations.first().state = generation;
        seen.generations.first().acknowledgedAt.reset();
        const QString path = u"/credentials/"_s + flow->credential()->id;
        if (status == 200)
            m_fixture->transport.reply("GET", path, toJson(seen));
        else
            m_fixture->transport.problem("GET", path, status, u"x"_s);
        m_fixture->tell(ChangeKind::Credential);
        QCOMPARE(flow->state(), overtaken ? FlowState::Failed : FlowState::HeldBack);
        QCOMPARE(flow->isOvertaken(), overtaken);
        QVERIFY(flow->secret().isEmpty());
    }

    /// What keeps a repeat from being looked at says nothing about the request before it.
    void aRepeatThatIsNotLookedAtTellsNothing()
    {
        const auto flow = issueFlow();
        lose(issuePath);
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::OutcomeUnknown));
        m_fixture->transport.problem("POST", issuePath, 403, u"forbidden"_s);
        flow->retry();
        QVERIFY(flow->isBusy());
        QVERIFY(reaches(*flow, FlowState::OutcomeUnknown));
        m_fixture->transport.problem("POST", issuePath, 409, u"partner_not_active"_s);
        flow->retry();
        QVERIFY(reaches(*flow, FlowState::Failed));
        QVERIFY(!flow->isOvertaken());
    }

    /// The repeat is told that the secret was made and is void: something came later, and it was not refused.
    void aRepeatOfAVoidSecretWasOvertaken()
    {
        const auto flow = issueFlow();
        lose(issuePath);
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::OutcomeUnknown));
        m_fixture->transport.problem("POST", issuePath, 410, u"credential_void"_s);
        flow->retry();
        QVERIFY(reaches(*flow, FlowState::Failed));
        QVERIFY(flow->isOvertaken());
    }

    /// In whose hands the secret is decides: while asking, such trouble ends the try; while acknowledging, it
    /// may be repeated.
    void troubleThatPasses_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("passes");
        QTest::newRow("unreachable") << int(TransportFault::Unreachable) << 0 << true;
        QTest::newRow("tls") << int(TransportFault::Tls) << 0 << true;
        QTest::newRow("unreadable") << -1 << 0 << true;
        QTest::newRow("rate limited") << -1 << 429 << true;
        QTest::newRow("service") << -1 << 500 << true;
        QTest::newRow("session") << -1 << 401 << true;
        QTest::newRow("forbidden") << -1 << 403 << false;
        QTest::newRow("gone") << -1 << 410 << false;
        QTest::newRow("refused") << -1 << 422 << false;
    }
    void troubleThatPasses()
    {
        QFETCH(const int, fault);
        QFETCH(const int, status);
        QFETCH(const bool, passes);
        const auto trouble = [&](const QString &path) {
            m_fixture->transport
                .on("POST", path,
                    [fault, status](const SentRequest &) -> TransportResult {
                        if (fault >= 0)
                            return tl::make_unexpected(TransportError{TransportFault(fault), {}});
                        return status > 0 ? ScriptedTransport::problemResponse(status, u"x"_s)
                                          : ScriptedTransport::response(200, "{}");
                    })
                .always();
        };
        const auto flow = issueFlow();
        m_fixture->transport.on("POST", issuePath,
                                [this](const SentRequest &sent) { return m_service.issue(sent); });
        trouble(ackPath);
        flow->submit();
        QVERIFY(reaches(*flow, passes ? FlowState::OutcomeUnknown : FlowState::Failed));
        const auto next = issueFlow();
        trouble(issuePath);
        next->submit();
        QVERIFY(reaches(*next, FlowState::Failed));
    }

private:
    /// Loses the answer of the request, or of its acknowledgement, lets the feed speak, and looks what
    /// becomes of it.
    void check(IssuingFlow &flow, const QString &path, const QString &ack, bool opened, const QString &where,
               const QJsonObject &seen, bool goesOn)
    {
        const auto issue = [this](const SentRequest &sent) { return m_service.issue(sent); };
        const auto acknowledge = [this](const SentRequest &sent) { return m_service.ack(sent); };
        flow.follow(m_fixture->feed);
        if (opened)
            m_fixture->transport.on("POST", path, issue);
        lose(opened ? ack : path);
        flow.submit();
        QVERIFY(reaches(flow, FlowState::OutcomeUnknown));
        QCOMPARE(flow.credential().has_value(), opened);
        m_fixture->transport.reply("GET", where, seen);
        const auto before = m_fixture->transport.sent().size();
        if (goesOn && !opened)
            m_fixture->transport.on("POST", path, issue);
        if (goesOn)
            m_fixture->transport.on("POST", ack, acknowledge);
        m_fixture->tell(ChangeKind::Credential);
        QCOMPARE(m_fixture->transport.sent().size() - before, !goesOn ? 1 : opened ? 2 : 3);
        QCOMPARE(flow.state(), goesOn ? FlowState::Holding : FlowState::OutcomeUnknown);
        if (goesOn)
            return m_fixture->tellReset(); // nothing is unknown any more: nobody looks
        m_fixture->transport.reply("GET", where, seen);
        m_fixture->transport.problem("POST", opened ? ack : path, 410, u"credential_void"_s);
        m_fixture->tellReset(); // it looks again, and sees the same
        QCOMPARE(flow.state(), FlowState::OutcomeUnknown);
        flow.retry();
        QVERIFY(reaches(flow, FlowState::Failed));
    }
    void lose(const QString &path)
    {
        for (int i = 0; i <= ApiCaller::maxRepeats; ++i)
            m_fixture->transport.fault("POST", path, TransportFault::Lost);
    }
    std::unique_ptr<IssueFlow> issueFlow()
    {
        auto flow = std::make_unique<IssueFlow>(m_fixture->credentials, m_service.random, u"prt_0001"_s);
        IssueRequest request;
        request.name = u"key"_s;
        request.scopes = {u"orders:read"_s};
        request.owner = u"ops-1"_s;
        request.expiresAt = m_fixture->clock.now().addDays(90);
        flow->setRequest(request);
        return flow;
    }
    bool reaches(const IssuingFlow &flow, FlowState state)
    {
        for (int i = 0; i < 200; ++i) {
            QCoreApplication::processEvents();
            if (flow.state() == state)
                return true;
            m_fixture->clock.advance(500ms);
        }
        return false;
    }

    const QString issuePath = u"/partners/prt_0001/credentials"_s;
    const QString credentialPath = u"/credentials/crd_0000000000000001"_s;
    const QString rotatePath = u"/credentials/crd_0000000000000001/rotate"_s;
    const QString ackPath = u"/credentials/crd_0000000000000001/generations/1/ack"_s;
    FakeService m_service;
    std::unique_ptr<ModelFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestSecretLook)
#include "tst_secret_look.moc"

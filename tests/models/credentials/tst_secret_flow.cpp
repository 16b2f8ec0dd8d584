// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/api_caller.h"
#include "client/sign_in/session_token.h"
#include "models/credentials/issuing_flow.h"
#include "tests/models/base/fake_service.h"
#include "tests/support/manual_clock.h"

#include <QJsonDocument>
#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Issue and rotate over a network that loses replies: at most one usable secret per intent, and the operator
/// gets it.
namespace {

/// Asks for a kind that has no secret.
class KeyFlow final : public IssuingFlow
{
public:
    KeyFlow(client::CredentialsClient &credentials, RandomSource &random)
        : IssuingFlow(credentials, random, nullptr)
    {
    }
    QByteArray sealTo = "not asked yet";

private:
    CredentialKind kind() const override { return CredentialKind::Unknown; }
    client::Call request(const QByteArray &seal, const client::IdempotencyKey &key,
                         client::Callback<SealedIssue> callback) override
    {
        sealTo = seal;
        return credentials().issue(u"prt_0001"_s, IssueRequest(), key, this, std::move(callback));
    }
    client::Call look(std::function<void()> seen) override
    {
        return credentials().get(sampleCredential().id, this, [seen](const auto &result) {
            if (result)
                seen();
        });
    }
    bool mayConcern(const Change &change) const override { return change.mayConcernPartner(u"prt_0001"_s); }
};

} // namespace

class TestSecretFlow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = FakeService();
        m_transport = std::make_unique<ScriptedTransport>();
        m_api = std::make_unique<ApiCaller>(*m_transport, m_token, m_clock);
        m_credentials = std::make_unique<CredentialsClient>(*m_api);
    }

    /// Issuing is one thing, delivering a secret another: without a secret nothing is sealed, acknowledged or
    /// held, and an answer that was lost is asked for with the same key all the same.
    void aKindWithoutASecretIsIssuedWithoutDelivery()
    {
        KeyFlow flow(*m_credentials, m_random);
        QList<FlowState> states;
        connect(&flow, &IssuingFlow::stateChanged, this, [&] { states.append(flow.state()); });
        for (int i = 0; i <= ApiCaller::maxRepeats; ++i)
            m_transport->fault("POST", issuePath, TransportFault::Lost);
        flow.holdBack(); // there is nothing that could be
        flow.submit();
        QVERIFY(reaches(flow, FlowState::OutcomeUnknown));
        QCOMPARE(flow.sealTo, QByteArray());
        Credential made = sampleCredential();
        const SealedIssue answer{made, 1, QByteArray(), m_clock.now()};
        m_transport->reply("POST", issuePath, toJson(answer), 201);
        flow.retry();
        QVERIFY(reaches(flow, FlowState::Done));
        QCOMPARE(states, (QList<FlowState>{FlowState::Working, FlowState::OutcomeUnknown, FlowState::Working,
                                           FlowState::Done}));
        QCOMPARE(flow.credential()->id, made.id);
        QVERIFY(flow.secret().isEmpty());
        QVERIFY(m_transport->isUsedUp());
        QSet<QByteArray> keys;
        for (const SentRequest &sent : m_transport->sent())
            keys.insert(sent.header("Idempotency-Key"));
        QCOMPARE(keys.size(), 1);
    }

    /// Whoever left brings no secret into force: it waits here until somebody asks for it.
    void whatIsHeldBackIsNotAcknowledged()
    {
        m_transport->on("POST", issuePath, issueAnswer());
        m_transport->on("POST", ackPath, ackAnswer());
        auto flow = issueFlow();
        flow->submit();
        flow->holdBack();
        QTRY_COMPARE(flow->state(), FlowState::HeldBack);
        QVERIFY(!flow->isBusy());
        QVERIFY(flow->secret().isEmpty());
        QCOMPARE(m_transport->sent().size(), 1); // no acknowledgement
        flow->take();
        QTRY_COMPARE(flow->state(), FlowState::Holding);
        QVERIFY(Secret::equals(flow->secret().view(), m_service.plain));
        flow->finish();
    }

    void nothingIsShownBeforeItIsAcknowledged()
    {
        m_transport->on("POST", issuePath, issueAnswer());
        m_transport->on("POST", ackPath, ackAnswer()).hold();
        auto flow = issueFlow();
        QList<FlowState> states;
        connect(flow.get(), &IssuingFlow::stateChanged, this, [&] {
            states.append(flow->state());
            if (flow->state() != FlowState::Holding)
                QVERIFY(flow->secret().isEmpty());
        });
        flow->submit();
        QTRY_COMPARE(flow->state(), FlowState::Confirming);
        QTRY_COMPARE(m_transport->heldCount(), 1);
        QVERIFY(flow->secret().isEmpty());
        QVERIFY(m_transport->release());
        QTRY_COMPARE(flow->state(), FlowState::Holding);
        QVERIFY(Secret::equals(flow->secret().view(), m_service.plain));
        QCOMPARE(flow->credential()->state, CredentialState::Active);
        QCOMPARE(states, (QList<FlowState>{FlowState::Working, FlowState::Confirming, FlowState::Holding}));
        flow->finish();
        QVERIFY(flow->secret().isEmpty());
        QCOMPARE(flow->state(), FlowState::Done);
        QCOMPARE(m_service.activations, 1);
    }

    /// The service committed, the reply was lost: the repeat gets the same bytes.
    void issueReplyLostAfterCommit()
    {
        m_transport->on("POST", issuePath, lost(issueAnswer()));
        m_transport->on("POST", issuePath, issueAnswer());
        m_transport->on("POST", ackPath, ackAnswer());
        auto flow = issueFlow();
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::Holding));
        QVERIFY(Secret::equals(flow->secret().view(), m_service.plain));
        QCOMPARE(m_service.pendings, 1);
        QCOMPARE(m_service.activations, 1);
    }

    void ackReplyLostAfterCommit()
    {
        m_transport->on("POST", issuePath, issueAnswer());
        m_transport->on("POST", ackPath, lost(ackAnswer()));
        m_transport->on("POST", ackPath, ackAnswer());
        auto flow = issueFlow();
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::Holding));
        QVERIFY(Secret::equals(flow->secret().view(), m_service.plain));
        QCOMPARE(m_service.pendings, 1);
        QCOMPARE(m_service.activations, 1);
    }

    void rotateReplyLostAfterCommit()
    {
        m_service.generation = 2;
        m_transport->on("POST", rotatePath, lost(issueAnswer()));
        m_transport->on("POST", rotatePath, issueAnswer());
        m_transport->on("POST", ack2Path, lost(ackAnswer()));
        m_transport->on("POST", ack2Path, ackAnswer());
        Versioned<Credential> before{sampleCredential(), u"\"2\""_s};
        RotateFlow flow(*m_credentials, m_random, before);
        QVERIFY(!flow.needsEmergency());
        flow.submit();
        QVERIFY(reaches(flow, FlowState::Holding));
        QVERIFY(Secret::equals(flow.secret().view(), m_service.plain));
        QCOMPARE(flow.generation(), 2);
        QCOMPARE(m_service.pendings, 1);
        QCOMPARE(m_service.activations, 1);
        const auto sent = m_transport->sentTo("POST", rotatePath);
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent.at(0).header("Idempotency-Key"), sent.at(1).header("Idempotency-Key"));
        QCOMPARE(sent.at(0).header("If-Match"), QByteArray("\"2\""));
        QCOMPARE(sent.at(0).body, sent.at(1).body);
    }

    /// Nothing comes back for long: an honest state, and retry() goes on where it stood.
    void anUnknownOutcomeIsResumedWithTheSameKeys()
    {
        for (int i = 0; i <= ApiCaller::maxRepeats; ++i)
            m_transport->on("POST", issuePath, lost(issueAnswer()));
        auto flow = issueFlow();
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::OutcomeUnknown));
        QCOMPARE(flow->error()->kind, ErrorKind::OutcomeUnknown);
        flow->submit(); // not a new intent
        QCOMPARE(flow->state(), FlowState::OutcomeUnknown);

        m_transport->on("POST", issuePath, issueAnswer());
        for (int i = 0; i <= ApiCaller::maxRepeats; ++i)
            m_transport->on("POST", ackPath, lost(ackAnswer()));
        flow->retry();
        QVERIFY(reaches(*flow, FlowState::OutcomeUnknown));
        QVERIFY(flow->secret().isEmpty());
        QVERIFY(flow->error());
        m_transport->on("POST", ackPath, ackAnswer());
        flow->retry();
        QVERIFY(!flow->error()); // it is of the try before
        QVERIFY(reaches(*flow, FlowState::Holding));
        QVERIFY(!flow->error());
        QVERIFY(Secret::equals(flow->secret().view(), m_service.plain));
        QCOMPARE(m_service.pendings, 1);
        QCOMPARE(m_service.activations, 1);
    }

    /// Offline between issue and acknowledgement: what is in our hands is not thrown away.
    void offlineBeforeTheAckIsResumed()
    {
        m_transport->on("POST", issuePath, issueAnswer());
        m_transport->fault("POST", ackPath, TransportFault::Unreachable);
        auto flow = issueFlow();
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::OutcomeUnknown));
        QVERIFY(flow->error());
        m_transport->on("POST", ackPath, ackAnswer());
        flow->retry();
        QVERIFY(!flow->error()); // it is of the try before
        QVERIFY(reaches(*flow, FlowState::Holding));
        QVERIFY(!flow->error());
        QCOMPARE(m_service.activations, 1);
    }

    void aRefusalIsFinalAndMayBeCorrected()
    {
        m_transport->problem("POST", issuePath, 409, u"partner_not_active"_s);
        auto flow = issueFlow();
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::Failed));
        QCOMPARE(flow->error()->code(), ProblemCode::PartnerNotActive);
        m_transport->on("POST", issuePath, issueAnswer());
        m_transport->on("POST", ackPath, ackAnswer());
        flow->submit();
        QVERIFY(!flow->error());
        QVERIFY(reaches(*flow, FlowState::Holding));
        const auto sent = m_transport->sentTo("POST", issuePath);
        QVERIFY(sent.at(0).header("Idempotency-Key") != sent.at(1).header("Idempotency-Key"));
        QVERIFY(sent.at(0).body != sent.at(1).body); // another key pair
    }

    void aSecretThatIsGoneIsSaidSo()
    {
        m_transport->problem("POST", issuePath, 410, u"secret_gone"_s);
        auto flow = issueFlow();
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::Gone));
    }

    void aVoidGenerationFails()
    {
        m_transport->on("POST", issuePath, issueAnswer());
        m_transport->problem("POST", ackPath, 410, u"credential_void"_s);
        auto flow = issueFlow();
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::Failed));
        QVERIFY(flow->isOvertaken()); // made, and never in force: not the same as refused
        QVERIFY(flow->secret().isEmpty());
    }

    /// Bytes sealed to somebody else, or changed on the way, are never acknowledged.
    void aForgedAnswerIsNotAcknowledged()
    {
        m_transport->on("POST", issuePath, [this](const SentRequest &sent) -> TransportResult {
            (void)m_service.issue(sent);
            const SealingKey other = SealingKey::generate(m_random);
            const QString key = QString::fromLatin1(sent.header("Idempotency-Key"));
            const auto sealed = seal(other.publicKey(), Secret::copyOf(m_service.plain),
                                     {m_service.credential.id, 1, key}, m_random);
            const SealedIssue answer{m_service.credential, 1, *sealed, m_clock.now()};
            return ScriptedTransport::response(201, QJsonDocument(toJson(answer)).toJson());
        });
        auto flow = issueFlow();
        flow->submit();
        QVERIFY(reaches(*flow, FlowState::Failed));
        QCOMPARE(flow->error()->kind, ErrorKind::Protocol);
        QCOMPARE(m_service.activations, 0);
    }

    void destroyingTheFlowCancels()
    {
        m_transport->on("POST", issuePath, issueAnswer()).hold();
        {
            auto flow = issueFlow();
            flow->submit();
            QTRY_COMPARE(m_transport->heldCount(), 1);
        }
        QCOMPARE(m_transport->aborted(), 1);
    }

    void emergencyIsAskedForWhileRotating()
    {
        Versioned<Credential> before{sampleCredential(), u"\"2\""_s};
        before.value.state = CredentialState::Rotating;
        const RotateFlow flow(*m_credentials, m_random, before);
        QVERIFY(flow.needsEmergency());
        QVERIFY(flow.request().emergency);
    }

    /// What the table of limits does not allow is told at its field, without a request.
    void whatIsCertainlyRefusedIsNotSent()
    {
        RotateFlow rotation(*m_credentials, m_random, {sampleCredential(), u"\"2\""_s});
        RotateRequest longer = rotation.request();
        longer.graceSeconds = 8 * 86400;
        rotation.setRequest(longer);
        auto issue = issueFlow();
        IssueRequest nameless = issue->request();
        nameless.name.clear();
        issue->setRequest(nameless);
        for (auto &[flow, pointer] :
             {std::pair<IssuingFlow *, QString>(&rotation, u"/grace_seconds"_s), {issue.get(), u"/name"_s}}) {
            flow->submit();
            QCOMPARE(flow->state(), FlowState::Failed);
            QCOMPARE(flow->error()->kind, ErrorKind::Validation);
            QCOMPARE(flow->error()->problem->errors.first().pointer, pointer);
            QVERIFY(!flow->isOvertaken());
        }
        QVERIFY(m_transport->sent().isEmpty());
    }

    void requestsAreCheckedBeforehand()
    {
        using F = rules::FieldFault;
        using Problems = QList<rules::FieldProblem>;
        const QDateTime now = m_clock.now();
        IssueRequest request;
        QCOMPARE(validateIssue(request, {u"orders:read"_s}, now),
                 (Problems{{u"/name"_s, F::Required},
                           {u"/scopes"_s, F::Required},
                           {u"/owner"_s, F::Required},
                           {u"/expires_at"_s, F::Required}}));
        const auto has = [&](const QString &pointer, F fault) {
            return validateIssue(request, {}, now).contains({pointer, fault});
        };
        request.name = QString(81, u'k');
        QVERIFY(has(u"/name"_s, F::TooLong) && has(u"/owner"_s, F::Required));
        request.name = u' ' + QString(80, u'k'); // as the service keeps it
        QVERIFY(!has(u"/name"_s, F::TooLong));
        request.name = u"  "_s;
        QVERIFY(has(u"/name"_s, F::Required));
        request.name = u"key"_s;
        request.owner = u" "_s;
        QVERIFY(has(u"/owner"_s, F::NotText));
        request.owner = u"ops-1"_s;
        request.reason = QString(501, u'r');
        QVERIFY(has(u"/reason"_s, F::TooLong));
        request.reason.clear();
        request.scopes = {u"orders:read"_s, u"orders:write"_s};
        request.expiresAt = now.addDays(367);
        QCOMPARE(validateIssue(request, {u"orders:read"_s}, now),
                 (Problems{{u"/scopes/1"_s, F::NotGranted, u"orders:write"_s},
                           {u"/expires_at"_s, F::TooFarAhead}}));
        request.scopes = {u"orders:read"_s};
        request.expiresAt = now;
        QCOMPARE(validateIssue(request, {u"orders:read"_s}, now),
                 (Problems{{u"/expires_at"_s, F::InThePast}}));
        request.expiresAt = now.addYears(1);
        QVERIFY(validateIssue(request, {u"orders:read"_s}, now).isEmpty());
    }

private:
    using Answer = ScriptedTransport::Answer;

    Answer issueAnswer()
    {
        return [this](const SentRequest &sent) { return m_service.issue(sent); };
    }
    Answer ackAnswer()
    {
        return [this](const SentRequest &sent) { return m_service.ack(sent); };
    }
    /// The service acts, and its reply is lost.
    static Answer lost(const Answer &act)
    {
        return [act](const SentRequest &sent) -> TransportResult {
            (void)act(sent);
            return tl::make_unexpected(TransportError{TransportFault::Lost, u"scripted"_s});
        };
    }
    std::unique_ptr<IssueFlow> issueFlow()
    {
        auto flow = std::make_unique<IssueFlow>(*m_credentials, m_random, u"prt_0001"_s);
        IssueRequest request;
        request.name = u"key"_s;
        request.scopes = {u"orders:read"_s};
        request.owner = u"ops-1"_s;
        request.expiresAt = m_clock.now().addDays(90);
        flow->setRequest(request);
        return flow;
    }
    bool reaches(const IssuingFlow &flow, FlowState state)
    {
        for (int i = 0; i < 200; ++i) {
            QCoreApplication::processEvents();
            if (flow.state() == state)
                return true;
            m_clock.advance(500ms);
        }
        return false;
    }

    const QString issuePath = u"/partners/prt_0001/credentials"_s;
    const QString rotatePath = u"/credentials/crd_0000000000000001/rotate"_s;
    const QString ackPath = u"/credentials/crd_0000000000000001/generations/1/ack"_s;
    const QString ack2Path = u"/credentials/crd_0000000000000001/generations/2/ack"_s;
    SystemRandom m_random;
    ManualClock m_clock;
    SessionToken m_token{Secret::copyOf("token-1")};
    FakeService m_service;
    std::unique_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<ApiCaller> m_api;
    std::unique_ptr<CredentialsClient> m_credentials;
};

QTEST_GUILESS_MAIN(TestSecretFlow)
#include "tst_secret_flow.moc"

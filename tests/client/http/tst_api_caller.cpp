// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/partners_client.h"
#include "client/api/session_client.h"
#include "client/http/api_caller.h"
#include "client/http/stale.h"
#include "client/sign_in/session_token.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What every call has in common: headers, errors, renewal, repeats.
class TestApiCaller final : public QObject
{
    Q_OBJECT

    using PartnerResult = Result<Versioned<Partner>>;

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<ScriptedTransport>();
        m_token = std::make_unique<SessionToken>(Secret::copyOf("token-1"));
        m_api = std::make_unique<ApiCaller>(*m_transport, *m_token, m_clock);
        m_partners = std::make_unique<PartnersClient>(*m_api);
        m_result.reset();
    }
    void cleanup()
    {
        QVERIFY(m_transport->isUsedUp());
        m_call.cancel();
    }

    void aReadCarriesTokenAndTrace()
    {
        m_transport->reply("GET", path, toJson(samplePartner()), 200, "\"9\"");
        const auto result = get();
        QVERIFY(result.has_value());
        QCOMPARE(result->value, samplePartner());
        QCOMPARE(result->etag, u"\"9\""_s);
        const SentRequest &sent = m_transport->last();
        QCOMPARE(sent.bearer, QByteArray("token-1"));
        QVERIFY(sent.header("Idempotency-Key").isEmpty());
        QVERIFY(sent.header("If-Match").isEmpty());
        QVERIFY(sent.body.isEmpty());
        const QRegularExpression trace(u"^00-[0-9a-f]{32}-[0-9a-f]{16}-01$"_s);
        QVERIFY(trace.match(QString::fromLatin1(sent.header("traceparent"))).hasMatch());
        const QRegularExpression id(u"^req_[0-9a-f]{32}$"_s);
        QVERIFY(id.match(QString::fromLatin1(sent.header("X-Request-Id"))).hasMatch());
    }

    void aWriteCarriesKeyAndVersion()
    {
        m_transport->reply("PUT", path, toJson(samplePartner()));
        const IdempotencyKey key = IdempotencyKey::make();
        QVERIFY(edit(key).has_value());
        const SentRequest &sent = m_transport->last();
        QCOMPARE(sent.header("Idempotency-Key"), key.text());
        QCOMPARE(sent.header("If-Match"), QByteArray("\"3\""));
        QCOMPARE(sent.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(sent.json().value(u"name"_s).toString(), u"New name"_s);
    }

    void keysDiffer()
    {
        QSet<QByteArray> keys;
        for (int i = 0; i < 1000; ++i)
            keys.insert(IdempotencyKey::make().text());
        QCOMPARE(keys.size(), 1000);
        QCOMPARE(keys.begin()->size(), 22);
    }

    void pathParametersAreEncoded()
    {
        m_transport->problem("GET", u"/partners/a%2Fb%20c"_s, 404, u"not_found"_s);
        QCOMPARE(get(u"a/b c"_s).error().kind, ErrorKind::NotFound);
    }

    void statusesBecomeKinds_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("400") << 400 << u"bad_parameter"_s << ErrorKind::Validation;
        QTest::newRow("403") << 403 << u"forbidden"_s << ErrorKind::Forbidden;
        QTest::newRow("403 step up") << 403 << u"step_up_required"_s << ErrorKind::StepUpRequired;
        QTest::newRow("404") << 404 << u"not_found"_s << ErrorKind::NotFound;
        QTest::newRow("409") << 409 << u"already_revoked"_s << ErrorKind::Conflict;
        QTest::newRow("410") << 410 << u"secret_gone"_s << ErrorKind::NotFound;
        QTest::newRow("422") << 422 << u"validation_failed"_s << ErrorKind::Validation;
        QTest::newRow("428") << 428 << u"if_match_required"_s << ErrorKind::Stale;
        QTest::newRow("429") << 429 << u"rate_limited"_s << ErrorKind::RateLimited;
        QTest::newRow("500") << 500 << u"internal"_s << ErrorKind::Server;
        QTest::newRow("503") << 503 << u"store_busy"_s << ErrorKind::Server;
        QTest::newRow("507") << 507 << u"refused_not_durable"_s << ErrorKind::Server;
        QTest::newRow("418") << 418 << u"teapot"_s << ErrorKind::Protocol;
    }
    void statusesBecomeKinds()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(ErrorKind, kind);
        m_transport->problem("GET", path, status, code);
        const auto result = get();
        QCOMPARE(result.error().kind, kind);
        QCOMPARE(result.error().status, status);
        QCOMPARE(result.error().problem->code, code);
        QCOMPARE(result.error().requestId, u"req_scripted"_s);
    }

    /// 307 would carry body and token to another host: it is an error, and nothing else is sent.
    void redirectsAreRefused()
    {
        for (const int status : {301, 302, 303, 307, 308}) {
            HttpResponse answer = ScriptedTransport::response(status, {});
            answer.headers.emplaceBack("location", "https://elsewhere.example/");
            m_transport->on("PUT", path, [answer](const SentRequest &) { return answer; });
            const auto result = edit(IdempotencyKey::make());
            QCOMPARE(result.error().kind, ErrorKind::Protocol);
            QCOMPARE(result.error().status, status);
        }
        QCOMPARE(m_transport->sent().size(), 5);
    }

    void wrongJsonIsAProtocolError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("no id") << QByteArray("{}");
        QTest::newRow("cut") << QByteArray("{\"id\": \"prt_1\", ");
    }
    void wrongJsonIsAProtocolError()
    {
        QFETCH(QByteArray, body);
        m_transport->raw("GET", path, body);
        const auto result = get();
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        QCOMPARE(result.error().status, 200);
        QVERIFY(!result.error().detail.isEmpty());
    }

    void aCutReadIsOffline()
    {
        m_transport->fault("GET", path, TransportFault::Lost);
        QCOMPARE(get().error().kind, ErrorKind::Offline);
        m_transport->fault("GET", path, TransportFault::TimedOut);
        QCOMPARE(get().error().kind, ErrorKind::Timeout);
        m_transport->fault("GET", path, TransportFault::Tls);
        QCOMPARE(get().error().kind, ErrorKind::Tls);
        m_transport->fault("GET", path, TransportFault::TooLarge);
        QCOMPARE(get().error().kind, ErrorKind::Protocol);
    }

    void rateLimitSaysWhenToRetry()
    {
        HttpResponse answer = ScriptedTransport::problemResponse(429, u"rate_limited"_s);
        answer.headers.emplaceBack("retry-after", "17");
        m_transport->on("GET", path, [answer](const SentRequest &) { return answer; });
        const auto result = get();
        QCOMPARE(result.error().kind, ErrorKind::RateLimited);
        QCOMPARE(result.error().problem->retryAfter, std::optional<int>(17));
    }

    void validationNamesTheFields()
    {
        const QJsonArray errors{
            QJsonObject{{u"pointer"_s, u"/slug"_s}, {u"code"_s, u"taken"_s}, {u"detail"_s, u"x"_s}}};
        m_transport->problem("PUT", path, 422, u"validation_failed"_s, {{u"errors"_s, errors}});
        const auto result = edit(IdempotencyKey::make());
        QCOMPARE(result.error().problem->errors, (QList<FieldError>{{u"/slug"_s, u"taken"_s, u"x"_s}}));
        QVERIFY(nothingChanged(result.error().kind));
    }

    void staleCarriesTheCurrentState()
    {
        Partner now = samplePartner();
        now.version = 8;
        now.owner = u"ops-2"_s;
        m_transport->problem("PUT", path, 412, u"stale"_s,
                             {{u"current"_s, toJson(now)}, {u"etag"_s, u"\"8\""_s}});
        const auto result = edit(IdempotencyKey::make());
        QCOMPARE(result.error().kind, ErrorKind::Stale);
        const auto current = currentState<Partner>(result.error());
        QVERIFY(current.has_value());
        QCOMPARE(current->value, now);
        QCOMPARE(current->etag, u"\"8\""_s);
    }

    void aRefusedTokenIsRenewedOnceAndTheCallRepeated()
    {
        m_transport->problem("GET", path, 401, u"unauthorized"_s);
        m_transport->reply("GET", path, toJson(samplePartner()));
        m_token->setRenewer([this](std::function<void(bool)> done) {
            m_token->set(Secret::copyOf("token-2"));
            done(true);
        });
        QVERIFY(get().has_value());
        QCOMPARE(m_transport->sent().at(0).bearer, QByteArray("token-1"));
        QCOMPARE(m_transport->sent().at(1).bearer, QByteArray("token-2"));
    }

    void aTokenRefusedTwiceIsUnauthorized()
    {
        m_transport->problem("GET", path, 401, u"unauthorized"_s);
        m_transport->problem("GET", path, 401, u"unauthorized"_s);
        int renewals = 0;
        m_token->setRenewer([&](std::function<void(bool)> done) {
            ++renewals;
            m_token->set(Secret::copyOf("token-2"));
            done(true);
        });
        QCOMPARE(get().error().kind, ErrorKind::Unauthorized);
        QCOMPARE(renewals, 1);
    }

    void aSessionThatCannotBeRenewedHasEnded()
    {
        m_transport->problem("GET", path, 401, u"unauthorized"_s);
        QCOMPARE(get().error().kind, ErrorKind::Unauthorized);
    }

    /// A write that was refused for its token is the same intent when repeated: same key.
    void renewalKeepsTheKey()
    {
        m_transport->problem("PUT", path, 401, u"unauthorized"_s);
        m_transport->reply("PUT", path, toJson(samplePartner()));
        m_token->setRenewer([this](std::function<void(bool)> done) {
            m_token->set(Secret::copyOf("token-2"));
            done(true);
        });
        QVERIFY(edit(IdempotencyKey::make()).has_value());
        QCOMPARE(m_transport->sent().at(0).header("Idempotency-Key"),
                 m_transport->sent().at(1).header("Idempotency-Key"));
    }

    void renewingDoesNotRenew()
    {
        m_transport->problem("POST", u"/session/renew"_s, 401, u"unauthorized"_s);
        m_token->setRenewer([](const std::function<void(bool)> &) { QFAIL("renewed a renewal"); });
        SessionClient sessions(*m_api);
        std::optional<ErrorKind> kind;
        m_call = sessions.renew(&m_context, [&](Result<FreshToken> result) { kind = result.error().kind; });
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, ErrorKind::Unauthorized);
    }

    void aWriteWhoseAnswerWasLostIsRepeatedWithTheSameKey()
    {
        m_transport->fault("PUT", path, TransportFault::Lost);
        m_transport->fault("PUT", path, TransportFault::TimedOut);
        m_transport->reply("PUT", path, toJson(samplePartner()));
        const IdempotencyKey key = IdempotencyKey::make();
        QVERIFY(edit(key, true).has_value());
        QCOMPARE(m_transport->sent().size(), 3);
        for (const SentRequest &sent : m_transport->sent())
            QCOMPARE(sent.header("Idempotency-Key"), key.text());
        QCOMPARE(m_transport->sent().at(0).body, m_transport->sent().at(2).body);
    }

    void anOutcomeThatStaysUnknownIsSaidSo()
    {
        for (int i = 0; i <= ApiCaller::maxRepeats; ++i)
            m_transport->fault("PUT", path, TransportFault::Lost);
        const auto result = edit(IdempotencyKey::make(), true);
        QCOMPARE(result.error().kind, ErrorKind::OutcomeUnknown);
        QVERIFY(!nothingChanged(result.error().kind));
        QCOMPARE(m_transport->sent().size(), ApiCaller::maxRepeats + 1);
    }

    /// It never left: nothing happened, and nothing is repeated behind the operator's back.
    void aWriteThatNeverLeftIsOffline()
    {
        m_transport->fault("PUT", path, TransportFault::Unreachable);
        QCOMPARE(edit(IdempotencyKey::make()).error().kind, ErrorKind::Offline);
        QCOMPARE(m_transport->sent().size(), 1);
    }

    /// Lost once, then unreachable: the first try may have arrived.
    void lostThenUnreachableIsUnknown()
    {
        m_transport->fault("PUT", path, TransportFault::Lost);
        for (int i = 0; i < ApiCaller::maxRepeats; ++i)
            m_transport->fault("PUT", path, TransportFault::Unreachable);
        QCOMPARE(edit(IdempotencyKey::make(), true).error().kind, ErrorKind::OutcomeUnknown);
    }

    void lostThenRefusedBeforeTheKeyIsUnknown()
    {
        m_transport->fault("PUT", path, TransportFault::Lost);
        m_transport->problem("PUT", path, 401, u"unauthorized"_s);
        QCOMPARE(edit(IdempotencyKey::make(), true).error().kind, ErrorKind::OutcomeUnknown);
    }

    void lostThenRefusedByTheRulesIsThatRefusal()
    {
        m_transport->fault("PUT", path, TransportFault::Lost);
        m_transport->problem("PUT", path, 409, u"partner_not_active"_s);
        QCOMPARE(edit(IdempotencyKey::make(), true).error().kind, ErrorKind::Conflict);
    }

    void aRequestStillInFlightIsWaitedFor()
    {
        m_transport->problem("PUT", path, 409, u"idempotency_in_flight"_s);
        m_transport->reply("PUT", path, toJson(samplePartner()));
        QVERIFY(edit(IdempotencyKey::make(), true).has_value());
    }

    void aGatewayTimeoutSaysNothing()
    {
        m_transport->raw("PUT", path, "<html>504</html>", 504);
        m_transport->reply("PUT", path, toJson(samplePartner()));
        QVERIFY(edit(IdempotencyKey::make(), true).has_value());
    }

    /// A platform that takes the request and says nothing: after its limit the outcome is unknown, once, and
    /// nothing is sent behind the operator's back afterwards.
    void aWriteThatIsNeverAnsweredEndsAtItsLimit()
    {
        m_transport->reply("PUT", path, toJson(samplePartner())).hold();
        std::optional<ErrorKind> kind;
        m_call = m_partners->edit(u"prt_0001"_s, {}, u"\"3\""_s, IdempotencyKey::make(), &m_context,
                                  [&](const PartnerResult &result) { kind = result.error().kind; });
        QTRY_COMPARE(m_transport->heldCount(), 1);
        QCOMPARE(m_api->waitingSinceMs(), std::optional<qint64>(m_clock.monotonicMs()));
        m_clock.advance(ApiCaller::writeLimit - std::chrono::milliseconds(1));
        QCoreApplication::processEvents();
        QVERIFY(!kind);
        m_clock.advance(std::chrono::milliseconds(1));
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(m_transport->aborted(), 1);
        m_clock.advance(std::chrono::minutes(5));
        QCOMPARE(m_transport->sent().size(), 1);
        QCOMPARE(m_clock.pending(), 0);
        QVERIFY(!m_api->waitingSinceMs());
    }

    /// Tries and pauses together end at the limit, however they are spread.
    void repeatsEndAtTheLimitToo()
    {
        m_transport->fault("PUT", path, TransportFault::Lost);
        m_transport->reply("PUT", path, toJson(samplePartner())).hold();
        std::optional<ErrorKind> kind;
        m_call = m_partners->edit(u"prt_0001"_s, {}, u"\"3\""_s, IdempotencyKey::make(), &m_context,
                                  [&](const PartnerResult &result) { kind = result.error().kind; });
        QTRY_COMPARE(m_clock.pending(), 2);
        m_clock.advance(std::chrono::milliseconds(300));
        QTRY_COMPARE(m_transport->heldCount(), 1);
        m_clock.advance(ApiCaller::writeLimit - std::chrono::milliseconds(300));
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, ErrorKind::OutcomeUnknown);
    }

    /// The answer of a write was larger than this client takes: the write was done, so it is neither a
    /// time-out nor repeated, and nobody says that nothing was changed.
    void anAnswerThatIsTooLargeIsNotATimeOut()
    {
        for (const bool write : {false, true}) {
            const auto before = m_transport->sent().size();
            m_transport->fault(write ? "PUT" : "GET", path, TransportFault::TooLarge);
            std::optional<ErrorKind> kind;
            const auto told = [&](const PartnerResult &result) { kind = result.error().kind; };
            m_call = write ? m_partners->edit(u"prt_0001"_s, {}, u"\"3\""_s, IdempotencyKey::make(),
                                              &m_context, told)
                           : m_partners->get(u"prt_0001"_s, &m_context, told);
            QTRY_VERIFY(kind);
            QCOMPARE(*kind, ErrorKind::Protocol);
            QVERIFY(!nothingChanged(*kind));
            m_clock.advance(std::chrono::minutes(1));
            QCOMPARE(m_transport->sent().size(), before + 1);
        }
    }

    void cancellingStopsTheRepeats()
    {
        m_transport->fault("PUT", path, TransportFault::Lost);
        m_call = m_partners->edit(u"prt_0001"_s, {}, u"\"3\""_s, IdempotencyKey::make(), &m_context,
                                  [](const PartnerResult &) { QFAIL("cancelled"); });
        QTRY_COMPARE(m_clock.pending(), 2); // the pause, and the limit of the whole
        m_call.cancel();
        QCOMPARE(m_clock.pending(), 0);
        m_clock.advance(1min);
        QCOMPARE(m_transport->sent().size(), 1);
    }

    void theListenerHears()
    {
        int answered = 0;
        QList<ErrorKind> failed;
        m_api->setListener({[&](std::chrono::milliseconds) { ++answered; },
                            [&](const ApiError &error) { failed.append(error.kind); }});
        m_transport->reply("GET", path, toJson(samplePartner()));
        m_transport->fault("GET", path, TransportFault::Unreachable);
        QVERIFY(get().has_value());
        QVERIFY(!get().has_value());
        QCOMPARE(answered, 1);
        QCOMPARE(failed, QList<ErrorKind>{ErrorKind::Offline});
    }

private:
    PartnerResult get(const QString &id = u"prt_0001"_s)
    {
        m_result.reset();
        m_call =
            m_partners->get(id, &m_context, [this](PartnerResult result) { m_result = std::move(result); });
        return wait(false);
    }

    PartnerResult edit(const IdempotencyKey &key, bool turnClock = false)
    {
        m_result.reset();
        PartnerDraft draft;
        draft.name = u"New name"_s;
        m_call = m_partners->edit(u"prt_0001"_s, draft, u"\"3\""_s, key, &m_context,
                                  [this](PartnerResult result) { m_result = std::move(result); });
        return wait(turnClock);
    }

    PartnerResult wait(bool turnClock)
    {
        for (int i = 0; i < 1000 && !m_result; ++i) {
            QCoreApplication::processEvents();
            if (turnClock)
                m_clock.advance(500ms);
        }
        if (!m_result)
            return failure({ErrorKind::Timeout, -1, {}, u"no answer in this test"_s, {}, {}});
        return *m_result;
    }

    const QString path = u"/partners/prt_0001"_s;
    QObject m_context;
    ManualClock m_clock;
    std::unique_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<SessionToken> m_token;
    std::unique_ptr<ApiCaller> m_api;
    std::unique_ptr<PartnersClient> m_partners;
    std::optional<PartnerResult> m_result;
    Call m_call;
};

QTEST_GUILESS_MAIN(TestApiCaller)
#include "tst_api_caller.moc"

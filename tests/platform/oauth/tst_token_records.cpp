// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "platform/core/decision/record_bounds.h"
#include "platform/core/decision/record_fields.h"
#include "tests/platform/oauth/oauth_fixture.h"

#include <QTest>

using namespace testing;

namespace {

const QByteArray endpoint = "/oauth2/token";
const QByteArray credentials = "grant_type=client_credentials";

/// Requests of tokens, and what is recorded of each.
struct TokenRecording : Platform
{
    /// The one record of the request.
    CallRecord record(HttpRequest request)
    {
        answer = send(std::move(request));
        const CallQueue::Batch batch = calls.takeNow();
        Q_ASSERT(batch.records.size() == 1 && batch.counted.empty());
        return batch.records.front();
    }
    CallRecord record(int n, const QByteArray &more = {})
    {
        return record(basic(endpoint, n, credentials + more));
    }

    [[nodiscard]] static bool isOf(const CallRecord &record, int n)
    {
        return record.partnerId == u"prt_1" && record.generation == 1 &&
               record.credentialId == QString::fromLatin1(clientId(n));
    }

    HttpResponse answer;
};

NetworkRule listed(const QString &network)
{
    NetworkRules rules;
    rules.production = {{network, {}, {}, {}}};
    return networkRuleOf(rules);
}

} // namespace

/// Requests of tokens have records, like calls, and none of a secret.
class TestTokenRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenThatWasGivenIsRecorded()
    {
        TokenRecording recording;
        recording.holder->publish([](const Policy &policy) { return policy.withAuditSize(12); });
        HttpRequest request = TokenRecording::basic(endpoint, 1, credentials);
        request.headers.add("User-Agent", "sync/2");
        request.peerAddress = "192.0.2.9";
        const CallRecord record = recording.record(request);
        QVERIFY(record.isTokenRequest);
        QVERIFY(record.id.startsWith(u"dec_"_s));
        QVERIFY(recording.isOf(record, 1));
        QCOMPARE(record.realm, Realm::Production);
        QCOMPARE(record.requestId, u"req_test"_s);
        QCOMPARE(record.at, toDateTime(noon()));
        QCOMPARE(record.method, u"POST"_s);
        QCOMPARE(record.path, u"/oauth2/token"_s);
        QCOMPARE(record.source, u"192.0.2.9"_s);
        QCOMPARE(record.userAgent, u"sync/2"_s);
        QCOMPARE(record.outcome, Outcome::Served);
        QCOMPARE(record.reason, DecisionReason::Allowed);
        QCOMPARE(record.status, 200);
        QCOMPARE(record.tokenScopes, (QStringList{u"orders:read"_s, u"accounts:read"_s}));
        QCOMPARE(record.requestLength, credentials.size());
        QCOMPARE(record.contentType, u"application/x-www-form-urlencoded"_s);
        QCOMPARE(record.auditSize, 12);
        QCOMPARE(record.snapshot, recording.holder->current()->number());
        QVERIFY(record.routeId.isEmpty() && record.gateway.isEmpty() && !record.limits);

        // By the digest one finds the calls that were made with it.
        const QByteArray token =
            TokenRecording::json(recording.answer).value("access_token"_L1).toString().toLatin1();
        HttpHeaders headers;
        headers.add("Authorization", "Bearer " + token);
        (void)recording.send(TokenRecording::get("/api/v1/orders", headers));
        const CallRecord call = recording.calls.takeNow().records.at(0);
        QCOMPARE(call.tokenDigest, record.tokenDigest);
        QVERIFY(!call.isTokenRequest);
    }

    void everyRefusalHasItsReason()
    {
        using Reason = DecisionReason;
        TokenRecording recording;
        const auto refused = [&recording](HttpRequest request, Reason reason, int status, bool isProven) {
            const CallRecord record = recording.record(std::move(request));
            QCOMPARE(record.reason, reason);
            QCOMPARE(record.status, status);
            QCOMPARE(recording.answer.status, status);
            QCOMPARE(record.outcome, status == 429 ? Outcome::Throttled : Outcome::Refused);
            QVERIFY(record.isTokenRequest && record.tokenDigest.isEmpty());
            QCOMPARE(record.partnerId, isProven ? u"prt_1"_s : QString());
            QCOMPARE(record.generation, isProven ? 1 : 0);
        };
        const auto form = [](const QByteArray &body) { return TokenRecording::form(endpoint, body); };
        const auto basic = [](int n, const QByteArray &body) {
            return TokenRecording::basic(endpoint, n, body);
        };

        HttpRequest json = basic(1, credentials);
        json.headers.set("Content-Type", "application/json");
        refused(json, Reason::BadRequest, 400, false);
        refused(basic(1, credentials + "&scope=a&scope=b"), Reason::BadRequest, 400, false);
        refused(form(credentials), Reason::MissingCredential, 401, false);
        HttpRequest bearer = form(credentials);
        bearer.headers.add("Authorization", "Bearer something");
        refused(bearer, Reason::MalformedCredential, 401, false);
        refused(basic(1, credentials + "&client_secret=x"), Reason::MultipleCredentials, 400, false);
        refused(form(credentials + "&client_id=" + TokenRecording::clientId(1) + "&client_secret=guess"),
                Reason::MalformedCredential, 401, false);
        refused(form(credentials + "&client_id=" + TokenRecording::clientId(1) +
                     "&client_secret=" + TokenRecording::text(1, 7)),
                Reason::UnknownCredential, 401, false);
        refused(basic(1, "grant_type=password"), Reason::BadRequest, 400, true);
        refused(basic(1, "x=1"), Reason::BadRequest, 400, true);
        refused(basic(1, credentials + "&scope=a%20%20b"), Reason::BadRequest, 400, true);
        refused(basic(1, credentials + "&scope=invoices:read"), Reason::MissingScope, 400, true);
        refused(basic(1, credentials + "&resource=https://nobody.example"), Reason::WrongAudience, 400, true);

        PartnerRule elsewhere = Fixture::partner();
        elsewhere.networks = {listed(u"203.0.113.0/24"_s)};
        recording.set(elsewhere);
        refused(basic(1, credentials), Reason::NetworkNotAllowed, 400, true);
        PartnerRule frozen = Fixture::partner();
        frozen.status = PartnerStatus::Frozen;
        recording.set(frozen);
        refused(basic(1, credentials), Reason::PartnerFrozen, 400, true);
        PartnerRule early = Fixture::partner();
        early.stage = Stage::Sandbox;
        recording.set(early);
        refused(basic(1, credentials), Reason::StageNotAllowed, 400, true);
        recording.set(Fixture::partner());

        const std::pair<CredentialState, Reason> states[]{
            {CredentialState::Suspended, Reason::CredentialSuspended},
            {CredentialState::Revoked, Reason::CredentialRevoked},
            {CredentialState::Pending, Reason::CredentialPending},
            {CredentialState::Expired, Reason::CredentialExpired}};
        for (const auto &[state, reason] : states) {
            CredentialRule rule = recording.fixture.credential(1, CredentialKind::ClientSecret);
            rule.state = state;
            recording.set(rule);
            refused(basic(1, credentials), reason, 401, true);
        }
        recording.holder->publish([](const Policy &policy) { return policy.withDecisions(false); });
        refused(basic(1, credentials), Reason::HistoryNotAccepted, 403, false);
    }

    void aClientThatAsksTooOftenIsRecorded()
    {
        TokenRecording recording;
        int asked = 0;
        while (recording.send(TokenRecording::basic(endpoint, 1, credentials)).status == 200)
            ++asked;
        QCOMPARE(asked, ClientLimits::rateOf(ClientLimits::Act::Token).burst);
        const auto records = recording.calls.takeNow().records;
        QCOMPARE(records.size(), std::size_t(asked + 1));
        QCOMPARE(records.back().reason, DecisionReason::RateLimited);
        QCOMPARE(records.back().outcome, Outcome::Throttled);
        QVERIFY(recording.isOf(records.back(), 1));
    }

    /// Of the scopes that were asked for, those that there are: the others may be any text, and that there
    /// were some is told.
    void onlyKnownScopesAreKept()
    {
        TokenRecording recording;
        const CallRecord record = recording.record(1, "&scope=invoices:read%20my-password%20another");
        QCOMPARE(record.reason, DecisionReason::MissingScope);
        QCOMPARE(record.tokenScopes, (QStringList{u"invoices:read"_s, unknownScope}));
        QCOMPARE(recording.record(1, "&scope=invoices:read").tokenScopes, QStringList(u"invoices:read"_s));
    }

    /// An id is a claim as long as no secret proved it, and only what can be one is kept.
    void claimedIdsAreKeptAsSuch()
    {
        TokenRecording recording;
        const auto claim = [&recording](const QByteArray &id) {
            return recording.record(
                TokenRecording::form(endpoint, credentials + "&client_id=" + id + "&client_secret=x"));
        };
        const CallRecord known = claim(TokenRecording::clientId(1));
        QCOMPARE(known.credentialId, QString::fromLatin1(TokenRecording::clientId(1)));
        QVERIFY(known.partnerId.isEmpty());
        QVERIFY(claim("crd_not-an-id-at-all").credentialId.isEmpty());
        QVERIFY(claim("another-systems-name").credentialId.isEmpty());
    }

    void noSecretIsRecorded()
    {
        TokenRecording recording;
        const QByteArray secret = TokenRecording::text(1);
        QList<QByteArray> records;
        const auto keep = [&](const CallRecord &record) { records.append(toJsonText(record)); };
        keep(recording.record(1));
        keep(recording.record(TokenRecording::form(endpoint, credentials + "&client_id=" + secret +
                                                                 "&client_secret=" + secret)));
        keep(recording.record(TokenRecording::basic(endpoint, 1, credentials + "&scope=" + secret)));
        HttpRequest agent = TokenRecording::basic(endpoint, 1, credentials);
        agent.headers.add("User-Agent", secret);
        keep(recording.record(agent));
        HttpRequest type = TokenRecording::form(endpoint, credentials);
        type.headers.set("Content-Type", secret);
        keep(recording.record(type));
        const QByteArray part = Fixture::secret(1, 1).view().first(16).toByteArray();
        for (const QByteArray &each : std::as_const(records)) {
            QVERIFY2(!each.toLower().contains(part.toLower()), each.constData());
            QVERIFY(!each.contains("grant_type"));
        }
    }

    /// What strangers send, and what one partner is refused, is bounded; nothing else counts it.
    void refusalsAreBounded()
    {
        TokenRecording recording;
        for (int i = 0; i < 3 * RecordBounds::unattributedBurst; ++i)
            (void)recording.send(TokenRecording::form(endpoint, credentials));
        CallQueue::Batch batch = recording.calls.takeNow();
        QCOMPARE(batch.records.size(), std::size_t(RecordBounds::unattributedBurst));
        QVERIFY(batch.counted.empty());

        for (int i = 0; i < 2 * RecordBounds::refusedBurst; ++i)
            (void)recording.send(TokenRecording::basic(endpoint, 1, "grant_type=password"));
        batch = recording.calls.takeNow();
        QCOMPARE(batch.records.size(), std::size_t(RecordBounds::refusedBurst));
        QVERIFY(batch.counted.empty());
        QCOMPARE(recording.fixture.counters.entryCount(), std::size_t(0)); // no quota moved
    }

    void theGatewayInFrontIsNamed()
    {
        TokenRecording recording;
        HttpRequest request = TokenRecording::basic(endpoint, 1, credentials);
        request.listener = ListenerKind::UnixSocket;
        request.headers.add("X-Original-For", "198.51.100.4");
        const CallRecord record = recording.record(request);
        QCOMPARE(record.source, u"198.51.100.4"_s);
        QCOMPARE(record.gateway, QString::fromUtf16(localSocketGateway));
    }

    /// Neither of the other two endpoints gives a token.
    void onlyTokensAreRequestsOfTokens()
    {
        TokenRecording recording;
        for (const QByteArray path : {"/oauth2/introspect", "/oauth2/revoke"})
            (void)recording.send(TokenRecording::basic(path, 1, "token=x"));
        QVERIFY(recording.calls.takeNow().records.empty());
    }
};

QTEST_GUILESS_MAIN(TestTokenRecords)
#include "tst_token_records.moc"

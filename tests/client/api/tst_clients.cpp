// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/access_client.h"
#include "client/api/audit_client.h"
#include "client/api/calls_client.h"
#include "client/api/changes_client.h"
#include "client/api/credentials_client.h"
#include "client/api/networks_client.h"
#include "client/api/partners_client.h"
#include "client/api/session_client.h"
#include "client/api/usage_client.h"
#include "client/http/api_caller.h"
#include "client/sign_in/session_token.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"

#include <QJsonDocument>
#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// One class per resource: what each function sends, and what it makes of the answer.
class TestClients final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<ScriptedTransport>();
        m_api = std::make_unique<ApiCaller>(*m_transport, m_token, m_clock);
    }
    void cleanup() { QVERIFY(m_transport->isUsedUp()); }

    void partnersAreFilteredSortedAndPagedByTheService()
    {
        m_transport->reply("GET", u"/partners"_s, pageOf(QList<Partner>{samplePartner()}, u"c2"_s, 41));
        PartnerQuery query;
        query.text = u"a+b & c"_s;
        query.stages = {Stage::Sandbox, Stage::Limited};
        query.statuses = {PartnerStatus::Frozen};
        query.healths = {Health::Errors};
        query.owner = u"ops-1"_s;
        query.expiringWithinDays = 14;
        query.sort = u"-last_call_at"_s;
        query.limit = 50;
        query.cursor = u"c1"_s;
        PartnersClient partners(*m_api);
        const auto page =
            wait<Page<Partner>>([&](auto done) { return partners.list(query, &m_context, done); });
        QCOMPARE(page->items, QList<Partner>{samplePartner()});
        QCOMPARE(page->nextCursor, u"c2"_s);
        QCOMPARE(page->count, std::optional<qint64>(41));
        const SentRequest &sent = m_transport->last();
        QCOMPARE(sent.queryValue(u"q"_s), u"a+b & c"_s);
        QCOMPARE(sent.queryValue(u"stage"_s), u"sandbox,limited"_s);
        QCOMPARE(sent.queryValue(u"status"_s), u"frozen"_s);
        QCOMPARE(sent.queryValue(u"health"_s), u"errors"_s);
        QCOMPARE(sent.queryValue(u"owner"_s), u"ops-1"_s);
        QCOMPARE(sent.queryValue(u"expiring_within_days"_s), u"14"_s);
        QCOMPARE(sent.queryValue(u"sort"_s), u"-last_call_at"_s);
        QCOMPARE(sent.queryValue(u"limit"_s), u"50"_s);
        QCOMPARE(sent.queryValue(u"cursor"_s), u"c1"_s);
    }

    void theTargetIsEncoded()
    {
        HttpRequest request;
        request.path = u"/admin/v1/partners"_s;
        request.query = {{u"q"_s, u"a+b & c=d#é"_s}, {u"limit"_s, u"5"_s}};
        QCOMPARE(request.target(), QByteArray("/admin/v1/partners?q=a%2Bb%20%26%20c%3Dd%23%C3%A9&limit=5"));
    }

    void anEmptyQueryAsksForNothingItDoesNotMean()
    {
        m_transport->reply("GET", u"/credentials"_s, pageOf(QList<Credential>{sampleCredential()}));
        CredentialsClient credentials(*m_api);
        const auto page =
            wait<Page<Credential>>([&](auto done) { return credentials.list({}, &m_context, done); });
        QCOMPARE(page->items, QList<Credential>{sampleCredential()});
        QStringList names;
        for (const auto &item : m_transport->last().query)
            names.append(item.first);
        QCOMPARE(names, (QStringList{u"sort"_s, u"limit"_s}));
    }

    void partnerActs()
    {
        PartnersClient partners(*m_api);
        const ActRequest act{u"asked by phone"_s, u"OPS-7"_s};
        const IdempotencyKey key = IdempotencyKey::make();
        using R = Versioned<Partner>;
        const QJsonObject json = toJson(samplePartner());
        m_transport->reply("POST", u"/partners/p/freeze"_s, json);
        QVERIFY(wait<R>([&](auto done) { return partners.freeze(u"p"_s, act, key, &m_context, done); }));
        QVERIFY(m_transport->last().header("If-Match").isEmpty());
        QCOMPARE(m_transport->last().json().value(u"reason"_s).toString(), act.reason);
        m_transport->reply("POST", u"/partners/p/unfreeze"_s, json);
        QVERIFY(wait<R>(
            [&](auto done) { return partners.unfreeze(u"p"_s, act, u"\"3\""_s, key, &m_context, done); }));
        QCOMPARE(m_transport->last().header("If-Match"), QByteArray("\"3\""));
        m_transport->reply("POST", u"/partners/p/promote"_s, json);
        QVERIFY(wait<R>(
            [&](auto done) { return partners.promote(u"p"_s, act, u"\"3\""_s, key, &m_context, done); }));
        m_transport->reply("POST", u"/partners"_s, json, 201, "\"1\"");
        const auto created = wait<R>([&](auto done) { return partners.create({}, key, &m_context, done); });
        QCOMPARE(created->etag, u"\"1\""_s);
        m_transport->reply("GET", u"/partners/p/gates"_s, toJson(StageGates{Stage::Limited, {}}));
        const auto gates =
            wait<StageGates>([&](auto done) { return partners.gates(u"p"_s, &m_context, done); });
        QCOMPARE(gates->next, Stage::Limited);
    }

    void credentialLifeCycle()
    {
        CredentialsClient credentials(*m_api);
        const ActRequest act{u"left the company"_s, {}};
        const IdempotencyKey key = IdempotencyKey::make();
        using R = Versioned<Credential>;
        const QJsonObject json = toJson(sampleCredential());
        const SealedIssue sealed{sampleCredential(), 1, QByteArray(120, 'x'), m_clock.now().addSecs(900)};

        m_transport->reply("POST", u"/partners/p/credentials"_s, toJson(sealed), 201);
        IssueRequest issue;
        issue.name = u"key"_s;
        issue.sealTo = QByteArray(65, '\4');
        issue.expiresAt = m_clock.now().addDays(90);
        const auto issued = wait<SealedIssue>(
            [&](auto done) { return credentials.issue(u"p"_s, issue, key, &m_context, done); });
        QCOMPARE(*issued, sealed);

        m_transport->reply("POST", u"/credentials/c/rotate"_s, toJson(sealed), 201);
        QVERIFY(wait<SealedIssue>(
            [&](auto done) { return credentials.rotate(u"c"_s, {}, u"\"2\""_s, key, &m_context, done); }));
        QCOMPARE(m_transport->last().header("If-Match"), QByteArray("\"2\""));
        m_transport->reply("POST", u"/credentials/c/generations/2/ack"_s, json);
        QVERIFY(wait<R>([&](auto done) {
            return credentials.acknowledge(u"c"_s, 2, {QByteArray(32, 'd')}, key, &m_context, done);
        }));
        m_transport->reply("POST", u"/credentials/c/grace"_s, json);
        QVERIFY(wait<R>([&](auto done) {
            return credentials.grace(u"c"_s, {m_clock.now(), {}, {}}, u"\"2\""_s, key, &m_context, done);
        }));
        m_transport->reply("POST", u"/credentials/c/suspend"_s, json);
        QVERIFY(wait<R>([&](auto done) { return credentials.suspend(u"c"_s, act, key, &m_context, done); }));
        QVERIFY(m_transport->last().header("If-Match").isEmpty());
        m_transport->reply("POST", u"/credentials/c/resume"_s, json);
        QVERIFY(wait<R>(
            [&](auto done) { return credentials.resume(u"c"_s, act, u"\"2\""_s, key, &m_context, done); }));
        RevocationReceipt receipt;
        receipt.credential = sampleCredential();
        receipt.effectiveAt = m_clock.now();
        receipt.durable = false;
        m_transport->reply("POST", u"/credentials/c/revoke"_s, toJson(receipt), 202);
        const auto revoked = wait<RevocationReceipt>(
            [&](auto done) { return credentials.revoke(u"c"_s, act, key, &m_context, done); });
        QCOMPARE(revoked->durable, false);
        QVERIFY(m_transport->last().header("If-Match").isEmpty());
        pc::CredentialUse use;
        use.credentialId = u"c"_s;
        use.calls24h = 5;
        m_transport->reply("GET", u"/credentials/c/use"_s, toJson(use));
        QCOMPARE(wait<pc::CredentialUse>([&](auto done) {
                     return credentials.use(u"c"_s, &m_context, done);
                 })->calls24h,
                 5);
        m_transport->reply("GET", u"/credentials/c"_s, json);
        QVERIFY(wait<R>([&](auto done) { return credentials.get(u"c"_s, &m_context, done); }));
    }

    void networks()
    {
        NetworksClient networks(*m_api);
        NetworkRules rules;
        rules.partnerId = u"p"_s;
        rules.version = 4;
        m_transport->reply("GET", u"/partners/p/networks"_s, toJson(rules), 200, "\"4\"");
        const auto read = wait<Versioned<NetworkRules>>(
            [&](auto done) { return networks.rules(u"p"_s, &m_context, done); });
        QCOMPARE(read->value, rules);
        QCOMPARE(read->etag, u"\"4\""_s);
        m_transport->reply("PUT", u"/partners/p/networks"_s, toJson(rules));
        QVERIFY(wait<Versioned<NetworkRules>>([&](auto done) {
            return networks.edit(u"p"_s, {}, u"\"4\""_s, IdempotencyKey::make(), &m_context, done);
        }));
        QCOMPARE(m_transport->last().header("If-Match"), QByteArray("\"4\""));
        QVERIFY(!m_transport->last().header("Idempotency-Key").isEmpty());
        const SourceSeen seen{u"crd_1"_s, u"erp"_s,      Realm::Sandbox, u"192.0.2.1"_s,
                              u"app"_s,   m_clock.now(), m_clock.now(),  7};
        m_transport->reply("GET", u"/partners/p/sources"_s, pageOf(QList<SourceSeen>{seen}));
        QCOMPARE(wait<Page<SourceSeen>>([&](auto done) {
                     return networks.sources(u"p"_s, &m_context, done);
                 })->items,
                 QList<SourceSeen>{seen});
    }

    void accessAndUsage()
    {
        AccessClient access(*m_api);
        UsageClient usage(*m_api);
        m_transport->reply("GET", u"/scopes"_s, pageOf(sampleScopes()));
        m_transport->reply("GET", u"/plans"_s, pageOf(samplePlans()));
        m_transport->reply("GET", u"/routes"_s, pageOf(QList<Route>()));
        QCOMPARE(wait<Page<Scope>>([&](auto done) { return access.scopes(&m_context, done); })->items,
                 sampleScopes());
        QCOMPARE(wait<Page<Plan>>([&](auto done) { return access.plans(&m_context, done); })->items,
                 samplePlans());
        QVERIFY(
            wait<Page<Route>>([&](auto done) { return access.routes(&m_context, done); })->items.isEmpty());
        QVERIFY(m_transport->last().query.isEmpty()); // these lists take no parameters
        m_transport->reply("GET", u"/partners/p/grant"_s, toJson(sampleGrant()), 200, "\"5\"");
        QCOMPARE(
            wait<Versioned<Grant>>([&](auto done) { return access.grant(u"p"_s, &m_context, done); })->etag,
            u"\"5\""_s);
        m_transport->reply("PUT", u"/partners/p/grant"_s, toJson(sampleGrant()));
        QVERIFY(wait<Versioned<Grant>>([&](auto done) {
            return access.editGrant(u"p"_s, {}, u"\"5\""_s, IdempotencyKey::make(), &m_context, done);
        }));
        m_transport->reply("GET", u"/partners/p/scope-use"_s,
                           pageOf(QList<ScopeUse>{{u"orders:read"_s, 12, m_clock.now()}}));
        QCOMPARE(wait<Page<ScopeUse>>([&](auto done) { return access.scopeUse(u"p"_s, &m_context, done); })
                     ->items.first()
                     .calls30d,
                 12);

        UsageSeries series;
        series.from = m_clock.now();
        series.to = m_clock.now().addSecs(7200);
        series.bucket = Bucket::Hour;
        series.lines = {{u"served"_s, u"Served"_s, {3, 4}, 7}};
        m_transport->reply("GET", u"/partners/p/usage"_s, toJson(series));
        UsageQuery query;
        query.partnerId = u"p"_s;
        query.from = series.from;
        query.to = series.to;
        query.breakdown = Breakdown::Generation;
        QCOMPARE(*wait<pc::UsageSeries>([&](auto done) { return usage.series(query, &m_context, done); }),
                 series);
        QCOMPARE(m_transport->last().queryValue(u"by"_s), u"generation"_s);
        QCOMPARE(m_transport->last().queryValue(u"from"_s), u"2026-03-02T10:00:00.000Z"_s);
        QuotaState quota;
        quota.partnerId = u"p"_s;
        quota.resetsAt = m_clock.now();
        m_transport->reply("GET", u"/partners/p/quota"_s, toJson(quota));
        QVERIFY(wait<QuotaState>([&](auto done) { return usage.quota(u"p"_s, &m_context, done); }));
    }

    void calls()
    {
        CallsClient calls(*m_api);
        CallRecord call;
        call.id = u"dec_1"_s;
        call.at = m_clock.now();
        call.outcome = Outcome::Refused;
        call.reason = DecisionReason::MissingScope;
        m_transport->reply("GET", u"/calls"_s, pageOf(QList<CallRecord>{call}));
        CallQuery query;
        query.filter.set(CallField::Outcome, {u"refused"_s, u"throttled"_s});
        query.order = RowOrder::OldestFirst;
        QCOMPARE(
            wait<Page<CallRecord>>([&](auto done) { return calls.list(query, &m_context, done); })->items,
            QList<CallRecord>{call});
        QCOMPARE(m_transport->last().queryValue(u"outcome"_s), u"refused,throttled"_s);
        QCOMPARE(m_transport->last().queryValue(u"order"_s), u"oldest_first"_s);
        m_transport->reply("GET", u"/calls/dec_1"_s, toJson(call));
        QCOMPARE(wait<CallRecord>([&](auto done) { return calls.get(u"dec_1"_s, &m_context, done); })->reason,
                 DecisionReason::MissingScope);
        TimeHistogram histogram;
        histogram.from = m_clock.now().addSecs(-120);
        histogram.to = m_clock.now();
        histogram.bucketMs = 60000;
        histogram.matching = {3, 4};
        histogram.asOf = m_clock.now();
        m_transport->reply("GET", u"/call-histogram"_s, toJson(histogram));
        QCOMPARE(*wait<TimeHistogram>(
                     [&](auto done) { return calls.histogram(query.filter, 12, &m_context, done); }),
                 histogram);
        QCOMPARE(m_transport->last().queryValue(u"buckets"_s), u"12"_s);
        m_transport->reply("GET", u"/call-facet"_s,
                           toJson(CallFacet{CallField::Reason, {{u"x"_s, 2}}, 1, {}}));
        QCOMPARE(wait<CallFacet>([&](auto done) {
                     return calls.facet(query.filter, CallField::Reason, 5, &m_context, done);
                 })->others,
                 1);
        QCOMPARE(m_transport->last().queryValue(u"field"_s), u"reason"_s);
        CallExplanation explanation;
        explanation.call = call;
        explanation.today.at = m_clock.now();
        m_transport->reply("GET", u"/calls/dec_1/explanation"_s, toJson(explanation));
        QCOMPARE(
            *wait<CallExplanation>([&](auto done) { return calls.explain(u"dec_1"_s, &m_context, done); }),
            explanation);
        m_transport->reply("GET", u"/audit/events/evt_1/refusals"_s,
                           toJson(RefusalsOfEvent{u"evt_1"_s, query.filter, 41, false}));
        QCOMPARE(wait<RefusalsOfEvent>([&](auto done) {
                     return calls.refusals(u"evt_1"_s, &m_context, done);
                 })->calls,
                 41);
        GatewayLineQuery lines;
        lines.requestId = u"req_1"_s;
        m_transport->reply("GET", u"/gateway-lines"_s, pageOf(QList<GatewayLine>()));
        QVERIFY(wait<Page<GatewayLine>>([&](auto done) {
                    return calls.gatewayLines(lines, &m_context, done);
                })->items.isEmpty());
        QCOMPARE(m_transport->last().queryValue(u"request_id"_s), u"req_1"_s);
    }

    void sessionsAndChanges()
    {
        SessionClient sessions(*m_api);
        m_transport->reply("GET", u"/session"_s, toJson(sampleSession(m_clock.now())));
        QCOMPARE(*wait<Session>([&](auto done) { return sessions.get(&m_context, done); }),
                 sampleSession(m_clock.now()));
        m_transport->reply("POST", u"/session/renew"_s, toJson(RenewedSession{u"token-2"_s, m_clock.now()}));
        const auto fresh = wait<FreshToken>([&](auto done) { return sessions.renew(&m_context, done); });
        QVERIFY(fresh->token == Secret::copyOf("token-2"));
        m_transport->raw("DELETE", u"/session"_s, {}, 204);
        QVERIFY(wait<void>([&](auto done) { return sessions.end(&m_context, done); }));

        ChangesClient changes(*m_api);
        const Changes news{u"c9"_s, false, {{ChangeKind::Partner, u"prt_1"_s, u"prt_1"_s, u"evt_1"_s}}};
        m_transport->reply("GET", u"/changes"_s, toJson(news));
        QCOMPARE(*wait<Changes>(
                     [&](auto done) { return changes.get({}, std::chrono::seconds(0), &m_context, done); }),
                 news);
        QCOMPARE(m_transport->last().queryValues(u"after"_s).size(), 0);
        m_transport->reply("GET", u"/changes"_s, toJson(news));
        QVERIFY(wait<Changes>(
            [&](auto done) { return changes.get(u"c9"_s, std::chrono::seconds(25), &m_context, done); }));
        QCOMPARE(m_transport->last().queryValue(u"after"_s), u"c9"_s);
        QCOMPARE(m_transport->last().queryValue(u"wait"_s), u"25"_s);
    }

    void auditLog()
    {
        AuditClient audit(*m_api);
        AuditQuery query;
        query.action = u"credential.*"_s;
        query.from = m_clock.now();
        m_transport->reply("GET", u"/audit/events"_s, pageOf(QList<AuditEvent>{sampleEvent(4)}));
        QCOMPARE(
            wait<Page<AuditEvent>>([&](auto done) { return audit.list(query, &m_context, done); })->items,
            QList<AuditEvent>{sampleEvent(4)});
        QCOMPARE(m_transport->last().queryValue(u"action"_s), u"credential.*"_s);
        m_transport->reply("GET", u"/audit/events/evt_000004"_s, toJson(sampleRecord(4)));
        QCOMPARE(
            *wait<AuditRecord>([&](auto done) { return audit.event(u"evt_000004"_s, &m_context, done); }),
            sampleRecord(4));
        m_transport->reply("GET", u"/audit/proofs/inclusion"_s,
                           toJson(InclusionProof{3, 9, {QByteArray(32, 'a')}}));
        QVERIFY(
            wait<InclusionProof>([&](auto done) { return audit.inclusionProof(3, 9, &m_context, done); }));
        QCOMPARE(m_transport->last().queryValue(u"index"_s), u"3"_s);
        QCOMPARE(m_transport->last().queryValue(u"size"_s), u"9"_s);
        m_transport->reply("GET", u"/audit/proofs/consistency"_s, toJson(ConsistencyProof{3, 9, {}}));
        QVERIFY(wait<ConsistencyProof>(
            [&](auto done) { return audit.consistencyProof(3, 9, &m_context, done); }));
    }

    /// The rest of each resource: where it is asked for, and by which numbers.
    void everyOtherQuestion()
    {
        AuditClient audit(*m_api);
        CredentialsClient credentials(*m_api);
        SessionClient sessions(*m_api);
        Checkpoint checkpoint;
        checkpoint.origin = u"platform.example"_s;
        checkpoint.size = 9;
        checkpoint.root = QByteArray(32, 'r');
        checkpoint.note = "note";
        checkpoint.publicKey = QByteArray(32, 'p');
        checkpoint.at = m_clock.now();
        m_transport->reply("GET", u"/audit/checkpoint"_s, toJson(checkpoint));
        QCOMPARE(*wait<Checkpoint>([&](auto done) { return audit.checkpoint(&m_context, done); }),
                 checkpoint);
        m_transport->reply("POST", u"/audit/checkpoint"_s, toJson(checkpoint), 201);
        const IdempotencyKey key = IdempotencyKey::make();
        QCOMPARE(*wait<Checkpoint>([&](auto done) { return audit.makeCheckpoint(key, &m_context, done); }),
                 checkpoint);
        QCOMPARE(m_transport->last().header("Idempotency-Key"), key.text());
        m_transport->reply("GET", u"/audit/proofs/consistency"_s, toJson(ConsistencyProof{3, 9, {}}));
        QVERIFY(wait<ConsistencyProof>(
            [&](auto done) { return audit.consistencyProof(3, 9, &m_context, done); }));
        QCOMPARE(m_transport->last().queryValue(u"first"_s), u"3"_s);
        QCOMPARE(m_transport->last().queryValue(u"second"_s), u"9"_s);
        m_transport->reply("POST", u"/credentials/c/probe"_s,
                           toJson(ProbeReport{u"c"_s, 1, {}, m_clock.now()}));
        QVERIFY(wait<ProbeReport>([&](auto done) { return credentials.probe(u"c"_s, &m_context, done); }));
        RevocationReceipt receipt;
        receipt.credential = sampleCredential();
        receipt.effectiveAt = m_clock.now();
        m_transport->reply("GET", u"/credentials/c/revocation"_s, toJson(receipt));
        QVERIFY(wait<RevocationReceipt>(
            [&](auto done) { return credentials.revocation(u"c"_s, &m_context, done); }));
        m_transport->reply("GET", u"/operators"_s, pageOf(QList<Operator>()));
        QVERIFY(wait<Page<Operator>>([&](auto done) { return sessions.operators(&m_context, done); }));
        QVERIFY(m_transport->last().query.isEmpty());
        const QDateTime later = m_clock.now().addSecs(3600);
        m_transport->reply("POST", u"/session/renew"_s, toJson(RenewedSession{u"token-2"_s, later}));
        QCOMPARE(wait<FreshToken>([&](auto done) { return sessions.renew(&m_context, done); })->expiresAt,
                 later);
        m_transport->problem("POST", u"/session/renew"_s, 403, u"forbidden"_s);
        QCOMPARE(wait<FreshToken>([&](auto done) { return sessions.renew(&m_context, done); }).error().kind,
                 ErrorKind::Forbidden);
    }

    /// What is read of a stream, and when nobody is told any more.
    void aStreamIsToldOnlyWhatIsNew()
    {
        AuditClient audit(*m_api);
        qint64 told = 0;
        const auto count = [&](const QList<AuditRecord> &batch) {
            QVERIFY(!batch.isEmpty());
            told += batch.size();
        };
        m_transport->raw("GET", u"/audit/stream"_s, {}); // nothing is there yet
        QCOMPARE(*wait<qint64>([&](auto done) { return audit.stream(0, &m_context, count, done); }), 0);
        m_transport->problem("GET", u"/audit/stream"_s, 403, u"forbidden"_s);
        QCOMPARE(
            wait<qint64>([&](auto done) { return audit.stream(0, &m_context, count, done); }).error().kind,
            ErrorKind::Forbidden);
        m_transport->fault("GET", u"/audit/stream"_s, TransportFault::Lost);
        QCOMPARE(
            wait<qint64>([&](auto done) { return audit.stream(0, &m_context, count, done); }).error().kind,
            ErrorKind::Offline);
        QCOMPARE(told, 0);
        QByteArray body; // comes in many pieces, some of which end no line
        for (int i = 0; i < 40; ++i)
            body += QJsonDocument(toJson(sampleRecord(i))).toJson(QJsonDocument::Compact) + '\n';
        m_transport->raw("GET", u"/audit/stream"_s, body);
        Call call;
        int batches = 0;
        bool ended = false;
        call = audit.stream(
            0, &m_context,
            [&](const QList<AuditRecord> &) {
                ++batches;
                call.cancel(); // from inside
            },
            [&](const Result<qint64> &) { ended = true; });
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(batches, 1);
        QVERIFY(!ended);
    }

    /// As it came, byte by byte in whole lines, with how far it is; and only with its end.
    void evidenceComesAsItIs()
    {
        AuditClient audit(*m_api);
        EvidenceManifest manifest;
        manifest.madeAt = QDateTime({2026, 3, 1}, {12, 0}, Qt::UTC);
        manifest.proves = EvidenceProof::Events;
        manifest.events = 30;
        manifest.checkpoint.at = manifest.madeAt;
        manifest.checkpoint.root = manifest.checkpoint.publicKey = QByteArray(32, 'x');
        const auto line = [](const QString &kind, const QJsonValue &value) {
            return QByteArray(QJsonDocument(QJsonObject{{kind, value}}).toJson(QJsonDocument::Compact) +
                              '\n');
        };
        QByteArray body = line(u"manifest"_s, toJson(manifest));
        for (int i = 0; i < 30; ++i)
            body += line(u"event"_s, QString::fromUtf8(sampleRecord(i).canonical));
        const EvidenceEnd end{30, QByteArray(32, 's'), QByteArray(64, 't')};
        const QByteArray last = line(u"end"_s, toJson(end));
        AuditFilter filter;
        filter.notActor = u"platform"_s;
        QByteArray written;
        qint64 events = 0;
        int pieces = 0;
        const auto read = [&](const QByteArray &whole) {
            m_transport->raw("GET", u"/audit/evidence"_s, whole);
            written.clear();
            pieces = 0;
            return wait<EvidenceEnd>([&](auto done) {
                return audit.evidence(
                    filter, &m_context,
                    [&](const QByteArray &lines, const AuditClient::EvidenceProgress &progress) {
                        QVERIFY(lines.endsWith('\n'));
                        QCOMPARE(progress.total, 30);
                        QVERIFY(progress.events >= events || written.isEmpty());
                        events = progress.events;
                        written += lines;
                        ++pieces;
                    },
                    done);
            });
        };
        const auto result = read(body + last);
        QVERIFY(result);
        QCOMPARE(*result, end);
        QCOMPARE(written, body + last);
        QCOMPARE(events, 30);
        QVERIFY(pieces > 1);
        QCOMPARE(m_transport->last().queryValue(u"not_actor"_s), u"platform"_s);
        for (const QByteArray &cut : {body, QByteArray(body + last.chopped(1)), QByteArray(body + "x\n")})
            QCOMPARE(read(cut).error().kind, ErrorKind::Protocol);
        m_transport->problem("GET", u"/audit/evidence"_s, 403, u"forbidden"_s);
        QCOMPARE(wait<EvidenceEnd>([&](auto done) {
                     return audit.evidence(
                         filter, &m_context, [](const QByteArray &, const auto &) { QFAIL("lines"); }, done);
                 })
                     .error()
                     .kind,
                 ErrorKind::Forbidden);
    }

    void theAuditStreamComesLineByLine()
    {
        QByteArray body;
        for (int i = 7; i < 40; ++i)
            body += QJsonDocument(toJson(sampleRecord(i))).toJson(QJsonDocument::Compact) + '\n';
        m_transport->raw("GET", u"/audit/stream"_s, body);
        AuditClient audit(*m_api);
        QList<AuditRecord> records;
        int batches = 0;
        const auto count = wait<qint64>([&](auto done) {
            return audit.stream(
                7, &m_context,
                [&](const QList<AuditRecord> &batch) {
                    records += batch;
                    ++batches;
                },
                done);
        });
        QCOMPARE(*count, 33);
        QVERIFY(batches > 1);
        QCOMPARE(records.size(), 33);
        QCOMPARE(records.first(), sampleRecord(7));
        QCOMPARE(records.last(), sampleRecord(39));
        QCOMPARE(m_transport->last().queryValue(u"after"_s), u"6"_s);
    }

    void aStreamThatIsCutOrWrongIsAnError_data()
    {
        QTest::addColumn<QByteArray>("tail");
        const QByteArray line = QJsonDocument(toJson(sampleRecord(1))).toJson(QJsonDocument::Compact);
        QTest::newRow("no line end") << line;
        QTest::newRow("half a line") << line.left(40);
        QTest::newRow("not JSON") << QByteArray("oops\n");
        QTest::newRow("not a record") << QByteArray("{}\n");
        QTest::newRow("an empty line") << QByteArray("\n");
        QTest::newRow("wrong, then right") << "{}\n" + line + '\n';
        QTest::newRow("wrong, then cut") << "{}\n" + line;
    }
    void aStreamThatIsCutOrWrongIsAnError()
    {
        QFETCH(QByteArray, tail);
        const QByteArray line = QJsonDocument(toJson(sampleRecord(0))).toJson(QJsonDocument::Compact) + '\n';
        m_transport->raw("GET", u"/audit/stream"_s, line + tail);
        AuditClient audit(*m_api);
        qint64 seen = 0;
        const auto result = wait<qint64>([&](auto done) {
            return audit.stream(
                0, &m_context, [&](const QList<AuditRecord> &batch) { seen += batch.size(); }, done);
        });
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        QCOMPARE(seen, 1);
    }

private:
    template <typename T, typename Start>
    Result<T> wait(Start start)
    {
        std::optional<Result<T>> result;
        const Call call = start([&](Result<T> answer) { result = std::move(answer); });
        for (int i = 0; i < 1000 && !result; ++i)
            QCoreApplication::processEvents();
        if (!result)
            return failure({ErrorKind::Timeout, -1, {}, u"no answer in this test"_s, {}, {}});
        return std::move(*result);
    }

    QObject m_context;
    ManualClock m_clock;
    SessionToken m_token{Secret::copyOf("token-1")};
    std::unique_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<ApiCaller> m_api;
};

QTEST_GUILESS_MAIN(TestClients)
#include "tst_clients.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/authorizer.h"
#include "platform/core/decision/metering.h"

#include "contract/codec/codecs.h"
#include "tests/platform/core/decision/decision_fixture.h"

#include <QTest>

#include <memory>

using namespace testing;

namespace {

/// Decides calls and gives their records.
struct Recording
{
    Fixture fixture;
    std::unique_ptr<PolicyHolder> holder;
    FailureLimiter failures;
    CallQueue calls;
    ManualClock clock{noon()};
    std::unique_ptr<Authorizer> authorizer;

    Recording()
    {
        fixture.add(fixture.credential(1));
        fixture.add(fixture.credential(2, CredentialKind::ClientSecret));
        holder = std::make_unique<PolicyHolder>(fixture.policy.withAuditSize(41));
        authorizer =
            std::make_unique<Authorizer>(*holder, fixture.peppers, fixture.counters, failures, calls, clock);
    }

    CallRecord record(DecisionRequest question)
    {
        CallFacts facts;
        facts.question = std::move(question);
        facts.source = "192.0.2.1";
        facts.question.gateway = {u"edge"_s};
        const Authorized answer = authorizer->authorize(std::move(facts));
        const auto records = calls.takeNow().records;
        Q_ASSERT(records.size() == 1 && records.front().id == answer.decisionId);
        return records.front();
    }
    CallRecord record(Presented presented) { return record(Fixture::call(std::move(presented))); }

    /// An order that is placed, with a body that is told so.
    CallRecord withBody(const BodyFacts &body)
    {
        DecisionRequest question = Fixture::call(Fixture::key(1), "/api/v1/orders", "POST");
        question.body = body;
        return record(std::move(question));
    }
    void set(const PartnerRule &partner)
    {
        holder->publish([&](const Policy &policy) { return policy.withPartner(partner); });
    }
};

} // namespace

/// What a record holds of what its decision stood on.
class TestCallRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The snapshot and the log that it stood on: of the policy that was asked, not of the newest.
    void thePolicyIsNamed()
    {
        Recording recording;
        const CallRecord first = recording.record(Fixture::key(1));
        QCOMPARE(first.snapshot, recording.holder->current()->number());
        QCOMPARE(first.auditSize, 41);
        QVERIFY(!first.isTokenRequest);

        recording.holder->publish([](const Policy &policy) { return policy.withAuditSize(57); });
        const CallRecord second = recording.record(Fixture::key(1));
        QCOMPARE(second.snapshot, first.snapshot + 1);
        QCOMPARE(second.auditSize, 57);
    }

    /// What takes power away before its event is written has another snapshot, and no other log.
    void aNarrowingMovesNoLog()
    {
        Recording recording;
        const CallRecord before = recording.record(Fixture::key(1));
        Narrowing narrowing;
        narrowing.id16 = id16(1);
        narrowing.credential = [](CredentialRule &rule) { rule.state = CredentialState::Suspended; };
        const auto narrowed = recording.holder->narrow(narrowing);
        const CallRecord during = recording.record(Fixture::key(1));
        QCOMPARE(during.reason, DecisionReason::CredentialSuspended);
        QCOMPARE(during.snapshot, narrowed.number);
        QCOMPARE(during.auditSize, before.auditSize);
        (void)recording.holder->lift(narrowed.ticket);
        QCOMPARE(recording.record(Fixture::key(1)).auditSize, before.auditSize);
    }

    void whatCouldNotBeReadNamesThePolicyToo()
    {
        Recording recording;
        CallFacts facts;
        facts.question.gateway = {u"edge"_s};
        (void)recording.authorizer->refuse(facts, DecisionReason::HeaderTooLarge);
        CallRecord record = recording.calls.takeNow().records.at(0);
        QCOMPARE(record.reason, DecisionReason::HeaderTooLarge);
        QCOMPARE(record.auditSize, 41);
        QVERIFY(record.tokenDigest.isEmpty() && !record.limits && !record.requestLength);

        // A service that decides nothing says so first, whatever it cannot read.
        recording.holder->publish([](const Policy &policy) { return policy.withDecisions(false); });
        const Authorized answer = recording.authorizer->refuse(facts, DecisionReason::HeaderTooLarge);
        QCOMPARE(answer.decision.reason, DecisionReason::HistoryNotAccepted);
        QCOMPARE(recording.calls.takeNow().records.at(0).reason, DecisionReason::HistoryNotAccepted);
    }

    /// As it was presented, also what is refused of it, and nothing by which it could be used.
    void tokensAreKnownByTheirDigest()
    {
        Recording recording;
        TokenClaims claims = Fixture::claims(2);
        claims.scopes = {u"orders:read"_s, u"payments:write"_s}; // more than it has by now
        const CallRecord served = recording.record(presented::Token{claims});
        QCOMPARE(served.outcome, Outcome::Served);
        QCOMPARE(served.tokenScopes, claims.scopes);
        QCOMPARE(served.tokenDigest, tokenDigest(claims.jti));
        // The first 12 bytes of SHA-256("jti-2"), by another program.
        QCOMPARE(served.tokenDigest, u"6cqbecHGxpYG65KI"_s);
        QVERIFY(!QString::fromUtf8(toJsonText(served)).contains(QString::fromLatin1(claims.jti)));

        claims.expiresAt = noon();
        const CallRecord expired = recording.record(presented::Token{claims});
        QCOMPARE(expired.reason, DecisionReason::TokenExpired);
        QCOMPARE(expired.tokenScopes, claims.scopes);
        QCOMPARE(expired.tokenDigest, served.tokenDigest);

        const CallRecord key = recording.record(Fixture::key(1));
        QVERIFY(key.tokenDigest.isEmpty() && key.tokenScopes.isEmpty());
        QVERIFY(recording.record(presented::BadToken{}).tokenDigest.isEmpty());
    }

    void bodiesAreToldAsFarAsTheCallSaidThem_data()
    {
        using Told = BodyFacts::Told;
        QTest::addColumn<int>("told");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("one");
        QTest::addColumn<bool>("hasLength");
        QTest::addColumn<QString>("recorded");
        const QByteArray json = "Application/JSON; charset=utf-8";
        QTest::newRow("length and type")
            << int(Told::Length) << qint64(512) << json << true << true << u"application/json"_s;
        QTest::newRow("an empty body")
            << int(Told::Length) << qint64(0) << QByteArray() << true << true << QString();
        QTest::newRow("no length") << int(Told::NoLength) << qint64(0) << json << true << false
                                   << u"application/json"_s;
        QTest::newRow("nothing") << int(Told::Nothing) << qint64(0) << QByteArray() << true << false
                                 << QString();
        QTest::newRow("two types") << int(Told::Length) << qint64(9) << json << false << true << QString();
        QTest::newRow("too long a type") << int(Told::Length) << qint64(9) << "x/" + QByteArray(200, 'y')
                                         << true << true << QString(u"x/"_s + QString(98, u'y'));
        QTest::newRow("a token for a type")
            << int(Told::Length) << qint64(9) << QByteArray("Bearer abcdefghijklmnopqrstuvwxyz0123456789")
            << true << true << u"bearer [redacted]"_s;
    }

    void bodiesAreToldAsFarAsTheCallSaidThem()
    {
        QFETCH(int, told);
        QFETCH(qint64, length);
        QFETCH(QByteArray, type);
        QFETCH(bool, one);
        QFETCH(bool, hasLength);
        QFETCH(QString, recorded);
        Recording recording;
        const CallRecord record = recording.withBody({static_cast<BodyFacts::Told>(told), length, type, one});
        QCOMPARE(record.requestLength.has_value(), hasLength);
        if (hasLength)
            QCOMPARE(*record.requestLength, length);
        QCOMPARE(record.contentType, recorded);
    }

    /// After a call that was counted, as they were when not, and nothing of a call that came not that far.
    void limitsAreKeptAsTheyStood()
    {
        Recording recording;
        PartnerRule partner = Fixture::partner();
        partner.limits.production = {0.5, 2, 3};
        recording.set(partner);

        const CallRecord first = recording.record(Fixture::key(1));
        QVERIFY(first.limits);
        QCOMPARE(*first.limits, (LimitState{2, 1, 3, 1, {}}));
        (void)recording.record(Fixture::key(1));

        const CallRecord throttled = recording.record(Fixture::key(1));
        QCOMPARE(throttled.reason, DecisionReason::RateLimited);
        QCOMPARE(*throttled.limits, (LimitState{2, 0, 3, 2, toDateTime(noon() + 2s)}));

        recording.clock.advance(4s);
        QCOMPARE(recording.record(Fixture::key(1)).limits->quotaUsed, 3);
        const CallRecord used = recording.record(Fixture::key(1));
        QCOMPARE(used.reason, DecisionReason::QuotaExceeded);
        QCOMPARE(used.limits->quotaUsed, 3);
        QCOMPARE(used.limits->freeAt, toDateTime(noon() + 12h)); // midnight, in UTC

        QVERIFY(!recording.record(presented::Nothing{}).limits);
        QVERIFY(!recording.record(Fixture::call(Fixture::key(1), "/api/v1/nowhere")).limits);
    }

    /// At that instant it passes, and a millisecond before it does not.
    void aRefusedCallIsFreeWhenItSays()
    {
        Recording recording;
        PartnerRule partner = Fixture::partner();
        partner.limits.production = {3, 1, 0}; // a third of a second: no whole milliseconds
        recording.set(partner);
        (void)recording.record(Fixture::key(1));
        const CallRecord throttled = recording.record(Fixture::key(1));
        QCOMPARE(throttled.limits->quota, 0);
        QCOMPARE(throttled.limits->quotaUsed, 0);
        const auto wait = instantOf(throttled.limits->freeAt) - noon();
        QCOMPARE(wait, 334ms);
        recording.clock.advance(wait - 1ms);
        QCOMPARE(recording.record(Fixture::key(1)).reason, DecisionReason::RateLimited);
        recording.clock.advance(1ms);
        QCOMPARE(recording.record(Fixture::key(1)).reason, DecisionReason::Allowed);
    }
};

QTEST_GUILESS_MAIN(TestCallRecords)
#include "tst_call_records.moc"

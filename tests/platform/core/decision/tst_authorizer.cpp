// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/authorizer.h"
#include "platform/core/decision/metering.h"
#include "platform/oauth/live_tokens.h"

#include "tests/platform/core/decision/decision_fixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace testing;

namespace {

struct Desk
{
    Fixture fixture;
    std::unique_ptr<PolicyHolder> holder;
    FailureLimiter failures;
    CallQueue calls;
    ManualClock clock{noon()};
    std::unique_ptr<Authorizer> authorizer;

    Desk()
    {
        fixture.add(fixture.credential(1));
        holder = std::make_unique<PolicyHolder>(fixture.policy);
        authorizer =
            std::make_unique<Authorizer>(*holder, fixture.peppers, fixture.counters, failures, calls, clock);
    }

    Authorized call(Presented presented, const QByteArray &source = "192.0.2.1")
    {
        CallFacts facts;
        facts.question = Fixture::call(std::move(presented));
        facts.source = source;
        facts.userAgent = "agent/1";
        facts.question.gateway = {u"edge"_s};
        facts.requestId = "req-1";
        return authorizer->authorize(std::move(facts));
    }
};

} // namespace

class TestAuthorizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallIsRecordedWithItsAttributes()
    {
        Desk desk;
        const Authorized answer = desk.call(Fixture::key(1));
        QVERIFY(answer.decision.allowed);
        QVERIFY(answer.decisionId.startsWith(u"dec_"_s));
        const auto batch = desk.calls.takeNow();
        QCOMPARE(batch.records.size(), std::size_t(1));
        const CallRecord &call = batch.records.front();
        QCOMPARE(call.id, answer.decisionId);
        QCOMPARE(call.requestId, u"req-1"_s);
        QCOMPARE(call.partnerId, u"prt_1"_s);
        QCOMPARE(call.credentialId, u"crd_"_s + QString::fromLatin1(id16(1)));
        QCOMPARE(call.generation, 1);
        QCOMPARE(call.realm, Realm::Production);
        QCOMPARE(call.method, u"GET"_s);
        QCOMPARE(call.path, u"/api/v1/orders"_s);
        QCOMPARE(call.routeId, u"rte_orders"_s);
        QCOMPARE(call.scope, u"orders:read"_s);
        QCOMPARE(call.outcome, Outcome::Served);
        QCOMPARE(call.reason, DecisionReason::Allowed);
        QCOMPARE(call.status, 200);
        QCOMPARE(call.source, u"192.0.2.1"_s);
        QCOMPARE(call.userAgent, u"agent/1"_s);
        QCOMPARE(call.gateway, u"edge"_s);
        QCOMPARE(call.at, toDateTime(noon()));
    }

    // What a stranger writes is kept as far as each column goes, and not a character further.
    void recordsAreBounded()
    {
        Desk desk;
        const auto recorded = [&desk](qsizetype method, qsizetype path, qsizetype source, qsizetype agent,
                                      qsizetype request) {
            CallFacts facts;
            facts.question.gateway.emplace();
            facts.question.method = QByteArray(method, 'M');
            facts.question.rawPath = QByteArray(path, 'p'); // no leading slash: kept as it came
            facts.source = QByteArray(source, '1');
            facts.userAgent = QByteArray(agent, 'u');
            facts.requestId = QByteArray(request, 'r');
            (void)desk.authorizer->authorize(std::move(facts));
            return desk.calls.takeNow().records.at(0);
        };
        const CallRecord full = recorded(16, 512, 64, 256, 128);
        const CallRecord revocation = recorded(17, 513, 65, 257, 129);
        for (const CallRecord &each : {full, revocation}) {
            QCOMPARE(each.method.size(), 16);
            QCOMPARE(each.path.size(), 512);
            QCOMPARE(each.source.size(), 64);
            QCOMPARE(each.userAgent.size(), 256);
            QCOMPARE(each.requestId.size(), 128);
        }
    }

    void aCallThatCannotBeReadIsRefusedAndRecorded()
    {
        Desk desk;
        CallFacts facts;
        facts.question.presented = Fixture::key(1); // not looked at
        facts.question.method = "GET";
        facts.question.rawPath = "/api/v1/orders";
        facts.question.gateway = {u"edge"_s};
        const Authorized answer = desk.authorizer->refuse(facts, DecisionReason::HeaderTooLarge);
        QVERIFY(!answer.decision.allowed);
        QCOMPARE(answer.decision.status(), 431);
        QCOMPARE(answer.decision.snapshot, desk.holder->current()->number());
        QCOMPARE(answer.retryAfter, 0ns);
        const auto records = desk.calls.takeNow().records;
        QCOMPARE(records.size(), std::size_t(1));
        QCOMPARE(records[0].id, answer.decisionId);
        QCOMPARE(records[0].reason, DecisionReason::HeaderTooLarge);
        QCOMPARE(records[0].status, 431);
        QVERIFY(records[0].partnerId.isEmpty());
        QCOMPARE(desk.fixture.counters.entryCount(), std::size_t(0));
    }

    void nothingIsMadeUpAboutACall()
    {
        Desk desk;
        desk.clock.advance(1h);
        const Authorized nobody = desk.call(presented::Nothing{});
        QCOMPARE(nobody.retryAfter, 0ns);
        const CallRecord record = desk.calls.takeNow().records.at(0);
        QCOMPARE(record.credentialId, QString());
        QCOMPARE(record.micros, 0); // the clock stood still
        (void)desk.call(Fixture::key(1));
        QCOMPARE(desk.calls.takeNow().records.at(0).micros, 0);
    }

    // Only keys are guessed: whatever else fails is nobody's failure, and is not blocked.
    void onlyKeysAreBlocked()
    {
        Desk desk;
        (void)desk.call(presented::Token{Fixture::claims(7)});
        QCOMPARE(desk.failures.entryCount(), std::size_t(0));
        for (int i = 0; i < FailureLimiter::allowedFailures; ++i)
            desk.failures.failed("192.0.2.1", {}, desk.clock.now());
        QCOMPARE(desk.call(presented::Nothing{}).retryAfter, 0ns);
    }

    // A secret that was right and a call that was refused all the same forgive no guess.
    void onlyAnAllowedCallForgives()
    {
        Desk desk;
        for (int i = 0; i < FailureLimiter::allowedFailures - 1; ++i)
            (void)desk.call(Fixture::key(1, 9));
        CallFacts facts;
        facts.question = Fixture::call(Fixture::key(1), "/api/v1/nothing");
        facts.source = "192.0.2.1";
        QCOMPARE(desk.authorizer->authorize(std::move(facts)).decision.reason, DecisionReason::UnknownRoute);
        (void)desk.call(Fixture::key(1, 9));
        QVERIFY(desk.failures.blockedFor("192.0.2.1", id16(1), desk.clock.now()) > 0ns);
    }

    void leaksAreLookedForWhetherAllowedOrNot()
    {
        Desk desk;
        LeakWatch leaks(*desk.holder, desk.fixture.peppers, desk.clock, "pcx");
        std::vector<LeakSighting> told;
        leaks.setSink([&told](const LeakSighting &each) { told.push_back(each); });
        Authorizer watched(*desk.holder, desk.fixture.peppers, desk.fixture.counters, desk.failures,
                           desk.calls, desk.clock, &leaks);
        const auto secret = formatCredential({QByteArray("pcx"), CredentialTextType::ApiKey,
                                              Realm::Production, id16(1), Fixture::secret(1, 1)});
        const QByteArray text = secret->view().toByteArray();
        const auto facts = [&text] {
            CallFacts call;
            call.question = Fixture::call(Fixture::key(1), "/api/v1/" + text);
            call.query = "a=" + text;
            call.userAgent = "agent " + text;
            call.source = QByteArray(65, '1');
            call.requestId = QByteArray(129, 'r');
            return call;
        };
        for (const bool refused : {false, true}) {
            told.clear();
            if (refused)
                (void)watched.refuse(facts(), DecisionReason::HeaderTooLarge);
            else
                (void)watched.authorize(facts());
            QCOMPARE(told.size(), std::size_t(3));
            const QStringList places{u"path"_s, u"query"_s, u"user_agent"_s};
            for (std::size_t i = 0; i < told.size(); ++i) {
                QCOMPARE(told[i].place, places[qsizetype(i)]);
                QCOMPARE(told[i].source, QString(64, u'1'));
                QCOMPARE(told[i].requestId, QString(128, u'r'));
            }
            desk.clock.advance(LeakWatch::again);
        }
    }

    void probesLeaveNoRecord()
    {
        Desk desk;
        TokenClaims claims = Fixture::claims(1);
        claims.probe = true;
        (void)desk.call(presented::Token{claims});
        QVERIFY(desk.calls.takeNow().records.empty());
    }

    void garbageCannotFloodTheRecords()
    {
        Desk desk;
        for (int i = 0; i < 10'000; ++i)
            (void)desk.call(presented::Malformed{});
        QCOMPARE(desk.calls.size(), std::size_t(RecordBounds::unattributedBurst));
        (void)desk.call(Fixture::key(1));
        QCOMPARE(desk.calls.size(), std::size_t(RecordBounds::unattributedBurst + 1));
    }

    /// What is refused costs the partner nothing: of such calls so many are kept, and all are counted.
    void refusedCallsAreKeptWithinBounds()
    {
        Desk desk;
        QVERIFY(desk.call(Fixture::key(1)).decision.allowed);
        const std::size_t served = desk.calls.takeNow().records.size();
        QCOMPARE(served, std::size_t(1));
        int refused = 0;
        while (refused < 1000)
            refused += desk.call(Fixture::key(1)).decision.allowed ? 0 : 1;
        const auto kept = [](const CallQueue::Batch &batch) {
            return std::count_if(batch.records.begin(), batch.records.end(),
                                 [](const CallRecord &call) { return call.outcome != Outcome::Served; });
        };
        const CallQueue::Batch first = desk.calls.takeNow(100'000);
        QCOMPARE(kept(first), RecordBounds::refusedBurst);
        QCOMPARE(first.counted.size(), std::size_t(refused - RecordBounds::refusedBurst));
        QVERIFY(std::all_of(first.counted.begin(), first.counted.end(),
                            [](const CallRecord &call) { return call.outcome == Outcome::Throttled; }));
        desk.clock.advance(1s);
        refused = 0;
        while (refused < 1000)
            refused += desk.call(Fixture::key(1)).decision.allowed ? 0 : 1;
        const CallQueue::Batch second = desk.calls.takeNow(100'000);
        QCOMPARE(kept(second), static_cast<qint64>(RecordBounds::refusedPerSecond));
        QCOMPARE(second.counted.size(), std::size_t(refused) - std::size_t(kept(second)));
    }

    // A stranger guesses for a known id until he is blocked; the partner itself, from elsewhere, never
    // notices.
    void blocksSourceAndIdTogether()
    {
        Desk desk;
        for (int i = 0; i < 100'000; ++i)
            QCOMPARE(desk.call(Fixture::key(1, 9), "203.0.113.9").decision.reason,
                     DecisionReason::UnknownCredential);
        QVERIFY(desk.failures.blockedFor("203.0.113.9", id16(1), desk.clock.now()) > 0ns);
        // Even the right secret is not listened to from there; the answer is the same as for a wrong one.
        const Authorized blocked = desk.call(Fixture::key(1), "203.0.113.9");
        QCOMPARE(blocked.decision.reason, DecisionReason::UnknownCredential);
        QVERIFY(blocked.retryAfter > 0ns);
        QVERIFY(desk.call(Fixture::key(1), "192.0.2.1").decision.allowed);
        desk.clock.advance(FailureLimiter::blockTime);
        QVERIFY(desk.call(Fixture::key(1), "203.0.113.9").decision.allowed);
    }

    void failureTableIsBounded()
    {
        FailureLimiter gate;
        const Moment now{noon(), 0ns};
        for (int i = 0; i < 200'000; ++i)
            gate.failed("s" + QByteArray::number(i), "id", now);
        QVERIFY(gate.entryCount() <= 16 * FailureLimiter::mostPerShard);
        FailureLimiter full; // of blocks, none of which has ended
        for (std::size_t i = 0; i < 17 * FailureLimiter::mostPerShard; ++i)
            for (int failure = 0; failure < FailureLimiter::allowedFailures; ++failure)
                full.failed("s" + QByteArray::number(qulonglong(i)), "id", now);
        QVERIFY(full.entryCount() <= 16 * FailureLimiter::mostPerShard);
    }

    // Further attempts while it is blocked do not prolong the block.
    void triesWhileBlockedDoNotRenewTheBlock()
    {
        FailureLimiter gate;
        Moment now{noon(), 0ns};
        for (int i = 0; i < FailureLimiter::allowedFailures; ++i)
            gate.failed("s", "id", now);
        QCOMPARE(gate.blockedFor("s", "id", now), std::chrono::nanoseconds(FailureLimiter::blockTime));
        while (now.steady < FailureLimiter::blockTime) {
            gate.failed("s", "id", now);
            now.steady += 1s;
        }
        QCOMPARE(gate.blockedFor("s", "id", now), 0ns);
        for (int i = 0; i < FailureLimiter::allowedFailures - 1; ++i)
            gate.failed("s", "id", now);
        QCOMPARE(gate.blockedFor("s", "id", now), 0ns); // nothing was counted meanwhile
        gate.failed("s", "id", now);
        QVERIFY(gate.blockedFor("s", "id", now) > 0ns);
    }

    /// Whoever has one IPv6 address has 2^64; of IPv4 a neighbour is somebody else.
    void aNetworkOfIPv6IsOneSource()
    {
        FailureLimiter gate;
        const Moment now{noon(), 0ns};
        for (int i = 0; i < FailureLimiter::allowedFailures; ++i) {
            gate.failed("2001:db8:1:2::" + QByteArray::number(i + 1), "id", now);
            gate.failed("192.0.2." + QByteArray::number(i + 1), "id", now);
        }
        QVERIFY(gate.blockedFor("2001:DB8:1:2:3:4:5:6", "id", now) > 0ns);
        QCOMPARE(gate.blockedFor("2001:db8:1:3::1", "id", now), 0ns);
        QCOMPARE(gate.blockedFor("192.0.2.1", "id", now), 0ns);
        gate.succeeded("2001:db8:1:2::ffff", "id");
        QCOMPARE(gate.blockedFor("2001:db8:1:2::1", "id", now), 0ns);
    }

    void aFewMistakesAreForgiven()
    {
        Desk desk;
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < FailureLimiter::allowedFailures - 1; ++i)
                (void)desk.call(Fixture::key(1, 9));
            QVERIFY(desk.call(Fixture::key(1)).decision.allowed); // and a success starts the count again
        }
    }

    // The answer carries the snapshot: a revocation waits until it was sent.
    void revocationWaitsForTheAnswer()
    {
        Desk desk;
        Authorized answer = desk.call(Fixture::key(1));
        const auto revoke = [](const Policy &policy) { return policy.withoutCredential(id16(1)); };
        const qint64 number = desk.holder->publish(revoke);
        QVERIFY(desk.holder->oldestHeld() < number);
        answer = {};
        QCOMPARE(desk.holder->oldestHeld(), number);
        QCOMPARE(desk.call(Fixture::key(1)).decision.reason, DecisionReason::UnknownCredential);
    }

    void liveTokensAreCountedPerGeneration()
    {
        LiveTokens live;
        live.issued("a", 1, noon() + 10min, {noon(), 0ns});
        live.issued("a", 1, noon() + 5min, {noon(), 0ns});
        live.issued("a", 2, noon() + 10min, {noon(), 0ns});
        QCOMPARE(live.count("a", 1, noon()), 2);
        QCOMPARE(live.count("a", noon()), 3);
        QCOMPARE(live.count("a", 1, noon() + 5min), 1);
        live.ended("a", 1, noon() + 10min);
        QCOMPARE(live.count("a", 1, noon() + 5min), 0);
        QCOMPARE(live.count("b", noon()), 0);
        // A clock that is wrong for a while loses none of them.
        live.issued("b", 1, noon() + 30h, {noon() + 25h, 2min});
        QCOMPARE(live.count("a", 2, noon()), 1);
        live.issued("b", 1, noon() + 30min, {noon() + 20min, 20min}); // sweeps
        QCOMPARE(live.count("a", noon()), 0);
    }

    /// Without its pepper nothing is authorised, whatever is asked.
    void withoutItsPepperNothingHolds()
    {
        const Secret secret = Secret::copyOf("secret");
        CredentialRule credential;
        GenerationRule generation;
        generation.pepperVersion = 7;
        PepperRing ring;
        QVERIFY(!ring.holdsNothing(secret));
        QVERIFY(!ring.holds(credential, generation, secret));
        ring.add(1, Secret::copyOf(QByteArray(32, 'p')));
        QVERIFY(!ring.holdsNothing(secret));
        QVERIFY(!ring.holds(credential, generation, secret));
    }

    void peppersLiveInFilesThatOnlyTheServiceReads()
    {
        QTemporaryDir dir;
        QString why;
        const auto ring = PepperRing::open(dir.path(), true, &why);
        QVERIFY2(ring.has_value(), qPrintable(why));
        QCOMPARE(ring->currentVersion(), 1);
        const QString file = dir.filePath(u"pepper-1"_s);
        const QFile::Permissions mine =
            QFile::ReadOwner | QFile::ReadUser | QFile::WriteUser; // root may write anything
        QCOMPARE(QFile::permissions(file) & ~mine, QFile::Permissions());
        const VerifierInput input{u"p"_s, u"c"_s, 1, Realm::Sandbox};
        const Secret secret = Secret::copyOf("secret");
        const auto again = PepperRing::open(dir.path(), true, &why);
        QVERIFY(again.has_value());
        QCOMPARE(again->verifier(input, secret), ring->verifier(input, secret));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther));
        QVERIFY(!PepperRing::open(dir.path(), true, &why).has_value());
        QVERIFY(why.contains(u"0400"_s));
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(QFile::resize(file, 31));
        QVERIFY(!PepperRing::open(dir.path(), true, &why).has_value());
    }
};

QTEST_APPLESS_MAIN(TestAuthorizer)
#include "tst_authorizer.moc"

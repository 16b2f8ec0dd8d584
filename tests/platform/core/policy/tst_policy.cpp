// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/drain_watch.h"
#include "platform/core/policy/policy_holder.h"

#include "tests/platform/core/decision/decision_fixture.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace testing;

class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneChangeSharesTheRest()
    {
        std::vector<CredentialRule> many;
        Fixture fixture;
        for (int i = 0; i < 20'000; ++i) {
            CredentialRule rule;
            rule.id16 = id16(i);
            many.push_back(rule);
        }
        const Policy before({Fixture::partner()}, many, {}, nullptr);
        QCOMPARE(before.credentialCount(), 20'000);
        CredentialRule changed = many[7];
        changed.state = CredentialState::Revoked;
        const Policy after = before.withCredential(changed);
        QCOMPARE(before.credential(id16(7))->state, CredentialState::Unknown);
        QCOMPARE(after.credential(id16(7))->state, CredentialState::Revoked);
        QCOMPARE(after.credentialCount(), 20'000);
        int shared = 0;
        for (int i = 0; i < 20'000; ++i)
            shared += after.sharesCredentialShard(before, id16(i)) ? 1 : 0;
        QVERIFY2(shared > 19'700, qPrintable(QString::number(shared)));
        QCOMPARE(after.credential(id16(8)), before.credential(id16(8)));
        QCOMPARE(after.withoutCredential(id16(7)).credential(id16(7)), nullptr);
        QCOMPARE(after.partner(u"prt_1"_s), before.partner(u"prt_1"_s));
    }

    // Whatever is done to such a map: the entries are right, and only shards with a change are new.
    void mapsShareWhatDidNotChange()
    {
        using Map = ShardedMap<int, QString>;
        const Map nothing;
        QCOMPARE(nothing.find(1), nullptr);
        QCOMPARE(nothing.size(), 0);
        QCOMPARE(nothing.without(1).size(), 0);
        QCOMPARE(nothing.filtered([](int, const QString &) { return true; }).size(), 0);
        nothing.forEach([](int, const QString &) { QFAIL("nothing is there"); });

        QStringList texts;
        for (int i = 0; i < 2000; ++i)
            texts.append(QString::number(i));
        const Map map = Map::build(texts, [](const QString &text) { return text.toInt(); });
        const auto isWhole = [&texts](const Map &each, int except) {
            int seen = 0;
            bool right = true;
            each.forEach([&](int key, const QString &text) {
                ++seen;
                right = right && texts.at(key) == text && key != except;
            });
            for (int i = 0; i < 2000; ++i)
                right = right &&
                        (i == except ? each.find(i) == nullptr : each.find(i) && *each.find(i) == texts[i]);
            return right && seen == each.size() && seen == (except < 0 ? 2000 : 1999);
        };
        const auto shared = [&map](const Map &each) {
            int count = 0;
            for (int i = 0; i < 2000; ++i)
                count += each.sharesShard(map, i) ? 1 : 0;
            return count;
        };
        QVERIFY(isWhole(map, -1));
        QCOMPARE(map.find(2000), nullptr);
        QCOMPARE(shared(map.without(9999)), 2000);
        QCOMPARE(shared(map.filtered([](int, const QString &) { return true; })), 2000);
        const std::pair<Map, int> changed[]{
            {map.without(7), 7},
            {map.filtered([](int key, const QString &) { return key != 7; }), 7},
            {map.with(7, u"7"_s), -1}};
        for (const auto &[each, except] : changed) {
            QVERIFY(isWhole(each, except));
            QVERIFY(!each.sharesShard(map, 7));
            QVERIFY(shared(each) > 1900);
        }
        QVERIFY(isWhole(map, -1)); // as it was
        QCOMPARE(*map.with(7, u"other"_s).find(7), u"other"_s);
        QCOMPARE(map.filtered([](int, const QString &) { return false; }).size(), 0);
    }

    void denialsEndWithTheirTokens()
    {
        const Policy policy = Policy().withDeniedToken({"a", noon()}).withDeniedToken({"b", noon() + 1s});
        QVERIFY(policy.isDenied("a") && policy.isDenied("b") && !policy.isDenied("c"));
        const Policy later = policy.withoutExpiredDenials(noon());
        QVERIFY(!later.isDenied("a") && later.isDenied("b"));
        QCOMPARE(policy.deniedCount(), 2);
    }

    void overridesHoldOnlyInTheirTimeAndRealm()
    {
        PartnerRule partner = Fixture::partner();
        partner.limitOverride =
            LimitOverride{{7, 7, 7}, toDateTime(noon()), toDateTime(noon() + 1h), u"test"_s};
        QCOMPARE(partner.limitsAt(Realm::Production, noon() - 1ms), partner.limits.production);
        QCOMPARE(partner.limitsAt(Realm::Production, noon()), (Limits{7, 7, 7}));
        QCOMPARE(partner.limitsAt(Realm::Production, noon() + 1h), partner.limits.production);
        QCOMPARE(partner.limitsAt(Realm::Sandbox, noon()), partner.limits.sandbox);
        partner.stage = Stage::Sandbox;
        QCOMPARE(partner.limitsAt(Realm::Sandbox, noon()), (Limits{7, 7, 7}));
        partner.limitOverride.reset();
        partner.stage = Stage::Limited;
        QCOMPARE(partner.limitsAt(Realm::Production, noon()), partner.limits.limited);
    }

    void overridesMayBeOpenAtEitherEnd()
    {
        PartnerRule partner = Fixture::partner();
        const Limits own{7, 7, 7};
        const auto at = [&partner](Instant now) { return partner.limitsAt(Realm::Production, now); };
        partner.limitOverride = LimitOverride{own, {}, {}, u"test"_s};
        QCOMPARE(at(noon()), own);
        partner.limitOverride = LimitOverride{own, toDateTime(noon()), {}, u"test"_s};
        QCOMPARE(at(noon() - 1ms), partner.limits.production);
        QCOMPARE(at(noon() + 24h), own);
        partner.limitOverride = LimitOverride{own, {}, toDateTime(noon()), u"test"_s};
        QCOMPARE(at(noon() - 24h), own);
        QCOMPARE(at(noon()), partner.limits.production);
        partner.stage = Stage::Unknown;
        QCOMPARE(at(noon()), Limits{});
    }

    void theNewestGenerationThatHolds()
    {
        using State = GenerationState;
        CredentialRule rule;
        const auto add = [&rule](int number, State state, std::optional<Instant> until = {}) {
            GenerationRule each;
            each.number = number;
            each.state = state;
            each.graceUntil = until;
            rule.generations.push_back(each);
        };
        QCOMPARE(rule.newestValid(noon()), nullptr);
        add(2, State::Grace, noon() + 1h);
        add(4, State::Pending);
        add(3, State::Active);
        add(1, State::Active);
        add(5, State::Revoked);
        QCOMPARE(rule.newestValid(noon())->number, 3);
        rule.generations[2].state = State::Suspended;
        QCOMPARE(rule.newestValid(noon() + 1h - 1ms)->number, 2);
        QCOMPARE(rule.newestValid(noon() + 1h)->number, 1);
        rule.generations[3].state = State::Ended;
        QCOMPARE(rule.newestValid(noon() + 1h), nullptr);
        QCOMPARE(rule.generation(5)->number, 5);
        QCOMPARE(rule.generation(6), nullptr);
        for (const State state :
             {State::Unknown, State::Pending, State::Suspended, State::Void, State::Ended, State::Revoked}) {
            rule.generations[0].state = state;
            QVERIFY(!CredentialRule::isValid(rule.generations[0], noon()));
        }
        rule.generations[0].state = State::Grace;
        rule.generations[0].graceUntil.reset(); // which no act leaves
        QVERIFY(!CredentialRule::isValid(rule.generations[0], noon()));
    }

    void idsHaveOneShape()
    {
        QCOMPARE(id16Of(u"crd_0123456789abcdef"_s), QByteArray("0123456789abcdef"));
        for (const QString &other : {u"crd_0123456789abcde"_s, u"crd_0123456789abcdef0"_s,
                                     u"crx_0123456789abcdef"_s, u"0123456789abcdef"_s, u"crd_"_s, u""_s})
            QVERIFY2(id16Of(other).isEmpty(), qPrintable(other));
    }

    void factsAboutAll()
    {
        const Fixture fixture;
        CredentialRule rule = fixture.credential(1);
        rule.generations[0].pepperVersion = 3;
        rule.generations.push_back(fixture.generation(rule, 1, 2));
        GenerationRule plain; // explains, and has no verifier
        plain.pepperVersion = 9;
        rule.generations.push_back(plain);
        PartnerRule named = Fixture::partner();
        named.facts.slug = u"acme"_s;
        pc::rules::StageLimits limits;
        limits.production = {1, 2, 3};
        const Policy policy = fixture.policy.withCredential(rule)
                                  .withPartner(named)
                                  .withPartner(Fixture::partner(2))
                                  .withPlanLimits({{u"plan_1"_s, limits}});
        QCOMPARE(policy.pepperVersions(), (std::set<int>{1, 3}));
        QVERIFY(Policy().pepperVersions().empty());
        QVERIFY(policy.isSlugTaken(u"acme"_s, u"prt_2"_s));
        QVERIFY(!policy.isSlugTaken(u"acme"_s, u"prt_1"_s)); // its own
        QVERIFY(!policy.isSlugTaken(u"other"_s, u"prt_2"_s));
        QVERIFY(!Policy().isSlugTaken(u"acme"_s, u"prt_2"_s));
        QCOMPARE(policy.planLimits(u"plan_1"_s), std::optional(limits));
        QVERIFY(!policy.planLimits(u"plan_2"_s));
        const Policy whole({named}, {rule}, {{"jti", noon()}}, nullptr);
        QCOMPARE(*whole.partner(u"prt_1"_s), named);
        QCOMPARE(*whole.credential(id16(1)), rule);
        QVERIFY(whole.isDenied("jti"));
        QCOMPARE(whole.catalogue().routes().size(), 0);
    }

    void numbersGrow()
    {
        PolicyHolder holder;
        const qint64 first = holder.current()->number();
        QCOMPARE(holder.publish([](const Policy &policy) { return policy; }), first + 1);
        QCOMPARE(holder.current()->number(), first + 1);
    }

    void noChangeIsLost()
    {
        PolicyHolder holder;
        std::vector<std::thread> writers;
        for (int t = 0; t < 8; ++t) {
            writers.emplace_back([&holder, t] {
                for (int i = 0; i < 100; ++i) {
                    holder.publish([&](const Policy &policy) {
                        return policy.withDeniedToken({QByteArray::number(t * 1000 + i), noon()});
                    });
                }
            });
        }
        for (auto &each : writers)
            each.join();
        QCOMPARE(holder.current()->deniedCount(), 800);
    }

    // The heart of a revocation: it is acknowledged only when nobody decides by an older snapshot any more.
    void waitsForDecisionsInFlight()
    {
        PolicyHolder holder;
        DrainWatch watch(holder);
        PolicyRef inFlight = holder.current();
        std::atomic<int> answered{0};
        std::atomic<int> drained{0};
        for (int i = 0; i < 100; ++i) { // one drain serves them all
            watch.whenDrained(holder.publish([](const Policy &policy) { return policy; }), [&](bool done) {
                drained += done ? 1 : 0;
                ++answered;
            });
        }
        QTest::qWait(50); // never too short to fail rightly: nothing may come while it is held
        QCOMPARE(answered.load(), 0);
        inFlight.reset();
        QTRY_COMPARE_WITH_TIMEOUT(answered.load(), 100, 20000);
        QCOMPARE(drained.load(), 100);
    }

    // A snapshot that is never let go ends the waiting, and is told.
    void waitingIsBounded()
    {
        PolicyHolder holder;
        DrainWatch watch(holder);
        const PolicyRef stuck = holder.current();
        std::atomic<int> answer{-1};
        std::atomic<bool> later{false};
        QElapsedTimer timer;
        timer.start();
        watch.whenDrained(holder.publish([](const Policy &policy) { return policy; }),
                          [&](bool done) { answer = done ? 1 : 0; });
        watch.after(10ms, [&] { later = true; });
        QTRY_VERIFY_WITH_TIMEOUT(later.load(), 20000);
        QVERIFY(timer.hasExpired(10));
        QCOMPARE(answer.load(), -1);
        QTRY_COMPARE_WITH_TIMEOUT(answer.load(), 0, 20000);
        QVERIFY(timer.hasExpired(DrainWatch::drainLimit.count()));
        watch.stop(); // and whoever comes after the end is answered at once
        bool told = false;
        watch.whenDrained(1'000'000, [&told](bool done) { told = !done; });
        QVERIFY(told);
    }

    // Readers on many threads, while a writer revokes again and again: once drained, no reader holds an older
    // policy.
    void noReaderIsLeftBehind()
    {
        PolicyHolder holder;
        std::atomic<qint64> fence{0};
        std::atomic<bool> stop{false};
        std::atomic<int> late{0};
        std::vector<std::thread> readers;
        for (int t = 0; t < 6; ++t) {
            readers.emplace_back([&] {
                while (!stop) {
                    const PolicyRef policy = holder.current();
                    // The fence moves only after the drain; whoever still holds an older policy then is late.
                    if (policy->number() < fence.load())
                        ++late;
                }
            });
        }
        for (int i = 0; i < 500; ++i) {
            const qint64 number = holder.publish([](const Policy &policy) { return policy; });
            const QDeadlineTimer limit(60'000);
            while (holder.oldestHeld() < number && !limit.hasExpired())
                std::this_thread::yield();
            QVERIFY(!limit.hasExpired());
            fence = number;
        }
        stop = true;
        for (auto &each : readers)
            each.join();
        QCOMPARE(late.load(), 0);
    }

    // What is taken away holds over whatever is stored meanwhile, until it is lifted, and then not a bit of
    // it stays.
    void narrowingsHoldOverStoredRules()
    {
        const Fixture fixture;
        PolicyHolder holder(fixture.policy.withCredential(fixture.credential(1)));
        const auto current = [&holder] { return holder.current()->credential(id16(1)); };
        const CredentialRule stored = *current();
        Narrowing revoked;
        revoked.id16 = id16(1);
        revoked.credential = [](CredentialRule &rule) { rule.state = CredentialState::Revoked; };
        Narrowing scopes;
        scopes.id16 = id16(1);
        scopes.credential = [](CredentialRule &rule) { rule.scopes.clear(); };
        const auto first = holder.narrow(revoked);
        QVERIFY(first.changed);
        QVERIFY(!holder.narrow(revoked).changed); // it is closed already
        const auto second = holder.narrow(scopes);
        QVERIFY(second.changed);
        QVERIFY(second.number > first.number);
        QCOMPARE(holder.current()->number(), second.number);

        CredentialRule renamed = stored;
        renamed.expiresAt += 1h;
        holder.publish([&renamed](const Policy &policy) { return policy.withCredential(renamed); });
        QCOMPARE(current()->state, CredentialState::Revoked);
        QCOMPARE(current()->expiresAt, renamed.expiresAt);
        QVERIFY(current()->scopes.isEmpty());
        QCOMPARE(*holder.current()->storedCredential(id16(1)), renamed);

        holder.lift(first.ticket);
        QCOMPARE(current()->state, CredentialState::Revoked); // the other one asked for it, too
        holder.lift(first.ticket + 1);
        QCOMPARE(current()->state, renamed.state);
        QVERIFY(current()->scopes.isEmpty());
        // The stored change comes and its narrowing goes in one moment.
        holder.publish([&stored](const Policy &policy) { return policy.withCredential(stored); },
                       second.ticket);
        QCOMPARE(*current(), stored);
    }

    void narrowingOfAPartnerWhoComesLater()
    {
        PolicyHolder holder;
        Narrowing frozen;
        frozen.partnerId = u"prt_1"_s;
        frozen.partner = [](PartnerRule &rule) { rule.status = PartnerStatus::Frozen; };
        const auto narrowed = holder.narrow(frozen);
        QVERIFY(!narrowed.changed); // nobody there
        QCOMPARE(holder.current()->partner(u"prt_1"_s), nullptr);
        holder.publish([](const Policy &policy) { return policy.withPartner(Fixture::partner()); });
        QCOMPARE(holder.current()->partner(u"prt_1"_s)->status, PartnerStatus::Frozen);
        holder.lift(narrowed.ticket);
        QCOMPARE(*holder.current()->partner(u"prt_1"_s), Fixture::partner());
    }

    // What narrows the one is nothing to the other, partner or credential.
    void narrowingsStayWithTheirObjects()
    {
        const Fixture fixture;
        PolicyHolder holder(fixture.policy.withPartner(Fixture::partner(2))
                                .withCredential(fixture.credential(1))
                                .withCredential(fixture.credential(2)));
        const auto partner = [&holder](int n) { return *holder.current()->partner(u"prt_%1"_s.arg(n)); };
        const auto credential = [&holder](int n) { return *holder.current()->credential(id16(n)); };
        const auto frozen = [](int n) {
            Narrowing narrowing;
            narrowing.partnerId = u"prt_%1"_s.arg(n);
            narrowing.partner = [](PartnerRule &rule) { rule.status = PartnerStatus::Frozen; };
            return narrowing;
        };
        const auto revoked = [](int n) {
            Narrowing narrowing;
            narrowing.id16 = id16(n);
            narrowing.credential = [](CredentialRule &rule) { rule.state = CredentialState::Revoked; };
            return narrowing;
        };
        QVERIFY(Narrowing().isEmpty() && !frozen(1).isEmpty() && !revoked(1).isEmpty());
        const auto revocation = holder.narrow(revoked(1));
        const auto froze = holder.narrow(frozen(1));
        QVERIFY(revocation.changed && froze.changed);
        QCOMPARE(partner(1).status, PartnerStatus::Frozen);
        QCOMPARE(partner(2), Fixture::partner(2));
        QCOMPARE(credential(1).state, CredentialState::Revoked);
        QCOMPARE(credential(2), fixture.credential(2));
        QVERIFY(!holder.narrow(frozen(1)).changed);  // frozen already
        QVERIFY(!holder.narrow(revoked(9)).changed); // nobody's
        QVERIFY(!holder.narrow({}).changed);
        const auto also = holder.narrow(frozen(2));
        QVERIFY(also.changed);

        // Whatever else is stored meanwhile, each rule stays narrowed and is narrowed as stored last.
        PartnerRule renamed = Fixture::partner();
        renamed.facts.slug = u"renamed"_s;
        holder.publish([&renamed](const Policy &policy) { return policy.withPartner(renamed); });
        QCOMPARE(partner(1).status, PartnerStatus::Frozen);
        QCOMPARE(partner(1).facts.slug, u"renamed"_s);
        QCOMPARE(partner(2).status, PartnerStatus::Frozen);
        QCOMPARE(credential(1).state, CredentialState::Revoked);

        const qint64 number = holder.current()->number();
        QCOMPARE(holder.lift(999), number + 1); // an unknown one
        QCOMPARE(partner(1).status, PartnerStatus::Frozen);
        holder.lift(also.ticket);
        QCOMPARE(partner(2), Fixture::partner(2));
        holder.lift(froze.ticket);
        holder.lift(froze.ticket + 1);
        QCOMPARE(partner(1), renamed);
        QCOMPARE(credential(1).state, CredentialState::Revoked);
        holder.lift(revocation.ticket);
        QCOMPARE(credential(1), fixture.credential(1));
        // Nothing of them is left over what is stored from then on.
        CredentialRule later = fixture.credential(1);
        later.expiresAt += 1h;
        holder.publish([&later](const Policy &policy) {
            return policy.withCredential(later).withPartner(Fixture::partner());
        });
        QCOMPARE(credential(1), later);
        QCOMPARE(partner(1), Fixture::partner());
    }

    // A version is no power: a narrowing that changes nothing else took nothing away.
    void aVersionAloneIsNoLoss()
    {
        const Fixture fixture;
        PolicyHolder holder(fixture.policy.withCredential(fixture.credential(1)));
        Narrowing narrowing;
        narrowing.id16 = id16(1);
        narrowing.credential = [](CredentialRule &rule) { rule.version += 1; };
        QVERIFY(!holder.narrow(narrowing).changed);
        Narrowing partner;
        partner.partnerId = u"prt_1"_s;
        partner.partner = [](PartnerRule &rule) { rule.facts.version += 1; };
        QVERIFY(!holder.narrow(partner).changed);
        QCOMPARE(holder.current()->credential(id16(1))->version, 1);
        QCOMPARE(holder.current()->partner(u"prt_1"_s)->facts.version, 1);
    }

    // Long before a drain's limit: a `done` that comes at the limit would be too late.
    void drainsAreToldWhenTheyEnd()
    {
        std::atomic<int> inTime{0};
        PolicyHolder holder;
        DrainWatch watch(holder);
        // Waits eight times over, and counts who is told before nearly all of the limit has passed.
        const auto wait = [&](qint64 number) {
            const auto late = std::make_shared<std::atomic<bool>>(false);
            for (int i = 0; i < 8; ++i)
                watch.whenDrained(number, [&inTime, late](bool done) { inTime += done && !*late ? 1 : 0; });
            watch.after(DrainWatch::drainLimit * 4 / 5, [late] { *late = true; });
        };
        for (int round = 1; round <= 3; ++round) { // the thread sleeps before each
            PolicyRef inFlight = holder.current();
            const qint64 number = holder.publish([](const Policy &policy) { return policy; });
            wait(number);
            QTest::qWait(5);
            inFlight.reset();
            QTRY_COMPARE_WITH_TIMEOUT(inTime.load(), 16 * round - 8, 20000);
            QTest::qWait(5);
            wait(number); // drained long ago: nothing else will wake it
            QTRY_COMPARE_WITH_TIMEOUT(inTime.load(), 16 * round, 20000);
        }
    }

    // What a callback holds goes with it, not with the next event.
    void callbacksComeInTimeAndGo()
    {
        std::atomic<qint64> elapsed{-1};
        QElapsedTimer timer;
        PolicyHolder holder;
        DrainWatch watch(holder);
        auto held = std::make_shared<int>(0);
        const std::weak_ptr<int> gone = held;
        timer.start();
        watch.after(20ms, [&elapsed, &timer, kept = std::move(held)] { elapsed = timer.elapsed() + *kept; });
        QTRY_VERIFY_WITH_TIMEOUT(gone.expired(), 20000);
        QVERIFY2(elapsed >= 20, qPrintable(QString::number(elapsed)));
    }

    void snapshotsMayOutliveTheHolder()
    {
        PolicyRef kept;
        {
            PolicyHolder holder;
            kept = holder.current();
        }
        QCOMPARE(kept->partnerCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"

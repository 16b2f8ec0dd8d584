// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/drain_watch.h"
#include "platform/core/policy_holder.h"

#include "decision_world.h"

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
        World world;
        for (int i = 0; i < 20'000; ++i) {
            CredentialRule rule;
            rule.id16 = id16(i);
            many.push_back(rule);
        }
        const Policy before({World::partner()}, many, {}, nullptr);
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
        PartnerRule partner = World::partner();
        partner.limitOverride =
            LimitOverride{{7, 7, 7}, toDateTime(noon()), toDateTime(noon() + 1h), u"test"_s};
        QCOMPARE(partner.limitsAt(Realm::Production, noon() - 1ms), partner.productionLimits);
        QCOMPARE(partner.limitsAt(Realm::Production, noon()), (Limits{7, 7, 7}));
        QCOMPARE(partner.limitsAt(Realm::Production, noon() + 1h), partner.productionLimits);
        QCOMPARE(partner.limitsAt(Realm::Sandbox, noon()), partner.sandboxLimits);
        partner.stage = Stage::Sandbox;
        QCOMPARE(partner.limitsAt(Realm::Sandbox, noon()), (Limits{7, 7, 7}));
        partner.limitOverride.reset();
        partner.stage = Stage::Limited;
        QCOMPARE(partner.limitsAt(Realm::Production, noon()), partner.limitedLimits);
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
        const World world;
        PolicyHolder holder(world.policy.withCredential(world.credential(1)));
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
        holder.publish([](const Policy &policy) { return policy.withPartner(World::partner()); });
        QCOMPARE(holder.current()->partner(u"prt_1"_s)->status, PartnerStatus::Frozen);
        holder.lift(narrowed.ticket);
        QCOMPARE(*holder.current()->partner(u"prt_1"_s), World::partner());
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

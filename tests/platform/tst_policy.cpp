// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy_holder.h"

#include "decision_world.h"

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

    // The heart of a revocation: it returns only when nobody decides by an older snapshot any more.
    void waitsForDecisionsInFlight()
    {
        PolicyHolder holder;
        PolicyRef inFlight = holder.current();
        const auto early = holder.publishAndWait([](const Policy &policy) { return policy; }, 20ms);
        QVERIFY(!early.drained);
        QVERIFY(inFlight->number() < early.number);

        std::atomic<bool> returned{false};
        std::thread revoker([&] {
            const auto waited = holder.publishAndWait([](const Policy &policy) { return policy; }, 60s);
            returned = true;
            QVERIFY(waited.drained);
        });
        while (holder.current()->number() < early.number + 1)
            std::this_thread::yield();
        QVERIFY(!returned);
        inFlight.reset();
        revoker.join();
        QVERIFY(returned);
    }

    // Readers on many threads, while a writer revokes again and again: after publishAndWait() no reader holds
    // an older policy.
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
                    // The fence moves only after publishAndWait returned; whoever still holds an older policy
                    // then is late.
                    if (policy->number() < fence.load())
                        ++late;
                }
            });
        }
        for (int i = 0; i < 500; ++i) {
            const auto waited = holder.publishAndWait([](const Policy &policy) { return policy; }, 60s);
            QVERIFY(waited.drained);
            fence = waited.number;
        }
        stop = true;
        for (auto &each : readers)
            each.join();
        QCOMPARE(late.load(), 0);
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

QTEST_APPLESS_MAIN(TestPolicy)
#include "tst_policy.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/oauth/oauth_fixture.h"

#include "platform/gateway/revocation_proofs.h"
#include "tests/support/in_time.h"

#include <QTest>

#include <future>

using namespace testing;
using pc::test::inTime;

namespace {

QString idOf(int n)
{
    return QString::fromLatin1(Platform::clientId(n));
}

/// Both halves of proofs, with the decision itself as the only point.
struct Proofs
{
    Platform platform;
    RevocationProbe probe{*platform.authorizer, *platform.tokens, *platform.holder, *platform.gateways,
                          platform.clock};
    RevocationProofs proofs{probe, platform.clock};

    ~Proofs() { proofs.stop(); }
    [[nodiscard]] ProbeReport prepare(int n)
    {
        auto promise = std::make_shared<std::promise<ProbeReport>>();
        auto future = promise->get_future();
        proofs.prepare(idOf(n), [promise](const ProbeReport &report) { promise->set_value(report); });
        return inTime(future, 30s);
    }
    [[nodiscard]] RevocationProof prove(int n)
    {
        auto promise = std::make_shared<std::promise<RevocationProof>>();
        auto future = promise->get_future();
        proofs.prove(idOf(n), [promise](const RevocationProof &proof) { promise->set_value(proof); });
        return inTime(future, 30s);
    }
    void revoke(int n)
    {
        CredentialRule rule = platform.fixture.credential(n);
        rule.state = CredentialState::Revoked;
        platform.set(rule);
    }
};

} // namespace

/// What is remembered around a revocation, and for how long.
class TestRevocationProofs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProofNeedsBothHalves()
    {
        Proofs all;
        QVERIFY(!all.proofs.isPrepared(idOf(2)));
        QVERIFY(!all.proofs.known(idOf(2)));
        const ProbeReport report = all.prepare(2);
        QCOMPARE(report.credentialId, idOf(2));
        QCOMPARE(report.generation, 1);
        QCOMPARE(report.probes.size(), 1);
        QVERIFY(report.probes.front().accepted);
        QCOMPARE(report.validUntil, toDateTime(all.platform.clock.now().wall + 5min));
        QVERIFY(!all.proofs.known(idOf(2))); // nothing is revoked yet
        const auto prepared = all.proofs.prepared(idOf(2));
        QVERIFY(prepared);
        QCOMPARE(prepared->state, ProofOutcome::Running);
        QCOMPARE(prepared->points.size(), 1);
        QCOMPARE(prepared->points.front().outcome, ProofOutcome::Running);
        QCOMPARE(prepared->points.front().before, std::optional(report.probes.front()));
        QVERIFY(!prepared->points.front().after);
        QVERIFY(!all.proofs.isPrepared(idOf(1))); // another one's business

        all.revoke(2);
        const RevocationProof proof = all.prove(2);
        QCOMPARE(proof.state, ProofOutcome::Proven);
        QCOMPARE(proof.points.size(), 1);
        QCOMPARE(all.proofs.known(idOf(2)), std::optional(proof));
        QVERIFY(!all.proofs.isPrepared(idOf(2))); // it is good for one
        QCOMPARE(all.prove(2), RevocationProof());
        QCOMPARE(all.proofs.known(idOf(2)), std::optional(RevocationProof()));
    }

    /// Five minutes by the steady clock, to the instant.
    void whatIsPreparedIsGoodForFiveMinutes()
    {
        Proofs all;
        QCOMPARE(all.prepare(2).probes.size(), 1);
        all.platform.clock.advance(5min - 1ms);
        QVERIFY(all.proofs.isPrepared(idOf(2)));
        all.platform.clock.advance(1ms);
        QVERIFY(!all.proofs.isPrepared(idOf(2)));
        all.revoke(2);
        QCOMPARE(all.prove(2), RevocationProof());
        // Asked again it is as good as new; the latest question counts.
        QCOMPARE(all.prepare(1).probes.size(), 1);
        all.platform.clock.advance(4min);
        QCOMPARE(all.prepare(1).probes.size(), 1);
        all.platform.clock.advance(4min);
        QVERIFY(all.proofs.isPrepared(idOf(1)));
        QCOMPARE(all.proofs.prepared(idOf(1))->points.size(), 1);
    }

    void whatIsNotAcceptedIsNotPrepared()
    {
        Proofs all;
        const ProbeReport nobody = all.prepare(99);
        QCOMPARE(nobody.credentialId, idOf(99));
        QCOMPARE(nobody.generation, 0);
        QVERIFY(nobody.probes.isEmpty());
        QVERIFY(!all.proofs.isPrepared(idOf(99)));
    }

    /// A number of proofs and no more is remembered, the newest among them.
    void ofManyProofsSomeAreForgotten()
    {
        Proofs all;
        const auto id = [](int n) { return u"crd_%1"_s.arg(n); };
        constexpr int asked = static_cast<int>(RevocationProofs::mostPrepared) + 5;
        int known = 0;
        for (int n = 0; n < asked; ++n) {
            all.proofs.prove(id(n), [](const RevocationProof &) {});
            QVERIFY(all.proofs.known(id(n)));
        }
        for (int n = 0; n < asked; ++n)
            known += all.proofs.known(id(n)) ? 1 : 0;
        QCOMPARE(known, static_cast<int>(RevocationProofs::mostPrepared));
    }
};

QTEST_GUILESS_MAIN(TestRevocationProofs)
#include "tst_revocation_proofs.moc"

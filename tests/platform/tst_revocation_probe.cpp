// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth_world.h"

#include "platform/gateway/probe_client.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <future>
#include <mutex>
#include <thread>

using namespace testing;

namespace {

HttpHeaders bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
}

/// All answers, waited for.
QList<Probe> answersOf(RevocationProbe &probe, const RevocationProbe::TokenPtr &token)
{
    QList<Probe> answers;
    std::mutex mutex;
    std::promise<void> done;
    probe.ask(
        token,
        [&](const Probe &answer) {
            const std::lock_guard lock(mutex);
            answers.append(answer);
        },
        [&done] { done.set_value(); });
    if (done.get_future().wait_for(30s) != std::future_status::ready)
        qFatal("no answers within 30 s");
    return answers;
}

} // namespace

class TestRevocationProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registryKeepsWhatItIsTold()
    {
        QTemporaryDir dir;
        const QString file = gatewayRegistryFile(dir.path());
        GatewayRule rule{u"edge"_s,
                         QByteArray(32, 'a'),
                         Realm::Sandbox,
                         u"https://edge.example/api/v1/probe"_s,
                         u"/ca.pem"_s,
                         toDateTime(noon()),
                         toDateTime(noon() + 24h)};
        QVERIFY(GatewayRegistry::read(file)->empty());
        QVERIFY(GatewayRegistry::add(file, rule).has_value());
        QVERIFY(!GatewayRegistry::add(file, rule).has_value());
        QCOMPARE(GatewayRegistry::read(file)->front(), rule);
        GatewayRegistry registry(file);
        QCOMPARE(registry.all().size(), std::size_t(1));
        QVERIFY(GatewayRegistry::remove(file, u"edge"_s).has_value());
        QVERIFY(!GatewayRegistry::remove(file, u"edge"_s).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(registry.all().empty(), 20000); // taken over by itself
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"gateways\":[{\"name\":\"x\",\"thumbprint\":\"00\"}]}");
        damaged.close();
        QVERIFY(!GatewayRegistry::read(file).has_value());
        QVERIFY(GatewayRegistry(file).all().empty());
    }

    void revocationIsProven()
    {
        Platform platform;
        RevocationProbe probe(*platform.authorizer, *platform.tokens, *platform.holder, *platform.gateways,
                              platform.clock);
        const RevocationProbe::TokenPtr token = probe.mint(id16(2));
        QVERIFY(token);
        QCOMPARE(token->generation, 1);
        const QList<Probe> before = answersOf(probe, token);
        QCOMPARE(before.size(), 1);
        QVERIFY(before.front().accepted);
        QCOMPARE(RevocationProbe::proofOf(before, {}).state, ProofOutcome::NotProven);
        CredentialRule rule = platform.world.credential(2);
        rule.state = CredentialState::Revoked;
        const qint64 number =
            platform.holder->publish([&](const Policy &policy) { return policy.withCredential(rule); });
        const QList<Probe> after = answersOf(probe, token);
        QCOMPARE(after.front().status, 401);
        QCOMPARE(after.front().snapshot, number);
        const RevocationProof proof = RevocationProbe::proofOf(before, after);
        QCOMPARE(proof.state, ProofOutcome::Proven);
        QVERIFY(proof.points.front().before->decisionId != proof.points.front().after->decisionId);
        QVERIFY(!probe.mint("nobody0000000000"));
        rule.generations.front().state = GenerationState::Revoked;
        platform.set(rule);
        QVERIFY(!probe.mint(id16(2))); // nothing of it is valid any more
        // A probe token opens the probe route and no other, here as behind a gateway.
        const RevocationProbe::TokenPtr other = probe.mint(id16(1));
        const HttpHeaders headers = bearer(other->text.view().toByteArray());
        QCOMPARE(platform.send(Platform::get("/api/v1/probe", headers)).status, 204);
        QCOMPARE(platform.send(Platform::get("/api/v1/orders", headers)).status, 403);
    }

    // The newest generation that is valid is the one that is probed, whatever its number.
    void theNewestValidGenerationIsProbed()
    {
        Platform platform;
        CredentialRule rule = platform.world.credential(2);
        GenerationRule second = rule.generations.front();
        second.number = 2;
        GenerationRule third = second;
        third.number = 3;
        third.state = GenerationState::Pending;
        rule.generations.push_back(second);
        rule.generations.push_back(third);
        platform.set(rule);
        RevocationProbe probe(*platform.authorizer, *platform.tokens, *platform.holder, *platform.gateways,
                              platform.clock);
        QCOMPARE(probe.mint(id16(2))->generation, 2);
    }

    void outcomePerPoint_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<QString>("outcome");
        // status; 0: no answer, -1: was not asked at all
        QTest::newRow("accepted, refused") << 204 << 401 << u"proven"_s;
        QTest::newRow("accepted, forbidden") << 200 << 403 << u"proven"_s;
        QTest::newRow("accepted, still accepted") << 200 << 200 << u"not_proven"_s;
        QTest::newRow("refused before") << 401 << 401 << u"not_proven"_s;
        QTest::newRow("accepted, then broken") << 200 << 502 << u"not_proven"_s;
        QTest::newRow("accepted, then limited") << 200 << 429 << u"not_proven"_s;
        QTest::newRow("silent before") << 0 << 401 << u"not_asked"_s;
        QTest::newRow("silent after") << 200 << 0 << u"not_asked"_s;
        QTest::newRow("gone from the list") << 200 << -1 << u"not_asked"_s;
        QTest::newRow("new in the list") << -1 << 401 << u"not_asked"_s;
    }
    void outcomePerPoint()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(QString, outcome);
        const auto answer = [](const QString &gateway, int status) {
            Probe probe;
            probe.gateway = gateway;
            probe.status = status;
            probe.accepted = status >= 200 && status < 300;
            return probe;
        };
        QList<Probe> first{answer(u"good"_s, 200)};
        QList<Probe> second{answer(u"good"_s, 401)};
        if (before >= 0)
            first.append(answer(u"edge"_s, before));
        if (after >= 0)
            second.append(answer(u"edge"_s, after));
        const RevocationProof proof = RevocationProbe::proofOf(first, second);
        QCOMPARE(proof.points.size(), 2);
        QCOMPARE(proof.points.at(0).gateway, u"edge"_s); // by name
        QCOMPARE(toText(proof.points.at(0).outcome), outcome);
        QCOMPARE(proof.points.at(1).outcome, ProofOutcome::Proven);
        QCOMPARE(proof.state, outcome == u"proven"_s ? ProofOutcome::Proven : ProofOutcome::NotProven);
    }

    // One that hangs takes nobody's time but its own, however often it is asked.
    void lanesDoNotWaitForEachOther()
    {
        ProbeLanes lanes;
        const auto deadline = std::chrono::steady_clock::now() + 300ms;
        std::promise<void> hang;
        const std::shared_future<void> held = hang.get_future().share();
        std::atomic<int> late{0};
        std::atomic<int> answered{0};
        std::atomic<int> inTimeCount{0};
        for (int i = 0; i < 20; ++i) {
            lanes.post(u"hangs"_s, deadline, [&, held](bool inTime) {
                if (inTime)
                    held.wait_for(60s);
                else
                    ++late;
            });
            lanes.post(u"edge %1"_s.arg(i % 3), deadline, [&](bool inTime) {
                inTimeCount += inTime ? 1 : 0;
                ++answered;
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(answered.load(), 20, 250);
        QCOMPARE(inTimeCount.load(), 20);
        QCOMPARE(late.load(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(std::chrono::steady_clock::now() > deadline, 2000);
        hang.set_value();
        QTRY_COMPARE_WITH_TIMEOUT(late.load(), 20 - ProbeLanes::threadsPerLane, 2000); // told, not asked
        lanes.stop();
        bool inTime = true;
        lanes.post(u"edge"_s, deadline + 1h, [&inTime](bool asked) { inTime = asked; });
        QVERIFY(!inTime);
    }

    // The system's look-up has no limit: it is left behind, and asked once for all who wait for that name.
    void aHangingLookUpIsLeftBehind()
    {
        std::promise<void> hang;
        const std::shared_future<void> held = hang.get_future().share();
        std::atomic<int> asked{0};
        NameLookup names([&asked, held](const QByteArray &host, int) {
            ++asked;
            if (host == "hangs.example")
                held.wait_for(60s);
            return NameLookup::system("127.0.0.1", 80);
        });
        QElapsedTimer timer;
        timer.start();
        const auto soon = [] { return std::chrono::steady_clock::now() + 100ms; };
        QVERIFY(names.find("hangs.example", 80, soon()).empty());
        QVERIFY(names.find("hangs.example", 80, soon()).empty());
        QCOMPARE(asked.load(), 1);
        QVERIFY(timer.elapsed() < 2000);
        QCOMPARE(names.find("edge.example", 80, std::chrono::steady_clock::now() + 10s).size(),
                 std::size_t(1));
        QCOMPARE(names.find("127.0.0.2", 80, soon()).size(), std::size_t(1)); // no look-up at all
        QCOMPARE(asked.load(), 2);
        hang.set_value();
        QTRY_VERIFY_WITH_TIMEOUT(!names.find("hangs.example", 80, soon()).empty(), 20000);
    }

    void gatewaysAreAskedOverHttp()
    {
        QTcpServer server; // stands for a gateway: answers once with what the shipped configurations pass on
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1/api/v1/probe"_s.arg(server.serverPort());
        ProbeAnswer answer;
        NameLookup names;
        std::thread asker([&] { answer = probeGateway(url, {}, Secret::copyOf("token-1"), 10s, names); });
        QVERIFY(server.waitForNewConnection(10'000));
        QTcpSocket *socket = server.nextPendingConnection();
        QByteArray asked;
        while (!asked.contains("\r\n\r\n") && socket->waitForReadyRead(10'000))
            asked += socket->readAll();
        QVERIFY(asked.startsWith("GET /api/v1/probe HTTP/1.1\r\n"));
        QVERIFY(asked.contains("Authorization: Bearer token-1\r\n"));
        socket->write("HTTP/1.1 204 No Content\r\nX-Decision-Id: dec_9\r\nX-Policy-Snapshot: 42\r\n\r\n");
        QVERIFY(socket->waitForBytesWritten(10'000));
        socket->disconnectFromHost();
        asker.join();
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.decisionId, u"dec_9"_s);
        QCOMPARE(answer.snapshot, 42);
        server.close();
        QCOMPARE(probeGateway(url, {}, Secret::copyOf("t"), 300ms, names).status, 0);
        QCOMPARE(probeGateway(u"ftp://127.0.0.1/"_s, {}, Secret::copyOf("t"), 300ms, names).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestRevocationProbe)
#include "tst_revocation_probe.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth_world.h"

#include "platform/gateway/probe_client.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <thread>

using namespace testing;

namespace {

HttpHeaders bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
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
        QTRY_VERIFY_WITH_TIMEOUT(registry.all().empty(), 5000); // taken over by itself
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
        const RevocationProbe probe(*platform.authorizer, *platform.tokens, *platform.holder,
                                    *platform.gateways, platform.clock);
        RevocationProbe::Run run = probe.begin(id16(2), 0);
        QCOMPARE(run.generation, 1);
        run.before = probe.ask(run);
        QVERIFY(run.before.front().accepted);
        QVERIFY(!RevocationProbe::proofOf(run).proven);
        CredentialRule rule = platform.world.credential(2);
        rule.state = CredentialState::Revoked;
        const auto waited = platform.holder->publishAndWait(
            [&](const Policy &policy) { return policy.withCredential(rule); }, 10s);
        QVERIFY(waited.drained);
        run.after = probe.ask(run);
        QCOMPARE(run.after.front().status, 401);
        QCOMPARE(run.after.front().snapshot, waited.number);
        const RevocationProof proof = RevocationProbe::proofOf(run);
        QVERIFY(proof.proven);
        QVERIFY(proof.before.front().decisionId != proof.after.front().decisionId);
        QVERIFY(probe.begin("nobody0000000000", 1).token.isEmpty());
        // A probe token opens the probe route and no other, here as behind a gateway.
        run = probe.begin(id16(1), 1);
        const HttpHeaders headers = bearer(run.token.view().toByteArray());
        QCOMPARE(platform.send(Platform::get("/api/v1/probe", headers)).status, 204);
        QCOMPARE(platform.send(Platform::get("/api/v1/orders", headers)).status, 403);
    }

    void gatewaysAreAskedOverHttp()
    {
        QTcpServer server; // stands for a gateway: answers once with what the shipped configurations pass on
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1/api/v1/probe"_s.arg(server.serverPort());
        ProbeAnswer answer;
        std::thread asker([&] { answer = probeGateway(url, {}, Secret::copyOf("token-1"), 10s); });
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
        QCOMPARE(probeGateway(url, {}, Secret::copyOf("t"), 300ms).status, 0);
        QCOMPARE(probeGateway(u"ftp://127.0.0.1/"_s, {}, Secret::copyOf("t"), 300ms).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestRevocationProbe)
#include "tst_revocation_probe.moc"

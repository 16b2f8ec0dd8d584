// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/http_fixture.h"
#include "tests/platform/oauth/oauth_fixture.h"

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

/// What a probe makes of an answer, given as bytes; `asked` gets what it sent.
ProbeAnswer probed(const QByteArray &answer, const QString &path = u"/api/v1/probe"_s,
                   QByteArray *asked = nullptr)
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    const QString url = u"http://127.0.0.1:%1%2"_s.arg(server.serverPort()).arg(path);
    NameLookup names;
    std::future<ProbeAnswer> found = std::async(
        std::launch::async, [&] { return probeGateway(url, {}, Secret::copyOf("token-1"), 10s, names); });
    QByteArray request;
    if (server.waitForNewConnection(10'000)) {
        QTcpSocket *socket = server.nextPendingConnection();
        while (!request.contains("\r\n\r\n") && socket->waitForReadyRead(10'000))
            request += socket->readAll();
        socket->write(answer);
        socket->disconnectFromHost();
        while (socket->state() != QAbstractSocket::UnconnectedState && socket->waitForBytesWritten(10'000)) {
        }
    }
    if (asked != nullptr)
        *asked = request;
    return found.get();
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
        RecordedGateways recorded;
        GatewayRegistry registry(file, recorded);
        QVERIFY(registry.all().empty()); // in the file, but not in the audit log
        GatewayRule other = rule;
        other.realm.reset();
        recorded.add(other);
        QVERIFY(!registry.find(rule.thumbprint)); // of another realm
        other = rule;
        other.thumbprint = QByteArray(32, 'b');
        recorded.add(other);
        QVERIFY(!registry.find(rule.thumbprint)); // another certificate
        recorded.add(rule);
        QCOMPARE(registry.find(rule.thumbprint), rule);
        QCOMPARE(registry.all().size(), std::size_t(1));
        QVERIFY(recorded.remove(rule.name));
        QVERIFY(!recorded.remove(rule.name));
        QVERIFY(!registry.find(rule.thumbprint)); // at once, whatever the file says
        recorded.add(rule);
        QVERIFY(GatewayRegistry::remove(file, u"edge"_s).has_value());
        QVERIFY(!GatewayRegistry::remove(file, u"edge"_s).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(registry.all().empty(), 20000); // taken over by itself
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"gateways\":[{\"name\":\"x\",\"thumbprint\":\"00\"}]}");
        damaged.close();
        QVERIFY(!GatewayRegistry::read(file).has_value());
        QVERIFY(GatewayRegistry(file, recorded).all().empty());
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
        CredentialRule rule = platform.fixture.credential(2);
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
        CredentialRule rule = platform.fixture.credential(2);
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

    /// Who answers late is asked anew the next time: an answer is not kept for ever.
    void namesAreLookedUpEachTime()
    {
        std::atomic<int> asked{0};
        NameLookup names([&asked](const QByteArray &, int port) {
            return ++asked == 1 ? NameLookup::Addresses() : NameLookup::system("127.0.0.1", port);
        });
        const auto soon = [] { return std::chrono::steady_clock::now() + 10s; };
        QVERIFY(names.find("edge.example", 80, soon()).empty());
        QCOMPARE(names.find("edge.example", 80, soon()).size(), std::size_t(1));
        QCOMPARE(names.find("edge.example", 81, soon()).size(), std::size_t(1));
        QCOMPARE(asked.load(), 3);
        QVERIFY(NameLookup::system("nobody.invalid", 80).empty());
        const NameLookup::Addresses six = names.find("::1", 443, soon());
        QCOMPARE(six.size(), std::size_t(1));
        QCOMPARE(int(six.front().storage.ss_family), AF_INET6);
        QCOMPARE(asked.load(), 3);
    }

    /// A lane that is full says so at once; the others have room.
    void aFullLaneTakesNoMore()
    {
        ProbeLanes lanes;
        std::promise<void> hang;
        const std::shared_future<void> held = hang.get_future().share();
        std::atomic<int> running{0};
        std::atomic<int> ran{0};
        const auto later = std::chrono::steady_clock::now() + 1h;
        for (int i = 0; i < ProbeLanes::threadsPerLane; ++i) {
            lanes.post(u"full"_s, later, [&, held](bool) {
                ++running;
                held.wait_for(60s);
            });
        }
        QTRY_COMPARE(running.load(), ProbeLanes::threadsPerLane);
        for (std::size_t i = 0; i < ProbeLanes::mostWaiting; ++i)
            lanes.post(u"full"_s, later, [&](bool inTime) { ran += inTime ? 1 : 0; });
        QCOMPARE(ran.load(), 0);
        std::optional<bool> told;
        lanes.post(u"full"_s, later, [&](bool inTime) { told = inTime; });
        QCOMPARE(told, std::optional(false));
        std::promise<bool> other;
        lanes.post(u"other"_s, later, [&](bool inTime) { other.set_value(inTime); });
        QVERIFY(other.get_future().get());
        hang.set_value();
        QTRY_COMPARE(ran.load(), int(ProbeLanes::mostWaiting));
        lanes.stop();
        lanes.stop(); // the second time does nothing
    }

    /// What waits when all is stopped is told, not asked, and the end waits for it.
    void stoppingTellsWhatWaits()
    {
        std::promise<void> hang;
        const std::shared_future<void> held = hang.get_future().share();
        std::atomic<int> late{0};
        std::atomic<int> running{0};
        ProbeLanes lanes;
        const auto later = std::chrono::steady_clock::now() + 1h;
        for (int i = 0; i < ProbeLanes::threadsPerLane + 3; ++i) {
            lanes.post(u"edge"_s, later, [&, held](bool inTime) {
                if (!inTime) {
                    ++late;
                    return;
                }
                ++running;
                held.wait_for(60s);
            });
        }
        QTRY_COMPARE(running.load(), ProbeLanes::threadsPerLane);
        std::thread opener([&] {
            std::this_thread::sleep_for(20ms);
            hang.set_value();
        });
        lanes.stop();
        QCOMPARE(late.load(), 3);
        opener.join();
    }

    void whatAnAnswerSays_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("decision");
        QTest::addColumn<qint64>("snapshot");
        const auto row = [](const char *name, const QByteArray &answer, int status,
                            const QString &decision = {}, qint64 snapshot = 0) {
            QTest::newRow(name) << answer << status << decision << snapshot;
        };
        row("plain", "HTTP/1.1 200 OK\r\n\r\n", 200);
        row("without a phrase", "HTTP/1.1 403\r\n\r\n", 403);
        row("HTTP/1.0", "HTTP/1.0 401 No\r\n\r\n", 401);
        row("told", "HTTP/1.1 204 OK\r\nX-DECISION-ID:dec_1\r\nx-policy-snapshot:  7 \r\n\r\n", 204,
            u"dec_1"_s, 7);
        row("with a colon", "HTTP/1.1 204 OK\r\nnonsense\r\nX-Decision-Id: a:b\r\n\r\n", 204, u"a:b"_s);
        row("a long one", "HTTP/1.1 204 OK\r\nX-Decision-Id: " + QByteArray(65, 'd') + "\r\n\r\n", 204,
            QString(64, u'd'));
        row("after the header", "HTTP/1.1 204 OK\r\n\r\nX-Decision-Id: dec_1\r\n\r\n", 204);
        row("no end", "HTTP/1.1 200 OK\r\nX-Decision-Id: dec_1\r\n", 0);
        row("another version", "HTTP/2 200\r\n\r\n", 0);
        row("another protocol", "SSH-2.0 200\r\n\r\n", 0);
        row("no status", "HTTP/1.1\r\n\r\n", 0);
        row("nothing", "", 0);
        row("a large header", "HTTP/1.1 200 OK\r\nX: " + QByteArray(15'000, 'x') + "\r\n\r\n", 200);
        row("too large a header", "HTTP/1.1 200 OK\r\nX: " + QByteArray(40'000, 'x') + "\r\n\r\n", 0);
    }
    void whatAnAnswerSays()
    {
        QFETCH(const QByteArray, answer);
        const ProbeAnswer found = probed(answer);
        QTEST(found.status, "status");
        QTEST(found.decisionId, "decision");
        QTEST(found.snapshot, "snapshot");
    }

    void whatIsAsked()
    {
        for (const auto &[path, target] :
             {std::pair(u""_s, "/"), std::pair(u"/"_s, "/"), std::pair(u"/a%20b/c"_s, "/a%20b/c")}) {
            QByteArray asked;
            QCOMPARE(probed("HTTP/1.1 200 OK\r\n\r\n", path, &asked).status, 200);
            const QByteArray begin = "GET " + QByteArray(target) + " HTTP/1.1\r\nHost: 127.0.0.1:";
            QVERIFY2(asked.startsWith(begin), asked.constData());
            QVERIFY(asked.contains("\r\nConnection: close\r\n"));
            QVERIFY(asked.endsWith("\r\nAuthorization: Bearer token-1\r\n\r\n"));
        }
        NameLookup names;
        for (const QString &url : {u""_s, u"http://"_s, u"http:///x"_s, u"https:x"_s, u"127.0.0.1"_s})
            QCOMPARE(probeGateway(url, {}, Secret::copyOf("t"), 300ms, names).status, 0);
    }

    /// Over TLS: only a peer that the given authority vouches for, under the name that was asked for, gets
    /// the token.
    void gatewaysAreAskedOverTls()
    {
        pc::test::HttpFixture gateway;
        std::mutex mutex;
        QByteArrayList hosts;
        gateway.router().add(HttpMethod::Get, "/probe",
                             [&](const HttpRequest &request, const Responder &respond) {
                                 const std::lock_guard lock(mutex);
                                 hosts.append(request.headers.value("Host"));
                                 HttpResponse response = emptyResponse(204);
                                 response.headers.set("X-Decision-Id", "dec_1");
                                 respond(std::move(response));
                             });
        gateway.makeClientCertificate(u"other"_s, false); // of an authority of the same name
        gateway.start();
        NameLookup names([](const QByteArray &host, int port) {
            NameLookup::Addresses all = NameLookup::system("127.0.0.1", port);
            if (host == "localhost") // nobody listens at the first of the two
                all.insert(all.begin(), NameLookup::system("127.0.0.9", port).front());
            return all;
        });
        const auto ask = [&](const QString &host, const QString &ca) {
            return probeGateway(u"https://%1:%2/probe"_s.arg(host).arg(gateway.port()), ca,
                                Secret::copyOf("token-1"), 10s, names);
        };
        QCOMPARE(ask(u"127.0.0.1"_s, gateway.caFile()).status, 204);
        const ProbeAnswer named = ask(u"localhost"_s, gateway.caFile());
        QCOMPARE(named.status, 204);
        QCOMPARE(named.decisionId, u"dec_1"_s);
        QCOMPARE(hosts.size(), 2);
        QCOMPARE(hosts.back(), QByteArray("localhost:" + QByteArray::number(gateway.port())));
        QCOMPARE(ask(u"edge.example"_s, gateway.caFile()).status, 0); // not its name
        QCOMPARE(ask(u"127.0.0.1"_s, QString()).status, 0);           // the system trusts it not
        QCOMPARE(ask(u"127.0.0.1"_s, gateway.file(u"other.pem"_s)).status, 0);
        QCOMPARE(ask(u"127.0.0.1"_s, gateway.file(u"none.pem"_s)).status, 0);
        gateway.stop();
        QCOMPARE(hosts.size(), 2); // none of them got the question
    }

    /// A gateway that takes the connection and says nothing costs its limit, and no more.
    void silenceIsNoAnswer()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        NameLookup names;
        QElapsedTimer timer;
        timer.start();
        for (const QString &scheme : {u"http"_s, u"https"_s}) {
            const QString url = u"%1://127.0.0.1:%2/"_s.arg(scheme).arg(server.serverPort());
            QCOMPARE(probeGateway(url, {}, Secret::copyOf("t"), 50ms, names).status, 0);
            QCOMPARE(probeGateway(url, {}, Secret::copyOf("t"), 0ms, names).status, 0);
        }
        QVERIFY(timer.elapsed() >= 90 && timer.elapsed() < 5000);
    }

    /// Nothing is proven by nothing, and the points come by name whoever answered first.
    void nothingProvesNothing()
    {
        QCOMPARE(RevocationProbe::proofOf({}, {}).state, ProofOutcome::NotProven);
        QVERIFY(RevocationProbe::proofOf({}, {}).points.isEmpty());
        const auto answer = [](const QString &gateway, int status) {
            Probe probe;
            probe.gateway = gateway;
            probe.status = status;
            probe.accepted = status < 300;
            return probe;
        };
        const RevocationProof proof =
            RevocationProbe::proofOf({answer(u"c"_s, 200), answer(u"a"_s, 200)},
                                     {answer(u"b"_s, 401), answer(u"a"_s, 401), answer(u"c"_s, 401)});
        QCOMPARE(proof.points.size(), 3);
        QStringList names;
        for (const PointProof &point : proof.points)
            names.append(point.gateway);
        QCOMPARE(names, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(!proof.points.at(1).before && proof.points.at(1).after);
        QCOMPARE(proof.points.at(0).after->status, 401);
    }

    /// Each gateway with a probe URL is a point of its own; one without has none.
    void everyGatewayIsAPoint()
    {
        pc::test::HttpFixture gateway;
        gateway.router().add(HttpMethod::Get, "/probe", [](const HttpRequest &, const Responder &respond) {
            HttpResponse response = emptyResponse(204);
            response.headers.set("X-Policy-Snapshot", "42");
            respond(std::move(response));
        });
        gateway.start();
        Platform platform;
        const QString file = gatewayRegistryFile(platform.dir.path());
        GatewayRule rule;
        rule.thumbprint = QByteArray(32, 'a');
        rule.name = u"without"_s;
        QVERIFY(GatewayRegistry::add(file, rule));
        platform.recorded.add(rule);
        rule.name = u"edge"_s;
        rule.probeUrl = u"https://127.0.0.1:%1/probe"_s.arg(gateway.port());
        rule.probeCaFile = gateway.caFile();
        QVERIFY(GatewayRegistry::add(file, rule));
        platform.recorded.add(rule);
        rule.name = u"refuses"_s;
        rule.probeUrl = u"https://127.0.0.1:%1/nowhere"_s.arg(gateway.port());
        QVERIFY(GatewayRegistry::add(file, rule));
        platform.recorded.add(rule);
        const GatewayRegistry registry(file, platform.recorded);
        RevocationProbe probe(*platform.authorizer, *platform.tokens, *platform.holder, registry,
                              platform.clock);
        QMap<QString, Probe> answers;
        for (const Probe &answer : answersOf(probe, probe.mint(id16(2))))
            answers.insert(answer.gateway, answer);
        QCOMPARE(answers.keys(), (QStringList{u"decision endpoint"_s, u"edge"_s, u"refuses"_s}));
        QCOMPARE(answers[u"edge"_s].status, 204);
        QVERIFY(answers[u"edge"_s].accepted);
        QCOMPARE(answers[u"edge"_s].snapshot, 42);
        QCOMPARE(answers[u"refuses"_s].status, 404);
        QVERIFY(!answers[u"refuses"_s].accepted);
        for (const Probe &answer : std::as_const(answers))
            QCOMPARE(answer.at, toDateTime(noon()));
        QVERIFY(answers[u"decision endpoint"_s].snapshot > 0);
        QVERIFY(answers[u"decision endpoint"_s].decisionId.startsWith(u"dec_"_s));
        probe.stop(); // afterwards nobody is asked, and everybody is told
        const QList<Probe> late = answersOf(probe, probe.mint(id16(2)));
        QCOMPARE(late.size(), 1);
        QCOMPARE(late.front().gateway, u"decision endpoint"_s);
        QCOMPARE(late.front().status, 0);
        QVERIFY(!late.front().accepted);
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

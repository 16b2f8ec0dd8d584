// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/access_line.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace pc::platform;

namespace {

const QDateTime ended({2026, 12, 1}, {6, 13, 37, 830}, Qt::UTC);

/// What each of these wrote of one call, as the real programs do (tests/gateway).
const QByteArray ofNginx =
    R"({"at":1796105617.830,"decision_id":"dec_0AbCdEfGhIjKlMnO","request_id":"fcc2422853759f20e9ef621d80a6880f","status":"200","bytes_sent":787,"request_time":0.006,"upstream_time":"0.002","method":"GET","path":"/api/v1/orders","source":"203.0.113.24"})";
const QByteArray ofCaddy =
    R"({"level":"info","ts":1796105617.8300037,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"203.0.113.24","remote_port":"60104","proto":"HTTP/1.1","method":"GET","host":"api.example.com","uri":"/api/v1/orders"},"user_id":"dec_0AbCdEfGhIjKlMnO|055cbf3d-8754-43bf-a6b2-feb8b18ae2bf|asked|2.0000642ms","duration":0.006,"size":787,"status":200})";
const QByteArray ofEnvoy =
    R"({"bytes_sent":787,"decision_id":"dec_0AbCdEfGhIjKlMnO","method":"GET","path":"/api/v1/orders","request_id":"7cdc68ee-f791-44a0-878d-919750522aaa","request_ms":6,"source":"203.0.113.24","started":"1796105617.824","status":200,"upstream_ms":2})";

AccessLine must(const QByteArray &line)
{
    const auto read = readAccessLine(line);
    return read ? *read : AccessLine();
}

QByteArray nginxWith(const QByteArray &member, const QByteArray &value)
{
    const qsizetype from = ofNginx.indexOf(QByteArray('"' + member + "\":")) + member.size() + 3;
    const qsizetype end = ofNginx.indexOf(member == "source" ? "}" : ",\"", from);
    return QByteArray(ofNginx).replace(from, end - from, value);
}

} // namespace

class TestAccessLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachGatewaySaysTheSame_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("request");
        QTest::newRow("nginx") << ofNginx << u"fcc2422853759f20e9ef621d80a6880f"_s;
        QTest::newRow("Caddy") << ofCaddy << u"055cbf3d-8754-43bf-a6b2-feb8b18ae2bf"_s;
        QTest::newRow("Envoy") << ofEnvoy << u"7cdc68ee-f791-44a0-878d-919750522aaa"_s;
    }
    void eachGatewaySaysTheSame()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, request);
        const AccessLine expected{
            u"dec_0AbCdEfGhIjKlMnO"_s, request,          ended, 200, 787, 6000, 2000, u"GET"_s,
            u"/api/v1/orders"_s,       u"203.0.113.24"_s};
        const auto read = readAccessLine(line);
        QVERIFY(read);
        QCOMPARE(read->at, expected.at);
        QCOMPARE(*read, expected);
        // In the form in which it is reported it says no more and no less.
        const auto again = readAccessLine(jsonOf(*read));
        QVERIFY(again);
        QCOMPARE(*again, expected);
    }

    void whatAGatewayAnswersByItselfHasNoDecision()
    {
        const AccessLine nginx = must(nginxWith("decision_id", "\"\""));
        QCOMPARE(nginx.decisionId, QString());
        QCOMPARE(nginx.status, 200);
        QByteArray caddy = ofCaddy;
        caddy.replace("dec_0AbCdEfGhIjKlMnO|055cbf3d-8754-43bf-a6b2-feb8b18ae2bf|asked|2.0000642ms",
                      "|055cbf3d-8754-43bf-a6b2-feb8b18ae2bf||");
        QCOMPARE(must(caddy).decisionId, QString());
        QCOMPARE(must(caddy).requestId, u"055cbf3d-8754-43bf-a6b2-feb8b18ae2bf"_s);
        // A request that could not even be read.
        const AccessLine none = must(
            R"({"bytes_sent":102,"request_ms":0,"source":"192.0.2.1","started":"1796105617.830","status":400})");
        QCOMPARE(none.status, 400);
        QCOMPARE(none.at, ended);
        QVERIFY(none.method.isEmpty() && none.path.isEmpty() && none.requestId.isEmpty());
    }

    // The platform answered, not the API: how long that took is nobody's upstream time.
    void upstreamTimeIsTheApis()
    {
        QByteArray caddy = ofCaddy;
        caddy.replace("|asked|2.0000642ms", "||469.079\xc2\xb5s");
        QCOMPARE(must(caddy).upstreamMicros, std::optional<qint64>());
        QByteArray left = ofCaddy;
        left.replace("|asked|2.0000642ms", "|asked|");
        QCOMPARE(must(left).upstreamMicros, std::optional<qint64>());
        QCOMPARE(must(nginxWith("upstream_time", "\"\"")).upstreamMicros, std::optional<qint64>());
        QCOMPARE(must(nginxWith("upstream_time", "\"-\"")).upstreamMicros, std::optional<qint64>());
        QCOMPARE(must(nginxWith("upstream_time", "\"0.001, - : 0.020\"")).upstreamMicros,
                 std::optional<qint64>(21000));
    }

    void durationsOfGo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("ns") << QByteArray("1500ns") << qint64(2);
        QTest::newRow("micro sign") << QByteArray("842.181\xc2\xb5s") << qint64(842);
        QTest::newRow("mu") << QByteArray("842\xce\xbcs") << qint64(842);
        QTest::newRow("ms") << QByteArray("502.694325ms") << qint64(502694);
        QTest::newRow("s") << QByteArray("1.5s") << qint64(1500000);
        QTest::newRow("all") << QByteArray("1h2m3.5s") << qint64(3723500000);
        QTest::newRow("none") << QByteArray("0s") << qint64(0);
        QTest::newRow("no unit") << QByteArray("12") << qint64(-1);
        QTest::newRow("no number") << QByteArray("ms") << qint64(-1);
        QTest::newRow("no time") << QByteArray("1x") << qint64(-1);
        QTest::newRow("too long") << QByteArray("99999999999999h") << qint64(-1);
    }
    void durationsOfGo()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, micros);
        QByteArray line = ofCaddy;
        line.replace("2.0000642ms", text);
        QCOMPARE(must(line).upstreamMicros.value_or(-1), micros);
    }

    void aClientThatLeft()
    {
        QByteArray caddy = ofCaddy;
        caddy.replace("\"status\":200", "\"status\":0");
        QCOMPARE(must(caddy).status, 499);
        QCOMPARE(must(nginxWith("status", "\"499\"")).status, 499);
        QCOMPARE(must(nginxWith("status", "\"000\"")).status, 499);
    }

    // Also of a configuration that writes more than it should.
    void nothingElseOfTheLogIsRead()
    {
        QCOMPARE(must(nginxWith("path", "\"/api/v1/orders?key=secret\"")).path, u"/api/v1/orders"_s);
        QByteArray caddy = ofCaddy;
        caddy.replace("\"uri\":\"/api/v1/orders\"",
                      R"("uri":"/api/v1/orders?key=secret","headers":{"X-Api-Key":["secret"]})");
        const AccessLine line = must(caddy);
        QCOMPARE(line.path, u"/api/v1/orders"_s);
        QVERIFY(!jsonOf(line).contains("secret"));
    }

    // An API may say something under this name; the gateway's own comes first.
    void theFirstDecisionCounts()
    {
        QByteArray caddy = ofCaddy;
        caddy.replace("dec_0AbCdEfGhIjKlMnO|", "dec_0AbCdEfGhIjKlMnO,dec_evil|");
        QCOMPARE(must(caddy).decisionId, u"dec_0AbCdEfGhIjKlMnO"_s);
    }

    void bytesThatAreNoText()
    {
        const AccessLine line = must(nginxWith("path", "\"/api/\xff\xfe\\\"x\""));
        QCOMPARE(line.path, QString(u"/api/"_s + QChar(0xfffd) + QChar(0xfffd) + u"\"x"_s));
        QCOMPARE(must(nginxWith("source", "\"unix:\"")).source, QString());
        QCOMPARE(must(nginxWith("source", "\"::ffff:192.0.2.7\"")).source, u"192.0.2.7"_s);
    }

    void whatIsNoLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("the common format")
            << QByteArray(R"(203.0.113.24 - - [01/Dec/2026:06:13:37 +0000] "GET / HTTP/1.1" 200 787)");
        QTest::newRow("an array") << QByteArray("[1]");
        QTest::newRow("half") << ofNginx.left(100);
        QTest::newRow("no time") << QByteArray(R"({"status":200})");
        QTest::newRow("no status") << QByteArray(R"({"at":1796105617})");
        QTest::newRow("time") << nginxWith("at", "\"now\"");
        QTest::newRow("early") << nginxWith("at", "-1");
        QTest::newRow("late") << nginxWith("at", "1e300");
        QTest::newRow("endless") << nginxWith("at", "1e999");
        QTest::newRow("status") << nginxWith("status", "\"1000\"");
        QTest::newRow("negative") << nginxWith("status", "-200");
        QTest::newRow("decision") << nginxWith("decision_id", "\"dec_1 OR 1\"");
        QTest::newRow("other id") << nginxWith("decision_id", "\"crd_0AbCdEfGhIjKlMnO\"");
        QTest::newRow("long") << nginxWith("path", '"' + QByteArray(longestAccessLine, 'x') + '"');
    }
    void whatIsNoLine()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!readAccessLine(line));
    }

    void nothingBreaksIt()
    {
        std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same each time
        for (const QByteArray &line : {ofNginx, ofCaddy, ofEnvoy}) {
            for (int i = 0; i < 2000; ++i) {
                QByteArray broken = line;
                for (int n = 0; n < 3; ++n)
                    broken[static_cast<qsizetype>(random() % static_cast<unsigned>(broken.size()))] =
                        static_cast<char>(random());
                if (const auto read = readAccessLine(broken))
                    QCOMPARE(readAccessLine(jsonOf(*read))->status, read->status);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAccessLine)
#include "tst_access_line.moc"

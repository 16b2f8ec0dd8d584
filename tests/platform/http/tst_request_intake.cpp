// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_intake.h"

#include <QTest>

#include <cstring>

using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

constexpr int headerLimit = 512;
constexpr int bodyLimit = 8;

Router routes()
{
    Router router;
    const Handler handler = [](const HttpRequest &, const Responder &) {};
    router.add(HttpMethod::Get, "/a", handler);
    RouteOptions options;
    options.body = BodyKind::Any;
    options.bodyLimit = bodyLimit;
    router.add(HttpMethod::Post, "/b", handler, options);
    options.body = BodyKind::Ignored;
    router.add(HttpMethod::Post, "/ignored", handler, options);
    return router;
}

void push(RequestIntake &intake, const QByteArray &bytes)
{
    const auto [data, size] = intake.space();
    QVERIFY(static_cast<std::size_t>(bytes.size()) <= size);
    std::memcpy(data, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    intake.commit(static_cast<std::size_t>(bytes.size()));
}

/// A request whose header is `header`, as far as it gets.
RequestIntake::Step headerOf(RequestIntake &intake, const QByteArray &header)
{
    intake.begin();
    intake.identify("req_1", {}, {});
    push(intake, header);
    return intake.readHeader();
}

} // namespace

class TestRequestIntake final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnOnlyWithARoute();
    void refusalsSayWhetherToClose_data();
    void refusalsSayWhetherToClose();
    void bodiesAreBoundedAndDropped();
    void theNextRequestBeginsAnew();
};

void TestRequestIntake::goesOnOnlyWithARoute()
{
    const Router router = routes();
    RequestIntake intake(router, headerLimit);
    RequestIntake::Step step = headerOf(intake, "GET /a HTTP/1.1\r\nHo");
    QVERIFY(!step.done && !step.refusal);
    QVERIFY(intake.isIdentified());
    QVERIFY(intake.route() == nullptr);
    QVERIFY(!intake.keepAlive()); // nobody has asked for it yet
    push(intake, "st: x\r\n\r\n");
    step = intake.readHeader();
    QVERIFY(step.done && !step.refusal);
    QCOMPARE(intake.route()->pathTemplate, QByteArray("/a"));
    QCOMPARE(intake.request().route, QByteArray("/a"));
    QVERIFY(intake.isBodyRead() && !intake.hasBody() && intake.keepAlive() && intake.isHttp11());
}

void TestRequestIntake::refusalsSayWhetherToClose_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("close");
    // Where the next request begins is known as long as nothing of this one is still to come.
    QTest::newRow("no such path") << QByteArray("GET /none HTTP/1.1\r\nHost: x\r\n\r\n") << 404 << false;
    QTest::newRow("no such path, body to come")
        << QByteArray("POST /none HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n") << 404 << true;
    QTest::newRow("no host") << QByteArray("GET /a HTTP/1.1\r\n\r\n") << 400 << true;
    QTest::newRow("no request") << QByteArray("nonsense\r\n\r\n") << 400 << true;
    QTest::newRow("version") << QByteArray("GET /a HTTP/3.0\r\nHost: x\r\n\r\n") << 505 << true;
    QTest::newRow("header too large")
        << QByteArray("GET /a HTTP/1.1\r\nHost: x\r\nX: " + QByteArray(headerLimit, 'x') + "\r\n\r\n") << 431
        << true;
}

void TestRequestIntake::refusalsSayWhetherToClose()
{
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    QFETCH(bool, close);
    const Router router = routes();
    RequestIntake intake(router, headerLimit);
    const RequestIntake::Step step = headerOf(intake, header);
    QVERIFY(step.refusal && !step.done);
    QCOMPARE(step.refusal->status, status);
    QCOMPARE(step.close, close);
    if (!close)
        QVERIFY(intake.isBodyRead());
}

void TestRequestIntake::bodiesAreBoundedAndDropped()
{
    const Router router = routes();
    RequestIntake intake(router, headerLimit);
    RequestIntake::Step step = headerOf(
        intake, "POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
    QVERIFY(step.done && intake.hasBody() && !intake.isBodyRead() && intake.isWaitedFor());
    QVERIFY(!intake.bodyRefusal());
    push(intake, "9\r\n123456789\r\n0\r\n\r\n");
    QVERIFY(!intake.isWaitedFor());
    step = intake.readBody();
    QVERIFY(step.refusal && step.close && !intake.isBodyRead());
    QCOMPARE(step.refusal->status, 413);

    RequestIntake other(router, headerLimit);
    step = headerOf(other, "POST /ignored HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
    QVERIFY(step.done);
    step = other.readBody();
    QVERIFY(step.done && other.isBodyRead());
    QVERIFY(other.request().body.isEmpty());

    RequestIntake announced(router, headerLimit);
    step = headerOf(announced, "POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n");
    QVERIFY(step.done);
    QCOMPARE(announced.bodyRefusal()->status, 413);
}

void TestRequestIntake::theNextRequestBeginsAnew()
{
    const Router router = routes();
    RequestIntake intake(router, headerLimit);
    RequestIntake::Step step = headerOf(intake, "POST /b HTTP/1.0\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
                                                "GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(step.done && !intake.isHttp11() && !intake.keepAlive());
    QVERIFY(intake.readBody().done);
    QCOMPARE(intake.request().body, QByteArray("abc"));
    QVERIFY(intake.hasBytes()); // pipelined
    intake.begin();
    QVERIFY(!intake.isIdentified() && intake.route() == nullptr && intake.isBodyRead());
    step = intake.readHeader();
    QVERIFY(step.done && intake.isHttp11() && intake.keepAlive());
    QVERIFY(intake.request().body.isEmpty());
    QCOMPARE(intake.giveUp().status, 408);
    QVERIFY(!intake.isBodyRead());
}

QTEST_APPLESS_MAIN(TestRequestIntake)
#include "tst_request_intake.moc"

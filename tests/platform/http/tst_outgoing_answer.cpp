// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/outgoing_answer.h"

#include <QTest>

using namespace pc::platform;
using Kind = BodyChunk::Kind;

namespace {

HttpRequest requestOf(HttpMethod method = HttpMethod::Get)
{
    HttpRequest request;
    request.method = method;
    request.requestId = "req_1";
    return request;
}

HttpResponse streamed()
{
    HttpResponse response;
    response.stream = [](const std::function<void(BodyChunk)> &) {};
    return response;
}

} // namespace

class TestOutgoingAnswer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeAnswers();
    void answersWithoutABody();
    void pieces();
    void piecesForAnOldClient();
    void whatMustNotGoOut();
    void letsGo();
};

void TestOutgoingAnswer::wholeAnswers()
{
    const HttpRequest request = requestOf();
    OutgoingAnswer answer;
    QVERIFY(answer.begin(textResponse("hello", 201), {request, true, true}));
    const QByteArray bytes = answer.next();
    QVERIFY(bytes.startsWith("HTTP/1.1 201 ") && bytes.endsWith("\r\n\r\nhello"));
    QCOMPARE(answer.bytesOut(), qint64(bytes.size()));
    QCOMPARE(answer.status(), 201);
    QVERIFY(answer.keepAlive() && !answer.isStreamed() && !answer.isHeld());
    QVERIFY(answer.begin(textResponse("x"), {request, true, false}));
    QCOMPARE(answer.bytesOut(), qint64(0)); // of this answer alone
    QVERIFY(!answer.keepAlive());
}

void TestOutgoingAnswer::answersWithoutABody()
{
    const HttpRequest head = requestOf(HttpMethod::Head);
    OutgoingAnswer answer;
    QVERIFY(answer.begin(textResponse("hello"), {head, true, true}));
    QVERIFY(answer.next().endsWith("\r\n\r\n"));
    QVERIFY(answer.begin(streamed(), {head, true, true}));
    QVERIFY(!answer.isStreamed());
    const HttpRequest get = requestOf();
    for (const int status : {204, 304}) {
        QVERIFY(answer.begin(textResponse("hello", status), {get, true, true}));
        QVERIFY(answer.next().endsWith("\r\n\r\n"));
    }
}

void TestOutgoingAnswer::pieces()
{
    const HttpRequest request = requestOf();
    OutgoingAnswer answer;
    QVERIFY(answer.begin(streamed(), {request, true, true}));
    QVERIFY(answer.isStreamed() && answer.keepAlive());
    QVERIFY(answer.next().endsWith("\r\n\r\n"));
    QVERIFY(answer.take({"abc", Kind::More}));
    QCOMPARE(answer.next(), QByteArray("3\r\nabc\r\n"));
    QVERIFY(!answer.take({{}, Kind::More})); // an empty chunk would end the body
    QVERIFY(answer.isStreamed());
    QVERIFY(answer.take({"d", Kind::Last}));
    QCOMPARE(answer.next(), QByteArray("1\r\nd\r\n0\r\n\r\n"));
    QVERIFY(!answer.isStreamed());
}

void TestOutgoingAnswer::piecesForAnOldClient()
{
    const HttpRequest request = requestOf();
    OutgoingAnswer answer;
    QVERIFY(answer.begin(streamed(), {request, false, true}));
    QVERIFY(!answer.keepAlive()); // the body ends with the connection
    QVERIFY(answer.take({"abc", Kind::More}));
    QCOMPARE(answer.next(), QByteArray("abc"));
    QVERIFY(answer.take({{}, Kind::Last}));
    QVERIFY(answer.next().isEmpty() && !answer.isStreamed());
    QVERIFY(answer.begin(textResponse("x"), {request, false, true}));
    QVERIFY(answer.keepAlive());
}

void TestOutgoingAnswer::whatMustNotGoOut()
{
    const HttpRequest request = requestOf();
    OutgoingAnswer answer;
    HttpResponse response = textResponse("x");
    response.headers.set("X-Split", "a\r\nSet-Cookie: b");
    QVERIFY(!answer.begin(response, {request, true, true}));
    QVERIFY(answer.next().isEmpty());
}

void TestOutgoingAnswer::letsGo()
{
    const HttpRequest request = requestOf();
    const auto held = std::make_shared<int>(1);
    HttpResponse response = textResponse("x");
    response.holdUntilSent = held;
    OutgoingAnswer answer;
    QVERIFY(answer.begin(std::move(response), {request, true, true}));
    QVERIFY(answer.isHeld());
    const QByteArray bytes = answer.next();
    QCOMPARE(held.use_count(), 2L);
    answer.letGo();
    QCOMPARE(held.use_count(), 1L);
    QCOMPARE(answer.next(), bytes); // they may be being written
    answer.clear();
    QVERIFY(answer.next().isEmpty());
}

QTEST_APPLESS_MAIN(TestOutgoingAnswer)
#include "tst_outgoing_answer.moc"

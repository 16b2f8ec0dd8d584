// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/response_writer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;

class TestResponseWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void methodsHaveTheirNames();
    void answersSayWhatTheyAre();
    void responseHeadFramesAlone();
    void responseHeadByStatusAndVersion();
    void theHandlersOwnFieldsStay();
    void chunksSayTheirSize();
    void responseHeadRefusesInjection_data();
    void responseHeadRefusesInjection();
    void statusesHaveTheirPhrases();
};

void TestResponseWriter::methodsHaveTheirNames()
{
    const QList<std::pair<HttpMethod, QByteArray>> known{
        {HttpMethod::Get, "GET"},        {HttpMethod::Head, "HEAD"},   {HttpMethod::Post, "POST"},
        {HttpMethod::Put, "PUT"},        {HttpMethod::Patch, "PATCH"}, {HttpMethod::Delete, "DELETE"},
        {HttpMethod::Options, "OPTIONS"}};
    for (const auto &[method, name] : known) {
        QCOMPARE(methodName(method), name);
        QCOMPARE(methodFromName(name), method);
        QCOMPARE(methodFromName(name.toLower()), HttpMethod::Other); // RFC 9110 section 9.1: case matters
    }
    QCOMPARE(methodName(HttpMethod::Other), QByteArray("OTHER"));
    QCOMPARE(methodFromName(""), HttpMethod::Other);
}

void TestResponseWriter::answersSayWhatTheyAre()
{
    QCOMPARE(jsonResponse("{}").status, 200);
    QCOMPARE(jsonResponse("{}", 201).status, 201);
    QCOMPARE(jsonResponse("{}").headers.value("Content-Type"), QByteArray("application/json"));
    QCOMPARE(jsonResponse("{}").body, QByteArray("{}"));
    QCOMPARE(textResponse("a").status, 200);
    QCOMPARE(textResponse("a", 404).status, 404);
    QCOMPARE(textResponse("a").headers.value("Content-Type"), QByteArray("text/plain; charset=utf-8"));
    QCOMPARE(textResponse("a").body, QByteArray("a"));
    QCOMPARE(emptyResponse().status, 204);
    QCOMPARE(emptyResponse(304).status, 304);
    QVERIFY(emptyResponse().body.isEmpty());

    HttpRequest request;
    request.requestId = "req_1";
    request.pathParameters = {{"id", u"1"_s}, {"other", u"2"_s}};
    QCOMPARE(request.pathParameter("other"), u"2"_s);
    QVERIFY(request.pathParameter("none").isNull());
    for (const QString &detail : {QString(), u"more"_s}) {
        const HttpResponse problem = problemResponse(request, 409, "taken", u"It is taken"_s, detail);
        QCOMPARE(problem.status, 409);
        QCOMPARE(problem.headers.value("Content-Type"), QByteArray("application/problem+json"));
        QCOMPARE(problem.headers.count("Content-Type"), 1);
        QJsonObject wanted{{u"type"_s, u"about:blank"_s},
                           {u"title"_s, u"It is taken"_s},
                           {u"status"_s, 409},
                           {u"code"_s, u"taken"_s},
                           {u"request_id"_s, u"req_1"_s}};
        if (!detail.isEmpty())
            wanted.insert(u"detail"_s, detail);
        QCOMPARE(QJsonDocument::fromJson(problem.body).object(), wanted);
    }
}

void TestResponseWriter::responseHeadFramesAlone()
{
    HttpResponse response = textResponse("hello");
    response.headers.set("Content-Length", "999");
    response.headers.set("Transfer-Encoding", "chunked");
    response.headers.set("Server", "x");
    response.headers.set("Date", "yesterday");
    response.headers.set("ETag", "\"1\"");
    ResponseFraming framing;
    framing.requestId = "req_1";
    framing.date =
        std::chrono::system_clock::from_time_t(784'111'777); // the example of RFC 9110 section 5.6.7
    const QByteArray head = responseHead(response, framing);
    QVERIFY(head.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(head.endsWith("\r\n\r\n"));
    QCOMPARE(head.count("Content-Length"), 1);
    QVERIFY(head.contains("Content-Length: 5\r\n"));
    QVERIFY(head.contains("ETag: \"1\"\r\n"));
    QVERIFY(head.contains("X-Request-Id: req_1\r\n"));
    QVERIFY(head.contains("Cache-Control: no-store\r\n"));
    QVERIFY(head.contains("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
    QCOMPARE(head.count("Date:"), 1);
    QVERIFY(!head.contains("Transfer-Encoding"));
    QVERIFY(!head.contains("Server"));

    framing.keepAlive = false;
    const QByteArray closing = responseHead(emptyResponse(), framing);
    QVERIFY(closing.contains("Connection: close\r\n"));
    QVERIFY(!closing.contains("Content-Length"));
}

// RFC 9110 section 8.6, RFC 9112 section 6: which answers have a body, and how its end is told.
void TestResponseWriter::responseHeadByStatusAndVersion()
{
    for (const int status : {100, 199, 200, 204, 205, 304, 305, 404, 500}) {
        const bool bodyless = status < 200 || status == 204 || status == 304;
        for (const bool http10 : {false, true}) {
            for (const bool streams : {false, true}) {
                for (const bool keepAlive : {false, true}) {
                    HttpResponse response = textResponse("hello", status);
                    if (streams)
                        response.stream = [](const std::function<void(BodyChunk)> &) {};
                    ResponseFraming framing;
                    framing.http10 = http10;
                    framing.keepAlive = keepAlive;
                    const QByteArray head = responseHead(response, framing);
                    const QByteArray line =
                        "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
                    QVERIFY(head.startsWith(line));
                    QCOMPARE(head.contains("\r\nContent-Length: 5\r\n"), !bodyless && !streams);
                    QCOMPARE(head.contains("\r\nTransfer-Encoding: chunked\r\n"),
                             !bodyless && streams && !http10);
                    QCOMPARE(head.contains("\r\nConnection: close\r\n"), !keepAlive);
                    QCOMPARE(head.contains("\r\nConnection: keep-alive\r\n"), keepAlive && http10);
                    QCOMPARE(head.count("Connection:"), keepAlive && !http10 ? 0 : 1);
                    QCOMPARE(head.count("\r\n\r\n"), 1);
                }
            }
        }
    }
}

void TestResponseWriter::theHandlersOwnFieldsStay()
{
    ResponseFraming framing;
    framing.requestId = "req_ours";
    HttpResponse response = emptyResponse();
    const QByteArray plain = responseHead(response, framing);
    QVERIFY(plain.contains("X-Request-Id: req_ours\r\n"));
    QVERIFY(plain.contains("Cache-Control: no-store\r\n"));
    QVERIFY(plain.contains("X-Content-Type-Options: nosniff\r\n"));
    const HttpHeaders own{
        {"x-request-id", "gw-1"}, {"cache-control", "max-age=5"}, {"x-content-type-options", "x"}};
    response.headers = own;
    response.headers.add("Keep-Alive", "timeout=5");
    response.headers.add("connection", "upgrade");
    const QByteArray head = responseHead(response, framing);
    for (const HttpHeader &field : own.all()) {
        QVERIFY(head.contains(QByteArray("\r\n" + field.name + ": " + field.value + "\r\n")));
        QCOMPARE(head.toLower().count(QByteArray("\r\n" + field.name + ':')), 1);
    }
    QVERIFY(!head.toLower().contains("keep-alive"));
    QVERIFY(!head.contains("upgrade"));
}

void TestResponseWriter::chunksSayTheirSize()
{
    QCOMPARE(chunkOf("a"), QByteArray("1\r\na\r\n"));
    QCOMPARE(chunkOf(QByteArray(26, 'x')), "1a\r\n" + QByteArray(26, 'x') + "\r\n");
    QVERIFY(chunkOf({}).isEmpty());
    QCOMPARE(QByteArray(lastChunk), QByteArray("0\r\n\r\n"));
}

void TestResponseWriter::responseHeadRefusesInjection_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("line end in value") << QByteArray("X-A") << QByteArray("a\r\nSet-Cookie: b");
    QTest::newRow("line feed in value") << QByteArray("X-A") << QByteArray("a\nb");
    QTest::newRow("NUL in value") << QByteArray("X-A") << QByteArray("a\0b", 3);
    QTest::newRow("colon in name") << QByteArray("X-A: b") << QByteArray("a");
    QTest::newRow("empty name") << QByteArray("") << QByteArray("a");
}

void TestResponseWriter::responseHeadRefusesInjection()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    HttpResponse response = emptyResponse();
    response.headers.add(name, value);
    QVERIFY(responseHead(response, ResponseFraming()).isNull());
}

/// The registry of HTTP status codes (RFC 9110, section 15; RFC 4918, 6585).
void TestResponseWriter::statusesHaveTheirPhrases()
{
    const QList<std::pair<int, QByteArray>> known{{100, "Continue"},
                                                  {200, "OK"},
                                                  {201, "Created"},
                                                  {202, "Accepted"},
                                                  {204, "No Content"},
                                                  {206, "Partial Content"},
                                                  {302, "Found"},
                                                  {303, "See Other"},
                                                  {304, "Not Modified"},
                                                  {400, "Bad Request"},
                                                  {401, "Unauthorized"},
                                                  {403, "Forbidden"},
                                                  {404, "Not Found"},
                                                  {405, "Method Not Allowed"},
                                                  {406, "Not Acceptable"},
                                                  {408, "Request Timeout"},
                                                  {409, "Conflict"},
                                                  {410, "Gone"},
                                                  {412, "Precondition Failed"},
                                                  {413, "Content Too Large"},
                                                  {414, "URI Too Long"},
                                                  {415, "Unsupported Media Type"},
                                                  {417, "Expectation Failed"},
                                                  {422, "Unprocessable Content"},
                                                  {423, "Locked"},
                                                  {428, "Precondition Required"},
                                                  {429, "Too Many Requests"},
                                                  {431, "Request Header Fields Too Large"},
                                                  {500, "Internal Server Error"},
                                                  {501, "Not Implemented"},
                                                  {502, "Bad Gateway"},
                                                  {503, "Service Unavailable"},
                                                  {504, "Gateway Timeout"},
                                                  {505, "HTTP Version Not Supported"},
                                                  {507, "Insufficient Storage"}};
    for (const auto &[status, phrase] : known)
        QCOMPARE(reasonPhrase(status), phrase);
    for (const int unknown : {0, 299, 418, 599, 999})
        QCOMPARE(reasonPhrase(unknown), QByteArray());
}

QTEST_APPLESS_MAIN(TestResponseWriter)
#include "tst_response_writer.moc"

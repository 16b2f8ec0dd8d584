// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_check.h"

#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;

class TestRequestCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bodiesOfTheirType_data();
    void bodiesOfTheirType();
    void bodiesAgainstTheirRoute();
    void framingsAtTheirEdges();
};

void TestRequestCheck::bodiesOfTheirType_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("json");
    QTest::addColumn<bool>("form");
    const auto row = [](const char *type, bool json, bool form) {
        QTest::newRow(type) << QByteArray(type) << json << form;
    };
    row("application/json", true, false);
    row("Application/JSON", true, false);
    row("application/merge-patch+json", true, false);
    row(" application/json ", true, false);
    row("application/json;", true, false);
    row("application/json ; charset=utf-8", true, false);
    row("application/json; charset=UTF-8", true, false);
    row("application/json; charset=utf8", true, false);
    row("application/json; charset=\"utf-8\"", true, false);
    row("application/json; charset= utf-8 ; x=y", true, false);
    row("application/json; x=y; charset=utf-8", true, false);
    row("application/json; charset=", true, false);
    row("application/json; charset=\"\"", true, false);
    row("application/json; charset=latin1", false, false);
    row("application/json; charset=latin1; x=utf-8", false, false);
    row("application/json; charset=\"", false, false);
    row("application/json; charset=\"utf-8", false, false);
    row("application/json; charset=utf-8\"", false, false);
    row("application/x-www-form-urlencoded", false, true);
    row("application/x-www-form-urlencoded; charset=utf-8", false, true);
    row("application/x-www-form-urlencoded; charset=utf-16", false, false);
    row("text/json", false, false);
    row("application/jsonp", false, false);
    row("charset=utf-8", false, false);
    row("", false, false);
}

void TestRequestCheck::bodiesOfTheirType()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, json);
    QFETCH(bool, form);
    HttpRequest request;
    request.headers.add("Content-Type", type);
    BodyFraming framing;
    framing.contentLength = 2;
    for (const BodyKind kind : {BodyKind::Json, BodyKind::Form, BodyKind::Any, BodyKind::Ignored}) {
        RouteOptions options;
        options.body = kind;
        const bool judged = kind == BodyKind::Json || kind == BodyKind::Form;
        const bool taken = !judged || (kind == BodyKind::Json ? json : form);
        const std::optional<HttpResponse> refusal = checkBody(request, framing, options);
        QCOMPARE(refusal.has_value(), !taken);
        if (!taken) {
            QCOMPARE(refusal->status, 415);
            const QByteArray wanted =
                kind == BodyKind::Json ? "application/json" : "application/x-www-form-urlencoded";
            QCOMPARE(refusal->headers.value("Accept"), wanted);
            QVERIFY(refusal->body.contains(wanted));
        }
    }
}

void TestRequestCheck::bodiesAgainstTheirRoute()
{
    HttpRequest request;
    request.headers.add("Content-Type", "application/json");
    RouteOptions options;
    options.body = BodyKind::Json;
    options.bodyLimit = 10;
    const auto status = [&](const BodyFraming &framing) {
        const std::optional<HttpResponse> refusal = checkBody(request, framing, options);
        return refusal ? refusal->status : 200;
    };
    const auto long_ = [](std::uint64_t length) { return BodyFraming{true, false, length}; };
    const BodyFraming chunked{true, true, std::nullopt};
    for (const BodyKind kind : {BodyKind::Json, BodyKind::Any, BodyKind::Ignored}) {
        options.body = kind;
        QCOMPARE(status(long_(10)), 200);
        QCOMPARE(status(long_(11)), 413);
        QCOMPARE(status(long_(std::numeric_limits<std::uint64_t>::max())), 413);
        QCOMPARE(status(chunked), 200); // its length shows while it is read
    }
    options.body = BodyKind::None;
    QCOMPARE(status(long_(0)), 200);
    QCOMPARE(status(BodyFraming()), 200);
    QCOMPARE(status(long_(1)), 400);
    QCOMPARE(status(chunked), 400);
    QVERIFY(tooLarge(request, 10).body.contains("10 bytes"));

    options.body = BodyKind::Json;
    for (const auto &[coding, code] :
         {std::pair("identity", 200), std::pair("Identity", 200), std::pair("gzip", 415)}) {
        request.headers.set("Content-Encoding", coding);
        QCOMPARE(status(long_(2)), code);
    }
    request.headers.remove("Content-Encoding");
    request.headers.add("Content-Type", "application/json"); // which of two is meant?
    QCOMPARE(status(long_(2)), 415);
    request.headers.remove("Content-Type");
    QCOMPARE(status(long_(2)), 415);
    QCOMPARE(status(BodyFraming()), 200); // no body, no type
}

// RFC 9112 sections 3.2 and 6.1, RFC 9110 section 10.1.1.
void TestRequestCheck::framingsAtTheirEdges()
{
    const HttpHeaders host{{"Host", "h"}};
    const auto status = [](const HttpHeaders &headers, const BodyFraming &framing) {
        HttpRequest request;
        request.headers = headers;
        const std::optional<HttpResponse> refusal = checkFraming(request, framing);
        return refusal ? refusal->status : 200;
    };
    const auto with = [&host](const QByteArray &name, const QByteArray &value) {
        HttpHeaders headers = host;
        headers.add(name, value);
        return headers;
    };
    const BodyFraming eleven;
    const BodyFraming ten{false, false, std::nullopt};
    const BodyFraming chunked{true, true, std::nullopt};
    QCOMPARE(status(host, eleven), 200);
    QCOMPARE(status({}, eleven), 400);
    QCOMPARE(status(with("Host", "h"), eleven), 400);
    QCOMPARE(status(host, ten), 200);
    QCOMPARE(status({}, ten), 200);
    QCOMPARE(status(with("Host", "h"), ten), 400);

    QCOMPARE(status(with("Transfer-Encoding", "Chunked"), chunked), 200);
    QCOMPARE(status(with("Transfer-Encoding", "gzip, chunked"), chunked), 501);
    QCOMPARE(status(with("Transfer-Encoding", "chunked"), eleven), 501); // the parser saw it otherwise
    QCOMPARE(status(with("Transfer-Encoding", "chunked"), BodyFraming{false, true, std::nullopt}), 501);
    HttpHeaders twice = with("Transfer-Encoding", "chunked");
    twice.add("Transfer-Encoding", "chunked");
    QCOMPARE(status(twice, chunked), 501);

    QCOMPARE(status(with("Expect", "100-Continue"), eleven), 200);
    QCOMPARE(status(with("Expect", "200-ok"), eleven), 417);
    QCOMPARE(status(with("Expect", ""), eleven), 417);

    HttpRequest request;
    BodyFraming body{true, false, 1};
    QVERIFY(!expectsContinue(request, body));
    request.headers.add("Expect", "100-continue");
    QVERIFY(expectsContinue(request, body));
    QVERIFY(expectsContinue(request, chunked));
    QVERIFY(!expectsContinue(request, eleven)); // there is nothing to go on with
    body.http11 = false;
    QVERIFY(!expectsContinue(request, body)); // RFC 9110 section 10.1.1: not in HTTP/1.0
}

QTEST_APPLESS_MAIN(TestRequestCheck)
#include "tst_request_check.moc"

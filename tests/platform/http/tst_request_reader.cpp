// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_reader.h"

#include <QTest>

#include <cstring>
#include <random>

using namespace pc::platform;
using Progress = RequestReader::Progress;

namespace {

struct Outcome
{
    Progress progress = Progress::NeedMore;
    HttpRequest request;
    BodyFraming framing;
    bool keepAlive = false;
};

void push(RequestReader &reader, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto [data, size] = reader.space();
        const qsizetype count = std::min<qsizetype>(bytes.size(), static_cast<qsizetype>(size));
        std::memcpy(data, bytes.data(), static_cast<std::size_t>(count));
        reader.commit(static_cast<std::size_t>(count));
        bytes = bytes.sliced(count);
    }
}

/// Sends `bytes` in the given pieces and reads one request as a connection does.
Outcome readOne(RequestReader &reader, const QList<QByteArray> &pieces, std::int64_t limit = 1024)
{
    Outcome outcome;
    bool header = false;
    reader.beginRequest();
    for (const QByteArray &piece : pieces) {
        push(reader, piece);
        if (!header) {
            outcome.progress = reader.readHeader(outcome.request, outcome.framing);
            if (outcome.progress != Progress::Done)
                if (outcome.progress != Progress::NeedMore)
                    return outcome;
            header = outcome.progress == Progress::Done;
            outcome.keepAlive = reader.keepAlive();
        }
        if (header) {
            if (!outcome.framing.hasBody())
                return outcome;
            outcome.progress = reader.readBody(outcome.request, limit);
            if (outcome.progress != Progress::NeedMore)
                return outcome;
        }
    }
    return outcome;
}

Outcome readOne(const QByteArray &bytes, std::int64_t limit = 1024)
{
    RequestReader reader(16 * 1024);
    return readOne(reader, {bytes}, limit);
}

const QByteArray chunkedRequest =
    "POST /a?b=c HTTP/1.1\r\nHost: h\r\nX-One: 1\r\nX-One: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
    "5;ext=1\r\nhello\r\n6\r\n world\r\n0\r\nX-Trailer: t\r\n\r\n";

} // namespace

class TestRequestReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsHeaderAndBody();
    void everySplitReadsTheSame();
    void byteByByte_data();
    void byteByByte();
    void pipelinedBytesWait();
    void headerLimitIsExact();
    void emptyLinesCountForTheLimit();
    void fieldsAreCounted();
    void whatTheHeaderSays();
    void whatIsSavedOfAHeader_data();
    void whatIsSavedOfAHeader();
    void trailersDoNotBecomeHeaders();
    void refuses_data();
    void refuses();
    void chunkedBodyIsBounded();
    void endlessChunkExtensionIsBounded();
    void randomBytesNeverBreakIt();
};

void TestRequestReader::readsHeaderAndBody()
{
    const Outcome outcome = readOne("PUT /x HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nx_y:  v \r\n\r\nabc");
    QCOMPARE(outcome.progress, Progress::Done);
    QCOMPARE(outcome.request.method, HttpMethod::Put);
    QCOMPARE(outcome.request.rawTarget, QByteArray("/x"));
    QCOMPARE(outcome.request.body, QByteArray("abc"));
    QCOMPARE(outcome.request.headers.value("X_Y"), QByteArray("v"));
    QVERIFY(outcome.keepAlive);
}

void TestRequestReader::everySplitReadsTheSame()
{
    for (qsizetype at = 0; at <= chunkedRequest.size(); ++at) {
        RequestReader reader(16 * 1024);
        const Outcome outcome = readOne(reader, {chunkedRequest.first(at), chunkedRequest.mid(at)});
        QCOMPARE(outcome.progress, Progress::Done);
        QCOMPARE(outcome.request.body, QByteArray("hello world"));
        QCOMPARE(outcome.request.headers.count("x-one"), 2);
        QVERIFY(!reader.hasBytes());
    }
}

void TestRequestReader::byteByByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("chunks") << chunkedRequest << QByteArray("hello world");
    QTest::newRow("length") << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nabcd")
                            << QByteArray("abcd");
    QTest::newRow("only the last chunk")
        << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        << QByteArray();
    QTest::newRow("leading empty lines")
        << QByteArray("\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n") << QByteArray();
}

void TestRequestReader::byteByByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    QList<QByteArray> pieces;
    for (const char c : std::as_const(bytes))
        pieces.append(QByteArray(1, c));
    RequestReader reader(16 * 1024);
    const Outcome outcome = readOne(reader, pieces);
    QCOMPARE(outcome.progress, Progress::Done);
    QCOMPARE(outcome.request.body, body);
}

void TestRequestReader::pipelinedBytesWait()
{
    RequestReader reader(16 * 1024);
    const QByteArray first = "POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab";
    const QByteArray second = "GET /2 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    const Outcome one = readOne(reader, {first + chunkedRequest + second});
    QCOMPARE(one.request.rawTarget, QByteArray("/1"));
    QCOMPARE(one.request.body, QByteArray("ab"));
    const Outcome two = readOne(reader, {QByteArray()});
    QCOMPARE(two.request.body, QByteArray("hello world"));
    const Outcome three = readOne(reader, {QByteArray()});
    QCOMPARE(three.request.rawTarget, QByteArray("/2"));
    QVERIFY(!three.keepAlive);
    QVERIFY(!reader.hasBytes());
}

void TestRequestReader::headerLimitIsExact()
{
    const auto headerOf = [](int size) {
        const QByteArray start = "GET / HTTP/1.1\r\nHost: h\r\nX: ";
        return QByteArray(start + QByteArray(size - start.size() - 4, 'x') + "\r\n\r\n");
    };
    QCOMPARE(readOne(headerOf(16 * 1024)).progress, Progress::Done);
    QCOMPARE(readOne(headerOf(16 * 1024 + 1)).progress, Progress::HeaderTooLarge);
    QCOMPARE(readOne("GET /" + QByteArray(20'000, 'a')).progress, Progress::HeaderTooLarge);
    QCOMPARE(readOne(QByteArray("\r\n").repeated(9000) + "GET / HTTP/1.1\r\n").progress,
             Progress::HeaderTooLarge);
}

void TestRequestReader::emptyLinesCountForTheLimit()
{
    const QByteArray header = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"; // 27 bytes
    for (const int lines : {0, 1, 3}) {
        for (const int room : {-1, 0, 1}) {
            RequestReader reader(static_cast<int>(header.size()) + 2 * lines + room);
            const Progress wanted = room < 0 ? Progress::HeaderTooLarge : Progress::Done;
            QCOMPARE(readOne(reader, {QByteArray("\r\n").repeated(lines) + header}).progress, wanted);
        }
    }
    // Of one request, not of the connection.
    RequestReader reader(static_cast<int>(header.size()) + 2);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(readOne(reader, {"\r\n", header}).progress, Progress::Done);
}

void TestRequestReader::fieldsAreCounted()
{
    const auto withFields = [](qsizetype count) {
        return QByteArray("GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(count) + "\r\n");
    };
    QCOMPARE(readOne(withFields(RequestReader::mostFields)).progress, Progress::Done);
    QCOMPARE(readOne(withFields(RequestReader::mostFields + 1)).progress, Progress::HeaderTooLarge);
    // Line ends of what follows are not the header's.
    const QByteArray body(200, '\n');
    QCOMPARE(readOne("POST / HTTP/1.1\r\nContent-Length: 200\r\n\r\n" + body).request.body, body);
}

void TestRequestReader::whatTheHeaderSays()
{
    RequestReader fresh(1024);
    QVERIFY(!fresh.keepAlive());
    QVERIFY(!fresh.hasBytes());
    for (const bool http11 : {false, true}) {
        for (const bool says : {false, true}) {
            const QByteArray said =
                says ? (http11 ? "Connection: close\r\n" : "Connection: keep-alive\r\n") : "";
            const Outcome outcome =
                readOne(QByteArray("GET / HTTP/1.") + (http11 ? "1" : "0") + "\r\n" + said + "\r\n");
            QCOMPARE(outcome.progress, Progress::Done);
            QCOMPARE(outcome.framing.http11, http11);
            QCOMPARE(outcome.keepAlive, http11 != says);
            QVERIFY(!outcome.framing.chunked);
            QVERIFY(!outcome.framing.contentLength);
            QVERIFY(!outcome.framing.hasBody());
        }
    }
    const Outcome none = readOne("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(none.framing.contentLength, std::optional<std::uint64_t>(0));
    QVERIFY(!none.framing.hasBody());
    const Outcome chunked = readOne(chunkedRequest);
    QVERIFY(chunked.framing.chunked && chunked.framing.hasBody());
    QCOMPARE(chunked.request.rawMethod, QByteArray("POST"));
    QCOMPARE(readOne("BREW / HTTP/1.1\r\n\r\n").request.method, HttpMethod::Other);
    const QByteArray five = "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello";
    QCOMPARE(readOne(five, 5).progress, Progress::Done);
    // A reader that begins anew has forgotten how the one before ended.
    RequestReader reader(1024);
    QVERIFY(readOne(reader, {"GET / HTTP/1.1\r\n\r\n"}).keepAlive);
    reader.beginRequest();
    QVERIFY(!reader.keepAlive());
}

void TestRequestReader::whatIsSavedOfAHeader_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    const auto row = [](const char *name, const QByteArray &bytes, const char *method, const char *target,
                        const char *fields) {
        QTest::newRow(name) << bytes << QByteArray(method) << QByteArray(target) << QByteArray(fields);
    };
    row("nothing", "", "", "", "");
    row("no space", "garbage\r\nA: 1\r\n", "", "", "");
    row("a space first", " /x HTTP/1.1\r\nA: 1\r\n", "", "", "");
    row("only a method", "G ", "G", "", "");
    row("no end of the line", "GET /x", "GET", "/x", "");
    row("no version", "GET /x\r\nA: 1\r\n", "GET", "/x", "A=1 ");
    row("spaces in the target", "GET /x y HTTP/1.1\r\n", "GET", "/x y", "");
    row("fields", "PUT /x HTTP/1.1\r\nA: 1\r\nB:2 \r\nC:\r\n\r\n", "PUT", "/x", "A=1 B=2 C= ");
    row("until one is none", "PUT /x HTTP/1.1\r\nA: 1\r\nnone\r\nB: 2\r\n", "PUT", "/x", "A=1 ");
    row("until one has no name", "PUT /x HTTP/1.1\r\nA: 1\r\n: 2\r\nB: 2\r\n", "PUT", "/x", "A=1 ");
    row("until one is cut", "PUT /x HTTP/1.1\r\nA: 1\r\nB: 2", "PUT", "/x", "A=1 ");
    row("until the limit", "PUT /x HTTP/1.1\r\nA: 1\r\nB: " + QByteArray(100, 'b') + "\r\nC: 3\r\n", "PUT",
        "/x", "A=1 ");
    row("as large as may be", "PUT /x HTTP/1.1\r\nA: 1\r\nBB: " + QByteArray(35, 'b') + "\r\nC: 3\r\n", "PUT",
        "/x", "A=1 BB=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb ");
}

void TestRequestReader::whatIsSavedOfAHeader()
{
    QFETCH(QByteArray, bytes);
    RequestReader reader(64);
    push(reader, bytes);
    HttpRequest request;
    reader.salvageHeader(request);
    QTEST(request.rawMethod, "method");
    QTEST(request.rawTarget, "target");
    QByteArray found;
    for (const HttpHeader &field : request.headers.all())
        found += field.name + '=' + field.value + ' ';
    QTEST(found, "fields");
    if (!request.rawMethod.isEmpty())
        QCOMPARE(request.method, methodFromName(request.rawMethod));
}

void TestRequestReader::trailersDoNotBecomeHeaders()
{
    const Outcome outcome =
        readOne("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nAuthorization: x\r\n"
                "Connection: close\r\n\r\n");
    QCOMPARE(outcome.progress, Progress::Done);
    QVERIFY(!outcome.request.headers.contains("Authorization"));
    QVERIFY(outcome.keepAlive);
}

void TestRequestReader::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Progress>("progress");
    const auto malformed = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << Progress::Malformed;
    };
    const QByteArray host = "Host: h\r\n";
    malformed("garbage", "\x16\x03\x01\r\n\r\n");
    malformed("no version", "GET /\r\n\r\n");
    malformed("space before colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n");
    malformed("field without colon", "GET / HTTP/1.1\r\nHost\r\n\r\n");
    malformed("NUL in a field", QByteArray("GET / HTTP/1.1\r\nX: a\0b\r\n\r\n", 27));
    malformed("bare line feed", "GET / HTTP/1.1\r\nHost: h\nX: y\r\n\r\n");
    malformed("negative length", "POST / HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n");
    malformed("length with plus", "POST / HTTP/1.1\r\n" + host + "Content-Length: +1\r\n\r\n");
    malformed("two lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n");
    malformed("length and chunks",
              "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
    malformed("chunks and length",
              "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n");
    malformed("length overflow",
              "POST / HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999\r\n\r\n");
    malformed("chunk size", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
    malformed("chunk without line end",
              "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n");
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << Progress::BadVersion;
}

void TestRequestReader::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Progress, progress);
    QCOMPARE(readOne(bytes).progress, progress);
}

void TestRequestReader::chunkedBodyIsBounded()
{
    const QByteArray header = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    QCOMPARE(readOne(header + "5\r\nhello\r\n0\r\n\r\n", 5).progress, Progress::Done);
    QCOMPARE(readOne(header + "5\r\nhello\r\n1\r\nx\r\n0\r\n\r\n", 5).progress, Progress::BodyTooLarge);
    QCOMPARE(readOne(header + "ffffffffffffffff\r\n", 5).progress, Progress::BodyTooLarge);
}

void TestRequestReader::endlessChunkExtensionIsBounded()
{
    RequestReader reader(16 * 1024);
    QList<QByteArray> pieces{"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1;a="};
    for (int i = 0; i < 100; ++i)
        pieces.append(QByteArray(1000, 'x'));
    QCOMPARE(readOne(reader, pieces).progress, Progress::Malformed);
}

void TestRequestReader::randomBytesNeverBreakIt()
{
    std::mt19937 random(20261122);
    const QByteArray alphabet =
        "GETPOST /:\r\n\r\n0123456789abcdefHTTP/1.1Content-Length;Transfer-Encodingchunked \t\x80";
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = round % 2 == 0 ? chunkedRequest : QByteArray(200, ' ');
        const int changes = round % 2 == 0 ? 1 + static_cast<int>(random() % 6) : 200;
        for (int i = 0; i < changes; ++i)
            bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                alphabet[static_cast<qsizetype>(random() % static_cast<unsigned>(alphabet.size()))];
        const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
        RequestReader reader(16 * 1024);
        const Outcome outcome = readOne(reader, {bytes.first(at), bytes.mid(at)});
        QVERIFY(outcome.request.body.size() <= 1024);
    }
}

QTEST_APPLESS_MAIN(TestRequestReader)
#include "tst_request_reader.moc"

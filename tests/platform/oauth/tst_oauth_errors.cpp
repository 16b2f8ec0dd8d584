// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can go wrong at the OAuth addresses, over a real server: whichever part refuses, a client
// that knows RFC 6749 and nothing else of us can read why.
#include "tests/platform/http/http_fixture.h"
#include "tests/platform/oauth/oauth_fixture.h"

#include <QTest>

using namespace testing;
using pc::test::HttpFixture;
using pc::test::RawClient;
using pc::test::RawResponse;

namespace {

const QByteArray head = " HTTP/1.1\r\nHost: localhost\r\n";
const QByteArray formType = "Content-Type: application/x-www-form-urlencoded\r\n";
const QByteArray grant = "grant_type=client_credentials";
const QByteArrayList formEndpoints{"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke"};
const QByteArrayList documents{"/oauth2/jwks", "/.well-known/oauth-authorization-server"};

QByteArray withBody(const QByteArray &fields, const QByteArray &body)
{
    return fields + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray basic()
{
    return "Authorization: Basic " + QByteArray(Platform::clientId(1) + ':' + Platform::text(1)).toBase64() +
           "\r\n";
}

} // namespace

class TestOAuthErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_platform = std::make_unique<Platform>();
        m_fixture = std::make_unique<HttpFixture>();
        m_fixture->limits().bodyTimeout = 300ms;
        m_fixture->router() = m_platform->router;
        m_fixture->start();
    }
    void cleanup()
    {
        m_fixture.reset();
        m_platform.reset();
    }

    void everyRefusalIsAnOAuthError_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row = [](const QByteArray &name, const QByteArray &request, int status,
                            const QString &error = u"invalid_request"_s) {
            QTest::newRow(name.constData()) << request << status << error;
        };
        const QByteArray multipart = "--x\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\n"
                                     "client_credentials\r\n--x--\r\n";
        for (const QByteArray &path : formEndpoints) {
            const QByteArray post = "POST " + path + head;
            row(path + " multipart",
                post + basic() + withBody("Content-Type: multipart/form-data; boundary=x\r\n", multipart),
                400);
            row(path + " no type", post + basic() + withBody({}, grant), 400);
            row(path + " empty type", post + basic() + withBody("Content-Type: \r\n", grant), 400);
            row(path + " two types", post + basic() + withBody(formType + formType, grant), 400);
            row(path + " JSON",
                post + basic() +
                    withBody("Content-Type: application/json\r\n", "{\"grant_type\":\"client_credentials\"}"),
                400);
            row(path + " text", post + basic() + withBody("Content-Type: text/plain\r\n", grant), 400);
            row(path + " image", post + basic() + withBody("Content-Type: image/png\r\n", grant), 400);
            row(path + " no body", post + basic() + "\r\n", 400);
            row(path + " gzip", post + basic() + withBody(formType + "Content-Encoding: gzip\r\n", grant),
                400);
            row(path + " twice the same", post + basic() + withBody(formType, grant + "&a=1&a=1"), 400);
            row(path + " twice, once empty",
                post + basic() + withBody(formType, "token=x&" + grant + "&scope=&scope=orders:read"), 400);
            row(path + " bad escape", post + basic() + withBody(formType, grant + "&a=%x"), 400);
            row(path + " no name", post + basic() + withBody(formType, grant + "&=1"), 400);
            row(path + " fifty-one parameters", post + basic() + withBody(formType, manyParameters(51)), 400);
            row(path + " in the query",
                "POST " + path + "?" + grant + head + basic() + withBody(formType, grant), 400);
            row(path + " odd query", "POST " + path + "?a=%E4&" + head + basic() + withBody(formType, grant),
                400);
            row(path + " nobody", post + withBody(formType, grant + "&token=x"), 401, u"invalid_client"_s);
            row(path + " wrong secret",
                post + "Authorization: Basic eDp5\r\n" + withBody(formType, grant + "&token=x"), 401,
                u"invalid_client"_s);
            row(path + " two clients", post + basic() + basic() + withBody(formType, grant + "&token=x"),
                400);
            row(path + " GET", "GET " + path + head + basic() + "\r\n", 405);
            row(path + " PUT", "PUT " + path + head + basic() + withBody(formType, grant), 405);
            row(path + " OPTIONS", "OPTIONS " + path + head + "\r\n", 405);
            row(path + " unknown method", "BREW " + path + head + "\r\n", 405);
            row(path + " too large", post + basic() + withBody(formType, "a=" + QByteArray(16 * 1024, 'x')),
                413);
            row(path + " too large in chunks",
                post + basic() + formType + "Transfer-Encoding: chunked\r\n\r\n4002\r\n" +
                    QByteArray(0x4002, 'x') + "\r\n0\r\n\r\n",
                413);
            row(path + " slow", post + basic() + formType + "Content-Length: 30\r\n\r\n" + grant.first(5),
                408);
            row(path + " header too large", post + "X: " + QByteArray(17'000, 'x') + "\r\n\r\n", 431);
            row(path + " target too large", "POST " + path + "?a=" + QByteArray(17'000, 'x') + head + "\r\n",
                431);
            row(path + " expectation", post + withBody(formType + "Expect: tea\r\n", grant), 417);
            row(path + " transfer coding", post + formType + "Transfer-Encoding: gzip\r\n\r\n", 501);
            row(path + " HTTP/2", "POST " + path + " HTTP/2.0\r\n\r\n", 505);
            row(path + " no Host", "POST " + path + " HTTP/1.1\r\n\r\n", 400);
            row(path + " length and chunks",
                post + formType + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
            row(path + " below", "POST " + path + "/more" + head + withBody(formType, grant), 404);
            row(path + " not canonical", "POST /oauth2/../" + path.mid(1) + head + withBody(formType, grant),
                400);
            row(path + " parameters", "POST " + path + ";a=b" + head + withBody(formType, grant), 400);
            row(path + " in absolute form", "GET https://localhost" + path + head + "\r\n", 405);
        }
        const QByteArray token = "POST /oauth2/token" + head + basic();
        row("no grant", token + withBody(formType, "a=1"), 400);
        row("other grant", token + withBody(formType, "grant_type=password"), 400,
            u"unsupported_grant_type"_s);
        row("scope", token + withBody(formType, grant + "&scope=all"), 400, u"invalid_scope"_s);
        row("nothing to look at", "POST /oauth2/introspect" + head + basic() + withBody(formType, "a=1"),
            400);
        row("nothing to revoke", "POST /oauth2/revoke" + head + basic() + withBody(formType, "a=1"), 400);
        for (const QByteArray &path : documents) {
            row(path + " POST", "POST " + path + head + withBody(formType, grant), 405);
            row(path + " DELETE", "DELETE " + path + head + "\r\n", 405);
            row(path + " below", "GET " + path + "/more" + head + "\r\n", 404);
            row(path + " body", "GET " + path + head + withBody(formType, grant), 400);
            row(path + " header too large",
                "GET " + path + head + "X: " + QByteArray(17'000, 'x') + "\r\n\r\n", 431);
        }
        row("unknown", "GET /oauth2/authorize?response_type=code" + head + "\r\n", 404);
    }

    void everyRefusalIsAnOAuthError()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(QString, error);
        const auto answer = m_fixture->ask(request);
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->headers.value("Content-Type"), QByteArray("application/json"));
        QCOMPARE(answer->headers.value("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(answer->headers.value("Pragma"), QByteArray("no-cache"));
        const QJsonObject body = QJsonDocument::fromJson(answer->body).object();
        QCOMPARE(body.value("error"_L1).toString(), error);
        // Section 5.2: %x20-21 / %x23-5B / %x5D-7E.
        const QString description = body.value("error_description"_L1).toString();
        QVERIFY(!description.isEmpty());
        for (const QChar c : description)
            QVERIFY(c >= u' ' && c <= u'~' && c != u'"' && c != u'\\');
        QCOMPARE(answer->headers.contains("WWW-Authenticate"), status == 401);
        QCOMPARE(answer->headers.contains("Allow"), status == 405);
    }

    // Whoever sends something else is told what a token endpoint wants.
    void anotherTypeIsToldTheRightOne()
    {
        for (const QByteArray &path : formEndpoints) {
            for (const QByteArray type :
                 {"", "Content-Type: multipart/form-data; boundary=x\r\n",
                  "Content-Type: application/json\r\n", "Content-Type: text/plain\r\n"}) {
                const auto answer =
                    m_fixture->ask("POST " + path + head + basic() + withBody(type, "{\"a\":1}"));
                QVERIFY(answer);
                QCOMPARE(answer->status, 400);
                QVERIFY(answer->body.contains("application/x-www-form-urlencoded"));
            }
        }
    }

    void whatStandardClientsSendIsTaken_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("plain") << formType;
        QTest::newRow("charset") << QByteArray(
            "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n");
        QTest::newRow("another charset")
            << QByteArray("Content-Type: application/x-www-form-urlencoded;charset=ISO-8859-1\r\n");
        QTest::newRow("upper case") << QByteArray("content-type: Application/X-WWW-Form-URLEncoded\r\n");
        QTest::newRow("identity") << QByteArray(formType + "Content-Encoding: identity\r\n");
    }

    void whatStandardClientsSendIsTaken()
    {
        QFETCH(QByteArray, fields);
        const auto answer = m_fixture->ask("POST /oauth2/token" + head + basic() + withBody(fields, grant));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        const auto fifty =
            m_fixture->ask("POST /oauth2/token" + head + basic() + withBody(fields, manyParameters(50)));
        QVERIFY(fifty);
        QCOMPARE(fifty->status, 200);
    }

    void documentsTakeAnyQuery()
    {
        for (const QByteArray &path : documents) {
            const auto answer = m_fixture->ask("GET " + path + "?t=1&&%E4" + head + "\r\n");
            QVERIFY(answer);
            QCOMPARE(answer->status, 200);
        }
    }

private:
    static QByteArray manyParameters(int count)
    {
        QByteArray body = grant;
        for (int i = 1; i < count; ++i)
            body += "&p" + QByteArray::number(i) + "=1";
        return body;
    }

    std::unique_ptr<Platform> m_platform;
    std::unique_ptr<HttpFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestOAuthErrors)
#include "tst_oauth_errors.moc"

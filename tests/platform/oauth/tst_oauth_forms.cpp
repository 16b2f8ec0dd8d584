// SPDX-License-Identifier: GPL-3.0-or-later
// Forms and errors of the authorization server, to their limits.
#include "tests/platform/oauth/oauth_fixture.h"

#include <QTest>

using namespace testing;

namespace {

QByteArray everyByteEscaped(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QByteArray() : "%" + bytes.toHex('%');
}

} // namespace

class TestOAuthForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsAreDecodedToTheByte_data();
    void formsAreDecodedToTheByte();
    void bodiesOfForms_data();
    void bodiesOfForms();
    void refusalsInOAuthWords_data();
    void refusalsInOAuthWords();
    void errorsCarryTheirHeaders();
};

void TestOAuthForms::formsAreDecodedToTheByte_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QByteArray>("decoded");
    const auto row = [](const QByteArray &encoded, bool valid, const QByteArray &decoded = {}) {
        QTest::newRow(encoded.isEmpty() ? "nothing" : encoded.constData()) << encoded << valid << decoded;
    };
    row("", true, "");
    row("a", true, "a");
    row("a+b", true, "a b");
    row("%2B", true, "+");
    row("%25", true, "%");
    row("%41%7a", true, "Az");
    row("x%41", true, "xA");
    row("%41x", true, "Ax");
    row("%fF%00", true, QByteArray("\xff\0", 2));
    row("%", false);
    row("x%", false);
    row("%4", false);
    row("x%4", false);
    row("%G1", false);
    row("%1G", false);
    row("%%41", false);
    row("%4%31", false);
}

void TestOAuthForms::formsAreDecodedToTheByte()
{
    QFETCH(QByteArray, encoded);
    QFETCH(bool, valid);
    QFETCH(QByteArray, decoded);
    bool ok = !valid;
    const Secret secret = FormBody::decode(encoded, &ok);
    QCOMPARE(ok, valid);
    QCOMPARE(secret.view().toByteArray(), decoded);
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    QCOMPARE(FormBody::decode(everyByteEscaped(all), &ok).view().toByteArray(), all);
    QVERIFY(ok);
}

void TestOAuthForms::bodiesOfForms_data()
{
    using Fault = FormBody::Fault;
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QByteArray>("a"); // the value of «a»
    QTest::addColumn<QByteArray>("b");
    const auto row = [](const char *name, const QByteArray &body, Fault fault, const QByteArray &a = {},
                        const QByteArray &b = {}) { QTest::newRow(name) << body << int(fault) << a << b; };
    const auto many = [](int count) {
        QByteArray body;
        for (int i = 0; i < count; ++i)
            body += (i == 0 ? "p" : "&p") + QByteArray::number(i) + "=1";
        return body;
    };
    row("nothing", "", Fault::None);
    row("one", "a=1", Fault::None, "1");
    row("two", "a=1&b=2", Fault::None, "1", "2");
    row("separators alone", "&&a=1&&&b=2&", Fault::None, "1", "2");
    row("without a value", "a&b=2", Fault::None, "", "2");
    row("with an empty value", "a=&b=2", Fault::None, "", "2");
    row("an equals sign in the value", "a==1=&b=2", Fault::None, "=1=", "2");
    row("escaped name", "%61=%31&b=+", Fault::None, "1", " ");
    row("another name alone", "c=1", Fault::None);
    row("no name", "=1", Fault::Malformed);
    row("no name behind one", "a=1&=1", Fault::Malformed, "1");
    row("bad escape in the name", "%6=1", Fault::Malformed);
    row("bad escape in the value", "a=%6", Fault::Malformed);
    row("twice", "a=1&a=2", Fault::Repeated, "1");
    row("twice, the second escaped", "a=1&b=2&%61=1", Fault::Repeated, "1", "2");
    row("twice without values", "a&a", Fault::Repeated);
    row("fifty", many(48) + "&a=1&b=2", Fault::None, "1", "2");
    row("fifty-one", many(49) + "&a=1&b=2", Fault::Malformed, "1");
}

void TestOAuthForms::bodiesOfForms()
{
    QFETCH(QByteArray, body);
    QFETCH(int, fault);
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    const FormBody form(body);
    QCOMPARE(int(form.fault()), fault);
    QCOMPARE(form.value("a").toByteArray(), a);
    QCOMPARE(form.value("b").toByteArray(), b);
    QCOMPARE(form.has("a"), !a.isEmpty());
    QVERIFY(!form.has("missing"));
}

void TestOAuthForms::refusalsInOAuthWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("explained"); // by more than that it is refused
    for (const int status : {400, 404, 405, 408, 413, 415, 417, 429, 431, 501, 505})
        QTest::addRow("%d", status) << status << u"invalid_request"_s << true;
    for (const int status : {403, 414, 418, 421, 499})
        QTest::addRow("%d", status) << status << u"invalid_request"_s << false;
    QTest::addRow("500") << 500 << u"server_error"_s << true;
    QTest::addRow("503") << 503 << u"temporarily_unavailable"_s << true;
    for (const int status : {502, 504, 507})
        QTest::addRow("%d", status) << status << u"server_error"_s << false;
}

void TestOAuthForms::refusalsInOAuthWords()
{
    QFETCH(int, status);
    QFETCH(QString, error);
    QFETCH(bool, explained);
    HttpResponse refusal;
    refusal.status = status;
    refusal.body = "what a person reads";
    refusal.headers = {{"Allow", "POST"},
                       {"Retry-After", "7"},
                       {"Cache-Control", "public"},
                       {"Content-Type", "application/problem+json"}};
    const HttpResponse response = inOAuthWords(refusal);
    QCOMPARE(response.status, status);
    const QJsonObject body = Platform::json(response);
    QCOMPARE(body.keys(), (QStringList{u"error"_s, u"error_description"_s}));
    QCOMPARE(body.value("error"_L1).toString(), error);
    QCOMPARE(body.value("error_description"_L1).toString() != u"the request is refused"_s, explained);
    QCOMPARE(response.headers.value("Allow"), QByteArray("POST"));
    QCOMPARE(response.headers.value("Retry-After"), QByteArray("7"));
    QCOMPARE(response.headers.value("Content-Type"), QByteArray("application/json"));
    QCOMPARE(response.headers.value("Cache-Control"), QByteArray("no-store"));
    for (const HttpHeader &each : response.headers.all())
        QCOMPARE(response.headers.count(each.name), 1);
}

void TestOAuthForms::errorsCarryTheirHeaders()
{
    for (const int status : {400, 401, 402, 403, 429, 503}) {
        const HttpResponse response = OAuthError{status, OAuthCode::InvalidRequest, "d", {}}.response();
        QCOMPARE(response.status, status);
        QCOMPARE(response.headers.contains("WWW-Authenticate"), status == 401);
        QCOMPARE(response.headers.value("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(response.headers.value("Pragma"), QByteArray("no-cache"));
        QVERIFY(!response.headers.contains("Retry-After"));
    }
    const std::pair<std::chrono::nanoseconds, QByteArray> waits[]{
        {1ns, "1"}, {1s, "1"}, {1s + 1ns, "2"}, {90s, "90"}};
    for (const auto &[wait, seconds] : waits)
        QCOMPARE(
            (OAuthError{429, OAuthCode::InvalidRequest, "d", wait}.response().headers.value("Retry-After")),
            seconds);
}

// RFC 6749 section 3.3. A scope that is granted to the letter shows what the syntax takes.
QTEST_GUILESS_MAIN(TestOAuthForms)
#include "tst_oauth_forms.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/redaction.h"
#include "platform/http/log.h"
#include "platform/http/log_writer.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>

#include <fcntl.h>
#include <unistd.h>

using namespace pc;
using namespace pc::platform;
using namespace Qt::StringLiterals;

class TestLogRedaction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hides_data();
    void hides();
    void keeps_data();
    void keeps();
    void isLinear();
    void linesAreJsonAndRedacted();
    void writerSurvivesAFullPipe();
};

void TestLogRedaction::hides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const QString secret = u"Zx9Qw8Er7Ty6Ui5Op4As3Df2Gh1Jk0LzXcVbNm1234567"_s;
    const auto row = [](const char *name, const QString &text, const QString &hidden) {
        QTest::newRow(name) << text << hidden;
    };
    row("credential", u"key pcx_cs_prd_0123456789abcdef_"_s + secret + u" seen"_s, secret);
    row("cut credential", u"pcx_ak_sbx_0123456789abcdef_Zx9Qw8"_s, u"Zx9Qw8"_s);
    row("upper case", u"PCX_CS_PRD_0123456789ABCDEF_ABC"_s, u"_ABC"_s);
    row("escaped credential", u"pcx%5Fcs%5Fprd%5F0123456789abcdef%5FZx9Qw8"_s, u"Zx9Qw8"_s);
    row("glued credential", u"xpcx_ol_prd_0123456789abcdef_Zx9Qw8"_s, u"Zx9Qw8"_s);
    row("JWT", u"got eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl end"_s, u"c2lnbmF0dXJl"_s);
    row("JWT without signature", u"eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0"_s, u"eyJzdWIi"_s);
    row("bearer", u"Authorization: bEaReR abc.def-1"_s, u"abc.def-1"_s);
    row("basic", u"Basic dXNlcjpwYXNz"_s, u"dXNlcjpwYXNz"_s);
    row("form", u"grant_type=x&client_secret=hunter2&scope=y"_s, u"hunter2"_s);
    row("json", u"{\"access_token\":\"opaque\"}"_s, u"opaque"_s);
    row("private key", u"-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----"_s, u"MIGH"_s);
    row("cut private key", u"-----BEGIN EC PRIVATE KEY-----\nMIGH"_s, u"MIGH"_s);
    row("unknown format", u"value "_s + secret, secret);
}

void TestLogRedaction::hides()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    QVERIFY(text.contains(secret));
    QVERIFY2(!redactWire(text).contains(secret), qPrintable(redactWire(text)));
    QVERIFY(redactWire(text).contains(u"[redacted]"_s));
}

void TestLogRedaction::keeps_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("id") << u"crd_0123456789abcdef"_s;
    QTest::newRow("request id") << u"req_0123456789ABCDEFabcdef"_s;
    QTest::newRow("route") << u"/admin/v1/partners/{id}/credentials"_s;
    QTest::newRow("hex digest") << u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s;
    QTest::newRow("sentence") << u"cannot listen on 127.0.0.1 port 8443: Address already in use"_s;
    QTest::newRow("long path") << u"/var/lib/partner-platform/some/directory/with_a_rather_long_name_in_it"_s;
}

void TestLogRedaction::keeps()
{
    QFETCH(QString, text);
    QCOMPARE(redactWire(text), text);
}

void TestLogRedaction::isLinear()
{
    QElapsedTimer timer;
    timer.start();
    for (const QString &piece :
         {u"aB1"_s, u"eyJ"_s, u"pcx_"_s, u"bearer "_s, u"token="_s, u"-----BEGIN PRIVATE KEY-----"_s})
        QVERIFY(!redactWire(piece.repeated(20'000)).isEmpty());
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TestLogRedaction::linesAreJsonAndRedacted()
{
    QByteArray lines;
    const Log log([&lines](const QByteArray &line) { lines += line; });
    log.info(
        "tried",
        {{"what", u"Bearer abc\nsecond line"_s}, {"count", 3}, {"nested", QJsonObject{{u"a"_s, u"b"_s}}}});
    log.write(LogLevel::Debug, "not_taken");
    QCOMPARE(lines.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(lines).object();
    QCOMPARE(object.value(u"event"_s).toString(), u"tried"_s);
    QCOMPARE(object.value(u"count"_s).toInt(), 3);
    QCOMPARE(object.value(u"what"_s).toString(), u"Bearer [redacted]\nsecond line"_s);
    QCOMPARE(object.value(u"nested"_s).toString(), u"[structured value refused]"_s);
}

void TestLogRedaction::writerSurvivesAFullPipe()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    QElapsedTimer timer;
    timer.start();
    {
        LogWriter writer(ends[1]);
        const QByteArray line = QByteArray(999, 'x') + '\n';
        for (int i = 0; i < 20'000; ++i) // far more than pipe and queue hold, and nobody reads
            writer.append(line);
        QVERIFY(timer.elapsed() < 2'000);
    }
    QVERIFY2(timer.elapsed() < 5'000, "the end waited for a reader that never came");
    ::close(ends[0]);
    ::close(ends[1]);
}

QTEST_APPLESS_MAIN(TestLogRedaction)
#include "tst_log_redaction.moc"

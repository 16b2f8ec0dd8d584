// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/redaction.h"
#include "platform/log/log.h"
#include "platform/log/log_writer.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>
#include <QTest>

#include <array>
#include <csignal>
#include <limits>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace pc;
using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

/// A pipe with both ends, and what came out of it.
struct Pipe
{
    Pipe()
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        in = ends[0];
        out = ends[1];
    }
    ~Pipe()
    {
        closeReader();
        ::close(out);
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    void closeReader()
    {
        if (in >= 0)
            ::close(in);
        in = -1;
    }
    void fill() const
    {
        const int flags = ::fcntl(out, F_GETFL);
        ::fcntl(out, F_SETFL, flags | O_NONBLOCK);
        while (::write(out, "x", 1) == 1) {
        }
        ::fcntl(out, F_SETFL, flags);
    }
    /// What is there within so many milliseconds.
    bool readSome(int milliseconds)
    {
        pollfd waiting{in, POLLIN, 0};
        std::array<char, 64 * 1024> bytes;
        const ssize_t count =
            ::poll(&waiting, 1, milliseconds) == 1 ? ::read(in, bytes.data(), bytes.size()) : 0;
        if (count > 0)
            read.append(bytes.data(), static_cast<qsizetype>(count));
        return count > 0;
    }
    /// Until so many bytes have come in all; for five seconds without any at most.
    void readInto(qsizetype size)
    {
        while (read.size() < size && readSome(5000)) {
        }
    }

    int in = -1;
    int out = -1;
    QByteArray read;
};

} // namespace

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
    void levelsHaveTheirNames();
    void whatALineMayHold();
    void aLogWithoutASinkIsSilent();
    void writerWritesEverythingInOrder();
    void writerCountsWhatItDropped();
    void writerLeavesAClosedPipe();
    void writerSurvivesAFullPipe();
    void writerTellsWhatAFullDiskTook();
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

void TestLogRedaction::levelsHaveTheirNames()
{
    QStringList levels;
    const auto keep = [&levels](const QByteArray &line) {
        levels.append(QJsonDocument::fromJson(line).object().value(u"level"_s).toString());
    };
    const QStringList all{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s};
    for (int least = 0; least < 4; ++least) {
        levels.clear();
        const Log log(keep, static_cast<LogLevel>(least));
        for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error}) {
            log.write(level, "e");
            QCOMPARE(log.takes(level), static_cast<int>(level) >= least);
        }
        QCOMPARE(levels, all.mid(least));
    }
    levels.clear();
    const Log log(keep);
    log.info("e");
    log.warning("e");
    log.error("e");
    QCOMPARE(levels, all.mid(1));
}

void TestLogRedaction::whatALineMayHold()
{
    QByteArray line;
    const Log log([&line](const QByteArray &written) { line = written; });
    const QString secret = u"Bearer Zx9Qw8Er7Ty6Ui5Op4As3Df2Gh1Jk0Lz"_s;
    const QDateTime before = QDateTime::currentDateTimeUtc();
    log.info("e", {{"short", QString(2000, u'é')},
                   {"long", QString(2001, u'é')},
                   {"cut", QString(QString(1990, u' ') + secret)},
                   {"pair", QString(QString(1999, u'é') + u"😀"_s)},
                   {"list", QJsonArray{secret}},
                   {"object", QJsonObject{{u"a"_s, secret}}},
                   {"flag", true},
                   {"none", QJsonValue()},
                   {"number", 1.5},
                   {"large", std::numeric_limits<qint64>::max()},
                   {"huge", 1e300},
                   {"endless", std::numeric_limits<double>::infinity()}});
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QVERIFY(line.endsWith("}\n"));
    QCOMPARE(line.count('\n'), 1);
    QCOMPARE(object.value(u"short"_s).toString().size(), 2000);
    QCOMPARE(object.value(u"long"_s).toString().size(), 2000);
    QVERIFY(!object.value(u"cut"_s).toString().contains(u"Zx9"_s));    // hidden first, cut afterwards
    QCOMPARE(object.value(u"pair"_s).toString(), QString(1999, u'é')); // no half of a character
    QCOMPARE(object.value(u"list"_s).toString(), u"[structured value refused]"_s);
    QCOMPARE(object.value(u"object"_s).toString(), u"[structured value refused]"_s);
    QCOMPARE(object.value(u"flag"_s), QJsonValue(true));
    QVERIFY(object.value(u"none"_s).isNull());
    QCOMPARE(object.value(u"number"_s).toDouble(), 1.5);
    QVERIFY(line.contains("\"large\":9223372036854775807,"));
    QCOMPARE(object.value(u"huge"_s).toDouble(), 1e300);
    QVERIFY(object.value(u"endless"_s).isNull()); // JSON has no such number
    const QString time = object.value(u"time"_s).toString();
    QVERIFY(time.endsWith(u'Z'));
    const QDateTime at = QDateTime::fromString(time, Qt::ISODateWithMs);
    QVERIFY(before <= at && at <= QDateTime::currentDateTimeUtc());
}

void TestLogRedaction::aLogWithoutASinkIsSilent()
{
    const Log log{Log::Sink()};
    log.error("e", {{"a", 1}});
    QVERIFY(log.takes(LogLevel::Error));
}

void TestLogRedaction::writerWritesEverythingInOrder()
{
    Pipe pipe;
    QByteArray wanted;
    {
        LogWriter writer(pipe.out);
        for (int i = 0; i < 9000; ++i) {
            const QByteArray line = QByteArray::number(i) + QByteArray(i % 97, 'x') + '\n';
            wanted += line;
            writer.append(line);
            if (i % 500 == 0) // more than a pipe takes: somebody reads meanwhile
                pipe.readInto(wanted.size() / 2);
        }
        pipe.readInto(wanted.size());
    }
    QCOMPARE(pipe.read, wanted);
    {
        LogWriter last(pipe.out);
        last.append("the last line\n");
    } // what waits is written before it ends
    pipe.readInto(wanted.size() + 14);
    QVERIFY(pipe.read.endsWith("\nthe last line\n"));
}

void TestLogRedaction::writerCountsWhatItDropped()
{
    Pipe pipe;
    constexpr int appended = 25'000;
    const QByteArray line = QByteArray(99, 'x') + '\n';
    {
        LogWriter writer(pipe.out);
        for (int i = 0; i < appended; ++i)
            writer.append(line);
        const auto told = [&pipe] { return pipe.read.contains("log_lines_dropped"); };
        for (int i = 0; i < 5000 && !told(); ++i)
            pipe.readSome(10);
        QVERIFY(told());
        writer.append("after\n");
        for (int i = 0; i < 500 && !pipe.read.endsWith("\nafter\n"); ++i)
            pipe.readSome(10);
    }
    const qsizetype kept = pipe.read.count("x\n");
    QVERIFY2(kept >= 10'000 && kept <= 21'000, qPrintable(QString::number(kept)));
    const qsizetype at = pipe.read.indexOf("{\"level\"");
    const QByteArray said = pipe.read.mid(at, pipe.read.indexOf('\n', at) - at);
    const QJsonObject object = QJsonDocument::fromJson(said).object();
    QCOMPARE(object.value(u"event"_s).toString(), u"log_lines_dropped"_s);
    QCOMPARE(object.value(u"level"_s).toString(), u"warning"_s);
    QCOMPARE(object.value(u"count"_s).toInteger(), appended - kept);
    QCOMPARE(pipe.read.count("log_lines_dropped"), 1); // told once
    QVERIFY(pipe.read.endsWith("\nafter\n"));
}

void TestLogRedaction::writerLeavesAClosedPipe()
{
    ::signal(SIGPIPE, SIG_IGN);
    for (const bool full : {false, true}) {
        QElapsedTimer timer;
        timer.start();
        {
            Pipe pipe;
            if (full)
                pipe.fill();
            pipe.closeReader();
            LogWriter writer(pipe.out);
            for (int i = 0; i < 100; ++i)
                writer.append("nobody reads this\n");
        }
        QVERIFY2(timer.elapsed() < 1000, "waited for a reader that had gone");
    }
}

/// What could not be written is counted, and a line that was cut off does not swallow the next.
void TestLogRedaction::writerTellsWhatAFullDiskTook()
{
    ::signal(SIGXFSZ, SIG_IGN);
    QTemporaryFile file;
    QVERIFY(file.open());
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit unlimited = limit;
    limit.rlim_cur = 1050;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    {
        LogWriter writer(file.handle());
        for (int i = 10; i < 30; ++i) // each 100 bytes: ten and a half are written
            writer.append("{\"line\":" + QByteArray::number(i) + ",\"x\":\"" + QByteArray(81, 'x') + "\"}\n");
        QTRY_VERIFY(file.size() >= 1050);
        QTest::qWait(50);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &unlimited), 0);
        writer.append("{\"line\":30}\n");
    }
    QFile read(file.fileName());
    QVERIFY(read.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = read.readAll().split('\n');
    QCOMPARE(lines.size(), 10 + 1 + 2 + 1);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(QJsonDocument::fromJson(lines[i]).object()[u"line"_s].toInt(), 10 + i);
    QCOMPARE(lines[10].size(), 50); // what was cut off, on a line of its own
    QCOMPARE(lines[11], QByteArray("{\"line\":30}"));
    QCOMPARE(QJsonDocument::fromJson(lines[12]).object()[u"count"_s].toInt(), 10);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_client.h"

#include "tests/support/platform_process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>
#include <memory>

#include <sys/stat.h>

using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray askReady = "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n";

int readyStatus(const PlatformProcess &platform)
{
    TlsClientOptions options;
    options.caFile = platform.caFile();
    const auto client = RawClient::tls(platform.port(), options);
    if (!client || !client->send(askReady))
        return 0;
    return client->response().value_or(RawResponse()).status;
}

unsigned modeOf(const QString &path)
{
    struct stat info
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777u : 0xffffu;
}

/// `serve` without --exit-with-stdin, whose standard input is closed from the start.
std::unique_ptr<QProcess> startAsService(const QString &data, QByteArray *line)
{
    auto process = std::make_unique<QProcess>();
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(PlatformProcess::program(), {u"serve"_s, u"--data"_s, data});
    QElapsedTimer timer;
    timer.start();
    while (!line->contains('\n') && timer.elapsed() < 20'000) {
        process->waitForReadyRead(100);
        *line += process->readAllStandardOutput();
    }
    return process;
}

} // namespace

class TestServeProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadyWhenItSaysSo();
    void tokenOnlyForTheParent();
    void secondServeIsRefused();
    void endsOn_data();
    void endsOn();
    void endsWhenStdinCloses();
    void endsInSpiteOfAnIdleConnection();
    void startsAgainAfterKill();
    void filesAreOurs();
    void leavesNoCore();
    void wrongUse_data();
    void wrongUse();
};

void TestServeProcess::isReadyWhenItSaysSo()
{
    QString error;
    const auto platform = PlatformProcess::start({}, {}, &error);
    QVERIFY2(platform, qPrintable(error));
    QVERIFY(platform->url().startsWith(u"https://127.0.0.1:"_s));
    QCOMPARE(readyStatus(*platform), 200);
    const auto local = RawClient::unixSocket(platform->dataDirectory() + u"/admin.sock"_s);
    QVERIFY(local);
    QVERIFY(local->send(askReady));
    QCOMPARE(local->response().value_or(RawResponse()).status, 200);
    platform->closeStdin();
    QCOMPARE(platform->exitCodeWithin(10'000), 0);
    QCOMPARE(platform->standardOutput().count('\n'), 1);
    QVERIFY(platform->standardOutput().endsWith('\n'));
    QVERIFY(!QFile::exists(platform->dataDirectory() + u"/admin.sock"_s));
}

void TestServeProcess::tokenOnlyForTheParent()
{
    const auto child = PlatformProcess::start();
    QVERIFY(child);
    QVERIFY(!child->token().isEmpty());
    const QByteArray token = child->token();
    child->closeStdin();
    QCOMPARE(child->exitCodeWithin(10'000), 0);
    QVERIFY2(!child->standardError().contains(token), "the token is in the log");

    const QTemporaryDir directory;
    QByteArray line;
    const auto service = startAsService(directory.filePath(u"d"_s), &line);
    const QJsonObject ready = QJsonDocument::fromJson(line).object();
    QCOMPARE(ready.keys(), (QStringList{u"ca_file"_s, u"url"_s}));
    // Without the option a closed standard input is no reason to end.
    QVERIFY(!service->waitForFinished(300));
    service->terminate();
    QVERIFY(service->waitForFinished(10'000));
    QCOMPARE(service->exitCode(), 0);
}

void TestServeProcess::secondServeIsRefused()
{
    const auto first = PlatformProcess::start();
    QVERIFY(first);
    QByteArray output;
    QByteArray errors;
    QCOMPARE(PlatformProcess::run({u"serve"_s, u"--data"_s, first->dataDirectory()}, &output, &errors), 1);
    QVERIFY(output.isEmpty());
    QVERIFY2(errors.contains("in use by another partner-platform"), errors.constData());
    QVERIFY(errors.contains(QByteArray::number(first->processId())));
    QCOMPARE(errors.count('\n'), 1);
    QCOMPARE(readyStatus(*first), 200);
}

void TestServeProcess::endsOn_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestServeProcess::endsOn()
{
    QFETCH(int, number);
    const auto platform = PlatformProcess::start();
    QVERIFY(platform);
    platform->sendSignal(number);
    QCOMPARE(platform->exitCodeWithin(10'000), 0);
    QVERIFY(platform->standardError().contains(QTest::currentDataTag()));
}

void TestServeProcess::endsWhenStdinCloses()
{
    const auto platform = PlatformProcess::start();
    QVERIFY(platform);
    QVERIFY(platform->isRunning());
    platform->closeStdin();
    QCOMPARE(platform->exitCodeWithin(10'000), 0);
    QVERIFY(platform->standardError().contains("stdin_closed"));
}

void TestServeProcess::endsInSpiteOfAnIdleConnection()
{
    const auto platform = PlatformProcess::start();
    QVERIFY(platform);
    TlsClientOptions options;
    options.caFile = platform->caFile();
    const auto idle = RawClient::tls(platform->port(), options);
    const auto half = RawClient::tls(platform->port(), options);
    QVERIFY(idle && half);
    QVERIFY(half->send(askReady.first(20)));
    QElapsedTimer timer;
    timer.start();
    platform->sendSignal(SIGTERM);
    QCOMPARE(platform->exitCodeWithin(10'000), 0);
    QVERIFY2(timer.elapsed() < 8'000, "half a request held the end up for longer than the drain time");
}

void TestServeProcess::startsAgainAfterKill()
{
    const QTemporaryDir directory;
    const QString data = directory.filePath(u"d"_s);
    QByteArray authority;
    for (int round = 0; round < 3; ++round) {
        QString error;
        const auto platform = PlatformProcess::start({}, data, &error);
        QVERIFY2(platform, qPrintable(error));
        QCOMPARE(readyStatus(*platform), 200);
        QFile file(platform->caFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray now = file.readAll();
        QVERIFY(authority.isEmpty() || authority == now);
        authority = now;
        platform->sendSignal(SIGKILL);
        QCOMPARE(platform->exitCodeWithin(10'000), -1);
    }
}

void TestServeProcess::filesAreOurs()
{
    const auto platform = PlatformProcess::start();
    QVERIFY(platform);
    QCOMPARE(modeOf(platform->dataDirectory()), 0700u);
    QCOMPARE(modeOf(platform->dataDirectory() + u"/admin.sock"_s), 0600u);
    QCOMPARE(modeOf(platform->dataDirectory() + u"/tls/ca.key"_s), 0600u);
    QCOMPARE(modeOf(platform->dataDirectory() + u"/tls/server.key"_s), 0600u);
}

void TestServeProcess::leavesNoCore()
{
    const auto platform = PlatformProcess::start();
    QVERIFY(platform);
    QFile limits(u"/proc/%1/limits"_s.arg(platform->processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    bool found = false;
    for (const QByteArray &line : limits.readAll().split('\n')) {
        if (line.startsWith("Max core file size")) {
            QCOMPARE(line.simplified(), QByteArray("Max core file size 0 0 bytes"));
            found = true;
        }
    }
    QVERIFY(found);
    // A process that is not dumpable has its files in /proc owned by root, whoever runs it.
    struct stat info
    {
    };
    QCOMPARE(::stat(QFile::encodeName(u"/proc/%1/mem"_s.arg(platform->processId())).constData(), &info), 0);
    QCOMPARE(info.st_uid, 0u);
}

void TestServeProcess::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QStringList() << 2;
    QTest::newRow("unknown command") << QStringList{u"dance"_s} << 2;
    QTest::newRow("no data") << QStringList{u"serve"_s} << 2;
    QTest::newRow("unknown option") << QStringList{u"serve"_s, u"--data"_s, u"/tmp/x"_s, u"--loud"_s} << 2;
    QTest::newRow("impossible directory") << QStringList{u"serve"_s, u"--data"_s, u"/proc/x"_s} << 1;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0;
    QTest::newRow("serve help") << QStringList{u"serve"_s, u"--help"_s} << 0;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0;
}

void TestServeProcess::wrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QByteArray output;
    QByteArray errors;
    QCOMPARE(PlatformProcess::run(arguments, &output, &errors), code);
    QCOMPARE(output.isEmpty(), code != 0);
    QCOMPARE(errors.isEmpty(), code == 0);
}

QTEST_GUILESS_MAIN(TestServeProcess)
#include "tst_serve_process.moc"

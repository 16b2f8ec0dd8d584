// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/raw_client.h"

#include "tests/support/platform_process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <memory>

#include <sys/stat.h>

using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray askReady = "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n";

RawResponse ask(const PlatformProcess &platform, const QByteArray &request)
{
    TlsClientOptions options;
    options.caFile = platform.caFile();
    const auto client = RawClient::tls(platform.port(), options);
    if (!client || !client->send(request))
        return {};
    return client->response().value_or(RawResponse());
}

int readyStatus(const PlatformProcess &platform)
{
    return ask(platform, askReady).status;
}

/// What the platform says to the operator of its readiness line.
int statusWithToken(const PlatformProcess &platform)
{
    return ask(platform, "GET /admin/v1/session HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                             platform.token() + "\r\n\r\n")
        .status;
}

/// RFC 8414.
QJsonObject metadata(const PlatformProcess &platform)
{
    const QByteArray path = "/.well-known/oauth-authorization-server";
    return QJsonDocument::fromJson(ask(platform, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").body)
        .object();
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
    void anotherProcessAttaches();
    void attachingToAHungServiceEnds();
    void addressOutlivesARestart();
    void endsOn_data();
    void endsOn();
    void endsWhenStdinCloses();
    void endsInSpiteOfAnIdleConnection();
    void endsWhileItsStartHangs_data();
    void endsWhileItsStartHangs();
    void startsAgainAfterKill();
    void renewsItsCertificateWhileItRuns();
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
    QCOMPARE(PlatformProcess::run({u"serve"_s, u"--data"_s, first->dataDirectory()}, &output, &errors), 3);
    QVERIFY(output.isEmpty());
    QVERIFY2(errors.contains("in use by another partner-platform"), errors.constData());
    QVERIFY(errors.contains(QByteArray::number(first->processId())));
    QCOMPARE(errors.count('\n'), 1);
    QCOMPARE(readyStatus(*first), 200);
}

void TestServeProcess::anotherProcessAttaches()
{
    auto first = PlatformProcess::start();
    QVERIFY(first);
    QString error;
    const auto second = PlatformProcess::start({u"--attach"_s}, first->dataDirectory(), &error);
    QVERIFY2(second, qPrintable(error));
    QCOMPARE(second->url(), first->url());
    QCOMPARE(second->caFile(), first->caFile());
    QVERIFY(!second->token().isEmpty());
    QVERIFY2(second->token() != first->token(), "each process has a session of its own");
    QVERIFY(second->standardOutput().contains("\"attached\":true"));
    QVERIFY(!first->standardOutput().contains("attached"));
    QCOMPARE(statusWithToken(*second), 200);

    // A third one leaves by itself, and the service stays.
    const auto third = PlatformProcess::start({u"--attach"_s}, first->dataDirectory());
    QVERIFY(third);
    third->closeStdin();
    QCOMPARE(third->exitCodeWithin(10'000), 0);
    QCOMPARE(readyStatus(*first), 200);

    // Its end is seen, and whoever comes next serves the directory at the same place.
    const QString url = first->url();
    first->closeStdin();
    QCOMPARE(first->exitCodeWithin(10'000), 0);
    QCOMPARE(second->exitCodeWithin(10'000), 1);
    QVERIFY(second->standardError().contains("has ended"));
    const auto next = PlatformProcess::start({u"--attach"_s}, first->dataDirectory());
    QVERIFY(next);
    QCOMPARE(next->url(), url);
    QVERIFY(!next->standardOutput().contains("attached"));
}

/// A service that hangs is not waited for without bound, and an end is an end meanwhile.
void TestServeProcess::attachingToAHungServiceEnds()
{
    const auto first = PlatformProcess::start();
    QVERIFY(first);
    first->sendSignal(SIGSTOP);
    QProcess second;
    second.start(PlatformProcess::program(), {u"serve"_s, u"--data"_s, first->dataDirectory(), u"--attach"_s,
                                              u"--exit-with-stdin"_s, u"--log"_s, u"none"_s});
    QVERIFY(second.waitForStarted(10'000));
    QVERIFY(!second.waitForFinished(500));
    second.closeWriteChannel();
    QVERIFY(second.waitForFinished(10'000));
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().contains("stdin_closed"));

    QProcess third; // its standard input stays open
    third.start(PlatformProcess::program(), {u"serve"_s, u"--data"_s, first->dataDirectory(), u"--attach"_s,
                                             u"--exit-with-stdin"_s, u"--log"_s, u"none"_s});
    QVERIFY(third.waitForFinished(30'000));
    QCOMPARE(third.exitCode(), 3);
    const QByteArray said = third.readAllStandardError();
    QVERIFY2(said.contains("in use") && said.contains("did not answer"), said.constData());
    first->sendSignal(SIGCONT);
}

void TestServeProcess::addressOutlivesARestart()
{
    const QTemporaryDir directory;
    const QString data = directory.filePath(u"d"_s);
    const auto stop = [](PlatformProcess &platform) {
        platform.closeStdin();
        return platform.exitCodeWithin(10'000) == 0;
    };
    auto platform = PlatformProcess::start({}, data);
    QVERIFY(platform);
    const QString url = platform->url();
    const quint16 port = platform->port();
    QCOMPARE(metadata(*platform).value(u"issuer"_s).toString(), url);
    QVERIFY(stop(*platform));

    platform = PlatformProcess::start({}, data);
    QVERIFY(platform);
    QCOMPARE(platform->url(), url);
    QVERIFY(stop(*platform));

    // Somebody else has the port: another one is taken, and the issuer of tokens stays what it was.
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, port));
    platform = PlatformProcess::start({}, data);
    QVERIFY(platform);
    QVERIFY(platform->port() != port);
    const QJsonObject moved = metadata(*platform);
    QCOMPARE(moved.value(u"issuer"_s).toString(), url);
    QCOMPARE(moved.value(u"token_endpoint"_s).toString(), QString(platform->url() + u"/oauth2/token"));
    QVERIFY(stop(*platform));

    // What is asked for wins over what is remembered, and a damaged file is no reason not to start.
    QFile file(data + u"/address"_s);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{\"port\":70000,\"issuer\":\"http://x\"");
    file.close();
    platform = PlatformProcess::start({u"--public-url"_s, u"https://api.example"_s}, data);
    QVERIFY(platform);
    QCOMPARE(metadata(*platform).value(u"issuer"_s).toString(), u"https://api.example"_s);
    QVERIFY(stop(*platform));
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

void TestServeProcess::endsWhileItsStartHangs_data()
{
    QTest::addColumn<bool>("bySignal");
    QTest::newRow("SIGTERM") << true;
    QTest::newRow("standard input") << false;
}

/// A file that does not open (a pipe nobody writes to; else a disk that hangs): an end is an end all the
/// same.
void TestServeProcess::endsWhileItsStartHangs()
{
    QFETCH(bool, bySignal);
    const QTemporaryDir directory;
    const QString data = directory.filePath(u"d"_s);
    {
        const auto before = PlatformProcess::start({}, data);
        QVERIFY(before);
        before->closeStdin();
        QCOMPARE(before->exitCodeWithin(10'000), 0);
    }
    const QString address = data + u"/address"_s;
    QVERIFY(QFile::remove(address));
    QCOMPARE(::mkfifo(QFile::encodeName(address).constData(), 0600), 0);
    QProcess process;
    process.start(PlatformProcess::program(), {u"serve"_s, u"--data"_s, data, u"--exit-with-stdin"_s});
    QVERIFY(process.waitForStarted(10'000));
    QVERIFY(!process.waitForFinished(1000));
    if (bySignal)
        process.terminate();
    else
        process.closeWriteChannel();
    QVERIFY(process.waitForFinished(15'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardOutput().isEmpty());
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

/// Whatever makes it useless (it runs out, it is not valid yet): no restart is needed.
void TestServeProcess::renewsItsCertificateWhileItRuns()
{
    const auto platform = PlatformProcess::start();
    QVERIFY(platform);
    const QString path = platform->dataDirectory() + u"/tls/server.pem"_s;
    const auto content = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = content();
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write("no certificate"), 14);
    }
    QTRY_VERIFY_WITH_TIMEOUT(content().startsWith("-----BEGIN CERTIFICATE-----"), 30'000);
    QVERIFY(content() != before);
    QTRY_COMPARE_WITH_TIMEOUT(readyStatus(*platform), 200, 10'000); // one that our CA signed
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

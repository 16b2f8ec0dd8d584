// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/tls_ca.h"
#include "platform/serve/data_directory.h"
#include "platform/serve/health.h"
#include "platform/serve/serve_command.h"
#include "platform/serve/serve_options.h"
#include "platform/serve/tls_files.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

unsigned modeOf(const QString &path)
{
    struct stat info
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777u : 0xffffu;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestServeParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void optionsAreRead();
    void numbersHaveTheirBounds();
    void optionsRefuse_data();
    void optionsRefuse();
    void usageNamesEveryOption();
    void directoryIsPrivateAndLocked();
    void openDirectoryIsClosedToOthers();
    void directoryErrorsArePlain();
    void tlsFilesAreKeptAndRenewed();
    void lostServerKeyIsReplaced();
    void brokenAuthorityIsNotReplaced();
    void readinessLineIsOneJsonObject();
    void healthTellsWhatIsMissing();
};

void TestServeParts::optionsAreRead()
{
    const auto options =
        parseServeOptions({u"--data"_s, u"/d"_s, u"--listen=[::1]:8443"_s, u"--exit-with-stdin"_s,
                           u"--public-url"_s, u"https://api.example/"_s, u"--threads"_s, u"3"_s});
    QVERIFY2(options, options ? "" : qPrintable(options.error()));
    QCOMPARE(options->dataDirectory, u"/d"_s);
    QCOMPARE(options->listenAddress, u"::1"_s);
    QCOMPARE(options->listenPort, quint16(8443));
    QCOMPARE(options->publicUrl, u"https://api.example"_s);
    QCOMPARE(options->effectiveThreads(), 3);
    QVERIFY(options->exitWithStdin);
    const auto defaults = parseServeOptions({u"--data"_s, u"/d"_s});
    QVERIFY(defaults);
    QCOMPARE(defaults->listenAddress, u"127.0.0.1"_s);
    QCOMPARE(defaults->listenPort, quint16(0));
    QVERIFY(!defaults->exitWithStdin);
    QVERIFY(defaults->effectiveThreads() >= 2);
}

/// The least and the most are taken, what lies beyond is not, and nothing but a number is one.
void TestServeParts::numbersHaveTheirBounds()
{
    struct Bound
    {
        QString name;
        qint64 least;
        qint64 most;
    };
    for (const Bound &bound : {Bound{u"--threads"_s, 1, 64}, Bound{u"--max-connections"_s, 16, 100'000},
                               Bound{u"--max-per-address"_s, 4, 100'000}}) {
        const auto taken = [&bound](const QString &value) {
            return parseServeOptions({u"--data"_s, u"/d"_s, bound.name, value}).has_value();
        };
        QVERIFY2(taken(QString::number(bound.least)), qPrintable(bound.name));
        QVERIFY2(taken(QString::number(bound.most)), qPrintable(bound.name));
        QVERIFY2(!taken(QString::number(bound.least - 1)), qPrintable(bound.name));
        QVERIFY2(!taken(QString::number(bound.most + 1)), qPrintable(bound.name));
        for (const QString &no : {u""_s, u"x"_s, u"1e3"_s, u" 20"_s, u"20 "_s, u"-20"_s})
            QVERIFY2(!taken(no), qPrintable(bound.name + u' ' + no));
    }
}

void TestServeParts::optionsRefuse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const QStringList data{u"--data"_s, u"/d"_s};
    QTest::newRow("nothing") << QStringList() << u"--data"_s;
    QTest::newRow("unknown") << QStringList(data + QStringList{u"--colour"_s}) << u"--colour"_s;
    QTest::newRow("stray word") << QStringList(data + QStringList{u"now"_s}) << u"now"_s;
    QTest::newRow("twice") << QStringList(data + data) << u"--data"_s;
    QTest::newRow("no value") << QStringList{u"--data"_s} << u"--data"_s;
    QTest::newRow("switch with value")
        << QStringList(data + QStringList{u"--exit-with-stdin=1"_s}) << u"--exit-with-stdin"_s;
    QTest::newRow("attach alone") << QStringList(data + QStringList{u"--attach"_s}) << u"--exit-with-stdin"_s;
    QTest::newRow("host name") << QStringList(data + QStringList{u"--listen"_s, u"localhost:1"_s})
                               << u"localhost:1"_s;
    QTest::newRow("no port") << QStringList(data + QStringList{u"--listen"_s, u"127.0.0.1"_s})
                             << u"127.0.0.1"_s;
    QTest::newRow("large port") << QStringList(data + QStringList{u"--listen"_s, u"127.0.0.1:65536"_s})
                                << u"65536"_s;
    QTest::newRow("plain URL") << QStringList(data + QStringList{u"--public-url"_s, u"http://a.example"_s})
                               << u"http://"_s;
    QTest::newRow("URL with path") << QStringList(data +
                                                  QStringList{u"--public-url"_s, u"https://a.example/x"_s})
                                   << u"/x"_s;
    QTest::newRow("no threads") << QStringList(data + QStringList{u"--threads"_s, u"0"_s}) << u"--threads"_s;
    QTest::newRow("group alone") << QStringList(data + QStringList{u"--gateway-socket-group"_s, u"g"_s})
                                 << u"--gateway-socket"_s;
}

void TestServeParts::optionsRefuse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto options = parseServeOptions(arguments);
    QVERIFY(!options);
    QVERIFY2(options.error().contains(named), qPrintable(options.error()));
}

void TestServeParts::usageNamesEveryOption()
{
    for (const QString &name :
         {u"--data"_s, u"--listen"_s, u"--public-url"_s, u"--exit-with-stdin"_s, u"--log"_s})
        QVERIFY(serveUsage().contains(name));
}

void TestServeParts::directoryIsPrivateAndLocked()
{
    const QTemporaryDir parent;
    const QString path = parent.filePath(u"a/b"_s);
    {
        auto first = DataDirectory::open(path);
        QVERIFY2(first, first ? "" : qPrintable(first.error().text));
        QCOMPARE(modeOf(path), 0700u);
        const auto second = DataDirectory::open(path + u"/../b/"_s);
        QVERIFY(!second);
        QVERIFY(second.error().inUse);
        QVERIFY2(second.error().text.contains(u"in use"_s), qPrintable(second.error().text));
        QVERIFY(second.error().text.contains(QString::number(::getpid())));
        const DataDirectory moved = std::move(*first);
        QVERIFY(!DataDirectory::open(path));
        QCOMPARE(moved.file(u"x"), QString(path + u"/x"_s));
    }
    QVERIFY(DataDirectory::open(path));
}

void TestServeParts::openDirectoryIsClosedToOthers()
{
    const QTemporaryDir parent;
    const QString path = parent.filePath(u"open"_s);
    QCOMPARE(::mkdir(QFile::encodeName(path).constData(), 0755), 0);
    QVERIFY(DataDirectory::open(path));
    QCOMPARE(modeOf(path), 0700u);
}

void TestServeParts::directoryErrorsArePlain()
{
    const QTemporaryDir parent;
    QVERIFY(writePrivateFile(parent.filePath(u"file"_s), "x"));
    QCOMPARE(modeOf(parent.filePath(u"file"_s)), 0600u);
    const auto onFile = DataDirectory::open(parent.filePath(u"file"_s));
    QVERIFY(!onFile);
    QVERIFY(onFile.error().text.contains(u"not a directory"_s));
    QVERIFY(!onFile.error().inUse);
    QVERIFY(!DataDirectory::open(u"/proc/nothing/here"_s));
    QVERIFY(!DataDirectory::open(QString()));
    QVERIFY(!writePrivateFile(parent.filePath(u"no/such/file"_s), "x"));
}

void TestServeParts::tlsFilesAreKeptAndRenewed()
{
    const QTemporaryDir parent;
    const auto data = DataDirectory::open(parent.filePath(u"d"_s));
    QVERIFY(data);
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    const auto made = ensureTlsFiles(*data, {u"localhost"_s}, {u"127.0.0.1"_s}, now);
    QVERIFY2(made, made ? "" : qPrintable(made.error()));
    for (const QString &file : {made->caKeyFile, made->keyFile, made->caFile, made->certificateFile})
        QCOMPARE(modeOf(file), 0600u);
    const QByteArray authority = contentOf(made->caFile);
    const QByteArray certificate = contentOf(made->certificateFile);

    QVERIFY(made->renewed);

    const auto kept = ensureTlsFiles(*data, {u"localhost"_s}, {u"127.0.0.1"_s}, now.addDays(300));
    QVERIFY(kept && !kept->renewed);
    QCOMPARE(contentOf(made->certificateFile), certificate);

    QVERIFY(ensureTlsFiles(*data, {u"localhost"_s, u"api.example"_s}, {u"127.0.0.1"_s}, now));
    const QByteArray wider = contentOf(made->certificateFile);
    QVERIFY(wider != certificate);

    QVERIFY(ensureTlsFiles(*data, {u"localhost"_s}, {}, now.addDays(380)));
    QVERIFY(contentOf(made->certificateFile) != wider);
    QVERIFY(pc::certificateNotAfter(contentOf(made->certificateFile)).value() > now.addDays(700));
    QCOMPARE(contentOf(made->caFile), authority);

    // Made while the clock was ahead: nobody takes it before it is valid.
    const QByteArray early = contentOf(made->certificateFile);
    QVERIFY(ensureTlsFiles(*data, {u"localhost"_s}, {}, now));
    QVERIFY(contentOf(made->certificateFile) != early);
}

void TestServeParts::lostServerKeyIsReplaced()
{
    const QTemporaryDir parent;
    const auto data = DataDirectory::open(parent.filePath(u"d"_s));
    QVERIFY(data);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto made = ensureTlsFiles(*data, {u"localhost"_s}, {}, now);
    QVERIFY(made);
    QVERIFY(QFile::remove(made->keyFile));
    QVERIFY(ensureTlsFiles(*data, {u"localhost"_s}, {}, now));
    QVERIFY(QFile::exists(made->keyFile));
}

void TestServeParts::brokenAuthorityIsNotReplaced()
{
    const QTemporaryDir parent;
    const auto data = DataDirectory::open(parent.filePath(u"d"_s));
    QVERIFY(data);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto made = ensureTlsFiles(*data, {u"localhost"_s}, {}, now);
    QVERIFY(made);
    QVERIFY(QFile::remove(made->caKeyFile));
    const auto again = ensureTlsFiles(*data, {u"localhost"_s}, {}, now);
    QVERIFY2(!again, "a CA that consoles trust was replaced in silence");
    QVERIFY(again.error().contains(u"ca.key"_s));
}

void TestServeParts::readinessLineIsOneJsonObject()
{
    const QString odd = u"/tmp/a \"quoted\" \u00e9/ca.pem"_s;
    const pc::Secret without = readinessLine(u"https://127.0.0.1:1"_s, odd, std::nullopt);
    const QByteArray plain = without.view().toByteArray();
    QCOMPARE(plain.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(plain).object();
    QCOMPARE(object.keys(), (QStringList{u"ca_file"_s, u"url"_s}));
    QCOMPARE(object.value(u"ca_file"_s).toString(), odd);
    const pc::Secret with = readinessLine(u"https://127.0.0.1:1"_s, odd, pc::Secret::copyOf("tok_1"));
    const QJsonObject full = QJsonDocument::fromJson(with.view().toByteArray()).object();
    QCOMPARE(full.value(u"token"_s).toString(), u"tok_1"_s);
    QCOMPARE(full.value(u"url"_s).toString(), u"https://127.0.0.1:1"_s);
}

void TestServeParts::healthTellsWhatIsMissing()
{
    const auto readiness = std::make_shared<Readiness>();
    bool storeIsUp = false;
    bool diskAnswers = true;
    readiness->add("store", Readiness::Needs::Decisions, [&storeIsUp] { return storeIsUp; });
    readiness->add("disk", Readiness::Needs::Changes, [&diskAnswers] { return diskAnswers; });
    Router router;
    mountHealth(router, readiness);
    const auto ask = [&router](const QByteArray &target) {
        HttpRequest request;
        request.rawTarget = target;
        HttpResponse answer;
        router.dispatch(request, [&answer](HttpResponse response) { answer = std::move(response); });
        return answer;
    };
    const auto each = [&ask](std::initializer_list<const char *> targets, int status) {
        for (const char *target : targets)
            QCOMPARE(ask(target).status, status);
    };
    const auto live = {"/livez", "/health/live", "/livez?verbose"};
    const auto ready = {"/readyz", "/healthz", "/health/ready", "/readyz?exclude=%"};
    each(live, 200);
    each(ready, 503);
    QVERIFY(ask("/readyz").body.contains("\"store\""));
    storeIsUp = true;
    each(ready, 200);
    QVERIFY(!ask("/readyz").body.contains("degraded"));
    // Decisions go on without it: whoever balances load must not take them away.
    diskAnswers = false;
    each(ready, 200);
    QCOMPARE(ask("/readyz").body, QByteArray(R"({"degraded":["disk"],"status":"ready"})"));
    storeIsUp = false;
    each(ready, 503);
    QCOMPARE(ask("/readyz").body,
             QByteArray(R"({"degraded":["disk"],"missing":["store"],"status":"not_ready"})"));
    storeIsUp = true;
    readiness->setStopping();
    each(ready, 503);
    each(live, 200);
}

QTEST_GUILESS_MAIN(TestServeParts)
#include "tst_serve_parts.moc"

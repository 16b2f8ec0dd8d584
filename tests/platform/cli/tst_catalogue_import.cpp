// SPDX-License-Identifier: GPL-3.0-or-later
// `catalogue import` as a person types it, against a service that runs.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s;

struct Ran
{
    int code = -1;
    QString out;
    QString error;
};

Ran run(const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

constexpr char shop[] = R"(openapi: 3.0.3
info: {title: Shop, version: "1.4"}
servers: [{url: https://api.example.com/v1}]
paths:
  /orders:
    get: {tags: [Orders], summary: List orders}
    post: {tags: [Orders]}
)";

} // namespace

class TestCatalogueImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(write(u"shop.yaml"_s, shop));
        m_service.start(program, {u"serve"_s, u"--data"_s, data(), u"--log"_s, u"none"_s});
        QVERIFY(m_service.waitForStarted() && m_service.waitForReadyRead(20000));
        QCOMPARE(run({u"operator"_s, u"add"_s, u"anna"_s, u"--role"_s, u"admin"_s, u"--data"_s, data()}).code,
                 0);
        QCOMPARE(
            run({u"operator"_s, u"add"_s, u"vera"_s, u"--role"_s, u"viewer"_s, u"--data"_s, data()}).code, 0);
    }

    void cleanupTestCase()
    {
        m_service.terminate();
        QVERIFY(m_service.waitForFinished(20000));
    }

    void nothingIsDecidedBeforeItIsApplied()
    {
        const Ran ran = import({u"--api"_s, u"Shop"_s, u"--host"_s, u"api.example.com"_s, u"--audience"_s,
                                u"https://api.example.com"_s, u"--scope-prefix"_s, u"shop."_s});
        QVERIFY2(ran.code == 0, qPrintable(ran.error));
        QVERIFY2(ran.out.contains(u"Added the API Shop"_s), qPrintable(ran.out));
        QVERIFY2(ran.out.contains(u"2 routes: 2 new, 0 gone, 0 changed"_s), qPrintable(ran.out));
        QVERIFY2(ran.out.contains(u"shop.orders:write  (new)"_s), qPrintable(ran.out));
        QVERIFY2(ran.out.contains(u"nothing is decided by it yet"_s), qPrintable(ran.out));
    }

    /// The API is there by now: what is said of it is what it has, however it is written.
    void anotherSpellingIsTheSame()
    {
        const Ran ran = import({u"--api"_s, u"Shop"_s, u"--host"_s, u"API.Example.com."_s, u"--base-path"_s,
                                u"/"_s, u"--scope-prefix"_s, u"shop."_s});
        QVERIFY2(ran.code == 0, qPrintable(ran.error));
    }

    void whatIsAppliedIsNotNewAgain()
    {
        const QStringList again{u"--api"_s, u"Shop"_s, u"--scope-prefix"_s, u"shop."_s};
        Ran ran = import(again + QStringList{u"--apply"_s, u"--reason"_s, u"first import"_s});
        QVERIFY2(ran.code == 0, qPrintable(ran.error));
        QVERIFY2(ran.out.contains(u"In force since now"_s), qPrintable(ran.out));
        ran = import(again);
        QVERIFY2(ran.out.contains(u"0 new, 0 gone, 0 changed"_s), qPrintable(ran.out));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("no reason") << QStringList{u"--api"_s, u"Shop"_s, u"--apply"_s} << u"--reason"_s;
        QTest::newRow("no such source")
            << QStringList{u"--api"_s, u"Shop"_s, u"--scopes-by"_s, u"name"_s} << u"tag, path or one"_s;
        QTest::newRow("another's scopes")
            << QStringList{u"--api"_s,   u"Other"_s,      u"--base-path"_s,
                           u"/other"_s,  u"--audience"_s, u"https://other.example"_s,
                           u"--apply"_s, u"--reason"_s,   u"why"_s}
            << u"choose a prefix"_s;
        QTest::newRow("a host with a port")
            << QStringList{u"--api"_s, u"Third"_s, u"--host"_s, u"https://api.example.com:443"_s}
            << u"--host wants a host name"_s;
        QTest::newRow("no path") << QStringList{u"--api"_s, u"Third"_s, u"--base-path"_s, u"v1"_s}
                                 << u"--base-path wants a path"_s;
        QTest::newRow("another host than it has")
            << QStringList{u"--api"_s, u"Shop"_s, u"--host"_s, u"other.example.com"_s}
            << u"with \"api.example.com\" as its --host"_s;
        QTest::newRow("all paths, of one that has a part of them")
            << QStringList{u"--api"_s, u"Demo API"_s, u"--base-path"_s, u"/"_s}
            << u"with \"/api/v1\" as its --base-path"_s;
        QTest::newRow("a place that is taken")
            << QStringList{u"--api"_s, u"Third"_s,      u"--base-path"_s,
                           u"/api"_s,  u"--audience"_s, u"https://third.example"_s}
            << u"/base_path"_s;
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const Ran ran = import(arguments);
        QVERIFY(ran.code != 0);
        QVERIFY2(ran.error.contains(said), qPrintable(ran.error));
    }

    void aBrokenFileIsRefusedWithItsLine()
    {
        QVERIFY(write(u"broken.yaml"_s, "openapi: 3.1.0\ninfo: {title: t}\npaths:\n  orders: {}\n"));
        const Ran ran = run({u"catalogue"_s, u"import"_s, m_dir.filePath(u"broken.yaml"_s), u"--data"_s,
                             data(), u"--as"_s, u"anna"_s, u"--api"_s, u"Shop"_s});
        QVERIFY(ran.code != 0);
        QVERIFY2(ran.error.contains(u"line 4"_s), qPrintable(ran.error));
    }

    void onlyWhoMayChangeItMay()
    {
        Ran ran = run({u"catalogue"_s, u"import"_s, m_dir.filePath(u"shop.yaml"_s), u"--data"_s, data(),
                       u"--as"_s, u"vera"_s, u"--api"_s, u"Shop"_s});
        QVERIFY(ran.code != 0);
        QVERIFY2(ran.error.contains(u"revision.propose"_s) ||
                     ran.error.contains(u"not allow"_s, Qt::CaseInsensitive),
                 qPrintable(ran.error));
        ran = run({u"catalogue"_s, u"import"_s, m_dir.filePath(u"shop.yaml"_s), u"--data"_s, data(),
                   u"--as"_s, u"nobody"_s, u"--api"_s, u"Shop"_s});
        QVERIFY(ran.code != 0);
    }

private:
    [[nodiscard]] QString data() const { return m_dir.filePath(u"data"_s); }
    bool write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    Ran import(const QStringList &more)
    {
        return run(QStringList{u"catalogue"_s, u"import"_s, m_dir.filePath(u"shop.yaml"_s), u"--data"_s,
                               data(), u"--as"_s, u"anna"_s} +
                   more);
    }

    QTemporaryDir m_dir;
    QProcess m_service;
};

QTEST_GUILESS_MAIN(TestCatalogueImport)
#include "tst_catalogue_import.moc"

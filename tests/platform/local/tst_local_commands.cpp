// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/command_line.h"
#include "platform/local/local_client.h"
#include "tests/platform/local/one_answer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

/// What the subcommands do before they reach a platform, and how they speak to one that runs.
class TestLocalCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUseIsTold_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const auto row = [](const QString &words, ExitCode code) {
            QTest::newRow(qPrintable(words)) << words.split(u' ') << static_cast<int>(code);
        };
        // DATA is a directory without a platform, NONE one that is not there.
        for (const char *words : {"operator",
                                  "operator --data DATA",
                                  "operator dance --data DATA",
                                  "operator dance a --data DATA",
                                  "operator list a --data DATA",
                                  "operator add --data DATA",
                                  "operator add a b --role viewer --data DATA",
                                  "operator disable --data DATA",
                                  "operator token --data DATA",
                                  "operator list",
                                  "operator token a",
                                  "operator list --loud --data DATA",
                                  "history",
                                  "history --data DATA",
                                  "history show",
                                  "history dance --data DATA",
                                  "history show more --data DATA",
                                  "history show --reason r --data DATA",
                                  "history accept --data DATA",
                                  "history accept more --reason r --data DATA",
                                  "history accept --reason r",
                                  "history accept --reason EMPTY --data DATA",
                                  "history accept --reason R501 --data DATA",
                                  "history show --loud --data DATA",
                                  "verify",
                                  "verify more --data DATA",
                                  "verify --loud --data DATA"})
            row(QString::fromLatin1(words), ExitCode::Usage);
        for (const char *words : {"operator list --data NONE", "operator list --data DATA",
                                  "operator add a --role king --data DATA", "history show --data NONE",
                                  "history show --data DATA", "history accept --reason R500 --data DATA",
                                  "verify --data NONE", "verify --data DATA"})
            row(QString::fromLatin1(words), ExitCode::Failed);
        for (const char *words : {"operator --help", "history --help", "verify --help"})
            row(QString::fromLatin1(words), ExitCode::Done);
    }
    void wrongUseIsTold()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const QTemporaryDir dir;
        for (QString &word : words) {
            word = word == u"DATA"_s    ? dir.path()
                   : word == u"NONE"_s  ? dir.filePath(u"none"_s)
                   : word == u"EMPTY"_s ? QString()
                   : word == u"R500"_s  ? QString(500, u'r')
                   : word == u"R501"_s  ? QString(501, u'r')
                                        : word;
        }
        QCOMPARE(static_cast<int>(runCommandLine(words)), code);
        QVERIFY(!QFile::exists(dir.filePath(u"none"_s)));
    }

    void aRequestIsWhole_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("asked");
        const QByteArray head = " /p HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        QTest::newRow("get") << QByteArray("GET") << QByteArray() << QByteArray("GET" + head + "\r\n");
        QTest::newRow("post nothing")
            << QByteArray("POST") << QByteArray() << QByteArray("POST" + head + "Content-Length: 0\r\n\r\n");
        QTest::newRow("post") << QByteArray("POST") << QByteArray("{\"a\":1}")
                              << QByteArray(
                                     "POST" + head +
                                     "Content-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}");
    }
    void aRequestIsWhole()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, asked);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"s"_s);
        OneAnswer server(path, "HTTP/1.1 201 Made\r\nA: b\r\n\r\nbody\r\n\r\nmore");
        const auto reply = askLocally(path, method, "/p", json);
        QVERIFY(reply);
        QCOMPARE(reply->status, 201);
        QCOMPARE(reply->body, "body\r\n\r\nmore");
        QCOMPARE(server.asked(), asked);
    }

    void noAnswerIsTold_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nA: b\r\n");
        QTest::newRow("another protocol") << QByteArray("HTTP/2 200 OK\r\n\r\n");
    }
    /// Whether it may have been done depends on what was asked.
    void noAnswerIsTold()
    {
        QFETCH(QByteArray, answer);
        const QTemporaryDir dir;
        for (const auto &[method, doubt] : {std::pair("GET", false), {"POST", true}}) {
            const QString path = dir.filePath(QString::fromLatin1(method));
            OneAnswer server(path, answer);
            const auto reply = askLocally(path, method, "/p");
            QVERIFY(!reply);
            QVERIFY(reply.error().contains(u"did not answer"_s));
            QCOMPARE(reply.error().contains(u"may have done it"_s), doubt);
        }
    }

    void nobodyListens()
    {
        const QTemporaryDir dir;
        QVERIFY(!isListening(dir.filePath(u"none"_s)));
        const auto reply = askLocally(dir.filePath(u"none"_s), "GET", "/p");
        QVERIFY(!reply && reply.error().contains(u"no service runs"_s));
        // No path can be longer than the address of a socket.
        for (const int size : {107, 108, 109, 300})
            QVERIFY(!isListening(QString(size, u'x')));
        const QString path = dir.filePath(u"s"_s);
        const OneAnswer server(path, {});
        QVERIFY(isListening(path));
    }
};

QTEST_GUILESS_MAIN(TestLocalCommands)
#include "tst_local_commands.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/command_line.h"
#include "platform/cli/plain_text.h"
#include "tests/platform/cli/redirected.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::platform;
using namespace Qt::StringLiterals;
using pc::test::Redirected;

class TestCatalogueCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatADescriptionHolds()
    {
        write("openapi: 3.0.3\ninfo: {title: Orders, version: '7'}\nservers: [{url: /v2}]\npaths:\n"
              "  /orders:\n"
              "    get: {summary: All orders, security: [{main: [orders:read]}]}\n"
              "    put: {deprecated: true, security: [{key: []}]}\n"
              "    head: {security: []}\n"
              "  /a//b: {get: {}}\n"
              "  /c: {get: {}}\n");
        QCOMPARE(run({u"--list"_s}), ExitCode::Done);
        QCOMPARE(m_out, u"OpenAPI 3.0.3: Orders, version 7\n"
                        "4 operations on 3 paths below /v2, 1 of them deprecated\n"
                        "Asked of callers:\n"
                        "      1  a scope\n"
                        "      1  a key or token, no scope\n"
                        "      1  nothing: open to everybody\n"
                        "      1  not said\n"
                        "Left out, as the catalogue cannot have it:\n"
                        "line 9: GET /v2/a//b: it has an empty segment\n"
                        "GET /v2/orders\torders:read\tAll orders\n"
                        "PUT /v2/orders\t-\t\n"
                        "HEAD /v2/orders\t-\t\n"
                        "GET /v2/c\t-\t\n"_s);
        QCOMPARE(m_error, QString());
    }

    void refusesWithTheLine()
    {
        write("openapi: 3.0.3\ninfo: {title: Orders}\npaths: []\n");
        QCOMPARE(run(), ExitCode::Failed);
        QCOMPARE(m_out, QString());
        QCOMPARE(m_error,
                 u"partner-platform catalogue: %1, line 3: \"paths\" is not an object\n"_s.arg(m_file));
        QFile::remove(m_file);
        QCOMPARE(run(), ExitCode::Failed);
        QVERIFY(m_error.contains(u"cannot be read"_s));
    }

    /// A description is somebody else's: nothing of it steers the terminal.
    void nothingSteersTheTerminal()
    {
        write("{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"a\\u001b[2J\\u202eb\\nc\", \"version\": "
              "\"\\u0007\"},"
              "\"paths\": {\"/\\u001b\": {\"get\": {}}}}");
        QCOMPARE(run({u"--list"_s}), ExitCode::Done);
        QVERIFY2(m_out.startsWith(u"OpenAPI 3.0.3: a[2Jb c\n"_s), qPrintable(m_out));
        for (const QChar c : std::as_const(m_out))
            QVERIFY2(c == u'\n' || (c.unicode() >= 0x20 && c.unicode() < 0x7f), qPrintable(m_out));
        write("{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"a\"}, \"paths\": {\"\\u001b[31m\": {}}}");
        QCOMPARE(run(), ExitCode::Failed);
        QVERIFY2(!m_error.contains(u'\x1b'), qPrintable(m_error));
    }

    void plainTextKeepsWhatIsSeen()
    {
        QCOMPARE(plainText(u"Käse 日本語 😀"_s, 100), u"Käse 日本語 😀"_s);
        QCOMPARE(plainText(u"e\u0301"_s, 100), u"e\u0301"_s);
        QCOMPARE(plainText(u"a\tb\r\n c"_s, 100), u"a b c"_s);
        QCOMPARE(plainText(u"a\u200bb\u2066c"_s, 100), u"a?b?c"_s);
        QCOMPARE(plainText(QString(QChar(0xd800)), 100), u"?"_s);
        QCOMPARE(plainText(u"abcdef"_s, 3), u"abc…"_s);
        QCOMPARE(plainText(u"abc"_s, 3), u"abc"_s);
    }

private:
    void write(const QByteArray &bytes)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    ExitCode run(const QStringList &more = {})
    {
        Redirected out(stdout, m_dir.filePath(u"out"_s));
        Redirected error(stderr, m_dir.filePath(u"error"_s));
        const ExitCode code = runCommandLine(QStringList{u"catalogue"_s, u"check"_s, m_file} + more);
        m_out = out.text();
        m_error = error.text();
        return code;
    }

    QTemporaryDir m_dir;
    const QString m_file = m_dir.filePath(u"api.yaml"_s);
    QString m_out;
    QString m_error;
};

QTEST_GUILESS_MAIN(TestCatalogueCommand)
#include "tst_catalogue_command.moc"

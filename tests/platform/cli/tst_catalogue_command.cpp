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

    /// Of a log as servers write it, by the very rule by which calls are refused.
    void saysWhichPathsOfALogAreRefused()
    {
        QByteArray log;
        const auto add = [&log](const QByteArray &request) {
            log += "192.0.2.1 - anna [01/Jan/2026:00:00:00 +0000] \"" + request +
                   "\" 200 2 \"-\" \"agent \\\"x\"\n";
        };
        for (const char *target : {"/a", "/a?q=;//%2F", "/a%20b", "/a.json", "/", "http://host/a?b;c",
                                   "/%C3%A4", "/a:b@c!$&'()*+,=~"})
            add(QByteArray("GET ") + target + " HTTP/1.1");
        add("OPTIONS * HTTP/1.1");
        add("CONNECT host:443 HTTP/1.1");
        add("\\x16\\x03\\x01");
        log += "no request\n\n";
        add("GET /o;v=2 HTTP/1.1");
        add("POST /o;v=2?page=1 HTTP/2.0");
        const std::pair<QByteArray, const char16_t *> refused[]{
            {"/%00", u"no UTF-8, or a control character"},
            {"/%0a", u"no UTF-8, or a control character"},
            {"/%2", u"a broken escape"},
            {"/%25", u"an escaped slash, dot, percent sign or semicolon"},
            {"/%2F", u"an escaped slash, dot, percent sign or semicolon"},
            {"/%E2%80%8B", u"characters that are not seen, or look like a slash or a dot"},
            {"/%EF%BC%8F", u"characters that are not seen, or look like a slash or a dot"},
            {"/%FF", u"no UTF-8, or a control character"},
            {"/%zz", u"a broken escape"},
            {"/..", u"an empty part, or one that ends in a dot or a space"},
            {"//", u"an empty part, or one that ends in a dot or a space"},
            {"/[a]", u"a character that no path has"},
            {"/\\\"", u"a character that no path has"},
            {"/\\x22", u"a character that no path has"},
            {"/\\xC3\\xA4", u"a character that no path has"},
            {"/a b", u"a character that no path has"},
            {"/a%20", u"an empty part, or one that ends in a dot or a space"}};
        QString expected = u"19 of 27 requests would be refused for their path; 5 lines have none\n"
                           "2\t/o;v=2\ta parameter, behind ;\n"_s;
        for (const auto &[path, reason] : refused) {
            add("GET " + path + " HTTP/1.1");
            expected += u"1\t%1\t%2\n"_s.arg(QString::fromLatin1(path), QString::fromUtf16(reason));
        }
        write(log);
        QCOMPARE(run({}, u"paths"_s), ExitCode::Done);
        QCOMPARE(m_out, expected);
        QFile::remove(m_file);
        QCOMPARE(run({}, u"paths"_s), ExitCode::Failed);
        QVERIFY(m_error.contains(u"cannot be read"_s));
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
    ExitCode run(const QStringList &more = {}, const QString &command = u"check"_s)
    {
        Redirected out(stdout, m_dir.filePath(u"out"_s));
        Redirected error(stderr, m_dir.filePath(u"error"_s));
        const ExitCode code = runCommandLine(QStringList{u"catalogue"_s, command, m_file} + more);
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

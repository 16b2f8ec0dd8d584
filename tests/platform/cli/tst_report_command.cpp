// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/command_line.h"
#include "platform/cli/command_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;

/// `partner-platform report`: which words go together. What it does is seen in tests/gateway.
class TestReportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &name : {u"crt"_s, u"key"_s, u"ca"_s}) {
            QFile file(m_dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
    }

    void wordsThatGoTogether_data()
    {
        QTest::addColumn<QString>("why");
        const auto row = [](const char *words, const QString &why = {}) { QTest::newRow(words) << why; };
        row("--follow LOG --socket S");
        row("--follow LOG --socket S --state T");
        row("--import LOG --import - --socket S");
        row("--follow LOG --url https://h:8443 --certificate crt --key key --ca ca");
        row("--follow LOG --url https://h/ --certificate crt --key key");
        row("--socket S", u"wants either --follow or --import"_s);
        row("--follow LOG --import LOG --socket S", u"wants either --follow or --import"_s);
        row("--follow LOG", u"wants either --socket or --url"_s);
        row("--follow LOG --socket S --url https://h --certificate crt --key key",
            u"wants either --socket or --url"_s);
        row("--follow LOG --url https://h --certificate crt", u"wants --certificate and --key with --url"_s);
        row("--follow LOG --url https://h --key key", u"wants --certificate and --key with --url"_s);
        row("--import LOG --socket S --state T", u"wants --state with --follow only"_s);
        for (const char *url :
             {"http://h", "h:8443", "https://", "https://h/path", "https://h?q=1", "https://u@h"})
            row(QByteArray("--follow LOG --certificate crt --key key --url " + QByteArray(url)).constData(),
                u"is not a plain https URL"_s);
        row("--follow LOG --url https://h --certificate none --key key",
            u"names a file that does not exist"_s);
        row("--follow LOG --url https://h --certificate crt --key none",
            u"names a file that does not exist"_s);
        row("--follow LOG --follow LOG --socket S", u"--follow"_s);
    }
    void wordsThatGoTogether()
    {
        QFETCH(QString, why);
        QStringList words{u"report"_s};
        for (const QString &word : QString::fromLatin1(QTest::currentDataTag()).split(u' ')) {
            const bool isFile = word == u"crt"_s || word == u"key"_s || word == u"ca"_s;
            words.append(isFile ? m_dir.filePath(word) : word);
        }
        const Command root = programCommands();
        const auto asked = readCommandLine(root, words);
        QCOMPARE(asked.has_value(), why.isEmpty());
        if (!asked)
            QVERIFY2(asked.error().why.contains(why), qPrintable(asked.error().why));
    }

    void aLogThatIsNotThere()
    {
        QCOMPARE(runCommandLine({u"report"_s, u"--import"_s, m_dir.filePath(u"none"_s), u"--socket"_s,
                                 m_dir.filePath(u"socket"_s)}),
                 pc::ExitCode::Failed);
        // Nor a place for how far it came.
        QCOMPARE(runCommandLine({u"report"_s, u"--follow"_s, m_dir.filePath(u"none/log"_s), u"--socket"_s,
                                 m_dir.filePath(u"socket"_s)}),
                 pc::ExitCode::Failed);
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_report_command.moc"

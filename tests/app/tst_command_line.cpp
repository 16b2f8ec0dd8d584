// SPDX-License-Identifier: GPL-3.0-or-later
// What the console's program says on its command line, without any display.
#include "app/console_options.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pc;

class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsNeedNoDisplay_data();
    void wordsNeedNoDisplay();
    void theWordsOfQtAreLeftToIt();
};

void TestCommandLine::wordsNeedNoDisplay_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");   // on standard output
    QTest::addColumn<QString>("blamed"); // on standard error
    const QString none;
    QTest::newRow("--help") << QStringList{u"--help"_s} << 0 << u"--sample-events <N>"_s << none;
    QTest::newRow("-h") << QStringList{u"-h"_s} << 0 << u"--directory <DIR>"_s << none;
    QTest::newRow("--help-all") << QStringList{u"--help-all"_s} << 0 << u"--language <CODE>"_s << none;
    QTest::newRow("--version") << QStringList{u"--version"_s} << 0
                               << QStringLiteral("partner-console " PC_VERSION) << none;
    QTest::newRow("-v") << QStringList{u"-v"_s} << 0 << QStringLiteral("partner-console " PC_VERSION) << none;
    QTest::newRow("help beside others")
        << QStringList{u"--sample"_s, u"--help"_s} << 0 << u"--smoke"_s << none;
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s} << 2 << none << u"nonsense"_s;
    QTest::newRow("no value") << QStringList{u"--directory"_s} << 2 << none << u"directory"_s;
    QTest::newRow("a stray word") << QStringList{u"stray"_s} << 2 << none << u"stray"_s;
    QTest::newRow("no such language") << QStringList{u"--language"_s, u"fr"_s} << 2 << none << u"en, de"_s;
    QTest::newRow("no number") << QStringList{u"--sample-events"_s, u"many"_s} << 2 << none << u"number"_s;
    QTest::newRow("beside a word of Qt")
        << QStringList{u"-platform"_s, u"offscreen"_s, u"--nonsense"_s} << 2 << none << u"nonsense"_s;
}

void TestCommandLine::wordsNeedNoDisplay()
{
    QFETCH(QStringList, words);
    QFETCH(int, status);
    QFETCH(QString, said);
    QFETCH(QString, blamed);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"XAUTHORITY"_s})
        environment.remove(name);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-console"_s, words);
    QVERIFY(program.waitForFinished(20'000));
    const QString output = QString::fromUtf8(program.readAllStandardOutput());
    const QString errors = QString::fromUtf8(program.readAllStandardError());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QVERIFY2(program.exitCode() == status, qPrintable(output + errors));
    QVERIFY2(output.contains(said), qPrintable(output));
    QVERIFY2(errors.contains(blamed), qPrintable(errors));
    if (status == 0)
        QCOMPARE(errors, QString());
    else
        QCOMPARE(output, QString());
}

void TestCommandLine::theWordsOfQtAreLeftToIt()
{
    const QStringList words{u"partner-console"_s, u"-platform"_s, u"offscreen"_s,   u"--sample"_s,
                            u"-reverse"_s,        u"--style=x"_s, u"--directory"_s, u"/data"_s};
    QCOMPARE(app::withoutQtOptions(words),
             (QStringList{u"partner-console"_s, u"--sample"_s, u"--directory"_s, u"/data"_s}));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"

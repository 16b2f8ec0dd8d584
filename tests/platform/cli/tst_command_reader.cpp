// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/command_line.h"
#include "platform/cli/command_reader.h"
#include "platform/cli/help_text.h"
#include "platform/cli/values.h"

#include <QTest>

#include <functional>
#include <set>

using namespace pc;
using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

/// A program that only keeps what it is told: "list", and "box put WHAT --in DIR [--tag T …] [--times N]
/// [-force]".
struct Program
{
    Program()
    {
        Command list;
        list.name = u"list"_s;
        list.options = {{u"--long"_s, {}, u"more"_s, values::isGiven(isLong)}};
        Command put;
        put.name = u"put"_s;
        put.operands = {{u"WHAT"_s, values::text(what)}};
        put.options = {{u"--in"_s, u"DIR"_s, u"where"_s, values::text(in), true},
                       {u"--tag"_s, u"T"_s, u"a tag"_s, values::oneMore(tags), false, true},
                       {u"--times"_s, u"N"_s, u"how often"_s, values::number(times, 1, 9)},
                       {u"--force"_s, {}, u"at once"_s, values::isGiven(force)}};
        put.check = [this]() -> Taken {
            return force && times == 9 ? Taken(tl::make_unexpected(u"that is too much"_s)) : Taken();
        };
        Command take;
        take.name = u"take"_s;
        take.options = {{u"--in"_s, u"DIR"_s, u"where"_s, values::text(in), true}};
        Command box;
        box.name = u"box"_s;
        box.commands = {put, take};
        root.name = u"keeper"_s;
        root.options = {{u"--version"_s, {}, u"version"_s, values::isGiven(version)}};
        root.run = [] { return Outcome(ExitCode::Done); };
        root.commands = {list, box};
    }
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    [[nodiscard]] tl::expected<Asked, UsageFault> read(const QString &line) const
    {
        QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        words.replaceInStrings(u"_"_s, u" "_s);
        words.replaceInStrings(u"NOTHING"_s, QString());
        return readCommandLine(root, words);
    }
    [[nodiscard]] QString told() const
    {
        return u"%1 in %2, %3, %4 times%5"_s.arg(what, in, tags.join(u'+'), QString::number(times),
                                                 force ? u", forced"_s : QString());
    }

    bool version = false;
    bool isLong = false;
    QString what;
    QString in;
    QStringList tags;
    int times = 1;
    bool force = false;
    Command root;
};

void forEach(const Command &command, const QStringList &path,
             const std::function<void(const Command &, const QStringList &)> &visit)
{
    visit(command, path);
    for (const Command &each : command.commands)
        forEach(each, path + QStringList{each.name}, visit);
}

} // namespace

/// How words become a command and its values, and how commands are told.
class TestCommandReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsBecomeValues_data()
    {
        QTest::addColumn<QString>("told");
        const auto row = [](const char *line, const QString &told) { QTest::newRow(line) << told; };
        const QString plain = u"cup in d, , 1 times"_s;
        row("box put cup --in d", plain);
        row("box put --in d cup", plain);
        row("box put --in=d cup", plain);
        row("box --in d put cup", plain); // as before there were commands of commands
        row("box --in=d put cup", plain);
        row("box put --in d -- cup", plain);
        row("box put cup --in d --tag a --tag=b --times 3 --force", u"cup in d, a+b, 3 times, forced"_s);
        row("box --tag a --force put cup --in d --tag b", u"cup in d, a+b, 1 times, forced"_s);
        // A value is what stands there, whatever it looks like to others.
        row("box put put --in d", u"put in d, , 1 times"_s);
        row("box put take --in list", u"take in list, , 1 times"_s);
        row("box put box --in box", u"box in box, , 1 times"_s);
        row("box put --in d -- --in", u"--in in d, , 1 times"_s);
        row("box put cup --in d --", plain);
        row("box put cup --in=--force", u"cup in --force, , 1 times"_s);
        row("box put cup --in=a=b", u"cup in a=b, , 1 times"_s);
        row("box put cup --in -d", u"cup in -d, , 1 times"_s);
        row("box put cup --in [d]", u"cup in [d], , 1 times"_s);
        row("box put a=b --in d", u"a=b in d, , 1 times"_s);
        row("box put Grüße_an_alle --in d", u"Grüße an alle in d, , 1 times"_s);
        row("box put cup --in d --tag NOTHING", u"cup in d, , 1 times"_s);
    }
    void wordsBecomeValues()
    {
        QFETCH(const QString, told);
        Program program;
        const auto asked = program.read(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().why));
        QVERIFY(!asked->help);
        QCOMPARE(asked->path, (QStringList{u"box"_s, u"put"_s}));
        QCOMPARE(program.told(), told);
    }

    void wrongLinesAreTold_data()
    {
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *line, const QString &why, const QString &path) {
            QTest::newRow(line) << why << path;
        };
        const QString put = u"box put"_s;
        row("frob", u"there is no command \"frob\" (list, box)"_s, {});
        row("frob --help", u"there is no command \"frob\" (list, box)"_s, {});
        row("--loud", u"there is no option \"--loud\""_s, {});
        row("--loud list", u"there is no option \"--loud\""_s, u"list"_s);
        row("--version list", u"unexpected: --version"_s, u"list"_s);
        row("--version --version", u"--version is given twice"_s, {});
        row("list box", u"unexpected: \"box\""_s, u"list"_s);
        row("list --long=1", u"--long takes no value"_s, u"list"_s);
        row("list --long --long", u"--long is given twice"_s, u"list"_s);
        row("list -l", u"there is no option \"-l\""_s, u"list"_s);
        row("list -", u"unexpected: \"-\""_s, u"list"_s);
        row("list -- --long", u"there is no option \"--long\""_s, u"list"_s);
        row("box", u"a command is missing: put, take"_s, u"box"_s);
        row("box --in d", u"a command is missing: put, take"_s, u"box"_s);
        row("box frob", u"there is no command \"frob\" (put, take)"_s, u"box"_s);
        row("box --in d frob", u"there is no command \"frob\" (put, take)"_s, u"box"_s);
        row("box frob put cup --in d", u"unexpected: \"frob\""_s, put);
        row("box --loud put cup --in d", u"there is no option \"--loud\""_s, put);
        row("box put", u"put needs WHAT"_s, put);
        row("box put --in d", u"put needs WHAT"_s, put);
        row("box put cup", u"put needs --in DIR"_s, put);
        row("box put --times x", u"--times wants a number from 1 to 9, not \"x\""_s,
            put); // before what is missing
        row("box put cup saucer --in d", u"unexpected: \"saucer\""_s, put);
        row("box put cup --in d --in e", u"--in is given twice"_s, put);
        row("box --in d put cup --in e", u"--in is given twice"_s, put);
        row("box put cup --in", u"--in wants a value: DIR"_s, put);
        row("box put cup --in --force", u"--in wants a value: DIR"_s, put);
        row("box --in put cup", u"there is no command \"cup\" (put, take)"_s, u"box"_s); // "put" is the value
        row("box put -- --in d", u"unexpected: \"d\""_s, put);
        row("box put cup --in=", u"--in is empty"_s, put);
        row("box put cup --in NOTHING", u"--in is empty"_s, put);
        row("box put NOTHING --in d", u"WHAT is empty"_s, put);
        row("box put cup --in d --times 0", u"--times wants a number from 1 to 9, not \"0\""_s, put);
        row("box put cup --in d --times 10", u"--times wants a number from 1 to 9, not \"10\""_s, put);
        row("box put cup --in d --times=-1", u"--times wants a number from 1 to 9, not \"-1\""_s, put);
        row("box put cup --in d --times -1", u"--times wants a number from 1 to 9, not \"-1\""_s, put);
        row("box put cup --in d --times _3", u"--times wants a number from 1 to 9, not \" 3\""_s, put);
        row("box put cup --in d --times 3x", u"--times wants a number from 1 to 9, not \"3x\""_s, put);
        row("box put cup --in d --times=", u"--times wants a number from 1 to 9, not \"\""_s, put);
        row("box put cup --in d --times 9 --force", u"that is too much"_s, put);
        row("box put cup --in d --tags x", u"there is no option \"--tags\""_s, put);
        row("box put cup --in d --ta x", u"there is no option \"--ta\""_s, put);
        row("box put cup --in d --loud=very", u"there is no option \"--loud\""_s, put);
    }
    void wrongLinesAreTold()
    {
        QFETCH(const QString, why);
        QFETCH(const QString, path);
        const Program program;
        const auto asked = program.read(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(!asked);
        QCOMPARE(asked.error().why, why);
        QCOMPARE(asked.error().path.join(u' '), path);
    }

    /// Whatever else is wrong.
    void helpIsGiven_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *line : {"--help", "-h", "--version --help"})
            QTest::newRow(line) << QString();
        for (const char *line : {"box --help", "box -h", "--help box"})
            QTest::newRow(line) << u"box"_s;
        for (const char *line :
             {"box put --help", "box put -h", "--help box put", "box --help put", "box put --times x --help",
              "box put cup --help --loud", "box put a b c --help"})
            QTest::newRow(line) << u"box put"_s;
    }
    void helpIsGiven()
    {
        QFETCH(const QString, path);
        const Program program;
        const auto asked = program.read(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().why));
        QVERIFY(asked->help);
        QCOMPARE(asked->path.join(u' '), path);
    }

    /// Of the real program.
    void everyCommandIsTold()
    {
        const Command program = programCommands();
        int runnable = 0;
        forEach(program, {}, [&](const Command &command, const QStringList &path) {
            const QString help = helpText(command, u"partner-platform"_s, path);
            QVERIFY(help.startsWith(u"Usage: partner-platform"_s));
            QVERIFY(help.endsWith(u'\n') && !help.endsWith(u"\n\n"_s));
            const QStringList lines = help.split(u'\n');
            for (const QString &line : lines) {
                QVERIFY2(line.size() <= helpWidth, qPrintable(line));
                QVERIFY2(!line.endsWith(u' '), qPrintable(line));
                QVERIFY2(!line.contains(QChar(0xa0)), qPrintable(line));
            }
            QVERIFY2(!command.text.isEmpty(), qPrintable(path.join(u' ')));
            QVERIFY2(path.isEmpty() || !command.summary.isEmpty(), qPrintable(path.join(u' ')));
            // installer/manual.py and the list of commands take it for one line.
            QVERIFY2(command.summary.size() <= helpWidth - 12, qPrintable(command.summary));
            QCOMPARE(bool(command.run), path.isEmpty() || command.commands.empty());
            runnable += command.commands.empty() ? 1 : 0;
            std::set<QString> names;
            for (const Option &option : command.options) {
                QVERIFY2(names.insert(option.name).second, qPrintable(option.name));
                QVERIFY2(option.name.startsWith(u"--"_s) && option.take && !option.help.isEmpty(),
                         qPrintable(option.name));
                QVERIFY2(help.contains(u"\n  "_s + option.name), qPrintable(option.name));
            }
        });
        QCOMPARE(runnable, 22);
    }

    void usageNamesWhatIsNeeded()
    {
        const auto usageOf = [](const QStringList &path) {
            const Command program = programCommands();
            const Command *command = &program;
            for (const QString &name : path)
                for (const Command &each : command->commands)
                    if (each.name == name) {
                        command = &each;
                        break;
                    }
            const QString help = helpText(*command, u"partner-platform"_s, path);
            return help.left(help.indexOf(u"\n\n"_s));
        };
        QCOMPARE(usageOf({}), u"Usage: partner-platform COMMAND [OPTIONS]"_s);
        QCOMPARE(usageOf({u"verify"_s}), u"Usage: partner-platform verify [OPTIONS]"_s);
        QCOMPARE(usageOf({u"gateway"_s, u"add"_s}),
                 u"Usage: partner-platform gateway add NAME --data DIR --out DIR [OPTIONS]"_s);
        QCOMPARE(usageOf({u"history"_s}),
                 u"Usage: partner-platform history show --data DIR\n"
                 "       partner-platform history accept --data DIR --reason TEXT"_s);
    }

    void longTextsAreCutBetweenWords()
    {
        Command command;
        command.text =
            u"word "_s.repeated(40).trimmed() + u"\n\n"_s + QString(100, u'x') + u" end\u00a0of it"_s;
        QString into;
        command.options = {
            {u"--short"_s, {}, u"word "_s.repeated(20).trimmed(), {}},
            {u"--an-option-with-a-long-name"_s, u"PLACEHOLDER"_s, u"its help"_s, values::text(into)}};
        const auto words = [](int count) { return QString(u"word "_s.repeated(count).trimmed() + u'\n'); };
        const QString below(11, u' ');
        QCOMPARE(helpText(command, u"p"_s, {}),
                 u"Usage: p [OPTIONS]\n\n"_s + words(16) + words(16) + words(8) + u'\n' + QString(100, u'x') +
                     u"\nend of it\n\nOptions:\n  --short  "_s + words(14) + below + words(6) +
                     u"  --an-option-with-a-long-name PLACEHOLDER\n"_s + below + u"its help\n"_s +
                     u"  --help   this text\n"_s);
    }
};

QTEST_APPLESS_MAIN(TestCommandReader)
#include "tst_command_reader.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/command_reader.h"
#include "platform/cli/help_text.h"
#include "platform/cli/serve_arguments.h"

#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

tl::expected<ServeOptions, QString> parseServeOptions(const QStringList &words)
{
    ServeOptions options;
    Command command;
    command.name = u"serve"_s;
    describe(command, options);
    const auto asked = readCommandLine(command, words);
    if (!asked)
        return tl::make_unexpected(asked.error().why);
    return options;
}

} // namespace

class TestServeArguments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void optionsAreRead();
    void numbersHaveTheirBounds();
    void optionsRefuse_data();
    void optionsRefuse();
    void everyOptionLandsInItsPlace();
    void usageNamesEveryOption();
};

void TestServeArguments::optionsAreRead()
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
void TestServeArguments::numbersHaveTheirBounds()
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

void TestServeArguments::optionsRefuse_data()
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
    const auto row = [&data](const char *name, const QString &option, const QString &value) {
        QTest::newRow(name) << QStringList(data + QStringList{option, value}) << value;
    };
    for (const char *url : {"https://", "https://u@a.example", "https://a.example?q", "https://a.example/#f",
                            "https://a b.example", "//a.example"})
        row(url, u"--public-url"_s, QString::fromLatin1(url));
    for (const char *place :
         {":1", "1", "[::1:8443", "[127.0.0.1]x:1", "127.0.0.1:", "127.0.0.1:-1", "127.0.0.1:x", "[]:1"})
        row(place, u"--listen"_s, QString::fromLatin1(place));
    for (const char *option : {"--data", "--gateway-socket", "--log"}) {
        QTest::addRow("empty %s", option)
            << QStringList{QString(QString::fromLatin1(option) + u'=')} << u"empty"_s;
    }
    QTest::newRow("equals sign alone") << QStringList(data + QStringList{u"x=1"_s}) << u"x=1"_s;
    QTest::newRow("no threads") << QStringList(data + QStringList{u"--threads"_s, u"0"_s}) << u"--threads"_s;
    QTest::newRow("group alone") << QStringList(data + QStringList{u"--gateway-socket-group"_s, u"g"_s})
                                 << u"--gateway-socket"_s;
}

void TestServeArguments::optionsRefuse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto options = parseServeOptions(arguments);
    QVERIFY(!options);
    QVERIFY2(options.error().contains(named), qPrintable(options.error()));
}

/// Each given by itself, as one word and as two; no other changes with it.
void TestServeArguments::everyOptionLandsInItsPlace()
{
    const auto told = [](const ServeOptions &o) {
        return QStringList{o.dataDirectory,
                           u"%1 %2"_s.arg(o.listenAddress).arg(o.listenPort),
                           o.publicUrl,
                           o.gatewaySocket,
                           o.gatewaySocketGroup,
                           QString::number(o.threads),
                           QString::number(o.maxConnections),
                           QString::number(o.maxPerAddress),
                           o.logTarget,
                           QString::number(o.exitWithStdin) + QString::number(o.attach)};
    };
    const QStringList before = told(parseServeOptions({u"--data=d"_s}).value());
    QCOMPARE(before,
             (QStringList{
                 u"d"_s, u"127.0.0.1 0"_s, {}, {}, {}, u"0"_s, u"2048"_s, u"256"_s, u"stderr"_s, u"00"_s}));
    const auto given = [&](const QString &name, const QString &value, int place, const QString &wanted,
                           const QStringList &with = {}) {
        QStringList expected = told(parseServeOptions(QStringList{u"--data=d"_s} + with).value());
        expected[place] = wanted;
        for (const QStringList &words :
             {QStringList{QString(name + u'=' + value)}, QStringList{name, value}}) {
            const auto options = parseServeOptions(QStringList{u"--data=d"_s} + with + words);
            QVERIFY2(options, qPrintable(name));
            QCOMPARE(told(*options), expected);
        }
    };
    given(u"--listen"_s, u"0.0.0.0:65535"_s, 1, u"0.0.0.0 65535"_s);
    given(u"--listen"_s, u"[::]:1"_s, 1, u":: 1"_s);
    given(u"--listen"_s, u"::1:8"_s, 1, u"::1 8"_s);
    given(u"--public-url"_s, u"https://a.example:8443"_s, 2, u"https://a.example:8443"_s);
    given(u"--gateway-socket"_s, u"/s"_s, 3, u"/s"_s);
    given(u"--gateway-socket-group"_s, u"g"_s, 4, u"g"_s, {u"--gateway-socket=/s"_s});
    given(u"--threads"_s, u"7"_s, 5, u"7"_s);
    given(u"--max-connections"_s, u"77"_s, 6, u"77"_s);
    given(u"--max-per-address"_s, u"78"_s, 7, u"78"_s);
    given(u"--log"_s, u"file=1"_s, 8, u"file=1"_s);
    QCOMPARE(told(parseServeOptions({u"--data=d"_s, u"--exit-with-stdin"_s}).value()).at(9), u"10"_s);
    QCOMPARE(told(parseServeOptions({u"--data=d"_s, u"--exit-with-stdin"_s, u"--attach"_s}).value()).at(9),
             u"11"_s);
    ServeOptions none;
    Command command;
    describe(command, none);
    const auto help = readCommandLine(command, {u"--help"_s}); // needs no directory
    QVERIFY(help && help->help);
}

void TestServeArguments::usageNamesEveryOption()
{
    ServeOptions options;
    Command command;
    describe(command, options);
    const QString help = helpText(command, u"partner-platform"_s, {u"serve"_s});
    QCOMPARE(help.count(u"\n  --"_s), 12);
    for (const QString &line : {u"Usage: partner-platform serve --data DIR [OPTIONS]\n"_s,
                                u"  --data DIR                    where everything is kept"_s,
                                u"  --exit-with-stdin             end when standard input closes"_s})
        QVERIFY2(help.contains(line), qPrintable(help));
}

QTEST_APPLESS_MAIN(TestServeArguments)
#include "tst_serve_arguments.moc"

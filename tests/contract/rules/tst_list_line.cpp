// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/list_line.h"

#include <rapidcheck.h>

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc::rules;

namespace {

/// Half of the signs are those that the rule turns on.
QString sign(uint16_t number)
{
    static const QString pool = u",\" \u060C\t;'“Aß東"_s;
    return number % 2 ? pool.mid(number / 2 % pool.size(), 1)
                      : QString(QChar(static_cast<char16_t>(number / 2)));
}

QStringList values(const std::vector<std::vector<uint16_t>> &numbers)
{
    QStringList list;
    for (const auto &each : numbers) {
        QString value;
        for (const uint16_t number : each)
            value += sign(number);
        list.append(value);
    }
    return list;
}

} // namespace

class TestListLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QStringList>("list");
        QTest::addColumn<QString>("line");
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("one") << QStringList{u"Board"_s} << u"Board"_s;
        QTest::newRow("two") << QStringList{u"Board"_s, u"Legal"_s} << u"Board, Legal"_s;
        QTest::newRow("a comma") << QStringList{u"Head of partnerships"_s, u"Bluefen Foods, board"_s}
                                 << u"Head of partnerships, \"Bluefen Foods, board\""_s;
        QTest::newRow("a comma without a space") << QStringList{u"Acme,Inc."_s} << u"\"Acme,Inc.\""_s;
        QTest::newRow("the Arabic comma") << QStringList{u"ألف\u060C باء"_s} << u"\"ألف\u060C باء\""_s;
        QTest::newRow("a quotation mark inside")
            << QStringList{u"Hans \"Jo\" Meyer"_s, u"5\" screens"_s} << u"Hans \"Jo\" Meyer, 5\" screens"_s;
        QTest::newRow("one in front") << QStringList{u"\"Bob\" Smith"_s} << u"\"\"\"Bob\"\" Smith\""_s;
        QTest::newRow("one alone") << QStringList{u"\""_s} << u"\"\"\"\""_s;
        QTest::newRow("comma and mark") << QStringList{u"\"Meyer\", Hans"_s} << u"\"\"\"Meyer\"\", Hans\""_s;
        QTest::newRow("an empty one") << QStringList{QString(), u"a"_s} << u"\"\", a"_s;
        QTest::newRow("white space around") << QStringList{u" a"_s, u"b "_s} << u"\" a\", \"b \""_s;
    }
    void lines()
    {
        QFETCH(const QStringList, list);
        QFETCH(const QString, line);
        QCOMPARE(listLine(list), line);
        QVERIFY(listOf(line).has_value());
        QCOMPARE(*listOf(line), list);
    }

    void typed_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("list");
        const auto row = [](const char *name, const QString &line, const QStringList &list) {
            QTest::newRow(name) << line << list;
        };
        row("blank", u"  "_s, {});
        row("only commas", u" , ,,"_s, {});
        row("spaces", u"  Board ,Legal,  "_s, {u"Board"_s, u"Legal"_s});
        row("Arabic", u"ألف\u060Cباء"_s, {u"ألف"_s, u"باء"_s});
        row("quoted", u"\"Meyer, Hans\""_s, {u"Meyer, Hans"_s});
        row("quoted, spaces", u"a ,  \"Meyer, Hans\"  , b"_s, {u"a"_s, u"Meyer, Hans"_s, u"b"_s});
        row("quoted without need", u"\"a\",\"b\""_s, {u"a"_s, u"b"_s});
        row("a name in marks", u"\"Bob\" Smith, x"_s, {u"\"Bob\" Smith"_s, u"x"_s});
        row("two in marks", u"\"a\" \"b\""_s, {u"\"a\" \"b\""_s});
        row("a mark later", u"a \"b, c"_s, {u"a \"b"_s, u"c"_s});
    }
    void typed()
    {
        QFETCH(const QString, line);
        QVERIFY(listOf(line).has_value());
        QTEST(*listOf(line), "list");
    }

    /// Where the value ends is not known: no guess.
    void whatIsLeftOpenIsNoList()
    {
        for (const QString &line : {u"\""_s, u"\"Meyer, Hans"_s, u"a, \"Meyer"_s, u"\"Meyer, Hans\" Dr."_s,
                                    u"\"a\"\"b"_s, u"x, \"\"\", y"_s})
            QVERIFY2(!listOf(line), qPrintable(line));
    }

    /// Whatever the values are, the line gives them back, one by one and together.
    void everyListComesBack()
    {
        QVERIFY(rc::check([](const std::vector<std::vector<uint16_t>> &numbers) {
            const QStringList list = values(numbers);
            const std::optional<QStringList> back = listOf(listLine(list));
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == list);
        }));
    }

    /// What could be read once is read the same from the line that is shown for it.
    void whatIsTypedIsStable()
    {
        QVERIFY(rc::check([](const std::vector<std::vector<uint16_t>> &numbers) {
            const std::optional<QStringList> typed = listOf(values(numbers).join(u','));
            RC_PRE(typed.has_value());
            RC_ASSERT(listOf(listLine(*typed)) == typed);
        }));
    }
};

QTEST_APPLESS_MAIN(TestListLine)
#include "tst_list_line.moc"

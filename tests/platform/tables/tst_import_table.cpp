// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tables/import_table.h"

#include <QTest>

#include <rapidcheck.h>

using namespace pc::platform;
using namespace Qt::StringLiterals;

/// CSV as spreadsheets write it, and JSON; what is neither is refused without repeating it.
class TestImportTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asSpreadsheetsWriteIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("commas") << QByteArray("slug,name\na,\"A, \"\"quoted\"\"\"\nb,B\n");
        QTest::newRow("semicolons, mark, CRLF")
            << QByteArray("\xEF\xBB\xBFslug;name\r\na;\"A, \"\"quoted\"\"\"\r\nb;B\r\n");
        QTest::newRow("tabs, no last break") << QByteArray("slug\tname\na\t\"A, \"\"quoted\"\"\"\nb\tB");
        QTest::newRow("empty lines and cells")
            << QByteArray("Slug , NAME\n,\n\na,\"A, \"\"quoted\"\"\",\nb,B,,\n");
        QTest::newRow("columns without a name at the end")
            << QByteArray("slug,name,, \na,\"A, \"\"quoted\"\"\",,\nb,B,,,,\n");
        QTest::newRow("its separator said")
            << QByteArray("sep=;\r\nslug;name\r\na;\"A, \"\"quoted\"\"\"\r\nb;B");
        QTest::newRow("another one than most")
            << QByteArray("\xEF\xBB\xBFSEP=,\nslug,\"name\"\na,\"A, \"\"quoted\"\"\"\nb,B");
        QTest::newRow("old breaks, its separator said")
            << QByteArray("sep=\t\rslug\tname\ra\t\"A, \"\"quoted\"\"\"\rb\tB");
        QTest::newRow("old breaks") << QByteArray("slug,name\ra,\"A, \"\"quoted\"\"\"\rb,B\r");
    }

    void asSpreadsheetsWriteIt()
    {
        QFETCH(QByteArray, bytes);
        const ReadTable table = readCsvTable(bytes, 10);
        QVERIFY2(table, table ? "" : qPrintable(table.error().reason));
        QCOMPARE(table->columns, (QStringList{u"slug"_s, u"name"_s}));
        QCOMPARE(table->rows.size(), 2);
        QCOMPARE(table->rows.at(0).cells.value(u"name"_s), u"A, \"quoted\""_s);
        QCOMPARE(table->rows.at(1).cells.value(u"slug"_s), u"b"_s);
    }

    void linesAreThoseOfTheFile()
    {
        const ReadTable table = readCsvTable("slug,notes\na,\"two\nlines\"\n\nb,x\n", 10);
        QVERIFY(table);
        QCOMPARE(table->rows.at(0).line, 2);
        QCOMPARE(table->rows.at(0).cells.value(u"notes"_s), u"two\nlines"_s);
        QCOMPARE(table->rows.at(1).line, 5);
    }

    void theLineOfTheSeparatorCounts()
    {
        const ReadTable table = readCsvTable("sep=;\nslug;notes\na;x\n", 10);
        QVERIFY(table);
        QCOMPARE(table->rows.at(0).line, 3);
        QCOMPARE(readCsvTable("sep=;\n\nslug;!\n", 10).error().line, 3);
        QVERIFY(!readCsvTable("slug,,name\na,x,b\n", 10)); // a column that holds something has a name
        QVERIFY(!readCsvTable("slug,\na,x\n", 10));
    }

    void listsHaveOneSeparator()
    {
        QCOMPARE(listIn(u"orders, contact"_s), (QStringList{u"orders"_s, u"contact"_s}));
        QCOMPARE(listIn(u"orders;contact ,"_s), (QStringList{u"orders"_s, u"contact"_s}));
        QCOMPARE(listIn(u"orders, returns|contact"_s), (QStringList{u"orders, returns"_s, u"contact"_s}));
        QCOMPARE(listIn(u"orders, returns|"_s), QStringList{u"orders, returns"_s});
        QCOMPARE(listIn(u" , "_s), QStringList());
        // What was a list keeps its entries.
        const ReadTable table =
            readJsonTable(R"({"partners":[{"tags":["a, b"],"x":["a"]}]})", u"partners"_s, {}, 10);
        QVERIFY(table);
        QCOMPARE(listIn(table->rows.at(0).cells.value(u"tags"_s)), QStringList{u"a, b"_s});
        QCOMPARE(table->rows.at(0).cells.value(u"x"_s), u"a"_s);
    }

    /// Where a text stands a list of one is that text, and one of more is refused.
    void aTextIsNoList()
    {
        const auto read = [](const char *value) {
            return readJsonTable(QByteArray("{\"partners\":[{\"name\":") + value + "}]}", u"partners"_s,
                                 {u"name"_s}, 10);
        };
        for (const auto &[value, cell] :
             {std::pair(R"(["Acme, Inc"])", u"Acme, Inc"_s), std::pair(R"(["Acme; Inc"])", u"Acme; Inc"_s),
              std::pair(R"("Acme, Inc")", u"Acme, Inc"_s)}) {
            const ReadTable table = read(value);
            QVERIFY2(table, value);
            QCOMPARE(table->rows.at(0).cells.value(u"name"_s), cell);
        }
        QVERIFY(read("[]") && read("[]")->rows.at(0).cells.isEmpty());
        QVERIFY(!read(R"(["Acme","Inc"])"));
        QVERIFY(!read(R"([["Acme"]])"));
        QVERIFY(!read("[true]"));
    }

    void formulasAreNoValues()
    {
        const ReadTable kept = readCsvTable("slug,phone,notes\na,+49 30 1,'=1+1\n", 10);
        QVERIFY(kept);
        QCOMPARE(kept->rows.at(0).cells.value(u"phone"_s), u"+49 30 1"_s);
        QCOMPARE(kept->rows.at(0).cells.value(u"notes"_s), u"=1+1"_s);
        for (const char *cell : {"=HYPERLINK(1)", "@SUM(1)", "\" =1\""}) {
            const ReadTable refused = readCsvTable(QByteArray("slug,notes\na,") + cell + "\n", 10);
            QVERIFY2(!refused, cell);
            QCOMPARE(refused.error().line, 2);
        }
    }

    void whatIsBrokenIsNotRepeated_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("only breaks") << QByteArray("\n\n");
        QTest::newRow("no text") << QByteArray("slug\n\xff-marker-\xfe");
        QTest::newRow("NUL") << QByteArray("slug\n-marker-\0x", 15);
        QTest::newRow("open quote") << QByteArray("slug\n\"-marker-");
        QTest::newRow("behind a quote") << QByteArray("slug\n\"a\"-marker-");
        QTest::newRow("inner quote") << QByteArray("slug\n-marker-\"");
        QTest::newRow("no header") << QByteArray("!marker key,x\na,b");
        QTest::newRow("twice") << QByteArray("slug,slug\n-marker-,b");
        QTest::newRow("too many cells") << QByteArray("slug\na,-marker-");
        QTest::newRow("too many rows") << QByteArray("slug\n") + QByteArray("-marker-\n").repeated(11);
        QTest::newRow("a long cell") << QByteArray("slug\n-marker-") + QByteArray(9000, 'x');
        QTest::newRow("too many columns") << QByteArray("a,").repeated(70);
    }

    void whatIsBrokenIsNotRepeated()
    {
        QFETCH(QByteArray, bytes);
        const ReadTable table = readCsvTable(bytes, 10);
        QVERIFY(!table);
        QVERIFY(!table.error().reason.isEmpty());
        QVERIFY2(!table.error().reason.contains(u"marker"_s), qPrintable(table.error().reason));
    }

    void jsonIsTheSame()
    {
        const ReadTable table = readJsonTable(
            R"({"partners":[{"slug":"a","tags":["x","y z"],"retention_days":30,"rate":2.5},
                {"slug":"b","name":"","owner":null}]})",
            u"partners"_s, {}, 10);
        QVERIFY(table);
        QCOMPARE(table->rows.at(0).cells.value(u"tags"_s), u"x|y z"_s);
        QCOMPARE(table->rows.at(0).cells.value(u"retention_days"_s), u"30"_s);
        QCOMPARE(table->rows.at(0).cells.value(u"rate"_s), u"2.5"_s);
        QVERIFY(!table->rows.at(1).cells.contains(u"name"_s));
        QVERIFY(!table->rows.at(1).cells.contains(u"owner"_s)); // null says nothing
        for (const char *none : {"", "[]", "{}", R"({"keys":[]})", R"({"partners":[1]})",
                                 R"({"partners":[{"slug":{}}]})", R"({"partners":[{"slug":-1.5}]})",
                                 R"({"partners":[{"slug":true}]})", R"({"partners":[{"tags":[null]}]})",
                                 R"({"partners":[{"a":"1","a":"2"}]})", R"({"partners":[{"tags":["a|b"]}]})",
                                 R"({"partners":[],"more":1})", R"({"partners":[{"No":"x"}]})"})
            QVERIFY2(!readJsonTable(none, u"partners"_s, {}, 10), none);
    }

    /// Which member it is, where that can be no secret.
    void jsonThatIsWrongNamesItsMember()
    {
        const auto why = [](const QByteArray &member) {
            const ReadTable table =
                readJsonTable("{\"keys\":[{\"name\":\"a\"},{" + member + "}]}", u"keys"_s, {u"name"_s}, 10);
            return table ? QString() : u"%1: %2"_s.arg(table.error().line).arg(table.error().reason);
        };
        QCOMPARE(why("\"name\":true"), u"2: \"name\" is neither a text nor a number."_s);
        QCOMPARE(why("\"name\":\"" + QByteArray(9000, 'x') + "\""), u"2: \"name\" is too long."_s);
        QCOMPARE(why("\"secret\":{}"), u"2: A member is neither a text nor a number."_s);
    }

    /// Whatever is handed over: an answer, and at once.
    void anyBytesAreAnswered()
    {
        QVERIFY(rc::check([](const std::string &bytes) {
            const QByteArray file = QByteArray::fromStdString(bytes);
            (void)readCsvTable(file, 100);
            (void)readCsvTable("slug;name\n" + file, 100);
            (void)readJsonTable(file, u"partners"_s, {}, 100);
        }));
    }
};

QTEST_APPLESS_MAIN(TestImportTable)
#include "tst_import_table.moc"

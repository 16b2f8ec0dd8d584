// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/read_document.h"

#include <QTest>

#include <rapidcheck.h>

using namespace pc::platform::openapi;
using namespace Qt::StringLiterals;

namespace {

/// All of a document in one line: kinds, texts and lines.
QString written(const Node &node)
{
    const QString line = u'@' + QString::number(node.line);
    switch (node.kind) {
    case Node::Kind::Null:
        return u"null"_s + line;
    case Node::Kind::Text:
        return u'\'' + node.text + u'\'' + line;
    case Node::Kind::Plain:
        return node.text + line;
    case Node::Kind::Sequence: {
        QStringList items;
        for (const NodePtr &item : node.items)
            items.append(written(*item));
        return u'[' + items.join(u' ') + u']' + line;
    }
    case Node::Kind::Map:
        break;
    }
    QStringList members;
    for (const auto &[name, value] : node.members)
        members.append(name + u'=' + written(*value));
    return u'{' + members.join(u' ') + u'}' + line;
}

QString read(const QByteArray &bytes, const DocumentBounds &bounds = {})
{
    const auto document = readDocument(bytes, bounds);
    return document ? written(**document)
                    : u"%1: %2"_s.arg(document.error().line).arg(document.error().reason);
}

} // namespace

class TestReadDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &expected) {
            QTest::newRow(name) << bytes << expected;
        };
        row("JSON", "{\"a\": 1,\n \"b\": [true, null,\n \"x\"], \"c\": {}}",
            u"{a=1@1 b=[true@2 null@2 'x'@3]@2 c={}@3}@1"_s);
        row("YAML", "a: 1\nb:\n  - yes\n  - 'no'\n  - ~\nc: {d: \"e\"}\n",
            u"{a=1@1 b=[yes@3 'no'@4 null@5]@3 c={d='e'@6}@6}@1"_s);
        row("with a byte order mark", "\xef\xbb\xbf{\"a\": 1}", u"{a=1@1}@1"_s);
        row("a pair in JSON", R"({"a": "\ud83d\ude00"})", u"{a='😀'@1}@1"_s);
        row("a pair in YAML", R"(a: "\ud83d\ude00 \\ud83d\\ude00"
b: 1)",
            u"{a='😀 \\ud83d\\ude00'@1 b=1@2}@1"_s);
        row("nothing in every spelling", "[Null, NULL, !!null '', 'null']",
            u"[null@1 null@1 null@1 'null'@1]@1"_s);
        row("indented by tabs", "{\n\t\"a\":\t1\n}", u"{a=1@2}@1"_s);
        row("numbers as they are written", R"({"a": 1.50, "b": 1e300})", u"{a=1.50@1 b=1e300@1}@1"_s);
        row("names that are numbers", "200: ok\n'404': none\n", u"{200=ok@1 404=none@2}@1"_s);
        row("an alias is the same value", "a: &x [1]\nb: *x\n", u"{a=[1@1]@1 b=[1@1]@1}@1"_s);
        row("tags of JSON's types", "a: !!str 1\nb: !!int 2\n", u"{a='1'@1 b=2@2}@1"_s);
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        QCOMPARE(read(bytes), expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &why) {
            QTest::newRow(name) << bytes << why;
        };
        row("nothing", "", u"0: empty"_s);
        row("only a comment", "# nothing\n", u"0: empty"_s);
        row("no UTF-8", "a: \xff", u"0: not a text in UTF-8"_s);
        row("a name twice, JSON", "{\"a\": 1,\n\"a\": 2}", u"2: \"a\" stands twice in one object"_s);
        row("a name twice, YAML", "a: 1\nb: 2\na: 3", u"3: \"a\" stands twice in one object"_s);
        row("a zero byte", QByteArray("{\"a\": 1}\0", 9), u"1: not JSON: a zero byte"_s);
        row("a name that is a list", "? [a]\n: 1\n", u"1: the name of a member is not a text"_s);
        row("a merge", "a: &x {b: 1}\nc:\n  <<: *x\n",
            u"3: \"<<\" (a merge) is not a part of YAML as OpenAPI uses it"_s);
        row("a circle", "a: &x [*x]\n", u"1: an alias names a value that holds it"_s);
        row("a tag", "a: !!python/object 1\n", u"1: the tag tag:yaml.org,2002:python/object is not read"_s);
        row("two documents", "a: 1\n---\nb: 2\n", u"2: a second document begins"_s);
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        QCOMPARE(read(bytes), why);
    }

    void saysTheLineOfWhatIsBroken()
    {
        QVERIFY(read("{\n\"a\": 1,\n\"b\" 2\n}").startsWith(u"3: not JSON: "_s));
        QVERIFY(read("{\"a\": \"\\ud83d\"}").startsWith(u"1: not JSON: "_s));
        QVERIFY(read("a:\n  b: 1\n c: 2\n").startsWith(u"3: not YAML: "_s));
        QVERIFY(read("a: *nobody\n").startsWith(u"1: not YAML: "_s));
    }

    /// What a hostile document costs is bounded by its size.
    void hasBounds()
    {
        DocumentBounds small;
        small.bytes = 100;
        QCOMPARE(read(QByteArray(101, ' '), small), u"0: larger than 0 MiB"_s);
        QCOMPARE(read("{\"a\":" + QByteArray("[").repeated(100'000)), u"1: nested more than 200 deep"_s);
        QCOMPARE(read("a: " + QByteArray("[").repeated(100'000)), u"1: nested more than 200 deep"_s);
        small = {};
        small.nodes = 10;
        QCOMPARE(read("[1,2,3,4,5,6,7,8,9,10]", small), u"1: more than 10 values"_s);
        small = {};
        small.aliases = 3;
        QCOMPARE(read("- &x 1\n- *x\n- *x\n- *x\n- *x\n", small), u"5: more than 3 aliases"_s);
        // A document that would be gigabytes if aliases were copied.
        QByteArray laughs = "a0: &a0 [lol, lol]\n";
        for (int i = 1; i < 30; ++i)
            laughs += "a%1: &a%1 [*a%2, *a%2]\n"_ba.replace("%1", QByteArray::number(i))
                          .replace("%2", QByteArray::number(i - 1));
        QVERIFY(readDocument(laughs));
    }

    /// The scanner of YAML keeps a value in brackets until it ends, a token for each character: how much it
    /// may keep is bounded, whatever stands there.
    void noValueOfYamlIsTooLong_data()
    {
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const QByteArray &piece) {
            QTest::newRow(name) << "[" + piece.repeated(3'000'000 / piece.size());
        };
        row("lists", "[");
        row("lists and objects", "[{");
        row("objects", "{");
        row("lists with entries", "[a,");
        row("names", "[a");
        row("quotes", "\"\"");
        row("anchors", "&a ");
        row("lines", "[\n");
        QTest::newRow("a text") << "\"" + QByteArray("ab ").repeated(1'000'000) + '"';
        QTest::newRow("a text of many lines") << "|\n" + QByteArray("  ab\n").repeated(500'000);
        QTest::newRow("a comment") << "1 #" + QByteArray("ab ").repeated(1'000'000) + "\nb: 1";
    }
    void noValueOfYamlIsTooLong()
    {
        QFETCH(QByteArray, value);
        QCOMPARE(read("a: 1\nb: 2\nx: " + value + "\n"),
                 u"3: a value of more than 1024 KiB begins here or below, which only JSON may have"_s);
    }
    void longValuesThatAreRead()
    {
        const auto taken = [](const QByteArray &bytes) { return readDocument(bytes).has_value(); };
        QVERIFY(taken("a: \"" + QByteArray("ab ").repeated(300'000) + "\"\n"));
        QVERIFY(taken("a: [" + QByteArray("ab, ").repeated(200'000) + "b]\n"));
        QVERIFY(taken("{\"a\": \"" + QByteArray("ab ").repeated(3'000'000) + "\"}"));
        QVERIFY(taken(QByteArray("- ab\n").repeated(1'000'000)));
    }

    /// Whatever the bytes are: an answer.
    void survivesAnyBytes()
    {
        QVERIFY(rc::check("pieces of JSON and YAML", [] {
            static const std::vector<QByteArray> pieces{
                "{",   "}",    "[",    "]",    ":",   ",",       "\"",  "a",      "1",     "-",
                "- ",  "\n",   "  ",   "? ",   ": ",  "&a ",     "*a ", "!!str ", "'",     "|\n",
                ">\n", "#",    "null", "true", "\\u", "\\ud83d", "%",   "@",      "---",   "\n---\n",
                "...", "\xff", "\t",   "é",    "\r",  "<<: ",    "{}",  "[]",     "\"a\":"};
            const auto chosen = *rc::gen::container<std::vector<int>>(
                rc::gen::inRange<int>(0, static_cast<int>(pieces.size())));
            QByteArray bytes;
            for (const int piece : chosen)
                bytes += pieces[static_cast<std::size_t>(piece)];
            const auto document = readDocument(bytes);
            if (document)
                RC_ASSERT(*document != nullptr);
            else
                RC_ASSERT(!document.error().reason.isEmpty());
        }));
    }
};

QTEST_GUILESS_MAIN(TestReadDocument)
#include "tst_read_document.moc"

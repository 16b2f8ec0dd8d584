// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/read_description.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace pc::platform::openapi;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "openapi: 3.1.0\ninfo: {title: Orders, version: '1'}\n";

tl::expected<Description, Fault> read(const QByteArray &rest)
{
    return readDescription(QByteArray(head + rest));
}

QString refusal(const QByteArray &bytes)
{
    const auto description = readDescription(bytes);
    return description ? u"taken"_s
                       : u"%1: %2"_s.arg(description.error().line).arg(description.error().reason);
}

QStringList callsOf(const Description &description)
{
    QStringList calls;
    for (const Operation &each : description.operations)
        calls.append(each.method + u' ' + each.path);
    return calls;
}

QString securityText(const Operation &operation)
{
    QStringList alternatives;
    for (const SecurityAlternative &alternative : operation.security) {
        QStringList needs;
        for (const SecurityNeed &need : alternative)
            needs.append(need.scheme + u'(' + need.scopes.join(u' ') + u')');
        alternatives.append(needs.isEmpty() ? u"nothing"_s : needs.join(u'+'));
    }
    return alternatives.join(u'|');
}

} // namespace

class TestReadDescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatACallIs()
    {
        const auto description = read(R"(servers:
  - url: https://{region}.example.com/{stage}/
    variables: {region: {default: eu}, stage: {default: v2}}
  - url: https://other.example.com/v9
security:
  - main: [orders:read]
paths:
  /orders:
    parameters: []
    x-anything: {get: here}
    get:
      operationId: listOrders
      summary: |
        All
        orders
      tags: [orders, lists]
    post:
      deprecated: true
      security:
        - main: [orders:write, orders:read]
          key: []
        - other: []
      requestBody: {$ref: '#/components/requestBodies/order'}
  /orders/{order_id}:
    get: {security: []}
    delete: {security: [{}], servers: [{url: /v3}]}
  /files/{name}.{kind}:
    $ref: '#/components/pathItems/file'
components:
  requestBodies:
    order: {content: {'Application/JSON ': {}, text/csv: {}}}
  pathItems:
    file: {put: {summary: Stores}}
)");
        QVERIFY2(description, description ? "" : qPrintable(description.error().reason));
        QCOMPARE(description->openapi, u"3.1.0"_s);
        QCOMPARE(description->title, u"Orders"_s);
        QCOMPARE(description->version, u"1"_s);
        QCOMPARE(description->basePath, u"/v2"_s);
        QCOMPARE(description->paths, 3);
        QCOMPARE(callsOf(*description),
                 (QStringList{u"GET /v2/orders"_s, u"POST /v2/orders"_s, u"GET /v2/orders/{order_id}"_s,
                              u"DELETE /v3/orders/{order_id}"_s, u"PUT /v2/files/{name}.{kind}"_s}));
        QCOMPARE(description->leftOut, QList<LeftOut>());
        const QList<Operation> &operations = description->operations;
        QCOMPARE(operations[0].id, u"listOrders"_s);
        QCOMPARE(operations[0].title, u"All orders"_s);
        QCOMPARE(operations[0].tags, (QStringList{u"orders"_s, u"lists"_s}));
        QCOMPARE(operations[0].line, 14);
        QVERIFY(!operations[0].deprecated && operations[1].deprecated);
        QCOMPARE(operations[1].contentTypes, (QStringList{u"application/json"_s, u"text/csv"_s}));
        QCOMPARE(securityText(operations[0]), u"main(orders:read)"_s);
        QCOMPARE(securityText(operations[1]), u"main(orders:write orders:read)+key()|other()"_s);
        QCOMPARE(securityText(operations[2]), u"nothing"_s); // what stands around it is taken away
        QCOMPARE(securityText(operations[3]), u"nothing"_s);
        QCOMPARE(operations[4].title, u"Stores"_s);
    }

    void namesWhatItLeavesOut()
    {
        const auto description = read(R"(paths:
  /a/{x}: {get: {}, trace: {}}
  /a/{y}: {get: {}, put: {}}
  /b/{x}{y}: {get: {}}
  /c//d: {get: {}}
  /e: {$ref: 'other.yaml#/e'}
  /f/{x}/{x}: {get: {}}
  /g/%2e%2e: {get: {}}
  /h?x=1: {get: {}}
)");
        QVERIFY2(description, description ? "" : qPrintable(description.error().reason));
        QCOMPARE(callsOf(*description), (QStringList{u"GET /a/{x}"_s, u"PUT /a/{y}"_s}));
        QStringList left;
        for (const LeftOut &each : description->leftOut)
            left.append(u"%1: %2: %3"_s.arg(QString::number(each.line), each.what, each.reason));
        QCOMPARE(left,
                 (QStringList{u"4: TRACE /a/{x}: TRACE would hand back what a gateway added"_s,
                              u"5: GET /a/{y}: the same calls are described at line 4"_s,
                              u"6: GET /b/{x}{y}: \"{x}{y}\" has nothing between two parameters"_s,
                              u"7: GET /c//d: it has an empty segment"_s,
                              u"8: /e: \"other.yaml#/e\" leads into another file, which is not read"_s,
                              u"9: GET /f/{x}/{x}: it names the parameter x twice"_s,
                              u"10: GET /g/%2e%2e: \"%2e%2e\" is not a part of a path that a call can have"_s,
                              u"11: GET /h?x=1: \"h?x=1\" is not a part of a path that a call can have"_s}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const auto whole = [](const char *name, const QByteArray &bytes, const QString &why) {
            QTest::newRow(name) << bytes << why;
        };
        const auto behind = [&whole](const char *name, const QByteArray &rest, const QString &why) {
            whole(name, head + rest, why);
        };
        whole("Swagger", "swagger: '2.0'\ninfo: {title: a}\n",
              u"1: this is Swagger 2.0; only OpenAPI 3.0 and 3.1 are read, so convert it first (most tools "
              u"that "
              "write Swagger do)"_s);
        whole("a later OpenAPI", "info: {title: a}\nopenapi: 4.0.0\n",
              u"2: OpenAPI 4.0.0 is not read, only 3.0 and 3.1"_s);
        whole("something else", "{\"a\": 1}",
              u"0: not an OpenAPI description: it has no member \"openapi\""_s);
        whole("a list", "- a\n", u"1: not an OpenAPI description: no object"_s);
        whole("no title", "openapi: 3.0.3\ninfo: {}\npaths: {}\n", u"2: \"info\" has no title"_s);
        behind("no paths", "components: {}\n", u"0: it describes no paths"_s);
        behind("paths as a list", "paths: []\n", u"3: \"paths\" is not an object"_s);
        behind("no path", "paths:\n  orders: {}\n",
               u"4: \"orders\" is not a path: it does not begin with a slash"_s);
        behind("a path as a text", "paths:\n  /a: none\n", u"4: the path \"/a\" is not an object"_s);
        behind("a method as a list", "paths:\n  /a:\n    get: []\n",
               u"5: \"get\" of \"/a\" is not an object"_s);
        behind("tags as a text", "paths:\n  /a:\n    get: {tags: x}\n", u"5: \"tags\" is not a list"_s);
        behind("security as an object", "paths:\n  /a:\n    get: {security: {a: []}}\n",
               u"5: \"security\" is not a list"_s);
        behind("scopes as a text", "security: [{a: read}]\npaths: {}\n",
               u"3: the scopes of \"a\" are not a list"_s);
        behind("a body without content", "paths:\n  /a:\n    post: {requestBody: {}}\n",
               u"5: a request body has no \"content\""_s);
        behind("a server without a url", "servers: [{}]\npaths: {}\n", u"3: a server has no url"_s);
        behind("a server's variable", "servers: [{url: '/{v}'}]\npaths: {}\n",
               u"3: the server's variable {v} has no default"_s);
        behind("a server's path", "servers: [{url: '/a;b'}]\npaths: {}\n",
               u"3: the server's path \"/a;b\" is not one that a call can have"_s);
        behind("a parameter in a server's path", "servers: [{url: '/%7Bb%7D'}]\npaths: {}\n",
               u"3: the server's path \"/%7Bb%7D\" is not one that a call can have"_s);
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        QCOMPARE(refusal(bytes), why);
    }

    void serversInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("path");
        for (const auto &[url, path] : std::initializer_list<std::pair<const char *, const char16_t *>>{
                 {"https://example.com", u"/a"},
                 {"https://example.com/", u"/a"},
                 {"https://example.com/v1/", u"/v1/a"},
                 {"//example.com/v1", u"/v1/a"},
                 {"/v1", u"/v1/a"},
                 {"v1/x", u"/v1/x/a"},
                 {"/", u"/a"},
                 {".", u"/a"},
                 {"./v2", u"/v2/a"},
                 {"../v2/", u"/v2/a"},
                 {"v1/../v2/./x", u"/v2/x/a"},
                 {"https://example.com/v1/..", u"/a"},
                 {"https://example.com/\xc3\xbc", u"/\u00fc/a"},
                 {"https://example.com/%C3%BC%20b", u"/\u00fc b/a"}})
            QTest::newRow(url) << QByteArray(url) << QString::fromUtf16(path);
    }
    void serversInEveryForm()
    {
        QFETCH(QByteArray, url);
        QFETCH(QString, path);
        const auto description = read("servers: [{url: '" + url + "'}]\npaths: {/a: {get: {}}}\n");
        QVERIFY2(description, description ? "" : qPrintable(description.error().reason));
        QCOMPARE(description->operations.constFirst().path, path);
    }

    void whatLeadsNowhereIsLeftOutAlone()
    {
        const auto description = read(R"(paths:
  /a: {$ref: '#/paths/~1b'}
  /b: {$ref: '#/paths/~1a'}
  /c:
    $ref: '#/d/e'
  /f:
    post: {requestBody: {$ref: 'b.yaml#/c'}}
    put: {requestBody: {$ref: '#/g'}}
  /h: {servers: [{}], get: {}}
  /i:
    get: {servers: [{url: '/{v}'}]}
    put: {}
)");
        QVERIFY2(description, description ? "" : qPrintable(description.error().reason));
        QCOMPARE(callsOf(*description), (QStringList{u"POST /f"_s, u"PUT /f"_s, u"PUT /i"_s}));
        QVERIFY(description->operations.constFirst().contentTypes.isEmpty());
        QStringList left;
        for (const LeftOut &each : description->leftOut)
            left.append(u"%1: %2: %3"_s.arg(QString::number(each.line), each.what, each.reason));
        QCOMPARE(
            left,
            (QStringList{u"4: /a: a reference leads round in a circle"_s,
                         u"5: /b: a reference leads round in a circle"_s, u"7: /c: \"#/d/e\" leads nowhere"_s,
                         u"9: POST /f, the body: \"b.yaml#/c\" leads into another file, which is not read"_s,
                         u"10: PUT /f, the body: \"#/g\" leads nowhere"_s, u"11: /h: a server has no url"_s,
                         u"13: GET /i: the server's variable {v} has no default"_s}));
    }

    void valuesWithoutQuotesAreReadAsYamlHasThem()
    {
        for (const char *word : {"true", "True", "TRUE", "!!bool 'true'"}) {
            const auto description = read(QByteArray("paths: {/a: {get: {deprecated: ") + word + "}}}\n");
            QVERIFY2(description && description->operations.constFirst().deprecated, word);
        }
        for (const char *word : {"'true'", "yes", "tRUE", "False", "1"}) {
            const auto description = read(QByteArray("paths: {/a: {get: {deprecated: ") + word + "}}}\n");
            QVERIFY2(description && !description->operations.constFirst().deprecated, word);
        }
    }

    void aVersionWithoutItsLastPartIsRead()
    {
        for (const char *version : {"3.1", "'3.1'", "3.1.0"}) {
            const auto description = readDescription(
                QByteArray(QByteArray("openapi: ") + version + "\ninfo: {title: t}\npaths: {}\n"));
            QVERIFY2(description, version);
            QCOMPARE(description->openapi, u"3.1.0"_s);
        }
    }

    void escapesAreTheCharactersThatTheyStandFor()
    {
        const auto description = read(R"(paths:
  /%C3%BC/{x}/a%20b: {get: {}}
  /ü/{y}/a b: {get: {}}
  /%41%2b: {get: {}}
  /%7Bx%7D: {get: {}}
  /%ff: {get: {}}
  /a%2Fb: {get: {}}
  /%E2%80%8B: {get: {}}
)");
        QVERIFY2(description, description ? "" : qPrintable(description.error().reason));
        QCOMPARE(callsOf(*description), (QStringList{u"GET /ü/{x}/a b"_s, u"GET /A+"_s}));
        QCOMPARE(description->leftOut.size(), 5);
        QCOMPARE(description->leftOut.constFirst().reason, u"the same calls are described at line 4"_s);
    }

    /// JSON with pointers that are escaped, and a large map that references go through again and again.
    void referencesInALargeDocument()
    {
        constexpr int count = 5000;
        QByteArray text = "{'openapi': '3.0.3', 'info': {'title': 'Large', 'version': '1'}, 'paths': {";
        const auto member = [](int number, const QByteArray &name, const QByteArray &value) {
            return QByteArray((number > 0 ? ",\n'" : "\n'") + name + "': " + value);
        };
        for (int i = 0; i < count; ++i) {
            const QByteArray number = QByteArray::number(i);
            text += member(i, "/p" + number,
                           "{'post': {'requestBody': {'$ref': '#/components/requestBodies/b~1" + number +
                               "%20x'}}}");
        }
        text += "}, 'components': {'requestBodies': {";
        for (int i = 0; i < count; ++i)
            text += member(i, "b/" + QByteArray::number(i) + " x", "{'content': {'a/b': {}}}");
        text += "}}}";
        text.replace('\'', '"');
        QElapsedTimer timer;
        timer.start();
        const auto description = readDescription(text);
        QVERIFY2(description, description ? "" : qPrintable(description.error().reason));
        QCOMPARE(description->operations.size(), count);
        QCOMPARE(description->operations.constLast().contentTypes, QStringList{u"a/b"_s});
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()))); // about 50 ms
    }

    /// What is referred to is read and copied as often as it is named: a small document must not become a
    /// large one.
    void whatIsSharedIsCounted_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const auto many = [](int count, const QByteArray &each) {
            QByteArray text;
            for (int i = 0; i < count; ++i)
                text += QByteArray(each).replace('#', QByteArray::number(i));
            return text;
        };
        const auto shared = [&](const QByteArray &operation, int paths) -> QByteArray {
            return head + "x-t: &t {get: {" + operation + "}}\npaths:\n" + many(paths, "  /p#: *t\n");
        };
        const QString tooMany =
            u"3: more than 500000 tags, scopes and types of bodies, counted as often as they are referred to"_s;
        QTest::newRow("tags") << shared("tags: [" + many(200, "t#, ") + "t]", 9'900) << tooMany;
        QTest::newRow("long tags") << shared("tags: [" + QByteArray("x").repeated(9'000) + ", " +
                                                 many(100,
                                                      "tttttttttttttttttttttttttttttttttttttttttttttttttttt"
                                                      "tttttttttttttttttttttttttttttttttttttttttt#, ") +
                                                 "t]",
                                             9'900)
                                   << tooMany;
        QTest::newRow("security") << shared("security: [" + many(100, "{a: [s#]}, ") + "{}]", 9'900)
                                  << tooMany;
        QTest::newRow("security of all")
            << head + "security: [" + many(100, "{a: [s#]}, ") + "{}]\npaths:\n" +
                   many(9'900, "  /p#: {get: {}}\n")
            << u"1666: more than 500000 tags, scopes and types of bodies, counted as often as they are referred to"_s;
        const QByteArray body = "{post: {requestBody: {$ref: '#/components/requestBodies/b'}}}\n";
        QTest::newRow("bodies")
            << head + "components: {requestBodies: {b: {content: {" + many(100, "a/#: {}, ") +
                   "}}}}\npaths:\n" + many(9'900, "  /p#: REF").replace("REF", body)
            << u"5005: more than 500000 tags, scopes and types of bodies, counted as often as they are referred to"_s;
        const QString endless = u"its parts are referred to so often that reading it would not end"_s;
        QTest::newRow("members") << shared(many(20'000, "x-#: 1, "), 9'900) << u"3: "_s + endless;
        QTest::newRow("members of paths")
            << head + "x-t: &t {" + many(20'000, "x-#: 1, ") + "}\npaths:\n" + many(9'900, "  /p#: *t\n")
            << u"3: "_s + endless;
        QTest::newRow("a long text") << shared("summary: " + QByteArray("s ").repeated(300'000), 9'900)
                                     << u"taken"_s;
        QTest::newRow("a long url") << head + "servers: [{url: '/" + QByteArray("{a}").repeated(2'000) +
                                           "', variables: {a: {default: x}}}]\n"
                                    << u"3: a server's url is longer than 2048 characters"_s;
        QTest::newRow("an url that grows")
            << head + "servers: [{url: '/" + QByteArray("{a}").repeated(100) +
                   "', variables: {a: {default: " + QByteArray(3'000, 'b') + "}}}]\n"
            << u"3: a server's url is longer than 2048 characters"_s;
        QTest::newRow("many variables")
            << head + "servers: [{url: '/', variables: {" + many(101, "a#: {}, ") + "}}]\n"
            << u"3: a server has more than 100 variables"_s;
        QTest::newRow("a long reference")
            << head + "paths: {/a: {$ref: '#/" + QByteArray(3'000, 'a') + "'}}\n"
            << u"taken"_s;
    }
    void whatIsSharedIsCounted()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        QElapsedTimer timer;
        timer.start();
        const QString said = refusal(bytes);
        QCOMPARE(said, why);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed()))); // about a second
    }

    /// Of the largest that was tried, and of what hides in few bytes.
    void whatItTakesOfMemory()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("a sanitizer takes memory of its own");
#endif
        const auto peak = [] {
            QFile status(u"/proc/self/status"_s);
            if (!status.open(QIODevice::ReadOnly))
                return qint64{0};
            const QByteArray all = status.readAll();
            const qsizetype at = all.indexOf("VmHWM:");
            return all.mid(at + 6, 20).trimmed().split(' ').constFirst().toLongLong() / 1024;
        };
        const qint64 before = peak();
        (void)refusal("openapi: 3.1.0\nx: " + QByteArray("[").repeated(20'000'000));
        (void)refusal("{\"x\":[" + QByteArray("0,").repeated(1'999'000) + "0]}");
        const qint64 taken = peak() - before;
        QVERIFY2(taken < 900, qPrintable(u"%1 MiB"_s.arg(taken)));
    }

    /// For people, and in one line; what was cut is whole.
    void textsAreCleaned()
    {
        QByteArray bytes = "{'openapi':'3.0.3','info':{'title':'a\\u202eb\\u0000c\\ufffed','version':'"
                           "1\\u200b'},'paths':{'/a':"
                           "{'get':{'summary':'" +
                           QByteArray(199, 'a') +
                           "\\ud83d\\ude00','operationId':'x\\u2066y','tags':['t']}}}}";
        bytes.replace('\'', '"');
        const auto description = readDescription(bytes);
        QVERIFY2(description, description ? "" : qPrintable(description.error().reason));
        QCOMPARE(description->title, u"abcd"_s);
        QCOMPARE(description->version, u"1"_s);
        QCOMPARE(description->operations.constFirst().title, QString(199, u'a'));
        QCOMPARE(description->operations.constFirst().id, u"xy"_s);
        QCOMPARE(refusal("openapi: 3.0.3\ninfo: {title: \"\\u200b\"}\npaths: {}\n"),
                 u"2: \"info\" has no title"_s);
    }

    void pathsThatNoCallHasAreLeftOut_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("taken");
        const auto row = [](const char *name, const QString &path, bool taken) {
            QTest::newRow(name) << path << taken;
        };
        row("turned around", u"/\u202eabc"_s, false);
        row("not seen", u"/a\u200bb"_s, false);
        row("another slash", u"/\uff0fadmin"_s, false);
        row("another dot", u"/a\u2024"_s, false);
        row("a line", u"/a\u2028b"_s, false);
        row("behind a parameter", u"/{id}\u200b.json"_s, false);
        row("letters", u"/bestellungen/größe/{id}.json"_s, true);
        row("a picture", u"/\U0001f600"_s, true);
        row("a space", u"/a b"_s, true);
        row("signs", u"/a(b)=c,d'$&+@:!*~-_"_s, true);
        row("quotes", u"/\"q\"<>|^`"_s, true);
    }
    void pathsThatNoCallHasAreLeftOut()
    {
        QFETCH(QString, path);
        QFETCH(bool, taken);
        QString name = path;
        name.replace(u'"', u"\\\""_s);
        const QByteArray bytes =
            "openapi: 3.0.3\ninfo: {title: t}\npaths:\n  \"" + name.toUtf8() + "\": {get: {}}\n";
        const auto description = readDescription(bytes);
        QVERIFY2(description, description ? "" : qPrintable(description.error().reason));
        QCOMPARE(description->operations.size(), taken ? 1 : 0);
        QCOMPARE(description->leftOut.size(), taken ? 0 : 1);
    }

    void asManyOperationsAsThereMayBe()
    {
        QByteArray text = "paths:\n";
        for (int i = 0; i <= mostOperations; ++i)
            text += "  /p" + QByteArray::number(i) + ": {get: {}}\n";
        QCOMPARE(refusal(head + text),
                 u"%1: more than %2 operations"_s.arg(mostOperations + 4).arg(mostOperations));
    }
};

QTEST_GUILESS_MAIN(TestReadDescription)
#include "tst_read_description.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/granted_description.h"
#include "platform/openapi/read_description.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform::openapi;

namespace {

constexpr char shop[] = R"yaml(
openapi: 3.1.0
info: {title: Shop, version: 1.10, x-owner: team-blue, description: 'Orders & more'}
servers: [{url: 'https://shop.internal.corp/v1'}]
externalDocs: {url: 'https://wiki.internal.corp/shop'}
tags: [{name: orders}, {name: secrets}]
webhooks: {paid: {post: {responses: {'200': {description: ok}}}}}
paths:
  /orders:
    x-internal: true
    parameters: [{$ref: '#/components/parameters/Trace'}]
    get:
      operationId: listOrders
      tags: [orders]
      summary: Lists
      x-backend: orders-svc.internal.corp
      externalDocs: {url: 'https://wiki.internal.corp/orders'}
      security: [{old: []}]
      servers: [{url: 'https://shop.internal.corp/v1'}]
      responses:
        '200':
          description: ok
          headers: {x-total: {schema: {type: integer}}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Orders'}, example: {x-kept: 1, $ref: kept}}}
          links: {next: {operationId: deleteOrder}}
        '404': {$ref: '#/paths/~1admin/get/responses/404'}
        '500': {$ref: 'common.yaml#/Error'}
    post:
      operationId: addOrder
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Draft'}}}}
      responses: {'201': {description: made}}
  /orders/{order_id}:
    delete:
      operationId: deleteOrder
      parameters: [{name: order_id, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: gone}}
  /admin:
    get:
      tags: [secrets]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Secret'}}}}
        '404': {description: not here}
components:
  parameters: {Trace: {name: trace, in: header, schema: {type: string}}, Unused: {name: unused, in: query, schema: {type: string}}}
  securitySchemes: {old: {type: apiKey, in: header, name: X-Old}}
  schemas:
    Orders: {type: array, items: {$ref: '#/components/schemas/Order'}}
    Order:
      type: object
      x-table: t_orders
      properties:
        x-mark: {type: string}
        servers: {type: integer}
        parent: {$ref: '#/components/schemas/Order'}
        pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: Dog}}}
        first: {$ref: '#/components/schemas/Order/properties/x-mark'}
        ratio: {type: number, default: 0.50, minimum: -1e3}
    Draft: {type: object}
    Secret: {type: object, description: not for partners}
    Cat: {type: object}
    Dog: {type: object}
)yaml";

Granted granted(const QStringList &calls)
{
    Granted value;
    value.api.basePath = u"/shop"_s;
    value.serverUrl = u"https://api.example.com/shop"_s;
    value.tokenUrl = u"https://platform.example.com/oauth2/token"_s;
    value.scopes = {{u"orders:read"_s, {}, u"Orders"_s, u"Reads orders"_s, {}, {}}};
    for (const QString &call : calls) {
        Route route;
        route.method = call.section(u' ', 0, 0);
        route.pathTemplate = u"/shop"_s + call.section(u' ', 1, 1);
        route.scope = u"orders:read"_s;
        value.routes.append(route);
    }
    return value;
}

QJsonObject cut(const QByteArray &bytes, const Granted &to)
{
    const auto text = grantedDescription(bytes, to);
    return text ? QJsonDocument::fromJson(text->toUtf8()).object() : QJsonObject();
}

} // namespace

class TestGrantedDescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsGrantedStays()
    {
        const QJsonObject out = cut(shop, granted({u"GET /orders"_s}));
        QCOMPARE(out[u"paths"].toObject().keys(), QStringList{u"/orders"_s});
        const QJsonObject item = out[u"paths"][u"/orders"].toObject();
        QCOMPARE(item.keys(), (QStringList{u"get"_s, u"parameters"_s}));
        QCOMPARE(out[u"tags"].toArray(), QJsonArray{(QJsonObject{{u"name"_s, u"orders"_s}})});
    }

    void onlyReachedComponentsStay()
    {
        const QJsonObject components = cut(shop, granted({u"GET /orders"_s}))[u"components"].toObject();
        QCOMPARE(components[u"schemas"].toObject().keys(),
                 (QStringList{u"Cat"_s, u"Dog"_s, u"Order"_s, u"Orders"_s}));
        QCOMPARE(components[u"parameters"].toObject().keys(), QStringList{u"Trace"_s});
        const QJsonObject order = components[u"schemas"][u"Order"].toObject();
        // Names of somebody's properties are no keywords.
        QCOMPARE(order[u"properties"].toObject().keys(),
                 (QStringList{u"first"_s, u"parent"_s, u"pet"_s, u"ratio"_s, u"servers"_s, u"x-mark"_s}));
        QVERIFY(!order.contains(u"x-table"_s));
    }

    void nothingOfTheOwnersOwnStays()
    {
        const auto text = grantedDescription(
            shop, granted({u"GET /orders"_s, u"POST /orders"_s, u"DELETE /orders/{id}"_s}));
        QVERIFY(text);
        for (const char *secret : {"internal", "x-owner", "x-backend", "x-table", "webhooks", "Secret",
                                   "X-Old", "common.yaml", "\"links\"", "externalDocs"})
            QVERIFY2(!text->contains(QString::fromLatin1(secret)), secret);
        QVERIFY(text->contains(u"\"x-total\""_s));   // a header of theirs
        QVERIFY(text->contains(u"\"x-kept\": 1"_s)); // in an example
        QVERIFY(text->contains(u"deleteOrder"_s));
    }

    void serversAndSecurityAreThePlatforms()
    {
        Granted to = granted({u"GET /orders"_s});
        to.apiKeys = true;
        to.routes[0].alsoScopes = {u"more"_s};
        to.routes[0].deprecatedAt = QDateTime::currentDateTimeUtc();
        const QJsonObject out = cut(shop, to);
        QCOMPARE(out[u"servers"].toArray(),
                 QJsonArray{(QJsonObject{{u"url"_s, u"https://api.example.com/shop"_s}})});
        const QJsonObject schemes = out[u"components"][u"securitySchemes"].toObject();
        QCOMPARE(schemes.keys(), (QStringList{u"apiKey"_s, u"oauth2"_s}));
        const QJsonObject flow = schemes[u"oauth2"][u"flows"][u"clientCredentials"].toObject();
        QCOMPARE(flow[u"tokenUrl"].toString(), to.tokenUrl);
        QCOMPARE(flow[u"scopes"].toObject(), (QJsonObject{{u"orders:read"_s, u"Reads orders"_s}}));
        const QJsonObject get = out[u"paths"][u"/orders"][u"get"].toObject();
        QCOMPARE(get[u"security"].toArray().size(), 2);
        QCOMPARE(get[u"security"][0][u"oauth2"].toArray(), (QJsonArray{u"orders:read"_s, u"more"_s}));
        QCOMPARE(get[u"deprecated"].toBool(), true);
    }

    void whatCannotStayAsAReferenceIsWrittenOut()
    {
        const QJsonObject out = cut(shop, granted({u"GET /orders"_s}));
        const QJsonObject answers = out[u"paths"][u"/orders"][u"get"][u"responses"].toObject();
        QCOMPARE(answers[u"404"][u"description"].toString(), u"not here"_s);
        QVERIFY(answers[u"500"][u"description"].toString().startsWith(u"Described elsewhere"_s));
    }

    void numbersAndVersionsStayAsTheyAreWritten()
    {
        const auto text = grantedDescription(shop, granted({u"GET /orders"_s}));
        QVERIFY(text->contains(u"\"version\": \"1.10\""_s));
        QVERIFY(text->contains(u"\"default\": 0.50"_s));
        QVERIFY(text->contains(u"\"minimum\": -1e3"_s));
    }

    /// YAML 1.2, section 10.3.2.
    void valuesOfYamlAreThoseOfJson()
    {
        const QByteArray yaml = "openapi: 3.1\ninfo: {title: t, version: 1.10}\npaths:\n  /a:\n    get:\n"
                                "      responses: {'200': {description: ok, content: {a/b: {example: "
                                "[True, FALSE, Null, +1, -017, 0x1F, 0o17, .5, -.5, 1., 1.e3, +0.50E-2, "
                                "yes, .inf, 1_000, 0x, 0o8, '1', ., 4e444, 4e-444]}}}}\n";
        const QJsonObject out = cut(yaml, granted({u"GET /a"_s}));
        QCOMPARE(out[u"openapi"].toString(), u"3.1.0"_s);
        QCOMPARE(out[u"info"][u"version"].toString(), u"1.10"_s);
        const QJsonArray values =
            out[u"paths"][u"/a"][u"get"][u"responses"][u"200"][u"content"][u"a/b"][u"example"].toArray();
        QCOMPARE(values, (QJsonArray{true,     false,      QJsonValue::Null,
                                     1,        -17,        31,
                                     15,       0.5,        -0.5,
                                     1,        1000,       0.005,
                                     u"yes"_s, u".inf"_s,  u"1_000"_s,
                                     u"0x"_s,  u"0o8"_s,   u"1"_s,
                                     u"."_s,   u"4e444"_s, u"4e-444"_s}));
    }

    void charactersBeyondTheFirstPlaneAreWhole()
    {
        QByteArray json =
            "{'openapi':'3.0.3','info':{'title':'t','version':'1','description':'\\ud83d\\ude00'},"
            "'paths':{}}";
        json.replace('\'', '"');
        const auto text = grantedDescription(json, granted({}));
        QVERIFY(text);
        QVERIFY2(text->toUtf8().contains("\"description\": \"\xf0\x9f\x98\x80\""), qPrintable(*text));
    }

    /// As it was imported: a path is found whatever of it is escaped, and stands there as a URL has it.
    void escapedPathsAreFound()
    {
        const QByteArray yaml = "openapi: 3.0.3\ninfo: {title: t}\npaths:\n  /%C3%BC/{id}: {get: {}}\n";
        const QJsonObject out = cut(yaml, granted({u"GET /ü/{id}"_s}));
        QCOMPARE(out[u"paths"].toObject().keys(), QStringList{u"/%C3%BC/{id}"_s});
    }

    void itIsReadBack()
    {
        const Granted to = granted({u"GET /orders"_s, u"DELETE /orders/{id}"_s});
        const auto once = grantedDescription(shop, to);
        QVERIFY(once);
        QCOMPARE(*once, *grantedDescription(shop, to));
        const auto read = readDescription(once->toUtf8());
        QVERIFY2(read, read ? "" : qPrintable(read.error().reason));
        QCOMPARE(read->operations.size(), 2);
        QCOMPARE(read->basePath, u"/shop"_s);
        QCOMPARE(read->operations.at(0).path, u"/shop/orders"_s);
        // Cut down once more it is the same.
        QCOMPARE(*grantedDescription(once->toUtf8(), to), *once);
    }

    void aCircleWithoutANameEnds()
    {
        const QByteArray round =
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    get:\n"
            "      responses: {'200': {description: ok, content: {a/b: {schema: {properties: "
            "{x: {$ref: '#/paths/~1a/get/responses/200/content/a~1b/schema'}}}}}}}\n";
        const auto text = grantedDescription(round, granted({u"GET /a"_s}));
        QVERIFY(text);
        QVERIFY(text->size() < 100000);
        QVERIFY(QJsonDocument::fromJson(text->toUtf8()).isObject());
    }

    void whatAliasesShareIsBounded()
    {
        QByteArray bomb = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\nx-0: &a0 {type: string}\n";
        for (int i = 1; i < 30; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            bomb += "x-" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before + ", " +
                    before + ", " + before + ", " + before + "]\n";
        }
        bomb +=
            "paths:\n  /a:\n    get:\n      responses: {'200': {description: ok, content: {a/b: {example: "
            "*a29}}}}\n";
        const auto text = grantedDescription(bomb, granted({u"GET /a"_s}));
        QVERIFY(!text);
        QVERIFY(text.error().reason.contains(u"too large"_s));
    }

    /// What stands deep costs as many spaces, on each line.
    void whatStandsDeepIsBounded()
    {
        const int deep = 60;
        QByteArray list = "0";
        for (int i = 0; i < 2000; ++i)
            list += ",0";
        QByteArray bomb =
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\nx-0: &deep " + QByteArray(deep, '[') + list +
            QByteArray(deep, ']') +
            "\npaths:\n  /a:\n    get:\n      responses: {'200': {description: ok, content: {a/b: "
            "{example: [*deep";
        for (int i = 0; i < 300; ++i)
            bomb += ", *deep";
        bomb += "]}}}}\n";
        const auto text = grantedDescription(bomb, granted({u"GET /a"_s}));
        QVERIFY(!text);
        QVERIFY(text.error().reason.contains(u"too large"_s));
    }

    void whatMappingsShareIsBounded_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("to what is there") << QByteArray("X");
        QTest::newRow("to nothing") << QByteArray("Y");
    }

    void whatMappingsShareIsBounded()
    {
        QFETCH(QByteArray, target);
        QByteArray bomb = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\nx-0: &d {mapping: {k: " + target;
        for (int i = 0; i < 5000; ++i)
            bomb += ", k" + QByteArray::number(i) + ": " + target;
        bomb += "}}\ncomponents: {schemas: {X: {type: string}}}\npaths:\n  /a:\n    get:\n      responses: "
                "{'200': {description: ok, content: {a/b: {schema: {allOf: [*d";
        for (int i = 0; i < 500; ++i)
            bomb += ", *d";
        bomb += "]}}}}}\n";
        const auto text = grantedDescription(bomb, granted({u"GET /a"_s}));
        QVERIFY(!text);
        QVERIFY(text.error().reason.contains(u"too large"_s));
    }

    void nothingGrantedIsAnEmptyDescription()
    {
        const QJsonObject out = cut(shop, granted({}));
        QCOMPARE(out[u"paths"].toObject(), QJsonObject());
        QVERIFY(!out[u"components"].toObject().contains(u"schemas"_s));
    }
};

QTEST_APPLESS_MAIN(TestGrantedDescription)
#include "tst_granted_description.moc"

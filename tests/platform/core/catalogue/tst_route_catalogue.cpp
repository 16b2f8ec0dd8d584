// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/demo/default_catalogue.h"

#include <QTest>

#include <rapidcheck.h>

using namespace pc;
using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

Route route(const QString &method, const QString &path)
{
    Route value;
    value.id = u"rte_"_s + method + path;
    value.method = method;
    value.pathTemplate = path;
    value.scope = u"s"_s;
    return value;
}

Route of(const QString &apiId, const QString &path)
{
    Route value = route(u"GET"_s, path);
    value.id = u"rte_"_s + apiId + path;
    value.apiId = apiId;
    return value;
}

Api api(const QString &id, const QString &host, const QString &basePath)
{
    Api value;
    value.id = id;
    value.name = id;
    value.host = host;
    value.basePath = basePath;
    return value;
}

std::shared_ptr<const RouteCatalogue> compiled(const QList<Route> &routes, const QList<Api> &apis = {Api{}})
{
    QString why;
    auto catalogue = RouteCatalogue::compile(apis, routes, &why);
    if (!catalogue)
        qWarning("%s", qPrintable(why));
    return catalogue;
}

QString anySegment()
{
    static const QStringList words{u"a"_s, u"b"_s, u"orders"_s, u"x1"_s, u"{"_s, u"é"_s};
    return words[*rc::gen::inRange<qsizetype>(0, words.size())];
}

/// The same rule written the slow way: compare segment by segment, then take the most specific template.
QString slowMatch(const QList<Route> &routes, const QString &method, const QString &path)
{
    const QStringList wanted = path.mid(1).split(u'/');
    QString best;
    QString bestShape;
    for (const Route &each : routes) {
        const QStringList parts = each.pathTemplate.mid(1).split(u'/');
        if (each.method != method || parts.size() != wanted.size())
            continue;
        QString shape; // '0' literal, '1' parameter: the smallest in text order is the most specific from the
                       // left
        bool fits = true;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const bool parameter =
                parts[i].startsWith(u'{') && parts[i].endsWith(u'}') && parts[i].size() > 2;
            fits = fits && !wanted[i].isEmpty() && (parameter || parts[i] == wanted[i]);
            shape += parameter ? u'1' : u'0';
        }
        if (fits && (best.isEmpty() || shape < bestShape)) {
            best = each.id;
            bestShape = shape;
        }
    }
    return best;
}

} // namespace

class TestRouteCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The depth bounds the steps back of a look-up.
    void asDeepAsSixtyFourSegments()
    {
        const QString deep = u"/a"_s.repeated(64);
        const QString deeper = deep + u"/a"_s;
        const auto catalogue = compiled({route(u"GET"_s, deep), route(u"GET"_s, deeper)});
        QVERIFY(catalogue);
        QVERIFY(catalogue->match(u"", u"GET", deep));
        QVERIFY(!catalogue->match(u"", u"GET", deeper));
    }

    void defaultsCompile()
    {
        const auto catalogue = compiled(defaultCatalogue().routes, {defaultCatalogue().api});
        QVERIFY(catalogue);
        const auto order = catalogue->match(u"", u"GET", u"/api/v1/orders/ord_1");
        QVERIFY(order);
        QCOMPARE(order->route->id, u"rte_order"_s);
        QCOMPARE(order->parameters.front(), std::make_pair(u"order_id"_s, u"ord_1"_s));
        QCOMPARE(catalogue->match(u"", u"HEAD", u"/api/v1/orders")->route->id, u"rte_orders"_s);
        QCOMPARE(catalogue->match(u"", u"POST", u"/api/v1/orders")->route->id, u"rte_order_place"_s);
        QCOMPARE(catalogue->match(u"", u"GET", QString::fromUtf16(probePath))->route->id,
                 QString::fromUtf16(probeRouteId));
    }

    void everythingInTheDefaultsFits()
    {
        const DefaultCatalogue defaults = defaultCatalogue();
        QStringList names;
        for (const Scope &scope : defaults.scopes)
            names.append(scope.name);
        QVERIFY(!names.contains(QString::fromUtf16(probeScope)));
        for (const Route &each : defaults.routes)
            QVERIFY2(names.contains(each.scope), qPrintable(each.id));
        for (const Plan &plan : defaults.plans)
            QVERIFY(plan.limited.rate > 0 && plan.limited.rate <= plan.production.rate &&
                    plan.sandbox.burst > 0);
    }

    void unknownIsNothing_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        const QList<std::pair<QString, QString>> calls{{u"DELETE"_s, u"/api/v1/orders"_s},
                                                       {u"GET"_s, u"/api/v1/orders/"_s},
                                                       {u"GET"_s, u"/api/v1"_s},
                                                       {u"GET"_s, u"/"_s},
                                                       {u"GET"_s, u""_s},
                                                       {u"GET"_s, u"api/v1/orders"_s},
                                                       {u"GET"_s, u"xapi/v1/orders"_s},
                                                       {u"get"_s, u"/api/v1/orders"_s},
                                                       {u"GET"_s, u"/API/v1/orders"_s},
                                                       {u"GET"_s, u"/api/v1/orders/a/b/c"_s},
                                                       {u"OPTIONS"_s, u"/api/v1/orders"_s}};
        for (const auto &call : calls)
            QTest::addRow("%s %s", qPrintable(call.first), qPrintable(call.second))
                << call.first << call.second;
    }

    void unknownIsNothing()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QVERIFY(!compiled(defaultCatalogue().routes, {defaultCatalogue().api})->match(u"", method, path));
    }

    void literalBeforeParameterWithAStepBack()
    {
        const auto catalogue = compiled({route(u"GET"_s, u"/a/{x}/c"_s), route(u"GET"_s, u"/a/b/{y}"_s)});
        QCOMPARE(catalogue->match(u"", u"GET", u"/a/b/c")->route->pathTemplate, u"/a/b/{y}"_s);
        QCOMPARE(catalogue->match(u"", u"GET", u"/a/q/c")->route->pathTemplate, u"/a/{x}/c"_s);
        const auto other = compiled({route(u"GET"_s, u"/a/{x}/c"_s), route(u"GET"_s, u"/a/b/d"_s)});
        const auto back = other->match(u"", u"GET", u"/a/b/c");
        QVERIFY(back);
        QCOMPARE(back->parameters.front().second, u"b"_s);
    }

    void refusesTemplates_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : {u"a"_s, u""_s, u"/a//b"_s, u"/a/{x"_s, u"/a/x}"_s, u"/{x}/{x}"_s,
                                    u"/a/../b"_s, u"/a/{x y}"_s, u"/a%2Fb"_s, u"/a/{}"_s, u"/api/v1/probe"_s})
            QTest::addRow("%s", qPrintable(path)) << path;
    }

    void refusesTemplates()
    {
        QFETCH(QString, path);
        QString why;
        QVERIFY(!RouteCatalogue::compile({Api{}}, {route(u"GET"_s, path)}, &why));
        QVERIFY(!why.isEmpty());
    }

    void refusesMethodsAndRoutesWithoutAScope()
    {
        for (const QString &method : {u""_s, u"get"_s, u"GE"_s, u"GETTINGS"_s, u"G T"_s}) {
            QString why;
            QVERIFY2(!RouteCatalogue::compile({Api{}}, {route(method, u"/a"_s)}, &why), qPrintable(method));
            QVERIFY2(why.contains(u"is not a method"_s), qPrintable(why));
        }
        Route open = route(u"GET"_s, u"/a"_s);
        open.scope.clear();
        QString why;
        QVERIFY(!RouteCatalogue::compile({Api{}}, {open}, &why));
        QVERIFY2(why.contains(u"scope"_s), qPrintable(why));
    }

    // What was tried on a way that led nowhere leaves no parameter behind.
    void aStepBackForgetsItsParameters()
    {
        const auto catalogue =
            compiled({route(u"GET"_s, u"/a/{x}/{y}/c"_s), route(u"GET"_s, u"/{p}/b/{q}/{r}"_s)});
        const auto found = catalogue->match(u"", u"GET", u"/a/b/1/2");
        QVERIFY(found);
        using Parameters = std::vector<std::pair<QString, QString>>;
        QCOMPARE(found->parameters, (Parameters{{u"p"_s, u"a"_s}, {u"q"_s, u"1"_s}, {u"r"_s, u"2"_s}}));
        QVERIFY(!catalogue->match(u"", u"GET", u"/a/b/1"));
        QVERIFY(!catalogue->match(u"", u"HEAD", u"/a/b/1"));
        QVERIFY(catalogue->match(u"", u"HEAD", u"/a/b/1/2"));
        const auto own =
            compiled({route(u"HEAD"_s, u"/a"_s), route(u"GET"_s, u"/a"_s), route(u"PUT"_s, u"/b"_s)});
        QCOMPARE(own->match(u"", u"HEAD", u"/a")->route->method, u"HEAD"_s);
        QVERIFY(!own->match(u"", u"HEAD", u"/b"));
        QVERIFY(!own->match(u"", u"GET", u"/b"));
    }

    /// Of what fits a segment: the text itself, then the template with more of it, then a parameter.
    void theClosestSegmentDecides()
    {
        const auto catalogue =
            compiled({route(u"GET"_s, u"/f/{id}"_s), route(u"GET"_s, u"/f/{id}.json"_s),
                      route(u"GET"_s, u"/f/{id}.{kind}"_s), route(u"GET"_s, u"/f/all.json"_s),
                      route(u"GET"_s, u"/f/{id}.json/parts"_s), route(u"GET"_s, u"/f/v{number}"_s)});
        const auto templateOf = [&catalogue](QStringView path) {
            const auto found = catalogue->match(u"", u"GET", path);
            return found ? found->route->pathTemplate : QString();
        };
        QCOMPARE(templateOf(u"/f/all.json"), u"/f/all.json"_s);
        QCOMPARE(templateOf(u"/f/1.json"), u"/f/{id}.json"_s);
        QCOMPARE(templateOf(u"/f/1.xml"), u"/f/{id}.{kind}"_s);
        QCOMPARE(templateOf(u"/f/v1"), u"/f/v{number}"_s);
        QCOMPARE(templateOf(u"/f/1"), u"/f/{id}"_s);
        QCOMPARE(templateOf(u"/f/.json"), u"/f/{id}"_s);                     // no parameter is empty
        QCOMPARE(templateOf(u"/f/all.json/parts"), u"/f/{id}.json/parts"_s); // with a step back
        QCOMPARE(templateOf(u"/f/1.xml/parts"), QString());
        const auto two = catalogue->match(u"", u"GET", u"/f/1.xml");
        using Parameters = std::vector<std::pair<QString, QString>>;
        QCOMPARE(two->parameters, (Parameters{{u"id"_s, u"1"_s}, {u"kind"_s, u"xml"_s}}));
        // "a.b.c" could be "a" and "b.c", or "a.b" and "c": the closer parameter as a whole takes it.
        QCOMPARE(templateOf(u"/f/a.b.c"), u"/f/{id}"_s);
        // In whatever order they are given.
        const auto turned = compiled({route(u"GET"_s, u"/{a}.{b}"_s), route(u"GET"_s, u"/{a}.json"_s)});
        QCOMPARE(turned->match(u"", u"GET", u"/1.json")->route->pathTemplate, u"/{a}.json"_s);
    }

    void aSlashAtTheEndIsAnotherPath()
    {
        const auto catalogue = compiled({route(u"GET"_s, u"/"_s), route(u"GET"_s, u"/a"_s),
                                         route(u"PUT"_s, u"/a/"_s), route(u"PUT"_s, u"/{x}/"_s)});
        QVERIFY(catalogue->match(u"", u"GET", u"/"));
        QVERIFY(catalogue->match(u"", u"GET", u"/a") && !catalogue->match(u"", u"PUT", u"/a"));
        QVERIFY(catalogue->match(u"", u"PUT", u"/a/") && !catalogue->match(u"", u"GET", u"/a/"));
        QCOMPARE(catalogue->match(u"", u"PUT", u"/b/")->parameters.front().second, u"b"_s);
        QVERIFY(!catalogue->match(u"", u"GET", u"//") && !catalogue->match(u"", u"PUT", u"/"));
    }

    void sameShapeTwiceIsRefused()
    {
        QString why;
        QVERIFY(!RouteCatalogue::compile(
            {Api{}}, {route(u"GET"_s, u"/a/{x}.{y}"_s), route(u"GET"_s, u"/a/{y}.{z}"_s)}, &why));
        QVERIFY(!RouteCatalogue::compile({Api{}},
                                         {route(u"GET"_s, u"/a/{x}"_s), route(u"GET"_s, u"/a/{y}"_s)}, &why));
    }

    void agreesWithTheSlowWay()
    {
        QVERIFY(rc::check("the tree and the plain comparison find the same route", [] {
            QList<Route> routes;
            QStringList shapes;
            const int count = *rc::gen::inRange(0, 12);
            for (int i = 0; i < count; ++i) {
                QString path;
                QString shape;
                const int depth = *rc::gen::inRange(1, 5);
                for (int d = 0; d < depth; ++d) {
                    const bool parameter = *rc::gen::arbitrary<bool>();
                    const QString segment =
                        parameter ? u"{p%1}"_s.arg(d) : QString(anySegment()).remove(u'{');
                    path += u'/' + (segment.isEmpty() ? u"z"_s : segment);
                    shape = path;
                }
                if (!shapes.contains(shape)) {
                    shapes.append(shape);
                    routes.append(route(u"GET"_s, path));
                }
            }
            const auto catalogue = compiled(routes);
            RC_ASSERT(catalogue != nullptr);
            QString path;
            const int depth = *rc::gen::inRange(1, 5);
            for (int d = 0; d < depth; ++d)
                path += u'/' + anySegment();
            const auto found = catalogue->match(u"", u"GET", path);
            RC_ASSERT((found ? found->route->id : QString()) == slowMatch(routes, u"GET"_s, path));
        }));
    }

    void theSamePathInTwoApisIsTwoRoutes()
    {
        const auto catalogue =
            compiled({of(u"api_a"_s, u"/v1/orders"_s), of(u"api_b"_s, u"/v1/orders"_s)},
                     {api(u"api_a"_s, u"a.example"_s, u"/v1"_s), api(u"api_b"_s, u"b.example"_s, u"/v1"_s)});
        QVERIFY(catalogue);
        const auto a = catalogue->match(u"a.example", u"GET", u"/v1/orders");
        const auto b = catalogue->match(u"b.example", u"GET", u"/v1/orders");
        QVERIFY(a && b);
        QCOMPARE(a->api->id, u"api_a"_s);
        QCOMPARE(b->api->id, u"api_b"_s);
        QVERIFY(a->route->id != b->route->id);
        QVERIFY(!catalogue->match(u"c.example", u"GET", u"/v1/orders"));
        QVERIFY(!catalogue->match(u"", u"GET", u"/v1/orders"));
    }

    /// A host that some API has is its own: what it does not have there is not looked for elsewhere.
    void aHostWithApisHasNoOthers()
    {
        const auto catalogue =
            compiled({of(u"api_a"_s, u"/v1/orders"_s), of(u"api_any"_s, u"/api/x"_s)},
                     {api(u"api_any"_s, {}, u"/api"_s), api(u"api_a"_s, u"a.example"_s, u"/v1"_s)});
        QVERIFY(catalogue);
        QVERIFY(catalogue->match(u"", u"GET", u"/api/x"));
        QVERIFY(catalogue->match(u"other.example", u"GET", u"/api/x"));
        QVERIFY(!catalogue->match(u"a.example", u"GET", u"/api/x"));
        QVERIFY(!catalogue->match(u"other.example", u"GET", u"/v1/orders"));
        for (const QString &host : {QString(), u"a.example"_s, u"other.example"_s}) {
            const auto probe = catalogue->match(host, u"GET", QString::fromUtf16(probePath));
            QVERIFY(probe && probe->api == nullptr);
        }
    }

    /// A path with more than one reading (empty here) may lie outside of every base path.
    void whichApiAPathBelongsTo()
    {
        const auto catalogue =
            compiled({}, {api(u"api_any"_s, {}, u"/api/v1"_s), api(u"api_a"_s, u"a.example"_s, u"/v1"_s),
                          api(u"api_b"_s, u"b.example"_s, QString())});
        QVERIFY(catalogue);
        const auto at = [&](const QString &host, const QString &path) {
            const Api *found = catalogue->apiAt(host, path);
            return found == nullptr ? QString() : found->id;
        };
        QCOMPARE(at({}, u"/api/v1/orders"_s), u"api_any"_s);
        QCOMPARE(at({}, u"/api/v1"_s), u"api_any"_s);
        for (const QString &outside : {QString(), u"/api/v2"_s, u"/api/v11"_s, u"/"_s})
            QCOMPARE(at({}, outside), QString());
        QCOMPARE(at(u"a.example"_s, u"/v1/orders"_s), u"api_a"_s);
        QCOMPARE(at(u"a.example"_s, {}), QString());
        QCOMPARE(at(u"b.example"_s, u"/orders"_s), u"api_b"_s);
        QCOMPARE(at(u"b.example"_s, {}), u"api_b"_s);
    }

    void apisThatCannotStandTogetherAreRefused_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("fits");
        QTest::newRow("the same") << u"/v1"_s << u"/v1"_s << false;
        QTest::newRow("below") << u"/v1"_s << u"/v1/orders"_s << false;
        QTest::newRow("above") << u"/v1/orders"_s << u"/v1"_s << false;
        QTest::newRow("the whole host") << QString() << u"/v1"_s << false;
        QTest::newRow("beside") << u"/v1"_s << u"/v2"_s << true;
        QTest::newRow("the same beginning") << u"/v1"_s << u"/v10"_s << true;
    }

    void apisThatCannotStandTogetherAreRefused()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, fits);
        QString why;
        const auto both = [&](const QString &hostOfOther) {
            return RouteCatalogue::compile(
                       {api(u"api_a"_s, u"h.example"_s, one), api(u"api_b"_s, hostOfOther, other)}, {},
                       &why) != nullptr;
        };
        QCOMPARE(both(u"h.example"_s), fits);
        QCOMPARE(why.isEmpty(), fits);
        QVERIFY(both(u"other.example"_s));
        QVERIFY(both({}));
    }

    void routesOfNoApiOrOutsideOfItAreRefused()
    {
        QString why;
        const QList<Api> apis{api(u"api_a"_s, {}, u"/v1"_s)};
        QVERIFY(!RouteCatalogue::compile(apis, {of(u"api_b"_s, u"/v1/x"_s)}, &why));
        QVERIFY(!RouteCatalogue::compile(apis, {of(u"api_a"_s, u"/v2/x"_s)}, &why));
        QVERIFY(!RouteCatalogue::compile(apis, {of(u"api_a"_s, u"/v10"_s)}, &why));
        QVERIFY(RouteCatalogue::compile(apis, {of(u"api_a"_s, u"/v1"_s), of(u"api_a"_s, u"/v1/x"_s)}, &why));
        const QList<Api> platforms{api(u"api_a"_s, {}, u"/api/v1"_s)};
        QVERIFY(!RouteCatalogue::compile(platforms, {of(u"api_a"_s, QString::fromUtf16(probePath))}, &why));
        QVERIFY2(why.contains(u"revocations"_s), qPrintable(why));
    }
};

QTEST_APPLESS_MAIN(TestRouteCatalogue)
#include "tst_route_catalogue.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/core/decision/decision_fixture.h"

#include <QTest>

using namespace testing;

namespace {

using Told = BodyFacts::Told;
using R = DecisionReason;

Route routeOf(int limit, const QStringList &types = {})
{
    Route route;
    route.bodyLimit = limit;
    route.contentTypes = types;
    return route;
}

BodyFacts body(const std::optional<QByteArray> &length, const QByteArray &type = {})
{
    BodyFacts facts;
    readLength(facts, length);
    facts.type = type;
    return facts;
}

} // namespace

class TestBodyFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLengthIsDigitsOnly()
    {
        QCOMPARE(body({}).told, Told::Nothing);
        QCOMPARE(body("0").told, Told::Length);
        QCOMPARE(body("65536").length, 65536);
        QCOMPARE(body("999999999999999").length, qint64(999'999'999'999'999));
        for (const char *text :
             {"", "-", "-1", "+1", "1 ", " 1", "0x1", "1,1", "1e3", "unknown", "1000000000000000"})
            QCOMPARE(body(text).told, Told::NoLength);
        QCOMPARE(body("-1").length, 0);
        QCOMPARE(body("held").told, Told::Held);
        QCOMPARE(body("Held").told, Told::NoLength);
    }

    void lengthsAreBounded()
    {
        const Route route = routeOf(1000);
        QCOMPARE(judgeBody(body("1000"), route, "POST"), R::Allowed);
        QCOMPARE(judgeBody(body("1001"), route, "POST"), R::BodyTooLarge);
        QCOMPARE(judgeBody(body("1001"), route, "GET"), R::BodyTooLarge);
        QCOMPARE(judgeBody(body("1"), routeOf(0), "POST"), R::BodyTooLarge);
        QCOMPARE(judgeBody(body("0"), routeOf(0), "POST"), R::Allowed);
        QCOMPARE(judgeBody(body({}), route, "POST"), R::Allowed); // nobody told
    }

    /// What every gateway bounds by itself needs no length; what the route bounds closer does.
    void aBodyWithoutALengthIsBoundedByTheGatewayOnly()
    {
        for (const char *method : {"POST", "PUT", "PATCH"}) {
            QCOMPARE(judgeBody(body("-"), routeOf(gatewayBodyLimit - 1), method), R::LengthRequired);
            QCOMPARE(judgeBody(body("-"), routeOf(gatewayBodyLimit), method), R::Allowed);
        }
        for (const char *method : {"GET", "HEAD", "DELETE", "OPTIONS", "post"})
            QCOMPARE(judgeBody(body(""), routeOf(10), method), R::Allowed);
    }

    /// As the gateway holds a body back, a call that speaks of none needs no length.
    void aCallThatSpeaksOfNoBodyHasNone()
    {
        const Route bounded = routeOf(gatewayBodyLimit - 1);
        const Route typed = routeOf(gatewayBodyLimit, {u"application/json"_s});
        const Route open = routeOf(gatewayBodyLimit);
        for (const Route &route : {bounded, typed}) {
            QVERIFY(isWithoutBody(body("held"), route, "POST"));
            QCOMPARE(judgeBody(body("held"), route, "POST"), R::Allowed);
            QVERIFY(!isWithoutBody(body("-"), route, "POST"));
            QVERIFY(!isWithoutBody(body("0"), route, "POST"));
            QVERIFY(!isWithoutBody(body({}), route, "POST"));
            QVERIFY(!isWithoutBody(body("held"), route, "GET"));
            QVERIFY(!isWithoutBody(body("held", "text/plain"), route, "POST"));
        }
        QVERIFY(
            !isWithoutBody(body("held"), open, "POST")); // there is nothing that the gateway does not bound
        QCOMPARE(judgeBody(body("held"), open, "POST"), R::Allowed);
        QCOMPARE(judgeBody(body("held", "application/json"), bounded, "POST"), R::LengthRequired);
        QCOMPARE(judgeBody(body("held", "text/plain"), typed, "POST"), R::ContentTypeNotAllowed);
        BodyFacts two = body("held");
        two.hasOneType = false;
        QCOMPARE(judgeBody(two, bounded, "POST"), R::LengthRequired);
    }

    void typesAreCompared()
    {
        const Route json =
            routeOf(1000, {u"application/json"_s, u"Application/Merge-Patch+JSON; charset=utf-8"_s});
        for (const char *type : {"application/json", "APPLICATION/JSON", "application/json; charset=utf-8",
                                 " application/json ;x", "application/merge-patch+json"})
            QCOMPARE(judgeBody(body("5", type), json, "POST"), R::Allowed);
        for (const char *type : {"", "text/plain", "application/jsonp", "application", "application/*",
                                 "json", "application/json,text/plain"})
            QCOMPARE(judgeBody(body("5", type), json, "POST"), R::ContentTypeNotAllowed);
        // Without a body its type is nobody's business; with one of an unknown length it is.
        QCOMPARE(judgeBody(body("0", "text/plain"), json, "POST"), R::Allowed);
        QCOMPARE(judgeBody(body("-", "text/plain"), json, "GET"), R::Allowed);
        QCOMPARE(judgeBody(body("-", "text/plain"), routeOf(gatewayBodyLimit, json.contentTypes), "POST"),
                 R::ContentTypeNotAllowed);
        QCOMPARE(judgeBody(body({}), json, "POST"), R::Allowed);
        QCOMPARE(judgeBody(body({}, "text/plain"), json, "POST"), R::ContentTypeNotAllowed);
        BodyFacts two = body("5", "application/json");
        two.hasOneType = false;
        QCOMPARE(judgeBody(two, json, "POST"), R::ContentTypeNotAllowed);
        QCOMPARE(judgeBody(two, routeOf(1000), "POST"), R::Allowed);
        QCOMPARE(judgeBody(body("5", "image/png"), routeOf(9, {u"image/*"_s}), "POST"), R::Allowed);
        QCOMPARE(judgeBody(body("5", "images/png"), routeOf(9, {u"image/*"_s}), "POST"),
                 R::ContentTypeNotAllowed);
        QCOMPARE(judgeBody(body("5", "x/y"), routeOf(9, {u"*/*"_s}), "POST"), R::Allowed);
        QCOMPARE(judgeBody(body("5"), routeOf(9, {u"*/*"_s}), "POST"), R::ContentTypeNotAllowed);
    }

    /// The last thing before the limits, so that nobody learns what a route takes who may not call it, and
    /// nothing is counted.
    void itIsDecidedLast()
    {
        Fixture fixture;
        CredentialRule rule = fixture.credential(1);
        rule.scopes = {u"orders:write"_s};
        fixture.add(rule);
        DecisionRequest call = Fixture::call(Fixture::key(1), "/api/v1/orders", "POST"); // takes 64 KiB
        call.body = body("65537");
        const Decision large = fixture.decide(call);
        QCOMPARE(large.reason, R::BodyTooLarge);
        QCOMPARE(large.status(), 413);
        QVERIFY(!large.limits);
        call.body = body("-");
        QCOMPARE(fixture.decide(call).status(), 411);
        QVERIFY(!fixture.decide(call).withoutBody);
        call.body = body("held");
        QCOMPARE(fixture.decide(call).reason, R::Allowed);
        QVERIFY(fixture.decide(call).withoutBody);
        call.body = body("65536");
        QCOMPARE(fixture.decide(call).reason, R::Allowed);
        call.body = body("65537");
        rule.scopes = {u"orders:read"_s};
        fixture.add(rule);
        QCOMPARE(fixture.decide(call).reason, R::MissingScope);
    }

    void aProbeIsBoundedToo()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        TokenClaims claims = Fixture::claims(1);
        claims.probe = true;
        claims.scopes = {u"probe"_s};
        DecisionRequest call = Fixture::call(presented::Token{claims}, "/api/v1/probe");
        QCOMPARE(fixture.decide(call).reason, R::Allowed);
        call.body = body(QByteArray::number(gatewayBodyLimit + 1));
        QCOMPARE(fixture.decide(call).reason, R::BodyTooLarge);
    }
};

QTEST_APPLESS_MAIN(TestBodyFacts)
#include "tst_body_facts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Which API a token is for (RFC 8707), and that it is for no other.
#include "tests/platform/oauth/oauth_fixture.h"

#include "platform/core/catalogue/route_catalogue.h"
#include "platform/oauth/token_target.h"

#include <QTest>

using namespace testing;

namespace {

Api api(const QString &id, const QString &basePath, const QString &audience)
{
    Api value;
    value.id = id;
    value.name = id;
    value.basePath = basePath;
    value.audience = audience;
    return value;
}

Scope scope(const QString &name, const QString &apiId)
{
    Scope value;
    value.name = name;
    value.apiId = apiId;
    return value;
}

Route route(const QString &apiId, const QString &path, const QString &scope)
{
    Route value;
    value.id = u"rte_"_s + apiId;
    value.apiId = apiId;
    value.method = u"GET"_s;
    value.pathTemplate = path;
    value.scope = scope;
    return value;
}

/// Two APIs: the platform's own, which came first, and a shop.
Policy twoApis(const Policy &policy)
{
    QString why;
    const auto catalogue = RouteCatalogue::compile(
        {api(u"api_own"_s, u"/own"_s, {}), api(u"api_shop"_s, u"/shop"_s, u"https://shop.example"_s)},
        {route(u"api_own"_s, u"/own/a"_s, u"orders:read"_s),
         route(u"api_shop"_s, u"/shop/a"_s, u"shop:read"_s)},
        &why);
    Q_ASSERT(catalogue);
    return policy.withCatalogue(catalogue).withScopes(
        {scope(u"orders:read"_s, u"api_own"_s), scope(u"orders:write"_s, u"api_own"_s),
         scope(u"shop:read"_s, u"api_shop"_s), scope(u"shop:write"_s, u"api_shop"_s)});
}

const QString own = u"https://platform.example/api"_s;
const QString shop = u"https://shop.example"_s;

} // namespace

class TestTokenTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsForOneApi_data()
    {
        QTest::addColumn<QStringList>("held");
        QTest::addColumn<QString>("wanted"); // "-": left out
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("result"); // audience and scopes, or what is wrong
        const QStringList both{u"orders:read"_s, u"shop:read"_s, u"orders:write"_s};
        const QString none = u"-"_s;
        const auto row = [](const char *what, const QStringList &held, const QString &wanted,
                            const QString &resource, const QString &result) {
            QTest::newRow(what) << held << wanted << resource << result;
        };
        row("one API, nothing asked", {u"shop:read"_s}, none, none, u"https://shop.example shop:read"_s);
        row("two APIs: that which was there first", both, none, none, u" orders:read orders:write"_s);
        row("by its scopes", both, u"shop:read"_s, none, u"https://shop.example shop:read"_s);
        row("by its resource", both, none, shop, u"https://shop.example shop:read"_s);
        row("the platform's own by its resource", both, none, own, u" orders:read orders:write"_s);
        row("both", both, u"orders:read"_s, own, u" orders:read"_s);
        row("scopes of two", both, u"orders:read shop:read"_s, none, u"resource"_s);
        row("scopes of another than the resource", both, u"orders:read"_s, shop, u"scope"_s);
        row("scopes of two, one resource", both, u"orders:read shop:read"_s, shop, u"scope"_s);
        row("a resource that is none", both, none, u"https://other.example"_s, u"resource"_s);
        row("nothing held of the resource", {u"orders:read"_s}, none, shop, u"scope"_s);
        row("a scope that is not held", both, u"shop:write"_s, none, u"scope"_s);
        row("a scope that no API has", {u"old:read"_s}, none, none, u"scope"_s);
        row("nothing held", {}, none, none, u"scope"_s);
    }

    void aTokenIsForOneApi()
    {
        QFETCH(QStringList, held);
        QFETCH(QString, wanted);
        QFETCH(QString, resource);
        QFETCH(QString, result);
        TokenWish wish;
        if (wanted != u"-"_s)
            wish.scopes = wanted.split(u' ');
        if (resource != u"-"_s)
            wish.resource = resource;
        const auto target = targetOf(twoApis(Policy()), held, wish, own);
        const QString got = target ? target->audience + u' ' + target->scopes.join(u' ')
                            : target.error() == NoTarget::Scope ? u"scope"_s
                                                                : u"resource"_s;
        QCOMPARE(got, result);
    }

    void aTokenForOneIsRefusedAtAnother()
    {
        Platform platform;
        platform.holder->publish([](const Policy &policy) { return twoApis(policy); });
        PartnerRule partner = Fixture::partner();
        CredentialRule credential = platform.fixture.credential(1, CredentialKind::ClientSecret);
        partner.scopes = credential.scopes = {u"orders:read"_s, u"shop:read"_s};
        platform.set(partner);
        platform.set(credential);
        const auto decide = [&platform](const QByteArray &token, const QByteArray &path) {
            CallFacts call;
            call.question.gateway = GatewayIdentity{u"edge"_s};
            call.question.presented = platform.tokens->read(token);
            call.question.method = "GET";
            call.question.rawPath = path;
            return platform.authorizer->authorize(std::move(call)).decision;
        };
        const auto token = [&platform](const QByteArray &more) {
            return Platform::json(platform.send(Platform::basic("/oauth2/token", 1,
                                                                "grant_type=client_credentials" + more)))
                .value("access_token"_L1)
                .toString()
                .toLatin1();
        };
        const QByteArray forOwn = token("&resource=https%3A%2F%2Fplatform.example%2Fapi");
        for (const char *two :
             {"&resource=https%3A%2F%2Fshop.example&resource=urn%3Ax", "&resource=a&%72esource=a"}) {
            const HttpResponse answer = platform.send(
                Platform::basic("/oauth2/token", 1, "grant_type=client_credentials" + QByteArray(two)));
            QCOMPARE(answer.status, 400);
            QCOMPARE(Platform::json(answer).value("error"_L1).toString(), u"invalid_target"_s); // RFC 8707
        }
        const QByteArray forShop = token("&resource=https%3A%2F%2Fshop.example");
        QVERIFY(decide(forOwn, "/own/a").allowed);
        QVERIFY(decide(forShop, "/shop/a").allowed);
        QCOMPARE(decide(forOwn, "/shop/a").reason, DecisionReason::WrongAudience);
        QCOMPARE(decide(forShop, "/own/a").reason, DecisionReason::WrongAudience);
        QCOMPARE(decide(forShop, "/own/a").status(), 401);
        // Who is told of the caller's scopes hears of those of its own API.
        QCOMPARE(decide(forShop, "/shop/a").scopes, QStringList{u"shop:read"_s});
        const QJsonObject wrong = Platform::json(platform.send(
            Platform::basic("/oauth2/token", 1, "grant_type=client_credentials&resource=urn%3Ax")));
        QCOMPARE(wrong.value("error"_L1).toString(), u"invalid_target"_s);
    }

    /// A key is for whatever its scopes are for.
    void aKeyHasNoAudience()
    {
        Fixture fixture;
        fixture.policy = twoApis(fixture.policy);
        PartnerRule partner = Fixture::partner();
        CredentialRule credential = fixture.credential(2, CredentialKind::ApiKey);
        partner.scopes = credential.scopes = {u"orders:read"_s, u"shop:read"_s};
        fixture.policy = fixture.policy.withPartner(partner).withCredential(credential);
        DecisionRequest request;
        request.gateway = GatewayIdentity{u"edge"_s};
        request.presented = presented::Assumed{credential.id16, 1, credential.scopes};
        request.method = "GET";
        for (const char *path : {"/own/a", "/shop/a"}) {
            request.rawPath = path;
            const Decision decision = evaluate(fixture.policy, fixture.peppers, request, noon()).decision;
            QVERIFY(decision.allowed);
            QCOMPARE(decision.scopes.size(), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestTokenTarget)
#include "tst_token_target.moc"

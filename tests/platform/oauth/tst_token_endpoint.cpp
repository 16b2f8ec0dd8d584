// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/oauth/oauth_fixture.h"

#include <QTest>

using namespace testing;

namespace {

QString error(const HttpResponse &response)
{
    return Platform::json(response).value("error"_L1).toString();
}

QByteArray percentEncoded(const QByteArray &bytes)
{
    return "%" + bytes.toHex('%');
}

} // namespace

class TestTokenEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void basicAndPost()
    {
        Platform platform;
        const HttpResponse basic =
            platform.send(Platform::basic("/oauth2/token", 1, "grant_type=client_credentials"));
        QCOMPARE(basic.status, 200);
        QCOMPARE(basic.headers.value("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(basic.headers.value("Pragma"), QByteArray("no-cache"));
        const QJsonObject body = Platform::json(basic);
        QCOMPARE(body.value("token_type"_L1).toString(), u"Bearer"_s);
        QCOMPARE(body.value("expires_in"_L1).toInt(), 600);
        QCOMPARE(body.value("scope"_L1).toString(), u"orders:read accounts:read"_s);
        const HttpResponse post = platform.send(Platform::form(
            "/oauth2/token", "grant_type=client_credentials&client_id=" + Platform::clientId(1) +
                                 "&client_secret=" + Platform::text(1)));
        QCOMPARE(post.status, 200);
    }

    void basicIsFormDecoded()
    {
        Platform platform;
        HttpRequest request = Platform::form("/oauth2/token", "grant_type=client_credentials");
        const QByteArray pair =
            percentEncoded(Platform::clientId(1)) + ':' + percentEncoded(Platform::text(1));
        request.headers.add("Authorization", "bAsIc " + pair.toBase64());
        QCOMPARE(platform.send(request).status, 200);
    }

    void oneMethodOnly()
    {
        Platform platform;
        const QByteArray grant = "grant_type=client_credentials";
        QCOMPARE(
            platform.send(Platform::basic("/oauth2/token", 1, grant + "&client_id=" + Platform::clientId(1)))
                .status,
            200);
        QCOMPARE(error(platform.send(
                     Platform::basic("/oauth2/token", 1, grant + "&client_id=" + Platform::clientId(2)))),
                 u"invalid_request"_s);
        QCOMPARE(error(platform.send(Platform::basic("/oauth2/token", 1,
                                                     grant + "&client_id=" + Platform::clientId(1) +
                                                         "&client_secret=" + Platform::text(1)))),
                 u"invalid_request"_s);
        HttpRequest twice = Platform::basic("/oauth2/token", 1, grant);
        twice.headers.add("Authorization", twice.headers.value("Authorization"));
        QCOMPARE(error(platform.send(twice)), u"invalid_request"_s);
    }

    // Unknown, wrong, of another kind, in another state: one and the same answer, to the byte.
    void failedClientsAllLookTheSame()
    {
        Platform platform;
        CredentialRule suspended = platform.fixture.credential(4, CredentialKind::ClientSecret);
        suspended.state = CredentialState::Suspended;
        platform.set(suspended);
        CredentialRule expired = platform.fixture.credential(5, CredentialKind::ClientSecret);
        expired.expiresAt = noon();
        platform.set(expired);
        platform.set(platform.fixture.credential(6, CredentialKind::Unknown));
        const QByteArray grant = "grant_type=client_credentials";
        const QByteArray post = grant + "&client_id=" + Platform::clientId(1) + "&client_secret=";
        QByteArray broken = Platform::text(1);
        broken.back() = broken.back() == 'a' ? 'b' : 'a';
        HttpRequest notBase64 = Platform::form("/oauth2/token", grant);
        notBase64.headers.add("Authorization", "Basic ???");
        HttpRequest bearer = Platform::form("/oauth2/token", grant);
        bearer.headers.add("Authorization", "Bearer x");
        const std::vector<HttpRequest> failing{
            Platform::form("/oauth2/token", grant),
            Platform::form("/oauth2/token", grant + "&client_id=" + Platform::clientId(1)),
            Platform::basic("/oauth2/token", 9, grant),
            Platform::basic("/oauth2/token", 1, grant, 2),
            Platform::basic("/oauth2/token", 2, grant),
            Platform::basic("/oauth2/token", 3, grant), // its text says prd, it lives in sbx
            Platform::basic("/oauth2/token", 4, grant),
            Platform::basic("/oauth2/token", 5, grant),
            Platform::basic("/oauth2/token", 6, grant), // of a kind that only a newer release knows
            Platform::form("/oauth2/token", post + "wrong"),
            Platform::form("/oauth2/token", post + broken),
            Platform::form("/oauth2/token", post + Platform::text(2)),
            Platform::form("/oauth2/token", post + Platform::text(1, 1, CredentialTextType::ApiKey)),
            notBase64,
            bearer,
        };
        const HttpResponse first = platform.send(failing.front());
        QCOMPARE(first.status, 401);
        QCOMPARE(error(first), u"invalid_client"_s);
        QVERIFY(first.headers.value("WWW-Authenticate").startsWith("Basic "));
        for (const HttpRequest &request : failing) {
            const HttpResponse response = platform.send(request);
            QCOMPARE(response.status, first.status);
            QCOMPARE(response.body, first.body);
            QCOMPARE(response.headers.all(), first.headers.all());
        }
    }

    void requestsToTheLetter_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no grant_type") << QByteArray("scope=orders:read") << u"invalid_request"_s;
        QTest::newRow("empty grant_type is absent") << QByteArray("grant_type=") << u"invalid_request"_s;
        QTest::newRow("password") << QByteArray("grant_type=password&username=a&password=b")
                                  << u"unsupported_grant_type"_s;
        QTest::newRow("refresh_token")
            << QByteArray("grant_type=refresh_token") << u"unsupported_grant_type"_s;
        QTest::newRow("grant_type twice")
            << QByteArray("grant_type=client_credentials&grant_type=client_credentials")
            << u"invalid_request"_s;
        QTest::newRow("unknown parameter twice")
            << QByteArray("grant_type=client_credentials&x=1&x=2") << u"invalid_request"_s;
        QTest::newRow("bad escape") << QByteArray("grant_type=client_credentials&x=%G1")
                                    << u"invalid_request"_s;
        QTest::newRow("cut escape") << QByteArray("grant_type=client_credentials&x=%4")
                                    << u"invalid_request"_s;
        QTest::newRow("unknown parameter")
            << QByteArray("grant_type=client_credentials&audience=x") << QString();
        QTest::newRow("empty scope is omitted")
            << QByteArray("grant_type=client_credentials&scope=") << QString();
        QTest::newRow("granted scope")
            << QByteArray("grant_type=client_credentials&scope=orders%3Aread+accounts:read") << QString();
        QTest::newRow("partly granted")
            << QByteArray("grant_type=client_credentials&scope=orders:read+orders:write")
            << u"invalid_scope"_s;
        QTest::newRow("unknown scope")
            << QByteArray("grant_type=client_credentials&scope=admin") << u"invalid_scope"_s;
        QTest::newRow("probe") << QByteArray("grant_type=client_credentials&scope=probe")
                               << u"invalid_scope"_s;
        QTest::newRow("malformed scope")
            << QByteArray("grant_type=client_credentials&scope=orders:read++accounts:read")
            << u"invalid_scope"_s;
        QTest::newRow("scope with a quote")
            << QByteArray("grant_type=client_credentials&scope=%22") << u"invalid_scope"_s;
    }

    void requestsToTheLetter()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        Platform platform;
        const HttpResponse response = platform.send(Platform::basic("/oauth2/token", 1, body));
        QCOMPARE(response.status, expected.isEmpty() ? 200 : 400);
        QCOMPARE(error(response), expected);
        QCOMPARE(response.headers.value("Cache-Control"), QByteArray("no-store"));
    }

    void contentTypeAndQuery()
    {
        Platform platform;
        HttpRequest json = Platform::basic("/oauth2/token", 1, "{}");
        json.headers.set("Content-Type", "application/json");
        QCOMPARE(error(platform.send(json)), u"invalid_request"_s);
        HttpRequest charset = Platform::basic("/oauth2/token", 1, "grant_type=client_credentials");
        charset.headers.set("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        QCOMPARE(platform.send(charset).status, 200);
        QCOMPARE(error(platform.send(Platform::basic("/oauth2/token?grant_type=client_credentials", 1, ""))),
                 u"invalid_request"_s);
    }

    void grantNarrowsTheToken()
    {
        Platform platform;
        PartnerRule partner = Fixture::partner();
        partner.scopes = {u"accounts:read"_s};
        platform.set(partner);
        const HttpResponse response =
            platform.send(Platform::basic("/oauth2/token", 1, "grant_type=client_credentials"));
        QCOMPARE(Platform::json(response).value("scope"_L1).toString(), u"accounts:read"_s);
        partner.scopes.clear();
        platform.set(partner);
        QCOMPARE(error(platform.send(Platform::basic("/oauth2/token", 1, "grant_type=client_credentials"))),
                 u"invalid_scope"_s);
        partner.status = PartnerStatus::Frozen;
        platform.set(partner);
        QCOMPARE(error(platform.send(Platform::basic("/oauth2/token", 1, "grant_type=client_credentials"))),
                 u"unauthorized_client"_s);
    }

    void lifeEndsWithCredentialAndGrace()
    {
        Platform platform;
        CredentialRule rule = platform.fixture.credential(1, CredentialKind::ClientSecret);
        rule.expiresAt = noon() + 100s;
        rule.generations[0].state = GenerationState::Grace;
        rule.generations[0].graceUntil = noon() + 50s;
        rule.generations.push_back(platform.fixture.generation(rule, 1, 2));
        platform.set(rule);
        const auto life = [&](int generation) {
            return Platform::json(platform.send(Platform::basic("/oauth2/token", 1,
                                                                "grant_type=client_credentials", generation)))
                .value("expires_in"_L1)
                .toInt();
        };
        QCOMPARE(life(1), 50);
        QCOMPARE(life(2), 100);
        QCOMPARE(platform.live.count(id16(1), 1, noon()), 1);
        QCOMPARE(platform.live.count(id16(1), noon()), 2);
    }

    void guessingIsSlowedFromThatSourceOnly()
    {
        Platform platform;
        for (int i = 0; i < FailureLimiter::allowedFailures; ++i)
            QCOMPARE(
                platform.send(Platform::basic("/oauth2/token", 1, "grant_type=client_credentials", 7)).status,
                401);
        const HttpResponse blocked =
            platform.send(Platform::basic("/oauth2/token", 1, "grant_type=client_credentials"));
        QCOMPARE(blocked.status, 401);
        QVERIFY(blocked.headers.value("Retry-After").toInt() > 0);
        HttpRequest elsewhere = Platform::basic("/oauth2/token", 1, "grant_type=client_credentials");
        elsewhere.peerAddress = "192.0.2.8";
        QCOMPARE(platform.send(elsewhere).status, 200);
    }

    void introspectionShowsOwnTokensOnly()
    {
        Platform platform;
        const QByteArray token = platform.token(1);
        platform.set(platform.fixture.credential(6, CredentialKind::ClientSecret));
        const auto ask = [&](int client, const QByteArray &what) {
            return Platform::json(
                platform.send(Platform::basic("/oauth2/introspect", client, "token=" + what)));
        };
        const QJsonObject own = ask(1, token);
        QCOMPARE(own.value("active"_L1).toBool(), true);
        QCOMPARE(own.value("partner_id"_L1).toString(), u"prt_1"_s);
        QCOMPARE(own.value("client_id"_L1).toString().toLatin1(), Platform::clientId(1));
        const QJsonObject inactive{{u"active"_s, false}};
        QCOMPARE(ask(6, token), inactive);
        QCOMPARE(ask(1, "nonsense"), inactive);
        QCOMPARE(ask(1, token + "x"), inactive);
        QCOMPARE(error(platform.send(Platform::basic("/oauth2/introspect", 1, ""))), u"invalid_request"_s);
        QCOMPARE(platform.send(Platform::form("/oauth2/introspect", "token=" + token)).status, 401);
        PartnerRule partner = Fixture::partner();
        partner.scopes = {u"accounts:read"_s};
        platform.set(partner);
        QCOMPARE(ask(1, token).value("scope"_L1).toString(), u"accounts:read"_s);
        platform.clock.advance(601s);
        QCOMPARE(ask(1, token), inactive);
    }

    void revocationEndsATokenAtOnce()
    {
        Platform platform;
        const QByteArray token = platform.token(1);
        const HttpHeaders bearer{{"Authorization", "Bearer " + token}};
        QCOMPARE(platform.send(Platform::get("/api/v1/orders", bearer)).status, 200);
        QCOMPARE(platform
                     .send(Platform::basic("/oauth2/revoke", 1,
                                           "token=" + token + "&token_type_hint=refresh_token"))
                     .status,
                 200);
        QCOMPARE(platform.send(Platform::get("/api/v1/orders", bearer)).status, 401);
        QCOMPARE(platform.denials->asked.size(), std::size_t(1));
        QCOMPARE(platform.live.count(id16(1), noon()), 0);
        QCOMPARE(platform.send(Platform::basic("/oauth2/revoke", 1, "token=" + token)).status,
                 200); // again: nothing to do
        QCOMPARE(platform.denials->asked.size(), std::size_t(1));
        QCOMPARE(platform.send(Platform::basic("/oauth2/revoke", 1, "token=garbage")).status, 200);
    }

    void revocationOfOthersTokensIsRefused()
    {
        Platform platform;
        platform.set(platform.fixture.credential(6, CredentialKind::ClientSecret));
        const QByteArray token = platform.token(1);
        QCOMPARE(error(platform.send(Platform::basic("/oauth2/revoke", 6, "token=" + token))),
                 u"unauthorized_client"_s);
        QVERIFY(platform.denials->asked.empty());
        QCOMPARE(
            platform.send(Platform::get("/api/v1/orders", {{"Authorization", "Bearer " + token}})).status,
            200);
    }

    void denialThatCannotLastSaysSo()
    {
        Platform platform;
        platform.denials->durable = false;
        const QByteArray token = platform.token(1);
        const HttpResponse response = platform.send(Platform::basic("/oauth2/revoke", 1, "token=" + token));
        QCOMPARE(response.status, 503);
        QVERIFY(response.headers.contains("Retry-After"));
        QCOMPARE(
            platform.send(Platform::get("/api/v1/orders", {{"Authorization", "Bearer " + token}})).status,
            401);
    }

    void metadataNamesEverything()
    {
        Platform platform;
        const QJsonObject body =
            Platform::json(platform.send(Platform::get("/.well-known/oauth-authorization-server")));
        QCOMPARE(body.value("issuer"_L1).toString(), u"https://platform.example"_s);
        QCOMPARE(body.value("token_endpoint"_L1).toString(), u"https://platform.example/oauth2/token"_s);
        QVERIFY(body.contains("response_types_supported"_L1)); // required by RFC 8414, though empty here
    }
};

QTEST_APPLESS_MAIN(TestTokenEndpoint)
#include "tst_token_endpoint.moc"

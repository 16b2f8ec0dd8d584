// SPDX-License-Identifier: GPL-3.0-or-later
// What the endpoints of the authorization server take, tell and hand on, to the letter.
#include "tests/platform/oauth/oauth_fixture.h"

#include "platform/core/decision/leak_watch.h"

#include <QJsonArray>
#include <QTest>

using namespace testing;

namespace {

const QByteArray grant = "grant_type=client_credentials";

QString error(const HttpResponse &response)
{
    return Platform::json(response).value("error"_L1).toString();
}

QByteArray everyByteEscaped(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QByteArray() : "%" + bytes.toHex('%');
}

HttpRequest withAuthorization(const QByteArray &value, const QByteArray &body = grant)
{
    HttpRequest request = Platform::form("/oauth2/token", body);
    request.headers.add("Authorization", value);
    return request;
}

} // namespace

class TestOAuthService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientsAuthenticateInOneWay_data();
    void clientsAuthenticateInOneWay();
    void wrongFormatsCountAsFailures();
    void aSuccessForgivesFailures();
    void scopesAreWrittenInAFewCharacters();
    void scopesAreNamedOnce();
    void onlyPlainFormsAreRead_data();
    void onlyPlainFormsAreRead();
    void whoGetsTokens_data();
    void whoGetsTokens();
    void tokensAreGivenToListedNetworks();
    void aGatewaySaysWhereAClientIs();
    void nobodyIsServedWithoutDecisions();
    void livesAreWholeSeconds();
    void introspectionTellsEverything();
    void introspectionTellsOfLivingTokensOnly();
    void revocationIsHandedOnWhole();
    void revocationIsRepeatedUntilItLasts();
    void documentsMayBeKeptAWhile();
    void endpointsHaveTheirBounds();
    void leaksInFormsAreSeen();
};

void TestOAuthService::clientsAuthenticateInOneWay_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("more"); // of the body
    QTest::addColumn<int>("status");
    const QByteArray id = Platform::clientId(1);
    const QByteArray secret = Platform::text(1);
    const auto basic = [](const QByteArray &pair) { return QByteArray("Basic " + pair.toBase64()); };
    const auto row = [](const char *name, const QByteArray &authorization, int status,
                        const QByteArray &more = {}) {
        QTest::newRow(name) << authorization << more << status;
    };
    row("as it should be", basic(id + ':' + secret), 200);
    row("in small letters", "basic " + QByteArray(id + ':' + secret).toBase64(), 200);
    row("two spaces", "Basic  " + QByteArray(id + ':' + secret).toBase64(), 200);
    row("no space", "Basic" + QByteArray(id + ':' + secret).toBase64(), 401);
    row("the scheme alone", "Basic", 401);
    row("the scheme and a space", "Basic ", 401);
    row("no scheme", ' ' + QByteArray(id + ':' + secret).toBase64(), 401);
    row("another scheme", "Bearer " + QByteArray(id + ':' + secret).toBase64(), 401);
    row("a scheme that begins alike", "Basics " + QByteArray(id + ':' + secret).toBase64(), 401);
    row("no colon", basic(id + secret), 401);
    row("no id", basic(':' + secret), 401);
    row("no secret", basic(id + ':'), 401);
    row("both escaped", basic(everyByteEscaped(id) + ':' + everyByteEscaped(secret)), 200);
    row("the id badly escaped", basic(id + "%4:" + secret), 401);
    row("the secret badly escaped", basic(id + ':' + secret + "%4"), 401);
    row("the body names the same client", basic(id + ':' + secret), 200, "&client_id=" + id);
    row("the body names another client", basic(id + ':' + secret), 400,
        "&client_id=" + Platform::clientId(2));
    row("the body brings a secret too", basic(id + ':' + secret), 400, "&client_secret=" + secret);
    row("the body brings both too", basic(id + ':' + secret), 400,
        "&client_id=" + id + "&client_secret=" + secret);
    row("the body alone", {}, 200, "&client_id=" + id + "&client_secret=" + secret);
    row("the body's id alone", {}, 401, "&client_id=" + id);
    row("the body's secret alone", {}, 401, "&client_secret=" + secret);
    row("nothing", {}, 401);
    row("another client's secret", basic(Platform::clientId(3) + ':' + secret), 401);
    row("an id without its prefix", basic(id.mid(4) + ':' + secret), 401);
}

void TestOAuthService::clientsAuthenticateInOneWay()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, more);
    QFETCH(int, status);
    Platform platform;
    const HttpRequest request = authorization.isEmpty() ? Platform::form("/oauth2/token", grant + more)
                                                        : withAuthorization(authorization, grant + more);
    const HttpResponse response = platform.send(request);
    QCOMPARE(response.status, status);
    if (status != 200)
        QCOMPARE(error(response), status == 401 ? u"invalid_client"_s : u"invalid_request"_s);
}

void TestOAuthService::wrongFormatsCountAsFailures()
{
    Platform platform;
    const QByteArray id = Platform::clientId(1);
    const auto send = [&](const QByteArray &secret) {
        return platform.send(withAuthorization("Basic " + QByteArray(id + ':' + secret).toBase64()));
    };
    for (int i = 0; i < FailureLimiter::allowedFailures - 1; ++i)
        QVERIFY(!send("no secret of ours").headers.contains("Retry-After"));
    QVERIFY(!send(Platform::text(1, 9)).headers.contains("Retry-After")); // ours in form, and wrong
    const HttpResponse blocked = send(Platform::text(1));
    QCOMPARE(blocked.status, 401);
    QCOMPARE(blocked.headers.value("Retry-After"), QByteArray("60"));
    platform.clock.advance(30s);
    QCOMPARE(send("no secret of ours").headers.value("Retry-After"), QByteArray("30"));
    QCOMPARE(send(Platform::text(1, 9)).headers.value("Retry-After"), QByteArray("30"));
    platform.clock.advance(30s);
    QCOMPARE(send(Platform::text(1)).status, 200);
}

void TestOAuthService::aSuccessForgivesFailures()
{
    Platform platform;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < FailureLimiter::allowedFailures - 1; ++i)
            QCOMPARE(platform.send(Platform::basic("/oauth2/token", 1, grant, 9)).status, 401);
        QCOMPARE(platform.send(Platform::basic("/oauth2/token", 1, grant)).status, 200);
    }
}

void TestOAuthService::scopesAreWrittenInAFewCharacters()
{
    Platform platform;
    PartnerRule partner = Fixture::partner();
    CredentialRule credential = platform.fixture.credential(1, CredentialKind::ClientSecret);
    const QByteArray taken = "!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`"
                             "abcdefghijklmnopqrstuvwxyz{|}~";
    for (int byte = 0; byte < 256; ++byte) {
        const auto c = static_cast<char>(byte);
        partner.scopes = credential.scopes = {QString(QChar::fromLatin1(c))};
        platform.set(partner);
        platform.set(credential);
        const Scope scope{partner.scopes.constFirst(), u"api_demo"_s, {}, {}, {}, {}};
        platform.holder->publish([&](const Policy &policy) { return policy.withScopes({scope}); });
        const auto asked = Platform::basic("/oauth2/token", 1, grant + "&scope=" + everyByteEscaped({1, c}));
        QCOMPARE(platform.send(asked).status, taken.contains(c) ? 200 : 400);
        platform.clock.advance(1s); // as often as a client may ask
    }
}

void TestOAuthService::scopesAreNamedOnce()
{
    Platform platform;
    const auto scope = [&platform](const QByteArray &wanted) {
        return Platform::json(platform.send(Platform::basic("/oauth2/token", 1, grant + "&scope=" + wanted)))
            .value("scope"_L1)
            .toString();
    };
    QCOMPARE(scope("orders:read+orders:read"), u"orders:read"_s);
    QCOMPARE(scope("accounts:read+orders:read"), u"accounts:read orders:read"_s);
    for (const QByteArray malformed : {"+orders:read", "orders:read+", "orders:read++accounts:read", "+"})
        QCOMPARE(scope(malformed), QString());
    // The service's own scope is nobody's, even where a grant names it.
    PartnerRule partner = Fixture::partner();
    CredentialRule credential = platform.fixture.credential(1, CredentialKind::ClientSecret);
    partner.scopes.append(QString::fromUtf16(probeScope));
    credential.scopes.append(QString::fromUtf16(probeScope));
    platform.set(partner);
    platform.set(credential);
    QCOMPARE(scope(""), u"orders:read accounts:read"_s);
    QCOMPARE(scope("probe"), QString());
}

void TestOAuthService::onlyPlainFormsAreRead_data()
{
    QTest::addColumn<QByteArrayList>("types");
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<bool>("read");
    const QByteArray form = "application/x-www-form-urlencoded";
    QTest::newRow("plain") << QByteArrayList{form} << QByteArray() << true;
    QTest::newRow("in capitals") << QByteArrayList{form.toUpper()} << QByteArray() << true;
    QTest::newRow("with a charset") << QByteArrayList{form + " ; charset=x"} << QByteArray() << true;
    QTest::newRow("identity") << QByteArrayList{form} << QByteArray("IDENTITY") << true;
    QTest::newRow("gzip") << QByteArrayList{form} << QByteArray("gzip") << false;
    QTest::newRow("none") << QByteArrayList{} << QByteArray() << false;
    QTest::newRow("twice") << QByteArrayList{form, form} << QByteArray() << false;
    QTest::newRow("another") << QByteArrayList{"text/plain"} << QByteArray() << false;
    QTest::newRow("another, identity") << QByteArrayList{"text/plain"} << QByteArray("identity") << false;
}

void TestOAuthService::onlyPlainFormsAreRead()
{
    QFETCH(QByteArrayList, types);
    QFETCH(QByteArray, coding);
    QFETCH(bool, read);
    Platform platform;
    HttpRequest request = Platform::basic("/oauth2/token", 1, grant);
    request.headers.remove("Content-Type");
    for (const QByteArray &type : types)
        request.headers.add("Content-Type", type);
    if (!coding.isEmpty())
        request.headers.add("Content-Encoding", coding);
    QCOMPARE(platform.send(request).status, read ? 200 : 400);
}

void TestOAuthService::whoGetsTokens_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("stage");
    for (const PartnerStatus status :
         {PartnerStatus::Unknown, PartnerStatus::Active, PartnerStatus::Frozen, PartnerStatus::Offboarded}) {
        for (const Stage stage : {Stage::Unknown, Stage::Sandbox, Stage::Limited, Stage::Production})
            QTest::addRow("status %d, stage %d", int(status), int(stage)) << int(status) << int(stage);
    }
}

void TestOAuthService::whoGetsTokens()
{
    QFETCH(int, status);
    QFETCH(int, stage);
    Platform platform;
    for (const int client : {1, 3}) { // of production, of the sandbox
        platform.set(Fixture::partner());
        HttpRequest request = Platform::basic("/oauth2/token", client, grant);
        HttpRequest ask = Platform::basic("/oauth2/introspect", client, {});
        if (client == 3) {
            const QByteArray pair = Platform::clientId(3) + ':' +
                                    Platform::text(3, 1, CredentialTextType::ClientSecret, Realm::Sandbox);
            request = withAuthorization("Basic " + pair.toBase64());
            ask.headers.set("Authorization", "Basic " + pair.toBase64());
        }
        const QString token = Platform::json(platform.send(request)).value("access_token"_L1).toString();
        QVERIFY(!token.isEmpty());
        ask.body = "token=" + token.toLatin1();

        PartnerRule partner = Fixture::partner();
        partner.status = static_cast<PartnerStatus>(status);
        partner.stage = static_cast<Stage>(stage);
        platform.set(partner);
        const bool open =
            partner.status == PartnerStatus::Active &&
            (client == 3 || partner.stage == Stage::Limited || partner.stage == Stage::Production);
        const HttpResponse response = platform.send(request);
        QCOMPARE(response.status, open ? 200 : 400);
        QCOMPARE(error(response), open ? QString() : u"unauthorized_client"_s);
        QCOMPARE(Platform::json(platform.send(ask)).value("active"_L1).toBool(), open);
    }
    PartnerRule elsewhere = Fixture::partner();
    elsewhere.id = u"prt_2"_s;
    CredentialRule orphan =
        platform.fixture.credential(5, CredentialKind::ClientSecret, Realm::Production, 9);
    platform.set(elsewhere);
    platform.set(orphan);
    QCOMPARE(error(platform.send(Platform::basic("/oauth2/token", 5, grant))), u"unauthorized_client"_s);
}

/// Only whoever proved to be the client is told that it gets none; and not why.
void TestOAuthService::tokensAreGivenToListedNetworks()
{
    Platform platform;
    PartnerRule partner = Fixture::partner();
    NetworkRules rules;
    rules.production = {{u"192.0.2.0/24"_s, {}, {}, {}}, {u"2001:db8::/64"_s, {}, {}, {}}};
    partner.networks = {networkRuleOf(rules)};
    platform.set(partner);
    const auto ask = [&](const QByteArray &peer, const QByteArray &secret = {}) {
        HttpRequest request = Platform::basic("/oauth2/token", 1, grant);
        if (!secret.isEmpty())
            request.headers.set("Authorization",
                                "Basic " + QByteArray(Platform::clientId(1) + ':' + secret).toBase64());
        request.peerAddress = peer;
        return platform.send(request);
    };
    QCOMPARE(ask("192.0.2.9").status, 200);
    QCOMPARE(ask("2001:db8::7").status, 200);
    for (const char *elsewhere : {"192.0.3.9", "2001:db8:0:1::7", "unix", "192.0.2"}) {
        const HttpResponse response = ask(elsewhere);
        QCOMPARE(response.status, 400);
        QCOMPARE(error(response), u"unauthorized_client"_s);
        partner.status = PartnerStatus::Frozen; // what a frozen partner is told, to the letter
        platform.set(partner);
        QCOMPARE(ask(elsewhere).body, response.body);
        partner.status = PartnerStatus::Active;
        platform.set(partner);
    }
    // A stranger learns nothing by asking from here or there.
    const HttpResponse here = ask("192.0.2.9", Platform::text(1, 2));
    const HttpResponse there = ask("192.0.3.9", Platform::text(1, 2));
    QCOMPARE(here.status, 401);
    QCOMPARE(there.status, here.status);
    QCOMPARE(there.body, here.body);
}

/// Behind a proven gateway it is the gateway that says where a client is; nobody else's word counts.
void TestOAuthService::aGatewaySaysWhereAClientIs()
{
    Platform platform;
    PartnerRule partner = Fixture::partner();
    NetworkRules rules;
    rules.production = {{u"192.0.2.0/24"_s, {}, {}, {}}};
    partner.networks = {networkRuleOf(rules)};
    platform.set(partner);
    GatewayRule rule;
    rule.name = u"edge"_s;
    rule.thumbprint = QByteArray(32, 't');
    QVERIFY(GatewayRegistry::add(gatewayRegistryFile(platform.dir.path()), rule).has_value());
    platform.recorded.add(rule);
    const auto status = [&](const QByteArray &peer, const QByteArray &said, bool isGateway) {
        HttpRequest request = Platform::basic("/oauth2/token", 1, grant);
        request.peerAddress = peer;
        if (!said.isEmpty())
            request.headers.add("X-Forwarded-For", said);
        if (isGateway)
            request.peerCertificate = PeerCertificate{"der", QByteArray(32, 't'), true};
        return platform.send(request).status;
    };
    QCOMPARE(status("10.0.0.1", "192.0.2.7", true), 200);
    QCOMPARE(status("192.0.2.1", "198.51.100.7", true), 400);
    QCOMPARE(status("192.0.2.1", {}, true), 400);
    QCOMPARE(status("192.0.2.1", "192.0.2.7, 10.0.0.1", true), 400);
    QCOMPARE(status("10.0.0.1", "192.0.2.7", false), 400);
    QCOMPARE(status("192.0.2.1", "198.51.100.7", false), 200);
}

void TestOAuthService::nobodyIsServedWithoutDecisions()
{
    Platform platform;
    const QByteArray token = platform.token(1);
    platform.holder->publish([](const Policy &policy) { return policy.withDecisions(false); });
    for (const QByteArray path : {"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke"}) {
        const HttpResponse response = platform.send(Platform::basic(path, 1, grant + "&token=" + token));
        QCOMPARE(response.status, 403);
        QCOMPARE(error(response), u"history_not_accepted"_s);
    }
    QVERIFY(platform.denials->asked.empty());
}

void TestOAuthService::livesAreWholeSeconds()
{
    Platform platform;
    platform.clock.advance(400ms);
    CredentialRule rule = platform.fixture.credential(1, CredentialKind::ClientSecret);
    const auto life = [&] {
        platform.set(rule);
        const QJsonObject answer = Platform::json(platform.send(Platform::basic("/oauth2/token", 1, grant)));
        const Presented read = platform.tokens->read(answer.value("access_token"_L1).toString().toLatin1());
        const TokenClaims &claims = std::get<presented::Token>(read).claims;
        const int told = answer.value("expires_in"_L1).toInt();
        return claims.expiresAt - claims.issuedAt == std::chrono::seconds(told) && claims.issuedAt == noon()
                   ? told
                   : -1;
    };
    QCOMPARE(life(), 600);
    rule.expiresAt = noon() + 599'900ms;
    QCOMPARE(life(), 599);
    rule.generations[0].state = GenerationState::Grace;
    rule.generations[0].graceUntil = noon() + 700s; // later than all else
    QCOMPARE(life(), 599);
    rule.generations[0].graceUntil = noon() + 50'900ms;
    QCOMPARE(life(), 50);
}

void TestOAuthService::introspectionTellsEverything()
{
    Platform platform;
    const QByteArray token = platform.token(1, "&scope=orders:read");
    const Presented read = platform.tokens->read(token);
    const TokenClaims &claims = std::get<presented::Token>(read).claims;
    const HttpResponse response = platform.send(Platform::basic("/oauth2/introspect", 1, "token=" + token));
    QCOMPARE(response.headers.value("Cache-Control"), QByteArray("no-store"));
    const qint64 now = noon().time_since_epoch().count() / 1000;
    QCOMPARE(Platform::json(response),
             (QJsonObject{{u"active"_s, true},
                          {u"scope"_s, u"orders:read"_s},
                          {u"client_id"_s, QString::fromLatin1(Platform::clientId(1))},
                          {u"sub"_s, QString::fromLatin1(Platform::clientId(1))},
                          {u"token_type"_s, u"Bearer"_s},
                          {u"iss"_s, u"https://platform.example"_s},
                          {u"aud"_s, u"https://platform.example/api"_s},
                          {u"iat"_s, now},
                          {u"exp"_s, now + 600},
                          {u"jti"_s, QString::fromLatin1(claims.jti)},
                          {u"partner_id"_s, u"prt_1"_s},
                          {u"realm"_s, u"prd"_s},
                          {u"gen"_s, 1}}));
}

void TestOAuthService::introspectionTellsOfLivingTokensOnly()
{
    Platform platform;
    CredentialRule rule = platform.fixture.credential(1, CredentialKind::ClientSecret);
    rule.generations.push_back(platform.fixture.generation(rule, 1, 2));
    platform.set(rule);
    const QByteArray token = platform.token(1);
    const auto ask = [&platform](const QByteArray &what) {
        const QJsonObject answer =
            Platform::json(platform.send(Platform::basic("/oauth2/introspect", 1, "token=" + what, 2)));
        return answer.value("active"_L1).toBool() ? answer.value("scope"_L1).toString()
               : answer.size() == 1               ? u"inactive"_s
                                                  : u"too much is told"_s;
    };
    QCOMPARE(ask(token), u"orders:read accounts:read"_s);
    TokenClaims claims = Fixture::claims(1);
    QCOMPARE(ask(platform.tokens->mint(claims)), u"orders:read"_s);
    claims.probe = true;
    QCOMPARE(ask(platform.tokens->mint(claims)), u"inactive"_s);
    claims = Fixture::claims(1, 1, Realm::Sandbox);
    QCOMPARE(ask(platform.tokens->mint(claims)), u"inactive"_s);
    claims = Fixture::claims(1, 3);
    QCOMPARE(ask(platform.tokens->mint(claims)), u"inactive"_s);
    rule.scopes = {u"accounts:read"_s};
    platform.set(rule);
    QCOMPARE(ask(token), u"accounts:read"_s);
    rule.generations[0].state = GenerationState::Ended;
    platform.set(rule);
    QCOMPARE(ask(token), u"inactive"_s);
    rule.generations[0].state = GenerationState::Active;
    platform.set(rule);
    platform.clock.advance(600s - 1ms);
    QCOMPARE(ask(token), u"accounts:read"_s);
    platform.clock.advance(1ms);
    QCOMPARE(ask(token), u"inactive"_s);
    platform.clock.stepWall(-1s);
    QCOMPARE(ask(token), u"accounts:read"_s);
    platform.holder->publish([&](const Policy &policy) {
        const Presented read = platform.tokens->read(token);
        return policy.withDeniedToken({std::get<presented::Token>(read).claims.jti, noon() + 1h});
    });
    QCOMPARE(ask(token), u"inactive"_s);
}

void TestOAuthService::revocationIsHandedOnWhole()
{
    Platform platform;
    CredentialRule rule = platform.fixture.credential(1, CredentialKind::ClientSecret);
    rule.generations.push_back(platform.fixture.generation(rule, 1, 2));
    platform.set(rule);
    const QByteArray token = platform.token(1, {}, 2);
    const Presented read = platform.tokens->read(token);
    const TokenClaims &claims = std::get<presented::Token>(read).claims;
    const auto revoke = [&platform](const QByteArray &body) {
        const HttpResponse response = platform.send(Platform::basic("/oauth2/revoke", 1, body));
        return response.headers.value("Cache-Control") == "no-store" ? response.status : -1;
    };
    QCOMPARE(revoke("token=" + token), 200);
    QCOMPARE(platform.denials->asked.size(), std::size_t(1));
    QVERIFY(platform.denials->drained);
    const TokenDenials::Request asked = platform.denials->asked.front();
    QCOMPARE(asked.token, (DeniedToken{claims.jti, claims.expiresAt}));
    QCOMPARE(asked.partnerId, u"prt_1"_s);
    QCOMPARE(asked.credentialId.toLatin1(), Platform::clientId(1));
    QCOMPARE(asked.generation, 2);
    QCOMPARE(asked.requestId, u"req_test"_s);
    QCOMPARE(asked.source, u"192.0.2.7"_s);
    QCOMPARE(revoke("token=" + token), 200); // again
    QCOMPARE(revoke("token=none"), 200);
    QCOMPARE(revoke("a=1"), 400);
    QCOMPARE(platform.denials->asked.size(), std::size_t(1));
    platform.set(platform.fixture.credential(6, CredentialKind::ClientSecret));
    const HttpResponse others =
        platform.send(Platform::basic("/oauth2/revoke", 6, "token=" + platform.token(1)));
    QCOMPARE(others.status, 400);
    QCOMPARE(error(others), u"unauthorized_client"_s);
    const QByteArray over = platform.token(1);
    platform.clock.advance(1h);
    QCOMPARE(revoke("token=" + over), 200); // the clock may be set back
    QCOMPARE(platform.denials->asked.size(), std::size_t(2));
}

void TestOAuthService::revocationIsRepeatedUntilItLasts()
{
    Platform platform;
    const QByteArray token = platform.token(1);
    platform.denials->durable = false;
    for (int round = 1; round <= 2; ++round) {
        const HttpResponse response = platform.send(Platform::basic("/oauth2/revoke", 1, "token=" + token));
        QCOMPARE(response.status, 503);
        QCOMPARE(error(response), u"temporarily_unavailable"_s);
        QCOMPARE(response.headers.value("Retry-After"), QByteArray("5"));
        QCOMPARE(platform.denials->asked.size(), std::size_t(round));
        QCOMPARE(platform.live.count(id16(1), noon()), 0);
    }
    platform.denials->durable = true;
    QCOMPARE(platform.send(Platform::basic("/oauth2/revoke", 1, "token=" + token)).status, 200);
}

void TestOAuthService::documentsMayBeKeptAWhile()
{
    Platform platform;
    const HttpResponse keys = platform.send(Platform::get("/oauth2/jwks?a=%"));
    QCOMPARE(keys.status, 200);
    QCOMPARE(keys.headers.value("Content-Type"), QByteArray("application/jwk-set+json"));
    QCOMPARE(keys.headers.value("Cache-Control"), QByteArray("public, max-age=300"));
    const HttpResponse metadata = platform.send(Platform::get("/.well-known/oauth-authorization-server?a=%"));
    QCOMPARE(metadata.headers.value("Cache-Control"), QByteArray("public, max-age=300"));
    const auto expected = [](const QString &issuer, const QString &origin) {
        const QJsonArray methods{u"client_secret_basic"_s, u"client_secret_post"_s};
        return QJsonObject{{u"issuer"_s, issuer},
                           {u"token_endpoint"_s, QString(origin + u"/oauth2/token")},
                           {u"jwks_uri"_s, QString(origin + u"/oauth2/jwks")},
                           {u"introspection_endpoint"_s, QString(origin + u"/oauth2/introspect")},
                           {u"revocation_endpoint"_s, QString(origin + u"/oauth2/revoke")},
                           {u"grant_types_supported"_s, QJsonArray{u"client_credentials"_s}},
                           {u"response_types_supported"_s, QJsonArray{}},
                           {u"token_endpoint_auth_methods_supported"_s, methods},
                           {u"introspection_endpoint_auth_methods_supported"_s, methods},
                           {u"revocation_endpoint_auth_methods_supported"_s, methods}};
    };
    const QString issuer = u"https://platform.example"_s;
    QCOMPARE(Platform::json(metadata), expected(issuer, issuer));
    const OAuthService elsewhere({*platform.holder, platform.fixture.peppers, *platform.tokens,
                                  *platform.denials, platform.live, platform.failures, platform.clock, "pcx",
                                  u"https://localhost:8443"_s});
    QCOMPARE(Platform::json(elsewhere.metadata()), expected(issuer, u"https://localhost:8443"_s));
}

void TestOAuthService::endpointsHaveTheirBounds()
{
    const Platform platform;
    int forms = 0;
    for (const Router::Route &each : platform.router.routes()) {
        const bool document = each.pathTemplate == "/oauth2/jwks" ||
                              each.pathTemplate == "/.well-known/oauth-authorization-server";
        if (!each.pathTemplate.startsWith("/oauth2/") && !document)
            continue;
        QVERIFY(each.options.ownTarget);
        if (document)
            continue;
        ++forms;
        QCOMPARE(each.options.body, BodyKind::Any);
        QCOMPARE(each.options.bodyLimit, std::int64_t(16'384));
        QCOMPARE(each.options.bodyTimeout, std::chrono::milliseconds(5'000));
    }
    QCOMPARE(forms, 3);
}

void TestOAuthService::leaksInFormsAreSeen()
{
    Platform platform;
    LeakWatch leaks(*platform.holder, platform.fixture.peppers, platform.clock, "pcx");
    std::vector<LeakSighting> told;
    leaks.setSink([&told](const LeakSighting &each) { told.push_back(each); });
    const OAuthService service({*platform.holder,
                                platform.fixture.peppers,
                                *platform.tokens,
                                *platform.denials,
                                platform.live,
                                platform.failures,
                                platform.clock,
                                "pcx",
                                {},
                                &leaks});
    const QByteArray secret = Platform::text(1);
    const auto send = [&](const QByteArray &body) {
        HttpRequest request = Platform::form("/oauth2/token", body);
        request.peerAddress = "192.0.2.7";
        request.requestId = "req_test";
        told.clear();
        (void)service.token(request);
        return told.size();
    };
    for (const QByteArray name : {"grant_type", "client_id", "scope", "token_type_hint"}) {
        QCOMPARE(send(name + '=' + secret), std::size_t(1));
        QCOMPARE(told.front().place.toLatin1(), name);
        QCOMPARE(told.front().source, u"192.0.2.7"_s);
        QCOMPARE(told.front().requestId, u"req_test"_s);
        QCOMPARE(told.front().credentialId.toLatin1(), Platform::clientId(1));
    }
    for (const QByteArray name :
         {"client_secret", "token", "anything"}) // where secrets belong, or nobody looks
        QCOMPARE(send(name + '=' + secret), std::size_t(0));
    platform.clock.advance(LeakWatch::again);
    QCOMPARE(send("client_id=x&scope=" + secret), std::size_t(1)); // a short one in front
    const auto padded = [&secret](qsizetype before) -> QByteArray {
        return QByteArray(before, ' ').replace(' ', "+") + secret;
    };
    platform.clock.advance(LeakWatch::again);
    QCOMPARE(send("scope=" + padded(LeakWatch::perRequest - secret.size() + 1)), std::size_t(0)); // cut off
    QCOMPARE(send("scope=" + padded(LeakWatch::perRequest - secret.size()) + "+and+more"), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestOAuthService)
#include "tst_oauth_service.moc"

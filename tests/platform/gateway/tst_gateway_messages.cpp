// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the gateway's endpoint by themselves: what is read, what is told, and who may ask.
#include "tests/platform/oauth/oauth_fixture.h"

#include "platform/gateway/authz_request.h"
#include "platform/gateway/decision_problem.h"
#include "platform/gateway/read_credential.h"

#include <QFile>
#include <QTest>

using namespace testing;

namespace {

QByteArray whole(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

GatewayRule ruleOf(const QString &name, char thumbprint)
{
    GatewayRule rule;
    rule.name = name;
    rule.thumbprint = QByteArray(32, thumbprint);
    rule.registeredAt = toDateTime(noon());
    rule.notAfter = toDateTime(noon() + 24h);
    return rule;
}

/// Says only that it was asked.
class MarkingReader final : public TokenReader
{
public:
    [[nodiscard]] Presented read(QByteArrayView token) const override
    {
        asked.append(token.toByteArray());
        return presented::BadToken{};
    }
    mutable QByteArrayList asked;
};

} // namespace

class TestGatewayMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every reason there is: its status, its code, and the challenge of RFC 6750 where one belongs.
    void everyReasonAsThePartnerSeesIt()
    {
        using R = DecisionReason;
        const QList<std::pair<R, const char *>> codes{
            {R::Unknown, "403 refused"},
            {R::Allowed, "403 refused"},
            {R::MissingCredential, "401 credential_missing"},
            {R::MultipleCredentials, "401 credential_ambiguous"},
            {R::MalformedCredential, "401 credential_invalid"},
            {R::UnknownCredential, "401 credential_invalid"},
            {R::CredentialPending, "401 credential_invalid"},
            {R::CredentialSuspended, "401 credential_invalid"},
            {R::CredentialExpired, "401 credential_invalid"},
            {R::CredentialRevoked, "401 credential_invalid"},
            {R::TokenExpired, "401 credential_invalid"},
            {R::TokenRevoked, "401 credential_invalid"},
            {R::TokenInvalid, "401 credential_invalid"},
            {R::WrongRealm, "403 realm_wrong"},
            {R::PartnerFrozen, "403 partner_not_active"},
            {R::PartnerOffboarded, "403 partner_not_active"},
            {R::StageNotAllowed, "403 stage_not_allowed"},
            {R::UnknownRoute, "403 route_unknown"},
            {R::MissingScope, "403 scope_missing"},
            {R::ResourceNotGranted, "403 resource_not_granted"},
            {R::RateLimited, "429 rate_limited"},
            {R::QuotaExceeded, "429 quota_exceeded"},
            {R::GatewayUntrusted, "403 gateway_untrusted"},
            {R::HistoryNotAccepted, "403 history_not_accepted"},
            {R::BadRequest, "400 request_not_canonical"},
            {R::HeaderTooLarge, "431 header_too_large"},
            {R::NetworkNotAllowed, "403 network_not_allowed"},
            {R::LengthRequired, "411 length_required"},
            {R::BodyTooLarge, "413 body_too_large"},
            {R::ContentTypeNotAllowed, "415 content_type_not_allowed"},
            {R::VersionEnded, "410 version_ended"},
        };
        for (const auto &[reason, wanted] : codes) {
            const PublicReason told = publicReason(reason);
            QCOMPARE(QByteArray(QByteArray::number(told.status) + ' ' + told.code), QByteArray(wanted));
            QVERIFY(!told.title.isEmpty());
            QCOMPARE(told.detail.isEmpty(), told.code == "refused");
            if (told.code != "refused") {
                const PublicReason again = publicReasonByCode(told.code, 418); // the code says it all
                QCOMPARE(again.status, told.status);
                QCOMPARE(again.title, told.title);
            }
            HttpHeaders headers;
            addRefusalFields(headers, told, {"req_1", {}, u"orders:read"_s, 0});
            QByteArray challenge;
            if (told.code == "credential_missing")
                challenge = "Bearer realm=\"partner-api\"";
            else if (told.status == 401)
                challenge = "Bearer realm=\"partner-api\", error=\"invalid_token\"";
            else if (told.code == "scope_missing")
                challenge =
                    "Bearer realm=\"partner-api\", error=\"insufficient_scope\", scope=\"orders:read\"";
            QCOMPARE(headers.value("WWW-Authenticate"), challenge);
            QCOMPARE(headers.all().size(), challenge.isEmpty() ? 0u : 1u);
        }
        const auto beyond = static_cast<R>(static_cast<int>(R::VersionEnded) + 1);
        QCOMPARE(publicReason(beyond).code, QByteArray("refused"));
        QCOMPARE(overloadedReason().status, 429);
        QCOMPARE(publicReasonByCode("overloaded", 418).code, QByteArray("overloaded"));
        for (const auto &[sent, status] :
             {std::pair(399, 403), std::pair(400, 400), std::pair(499, 499), std::pair(500, 403)})
            QCOMPARE(publicReasonByCode("of_another_release", sent).status, status);
    }

    void aProblemHoldsWhatIsKnown()
    {
        const PublicReason scope = publicReason(DecisionReason::MissingScope);
        const PublicReason limit = publicReason(DecisionReason::RateLimited);
        const QJsonObject bare = Platform::json(decisionProblem(limit, {"req_1", {}, {}, 0}));
        QCOMPARE(bare.keys(),
                 (QStringList{u"code"_s, u"detail"_s, u"request_id"_s, u"status"_s, u"title"_s, u"type"_s}));
        QCOMPARE(bare.value("type"_L1).toString(), u"about:blank"_s);
        QCOMPARE(bare.value("request_id"_L1).toString(), u"req_1"_s);
        const QJsonObject plain = Platform::json(decisionProblem({}, {"req_1", {}, {}, 0}));
        QVERIFY(!plain.contains("detail"_L1));
        const QJsonObject other = Platform::json(decisionProblem(limit, {"req_1", u"dec_1"_s, u"a:b"_s, 1}));
        QVERIFY(!other.contains("scope"_L1));
        QCOMPARE(other.value("decision_id"_L1).toString(), u"dec_1"_s);
        QCOMPARE(other.value("retry_after"_L1).toInt(), 1);
        const HttpResponse full = decisionProblem(scope, {"req_1", u"dec_1"_s, u"a:b"_s, -1});
        QCOMPARE(Platform::json(full).value("scope"_L1).toString(), u"a:b"_s);
        QVERIFY(!Platform::json(full).contains("retry_after"_L1));
        QVERIFY(!full.headers.contains("Retry-After"));
        QVERIFY(!Platform::json(decisionProblem(scope, {"req_1", {}, {}, 0})).contains("scope"_L1));
    }

    void waitingThatLongIsEnough()
    {
        QCOMPARE(retrySeconds(-5s), 1);
        QCOMPARE(retrySeconds(0ns), 1);
        QCOMPARE(retrySeconds(1ns), 1);
        QCOMPARE(retrySeconds(1s), 1);
        QCOMPARE(retrySeconds(1s + 1ns), 2);
        QCOMPARE(retrySeconds(90s), 90);
    }

    void limitsAsTheyAreTold()
    {
        Decision decision;
        HttpHeaders none;
        addRateLimitFields(none, decision, noon());
        QVERIFY(none.all().empty());
        LimitVerdict limits;
        limits.burst = 20;
        limits.remaining = 7;
        limits.fullAfter = 1500ms;
        limits.quota = 1000;
        limits.quotaResetsAt = noon() + 90min;
        const auto told = [&](qint64 remaining) {
            limits.quotaRemaining = remaining;
            decision.limits = limits;
            HttpHeaders headers;
            addRateLimitFields(headers, decision, noon());
            return QByteArray(headers.value("RateLimit-Policy") + " | " + headers.value("RateLimit"));
        };
        QCOMPARE(told(-1), QByteArray(R"("burst";q=20 | "burst";r=7;t=2)"));
        QCOMPARE(told(0),
                 QByteArray(R"("burst";q=20, "day";q=1000;w=86400 | "burst";r=7;t=2, "day";r=0;t=5400)"));
        QCOMPARE(told(5),
                 QByteArray(R"("burst";q=20, "day";q=1000;w=86400 | "burst";r=7;t=2, "day";r=5;t=5400)"));
    }

    void deprecationByItsTwoDates()
    {
        const QDateTime at = toDateTime(noon());
        for (const bool deprecated : {false, true}) {
            for (const bool ends : {false, true}) {
                Decision decision;
                if (deprecated)
                    decision.deprecatedAt = at;
                if (ends)
                    decision.sunsetAt = at.addDays(1);
                HttpHeaders headers;
                addDeprecation(headers, decision);
                QCOMPARE(headers.contains("Deprecation"), deprecated);
                QCOMPARE(headers.contains("Sunset"), ends);
            }
        }
    }

    /// Which bytes a method, an address and an id are made of, for every byte there is.
    void everyByteOfAQuestion()
    {
        const QByteArray upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        const QByteArray digits = "0123456789";
        for (int byte = 0; byte < 256; ++byte) {
            const QByteArray c(1, static_cast<char>(byte));
            const auto ask = [](const QByteArray &method, const QByteArray &source, const QByteArray &id) {
                HttpRequest request = Platform::forward(method, "/a", {{"X-Request-Id", id}});
                request.headers.set("X-Forwarded-For", source);
                request.requestId = "ours";
                return readAuthzRequest(request);
            };
            QVERIFY2(ask("A" + c + "Z", "::1", "a").acceptable == (upper.contains(c) || c == "-"), c.toHex());
            const AuthzRequest source = ask("GET", "1" + c + "1", "a");
            QVERIFY2(source.acceptable == QByteArray("0123456789abcdefABCDEF.:").contains(c), c.toHex());
            QCOMPARE(source.source.isEmpty(), !source.acceptable);
            const bool isId = QByteArray(upper.toLower() + upper + digits + "-_.").contains(c);
            QVERIFY2((ask("GET", "::1", "x" + c + "y").requestId != "ours") == isId, c.toHex());
            const AuthzRequest host =
                readAuthzRequest(Platform::forward("GET", "/a", {{"X-Forwarded-Host", "a" + c + "b"}}));
            const bool isHost = QByteArray(upper.toLower() + upper + digits + "-.").contains(c);
            QVERIFY2(host.acceptable == isHost, c.toHex());
            QCOMPARE(host.host, isHost ? QByteArray("a" + c + "b").toLower() : QByteArray());
        }
    }

    void whatAQuestionSays()
    {
        const auto read = [](const HttpRequest &request) { return readAuthzRequest(request); };
        for (const auto &[uri, path, query] :
             {std::tuple("/a", "/a", ""), std::tuple("/a?", "/a", ""), std::tuple("/a?b?c", "/a", "b?c"),
              std::tuple("https://h/a?b", "/a", "b"), std::tuple("a?b", "a", "b"),
              std::tuple("a", "a", "")}) {
            const AuthzRequest question = read(Platform::forward("GET", uri));
            QCOMPARE(question.rawPath, QByteArray(path));
            QCOMPARE(question.query, QByteArray(query));
        }
        HttpRequest request = Platform::nginx("GET", "/a", {{"User-Agent", "agent"}});
        QCOMPARE(read(request).dialect, GatewayDialect::Nginx);
        QCOMPARE(read(request).userAgent, QByteArray("agent"));
        QCOMPARE(read(request).method, QByteArray("GET"));
        QCOMPARE(read(Platform::forward("GET", "/a")).dialect, GatewayDialect::ForwardAuth);
        QCOMPARE(read(HttpRequest()).dialect, GatewayDialect::ForwardAuth);
        const AuthzRequest envoy = read(Platform::envoy("PATCH", "/a/../%2Fb;c?d?e"));
        QCOMPARE(envoy.dialect, GatewayDialect::Envoy);
        QCOMPARE(envoy.method, QByteArray("PATCH"));
        QCOMPARE(envoy.rawPath, QByteArray("/a/../%2Fb;c"));
        QCOMPARE(envoy.query, QByteArray("d?e"));
        QCOMPARE(envoy.source, QByteArray("198.51.100.4"));
        QCOMPARE(read(Platform::get("/gateway/v1/envoyed")).dialect, GatewayDialect::ForwardAuth);
        // One of its two names makes it nginx's, and one of the other's makes it nobody's.
        for (const char *name : {"X-Original-Method", "X-Original-URI"}) {
            HttpRequest one;
            one.headers.add(name, "x");
            QCOMPARE(read(one).dialect, GatewayDialect::Nginx);
        }
        QVERIFY(read(request).acceptable);
        for (const char *name : {"X-Forwarded-Method", "X-Forwarded-Uri", "X-Forwarded-For"}) {
            HttpRequest mixed = request;
            mixed.headers.add(name, "x");
            QVERIFY2(!read(mixed).acceptable, name);
        }
        for (const char *name : {"X-Original-Method", "X-Original-URI", "X-Original-For"}) {
            HttpRequest lacking = request;
            lacking.headers.remove(name);
            QVERIFY2(!read(lacking).acceptable, name);
        }
        for (const char *name : {"X-Request-Id", "X-Forwarded-Host", "X-Forwarded-Proto"}) {
            HttpRequest told = request;
            told.headers.add(name, "x");
            QVERIFY2(read(told).acceptable, name);
            told.headers.add(name, "x");
            QVERIFY2(!read(told).acceptable, name);
        }
    }

    /// The API that was called, by the gateway's own word; another gateway's name for it is the client's.
    void whichHostWasCalled_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("host"); // empty: not acceptable
        const QByteArray label(63, 'a');
        const QByteArray longest = label + '.' + label + '.' + label + '.' + QByteArray(61, 'a');
        for (const auto &[sent, host] :
             {std::pair<QByteArray, QByteArray>("api.example.com", "api.example.com"),
              {"API.Example.COM", "api.example.com"},
              {"api.example.com:8443", "api.example.com"},
              {"a", "a"},
              {"xn--bcher-kva.example", "xn--bcher-kva.example"},
              {"a--b.c", "a--b.c"},
              {"192.0.2.1:1", "192.0.2.1"},
              {"[2001:DB8::1]", "[2001:db8::1]"},
              {"[::1]:65535", "[::1]"},
              {"[2001:db8:0:0::1]", "[2001:db8::1]"},
              {"2001:DB8::1", "[2001:db8::1]"},
              {"fe80::1%eth0", {}},
              {"1:2:3", {}},
              {"[1:2:3]", {}},
              {longest, longest},
              {longest + 'a', {}},
              {label + 'a', {}},
              {"", {}},
              {"_", {}},
              {"*.example.com", {}},
              {"api.example.com.", {}},
              {".example.com", {}},
              {"api..example", {}},
              {"-api.example", {}},
              {"api-.example", {}},
              {"api.example-", {}},
              {"api_1.example", {}},
              {"a, b", {}},
              {"a,b", {}},
              {"user@a", {}},
              {"http://a", {}},
              {"a/b", {}},
              {"a:", {}},
              {"a:x", {}},
              {"a:123456", {}},
              {"a:80:80", {}},
              {":80", {}},
              {"::1", "[::1]"},
              {"[]", {}},
              {"[", {}},
              {"]", {}},
              {"[1.2.3.4]", {}},
              {"[::1", {}},
              {"[::1]x", {}},
              {"[::1%25eth0]", {}},
              {"b\xc3\xbc"
               "cher.example",
               {}}})
            QTest::addRow("%s", sent.left(80).constData()) << sent << host;
    }
    void whichHostWasCalled()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, host);
        for (const auto &[ask, name] : {std::pair(&Platform::nginx, "X-Original-Host"),
                                        std::pair(&Platform::forward, "X-Forwarded-Host"),
                                        std::pair(&Platform::envoy, "X-Original-Host")}) {
            const AuthzRequest question = readAuthzRequest(ask("GET", "/a", {{name, sent}}));
            QCOMPARE(question.host, host);
            QCOMPARE(question.acceptable, !host.isEmpty());
            const AuthzRequest twice = readAuthzRequest(ask("GET", "/a", {{name, sent}, {name, sent}}));
            QVERIFY(!twice.acceptable);
        }
    }

    void onlyTheGatewaySaysTheHost()
    {
        for (const auto &ask : {&Platform::nginx, &Platform::forward, &Platform::envoy}) {
            QVERIFY(readAuthzRequest(ask("GET", "/a", {})).acceptable);
            QCOMPARE(readAuthzRequest(ask("GET", "/a", {{"Host", "api.example"}})).host, QByteArray());
        }
        // What the other gateways would have said: read by nobody, or refused.
        const HttpHeaders forwarded{{"X-Forwarded-Host", "api.example"}};
        QCOMPARE(readAuthzRequest(Platform::nginx("GET", "/a", forwarded)).host, QByteArray());
        QCOMPARE(readAuthzRequest(Platform::envoy("GET", "/a", forwarded)).host, QByteArray());
        QVERIFY(!readAuthzRequest(Platform::forward("GET", "/a", {{"X-Original-Host", "api.example"}}))
                     .acceptable);
        QVERIFY(
            !readAuthzRequest(Platform::nginx("GET", "/a", {{"X.Original.Host", "api.example"}})).acceptable);
    }

    /// An id that holds a secret would be handed on with it.
    void aSecretIsNoId()
    {
        Platform platform;
        HttpRequest request = Platform::forward(
            "GET", "/a", {{"X-Request-Id", Platform::text(2, 1, CredentialTextType::ApiKey).left(64)}});
        request.requestId = "ours";
        QCOMPARE(readAuthzRequest(request).requestId, QByteArray("ours"));
    }

    void whatACallPresents()
    {
        const QByteArray key = Platform::text(2, 1, CredentialTextType::ApiKey);
        MarkingReader tokens;
        const auto read = [&tokens](const HttpHeaders &headers) {
            return readCredential(headers, "pcx", tokens);
        };
        QVERIFY(std::holds_alternative<presented::Nothing>(read({})));
        QVERIFY(std::holds_alternative<presented::Key>(read({{"X-Api-Key", key}})));
        for (const QByteArray scheme : {"Bearer ", "bearer ", "BEARER  "})
            QVERIFY(std::holds_alternative<presented::Key>(read({{"Authorization", scheme + key}})));
        QVERIFY(tokens.asked.isEmpty());
        QVERIFY(std::holds_alternative<presented::BadToken>(read({{"authorization", "Bearer .a"}})));
        QVERIFY(std::holds_alternative<presented::BadToken>(read({{"authorization", "Bearer  a.b.c "}})));
        QCOMPARE(tokens.asked, (QByteArrayList{".a", "a.b.c"}));
        for (const QByteArray wrong : {"", "Bearer", " Bearer x", "Basic a.b.c", "Bearer ", "Bearer nothing"})
            QVERIFY2(std::holds_alternative<presented::Malformed>(read({{"Authorization", wrong}})),
                     wrong.constData());
        QVERIFY(std::holds_alternative<presented::Malformed>(read({{"X-Api-Key", "a.b.c"}})));
        QCOMPARE(tokens.asked.size(), 2);
        for (const HttpHeaders &several :
             {HttpHeaders{{"X-Api-Key", key}, {"x-api-key", key}}, HttpHeaders{{"X_Api_Key", key}},
              HttpHeaders{{"X-Api-Key", key}, {"X_Api_Key", key}},
              HttpHeaders{{"Authorization", "Bearer " + key}, {"Authorization", "Bearer " + key}},
              HttpHeaders{{"Authorization", "Bearer " + key}, {"X-Api-Key", key}},
              HttpHeaders{{"Authorization", "Bearer " + key}, {"X.Api.Key", key}}})
            QVERIFY(std::holds_alternative<presented::Multiple>(read(several)));
    }

    void theListIsReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("rules"); // -1: damaged
        const QByteArray print(64, 'a');
        const auto entry = [&print](const QByteArray &more) -> QByteArray {
            return "{\"gateways\":[{\"name\":\"x\",\"thumbprint\":\"" + print + "\"" + more + "}]}";
        };
        QTest::newRow("nothing") << QByteArray() << -1;
        QTest::newRow("no object") << QByteArray("[]") << -1;
        QTest::newRow("no list") << QByteArray("{}") << -1;
        QTest::newRow("another list") << QByteArray("{\"gateways\":{}}") << -1;
        QTest::newRow("empty list") << QByteArray("{\"gateways\":[]}") << 0;
        QTest::newRow("no gateway") << QByteArray("{\"gateways\":[1]}") << -1;
        QTest::newRow("good") << entry({}) << 1;
        QTest::newRow("realm") << QByteArray(entry(",\"realm\":\"sbx\"")) << 1;
        QTest::newRow("another realm") << QByteArray(entry(",\"realm\":\"x\"")) << -1;
        QTest::newRow("no name") << QByteArray("{\"gateways\":[{\"name\":\"\",\"thumbprint\":\"" + print +
                                               "\"}]}")
                                 << -1;
        QTest::newRow("short print") << QByteArray("{\"gateways\":[{\"name\":\"x\",\"thumbprint\":\"" +
                                                   print.left(62) + "\"}]}")
                                     << -1;
        QTest::newRow("long print") << QByteArray("{\"gateways\":[{\"name\":\"x\",\"thumbprint\":\"aa" +
                                                  print + "\"}]}")
                                    << -1;
        const QByteArray list = entry({});
        QTest::newRow("as large as may be")
            << QByteArray(list + QByteArray(1024 * 1024 - list.size(), ' ')) << 1;
        QTest::newRow("too large") << QByteArray(list + QByteArray(1024 * 1024 + 1 - list.size(), ' ')) << -1;
    }
    void theListIsReadStrictly()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, rules);
        const QTemporaryDir dir;
        const QString file = gatewayRegistryFile(dir.path());
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(text), text.size());
        out.close();
        const auto read = GatewayRegistry::read(file);
        QCOMPARE(read.has_value(), rules >= 0);
        if (rules >= 0)
            QCOMPARE(int(read->size()), rules);
        else
            QVERIFY(read.error().startsWith(file));
        RecordedGateways recorded;
        for (const GatewayRule &rule : read.value_or(std::vector<GatewayRule>()))
            recorded.add(rule);
        QCOMPARE(int(GatewayRegistry(file, recorded).all().size()),
                 std::max(rules, 0)); // a damaged one lets nobody in
        if (rules < 0) {
            QVERIFY(!GatewayRegistry::add(file, ruleOf(u"new"_s, 'n')));
            QVERIFY(!GatewayRegistry::remove(file, u"x"_s));
            QCOMPARE(whole(file), text);
        }
    }

    /// What is not set is not written, and comes back as not set.
    void theListKeepsWhatIsSet()
    {
        const QTemporaryDir dir;
        const QString file = gatewayRegistryFile(dir.path());
        const GatewayRule bare = ruleOf(u"bare"_s, 'b');
        QVERIFY(GatewayRegistry::add(file, bare));
        for (const char *name : {"realm", "probe_url", "probe_ca_file"})
            QVERIFY2(!whole(file).contains(name), name);
        GatewayRule full = ruleOf(u"full"_s, 'f');
        full.realm = Realm::Production;
        full.probeUrl = u"https://h/api"_s;
        full.probeCaFile = u"/ca.pem"_s;
        QVERIFY(GatewayRegistry::add(file, full));
        const GatewayRule third = ruleOf(u"third"_s, 't');
        QVERIFY(GatewayRegistry::add(file, third));
        QCOMPARE(*GatewayRegistry::read(file), (std::vector{bare, full, third}));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(GatewayRegistry::remove(file, u"full"_s));
        QCOMPARE(*GatewayRegistry::read(file), (std::vector{bare, third}));
        const auto twice = GatewayRegistry::add(file, third);
        QVERIFY(!twice);
        QVERIFY(twice.error().contains(u"\"third\" already"_s));
        const QString nowhere = gatewayRegistryFile(dir.filePath(u"none"_s));
        QVERIFY(GatewayRegistry::add(nowhere, bare).error().contains(u"cannot be locked"_s));
        QVERIFY(GatewayRegistry::remove(nowhere, u"bare"_s).error().contains(u"cannot be locked"_s));

        RecordedGateways recorded;
        const GatewayRegistry registry(file, recorded);
        QVERIFY(registry.all().empty()); // none that the audit log knows
        recorded.add(bare);
        recorded.add(full);
        recorded.add(third);
        QCOMPARE(registry.find(bare.thumbprint), std::optional(bare));
        QCOMPARE(registry.find(third.thumbprint), std::optional(third));
        QVERIFY(!registry.find(full.thumbprint));
        QCOMPARE(registry.proven(PeerCertificate{"der", bare.thumbprint, true}), std::optional(bare));
        QVERIFY(!registry.proven(PeerCertificate{"der", bare.thumbprint, false}));
        QVERIFY(!registry.proven(PeerCertificate{"der", full.thumbprint, true}));
        QVERIFY(!registry.proven(std::nullopt));
    }

    /// Gateways send what their clients sent: no method, body, type or query of theirs is refused.
    void theAnswersTakeAnything()
    {
        Platform platform;
        int seen = 0;
        for (const Router::Route &route : platform.router.routes()) {
            if (!route.pathTemplate.startsWith("/gateway/v1/"))
                continue;
            ++seen;
            QVERIFY(route.options.anyMethod && route.options.ownTarget && route.options.quiet);
            QVERIFY(route.options.admit);
            QCOMPARE(route.options.prefix, route.pathTemplate == envoyPrefix);
            QCOMPARE(route.options.body, BodyKind::Ignored);
        }
        QCOMPARE(seen, 4);
        for (const char *path : {"/gateway/v1/authorize", "/gateway/v1/envoy", "/gateway/v1/envoy/a?b",
                                 "/gateway/v1/problem", "/gateway/v1/probed"}) {
            HttpRequest stranger = Platform::get(path);
            stranger.listener = ListenerKind::Tcp;
            const HttpResponse refused = platform.send(stranger);
            QCOMPARE(refused.status, 403);
            QVERIFY(refused.body.contains("gateway_untrusted"));
            QVERIFY(refused.body.contains("req_test"));
        }
        HttpRequest probed = Platform::get("/gateway/v1/probed");
        probed.listener = ListenerKind::UnixSocket;
        QCOMPARE(platform.send(probed).status, 204);
    }

    /// What nginx is told of each kind of refusal, and what it hands back becomes.
    void nginxIsToldWhatItMayPassOn()
    {
        Platform platform;
        const HttpResponse missing = platform.send(Platform::nginx("GET", "/api/v1/orders"));
        QCOMPARE(missing.status, 401);
        QCOMPARE(missing.headers.value("X-Authz-Status"), QByteArray("401"));
        QCOMPARE(missing.headers.value("X-Authz-Code"), QByteArray("credential_missing"));
        QVERIFY(missing.headers.contains("X-Authz-Scope")); // always sent, so that no client's goes on
        QVERIFY(missing.headers.value("X-Authz-Scope").isEmpty());
        QCOMPARE(missing.headers.value("WWW-Authenticate"), QByteArray("Bearer realm=\"partner-api\""));
        QCOMPARE(missing.headers.value("X-Request-Id"), QByteArray("req_test"));
        QVERIFY(missing.headers.value("X-Decision-Id").startsWith("dec_"));
        QVERIFY(!missing.headers.value("X-Policy-Snapshot").isEmpty());
        const QByteArray token = platform.token(1, "&scope=orders:read");
        const HttpResponse scope =
            platform.send(Platform::nginx("GET", "/api/v1/invoices", {{"Authorization", "Bearer " + token}}));
        QCOMPARE(scope.headers.value("X-Authz-Scope"), QByteArray("invoices:read"));
        const HttpResponse forward = platform.send(Platform::forward("GET", "/api/v1/orders"));
        QCOMPARE(forward.status, 401);
        QCOMPARE(forward.headers.value("X-Authz-Status"), QByteArray("401"));
        QVERIFY(!forward.headers.contains("X-Authz-Code"));
        const auto problem = [&](const QByteArray &codeOf) {
            HttpRequest ask =
                Platform::get("/gateway/v1/problem",
                              {{"X-Authz-Code", codeOf}, {"X-Authz-Scope", "a:b"}, {"X-Request-Id", "gw-1"}});
            ask.listener = ListenerKind::UnixSocket;
            return platform.send(ask);
        };
        const HttpResponse told = problem("scope_missing");
        QVERIFY(told.headers.value("WWW-Authenticate").contains("scope=\"a:b\""));
        QCOMPARE(told.headers.value("X-Request-Id"), QByteArray("gw-1"));
        QCOMPARE(Platform::json(told).value("request_id"_L1).toString(), u"gw-1"_s);
        QVERIFY(!problem("credential_invalid").headers.contains("WWW-Authenticate")); // nginx adds it itself
    }

    /// The deadline itself is in time; whoever asks is written down.
    void whoAsksAndWhen()
    {
        Platform platform;
        GatewayRule rule = ruleOf(u"edge"_s, 't');
        QVERIFY(GatewayRegistry::add(gatewayRegistryFile(platform.dir.path()), rule));
        platform.recorded.add(rule);
        HttpRequest request =
            Platform::forward("GET", "/api/v1/orders?a=1",
                              {{"Authorization", "Bearer " + platform.token(1)}, {"User-Agent", "agent/1"}});
        (void)platform.calls.takeNow();
        request.listener = ListenerKind::Tcp;
        request.peerCertificate = PeerCertificate{"der", rule.thumbprint, true};
        request.requestId = "req_test";
        request.receivedAt = std::chrono::steady_clock::time_point(platform.clock.now().steady);
        platform.clock.advance(GatewayService::deadline);
        std::optional<HttpResponse> answer;
        platform.router.dispatch(request, [&](HttpResponse response) { answer = std::move(response); });
        QCOMPARE(answer->status, 200);
        const auto records = platform.takeCalls();
        QCOMPARE(records.size(), std::size_t(1));
        QCOMPARE(records[0].gateway, u"edge"_s);
        QCOMPARE(records[0].method, u"GET"_s);
        platform.clock.advance(1ns);
        request.headers.add("X-Request-Id", "gw-9");
        platform.router.dispatch(request, [&](HttpResponse response) { answer = std::move(response); });
        QCOMPARE(answer->status, 429);
        QCOMPARE(answer->headers.value("Retry-After"), QByteArray("1"));
        QCOMPARE(Platform::json(*answer).value("request_id"_L1).toString(), u"gw-9"_s);
    }
};

QTEST_APPLESS_MAIN(TestGatewayMessages)
#include "tst_gateway_messages.moc"

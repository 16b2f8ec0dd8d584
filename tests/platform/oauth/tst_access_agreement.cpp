// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/oauth/oauth_fixture.h"

#include <QTest>

using namespace testing;

namespace {

/// Limits that never stand in the way.
constexpr double noRate = 1e6;

const QList<PartnerStatus> statuses{PartnerStatus::Active, PartnerStatus::Frozen, PartnerStatus::Offboarded,
                                    PartnerStatus::Unknown};
const QList<Stage> stages{Stage::Sandbox, Stage::Limited, Stage::Production, Stage::Unknown};
const QList<CredentialState> states{
    CredentialState::Pending, CredentialState::Active,  CredentialState::Rotating, CredentialState::Suspended,
    CredentialState::Expired, CredentialState::Revoked, CredentialState::Void,     CredentialState::Unknown};
const QList<GenerationState> generationStates{
    GenerationState::Pending, GenerationState::Active,  GenerationState::Grace, GenerationState::Suspended,
    GenerationState::Ended,   GenerationState::Revoked, GenerationState::Void,  GenerationState::Unknown};

/// Everything that says whether a partner may call here.
struct Situation
{
    PartnerStatus status = PartnerStatus::Active;
    Stage stage = Stage::Production;
    Realm realm = Realm::Production;
    CredentialState state = CredentialState::Active;
    GenerationState generation = GenerationState::Active;
    bool graceOver = false;
    bool expired = false;
    bool granted = true; ///< the scope, to the partner
    bool carried = true; ///< the scope, by the credential

    /// What the rules say, in other words than theirs.
    [[nodiscard]] bool isOpen() const
    {
        const bool partner =
            status == PartnerStatus::Active &&
            (realm == Realm::Sandbox || stage == Stage::Limited || stage == Stage::Production);
        const bool credential =
            (state == CredentialState::Active || state == CredentialState::Rotating) && !expired &&
            (generation == GenerationState::Active || generation == GenerationState::Grace) && !graceOver;
        return partner && credential && granted && carried;
    }
    [[nodiscard]] QByteArray words() const
    {
        return (toText(status) + u' ' + toText(stage) + u' ' + toText(realm) + u' ' + toText(state) + u' ' +
                toText(generation) + (graceOver ? u" grace over" : u"") + (expired ? u" expired" : u"") +
                (granted ? u"" : u" not granted") + (carried ? u"" : u" not carried"))
            .toUtf8();
    }
};

/// Each situation has a client of its own: how often one may ask is bounded.
class AskedClients
{
public:
    Platform platform;

    int enter(const Situation &situation)
    {
        PartnerRule partner = Fixture::partner();
        partner.status = situation.status;
        partner.stage = situation.stage;
        partner.limits.sandbox = partner.limits.limited = partner.limits.production = {noRate, 1'000'000, 0};
        if (!situation.granted)
            partner.scopes.removeAll(u"orders:read"_s);
        platform.set(partner);
        const int n = ++m_last;
        CredentialRule rule = platform.fixture.credential(n, CredentialKind::ClientSecret, situation.realm);
        rule.state = situation.state;
        rule.generations.front().state = situation.generation;
        if (situation.graceOver || situation.generation == GenerationState::Grace)
            rule.generations.front().graceUntil = noon() + std::chrono::hours(situation.graceOver ? 0 : 1);
        if (situation.expired)
            rule.expiresAt = noon();
        if (!situation.carried)
            rule.scopes.removeAll(u"orders:read"_s);
        platform.set(rule);
        return n;
    }
    bool decides(const TokenClaims &claims)
    {
        HttpHeaders headers;
        headers.add("Authorization", "Bearer " + platform.tokens->mint(claims));
        return platform.send(Platform::nginx("GET", "/api/v1/orders", headers)).status == 200;
    }
    bool isActive(int n, Realm realm, const TokenClaims &claims)
    {
        HttpRequest request = ask("/oauth2/introspect", n, realm, "token=" + platform.tokens->mint(claims));
        const QJsonObject told = Platform::json(platform.send(std::move(request)));
        return told.value("active"_L1).toBool() &&
               told.value("scope"_L1).toString().split(u' ').contains(u"orders:read"_s);
    }
    bool givesToken(int n, Realm realm)
    {
        HttpRequest request =
            ask("/oauth2/token", n, realm, "grant_type=client_credentials&scope=orders:read");
        return platform.send(std::move(request)).status == 200;
    }

private:
    static HttpRequest ask(const QByteArray &path, int n, Realm realm, const QByteArray &body)
    {
        HttpRequest request = Platform::form(path, body);
        const QByteArray secret = Platform::text(n, 1, CredentialTextType::ClientSecret, realm);
        request.headers.add("Authorization",
                            "Basic " + QByteArray(Platform::clientId(n) + ':' + secret).toBase64());
        return request;
    }

    int m_last = 100;
};

} // namespace

/// Whether a partner may call, and with which scopes, is one judgement: the decision about a call, the token
/// endpoint and introspection say the same in every state.
class TestAccessAgreement : public QObject
{
    Q_OBJECT

private:
    static void check(AskedClients &all, const Situation &situation)
    {
        const int n = all.enter(situation);
        const TokenClaims claims = Fixture::claims(n, 1, situation.realm);
        QVERIFY2(all.decides(claims) == situation.isOpen(), situation.words());
        QVERIFY2(all.isActive(n, situation.realm, claims) == situation.isOpen(), situation.words());
        QVERIFY2(all.givesToken(n, situation.realm) == situation.isOpen(), situation.words());
    }

private Q_SLOTS:
    void inEveryStateOfThePartner()
    {
        AskedClients all;
        for (const PartnerStatus status : statuses)
            for (const Stage stage : stages)
                for (const Realm realm : {Realm::Sandbox, Realm::Production})
                    for (const bool granted : {true, false})
                        for (const bool carried : {true, false}) {
                            Situation situation;
                            situation.status = status;
                            situation.stage = stage;
                            situation.realm = realm;
                            situation.granted = granted;
                            situation.carried = carried;
                            check(all, situation);
                        }
    }

    void inEveryStateOfTheCredential()
    {
        AskedClients all;
        for (const CredentialState state : states)
            for (const GenerationState generation : generationStates)
                for (const bool graceOver : {true, false})
                    for (const bool expired : {true, false}) {
                        Situation situation;
                        situation.state = state;
                        situation.generation = generation;
                        situation.graceOver = graceOver;
                        situation.expired = expired;
                        check(all, situation);
                    }
    }

    /// What a token says of itself is judged alike, too.
    void whateverTheTokenSays_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("open");
        QTest::newRow("as it was issued") << u"nothing"_s << true;
        for (const char *what :
             {"expired", "expires now", "from later", "ends before it begins", "denied", "of another realm",
              "of another partner", "of a generation that is gone", "without the scope", "of the probe"})
            QTest::newRow(what) << QString::fromLatin1(what) << false;
    }
    void whateverTheTokenSays()
    {
        QFETCH(QString, what);
        QFETCH(bool, open);
        AskedClients all;
        const int n = all.enter({});
        TokenClaims claims = Fixture::claims(n);
        if (what == u"expired")
            claims.expiresAt = noon() - 1s;
        else if (what == u"expires now")
            claims.expiresAt = noon();
        else if (what == u"from later")
            claims.issuedAt = noon() + 61s;
        else if (what == u"ends before it begins")
            claims.issuedAt = claims.expiresAt = noon() + 30s;
        else if (what == u"denied")
            all.platform.holder->publish([&](const Policy &policy) {
                return policy.withDeniedToken({claims.jti, claims.expiresAt});
            });
        else if (what == u"of another realm")
            claims.realm = Realm::Sandbox;
        else if (what == u"of another partner")
            claims.partnerId = u"prt_2"_s;
        else if (what == u"of a generation that is gone")
            claims.generation = 7;
        else if (what == u"without the scope")
            claims.scopes = {u"accounts:read"_s};
        else if (what == u"of the probe")
            claims.probe = true;
        QCOMPARE(all.decides(claims), open);
        QCOMPARE(all.isActive(n, Realm::Production, claims), open);
    }

    /// The probe scope is nobody's, whatever a grant says: no decision, no token and no introspection shows
    /// it.
    void theProbeScopeIsNobodys()
    {
        AskedClients all;
        const int n = all.enter({});
        PartnerRule partner = *all.platform.holder->current()->partner(u"prt_1"_s);
        partner.scopes.append(u"probe"_s);
        all.platform.set(partner);
        CredentialRule rule = *all.platform.holder->current()->credential(id16(n));
        rule.scopes.append(u"probe"_s);
        all.platform.set(rule);
        const QString granted =
            Platform::json(
                all.platform.send(Platform::basic("/oauth2/token", n, "grant_type=client_credentials")))
                .value("scope"_L1)
                .toString();
        QCOMPARE(granted, u"orders:read accounts:read"_s);
        TokenClaims claims = Fixture::claims(n);
        claims.scopes.append(u"probe"_s);
        const QJsonObject told = Platform::json(all.platform.send(
            Platform::basic("/oauth2/introspect", n, "token=" + all.platform.tokens->mint(claims))));
        QCOMPARE(told.value("scope"_L1).toString(), u"orders:read"_s);
        HttpHeaders headers;
        headers.add("Authorization", "Bearer " + all.platform.tokens->mint(claims));
        const HttpResponse allowed = all.platform.send(Platform::nginx("GET", "/api/v1/orders", headers));
        QCOMPARE(allowed.status, 200);
        QCOMPARE(allowed.headers.value("X-Scopes"), QByteArray("orders:read"));
    }
};

QTEST_GUILESS_MAIN(TestAccessAgreement)
#include "tst_access_agreement.moc"

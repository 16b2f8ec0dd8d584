// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/explained_facts.h"
#include "platform/admin/calls/decision_checks.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/core/decision/decision_reasons.h"
#include "platform/oauth/token_denials.h"
#include "tests/platform/admin/calls/explain_fixture.h"

#include <QtTest>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using R = DecisionReason;
using C = DecisionCheck;
using K = RemedyKind;

namespace {

const QString orders = u"orders:read"_s;

/// How a call is made that ends for a reason, and what its explanation says.
struct Story
{
    R reason;
    std::function<CallRecord(ExplainFixture &)> call;
    C check;
    QByteArray cause; ///< action of the event; empty: none
    R today;          ///< Unknown: it cannot be told
    QList<K> remedies = {};
    QString part = {}; ///< of several of one reason
};

ExplainFixture::Asked at(const QByteArray &path, const QByteArray &method = "GET")
{
    ExplainFixture::Asked asked;
    asked.path = path;
    asked.method = method;
    return asked;
}

ExplainFixture::Asked ordered(const BodyFacts &body)
{
    ExplainFixture::Asked asked = at("/api/v1/orders", "POST");
    asked.body = body;
    return asked;
}

void editPartner(ExplainFixture &fixture, const std::function<void(PartnerRule &)> &edit)
{
    fixture.admin.policy->publish([&](const Policy &policy) {
        PartnerRule partner = *policy.partner(fixture.partner);
        edit(partner);
        return policy.withPartner(partner);
    });
}

void editRoute(ExplainFixture &fixture, const QString &id, const std::function<void(Route &)> &edit)
{
    fixture.admin.policy->publish([&](const Policy &policy) {
        QList<Route> routes = policy.catalogue().routes();
        for (Route &each : routes) {
            if (each.id == id)
                edit(each);
        }
        QString why;
        return policy.withCatalogue(
            RouteCatalogue::compile(policy.catalogue().apis(), routes, &why, policy.catalogue().versions()));
    });
}

/// With `orders:write`, so that an order can be placed.
Presented writer(ExplainFixture &fixture)
{
    if (fixture.grant({orders, u"orders:write"_s}).status != 200)
        qFatal("not granted");
    const auto made = fixture.issue(u"client_secret"_s, u"sbx"_s, {orders, u"orders:write"_s});
    return presented::Token{fixture.claims(made.id, 1, {orders, u"orders:write"_s})};
}

QJsonObject override(double rate, int burst, int quota)
{
    return {{u"limit_override"_s,
             QJsonObject{{u"limits"_s,
                          QJsonObject{{u"rate"_s, rate}, {u"burst"_s, burst}, {u"daily_quota"_s, quota}}},
                         {u"reason"_s, u"Test"_s}}}};
}

QByteArray credentialPath(const ExplainFixture &fixture, const QByteArray &act)
{
    return "/credentials/" + fixture.credential.toLatin1() + act;
}

QString etagOf(ExplainFixture &fixture)
{
    return fixture.admin.get(credentialPath(fixture, {})).etag;
}

CallRecord revokedToken(ExplainFixture &fixture)
{
    const TokenClaims claims = fixture.claims();
    TokenDenials::Request request{
        {claims.jti, claims.expiresAt}, fixture.partner, fixture.credential, 1, {}, {}};
    std::promise<bool> done;
    fixture.admin.administration->denials().deny(request, [&done](bool lasting) { done.set_value(lasting); });
    if (!done.get_future().get())
        qFatal("not denied");
    return fixture.call(presented::Token{claims});
}

CallRecord ofEndedVersion(ExplainFixture &fixture)
{
    const Reply made =
        fixture.admin.post("/apis/api_demo/versions", {{u"path_prefix"_s, u"/api/v1"_s},
                                                       {u"successor_url"_s, u"https://platform.test/v2"_s},
                                                       {u"reason"_s, u"v2 is there"_s}});
    const QByteArray path = "/apis/api_demo/versions/" + made.json.value(u"id"_s).toString().toLatin1();
    if (fixture.act(path + "/end").status != 200)
        qFatal("not ended");
    return fixture.tokenCall();
}

CallRecord pendingSecret(ExplainFixture &fixture)
{
    const SealingKey key = SealingKey::generate(fixture.admin.random);
    const Reply issued = fixture.admin.post("/partners/" + fixture.partner.toLatin1() + "/credentials",
                                            fixture.admin.issueBody(key.publicKey()));
    const QString id = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
    return fixture.call(presented::Token{fixture.claims(id)});
}

CallRecord wrongKey(ExplainFixture &fixture)
{
    const auto made = fixture.issue(u"api_key"_s, u"sbx"_s, {orders});
    auto parsed = parseCredential(made.text.view(), "pcx");
    parsed->secret = Secret::copyOf(QByteArray(43, 'x'));
    return fixture.call(presented::Key{std::move(*parsed)});
}

/// One for each way in which a call ends.
const std::vector<Story> &stories()
{
    using F = ExplainFixture;
    static const std::vector<Story> all{
        {R::Allowed, [](F &f) { return f.tokenCall(); }, C::Unknown, "", R::Allowed, {}, {}},
        {R::MissingCredential,
         [](F &f) { return f.call(presented::Nothing{}); },
         C::Credential,
         "",
         R::MissingCredential,
         {K::SendCredential},
         {}},
        {R::MultipleCredentials,
         [](F &f) { return f.call(presented::Multiple{}); },
         C::Credential,
         "",
         R::MultipleCredentials,
         {K::SendOneCredential},
         {}},
        {R::MalformedCredential,
         [](F &f) { return f.call(presented::Malformed{}); },
         C::Credential,
         "",
         R::MalformedCredential,
         {K::SendCredential},
         {}},
        {R::UnknownCredential, wrongKey, C::Credential, "", R::Unknown, {K::SendCredential}, {}},
        {R::CredentialPending,
         pendingSecret,
         C::Credential,
         "credential.issue",
         R::CredentialPending,
         {K::Acknowledge},
         {}},
        {R::CredentialSuspended,
         [](F &f) {
             (void)f.act(credentialPath(f, "/suspend"));
             return f.tokenCall();
         },
         C::Credential,
         "credential.suspend",
         R::CredentialSuspended,
         {K::Resume},
         {}},
        {R::CredentialExpired,
         [](F &f) {
             f.later(24h * 91);
             return f.tokenCall();
         },
         C::Credential,
         "credential.issue",
         R::CredentialExpired,
         {K::Issue},
         {}},
        {R::CredentialRevoked,
         [](F &f) {
             (void)f.act(credentialPath(f, "/revoke"), etagOf(f));
             return f.tokenCall();
         },
         C::Credential,
         "credential.revoke",
         R::CredentialRevoked,
         {K::Issue},
         {}},
        {R::TokenExpired,
         [](F &f) {
             TokenClaims claims = f.claims();
             claims.expiresAt = f.admin.clock.now().wall;
             return f.call(presented::Token{claims});
         },
         C::Credential,
         "",
         R::TokenExpired,
         {K::NewToken},
         {}},
        {R::TokenRevoked, revokedToken, C::Credential, "token.revoke", R::TokenRevoked, {K::NewToken}, {}},
        {R::TokenInvalid,
         [](F &f) { return f.call(presented::BadToken{}); },
         C::Credential,
         "",
         R::TokenInvalid,
         {K::NewToken},
         u"of nobody"_s},
        {R::TokenInvalid,
         [](F &f) {
             TokenClaims claims = f.claims();
             claims.issuedAt = f.admin.clock.now().wall + 10min;
             return f.call(presented::Token{claims});
         },
         C::Credential,
         "",
         R::TokenInvalid,
         {K::NewToken},
         u"of a client"_s},
        {R::WrongRealm,
         [](F &f) {
             (void)f.admin.local(
                 HttpMethod::Post, "/local/v1/acts",
                 {{u"action"_s, u"gateway.add"_s},
                  {u"target_id"_s, u"edge"_s},
                  {u"changes"_s,
                   QJsonArray{QJsonObject{{u"field"_s, u"realm"_s}, {u"after"_s, u"prd"_s}},
                              QJsonObject{{u"field"_s, u"thumbprint"_s}, {u"after"_s, QString(64, u'a')}}}}});
             F::Asked asked;
             asked.gateway = u"edge"_s;
             asked.gatewayRealm = Realm::Production;
             return f.call(f.token(), asked);
         },
         C::Realm,
         "gateway.add",
         R::WrongRealm,
         {K::UseOtherRealm},
         {}},
        {R::PartnerFrozen,
         [](F &f) {
             (void)f.act("/partners/" + f.partner.toLatin1() + "/freeze");
             return f.tokenCall();
         },
         C::Partner,
         "partner.freeze",
         R::PartnerFrozen,
         {K::Unfreeze},
         {}},
        {R::PartnerOffboarded,
         [](F &f) {
             editPartner(f, [](PartnerRule &partner) { partner.status = PartnerStatus::Offboarded; });
             return f.tokenCall();
         },
         C::Partner,
         "",
         R::PartnerOffboarded,
         {},
         {}},
        {R::StageNotAllowed,
         [](F &f) {
             editRoute(f, u"rte_orders"_s, [](Route &route) { route.stages = {Stage::Production}; });
             return f.tokenCall();
         },
         C::Route,
         "partner.create",
         R::StageNotAllowed,
         {},
         u"of the route, in the sandbox"_s},
        {R::UnknownRoute,
         [](F &f) { return f.tokenCall("/api/v1/nowhere"); },
         C::Route,
         "",
         R::UnknownRoute,
         {K::AddRoute},
         {}},
        {R::MissingScope,
         [](F &f) {
             (void)f.grant({u"products:read"_s});
             return f.tokenCall();
         },
         C::Scope,
         "grant.edit",
         R::MissingScope,
         {K::GrantScope},
         u"of the grant"_s},
        {R::MissingScope,
         [](F &f) { return f.tokenCall("/api/v1/products"); },
         C::Scope,
         "credential.issue",
         R::MissingScope,
         {K::CredentialScope},
         u"of the credential"_s},
        {R::MissingScope,
         [](F &f) { return f.call(presented::Token{f.claims({}, 1, {})}); },
         C::Scope,
         "",
         R::MissingScope,
         {K::AskForScope},
         u"of the token"_s},
        {R::MissingScope,
         [](F &f) { return f.tokenCall("/api/v1/invoices"); },
         C::Scope,
         "credential.issue",
         R::MissingScope,
         {K::GrantScope, K::CredentialScope},
         u"never granted"_s},
        {R::ResourceNotGranted,
         [](F &f) {
             const QJsonObject rule{{u"parameter"_s, u"order_id"_s}, {u"values"_s, QJsonArray{u"ord_1"_s}}};
             (void)f.grant({orders}, {{u"resources"_s, QJsonArray{rule}}});
             return f.tokenCall("/api/v1/orders/ord_2");
         },
         C::Resource,
         "grant.edit",
         R::ResourceNotGranted,
         {K::GrantResource},
         {}},
        {R::RateLimited,
         [](F &f) {
             (void)f.grant({orders}, override(0.1, 1, 0));
             (void)f.tokenCall();
             return f.tokenCall();
         },
         C::Limits,
         "grant.edit",
         R::RateLimited,
         {K::WaitForLimit, K::RaiseLimit},
         {}},
        {R::QuotaExceeded,
         [](F &f) {
             (void)f.grant({orders}, override(100, 100, 1));
             (void)f.tokenCall();
             return f.tokenCall();
         },
         C::Limits,
         "grant.edit",
         R::QuotaExceeded,
         {K::WaitForLimit, K::RaiseLimit},
         {}},
        {R::GatewayUntrusted,
         [](F &f) {
             F::Asked asked;
             asked.isRegistered = false;
             return f.call(f.token(), asked);
         },
         C::Gateway,
         "",
         R::Unknown,
         {},
         {}},
        {R::HistoryNotAccepted,
         [](F &f) {
             f.admin.policy->publish([](const Policy &policy) { return policy.withDecisions(false); });
             return f.tokenCall();
         },
         C::History,
         "",
         R::HistoryNotAccepted,
         {},
         {}},
        {R::BadRequest,
         [](F &f) {
             F::Asked asked;
             asked.headersAcceptable = false;
             return f.call(f.token(), asked);
         },
         C::Request,
         "",
         R::BadRequest,
         {K::FixRequest},
         u"of its headers"_s},
        {R::BadRequest,
         [](F &f) { return f.tokenCall("/api/v1//orders"); },
         C::Route,
         "",
         R::BadRequest,
         {K::FixRequest},
         u"of its path"_s},
        {R::HeaderTooLarge,
         [](F &f) { return f.unreadable(R::HeaderTooLarge); },
         C::Request,
         "",
         R::HeaderTooLarge,
         {K::FixRequest},
         {}},
        {R::WrongAudience,
         [](F &f) {
             TokenClaims claims = f.claims();
             claims.audience = u"https://another.example"_s;
             return f.call(presented::Token{claims});
         },
         C::Audience,
         "",
         R::Unknown,
         {K::NewToken},
         {}},
        {R::NetworkNotAllowed,
         [](F &f) {
             (void)f.networks({u"203.0.113.0/24"_s});
             return f.tokenCall();
         },
         C::Network,
         "networks.edit",
         R::NetworkNotAllowed,
         {K::AllowNetwork},
         {}},
        {R::KeyCheckBusy,
         [](F &f) {
             presented::Legacy key;
             key.header = "x-partner-key";
             key.unproved = true;
             return f.call(std::move(key));
         },
         C::Credential,
         "",
         R::Unknown,
         {K::WaitForLimit},
         {}},
        {R::LengthRequired,
         [](F &f) {
             return f.call(writer(f), ordered({BodyFacts::Told::NoLength, 0, "application/json", true}));
         },
         C::Body,
         "",
         R::Unknown,
         {K::FixRequest, K::WidenBody},
         {}},
        {R::BodyTooLarge,
         [](F &f) {
             return f.call(writer(f), ordered({BodyFacts::Told::Length, 65537, "application/json", true}));
         },
         C::Body,
         "",
         R::BodyTooLarge,
         {K::FixRequest, K::WidenBody},
         {}},
        {R::ContentTypeNotAllowed,
         [](F &f) {
             Presented token = writer(f);
             editRoute(f, u"rte_order_place"_s,
                       [](Route &route) { route.contentTypes = {u"application/json"_s}; });
             return f.call(std::move(token), ordered({BodyFacts::Told::Length, 5, "text/plain", true}));
         },
         C::Body,
         "",
         R::ContentTypeNotAllowed,
         {K::FixRequest, K::WidenBody},
         {}},
        {R::VersionEnded, ofEndedVersion, C::Route, "version.end", R::VersionEnded, {K::UseOtherRoute}, {}},
    };
    return all;
}

QString nameOf(const Story &story)
{
    const QString reason = toText(story.reason);
    return story.part.isEmpty() ? reason : QString(reason + u", "_s + story.part);
}

} // namespace

/// Every reason for which a call ends: made by a real call, and explained.
class TestExplainedReasons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasItsStory()
    {
        for (const ReasonRow &row : reasonRows()) {
            const bool isTold = std::any_of(stories().begin(), stories().end(), [&row](const Story &story) {
                return story.reason == row.reason;
            });
            QVERIFY2(isTold || row.reason == R::Unknown, qPrintable(toText(row.reason)));
            QCOMPARE(checkOf(row.reason) == C::Unknown, row.reason == R::Unknown || row.reason == R::Allowed);
        }
    }

    void itsExplanation_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < stories().size(); ++i)
            QTest::newRow(qPrintable(nameOf(stories()[i]))) << int(i);
    }

    void itsExplanation()
    {
        QFETCH(int, index);
        const Story &story = stories()[static_cast<std::size_t>(index)];
        ExplainFixture fixture;
        fixture.later(1h); // the first minute of the fixture is not all there is
        const CallRecord record = story.call(fixture);
        QCOMPARE(record.reason, story.reason);
        QVERIFY(record.auditSize > 0);
        const CallExplanation why = fixture.explain(record);
        QCOMPARE(why.call, record);

        // The check that failed is the first that did: all before it passed, none behind it was reached.
        bool hasFailed = false;
        for (const ExplainedCheck &each : why.checks) {
            if (each.check == story.check) {
                QCOMPARE(each.result, CheckResult::Failed);
                hasFailed = true;
                continue;
            }
            QCOMPARE(each.result, hasFailed ? CheckResult::NotReached : CheckResult::Passed);
            QVERIFY(!hasFailed || each.facts.isEmpty());
        }
        QCOMPARE(hasFailed, story.check != C::Unknown);

        QCOMPARE(why.rule.cause.has_value(), !story.cause.isEmpty());
        if (why.rule.cause) {
            QCOMPARE(why.rule.cause->action, QString::fromLatin1(story.cause));
            QVERIFY(why.rule.isKnown);
            QVERIFY(why.rule.cause->index < record.auditSize || story.reason == R::TokenRevoked ||
                    story.reason == R::WrongRealm);
        }
        QCOMPARE(why.today.reason, story.today);
        QCOMPARE(why.today.outcome == Outcome::Unknown, story.today == R::Unknown);
        QCOMPARE(fixture.values(why.today.facts, facts::notRecorded).isEmpty(), story.today != R::Unknown);
        QCOMPARE(fixture.kindsOf(why), story.remedies);

        // Those alike hold the call itself, and are as many as the table has.
        if (story.reason == R::Allowed)
            return;
        QVERIFY(!why.alike.conditions.isEmpty());
        QVERIFY(why.alikeCalls >= 1);
        QVERIFY(why.alikeSources >= 1);
        if (why.rule.cause) {
            const RefusalsOfEvent refusals = fixture.refusals(why.rule.cause->id);
            if (refusals.filter == why.alike)
                QCOMPARE(refusals.calls, why.alikeCalls);
        }
    }
};

QTEST_GUILESS_MAIN(TestExplainedReasons)
#include "tst_explained_reasons.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/explained_facts.h"
#include "platform/core/decision/record_fields.h"
#include "platform/oauth/oauth_service.h"
#include "tests/platform/admin/calls/explain_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using R = DecisionReason;
using C = DecisionCheck;
using K = RemedyKind;

namespace {

const QByteArray wish = "grant_type=client_credentials";

/// Requests of tokens by the policy of the administration.
struct TokenRequests : ExplainFixture
{
    QTemporaryDir keys;
    QString why;
    AccessTokens tokens{
        *TokenKeys::open(keys.path(), admin.administration->context().now(), admin.random, &why),
        u"https://platform.example"_s};
    LiveTokens live;
    FailureLimiter failures;
    OAuthService service{deps()};

    [[nodiscard]] OAuthDeps deps()
    {
        OAuthDeps parts{*admin.policy, *admin.peppers, tokens,      admin.administration->denials(),
                        live,          failures,       admin.clock, "pcx"};
        parts.records = admin.calls.get();
        return parts;
    }
    /// Asked for, recorded and stored. `text`: of the secret; empty: the client's own.
    CallRecord ask(const QByteArray &body = wish, const QByteArray &text = {},
                   const QByteArray &source = "198.51.100.7")
    {
        HttpRequest request;
        request.rawMethod = "POST";
        request.method = HttpMethod::Post;
        request.rawTarget = "/oauth2/token";
        request.peerAddress = source;
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        const QByteArray shown = text.isEmpty() ? secret.text.view().toByteArray() : text;
        request.headers.add("Authorization", "Basic " + (credential.toLatin1() + ':' + shown).toBase64());
        request.body = body;
        (void)service.token(request);
        const auto records = admin.calls->takeNow().records;
        if (records.size() != 1)
            qFatal("%zu records of a request", records.size());
        store(records);
        return records.front();
    }
};

struct Story
{
    R reason;
    std::function<CallRecord(TokenRequests &)> ask;
    C check;
    QByteArray cause; ///< empty: none
    R today;
    QList<K> remedies = {};
};

/// One of the client that nobody ever gave it.
QByteArray guessed(TokenRequests &requests)
{
    CredentialText parts;
    parts.brand = "pcx";
    parts.realm = Realm::Sandbox;
    parts.id = id16Of(requests.credential);
    parts.secret = newCredentialSecret(requests.admin.random);
    return formatCredential(parts)->view().toByteArray();
}

QByteArray credentialPath(const TokenRequests &requests, const QByteArray &act)
{
    return "/credentials/" + requests.credential.toLatin1() + act;
}

CallRecord afterAct(TokenRequests &requests, const QByteArray &path, const QByteArray &act)
{
    const Reply done = requests.act(path + act, requests.admin.get(path).etag);
    if (done.status != 200)
        qFatal("not done: %s", done.body.constData());
    return requests.ask();
}

const std::vector<Story> &stories()
{
    static const std::vector<Story> all{
        {R::Allowed, [](TokenRequests &r) { return r.ask(); }, C::Unknown, {}, R::Allowed},
        {R::BadRequest,
         [](TokenRequests &r) { return r.ask(wish + "&scope=a&scope=b"); },
         C::Request,
         {},
         R::BadRequest,
         {K::FixRequest}},
        {R::HistoryNotAccepted,
         [](TokenRequests &r) {
             r.admin.policy->publish([](const Policy &policy) { return policy.withDecisions(false); });
             return r.ask();
         },
         C::History,
         {},
         R::HistoryNotAccepted},
        {R::UnknownCredential,
         [](TokenRequests &r) { return r.ask(wish, guessed(r)); },
         C::Credential,
         {},
         R::Unknown,
         {K::SendCredential}},
        {R::MalformedCredential,
         [](TokenRequests &r) { return r.ask(wish, "guess"); },
         C::Credential,
         {},
         R::MalformedCredential,
         {K::SendCredential}},
        {R::CredentialSuspended,
         [](TokenRequests &r) { return afterAct(r, credentialPath(r, {}), "/suspend"); },
         C::Credential,
         "credential.suspend",
         R::CredentialSuspended,
         {K::Resume}},
        {R::CredentialRevoked,
         [](TokenRequests &r) { return afterAct(r, credentialPath(r, {}), "/revoke"); },
         C::Credential,
         "credential.revoke",
         R::CredentialRevoked,
         {K::Issue}},
        {R::RateLimited,
         [](TokenRequests &r) {
             CallRecord record = r.ask();
             while (record.reason == R::Allowed)
                 record = r.ask();
             return record;
         },
         C::Limits,
         {},
         R::Allowed},
        {R::PartnerFrozen,
         [](TokenRequests &r) { return afterAct(r, "/partners/" + r.partner.toLatin1(), "/freeze"); },
         C::Partner,
         "partner.freeze",
         R::PartnerFrozen,
         {K::Unfreeze}},
        {R::NetworkNotAllowed,
         [](TokenRequests &r) {
             if (r.networks({u"203.0.113.0/24"_s}).status != 200)
                 qFatal("not set");
             return r.ask();
         },
         C::Network,
         "networks.edit",
         R::NetworkNotAllowed,
         {K::AllowNetwork}},
        {R::BadRequest,
         [](TokenRequests &r) { return r.ask("grant_type=password"); },
         C::Body,
         {},
         R::BadRequest,
         {K::FixRequest}},
        {R::MissingScope,
         [](TokenRequests &r) {
             if (r.grant({u"orders:write"_s}).status != 200)
                 qFatal("not granted");
             return r.ask(wish + "&scope=orders:read");
         },
         C::Scope,
         "grant.edit",
         R::MissingScope,
         {K::GrantScope}},
        {R::MissingScope,
         [](TokenRequests &r) { return r.ask(wish + "&scope=orders:raed"); },
         C::Scope,
         {},
         R::Unknown,
         {K::FixRequest}},
        {R::WrongAudience,
         [](TokenRequests &r) { return r.ask(wish + "&resource=https://nobody.example"); },
         C::Audience,
         {},
         R::Unknown,
         {K::NewToken}},
    };
    return all;
}

} // namespace

/// Why a request of a token ended so: asked of the token endpoint, and explained.
class TestExplainedTokenRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsExplained_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < stories().size(); ++i)
            QTest::newRow(qPrintable(toText(stories()[i].reason) + u' ' + toText(stories()[i].check)))
                << int(i);
    }
    void eachIsExplained()
    {
        QFETCH(int, index);
        const Story &story = stories()[std::size_t(index)];
        TokenRequests requests;
        const CallRecord record = story.ask(requests);
        QVERIFY(record.isTokenRequest);
        QCOMPARE(record.reason, story.reason);
        const CallExplanation explained = requests.explain(record);
        QCOMPARE(ExplainFixture::failedOf(explained).check, story.check);
        CheckResult expected = CheckResult::Passed;
        for (const ExplainedCheck &each : explained.checks) {
            const bool hasFailed = each.check == story.check;
            QCOMPARE(each.result, hasFailed ? CheckResult::Failed : expected);
            if (hasFailed)
                expected = CheckResult::NotReached;
        }
        QCOMPARE(explained.rule.cause ? explained.rule.cause->action.toUtf8() : QByteArray(), story.cause);
        QCOMPARE(explained.today.reason, story.today);
        QCOMPARE(ExplainFixture::kindsOf(explained), story.remedies);
        QVERIFY(!toJsonText(explained).contains(requests.secret.text.view().sliced(24).toByteArray()));
    }

    /// Both of one kind: from when on it was so, and how many of them there are.
    void theyAreCountedWithTheCalls()
    {
        TokenRequests requests;
        (void)afterAct(requests, credentialPath(requests, {}), "/suspend");
        const CallRecord record = requests.ask();
        const CallExplanation explained = requests.explain(record);
        QCOMPARE(explained.alikeCalls, 2);
        const RefusalsOfEvent refusals = requests.refusals(explained.rule.cause->id);
        QCOMPARE(refusals.calls, 2);
        QCOMPARE(refusals.filter, explained.alike);
    }

    /// What became of it since: the rule as it stood is told, and that it would pass now.
    void whatIsOtherToday()
    {
        TokenRequests requests;
        const CallRecord record = afterAct(requests, credentialPath(requests, {}), "/suspend");
        QCOMPARE(afterAct(requests, credentialPath(requests, {}), "/resume").reason, R::Allowed);
        const CallExplanation explained = requests.explain(record);
        QCOMPARE(explained.rule.cause->action, u"credential.suspend"_s);
        QCOMPARE(explained.today.outcome, Outcome::Served);
        QVERIFY(explained.remedies.isEmpty());
    }

    /// The question is asked again without being counted: a client has as many tokens left as before.
    void askingWhyCostsNoToken()
    {
        TokenRequests requests;
        CallRecord record = requests.ask();
        int asked = 1;
        while (record.reason == R::Allowed) {
            (void)requests.explain(record);
            record = requests.ask();
            ++asked;
        }
        QCOMPARE(asked, ClientLimits::rateOf(ClientLimits::Act::Token).burst + 1);
    }
};

QTEST_GUILESS_MAIN(TestExplainedTokenRequests)
#include "tst_explained_token_requests.moc"

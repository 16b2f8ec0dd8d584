// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/core/decision/decision_fixture.h"

#include <QTest>

#include <rapidcheck.h>

#include <atomic>
#include <thread>

using namespace testing;

class TestDecide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyIsAllowed()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        const Decision decision = fixture.decide(Fixture::call(Fixture::key(1), "/api/v1/orders/ord_9"));
        QCOMPARE(decision.reason, DecisionReason::Allowed);
        QCOMPARE(decision.status(), 200);
        QCOMPARE(decision.partnerId, u"prt_1"_s);
        QCOMPARE(decision.generation, 1);
        QCOMPARE(decision.routeId, u"rte_order"_s);
        QCOMPARE(decision.scopes, (QStringList{u"orders:read"_s, u"accounts:read"_s}));
        QVERIFY(decision.limits.has_value());
    }

    /// Asked "why", the same function answers and nothing is used up.
    void evaluatingCountsNothing()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        const DecisionRequest call = Fixture::call(Fixture::key(1), "/api/v1/orders/ord_9");
        for (int time = 0; time < 5000; ++time) {
            const Evaluation said = evaluate(fixture.policy, fixture.peppers, call, noon());
            QCOMPARE(said.decision.reason, DecisionReason::Allowed);
            QVERIFY(said.decision.allowed);
            QVERIFY(!said.decision.limits);
            QVERIFY(said.counts);
            QCOMPARE(said.counts->partnerId, u"prt_1"_s);
        }
        QVERIFY(fixture.decide(call).allowed);
        const Evaluation refused =
            evaluate(fixture.policy, fixture.peppers, Fixture::call(presented::Nothing{}), noon());
        QCOMPARE(refused.decision.reason, DecisionReason::MissingCredential);
        QVERIFY(!refused.counts); // so decide() has nothing to take
    }

    void tokenIsAllowedWithItsOwnScopesOnly()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1, CredentialKind::ClientSecret));
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{Fixture::claims(1)})).reason,
                 DecisionReason::Allowed);
        QCOMPARE(
            fixture.decide(Fixture::call(presented::Token{Fixture::claims(1)}, "/api/v1/accounts/a/balance"))
                .reason,
            DecisionReason::MissingScope);
    }

    // One fault is added after the other, from the end of the order to its beginning; the earliest one is
    // always the reason given.
    void orderIsFixed()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        PartnerRule partner = Fixture::partner();
        Policy base = fixture.policy;
        const auto reason = [&](const DecisionRequest &request) { return fixture.decide(request).reason; };

        partner.limits.production = {0, 1, 1};
        fixture.policy = base.withPartner(partner);
        QCOMPARE(reason(Fixture::call(Fixture::key(1), "/api/v1/accounts/a2/balance")),
                 DecisionReason::RateLimited);
        partner.resources = {{u"account_id"_s, {u"a1"_s}}};
        fixture.policy = base.withPartner(partner);
        QCOMPARE(reason(Fixture::call(Fixture::key(1), "/api/v1/accounts/a2/balance")),
                 DecisionReason::ResourceNotGranted);
        partner.scopes = {};
        fixture.policy = base.withPartner(partner);
        QCOMPARE(reason(Fixture::call(Fixture::key(1), "/api/v1/accounts/a2/balance")),
                 DecisionReason::MissingScope);
        QCOMPARE(reason(Fixture::call(Fixture::key(1), "/api/v1/nothing")), DecisionReason::UnknownRoute);
        QCOMPARE(reason(Fixture::call(Fixture::key(1), "/api/v1/../nothing")), DecisionReason::BadRequest);
        partner.stage = Stage::Sandbox;
        fixture.policy = base.withPartner(partner);
        QCOMPARE(reason(Fixture::call(Fixture::key(1), "/api/v1/../nothing")),
                 DecisionReason::StageNotAllowed);
        partner.status = PartnerStatus::Frozen;
        fixture.policy = base.withPartner(partner);
        QCOMPARE(reason(Fixture::call(Fixture::key(1), "/api/v1/../nothing")), DecisionReason::PartnerFrozen);
        QCOMPARE(reason(Fixture::call(Fixture::key(1, 2), "/api/v1/../nothing")),
                 DecisionReason::UnknownCredential);
        QCOMPARE(reason(Fixture::call(presented::Multiple{}, "/api/v1/../nothing")),
                 DecisionReason::MultipleCredentials);
        DecisionRequest request = Fixture::call(presented::Multiple{}, "/api/v1/../nothing");
        request.headersAcceptable = false;
        QCOMPARE(reason(request), DecisionReason::BadRequest);
        request.gateway.reset();
        QCOMPARE(reason(request), DecisionReason::GatewayUntrusted);
    }

    void whatWasPresentedDecides()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        QCOMPARE(fixture.decide(Fixture::call(presented::Nothing{})).reason,
                 DecisionReason::MissingCredential);
        QCOMPARE(fixture.decide(Fixture::call(presented::Malformed{})).reason,
                 DecisionReason::MalformedCredential);
        QCOMPARE(fixture.decide(Fixture::call(presented::BadToken{})).reason, DecisionReason::TokenInvalid);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(2))).reason, DecisionReason::UnknownCredential);
        // A client secret is no API key, and a key of another kind of credential neither.
        presented::Key wrongType{{QByteArray("pcx"), CredentialTextType::ClientSecret, Realm::Production,
                                  id16(1), Fixture::secret(1, 1)}};
        QCOMPARE(fixture.decide(Fixture::call(std::move(wrongType))).reason,
                 DecisionReason::UnknownCredential);
        fixture.add(fixture.credential(3, CredentialKind::ClientSecret));
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(3))).reason, DecisionReason::UnknownCredential);
        // Of a kind that only a newer release knows: nothing proves it, no token of it either.
        fixture.add(fixture.credential(4, CredentialKind::Unknown));
        for (const CredentialTextType form : {CredentialTextType::ApiKey, CredentialTextType::ClientSecret,
                                              CredentialTextType::OneTimeLink}) {
            presented::Key key{{QByteArray("pcx"), form, Realm::Production, id16(4), Fixture::secret(4, 1)}};
            QCOMPARE(fixture.decide(Fixture::call(std::move(key))).reason, DecisionReason::UnknownCredential);
        }
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{Fixture::claims(4)})).reason,
                 DecisionReason::UnknownCredential);
        DecisionRequest blocked = Fixture::call(Fixture::key(1));
        blocked.sourceBlocked = true;
        QCOMPARE(fixture.decide(blocked).reason, DecisionReason::UnknownCredential);
    }

    void realmsNeverCross()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1, CredentialKind::ApiKey, Realm::Sandbox));
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1, 1, Realm::Sandbox))).reason,
                 DecisionReason::Allowed);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1, 1, Realm::Production))).reason,
                 DecisionReason::WrongRealm);
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{Fixture::claims(1)})).reason,
                 DecisionReason::WrongRealm);
        DecisionRequest request = Fixture::call(Fixture::key(1, 1, Realm::Sandbox));
        request.gateway->realm = Realm::Production;
        QCOMPARE(fixture.decide(request).reason, DecisionReason::WrongRealm);
    }

    void statesOfAPartner_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("realm");
        QTest::addColumn<int>("reason");
        // Every status there is × every stage × both realms: a status that nobody thought of is closed.
        for (const PartnerStatus status : {PartnerStatus::Unknown, PartnerStatus::Active,
                                           PartnerStatus::Frozen, PartnerStatus::Offboarded}) {
            for (const Stage stage : {Stage::Unknown, Stage::Sandbox, Stage::Limited, Stage::Production}) {
                for (const Realm realm : {Realm::Sandbox, Realm::Production}) {
                    DecisionReason reason = DecisionReason::PartnerOffboarded;
                    if (status == PartnerStatus::Frozen)
                        reason = DecisionReason::PartnerFrozen;
                    else if (status == PartnerStatus::Active)
                        reason =
                            realm == Realm::Sandbox || stage == Stage::Limited || stage == Stage::Production
                                ? DecisionReason::Allowed
                                : DecisionReason::StageNotAllowed;
                    QTest::addRow("status %d, stage %d, realm %d", int(status), int(stage), int(realm))
                        << int(status) << int(stage) << int(realm) << int(reason);
                }
            }
        }
    }

    void statesOfAPartner()
    {
        QFETCH(int, status);
        QFETCH(int, stage);
        QFETCH(int, realm);
        QFETCH(int, reason);
        Fixture fixture;
        const auto where = static_cast<Realm>(realm);
        fixture.add(fixture.credential(1, CredentialKind::ApiKey, where));
        PartnerRule partner = Fixture::partner();
        partner.status = static_cast<PartnerStatus>(status);
        partner.stage = static_cast<Stage>(stage);
        fixture.policy = fixture.policy.withPartner(partner);
        const Decision decision = fixture.decide(Fixture::call(Fixture::key(1, 1, where)));
        QCOMPARE(static_cast<int>(decision.reason), reason);
        QCOMPARE(decision.allowed, decision.reason == DecisionReason::Allowed);
        QCOMPARE(decision.status(), decision.allowed ? 200 : 403);
    }

    void statesOfACredential_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *name, CredentialState state, DecisionReason reason) {
            QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(reason);
        };
        row("pending", CredentialState::Pending, DecisionReason::CredentialPending);
        row("void", CredentialState::Void, DecisionReason::CredentialPending);
        row("active", CredentialState::Active, DecisionReason::Allowed);
        row("rotating", CredentialState::Rotating, DecisionReason::Allowed);
        row("suspended", CredentialState::Suspended, DecisionReason::CredentialSuspended);
        row("expired", CredentialState::Expired, DecisionReason::CredentialExpired);
        row("revoked", CredentialState::Revoked, DecisionReason::CredentialRevoked);
        row("unknown", CredentialState::Unknown, DecisionReason::UnknownCredential);
    }

    void statesOfACredential()
    {
        QFETCH(int, state);
        QFETCH(int, reason);
        Fixture fixture;
        CredentialRule rule = fixture.credential(1);
        rule.state = static_cast<CredentialState>(state);
        fixture.add(rule);
        QCOMPARE(static_cast<int>(fixture.decide(Fixture::call(Fixture::key(1))).reason), reason);
        QCOMPARE(static_cast<int>(fixture.decide(Fixture::call(presented::Token{Fixture::claims(1)})).reason),
                 reason);
    }

    void rotationKeepsBothUntilTheGraceEnds()
    {
        Fixture fixture;
        CredentialRule rule = fixture.credential(1);
        rule.state = CredentialState::Rotating;
        rule.generations[0].state = GenerationState::Grace;
        rule.generations[0].graceUntil = noon() + 1h;
        rule.generations.push_back(fixture.generation(rule, 1, 2));
        fixture.add(rule);
        for (const int generation : {1, 2}) {
            const Decision decision = fixture.decide(Fixture::call(Fixture::key(1, generation)));
            QCOMPARE(decision.reason, DecisionReason::Allowed);
            QCOMPARE(decision.generation, generation);
        }
        const Moment later{noon() + 1h, 1h};
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1, 1)), later).reason,
                 DecisionReason::CredentialExpired);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1, 2)), later).reason, DecisionReason::Allowed);
    }

    void pendingGenerationIsNotAccepted()
    {
        Fixture fixture;
        CredentialRule rule = fixture.credential(1);
        rule.generations.push_back(fixture.generation(rule, 1, 2, GenerationState::Pending));
        fixture.add(rule);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1, 2))).reason, DecisionReason::CredentialPending);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1, 1))).reason, DecisionReason::Allowed);
    }

    void tokensDieWithTheirGeneration()
    {
        Fixture fixture;
        CredentialRule rule = fixture.credential(1, CredentialKind::ClientSecret);
        fixture.add(rule);
        const auto reason = [&](const TokenClaims &claims, Moment now = {noon(), 0ns}) {
            return fixture.decide(Fixture::call(presented::Token{claims}), now).reason;
        };
        QCOMPARE(reason(Fixture::claims(1)), DecisionReason::Allowed);
        rule.generations[0].state = GenerationState::Revoked;
        rule.generations.push_back(fixture.generation(rule, 1, 2));
        fixture.add(rule);
        QCOMPARE(reason(Fixture::claims(1)), DecisionReason::CredentialRevoked);
        QCOMPARE(reason(Fixture::claims(1, 2)), DecisionReason::Allowed);
        rule.generations.erase(rule.generations.begin());
        fixture.add(rule);
        QCOMPARE(reason(Fixture::claims(1)), DecisionReason::CredentialRevoked);
        QCOMPARE(reason(Fixture::claims(1, 2), {noon() + 24h, 24h}), DecisionReason::TokenExpired);
        fixture.policy = fixture.policy.withDeniedToken({"jti-1", noon() + 1h});
        QCOMPARE(reason(Fixture::claims(1, 2)), DecisionReason::TokenRevoked);
    }

    void badClaimsAreRefused()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1, CredentialKind::ClientSecret));
        TokenClaims claims = Fixture::claims(1);
        claims.partnerId = u"prt_2"_s;
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims})).reason,
                 DecisionReason::TokenInvalid);
        claims = Fixture::claims(1);
        claims.issuedAt = noon() + 2min;
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims})).reason,
                 DecisionReason::TokenInvalid);
        claims = Fixture::claims(1);
        claims.expiresAt = claims.issuedAt;
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims})).reason,
                 DecisionReason::TokenInvalid);
    }

    // Each end to the millisecond: of a token's beginning (clocks differ by a minute at most), of its life
    // and of its credential's.
    void timesHaveTheirBounds()
    {
        Fixture fixture;
        CredentialRule rule = fixture.credential(1, CredentialKind::ClientSecret);
        fixture.add(rule);
        const auto reason = [&](const TokenClaims &claims, Instant now = noon()) {
            return fixture.decide(Fixture::call(presented::Token{claims}), {now, 0ns}).reason;
        };
        TokenClaims claims = Fixture::claims(1);
        claims.issuedAt = noon() + 60s;
        QCOMPARE(reason(claims), DecisionReason::Allowed);
        QCOMPARE(reason(claims, noon() - 1ms), DecisionReason::TokenInvalid);
        claims = Fixture::claims(1);
        QCOMPARE(reason(claims, claims.expiresAt - 1ms), DecisionReason::Allowed);
        QCOMPARE(reason(claims, claims.expiresAt), DecisionReason::TokenExpired);
        rule.expiresAt = noon() + 1s;
        fixture.add(rule);
        QCOMPARE(reason(claims, rule.expiresAt - 1ms), DecisionReason::Allowed);
        QCOMPARE(reason(claims, rule.expiresAt), DecisionReason::CredentialExpired);
        CredentialRule key = fixture.credential(2);
        key.expiresAt = noon();
        fixture.add(key);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(2))).reason, DecisionReason::CredentialExpired);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(2)), {noon() - 1ms, 0ns}).reason,
                 DecisionReason::Allowed);
    }

    void whatIsNotThereIsRefused()
    {
        Fixture fixture;
        const Decision stranger = fixture.decide(Fixture::call(presented::Token{Fixture::claims(7)}));
        QCOMPARE(stranger.reason, DecisionReason::UnknownCredential);
        QVERIFY(stranger.authenticationFailed() && !stranger.probe);
        fixture.add(fixture.credential(1, CredentialKind::ApiKey, Realm::Production, 9));
        const Decision orphan = fixture.decide(Fixture::call(Fixture::key(1)));
        QCOMPARE(orphan.reason, DecisionReason::PartnerOffboarded);
        QCOMPARE(orphan.partnerId, u"prt_9"_s);
        CredentialRule empty = fixture.credential(2);
        empty.generations.clear();
        fixture.add(empty);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(2))).reason, DecisionReason::UnknownCredential);
        empty = fixture.credential(2);
        empty.generations[0].verifier.clear(); // of a generation that only explains
        empty.generations.push_back(fixture.generation(empty, 2, 2));
        fixture.add(empty);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(2))).reason, DecisionReason::UnknownCredential);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(2, 2))).generation, 2);
        fixture.add(fixture.credential(3));
        fixture.policy = fixture.policy.withDecisions(false);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(3))).reason, DecisionReason::HistoryNotAccepted);
    }

    void everyReasonHasItsStatus()
    {
        using R = DecisionReason;
        const std::pair<int, QList<R>> groups[]{
            {401,
             {R::MissingCredential, R::MultipleCredentials, R::MalformedCredential, R::UnknownCredential,
              R::CredentialPending, R::CredentialSuspended, R::CredentialExpired, R::CredentialRevoked,
              R::TokenExpired, R::TokenRevoked, R::TokenInvalid}},
            {429, {R::RateLimited, R::QuotaExceeded}},
            {400, {R::BadRequest}},
            {410, {R::VersionEnded}},
            {431, {R::HeaderTooLarge}},
            {411, {R::LengthRequired}},
            {413, {R::BodyTooLarge}},
            {415, {R::ContentTypeNotAllowed}},
            {403,
             {R::WrongRealm, R::PartnerFrozen, R::PartnerOffboarded, R::StageNotAllowed, R::UnknownRoute,
              R::MissingScope, R::ResourceNotGranted, R::GatewayUntrusted, R::HistoryNotAccepted,
              R::NetworkNotAllowed, R::Unknown}}};
        for (const auto &[status, reasons] : groups) {
            for (const R reason : reasons) {
                Decision decision;
                decision.reason = reason;
                QCOMPARE(decision.status(), status);
                QCOMPARE(decision.outcome(), status == 429 ? Outcome::Throttled : Outcome::Refused);
                QCOMPARE(decision.authenticationFailed(), reason == R::UnknownCredential);
            }
        }
        Decision allowed;
        allowed.allowed = true;
        allowed.reason = R::Allowed;
        QCOMPARE(allowed.status(), 200);
        QCOMPARE(allowed.outcome(), Outcome::Served);
    }

    void statesOfAGeneration()
    {
        using State = GenerationState;
        const std::pair<State, DecisionReason> rows[]{{State::Active, DecisionReason::Allowed},
                                                      {State::Grace, DecisionReason::Allowed},
                                                      {State::Pending, DecisionReason::CredentialPending},
                                                      {State::Void, DecisionReason::CredentialPending},
                                                      {State::Suspended, DecisionReason::CredentialSuspended},
                                                      {State::Ended, DecisionReason::CredentialRevoked},
                                                      {State::Revoked, DecisionReason::CredentialRevoked},
                                                      {State::Unknown, DecisionReason::UnknownCredential}};
        for (const auto &[state, reason] : rows) {
            Fixture fixture;
            CredentialRule rule = fixture.credential(1);
            rule.generations[0].state = state;
            if (state == State::Grace)
                rule.generations[0].graceUntil = noon() + 1h;
            fixture.add(rule);
            QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1))).reason, reason);
            QCOMPARE(fixture.decide(Fixture::call(presented::Assumed{id16(1), 1, {u"orders:read"_s}})).reason,
                     reason);
        }
    }

    void narrowedScopeActsAtOnce()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1, CredentialKind::ClientSecret));
        const TokenClaims claims = Fixture::claims(1);
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims})).reason, DecisionReason::Allowed);
        PartnerRule partner = Fixture::partner();
        partner.scopes.removeAll(u"orders:read"_s);
        fixture.policy = fixture.policy.withPartner(partner);
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims})).reason,
                 DecisionReason::MissingScope);
        fixture.policy = fixture.policy.withPartner(Fixture::partner());
        CredentialRule rule = fixture.credential(1, CredentialKind::ClientSecret);
        rule.scopes = {u"invoices:read"_s};
        fixture.add(rule);
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims})).reason,
                 DecisionReason::MissingScope);
    }

    void resourceRulesNameTheOnlyOnesGranted()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        PartnerRule partner = Fixture::partner();
        partner.resources = {{u"account_id"_s, {u"a1"_s}}};
        fixture.policy = fixture.policy.withPartner(partner);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1), "/api/v1/accounts/a1/balance")).reason,
                 DecisionReason::Allowed);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1), "/api/v1/accounts/%61%31/balance")).reason,
                 DecisionReason::Allowed);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1), "/api/v1/accounts/a2/balance")).reason,
                 DecisionReason::ResourceNotGranted);
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1), "/api/v1/orders/o")).reason,
                 DecisionReason::Allowed);
    }

    void routesMayBeClosedInAStage()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        QList<Route> routes = defaultCatalogue().routes;
        for (Route &route : routes)
            route.stages = {Stage::Sandbox};
        QString why;
        fixture.policy =
            fixture.policy.withCatalogue(RouteCatalogue::compile({defaultCatalogue().api}, routes, &why));
        QCOMPARE(fixture.decide(Fixture::call(Fixture::key(1))).reason, DecisionReason::StageNotAllowed);
    }

    void probeTokensProveAndDoNothingElse()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1, CredentialKind::ClientSecret));
        PartnerRule partner = Fixture::partner();
        partner.limits.production = {0, 1, 1}; // nothing passes, but a probe does
        fixture.policy = fixture.policy.withPartner(partner);
        TokenClaims claims = Fixture::claims(1);
        claims.probe = true;
        claims.scopes = {QString::fromUtf16(probeScope)};
        const Decision proven = fixture.decide(Fixture::call(presented::Token{claims}, "/api/v1/probe"));
        QCOMPARE(proven.reason, DecisionReason::Allowed);
        QVERIFY(proven.allowed);
        QVERIFY(!proven.limits);
        claims.scopes.append(u"orders:read"_s);
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims})).reason,
                 DecisionReason::MissingScope);
        // And nobody else gets through the probe route, even when somebody granted that scope.
        partner = Fixture::partner();
        partner.scopes.append(QString::fromUtf16(probeScope));
        fixture.policy = fixture.policy.withPartner(partner);
        CredentialRule rule = fixture.credential(1, CredentialKind::ClientSecret);
        rule.scopes.append(QString::fromUtf16(probeScope));
        fixture.add(rule);
        claims.probe = false;
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims}, "/api/v1/probe")).reason,
                 DecisionReason::MissingScope);
        rule.state = CredentialState::Revoked;
        fixture.add(rule);
        claims.probe = true;
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims}, "/api/v1/probe")).reason,
                 DecisionReason::CredentialRevoked);
    }

    // Whatever the path: if the catalogue does not have it, or it is not canonical, nobody gets through.
    void unknownRoutesAreDenied()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        static const QByteArrayList words{"api",    "v1",  "orders", "..",     ".",         "",
                                          "%2e%2e", "%2F", "x",      "ORDERS", "orders%00", "%6frders"};
        const QStringList known{u"/api/v1/orders"_s,        u"/api/v1/orders/x"_s,
                                u"/api/v1/orders/api"_s,    u"/api/v1/orders/v1"_s,
                                u"/api/v1/orders/orders"_s, u"/api/v1/orders/ORDERS"_s};
        QVERIFY(rc::check("only known routes pass", [&] {
            QByteArray path;
            const auto depth = *rc::gen::inRange(1, 6);
            for (int i = 0; i < depth; ++i)
                path += "/" + words[*rc::gen::inRange<qsizetype>(0, words.size())];
            const Decision decision = fixture.decide(Fixture::call(Fixture::key(1), path));
            const bool expected = known.contains(QString::fromLatin1(QByteArray(path).replace("%6f", "o"))) &&
                                  !path.contains("..") && !path.contains("%2");
            RC_ASSERT(decision.allowed == expected);
            if (!decision.allowed)
                RC_ASSERT(decision.reason == DecisionReason::UnknownRoute ||
                          decision.reason == DecisionReason::BadRequest);
        }));
    }

    // Refused for any reason: no counter moves.
    void refusalsConsumeNothing()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        QVERIFY(rc::check("refused calls leave the quota alone", [&] {
            static const QByteArrayList paths{"/api/v1/orders", "/api/v1/invoices", "/api/v1/none",
                                              "/api/v1//orders"};
            const qint64 before =
                fixture.counters.quotaUsed(u"prt_1"_s, Realm::Production, QTimeZone::utc(), noon());
            const Decision decision =
                fixture.decide(Fixture::call(Fixture::key(*rc::gen::inRange(1, 3), *rc::gen::inRange(1, 3)),
                                             paths[*rc::gen::inRange<qsizetype>(0, paths.size())]));
            const qint64 after =
                fixture.counters.quotaUsed(u"prt_1"_s, Realm::Production, QTimeZone::utc(), noon());
            RC_ASSERT(after - before == (decision.allowed ? 1 : 0));
        }));
    }

    void sixtyFourThreadsNeverPassTheQuota()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        PartnerRule partner = Fixture::partner();
        partner.limits.production = {1e6, 1000000, 1000};
        fixture.policy = fixture.policy.withPartner(partner);
        std::atomic<int> allowed{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 64; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 40; ++i)
                    allowed += fixture.decide(Fixture::call(Fixture::key(1))).allowed ? 1 : 0;
            });
        }
        for (auto &each : threads)
            each.join();
        QCOMPARE(allowed.load(), 1000);
    }

    void assumedCallsAreJudgedAlike()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        const Decision decision =
            fixture.decide(Fixture::call(presented::Assumed{id16(1), 1, {u"orders:read"_s}}));
        QCOMPARE(decision.reason, DecisionReason::Allowed);
        QCOMPARE(fixture.decide(Fixture::call(presented::Assumed{id16(1), 2, {u"orders:read"_s}})).reason,
                 DecisionReason::CredentialRevoked);
    }
};

QTEST_APPLESS_MAIN(TestDecide)
#include "tst_decide.moc"

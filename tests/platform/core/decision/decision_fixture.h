// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/credential_format.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/core/decision/decide.h"
#include "platform/core/decision/record_fields.h"
#include "platform/demo/default_catalogue.h"

#include <QString>

/// A small platform without a server: one pepper, the default catalogue, and partners and credentials made on
/// demand.
namespace testing {

using namespace pc;
using namespace pc::platform;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline Instant noon()
{
    return instantOf(QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC));
}

inline QByteArray id16(int n)
{
    return "Cred" + QByteArray::number(n).rightJustified(12, '0');
}

struct Fixture
{
    PepperRing peppers;
    Policy policy;
    Counters counters;

    Fixture()
    {
        peppers.add(1, Secret::copyOf(QByteArray(32, 'p')));
        QString why;
        policy = policy.withCatalogue(
            RouteCatalogue::compile({defaultCatalogue().api}, defaultCatalogue().routes, &why));
        Q_ASSERT(why.isEmpty());
        policy = policy.withScopes(defaultCatalogue().scopes);
        policy = policy.withPartner(partner());
    }

    [[nodiscard]] static PartnerRule partner(int n = 1)
    {
        PartnerRule rule;
        rule.id = u"prt_"_s + QString::number(n);
        rule.stage = Stage::Production;
        rule.status = PartnerStatus::Active;
        rule.scopes = {u"orders:read"_s, u"orders:write"_s, u"invoices:read"_s, u"accounts:read"_s};
        rule.limits.sandbox = {5, 5, 1000};
        rule.limits.limited = {5, 5, 1000};
        rule.limits.production = {1000, 1000, 100000};
        return rule;
    }

    /// The secret43 that belongs to a generation here.
    [[nodiscard]] static Secret secret(int credential, int generation)
    {
        const QByteArray text =
            "Secret" + QByteArray::number(credential) + "g" + QByteArray::number(generation);
        return Secret::copyOf(text.leftJustified(43, 'x'));
    }

    [[nodiscard]] GenerationRule generation(const CredentialRule &credential, int n, int number,
                                            GenerationState state = GenerationState::Active) const
    {
        GenerationRule rule;
        rule.number = number;
        rule.state = state;
        rule.pepperVersion = 1;
        rule.verifier = peppers.verifier({credential.partnerId, credential.id(), number, credential.realm},
                                         secret(n, number));
        return rule;
    }

    [[nodiscard]] CredentialRule credential(int n, CredentialKind kind = CredentialKind::ApiKey,
                                            Realm realm = Realm::Production, int partnerNumber = 1) const
    {
        CredentialRule rule;
        rule.id16 = id16(n);
        rule.partnerId = u"prt_"_s + QString::number(partnerNumber);
        rule.kind = kind;
        rule.realm = realm;
        rule.state = CredentialState::Active;
        rule.scopes = {u"orders:read"_s, u"accounts:read"_s};
        rule.expiresAt = noon() + 24h * 90;
        rule.generations.push_back(generation(rule, n, 1));
        return rule;
    }

    void add(CredentialRule rule) { policy = policy.withCredential(std::move(rule)); }

    [[nodiscard]] static Presented key(int n, int generation = 1, Realm realm = Realm::Production)
    {
        return presented::Key{
            {QByteArray("pcx"), CredentialTextType::ApiKey, realm, id16(n), secret(n, generation)}};
    }

    [[nodiscard]] static TokenClaims claims(int n, int generation = 1, Realm realm = Realm::Production)
    {
        TokenClaims token;
        token.jti = "jti-" + QByteArray::number(n);
        token.digest = tokenDigest(token.jti);
        token.id16 = id16(n);
        token.partnerId = u"prt_1"_s;
        token.generation = generation;
        token.realm = realm;
        token.scopes = {u"orders:read"_s};
        token.issuedAt = noon() - 10s;
        token.expiresAt = noon() + 590s;
        return token;
    }

    [[nodiscard]] static DecisionRequest call(Presented presented, const QByteArray &path = "/api/v1/orders",
                                              const QByteArray &method = "GET")
    {
        DecisionRequest request;
        request.gateway.emplace();
        request.presented = std::move(presented);
        request.method = method;
        request.rawPath = path;
        return request;
    }

    Decision decide(const DecisionRequest &request, Moment now = {noon(), 0ns})
    {
        return pc::platform::decide(policy, peppers, request, counters, now);
    }
};

} // namespace testing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/first_uses.h"
#include "platform/core/decision/legacy_reader.h"
#include "platform/core/decision/metering.h"
#include "platform/core/secrets/bcrypt.h"
#include "platform/core/secrets/legacy_lookup.h"
#include "platform/gateway/read_credential.h"
#include "platform/gateway/shown_fields.h"
#include "tests/platform/core/decision/decision_fixture.h"

#include <QTest>

#include <atomic>
#include <future>

namespace testing {

/// Knows no token; takes "eyJ", "ours", dots for one that was.
class NoTokens final : public TokenReader
{
public:
    [[nodiscard]] Presented read(QByteArrayView) const override { return presented::BadToken{}; }
    [[nodiscard]] bool isOurs(QByteArrayView token) const override { return token.startsWith("eyJours."); }
};

/// Imported keys of all schemes beside one of ours. Their texts are made here.
struct LegacyFixture
{
    Fixture fixture;
    LegacyHmacKeys hmacKeys;
    SystemRandom random;
    std::unique_ptr<PolicyHolder> holder;
    std::unique_ptr<LegacyReader> reader;
    FailureLimiter failures;
    CallQueue calls;
    ManualClock clock{noon()};
    std::unique_ptr<Authorizer> authorizer;
    std::unique_ptr<FirstUses> firstUses;
    std::atomic<int> stored{0};
    NoTokens tokens;
    QByteArray otherKey = randomBase62(random, 32).view().toByteArray();

    LegacyFixture()
    {
        hmacKeys.add("old", Secret::copyOf(otherKey));
        fixture.add(fixture.credential(1));
        holder = std::make_unique<PolicyHolder>(fixture.policy);
        reader = std::make_unique<LegacyReader>(*holder, fixture.peppers, hmacKeys);
        authorizer =
            std::make_unique<Authorizer>(*holder, fixture.peppers, fixture.counters, failures, calls, clock);
        firstUses = std::make_unique<FirstUses>(*holder, fixture.peppers, failures, clock);
        firstUses->setSink([this](const FirstUses::Proof &) { ++stored; });
    }

    [[nodiscard]] QByteArray freshKey(const QByteArray &prefix = {})
    {
        return prefix + randomBase62(random, 24).view().toByteArray();
    }

    /// An API key of ours, of credential 1.
    [[nodiscard]] static QByteArray ours()
    {
        CredentialText parts;
        parts.brand = "pcx";
        parts.type = CredentialTextType::ApiKey;
        parts.realm = Realm::Production;
        parts.id = id16(1);
        parts.secret = Fixture::secret(1, 1);
        return formatCredential(parts)->view().toByteArray();
    }

    [[nodiscard]] CredentialRule ruleFor(int n, const LegacyRule &legacy) const
    {
        CredentialRule rule = fixture.credential(n, CredentialKind::LegacyKey);
        rule.generations.front().verifier.clear();
        rule.legacy = legacy;
        return rule;
    }

    void publish(const CredentialRule &rule)
    {
        holder->publish([&rule](const Policy &policy) { return policy.withCredential(rule); });
    }

    /// A key by the digest of the other system.
    void addFast(int n, const QByteArray &header, KeyScheme scheme, const QByteArray &text)
    {
        const QByteArray name = scheme == KeyScheme::HmacSha256 ? QByteArray("old") : QByteArray();
        const QByteArray digest = *legacy::digestOf(scheme, hmacKeys.find(name), text);
        publish(ruleFor(n, {header,
                            scheme,
                            name,
                            legacy::lookupOf(fixture.peppers, 1, header, scheme, name, digest),
                            1,
                            0,
                            {}}));
    }

    void addBcrypt(int n, const QByteArray &header, const QByteArray &prefix, const QByteArray &text)
    {
        const QByteArray hash = bcryptHash(Secret::copyOf(text), 4, randomBytes(random, 16).view());
        QVERIFY(!hash.isEmpty());
        CredentialRule rule = ruleFor(n, {header,
                                          KeyScheme::Bcrypt,
                                          {},
                                          legacy::prefixOf(fixture.peppers, 1, header, prefix),
                                          1,
                                          static_cast<int>(prefix.size()),
                                          {}});
        rule.legacy->box = legacy::closeHash(fixture.peppers, 1, rule.id(), hash, random);
        publish(rule);
    }

    [[nodiscard]] Presented read(const HttpHeaders &headers) const
    {
        return readCredential(headers, "pcx", tokens, reader.get());
    }

    [[nodiscard]] CallFacts facts(const HttpHeaders &headers, const QByteArray &source = "192.0.2.1") const
    {
        CallFacts facts;
        facts.question = Fixture::call(read(headers));
        facts.question.gateway = {u"edge"_s};
        facts.source = source;
        return facts;
    }

    /// Everything that the gateway endpoint finds in a call while something is observed.
    [[nodiscard]] CallFacts observed(const HttpHeaders &headers, const QByteArray &source = "192.0.2.1") const
    {
        CallFacts asked = facts(headers, source);
        asked.mayPass = true;
        if (isOurs(asked.question.presented))
            return asked;
        asked.shownTexts = shownTexts(headers, reader.get()).texts;
        asked.carried = lookThrough(headers, "pcx", tokens, reader.get());
        return asked;
    }

    void observeAll()
    {
        holder->publish([](const Policy &policy) {
            return policy.withObservations(
                {{u"obs_1"_s, ObservationKind::Api, defaultCatalogue().api.id, {}, noon() + 24h}});
        });
    }

    void change(int n, const std::function<void(CredentialRule &)> &act)
    {
        holder->publish([&](const Policy &policy) {
            CredentialRule rule = *policy.storedCredential(id16(n));
            act(rule);
            return policy.withCredential(rule);
        });
    }

    /// As the gateway endpoint does it.
    [[nodiscard]] Decision ask(const HttpHeaders &headers, const QByteArray &source = "192.0.2.1")
    {
        CallFacts asked = facts(headers, source);
        if (!firstUses->isNeeded(asked))
            return authorizer->authorize(std::move(asked)).decision;
        std::promise<Decision> answer;
        firstUses->prove(std::move(asked), [&](CallFacts proved) {
            answer.set_value(authorizer->authorize(std::move(proved)).decision);
        });
        return answer.get_future().get();
    }

    [[nodiscard]] DecisionReason reason(const HttpHeaders &headers, const QByteArray &source = "192.0.2.1")
    {
        return ask(headers, source).reason;
    }
};

} // namespace testing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/core/decision/decision_fixture.h"

#include <rapidcheck.h>

#include <QTest>

using namespace testing;

namespace {

/// A list of a property's case; few addresses, so that they meet.
QList<NetworkEntry> anyList()
{
    QList<NetworkEntry> list;
    const int count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
        const bool isV6 = *rc::gen::arbitrary<bool>();
        const pc::rules::Address address{isV6, 0, *rc::gen::inRange<quint64>(0, 64)};
        const int bits = pc::rules::bitsOf(address);
        const auto network = pc::rules::networkAround(address, *rc::gen::inRange(bits - 7, bits + 1));
        NetworkEntry entry{pc::rules::toText(network), {}, {}, {}};
        if (*rc::gen::inRange(0, 3) == 0)
            entry.from = toDateTime(noon() + std::chrono::hours(*rc::gen::inRange(-1, 2)));
        if (*rc::gen::inRange(0, 3) == 0)
            entry.until = toDateTime(noon() + std::chrono::hours(*rc::gen::inRange(-1, 2)));
        list.append(entry);
    }
    return list;
}

} // namespace

class TestNetworksDecided : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// After credential, partner and stage, before anything of the route; in the realm of the credential.
    void networksAreAskedAfterThePartner()
    {
        Fixture fixture;
        PartnerRule partner = fixture.partner();
        NetworkRules rules;
        rules.production = {{u"192.0.2.0/24"_s, {}, {}, {}},
                            {u"2001:db8::/48"_s, {}, {}, {}},
                            {u"198.51.100.7/32"_s, {}, toDateTime(noon() + 1h), toDateTime(noon() + 2h)}};
        rules.credentials = {{u"crd_"_s + QString::fromLatin1(id16(2)), {{u"192.0.2.8/29"_s, {}, {}, {}}}}};
        partner.networks = {networkRuleOf(rules)};
        fixture.policy = fixture.policy.withPartner(partner);
        for (int n = 1; n <= 2; ++n)
            fixture.add(fixture.credential(n));
        fixture.add(fixture.credential(3, CredentialKind::ApiKey, Realm::Sandbox));
        const auto reason = [&](int n, const char *source, Instant at = noon(),
                                const QByteArray &path = "/api/v1/orders") {
            DecisionRequest call =
                Fixture::call(Fixture::key(n, 1, n == 3 ? Realm::Sandbox : Realm::Production), path);
            call.source = pc::rules::addressOf(source);
            return fixture.decide(call, {at, 0ns}).reason;
        };
        using R = DecisionReason;
        QCOMPARE(reason(1, "192.0.2.1"), R::Allowed);
        QCOMPARE(reason(1, "::ffff:192.0.2.1"), R::Allowed);
        QCOMPARE(reason(1, "2001:db8:0:9::1"), R::Allowed);
        QCOMPARE(reason(1, "192.0.3.1"), R::NetworkNotAllowed);
        QCOMPARE(reason(1, "2001:db9::1"), R::NetworkNotAllowed);
        QCOMPARE(reason(1, "unix"), R::NetworkNotAllowed);
        QCOMPARE(reason(1, ""), R::NetworkNotAllowed);
        QCOMPARE(reason(1, "198.51.100.7"), R::NetworkNotAllowed);
        QCOMPARE(reason(1, "198.51.100.7", noon() + 1h), R::Allowed);
        QCOMPARE(reason(1, "198.51.100.7", noon() + 2h), R::NetworkNotAllowed);
        QCOMPARE(reason(2, "192.0.2.9"), R::Allowed);
        QCOMPARE(reason(2, "192.0.2.1"), R::NetworkNotAllowed);
        QCOMPARE(reason(3, "203.0.113.1"), R::Allowed); // the sandbox has no list
        QCOMPARE(reason(3, "unix"), R::Allowed);
        QCOMPARE(reason(1, "192.0.3.1", noon(), "/nowhere"), R::NetworkNotAllowed);
        QCOMPARE(reason(4, "192.0.3.1"), R::UnknownCredential);
        partner.status = PartnerStatus::Frozen;
        fixture.policy = fixture.policy.withPartner(partner);
        QCOMPARE(reason(1, "192.0.3.1"), R::PartnerFrozen);
    }

    /// The service itself asks through a gateway: from no network of the partner's.
    void aProbeComesFromAnywhere()
    {
        Fixture fixture;
        PartnerRule partner = fixture.partner();
        partner.networks = {networkRuleOf({})}; // nothing may call in production
        fixture.policy = fixture.policy.withPartner(partner);
        fixture.add(fixture.credential(1, CredentialKind::ClientSecret));
        TokenClaims claims = Fixture::claims(1);
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims})).reason,
                 DecisionReason::NetworkNotAllowed);
        claims.probe = true;
        claims.scopes = {QStringView(probeScope).toString()};
        QCOMPARE(fixture.decide(Fixture::call(presented::Token{claims}, "/api/v1/probe")).reason,
                 DecisionReason::Allowed);
    }

    /// What is compiled for decisions says of every address and instant what the rules of the contract say.
    void compiledListsSayWhatTheRulesSay()
    {
        QVERIFY(rc::check("compiled lists", [] {
            NetworkRules rules;
            rules.sandbox = anyList();
            rules.production = anyList();
            if (*rc::gen::arbitrary<bool>())
                rules.waiver =
                    NetworkWaiver{toDateTime(noon() + std::chrono::hours(*rc::gen::inRange(-1, 2))), u"x"_s};
            const QString id = u"crd_"_s + QString::fromLatin1(id16(1));
            if (const QList<NetworkEntry> own = anyList(); !own.isEmpty())
                rules.credentials = {{id, own}};
            const NetworkRule compiled = networkRuleOf(rules);
            RC_ASSERT(compiled.isWithin(compiled, noon()));
            for (const Realm realm : {Realm::Sandbox, Realm::Production}) {
                for (quint64 low = 0; low < 66; ++low) {
                    for (const bool isV6 : {false, true}) {
                        const pc::rules::Address address{isV6, 0, low};
                        RC_ASSERT(compiled.allows(realm, id16(1), address, noon()) ==
                                  pc::rules::allows(rules, realm, id, pc::rules::toText(address),
                                                    toDateTime(noon())));
                    }
                }
                RC_ASSERT(compiled.allows(realm, id16(2), std::nullopt, noon()) ==
                          pc::rules::allows(rules, realm, {}, u"unix"_s, toDateTime(noon())));
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestNetworksDecided)
#include "tst_networks_decided.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/widening.h"

#include "platform/core/decision/decide.h"
#include "tests/platform/core/decision/decision_fixture.h"

#include <rapidcheck.h>

#include <QTest>

using namespace testing;

namespace {

QStringList anyScopes()
{
    QStringList scopes;
    for (const QString &each : {u"orders:read"_s, u"orders:write"_s, u"accounts:read"_s})
        if (*rc::gen::arbitrary<bool>())
            scopes.append(each);
    return scopes;
}

Limits anyLimits()
{
    return {double(*rc::gen::inRange(1, 3)), *rc::gen::inRange(1, 3), *rc::gen::inRange<qint64>(0, 3)};
}

/// Few addresses and hours, so that they meet.
QList<NetworkEntry> anyList()
{
    QList<NetworkEntry> list;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) {
        NetworkEntry entry{
            *rc::gen::element(u"192.0.2.0/24"_s, u"192.0.2.0/25"_s, u"192.0.2.1/32"_s, u"2001:db8::/64"_s),
            {},
            {},
            {}};
        if (*rc::gen::inRange(0, 3) == 0)
            entry.from = toDateTime(noon() + std::chrono::hours(*rc::gen::inRange(-1, 3)));
        if (*rc::gen::inRange(0, 3) == 0)
            entry.until = toDateTime(noon() + std::chrono::hours(*rc::gen::inRange(-1, 3)));
        list.append(entry);
    }
    return list;
}

/// As stored: one; or none, which restricts nothing.
QList<NetworkRule> anyNetworks()
{
    if (*rc::gen::inRange(0, 4) == 0)
        return {};
    NetworkRules rules;
    rules.sandbox = anyList();
    rules.production = anyList();
    if (*rc::gen::arbitrary<bool>())
        rules.waiver =
            NetworkWaiver{toDateTime(noon() + std::chrono::hours(*rc::gen::inRange(-1, 3))), u"x"_s};
    if (const QList<NetworkEntry> own = anyList(); !own.isEmpty())
        rules.credentials = {{u"crd_"_s + QString::fromLatin1(id16(1)), own}};
    return {networkRuleOf(rules)};
}

/// Mostly like `from`, so that many pairs are wider or narrower.
PartnerRule changed(PartnerRule rule)
{
    switch (*rc::gen::inRange(0, 11)) {
    case 9:
    case 10:
        rule.networks = anyNetworks();
        break;
    case 0:
        rule.scopes = anyScopes();
        break;
    case 1:
        rule.status =
            *rc::gen::element(PartnerStatus::Active, PartnerStatus::Frozen, PartnerStatus::Offboarded);
        break;
    case 2:
        rule.stage = *rc::gen::element(Stage::Sandbox, Stage::Limited, Stage::Production);
        break;
    case 3:
        rule.resources = {{u"account_id"_s, {u"a1"_s}}};
        break;
    case 4:
        rule.resources = {{u"account_id"_s, {u"a1"_s, u"a2"_s}}};
        break;
    case 5:
        rule.resources.clear();
        break;
    case 6:
        rule.limits.production = anyLimits();
        break;
    case 7:
        rule.limits.sandbox = anyLimits();
        break;
    default:
        rule.limitOverride = LimitOverride{};
        rule.limitOverride->limits = anyLimits();
        break;
    }
    return rule;
}

CredentialRule changed(CredentialRule rule, const Fixture &fixture)
{
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
        rule.scopes = anyScopes();
        break;
    case 1:
        rule.state =
            *rc::gen::element(CredentialState::Active, CredentialState::Rotating, CredentialState::Suspended,
                              CredentialState::Revoked, CredentialState::Pending);
        break;
    case 2:
        rule.expiresAt = noon() + std::chrono::hours(*rc::gen::inRange(-2, 3));
        break;
    case 3:
        rule.generations.push_back(
            fixture.generation(rule, 1, rule.generations.empty() ? 1 : rule.generations.back().number + 1,
                               *rc::gen::element(GenerationState::Active, GenerationState::Pending)));
        break;
    case 4:
        if (!rule.generations.empty())
            rule.generations.erase(rule.generations.begin());
        break;
    default:
        for (GenerationRule &each : rule.generations) {
            each.state =
                *rc::gen::element(GenerationState::Active, GenerationState::Grace, GenerationState::Ended);
            each.graceUntil = each.state == GenerationState::Grace
                                  ? std::optional(noon() + std::chrono::hours(*rc::gen::inRange(-1, 3)))
                                  : std::nullopt;
        }
        break;
    }
    return rule;
}

/// Every call that can be told apart here.
std::vector<DecisionRequest> everyCall(Realm realm)
{
    std::vector<DecisionRequest> calls;
    for (const char *path : {"/api/v1/orders", "/api/v1/accounts/a1/balance", "/api/v1/accounts/a2/balance"})
        for (int generation = 1; generation <= 3; ++generation)
            for (const char *source : {"192.0.2.1", "192.0.2.2", "192.0.2.200", "2001:db8::1", "unix"}) {
                calls.push_back(Fixture::call(Fixture::key(1, generation, realm), path));
                calls.back().source = pc::rules::addressOf(source);
            }
    return calls;
}

/// Whether one of the calls that pass under `before` is refused under `after`, now or within three hours.
bool takesAway(const Fixture &fixture, const Policy &before, const Policy &after, Realm realm)
{
    for (const DecisionRequest &call : everyCall(realm))
        for (int hour = 0; hour <= 3; ++hour) {
            const Instant at = noon() + std::chrono::hours(hour);
            if (evaluate(before, fixture.peppers, call, at).decision.allowed &&
                !evaluate(after, fixture.peppers, call, at).decision.allowed)
                return true;
        }
    return false;
}

} // namespace

/// What counts as proven to take nothing away.
class TestWidening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The proof is held to what decides: what is called wider lets everything pass that passed before.
    void nothingWiderRefusesMore()
    {
        int wider = 0;
        QVERIFY(rc::check("partners", [&wider] {
            Fixture fixture;
            const auto realm = *rc::gen::element(Realm::Sandbox, Realm::Production);
            fixture.add(fixture.credential(1, CredentialKind::ApiKey, realm));
            const PartnerRule before = changed(changed(Fixture::partner()));
            const PartnerRule after = changed(before);
            if (!isWidening(before, after, noon()))
                return;
            ++wider;
            RC_ASSERT(!takesAway(fixture, fixture.policy.withPartner(before),
                                 fixture.policy.withPartner(after), realm));
            if (before.status == PartnerStatus::Active)
                for (const Realm each : {Realm::Sandbox, Realm::Production})
                    RC_ASSERT(
                        pc::rules::isWithin(before.limitsAt(each, noon()), after.limitsAt(each, noon())));
        }));
        QVERIFY2(wider > 50, qPrintable(QString::number(wider)));

        wider = 0;
        QVERIFY(rc::check("credentials", [&wider] {
            Fixture fixture;
            const CredentialRule before = changed(changed(fixture.credential(1), fixture), fixture);
            const CredentialRule after = changed(before, fixture);
            if (!isWidening(before, after, noon()))
                return;
            ++wider;
            RC_ASSERT(!takesAway(fixture, fixture.policy.withCredential(before),
                                 fixture.policy.withCredential(after), Realm::Production));
        }));
        QVERIFY2(wider > 50, qPrintable(QString::number(wider)));
    }

    /// A change and whether it is wider there, and back again.
    void partnersEachWay()
    {
        PartnerRule before = Fixture::partner();
        before.resources = {{u"account_id"_s, {u"1"_s, u"2"_s}}};
        const auto ways = [&before](const std::function<void(PartnerRule &)> &change) {
            PartnerRule after = before;
            change(after);
            return std::pair(isWidening(before, after, noon()), isWidening(after, before, noon()));
        };
        const std::pair up(true, false);
        const std::pair neither(false, false);
        const std::pair same(true, true);
        QCOMPARE(ways([](PartnerRule &) {}), same);
        QCOMPARE(ways([](PartnerRule &r) { r.facts.version += 1; }), same); // decisions do not look at it
        QCOMPARE(ways([](PartnerRule &r) { r.scopes.append(u"more"_s); }), up);
        QCOMPARE(ways([](PartnerRule &r) { r.scopes[1] = u"other"_s; }), neither);
        QCOMPARE(ways([](PartnerRule &r) { r.resources.clear(); }), up);
        QCOMPARE(ways([](PartnerRule &r) { r.resources[0].values.append(u"3"_s); }), up);
        QCOMPARE(ways([](PartnerRule &r) { r.resources[0].values[1] = u"3"_s; }), neither);
        QCOMPARE(ways([](PartnerRule &r) { r.resources[0].parameter = u"order_id"_s; }), neither);
        QCOMPARE(ways([](PartnerRule &r) { r.limits.production.rate += 1; }), up);
        QCOMPARE(ways([](PartnerRule &r) { r.limits.production.burst += 1; }), up);
        QCOMPARE(ways([](PartnerRule &r) { r.limits.production.dailyQuota = 0; }), up); // none
        QCOMPARE(ways([](PartnerRule &r) { r.limits.sandbox.dailyQuota += 1; }), up);
        QCOMPARE(ways([](PartnerRule &r) { r.limits.limited = {}; }), same); // not its stage
        QCOMPARE(ways([](PartnerRule &r) { r.limits.production = {999, 1001, 100000}; }), neither);
        QCOMPARE(ways([](PartnerRule &r) { r.stage = Stage::Limited; }), neither); // routes name their stages
        QCOMPARE(ways([](PartnerRule &r) { r.timeZone = QTimeZone(3600); }), neither); // its day is another
        QCOMPARE(ways([](PartnerRule &r) { r.status = PartnerStatus::Frozen; }), std::pair(false, true));
    }
    void credentialsEachWay()
    {
        const Fixture fixture;
        CredentialRule before = fixture.credential(1);
        before.generations.push_back(fixture.generation(before, 1, 2, GenerationState::Grace));
        before.generations[1].graceUntil = noon() + 1h;
        const auto ways = [&before](const std::function<void(CredentialRule &)> &change) {
            CredentialRule after = before;
            change(after);
            return std::pair(isWidening(before, after, noon()), isWidening(after, before, noon()));
        };
        const std::pair up(true, false);
        const std::pair down(false, true);
        const std::pair same(true, true);
        QCOMPARE(ways([](CredentialRule &r) { r.version += 1; }), same);
        QCOMPARE(ways([](CredentialRule &r) { r.state = CredentialState::Rotating; }), same);
        QCOMPARE(ways([](CredentialRule &r) { r.state = CredentialState::Suspended; }), down);
        QCOMPARE(ways([](CredentialRule &r) { r.expiresAt += 1h; }), up);
        QCOMPARE(ways([](CredentialRule &r) { r.expiresAt = noon(); }), down);
        QCOMPARE(ways([](CredentialRule &r) { r.scopes.removeFirst(); }), down);
        QCOMPARE(ways([](CredentialRule &r) { r.generations[1].graceUntil = noon() + 2h; }), up);
        QCOMPARE(ways([](CredentialRule &r) { r.generations[1].graceUntil = noon() + 1min; }), down);
        QCOMPARE(ways([](CredentialRule &r) { r.generations[1].state = GenerationState::Ended; }), down);
        QCOMPARE(ways([](CredentialRule &r) { r.generations.pop_back(); }), down);
        QCOMPARE(ways([](CredentialRule &r) { r.generations[0].verifier = QByteArray(32, 'x'); }),
                 std::pair(false, false));
        QCOMPARE(ways([](CredentialRule &r) { r.kind = CredentialKind::ClientSecret; }),
                 std::pair(false, false));
        QCOMPARE(ways([](CredentialRule &r) { r.realm = Realm::Sandbox; }), std::pair(false, false));
    }
};

QTEST_APPLESS_MAIN(TestWidening)
#include "tst_widening.moc"

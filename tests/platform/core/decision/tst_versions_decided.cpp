// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/observation.h"
#include "tests/platform/core/decision/decision_fixture.h"

#include <QTest>

using namespace testing;

/// What ends by a date is refused from that moment on, and nothing beside it.
class TestVersionsDecided : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVersionEndsToTheMoment()
    {
        Fixture fixture;
        fixture.add(fixture.credential(1));
        ApiVersion version;
        version.id = u"ver_1"_s;
        version.apiId = defaultCatalogue().api.id;
        version.pathPrefix = u"/api/v1/orders"_s;
        version.deprecatedAt = toDateTime(noon()).addDays(-30);
        version.successorUrl = u"https://dev.example/v2"_s;
        version.guideUrl = u"https://dev.example/guide"_s;
        const auto decided = [&](std::chrono::milliseconds untilSunset, const QByteArray &path) {
            version.sunsetAt = toDateTime(noon() + untilSunset);
            QString why;
            fixture.policy = fixture.policy.withCatalogue(RouteCatalogue::compile(
                {defaultCatalogue().api}, defaultCatalogue().routes, &why, {version}));
            return fixture.decide(Fixture::call(Fixture::key(1), path));
        };
        const Decision before = decided(1ms, "/api/v1/orders");
        QVERIFY(before.allowed);
        QCOMPARE(before.sunsetAt, version.sunsetAt);
        QCOMPARE(before.notice->link, QByteArray("<https://dev.example/v2>; rel=\"successor-version\", "
                                                 "<https://dev.example/guide>; rel=\"deprecation\", "
                                                 "<https://dev.example/guide>; rel=\"sunset\""));
        const Decision after = decided(0ms, "/api/v1/orders");
        QCOMPARE(after.reason, DecisionReason::VersionEnded);
        QCOMPARE(after.outcome(), Outcome::Refused);
        QCOMPARE(after.routeId, u"rte_orders"_s);
        QVERIFY(!after.limits);                            // nothing was counted
        QVERIFY(!pc::rules::passesObserved(after.reason)); // it was ended on purpose
        const Decision beside = decided(0ms, "/api/v1/accounts/a1/balance");
        QVERIFY(beside.allowed);
        QVERIFY(!beside.sunsetAt && !beside.notice);
    }
};

QTEST_APPLESS_MAIN(TestVersionsDecided)
#include "tst_versions_decided.moc"

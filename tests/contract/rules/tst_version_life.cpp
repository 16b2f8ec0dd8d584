// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/api_rules.h"
#include "contract/rules/version_life.h"

#include <QTest>

#include <rapidcheck.h>

using namespace pc;
using namespace pc::rules;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 30), QTime(12, 0), Qt::UTC);

std::optional<QDateTime> anyDay()
{
    const int day = *rc::gen::inRange(-20, 20);
    return day == 0 ? std::nullopt : std::optional(now.addDays(day));
}

ApiVersion version(std::optional<QDateTime> deprecated, std::optional<QDateTime> sunset)
{
    ApiVersion made;
    made.apiId = u"api_1"_s;
    made.pathPrefix = u"/v1"_s;
    made.deprecatedAt = std::move(deprecated);
    made.sunsetAt = std::move(sunset);
    return made;
}

Route route(const QString &path)
{
    Route made;
    made.apiId = u"api_1"_s;
    made.pathTemplate = path;
    return made;
}

} // namespace

class TestVersionLife final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What does not lie below the base path stays, whatever a database or a log says it is.
    void aPathMovesWithItsBase()
    {
        QCOMPARE(rules::moved(u"/v1/orders"_s, u"/v1"_s, u"/v2"_s), u"/v2/orders"_s);
        QCOMPARE(rules::moved(u"/v1"_s, u"/v1"_s, {}), QString());
        QCOMPARE(rules::moved(u"/orders"_s, {}, u"/v2"_s), u"/v2/orders"_s);
        QCOMPARE(rules::moved(u"/v10/orders"_s, u"/v1"_s, u"/v2"_s), u"/v10/orders"_s);
        QCOMPARE(rules::moved(u"[redacted]"_s, u"/a/longer/base/path"_s, u"/v2"_s), u"[redacted]"_s);
    }

    void theEarlierOfTheTwoCounts()
    {
        QVERIFY(rc::check([] {
            Route own = route(u"/v1/a"_s);
            own.deprecatedAt = anyDay();
            own.sunsetAt = anyDay();
            const ApiVersion its = version(anyDay(), anyDay());
            const Ending ending = endingOf(own, &its);
            for (const auto &[date, a, b] :
                 {std::tuple(ending.deprecatedAt, own.deprecatedAt, its.deprecatedAt),
                  std::tuple(ending.sunsetAt, own.sunsetAt, its.sunsetAt)}) {
                const bool none = !a && !b;
                const bool isOne = date == a || date == b;
                const bool isEarlier = none || ((!a || *date <= *a) && (!b || *date <= *b));
                RC_ASSERT(date.has_value() != none);
                RC_ASSERT(isOne);
                RC_ASSERT(isEarlier);
            }
            RC_ASSERT((endingOf(own, nullptr) == Ending{own.deprecatedAt, own.sunsetAt}));
        }));
    }

    void aRouteIsOfTheVersionThatItsPathLiesIn()
    {
        QList<ApiVersion> versions{version({}, {}), version({}, {})};
        versions[1].pathPrefix = u"/v2"_s;
        QCOMPARE(versionOf(versions, route(u"/v1/a"_s)), &versions[0]);
        QCOMPARE(versionOf(versions, route(u"/v1"_s)), &versions[0]);
        QCOMPARE(versionOf(versions, route(u"/v2/{id}"_s)), &versions[1]);
        QCOMPARE(versionOf(versions, route(u"/v10/a"_s)), nullptr);
        Route other = route(u"/v1/a"_s);
        other.apiId = u"api_2"_s;
        QCOMPARE(versionOf(versions, other), nullptr);
    }

    void itEndsToTheMillisecond()
    {
        QVERIFY(!hasEnded({}, now));
        QVERIFY(!hasEnded(now.addMSecs(1), now));
        QVERIFY(hasEnded(now, now));
        QCOMPARE(stateOf(version({}, {}), now), VersionState::Current);
        QCOMPARE(stateOf(version(now.addDays(1), {}), now), VersionState::Current);
        QCOMPARE(stateOf(version(now, {}), now), VersionState::Deprecated);
        QCOMPARE(stateOf(version({}, now.addDays(400)), now), VersionState::Deprecated);
        QCOMPARE(stateOf(version(now, now), now), VersionState::Ended);
    }

    void itAsksForAttentionWhileSomebodyCalls()
    {
        ApiVersion ending = version(now, now.addDays(sunsetSoonDays));
        QVERIFY(!asksForAttention(ending, now));
        ending.partners30d = 1;
        QVERIFY(asksForAttention(ending, now));
        QVERIFY(!asksForAttention(ending, now.addMSecs(-1)));
        QVERIFY(asksForAttention(ending, ending.sunsetAt->addMSecs(-1)));
        QVERIFY(!asksForAttention(ending, *ending.sunsetAt));
    }

    void aSunsetLiesAheadAndBehindTheDeprecation()
    {
        ApiVersionDraft draft;
        QCOMPARE(sunsetFault(draft, nullptr, now), std::nullopt);
        draft.sunsetAt = now;
        QCOMPARE(sunsetFault(draft, nullptr, now), FieldFault::InThePast);
        draft.sunsetAt = now.addMSecs(1);
        QCOMPARE(sunsetFault(draft, nullptr, now), std::nullopt);
        draft.deprecatedAt = now.addMSecs(2);
        QCOMPARE(sunsetFault(draft, nullptr, now), FieldFault::BeforeStart);
        draft.deprecatedAt = draft.sunsetAt;
        QCOMPARE(sunsetFault(draft, nullptr, now), std::nullopt);
        // What ended may be edited otherwise, and is not ended at another moment in the past.
        const ApiVersion ended = version(now.addDays(-9), now.addDays(-2));
        draft.deprecatedAt = ended.deprecatedAt;
        draft.sunsetAt = ended.sunsetAt;
        QCOMPARE(sunsetFault(draft, &ended, now), std::nullopt);
        draft.sunsetAt = now.addDays(-1);
        QCOMPARE(sunsetFault(draft, &ended, now), FieldFault::InThePast);
    }
};

QTEST_APPLESS_MAIN(TestVersionLife)
#include "tst_version_life.moc"

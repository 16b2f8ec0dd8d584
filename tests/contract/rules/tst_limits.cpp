// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/grants.h"
#include "contract/rules/limits.h"
#include "contract/rules/secret_life.h"

#include <rapidcheck.h>

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::rules;

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
constexpr Stage stages[]{Stage::Unknown, Stage::Sandbox, Stage::Limited, Stage::Production};

Limits anyLimits()
{
    return {double(*rc::gen::inRange(0, 6)), *rc::gen::inRange(0, 6), *rc::gen::inRange<qint64>(0, 6)};
}

QStringList anyNames()
{
    QStringList names;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        if (*rc::gen::arbitrary<bool>())
            names.append(name);
    return names;
}

Grant anyGrant()
{
    Grant grant;
    grant.planId = u"p"_s;
    grant.scopes = anyNames();
    for (const QString &parameter : anyNames())
        grant.resources.append({parameter, anyNames()});
    grant.effective = anyLimits();
    return grant;
}

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAPlanByStage()
    {
        Plan plan;
        plan.id = u"p"_s;
        plan.sandbox = {1, 2, 3};
        plan.limited = {4, 5, 6};
        plan.production = {7, 8, 9};
        const StageLimits limits = limitsOf(plan);
        QCOMPARE(limits.at(Stage::Sandbox), plan.sandbox);
        QCOMPARE(limits.at(Stage::Limited), plan.limited);
        QCOMPARE(limits.at(Stage::Production), plan.production);
        QCOMPARE(limits.at(Stage::Unknown), noLimitsKnown);
        QCOMPARE(noLimitsKnown.rate, 0.0); // nothing passes
        Plan other = plan;
        other.id = u"q"_s;
        other.sandbox = {};
        QCOMPARE(limitsOf({other, plan}, u"p"_s), limits);
        QCOMPARE(limitsOf({other, plan}, u"r"_s), StageLimits{});
    }

    void realms()
    {
        QCOMPARE(realmOf(Stage::Sandbox), Realm::Sandbox);
        QCOMPARE(realmOf(Stage::Limited), Realm::Production);
        QCOMPARE(realmOf(Stage::Production), Realm::Production);
        QCOMPARE(realmOf(Stage::Unknown), Realm::Unknown);
    }

    /// An override holds from its first instant to before its last; what it does not say is open. At a stage
    /// that nobody knows it holds never.
    void inForce()
    {
        const StageLimits plan{{1, 1, 1}, {2, 2, 2}, {3, 3, 3}};
        for (const Stage stage : stages) {
            QCOMPARE(limitsAt(plan, {}, stage, noon), plan.at(stage));
            std::optional<LimitOverride> over = LimitOverride{{7, 8, 9}, {}, {}, {}};
            const auto holds = [&](const std::optional<QDateTime> &from,
                                   const std::optional<QDateTime> &until) {
                over->from = from;
                over->until = until;
                const Limits limits = limitsAt(plan, over, stage, noon);
                const bool inForce = isInForce(*over, noon);
                return inForce && limits == (stage == Stage::Unknown ? noLimitsKnown : over->limits) ? 1
                       : !inForce && limits == plan.at(stage)                                        ? 0
                                                                                                     : -1;
            };
            const QDateTime before = noon.addMSecs(-1);
            const QDateTime after = noon.addMSecs(1);
            QCOMPARE(holds({}, {}), 1);
            QCOMPARE(holds(noon, {}), 1);
            QCOMPARE(holds(after, {}), 0);
            QCOMPARE(holds({}, after), 1);
            QCOMPARE(holds({}, noon), 0);
            QCOMPARE(holds(before, after), 1);
            QCOMPARE(holds(before, before), 0);
        }
    }

    void ofAGrant()
    {
        const Plan plan{u"p"_s, {}, {}, {1, 1, 1}, {2, 2, 2}, {3, 3, 3}};
        Grant grant;
        for (const Stage stage : stages)
            QCOMPARE(limitsAt(grant, plan, stage, noon), limitsOf(plan).at(stage));
        grant.limitOverride = LimitOverride{{7, 8, 9}, {}, noon, {}};
        QCOMPARE(limitsAt(grant, plan, Stage::Limited, noon.addMSecs(-1)), (Limits{7, 8, 9}));
        QCOMPARE(limitsAt(grant, plan, Stage::Limited, noon), plan.limited);
    }

    void narrowerOfTwo()
    {
        const Limits limits{5, 10, 100};
        QVERIFY(isWithin(limits, limits));
        QVERIFY(isWithin({4, 10, 100}, limits) && !isWithin({6, 10, 100}, limits));
        QVERIFY(isWithin({5, 9, 100}, limits) && !isWithin({5, 11, 100}, limits));
        QVERIFY(isWithin({5, 10, 99}, limits) && !isWithin({5, 10, 101}, limits));
        QVERIFY(!isWithin({5, 10, 0}, limits)); // none is more than any
        QVERIFY(isWithin(limits, {5, 10, 0}) && isWithin({5, 10, 0}, {5, 10, 0}));
        QCOMPARE(intersection({5, 3, 0}, {4, 7, 6}), (Limits{4, 3, 6}));
        QCOMPARE(intersection({5, 3, 8}, {4, 7, 0}), (Limits{4, 3, 8}));
        QCOMPARE(intersection({5, 3, 8}, {5, 3, 9}), (Limits{5, 3, 8}));
    }

    void intersectionIsTheMostWithinBoth()
    {
        QVERIFY(rc::check("intersection", [] {
            const Limits a = anyLimits();
            const Limits b = anyLimits();
            const Limits c = anyLimits();
            const Limits both = intersection(a, b);
            RC_ASSERT(isWithin(both, a) && isWithin(both, b));
            RC_ASSERT(both == intersection(b, a));
            RC_ASSERT((isWithin(c, a) && isWithin(c, b)) == isWithin(c, both));
            RC_ASSERT(isWithin(a, b) == (both == a));
        }));
    }

    void narrowerScopesAndResources()
    {
        const QStringList scopes{u"a"_s, u"b"_s};
        QVERIFY(isWithin(scopes, scopes) && isWithin({u"b"_s}, scopes) && isWithin(QStringList(), scopes));
        QVERIFY(!isWithin({u"a"_s, u"c"_s}, scopes) && !isWithin(scopes, QStringList()));
        using Rules = QList<ResourceRule>;
        const Rules rules{{u"account_id"_s, {u"1"_s, u"2"_s}}};
        const Rules none;
        QVERIFY(isWithin(rules, rules));
        QVERIFY(isWithin(rules, none) && !isWithin(none, rules)); // a rule restricts
        QVERIFY(isWithin({{u"account_id"_s, {u"2"_s}}}, rules));
        QVERIFY(!isWithin({{u"account_id"_s, {u"1"_s, u"3"_s}}}, rules));
        QVERIFY(!isWithin({{u"order_id"_s, {u"1"_s}}}, rules));
        QVERIFY(isWithin({{u"order_id"_s, {u"9"_s}}, {u"account_id"_s, {u"1"_s}}}, rules));
    }

    /// What both of two grants allow is within each of them, and is the most that is.
    void whatBothAllowIsNarrower()
    {
        QVERIFY(rc::check("grants", [] {
            const Grant a = anyGrant();
            const Grant b = anyGrant();
            Grant both = a;
            both.scopes = inBoth(a.scopes, b.scopes);
            both.resources = restrictedByBoth(a.resources, b.resources);
            both.effective = intersection(a.effective, b.effective);
            const auto within = [](const Grant &narrow, const Grant &wide) {
                return isWithin(narrow.scopes, wide.scopes) && isWithin(narrow.resources, wide.resources) &&
                       isWithin(narrow.effective, wide.effective);
            };
            RC_ASSERT(within(both, a) && within(both, b));
            RC_ASSERT(!within(a, b) || within(a, both));
        }));
    }

    void lives()
    {
        QCOMPARE(maxGraceSeconds, 604'800);
        const QDateTime leapDay(QDate(2028, 2, 29), QTime(12, 0), Qt::UTC);
        QCOMPARE(longestLife(leapDay), QDateTime(QDate(2029, 2, 28), QTime(12, 0), Qt::UTC));
        QCOMPARE(latestEnd(noon), noon.addYears(1).addSecs(300));
    }
};

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"

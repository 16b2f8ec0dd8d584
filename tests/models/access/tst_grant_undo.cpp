// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/grant_changes.h"
#include "models/access/grant_undo.h"

#include <QTest>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now({2025, 11, 21}, {10, 24}, Qt::UTC);

QList<Plan> plans()
{
    Plan plan;
    plan.id = u"pln_standard"_s;
    plan.production = {25, 50, 50000};
    plan.limited = {5, 10, 0}; // no daily quota
    return {plan};
}

Grant grant()
{
    Grant made;
    made.planId = u"pln_standard"_s;
    made.scopes = {u"orders:read"_s};
    return made;
}

GrantEdit withLimits(const Limits &limits)
{
    GrantEdit edit = models::editOf(grant());
    edit.limitOverride = LimitOverride{limits, {}, {}, u"x"_s};
    return edit;
}

} // namespace

class GrantUndoTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void limitsWithinThePlan()
    {
        QVERIFY(models::mayUndoAtOnce(grant(), withLimits({25, 50, 40000}), plans(), Stage::Production, now));
        QVERIFY(models::mayUndoAtOnce(grant(), withLimits({25, 50, 50000}), plans(), Stage::Production, now));
        QVERIFY(models::mayUndoAtOnce(grant(), withLimits({25, 50, 1}), plans(), Stage::Production, now));
    }
    void aboveThePlan()
    {
        QVERIFY(
            !models::mayUndoAtOnce(grant(), withLimits({25, 50, 50001}), plans(), Stage::Production, now));
        QVERIFY(!models::mayUndoAtOnce(grant(), withLimits({26, 50, 100}), plans(), Stage::Production, now));
        QVERIFY(!models::mayUndoAtOnce(grant(), withLimits({25, 51, 100}), plans(), Stage::Production, now));
        // No daily quota is more than any quota.
        QVERIFY(!models::mayUndoAtOnce(grant(), withLimits({25, 50, 0}), plans(), Stage::Production, now));
        QVERIFY(models::mayUndoAtOnce(grant(), withLimits({5, 10, 0}), plans(), Stage::Limited, now));
    }
    void theFormerLimitsCountToo()
    {
        Grant above = grant();
        above.limitOverride = LimitOverride{{25, 50, 90000}, {}, {}, u"x"_s};
        QVERIFY(!models::mayUndoAtOnce(above, withLimits({25, 50, 40000}), plans(), Stage::Production, now));
    }
    void scopesPlansAndResourcesAreLookedAtAgain()
    {
        GrantEdit edit = withLimits({25, 50, 40000});
        edit.scopes.clear();
        QVERIFY(!models::mayUndoAtOnce(grant(), edit, plans(), Stage::Production, now));
        edit = withLimits({25, 50, 40000});
        edit.resources = {{u"account_id"_s, {u"1"_s}}};
        QVERIFY(!models::mayUndoAtOnce(grant(), edit, plans(), Stage::Production, now));
        edit = withLimits({25, 50, 40000});
        edit.planId = u"pln_other"_s;
        QVERIFY(!models::mayUndoAtOnce(grant(), edit, plans(), Stage::Production, now));
    }
    void withoutThePlanNothingIsCertain()
    {
        QVERIFY(!models::mayUndoAtOnce(grant(), withLimits({1, 1, 1}), {}, Stage::Production, now));
        QVERIFY(!models::mayUndoAtOnce(grant(), withLimits({1, 1, 1}), plans(), Stage::Unknown, now));
    }
};

QTEST_GUILESS_MAIN(GrantUndoTest)
#include "tst_grant_undo.moc"

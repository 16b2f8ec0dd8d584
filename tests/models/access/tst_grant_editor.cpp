// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/grant_impact.h"
#include "models/access/scope_tree_model.h"
#include "tests/models/access/grant_fixture.h"

#include <QAbstractItemModelTester>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// Staged edits of scopes and limits, the pure rules under them, and the tree above them.
class TestGrantEditor final : public QObject, private pc::test::GrantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void editsAreStagedAndShownAsADiff()
    {
        QVERIFY(!m_editor->isDirty());
        m_editor->setScope(u"orders:write"_s, true);
        m_editor->setScope(u"invoices:read"_s, false);
        m_editor->setPlan(u"pln_large"_s);
        LimitOverride limits;
        limits.limits = {5, 10, 2000};
        m_editor->setLimitOverride(limits);
        QVERIFY(m_editor->isDirty());
        const QList<FieldChange> expected{
            {u"scopes"_s, u"invoices:read"_s, {}},          {u"scopes"_s, {}, u"orders:write"_s},
            {u"plan"_s, u"pln_standard"_s, u"pln_large"_s}, {u"limits.rate"_s, u"10"_s, u"5"_s},
            {u"limits.burst"_s, u"20"_s, u"10"_s},          {u"limits.daily_quota"_s, u"1000"_s, u"2000"_s}};
        QCOMPARE(m_editor->diff(), expected);
        QCOMPARE(m_editor->diffTable().rows(), expected);
        QCOMPARE(m_editor->baseEtag(), u"\"5\""_s);
        m_editor->discard();
        QVERIFY(!m_editor->isDirty());
        QCOMPARE(m_editor->edit().scopes, sampleGrant().scopes);
    }

    /// Limits that are what they were are no change, whatever they come from; what was begun stays.
    void whatChangesNothingIsNoChange()
    {
        const LimitOverride same{{10, 20, 1000}, {}, {}, {}}; // what is in force
        QCOMPARE(m_editor->effectiveLimits(), same.limits);
        m_editor->setLimitOverride(same);
        QVERIFY(!m_editor->isDirty());
        QVERIFY(m_editor->isTouched());
        QCOMPARE(m_editor->diff(), QList<FieldChange>());
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s); // the same grant again
        ModelFixture::spin();
        QVERIFY(m_editor->edit().limitOverride);
        LimitOverride one = same;
        one.limits.burst = 21;
        m_editor->setLimitOverride(one);
        QCOMPARE(m_editor->diff(), (QList<FieldChange>{{u"limits.burst"_s, u"20"_s, u"21"_s}}));
        QVERIFY(m_editor->isDirty());
        m_editor->discard();
        QVERIFY(!m_editor->isTouched());
        // An override that holds nothing else goes: that is seen all the same.
        GrantEdit with;
        with.limitOverride = LimitOverride{};
        QCOMPARE(changesInForce(with, GrantEdit(), {}, Stage::Production, m_fixture->clock.now()),
                 (QList<FieldChange>{{u"limits"_s, u"override"_s, {}}}));
    }

    /// An override that goes leaves what it said too: only what differs in force is told.
    void whatTheOtherChangedIsWhatIsInForce()
    {
        m_grant.limitOverride = LimitOverride{{10, 20, 400}, {}, {}, {}}; // rate and burst are the plan's
        m_grant.version = 6;
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        QTRY_VERIFY(m_editor->base()->value.limitOverride.has_value());
        m_editor->setScope(u"orders:write"_s, true);
        m_grant.limitOverride.reset();
        m_grant.version = 7;
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        QTRY_VERIFY(m_editor->isStale());
        QCOMPARE(m_editor->theirChanges(),
                 (QList<FieldChange>{{u"limits.daily_quota"_s, u"400"_s, u"1000"_s}}));
    }

    /// Typing in one field is one step; everything else is a step of its own.
    void stepsAreTakenBackOneByOne()
    {
        QVERIFY(!m_editor->undo());
        m_editor->setScope(u"orders:write"_s, true);
        LimitOverride limits{{10, 20, 1000}, {}, {}, {}};
        m_editor->setLimitOverride(limits);
        for (const qint64 quota : {1, 12, 123, 1234})
            m_editor->setLimitOverride(LimitOverride{{10, 20, quota}, {}, {}, {}});
        m_editor->setLimitOverride(LimitOverride{{10, 2, 1234}, {}, {}, {}});
        QVERIFY(m_editor->undo());
        QCOMPARE(m_editor->edit().limitOverride->limits.burst, 20);
        QCOMPARE(m_editor->edit().limitOverride->limits.dailyQuota, 1234);
        QVERIFY(m_editor->undo());
        QCOMPARE(m_editor->edit().limitOverride->limits.dailyQuota, 1000);
        QVERIFY(m_editor->undo());
        QVERIFY(!m_editor->edit().limitOverride);
        QVERIFY(m_editor->hasScope(u"orders:write"_s));
        QVERIFY(m_editor->undo());
        QVERIFY(!m_editor->isDirty());
        QVERIFY(!m_editor->canUndo());
    }

    void aDiscardIsTakenBackOnTopOfWhatCameMeanwhile()
    {
        m_editor->setScope(u"orders:write"_s, true);
        m_editor->discard();
        QVERIFY(!m_editor->isDirty());
        m_grant.version = 6;
        m_grant.planId = u"pln_large"_s;
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        QTRY_COMPARE(m_editor->edit().planId, u"pln_large"_s);
        QVERIFY(m_editor->undo());
        QVERIFY(m_editor->hasScope(u"orders:write"_s));
        QCOMPARE(m_editor->edit().planId, u"pln_large"_s); // theirs stays
    }

    void removedScopesCarryTheirUse()
    {
        GrantEdit base;
        base.scopes = {u"b"_s, u"a"_s, u"c"_s};
        GrantEdit edit;
        edit.scopes = {u"c"_s};
        const ScopeUse used{u"a"_s, 5, m_fixture->clock.now(), {{u"crd_1"_s, u"erp"_s, 5}}};
        QCOMPARE(removedScopes(base, edit, QList<ScopeUse>{used}),
                 (QList<RemovedScope>{{used, true}, {ScopeUse{u"b"_s, 0, {}, {}}, false}}));
        const ScopeUse idle{u"b"_s, 0, {}, {}};
        QCOMPARE(removedScopes(base, edit, QList<ScopeUse>{used, idle}),
                 (QList<RemovedScope>{{used, true}, {idle, true}}));
        const auto unknown = removedScopes(base, edit, std::nullopt);
        QCOMPARE(unknown.size(), 2);
        QVERIFY(!unknown[0].known && !unknown[1].known);
    }

    void theBusiestBucketIsOneThatIsOver()
    {
        UsageSeries series;
        series.from = QDateTime({2026, 3, 1}, {12, 0}, Qt::UTC);
        series.bucket = Bucket::Minute;
        series.lines = {{u"served"_s, {}, {60, 120, 600}, 780}, {u"refused"_s, {}, {900, 0, 0}, 900}};
        const auto peak = busiest(series, series.from.addSecs(150)); // the third minute runs still
        QVERIFY(peak.has_value());
        QCOMPARE(peak->callsPerSecond, 2.0);
        QCOMPARE(peak->at, series.from.addSecs(60));
        QCOMPARE(busiest(series, series.from.addSecs(180))->callsPerSecond, 10.0);
        series.lines = {{u"served"_s, {}, {120, 60, 120}, 300}, {u"throttled"_s, {}, {60, 0, 60}, 120}};
        QCOMPARE(busiest(series, series.from.addSecs(180))->callsPerSecond, 3.0);
        QCOMPARE(busiest(series, series.from.addSecs(180))->at, series.from); // the first of two
        series.lines = {{u"served"_s, {}, {0, 1, 0}, 1}};
        QCOMPARE(busiest(series, series.from.addSecs(180))->at, series.from.addSecs(60));
        series.bucket = Bucket::Unknown;
        QVERIFY(!busiest(series, series.from.addSecs(180)));
        series.bucket = Bucket::Minute;
        series.lines = {{u"served"_s, {}, {0, 0}, 0}};
        QVERIFY(!busiest(series, series.from.addSecs(180)));
        series.lines.clear();
        QVERIFY(!busiest(series, series.from.addSecs(180)));
    }

    /// Taking an edit back leaves nothing staged, whatever the order.
    void anEditTakenBackIsNoEdit()
    {
        m_editor->setScope(u"orders:read"_s, false);
        m_editor->setScope(u"orders:read"_s, true);
        QVERIFY(!m_editor->isDirty());
    }

    void aScopeAgainstTheLawfulBasisIsAConflict()
    {
        m_editor->setScope(u"customers:read"_s, true); // needs consent, the partner's basis is a contract
        QCOMPARE(m_editor->conflicts(),
                 (QList<ScopeConflict>{{u"customers:read"_s, {LawfulBasis::Consent}}}));
    }

    void aScopeBeyondTheAgreementIsAConflict()
    {
        const QList<ScopeConflict> beyond{{u"customers:read"_s, {}, {u"personal"_s}}};
        QCOMPARE(conflictsOf({u"orders:read"_s, u"customers:read"_s}, sampleScopes(),
                             {LawfulBasis::Consent, {u"orders"_s}}),
                 beyond);
    }

    void throttlingIsForecastFromRealDays()
    {
        const QDate day(2026, 2, 1);
        m_editor->setQuotaDays(
            {{day, 900, 1000, 0}, {day.addDays(1), 1000, 1000, 0}, {day.addDays(2), 1000, 1000, 50}});
        QCOMPARE(m_editor->effectiveLimits().dailyQuota, 1000);
        QCOMPARE(m_editor->throttleForecast(), (ThrottleForecast{3, 1}));
        LimitOverride limits;
        limits.limits = {5, 10, 500};
        m_editor->setLimitOverride(limits);
        QCOMPARE(m_editor->throttleForecast(), (ThrottleForecast{3, 3}));
        limits.from = m_fixture->clock.now().addDays(1); // it is judged by what it will do
        m_editor->setLimitOverride(limits);
        QCOMPARE(m_editor->effectiveLimits().dailyQuota, 1000);
        QCOMPARE(m_editor->limitsToCome(), limits.limits);
        QCOMPARE(m_editor->throttleForecast(), (ThrottleForecast{3, 3}));
        limits.from.reset();
        limits.until = m_fixture->clock.now().addSecs(-1); // over: the plan counts
        m_editor->setLimitOverride(limits);
        QCOMPARE(m_editor->limitsToCome().dailyQuota, 1000);
        QCOMPARE(m_editor->throttleForecast(), (ThrottleForecast{3, 1}));
        limits.until.reset();
        limits.limits.dailyQuota = 0;
        m_editor->setLimitOverride(limits);
        QCOMPARE(m_editor->throttleForecast(), (ThrottleForecast{3, 0}));
    }

    void anotherOperatorsEditMakesItStale()
    {
        m_editor->setScope(u"orders:write"_s, true);
        m_grant.version = 6;
        m_grant.planId = u"pln_large"_s;
        m_grant.scopes = {u"orders:read"_s};
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        QTRY_VERIFY(m_editor->isStale());
        QCOMPARE(m_editor->baseEtag(), u"\"5\""_s); // what is staged still stands on the old one
        QCOMPARE(m_editor->theirChanges(),
                 (QList<FieldChange>{{u"scopes"_s, u"invoices:read"_s, {}},
                                     {u"plan"_s, u"pln_standard"_s, u"pln_large"_s}}));
        m_editor->rebase();
        QVERIFY(!m_editor->isStale());
        QCOMPARE(m_editor->baseEtag(), u"\"6\""_s);
        QCOMPARE(m_editor->edit().planId, u"pln_large"_s); // theirs, I had not touched it
        QCOMPARE(m_editor->edit().scopes, (QStringList{u"orders:read"_s, u"orders:write"_s}));
        QCOMPARE(m_editor->diff(), (QList<FieldChange>{{u"scopes"_s, {}, u"orders:write"_s}}));
    }

    /// Of limits, too, only what I touched is mine.
    void limitsMergeMemberByMember_data()
    {
        QTest::addColumn<bool>("deviated");
        QTest::newRow("nothing deviated before") << false;
        QTest::newRow("both edit an override") << true;
    }
    void limitsMergeMemberByMember()
    {
        QFETCH(const bool, deviated);
        LimitOverride mine{m_editor->effectiveLimits(), {}, {}, {}}; // as a tick proposes it
        if (deviated) {
            mine.reason = u"Pilot"_s;
            m_grant.version = 6;
            m_grant.limitOverride = mine;
            m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
            QTRY_VERIFY(m_editor->edit().limitOverride);
        }
        mine.limits.rate = 4;
        m_editor->setLimitOverride(mine);
        m_grant.version += 1;
        m_grant.limitOverride =
            LimitOverride{{3, 7, 777}, {}, m_fixture->clock.now().addDays(3), u"Theirs"_s};
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        QTRY_VERIFY(m_editor->isStale());
        m_editor->rebase();
        LimitOverride both = *m_grant.limitOverride;
        both.limits.rate = 4;
        QCOMPARE(m_editor->edit().limitOverride, std::optional(both));
        QCOMPARE(m_editor->diff(), (QList<FieldChange>{{u"limits.rate"_s, u"3"_s, u"4"_s}}));
    }

    /// What a new override only proposed follows what they made of the plan.
    void aNewOverrideFollowsTheirPlan()
    {
        const Limits before = m_editor->effectiveLimits();
        LimitOverride mine{before, {}, {}, {}};
        mine.limits.rate = before.rate + 1;
        m_editor->setLimitOverride(mine);
        m_grant.version += 1;
        m_grant.planId = u"pln_large"_s;
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        QTRY_VERIFY(m_editor->isStale());
        m_editor->rebase();
        const LimitOverride merged = m_editor->edit().limitOverride.value();
        QCOMPARE(merged.limits.rate, mine.limits.rate);
        QVERIFY(merged.limits.dailyQuota != before.dailyQuota);
        QCOMPARE(m_editor->diff().size(), 1); // the rate, and nothing that I did not touch
        QCOMPARE(m_editor->diff().first().field, u"limits.rate"_s);
    }

    void withoutEditsTheNewBaseIsTaken()
    {
        m_grant.version = 6;
        m_grant.planId = u"pln_large"_s;
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        QTRY_COMPARE(m_editor->edit().planId, u"pln_large"_s);
        QVERIFY(!m_editor->isStale());
    }

    void ourOwnSaveIsNotSomebodyElses()
    {
        m_editor->setScope(u"orders:write"_s, true);
        Grant saved = sampleGrant();
        saved.version = 6;
        saved.scopes.append(u"orders:write"_s);
        m_partner->adoptGrant({saved, u"\"6\""_s});
        QVERIFY(!m_editor->isStale());
        QVERIFY(!m_editor->isDirty());
        QCOMPARE(m_editor->baseEtag(), u"\"6\""_s);
    }

    void theTreeHasThreeStates()
    {
        ScopeTreeModel tree(*m_editor);
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(tree.rowCount(), 3); // orders, invoices, customers
        const QModelIndex orders = tree.index(0, 0);
        QCOMPARE(tree.rowCount(orders), 2);
        QCOMPARE(orders.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        QVERIFY(tree.setData(orders, Qt::Checked, Qt::CheckStateRole));
        QVERIFY(m_editor->hasScope(u"orders:write"_s));
        QCOMPARE(orders.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        const QModelIndex write = tree.index(1, 0, orders);
        QCOMPARE(write.data(ScopeTreeModel::ScopeNameRole).toString(), u"orders:write"_s);
        QVERIFY(write.data(ScopeTreeModel::ChangedRole).toBool());
        QVERIFY(tree.setData(orders, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(orders.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QCOMPARE(m_editor->edit().scopes, QStringList{u"invoices:read"_s});
        tree.setEditable(false);
        QVERIFY(!tree.setData(orders, Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!(tree.flags(orders) & Qt::ItemIsUserCheckable));
    }

    void aGroupNeverGrantsWhatTheBasisForbids()
    {
        ScopeTreeModel tree(*m_editor);
        const QModelIndex customers = tree.index(2, 0);
        QVERIFY(tree.setData(customers, Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!m_editor->hasScope(u"customers:read"_s));
        QVERIFY(tree.index(0, 0, customers).data(ScopeTreeModel::ConflictRole).toBool());
    }

    void theTreeFiltersAndShowsUse()
    {
        ScopeTreeModel tree(*m_editor);
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(tree.index(0, ScopeTreeModel::UsedColumn, tree.index(0, 0)).data(ValueRole).toLongLong(),
                 -1);
        tree.setUse(
            QList<ScopeUse>{{u"orders:read"_s, 12, m_fixture->clock.now()}, {u"orders:write"_s, 0, {}}});
        QCOMPARE(tree.index(0, ScopeTreeModel::UsedColumn, tree.index(0, 0)).data(ValueRole).toLongLong(),
                 12);
        QCOMPARE(tree.index(0, ScopeTreeModel::UsedColumn).data(ValueRole).toLongLong(), 12);
        tree.setFilter(u"INVOICES"_s);
        QCOMPARE(tree.rowCount(), 1);
        tree.setFilter(u"nothing like it"_s);
        QCOMPARE(tree.rowCount(), 0);
        tree.setFilter({});
        QCOMPARE(tree.rowCount(), 3);
    }

    /// A granted scope that left the catalogue stays visible, or nobody could take it away.
    void aScopeWithoutCatalogueEntryCanBeTakenAway()
    {
        m_grant.scopes.append(u"legacy:all"_s);
        m_grant.version = 6;
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        ScopeTreeModel tree(*m_editor);
        QTRY_COMPARE(tree.rowCount(), 4);
        QVERIFY(tree.setData(tree.index(3, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!m_editor->hasScope(u"legacy:all"_s));
    }
};

QTEST_GUILESS_MAIN(TestGrantEditor)
#include "tst_grant_editor.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/access/grant_fixture.h"

#include <QSignalSpy>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// Each field of an edit: as a step that can be taken back, as a row of the diff, as a limit in force; and
/// what other partners, refreshes and repetitions do to edits.
class TestGrantSteps final : public QObject, private pc::test::GrantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    /// Typing in one field of an override is one step, whichever field it is.
    void eachFieldOfAnOverrideIsOneStep_data()
    {
        QTest::addColumn<std::function<void(LimitOverride &, int)>>("type");
        const auto row = [](const char *name, std::function<void(LimitOverride &, int)> type) {
            QTest::newRow(name) << std::move(type);
        };
        row("rate", [](LimitOverride &o, int n) { o.limits.rate = 100 + n; });
        row("burst", [](LimitOverride &o, int n) { o.limits.burst = 100 + n; });
        row("quota", [](LimitOverride &o, int n) { o.limits.dailyQuota = 5000 + n; });
        row("from", [](LimitOverride &o, int n) { o.from = QDateTime({2026, 4, n}, {0, 0}, Qt::UTC); });
        row("until", [](LimitOverride &o, int n) { o.until = QDateTime({2026, 5, n}, {0, 0}, Qt::UTC); });
        row("reason", [](LimitOverride &o, int n) { o.reason = QString(n, u'x'); });
    }
    void eachFieldOfAnOverrideIsOneStep()
    {
        QFETCH(const std::function<void(LimitOverride &, int)>, type);
        LimitOverride limits{{10, 20, 1000}, {}, {}, {}};
        m_editor->setLimitOverride(limits);
        const LimitOverride first = limits;
        for (const int n : {1, 2, 3}) {
            type(limits, n);
            m_editor->setLimitOverride(limits);
        }
        QCOMPARE(m_editor->edit().limitOverride, std::optional(limits));
        QVERIFY(m_editor->isDirty());
        QVERIFY(m_editor->undo());
        QCOMPARE(m_editor->edit().limitOverride, std::optional(first));
        QVERIFY(m_editor->undo());
        QVERIFY(!m_editor->edit().limitOverride);
        type(limits, 4); // a field again after an undo is a step of its own
        m_editor->setLimitOverride(first);
        m_editor->setLimitOverride(limits);
        limits.limits = {1, 2, 3}; // several at once, too
        m_editor->setLimitOverride(limits);
        QVERIFY(m_editor->undo());
        QVERIFY(m_editor->undo());
        QCOMPARE(m_editor->edit().limitOverride, std::optional(first));
    }

    /// Every row of a diff, on a grant that has an override and resources already.
    void everyPartOfAGrantIsInTheDiff()
    {
        GrantEdit base;
        base.limitOverride = LimitOverride{{1, 2, 3}, m_fixture->clock.now(), {}, u"trial"_s};
        base.resources = {{u"region"_s, {u"eu"_s}}, {u"branch"_s, {u"1"_s}}};
        GrantEdit edit = base;
        edit.limitOverride = LimitOverride{{1, 2, 3}, {}, QDateTime(), u"contract"_s};
        edit.resources = {{u"branch"_s, {u"1"_s, u"2"_s}}, {u"depot"_s, {u"a"_s}}};
        QCOMPARE(diffGrant(base, edit), (QList<FieldChange>{{u"limits.from"_s, u"2026-03-02T10:00:00Z"_s, {}},
                                                            {u"limits.until"_s, {}, u"?"_s},
                                                            {u"limits.reason"_s, u"trial"_s, u"contract"_s},
                                                            {u"resources.branch"_s, u"1"_s, u"1, 2"_s},
                                                            {u"resources.depot"_s, {}, u"a"_s},
                                                            {u"resources.region"_s, u"eu"_s, {}}}));
        QVERIFY(diffGrant(base, base).isEmpty());
    }

    void limitsByStageAndTime_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<int>("from"); // seconds from now; 9999: not set
        QTest::addColumn<int>("until");
        QTest::addColumn<int>("rate");
        constexpr int none = 9999;
        QTest::newRow("always") << Stage::Production << none << none << 77;
        QTest::newRow("from now") << Stage::Production << 0 << none << 77;
        QTest::newRow("from later") << Stage::Production << 1 << none << 30;
        QTest::newRow("until now") << Stage::Limited << none << 0 << 20;
        QTest::newRow("until later") << Stage::Sandbox << none << 1 << 77;
        QTest::newRow("over, sandbox") << Stage::Sandbox << none << -1 << 10;
        QTest::newRow("over, unknown") << Stage::Unknown << none << -1 << 0;
    }
    void limitsByStageAndTime()
    {
        QFETCH(const Stage, stage);
        QFETCH(const int, from);
        QFETCH(const int, until);
        Plan plan;
        plan.id = u"p"_s;
        plan.sandbox.rate = 10;
        plan.limited.rate = 20;
        plan.production.rate = 30;
        Plan other = plan;
        other.id = u"q"_s;
        other.sandbox.rate = other.limited.rate = other.production.rate = 1;
        const QDateTime now = m_fixture->clock.now();
        GrantEdit edit;
        edit.planId = u"p"_s;
        edit.limitOverride = LimitOverride{{77, 1, 1}, {}, {}, {}};
        if (from != 9999)
            edit.limitOverride->from = now.addSecs(from);
        if (until != 9999)
            edit.limitOverride->until = now.addSecs(until);
        QTEST(int(effectiveLimits(edit, {other, plan}, stage, now).rate), "rate");
    }

    /// Whatever is done is told, and stands in the table of changes.
    void everyActIsShownAtOnce()
    {
        const auto acts = QList<std::function<void()>>{
            [this] { m_editor->setScope(u"orders:write"_s, true); },
            [this] { m_editor->setPlan(u"pln_large"_s); },
            [this] {
                m_editor->setLimitOverride(LimitOverride{{1, 2, 3}, {}, {}, {}});
            },
            [this] { QVERIFY(m_editor->undo()); },
            [this] { m_editor->discard(); },
            [this] { QVERIFY(m_editor->undo()); },
        };
        for (const auto &act : acts) {
            QSignalSpy changed(m_editor.get(), &GrantEditor::changed);
            const QList<FieldChange> before = m_editor->diff();
            act();
            QCOMPARE(changed.count(), 1);
            QVERIFY(m_editor->diff() != before);
            QCOMPARE(m_editor->diffTable().rows(), m_editor->diff());
        }
    }

    /// With nothing staged there is nothing to take back, and with nothing newer nothing to come to terms
    /// with.
    void whatIsNotThereIsNotUndone()
    {
        m_editor->discard();
        QVERIFY(!m_editor->canUndo());
        m_editor->setScope(u"orders:write"_s, true);
        m_editor->rebase();
        QVERIFY(m_editor->hasScope(u"orders:write"_s));
        m_editor->discard();
        QVERIFY(!m_editor->isDirty());
        QVERIFY(m_editor->undo());
        QVERIFY(m_editor->isDirty());
    }

    /// Two edits of one grant: what each added or took away holds, and the newer base is the base from then
    /// on.
    void bothEditsHold()
    {
        m_grant.scopes = {u"orders:read"_s, u"invoices:read"_s};
        m_editor->setScope(u"invoices:read"_s, false);
        m_editor->setScope(u"orders:write"_s, true);
        m_grant.version = 6;
        m_grant.scopes = {u"orders:read"_s, u"invoices:read"_s, u"customers:read"_s};
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        QTRY_VERIFY(!m_editor->theirChanges().isEmpty());
        QSignalSpy changed(m_editor.get(), &GrantEditor::changed);
        m_editor->rebase();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_editor->edit().scopes,
                 (QStringList{u"orders:read"_s, u"customers:read"_s, u"orders:write"_s}));
        QCOMPARE(m_editor->diffTable().rows(), m_editor->diff());
        QVERIFY(m_editor->theirChanges().isEmpty());
    }

    /// An editor that is made when everything is there shows it; a refresh that fails leaves the edits.
    void whatIsThereIsShownAndStays()
    {
        GrantEditor late(*m_partner, *m_catalogue, m_fixture->clock);
        QVERIFY(late.isReady());
        late.setScope(u"orders:write"_s, true);
        QVERIFY(late.isDirty());
    }

    void theLeastQuotaCounts()
    {
        const QList<QuotaDay> days{{m_fixture->clock.now().date(), 1, 1, 1}};
        QCOMPARE(forecastThrottling(days, 1).throttledDays, 1);
        QCOMPARE(forecastThrottling(days, 0).throttledDays, 0); // no quota
    }

    /// Before there is a grant nothing can be staged, and another partner's edits are not this one's.
    void anotherPartnerStartsAnew()
    {
        m_editor->setScope(u"orders:write"_s, true);
        m_editor->discard();
        QVERIFY(m_editor->canUndo());
        m_editor->setPlan(u"pln_large"_s);
        Grant theirs = sampleGrant();
        theirs.partnerId = u"prt_0002"_s;
        m_fixture->transport.reply("GET", u"/partners/prt_0002"_s, toJson(samplePartner(2)));
        m_fixture->transport.reply("GET", u"/partners/prt_0002/gates"_s, toJson(StageGates{}));
        m_fixture->transport.reply("GET", u"/partners/prt_0002/grant"_s, toJson(theirs));
        QSignalSpy changed(m_editor.get(), &GrantEditor::changed);
        m_partner->setPartnerId(u"prt_0002"_s);
        QVERIFY(!m_editor->isReady());
        QVERIFY(!m_editor->isDirty());
        QVERIFY(!m_editor->canUndo());
        QVERIFY(m_editor->edit().planId.isEmpty());
        QVERIFY(!changed.isEmpty());
        m_editor->setPlan(u"pln_large"_s);
        m_editor->discard();
        m_editor->rebase();
        QVERIFY(!m_editor->undo());
        QVERIFY(m_editor->edit().planId.isEmpty());
        QCOMPARE(m_editor->limitsInForce(), Limits());
        ModelFixture::spin();
        QVERIFY(m_editor->isReady());
        QCOMPARE(m_editor->edit().planId, theirs.planId);
    }

    /// A grant that cannot be fetched just now takes no edits away; the same one again changes nothing.
    void aRefreshTakesNoEditsAway()
    {
        m_editor->setScope(u"orders:write"_s, true);
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s); // the same version
        QVERIFY(m_editor->isDirty());
        QVERIFY(!m_editor->isStale());
        m_grant.version = 4; // an answer from before
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        QVERIFY(m_editor->isDirty());
        QVERIFY(!m_editor->isStale());
        QVERIFY(m_editor->theirChanges().isEmpty());
        m_grant.version = 6;
        m_grant.planId = u"pln_large"_s;
        m_fixture->tell(ChangeKind::Grant, u"prt_0001"_s);
        QVERIFY(m_editor->isStale());
        m_editor->discard(); // theirs is what stands now
        QVERIFY(!m_editor->isStale());
        QCOMPARE(m_editor->edit().planId, u"pln_large"_s);
        QCOMPARE(m_editor->baseEtag(), u"\"6\""_s);
    }

    void whatIsSaidOnlyWhenItChanged()
    {
        QSignalSpy changed(m_editor.get(), &GrantEditor::changed);
        m_editor->setScopes({u"orders:read"_s}, true); // is granted
        m_editor->setPlan(m_editor->edit().planId);
        QCOMPARE(changed.count(), 0);
        QVERIFY(!m_editor->canUndo());
        const QList<QuotaDay> days{{QDate(2026, 2, 1), 900, 1000, 0}};
        m_editor->setQuotaDays(days);
        m_editor->setQuotaDays(days);
        QCOMPARE(changed.count(), 1);
        m_catalogue->refresh();
        ModelFixture::spin();
        QCOMPARE(changed.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestGrantSteps)
#include "tst_grant_steps.moc"

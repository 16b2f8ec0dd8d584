// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/item_roles.h"
#include "models/catalogue/effect_preview.h"
#include "models/catalogue/plan_flows.h"
#include "models/catalogue/scope_flows.h"
#include "models/catalogue/take_scope_run.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

Versioned<Scope> someScope()
{
    Scope scope;
    scope.name = u"orders:read"_s;
    scope.title = u"Read orders"_s;
    scope.dataCategories = {u"orders"_s};
    scope.version = 3;
    return {scope, u"\"3\""_s};
}

Plan somePlan()
{
    Plan plan;
    plan.id = u"pln_1"_s;
    plan.name = u"Standard"_s;
    plan.sandbox = plan.limited = plan.production = {5, 10, 5000};
    plan.version = 4;
    return plan;
}

Grant grantOf(const QString &partnerId, const QStringList &scopes, qint64 version = 2)
{
    Grant grant;
    grant.partnerId = partnerId;
    grant.planId = u"pln_1"_s;
    grant.scopes = scopes;
    grant.version = version;
    grant.updatedAt = QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC);
    return grant;
}

using State = TakeScopeRun::State;

} // namespace

/// What is done with scopes and plans, and every way in which it can end.
class TestScopeFlows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ModelFixture>(); }
    void cleanup() { QVERIFY(m->transport.isUsedUp()); }

    void aScopeIsEditedOnItsVersion()
    {
        SaveScopeFlow save(m->scopes, someScope());
        ScopeDraft draft = save.draft();
        draft.title.clear();
        save.setDraft(draft);
        save.setReason(u"Reviewed"_s);
        save.submit(); // the platform would refuse it
        QTRY_COMPARE(save.state(), FlowState::Failed);
        QVERIFY(m->transport.sent().isEmpty());
        draft.title = u"Orders"_s;
        save.setDraft(draft);
        Scope theirs = someScope().value;
        theirs.version = 9;
        m->transport.problem("PUT", u"/scope"_s, 412, u"stale"_s,
                             {{u"current"_s, toJson(theirs)}, {u"etag"_s, u"\"9\""_s}});
        save.submit();
        QTRY_COMPARE(save.state(), FlowState::Failed);
        QCOMPARE(save.current()->value.version, 9);
        save.rebase(*save.current());
        ScopeEffect effect;
        effect.scope = theirs;
        effect.newConflicts = 2;
        m->transport.reply("PUT", u"/scope"_s, toJson(effect));
        save.submit();
        QTRY_COMPARE(save.state(), FlowState::Done);
        QCOMPARE(save.result()->newConflicts, 2);
        QCOMPARE(m->transport.last().header("If-Match"), QByteArray("\"9\""));
        QCOMPARE(m->transport.last().queryValue(u"scope"_s), u"orders:read"_s);
        QCOMPARE(m->transport.last().json().value("reason"_L1).toString(), u"Reviewed"_s);
    }

    void whatIsInUseStays()
    {
        RemoveScopeFlow scope(m->scopes, m->feed, someScope());
        scope.setReason(u"Gone"_s);
        m->transport.problem("POST", u"/scope/remove"_s, 409, u"scope_in_use"_s);
        scope.submit();
        QTRY_COMPARE(scope.state(), FlowState::Failed);
        QCOMPARE(scope.error()->code(), ProblemCode::ScopeInUse);
        RemovePlanFlow plan(m->plans, m->feed, {somePlan(), u"\"4\""_s});
        plan.setReason(u"Gone"_s);
        m->transport.problem("POST", u"/plans/pln_1/remove"_s, 409, u"plan_in_use"_s);
        plan.submit();
        QTRY_COMPARE(plan.state(), FlowState::Failed);
        QCOMPARE(plan.error()->code(), ProblemCode::PlanInUse);
        // Lost, and the feed says that it is gone.
        m->transport.reply("POST", u"/plans/pln_1/remove"_s, toJson(somePlan())).hold();
        plan.submit();
        QTRY_COMPARE(m->transport.heldCount(), 1);
        m->transport.problem("GET", u"/plans/pln_1"_s, 404, u"not_found"_s);
        Q_EMIT m->feed.changed(changeAbout(ChangeKind::Catalogue, u"pln_1"_s));
        QTRY_COMPARE(plan.state(), FlowState::Done);
    }

    void aPlanIsMadeAndEdited()
    {
        SavePlanFlow make(m->plans, std::nullopt, draftOf(somePlan()));
        make.setReason(u"New"_s);
        m->transport.reply("POST", u"/plans"_s, toJson(somePlan()), 201);
        make.submit();
        QTRY_COMPARE(make.state(), FlowState::Done);
        QCOMPARE(make.result()->etag, u"\"4\""_s);
        SavePlanFlow edit(m->plans, Versioned<Plan>{somePlan(), u"\"4\""_s}, draftOf(somePlan()));
        PlanDraft wrong = edit.draft();
        wrong.sandbox.rate = 0;
        edit.setDraft(wrong);
        edit.setReason(u"Less"_s);
        edit.submit();
        QTRY_COMPARE(edit.state(), FlowState::Failed);
        wrong.sandbox.rate = 1;
        edit.setDraft(wrong);
        m->transport.reply("PUT", u"/plans/pln_1"_s, toJson(somePlan()));
        edit.submit();
        QTRY_COMPARE(edit.state(), FlowState::Done);
        QCOMPARE(m->transport.last().header("If-Match"), QByteArray("\"4\""));
    }

    /// The last draft counts, and only once the typing pauses.
    void aPreviewIsOfTheLastDraft()
    {
        PlanPreview preview(m->plans, u"pln_1"_s, m->clock);
        PlanDraft draft = draftOf(somePlan());
        preview.show(draft);
        draft.sandbox.burst = 77;
        preview.show(draft);
        QVERIFY(preview.isBusy());
        PlanEffect effect;
        effect.plan = somePlan();
        effect.partners = 3;
        m->transport.reply("POST", u"/plans/pln_1/effect"_s, toJson(effect));
        m->clock.advance(std::chrono::milliseconds(300));
        QTRY_VERIFY(preview.effect().has_value());
        QCOMPARE(preview.effect()->partners, 3);
        QCOMPARE(m->transport.sent().size(), 1);
        QCOMPARE(m->transport.last().json()["sandbox"_L1]["burst"_L1].toInt(), 77);
        m->transport.problem("POST", u"/plans/pln_1/effect"_s, 422, u"validation_failed"_s);
        preview.show(draft);
        m->clock.advance(std::chrono::milliseconds(300));
        QTRY_VERIFY(preview.error().has_value());
        QVERIFY(!preview.effect());
    }

    void aScopeIsTakenFromEachOnItsOwn()
    {
        TakeScopeRun run(m->access, u"orders:read"_s,
                         {{u"prt_1"_s, u"One"_s},
                          {u"prt_2"_s, u"Two"_s},
                          {u"prt_3"_s, u"Three"_s},
                          {u"prt_4"_s, u"Four"_s},
                          {u"prt_5"_s, u"Five"_s}});
        const QAbstractItemModelTester tester(&run, QAbstractItemModelTester::FailureReportingMode::QtTest);
        run.choose({u"prt_1"_s, u"prt_2"_s, u"prt_3"_s, u"prt_5"_s});
        QCOMPARE(run.chosen(), 4);
        const QStringList both{u"orders:read"_s, u"products:read"_s};
        const auto grant = [&](const QString &id, const QStringList &scopes, qint64 version) {
            m->transport.reply("GET", u"/partners/%1/grant"_s.arg(id), toJson(grantOf(id, scopes, version)));
        };
        grant(u"prt_1"_s, both, 2);
        m->transport.reply("PUT", u"/partners/prt_1/grant"_s,
                           toJson(grantOf(u"prt_1"_s, {u"products:read"_s}, 3)));
        grant(u"prt_2"_s, {u"products:read"_s}, 2); // somebody was first
        grant(u"prt_3"_s, both, 2);
        m->transport.problem("PUT", u"/partners/prt_3/grant"_s, 412, u"stale"_s);
        grant(u"prt_3"_s, both, 5);
        m->transport.problem("PUT", u"/partners/prt_3/grant"_s, 422, u"validation_failed"_s);
        grant(u"prt_5"_s, both, 2);
        for (int i = 0; i <= client::ApiCaller::maxRepeats; ++i)
            m->transport.fault("PUT", u"/partners/prt_5/grant"_s, client::TransportFault::Lost);
        grant(u"prt_5"_s, {u"products:read"_s}, 3); // it arrived all the same
        run.start(u"Not used"_s, u"T-1"_s);
        const auto isOver = [&] {
            m->clock.advance(
                std::chrono::seconds(6)); // a write whose answer was lost is repeated after a pause
            return run.isOver();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), 20'000);
        QCOMPARE(run.itemAt(0).state, State::Taken);
        QCOMPARE(run.itemAt(1).state, State::NotHeld);
        QCOMPARE(run.itemAt(2).state, State::Refused);
        QCOMPARE(run.itemAt(3).state, State::LeftOut);
        QCOMPARE(run.itemAt(4).state, State::Taken);
        const SentRequest first = m->transport.sentTo("PUT", u"/partners/prt_1/grant"_s).constFirst();
        QCOMPARE(first.header("If-Match"), QByteArray("\"2\""));
        QCOMPARE(first.json()["scopes"_L1].toArray(), QJsonArray{u"products:read"_s});
        QCOMPARE(first.json()["reason"_L1].toString(), u"Not used"_s);
        QCOMPARE(run.count(State::Taken), 2);
        run.choose({}); // it is over
        QCOMPARE(run.chosen(), 4);
    }

    void aRunThatIsStoppedLeavesTheOthers()
    {
        TakeScopeRun run(m->access, u"orders:read"_s, {{u"prt_1"_s, u"One"_s}, {u"prt_2"_s, u"Two"_s}});
        m->transport.reply("GET", u"/partners/prt_1/grant"_s,
                           toJson(grantOf(u"prt_1"_s, {u"orders:read"_s})));
        m->transport.reply("PUT", u"/partners/prt_1/grant"_s, toJson(grantOf(u"prt_1"_s, {}, 3))).hold();
        run.start(u"Not used"_s, {});
        QTRY_COMPARE(m->transport.heldCount(), 1);
        run.stop();
        QVERIFY(m->transport.release());
        QTRY_VERIFY(run.isOver());
        QCOMPARE(run.itemAt(0).state, State::Taken);
        QCOMPARE(run.itemAt(1).state, State::LeftOut);
    }

private:
    std::unique_ptr<ModelFixture> m;
};

QTEST_GUILESS_MAIN(TestScopeFlows)
#include "tst_scope_flows.moc"

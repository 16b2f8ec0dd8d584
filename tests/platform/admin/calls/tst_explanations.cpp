// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/explained_facts.h"
#include "tests/platform/admin/calls/explain_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using R = DecisionReason;

namespace {

const QString ordersRead = u"orders:read"_s;
const QString productsRead = u"products:read"_s;

QString itemsOf(const QStringList &list)
{
    return list.join(u", "_s);
}

} // namespace

/// Explanations of real calls, one for each thing that people change.
class TestExplanations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServedCallPassedEverything()
    {
        ExplainFixture fixture;
        const CallRecord record = fixture.tokenCall();
        QCOMPARE(record.reason, R::Allowed);
        const CallExplanation why = fixture.explain(record);
        QCOMPARE(why.call, record);
        QCOMPARE(why.partnerName, u"Partner acme"_s);
        QCOMPARE(why.credentialName, u"Order sync"_s);
        QCOMPARE(why.checks.size(), 13);
        for (const ExplainedCheck &each : why.checks)
            QCOMPARE(each.result, CheckResult::Passed);
        const auto factsOf = [&why](DecisionCheck check) {
            for (const ExplainedCheck &each : why.checks) {
                if (each.check == check)
                    return each.facts;
            }
            return QList<ExplainedFact>();
        };
        using Facts = QList<ExplainedFact>;
        QCOMPARE(factsOf(DecisionCheck::Gateway), (Facts{{u"gateway"_s, u"local socket"_s}}));
        QCOMPARE(factsOf(DecisionCheck::Credential),
                 (Facts{{u"credential"_s, u"Order sync"_s},
                        {u"kind"_s, u"client_secret"_s},
                        {u"last_four"_s, QString::fromLatin1(fixture.secret.text.view().last(4))},
                        {u"generation"_s, u"1"_s},
                        {u"state"_s, u"active"_s}}));
        QCOMPARE(factsOf(DecisionCheck::Realm), (Facts{{u"realm"_s, u"sbx"_s}}));
        QCOMPARE(factsOf(DecisionCheck::Partner), (Facts{{u"partner"_s, u"Partner acme"_s},
                                                         {u"status"_s, u"active"_s},
                                                         {u"stage"_s, u"sandbox"_s}}));
        QCOMPARE(factsOf(DecisionCheck::Network), (Facts{{u"source"_s, u"198.51.100.7"_s}}));
        QCOMPARE(factsOf(DecisionCheck::Route),
                 (Facts{{u"route"_s, u"GET /api/v1/orders"_s}, {u"api"_s, u"Demo API"_s}}));
        QCOMPARE(factsOf(DecisionCheck::Scope), (Facts{{u"scope"_s, ordersRead}}));
        QCOMPARE(fixture.value(factsOf(DecisionCheck::Limits), facts::burst),
                 QString::number(record.limits->burst));
        QVERIFY(!why.rule.isKnown && !why.rule.cause);
        QCOMPARE(why.today.outcome, Outcome::Served);
        QVERIFY(why.remedies.isEmpty());
        QVERIFY(why.alike.conditions.isEmpty());
        QCOMPARE(why.alikeCalls, 0);
    }

    /// The story of the sketch: who took which scope away, when and why, and what it did.
    void aScopeThatWasTakenAway()
    {
        ExplainFixture fixture;
        QCOMPARE(fixture.tokenCall().reason, R::Allowed);
        fixture.later(1h);
        QCOMPARE(fixture.grant({productsRead}).status, 200);
        const AuditEvent taken = fixture.newest("grant.edit");
        const CallRecord refused = fixture.tokenCall();
        QCOMPARE(refused.reason, R::MissingScope);
        fixture.later(1h);
        // Other events about the partner, and the same grant in another respect: none of them is the cause.
        QCOMPARE(fixture.grant({productsRead, u"invoices:read"_s}).status, 200);
        QCOMPARE(fixture.networks({u"198.51.100.0/24"_s}).status, 200);
        const CallRecord later = fixture.tokenCall();
        QCOMPARE(later.reason, R::MissingScope);

        for (const CallRecord &each : {refused, later}) {
            const CallExplanation why = fixture.explain(each);
            const ExplainedCheck failed = fixture.failedOf(why);
            QCOMPARE(failed.check, DecisionCheck::Scope);
            QCOMPARE(fixture.values(failed.facts, facts::scope), QStringList(ordersRead));
            QVERIFY(why.rule.isKnown);
            QVERIFY(why.rule.cause);
            QCOMPARE(*why.rule.cause, taken);
            QCOMPARE(why.rule.cause->reason, u"partner asked for it"_s);
            QCOMPARE(why.rule.cause->ticket, u"OPS-1182"_s);
            QCOMPARE(fixture.value(why.rule.facts, facts::scope), ordersRead);
            QCOMPARE(fixture.value(why.rule.facts, facts::scopes),
                     each.id == refused.id ? productsRead : itemsOf({productsRead, u"invoices:read"_s}));
            QCOMPARE(fixture.value(why.rule.facts, facts::tokenScopes), ordersRead);
            QCOMPARE(why.today.outcome, Outcome::Refused);
            QCOMPARE(why.today.reason, R::MissingScope);
            QCOMPARE(why.remedies,
                     (QList<Remedy>{{RemedyKind::GrantScope, u"grant.edit"_s, fixture.partner, ordersRead}}));
            QCOMPARE(why.alikeCalls, 2);
            QCOMPARE(why.alikeSources, 1);
            QCOMPARE(why.alike.from, std::optional(taken.at));
            QVERIFY(!why.alike.to);
        }
        const RefusalsOfEvent refusals = fixture.refusals(taken.id);
        QCOMPARE(refusals.calls, 2);
        QCOMPARE(refusals.filter, fixture.explain(refused).alike);
    }

    /// Given back: what was refused stays explained, its end is told, and today it passes.
    void aRuleEndsWithAnotherEvent()
    {
        ExplainFixture fixture;
        fixture.later(1h);
        QCOMPARE(fixture.grant({productsRead}).status, 200);
        const AuditEvent taken = fixture.newest("grant.edit");
        const CallRecord refused = fixture.tokenCall();
        fixture.later(1h);
        QCOMPARE(fixture.grant({productsRead, ordersRead}).status, 200);
        const AuditEvent given = fixture.newest("grant.edit");
        fixture.later(1h);
        const CallRecord served = fixture.tokenCall();
        QCOMPARE(served.reason, R::Allowed);
        fixture.later(1h);
        QCOMPARE(fixture.grant({productsRead}).status, 200);
        const AuditEvent again = fixture.newest("grant.edit");
        const CallRecord anew = fixture.tokenCall();

        const CallExplanation why = fixture.explain(refused);
        QCOMPARE(why.rule.cause->id, taken.id);
        QCOMPARE(why.alike.from, std::optional(taken.at));
        QCOMPARE(why.alike.to, std::optional(given.at));
        QCOMPARE(why.alikeCalls, 1);
        QCOMPARE(why.today.reason, R::MissingScope); // by the third
        QCOMPARE(fixture.explain(anew).rule.cause->id, again.id);
        QCOMPARE(fixture.refusals(taken.id).calls, 1);
        QCOMPARE(fixture.refusals(again.id).calls, 1);
        QCOMPARE(fixture.refusals(given.id), (RefusalsOfEvent{given.id, {}, 0, false, {}}));
        QCOMPARE(fixture.explain(served).today.outcome, Outcome::Refused);

        QCOMPARE(fixture.grant({productsRead, ordersRead}).status, 200);
        const CallExplanation now = fixture.explain(refused);
        QCOMPARE(now.today.outcome, Outcome::Served);
        QVERIFY(now.remedies.isEmpty());
        QCOMPARE(now.rule, why.rule); // what stood is not moved by what came
    }
};

QTEST_GUILESS_MAIN(TestExplanations)
#include "tst_explanations.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include "platform/admin/api/settle_outcome.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/rows/credential_rows.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// Two credentials, and writes of nobody's request.
struct OutcomeFixture
{
    AdminFixture admin;
    QString partner = admin.makePartner(u"settled"_s);
    QStringList made{admin.makeCredential(partner).id, admin.makeCredential(partner).id};

    [[nodiscard]] AdminContext &context() { return admin.administration->context(); }
    [[nodiscard]] CredentialState stateOf(const QString &id) const
    {
        return admin.policy->current()->credential(id16Of(id))->state;
    }
    [[nodiscard]] Whose byTest()
    {
        return [at = context().now()](AuditEvent event) {
            return byThePlatform(std::move(event), at, u"test"_s);
        };
    }
    /// Both as suspended.
    [[nodiscard]] WriteOutcome suspendBoth(Tx &tx)
    {
        WriteOutcome outcome;
        for (const QString &id : made) {
            const auto row = credential_rows::find(tx, id);
            const auto next = life_cycle::suspended(*row, context().now());
            add(outcome,
                storeCredential(tx, *next,
                                {eventAbout(AuditAction::CredentialSuspend, id, row->value.name, partner)}));
        }
        return outcome;
    }
    [[nodiscard]] QJsonArray events() { return admin.events("action=credential.suspend"); }
};

} // namespace

/// What follows of written rows, whoever wrote them.
class TestSettleOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One snapshot for all of them, before the feed tells of any; then what works beside the store.
    void followsTheCommitInOrder()
    {
        OutcomeFixture fixture;
        const QString cursor = fixture.admin.feedCursor();
        const qint64 before = fixture.admin.policy->current()->number();
        qint64 published = 0;
        qsizetype toldThen = -1;
        bool inForceThen = false;
        const auto stored = fixture.context().store.writeNow<bool>([&](Tx &tx) {
            WriteOutcome outcome = fixture.suspendBoth(tx);
            outcome.stored = [&] {
                inForceThen = fixture.stateOf(fixture.made.last()) == CredentialState::Suspended;
                fixture.context().consoles.wait(
                    cursor, std::chrono::milliseconds(0),
                    [&](const Changes &changes) { toldThen = changes.changes.size(); });
            };
            settleOutcome(fixture.context(), tx, std::move(outcome), fixture.byTest(), 0,
                          [&](qint64 number) { published = number; });
            return fixture.stateOf(fixture.made.first()) == CredentialState::Active; // not before the commit
        });
        QVERIFY(stored && *stored);
        for (const QString &id : std::as_const(fixture.made))
            QCOMPARE(fixture.stateOf(id), CredentialState::Suspended);
        QCOMPARE(published, before + 1);
        QCOMPARE(toldThen, 2);
        QVERIFY(inForceThen);
        const QJsonArray events = fixture.events(); // newest first
        const QJsonArray told = fixture.admin.toldAfter(cursor);
        QCOMPARE(events.size(), 2);
        QCOMPARE(told.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const QJsonValue event = events.at(1 - i);
            QCOMPARE(event[u"target_id"_s].toString(), fixture.made.at(i));
            QCOMPARE(event[u"actor"_s].toString(), u"platform"_s);
            QCOMPARE(event[u"source"_s].toString(), u"test"_s);
            QCOMPARE(told.at(i)[u"kind"_s].toString(), u"credential"_s);
            QCOMPARE(told.at(i)[u"id"_s].toString(), fixture.made.at(i));
            QCOMPARE(told.at(i)[u"event_id"_s], event[u"id"_s]);
        }
    }

    void nothingFollowsWhatIsRolledBack()
    {
        OutcomeFixture fixture;
        const QString cursor = fixture.admin.feedCursor();
        const qint64 before = fixture.admin.policy->current()->number();
        bool follows = false;
        QVERIFY(fixture.context().store.writeNow<bool>([&](Tx &tx) {
            WriteOutcome outcome = fixture.suspendBoth(tx);
            outcome.stored = [&] { follows = true; };
            settleOutcome(fixture.context(), tx, std::move(outcome), fixture.byTest());
            tx.rollBack();
            return true;
        }));
        QVERIFY(!follows);
        QCOMPARE(fixture.admin.policy->current()->number(), before);
        QVERIFY(fixture.events().isEmpty());
        QVERIFY(fixture.admin.toldAfter(cursor).isEmpty());
    }

    /// Rules are published with the size of the log that says so; what says nothing of a rule, and what is in
    /// force before its event, leaves it.
    void thePolicyKnowsTheLogThatItStandsOn()
    {
        OutcomeFixture fixture;
        AdminFixture &admin = fixture.admin;
        const auto size = [&admin] { return admin.policy->current()->auditSize(); };
        const qint64 before = size();
        QCOMPARE(before, admin.eventCount()); // the last event acknowledged a credential

        QVERIFY(fixture.context().store.writeNow<bool>([&](Tx &tx) {
            settleOutcome(fixture.context(), tx,
                          outcomeOf(eventAbout(AuditAction::SessionBegin, u"tester"_s, u"tester"_s, {})),
                          fixture.byTest());
            return true;
        }));
        QCOMPARE(size(), before);
        QVERIFY(fixture.context().store.writeNow<bool>([&](Tx &tx) {
            settleOutcome(fixture.context(), tx, fixture.suspendBoth(tx), fixture.byTest());
            return true;
        }));
        QCOMPARE(size(), before + 3);
        QCOMPARE(size(), admin.eventCount());

        Narrowing closed;
        closed.partnerId = fixture.partner;
        closed.partner = [](PartnerRule &rule) { rule.status = PartnerStatus::Frozen; };
        const PolicyHolder::Ticket ticket = admin.policy->narrow(closed).ticket;
        QCOMPARE(size(), before + 3);
        (void)admin.policy->lift(ticket);

        admin.open();
        QCOMPARE(size(), admin.eventCount()); // all that the stored rules can stand on
    }

    /// A narrowing goes with the rules that stand for it; without rules it stays.
    void aNarrowingGoesWithItsRules()
    {
        OutcomeFixture fixture;
        Narrowing closed;
        closed.id16 = id16Of(fixture.made.first());
        closed.credential = [](CredentialRule &rule) { rule.scopes.clear(); };
        const auto isClosed = [&] {
            return fixture.admin.policy->current()->credential(closed.id16)->scopes.isEmpty();
        };
        QVERIFY(!isClosed());
        const PolicyHolder::Ticket ticket = fixture.admin.policy->narrow(closed).ticket;
        QVERIFY(isClosed());
        QVERIFY(fixture.context().store.writeNow<bool>([&](Tx &tx) {
            settleOutcome(fixture.context(), tx, WriteOutcome(), fixture.byTest(), ticket);
            return true;
        }));
        QVERIFY(isClosed());
        QVERIFY(fixture.context().store.writeNow<bool>([&](Tx &tx) {
            settleOutcome(fixture.context(), tx, fixture.suspendBoth(tx), fixture.byTest(), ticket);
            return true;
        }));
        QVERIFY(!isClosed());
        QCOMPARE(fixture.stateOf(fixture.made.first()), CredentialState::Suspended);
    }
};

QTEST_GUILESS_MAIN(TestSettleOutcome)
#include "tst_settle_outcome.moc"

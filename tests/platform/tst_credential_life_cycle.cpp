// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/credential_life_cycle.h"
#include "platform/admin/policy_rules.h"
#include "platform/admin/revocation/foreseen.h"

#include <rapidcheck.h>

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
namespace cycle = pc::platform::life_cycle;

namespace {

const QDateTime start(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);

cycle::FreshGeneration fresh()
{
    return {QByteArray(32, 'v'), 1, "sealed", "ack", u"tail"_s};
}

CredentialRow blank()
{
    CredentialRow row;
    row.value.id = u"crd_x"_s;
    row.value.expiresAt = start.addDays(300);
    return row;
}

int validCount(const CredentialRow &row, const QDateTime &now)
{
    int count = 0;
    for (const GenerationRow &generation : row.generations)
        count += cycle::isValid(generation, now) ? 1 : 0;
    return count;
}

/// Any event at any instant; gives the row after it, unchanged when it was refused.
CredentialRow step(CredentialRow row, int event, const QDateTime &now, int parameter)
{
    const auto take = [&row](const cycle::Outcome<CredentialRow> &next) { return next ? *next : row; };
    switch (event) {
    case 0:
        return take(cycle::acknowledged(row, 1 + parameter % 4, now));
    case 1:
        return take(cycle::acknowledged(row, row.generations.constLast().value.number, now));
    case 2:
        return take(cycle::rotated(row, fresh(), {parameter % (7 * 86400 + 1), {}, false}, now));
    case 3:
        return take(cycle::rotated(row, fresh(), {parameter % 1000, {}, true}, now));
    case 4:
        return take(cycle::graceMoved(row, now.addSecs(parameter % 900000 - 1000), now));
    case 5:
        return take(cycle::suspended(row, now));
    case 6:
        return take(cycle::resumed(row, now));
    case 7:
        return parameter % 5 == 0 ? take(cycle::revoked(row, u"x"_s, u"y"_s, now)) : row;
    default:
        return cycle::ticked(row, now).row;
    }
}

} // namespace

class TestCredentialLifeCycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table();
    void graceStartsAtTheAcknowledgement();
    void anyCourseKeepsTheRules();
    void tickingChangesNoDecision();
    void whatIsRefusedIsForeseen();
};

void TestCredentialLifeCycle::table()
{
    const QDateTime now = start.addSecs(10);
    const CredentialRow pending = cycle::issued(blank(), fresh(), start);
    const CredentialRow active = cycle::acknowledged(pending, 1, now).value();
    const CredentialRow successor = cycle::rotated(active, fresh(), {600, {}, false}, now).value();
    const CredentialRow rotating = cycle::acknowledged(successor, 2, now).value();
    const CredentialRow suspended = cycle::suspended(active, now).value();
    const CredentialRow revoked = cycle::revoked(active, u"a"_s, u"r"_s, now).value();
    QCOMPARE(cycle::stateAt(pending, now), CredentialState::Pending);
    QCOMPARE(cycle::stateAt(pending, start.addSecs(900)), CredentialState::Void);
    QCOMPARE(cycle::stateAt(active, now), CredentialState::Active);
    QCOMPARE(cycle::stateAt(successor, now), CredentialState::Active);
    QCOMPARE(cycle::stateAt(rotating, now), CredentialState::Rotating);
    QCOMPARE(cycle::stateAt(rotating, now.addSecs(600)), CredentialState::Active);
    QCOMPARE(cycle::stateAt(suspended, now), CredentialState::Suspended);
    QCOMPARE(cycle::stateAt(revoked, now), CredentialState::Revoked);
    QCOMPARE(cycle::stateAt(active, active.value.expiresAt), CredentialState::Expired);

    QVERIFY(!cycle::acknowledged(pending, 1, start.addSecs(900)));
    QCOMPARE(cycle::mayRotate(rotating, false, now).error().code, u"two_generations_valid"_s);
    QVERIFY(cycle::mayRotate(rotating, true, now));
    QVERIFY(!cycle::mayRotate(pending, false, now));
    QVERIFY(!cycle::mayRotate(suspended, true, now));
    QVERIFY(!cycle::mayRotate(revoked, true, now));
    QVERIFY(!cycle::suspended(revoked, now));
    QVERIFY(!cycle::resumed(active, now));
    QVERIFY(!cycle::revoked(revoked, u"a"_s, u"r"_s, now));
    QVERIFY(!cycle::graceMoved(active, now, now));
    QVERIFY(cycle::revoked(pending, u"a"_s, u"r"_s, now));
    QVERIFY(active.generations.constFirst().sealed.isEmpty());
    QVERIFY(active.generations.constFirst().ackVerifier.isEmpty());
}

void TestCredentialLifeCycle::graceStartsAtTheAcknowledgement()
{
    const CredentialRow active =
        cycle::acknowledged(cycle::issued(blank(), fresh(), start), 1, start).value();
    const CredentialRow pending = cycle::rotated(active, fresh(), {600, {}, false}, start).value();
    const QDateTime late = start.addSecs(800);
    const CredentialRow rotating = cycle::acknowledged(pending, 2, late).value();
    QCOMPARE(rotating.generations.constFirst().value.graceUntil, std::optional(late.addSecs(600)));
    QVERIFY(!cycle::graceMoved(rotating, late.addSecs(cycle::maxGraceSeconds + 1), late));
    QVERIFY(cycle::graceMoved(rotating, late.addSecs(cycle::maxGraceSeconds), late));
}

void TestCredentialLifeCycle::anyCourseKeepsTheRules()
{
    const bool held =
        rc::check("at most two valid, never back from revoked, no sealed bytes but pending ones", [] {
            CredentialRow row = cycle::issued(blank(), fresh(), start);
            QDateTime now = start;
            const auto events = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(rc::gen::tuple(
                rc::gen::inRange(0, 9), rc::gen::inRange(0, 400000), rc::gen::inRange(0, 1000000)));
            bool wasRevoked = false;
            for (const auto &[event, wait, parameter] : events) {
                now = now.addSecs(event % 3 == 0 ? wait : wait % 600);
                const qint64 before = row.value.version;
                const CredentialRow next = step(row, event, now, parameter);
                RC_ASSERT((next == row || next.value.version == before + 1));
                row = next;
                RC_ASSERT(validCount(row, now) <= 2);
                const CredentialState state = cycle::stateAt(row, now);
                RC_ASSERT((!wasRevoked || state == CredentialState::Revoked));
                wasRevoked = state == CredentialState::Revoked;
                if (state == CredentialState::Active)
                    RC_ASSERT(validCount(row, now) == 1);
                if (state == CredentialState::Rotating)
                    RC_ASSERT(validCount(row, now) == 2);
                if (state == CredentialState::Revoked || state == CredentialState::Void ||
                    state == CredentialState::Pending)
                    RC_ASSERT(validCount(row, now) == 0);
                int pending = 0;
                for (const GenerationRow &generation : row.generations) {
                    const bool waits = generation.value.state == GenerationState::Pending;
                    pending += waits ? 1 : 0;
                    RC_ASSERT(waits == !generation.sealed.isEmpty());
                    RC_ASSERT(waits == !generation.ackVerifier.isEmpty());
                }
                RC_ASSERT(pending <= 1);
            }
        });
    QVERIFY(held);
}

void TestCredentialLifeCycle::tickingChangesNoDecision()
{
    const bool held = rc::check("recording what the clock did changes no state", [] {
        CredentialRow row = cycle::issued(blank(), fresh(), start);
        QDateTime now = start;
        const auto events = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(rc::gen::tuple(
            rc::gen::inRange(0, 8), rc::gen::inRange(0, 100000), rc::gen::inRange(0, 1000000)));
        for (const auto &[event, wait, parameter] : events) {
            now = now.addSecs(wait);
            const cycle::Ticked ticked = cycle::ticked(row, now);
            Credential plain = cycle::present(row, now);
            Credential recorded = cycle::present(ticked.row, now);
            plain.version = recorded.version = 0;
            plain.state = cycle::stateAt(row, now);
            recorded.state = cycle::stateAt(ticked.row, now);
            RC_ASSERT(plain.state == recorded.state);
            RC_ASSERT(plain.generations == recorded.generations);
            RC_ASSERT(cycle::ticked(ticked.row, now).events.isEmpty());
            RC_ASSERT((!ticked.row.nextEventAt || *ticked.row.nextEventAt > now));
            row = step(row, event, now, parameter);
        }
    });
    QVERIFY(held);
}

void TestCredentialLifeCycle::whatIsRefusedIsForeseen()
{
    const bool held = rc::check("the policy's rule and the stored row judge alike", [] {
        CredentialRow row = cycle::issued(blank(), fresh(), start);
        QDateTime now = start;
        const auto events = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(rc::gen::tuple(
            rc::gen::inRange(0, 9), rc::gen::inRange(0, 4000000), rc::gen::inRange(0, 1000000)));
        PartnerRule active;
        active.status = PartnerStatus::Active;
        for (const auto &[event, wait, parameter] : events) {
            now = now.addSecs(event % 3 == 0 ? wait : wait % 600);
            row = step(row, event, now, parameter);
            const CredentialRule rule = ruleOf(row);
            const Instant at = instantOf(now);
            RC_ASSERT(rule.version == row.value.version);
            RC_ASSERT(foreseen::mayRevoke(rule) == cycle::revoked(row, {}, {}, now).has_value());
            RC_ASSERT(foreseen::maySuspend(rule, at) == cycle::suspended(row, now).has_value());
            RC_ASSERT(foreseen::mayRotate(rule, active, at) == cycle::mayRotate(row, true, now).has_value());
            RC_ASSERT(foreseen::mayShortenGrace(rule, at) == cycle::graceMoved(row, now, now).has_value());
        }
    });
    QVERIFY(held);
}

QTEST_GUILESS_MAIN(TestCredentialLifeCycle)
#include "tst_credential_life_cycle.moc"

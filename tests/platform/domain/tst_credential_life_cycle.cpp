// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/secret_life.h"
#include "platform/admin/revocation/foreseen.h"
#include "platform/core/policy/policy_rules.h"
#include "platform/domain/credential_life_cycle.h"

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
    row.value.kind = CredentialKind::ClientSecret;
    row.value.realm = Realm::Production;
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
    void refusalsSayWhy();
    void whatEndsEndsOnce();
    void whatIsShownHoldsNow();
    void limitsOfAGrace();
    void theClockSaysWhatItDid();
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
    QCOMPARE(cycle::mayRotate(rotating, false, now).error().code, ProblemCode::TwoGenerationsValid);
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

/// Each state, and each event that it refuses: by its code, at the very instant from which on it is refused.
void TestCredentialLifeCycle::refusalsSayWhy()
{
    const QDateTime now = start.addSecs(10);
    const CredentialRow pending = cycle::issued(blank(), fresh(), start);
    const CredentialRow active = cycle::acknowledged(pending, 1, now).value();
    const CredentialRow suspended = cycle::suspended(active, now).value();
    const CredentialRow revoked = cycle::revoked(pending, u"a"_s, u"r"_s, now).value();
    const QDateTime end = active.value.expiresAt;
    CredentialRow short_ = blank(); // over before anybody acknowledged it
    short_.value.expiresAt = start.addSecs(600);
    short_ = cycle::issued(short_, fresh(), start);
    const auto code = [](const auto &outcome) { return outcome ? QString() : toText(outcome.error().code); };
    const auto may = [&code](const CredentialRow &row, const QDateTime &at) {
        return code(cycle::mayRotate(row, true, at));
    };
    QCOMPARE(may(active, end.addMSecs(-1)), QString());
    QCOMPARE(may(active, end), u"not_active"_s);
    QCOMPARE(may(pending, now), u"not_active"_s);
    QCOMPARE(may(blank(), now), u"not_active"_s);
    QCOMPARE(may(suspended, now), u"not_active"_s);
    QCOMPARE(may(revoked, now), u"already_revoked"_s);
    CredentialRow lasting = active;
    lasting.value.kind = CredentialKind::Unknown; // of a newer release: nothing is known of it
    QCOMPARE(may(lasting, now), u"not_rotating"_s);
    QCOMPARE(code(cycle::rotated(lasting, fresh(), {600, {}, false}, now)), u"not_rotating"_s);
    QCOMPARE(may(lasting, end), u"not_active"_s);
    QCOMPARE(code(cycle::rotated(revoked, fresh(), {600, {}, true}, now)), u"already_revoked"_s);
    QCOMPARE(code(cycle::acknowledged(revoked, 1, now)), u"already_revoked"_s);
    QCOMPARE(code(cycle::graceMoved(revoked, now, now)), u"already_revoked"_s);
    QCOMPARE(code(cycle::revoked(revoked, {}, {}, now)), u"already_revoked"_s);
    QCOMPARE(code(cycle::suspended(suspended, now)), u"not_active"_s);
    QCOMPARE(code(cycle::resumed(active, now)), u"not_suspended"_s);
    QCOMPARE(code(cycle::acknowledged(pending, 2, now)), u"nothing_pending"_s);
    QCOMPARE(code(cycle::acknowledged(active, 1, now)), u"already_acknowledged"_s);
    QCOMPARE(code(cycle::acknowledged(short_, 1, start.addMSecs(599'999))), QString());
    QCOMPARE(code(cycle::acknowledged(short_, 1, start.addSecs(600))), u"not_active"_s);
    QCOMPARE(code(cycle::graceMoved(active, end, end.addMSecs(-1))), u"not_rotating"_s);
    QCOMPARE(code(cycle::graceMoved(active, end, end)), u"not_active"_s);
    QCOMPARE(cycle::stateAt(short_, start.addMSecs(599'999)), CredentialState::Pending);
    QCOMPARE(cycle::stateAt(short_, start.addSecs(600)), CredentialState::Expired);
    QCOMPARE(cycle::stateAt(blank(), start), CredentialState::Void);
    QCOMPARE(cycle::nextNumber(blank()), 1);
    QCOMPARE(cycle::nextNumber(active), 2);
}

/// A generation that is over stays as it was, whatever comes; each other one ends as what it was.
void TestCredentialLifeCycle::whatEndsEndsOnce()
{
    using State = GenerationState;
    const QDateTime now = start.addSecs(10);
    const auto endOf = [](const CredentialRow &row, int index) {
        const GenerationRow &generation = row.generations.at(index);
        return std::pair(generation.value.state, generation.value.endedAt);
    };
    CredentialRow row = cycle::acknowledged(cycle::issued(blank(), fresh(), start), 1, now).value();
    row = cycle::rotated(row, fresh(), {600, {}, false}, now.addSecs(1)).value();
    row = cycle::rotated(row, fresh(), {600, {}, false}, now.addSecs(2)).value(); // 2 is void
    QCOMPARE(endOf(row, 1), std::pair(State::Void, std::optional(now.addSecs(2))));
    row = cycle::acknowledged(row, 3, now.addSecs(3)).value(); // 1 is in its grace
    QCOMPARE(endOf(row, 0), std::pair(State::Grace, std::optional<QDateTime>()));
    row = cycle::rotated(row, fresh(), {0, {}, true}, now.addSecs(4)).value(); // and over, before its time
    QCOMPARE(endOf(row, 0), std::pair(State::Ended, std::optional(now.addSecs(4))));
    row = cycle::acknowledged(row, 4, now.addSecs(5)).value(); // without a grace for 3
    QCOMPARE(endOf(row, 2), std::pair(State::Ended, std::optional(now.addSecs(5))));
    QCOMPARE(row.generations.at(2).value.graceUntil, std::nullopt);
    const CredentialRow before = row;
    row = cycle::rotated(row, fresh(), {600, {}, false}, now.addSecs(6)).value();
    row = cycle::acknowledged(row, 5, now.addSecs(7)).value();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(row.generations.at(i), before.generations.at(i));
    const CredentialRow gone = cycle::revoked(row, u"ann"_s, u"lost"_s, now.addSecs(8)).value();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(gone.generations.at(i), before.generations.at(i));
    for (int i = 3; i < 5; ++i)
        QCOMPARE(endOf(gone, i), std::pair(State::Revoked, std::optional(now.addSecs(8))));
    QCOMPARE(gone.value.revokedAt, std::optional(now.addSecs(8)));
    QCOMPARE(gone.value.revokedBy, u"ann"_s);
    QCOMPARE(gone.value.revokedReason, u"lost"_s);

    // Over by the clock, and nobody has written it yet: it ended then, and was not revoked.
    const CredentialRow late = cycle::rotated(row, fresh(), {600, {}, true}, now.addSecs(9)).value();
    const CredentialRow afterwards = cycle::revoked(late, {}, {}, now.addDays(1)).value();
    QCOMPARE(endOf(afterwards, 5), std::pair(State::Void, std::optional(now.addSecs(9 + 900))));
    const CredentialRow graceOver = cycle::revoked(row, {}, {}, now.addDays(1)).value();
    QCOMPARE(endOf(graceOver, 3), std::pair(State::Ended, std::optional(now.addSecs(7 + 600))));
    QVERIFY(
        !cycle::revoked(cycle::suspended(row, now.addSecs(8)).value(), {}, {}, now.addSecs(9))->suspended);

    // What no course leads to, and a store might hold all the same: at most two are valid.
    CredentialRow odd = cycle::rotated(row, fresh(), {600, {}, true}, now.addSecs(9)).value();
    odd.generations[2].value.state = State::Pending;
    odd.generations[3].value.state = State::Grace;
    odd = cycle::acknowledged(odd, 6, now.addSecs(10)).value();
    QCOMPARE(endOf(odd, 2), std::pair(State::Void, std::optional(now.addSecs(10))));
    QCOMPARE(endOf(odd, 3), std::pair(State::Ended, std::optional(now.addSecs(10))));
    QCOMPARE(endOf(odd, 4).first, State::Grace);
}

void TestCredentialLifeCycle::whatIsShownHoldsNow()
{
    using State = GenerationState;
    const QDateTime now = start.addSecs(10);
    const CredentialRow active = cycle::acknowledged(cycle::issued(blank(), fresh(), start), 1, now).value();
    const CredentialRow successor = cycle::rotated(active, fresh(), {600, {}, false}, now).value();
    const CredentialRow rotating = cycle::acknowledged(successor, 2, now).value();
    const auto shown = [](const CredentialRow &row, const QDateTime &at) {
        QList<std::pair<State, std::optional<QDateTime>>> list; // newest first
        for (const Generation &each : cycle::present(row, at).generations)
            list.append({each.state, each.endedAt});
        return list;
    };
    using Shown = QList<std::pair<State, std::optional<QDateTime>>>;
    const std::optional<QDateTime> never;
    QCOMPARE(shown(successor, now), (Shown{{State::Pending, never}, {State::Active, never}}));
    QCOMPARE(shown(successor, now.addSecs(900)),
             (Shown{{State::Void, now.addSecs(900)}, {State::Active, never}}));
    QCOMPARE(shown(rotating, now), (Shown{{State::Active, never}, {State::Grace, never}}));
    QCOMPARE(shown(rotating, now.addSecs(600)),
             (Shown{{State::Active, never}, {State::Ended, now.addSecs(600)}}));
    const CredentialRow dropped = cycle::rotated(rotating, fresh(), {0, {}, true}, now.addSecs(5)).value();
    QCOMPARE(shown(dropped, now.addSecs(700)),
             (Shown{{State::Pending, never}, {State::Active, never}, {State::Ended, now.addSecs(5)}}));
    const CredentialRow again = cycle::rotated(dropped, fresh(), {0, {}, false}, now.addSecs(6)).value();
    QCOMPARE(shown(again, now.addSecs(700)).at(1), (std::pair(State::Void, std::optional(now.addSecs(6)))));
    // A suspended credential's valid generations are suspended; when it is over, they are not.
    const CredentialRow waiting = cycle::suspended(successor, now).value();
    QCOMPARE(shown(waiting, now), (Shown{{State::Pending, never}, {State::Suspended, never}}));
    QCOMPARE(shown(waiting, waiting.value.expiresAt).at(1), (std::pair(State::Active, never)));
    QCOMPARE(shown(cycle::resumed(waiting, now).value(), now).at(1), (std::pair(State::Active, never)));
}

/// No secret outlives its credential's end, its own year, nor seven days beside its successor.
void TestCredentialLifeCycle::limitsOfAGrace()
{
    using State = GenerationState;
    const QDateTime now = start.addDays(200);
    const auto rotatingTo = [&](const QDateTime &end, qint64 grace) {
        CredentialRow row = blank();
        row.value.expiresAt = end;
        row = cycle::acknowledged(cycle::issued(row, fresh(), start), 1, start).value();
        row = cycle::rotated(row, fresh(), {grace, {}, false}, now).value();
        return cycle::acknowledged(row, 2, now).value();
    };
    const auto until = [](const CredentialRow &row) { return row.generations.at(0).value.graceUntil; };
    const QDateTime soon = now.addSecs(100);
    const QDateTime year = start.addYears(1).addSecs(300);
    QCOMPARE(until(rotatingTo(soon, 600)), std::optional(soon));
    QCOMPARE(until(rotatingTo(soon, 50)), std::optional(now.addSecs(50)));
    QCOMPARE(rotatingTo(now.addYears(3), 50).generations.at(0).expiresAt, std::optional(year));

    const auto moved = [&](const CredentialRow &row, const QDateTime &to) {
        return cycle::graceMoved(row, to, now.addSecs(1));
    };
    const CredentialRow near = rotatingTo(soon, 50);
    QCOMPARE(until(moved(near, soon).value()), std::optional(soon));
    QCOMPARE(moved(near, soon.addMSecs(1)).error().code, ProblemCode::GraceTooLong);
    CredentialRow old = rotatingTo(now.addYears(3), 50);
    old.generations[0].value.createdAt = now.addYears(-1); // its year is over in five minutes
    QCOMPARE(until(moved(old, now.addSecs(300)).value()), std::optional(now.addSecs(300)));
    QCOMPARE(moved(old, now.addSecs(301)).error().code, ProblemCode::GraceTooLong);
    CredentialRow legacy = near; // stored by a release that kept no end for it
    legacy.generations[0].expiresAt.reset();
    QVERIFY(moved(legacy, soon));
    QVERIFY(!moved(legacy, soon.addMSecs(1)));

    // Now, or earlier: it ends, and not in the past.
    for (const qint64 back : {0, 1000}) {
        const QDateTime at = now.addSecs(20);
        const CredentialRow ended = cycle::graceMoved(near, at.addSecs(-back), at).value();
        QCOMPARE(ended.generations.at(0).value.state, State::Ended);
        QCOMPARE(ended.generations.at(0).value.endedAt, std::optional(at));
        QCOMPARE(until(ended), std::optional(at));
    }
    QCOMPARE(cycle::graceMoved(near, soon, now.addSecs(50)).error().code,
             ProblemCode::NotRotating); // over already
}

void TestCredentialLifeCycle::theClockSaysWhatItDid()
{
    using Events = QList<cycle::ClockEvent>;
    const CredentialRow active =
        cycle::acknowledged(cycle::issued(blank(), fresh(), start), 1, start).value();
    const CredentialRow rotating =
        cycle::acknowledged(cycle::rotated(active, fresh(), {600, {}, false}, start).value(), 2, start)
            .value();
    QCOMPARE(cycle::graceEnd(rotating, start), start.addSecs(600));
    QCOMPARE(cycle::graceEnd(cycle::suspended(rotating, start).value(), start), start.addSecs(600));
    QCOMPARE(cycle::graceEnd(rotating, start.addSecs(600)), std::optional<QDateTime>());
    QCOMPARE(cycle::graceEnd(active, start), std::optional<QDateTime>());
    const CredentialRow both = cycle::rotated(active, fresh(), {600, {}, false}, start).value();
    const QDateTime end = active.value.expiresAt;
    const auto events = [](const CredentialRow &row, const QDateTime &at) {
        return cycle::ticked(row, at).events;
    };
    QCOMPARE(events(active, end.addMSecs(-1)), Events());
    QCOMPARE(events(active, end), (Events{{AuditAction::CredentialExpired, 0, end}}));
    QCOMPARE(events(both, end), (Events{{AuditAction::GenerationVoid, 2, start.addSecs(900)},
                                        {AuditAction::CredentialExpired, 0, end}}));
    QCOMPARE(events(rotating, start.addDays(1)),
             (Events{{AuditAction::GenerationGraceEnded, 1, start.addSecs(600)}}));
    const cycle::Ticked quiet = cycle::ticked(active, end.addMSecs(-1));
    QCOMPARE(quiet.row, active); // no event, no new version
    const CredentialRow over = cycle::ticked(rotating, start.addDays(1)).row;
    QCOMPARE(over.value.version, rotating.value.version + 1);
    QCOMPARE(over.generations.at(0).value.state, GenerationState::Ended);
    QCOMPARE(over.generations.at(0).value.endedAt, std::optional(start.addSecs(600)));
    QCOMPARE(over.nextEventAt, std::optional(end));
    QCOMPARE(cycle::ticked(both, start.addDays(1)).row.generations.at(1).value.endedAt,
             std::optional(start.addSecs(900)));
    const CredentialRow revoked = cycle::revoked(rotating, {}, {}, start).value();
    QCOMPARE(events(revoked, end.addDays(1)), Events());
}

void TestCredentialLifeCycle::graceStartsAtTheAcknowledgement()
{
    const CredentialRow active =
        cycle::acknowledged(cycle::issued(blank(), fresh(), start), 1, start).value();
    const CredentialRow pending = cycle::rotated(active, fresh(), {600, {}, false}, start).value();
    const QDateTime late = start.addSecs(800);
    const CredentialRow rotating = cycle::acknowledged(pending, 2, late).value();
    QCOMPARE(rotating.generations.constFirst().value.graceUntil, std::optional(late.addSecs(600)));
    QVERIFY(!cycle::graceMoved(rotating, late.addSecs(pc::rules::maxGraceSeconds + 1), late));
    QVERIFY(cycle::graceMoved(rotating, late.addSecs(pc::rules::maxGraceSeconds), late));
    // A row whose acknowledgement is missing, which no act leaves: nothing says when the grace began.
    CredentialRow torn = rotating;
    torn.generations[1].value.acknowledgedAt.reset();
    QCOMPARE(cycle::graceMoved(torn, late.addSecs(60), late).error().code, ProblemCode::NotRotating);
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
                    RC_ASSERT(waits == generation.voidAt.has_value());
                }
                RC_ASSERT(pending <= 1);
                // The clock's next event is known to the instant.
                const auto eventsAt = [&row](const QDateTime &at) {
                    return cycle::ticked(row, at).events.size();
                };
                if (row.nextEventAt) {
                    RC_ASSERT(eventsAt(*row.nextEventAt) > 0);
                    RC_ASSERT(eventsAt(row.nextEventAt->addMSecs(-1)) == 0);
                } else {
                    RC_ASSERT(eventsAt(now.addYears(10)) == 0);
                }
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
        active.stage = Stage::Production;
        for (const auto &[event, wait, parameter] : events) {
            now = now.addSecs(event % 3 == 0 ? wait : wait % 600);
            row = step(row, event, now, parameter);
            const CredentialRule rule = ruleOf(row);
            const Instant at = instantOf(now);
            RC_ASSERT(rule.version == row.value.version);
            const int number = 1 + parameter % 5; // also of one that is not there
            RC_ASSERT(foreseen::factsOf(rule, at, number) == cycle::factsOf(row, now, number));
            RC_ASSERT(foreseen::mayRevoke(rule) == cycle::revoked(row, {}, {}, now).has_value());
            RC_ASSERT(foreseen::maySuspend(rule, at) == cycle::suspended(row, now).has_value());
            RC_ASSERT(foreseen::mayRotate(rule, active, at) == cycle::mayRotate(row, true, now).has_value());
            RC_ASSERT(foreseen::mayShortenGrace(rule, at) == cycle::graceMoved(row, now, now).has_value());
            // And as the console is shown it.
            const pc::rules::CredentialFacts shown = pc::rules::factsOf(cycle::present(row, now));
            for (const Op op : {Op::CredentialRotate, Op::CredentialGrace, Op::CredentialSuspend,
                                Op::CredentialResume, Op::CredentialRevoke})
                RC_ASSERT(pc::rules::refusalOf(op, shown) ==
                          pc::rules::refusalOf(op, cycle::factsOf(row, now)));
            for (int each = 0; each <= cycle::nextNumber(row); ++each)
                RC_ASSERT(pc::rules::refusalOf(Op::CredentialAck,
                                               pc::rules::factsOf(cycle::present(row, now), each)) ==
                          pc::rules::refusalOf(Op::CredentialAck, cycle::factsOf(row, now, each)));
        }
    });
    QVERIFY(held);
}

QTEST_GUILESS_MAIN(TestCredentialLifeCycle)
#include "tst_credential_life_cycle.moc"

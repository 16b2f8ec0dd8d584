// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/flow_machine.h"

#include <QSet>
#include <QTest>

#include <deque>

using namespace pc::models;
using S = FlowState;

namespace {

const QList<S> all{S::Editing,        S::Working, S::HeldBack, S::Confirming, S::Holding,
                   S::OutcomeUnknown, S::Failed,  S::Gone,     S::Done};

/// The states that can be reached from one, itself left out unless it is come back to.
QSet<S> reachableFrom(S start)
{
    QSet<S> seen;
    std::deque<S> open{start};
    while (!open.empty()) {
        const S from = open.front();
        open.pop_front();
        for (const S to : all) {
            if (FlowMachine::allows(from, to) && !seen.contains(to)) {
                seen.insert(to);
                open.push_back(to);
            }
        }
    }
    return seen;
}

/// A machine in this state, by the shortest way.
std::optional<FlowMachine> machineIn(S wanted)
{
    std::deque<FlowMachine> open{FlowMachine()};
    QSet<S> seen{S::Editing};
    while (!open.empty()) {
        const FlowMachine machine = open.front();
        open.pop_front();
        if (machine.state() == wanted)
            return machine;
        for (const S to : all) {
            FlowMachine next = machine;
            if (!seen.contains(to) && next.moveTo(to)) {
                seen.insert(to);
                open.push_back(next);
            }
        }
    }
    return {};
}

pc::client::ApiError errorOf(const char *detail)
{
    pc::client::ApiError error;
    error.detail = QString::fromLatin1(detail);
    return error;
}

} // namespace

class TestFlowMachine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairIsTakenOrRefused()
    {
        int taken = 0;
        for (const S from : all) {
            for (const S to : all) {
                std::optional<FlowMachine> machine = machineIn(from);
                QVERIFY(machine);
                QCOMPARE(machine->state(), from);
                const auto before = machine->error();
                const bool moved = machine->moveTo(to, errorOf("why"));
                QCOMPARE(moved, FlowMachine::allows(from, to));
                QCOMPARE(machine->state(), moved ? to : from);
                QCOMPARE(machine->error().has_value(), moved || before.has_value());
                taken += moved ? 1 : 0;
            }
        }
        QCOMPARE(taken, static_cast<int>(FlowMachine::transitions().size())); // no row twice
    }

    void anErrorIsOfItsStateOnly()
    {
        FlowMachine machine;
        QVERIFY(machine.moveTo(S::Working));
        QVERIFY(machine.moveTo(S::Failed, errorOf("refused")));
        QCOMPARE(machine.error()->detail, QStringLiteral("refused"));
        QVERIFY(!machine.moveTo(S::Done, errorOf("late"))); // what is refused is refused
        QCOMPARE(machine.error()->detail, QStringLiteral("refused"));
        QVERIFY(machine.moveTo(S::Working));
        QVERIFY(!machine.error());
    }

    /// Nothing is sent twice, nothing is shown that is not in force, nothing ends where nobody gets out.
    void theTableKeepsWhatIsPromised()
    {
        for (const S state : all) {
            QVERIFY(state == S::Editing || reachableFrom(S::Editing).contains(state));
            QVERIFY(!FlowMachine::allows(state, state));
            if (state != S::Gone)
                QVERIFY(reachableFrom(state).contains(S::Done));
            // Sent anew only where nothing of the former try can be under way or done.
            if (FlowMachine::allows(state, S::Working))
                QVERIFY(mayEdit(state) || state == S::OutcomeUnknown);
            // Shown only after the platform has confirmed it.
            QCOMPARE(FlowMachine::allows(state, S::Holding), state == S::Confirming);
            // What is held back comes into force by being asked for only.
            if (state == S::HeldBack)
                QVERIFY(!FlowMachine::allows(state, S::Done) && !FlowMachine::allows(state, S::Working));
        }
        QVERIFY(reachableFrom(S::Gone).isEmpty());
        QVERIFY(!FlowMachine::allows(S::Failed, S::Done));
        QVERIFY(!FlowMachine::allows(S::Done, S::Working));
    }

    void whoWorksIsNotEdited()
    {
        for (const S state : all)
            QVERIFY(!(isBusy(state) && mayEdit(state)));
        QVERIFY(isBusy(S::Working) && isBusy(S::Confirming) && !isBusy(S::HeldBack));
        QVERIFY(mayEdit(S::Editing) && mayEdit(S::Failed) && !mayEdit(S::OutcomeUnknown));
    }
};

QTEST_APPLESS_MAIN(TestFlowMachine)
#include "tst_flow_machine.moc"

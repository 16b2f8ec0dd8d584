// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/give_way.h"

#include <QTest>

#include <thread>

using namespace pc::platform;
using namespace std::chrono_literals;

namespace {

int offers = 0;

void offer()
{
    ++offers;
}

/// As beside a thread that computes without end.
void loseASlice()
{
    ++offers;
    std::this_thread::sleep_for(200ms);
}

int offersIn(int rows, GiveWay turn)
{
    offers = 0;
    for (int i = 0; i < rows; ++i)
        turn.afterRow();
    return offers;
}

} // namespace

class TestGiveWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersEveryFewRows()
    {
        QCOMPARE(offersIn(15, GiveWay(1s, offer)), 0);
        QCOMPARE(offersIn(16, GiveWay(1s, offer)), 1);
        QCOMPARE(offersIn(500, GiveWay(1s, offer)), 31);
    }

    /// What it holds is held for so much longer at most, and by one slice more.
    void givesAwayNoMoreThanItMay()
    {
        // A busy machine takes its time to wake the thread: a slice is far from all that may be given.
        QCOMPARE(offersIn(100'000, GiveWay(300ms, loseASlice)), 2);
        QCOMPARE(offersIn(100'000, GiveWay(0ms, loseASlice)), 0);
    }
};

QTEST_APPLESS_MAIN(TestGiveWay)
#include "tst_give_way.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/timer_clock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <chrono>
#include <memory>

using namespace pc::client;
using namespace std::chrono_literals;

/// The clock of the running program: what tests turn by hand everywhere else.
class TestSystemClock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsUtc()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const QDateTime now = m_clock.now();
        QCOMPARE(now.timeSpec(), Qt::UTC);
        QVERIFY(before <= now && now <= QDateTime::currentDateTimeUtc());
    }

    void durationsAreMilliseconds()
    {
        const auto steadyMs = [] {
            return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::milliseconds(1);
        };
        const qint64 before = steadyMs();
        const qint64 now = m_clock.monotonicMs();
        QVERIFY(before <= now && now <= steadyMs());
    }

    void anAlarmRingsOnceAndLater_data()
    {
        QTest::addColumn<int>("delayMs");
        QTest::newRow("before now") << -1000;
        QTest::newRow("now") << 0;
        QTest::newRow("later") << 3;
    }
    void anAlarmRingsOnceAndLater()
    {
        QFETCH(const int, delayMs);
        int rings = 0;
        const Alarm alarm = m_clock.after(std::chrono::milliseconds(delayMs), [&] { ++rings; });
        QCOMPARE(rings, 0);
        QTRY_COMPARE(rings, 1);
        untilAnotherRings(); // has all the time to ring again
        QCOMPARE(rings, 1);
    }

    /// Whoever drops it hears nothing any more, even when its time had come; and what the action held is let
    /// go.
    void aDroppedAlarmIsSilent()
    {
        auto held = std::make_shared<int>(0);
        const std::weak_ptr<int> watch = held;
        int rings = 0;
        Alarm alarm = m_clock.after(0ms, [&rings, held = std::move(held)] { ++rings; });
        alarm.reset();
        untilAnotherRings(); // it is deleted later: only that it was stopped keeps it silent
        QCOMPARE(rings, 0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(watch.expired());
    }

    void anAlarmMayBeDroppedInItsOwnAction()
    {
        auto held = std::make_shared<int>(0);
        const std::weak_ptr<int> watch = held;
        int seen = -1;
        Alarm alarm;
        alarm = m_clock.after(0ms, [&, held = std::move(held)] {
            alarm.reset();
            seen = *held; // still ours
        });
        QTRY_COMPARE(seen, 0);
        QVERIFY(watch.expired());
    }

    /// What has rung lets go of its action, though somebody keeps the alarm.
    void whatHasRungIsLetGo()
    {
        auto held = std::make_shared<int>(0);
        const std::weak_ptr<int> watch = held;
        const Alarm alarm = m_clock.after(0ms, [held = std::move(held)] {});
        QTRY_VERIFY(watch.expired());
    }

    /// A wait longer than a timer can take rings at its end, not after its first piece.
    void aLongWaitGoesInPieces()
    {
        QCOMPARE(SystemClock::longestPiece, std::chrono::milliseconds(24h));
        SystemClock clock(2ms);
        for (const auto delay : {1ms, 2ms, 3ms, 40ms}) {
            QElapsedTimer timer;
            timer.start();
            int rings = 0;
            const Alarm alarm = clock.after(delay, [&] { ++rings; });
            QTRY_COMPARE(rings, 1);
            QVERIFY2(timer.elapsed() >= delay.count() / 2, qPrintable(QString::number(timer.elapsed())));
        }
    }

private:
    /// Turns the event loop, and deletes nothing meanwhile, until a later alarm has rung.
    void untilAnotherRings()
    {
        bool rang = false;
        const Alarm other = m_clock.after(1ms, [&] { rang = true; });
        QElapsedTimer timer;
        timer.start();
        while (!rang && timer.elapsed() < 5000)
            QCoreApplication::processEvents();
        QVERIFY(rang);
    }

    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestSystemClock)
#include "tst_system_clock.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/stop_deadline.h"

#include <QTest>

#include <future>
#include <mutex>

using namespace pc::platform;
using namespace std::chrono_literals;

class TestStopDeadline : public QObject
{
    Q_OBJECT

private:
    std::mutex m_mutex;
    QByteArray m_logged;

    [[nodiscard]] Log log()
    {
        m_logged.clear();
        return Log([this](const QByteArray &line) {
            const std::lock_guard lock(m_mutex);
            m_logged += line;
        });
    }
    [[nodiscard]] QByteArray logged()
    {
        const std::lock_guard lock(m_mutex);
        return m_logged;
    }

private Q_SLOTS:
    void aQuickEndSaysNothing()
    {
        const Log target = log();
        bool gaveUp = false;
        {
            const StopDeadline deadline(target, 30s, 60s, [&gaveUp] { gaveUp = true; });
        }
        QVERIFY(!gaveUp);
        QVERIFY(logged().isEmpty());
    }

    void aSlowEndIsSaidAndWaitedFor()
    {
        const Log target = log();
        bool gaveUp = false;
        {
            const StopDeadline deadline(target, 1ms, 60s, [&gaveUp] { gaveUp = true; });
            QTRY_VERIFY_WITH_TIMEOUT(logged().contains("stop_waits_for_the_disk"), 10'000);
        }
        QVERIFY(!gaveUp);
        QVERIFY(!logged().contains("stop_gave_up"));
    }

    void anEndThatHangsIsGivenUpOnce()
    {
        const Log target = log();
        std::promise<void> gaveUp;
        std::future<void> future = gaveUp.get_future();
        {
            const StopDeadline deadline(target, 1ms, 20ms, [&gaveUp] { gaveUp.set_value(); });
            QCOMPARE(future.wait_for(10s), std::future_status::ready);
        }
        QCOMPARE(logged().count("stop_gave_up"), 1);
        QVERIFY(logged().indexOf("stop_waits") < logged().indexOf("stop_gave_up"));
    }
};

QTEST_GUILESS_MAIN(TestStopDeadline)
#include "tst_stop_deadline.moc"

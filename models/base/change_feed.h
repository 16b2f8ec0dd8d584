// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/changes_client.h"
#include "models/base/clock.h"

#include <QObject>

namespace pc::models {

/// Follows the service's change feed by one long poll and tells models what to fetch again. It backs off when
/// the service is gone (1 s doubling to 30 s) and asks everybody to refresh after a gap.
class ChangeFeed final : public QObject
{
    Q_OBJECT
public:
    ChangeFeed(client::ChangesClient &changes, TimerClock &clock, QObject *parent = nullptr);
    ~ChangeFeed() override;

    void start();
    void stop();
    /// After a time in which nothing could be asked: follows again, and whatever is on the screen is fetched
    /// again (reset()).
    void startAnew();
    /// Asks now instead of after the pause.
    void retryNow();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Consecutive failures; 0 while the feed is healthy.
    [[nodiscard]] int failures() const { return m_failures; }
    [[nodiscard]] TimerClock &clock() const { return m_clock; }

Q_SIGNALS:
    /// Something is not as it was. A model fetches again only what this may concern: its mayConcern…().
    void changed(const pc::Change &change);
    /// A gap, or the service is back: whatever is on the screen must be fetched again.
    void reset();
    void failed(const pc::client::ApiError &error);
    void recovered();

private:
    void ask(std::chrono::seconds wait);
    void onAnswer(client::Result<Changes> result);

    client::ChangesClient &m_changes;
    TimerClock &m_clock;
    client::Call m_call;
    Alarm m_alarm;
    QString m_cursor;
    int m_failures = 0;
    int m_quickAnswers = 0;
    qint64 m_lastAnswerMs = -1000000;
    bool m_running = false;
};

} // namespace pc::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/change_feed.h"

#include "models/base/back_off.h"

namespace pc::models {

using namespace std::chrono_literals;

namespace {

/// Also the longest silence of an idle console: a platform that hangs is noticed this much later.
constexpr std::chrono::seconds longWait = 10s;

} // namespace

ChangeFeed::ChangeFeed(client::ChangesClient &changes, TimerClock &clock, QObject *parent)
    : QObject(parent), m_changes(changes), m_clock(clock)
{
}

ChangeFeed::~ChangeFeed() = default;

void ChangeFeed::start()
{
    if (m_running)
        return;
    m_running = true;
    ask(0s);
}

void ChangeFeed::stop()
{
    m_running = false;
    m_call.cancel();
    m_alarm.reset();
}

void ChangeFeed::startAnew()
{
    stop();
    m_failures = 0; // said here once, not again with the first answer
    start();
    Q_EMIT reset();
}

void ChangeFeed::retryNow()
{
    if (m_running)
        ask(0s); // an answer at once says that the service is there
}

void ChangeFeed::ask(std::chrono::seconds wait)
{
    m_alarm.reset();
    m_call = m_changes.get(m_cursor, wait, this,
                           [this](client::Result<Changes> result) { onAnswer(std::move(result)); });
}

void ChangeFeed::onAnswer(client::Result<Changes> result)
{
    if (!result) {
        ++m_failures;
        if (result.error().kind == client::ErrorKind::Unauthorized)
            m_running = false; // the session is over: asking again cannot help
        else
            m_alarm = m_clock.after(pauseAfter(m_failures), [this] { ask(0s); });
        Q_EMIT failed(result.error());
        return;
    }
    const bool wasDown = m_failures > 0;
    m_failures = 0;
    m_cursor = result->cursor;
    // A service that never holds an answer back must not be asked in a tight loop.
    const bool nothingNew = result->changes.isEmpty() && !result->reset;
    if (nothingNew && m_quickAnswers > 3)
        m_alarm = m_clock.after(1s, [this] { ask(longWait); });
    else
        ask(longWait);
    m_quickAnswers = nothingNew && m_clock.monotonicMs() - m_lastAnswerMs < 1000 ? m_quickAnswers + 1 : 0;
    m_lastAnswerMs = m_clock.monotonicMs();

    if (wasDown)
        Q_EMIT recovered();
    if (wasDown || result->reset)
        Q_EMIT reset();
    if (result->reset)
        return;
    for (const Change &change : std::as_const(result->changes))
        Q_EMIT changed(change);
}

} // namespace pc::models

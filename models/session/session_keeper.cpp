// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/session_keeper.h"

#include <algorithm>

namespace pc::models {

using namespace std::chrono_literals;
using client::ErrorKind;
using std::chrono::milliseconds;

SessionKeeper::SessionKeeper(client::SessionClient &sessions, client::SessionToken &token, TimerClock &clock,
                             QObject *parent)
    : QObject(parent), m_sessions(sessions), m_token(token), m_clock(clock)
{
    m_token.setRenewer([this](std::function<void(bool)> done) { renew(std::move(done)); });
}

SessionKeeper::~SessionKeeper()
{
    m_token.setRenewer({});
}

void SessionKeeper::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void SessionKeeper::start()
{
    m_failedRenewals = 0;
    setState(State::Idle);
    m_fetch = m_sessions.get(this, [this](client::Result<Session> result) {
        if (!result) {
            if (result.error().kind == ErrorKind::Unauthorized)
                becomeEnded();
            Q_EMIT failed(result.error());
            return;
        }
        m_session = std::move(*result);
        setState(State::Active);
        schedule();
        Q_EMIT loaded();
    });
}

void SessionKeeper::refresh()
{
    if (!m_session || m_state == State::Ended)
        return;
    m_fetch = m_sessions.get(this, [this](client::Result<Session> result) {
        if (!result || !m_session)
            return; // whoever acts next hears of it
        m_session = std::move(*result);
        Q_EMIT loaded();
    });
}

void SessionKeeper::schedule()
{
    const QDateTime now = m_clock.now();
    const qint64 left = now.msecsTo(m_session->expiresAt);
    if (m_session->renewableUntil <= now) {
        // Nothing can be renewed any more: work on until the token itself ends.
        m_alarm = m_clock.after(milliseconds(std::max<qint64>(0, left)), [this] { becomeEnded(); });
        return;
    }
    const qint64 margin = std::clamp<qint64>(left / 5, 30000, 180000);
    m_alarm = m_clock.after(milliseconds(std::max<qint64>(0, left - margin)), [this] { renew({}); });
}

void SessionKeeper::renew(std::function<void(bool)> done)
{
    if (m_state == State::Ended) {
        if (done)
            done(false);
        return;
    }
    if (done)
        m_waiting.push_back(std::move(done));
    if (m_state == State::Renewing)
        return;
    setState(State::Renewing);
    m_renew = m_sessions.renew(
        this, [this](client::Result<client::FreshToken> result) { onRenewed(std::move(result)); });
}

void SessionKeeper::onRenewed(client::Result<client::FreshToken> result)
{
    const auto waiting = std::exchange(m_waiting, {});
    const auto tell = [&waiting](bool renewed) {
        for (const auto &done : waiting)
            done(renewed);
    };
    if (result) {
        m_failedRenewals = 0;
        m_token.set(std::move(result->token));
        setState(State::Active);
        if (m_session) {
            m_session->expiresAt = result->expiresAt;
            schedule();
        }
        Q_EMIT renewed();
        return tell(true);
    }
    const ErrorKind kind = result.error().kind;
    if (kind == ErrorKind::Unauthorized || kind == ErrorKind::Forbidden) {
        becomeEnded();
        return tell(false);
    }
    // The service could not be asked. The token may still be good: try again until the service says
    // otherwise.
    ++m_failedRenewals;
    setState(State::Active);
    m_alarm = m_clock.after(std::min<milliseconds>(5s * m_failedRenewals, 60s), [this] { renew({}); });
    tell(false);
}

void SessionKeeper::becomeEnded()
{
    m_alarm.reset();
    m_renew.cancel();
    m_token.clear();
    const auto waiting = std::exchange(m_waiting, {});
    const bool wasEnded = m_state == State::Ended;
    setState(State::Ended);
    for (const auto &done : waiting)
        done(false);
    if (!wasEnded)
        Q_EMIT ended();
}

void SessionKeeper::endSession()
{
    if (m_state == State::Ended)
        return;
    m_alarm.reset();
    m_end = m_sessions.end(this, [this](const client::Result<void> &) { becomeEnded(); });
}

} // namespace pc::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/session_client.h"
#include "client/sign_in/session_token.h"
#include "models/base/clock.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace pc::models {

/// Keeps one operator session alive: renews its token a fifth of its life before expiry (at least 30 s, at
/// most 3 min), renews at once when a request was refused, and says honestly when the session has ended.
class SessionKeeper final : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Active, Renewing, Ended };
    Q_ENUM(State)

    SessionKeeper(client::SessionClient &sessions, client::SessionToken &token, TimerClock &clock,
                  QObject *parent = nullptr);
    ~SessionKeeper() override;

    /// Fetches the session and starts the timer; loaded(), or failed() with the reason.
    void start();
    /// Fetches the session again beside everything else; loaded() when that went well, else nothing.
    void refresh();
    /// DELETE /session, then Ended whatever the service said.
    void endSession();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Session> &session() const { return m_session; }

Q_SIGNALS:
    /// session() is new: the first load, or fetched again.
    void loaded();
    void failed(const pc::client::ApiError &error);
    /// The token source holds a new token; who keeps tokens across runs stores it now.
    void renewed();
    /// No further call can succeed until somebody signs in again.
    void ended();
    void stateChanged();

private:
    void schedule();
    void renew(std::function<void(bool)> done);
    void onRenewed(client::Result<client::FreshToken> result);
    void becomeEnded();
    void setState(State state);

    client::SessionClient &m_sessions;
    client::SessionToken &m_token;
    TimerClock &m_clock;
    client::Call m_fetch;
    client::Call m_renew;
    client::Call m_end;
    Alarm m_alarm;
    std::optional<Session> m_session;
    std::vector<std::function<void(bool)>> m_waiting;
    int m_failedRenewals = 0;
    State m_state = State::Idle;
};

} // namespace pc::models

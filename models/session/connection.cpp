// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/connection.h"

#include "contract/rules/permission.h"
#include "models/base/back_off.h"

#include <algorithm>
#include <utility>

namespace pc::models {

using namespace std::chrono_literals;
using client::ErrorKind;

Connection::Connection(std::unique_ptr<client::Transport> transport, Secret token, TimerClock &clock,
                       QObject *parent)
    : QObject(parent), m_clock(clock), m_transport(std::move(transport)), m_token(std::move(token)),
      m_api(*m_transport, m_token, clock), m_sessions(m_api), m_partners(m_api), m_credentials(m_api),
      m_access(m_api), m_networks(m_api), m_catalogue(m_api), m_observations(m_api), m_versions(m_api),
      m_scopes(m_api), m_plans(m_api), m_imports(m_api), m_usage(m_api), m_calls(m_api), m_audit(m_api),
      m_jobs(m_api), m_changes(m_api), m_keeper(m_sessions, m_token, clock), m_feed(m_changes, clock)
{
    m_status.since = clock.now();
    wire();
}

Connection::~Connection()
{
    m_api.setListener({});
}

void Connection::wire()
{
    m_api.setListener({[this](std::chrono::milliseconds took) { onAnswered(took); },
                       [this](const client::ApiError &error) { onFailed(error); }, [this] { watchLater(); }});
    connect(&m_keeper, &SessionKeeper::loaded, this, [this] {
        m_failedStarts = 0;
        const bool again = std::exchange(m_signsInAgain, false);
        if (!again)
            m_feed.start();
        Q_EMIT sessionChanged();
        Q_EMIT statusChanged(); // blockOf() may say something else now
        if (again)
            m_feed.startAnew();
    });
    connect(&m_keeper, &SessionKeeper::failed, this, [this](const client::ApiError &error) {
        if (error.kind == ErrorKind::Unauthorized)
            return; // ended() speaks of it
        if (error.kind == ErrorKind::Forbidden)
            return setState(ConnectionState::Forbidden, error);
        setState(error.kind == ErrorKind::Timeout ? ConnectionState::NotAnswering : ConnectionState::Offline,
                 error);
        ++m_failedStarts;
        m_retryAlarm = m_clock.after(pauseAfter(m_failedStarts), [this] { m_keeper.start(); });
    });
    connect(&m_keeper, &SessionKeeper::renewed, this, &Connection::tokenRenewed);
    connect(&m_keeper, &SessionKeeper::ended, this, [this] {
        m_feed.stop();
        setState(ConnectionState::SessionEnded, m_status.error);
        Q_EMIT sessionChanged();
    });
    connect(&m_feed, &ChangeFeed::failed, this, [this](const client::ApiError &error) {
        if (error.kind == ErrorKind::Timeout)
            setState(ConnectionState::NotAnswering, error);
        else if (error.kind == ErrorKind::Offline || error.kind == ErrorKind::Tls ||
                 error.kind == ErrorKind::Server)
            setState(ConnectionState::Offline, error);
    });
}

void Connection::start()
{
    m_retryAlarm.reset();
    m_keeper.start();
}

void Connection::refreshSession()
{
    m_keeper.refresh();
}

void Connection::retryNow()
{
    if (m_status.state == ConnectionState::SessionEnded)
        return;
    if (!session())
        start();
    else
        m_feed.retryNow();
}

void Connection::endSession()
{
    m_feed.stop();
    m_keeper.endSession();
}

void Connection::signInAgain(Secret token)
{
    m_token.set(std::move(token));
    m_signsInAgain = true;
    setState(ConnectionState::Connecting, {});
    start();
}

ActBlock Connection::blockOf(Op op) const
{
    if (m_status.state == ConnectionState::SessionEnded)
        return ActBlock::SessionEnded;
    const rules::Permit permit = rules::permitOf(session(), op);
    if (permit == rules::Permit::Loading)
        return m_status.state == ConnectionState::Offline ? ActBlock::Offline : ActBlock::Loading;
    if (permit == rules::Permit::Missing)
        return ActBlock::MissingPermission;
    if (operation(op).write && m_status.state == ConnectionState::Connecting)
        return ActBlock::Loading; // signing in again: what was allowed before may not be now
    // A platform that is slow may still be asked: what takes power away is not refused here on a guess.
    if (operation(op).write && m_status.state != ConnectionState::Online &&
        m_status.state != ConnectionState::NotAnswering)
        return ActBlock::Offline;
    return ActBlock::None;
}

void Connection::onAnswered(std::chrono::milliseconds took)
{
    heard();
    if (took.count() >= 0)
        m_status.latencyMs = int(took.count());
    if (m_status.state != ConnectionState::SessionEnded)
        return setState(ConnectionState::Online, {});
    Q_EMIT statusChanged();
}

void Connection::onFailed(const client::ApiError &error)
{
    if (error.status > 0) {
        heard(); // it answered, if only to refuse
        if (m_status.state == ConnectionState::NotAnswering)
            setState(ConnectionState::Online, {});
        return;
    }
    if (error.kind != ErrorKind::Offline && error.kind != ErrorKind::Tls)
        return;
    if (m_status.state == ConnectionState::Online || m_status.state == ConnectionState::NotAnswering) {
        setState(ConnectionState::Offline, error);
        m_feed.retryNow(); // one broken request is no proof: this one asks
    }
}

void Connection::heard()
{
    m_status.lastGoodAt = m_clock.now();
    m_heardMs = m_clock.monotonicMs();
}

void Connection::watch()
{
    m_watchAlarm.reset();
    const bool said = m_status.state == ConnectionState::NotAnswering;
    const auto quiet = quietFor();
    if (said) {
        Q_EMIT statusChanged(); // the seconds it has not answered for
    } else if (quiet && *quiet >= patience &&
               (m_status.state == ConnectionState::Online || m_status.state == ConnectionState::Connecting)) {
        m_status.waitingSince = m_clock.now().addMSecs(-quiet->count());
        setState(ConnectionState::NotAnswering, {});
    }
    watchLater();
}

std::optional<std::chrono::milliseconds> Connection::quietFor() const
{
    const auto due = m_api.waitingSinceMs();
    if (!due)
        return std::nullopt;
    return std::chrono::milliseconds(m_clock.monotonicMs() - std::max(*due, m_heardMs));
}

void Connection::watchLater()
{
    if (m_status.state == ConnectionState::NotAnswering) {
        if (!m_watchAlarm)
            m_watchAlarm = m_clock.after(250ms, [this] { watch(); }); // in step with what a page counts
        return;
    }
    // Looked at anew with every call: the one before may be a poll that is due much later.
    const auto quiet = quietFor();
    m_watchAlarm.reset();
    if (quiet)
        m_watchAlarm =
            m_clock.after(std::max<std::chrono::milliseconds>(patience - *quiet, 100ms), [this] { watch(); });
}

void Connection::setState(ConnectionState state, const std::optional<client::ApiError> &error)
{
    if (state != m_status.state) {
        m_status.state = state;
        m_status.since = m_clock.now();
        if (state == ConnectionState::NotAnswering && !m_status.waitingSince.isValid())
            m_status.waitingSince = m_status.lastGoodAt.isValid() ? m_status.lastGoodAt : m_status.since;
        else if (state != ConnectionState::NotAnswering)
            m_status.waitingSince = {};
        m_watchAlarm.reset();
        watchLater();
    }
    m_status.error = error;
    Q_EMIT statusChanged();
}

} // namespace pc::models

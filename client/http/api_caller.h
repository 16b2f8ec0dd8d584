// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "client/http/timer_clock.h"
#include "client/http/token_source.h"
#include "client/http/transport.h"
#include "contract/api/operations.h"

#include <QHash>

#include <optional>
#include <vector>

namespace pc::client {

/// One call of the Admin API before it is encoded into HTTP.
struct ApiRequest
{
    Op op = Op::SessionGet;
    QHash<QString, QString> path; ///< values of the template's parameters
    QueryItems query;
    QByteArray body;                             ///< empty for none
    QByteArray contentType = "application/json"; ///< of the body
    IdempotencyKey key;                       ///< of a write; an empty one is a programming error (asserted)
    QString etag;                             ///< If-Match
    std::chrono::milliseconds timeout{10000}; ///< of one try, without any progress
    bool renewWhenRefused = true;             ///< false for session.renew itself
    std::chrono::milliseconds holds{0};       ///< how long the service may hold its answer back: a long poll
    /// Of a write: from its first try to "outcome unknown". More for what takes long to send.
    std::chrono::seconds writeLimit = usualWriteLimit;
    std::function<void(const QByteArray &)> sink; ///< for NDJSON answers
    /// How much of the body has left, in bytes, of each try; called while the call is under way.
    std::function<void(qint64 sent, qint64 total)> progress;

    static constexpr std::chrono::seconds usualWriteLimit{20};
};

struct ApiAnswer
{
    int status = 0;
    QByteArray body;
    QString etag;
    QString requestId;
};

/// What every call has in common: method and path from contract/api/operations.h, bearer token,
/// Idempotency-Key, If-Match, traceparent, request id; a 401 renews the session and repeats once; a write
/// whose answer was lost is repeated with the same key, `maxRepeats` times with growing pauses, and then ends
/// as OutcomeUnknown; a write ends so after ApiRequest::writeLimit at the latest, whatever its tries do. The
/// one place that makes an ApiError.
class ApiCaller
{
public:
    ApiCaller(Transport &transport, TokenSource &tokens, TimerClock &clock);

    /// For the connection state; one listener. `answered`: after each 2xx, how long it took (-1 for a long
    /// poll).
    struct Listener
    {
        std::function<void(std::chrono::milliseconds)> answered;
        std::function<void(const ApiError &)> failed;
        std::function<void()> begun = {}; ///< a call was sent
    };
    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// Runs the request for `state` and hands the 2xx answer or the error to `done`, unless the state ends
    /// before.
    void run(const std::shared_ptr<CallState> &state, ApiRequest request,
             std::function<void(Result<ApiAnswer>)> done);

    /// Since when the call that waits longest should have had its answer, on the clock's monotonic scale:
    /// from its first try on, after what the service may hold it back. None when nobody waits.
    [[nodiscard]] std::optional<qint64> waitingSinceMs() const;

    static constexpr int maxRepeats = 3;
    /// Of a write that does not say otherwise.
    static constexpr std::chrono::seconds writeLimit = ApiRequest::usualWriteLimit;

private:
    struct Attempt;
    void send(const std::shared_ptr<Attempt> &attempt);
    void onAnswer(const std::shared_ptr<Attempt> &attempt, TransportResult result);
    void onResponse(const std::shared_ptr<Attempt> &attempt, HttpResponse response);
    void onFault(const std::shared_ptr<Attempt> &attempt, const TransportError &fault);
    void onRefused(const std::shared_ptr<Attempt> &attempt, ApiError error);
    void repeat(const std::shared_ptr<Attempt> &attempt, ApiError why);
    void fail(const std::shared_ptr<Attempt> &attempt, ApiError error);
    void onWriteLimit(const std::shared_ptr<Attempt> &attempt);
    void settle(const std::shared_ptr<Attempt> &attempt);

    Transport &m_transport;
    TokenSource &m_tokens;
    TimerClock &m_clock;
    Listener m_listener;
    std::vector<std::weak_ptr<Attempt>> m_waiting; ///< not settled; cancelled ones drop out by themselves
    std::shared_ptr<const bool> m_alive =
        std::make_shared<const bool>(true); ///< watched by what outlives the caller
};

} // namespace pc::client

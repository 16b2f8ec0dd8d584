// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/api_caller.h"

#include "contract/codec/codecs.h"

#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>
#include <array>

namespace pc::client {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QByteArray randomHex(int words)
{
    QByteArray text;
    for (int i = 0; i < words; ++i)
        text += QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
    return text;
}

QString expandPath(const ApiRequest &request)
{
    QString path = u"/admin/v1"_s + QString::fromLatin1(operation(request.op).path);
    for (auto it = request.path.cbegin(); it != request.path.cend(); ++it)
        path.replace(u'{' + it.key() + u'}', QString::fromLatin1(QUrl::toPercentEncoding(it.value())));
    Q_ASSERT_X(!path.contains(u'{'), "pc::client", "a path parameter was not given");
    return path;
}

std::optional<Problem> problemOf(const HttpResponse &response)
{
    if (!response.header("content-type").startsWith("application/problem+json"))
        return std::nullopt;
    const auto object = parseObject(response.body);
    if (!object)
        return std::nullopt;
    auto problem = fromJson<Problem>(*object);
    if (!problem)
        return std::nullopt;
    return std::move(*problem);
}

ErrorKind kindOf(int status, const std::optional<Problem> &problem)
{
    if ((status == 401 || status == 403) && problem &&
        problemCodeOf(problem->code) == ProblemCode::StepUpRequired)
        return ErrorKind::StepUpRequired;
    switch (status) {
    case 400:
    case 413:
    case 422:
        return ErrorKind::Validation;
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    case 412:
    case 428:
        return ErrorKind::Stale;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return status >= 500 && status < 600 ? ErrorKind::Server : ErrorKind::Protocol;
    }
}

ApiError errorOf(HttpResponse response)
{
    ApiError error;
    error.status = response.status;
    error.problem = problemOf(response);
    error.kind = kindOf(response.status, error.problem);
    if (error.problem && !error.problem->retryAfter) {
        bool isNumber = false;
        const int seconds = response.header("retry-after").toInt(&isNumber);
        if (isNumber && seconds >= 0)
            error.problem->retryAfter = seconds;
    }
    error.requestId = error.problem ? error.problem->requestId : QString();
    if (response.status >= 300 && response.status < 400)
        error.detail = u"redirects are not followed (HTTP %1)"_s.arg(response.status);
    else
        error.detail = u"HTTP %1"_s.arg(response.status);
    if (response.status == 412)
        error.body = std::move(response.body);
    return error;
}

/// The answer of something in between that could not reach the service, or lost it: says nothing about the
/// outcome.
bool isFromAnIntermediary(const ApiError &error)
{
    return (error.status == 502 || error.status == 504) && !error.problem;
}

/// The first request with this key is still being worked on.
bool isStillInFlight(const ApiError &error)
{
    return error.status == 409 && error.code() == ProblemCode::IdempotencyInFlight;
}

} // namespace

/// One call with all its repeats. Owned by the CallState, so cancelling the call ends everything at once.
struct ApiCaller::Attempt
{
    std::weak_ptr<CallState> state;
    ApiRequest request;
    std::function<void(Result<ApiAnswer>)> done;
    QByteArray requestId;
    QByteArray trace;
    std::unique_ptr<Exchange> exchange;
    Alarm alarm;
    Alarm limit; ///< of a write as a whole
    qint64 begunMs = 0;
    quint64 tokenNumber = 0;
    int repeats = 0;
    bool renewed = false;
    bool maybeArrived = false; ///< an earlier try of this write may have been acted on
    qint64 startedMs = 0;

    [[nodiscard]] bool isWrite() const { return operation(request.op).write; }
};

ApiCaller::ApiCaller(Transport &transport, TokenSource &tokens, TimerClock &clock)
    : m_transport(transport), m_tokens(tokens), m_clock(clock)
{
}

void ApiCaller::run(const std::shared_ptr<CallState> &state, ApiRequest request,
                    std::function<void(Result<ApiAnswer>)> done)
{
    Q_ASSERT_X(!operation(request.op).write || !request.key.isEmpty(), "pc::client", "a write needs a key");
    auto attempt = std::make_shared<Attempt>();
    attempt->state = state;
    attempt->request = std::move(request);
    attempt->done = std::move(done);
    attempt->requestId = "req_" + randomHex(4);
    attempt->trace = randomHex(4);
    attempt->begunMs = m_clock.monotonicMs();
    state->hold(attempt);
    std::erase_if(m_waiting, [](const auto &waiting) { return waiting.expired(); });
    m_waiting.push_back(attempt);
    if (attempt->isWrite()) {
        const std::weak_ptr<Attempt> weak = attempt;
        const std::weak_ptr<const bool> alive = m_alive;
        attempt->limit = m_clock.after(attempt->request.writeLimit, [this, weak, alive] {
            const auto strong = weak.lock();
            if (strong && !alive.expired())
                onWriteLimit(strong);
        });
    }
    send(attempt);
    if (m_listener.begun)
        m_listener.begun();
}

std::optional<qint64> ApiCaller::waitingSinceMs() const
{
    std::optional<qint64> since;
    for (const auto &waiting : m_waiting) {
        if (const auto attempt = waiting.lock()) {
            const qint64 due = attempt->begunMs + attempt->request.holds.count();
            since = std::min(since.value_or(due), due);
        }
    }
    return since;
}

/// Nobody waits for it any longer.
void ApiCaller::settle(const std::shared_ptr<Attempt> &attempt)
{
    attempt->limit.reset();
    attempt->alarm.reset();
    std::erase_if(m_waiting, [&attempt](const auto &waiting) {
        const auto other = waiting.lock();
        return !other || other == attempt;
    });
}

/// Repeats included, nobody knows after this long whether a write was done: said, instead of waited for.
void ApiCaller::onWriteLimit(const std::shared_ptr<Attempt> &attempt)
{
    attempt->exchange.reset();
    attempt->maybeArrived = true;
    ApiError error;
    error.kind = ErrorKind::OutcomeUnknown;
    error.detail = u"no answer within %1 s"_s.arg(attempt->request.writeLimit.count());
    fail(attempt, std::move(error));
}

void ApiCaller::send(const std::shared_ptr<Attempt> &attempt)
{
    const ApiRequest &request = attempt->request;
    const Operation &op = operation(request.op);
    if (m_tokens.token().isEmpty()) {
        ApiError error;
        error.kind = attempt->maybeArrived ? ErrorKind::OutcomeUnknown : ErrorKind::Unauthorized;
        error.detail = u"no session"_s;
        return fail(attempt, std::move(error));
    }
    HttpRequest http;
    http.method = op.method;
    http.path = expandPath(request);
    http.query = request.query;
    http.body = request.body;
    http.write = http.method != "GET";
    http.timeout = request.timeout;
    http.sink = request.sink;
    http.progress = request.progress;
    http.headers = {{"Accept", request.sink ? "application/x-ndjson" : "application/json"},
                    {"X-Request-Id", attempt->requestId},
                    {"Traceparent", "00-" + attempt->trace + '-' + randomHex(2) + "-01"}};
    if (http.write) {
        if (http.body.isEmpty() && http.method != "DELETE")
            http.body = "{}";
        if (!http.body.isEmpty())
            http.headers.emplaceBack("Content-Type",
                                     request.body.isEmpty() ? "application/json" : request.contentType);
    }
    if (op.write)
        http.headers.emplaceBack("Idempotency-Key", request.key.text());
    if (!request.etag.isEmpty())
        http.headers.emplaceBack("If-Match", request.etag.toLatin1());
    http.bearer = m_tokens.token().clone();
    attempt->tokenNumber = m_tokens.number();
    attempt->startedMs = m_clock.monotonicMs();

    const std::weak_ptr<Attempt> weak = attempt;
    const std::weak_ptr<const bool> alive = m_alive;
    attempt->exchange = m_transport.send(std::move(http), [this, weak, alive](TransportResult result) {
        const auto strong = weak.lock();
        if (strong && !alive.expired())
            onAnswer(strong, std::move(result));
    });
}

void ApiCaller::onAnswer(const std::shared_ptr<Attempt> &attempt, TransportResult result)
{
    // The exchange is calling us: it goes when this function is over.
    const std::unique_ptr<Exchange> exchange = std::move(attempt->exchange);
    if (result)
        onResponse(attempt, std::move(*result));
    else
        onFault(attempt, result.error());
}

void ApiCaller::onResponse(const std::shared_ptr<Attempt> &attempt, HttpResponse response)
{
    if (response.status >= 200 && response.status < 300) {
        settle(attempt);
        if (m_listener.answered)
            m_listener.answered(milliseconds(
                attempt->request.holds.count() > 0 ? -1 : m_clock.monotonicMs() - attempt->startedMs));
        ApiAnswer answer;
        answer.status = response.status;
        answer.etag = QString::fromLatin1(response.header("etag"));
        answer.requestId = QString::fromLatin1(response.header("x-request-id"));
        answer.body = std::move(response.body);
        attempt->done(std::move(answer));
        return;
    }
    ApiError error = errorOf(std::move(response));
    if (attempt->isWrite() && (isFromAnIntermediary(error) || isStillInFlight(error))) {
        attempt->maybeArrived = true;
        return repeat(attempt, std::move(error));
    }
    if (error.kind == ErrorKind::Unauthorized)
        return onRefused(attempt, std::move(error));
    fail(attempt, std::move(error));
}

void ApiCaller::onFault(const std::shared_ptr<Attempt> &attempt, const TransportError &fault)
{
    ApiError error;
    error.detail = fault.detail;
    switch (fault.fault) {
    case TransportFault::Unreachable:
        error.kind = ErrorKind::Offline;
        break;
    case TransportFault::Tls:
        error.kind = ErrorKind::Tls;
        break;
    case TransportFault::TooLarge:
        error.kind = ErrorKind::Protocol;
        break;
    case TransportFault::Lost:
        error.kind = ErrorKind::Offline;
        break;
    case TransportFault::TimedOut:
        error.kind = ErrorKind::Timeout;
        break;
    }
    if (attempt->isWrite()) {
        attempt->maybeArrived |=
            fault.fault == TransportFault::Lost || fault.fault == TransportFault::TimedOut;
        if (attempt->maybeArrived)
            return repeat(attempt, std::move(error));
    }
    fail(attempt, std::move(error));
}

void ApiCaller::onRefused(const std::shared_ptr<Attempt> &attempt, ApiError error)
{
    if (!attempt->request.renewWhenRefused || attempt->renewed)
        return fail(attempt, std::move(error));
    attempt->renewed = true;
    if (m_tokens.number() != attempt->tokenNumber)
        return send(attempt); // somebody renewed while this request was on its way
    const std::weak_ptr<Attempt> weak = attempt;
    const std::weak_ptr<const bool> alive = m_alive;
    m_tokens.renew([this, weak, alive, error = std::move(error)](bool renewed) {
        const auto strong = weak.lock();
        if (!strong || alive.expired())
            return;
        if (renewed)
            send(strong);
        else
            fail(strong, error);
    });
}

void ApiCaller::repeat(const std::shared_ptr<Attempt> &attempt, ApiError why)
{
    static constexpr std::array<int, maxRepeats> pausesMs{300, 1000, 3000};
    if (attempt->repeats >= maxRepeats) {
        why.kind = ErrorKind::OutcomeUnknown;
        return fail(attempt, std::move(why));
    }
    const milliseconds pause{pausesMs.at(std::size_t(attempt->repeats))};
    ++attempt->repeats;
    const std::weak_ptr<Attempt> weak = attempt;
    const std::weak_ptr<const bool> alive = m_alive;
    attempt->alarm = m_clock.after(pause, [this, weak, alive] {
        const auto strong = weak.lock();
        if (strong && !alive.expired())
            send(strong);
    });
}

void ApiCaller::fail(const std::shared_ptr<Attempt> &attempt, ApiError error)
{
    settle(attempt);
    if (error.requestId.isEmpty())
        error.requestId = QString::fromLatin1(attempt->requestId);
    if (attempt->maybeArrived && !tellsOutcome(error.kind))
        error.kind = ErrorKind::OutcomeUnknown;
    if (m_listener.failed)
        m_listener.failed(error);
    if (attempt->state.lock())
        attempt->done(failure(std::move(error)));
}

} // namespace pc::client

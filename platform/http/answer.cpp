// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/answer.h"

#include "platform/http/http_connection.h"

namespace pc::platform {

namespace {

/// Shared by all copies of one responder or deliverer.
template <typename Value>
class OneShot
{
public:
    using Arrive = void (*)(HttpConnection &, quint64, Value);
    using Forgotten = Value (*)();
    /// Of a value that is given on the loop itself: true when it is kept without a detour.
    using Early = bool (*)(HttpConnection &, quint64, Value &);

    OneShot(const std::shared_ptr<HttpConnection> &connection, std::shared_ptr<ServerCore> core, Loop loop,
            quint64 requestNumber, Arrive arrive, Forgotten forgotten, Early early)
        : m_connection(connection), m_core(std::move(core)), m_loop(std::move(loop)), m_number(requestNumber),
          m_arrive(arrive), m_forgotten(forgotten), m_early(early)
    {
    }
    ~OneShot()
    {
        if (!m_called)
            call(m_forgotten());
    }
    OneShot(const OneShot &) = delete;
    OneShot &operator=(const OneShot &) = delete;

    void call(Value value)
    {
        if (m_called.exchange(true))
            return;
        std::shared_ptr<HttpConnection> connection = m_connection.lock();
        if (!connection)
            return;
        if (m_early != nullptr && m_loop.running_in_this_thread() && m_early(*connection, m_number, value))
            return;
        // Posted even from the loop itself: whoever gives a piece of a body must not be asked for the next
        // one meanwhile.
        m_core->post(m_loop,
                     [connection = std::move(connection), arrive = m_arrive, number = m_number,
                      value = std::move(value)]() mutable { arrive(*connection, number, std::move(value)); });
    }

private:
    const std::weak_ptr<HttpConnection> m_connection;
    const std::shared_ptr<ServerCore> m_core;
    const Loop m_loop;
    const quint64 m_number;
    const Arrive m_arrive;
    const Forgotten m_forgotten;
    const Early m_early;
    std::atomic<bool> m_called{false};
};

/// Status 0: the connection, which knows the request, makes the 500.
HttpResponse forgottenAnswer()
{
    HttpResponse response;
    response.status = 0;
    return response;
}

BodyChunk forgottenChunk()
{
    return {{}, BodyChunk::Kind::Failed};
}

} // namespace

Responder Answer::responderFor(const std::shared_ptr<HttpConnection> &connection,
                               const std::shared_ptr<ServerCore> &core, const Loop &loop,
                               quint64 requestNumber)
{
    auto shot = std::make_shared<OneShot<HttpResponse>>(
        connection, core, loop, requestNumber,
        [](HttpConnection &to, quint64 number, HttpResponse value) {
            to.answerWith(number, std::move(value));
        },
        forgottenAnswer,
        [](HttpConnection &to, quint64 number, HttpResponse &value) { return to.takeEarly(number, value); });
    return [shot](HttpResponse response) { shot->call(std::move(response)); };
}

std::function<void(BodyChunk)> Answer::delivererFor(const std::shared_ptr<HttpConnection> &connection,
                                                    const std::shared_ptr<ServerCore> &core, const Loop &loop,
                                                    quint64 requestNumber)
{
    auto shot = std::make_shared<OneShot<BodyChunk>>(
        connection, core, loop, requestNumber,
        [](HttpConnection &to, quint64 number, BodyChunk value) { to.onChunk(number, std::move(value)); },
        forgottenChunk, nullptr);
    return [shot](BodyChunk chunk) { shot->call(std::move(chunk)); };
}

} // namespace pc::platform

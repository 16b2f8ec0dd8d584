// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of a connection's cycle: from the handler to the last byte of its answer.
#include "platform/http/answer.h"
#include "platform/http/connection.h"

#include <exception>

namespace pc::platform {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
using boost::system::error_code;

namespace {

HttpResponse internalError(const HttpRequest &request)
{
    return problemResponse(request, 500, "internal", u"Something went wrong here"_s);
}

} // namespace

void Connection::handle()
{
    setPhase(Phase::Handling);
    arm(m_share->limits.handlerTimeout);
    const quint64 number = m_requestNumber;
    const Router::Route *route = m_route;
    const Responder responder = Answer::responderFor(shared_from_this(), m_core, m_strand, number);
    try {
        // A copy: the answer may come at once and the next request be read before the handler returns.
        const HttpRequest request = m_request;
        route->handler(request, responder);
    } catch (const std::exception &failure) {
        m_core->log().error("handler_threw", {{"route", QString::fromLatin1(route->pathTemplate)},
                                              {"what", QString::fromUtf8(failure.what())}});
        answerWith(number, m_share->router->refusal(m_request, internalError(m_request)));
    }
}

void Connection::refuse(HttpResponse response, bool closeAfter)
{
    if (closeAfter)
        m_keepAlive = false;
    if (m_request.rawTarget.isEmpty())
        m_reader.salvageHeader(m_request);
    send(m_share->router->refusal(m_request, std::move(response)));
}

void Connection::answerWith(quint64 requestNumber, HttpResponse response)
{
    if (requestNumber != m_requestNumber || m_phase != Phase::Handling)
        return;
    if (response.status == 0) {
        m_core->log().error("handler_forgot_to_answer", {{"route", QString::fromLatin1(m_request.route)}});
        response = m_share->router->refusal(m_request, internalError(m_request));
    }
    send(std::move(response));
}

void Connection::send(HttpResponse response)
{
    m_keepAlive = m_keepAlive && !m_draining && !m_core->isStopping() && !m_placeLost &&
                  m_share->table.mayStay(*m_place);
    ResponseFraming framing;
    framing.headOnly = m_request.method == HttpMethod::Head;
    framing.http10 = !m_framing.http11;
    framing.requestId = m_request.requestId;
    framing.date = std::chrono::system_clock::now();
    framing.keepAlive = m_keepAlive = m_keepAlive && !(framing.http10 && response.stream);

    m_outgoing = responseHead(response, framing);
    if (m_outgoing.isNull()) {
        m_core->log().error("response_header_invalid", {{"route", QString::fromLatin1(m_request.route)}});
        response = internalError(m_request);
        m_outgoing = responseHead(response, framing);
    }
    const bool bodyless = framing.headOnly || response.status == 204 || response.status == 304;
    if (bodyless)
        response.stream = nullptr;
    else if (!response.stream)
        m_outgoing += response.body;
    response.body.clear();
    m_response = std::move(response);
    writeOutgoing();
}

void Connection::writeOutgoing()
{
    setPhase(Phase::Writing);
    arm(m_response.holdUntilSent ? m_share->limits.heldWriteTimeout : m_share->limits.writeTimeout);
    m_bytesOut += m_outgoing.size();
    m_transport->write(
        asio::const_buffer(m_outgoing.constData(), static_cast<std::size_t>(m_outgoing.size())),
        [self = shared_from_this()](const error_code &error, std::size_t) {
            if (self->m_phase != Phase::Writing)
                return;
            if (error)
                self->end();
            else
                self->onAnswerWritten();
        });
}

void Connection::onAnswerWritten()
{
    if (m_response.stream)
        pullSource();
    else
        onRequestDone();
}

void Connection::pullSource()
{
    setPhase(Phase::Source);
    arm(m_share->limits.handlerTimeout);
    m_response.stream(Answer::delivererFor(shared_from_this(), m_core, m_strand, m_requestNumber));
}

void Connection::onChunk(quint64 requestNumber, BodyChunk chunk)
{
    if (requestNumber != m_requestNumber || m_phase != Phase::Source)
        return;
    if (chunk.kind == BodyChunk::Kind::Failed) {
        m_core->log().warning("stream_failed", {{"request_id", QString::fromLatin1(m_request.requestId)}});
        end();
        return;
    }
    const bool last = chunk.kind == BodyChunk::Kind::Last;
    m_outgoing = m_framing.http11 ? chunkOf(chunk.data) : chunk.data;
    if (last && m_framing.http11)
        m_outgoing += lastChunk;
    if (last)
        m_response.stream = nullptr;
    if (m_outgoing.isEmpty() && !last) {
        pullSource();
        return;
    }
    writeOutgoing();
}

void Connection::onRequestDone()
{
    logAccess();
    m_response = HttpResponse(); // the bytes are with the kernel: holdUntilSent goes
    m_outgoing.clear();
    if (!m_keepAlive)
        return finish();
    if (m_place->isProven())
        return nextRequest();
    const auto turn = m_share->requests.take(m_peer.network, std::chrono::steady_clock::now());
    if (!turn)
        return finish();
    if (*turn == std::chrono::nanoseconds::zero())
        return nextRequest();
    setPhase(Phase::Paced);
    arm(*turn);
}

void Connection::logAccess() const
{
    if (m_route != nullptr && m_route->options.quiet && m_response.status < 400)
        return;
    using Microseconds = std::chrono::microseconds;
    const auto took =
        std::chrono::duration_cast<Microseconds>(std::chrono::steady_clock::now() - m_request.receivedAt);
    // The template says which operation, the decoded path which object; neither query nor header fields are
    // ever written.
    m_core->log().info("access",
                       {{"request_id", QString::fromLatin1(m_request.requestId)},
                        {"peer", QString::fromLatin1(m_peer.address)},
                        {"method", QString::fromLatin1(methodName(m_request.method))},
                        {"route", QString::fromLatin1(m_request.route)},
                        {"path", m_request.path.left(256)},
                        {"status", m_response.status},
                        {"bytes_in", qint64(m_request.body.size())},
                        {"bytes_out", m_bytesOut},
                        {"duration_us", qint64(took.count())},
                        {"client_certificate",
                         m_peer.certificate ? (m_peer.certificate->verified ? u"verified"_s : u"unverified"_s)
                                            : u"none"_s}});
}

void Connection::finish()
{
    if (m_phase == Phase::Ended || m_phase == Phase::Finishing)
        return;
    const bool readPending = m_phase == Phase::Idle;
    setPhase(Phase::Finishing);
    arm(std::chrono::seconds(2));
    if (readPending)
        m_transport->cancel();
    m_transport->finish([self = shared_from_this()](const error_code &, std::size_t) {
        if (self->m_phase != Phase::Finishing)
            return;
        if (self->m_bodyRead)
            self->end();
        else
            self->linger();
    });
}

/// Closing a socket with unread bytes makes the kernel send a reset, and the client loses the answer that
/// says why it was refused. So what it still sends is read and dropped, for two seconds at most.
void Connection::linger()
{
    if (m_phase != Phase::Lingering) {
        setPhase(Phase::Lingering);
        arm(std::chrono::seconds(2));
    }
    const auto [data, size] = m_reader.space(); // never committed: the next read overwrites it
    m_transport->discard(asio::mutable_buffer(data, size),
                         [self = shared_from_this()](const error_code &error, std::size_t) {
                             if (self->m_phase != Phase::Lingering)
                                 return;
                             if (error)
                                 self->end();
                             else
                                 self->linger();
                         });
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/http_connection.h"

#include "platform/http/access_log.h"
#include "platform/http/answer.h"
#include "platform/http/server_refusals.h"

#include <boost/asio/error.hpp>

#include <algorithm>
#include <exception>
#include <string_view>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
using boost::system::error_code;

HttpConnection::HttpConnection(std::shared_ptr<ServerCore> core, std::shared_ptr<ListenerShare> share,
                               Loop loop, std::shared_ptr<ConnectionTable::Place> place,
                               std::unique_ptr<ByteStream> transport)
    : m_core(std::move(core)), m_share(std::move(share)), m_loop(std::move(loop)),
      m_stream(std::move(transport)), m_standing(m_share, std::move(place), m_stream->descriptor()),
      m_timer(m_loop), m_intake(*m_share->router, m_share->limits.headerBytes),
      m_acceptedAt(std::chrono::steady_clock::now())
{
}

void HttpConnection::start()
{
    m_standing.setPeer(m_stream->peer());
    m_standing.setEvict([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->m_core->post(self->m_loop, [self] { self->yieldPlace(); });
    });
    const PeerStanding::Turn turn = m_standing.handshakeTurn(m_acceptedAt);
    if (!turn)
        return end();
    setPhase(Phase::Queued);
    if (*turn == std::chrono::nanoseconds::zero())
        handshake();
    else
        arm(*turn);
}

void HttpConnection::handshake()
{
    setPhase(Phase::Handshake);
    arm(m_share->limits.handshakeTimeout - (std::chrono::steady_clock::now() - m_acceptedAt));
    m_stream->handshake([self = shared_from_this()](const error_code &error, std::size_t) {
        if (self->m_phase == Phase::Ended)
            return;
        if (error) {
            const QString peer = QString::fromLatin1(self->m_standing.peer().address);
            const QString reason = QString::fromStdString(error.message());
            self->m_core->log().info("tls_handshake_failed", {{"peer", peer}, {"reason", reason}});
            return self->end();
        }
        self->onHandshake();
    });
}

void HttpConnection::onHandshake()
{
    m_standing.setPeer(m_stream->peer());
    if (m_standing.proveByCertificate())
        nextRequest();
    else
        end();
}

void HttpConnection::drain()
{
    m_draining = true;
    if (m_phase == Phase::Idle || m_phase == Phase::Paced)
        finish();
    else if (m_phase == Phase::Handshake || m_phase == Phase::Queued)
        end();
}

void HttpConnection::yieldPlace()
{
    if (m_phase == Phase::Handling || m_phase == Phase::Source)
        m_placeLost = true;
    else
        end();
}

void HttpConnection::setPhase(Phase phase)
{
    m_phase = phase;
    if (phase == Phase::Handling || phase == Phase::Source || phase == Phase::Ended)
        m_standing.setWorking();
    else
        m_standing.setWaiting();
}

void HttpConnection::end()
{
    if (m_phase == Phase::Ended)
        return;
    setPhase(Phase::Ended);
    m_timer.disarm();
    m_standing.stopWatching();
    m_stream->close();
    m_answer.letGo();
    m_core->remove(shared_from_this());
    m_standing.leave();
}

void HttpConnection::onTimeout()
{
    switch (m_phase) {
    case Phase::Queued:
        return handshake();
    case Phase::Paced:
        return nextRequest();
    case Phase::Header:
    case Phase::Body:
        m_timedOut = true;
        m_stream->cancel(); // the read ends with an error, and onBytes() answers 408
        return;
    case Phase::Handling:
        m_core->log().error("handler_timeout",
                            {{"request_id", QString::fromLatin1(m_intake.request().requestId)},
                             {"route", QString::fromLatin1(m_intake.request().route)}});
        return refuse(handlerTimeout(m_intake.request()), false);
    case Phase::Idle:
        return finish();
    default:
        return end();
    }
}

void HttpConnection::nextRequest()
{
    if (m_draining || m_core->isStopping())
        return finish();
    m_intake.begin();
    ++m_requestNumber;
    m_timedOut = false;
    m_keepAlive = false;
    if (m_intake.hasBytes()) { // pipelined
        setPhase(Phase::Header);
        arm(m_share->limits.headerTimeout);
        return continueHeader();
    }
    setPhase(Phase::Idle);
    arm(m_standing.idleTimeout());
    readMore();
}

void HttpConnection::readMore()
{
    const auto [data, size] = m_intake.space();
    m_stream->read(asio::mutable_buffer(data, size),
                   [self = shared_from_this()](const error_code &error, std::size_t count) {
                       self->onBytes(error, count);
                   });
}

void HttpConnection::onBytes(const error_code &error, std::size_t count)
{
    if (m_phase != Phase::Idle && m_phase != Phase::Header && m_phase != Phase::Body)
        return; // ended or finishing meanwhile
    if (m_timedOut)
        return refuse(m_intake.giveUp(), true);
    if (error)
        return end();
    m_intake.commit(count);
    if (m_phase == Phase::Idle) {
        setPhase(Phase::Header);
        arm(m_share->limits.headerTimeout);
    }
    if (m_phase == Phase::Header)
        continueHeader();
    else
        continueBody();
}

void HttpConnection::continueHeader()
{
    if (!m_intake.isIdentified())
        m_intake.identify(m_core->newRequestId(), m_standing.peer(), m_standing.gone());
    RequestIntake::Step step = m_intake.readHeader();
    m_keepAlive = m_intake.keepAlive();
    if (step.refusal)
        return refuse(std::move(*step.refusal), step.close);
    if (!step.done)
        return readMore();
    if (!admit())
        return;
    if (std::optional<HttpResponse> refusal = m_intake.bodyRefusal())
        return refuse(std::move(*refusal), !m_intake.isBodyRead());
    readBodyOrHandle();
}

/// Who asks, before anything more is read; false when the request was answered.
bool HttpConnection::admit()
{
    if (!m_intake.route()->options.admit)
        return true;
    Admission admission = m_intake.route()->options.admit(m_intake.request());
    if (admission.refusal) {
        refuse(std::move(*admission.refusal), !m_intake.isBodyRead());
        return false;
    }
    if (std::optional<HttpResponse> refusal = m_standing.prove(m_intake.request(), admission.caller)) {
        refuse(std::move(*refusal), true);
        return false;
    }
    m_intake.hold(std::move(admission.held));
    return true;
}

void HttpConnection::readBodyOrHandle()
{
    if (!m_intake.hasBody())
        return handle();
    setPhase(Phase::Body);
    const std::chrono::milliseconds own = m_intake.route()->options.bodyTimeout;
    arm(own.count() > 0 ? std::min(own, m_share->limits.bodyTimeout) : m_share->limits.bodyTimeout);
    if (m_intake.isWaitedFor())
        sendContinue();
    else
        continueBody();
}

void HttpConnection::sendContinue()
{
    static constexpr std::string_view interim = "HTTP/1.1 100 Continue\r\n\r\n";
    m_stream->write(asio::const_buffer(interim.data(), interim.size()),
                    [self = shared_from_this()](const error_code &error, std::size_t) {
                        if (error || self->m_timedOut)
                            self->end();
                        else if (self->m_phase == Phase::Body)
                            self->readMore();
                    });
}

void HttpConnection::continueBody()
{
    RequestIntake::Step step = m_intake.readBody();
    if (step.refusal)
        refuse(std::move(*step.refusal), step.close);
    else if (step.done)
        handle();
    else
        readMore();
}

void HttpConnection::handle()
{
    setPhase(Phase::Handling);
    arm(m_share->limits.handlerTimeout);
    const quint64 number = m_requestNumber;
    const Router::Route *route = m_intake.route();
    const Responder responder = Answer::responderFor(shared_from_this(), m_core, m_loop, number);
    m_inHandler = true;
    try {
        // Stays as it is until the handler returns: answers wait for that, whoever gives them.
        route->handler(m_intake.request(), responder);
    } catch (const std::exception &failure) {
        m_inHandler = false;
        m_early.reset(); // what it holds is held no longer
        m_core->log().error("handler_threw", {{"route", QString::fromLatin1(route->pathTemplate)},
                                              {"what", QString::fromUtf8(failure.what())}});
        return answerWith(number,
                          m_share->router->refusal(m_intake.request(), internalError(m_intake.request())));
    }
    m_inHandler = false;
    if (m_early)
        answerWith(number, *std::exchange(m_early, std::nullopt));
}

void HttpConnection::refuse(HttpResponse response, bool closeAfter)
{
    if (closeAfter)
        m_keepAlive = false;
    m_intake.salvage();
    send(m_share->router->refusal(m_intake.request(), std::move(response)));
}

bool HttpConnection::takeEarly(quint64 requestNumber, HttpResponse &response)
{
    if (!m_inHandler || requestNumber != m_requestNumber)
        return false;
    m_early = std::move(response);
    return true;
}

void HttpConnection::answerWith(quint64 requestNumber, HttpResponse response)
{
    if (requestNumber != m_requestNumber || m_phase != Phase::Handling)
        return;
    if (response.status == 0) {
        m_core->log().error("handler_forgot_to_answer",
                            {{"route", QString::fromLatin1(m_intake.request().route)}});
        response = m_share->router->refusal(m_intake.request(), internalError(m_intake.request()));
    }
    send(std::move(response));
}

void HttpConnection::send(HttpResponse response)
{
    m_keepAlive = m_keepAlive && !m_draining && !m_core->isStopping() && !m_placeLost && m_standing.mayStay();
    m_intake.hold({}); // what it held is no longer needed, and the connection may stay
    const OutgoingAnswer::To to{m_intake.request(), m_intake.isHttp11(), m_keepAlive};
    if (!m_answer.begin(std::move(response), to)) {
        m_core->log().error("response_header_invalid",
                            {{"route", QString::fromLatin1(m_intake.request().route)}});
        (void)m_answer.begin(internalError(m_intake.request()), to);
    }
    m_keepAlive = m_answer.keepAlive();
    writeOutgoing();
}

void HttpConnection::writeOutgoing()
{
    setPhase(Phase::Writing);
    arm(m_answer.isHeld() ? m_share->limits.heldWriteTimeout : m_share->limits.writeTimeout);
    const QByteArray &bytes = m_answer.next();
    asio::const_buffer rest(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    // Not while a request waits behind it: one that answers the next would answer all of them, each in the
    // call of the one before.
    if (!m_answer.isStreamed() && !m_intake.hasBytes()) {
        rest += m_stream->writeNow(rest);
        if (rest.size() == 0)
            return onRequestDone();
    }
    m_stream->write(rest, [self = shared_from_this()](const error_code &error, std::size_t) {
        if (self->m_phase != Phase::Writing)
            return;
        if (error)
            self->end();
        else if (self->m_answer.isStreamed())
            self->pullSource();
        else
            self->onRequestDone();
    });
}

void HttpConnection::pullSource()
{
    setPhase(Phase::Source);
    arm(m_share->limits.handlerTimeout);
    m_answer.pull(Answer::delivererFor(shared_from_this(), m_core, m_loop, m_requestNumber));
}

void HttpConnection::onChunk(quint64 requestNumber, const BodyChunk &chunk)
{
    if (requestNumber != m_requestNumber || m_phase != Phase::Source)
        return;
    if (chunk.kind == BodyChunk::Kind::Failed) {
        const QString id = QString::fromLatin1(m_intake.request().requestId);
        m_core->log().warning("stream_failed", {{"request_id", id}});
        return end();
    }
    if (m_answer.take(chunk))
        writeOutgoing();
    else
        pullSource();
}

void HttpConnection::onRequestDone()
{
    const Router::Route *route = m_intake.route();
    if (route == nullptr || !route->options.quiet || m_answer.status() >= 400)
        logAccess(m_core->log(), m_standing.peer(), m_intake.request(), m_answer.status(),
                  m_answer.bytesOut());
    m_answer.clear(); // the bytes are with the kernel: holdUntilSent goes
    if (!m_keepAlive)
        return finish();
    const PeerStanding::Turn turn = m_standing.nextRequestTurn();
    if (!turn)
        return finish();
    if (*turn == std::chrono::nanoseconds::zero())
        return nextRequest();
    setPhase(Phase::Paced);
    arm(*turn);
}

void HttpConnection::finish()
{
    if (m_phase == Phase::Ended || m_phase == Phase::Finishing)
        return;
    const bool readPending = m_phase == Phase::Idle;
    setPhase(Phase::Finishing);
    arm(std::chrono::seconds(2));
    if (readPending)
        m_stream->cancel();
    m_stream->finish([self = shared_from_this()](const error_code &, std::size_t) {
        if (self->m_phase != Phase::Finishing)
            return;
        if (self->m_intake.isBodyRead())
            self->end();
        else
            self->linger();
    });
}

/// Closing a socket with unread bytes makes the kernel send a reset, and the client loses the answer that
/// says why it was refused. So what it still sends is read and dropped, for two seconds at most.
void HttpConnection::linger()
{
    if (m_phase != Phase::Lingering) {
        setPhase(Phase::Lingering);
        arm(std::chrono::seconds(2));
    }
    const auto [data, size] = m_intake.space(); // never committed: the next read overwrites it
    m_stream->discard(asio::mutable_buffer(data, size),
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

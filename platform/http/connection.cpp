// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/connection.h"

#include <boost/asio/error.hpp>

#include <algorithm>
#include <string_view>

namespace pc::platform {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
using boost::system::error_code;
using Progress = RequestReader::Progress;

Connection::Connection(std::shared_ptr<ServerCore> core, std::shared_ptr<ListenerShare> share,
                       ServerCore::Strand strand, std::shared_ptr<ConnectionTable::Place> place,
                       std::unique_ptr<Transport> transport)
    : m_core(std::move(core)), m_share(std::move(share)), m_strand(std::move(strand)),
      m_place(std::move(place)), m_transport(std::move(transport)),
      m_peerWatch(std::make_shared<PeerWatch>(m_transport->descriptor())),
      m_peerGone(
          std::make_shared<const std::function<bool()>>([watch = m_peerWatch] { return watch->isGone(); })),
      m_timer(m_strand), m_reader(m_share->limits.headerBytes), m_acceptedAt(std::chrono::steady_clock::now())
{
}

Connection::~Connection()
{
    m_peerWatch->forget();
}

void Connection::start()
{
    m_peer = m_transport->peer();
    m_place->setEvict([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->m_core->post(self->m_strand, [self] { self->yieldPlace(); });
    });
    const bool paced = m_peer.listener == ListenerKind::Tcp &&
                       !m_share->provenAddresses.contains(m_peer.address, m_acceptedAt);
    const auto turn = paced ? m_share->handshakes.take(m_peer.network, m_acceptedAt)
                            : std::optional(std::chrono::nanoseconds(0));
    if (!turn || *turn > m_share->limits.handshakeTimeout) {
        end();
        return;
    }
    setPhase(Phase::Queued);
    if (*turn == std::chrono::nanoseconds::zero())
        handshake();
    else
        arm(*turn);
}

void Connection::handshake()
{
    setPhase(Phase::Handshake);
    arm(m_share->limits.handshakeTimeout - (std::chrono::steady_clock::now() - m_acceptedAt));
    m_transport->handshake([self = shared_from_this()](const error_code &error, std::size_t) {
        if (self->m_phase == Phase::Ended)
            return;
        if (error) {
            self->m_core->log().info("tls_handshake_failed",
                                     {{"peer", QString::fromLatin1(self->m_peer.address)},
                                      {"reason", QString::fromStdString(error.message())}});
            self->end();
            return;
        }
        self->onHandshake();
    });
}

void Connection::onHandshake()
{
    m_peer = m_transport->peer();
    if (m_peer.certificate && m_share->gatewayOf) {
        const QByteArray gateway = m_share->gatewayOf(*m_peer.certificate);
        if (!gateway.isEmpty()) {
            // Not for one gateway alone: half of the places are left to the others and to operators.
            const int bound = m_share->limits.connections.total / 2;
            if (!m_share->table.prove(*m_place, "gateway:" + gateway, bound))
                return end();
            m_share->provenAddresses.add(m_peer.address, std::chrono::steady_clock::now());
        }
    }
    nextRequest();
}

void Connection::drain()
{
    m_draining = true;
    if (m_phase == Phase::Idle || m_phase == Phase::Paced)
        finish();
    else if (m_phase == Phase::Handshake || m_phase == Phase::Queued)
        end();
}

void Connection::yieldPlace()
{
    if (m_phase == Phase::Handling || m_phase == Phase::Source)
        m_placeLost = true;
    else
        end();
}

void Connection::setPhase(Phase phase)
{
    m_phase = phase;
    if (phase == Phase::Handling || phase == Phase::Source || phase == Phase::Ended)
        m_place->setWorking();
    else
        m_place->setWaiting(std::chrono::steady_clock::now());
}

void Connection::end()
{
    if (m_phase == Phase::Ended)
        return;
    setPhase(Phase::Ended);
    disarm();
    m_peerWatch->forget();
    m_transport->close();
    m_response = HttpResponse(); // lets go of holdUntilSent and of a stream's source
    m_core->remove(shared_from_this());
    m_share->table.leave(*m_place);
    if (m_share->roomAgain)
        m_share->roomAgain();
}

void Connection::arm(std::chrono::nanoseconds timeout)
{
    const quint64 number = ++m_timerNumber;
    m_timer.expires_after(timeout);
    m_timer.async_wait([self = shared_from_this(), number](const error_code &error) {
        if (!error && number == self->m_timerNumber)
            self->onTimeout();
    });
}

void Connection::disarm()
{
    ++m_timerNumber;
    m_timer.cancel();
}

void Connection::onTimeout()
{
    switch (m_phase) {
    case Phase::Queued:
        handshake();
        return;
    case Phase::Paced:
        nextRequest();
        return;
    case Phase::Header:
    case Phase::Body:
        m_timedOut = true;
        m_transport->cancel(); // the read ends with an error, and onBytes() answers 408
        return;
    case Phase::Handling:
        m_core->log().error("handler_timeout", {{"request_id", QString::fromLatin1(m_request.requestId)},
                                                {"route", QString::fromLatin1(m_request.route)}});
        refuse(problemResponse(m_request, 503, "handler_timeout", u"The service did not answer in time"_s),
               false);
        return;
    case Phase::Idle:
        finish();
        return;
    default:
        end();
        return;
    }
}

void Connection::nextRequest()
{
    if (m_draining || m_core->isStopping()) {
        finish();
        return;
    }
    m_reader.beginRequest();
    ++m_requestNumber;
    m_request = HttpRequest();
    m_framing = BodyFraming();
    m_route = nullptr;
    m_bodyRead = true;
    m_timedOut = false;
    m_keepAlive = false;
    m_bytesOut = 0;
    if (m_reader.hasBytes()) { // pipelined
        setPhase(Phase::Header);
        arm(m_share->limits.headerTimeout);
        continueHeader();
        return;
    }
    setPhase(Phase::Idle);
    arm(m_place->isProven() ? m_share->limits.idleTimeout
                            : std::min(m_share->limits.idleTimeout, m_share->limits.strangerIdleTimeout));
    readMore();
}

void Connection::readMore()
{
    const auto [data, size] = m_reader.space();
    m_transport->read(asio::mutable_buffer(data, size),
                      [self = shared_from_this()](const error_code &error, std::size_t count) {
                          self->onBytes(error, count);
                      });
}

void Connection::onBytes(const error_code &error, std::size_t count)
{
    if (m_phase != Phase::Idle && m_phase != Phase::Header && m_phase != Phase::Body)
        return; // ended or finishing meanwhile
    if (m_timedOut) {
        m_bodyRead = false;
        refuse(problemResponse(m_request, 408, "request_timeout", u"The request did not arrive in time"_s),
               true);
        return;
    }
    if (error) {
        end();
        return;
    }
    m_reader.commit(count);
    if (m_phase == Phase::Idle) {
        setPhase(Phase::Header);
        arm(m_share->limits.headerTimeout);
    }
    if (m_phase == Phase::Header)
        continueHeader();
    else
        continueBody();
}

void Connection::continueHeader()
{
    if (m_request.requestId.isEmpty()) {
        m_request.requestId = m_core->newRequestId();
        m_request.receivedAt = std::chrono::steady_clock::now();
        m_request.receivedAtWall = std::chrono::system_clock::now();
        m_request.listener = m_peer.listener;
        m_request.peerAddress = m_peer.address;
        m_request.peerPort = m_peer.port;
        m_request.peerUid = m_peer.uid;
        m_request.peerCertificate = m_peer.certificate;
        m_request.peerGone = m_peerGone;
    }
    const Progress progress = m_reader.readHeader(m_request, m_framing);
    if (progress == Progress::NeedMore)
        readMore();
    else if (progress == Progress::Done)
        onHeader();
    else
        onReadFailure(progress);
}

void Connection::onHeader()
{
    m_keepAlive = m_reader.keepAlive();
    m_bodyRead = !m_framing.hasBody();
    m_share->router->noticed(m_request);
    if (std::optional<HttpResponse> refusal = checkFraming(m_request, m_framing)) {
        refuse(std::move(*refusal), true);
        return;
    }
    std::variant<const Router::Route *, HttpResponse> found = m_share->router->resolve(m_request);
    if (auto *refusal = std::get_if<HttpResponse>(&found)) {
        refuse(std::move(*refusal), !m_bodyRead);
        return;
    }
    m_route = std::get<const Router::Route *>(found);
    if (!admit())
        return;
    if (std::optional<HttpResponse> refusal = checkBody(m_request, m_framing, m_route->options)) {
        refuse(std::move(*refusal), !m_bodyRead);
        return;
    }
    readBodyOrHandle();
}

/// Who asks, before anything more is read; false when the request was answered.
bool Connection::admit()
{
    if (!m_route->options.admit)
        return true;
    Admission admission = m_route->options.admit(m_request);
    if (admission.refusal) {
        refuse(std::move(*admission.refusal), !m_bodyRead);
        return false;
    }
    if (admission.caller.isEmpty() || m_place->isProven())
        return true;
    if (m_share->table.prove(*m_place, admission.caller, m_share->limits.perOperator)) {
        m_share->provenAddresses.add(m_peer.address, std::chrono::steady_clock::now());
        return true;
    }
    HttpResponse busy =
        problemResponse(m_request, 503, "too_many_connections", u"Too many connections"_s,
                        u"This account has %1 connections at work."_s.arg(m_share->limits.perOperator));
    busy.headers.set("Retry-After", "5");
    refuse(std::move(busy), true);
    return false;
}

void Connection::readBodyOrHandle()
{
    if (!m_framing.hasBody()) {
        handle();
        return;
    }
    setPhase(Phase::Body);
    const std::chrono::milliseconds own = m_route->options.bodyTimeout;
    arm(own.count() > 0 ? std::min(own, m_share->limits.bodyTimeout) : m_share->limits.bodyTimeout);
    if (expectsContinue(m_request, m_framing) && !m_reader.hasBytes())
        sendContinue();
    else
        continueBody();
}

void Connection::sendContinue()
{
    static constexpr std::string_view interim = "HTTP/1.1 100 Continue\r\n\r\n";
    m_transport->write(asio::const_buffer(interim.data(), interim.size()),
                       [self = shared_from_this()](const error_code &error, std::size_t) {
                           if (error || self->m_timedOut)
                               self->end();
                           else if (self->m_phase == Phase::Body)
                               self->readMore();
                       });
}

void Connection::continueBody()
{
    const Progress progress = m_reader.readBody(m_request, m_route->options.bodyLimit);
    if (progress == Progress::NeedMore) {
        readMore();
    } else if (progress == Progress::Done) {
        m_bodyRead = true;
        if (m_route->options.body == BodyKind::Ignored)
            m_request.body.clear();
        handle();
    } else {
        onReadFailure(progress);
    }
}

void Connection::onReadFailure(Progress progress)
{
    m_bodyRead = false;
    HttpResponse response;
    switch (progress) {
    case Progress::HeaderTooLarge:
        response = problemResponse(
            m_request, 431, "header_too_large", u"The header is too large"_s,
            u"At most %1 bytes in %2 fields are taken here."_s.arg(m_share->limits.headerBytes)
                .arg(RequestReader::mostFields));
        break;
    case Progress::BodyTooLarge:
        response = tooLarge(m_request, m_route->options.bodyLimit);
        break;
    case Progress::BadVersion:
        response = problemResponse(m_request, 505, "version_unknown",
                                   u"Only HTTP/1.0 and HTTP/1.1 are known here"_s);
        break;
    default:
        response = problemResponse(m_request, 400, "request_malformed", u"The request is malformed"_s);
        break;
    }
    refuse(std::move(response), true);
}

} // namespace pc::platform

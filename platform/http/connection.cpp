// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/connection.h"

#include <boost/asio/error.hpp>

#include <string_view>

namespace pc::platform {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
using boost::system::error_code;
using Progress = RequestReader::Progress;

Connection::Connection(std::shared_ptr<ServerCore> core, std::shared_ptr<ListenerShare> share,
                       ServerCore::Strand strand, std::unique_ptr<Transport> transport)
    : m_core(std::move(core)), m_share(std::move(share)), m_strand(std::move(strand)),
      m_transport(std::move(transport)), m_timer(m_strand), m_reader(m_share->limits.headerBytes)
{
}

Connection::~Connection() = default;

void Connection::start()
{
    arm(m_share->limits.handshakeTimeout);
    m_transport->handshake([self = shared_from_this()](const error_code &error, std::size_t) {
        if (self->m_phase == Phase::Ended)
            return;
        self->m_peer = self->m_transport->peer();
        if (error) {
            self->m_core->log().info("tls_handshake_failed",
                                     {{"peer", QString::fromLatin1(self->m_peer.address)},
                                      {"reason", QString::fromStdString(error.message())}});
            self->end();
            return;
        }
        self->nextRequest();
    });
}

void Connection::drain()
{
    m_draining = true;
    if (m_phase == Phase::Idle)
        finish();
    else if (m_phase == Phase::Handshake)
        end();
}

void Connection::end()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    disarm();
    m_transport->close();
    m_response = HttpResponse(); // lets go of holdUntilSent and of a stream's source
    m_core->remove(shared_from_this());
    --m_share->connections;
    if (m_share->roomAgain)
        m_share->roomAgain();
}

void Connection::arm(std::chrono::milliseconds timeout)
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
        m_phase = Phase::Header;
        arm(m_share->limits.headerTimeout);
        continueHeader();
        return;
    }
    m_phase = Phase::Idle;
    arm(m_share->limits.idleTimeout);
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
        m_phase = Phase::Header;
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
    if (std::optional<HttpResponse> refusal = checkBody(m_request, m_framing, m_route->options)) {
        refuse(std::move(*refusal), !m_bodyRead);
        return;
    }
    if (!m_framing.hasBody()) {
        handle();
        return;
    }
    m_phase = Phase::Body;
    arm(m_share->limits.bodyTimeout);
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
        response = problemResponse(m_request, 431, "header_too_large", u"The header is too large"_s,
                                   u"At most %1 bytes are taken here."_s.arg(m_share->limits.headerBytes));
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

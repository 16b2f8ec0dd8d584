// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_intake.h"

#include "platform/http/server_refusals.h"

namespace pc::platform {

using namespace Qt::StringLiterals;
using Progress = RequestReader::Progress;

RequestIntake::RequestIntake(const Router &router, int headerLimit)
    : m_router(router), m_headerLimit(headerLimit), m_reader(headerLimit)
{
}

void RequestIntake::begin()
{
    m_reader.beginRequest();
    m_request = HttpRequest();
    m_framing = BodyFraming();
    m_route = nullptr;
    m_bodyRead = true;
    m_keepAlive = false;
}

void RequestIntake::identify(const QByteArray &requestId, const PeerInfo &peer,
                             std::shared_ptr<const std::function<bool()>> peerGone)
{
    m_request.requestId = requestId;
    m_request.receivedAt = std::chrono::steady_clock::now();
    m_request.receivedAtWall = std::chrono::system_clock::now();
    m_request.listener = peer.listener;
    m_request.peerAddress = peer.address;
    m_request.peerPort = peer.port;
    m_request.peerUid = peer.uid;
    m_request.peerCertificate = peer.certificate;
    m_request.peerGone = std::move(peerGone);
}

RequestIntake::Step RequestIntake::readHeader()
{
    const Progress progress = m_reader.readHeader(m_request, m_framing);
    if (progress == Progress::NeedMore)
        return {};
    if (progress != Progress::Done)
        return unreadable(progress);
    m_keepAlive = m_reader.keepAlive();
    m_bodyRead = !m_framing.hasBody();
    m_router.noticed(m_request);
    if (std::optional<HttpResponse> refusal = checkFraming(m_request, m_framing))
        return {.refusal = std::move(refusal), .close = true};
    std::variant<const Router::Route *, HttpResponse> found = m_router.resolve(m_request);
    if (auto *refusal = std::get_if<HttpResponse>(&found))
        return {.refusal = std::move(*refusal), .close = !m_bodyRead};
    m_route = std::get<const Router::Route *>(found);
    return {.done = true};
}

std::optional<HttpResponse> RequestIntake::bodyRefusal() const
{
    return checkBody(m_request, m_framing, m_route->options);
}

RequestIntake::Step RequestIntake::readBody()
{
    const Progress progress = m_reader.readBody(m_request, m_route->options.bodyLimit);
    if (progress == Progress::NeedMore)
        return {};
    if (progress != Progress::Done)
        return unreadable(progress);
    m_bodyRead = true;
    if (m_route->options.body == BodyKind::Ignored)
        m_request.body.clear();
    return {.done = true};
}

bool RequestIntake::isWaitedFor() const
{
    return expectsContinue(m_request, m_framing) && !m_reader.hasBytes();
}

HttpResponse RequestIntake::giveUp()
{
    m_bodyRead = false;
    return requestTimeout(m_request);
}

void RequestIntake::salvage()
{
    if (m_request.rawTarget.isEmpty())
        m_reader.salvageHeader(m_request);
}

RequestIntake::Step RequestIntake::unreadable(Progress progress)
{
    m_bodyRead = false;
    Step step{.close = true};
    switch (progress) {
    case Progress::HeaderTooLarge:
        step.refusal = problemResponse(m_request, ProblemCode::HeaderTooLarge, u"The header is too large"_s,
                                       u"At most %1 bytes in %2 fields are taken here."_s.arg(m_headerLimit)
                                           .arg(RequestReader::mostFields));
        break;
    case Progress::BodyTooLarge:
        step.refusal = tooLarge(m_request, m_route->options.bodyLimit);
        break;
    case Progress::BadVersion:
        step.refusal = problemResponse(m_request, ProblemCode::VersionUnknown,
                                       u"Only HTTP/1.0 and HTTP/1.1 are known here"_s);
        break;
    default:
        step.refusal =
            problemResponse(m_request, ProblemCode::RequestMalformed, u"The request is malformed"_s);
        break;
    }
    return step;
}

} // namespace pc::platform

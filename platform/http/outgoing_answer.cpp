// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/outgoing_answer.h"

#include <utility>

namespace pc::platform {

bool OutgoingAnswer::begin(HttpResponse response, const To &to)
{
    ResponseFraming framing;
    framing.headOnly = to.request.method == HttpMethod::Head;
    framing.http10 = !to.http11;
    framing.requestId = to.request.requestId;
    framing.date = std::chrono::system_clock::now();
    framing.keepAlive = to.keepAlive && !(framing.http10 && response.stream);
    QByteArray head = responseHead(response, framing);
    if (head.isNull())
        return false;
    m_bytes = std::move(head);
    m_bytesOut = 0;
    m_chunked = to.http11;
    m_keepAlive = framing.keepAlive;
    const bool bodyless = framing.headOnly || response.status == 204 || response.status == 304;
    if (bodyless)
        response.stream = nullptr;
    else if (!response.stream)
        m_bytes += response.body;
    response.body.clear();
    m_response = std::move(response);
    return true;
}

bool OutgoingAnswer::take(const BodyChunk &chunk)
{
    const bool last = chunk.kind == BodyChunk::Kind::Last;
    m_bytes = m_chunked ? chunkOf(chunk.data) : chunk.data;
    if (last && m_chunked)
        m_bytes += lastChunk;
    if (last)
        m_response.stream = nullptr;
    return last || !m_bytes.isEmpty();
}

} // namespace pc::platform

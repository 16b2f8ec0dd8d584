// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/response_writer.h"

namespace pc::platform {

/// An answer on its way out, whole or piece by piece: what is to be written next. No I/O.
class OutgoingAnswer
{
public:
    /// What of the request decides about the framing.
    struct To
    {
        const HttpRequest &request;
        bool http11 = true;
        bool keepAlive = true; ///< the connection may stay
    };
    /// Head, and the body unless it is streamed. False, and nothing is taken over, when the head must not go
    /// out (see responseHead()).
    [[nodiscard]] bool begin(HttpResponse response, const To &to);
    /// What the head says: to HTTP/1.0 a streamed body ends with the connection.
    [[nodiscard]] bool keepAlive() const { return m_keepAlive; }

    /// What is to be written now; counted.
    [[nodiscard]] const QByteArray &next()
    {
        m_bytesOut += m_bytes.size();
        return m_bytes;
    }
    /// More comes from a source.
    [[nodiscard]] bool isStreamed() const { return bool(m_response.stream); }
    void pull(std::function<void(BodyChunk)> deliver) { m_response.stream(std::move(deliver)); }
    /// The next piece. False when it gives nothing to write.
    [[nodiscard]] bool take(const BodyChunk &chunk);

    [[nodiscard]] int status() const { return m_response.status; }
    [[nodiscard]] bool isHeld() const { return m_response.holdUntilSent != nullptr; }
    [[nodiscard]] qint64 bytesOut() const { return m_bytesOut; }
    /// Lets go of holdUntilSent and of a stream's source; the bytes stay, they may be being written.
    void letGo() { m_response = HttpResponse(); }
    /// After the last byte was written.
    void clear()
    {
        letGo();
        m_bytes.clear();
    }

private:
    HttpResponse m_response; ///< without its body
    QByteArray m_bytes;
    bool m_chunked = true;
    bool m_keepAlive = false;
    qint64 m_bytesOut = 0;
};

} // namespace pc::platform

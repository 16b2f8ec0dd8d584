// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/request_check.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace pc::platform {

/// Turns the bytes of one connection into requests, one after the other: pipelined bytes wait in the buffer.
/// No I/O, so every split of the input can be tested. The only user of Boost.Beast's parser.
class RequestReader
{
public:
    static constexpr int mostFields = 128; ///< of one header; more are too large a header

    enum class Progress {
        NeedMore,
        Done, ///< the header, or the body, is complete
        HeaderTooLarge,
        BodyTooLarge,
        BadVersion,
        Malformed ///< after this and the three above the byte stream has no known position: answer and close
    };

    explicit RequestReader(int headerLimit);
    ~RequestReader();
    RequestReader(const RequestReader &) = delete;
    RequestReader &operator=(const RequestReader &) = delete;

    /// Where to put received bytes, and how many fit; then commit() what came.
    [[nodiscard]] std::pair<char *, std::size_t> space();
    void commit(std::size_t bytes);
    [[nodiscard]] bool hasBytes() const;

    /// Forgets the previous request, keeps bytes that already belong to the next.
    void beginRequest();
    /// Done fills method, rawMethod, rawTarget, headers, and the framing.
    [[nodiscard]] Progress readHeader(HttpRequest &request, BodyFraming &framing);
    /// After a header that could not be read (too large, malformed, cut off): method, target and the fields
    /// that arrived whole and well-formed, as far as they go. For the words of the refusal only.
    void salvageHeader(HttpRequest &request) const;
    /// After the header, and only when it announced a body. Done fills the body. Trailer fields are parsed
    /// and dropped.
    [[nodiscard]] Progress readBody(HttpRequest &request, std::int64_t limit);
    /// As the header had it; a trailer cannot change it.
    [[nodiscard]] bool keepAlive() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace pc::platform

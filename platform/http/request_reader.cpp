// SPDX-License-Identifier: GPL-3.0-or-later
// Beast's chunk parser asserts a lower bound on the bytes of a last chunk that a slow sender can miss; it
// reads within bounds all the same, so the assertion would only let a client end a debug build
// (tst_request_reader sends byte by byte).
#define BOOST_DISABLE_ASSERTS
#include "platform/http/request_reader.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>

namespace pc::platform {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

constexpr std::size_t readSize = 16 * 1024;
/// Unparsed bytes while a body arrives: chunk headers and trailers must end within this.
constexpr std::size_t mostUnparsed = 32 * 1024;

QByteArray toBytes(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

struct RequestReader::Private
{
    std::size_t headerLimit;
    beast::flat_buffer buffer;
    std::optional<http::request_parser<http::string_body>> parser;
    std::size_t blankBytes = 0; ///< empty lines before the request line
    std::size_t searched = 0;   ///< bytes that hold no header end
    bool keepAlive = false;

    std::string_view bytes() const
    {
        const asio::const_buffer data = buffer.data();
        return {static_cast<const char *>(data.data()), data.size()};
    }
    /// RFC 9112 2.2: empty lines before a request line are skipped. They count against the header limit.
    void skipEmptyLines()
    {
        while (bytes().substr(0, 2) == "\r\n") {
            buffer.consume(2);
            blankBytes += 2;
            searched = 0;
        }
    }
};

RequestReader::RequestReader(int headerLimit) : m_d(std::make_unique<Private>())
{
    m_d->headerLimit = static_cast<std::size_t>(headerLimit);
    beginRequest();
}

RequestReader::~RequestReader() = default;

std::pair<char *, std::size_t> RequestReader::space()
{
    const asio::mutable_buffer free = m_d->buffer.prepare(readSize);
    return {static_cast<char *>(free.data()), free.size()};
}

void RequestReader::commit(std::size_t bytes)
{
    m_d->buffer.commit(bytes);
}

bool RequestReader::hasBytes() const
{
    return m_d->buffer.size() > 0;
}

void RequestReader::beginRequest()
{
    m_d->parser.emplace();
    // Ours depends on the route and is set in readBody(). Not boost::none: Beast 1.74 takes every length for
    // more than none.
    m_d->parser->body_limit(std::numeric_limits<std::uint64_t>::max());
    m_d->parser->eager(false);
    m_d->blankBytes = 0;
    m_d->searched = 0;
    m_d->keepAlive = false;
}

bool RequestReader::keepAlive() const
{
    return m_d->keepAlive;
}

/// The end is looked for before Beast sees a byte: Beast bounds the request line and the fields separately,
/// and works field by field on incomplete input; this way the limit is exact and the parser always gets the
/// header in one piece.
RequestReader::Progress RequestReader::readHeader(HttpRequest &request, BodyFraming &framing)
{
    m_d->skipEmptyLines();
    const std::string_view bytes = m_d->bytes();
    const std::size_t from = m_d->searched < 3 ? 0 : m_d->searched - 3;
    const std::size_t end = bytes.find("\r\n\r\n", from);
    const std::size_t size = end == std::string_view::npos ? bytes.size() : end + 4;
    if (size + m_d->blankBytes > m_d->headerLimit)
        return Progress::HeaderTooLarge;
    if (end == std::string_view::npos) {
        m_d->searched = bytes.size();
        return Progress::NeedMore;
    }

    // Line ends: of the request line, of each field, and the empty one. Each field costs its search in
    // others.
    if (std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size), '\n') > mostFields + 2)
        return Progress::HeaderTooLarge;

    auto &parser = *m_d->parser;
    parser.header_limit(static_cast<std::uint32_t>(m_d->headerLimit) + 1);
    beast::error_code error;
    const std::size_t used = parser.put(asio::const_buffer(bytes.data(), size), error);
    if (error == http::error::bad_version)
        return Progress::BadVersion;
    if (error || !parser.is_header_done() || used != size)
        return Progress::Malformed;
    m_d->buffer.consume(used);

    const auto &message = parser.get();
    request.rawMethod = toBytes(message.method_string());
    request.method = methodFromName(request.rawMethod);
    request.rawTarget = toBytes(message.target());
    for (const auto &field : message)
        request.headers.add(toBytes(field.name_string()), toBytes(field.value()));
    framing.http11 = message.version() == 11;
    framing.chunked = parser.chunked();
    if (const auto length = parser.content_length())
        framing.contentLength = *length;
    m_d->keepAlive = parser.keep_alive();
    return Progress::Done;
}

void RequestReader::salvageHeader(HttpRequest &request) const
{
    const std::string_view bytes = m_d->bytes().substr(0, m_d->headerLimit);
    std::size_t end = bytes.find("\r\n");
    if (end == std::string_view::npos)
        end = bytes.size(); // a target alone can be too large: its beginning says whose it is
    const QByteArrayView line(bytes.data(), static_cast<qsizetype>(end));
    const qsizetype space = line.indexOf(' ');
    if (space <= 0)
        return;
    const QByteArrayView rest = line.sliced(space + 1);
    const qsizetype last = rest.lastIndexOf(' ');
    request.rawMethod = line.first(space).toByteArray();
    request.method = methodFromName(request.rawMethod);
    request.rawTarget = (last < 0 ? rest : rest.first(last)).toByteArray();

    for (std::size_t from = end + 2; from < bytes.size();) {
        const std::size_t until = bytes.find("\r\n", from);
        if (until == std::string_view::npos)
            return;
        const QByteArrayView field(bytes.data() + from, static_cast<qsizetype>(until - from));
        const qsizetype colon = field.indexOf(':');
        if (colon <= 0)
            return;
        request.headers.add(field.first(colon).toByteArray(),
                            field.sliced(colon + 1).trimmed().toByteArray());
        from = until + 2;
    }
}

RequestReader::Progress RequestReader::readBody(HttpRequest &request, std::int64_t limit)
{
    auto &parser = *m_d->parser;
    if (!parser.is_done() && !parser.eager()) {
        parser.eager(true);
        parser.body_limit(static_cast<std::uint64_t>(limit)); // chunked bodies announce no length
    }
    while (!parser.is_done()) {
        if (m_d->buffer.size() == 0)
            return Progress::NeedMore;
        beast::error_code error;
        const std::size_t used = parser.put(m_d->buffer.data(), error);
        m_d->buffer.consume(used);
        if (error == http::error::need_more)
            return m_d->buffer.size() > mostUnparsed ? Progress::Malformed : Progress::NeedMore;
        if (error == http::error::body_limit)
            return Progress::BodyTooLarge;
        if (error)
            return Progress::Malformed;
    }
    const std::string &body = parser.get().body();
    request.body = QByteArray(body.data(), static_cast<qsizetype>(body.size()));
    return Progress::Done;
}

} // namespace pc::platform

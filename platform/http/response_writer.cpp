// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/response_writer.h"

#include "platform/http/http_date.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace pc::platform {
namespace {

constexpr std::array<const char *, 6> ownFields{
    "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Server", "Date"};

bool isOurs(const QByteArray &name)
{
    return std::any_of(ownFields.begin(), ownFields.end(),
                       [&name](const char *own) { return asciiEqualsIgnoringCase(name, own); });
}

/// RFC 9110 `token`.
bool isToken(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return alphanumeric || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
    });
}

bool isFieldValue(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool hasNoBody(int status)
{
    return status < 200 || status == 204 || status == 304;
}

} // namespace

QByteArray responseHead(const HttpResponse &response, const ResponseFraming &framing)
{
    QByteArray head;
    head.reserve(512);
    head += "HTTP/1.1 ";
    head += QByteArray::number(response.status);
    head += ' ';
    head += reasonPhrase(response.status);
    head += "\r\n";

    const auto field = [&head](QByteArrayView name, QByteArrayView value) {
        head += name;
        head += ": ";
        head += value;
        head += "\r\n";
    };
    for (const HttpHeader &header : response.headers.all()) {
        if (isOurs(header.name))
            continue;
        if (!isToken(header.name) || !isFieldValue(header.value))
            return {};
        field(header.name, header.value);
    }
    field("Date", httpDate(framing.date));
    // A gateway's question is answered under the gateway's id; everything else under ours.
    if (!response.headers.contains("X-Request-Id"))
        field("X-Request-Id", framing.requestId);
    if (!response.headers.contains("Cache-Control"))
        field("Cache-Control", "no-store");
    if (!response.headers.contains("X-Content-Type-Options"))
        field("X-Content-Type-Options", "nosniff");

    if (!hasNoBody(response.status)) {
        if (!response.stream)
            field("Content-Length", QByteArray::number(response.body.size()));
        else if (!framing.http10)
            field("Transfer-Encoding", "chunked");
    }
    if (!framing.keepAlive)
        field("Connection", "close");
    else if (framing.http10)
        field("Connection", "keep-alive");
    head += "\r\n";
    return head;
}

QByteArray chunkOf(const QByteArray &data)
{
    if (data.isEmpty())
        return {};
    QByteArray chunk = QByteArray::number(data.size(), 16);
    chunk += "\r\n";
    chunk += data;
    chunk += "\r\n";
    return chunk;
}

} // namespace pc::platform

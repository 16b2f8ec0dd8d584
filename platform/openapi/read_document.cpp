// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/read_document.h"

#include "platform/openapi/json_document.h"
#include "platform/openapi/yaml_document.h"

#include <QStringDecoder>

#include <algorithm>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError();
}

bool looksLikeJson(QByteArrayView bytes)
{
    const auto first = std::find_if_not(
        bytes.begin(), bytes.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return first != bytes.end() && *first == '{';
}

} // namespace

tl::expected<NodePtr, Fault> readDocument(QByteArrayView bytes, const DocumentBounds &bounds)
{
    if (bytes.size() > bounds.bytes)
        return tl::make_unexpected(Fault{0, u"larger than %1 MiB"_s.arg(bounds.bytes / (1024 * 1024))});
    if (bytes.startsWith(byteOrderMark))
        bytes = bytes.sliced(byteOrderMark.size());
    if (!isUtf8(bytes))
        return tl::make_unexpected(Fault{0, u"not a text in UTF-8"_s});
    NodeBuilder builder(bounds);
    try {
        if (looksLikeJson(bytes))
            readJson(bytes, builder);
        else
            readYaml(bytes, builder);
    } catch (const Fault &fault) {
        return tl::make_unexpected(fault);
    }
    NodePtr document = builder.take();
    if (!document)
        return tl::make_unexpected(Fault{0, u"empty"_s});
    return document;
}

} // namespace pc::platform::openapi

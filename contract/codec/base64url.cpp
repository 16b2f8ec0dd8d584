// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/base64url.h"

namespace pc {

namespace {

std::optional<QByteArray> decodeCanonical(QByteArrayView text, QByteArray::Base64Options options)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toByteArray(), options | QByteArray::AbortOnBase64DecodingErrors);
    // Comparing with the one spelling that encoding gives refuses padding errors and stray low bits.
    if (!decoded || decoded.decoded.toBase64(options) != text)
        return std::nullopt;
    return decoded.decoded;
}

constexpr auto urlOptions = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr auto plainOptions = QByteArray::Base64Encoding | QByteArray::KeepTrailingEquals;

} // namespace

QByteArray toBase64Url(QByteArrayView bytes)
{
    return bytes.toByteArray().toBase64(urlOptions);
}

std::optional<QByteArray> fromBase64Url(QByteArrayView text)
{
    return decodeCanonical(text, urlOptions);
}

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    return decodeCanonical(text, plainOptions);
}

} // namespace pc

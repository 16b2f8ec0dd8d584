// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/read_credential.h"

#include "contract/crypto/credential_format.h"

namespace pc::platform {
namespace {

Presented readKey(QByteArrayView text, QByteArrayView brand)
{
    CryptoResult<CredentialText> parsed = parseCredential(text, brand);
    if (!parsed)
        return presented::Malformed{};
    return presented::Key{std::move(*parsed)};
}

Presented readBearer(const QByteArray &header, QByteArrayView brand, const TokenReader &tokens)
{
    const qsizetype space = header.indexOf(' ');
    if (space < 0 || !asciiEqualsIgnoringCase(QByteArrayView(header).first(space), "Bearer"))
        return presented::Malformed{};
    const QByteArrayView text = QByteArrayView(header).sliced(space + 1).trimmed();
    // A compact JWS has two dots; the credential format has none.
    return text.indexOf('.') >= 0 ? tokens.read(text) : readKey(text, brand);
}

} // namespace

Presented readCredential(const HttpHeaders &headers, QByteArrayView brand, const TokenReader &tokens)
{
    const int authorizations = headers.countWithAliases("Authorization");
    const int keys = headers.countWithAliases("X-Api-Key");
    if (authorizations + keys == 0)
        return presented::Nothing{};
    if (authorizations + keys > 1 || headers.count("Authorization") + headers.count("X-Api-Key") != 1)
        return presented::Multiple{};
    if (keys == 1)
        return readKey(headers.value("X-Api-Key"), brand);
    return readBearer(headers.value("Authorization"), brand, tokens);
}

QByteArray foreignCredential(const HttpHeaders &headers, const Presented &presented)
{
    if (!std::holds_alternative<presented::Malformed>(presented) &&
        !std::holds_alternative<presented::BadToken>(presented))
        return {};
    const QByteArray key = headers.value("X-Api-Key");
    return key.isEmpty() ? headers.value("Authorization") : key;
}

} // namespace pc::platform

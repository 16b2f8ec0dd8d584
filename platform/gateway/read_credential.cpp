// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/read_credential.h"

#include "contract/crypto/credential_format.h"
#include "contract/crypto/redaction.h"

#include <algorithm>

namespace pc::platform {
namespace {

/// Of one question: the policy that says which headers carry keys of other systems.
class CredentialReading
{
public:
    CredentialReading(const HttpHeaders &headers, QByteArrayView brand, const TokenReader &tokens,
                      const LegacyReader *legacy)
        : m_headers(headers), m_brand(brand), m_tokens(tokens), m_legacy(legacy),
          m_policy(legacy != nullptr ? legacy->policy() : nullptr)
    {
    }

    [[nodiscard]] Presented read() const;

private:
    [[nodiscard]] bool hasLegacy() const { return m_policy && !m_policy->legacyKeys().isEmpty(); }
    [[nodiscard]] Presented readKey(QByteArrayView text, const QByteArray &header) const;
    [[nodiscard]] Presented readAuthorization() const;
    [[nodiscard]] Presented readLegacy(const QByteArray &header, QByteArrayView text) const
    {
        return m_legacy != nullptr ? m_legacy->read(*m_policy, header, text)
                                   : Presented(presented::Malformed{});
    }

    const HttpHeaders &m_headers;
    QByteArrayView m_brand;
    const TokenReader &m_tokens;
    const LegacyReader *m_legacy;
    PolicyRef m_policy;
};

Presented CredentialReading::readKey(QByteArrayView text, const QByteArray &header) const
{
    CryptoResult<CredentialText> parsed = parseCredential(text, m_brand);
    if (parsed)
        return presented::Key{std::move(*parsed)};
    return readLegacy(header, text);
}

Presented CredentialReading::readAuthorization() const
{
    const QByteArray header = m_headers.value("Authorization");
    const qsizetype space = header.indexOf(' ');
    if (space < 0)
        return presented::Malformed{};
    const QByteArrayView text = QByteArrayView(header).sliced(space + 1).trimmed();
    const QByteArray legacyHeader = "authorization " + header.first(space).toLower();
    if (!asciiEqualsIgnoringCase(QByteArrayView(header).first(space), "Bearer"))
        return readLegacy(legacyHeader, text);
    // A compact JWS has two dots; the credential format has none.
    const bool isToken = hasLegacy() ? text.count('.') == 2 : text.indexOf('.') >= 0;
    return isToken ? m_tokens.read(text) : readKey(text, legacyHeader);
}

Presented CredentialReading::read() const
{
    const int authorizations = m_headers.countWithAliases("Authorization");
    const int keys = m_headers.countWithAliases("X-Api-Key");
    int all = authorizations + keys;
    int exact = m_headers.count("Authorization") + m_headers.count("X-Api-Key");
    QByteArray legacyName;
    if (hasLegacy()) {
        for (const QByteArray &name : m_policy->legacyKeys().headerNames()) {
            if (name == "authorization" || name == "x-api-key")
                continue;
            const int here = m_headers.countWithAliases(name);
            all += here;
            exact += m_headers.count(name);
            if (here > 0)
                legacyName = name;
        }
    }
    if (all == 0)
        return presented::Nothing{};
    if (all > 1 || exact != 1)
        return presented::Multiple{};
    if (!legacyName.isEmpty())
        return readLegacy(legacyName, m_headers.value(legacyName));
    return keys == 1 ? readKey(m_headers.value("X-Api-Key"), "x-api-key") : readAuthorization();
}

} // namespace

Presented readCredential(const HttpHeaders &headers, QByteArrayView brand, const TokenReader &tokens,
                         const LegacyReader *legacy)
{
    return CredentialReading(headers, brand, tokens, legacy).read();
}

namespace {

/// What is looked through of one field; a longer one is taken to hold something of ours.
constexpr qsizetype longestLooked = 8192;

bool holdsOurs(const QByteArray &value, QByteArrayView brand, const TokenReader &tokens)
{
    if (value.size() > longestLooked)
        return true;
    const QString text = QString::fromLatin1(value);
    if (mayHoldCredential(text) && !credentialsIn(text, brand).empty())
        return true;
    QByteArray words = value;
    for (const QByteArray &token : words.replace(',', ' ').simplified().split(' ')) {
        if (token.count('.') == 2 && std::holds_alternative<presented::Token>(tokens.read(token)))
            return true;
    }
    return false;
}

} // namespace

bool isForeign(const HttpHeaders &headers, const Presented &presented, QByteArrayView brand,
               const TokenReader &tokens)
{
    if (std::holds_alternative<presented::Nothing>(presented))
        return true;
    if (std::holds_alternative<presented::Key>(presented) ||
        std::holds_alternative<presented::Token>(presented) ||
        std::holds_alternative<presented::Assumed>(presented))
        return false;
    if (const auto *legacy = std::get_if<presented::Legacy>(&presented))
        return !holdsOurs(legacy->text.view().toByteArray(), brand, tokens);
    return std::none_of(headers.all().begin(), headers.all().end(), [&](const HttpHeader &field) {
        const bool carries = asciiEqualsIgnoringCase(field.name, "Authorization") ||
                             asciiEqualsIgnoringCase(field.name, "X-Api-Key");
        return carries && holdsOurs(field.value, brand, tokens);
    });
}

QByteArray foreignCredential(const HttpHeaders &headers, const Presented &presented)
{
    if (!std::holds_alternative<presented::Malformed>(presented) &&
        !std::holds_alternative<presented::BadToken>(presented) &&
        !std::holds_alternative<presented::Legacy>(presented))
        return {};
    if (const auto *legacy = std::get_if<presented::Legacy>(&presented))
        return legacy->text.view().toByteArray();
    const QByteArray key = headers.value("X-Api-Key");
    return key.isEmpty() ? headers.value("Authorization") : key;
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/read_credential.h"

#include "contract/crypto/credential_format.h"
#include "platform/gateway/shown_fields.h"

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
    [[nodiscard]] bool holdsKnown(const QByteArray &name) const;
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

/// Whether a key that is known here stands in a field of this name, also among others.
bool CredentialReading::holdsKnown(const QByteArray &name) const
{
    ShownTexts shown;
    for (const HttpHeader &field : m_headers.all()) {
        if (HttpHeaders{{field.name, {}}}.countWithAliases(name) > 0)
            addShownTexts(shown, field.value);
    }
    return !shown.complete ||
           std::any_of(shown.texts.begin(), shown.texts.end(), [&](const QByteArray &text) {
               LegacyTrace trace;
               m_legacy->trace(*m_policy, name, text, trace);
               return std::any_of(trace.lookups.begin(), trace.lookups.end(), [&](const QByteArray &lookup) {
                   return m_policy->legacyKeys().find(lookup) != nullptr;
               });
           });
}

Presented CredentialReading::read() const
{
    const int authorizations = m_headers.countWithAliases("Authorization");
    const int keys = m_headers.countWithAliases("X-Api-Key");
    const bool isExact = m_headers.count("Authorization") + m_headers.count("X-Api-Key") == 1;
    const auto readOurs = [&] {
        return keys == 1 ? readKey(m_headers.value("X-Api-Key"), "x-api-key") : readAuthorization();
    };
    int others = 0; // fields in which only keys of other systems come
    bool isKnown = false;
    QByteArray legacyName;
    if (hasLegacy()) {
        for (const QByteArray &name : m_policy->legacyKeys().headerNames()) {
            if (name == "authorization" || name == "x-api-key")
                continue;
            const int here = m_headers.countWithAliases(name);
            others += here;
            if (here > 0)
                legacyName = name;
            isKnown = isKnown || (here > 0 && authorizations + keys > 0 && holdsKnown(name));
        }
    }
    if (authorizations + keys + others == 0)
        return presented::Nothing{};
    if (authorizations + keys == 0)
        return others == 1 && m_headers.count(legacyName) == 1
                   ? readLegacy(legacyName, m_headers.value(legacyName))
                   : Presented(presented::Multiple{});
    if (authorizations + keys > 1 || !isExact || isKnown)
        return presented::Multiple{};
    Presented ours = readOurs();
    return others == 0 || isOurs(ours) ? std::move(ours) : Presented(presented::Multiple{});
}

} // namespace

Presented readCredential(const HttpHeaders &headers, QByteArrayView brand, const TokenReader &tokens,
                         const LegacyReader *legacy)
{
    return CredentialReading(headers, brand, tokens, legacy).read();
}

bool isOurs(const Presented &presented)
{
    return std::holds_alternative<presented::Key>(presented) ||
           std::holds_alternative<presented::Token>(presented);
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

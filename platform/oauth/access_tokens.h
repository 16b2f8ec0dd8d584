// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/presented.h"
#include "platform/oauth/token_keys.h"

#include <QString>

#include <chrono>

namespace pc::platform {

/// Access tokens in the form of RFC 9068: JWT, `typ` "at+jwt", ES256. Beside its claims: `partner_id`, `gen`
/// (generation of the credential), `realm`, and `probe` on the service's own proof tokens. Thread-safe.
class AccessTokens final : public TokenReader
{
public:
    static constexpr std::chrono::seconds defaultLife{600};
    static constexpr std::chrono::seconds longestLife{900};
    /// Longer than a probe before a revocation is good for: a token refused because it is too old proves
    /// nothing.
    static constexpr std::chrono::seconds probeLife{420};

    /// `issuer`: an absolute URL without a trailing slash; the audience is that plus "/api". `life` is cut to
    /// 5…15 minutes.
    AccessTokens(TokenKeys keys, QString issuer, std::chrono::seconds life = defaultLife);

    /// Signs the claims as they stand.
    [[nodiscard]] QByteArray mint(const TokenClaims &claims) const;
    /// presented::Token when signature, algorithm, type, issuer and audience hold and every claim has its
    /// shape; else BadToken.
    [[nodiscard]] Presented read(QByteArrayView token) const override;

    [[nodiscard]] const QString &issuer() const { return m_issuer; }
    [[nodiscard]] QString audience() const { return m_issuer + QStringLiteral("/api"); }
    [[nodiscard]] std::chrono::seconds life() const { return m_life; }
    /// RFC 7517 JSON.
    [[nodiscard]] QByteArray keySet() const { return m_keySet; }

private:
    TokenKeys m_keys;
    QString m_issuer;
    std::chrono::seconds m_life;
    QByteArray m_keySet;
};

/// 22 base62 characters, 131 bits.
[[nodiscard]] QByteArray newTokenId();

} // namespace pc::platform

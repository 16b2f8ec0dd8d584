// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/presented.h"
#include "platform/oauth/token_keys.h"
#include "platform/oauth/verified_tokens.h"

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

    /// `issuer`: an absolute URL without a trailing slash; the platform's own audience is that plus "/api".
    /// `life` is cut to 5…15 minutes.
    AccessTokens(TokenKeys keys, QString issuer, std::chrono::seconds life = defaultLife);

    /// Signs the claims as they stand.
    [[nodiscard]] QByteArray mint(const TokenClaims &claims) const;
    /// presented::Token when signature, algorithm, type and issuer hold and every claim has its shape, the
    /// audience among them, which is the decision's to judge; else BadToken. What held once is remembered
    /// (verified_tokens.h).
    [[nodiscard]] Presented read(QByteArrayView token) const override;
    /// By the key that its header names.
    [[nodiscard]] bool isOurs(QByteArrayView token) const override;

    [[nodiscard]] const QString &issuer() const { return m_issuer; }
    /// The platform's own, of APIs that have none.
    [[nodiscard]] const QString &audience() const { return m_audience; }
    [[nodiscard]] std::chrono::seconds life() const { return m_life; }
    /// How many tokens are not verified again.
    [[nodiscard]] qsizetype remembered() const { return m_verified.size(); }
    /// RFC 7517 JSON.
    [[nodiscard]] QByteArray keySet() const { return m_keySet; }

private:
    [[nodiscard]] VerifiedTokens::Claims verified(QByteArrayView token) const;

    TokenKeys m_keys;
    QString m_issuer;
    std::chrono::seconds m_life;
    QString m_audience;
    QByteArray m_keySet;
    mutable VerifiedTokens m_verified; // thread-safe
};

/// 22 base62 characters, 131 bits.
[[nodiscard]] QByteArray newTokenId();

} // namespace pc::platform

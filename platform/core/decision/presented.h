// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/credential_format.h"
#include "contract/types/enums.h"
#include "platform/clock/clock.h"

#include <QByteArray>
#include <QStringList>

#include <variant>
#include <vector>

namespace pc::platform {

/// What an access token says, after its signature, issuer, audience and algorithm were checked. Time and
/// revocation are the decision's to judge.
struct TokenClaims
{
    QByteArray jti;
    QString digest;  ///< of the jti, as records have it (record_fields.h); by whoever read or made the token
    QByteArray id16; ///< of the credential: client_id and sub are "crd_" + id16
    QString partnerId;
    int generation = 0;
    Realm realm = Realm::Unknown;
    QStringList scopes;
    QString audience; ///< as Api::audience: empty for the platform's own
    Instant issuedAt{};
    Instant expiresAt{};
    bool probe = false; ///< minted by the service to prove a revocation; good for the probe route only
};

/// What a call presented to authenticate itself.
namespace presented {
struct Nothing
{
};
/// Two credentials, or one header twice: which one counts would depend on who reads it.
struct Multiple
{
};
/// Not in the form of a credential or token, or with a wrong checksum.
struct Malformed
{
};
/// A token whose signature, algorithm, issuer or audience is wrong.
struct BadToken
{
};
/// A text in the credential format; whether it holds is the decision's to find out.
struct Key
{
    CredentialText text;
};
struct Token
{
    TokenClaims claims;
};
/// A key of another system, in a header in which such are sent: what it is found by, computed once. All of it
/// is computed whether there is such a key or not.
struct Legacy
{
    QByteArray header;                ///< KeyHeader::key()
    std::vector<QByteArray> lookups;  ///< of what is proved by being found
    std::vector<QByteArray> prefixes; ///< of what must still be proved slowly (first_uses.h)
    Secret text;
    bool unproved = false; ///< there was no room to prove it now
};
/// Not authenticated, assumed: replay and previews ask "what if this generation called with these scopes".
struct Assumed
{
    QByteArray id16;
    int generation = 0;
    QStringList scopes;
};
} // namespace presented

using Presented =
    std::variant<presented::Nothing, presented::Multiple, presented::Malformed, presented::BadToken,
                 presented::Key, presented::Token, presented::Legacy, presented::Assumed>;

/// Reads a bearer token. Implemented by platform/oauth (access_tokens.h); thread-safe.
class TokenReader
{
public:
    virtual ~TokenReader() = default;
    /// Token or BadToken.
    [[nodiscard]] virtual Presented read(QByteArrayView token) const = 0;
    /// Whether it is, or was, a token of ours, whatever became of its end.
    [[nodiscard]] virtual bool isOurs(QByteArrayView token) const
    {
        return std::holds_alternative<presented::Token>(read(token));
    }
};

} // namespace pc::platform

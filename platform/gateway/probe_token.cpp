// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/probe_token.h"

#include "platform/core/catalogue/route_catalogue.h"
#include "platform/oauth/access_tokens.h"

namespace pc::platform {

TokenClaims probeClaims(const CredentialRule &credential, int generation, Instant now)
{
    TokenClaims claims;
    claims.jti = newTokenId();
    claims.id16 = credential.id16;
    claims.partnerId = credential.partnerId;
    claims.generation = generation;
    claims.realm = credential.realm;
    claims.scopes = {QString::fromUtf16(probeScope)};
    claims.issuedAt = std::chrono::floor<std::chrono::seconds>(now);
    claims.expiresAt = claims.issuedAt + AccessTokens::probeLife;
    claims.probe = true;
    return claims;
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/credential_kinds.h"
#include "platform/core/decision/decide.h"

namespace pc::platform {

/// Who calls, or why that is not known. `credential` is set as soon as the caller proved to hold it, also
/// when it is refused for its state; before that `id16` is only a claim.
struct Identity
{
    DecisionReason reason = DecisionReason::Unknown; ///< Allowed, or the first thing wrong
    Policy::CredentialPtr credential;
    QByteArray id16;
    int generation = 0;
    QStringList scopes; ///< presented: the token's, or all of the key's credential
    bool probe = false;
    std::optional<QString> audience = {}; ///< of a token, as TokenClaims::audience; a key has none
};

/// Whether a secret of this form, shown in this way, is what its kind authenticates by
/// (contract/rules/credential_kinds.h). An unknown kind authenticates by nothing.
[[nodiscard]] bool isAuthentication(CredentialKind kind, pc::rules::Authentication way,
                                    CredentialTextType form);

[[nodiscard]] Identity authenticate(const Policy &policy, const PepperRing &peppers,
                                    const DecisionRequest &request, Instant now);

/// Which generation of `credential` this secret belongs to; nullptr for none. Always computes for each
/// generation that has a verifier, so that the time does not tell which one fitted.
[[nodiscard]] const GenerationRule *matchingGeneration(const CredentialRule &credential,
                                                       const PepperRing &peppers, const Secret &secret);

/// Allowed when this generation may be used at `now`, else why not. Used for API keys, tokens and the token
/// endpoint alike.
[[nodiscard]] DecisionReason judgeGeneration(const CredentialRule &credential,
                                             const GenerationRule *generation, Instant now);

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/credential_format.h"
#include "contract/types/enums.h"

#include <optional>
#include <span>

namespace pc::rules {

/// How a partner's software shows that it holds a credential.
enum class Authentication {
    None,
    TokenRequest, ///< at the token endpoint only: what it holds buys a token, which calls carry
    EveryCall     ///< it goes along with every call
};

/// What is particular about a kind of credential: whoever treats kinds apart asks here. How a kind is shown
/// is the console's matter.
struct CredentialKindTraits
{
    CredentialKind kind;
    Authentication authentication;
    /// The form of the secret that the platform makes for it; nothing: it holds none, so nothing is
    /// delivered.
    std::optional<CredentialTextType> secret;
    bool rotates; ///< a new generation can come into force beside the one before
    /// Another system made it: it comes by an import (legacy_keys.h), is never offered for issuing, and has
    /// no successor but another credential.
    bool imported = false;
    /// Of a program's environment that holds the secret, in every sample that is shown or handed over.
    const char *variable = "";
};

/// Every kind but Unknown, the one that is recommended first.
[[nodiscard]] std::span<const CredentialKindTraits> credentialKinds();
/// Of Unknown, a kind that only a newer service knows: nothing is known of it.
[[nodiscard]] const CredentialKindTraits &traitsOf(CredentialKind kind);

} // namespace pc::rules

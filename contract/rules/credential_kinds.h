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

/// What is particular about a kind of credential: whoever treats kinds apart asks here. Texts are English,
/// source texts of the translation context "pc::models::CredentialKind".
struct CredentialKindTraits
{
    CredentialKind kind;
    Authentication authentication;
    /// The form of the secret that the platform makes for it; nothing: it holds none, so nothing is
    /// delivered.
    std::optional<CredentialTextType> secret;
    bool rotates;         ///< a new generation can come into force beside the one before
    const char *icon;     ///< a name of views/style/icons.h
    const char *variable; ///< of a program's environment that holds it; empty without a secret
    const char *name;
    const char *idName;  ///< what people call its id
    const char *issued;  ///< "%1": the name that it was given
    const char *choice;  ///< as it is offered
    const char *note;    ///< what one chooses with it
    const char *caution; ///< what to think of before one issues it; empty: nothing
};

/// Every kind but Unknown, the one that is recommended first.
[[nodiscard]] std::span<const CredentialKindTraits> credentialKinds();
/// Of Unknown, a kind that only a newer service knows: it can be named, and nothing is known of it.
[[nodiscard]] const CredentialKindTraits &traitsOf(CredentialKind kind);

} // namespace pc::rules

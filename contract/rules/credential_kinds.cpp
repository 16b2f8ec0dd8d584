// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/credential_kinds.h"

#include <algorithm>
#include <array>

namespace pc::rules {

namespace {

constexpr std::array kindRows{
    CredentialKindTraits{.kind = CredentialKind::ClientSecret,
                         .authentication = Authentication::TokenRequest,
                         .secret = CredentialTextType::ClientSecret,
                         .rotates = true,
                         .variable = "CLIENT_SECRET"},
    CredentialKindTraits{.kind = CredentialKind::ApiKey,
                         .authentication = Authentication::EveryCall,
                         .secret = CredentialTextType::ApiKey,
                         .rotates = true,
                         .variable = "API_KEY"},
    CredentialKindTraits{.kind = CredentialKind::LegacyKey,
                         .authentication = Authentication::EveryCall,
                         .secret = {},
                         .rotates = false,
                         .imported = true},
    // Another name of the partner at the token endpoint: nobody is known by it alone.
    CredentialKindTraits{.kind = CredentialKind::LegacyClientId,
                         .authentication = Authentication::None,
                         .secret = {},
                         .rotates = false,
                         .imported = true},
};

constexpr CredentialKindTraits unknown{
    .kind = CredentialKind::Unknown, .authentication = Authentication::None, .secret = {}, .rotates = false};

} // namespace

std::span<const CredentialKindTraits> credentialKinds()
{
    return kindRows;
}

const CredentialKindTraits &traitsOf(CredentialKind kind)
{
    const auto found = std::find_if(kindRows.begin(), kindRows.end(),
                                    [kind](const CredentialKindTraits &row) { return row.kind == kind; });
    return found == kindRows.end() ? unknown : *found;
}

} // namespace pc::rules

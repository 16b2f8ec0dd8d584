// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/credential_kinds.h"

#include <algorithm>
#include <array>

namespace pc::rules {

namespace {

constexpr std::array table{
    CredentialKindTraits{
        .kind = CredentialKind::ClientSecret,
        .authentication = Authentication::TokenRequest,
        .secret = CredentialTextType::ClientSecret,
        .rotates = true,
        .icon = "credentials",
        .variable = "CLIENT_SECRET",
        .name = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Client secret"),
        .idName = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Client ID"),
        .issued = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Client “%1” issued"),
        .choice = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "OAuth client with a secret (recommended)"),
        .note = QT_TRANSLATE_NOOP(
            "pc::models::CredentialKind",
            "The secret is sent only to the token endpoint; calls carry tokens that live for "
            "minutes."),
        .caution = ""},
    CredentialKindTraits{
        .kind = CredentialKind::ApiKey,
        .authentication = Authentication::EveryCall,
        .secret = CredentialTextType::ApiKey,
        .rotates = true,
        .icon = "key",
        .variable = "API_KEY",
        .name = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "API key"),
        .idName = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Key ID"),
        .issued = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "API key “%1” issued"),
        .choice = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "API key"),
        .note = QT_TRANSLATE_NOOP(
            "pc::models::CredentialKind",
            "The key itself travels with every call and stays valid until it is rotated. Only "
            "for systems that cannot do OAuth."),
        .caution =
            QT_TRANSLATE_NOOP("pc::models::CredentialKind",
                              "An API key goes along with every call, so each of them can leak it. An OAuth "
                              "client sends its secret only for a token that lives ten minutes. Choose a key "
                              "only when the partner's software cannot do OAuth.")},
};

constexpr CredentialKindTraits unknown{
    .kind = CredentialKind::Unknown,
    .authentication = Authentication::None,
    .secret = {},
    .rotates = false,
    .icon = "key",
    .variable = "",
    .name = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Unknown"),
    .idName = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Credential ID"),
    .issued = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Credential “%1” issued"),
    .choice = "",
    .note = "",
    .caution = ""};

} // namespace

std::span<const CredentialKindTraits> credentialKinds()
{
    return table;
}

const CredentialKindTraits &traitsOf(CredentialKind kind)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [kind](const CredentialKindTraits &row) { return row.kind == kind; });
    return found == table.end() ? unknown : *found;
}

} // namespace pc::rules

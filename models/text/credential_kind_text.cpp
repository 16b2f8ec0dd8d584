// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/credential_kind_text.h"

#include "contract/types/in_order.h"

#include <QCoreApplication>

#include <array>

namespace pc::models {

namespace {

constexpr std::array textRows{
    CredentialKindTexts{.kind = CredentialKind::Unknown,
                        .icon = "key",
                        .name = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Unknown"),
                        .idName = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Credential ID"),
                        .issued = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Credential “%1” issued"),
                        .choice = "",
                        .note = "",
                        .caution = ""},
    CredentialKindTexts{
        .kind = CredentialKind::ClientSecret,
        .icon = "credentials",
        .name = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Client secret"),
        .idName = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Client ID"),
        .issued = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Client “%1” issued"),
        .choice = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "OAuth client with a secret (recommended)"),
        .note = QT_TRANSLATE_NOOP(
            "pc::models::CredentialKind",
            "The secret is sent only to the token endpoint; calls carry tokens that live for "
            "minutes."),
        .caution = ""},
    CredentialKindTexts{
        .kind = CredentialKind::ApiKey,
        .icon = "key",
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
    CredentialKindTexts{
        .kind = CredentialKind::LegacyKey,
        .icon = "download",
        .name = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Imported key"),
        .idName = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Key ID"),
        .issued = "",
        .choice = "",
        .note = QT_TRANSLATE_NOOP("pc::models::CredentialKind",
                                  "Another system made this key. It works until its deadline, and what "
                                  "follows is another credential."),
        .caution = ""},
    CredentialKindTexts{
        .kind = CredentialKind::LegacyClientId,
        .icon = "download",
        .name = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Imported client ID"),
        .idName = QT_TRANSLATE_NOOP("pc::models::CredentialKind", "Credential ID"),
        .issued = "",
        .choice = "",
        .note = QT_TRANSLATE_NOOP("pc::models::CredentialKind",
                                  "Another system knew the partner by this client ID. Until its deadline the "
                                  "token endpoint takes the partner's secrets under it as well. It opens "
                                  "nothing by itself."),
        .caution = ""},
};
static_assert(isInOrder(textRows, &CredentialKindTexts::kind, CredentialKind::Unknown,
                        CredentialKind::LegacyClientId));

} // namespace

const CredentialKindTexts &kindTexts(CredentialKind kind)
{
    const auto at = static_cast<std::size_t>(kind);
    return at < textRows.size() ? textRows[at] : textRows.front();
}

QString kindText(CredentialKind kind, const char *CredentialKindTexts::*text)
{
    return QCoreApplication::translate("pc::models::CredentialKind", kindTexts(kind).*text);
}

} // namespace pc::models

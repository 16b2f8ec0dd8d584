// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QString>

namespace pc::models {

/// How a kind of credential is shown; what it does is in contract/rules/credential_kinds.h. English, source
/// texts of the translation context "pc::models::CredentialKind".
struct CredentialKindTexts
{
    CredentialKind kind;
    const char *icon; ///< as it is named in the program's resources, without its prefix
    const char *name;
    const char *idName;  ///< what people call its id
    const char *issued;  ///< "%1": the name that it was given
    const char *choice;  ///< as it is offered; empty of Unknown
    const char *note;    ///< what one chooses with it; likewise
    const char *caution; ///< what to think of before one issues it; empty: nothing
};

/// Of a kind that this build does not know: the row of Unknown.
[[nodiscard]] const CredentialKindTexts &kindTexts(CredentialKind kind);
/// One of them in the interface's language: kindText(kind, &CredentialKindTexts::name).
[[nodiscard]] QString kindText(CredentialKind kind, const char *CredentialKindTexts::*text);

} // namespace pc::models

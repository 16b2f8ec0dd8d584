// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/credential_kinds.h"

#include <QString>

namespace pc::models {

/// A text of a kind of credential in the interface's language: kindText(kind, &CredentialKindTraits::name).
[[nodiscard]] QString kindText(CredentialKind kind, const char *rules::CredentialKindTraits::*text);

} // namespace pc::models

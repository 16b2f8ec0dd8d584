// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/credential_kind_text.h"

#include <QCoreApplication>

namespace pc::models {

QString kindText(CredentialKind kind, const char *rules::CredentialKindTraits::*text)
{
    return QCoreApplication::translate("pc::models::CredentialKind", rules::traitsOf(kind).*text);
}

} // namespace pc::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/partner.h"

#include <QList>

/// Which contacts a partner needs. (Which of them are verified before a stage: platform/domain/stage_gates.)
/// Pure.
namespace pc::rules {

/// Somebody of each is named when a partner is made.
[[nodiscard]] inline QList<ContactKind> neededContacts()
{
    return {ContactKind::Business, ContactKind::Technical, ContactKind::Security,
            ContactKind::DataProtection};
}

} // namespace pc::rules

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"

#include <QString>

namespace pc::models {

/// One readable sentence for an action ("Scopes and limits changed"); the action itself when this build does
/// not know it.
[[nodiscard]] QString auditSentence(const AuditEvent &event);

} // namespace pc::models

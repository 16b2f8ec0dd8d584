// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <span>

namespace pc::platform {

/// How a decision is told outside the service: one row per reason. Everything about a credential that did not
/// hold has one code and one text: unknown, wrong, expired and revoked must not be told apart from outside.
struct ReasonRow
{
    DecisionReason reason;
    int status;            ///< of the answer; 401, 403, 410 and 429 for refusals, 400 and 431 of the question
    const char *code;      ///< stable, e.g. "scope_missing"; several reasons may share one
    const char16_t *title; ///< English, for partners
    const char16_t *detail; ///< likewise; may be empty
};

/// Every reason, in the order of the enumeration.
[[nodiscard]] std::span<const ReasonRow> reasonRows();
/// Of Unknown for what is no reason.
[[nodiscard]] const ReasonRow &reasonRow(DecisionReason reason);

} // namespace pc::platform

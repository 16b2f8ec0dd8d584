// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/types/partner.h"

#include <QList>

/// What a data-sharing agreement has to be. Pure. Pointers are those of a PartnerDraft.
namespace pc::rules {

/// What keeps an agreement from being recorded, beside its fields (field_limits.h): its days.
[[nodiscard]] QList<FieldProblem> agreementFaults(const Agreement &agreement);

/// What keeps a recorded one from being in force on a day: a hash or signatories that are missing, a day of
/// signing still to come, an end that is over. The gate to the next stage asks for it, and the form before.
[[nodiscard]] QList<FieldProblem> agreementGaps(const Agreement &agreement, const QDate &today);

} // namespace pc::rules

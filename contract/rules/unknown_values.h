// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/types/partner.h"

/// Values of a draft that have the right form and name nothing. Pure.
namespace pc::rules {

/// Country (ISO 3166-1) and time zone (IANA), each with UnknownValue at its pointer. One that is empty, and a
/// country of another length, is the table's to judge (field_limits.h).
[[nodiscard]] QList<FieldProblem> unknownPlaces(const PartnerDraft &draft);

} // namespace pc::rules

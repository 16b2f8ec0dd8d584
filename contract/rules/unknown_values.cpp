// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/unknown_values.h"

#include "contract/rules/countries.h"
#include "contract/rules/time_zones.h"

namespace pc::rules {

using namespace Qt::StringLiterals;

QList<FieldProblem> unknownPlaces(const PartnerDraft &draft)
{
    QList<FieldProblem> problems;
    if (draft.country.size() == 2 && !isCountryCode(draft.country))
        problems.append({u"/country"_s, FieldFault::UnknownValue});
    if (!draft.timeZone.isEmpty() && !isTimeZoneName(draft.timeZone))
        problems.append({u"/time_zone"_s, FieldFault::UnknownValue});
    return problems;
}

} // namespace pc::rules

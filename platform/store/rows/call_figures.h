// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "contract/types/time_histogram.h"
#include "platform/store/sql/tx.h"

/// How the records of calls that are kept lie in time, and fall upon the values of a field: counted as they
/// stand.
namespace pc::platform::call_rows {

/// In at most `buckets` round ones, from the filter's beginning (or that of what is kept) to its end (or
/// now).
[[nodiscard]] TimeHistogram histogram(Tx &tx, const CallFilter &filter, int buckets, const QDateTime &now);
/// Of a field that has a facet (contract/rules/call_fields.h); its own condition has no part in it.
[[nodiscard]] CallFacet facet(Tx &tx, const CallFilter &filter, CallField field, int most);

} // namespace pc::platform::call_rows

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/write_call.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform::handlers {

/// The partner that a write is about, as its caller last saw it.
[[nodiscard]] inline AdminExpected<Partner> partnerToChange(const WriteCall &call, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    if (!partner)
        return notFound(QStringLiteral("partner"));
    if (!call.matches(partner->version))
        return stale(toJson(*partner), etagOf(partner->version));
    return *partner;
}

} // namespace pc::platform::handlers

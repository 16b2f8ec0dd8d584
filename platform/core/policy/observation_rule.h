// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"
#include "platform/clock/clock.h"

#include <QString>

namespace pc::platform {

/// An observation as a decision needs it.
struct ObservationRule
{
    QString id;
    ObservationKind kind = ObservationKind::Unknown;
    QString target;     ///< an API's id, also of its routes; a gateway's name; a partner's id
    QString pathPrefix; ///< of routes
    Instant until{};
    bool operator==(const ObservationRule &) const = default;
};

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/calls.h"
#include "views/style/icons.h"
#include "views/time/strip_mark.h"

#include <QTimeZone>

namespace pc::models {
class GatewayEvidenceModel;
} // namespace pc::models

namespace pc::views {

/// What stands where no call answers.
struct NothingWords
{
    Icon icon = Icon::Route;
    QString title;
    QString text;
};

/// Of a request that no call is known of: what gateways wrote of it, or that nobody wrote anything.
[[nodiscard]] NothingWords nothingWords(const CallFilter &filter,
                                        const models::GatewayEvidenceModel &evidence,
                                        const QDateTime &keptSince, const QTimeZone &zone);
/// A change of a partner as a mark on the strip.
[[nodiscard]] StripMark stripMarkOf(const AuditEvent &event, const QTimeZone &zone);

} // namespace pc::views

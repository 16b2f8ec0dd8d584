// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/partner.h"

#include <QString>

namespace pc::views {

/// "25 calls/s, burst 50, 50,000 a day"; parts that are not limited are left out. Says so where none is known
/// (rules::noLimitsKnown).
[[nodiscard]] QString limitsText(const Limits &limits);
/// "orders:read, invoices:read +3"
[[nodiscard]] QString scopesText(const QStringList &scopes, int shown = 2);
/// Why the partner gets no new credential or secret of that realm now; empty when it may.
[[nodiscard]] QString noCredentialText(const Partner &partner, Realm realm = Realm::Sandbox);
/// "Limited production since 3 Nov"
[[nodiscard]] QString stageSinceText(const Partner &partner);

} // namespace pc::views

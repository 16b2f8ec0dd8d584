// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/pack.h"
#include "contract/types/partner.h"
#include "platform/admin/api/admin_context.h"
#include "platform/store/sql/tx.h"

namespace pc::platform {

/// What the partner may do in a realm now, by the rules that decisions go by, and nothing of anybody else.
/// Lists are in an order of their own, so that the same state gives the same pack.
[[nodiscard]] PartnerPack partnerPack(const AdminContext &context, Tx &tx, const Partner &partner,
                                      Realm realm, const QDateTime &now);

} // namespace pc::platform

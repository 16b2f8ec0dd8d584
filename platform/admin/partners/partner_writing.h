// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/partner.h"
#include "platform/admin/api/write_call.h"
#include "platform/admin/api/write_outcome.h"
#include "platform/store/sql/tx.h"

/// A partner as a draft makes it: what the forms of one partner and the import of many have in common. What a
/// draft says by itself was judged before (domain::checkDraft).
namespace pc::platform::partner_writing {

/// What only the store can say against a new partner.
[[nodiscard]] QList<FieldError> checkNew(Tx &tx, const PartnerDraft &draft);
/// And against the edit of one.
[[nodiscard]] QList<FieldError> checkEdit(Tx &tx, const PartnerDraft &draft, const Partner &before);

/// What the draft would change of the partner; empty: nothing.
[[nodiscard]] QList<FieldChange> changesOf(const WriteCall &call, const PartnerDraft &draft,
                                           const Partner &before);

[[nodiscard]] WriteOutcome create(const WriteCall &call, Tx &tx, const PartnerDraft &draft);
/// Without an event when the draft changes nothing.
[[nodiscard]] WriteOutcome edit(const WriteCall &call, Tx &tx, const Partner &before,
                                const PartnerDraft &draft);

} // namespace pc::platform::partner_writing

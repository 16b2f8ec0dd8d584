// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"
#include "platform/store/sql/tx.h"

#include <optional>

/// Receipts of revocations, one per credential, with the proof as it came. Throws SqlFailure.
namespace pc::platform::revocation_rows {

void put(Tx &tx, const RevocationReceipt &receipt);
[[nodiscard]] std::optional<RevocationReceipt> find(Tx &tx, const QString &credentialId);

} // namespace pc::platform::revocation_rows

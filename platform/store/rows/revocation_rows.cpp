// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/revocation_rows.h"

#include "platform/store/rows/doc.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

namespace pc::platform::revocation_rows {

using namespace Qt::StringLiterals;

void put(Tx &tx, const RevocationReceipt &receipt)
{
    RowWrite(u"revocations"_s)
        .key(u"credential_id"_s, receipt.credential.id)
        .set(u"doc"_s, encodeDoc(receipt))
        .put(tx);
}

std::optional<RevocationReceipt> find(Tx &tx, const QString &credentialId)
{
    Statement row = tx.query(u"SELECT doc FROM revocations WHERE credential_id = ?"_s);
    row.bind(credentialId);
    const auto doc = only<QString>(row);
    return doc ? std::optional(decodeDoc<RevocationReceipt>(*doc)) : std::nullopt;
}

} // namespace pc::platform::revocation_rows

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/evidence_statement.h"

namespace pc {

QByteArray evidenceStatement(const QString &origin, qint64 events, QByteArrayView sha256)
{
    return "partner-platform evidence 1\n" + origin.toUtf8() + '\n' + QByteArray::number(events) + '\n' +
           sha256.toByteArray().toHex() + '\n';
}

} // namespace pc

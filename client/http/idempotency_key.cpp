// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/idempotency_key.h"

#include <QRandomGenerator>

#include <array>

namespace pc::client {

IdempotencyKey IdempotencyKey::make()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    const QByteArray raw(reinterpret_cast<const char *>(bits.data()), sizeof(bits));
    return IdempotencyKey(raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace pc::client

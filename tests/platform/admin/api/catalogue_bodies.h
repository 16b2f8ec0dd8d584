// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace pc::platform::test {

/// A body of the catalogue, its scopes, plans, versions and observations that is right as it is; `number`
/// makes it another one than those before. Empty: the schema is none of them.
[[nodiscard]] QJsonObject catalogueBody(const QByteArray &schema, int number);

} // namespace pc::platform::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QVariantList>

/// The rule on what expires (contract/rules/expiring.h), asked of the table `credentials`.
namespace pc::platform::expiring_credentials {

/// Of a row that will expire, as values() says when; `alias`: the table's name in the statement.
[[nodiscard]] QString condition(const QString &alias);
/// The parameters of condition(), in their order: within `days` days of `now`.
[[nodiscard]] QVariantList values(int days, const QDateTime &now);

} // namespace pc::platform::expiring_credentials

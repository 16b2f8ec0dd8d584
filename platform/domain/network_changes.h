// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/networks.h"
#include "contract/types/problem.h"

#include <QMap>

/// What rules of networks must satisfy, and how the audit log tells them. Pure.
namespace pc::platform::domain {

/// `now`: of the waiver and of what is let through. `faults`: what the table of field limits says of the
/// edit; told first.
[[nodiscard]] QList<FieldError> checkNetworks(const NetworkRulesEdit &edit, const QList<FieldError> &faults,
                                              const NetworkRules &before, const QDateTime &now);

/// Every line by itself, as events and `verify` know it, by the name of its list: "sandbox", "production",
/// "waiver", "credentials.crd_…". Empty lists are left out.
[[nodiscard]] QMap<QString, QStringList> networkLines(const NetworkRules &rules);
/// Line by line.
[[nodiscard]] QList<FieldChange> networkChanges(const NetworkRules &before, const NetworkRules &after);

} // namespace pc::platform::domain

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/audit.h"

#include <optional>

/// What an event tells of a list, item by item (domain/audit_diff.h). Pure.
namespace pc::platform {

struct ListSaid
{
    bool isTold = false; ///< the event says something of the list
    QStringList removed;
    QStringList added;
    std::optional<QStringList> after; ///< the whole list; nothing where the event was cut
};
/// Of a list of texts.
[[nodiscard]] ListSaid listSaid(const AuditEvent &event, QStringView field);

/// Of the resource rules of a grant: as the event leaves them; nothing when it does not tell, or was cut.
[[nodiscard]] std::optional<QList<ResourceRule>> resourcesSaid(const AuditEvent &event);
/// Whether the event changed a field, and did not only tell what stayed.
[[nodiscard]] bool changes(const AuditEvent &event, QStringView field);
/// The same of any field that begins so.
[[nodiscard]] bool changesWithin(const AuditEvent &event, QStringView prefix);

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/codec/codecs.h"
#include "contract/types/audit.h"
#include "platform/http/http_types.h"
#include "platform/store/journal/revocation_journal.h"
#include "platform/store/sql/tx.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

/// Acts of whoever may open the data directory: managing operator accounts and gateways. They have no
/// signed-in operator, and are recorded in the audit log all the same.
namespace pc::platform::host_acts {

struct HostAct
{
    AuditAction action = AuditAction::Unknown;
    QString targetId;
    QList<FieldChange> changes;
    /// Of a removal: recorded only when the log, or an act on its way to it, has the gateway.
    bool onlyIfKnown = false;

    bool operator==(const HostAct &) const = default;
};

/// What is told of an act: the event without who did it and when.
[[nodiscard]] AuditEvent eventOf(const HostAct &act);

/// An event as of somebody on the host. `by`: "command" on a stopped service, "uid-N" over the socket of a
/// running one. `requestId`: of the request, or of what the side journal kept; empty when there is none.
[[nodiscard]] AuditEvent byTheHost(AuditEvent event, const QDateTime &at, const QString &by,
                                   const QString &requestId = {});

/// Appends what is told of an act. Gives the event as it is stored, for whoever tells consoles of it.
AuditEvent record(Tx &tx, const HostAct &act, const QDateTime &at, const QString &by,
                  const QString &requestId = {});

/// Names the caller over the socket by what the kernel says about its other end.
[[nodiscard]] QString callerOf(const HttpRequest &request);

[[nodiscard]] QJsonObject toJson(const HostAct &act);
/// Acts on gateways only: those on operators are carried out by the service and recorded with them. The fault
/// says where the object is of another shape, or says what no act on a gateway may.
[[nodiscard]] Decoded<HostAct> gatewayActFromJson(const QJsonObject &object);

/// What the side journal keeps of an act that takes power away (removing a gateway) when the store cannot
/// have it; nothing for others.
[[nodiscard]] std::optional<JournalEntry> journalEntry(const HostAct &act, const QDateTime &at,
                                                       const QString &by, const QString &requestId = {});

/// What the journal keeps of an operator's account that is disabled.
[[nodiscard]] JournalEntry disabledOperator(const QString &account, const QDateTime &at, const QString &by,
                                            const QString &requestId = {});

} // namespace pc::platform::host_acts

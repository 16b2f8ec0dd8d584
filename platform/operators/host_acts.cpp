// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/operators/host_acts.h"

#include "contract/rules/name_rules.h"
#include "contract/rules/text_rule.h"
#include "contract/types/enums.h"
#include "platform/store/audit/audit_log.h"

#include <QJsonArray>

namespace pc::platform::host_acts {

using namespace Qt::StringLiterals;

void record(Tx &tx, const HostAct &act, const QDateTime &at, const QString &by, const QString &requestId)
{
    AuditEvent event;
    event.at = at;
    event.actor = by;
    event.actorRole = toText(ActorKind::Host); // whoever may open the socket or the data directory
    event.action = toText(act.action);
    event.targetKind = toText(auditAction(act.action).subject);
    event.targetId = act.targetId;
    event.targetName = act.targetId;
    event.requestId = requestId;
    event.source = u"local"_s;
    event.changes = act.changes;
    audit_log::append(tx, event);
}

namespace {

/// What the event of an addition may say, and no more: it comes from outside.
bool isOfGateway(const FieldChange &said)
{
    if (!said.before.isEmpty())
        return false;
    if (said.field == u"thumbprint")
        return pc::rules::matchesWhole(u"[0-9a-f]{64}"_s, said.after);
    return said.field == u"realm" && (said.after == u"both" || said.after == toText(Realm::Sandbox) ||
                                      said.after == toText(Realm::Production));
}

} // namespace

QString callerOf(const HttpRequest &request)
{
    return request.peerUid ? u"uid-"_s + QString::number(*request.peerUid) : u"local"_s;
}

QJsonObject toJson(const HostAct &act)
{
    QJsonArray changes;
    for (const FieldChange &change : act.changes)
        changes.append(QJsonObject{
            {u"field"_s, change.field}, {u"before"_s, change.before}, {u"after"_s, change.after}});
    return {{u"action"_s, toText(act.action)},
            {u"target_id"_s, act.targetId},
            {u"changes"_s, changes},
            {u"only_if_known"_s, act.onlyIfKnown}};
}

std::optional<HostAct> gatewayActFromJson(const QJsonObject &object)
{
    HostAct act{
        auditActionOf(object.value(u"action"_s).toString()), object.value(u"target_id"_s).toString(), {}};
    if ((act.action != AuditAction::GatewayAdd && act.action != AuditAction::GatewayRemove) ||
        !pc::rules::isGatewayName(act.targetId))
        return {};
    act.onlyIfKnown = object.value(u"only_if_known"_s).toBool();
    const QJsonArray changes = object.value(u"changes"_s).toArray();
    for (const QJsonValue &change : changes) {
        const FieldChange said{change[u"field"_s].toString(), change[u"before"_s].toString(),
                               change[u"after"_s].toString()};
        if (!isOfGateway(said))
            return {};
        act.changes.append(said);
    }
    return act;
}

std::optional<JournalEntry> journalEntry(const HostAct &act, const QDateTime &at, const QString &by,
                                         const QString &requestId)
{
    if (act.action != AuditAction::GatewayRemove)
        return {};
    JournalEntry entry;
    entry.kind = JournalEntry::Kind::Gateway;
    entry.id = act.targetId;
    entry.at = at;
    entry.actor = by;
    entry.actorRole = toText(ActorKind::Host);
    entry.requestId = requestId;
    return entry;
}

JournalEntry disabledOperator(const QString &account, const QDateTime &at, const QString &by,
                              const QString &requestId)
{
    JournalEntry entry;
    entry.kind = JournalEntry::Kind::Operator;
    entry.id = account;
    entry.at = at;
    entry.actor = by;
    entry.actorRole = toText(ActorKind::Host);
    entry.requestId = requestId;
    return entry;
}

} // namespace pc::platform::host_acts

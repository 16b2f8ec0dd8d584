// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/operators/host_acts.h"

#include "contract/codec/describe.h"
#include "contract/rules/name_rules.h"
#include "contract/rules/text_rule.h"
#include "contract/types/enums.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/audit/audit_log.h"

#include <algorithm>

namespace pc {

using namespace Qt::StringLiterals;

static void fromText(const QString &text, AuditAction &action)
{
    action = auditActionOf(text);
}

/// Shorter than that of an event: what an addition says of a gateway has nothing before.
template <typename A>
static void describe(A &a, codec::Ref<A, FieldChange> &v)
{
    a("field"_L1, v.field);
    a.defaulted("before"_L1, v.before);
    a("after"_L1, v.after);
}

} // namespace pc

namespace pc::platform::host_acts {

using namespace Qt::StringLiterals;

AuditEvent eventOf(const HostAct &act)
{
    AuditEvent event = eventAbout(act.action, act.targetId, act.targetId, {});
    event.changes = act.changes;
    return event;
}

AuditEvent byTheHost(AuditEvent event, const QDateTime &at, const QString &by, const QString &requestId)
{
    event.at = at;
    event.actor = by;
    event.actorRole = toText(ActorKind::Host); // whoever may open the socket or the data directory
    event.requestId = requestId;
    event.source = u"local"_s;
    return event;
}

AuditEvent record(Tx &tx, const HostAct &act, const QDateTime &at, const QString &by,
                  const QString &requestId)
{
    return audit_log::append(tx, byTheHost(eventOf(act), at, by, requestId));
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

template <typename A>
static void describe(A &a, codec::Ref<A, HostAct> &v)
{
    a("action"_L1, v.action);
    a("target_id"_L1, v.targetId);
    a.defaulted("changes"_L1, v.changes);
    a.defaulted("only_if_known"_L1, v.onlyIfKnown);
}

QJsonObject toJson(const HostAct &act)
{
    return codec::write(act);
}

Decoded<HostAct> gatewayActFromJson(const QJsonObject &object)
{
    Decoded<HostAct> act = codec::read<HostAct>(object);
    if (!act)
        return act;
    const auto refused = [](const QString &pointer, const QString &expected) {
        return tl::make_unexpected(DecodeError{pointer, expected});
    };
    if (act->action != AuditAction::GatewayAdd && act->action != AuditAction::GatewayRemove)
        return refused(u"/action"_s, u"gateway.add or gateway.remove"_s);
    if (!pc::rules::isGatewayName(act->targetId))
        return refused(u"/target_id"_s, u"the name of a gateway"_s);
    if (!std::all_of(act->changes.begin(), act->changes.end(), isOfGateway))
        return refused(u"/changes"_s, u"realm and thumbprint of a gateway"_s);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/history/stored_revocations.h"

#include "contract/audit_actions/audit_action.h"
#include "contract/crypto/hashing.h"
#include "platform/store/audit/audit_log.h"

namespace pc::platform::stored_revocations {

using namespace Qt::StringLiterals;

namespace {

std::optional<AuditAction> eventOf(JournalEntry::Kind kind)
{
    switch (kind) {
    case JournalEntry::Kind::Freeze:
        return AuditAction::PartnerFreeze;
    case JournalEntry::Kind::Suspend:
        return AuditAction::CredentialSuspend;
    case JournalEntry::Kind::Operator:
        return AuditAction::OperatorDisable;
    case JournalEntry::Kind::Gateway:
        return AuditAction::GatewayRemove;
    case JournalEntry::Kind::Session:
        return AuditAction::SessionEnd;
    case JournalEntry::Kind::Credential:
    case JournalEntry::Kind::Generation:
    case JournalEntry::Kind::Token:
        break;
    }
    return {};
}

} // namespace

QString requestIdOf(const JournalEntry &entry)
{
    if (!entry.requestId.isEmpty())
        return entry.requestId;
    constexpr qsizetype bytes = 11; // as hexadecimal digits no longer than the name of a request
    const QByteArray digest = sha256LengthPrefixed({QByteArray::number(static_cast<int>(entry.kind)),
                                                    entry.id.toUtf8(), QByteArray::number(entry.generation),
                                                    QByteArray::number(entry.at.toMSecsSinceEpoch()),
                                                    entry.actor.toUtf8(), entry.actorRole.toUtf8()});
    return u"jrn_"_s + QString::fromLatin1(digest.first(bytes).toHex());
}

bool has(Tx &tx, const JournalEntry &entry)
{
    const std::optional<AuditAction> action = eventOf(entry.kind);
    if (!action)
        return false;
    AuditQuery query;
    query.action = toText(*action);
    query.targetId = entry.id;
    query.requestId = requestIdOf(entry);
    query.limit = 1;
    const auto page = audit_log::list(tx, query);
    return page && !page->items.isEmpty();
}

} // namespace pc::platform::stored_revocations

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/recorded_gateways.h"

#include "contract/audit_actions/audit_action.h"
#include "platform/store/audit/audit_log.h"

#include <QSet>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString afterOf(const QList<FieldChange> &changes, QStringView field)
{
    for (const FieldChange &change : changes) {
        if (change.field == field)
            return change.after;
    }
    return {};
}

} // namespace

void RecordedGateways::load(Tx &tx)
{
    AuditQuery query;
    query.action = u"gateway.*"_s;
    QSet<QString> seen; // the newest event of a gateway counts
    for (;;) {
        const auto page = audit_log::list(tx, query);
        if (!page)
            return;
        for (const AuditRecord &record : page->items) {
            const AuditEvent &event = record.event;
            if (seen.contains(event.targetId))
                continue;
            seen.insert(event.targetId);
            if (auditActionOf(event.action) == AuditAction::GatewayAdd)
                add(event.targetId, event.changes);
        }
        if (page->nextCursor.isEmpty())
            return;
        query.cursor = page->nextCursor;
    }
}

void RecordedGateways::add(const QString &name, const QList<FieldChange> &changes)
{
    GatewayRule rule;
    rule.name = name;
    rule.thumbprint = QByteArray::fromHex(afterOf(changes, u"thumbprint").toLatin1());
    const QString realm = afterOf(changes, u"realm");
    if (realm != realmText(rule)) // else it is both
        rule.realm = enumFromText<Realm>(realm);
    add(rule);
}

void RecordedGateways::add(const GatewayRule &rule)
{
    const std::lock_guard lock(m_mutex);
    m_gateways.insert(rule.name, {rule.thumbprint, rule.realm});
}

bool RecordedGateways::remove(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    return m_gateways.remove(name) > 0;
}

bool RecordedGateways::has(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    return m_gateways.contains(name);
}

std::optional<std::optional<Realm>> RecordedGateways::realmOf(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_gateways.constFind(name);
    return known == m_gateways.constEnd() ? std::nullopt : std::optional(known->realm);
}

bool RecordedGateways::knows(const GatewayRule &rule) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_gateways.constFind(rule.name);
    return known != m_gateways.constEnd() && known->thumbprint == rule.thumbprint &&
           known->realm == rule.realm;
}

} // namespace pc::platform

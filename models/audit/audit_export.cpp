// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_export.h"

#include "contract/codec/codecs.h"
#include "models/base/export_columns.h"
#include "models/text/audit_sentence.h"

#include <QJsonDocument>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

/// "scopes: -, orders:write; quota.daily: 1000, 2000": what it was, and what it is.
QString changesText(const AuditEvent &event)
{
    QStringList changes;
    for (const FieldChange &change : event.changes)
        changes.append(u"%1: %2 → %3"_s.arg(change.field, change.before, change.after));
    return changes.join(u"; "_s);
}

constexpr ExportColumn<AuditEvent> eventColumns[]{
    {"index", [](const AuditEvent &event) { return QString::number(event.index); }, true},
    {"id", [](const AuditEvent &event) { return event.id; }},
    {"at", [](const AuditEvent &event) { return exportTime(event.at); }},
    {"actor", [](const AuditEvent &event) { return event.actor; }},
    {"actor_role", [](const AuditEvent &event) { return event.actorRole; }},
    {"action", [](const AuditEvent &event) { return event.action; }},
    {"target_kind", [](const AuditEvent &event) { return event.targetKind; }},
    {"target_id", [](const AuditEvent &event) { return event.targetId; }},
    {"target_name", [](const AuditEvent &event) { return event.targetName; }},
    {"partner_id", [](const AuditEvent &event) { return event.partnerId; }},
    {"reason", [](const AuditEvent &event) { return event.reason; }},
    {"ticket", [](const AuditEvent &event) { return event.ticket; }},
    {"request_id", [](const AuditEvent &event) { return event.requestId; }},
    {"source", [](const AuditEvent &event) { return event.source; }},
    {"changes", changesText},
};
constexpr std::span<const ExportColumn<AuditEvent>> allEventColumns(eventColumns);

} // namespace

AuditExport::AuditExport(client::AuditClient &audit, const AuditFilter &filter, RowOrder order,
                         QObject *parent)
    : ListExport(parent), m_audit(audit)
{
    static_cast<AuditFilter &>(m_query) = filter;
    m_query.order = order;
}

AuditExport::~AuditExport() = default;

client::Call AuditExport::fetch(const QString &cursor, int limit, client::Callback<Written> done)
{
    AuditQuery query = m_query;
    query.cursor = cursor;
    query.limit = limit;
    return m_audit.list(
        query, this, [this, done = std::move(done)](const client::Result<Page<AuditEvent>> &page) {
            if (!page)
                return done(client::failure(page.error()));
            Written written{{}, page->items.size(), page->nextCursor, page->count, page->countAtLeast};
            for (const AuditEvent &event : page->items)
                written.bytes += lineOf(event);
            done(std::move(written));
        });
}

QByteArray AuditExport::csvHead() const
{
    return csvHeadOf(allEventColumns);
}

QByteArray AuditExport::lineOf(const AuditEvent &event) const
{
    return format() == Format::Csv ? csvLineOf(allEventColumns, event)
                                   : QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace pc::models

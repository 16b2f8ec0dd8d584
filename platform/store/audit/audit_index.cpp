// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/audit_index.h"

#include "contract/rules/audit_match.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/admin_rows.h"

#include <algorithm>

namespace pc::platform::audit_index {

using namespace Qt::StringLiterals;

namespace {

const QString placeName = u"audit_index_from"_s; ///< row of meta: events from here on are indexed

} // namespace

QStringList partnerSchema()
{
    return {
        u"CREATE TABLE audit_partner_events (partner_id TEXT NOT NULL, idx BIGINT NOT NULL, actor TEXT NOT "
        "NULL, action TEXT NOT NULL, target_id TEXT NOT NULL, PRIMARY KEY (partner_id, idx)) {clustered}"_s};
}

Indexer::Indexer(Tx &tx)
    : m_tx(tx), m_words(tx.query(tx.dialect().searchInsert())),
      m_partner(tx.query(
          // house: store — prepared once for what may be millions of events; made anew, it may be there
          u"INSERT INTO audit_partner_events (partner_id, idx, actor, action, target_id) VALUES (?, ?, ?, ?, "
          u"?) "
          "ON CONFLICT (partner_id, idx) DO NOTHING"_s))
{
}

void Indexer::add(const AuditEvent &event)
{
    m_words.bind(event.index)
        .bind(m_tx.dialect().searchDocument(pc::rules::searchText(event), event.index))
        .exec();
    if (!event.partnerId.isEmpty())
        m_partner.bind(event.partnerId)
            .bind(event.index)
            .bind(event.actor)
            .bind(event.action)
            .bind(event.targetId)
            .exec();
}

QStringList schema()
{
    // house: store — a step of the schema, without a value from outside
    return {u"INSERT INTO meta (name, value) SELECT 'audit_index_from', CAST(known.size AS TEXT) FROM "
            "(SELECT MAX(idx) + 1 AS size FROM audit_events) known WHERE known.size IS NOT NULL"_s};
}

qint64 remaining(Tx &tx)
{
    return meta_rows::value(tx, placeName).toLongLong();
}

qint64 indexSome(Tx &tx, int most)
{
    const qint64 before = remaining(tx);
    const qint64 from = std::max<qint64>(before - most, 0);
    const QList<QByteArray> events = audit_log::canonicalRange(tx, from, static_cast<int>(before - from));
    Indexer indexer(tx);
    for (const QByteArray &canonical : events)
        indexer.add(audit_log::decode(canonical));
    meta_rows::put(tx, placeName, QString::number(from));
    return from;
}

} // namespace pc::platform::audit_index

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/audit_index.h"

#include "platform/store/audit/audit_canonical.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/admin_rows.h"

#include <algorithm>

namespace pc::platform::audit_index {

using namespace Qt::StringLiterals;

namespace {

const QString placeName = u"audit_index_from"_s; ///< row of meta: events from here on are indexed

} // namespace

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
    Statement insert = tx.query(tx.dialect().searchInsert());
    for (qsizetype i = 0; i < events.size(); ++i) {
        const QString words = tx.dialect().searchDocument(searchText(audit_log::decode(events.at(i))));
        insert.bind(from + i).bind(words).exec();
    }
    meta_rows::put(tx, placeName, QString::number(from));
    return from;
}

} // namespace pc::platform::audit_index

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/job_rows.h"

#include "platform/store/rows/doc.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/keyset.h"
#include "platform/store/sql/row_write.h"

namespace pc::platform::job_rows {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> doc{*this, u"doc"};
    Column<QString> account{*this, u"account"};
    Column<QByteArray> progress{*this, u"progress"};
} columns;

JobRow read(const Statement &row)
{
    return {decodeDoc<Job>(columns.doc(row)), columns.account(row), columns.progress(row)};
}

/// As isUnderWay().
Filter underWayOnly()
{
    Filter filter;
    filter.addIn(u"state"_s, textsOf(QList<JobState>(underWayStates.begin(), underWayStates.end())));
    return filter;
}

std::vector<JobRow> readAll(Statement rows)
{
    std::vector<JobRow> list;
    while (rows.next())
        list.push_back(read(rows));
    return list;
}

} // namespace

void put(Tx &tx, const JobRow &row)
{
    RowWrite(u"jobs"_s)
        .key(u"id"_s, row.job.id)
        .set(u"state"_s, toText(row.job.state))
        .once(u"started_at"_s, row.job.startedAt)
        .set(u"account"_s, row.account)
        .set(u"doc"_s, encodeDoc(row.job))
        .set(u"progress"_s, row.progress)
        .put(tx);
}

std::optional<JobRow> find(Tx &tx, const QString &id)
{
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM jobs WHERE id = ?"_s);
    row.bind(id);
    return row.next() ? std::optional(read(row)) : std::nullopt;
}

std::vector<JobRow> all(Tx &tx)
{
    return readAll(
        tx.query(u"SELECT "_s + columns.selected() + u" FROM jobs ORDER BY started_at DESC, id DESC"_s));
}

std::vector<JobRow> underWay(Tx &tx)
{
    const Filter filter = underWayOnly();
    Statement rows = tx.query(u"SELECT "_s + columns.selected() + u" FROM jobs"_s + filter.where() +
                              u" ORDER BY started_at, id"_s);
    rows.bindAll(filter.values());
    return readAll(std::move(rows));
}

void keepNewest(Tx &tx, int most)
{
    const Filter kept = underWayOnly();
    tx.query(u"DELETE FROM jobs WHERE id NOT IN (SELECT id FROM jobs"_s + kept.where() +
             u") AND id NOT IN (SELECT id FROM jobs ORDER BY started_at DESC, id DESC LIMIT ?)"_s)
        .bindAll(kept.values())
        .bind(most)
        .exec();
}

void forgetProgress(Tx &tx)
{
    tx.query(u"UPDATE jobs SET progress = ?"_s).bind(QByteArray("")).exec();
}

} // namespace pc::platform::job_rows

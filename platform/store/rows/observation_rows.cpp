// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/observation_rows.h"

#include "platform/store/rows/doc.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

#include <QHash>

#include <algorithm>

namespace pc::platform::observation_rows {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 2000;
constexpr int mostStrangers = 200;
constexpr qsizetype mostNamed = 10;

const struct : Columns
{
    Column<QString> text{*this, u"doc"};
} document;

QList<Observation> read(Statement row)
{
    QList<Observation> list;
    while (row.next())
        list.append(decodeDoc<Observation>(document.text(row)));
    return list;
}

const struct : Columns
{
    Column<DecisionReason> reason{*this, u"reason"};
    Column<QString> partnerId{*this, u"partner_id"};
    Column<QString> what{*this, u"what"};
    Column<QString> scope{*this, u"MAX(scope)"};
    Column<qint64> calls{*this, u"SUM(calls)"};
    Column<qint64> first{*this, u"MIN(hour)"};
    Column<qint64> last{*this, u"MAX(hour)"};
} lines;

const struct : Columns
{
    Column<QString> fingerprint{*this, u"fingerprint"};
    Column<QString> source{*this, u"source"};
    Column<QString> userAgent{*this, u"user_agent"};
    Column<qint64> calls{*this, u"SUM(calls)"};
    Column<qint64> last{*this, u"MAX(hour)"};
} strangers;

const struct : Columns
{
    Column<QString> what{*this, u"what"};
} named;

const struct : Columns
{
    Column<qint64> hour{*this, u"hour"};
    Column<qint64> calls{*this, u"SUM(calls)"};
    Column<qint64> refused{*this, u"SUM(CASE WHEN reason <> 'allowed' THEN calls ELSE 0 END)"};
} course;

QDateTime hourAt(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

qint64 sumOf(Tx &tx, const QString &sql, const QString &id)
{
    Statement row = tx.query(sql);
    row.bind(id);
    return only<std::optional<qint64>>(row).value_or(std::nullopt).value_or(0);
}

void nameWhat(Tx &tx, const QString &observationId, Hours hours, ObservedStranger &stranger)
{
    Statement row = tx.query(u"SELECT "_s + named.selected() +
                             u" FROM observed_calls WHERE observation_id = ? AND hour >= ? AND hour < ?"
                             " AND partner_id = '' AND "
                             "fingerprint = ? AND source = ? AND user_agent = ? AND reason <> 'allowed' "
                             "GROUP BY what ORDER BY SUM(calls) DESC, what LIMIT ?"_s);
    row.bind(observationId)
        .bind(hours.from)
        .bind(hours.before)
        .bind(stranger.fingerprint)
        .bind(stranger.source)
        .bind(stranger.userAgent)
        .bind(mostNamed);
    while (row.next())
        stranger.what.append(named.what(row));
}

QList<ObservedHour> courseOf(Tx &tx, const QString &observationId, Hours hours)
{
    Statement row = tx.query(u"SELECT "_s + course.selected() +
                             u" FROM observed_calls WHERE observation_id = ? AND hour >= ? AND hour < ?"
                             " GROUP BY hour ORDER BY hour"_s);
    row.bind(observationId).bind(hours.from).bind(hours.before);
    QList<ObservedHour> list;
    while (row.next())
        list.append({hourAt(course.hour(row)), course.calls(row), course.refused(row)});
    return list;
}

} // namespace

void put(Tx &tx, const Observation &observation)
{
    RowWrite(u"observations"_s)
        .key(u"id"_s, observation.id)
        .once(u"begun_at"_s, observation.begunAt)
        .set(u"ended_at"_s, observation.endedAt)
        .set(u"doc"_s, encodeDoc(observation))
        .put(tx);
}

std::optional<Observation> find(Tx &tx, const QString &id)
{
    Statement row = tx.query(u"SELECT "_s + document.selected() + u" FROM observations WHERE id = ?"_s);
    row.bind(id);
    const QList<Observation> found = read(std::move(row));
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

QList<Observation> open(Tx &tx)
{
    return read(tx.query(u"SELECT "_s + document.selected() +
                         u" FROM observations WHERE ended_at IS NULL ORDER BY begun_at, id"_s));
}

QList<Observation> ended(Tx &tx, int most)
{
    Statement row =
        tx.query(u"SELECT "_s + document.selected() +
                 u" FROM observations WHERE ended_at IS NOT NULL ORDER BY begun_at DESC, id DESC LIMIT ?"_s);
    row.bind(most);
    return read(std::move(row));
}

void add(Tx &tx, const std::vector<Counted> &counted)
{
    QHash<QString, qint64> kinds; // of each observation
    for (const Counted &each : counted) {
        if (!kinds.contains(each.observationId))
            kinds.insert(each.observationId,
                         sumOf(tx, u"SELECT COUNT(*) FROM observed_calls WHERE observation_id = ?"_s,
                               each.observationId));
        const bool full = kinds.value(each.observationId) >= mostKinds;
        ++kinds[each.observationId];
        RowWrite(u"observed_calls"_s)
            .key(u"observation_id"_s, each.observationId)
            .key(u"hour"_s, each.hour)
            .key(u"reason"_s, toText(each.reason))
            .key(u"partner_id"_s, each.partnerId)
            .key(u"what"_s, full ? u"others"_s : each.what)
            .key(u"fingerprint"_s, full ? QString() : each.fingerprint)
            .key(u"source"_s, full ? QString() : each.source)
            .key(u"user_agent"_s, full ? QString() : each.userAgent)
            .key(u"node"_s, tx.node().number)
            .once(u"scope"_s, each.scope)
            .merge(u"calls"_s, each.calls, u"observed_calls.calls + excluded.calls"_s)
            .put(tx);
    }
}

Sums sums(Tx &tx, const QString &observationId, Hours hours)
{
    Sums sums;
    for (const ObservedHour &each : courseOf(tx, observationId, hours)) {
        sums.calls += each.calls;
        sums.refused += each.refused;
    }
    return sums;
}

ObservationReport report(Tx &tx, const QString &observationId, Hours hours)
{
    ObservationReport report;
    report.course = courseOf(tx, observationId, hours);
    for (const ObservedHour &each : report.course) {
        report.calls += each.calls;
        report.refused += each.refused;
    }
    {
        Statement row = tx.query(u"SELECT "_s + lines.selected() +
                                 u" FROM observed_calls WHERE observation_id = ? AND hour >= ? AND hour < ?"
                                 " AND reason <> 'allowed' "
                                 "GROUP BY reason, partner_id, what ORDER BY 5 DESC, 1, 2, 3"_s);
        row.bind(observationId).bind(hours.from).bind(hours.before);
        while (row.next()) {
            if (report.lines.size() == mostLines) {
                ++report.moreLines;
                continue;
            }
            ObservedLine line;
            line.reason = lines.reason(row);
            line.partnerId = lines.partnerId(row);
            line.what = lines.what(row);
            line.scope = lines.scope(row);
            line.calls = lines.calls(row);
            line.firstAt = hourAt(lines.first(row));
            line.lastAt = hourAt(lines.last(row));
            report.lines.append(line);
        }
    }
    {
        Statement row = tx.query(u"SELECT "_s + strangers.selected() +
                                 u" FROM observed_calls WHERE observation_id = ? AND hour >= ? AND hour < ?"
                                 " AND partner_id = '' AND "
                                 "reason <> 'allowed' GROUP BY fingerprint, source, user_agent "
                                 "ORDER BY 4 DESC, 1, 2, 3"_s);
        row.bind(observationId).bind(hours.from).bind(hours.before);
        while (row.next()) {
            if (report.strangers.size() == mostStrangers) {
                ++report.moreStrangers;
                continue;
            }
            ObservedStranger stranger;
            stranger.fingerprint = strangers.fingerprint(row);
            stranger.source = strangers.source(row);
            stranger.userAgent = strangers.userAgent(row);
            stranger.calls = strangers.calls(row);
            stranger.lastAt = hourAt(strangers.last(row));
            report.strangers.append(stranger);
        }
    }
    for (ObservedStranger &each : report.strangers)
        nameWhat(tx, observationId, hours, each);
    return report;
}

void forgetBefore(Tx &tx, const QDateTime &time)
{
    tx.query(u"DELETE FROM observed_calls WHERE observation_id IN (SELECT id FROM observations WHERE "
             "ended_at IS NOT NULL AND ended_at < ?)"_s)
        .bind(time)
        .exec();
}

} // namespace pc::platform::observation_rows

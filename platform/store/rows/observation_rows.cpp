// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/observation_rows.h"

#include "contract/rules/observed_budget.h"
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
using Budget = pc::rules::ObservedBudget;

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
    Column<QString> partnerId{*this, u"partner_id"};
    Column<QString> source{*this, u"source"};
    Column<qint64> rows{*this, u"COUNT(*)"};
} kinds;

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

/// What is left of an hour. Of all nodes: they fill one report.
Budget budgetOf(Tx &tx, const QString &observationId, qint64 hour)
{
    Statement row = tx.query(u"SELECT "_s + kinds.selected() +
                             u" FROM observed_calls WHERE observation_id = ? AND hour = ? AND what <> "
                             "'others' GROUP BY partner_id, source"_s);
    row.bind(observationId).bind(hour);
    Budget budget;
    while (row.next())
        budget.take(kinds.partnerId(row), kinds.source(row), kinds.rows(row));
    return budget;
}

bool isThere(Tx &tx, const Counted &counted)
{
    Statement row = tx.query(u"SELECT COUNT(*) FROM observed_calls WHERE observation_id = ? AND hour = ? AND "
                             "reason = ? AND partner_id = ? AND what = ? AND fingerprint = ? AND source = ? "
                             "AND user_agent = ? AND node = ?"_s);
    row.bind(counted.observationId)
        .bind(counted.hour)
        .bind(toText(counted.reason))
        .bind(counted.partnerId)
        .bind(counted.what)
        .bind(counted.fingerprint)
        .bind(counted.source)
        .bind(counted.userAgent)
        .bind(tx.node().number);
    return only<qint64>(row).value_or(0) > 0;
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
    QHash<std::pair<QString, qint64>, Budget> budgets;
    for (const Counted &each : counted) {
        const std::pair place(each.observationId, each.hour);
        auto budget = budgets.find(place);
        if (budget == budgets.end())
            budget = budgets.insert(place, budgetOf(tx, each.observationId, each.hour));
        Budget::Detail told = budget->left(each.partnerId, each.source);
        if (told != Budget::Detail::Kind && isThere(tx, each))
            told = Budget::Detail::Kind;
        else if (told == Budget::Detail::Kind)
            budget->take(each.partnerId, each.source);
        const bool isKind = told == Budget::Detail::Kind;
        RowWrite(u"observed_calls"_s)
            .key(u"observation_id"_s, each.observationId)
            .key(u"hour"_s, each.hour)
            .key(u"reason"_s, toText(each.reason))
            .key(u"partner_id"_s, each.partnerId)
            .key(u"what"_s, isKind ? each.what : u"others"_s)
            .key(u"fingerprint"_s, isKind ? each.fingerprint : QString())
            .key(u"source"_s, told != Budget::Detail::None ? each.source : QString())
            .key(u"user_agent"_s, isKind ? each.userAgent : QString())
            .key(u"node"_s, tx.node().number)
            .once(u"scope"_s, isKind ? each.scope : QString())
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

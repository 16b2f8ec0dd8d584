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

constexpr int mostLines = 2000; // of partners, and as many of strangers
constexpr int mostStrangers = 200;
constexpr qsizetype mostNamed = 10;
constexpr int forgottenAtOnce = 2000; // a write of about 20 ms, so that others get their turn
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
    Column<QString> fingerprint{*this, u"fingerprint"};
    Column<QString> source{*this, u"source"};
    Column<QString> userAgent{*this, u"user_agent"};
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

/// What may still be told apart. Of all nodes: they fill one report.
class Room
{
public:
    explicit Room(Tx &tx) : m_tx(tx) {}

    /// What is told of a row, which takes its place by that. The budget is asked for what is new alone.
    Budget::Detail take(const Counted &counted)
    {
        if (isThere(m_tx, counted))
            return Budget::Detail::Kind;
        Budget &budget = ofHour(counted.observationId, counted.hour);
        const Budget::Detail told = budget.left(counted.partnerId, counted.source);
        if (told != Budget::Detail::Kind || counted.what == Budget::others)
            return told;
        if (counted.partnerId.isEmpty()) {
            qint64 &ofAll = ofObservation(counted.observationId);
            if (ofAll >= Budget::ofObservation)
                return Budget::Detail::None;
            ++ofAll;
        }
        budget.take(counted.partnerId, counted.source);
        return told;
    }

private:
    Budget &ofHour(const QString &observationId, qint64 hour)
    {
        const std::pair place(observationId, hour);
        if (const auto known = m_hours.find(place); known != m_hours.end())
            return *known;
        Statement row = m_tx.query(u"SELECT "_s + kinds.selected() +
                                   u" FROM observed_calls WHERE observation_id = ? AND hour = ? AND what <> "
                                   "? GROUP BY partner_id, source"_s);
        row.bind(observationId).bind(hour).bind(Budget::others);
        Budget &budget = m_hours[place];
        while (row.next())
            budget.take(kinds.partnerId(row), kinds.source(row), kinds.rows(row));
        return budget;
    }

    qint64 &ofObservation(const QString &observationId)
    {
        if (const auto known = m_observations.find(observationId); known != m_observations.end())
            return *known;
        Statement row = m_tx.query(u"SELECT COUNT(*) FROM (SELECT 1 FROM observed_calls WHERE observation_id "
                                   "= ? AND partner_id = '' AND what <> ? LIMIT ?) AS told"_s);
        row.bind(observationId).bind(Budget::others).bind(Budget::ofObservation);
        return m_observations[observationId] = only<qint64>(row).value_or(0);
    }

    Tx &m_tx;
    QHash<std::pair<QString, qint64>, Budget> m_hours;
    QHash<QString, qint64> m_observations;
};

/// What each of them called most.
void nameWhat(Tx &tx, const QString &observationId, Hours hours, QList<ObservedStranger> &callers)
{
    QHash<QStringList, ObservedStranger *> listed;
    for (ObservedStranger &each : callers)
        listed.insert({each.fingerprint, each.source, each.userAgent}, &each);
    Statement row =
        tx.query(u"SELECT "_s + named.selected() +
                 u" FROM observed_calls WHERE observation_id = ? AND hour >= ? AND hour < ?"
                 " AND partner_id = '' AND reason <> 'allowed' "
                 "GROUP BY fingerprint, source, user_agent, what ORDER BY SUM(calls) DESC, what"_s);
    row.bind(observationId).bind(hours.from).bind(hours.before);
    while (row.next()) {
        ObservedStranger *stranger =
            listed.value({named.fingerprint(row), named.source(row), named.userAgent(row)});
        if (stranger != nullptr && stranger->what.size() < mostNamed)
            stranger->what.append(named.what(row));
    }
}

/// Of partners, or of nobody who is known.
enum class Whose { Partners, Strangers };

void addLines(Tx &tx, const QString &observationId, Hours hours, Whose whose, ObservationReport &report)
{
    Statement row = tx.query(u"SELECT "_s + lines.selected() +
                             u" FROM observed_calls WHERE observation_id = ? AND hour >= ? AND hour < ?"
                             " AND reason <> 'allowed' AND CASE WHEN partner_id = '' THEN 1 ELSE 0 END = ? "
                             "GROUP BY reason, partner_id, what ORDER BY 5 DESC, 1, 2, 3"_s);
    row.bind(observationId).bind(hours.from).bind(hours.before).bind(whose == Whose::Strangers);
    for (int listed = 0; row.next(); ++listed) {
        if (listed >= mostLines) {
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

QString sourceTold(Budget::Detail told, const QString &source)
{
    switch (told) {
    case Budget::Detail::Kind:
        return source;
    case Budget::Detail::Source:
        return Budget::sourceOf(source);
    case Budget::Detail::None:
        break;
    }
    return {};
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
    Room room(tx);
    for (const Counted &each : counted) {
        const Budget::Detail told = room.take(each);
        const bool isKind = told == Budget::Detail::Kind;
        RowWrite(u"observed_calls"_s)
            .key(u"observation_id"_s, each.observationId)
            .key(u"hour"_s, each.hour)
            .key(u"reason"_s, toText(each.reason))
            .key(u"partner_id"_s, each.partnerId)
            .key(u"what"_s, isKind ? each.what : Budget::others)
            .key(u"fingerprint"_s, isKind ? each.fingerprint : QString())
            .key(u"source"_s, sourceTold(told, each.source))
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
    // Each with a limit of its own: what strangers vary costs no partner his lines.
    addLines(tx, observationId, hours, Whose::Partners, report);
    addLines(tx, observationId, hours, Whose::Strangers, report);
    std::stable_sort(report.lines.begin(), report.lines.end(),
                     [](const ObservedLine &a, const ObservedLine &b) { return a.calls > b.calls; });
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
    nameWhat(tx, observationId, hours, report.strangers);
    return report;
}

bool forgetSomeBefore(Tx &tx, const QDateTime &time)
{
    const QString key =
        u"observation_id, hour, reason, partner_id, what, fingerprint, source, user_agent, node"_s;
    return tx.query(u"DELETE FROM observed_calls WHERE ("_s + key + u") IN (SELECT "_s + key +
                    u" FROM observed_calls WHERE observation_id IN (SELECT id FROM observations WHERE "
                    "ended_at IS NOT NULL AND ended_at < ?) LIMIT ?)"_s)
               .bind(time)
               .bind(forgottenAtOnce)
               .exec() == forgottenAtOnce;
}

} // namespace pc::platform::observation_rows

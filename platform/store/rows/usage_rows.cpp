// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/usage_rows.h"

#include "platform/store/rows/metering_rows.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/keyset.h"

#include <QHash>

#include <algorithm>

namespace pc::platform::usage_rows {

using namespace Qt::StringLiterals;
using metering_rows::dayBucket;
using metering_rows::hourBucket;
using metering_rows::minuteBucket;

namespace {

constexpr qint64 maxBuckets = 600;

const struct : Columns
{
    Column<qint64> at{*this, u"at"}; ///< seconds
    Column<qint64> calls{*this, u"SUM(calls)"};
} callsAt;

const struct : Columns
{
    Column<QByteArray> histogram{*this, u"latency"};
} latencies;

const struct : Columns
{
    Column<int> generation{*this, u"generation"};
    Column<QString> source{*this, u"source"};
    Column<QString> userAgent{*this, u"user_agent"};
    Column<QDateTime> firstSeenAt{*this, u"MIN(first_seen)"};
    Column<QDateTime> lastSeenAt{*this, u"MAX(last_seen)"};
    Column<qint64> calls{*this, u"SUM(calls)"};
} sources;

/// The day roll-up decides the sum, the hour roll-up when it was last.
const struct : Columns
{
    Column<QString> scope{*this, u"r.scope"};
    Column<QString> credentialId{*this, u"r.credential_id"};
    Column<QString> credentialName{*this, u"COALESCE(c.name, '')"};
    Column<qint64> calls{*this, u"SUM(CASE WHEN r.bucket = 86400 THEN r.calls ELSE 0 END) AS total"};
    Column<qint64> lastAt{*this, u"MAX(CASE WHEN r.bucket = 60 OR r.bucket = 3600 THEN r.at ELSE 0 END)"};
} scopeCalls;

qint64 secondsOf(Bucket bucket)
{
    switch (bucket) {
    case Bucket::Minute:
        return minuteBucket;
    case Bucket::Day:
        return dayBucket;
    default:
        return hourBucket;
    }
}

Bucket widen(Bucket bucket)
{
    return bucket == Bucket::Minute ? Bucket::Hour : Bucket::Day;
}

/// Whether each wider bucket's calls stand in the buckets of `size` below it. Roll-ups are written together,
/// so a difference means that the finer ones were not kept (imported, or written before they existed).
bool isKept(Tx &tx, const UsageQuery &query, Bucket size, qint64 from, qint64 to)
{
    if (size == Bucket::Day)
        return true;
    if (!isKept(tx, query, widen(size), from, to))
        return false;
    const qint64 wider = secondsOf(widen(size));
    const qint64 first = from / wider * wider;
    const qint64 end = (to + wider - 1) / wider * wider;
    const auto callsPerWider = [&](qint64 bucket) {
        QHash<qint64, qint64> calls;
        Statement row = tx.query(
            u"SELECT "_s + callsAt.selected() +
            u" FROM rollups WHERE partner_id = ? AND bucket = ? AND at >= ? AND at < ? GROUP BY at"_s);
        row.bind(query.partnerId).bind(bucket).bind(first).bind(end);
        while (row.next())
            calls[callsAt.at(row) / wider] += callsAt.calls(row);
        return calls;
    };
    const QHash<qint64, qint64> coarse = callsPerWider(wider);
    const QHash<qint64, qint64> fine = callsPerWider(secondsOf(size));
    for (auto it = coarse.constBegin(); it != coarse.constEnd(); ++it) {
        if (fine.value(it.key()) < it.value())
            return false;
    }
    return true;
}

/// Of a statement that gives one sum; 0 where there was nothing to add.
qint64 sumOf(Statement &row)
{
    return only<qint64>(row).value_or(0);
}

/// Calls of the range that no record could be kept of (metering_gaps: the queue was full).
qint64 uncounted(Tx &tx, const QDateTime &from, const QDateTime &to)
{
    Statement row = tx.query(u"SELECT SUM(dropped) FROM metering_gaps WHERE at >= ? AND at < ?"_s);
    row.bind(from).bind(to);
    return sumOf(row);
}

/// What a breakdown is read from: table, the column that names the line, and the column of time in seconds.
struct Source : Columns
{
    Source(QStringView from, QStringView named, QStringView time)
        : table(from.toString()), atName(time.toString()), key(*this, named), at(*this, time),
          calls(*this, u"SUM(calls)")
    {
    }
    QString table;
    QString atName;
    Column<QString> key;
    Column<qint64> at;
    Column<qint64> calls;
};

const Source &sourceOf(Breakdown breakdown)
{
    static const Source routes(u"rollups", u"route_id", u"at");
    static const Source credentials(u"rollups", u"credential_id", u"at");
    static const Source generations(u"rollups", u"credential_id || '#' || generation", u"at");
    static const Source addresses(u"source_use", u"source", u"hour");
    static const Source outcomes(u"rollups", u"outcome", u"at");
    switch (breakdown) {
    case Breakdown::Route:
        return routes;
    case Breakdown::Credential:
        return credentials;
    case Breakdown::Generation:
        return generations;
    case Breakdown::Source:
        return addresses;
    default:
        return outcomes;
    }
}

QString labelOf(Tx &tx, Breakdown breakdown, const QString &key)
{
    const auto look = [&tx](const QString &sql, const QString &id) {
        Statement row = tx.query(sql);
        row.bind(id);
        return only<QString>(row).value_or(QString());
    };
    QString label;
    if (breakdown == Breakdown::Route) {
        label = look(u"SELECT method || ' ' || path_template FROM routes WHERE id = ?"_s, key);
    } else if (breakdown == Breakdown::Credential) {
        label = look(u"SELECT name FROM credentials WHERE id = ?"_s, key);
    } else if (breakdown == Breakdown::Generation) {
        label = look(u"SELECT name FROM credentials WHERE id = ?"_s, key.section(u'#', 0, 0));
        if (!label.isEmpty())
            label += u" #"_s + key.section(u'#', 1);
    }
    return label.isEmpty() ? key : label;
}

void readLatency(Tx &tx, const UsageQuery &query, qint64 from, qint64 to, qint64 step, UsageSeries &series)
{
    Filter filter;
    filter.add(u"partner_id = ? AND bucket = ? AND at >= ? AND at < ?"_s, {query.partnerId, step, from, to});
    if (!query.credentialId.isEmpty())
        filter.add(u"credential_id = ?"_s, {query.credentialId});
    Statement row = tx.queryOnce(u"SELECT "_s + latencies.selected() + u" FROM rollups"_s + filter.where());
    row.bindAll(filter.values());
    LatencyHistogram all;
    while (row.next())
        all.merge(LatencyHistogram::parse(latencies.histogram(row)));
    series.latencyP50Ms = all.quantileMs(0.50);
    series.latencyP95Ms = all.quantileMs(0.95);
    series.latencyP99Ms = all.quantileMs(0.99);
}

} // namespace

UsageSeries series(Tx &tx, const UsageQuery &query)
{
    Bucket bucket = query.bucket;
    Widened widened = Widened::Unknown;
    const bool perSource = query.breakdown == Breakdown::Source;
    const auto bucketsIn = [&query](Bucket size) {
        const qint64 step = secondsOf(size);
        return (query.to.toSecsSinceEpoch() + step - 1) / step - query.from.toSecsSinceEpoch() / step;
    };
    for (; bucket != Bucket::Day; bucket = widen(bucket)) {
        if (bucketsIn(bucket) > maxBuckets)
            widened = Widened::TooMany;
        else if (perSource && bucket == Bucket::Minute) // sources are kept by the hour
            widened = Widened::NotKept;
        else if (!perSource &&
                 !isKept(tx, query, bucket, query.from.toSecsSinceEpoch(), query.to.toSecsSinceEpoch()))
            widened = Widened::NotKept;
        else
            break;
    }
    const qint64 step = secondsOf(bucket);
    const qint64 from = query.from.toSecsSinceEpoch() / step * step;
    const qint64 count = std::min(bucketsIn(bucket), maxBuckets);
    const qint64 to = from + count * step;

    UsageSeries series;
    series.bucket = bucket;
    series.from = QDateTime::fromSecsSinceEpoch(from, Qt::UTC);
    series.to = QDateTime::fromSecsSinceEpoch(to, Qt::UTC);
    series.widened = widened;
    series.uncounted = uncounted(tx, series.from, series.to);

    const Source &source = sourceOf(query.breakdown);
    Filter filter;
    filter.add(u"partner_id = ?"_s, {query.partnerId});
    if (source.table == u"rollups"_s)
        filter.add(u"bucket = ?"_s, {step});
    filter.add(source.atName + u" >= ? AND "_s + source.atName + u" < ?"_s, {from, to});
    if (!query.credentialId.isEmpty())
        filter.add(u"credential_id = ?"_s, {query.credentialId});
    QHash<QString, UsageLine> lines;
    {
        Statement row =
            // house: sql — sourceOf() chooses between constants
            tx.queryOnce(u"SELECT "_s + source.selected() + u" FROM "_s + source.table + filter.where() +
                         u" GROUP BY 1, 2"_s);
        row.bindAll(filter.values());
        while (row.next()) {
            UsageLine &line = lines[source.key(row)];
            if (line.values.isEmpty())
                line.values.fill(0, count);
            const qint64 calls = source.calls(row);
            line.values[(source.at(row) - from) / step] += calls;
            line.total += calls;
        }
    }
    for (auto it = lines.begin(); it != lines.end(); ++it) {
        it->key = it.key();
        it->label = labelOf(tx, query.breakdown, it.key());
        series.lines.append(*it);
    }
    std::sort(series.lines.begin(), series.lines.end(), [](const UsageLine &a, const UsageLine &b) {
        return a.total != b.total ? a.total > b.total : a.key < b.key;
    });
    readLatency(tx, query, from, to, step, series);
    return series;
}

CredentialUse credentialUse(Tx &tx, const QString &credentialId, const QDateTime &now)
{
    CredentialUse use;
    use.credentialId = credentialId;
    {
        Statement row = tx.query(
            u"SELECT "_s + sources.selected() +
            u" FROM source_use WHERE credential_id = ? AND hour >= ? GROUP BY generation, source, user_agent "
            "ORDER BY generation DESC, MAX(last_seen) DESC LIMIT 500"_s);
        row.bind(credentialId).bind(now.addDays(-30).toSecsSinceEpoch());
        while (row.next()) {
            use.sources.append({sources.generation(row), sources.source(row), sources.userAgent(row),
                                sources.firstSeenAt(row), sources.lastSeenAt(row), sources.calls(row)});
            if (!use.lastUsedAt || *use.lastUsedAt < use.sources.constLast().lastSeenAt)
                use.lastUsedAt = use.sources.constLast().lastSeenAt;
        }
    }
    // From roll-ups: raw records may be gone.
    const auto callsSince = [&](qint64 bucket, qint64 seconds) {
        Statement row =
            tx.query(u"SELECT SUM(calls) FROM rollups WHERE partner_id = (SELECT partner_id FROM credentials "
                     "WHERE id = ?) AND bucket = ? AND at > ? AND credential_id = ?"_s);
        row.bind(credentialId).bind(bucket).bind(now.toSecsSinceEpoch() - seconds).bind(credentialId);
        return sumOf(row);
    };
    use.callsLast15Min = callsSince(minuteBucket, 900);
    use.calls24h = callsSince(hourBucket, 86400);
    return use;
}

QList<SourceSeen> partnerSources(Tx &tx, const QString &partnerId, const QDateTime &now)
{
    static const struct : Columns
    {
        Column<QString> credentialId{*this, u"s.credential_id"};
        Column<std::optional<QString>> name{*this, u"c.name"};
        Column<std::optional<Realm>> realm{*this, u"c.realm"};
        Column<QString> source{*this, u"s.source"};
        Column<QString> userAgent{*this, u"s.user_agent"};
        Column<QDateTime> firstSeenAt{*this, u"MIN(s.first_seen)"};
        Column<QDateTime> lastSeenAt{*this, u"MAX(s.last_seen)"};
        Column<qint64> calls{*this, u"SUM(s.calls) AS total"};
    } columns;
    QList<SourceSeen> list;
    Statement row = tx.query(u"SELECT "_s + columns.selected() +
                             u" FROM source_use s LEFT JOIN credentials c ON c.id = s.credential_id "
                             "WHERE s.partner_id = ? AND s.hour >= ? "
                             "GROUP BY s.credential_id, c.name, c.realm, s.source, s.user_agent "
                             "ORDER BY total DESC, s.source, s.credential_id, s.user_agent LIMIT 500"_s);
    row.bind(partnerId).bind(now.addDays(-30).toSecsSinceEpoch());
    while (row.next())
        list.append({columns.credentialId(row), columns.name(row).value_or(QString()),
                     columns.realm(row).value_or(Realm::Unknown), columns.source(row), columns.userAgent(row),
                     columns.firstSeenAt(row), columns.lastSeenAt(row), columns.calls(row)});
    return list;
}

QHash<QString, qint64> callsOfCredentials(Tx &tx, const QString &partnerId, const QDateTime &from)
{
    static const struct : Columns
    {
        Column<QString> credentialId{*this, u"credential_id"};
        Column<qint64> calls{*this, u"SUM(calls)"};
    } ofCredential;
    QHash<QString, qint64> calls;
    Statement row = tx.query(u"SELECT "_s + ofCredential.selected() +
                             u" FROM rollups WHERE partner_id = ? AND bucket = 86400 AND at >= ? GROUP BY "
                             "credential_id"_s);
    row.bind(partnerId).bind(from.toSecsSinceEpoch() - 86400);
    while (row.next())
        calls.insert(ofCredential.credentialId(row), ofCredential.calls(row));
    return calls;
}

QList<ScopeUse> scopeUse(Tx &tx, const QString &partnerId, const QStringList &scopes, const QDateTime &now)
{
    QHash<QString, ScopeUse> found;
    {
        Statement row =
            tx.query(u"SELECT "_s + scopeCalls.selected() +
                     u" FROM rollups r LEFT JOIN credentials c ON c.id = r.credential_id "
                     "WHERE r.partner_id = ? AND r.at >= ? AND r.outcome = 'served' "
                     "GROUP BY r.scope, r.credential_id, c.name ORDER BY total DESC, r.credential_id"_s);
        row.bind(partnerId).bind(now.addDays(-30).toSecsSinceEpoch());
        while (row.next()) {
            ScopeUse &use = found[scopeCalls.scope(row)];
            use.scope = scopeCalls.scope(row);
            const qint64 calls = scopeCalls.calls(row);
            use.calls30d += calls;
            if (calls > 0)
                use.callers.append({scopeCalls.credentialId(row), scopeCalls.credentialName(row), calls});
            const qint64 lastAt = scopeCalls.lastAt(row);
            const QDateTime last = QDateTime::fromSecsSinceEpoch(lastAt, Qt::UTC);
            if (lastAt > 0 && (!use.lastUsedAt || *use.lastUsedAt < last))
                use.lastUsedAt = last;
        }
    }
    QList<ScopeUse> list;
    for (const QString &scope : scopes) {
        const auto use = found.constFind(scope);
        list.append(use == found.cend() ? ScopeUse{scope, 0, {}} : *use);
        found.remove(scope);
    }
    QStringList others = found.keys(); // neither granted nor in the catalogue any more
    others.removeAll(QString());       // calls that no scope was asked of
    std::sort(others.begin(), others.end());
    for (const QString &scope : std::as_const(others))
        list.append(found.value(scope));
    return list;
}

qint64 servedCalls(Tx &tx, const QString &partnerId, Realm realm)
{
    Statement row =
        tx.query(u"SELECT SUM(r.calls) FROM rollups r JOIN credentials c ON c.id = r.credential_id "
                 "WHERE r.partner_id = ? AND r.bucket = 86400 AND r.outcome = 'served' AND c.realm = ?"_s);
    row.bind(partnerId).bind(toText(realm));
    return sumOf(row);
}

qint64 servedLastHour(Tx &tx, const QString &partnerId, Realm realm, const QDateTime &now)
{
    Statement row = tx.query(
        u"SELECT SUM(r.calls) FROM rollups r JOIN credentials c ON c.id = r.credential_id WHERE r.partner_id "
        "= ? AND r.bucket = 60 AND r.at >= ? AND r.outcome <> 'throttled' AND r.outcome <> 'refused' AND "
        "c.realm = ?"_s);
    row.bind(partnerId).bind(now.addSecs(-3600).toSecsSinceEpoch()).bind(toText(realm));
    return sumOf(row);
}

} // namespace pc::platform::usage_rows

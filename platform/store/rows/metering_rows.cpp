// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/metering_rows.h"

#include "contract/rules/text_rule.h"
#include "platform/store/rows/call_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_columns.h"
#include "platform/store/sql/row_write.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace pc::platform::metering_rows {

using namespace Qt::StringLiterals;

namespace {

/// Distinct sources kept per generation and hour; more are counted together, so that a stranger's addresses
/// cannot fill the disk.
constexpr int maxSourcesPerHour = 200;
constexpr int maxUserAgent = 200;

/// Has two parameters: source and user agent.
const struct : Columns
{
    Column<qint64> all{*this, u"COUNT(*)"};
    Column<qint64> same{*this, u"SUM(CASE WHEN source = ? AND user_agent = ? THEN 1 ELSE 0 END)"};
} knownSources;

const struct : Columns
{
    Column<qint64> at{*this, u"at"}; ///< seconds
    Column<Outcome> outcome{*this, u"outcome"};
    Column<qint64> calls{*this, u"SUM(calls)"};
} hourly;

qint64 floorTo(qint64 seconds, qint64 bucket)
{
    return seconds - seconds % bucket;
}

using CellKey = std::tuple<QString, qint64, qint64, QString, int, QString, QString, Outcome>;
using SourceKey = std::tuple<QString, int, qint64, QString, QString>;

bool sourceIsNew(Tx &tx, const SourceKey &key)
{
    const auto &[credential, generation, hour, source, agent] = key;
    Statement row = tx.query(u"SELECT "_s + knownSources.selected() +
                             u" FROM source_use WHERE credential_id = ? AND generation = ? AND hour = ?"_s);
    row.bind(source).bind(agent).bind(credential).bind(generation).bind(hour);
    return row.next() && knownSources.same(row) == 0 && knownSources.all(row) >= maxSourcesPerHour;
}

const struct : Columns
{
    Column<qint64> calls{*this, u"calls"};
    Column<QByteArray> latency{*this, u"latency"};
} kept;

struct RollupColumns : RowColumns
{
    RollupColumns() : RowColumns(u"rollups") {}
    WrittenColumn<QString> partnerId{*this, u"partner_id", Written::Key};
    WrittenColumn<qint64> bucket{*this, u"bucket", Written::Key};
    WrittenColumn<qint64> at{*this, u"at", Written::Key};
    WrittenColumn<QString> credentialId{*this, u"credential_id", Written::Key};
    WrittenColumn<int> generation{*this, u"generation", Written::Key};
    WrittenColumn<QString> routeId{*this, u"route_id", Written::Key};
    WrittenColumn<QString> scope{*this, u"scope", Written::Key};
    WrittenColumn<QString> outcome{*this, u"outcome", Written::Key};
    WrittenColumn<qint64> node{*this, u"node", Written::Key};
    WrittenColumn<qint64> calls{*this, u"calls", Written::Set};
    WrittenColumn<QByteArray> latency{*this, u"latency", Written::Set};
};
const RollupColumns rollup;
const QString insertRollup = rollup.insert();
const QString putRollup = rollup.put();

struct SourceColumns : RowColumns
{
    SourceColumns() : RowColumns(u"source_use") {}
    WrittenColumn<QString> credentialId{*this, u"credential_id", Written::Key};
    WrittenColumn<int> generation{*this, u"generation", Written::Key};
    WrittenColumn<qint64> hour{*this, u"hour", Written::Key};
    WrittenColumn<QString> source{*this, u"source", Written::Key};
    WrittenColumn<QString> userAgent{*this, u"user_agent", Written::Key};
    WrittenColumn<QString> partnerId{*this, u"partner_id"};
    WrittenColumn<QDateTime> firstSeen{*this, u"first_seen",
                                       u"CASE WHEN excluded.first_seen < source_use.first_seen THEN "
                                       "excluded.first_seen ELSE source_use.first_seen END"};
    WrittenColumn<QDateTime> lastSeen{*this, u"last_seen",
                                      u"CASE WHEN excluded.last_seen > source_use.last_seen THEN "
                                      "excluded.last_seen ELSE source_use.last_seen END"};
    WrittenColumn<qint64> calls{*this, u"calls", u"source_use.calls + excluded.calls"};
};
const SourceColumns sourceUse;
const QString putSource = sourceUse.put();

void write(Statement &row, const Tx &tx, const Cell &cell)
{
    rollup.partnerId(row, cell.partnerId);
    rollup.bucket(row, cell.bucket);
    rollup.at(row, cell.at);
    rollup.credentialId(row, cell.credentialId);
    rollup.generation(row, cell.generation);
    rollup.routeId(row, cell.routeId);
    rollup.scope(row, cell.scope);
    rollup.outcome(row, toText(cell.outcome));
    rollup.node(row, tx.node().number);
    rollup.calls(row, cell.calls);
    rollup.latency(row, cell.latency.serialise());
    row.exec();
}

const QString keptCell =
    u"SELECT "_s + kept.selected() +
    u" FROM rollups WHERE partner_id = ? AND bucket = ? AND at = ? AND credential_id = ? AND "
    "generation = ? AND route_id = ? AND scope = ? AND outcome = ? AND node = ?"_s;

} // namespace

void insert(Tx &tx, const Cell &cell)
{
    Statement row = tx.query(insertRollup);
    write(row, tx, cell);
}

void add(Tx &tx, const Cell &cell)
{
    Cell sum = cell;
    {
        Statement row = tx.query(keptCell);
        row.bind(cell.partnerId)
            .bind(cell.bucket)
            .bind(cell.at)
            .bind(cell.credentialId)
            .bind(cell.generation)
            .bind(cell.routeId)
            .bind(cell.scope)
            .bind(toText(cell.outcome))
            .bind(tx.node().number);
        if (row.next()) {
            sum.calls += kept.calls(row);
            sum.latency.merge(LatencyHistogram::parse(kept.latency(row)));
        }
    }
    Statement row = tx.query(putRollup);
    write(row, tx, sum);
}

void addSource(Tx &tx, const QString &credentialId, const SourceCell &cell)
{
    Statement row = tx.query(putSource);
    sourceUse.credentialId(row, credentialId);
    sourceUse.generation(row, cell.use.generation);
    sourceUse.hour(row, cell.hour);
    sourceUse.source(row, cell.use.source);
    sourceUse.userAgent(row, cell.use.userAgent);
    sourceUse.partnerId(row, cell.partnerId);
    sourceUse.firstSeen(row, cell.use.firstSeenAt);
    sourceUse.lastSeen(row, cell.use.lastSeenAt);
    sourceUse.calls(row, cell.use.calls);
    row.exec();
}

QSet<QString> meter(Tx &tx, const std::vector<CallRecord> &calls, const std::vector<CallRecord> &counted)
{
    QSet<QString> partners;
    std::map<CellKey, Cell> cells;
    std::map<SourceKey, SourceCell> sources;
    std::map<std::pair<QString, int>, std::pair<QDateTime, QString>> lastUse;
    const auto count = [&](const CallRecord &call) {
        if (call.partnerId.isEmpty())
            return; // nobody's call: an unknown or malformed credential
        if (call.isTokenRequest)
            return; // no call: it has a record, and no figure
        partners.insert(call.partnerId);
        const qint64 seconds = call.at.toSecsSinceEpoch();
        for (const qint64 bucket : {minuteBucket, hourBucket, dayBucket}) {
            const qint64 at = floorTo(seconds, bucket);
            Cell &cell = cells[{call.partnerId, bucket, at, call.credentialId, call.generation, call.routeId,
                                call.scope, call.outcome}];
            cell.calls += 1;
            cell.latency.add(call.micros);
        }
        if (call.credentialId.isEmpty() || call.generation == 0)
            return;
        const qint64 hour = floorTo(seconds, hourBucket);
        SourceCell &source = sources[{call.credentialId, call.generation, hour, call.source,
                                      pc::rules::beginningOf(call.userAgent, maxUserAgent)}];
        source.partnerId = call.partnerId;
        source.use.calls += 1;
        if (!source.use.firstSeenAt.isValid() || call.at < source.use.firstSeenAt)
            source.use.firstSeenAt = call.at;
        if (!source.use.lastSeenAt.isValid() || call.at > source.use.lastSeenAt)
            source.use.lastSeenAt = call.at;
        auto &last = lastUse[{call.credentialId, call.generation}];
        if (!last.first.isValid() || last.first < call.at)
            last = {call.at, call.source};
    };
    call_rows::insert(tx, calls);
    std::for_each(calls.begin(), calls.end(), count);
    std::for_each(counted.begin(), counted.end(), count);
    for (auto &[key, cell] : cells) {
        std::tie(cell.partnerId, cell.bucket, cell.at, cell.credentialId, cell.generation, cell.routeId,
                 cell.scope, cell.outcome) = key;
        add(tx, cell);
    }
    for (auto &[key, cell] : sources) {
        QString credential;
        std::tie(credential, cell.use.generation, cell.hour, cell.use.source, cell.use.userAgent) = key;
        if (sourceIsNew(tx, key)) {
            cell.use.source = u"others"_s;
            cell.use.userAgent.clear();
        }
        addSource(tx, credential, cell);
    }
    for (const auto &[key, last] : lastUse)
        credential_rows::touch(tx, key.first, key.second, last.first, last.second);
    return partners;
}

void putGap(Tx &tx, const QDateTime &at, qint64 dropped)
{
    RowWrite(u"metering_gaps"_s).once(u"at"_s, at).once(u"dropped"_s, dropped).insert(tx);
}

void refreshStats(Tx &tx, const QString &partnerId, qint64 quotaUsed, qint64 quotaTotal, const QDateTime &now)
{
    const qint64 thisHour = floorTo(now.toSecsSinceEpoch(), hourBucket);
    std::array<qint64, 24> hours{};
    qint64 all = 0;
    qint64 errors = 0;
    qint64 throttled = 0;
    {
        Statement row = tx.query(u"SELECT "_s + hourly.selected() +
                                 u" FROM rollups WHERE partner_id = ? AND bucket = 3600 AND "
                                 "at > ? AND at <= ? GROUP BY at, outcome"_s);
        row.bind(partnerId).bind(thisHour - 24 * hourBucket).bind(thisHour);
        while (row.next()) {
            const qint64 index = 23 - (thisHour - hourly.at(row)) / hourBucket;
            const qint64 calls = hourly.calls(row);
            hours.at(static_cast<std::size_t>(index)) += calls;
            all += calls;
            const auto outcome = hourly.outcome(row);
            if (outcome == Outcome::Throttled)
                throttled += calls;
            else if (outcome != Outcome::Served && outcome != Outcome::Observed)
                errors += calls;
        }
    }
    using Newest = std::optional<qint64>;
    const auto newest = [&](const QString &sql) {
        Statement row = tx.query(sql);
        row.bind(partnerId);
        return only<Newest>(row).value_or(Newest());
    };
    // Among so many of its records that a partner which only asks for tokens is looked through at once.
    Newest lastCall =
        newest(u"SELECT MAX(at) FROM (SELECT at, token_request FROM calls WHERE partner_id = ? ORDER BY at "
               "DESC LIMIT 1000) AS newest WHERE token_request = 0"_s);
    if (!lastCall) { // raw records do not stay for ever
        lastCall = newest(u"SELECT MAX(at) FROM rollups WHERE partner_id = ? AND bucket = 3600"_s);
        if (lastCall)
            *lastCall *= 1000;
    }
    Health health = Health::Healthy;
    if (all == 0)
        health = Health::NoTraffic;
    else if (errors * 20 > all) // more than 5 %
        health = Health::Errors;
    else if (throttled * 100 > all) // more than 1 %
        health = Health::Throttled;
    QStringList perHour;
    for (const qint64 count : hours)
        perHour.append(QString::number(count));
    const double share =
        quotaTotal > 0 ? static_cast<double>(quotaUsed) / static_cast<double>(quotaTotal) : 0;
    RowWrite(u"partner_stats"_s)
        .key(u"partner_id"_s, partnerId)
        .set(u"health"_s, toText(health))
        .merge(u"last_call_at"_s, lastCall, u"COALESCE(excluded.last_call_at, partner_stats.last_call_at)"_s)
        .set(u"calls_24h"_s, all)
        .set(u"errors_24h"_s, errors)
        .set(u"throttled_24h"_s, throttled)
        .set(u"per_hour"_s, perHour.join(u','))
        .set(u"quota_used"_s, quotaUsed)
        .set(u"quota_total"_s, quotaTotal)
        .set(u"quota_share"_s, share)
        .put(tx);
}

} // namespace pc::platform::metering_rows

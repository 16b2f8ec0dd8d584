// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/report_rows.h"

#include "contract/codec/base64url.h"
#include "contract/codec/codecs.h"
#include "contract/crypto/hashing.h"
#include "platform/store/rows/metering_rows.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/keyset.h"
#include "platform/store/sql/row_write.h"

#include <QJsonDocument>

namespace pc::platform::report_rows {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digestSize = 12;

const struct : Columns
{
    Column<QDateTime> at{*this, u"at"};
    Column<QString> gateway{*this, u"gateway"};
    Column<QString> requestId{*this, u"request_id"};
    Column<int> status{*this, u"status"};
    Column<QString> method{*this, u"method"};
    Column<QString> path{*this, u"path"};
    Column<QString> source{*this, u"source"};
    Column<std::optional<qint64>> bytesSent{*this, u"bytes_sent"};
    Column<std::optional<qint64>> totalMicros{*this, u"total_micros"};
} lineColumns;

GatewayLine readLine(const Statement &row)
{
    GatewayLine line;
    line.at = lineColumns.at(row);
    line.gateway = lineColumns.gateway(row);
    line.requestId = lineColumns.requestId(row);
    line.status = lineColumns.status(row);
    line.method = lineColumns.method(row);
    line.path = lineColumns.path(row);
    line.source = lineColumns.source(row);
    line.bytesSent = lineColumns.bytesSent(row);
    line.totalMicros = lineColumns.totalMicros(row);
    return line;
}

/// What tells lines of one gateway and moment apart.
QString digestOf(const GatewayLine &line)
{
    const QByteArray text = QJsonDocument(toJson(line)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(toBase64Url(sha256({text}).first(digestSize)));
}

qint64 linesOfSecond(Tx &tx, const GatewayLine &line)
{
    constexpr qint64 second = 1000;
    const qint64 at = line.at.toMSecsSinceEpoch();
    const qint64 from = at - at % second;
    Statement row =
        tx.query(u"SELECT COUNT(*) FROM gateway_lines WHERE gateway = ? AND at >= ? AND at < ?"_s);
    row.bind(line.gateway).bind(from).bind(from + second);
    return only<qint64>(row).value_or(0);
}

bool isThere(Tx &tx, const GatewayLine &line, const QString &digest)
{
    Statement row =
        tx.query(u"SELECT COUNT(*) FROM gateway_lines WHERE gateway = ? AND at = ? AND digest = ?"_s);
    row.bind(line.gateway).bind(line.at).bind(digest);
    return only<qint64>(row).value_or(0) > 0;
}

} // namespace

void countEnd(Tx &tx, const CallRecord &call, const CallEnd &end)
{
    if (call.partnerId.isEmpty() || call.isTokenRequest)
        return;
    const qint64 seconds = call.at.toSecsSinceEpoch();
    RowWrite(u"call_ends"_s)
        .key(u"partner_id"_s, call.partnerId)
        .key(u"at"_s, seconds - seconds % metering_rows::hourBucket)
        .key(u"route_id"_s, call.routeId)
        .key(u"status"_s, end.status)
        .key(u"node"_s, tx.node().number)
        .merge(u"calls"_s, 1, u"call_ends.calls + excluded.calls"_s)
        .merge(u"sized"_s, end.bytesSent ? 1 : 0, u"call_ends.sized + excluded.sized"_s)
        .merge(u"bytes_sent"_s, end.bytesSent.value_or(0), u"call_ends.bytes_sent + excluded.bytes_sent"_s)
        .put(tx);
}

LineKept addLine(Tx &tx, const GatewayLine &line)
{
    const QString digest = digestOf(line);
    if (isThere(tx, line, digest))
        return LineKept::Before;
    if (linesOfSecond(tx, line) >= mostOfSecond)
        return LineKept::Not;
    RowWrite(u"gateway_lines"_s)
        .key(u"gateway"_s, line.gateway)
        .key(u"at"_s, line.at)
        .key(u"digest"_s, digest)
        .once(u"request_id"_s, line.requestId)
        .once(u"status"_s, line.status)
        .once(u"method"_s, line.method)
        .once(u"path"_s, line.path)
        .once(u"source"_s, line.source)
        .once(u"bytes_sent"_s, line.bytesSent)
        .once(u"total_micros"_s, line.totalMicros)
        .insert(tx);
    return LineKept::Now;
}

std::optional<Page<GatewayLine>> list(Tx &tx, const GatewayLineQuery &query)
{
    Filter filter;
    filter.addEquals(u"request_id"_s, query.requestId);
    // A request has few lines: the other indexes would go through all that a gateway wrote.
    const bool byRequest = !query.requestId.isEmpty();
    filter.addEquals(byRequest ? u"source || ''"_s : u"source"_s, query.source);
    filter.addEquals(byRequest || !query.source.isEmpty() ? u"gateway || ''"_s : u"gateway"_s, query.gateway);
    const QString time = byRequest ? u"at + 0"_s : u"at"_s;
    filter.addSpan(time, query.from, query.to);
    return readPage<GatewayLine>(tx, {lineColumns, u"gateway_lines"_s}, filter, {time, u"seq"_s, true, true},
                                 u"gateway_lines"_s, query.cursor, query.limit, readLine);
}

void removeBefore(Tx &tx, const QDateTime &time)
{
    tx.query(u"DELETE FROM gateway_lines WHERE at < ?"_s).bind(time).exec();
    tx.query(u"DELETE FROM gateway_lines WHERE seq <= (SELECT MAX(seq) FROM gateway_lines) - ?"_s)
        .bind(mostLines)
        .exec();
}

} // namespace pc::platform::report_rows

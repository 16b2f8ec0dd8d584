// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/call_columns.h"

#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_columns.h"

namespace pc::platform::call_columns {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<qint64> seq{*this, u"seq"};
    Column<QString> id{*this, u"id"};
    Column<QString> requestId{*this, u"request_id"};
    Column<QDateTime> at{*this, u"at"};
    Column<QString> partnerId{*this, u"partner_id"};
    Column<QString> credentialId{*this, u"credential_id"};
    Column<int> generation{*this, u"generation"};
    Column<Realm> realm{*this, u"realm"};
    Column<QString> method{*this, u"method"};
    Column<QString> path{*this, u"path"};
    Column<QString> routeId{*this, u"route_id"};
    Column<QString> scope{*this, u"scope"};
    Column<Outcome> outcome{*this, u"outcome"};
    Column<DecisionReason> reason{*this, u"reason"};
    Column<int> status{*this, u"status"};
    Column<QString> source{*this, u"source"};
    Column<QString> userAgent{*this, u"user_agent"};
    Column<QString> gateway{*this, u"gateway"};
    Column<qint64> micros{*this, u"micros"};
    Column<qint64> nodeSeq{*this, u"node_seq"};
    Column<bool> tokenRequest{*this, u"token_request"};
    Column<qint64> snapshot{*this, u"snapshot"};
    Column<qint64> auditSize{*this, u"audit_size"};
    Column<QString> tokenDigest{*this, u"token_digest"};
    Column<QString> tokenScopes{*this, u"token_scopes"}; ///< separated by spaces
    Column<std::optional<qint64>> requestLength{*this, u"request_length"};
    Column<QString> contentType{*this, u"content_type"};
    Column<std::optional<int>> limitBurst{*this, u"limit_burst"}; ///< NULL: no limits
    Column<qint64> limitRemaining{*this, u"limit_remaining"};
    Column<qint64> limitQuota{*this, u"limit_quota"};
    Column<qint64> limitQuotaUsed{*this, u"limit_quota_used"};
    Column<QDateTime> limitFreeAt{*this, u"limit_free_at"};
    Column<std::optional<int>> endStatus{*this, u"end_status"}; ///< NULL: no end
    Column<std::optional<qint64>> endBytes{*this, u"end_bytes"};
    Column<std::optional<qint64>> endTotalMicros{*this, u"end_total_micros"};
    Column<std::optional<qint64>> endUpstreamMicros{*this, u"end_upstream_micros"};
    Column<QDateTime> endAt{*this, u"end_at"};
    Column<QString> endGateway{*this, u"end_gateway"};
} columns;

struct WrittenColumns : RowColumns
{
    WrittenColumns() : RowColumns(u"calls") {}
    WrittenColumn<QString> id{*this, u"id", Written::Key};
    WrittenColumn<QString> requestId{*this, u"request_id"};
    WrittenColumn<QDateTime> at{*this, u"at"};
    WrittenColumn<QString> partnerId{*this, u"partner_id"};
    WrittenColumn<QString> credentialId{*this, u"credential_id"};
    WrittenColumn<int> generation{*this, u"generation"};
    WrittenColumn<QString> realm{*this, u"realm"};
    WrittenColumn<QString> method{*this, u"method"};
    WrittenColumn<QString> path{*this, u"path"};
    WrittenColumn<QString> routeId{*this, u"route_id"};
    WrittenColumn<QString> scope{*this, u"scope"};
    WrittenColumn<QString> outcome{*this, u"outcome"};
    WrittenColumn<QString> reason{*this, u"reason"};
    WrittenColumn<int> status{*this, u"status"};
    WrittenColumn<QString> source{*this, u"source"};
    WrittenColumn<QString> userAgent{*this, u"user_agent"};
    WrittenColumn<QString> gateway{*this, u"gateway"};
    WrittenColumn<qint64> micros{*this, u"micros"};
    WrittenColumn<qint64> node{*this, u"node"};
    WrittenColumn<qint64> nodeSeq{*this, u"node_seq"};
    WrittenColumn<bool> tokenRequest{*this, u"token_request"};
    WrittenColumn<qint64> snapshot{*this, u"snapshot"};
    WrittenColumn<qint64> auditSize{*this, u"audit_size"};
    WrittenColumn<QString> tokenDigest{*this, u"token_digest"};
    WrittenColumn<QString> tokenScopes{*this, u"token_scopes"};
    WrittenColumn<std::optional<qint64>> requestLength{*this, u"request_length"};
    WrittenColumn<QString> contentType{*this, u"content_type"};
    WrittenColumn<std::optional<int>> limitBurst{*this, u"limit_burst"};
    WrittenColumn<std::optional<qint64>> limitRemaining{*this, u"limit_remaining"};
    WrittenColumn<std::optional<qint64>> limitQuota{*this, u"limit_quota"};
    WrittenColumn<std::optional<qint64>> limitQuotaUsed{*this, u"limit_quota_used"};
    WrittenColumn<QDateTime> limitFreeAt{*this, u"limit_free_at"};
};
const WrittenColumns written;

/// A member of what a record may lack.
template <typename V, typename T, typename M>
std::optional<V> of(const std::optional<T> &value, M T::*member)
{
    return value ? std::optional<V>((*value).*member) : std::nullopt;
}

} // namespace

const QString &selected()
{
    return columns.selected();
}

qint64 seq(const Statement &row)
{
    return columns.seq(row);
}

qint64 nodeSeq(const Statement &row)
{
    return columns.nodeSeq(row);
}

CallRecord read(const Statement &row)
{
    CallRecord call;
    call.id = columns.id(row);
    call.requestId = columns.requestId(row);
    call.at = columns.at(row);
    call.partnerId = columns.partnerId(row);
    call.credentialId = columns.credentialId(row);
    call.generation = columns.generation(row);
    call.realm = columns.realm(row);
    call.method = columns.method(row);
    call.path = columns.path(row);
    call.routeId = columns.routeId(row);
    call.scope = columns.scope(row);
    call.outcome = columns.outcome(row);
    call.reason = columns.reason(row);
    call.status = columns.status(row);
    call.source = columns.source(row);
    call.userAgent = columns.userAgent(row);
    call.gateway = columns.gateway(row);
    call.micros = columns.micros(row);
    call.isTokenRequest = columns.tokenRequest(row);
    call.snapshot = columns.snapshot(row);
    call.auditSize = columns.auditSize(row);
    call.tokenDigest = columns.tokenDigest(row);
    call.tokenScopes = columns.tokenScopes(row).split(u' ', Qt::SkipEmptyParts);
    call.requestLength = columns.requestLength(row);
    call.contentType = columns.contentType(row);
    if (const auto burst = columns.limitBurst(row))
        call.limits = LimitState{*burst, columns.limitRemaining(row), columns.limitQuota(row),
                                 columns.limitQuotaUsed(row), columns.limitFreeAt(row)};
    if (const auto status = columns.endStatus(row))
        call.end = CallEnd{*status,
                           columns.endBytes(row),
                           columns.endTotalMicros(row),
                           columns.endUpstreamMicros(row),
                           columns.endAt(row),
                           columns.endGateway(row)};
    return call;
}

const QString &insertOrKeep()
{
    static const QString text = written.insertOrKeep();
    return text;
}

void bind(Statement &row, const CallRecord &call, qint64 node, qint64 nodeSeq)
{
    written.id(row, call.id);
    written.requestId(row, call.requestId);
    written.at(row, call.at);
    written.partnerId(row, call.partnerId);
    written.credentialId(row, call.credentialId);
    written.generation(row, call.generation);
    written.realm(row, toText(call.realm));
    written.method(row, call.method);
    written.path(row, call.path);
    written.routeId(row, call.routeId);
    written.scope(row, call.scope);
    written.outcome(row, toText(call.outcome));
    written.reason(row, toText(call.reason));
    written.status(row, call.status);
    written.source(row, call.source);
    written.userAgent(row, call.userAgent);
    written.gateway(row, call.gateway);
    written.micros(row, call.micros);
    written.node(row, node);
    written.nodeSeq(row, nodeSeq);
    written.tokenRequest(row, call.isTokenRequest);
    written.snapshot(row, call.snapshot);
    written.auditSize(row, call.auditSize);
    written.tokenDigest(row, call.tokenDigest);
    written.tokenScopes(row, call.tokenScopes.join(u' '));
    written.requestLength(row, call.requestLength);
    written.contentType(row, call.contentType);
    written.limitBurst(row, of<int>(call.limits, &LimitState::burst));
    written.limitRemaining(row, of<qint64>(call.limits, &LimitState::remaining));
    written.limitQuota(row, of<qint64>(call.limits, &LimitState::quota));
    written.limitQuotaUsed(row, of<qint64>(call.limits, &LimitState::quotaUsed));
    written.limitFreeAt(row, call.limits ? call.limits->freeAt : QDateTime());
}

} // namespace pc::platform::call_columns

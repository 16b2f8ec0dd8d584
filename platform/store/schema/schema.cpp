// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/schema/schema.h"

#include "platform/store/audit/audit_index.h"
#include "platform/store/audit/event_counts.h"
#include "platform/store/audit/log_time.h"
#include "platform/store/history/history_check.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/call_rows.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/rows/node_rows.h"
#include "platform/store/rows/observation_rows.h"
#include "platform/store/rows/report_rows.h"
#include "platform/store/rows/version_rows.h"
#include "platform/store/schema/refold.h"
#include "platform/store/schema/waive_networks.h"

// Times are milliseconds since the epoch (UTC) unless a column says otherwise;
// columns named `doc` hold the JSON of the contract's codec, beside the columns that filters and sorting
// need.
namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QStringList parties()
{
    return {
        u"CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"_s,
        u"CREATE TABLE partners (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, "
        "slug TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, stage TEXT NOT NULL, status TEXT NOT NULL, "
        "plan_id TEXT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, stage_since BIGINT "
        "NOT NULL, "
        "version BIGINT NOT NULL, doc TEXT NOT NULL)"_s,
        u"CREATE INDEX partners_by_name ON partners (name_key, id)"_s,
        u"CREATE INDEX partners_by_owner ON partners (owner)"_s,
        u"CREATE TABLE partner_stats (partner_id TEXT NOT NULL PRIMARY KEY REFERENCES partners (id), "
        "health TEXT NOT NULL, last_call_at BIGINT, calls_24h BIGINT NOT NULL, errors_24h BIGINT NOT NULL, "
        "throttled_24h BIGINT NOT NULL, per_hour TEXT NOT NULL, quota_used BIGINT NOT NULL, quota_total "
        "BIGINT NOT NULL, "
        "quota_share DOUBLE PRECISION NOT NULL)"_s,
        u"CREATE TABLE credentials (id TEXT NOT NULL PRIMARY KEY, partner_id TEXT NOT NULL REFERENCES "
        u"partners (id), "
        "name TEXT NOT NULL, name_key TEXT NOT NULL, kind TEXT NOT NULL, realm TEXT NOT NULL, state TEXT NOT "
        "NULL, "
        "suspended BIGINT NOT NULL, owner TEXT NOT NULL, scopes TEXT NOT NULL, created_at BIGINT NOT NULL, "
        "created_by TEXT NOT NULL, expires_at BIGINT NOT NULL, revoked_at BIGINT, revoked_by TEXT NOT NULL, "
        "revoked_reason TEXT NOT NULL, next_event_at BIGINT, version BIGINT NOT NULL)"_s,
        u"CREATE INDEX credentials_by_partner ON credentials (partner_id, name_key)"_s,
        u"CREATE INDEX credentials_by_expiry ON credentials (expires_at)"_s,
        u"CREATE INDEX credentials_by_next_event ON credentials (next_event_at)"_s,
        u"CREATE TABLE generations (credential_id TEXT NOT NULL REFERENCES credentials (id), number BIGINT "
        u"NOT NULL, "
        "state TEXT NOT NULL, tail TEXT NOT NULL, created_at BIGINT NOT NULL, void_at BIGINT, "
        "acknowledged_at BIGINT, "
        "grace_seconds BIGINT NOT NULL, grace_until BIGINT, ended_at BIGINT, last_used_at BIGINT, "
        "last_used_from TEXT NOT NULL, verifier {blob} NOT NULL, pepper_version BIGINT NOT NULL, sealed "
        "{blob} NOT NULL, "
        "ack_verifier {blob} NOT NULL, PRIMARY KEY (credential_id, number)) {clustered}"_s,
        u"CREATE TABLE scopes (name TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL)"_s,
        u"CREATE TABLE routes (id TEXT NOT NULL PRIMARY KEY, method TEXT NOT NULL, path_template TEXT NOT "
        u"NULL, "
        "doc TEXT NOT NULL, UNIQUE (method, path_template))"_s,
        u"CREATE TABLE plans (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, doc TEXT NOT NULL)"_s,
        u"CREATE TABLE grants (partner_id TEXT NOT NULL PRIMARY KEY REFERENCES partners (id), "
        "plan_id TEXT NOT NULL REFERENCES plans (id), updated_at BIGINT NOT NULL, updated_by TEXT NOT NULL, "
        "version BIGINT NOT NULL, doc TEXT NOT NULL)"_s,
    };
}

QStringList traffic()
{
    return {
        u"CREATE TABLE calls (seq {rowid} NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, request_id TEXT NOT "
        u"NULL, "
        "at BIGINT NOT NULL, partner_id TEXT NOT NULL, credential_id TEXT NOT NULL, generation BIGINT NOT "
        "NULL, "
        "realm TEXT NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, route_id TEXT NOT NULL, scope TEXT "
        "NOT NULL, "
        "outcome TEXT NOT NULL, reason TEXT NOT NULL, status BIGINT NOT NULL, source TEXT NOT NULL, "
        "user_agent TEXT NOT NULL, gateway TEXT NOT NULL, micros BIGINT NOT NULL)"_s,
        u"CREATE INDEX calls_by_time ON calls (at)"_s,
        u"CREATE INDEX calls_by_partner ON calls (partner_id, at)"_s,
        u"CREATE INDEX calls_by_credential ON calls (credential_id, at)"_s,
        u"CREATE INDEX calls_by_request ON calls (request_id)"_s,
        // `bucket` and `at` in seconds; `latency` as in latency_histogram.h.
        u"CREATE TABLE rollups (partner_id TEXT NOT NULL, bucket BIGINT NOT NULL, at BIGINT NOT NULL, "
        "credential_id TEXT NOT NULL, generation BIGINT NOT NULL, route_id TEXT NOT NULL, scope TEXT NOT "
        "NULL, "
        "outcome TEXT NOT NULL, calls BIGINT NOT NULL, latency {blob} NOT NULL, "
        "PRIMARY KEY (partner_id, bucket, at, credential_id, generation, route_id, scope, outcome)) {clustered}"_s,
        // One row per hour: who used which generation.
        u"CREATE TABLE source_use (credential_id TEXT NOT NULL, generation BIGINT NOT NULL, hour BIGINT NOT "
        u"NULL, "
        "source TEXT NOT NULL, user_agent TEXT NOT NULL, partner_id TEXT NOT NULL, first_seen BIGINT NOT "
        "NULL, "
        "last_seen BIGINT NOT NULL, calls BIGINT NOT NULL, "
        "PRIMARY KEY (credential_id, generation, hour, source, user_agent)) {clustered}"_s,
        u"CREATE INDEX source_use_by_partner ON source_use (partner_id, hour)"_s,
        // Absolute values, as the counters gave them; `credential_id16` is empty for the partner's own
        // counter. Kept as history.
        u"CREATE TABLE quota_counters (partner_id TEXT NOT NULL, day TEXT NOT NULL, realm TEXT NOT NULL, "
        "credential_id16 TEXT NOT NULL, used BIGINT NOT NULL, "
        "PRIMARY KEY (partner_id, day, realm, credential_id16)) {clustered}"_s,
        u"CREATE TABLE metering_gaps (at BIGINT NOT NULL, dropped BIGINT NOT NULL)"_s,
        u"CREATE TABLE denied_tokens (jti TEXT NOT NULL PRIMARY KEY, credential_id TEXT NOT NULL, "
        "expires_at BIGINT NOT NULL)"_s,
    };
}

QStringList administration()
{
    return {
        u"CREATE TABLE operators (account TEXT NOT NULL PRIMARY KEY, display_name TEXT NOT NULL, roles TEXT "
        u"NOT NULL, "
        "created_at BIGINT NOT NULL, disabled_at BIGINT)"_s,
        u"CREATE TABLE sessions (token_hash {blob} NOT NULL PRIMARY KEY, chain TEXT NOT NULL, account TEXT "
        u"NOT NULL "
        "REFERENCES operators (account), expires_at BIGINT NOT NULL, renewable_until BIGINT NOT NULL)"_s,
        u"CREATE INDEX sessions_by_chain ON sessions (chain)"_s,
        u"CREATE TABLE idempotency (actor TEXT NOT NULL, operation TEXT NOT NULL, key TEXT NOT NULL, "
        "request_hash {blob} NOT NULL, at BIGINT NOT NULL, status BIGINT NOT NULL, etag TEXT NOT NULL, "
        "body {blob} NOT NULL, subject TEXT NOT NULL, generation BIGINT NOT NULL, "
        "PRIMARY KEY (actor, operation, key)) {clustered}"_s,
        u"CREATE INDEX idempotency_by_time ON idempotency (at)"_s,
        u"CREATE TABLE audit_events (idx {rowid} NOT NULL PRIMARY KEY, at BIGINT NOT NULL, actor TEXT NOT "
        u"NULL, "
        "action TEXT NOT NULL, target_id TEXT NOT NULL, partner_id TEXT NOT NULL, request_id TEXT NOT NULL, "
        "leaf {blob} NOT NULL, canonical {blob} NOT NULL)"_s,
        u"CREATE TABLE audit_state (id BIGINT NOT NULL PRIMARY KEY, frontier {blob} NOT NULL, last_at BIGINT NOT NULL)"_s,
        u"CREATE TABLE audit_tiles (level BIGINT NOT NULL, idx BIGINT NOT NULL, hashes {blob} NOT NULL, "
        "PRIMARY KEY (level, idx)) {clustered}"_s,
        u"CREATE TABLE checkpoints (size {rowid} NOT NULL PRIMARY KEY, root {blob} NOT NULL, at BIGINT NOT "
        u"NULL, "
        "note {blob} NOT NULL)"_s,
    };
}

QStringList auditIndexes()
{
    return {
        u"CREATE INDEX audit_by_partner ON audit_events (partner_id, idx)"_s,
        u"CREATE INDEX audit_by_actor ON audit_events (actor, idx)"_s,
        u"CREATE INDEX audit_by_action ON audit_events (action, idx)"_s,
        u"CREATE INDEX audit_by_target ON audit_events (target_id, idx)"_s,
        u"CREATE INDEX audit_by_request ON audit_events (request_id)"_s,
        u"CREATE INDEX audit_by_time ON audit_events (at, idx)"_s,
    };
}

QStringList revocations()
{
    return {
        // What a rotation asked for holds from the acknowledgement on.
        u"ALTER TABLE generations ADD COLUMN expires_at BIGINT"_s,
        u"CREATE TABLE revocations (credential_id TEXT NOT NULL PRIMARY KEY REFERENCES credentials (id), "
        "doc TEXT NOT NULL)"_s,
    };
}

QStringList jobs()
{
    return {
        u"CREATE TABLE jobs (id TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL, started_at BIGINT NOT NULL, "
        "account TEXT NOT NULL, doc TEXT NOT NULL, progress {blob} NOT NULL)"_s};
}

QStringList partnerMarks()
{
    return {u"CREATE TABLE partner_marks (partner_id TEXT NOT NULL PRIMARY KEY, mark BIGINT NOT NULL)"_s,
            u"CREATE UNIQUE INDEX partner_marks_by_mark ON partner_marks (mark)"_s,
            u"INSERT INTO partner_marks (partner_id, mark) SELECT id, ROW_NUMBER() OVER (ORDER BY id) FROM "
            "partners"_s};
}

/// Whose rows these are. Keys are made anew with the node at their end, so that copying goes in their order;
/// of the raw records only those that wait for their leaf get a place (node_rows::adopt).
QStringList nodes()
{
    return {
        u"CREATE TABLE nodes (number {rowid} NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, calls BIGINT NOT "
        "NULL, sealed BIGINT NOT NULL)"_s,
        u"ALTER TABLE calls ADD COLUMN node BIGINT NOT NULL DEFAULT 1"_s,
        u"ALTER TABLE calls ADD COLUMN node_seq BIGINT"_s,
        u"CREATE UNIQUE INDEX calls_by_node ON calls (node, node_seq) WHERE node_seq IS NOT NULL"_s,
        u"CREATE TABLE rollups_of_nodes (partner_id TEXT NOT NULL, bucket BIGINT NOT NULL, at BIGINT NOT "
        "NULL, credential_id TEXT NOT NULL, generation BIGINT NOT NULL, route_id TEXT NOT NULL, scope TEXT "
        "NOT NULL, outcome TEXT NOT NULL, node BIGINT NOT NULL, calls BIGINT NOT NULL, latency {blob} NOT "
        "NULL, PRIMARY KEY (partner_id, bucket, at, credential_id, generation, route_id, scope, outcome, "
        "node)) {clustered}"_s,
        u"INSERT INTO rollups_of_nodes (partner_id, bucket, at, credential_id, generation, route_id, scope, "
        "outcome, node, calls, latency) SELECT partner_id, bucket, at, credential_id, generation, route_id, "
        "scope, outcome, 1, calls, latency FROM rollups ORDER BY partner_id, bucket, at, credential_id, "
        "generation, route_id, scope, outcome"_s,
        u"DROP TABLE rollups"_s,
        u"ALTER TABLE rollups_of_nodes RENAME TO rollups"_s,
        u"CREATE TABLE quotas_of_nodes (partner_id TEXT NOT NULL, day TEXT NOT NULL, realm TEXT NOT NULL, "
        "credential_id16 TEXT NOT NULL, node BIGINT NOT NULL, used BIGINT NOT NULL, "
        "PRIMARY KEY (partner_id, day, realm, credential_id16, node)) {clustered}"_s,
        u"INSERT INTO quotas_of_nodes (partner_id, day, realm, credential_id16, node, used) SELECT "
        "partner_id, day, realm, credential_id16, 1, used FROM quota_counters"_s,
        u"DROP TABLE quota_counters"_s,
        u"ALTER TABLE quotas_of_nodes RENAME TO quota_counters"_s,
    };
}

/// What gateways call a request follows no order: in an index of that alone each record of a batch would
/// touch a page of its own. So it has a piece for each part of the table, and a search asks all of them.
QStringList requestsByPart()
{
    return {u"DROP INDEX calls_by_request"_s,
            u"CREATE INDEX calls_by_request ON calls (seq / %1, request_id)"_s.arg(call_rows::partSize)};
}

/// Which API a route and a scope are of, and what its routes were before. Routes are copied, as what is
/// unique of them cannot be changed otherwise.
QStringList apis()
{
    return {
        u"CREATE TABLE apis (id TEXT NOT NULL PRIMARY KEY, created_at BIGINT NOT NULL, version BIGINT NOT "
        "NULL, doc TEXT NOT NULL)"_s,
        u"CREATE TABLE routes_of_apis (id TEXT NOT NULL PRIMARY KEY, api_id TEXT NOT NULL, method TEXT NOT "
        "NULL, path_template TEXT NOT NULL, doc TEXT NOT NULL, UNIQUE (api_id, method, path_template))"_s,
        u"INSERT INTO routes_of_apis (id, api_id, method, path_template, doc) SELECT id, 'api_demo', method, "
        "path_template, doc FROM routes"_s,
        u"DROP TABLE routes"_s,
        u"ALTER TABLE routes_of_apis RENAME TO routes"_s,
        u"ALTER TABLE scopes ADD COLUMN api_id TEXT NOT NULL DEFAULT 'api_demo'"_s,
        u"CREATE INDEX scopes_by_api ON scopes (api_id)"_s,
        u"CREATE TABLE revisions (id TEXT NOT NULL PRIMARY KEY, api_id TEXT NOT NULL, state TEXT NOT NULL, "
        "created_at BIGINT NOT NULL, sha256 TEXT NOT NULL, doc TEXT NOT NULL, operations {blob} NOT NULL, "
        "routes {blob} NOT NULL)"_s,
        u"CREATE INDEX revisions_by_api ON revisions (api_id, created_at)"_s,
        u"CREATE TABLE descriptions (sha256 TEXT NOT NULL PRIMARY KEY, bytes {blob} NOT NULL)"_s,
        u"CREATE INDEX rollups_by_route ON rollups (route_id, at) WHERE bucket = 86400"_s,
    };
}

/// How imported keys are found, and what other systems call a partner. An origin is one row of a file,
/// whoever imports it and how often.
QStringList imports()
{
    return {
        u"CREATE TABLE partner_references (reference TEXT NOT NULL PRIMARY KEY, partner_id TEXT NOT NULL)"_s,
        u"CREATE TABLE legacy_keys (credential_id TEXT NOT NULL PRIMARY KEY, scheme TEXT NOT NULL, header "
        u"TEXT "
        "NOT NULL, hmac_key TEXT NOT NULL, origin {blob} NOT NULL, lookup {blob} NOT NULL, pepper_version "
        "BIGINT NOT NULL, prefix_length BIGINT NOT NULL, box {blob} NOT NULL, rehashed_at BIGINT)"_s,
        u"CREATE UNIQUE INDEX legacy_keys_by_origin ON legacy_keys (origin)"_s,
        u"CREATE INDEX legacy_keys_by_lookup ON legacy_keys (lookup)"_s,
        u"CREATE INDEX credentials_imported ON credentials (expires_at) WHERE kind = 'legacy_key'"_s,
    };
}

/// Client ids of another system: one in each realm, whose credential (of kind legacy_client_id) it is.
QStringList clientIds()
{
    return {u"CREATE TABLE client_ids (realm TEXT NOT NULL, client_id TEXT NOT NULL, credential_id TEXT NOT "
            "NULL UNIQUE, PRIMARY KEY (realm, client_id)) {clustered}"_s,
            u"CREATE INDEX credentials_legacy_ids ON credentials (expires_at) WHERE kind = "
            "'legacy_client_id'"_s};
}

QStringList observations()
{
    return {
        u"CREATE TABLE observations (id TEXT NOT NULL PRIMARY KEY, begun_at BIGINT NOT NULL, ended_at "
        u"BIGINT, doc TEXT "
        "NOT NULL)"_s,
        u"CREATE INDEX observations_by_time ON observations (begun_at, id)"_s,
        // `hour`: its beginning in seconds.
        u"CREATE TABLE observed_calls (observation_id TEXT NOT NULL, hour BIGINT NOT NULL, reason TEXT NOT "
        u"NULL, "
        "partner_id TEXT NOT NULL, what TEXT NOT NULL, fingerprint TEXT NOT NULL, source TEXT NOT NULL, "
        "user_agent TEXT "
        "NOT NULL, node BIGINT NOT NULL, scope TEXT NOT NULL, calls BIGINT NOT NULL, PRIMARY KEY "
        "(observation_id, hour, "
        "reason, partner_id, what, fingerprint, source, user_agent, node)) {clustered}"_s,
    };
}

/// From where partners may call.
QStringList networks()
{
    return {u"CREATE TABLE networks (partner_id TEXT NOT NULL PRIMARY KEY REFERENCES partners (id), version "
            "BIGINT NOT NULL, doc TEXT NOT NULL)"_s};
}

/// Versions of APIs; their figures are counted on reading.
QStringList apiVersions()
{
    return {
        u"CREATE TABLE api_versions (id TEXT NOT NULL PRIMARY KEY, api_id TEXT NOT NULL, path_prefix TEXT "
        "NOT NULL, doc TEXT NOT NULL, UNIQUE (api_id, path_prefix))"_s};
}

/// Who calls with a scope is asked of all partners, by the day's figures.
QStringList scopeUse()
{
    return {u"CREATE INDEX rollups_by_scope ON rollups (scope, at) WHERE bucket = 86400"_s};
}

/// What a decision stood on, and how the call ended behind it (NULL: no gateway reported it).
QStringList callColumns()
{
    QStringList statements;
    for (const QString &column :
         {u"token_request BIGINT NOT NULL DEFAULT 0"_s, u"snapshot BIGINT NOT NULL DEFAULT 0"_s,
          u"audit_size BIGINT NOT NULL DEFAULT 0"_s, u"token_digest TEXT NOT NULL DEFAULT ''"_s,
          u"token_scopes TEXT NOT NULL DEFAULT ''"_s, u"request_length BIGINT"_s,
          u"content_type TEXT NOT NULL DEFAULT ''"_s, u"limit_burst BIGINT"_s, u"limit_remaining BIGINT"_s,
          u"limit_quota BIGINT"_s, u"limit_quota_used BIGINT"_s, u"limit_free_at BIGINT"_s,
          u"end_status BIGINT"_s, u"end_bytes BIGINT"_s, u"end_total_micros BIGINT"_s,
          u"end_upstream_micros BIGINT"_s, u"end_at BIGINT"_s, u"end_gateway TEXT"_s})
        statements.append(QString(u"ALTER TABLE calls ADD COLUMN "_s + column));
    return statements;
}

/// What gateways report: ends of calls by the status that partners got (`at`: the hour of the decision, in
/// seconds; `sized`: of how many `bytes_sent` is the sum), and their own lines of requests that never came to
/// a decision.
QStringList gatewayReports()
{
    return {
        u"CREATE TABLE call_ends (partner_id TEXT NOT NULL, at BIGINT NOT NULL, route_id TEXT NOT NULL, "
        "status BIGINT NOT NULL, node BIGINT NOT NULL, calls BIGINT NOT NULL, sized BIGINT NOT NULL, "
        "bytes_sent BIGINT NOT NULL, PRIMARY KEY (partner_id, at, route_id, status, node)) {clustered}"_s,
        u"CREATE TABLE gateway_lines (seq {rowid} NOT NULL PRIMARY KEY, gateway TEXT NOT NULL, at BIGINT NOT "
        "NULL, digest TEXT NOT NULL, request_id TEXT NOT NULL, status BIGINT NOT NULL, method TEXT NOT NULL, "
        "path TEXT NOT NULL, source TEXT NOT NULL, bytes_sent BIGINT, total_micros BIGINT, UNIQUE (gateway, "
        "at, digest))"_s,
        u"CREATE INDEX gateway_lines_by_time ON gateway_lines (at)"_s,
        u"CREATE INDEX gateway_lines_by_request ON gateway_lines (request_id)"_s,
        u"CREATE INDEX gateway_lines_by_source ON gateway_lines (source, at)"_s,
    };
}

} // namespace

std::vector<Migration> migrations(const Dialect &dialect)
{
    return {{1, "parties", parties()},
            {2, "traffic", traffic()},
            {3, "administration", administration()},
            {4, "audit indexes", auditIndexes()},
            {5, "audit search", dialect.searchSchema()},
            {6, "folded words", dialect.wordSchema() + audit_index::schema()},
            {7, "folded names", {}, refoldNames},
            {8, "revocations", revocations()},
            {history::anchorSchemaStep, "history anchor", {}, history::noteOlderRelease},
            {10, "bound words", dialect.wordSchemaAnew() + audit_index::schema()},
            {11, "jobs", jobs()},
            {12, "nodes", nodes(), node_rows::adopt},
            {13, "partner marks", partnerMarks() + dialect.partnerMarks()},
            {14, "requests by part", requestsByPart()},
            // Here, as steps behind it append to the log.
            {LogTime::schemaStep, "audit by time",
             LogTime::schema() + EventCounts::schema() + audit_index::partnerSchema() +
                 dialect.wordSchemaAnew() + audit_index::schema(),
             LogTime::adopt},
            {api_rows::schemaStep, "apis", apis(), api_rows::adoptDemo},
            {network_rows::schemaStep, "networks", networks(), waiveNetworks},
            {observation_rows::schemaStep, "observations", observations()},
            {18, "imports", imports()},
            {version_rows::schemaStep, "versions", apiVersions()},
            {20, "scope use", scopeUse()},
            {21, "client ids", clientIds()},
            {22, "call records", callColumns()},
            {report_rows::schemaStep, "gateway reports", gatewayReports()}};
}

void dropAuditIndexes(Tx &tx)
{
    for (const QString &index : auditIndexes())
        tx.exec(u"DROP INDEX "_s + index.section(u' ', 2, 2));
}

void makeAuditIndexes(Tx &tx, const std::function<void()> &step)
{
    for (const QString &index : auditIndexes()) {
        step();
        tx.exec(index);
    }
}

void migrate(Tx &tx, const QString &node)
{
    tx.setNode({0, node}); // a step may need its name
    migrate(tx, migrations(tx.dialect()));
    tx.setNode({node_rows::enter(tx, node), node});
}

} // namespace pc::platform

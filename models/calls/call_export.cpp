// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_export.h"

#include "contract/codec/codecs.h"
#include "models/base/export_columns.h"

namespace pc::models {

namespace {

template <typename Member>
QString ofEnd(const CallRecord &call, Member member)
{
    return call.end ? exportNumber((*call.end).*member) : QString();
}

constexpr ExportColumn<CallRecord> callColumns[]{
    {"at", [](const CallRecord &call) { return exportTime(call.at); }},
    {"partner_id", [](const CallRecord &call) { return call.partnerId; }},
    {"credential_id", [](const CallRecord &call) { return call.credentialId; }},
    {"generation",
     [](const CallRecord &call) {
         return call.generation > 0 ? QString::number(call.generation) : QString();
     },
     true},
    {"realm",
     [](const CallRecord &call) { return call.realm == Realm::Unknown ? QString() : toText(call.realm); }},
    {"method", [](const CallRecord &call) { return call.method; }},
    {"path", [](const CallRecord &call) { return call.path; }},
    {"route_id", [](const CallRecord &call) { return call.routeId; }},
    {"scope", [](const CallRecord &call) { return call.scope; }},
    {"outcome", [](const CallRecord &call) { return toText(call.outcome); }},
    {"reason", [](const CallRecord &call) { return toText(call.reason); }},
    {"status", [](const CallRecord &call) { return QString::number(call.status); }, true},
    {"source", [](const CallRecord &call) { return call.source; }},
    {"user_agent", [](const CallRecord &call) { return call.userAgent; }},
    {"gateway", [](const CallRecord &call) { return call.gateway; }},
    {"request_id", [](const CallRecord &call) { return call.requestId; }},
    {"id", [](const CallRecord &call) { return call.id; }},
    {"micros", [](const CallRecord &call) { return QString::number(call.micros); }, true},
    {"end.status",
     [](const CallRecord &call) { return call.end ? QString::number(call.end->status) : QString(); }, true},
    {"end.bytes_sent", [](const CallRecord &call) { return ofEnd(call, &CallEnd::bytesSent); }, true},
    {"end.total_micros", [](const CallRecord &call) { return ofEnd(call, &CallEnd::totalMicros); }, true},
    {"end.upstream_micros", [](const CallRecord &call) { return ofEnd(call, &CallEnd::upstreamMicros); },
     true},
};
constexpr std::span<const ExportColumn<CallRecord>> allCallColumns(callColumns);

} // namespace

CallExport::CallExport(client::CallsClient &calls, const CallFilter &filter, RowOrder order, QObject *parent)
    : ListExport(parent), m_calls(calls), m_filter(filter), m_order(order)
{
}

CallExport::~CallExport() = default;

client::Call CallExport::fetch(const QString &cursor, int limit, client::Callback<Written> done)
{
    return m_calls.list(
        {m_filter, m_order, {}, limit, cursor}, this,
        [this, done = std::move(done)](const client::Result<Page<CallRecord>> &page) {
            if (!page)
                return done(client::failure(page.error()));
            Written written{{}, page->items.size(), page->nextCursor, page->count, page->countAtLeast};
            for (const CallRecord &call : page->items)
                written.bytes += lineOf(call);
            done(std::move(written));
        });
}

QByteArray CallExport::csvHead() const
{
    return csvHeadOf(allCallColumns);
}

QByteArray CallExport::lineOf(const CallRecord &call) const
{
    return format() == Format::Csv ? csvLineOf(allCallColumns, call) : toJsonText(call) + '\n';
}

} // namespace pc::models

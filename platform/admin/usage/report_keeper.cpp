// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/usage/report_keeper.h"

#include "contract/crypto/redaction.h"
#include "contract/rules/text_rule.h"
#include "platform/store/sql/give_way.h"

namespace pc::platform {

namespace {

constexpr qint64 aheadSeconds = 86400; ///< of a gateway's clock; beyond it a line would never go

constexpr qsizetype looked = 2048; ///< of a text; a secret that this cuts in two lies behind what is kept

/// As in the records of calls. Redacted before it is cut: a part of a secret is not recognised any more.
void cleanReported(QString &text, qsizetype most)
{
    text = pc::rules::beginningOf(redactWire(text.left(looked)), most);
    for (QChar &each : text) {
        if (each.category() == QChar::Other_Control)
            each = QChar::ReplacementCharacter;
    }
    if (!pc::rules::isUnicodeText(text)) // a log may hold any escape
        text.clear();
}

/// Not within a transaction: it takes a while.
std::vector<std::optional<AccessLine>> linesIn(const QByteArray &ndjson)
{
    std::vector<std::optional<AccessLine>> lines;
    GiveWay turn(std::chrono::milliseconds(100)); // nobody waits for it
    for (qsizetype from = 0; from < ndjson.size();) {
        const qsizetype found = ndjson.indexOf('\n', from);
        const qsizetype end = found < 0 ? ndjson.size() : found;
        auto line = readAccessLine(QByteArrayView(ndjson).sliced(from, end - from));
        if (line && line->decisionId.isEmpty()) { // of the others nothing is kept that is a text
            cleanReported(line->requestId, 128);
            cleanReported(line->method, 16);
            cleanReported(line->path, 512);
        }
        lines.push_back(std::move(line));
        turn.afterRow();
        from = end + 1;
    }
    return lines;
}

} // namespace

void ReportKeeper::take(quint64 stored)
{
    for (ReportQueue::Report &report : m_reports.take(stored)) {
        auto lines = linesIn(report.lines);
        m_taken.push_back({std::move(report), std::move(lines), {}});
    }
}

QSet<QString> ReportKeeper::apply(Tx &tx)
{
    QSet<QString> partners;
    GiveWay turn(std::chrono::milliseconds(5)); // the only writer: acts of operators wait for it
    for (Taken &taken : m_taken) {
        taken.counts = {};
        for (const auto &line : taken.lines) {
            if (!line)
                ++taken.counts.malformed;
            else if (line->decisionId.isEmpty())
                applyOwn(tx, *line, taken);
            else
                applyEnd(tx, *line, taken, partners);
            turn.afterRow();
        }
    }
    return partners;
}

void ReportKeeper::applyEnd(Tx &tx, const AccessLine &line, Taken &taken, QSet<QString> &partners)
{
    const auto call = m_context.usage.findCall(tx, line.decisionId);
    if (!call || call->gateway != taken.report.gateway) {
        ++taken.counts.unknown;
        return;
    }
    if (call->end) {
        ++taken.counts.known;
        return;
    }
    const CallEnd end{line.status,         line.bytesSent, line.totalMicros,
                      line.upstreamMicros, line.at,        call->gateway};
    (void)m_context.usage.putEnd(tx, call->id, end);
    m_context.usage.countEnd(tx, *call, end);
    ++taken.counts.taken;
    if (!call->partnerId.isEmpty())
        partners.insert(call->partnerId);
}

void ReportKeeper::applyOwn(Tx &tx, const AccessLine &line, Taken &taken)
{
    if (line.at > m_context.now().addSecs(aheadSeconds)) {
        ++taken.counts.leftOut;
        return;
    }
    const GatewayLine kept{line.at,   taken.report.gateway, line.requestId, line.status,     line.method,
                           line.path, line.source,          line.bytesSent, line.totalMicros};
    switch (m_context.usage.addGatewayLine(tx, kept)) {
    case report_rows::LineKept::Now:
        ++taken.counts.taken;
        break;
    case report_rows::LineKept::Before:
        ++taken.counts.known;
        break;
    case report_rows::LineKept::Not:
        ++taken.counts.leftOut;
        break;
    }
}

void ReportKeeper::answer(bool isStored)
{
    for (const Taken &taken : std::exchange(m_taken, {}))
        taken.report.answer(isStored ? std::optional(taken.counts) : std::nullopt);
}

} // namespace pc::platform

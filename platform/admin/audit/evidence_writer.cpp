// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/audit/evidence_writer.h"

#include "contract/crypto/evidence_statement.h"
#include "platform/admin/api/admin_result.h"
#include "platform/store/audit/event_search.h"
#include "platform/store/audit/log_time.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Events that are found at a time: some of the ways to find them go through whole blocks.
constexpr int foundAtOnce = 20'000;

std::vector<IndexRange> indexRanges(const QList<EvidenceRange> &ranges)
{
    std::vector<IndexRange> list;
    for (const EvidenceRange &range : ranges)
        list.push_back({range.begin, range.end});
    return list;
}

} // namespace

EvidenceWriter::EvidenceWriter(const AuditSigner &signer, EvidenceManifest manifest)
    : m_signer(signer), m_manifest(std::move(manifest))
{
}

EvidenceManifest EvidenceWriter::manifestOf(Tx &tx, const AuditFilter &filter, const Checkpoint &checkpoint,
                                            const audit_log::TimeIsOver &isOver)
{
    EvidenceManifest manifest;
    manifest.filter = filter;
    manifest.checkpoint = checkpoint;
    AuditFilter without = filter;
    without.from.reset();
    without.to.reset();
    manifest.proves = without == AuditFilter() ? EvidenceProof::Range : EvidenceProof::Events;
    const std::vector<IndexRange> ranges = LogTime(tx).ranges(filter.from, filter.to);
    EventSearch search(tx, filter);
    EventSearch::Count count;
    for (const IndexRange &each : ranges) {
        const IndexRange range{each.begin, std::min(each.end, checkpoint.size)};
        if (range.size() <= 0)
            continue;
        manifest.ranges.append({range.begin, range.end});
        if (count.isCut)
            continue;
        const EventSearch::Count some = search.count(range, isOver);
        count = {count.events + some.events, some.isCut};
    }
    if (!count.isCut)
        manifest.events = count.events;
    return manifest;
}

void EvidenceWriter::add(const EvidenceLine &line)
{
    const QByteArray text = jsonBytes(line) + '\n';
    if (!line.end)
        m_hash.addData(text);
    m_lines += text;
}

void EvidenceWriter::addGap(const merkle::SubtreeFn &subtree, qint64 end)
{
    if (m_written == end)
        return;
    EvidenceGap gap{m_written, end, {}};
    const auto subtrees = merkle::subtreesOf(static_cast<quint64>(m_written), static_cast<quint64>(end));
    for (const merkle::Subtree &each : subtrees) {
        gap.hashes.append(subtree(each.level, each.index));
        if (gap.hashes.constLast().size() != merkle::hashSize)
            throw SqlFailure({StoreError::Kind::Corrupt, u"the tree of the audit log has a hole"_s});
    }
    EvidenceLine line;
    line.gap = std::move(gap);
    add(line);
    m_written = end;
}

void EvidenceWriter::addEvent(Tx &tx, const merkle::SubtreeFn &subtree, qint64 index)
{
    const QByteArray canonical = audit_log::canonicalRange(tx, index, 1).value(0);
    EvidenceLine line;
    line.event = QString::fromUtf8(canonical);
    // The text must be the bytes again.
    if (canonical.isEmpty() || line.event->toUtf8() != canonical)
        throw SqlFailure({StoreError::Kind::Corrupt, u"an event of the audit log is damaged"_s});
    addGap(subtree, index);
    add(line);
    m_written = index + 1;
    ++m_events;
}

void EvidenceWriter::look(Tx &tx, const audit_log::TimeIsOver &isTimeOver)
{
    EventSearch search(tx, m_manifest.filter);
    const EventSearch::Found found =
        search.find(indexRanges(m_manifest.ranges), m_place, RowOrder::OldestFirst, foundAtOnce, isTimeOver);
    m_found.assign(found.indexes.begin(), found.indexes.end());
    m_place = found.place;
    m_isLooked = !found.isCut && found.indexes.size() < foundAtOnce;
}

QByteArray EvidenceWriter::next(Tx &tx, const audit_log::TimeIsOver &isTimeOver)
{
    m_lines.clear();
    const merkle::SubtreeFn subtree = audit_log::subtrees(tx);
    if (!m_isBegun) {
        m_isBegun = true;
        EvidenceLine line;
        line.manifest = m_manifest;
        add(line);
    }
    if (m_found.empty() && !m_isLooked)
        look(tx, isTimeOver);
    for (std::size_t i = 0; i < pieceSize && !m_found.empty(); ++i) {
        addEvent(tx, subtree, m_found.front());
        m_found.pop_front();
    }
    if (m_found.empty() && m_isLooked) {
        addGap(subtree, m_manifest.checkpoint.size);
        const QByteArray digest = m_hash.result();
        EvidenceLine line;
        line.end = EvidenceEnd{
            m_events, digest,
            m_signer.key().sign(evidenceStatement(m_manifest.checkpoint.origin, m_events, digest))};
        add(line);
        m_isOver = true;
    }
    return m_lines;
}

} // namespace pc::platform

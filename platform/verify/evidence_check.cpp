// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/evidence_check.h"

#include "contract/codec/codecs.h"
#include "contract/crypto/checkpoint.h"
#include "contract/crypto/evidence_statement.h"
#include "contract/rules/audit_match.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

bool areRanges(const QList<EvidenceRange> &ranges, qint64 size)
{
    qint64 end = -1;
    return std::all_of(ranges.begin(), ranges.end(), [&end, size](const EvidenceRange &range) {
        const bool follows = range.begin > end && range.begin < range.end && range.end <= size;
        end = range.end;
        return follows;
    });
}

bool hasOnlyTime(AuditFilter filter)
{
    filter.from.reset();
    filter.to.reset();
    return filter == AuditFilter();
}

} // namespace

EvidenceCheck::EvidenceCheck(std::optional<VerifyKey> known) : m_known(std::move(known))
{
    m_verdict.isKeyGiven = m_known.has_value();
}

bool EvidenceCheck::bad(const QString &why)
{
    if (!m_isBad) {
        m_verdict.why = why;
        m_verdict.line = m_line;
    }
    m_isBad = true;
    return false;
}

bool EvidenceCheck::take(QByteArrayView line)
{
    if (m_isBad)
        return false;
    ++m_line;
    if (m_isEnded)
        return bad(u"something follows the end"_s);
    const auto object = parseObject(line.toByteArray());
    const auto read = object ? fromJson<EvidenceLine>(*object) : tl::make_unexpected(object.error());
    if (!read)
        return bad(u"the line is none of an evidence file"_s);
    if (read->manifest.has_value() != (m_line == 1))
        return bad(m_line == 1 ? u"it does not begin with a manifest"_s : u"there is a second manifest"_s);
    if (read->end)
        return takeEnd(*read->end);
    m_hash.addData(line);
    m_hash.addData("\n");
    if (read->manifest)
        return takeManifest(*read->manifest);
    return read->event ? takeEvent(*read->event) : takeGap(*read->gap);
}

bool EvidenceCheck::takeManifest(const EvidenceManifest &manifest)
{
    if (manifest.format != EvidenceManifest::thisFormat)
        return bad(u"its format %1 is not one that this program knows"_s.arg(manifest.format));
    m_verdict.hasManifest = true;
    m_verdict.manifest = manifest;
    const Checkpoint &checkpoint = manifest.checkpoint;
    const auto own = VerifyKey::fromRaw(SignatureAlgorithm::Ed25519, checkpoint.publicKey);
    if (!own)
        return bad(u"the key that it brings is none"_s);
    if (m_known && m_known->raw() != own->raw())
        return bad(u"it was not made with the key that was given"_s);
    m_key = *own;
    m_verdict.publicKey = own->raw();
    const auto body = verifyCheckpoint(checkpoint.note, checkpoint.origin, *own);
    if (!body)
        return bad(u"its checkpoint has no valid signature"_s);
    if (static_cast<qint64>(body->size) != checkpoint.size || body->root != checkpoint.root ||
        body->at != checkpoint.at)
        return bad(u"it says something else of its checkpoint than what was signed"_s);
    if (!areRanges(manifest.ranges, checkpoint.size))
        return bad(u"its ranges are none of that log"_s);
    if (manifest.proves == EvidenceProof::Unknown ||
        (manifest.proves == EvidenceProof::Range) != hasOnlyTime(manifest.filter))
        return bad(u"it says to prove what it cannot"_s);
    return true;
}

bool EvidenceCheck::isWithinRanges(qint64 index) const
{
    return touchesRanges(index, index + 1);
}

bool EvidenceCheck::touchesRanges(qint64 begin, qint64 end) const
{
    const QList<EvidenceRange> &ranges = m_verdict.manifest.ranges;
    return std::any_of(ranges.begin(), ranges.end(), [begin, end](const EvidenceRange &range) {
        return range.begin < end && begin < range.end;
    });
}

bool EvidenceCheck::takeEvent(const QString &text)
{
    const QByteArray canonical = text.toUtf8();
    const auto object = parseObject(canonical);
    const auto event = object ? fromJson<AuditEvent>(*object) : tl::make_unexpected(object.error());
    if (!event)
        return bad(u"the event cannot be read"_s);
    const auto place = static_cast<qint64>(m_tree.size());
    if (event->index != place)
        return bad(u"event %1 stands where %2 would follow: something was left out, doubled or moved"_s
                       .arg(event->index)
                       .arg(place));
    if (place >= m_verdict.manifest.checkpoint.size)
        return bad(u"there are more events than the checkpoint was signed for"_s);
    if (!isWithinRanges(place))
        return bad(u"event %1 is outside of the ranges of the manifest"_s.arg(place));
    if (!pc::rules::answers(m_verdict.manifest.filter, *event))
        return bad(u"event %1 is not one of the filter of the manifest"_s.arg(place));
    m_tree.append(merkle::leafHash(canonical));
    m_isAfterGap = false;
    if (m_verdict.events++ == 0)
        m_verdict.first = m_verdict.last = event->at;
    m_verdict.first = std::min(m_verdict.first, event->at);
    m_verdict.last = std::max(m_verdict.last, event->at);
    seeCalls(*event);
    return true;
}

void EvidenceCheck::seeCalls(const AuditEvent &event)
{
    if (event.action != u"calls.sealed")
        return;
    bool isFirst = false;
    bool isLast = false;
    const EvidenceVerdict::Calls calls{event.targetId.section(u'-', 0, 0).toLongLong(&isFirst),
                                       event.targetId.section(u'-', 1).toLongLong(&isLast)};
    QString node;
    for (const FieldChange &change : event.changes) {
        if (change.field == u"node")
            node = change.after;
    }
    if (!isFirst || !isLast)
        return;
    QList<EvidenceVerdict::Calls> &list = m_verdict.calls[node];
    if (!list.isEmpty() && list.constLast().last + 1 == calls.first)
        list.last().last = calls.last;
    else
        list.append(calls);
}

bool EvidenceCheck::takeGap(const EvidenceGap &gap)
{
    const auto place = static_cast<qint64>(m_tree.size());
    if (m_isAfterGap)
        return bad(u"two gaps follow each other"_s);
    if (gap.begin != place || gap.end <= gap.begin || gap.end > m_verdict.manifest.checkpoint.size)
        return bad(u"the gap does not stand where it says"_s);
    if (m_verdict.manifest.proves == EvidenceProof::Range && touchesRanges(gap.begin, gap.end))
        return bad(u"events from %1 on are left out, and it says that none is"_s.arg(gap.begin));
    const auto subtrees = merkle::subtreesOf(static_cast<quint64>(gap.begin), static_cast<quint64>(gap.end));
    if (subtrees.size() != gap.hashes.size())
        return bad(u"the gap does not have the hashes that cover it"_s);
    for (qsizetype i = 0; i < subtrees.size(); ++i) {
        if (!m_tree.appendSubtree(subtrees.at(i).level, gap.hashes.at(i)))
            return bad(u"the gap does not have the hashes that cover it"_s);
    }
    m_verdict.hashes += gap.hashes.size();
    m_isAfterGap = true;
    return true;
}

bool EvidenceCheck::takeEnd(const EvidenceEnd &end)
{
    const Checkpoint &checkpoint = m_verdict.manifest.checkpoint;
    m_isEnded = true;
    if (static_cast<qint64>(m_tree.size()) != checkpoint.size)
        return bad(u"what stands before the end is not the whole log of the checkpoint"_s);
    if (m_tree.root() != checkpoint.root)
        return bad(u"events and hashes do not make up the log that the checkpoint was signed for"_s);
    if (end.events != m_verdict.events ||
        (m_verdict.manifest.events && *m_verdict.manifest.events != m_verdict.events))
        return bad(u"there are not as many events as it says"_s);
    if (end.sha256 != m_hash.result())
        return bad(u"the lines are not those that the end was made for"_s);
    if (!m_key->verify(evidenceStatement(checkpoint.origin, end.events, end.sha256), end.signature))
        return bad(u"the end has no valid signature: the platform did not make this file so"_s);
    return true;
}

EvidenceVerdict EvidenceCheck::finish(bool isWhole)
{
    if (!m_isBad && (!m_isEnded || !isWhole)) {
        m_line = 0;
        (void)bad(u"the file is cut: it has no end"_s);
    }
    m_verdict.ok = !m_isBad;
    return m_verdict;
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/verify_log.h"

#include "contract/codec/codecs.h"
#include "platform/store/audit/audit_canonical.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/log_time.h"
#include "platform/store/audit/stored_events.h"
#include "platform/store/history/history_check.h"
#include "platform/store/rows/checkpoint_rows.h"
#include "platform/store/sql/migrations.h"
#include "platform/verify/state_check.h"

#include <algorithm>
#include <limits>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

class Verifier
{
public:
    Verifier(Tx &tx, const QString &origin, const VerifyKey &key, const AnchorReading &anchor,
             const QList<JournaledRevocation> &kept)
        : m_tx(tx), m_origin(origin), m_key(key), m_anchor(anchor), m_kept(kept)
    {
        if (anchor.state != AnchorReading::State::Whole)
            return; // checkHistory() says so
        m_anchorLines.emplace(anchor.path, anchor.binding);
        nextAnchor();
    }

    LogVerdict run()
    {
        m_checkpoints = checkpoint_rows::all(m_tx);
        checkEvents();
        if (m_verdict.ok)
            checkLeftOver();
        if (m_verdict.ok)
            checkFrontier();
        if (m_verdict.ok)
            checkHistory();
        if (m_verdict.ok)
            m_verdict.stateWhy = m_state.contradiction(m_tx);
        if (m_verdict.ok && m_verdict.stateWhy.isEmpty() && isCarriedOut(m_tx, LogTime::schemaStep) &&
            LogTime::storedRuns(m_tx) != m_runs)
            m_verdict.stateWhy = u"audit_runs does not say where the times of the log go back"_s;
        checkJournal();
        m_verdict.sinceLastSignature = m_verdict.events - m_vouched;
        return m_verdict;
    }

private:
    void bad(qint64 index, const QString &why)
    {
        if (!m_verdict.ok)
            return;
        m_verdict.ok = false;
        m_verdict.firstBad = index;
        m_verdict.why = why;
    }

    /// The first event that no verified checkpoint covers: where a forgery that fits in itself may begin.
    [[nodiscard]] qint64 vouchedFor() const { return m_vouched; }

    void checkEvents()
    {
        passAnchors(); // of size 0
        passCheckpoints();
        constexpr int atOnce = 1000;
        qint64 from = std::numeric_limits<qint64>::min(); // also what nobody could have written
        while (m_verdict.ok) {
            const std::vector<StoredEvent> events = stored_events::range(m_tx, from, atOnce);
            if (events.empty())
                return;
            for (const StoredEvent &event : events) {
                take(event);
                if (!m_verdict.ok)
                    return;
            }
            from = static_cast<qint64>(m_frontier.size());
        }
    }

    void take(const StoredEvent &stored)
    {
        const auto index = static_cast<qint64>(m_frontier.size());
        if (stored.index != index)
            return bad(index, u"the event is missing"_s);
        const QByteArray leaf = merkle::leafHash(stored.canonical);
        if (leaf != stored.leaf)
            return bad(index, u"the event's bytes do not have the hash that was stored with it"_s);
        const auto event = stored_events::eventIn(stored);
        if (!event)
            return bad(index, u"the event's columns do not say what its bytes say"_s);
        m_state.see(*event);
        seeTime(index, event->at.toMSecsSinceEpoch());
        m_verdict.events += 1;
        m_frontier.append(leaf,
                          [this](int level, quint64 at, const QByteArray &hash) { keep(level, at, hash); });
        passCheckpoints();
        if (m_verdict.ok)
            passAnchors();
    }

    /// By this lists find a time: what is not there is not found.
    void seeTime(qint64 index, qint64 at)
    {
        if (index == 0 || at < m_lastAt)
            m_runs.push_back({index, at, m_lastAt});
        m_lastAt = at;
    }

    /// Compares each node that tiles hold with the one just computed.
    void keep(int level, quint64 at, const QByteArray &hash)
    {
        if (level % audit_log::tileBits != 0)
            return;
        const int tileLevel = level / audit_log::tileBits;
        const quint64 tile = at / audit_log::tileWidth;
        const auto position = static_cast<qsizetype>(at % audit_log::tileWidth);
        QByteArray &hashes = m_tiles[tileLevel];
        if (position == 0)
            hashes.clear();
        hashes.append(hash);
        const bool full = position == audit_log::tileWidth - 1;
        if (!full)
            return;
        compareTile(tileLevel, tile, hashes);
    }

    void compareTile(int tileLevel, quint64 tile, const QByteArray &hashes)
    {
        const QByteArray stored = audit_log::storedTile(m_tx, tileLevel, tile);
        if (stored == hashes)
            return;
        qsizetype i = 0;
        while ((i + 1) * merkle::hashSize <= stored.size() &&
               stored.mid(i * merkle::hashSize, merkle::hashSize) ==
                   hashes.mid(i * merkle::hashSize, merkle::hashSize))
            ++i;
        const auto first = static_cast<qint64>((tile * audit_log::tileWidth + static_cast<quint64>(i))
                                               << (audit_log::tileBits * tileLevel));
        bad(first, u"the stored tree does not fit the events"_s);
    }

    void passCheckpoints()
    {
        while (m_nextCheckpoint < m_checkpoints.size() &&
               m_checkpoints.at(m_nextCheckpoint).size == static_cast<qint64>(m_frontier.size())) {
            const CheckpointRow &row = m_checkpoints.at(m_nextCheckpoint++);
            if (!history::isSigned(row, m_origin, m_key))
                return bad(vouchedFor(), u"the checkpoint of size %1 has no valid signature"_s.arg(row.size));
            if (row.root != m_frontier.root())
                return bad(
                    vouchedFor(),
                    u"the log is not the one that the checkpoint of size %1 was signed for"_s.arg(row.size));
            m_vouched = row.size;
            m_verdict.checkpoints += 1;
        }
    }

    void nextAnchor()
    {
        m_nextAnchor = m_anchorLines->next() ? anchor_record::parse(m_anchorLines->line()) : std::nullopt;
    }

    void passAnchors()
    {
        const auto size = static_cast<qint64>(m_frontier.size());
        for (; m_nextAnchor && m_nextAnchor->size == size; nextAnchor()) {
            if (m_nextAnchor->root != m_frontier.root())
                return bad(vouchedFor(),
                           u"the log is not the one that was anchored with %1 events (%2)"_s.arg(
                               QString::number(size), m_nextAnchor->act));
            m_vouched = std::max(m_vouched, size);
            m_verdict.anchored += 1;
        }
    }

    /// Forged, or left by a former version without its note.
    void checkJournal()
    {
        const QSet<QString> noted = journal_notes::digestsIn(m_anchor.journaled);
        m_verdict.unvouched = static_cast<int>(
            std::count_if(m_kept.begin(), m_kept.end(), [&noted](const JournaledRevocation &each) {
                return !journal_notes::vouchFor(noted, each);
            }));
    }

    /// What only the anchor file knows: a log that ends too early, a file that was cut or replaced; and a log
    /// that nobody signed at all.
    void checkHistory()
    {
        const HistoryVerdict history = history::check(m_tx, m_anchor, m_kept, m_origin, m_key);
        if (history.state == HistoryVerdict::State::Refused)
            return bad(std::min(m_vouched, m_verdict.events), history.why);
        if (m_anchorLines && m_anchorLines->place().hash != m_anchor.end.hash)
            return bad(std::min(m_vouched, m_verdict.events),
                       u"a line of the anchor file does not follow from the one before it"_s);
        if (m_verdict.events > 0 && m_verdict.checkpoints == 0 && m_verdict.anchored == 0)
            bad(0, u"no signature covers any of the events"_s);
    }

    /// Partial tiles above the leaves, checkpoints beyond the end, tiles beyond the end.
    void checkLeftOver()
    {
        const auto size = static_cast<qint64>(m_frontier.size());
        if (m_nextAnchor && m_anchor.last->size > size)
            return bad(size, u"the log was cut, or an older one was put back: %1 events were anchored"_s.arg(
                                 m_anchor.last->size));
        if (m_nextCheckpoint < m_checkpoints.size())
            return bad(size, u"a checkpoint was signed for %1 events: the log was cut"_s.arg(
                                 m_checkpoints.constLast().size));
        for (auto it = m_tiles.constBegin(); it != m_tiles.constEnd(); ++it) {
            const qsizetype count = it->size() / merkle::hashSize;
            if (it.key() > 0 && count > 0 && count < audit_log::tileWidth)
                compareTile(it.key(),
                            (static_cast<quint64>(size) >> (audit_log::tileBits * it.key())) /
                                audit_log::tileWidth,
                            *it);
        }
        if (stored_events::leafTiles(m_tx) != size / audit_log::tileWidth)
            bad(size, u"the tree has tiles of events that are not there"_s);
    }

    void checkFrontier()
    {
        const merkle::Frontier stored = audit_log::frontier(m_tx);
        if (stored == m_frontier)
            return;
        if (stored.size() > m_frontier.size())
            return bad(static_cast<qint64>(m_frontier.size()),
                       u"the log was cut: %1 events were written"_s.arg(stored.size()));
        bad(std::min(vouchedFor(), static_cast<qint64>(stored.size())),
            u"the stored frontier does not fit the events"_s);
    }

    Tx &m_tx;
    const QString m_origin;
    const VerifyKey m_key;
    LogVerdict m_verdict;
    StateCheck m_state;
    merkle::Frontier m_frontier;
    QHash<int, QByteArray> m_tiles; // the one being filled, by tile level
    QList<CheckpointRow> m_checkpoints;
    qsizetype m_nextCheckpoint = 0;
    const AnchorReading &m_anchor;
    const QList<JournaledRevocation> &m_kept;
    std::optional<AnchorLines> m_anchorLines; // from the last acceptance on: what was before binds no more
    std::optional<AnchorRecord> m_nextAnchor;
    qint64 m_vouched = 0;
    std::vector<LogRun> m_runs;
    qint64 m_lastAt = 0;
};

} // namespace

LogVerdict verifyLog(Tx &tx, const QString &origin, const VerifyKey &key, const AnchorReading &anchor,
                     const QList<JournaledRevocation> &kept)
{
    return Verifier(tx, origin, key, anchor, kept).run();
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/history/log_fold.h"

#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/stored_events.h"
#include "platform/store/history/history_check.h"
#include "platform/store/rows/checkpoint_rows.h"

#include <algorithm>

namespace pc::platform::log_fold {

namespace {

class Fold
{
public:
    Fold(Tx &tx, const Witness &witness, State state)
        : m_tx(tx), m_witness(witness), m_state(std::move(state)), m_stored(audit_log::subtrees(tx))
    {
    }

    State advance(int most)
    {
        constexpr int linesForAnEvent = 50;
        switch (m_state.phase) {
        case Phase::Anchor:
            followAnchor(most * linesForAnEvent);
            break;
        case Phase::Count:
            count();
            break;
        case Phase::Events:
            readEvents(most);
            break;
        case Phase::End:
            end();
            break;
        case Phase::Over:
            break;
        }
        return m_state;
    }

private:
    [[nodiscard]] qint64 readSoFar() const { return static_cast<qint64>(m_state.frontier.size()); }

    [[nodiscard]] bool isBad() const { return m_state.phase == Phase::Over; }

    void bad(HistoryFinding finding, qint64 index)
    {
        if (isBad())
            return;
        m_state.phase = Phase::Over;
        m_state.finding = finding;
        m_state.firstBad = index;
    }

    void followAnchor(int most)
    {
        AnchorLines lines(m_witness.anchorPath, m_state.anchor);
        QByteArray line;
        int followed = 0;
        for (; followed < most && lines.next(); ++followed) {
            if (lines.glance().act == anchor_record::acceptanceAct)
                m_state.binding = m_state.anchor;
            m_state.anchor = lines.place();
            line = lines.line();
        }
        if (!lines.fault().isEmpty())
            return bad(HistoryFinding::AnchorDamaged, 0);
        if (followed > 0) {
            // Each line covers those before it by its hash.
            const auto last = anchor_record::parse(line);
            if (!last || !anchor_record::isSigned(line, m_witness.origin, m_witness.key))
                return bad(HistoryFinding::AnchorDamaged, 0);
            m_state.lastSize = last->size;
            m_state.lastRoot = last->root;
        }
        if (followed == most)
            return;
        m_state.anchor = m_state.binding;
        m_state.phase = Phase::Count;
    }

    /// After the lines were read: whatever a line says was committed before it.
    void count()
    {
        const history::Head head = history::headOf(m_tx);
        m_state.size = head.size;
        m_state.root = head.root;
        if (m_state.lastSize > head.size)
            return bad(HistoryFinding::LogCut, head.size);
        m_state.phase = Phase::Events;
        m_checkpoints = checkpoint_rows::between(m_tx, 0, 0);
        passCheckpoints();
        passAnchors();
    }

    void readEvents(int most)
    {
        const qint64 from = readSoFar();
        const int wanted = static_cast<int>(std::min<qint64>(most, m_state.size - from));
        m_checkpoints = checkpoint_rows::between(m_tx, from + 1, from + wanted);
        const std::vector<StoredEvent> events = stored_events::range(m_tx, from, wanted);
        for (const StoredEvent &event : events) {
            take(event);
            if (isBad())
                return;
        }
        if (static_cast<int>(events.size()) < wanted)
            return bad(HistoryFinding::EventMissing, readSoFar());
        if (readSoFar() == m_state.size)
            m_state.phase = Phase::End;
    }

    void take(const StoredEvent &event)
    {
        const qint64 index = readSoFar();
        if (event.index != index)
            return bad(HistoryFinding::EventMissing, index);
        const QByteArray leaf = merkle::leafHash(event.canonical);
        if (leaf != event.leaf)
            return bad(HistoryFinding::HashDiffers, index);
        if (!stored_events::eventIn(event))
            return bad(HistoryFinding::ColumnsDiffer, index);
        m_state.frontier.append(
            leaf, [this](int level, quint64 at, const QByteArray &hash) { compare(level, at, hash); });
        passCheckpoints();
        passAnchors();
    }

    /// The levels that tiles keep. Leaves are looked up in the events where there is no tile: that there is
    /// one is asked when it has to be full.
    void compare(int level, quint64 at, const QByteArray &hash)
    {
        constexpr quint64 last = audit_log::tileWidth - 1;
        if (level % audit_log::tileBits != 0)
            return;
        const bool isGone = level == 0 && at % audit_log::tileWidth == last &&
                            audit_log::storedTile(m_tx, 0, at / audit_log::tileWidth).isEmpty();
        if (isGone || m_stored(level, at) != hash)
            bad(HistoryFinding::TreeDiffers, static_cast<qint64>((isGone ? at - last : at) << level));
    }

    void passCheckpoints()
    {
        for (const CheckpointRow &row : std::as_const(m_checkpoints)) {
            if (row.size != readSoFar() || isBad())
                continue;
            if (!history::isSigned(row, m_witness.origin, m_witness.key))
                return bad(HistoryFinding::CheckpointUnsigned, m_state.vouched);
            if (row.root != m_state.frontier.root())
                return bad(HistoryFinding::CheckpointDiffers, m_state.vouched);
            m_state.vouched = row.size;
            m_state.checkpoints += 1;
        }
    }

    void passAnchors()
    {
        if (!m_lines)
            nextAnchor();
        for (; m_next && !isBad() && m_next->size <= readSoFar(); nextAnchor()) {
            if (m_next->size < readSoFar() || m_next->root != m_state.frontier.root())
                return bad(HistoryFinding::AnchorDiffers, m_state.vouched);
            m_state.vouched = std::max(m_state.vouched, m_next->size);
            m_state.anchored += 1;
            m_state.anchor = m_lines->place();
        }
        if (!m_lines->fault().isEmpty())
            bad(HistoryFinding::AnchorDamaged, m_state.vouched);
    }

    void nextAnchor()
    {
        if (!m_lines)
            m_lines.emplace(m_witness.anchorPath, m_state.anchor);
        m_next = m_lines->next() ? anchor_record::parse(m_lines->line()) : std::nullopt;
    }

    /// The tree as it is by now must still be one that grew from what was read.
    void end()
    {
        const auto rootAt = [this](qint64 size) {
            return merkle::rootAt(static_cast<quint64>(size), m_stored).value_or(QByteArray());
        };
        if (m_state.frontier.root() != m_state.root || rootAt(m_state.size) != m_state.root)
            return bad(HistoryFinding::TreeDiffers, m_state.vouched);
        const history::Head head = history::headOf(m_tx);
        const auto latest = checkpoint_rows::latest(m_tx);
        if (head.size < m_state.size || (latest && latest->size > head.size))
            return bad(HistoryFinding::LogCut, head.size);
        if (rootAt(head.size) != head.root)
            return bad(HistoryFinding::TreeDiffers, m_state.size);
        if (latest && !history::holds(m_tx, *latest, m_witness.origin, m_witness.key))
            return bad(HistoryFinding::CheckpointDiffers, m_state.vouched);
        if (m_state.lastSize > 0 && rootAt(m_state.lastSize) != m_state.lastRoot)
            return bad(HistoryFinding::AnchorDiffers, m_state.vouched);
        if (!holdsNamedLine())
            return bad(HistoryFinding::AnchorDamaged, m_state.vouched);
        if (m_state.size > 0 && m_state.vouched == 0)
            return bad(HistoryFinding::NothingSigned, 0);
        m_state.phase = Phase::Over;
        m_state.finding = HistoryFinding::Nothing;
    }

    /// The line that the database names was durable before it was named: a file without it was cut or
    /// replaced.
    [[nodiscard]] bool holdsNamedLine()
    {
        const auto named = history::pointer(m_tx);
        if (!named)
            return true;
        AnchorLines lines(m_witness.anchorPath, m_state.anchor);
        while (lines.place().number < named->number) {
            if (!lines.next())
                return false;
        }
        return lines.place().number > named->number || lines.place().hash == named->hash;
    }

    Tx &m_tx;
    const Witness &m_witness;
    State m_state;
    const merkle::SubtreeFn m_stored;
    QList<CheckpointRow> m_checkpoints; // of the sizes that this piece comes through
    std::optional<AnchorLines> m_lines;
    std::optional<AnchorRecord> m_next;
};

} // namespace

State advance(Tx &tx, const Witness &witness, State state, int most)
{
    return Fold(tx, witness, std::move(state)).advance(most);
}

HistoryReport reportOf(const State &state)
{
    HistoryReport report;
    report.events = static_cast<qint64>(state.frontier.size());
    report.size = state.size;
    report.root = state.frontier.root();
    report.checkpoints = state.checkpoints;
    report.anchored = state.anchored;
    report.finding = state.finding;
    if (state.firstBad >= 0)
        report.firstBad = state.firstBad;
    return report;
}

} // namespace pc::platform::log_fold

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/audit_log.h"

#include "contract/codec/codecs.h"
#include "contract/crypto/redaction.h"
#include "platform/store/audit/audit_canonical.h"
#include "platform/store/audit/log_time.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

#include <algorithm>

namespace pc::platform::audit_log {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QByteArray> frontier{*this, u"frontier"};
    Column<qint64> lastAt{*this, u"last_at"};
} stateColumns;

const struct : Columns
{
    Column<QByteArray> leaf{*this, u"leaf"};
} leaves;

const struct : Columns
{
    Column<QByteArray> bytes{*this, u"canonical"};
} canonicals;

[[noreturn]] void corrupt(const QString &what)
{
    throw SqlFailure({StoreError::Kind::Corrupt, what});
}

struct State
{
    merkle::Frontier frontier;
    qint64 lastAt = 0;
};

State readState(Tx &tx)
{
    Statement row = tx.query(u"SELECT "_s + stateColumns.selected() + u" FROM audit_state WHERE id = 1"_s);
    if (!row.next())
        return {};
    auto frontier = merkle::Frontier::parse(stateColumns.frontier(row));
    if (!frontier)
        corrupt(u"the stored frontier of the audit log is damaged"_s);
    return {std::move(*frontier), stateColumns.lastAt(row)};
}

void writeState(Tx &tx, const merkle::Frontier &frontier, qint64 lastAt)
{
    RowWrite(u"audit_state"_s)
        .key(u"id"_s, 1)
        .set(u"frontier"_s, frontier.serialise())
        .set(u"last_at"_s, lastAt)
        .put(tx);
}

void writeTile(Tx &tx, int level, quint64 index, const QByteArray &hashes)
{
    RowWrite(u"audit_tiles"_s)
        .key(u"level"_s, level)
        .key(u"idx"_s, static_cast<qint64>(index))
        .set(u"hashes"_s, hashes)
        .put(tx);
}

/// Leaf hashes of the events of the last, incomplete tile.
QByteArray leafRange(Tx &tx, quint64 tile)
{
    QByteArray hashes;
    Statement row = tx.query(u"SELECT "_s + leaves.selected() +
                             u" FROM audit_events WHERE idx >= ? AND idx < ? ORDER BY idx"_s);
    row.bind(static_cast<qint64>(tile * tileWidth)).bind(static_cast<qint64>((tile + 1) * tileWidth));
    while (row.next())
        hashes.append(leaves.leaf(row));
    return hashes;
}

/// Every event passes here on its way into the log: whatever a person or a program wrote into an event.
void withoutSecrets(AuditEvent &event)
{
    for (QString *text : {&event.targetId, &event.targetName, &event.reason, &event.ticket, &event.requestId,
                          &event.source, &event.actor})
        *text = redactText(*text);
    for (FieldChange &change : event.changes) {
        change.before = redactText(change.before);
        change.after = redactText(change.after);
    }
}

} // namespace

QByteArray storedTile(Tx &tx, int level, quint64 index)
{
    Statement row = tx.query(u"SELECT hashes FROM audit_tiles WHERE level = ? AND idx = ?"_s);
    row.bind(level).bind(static_cast<qint64>(index));
    return only<QByteArray>(row).value_or(QByteArray());
}

BulkAppender::BulkAppender(Tx &tx)
    : m_tx(tx),
      m_insert(tx.query(
          // house: store — prepared once for what may be millions of events
          u"INSERT INTO audit_events (idx, at, actor, action, target_id, partner_id, request_id, leaf, "
          "canonical) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)),
      m_index(tx)
{
    State state = readState(tx);
    m_frontier = std::move(state.frontier);
    m_lastAt = state.lastAt;
    if (m_frontier.size() % tileWidth != 0)
        m_openTile = leafRange(tx, m_frontier.size() / tileWidth);
}

void BulkAppender::keepNode(int level, quint64 index, const QByteArray &hash)
{
    if (level % tileBits != 0)
        return;
    const quint64 tile = index / tileWidth;
    if (level == 0) {
        m_openTile.append(hash);
        if (index % tileWidth == tileWidth - 1) {
            writeTile(m_tx, 0, tile, m_openTile);
            m_openTile.clear();
        }
        return;
    }
    const int tileLevel = level / tileBits;
    const QByteArray before = index % tileWidth == 0 ? QByteArray() : storedTile(m_tx, tileLevel, tile);
    if (before.size() != static_cast<qsizetype>(index % tileWidth) * merkle::hashSize)
        corrupt(u"a tile of the audit log is damaged"_s);
    writeTile(m_tx, tileLevel, tile, before + hash);
}

AuditEvent BulkAppender::append(AuditEvent event)
{
    withoutSecrets(event);
    // Jobs overtake each other by a little; a clock that was set back is told as it is (`clock.step` says
    // so).
    constexpr qint64 jitter = 5000;
    const qint64 at = event.at.toMSecsSinceEpoch();
    event.index = static_cast<qint64>(m_frontier.size());
    if (const bool wasSetBack = m_lastAt - at > jitter; event.index == 0 || wasSetBack) {
        LogTime::beginRun(m_tx, {event.index, at, m_lastAt});
        m_lastAt = at;
    } else {
        m_lastAt = std::max(m_lastAt, at);
    }
    event.at = QDateTime::fromMSecsSinceEpoch(m_lastAt, Qt::UTC);
    event.id = eventId(event.index);
    const QByteArray canonical = canonicalBytes(event);
    const QByteArray leaf = merkle::leafHash(canonical);
    m_insert.bind(event.index)
        .bind(m_lastAt)
        .bind(event.actor)
        .bind(event.action)
        .bind(event.targetId)
        .bind(event.partnerId)
        .bind(event.requestId)
        .bind(leaf)
        .bind(canonical)
        .exec();
    m_index.add(event);
    m_act = event.action;
    m_subject = event.targetId;
    m_frontier.append(
        leaf, [this](int level, quint64 index, const QByteArray &hash) { keepNode(level, index, hash); });
    return event;
}

void BulkAppender::finish()
{
    writeState(m_tx, m_frontier, m_lastAt);
    if (!m_act.isEmpty())
        m_tx.logGrew({static_cast<qint64>(m_frontier.size()), m_frontier.root(),
                      QDateTime::fromMSecsSinceEpoch(m_lastAt, Qt::UTC), m_act, m_subject});
}

AuditEvent append(Tx &tx, AuditEvent event)
{
    BulkAppender appender(tx);
    AuditEvent stored = appender.append(std::move(event));
    appender.finish();
    return stored;
}

merkle::Frontier frontier(Tx &tx)
{
    return readState(tx).frontier;
}

LogEnd endOf(Tx &tx)
{
    const State state = readState(tx);
    return {static_cast<qint64>(state.frontier.size()), state.lastAt};
}

AuditEvent decode(const QByteArray &canonical)
{
    const auto object = parseObject(canonical);
    if (!object)
        corrupt(u"a stored event is not JSON"_s);
    auto event = fromJson<AuditEvent>(*object);
    if (!event)
        corrupt(u"a stored event is not valid at "_s + event.error().pointer);
    return std::move(*event);
}

std::optional<AuditRecord> find(Tx &tx, qint64 index)
{
    Statement row = tx.query(u"SELECT canonical FROM audit_events WHERE idx = ?"_s);
    row.bind(index);
    const auto canonical = only<QByteArray>(row);
    return canonical ? std::optional(AuditRecord{decode(*canonical), *canonical}) : std::nullopt;
}

QList<QByteArray> canonicalRange(Tx &tx, qint64 from, int limit)
{
    QList<QByteArray> list;
    Statement row = tx.query(u"SELECT "_s + canonicals.selected() +
                             u" FROM audit_events WHERE idx >= ? ORDER BY idx LIMIT ?"_s);
    row.bind(from).bind(limit);
    while (row.next())
        list.append(canonicals.bytes(row));
    return list;
}

merkle::SubtreeFn subtrees(Tx &tx)
{
    auto cache = std::make_shared<QHash<std::pair<int, quint64>, QByteArray>>();
    return [&tx, cache](int level, quint64 index) -> QByteArray {
        const int tileLevel = level / tileBits;
        const int inTile = level % tileBits;
        const quint64 first = index << inTile;
        const quint64 tile = first / tileWidth;
        const auto key = std::pair(tileLevel, tile);
        auto found = cache->constFind(key);
        if (found == cache->constEnd()) {
            QByteArray hashes = storedTile(tx, tileLevel, tile);
            if (hashes.isEmpty() && tileLevel == 0)
                hashes = leafRange(tx, tile);
            found = cache->insert(key, hashes);
        }
        const auto offset = static_cast<qsizetype>(first % tileWidth) * merkle::hashSize;
        const qsizetype count = qsizetype{1} << inTile;
        if (found->size() < offset + count * merkle::hashSize)
            return {};
        QList<QByteArray> row;
        for (qsizetype i = 0; i < count; ++i)
            row.append(found->mid(offset + i * merkle::hashSize, merkle::hashSize));
        while (row.size() > 1) {
            QList<QByteArray> above;
            for (qsizetype i = 0; i + 1 < row.size(); i += 2)
                above.append(merkle::nodeHash(row.at(i), row.at(i + 1)));
            row = above;
        }
        return row.constFirst();
    };
}

} // namespace pc::platform::audit_log

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"
#include "contract/crypto/checkpoint.h"
#include "contract/crypto/merkle.h"
#include "tests/support/samples.h"

#include <QJsonDocument>

#include <map>

namespace pc::test {

using namespace Qt::StringLiterals;

/// A real log: tree, signed checkpoints and proofs as the service makes them.
class RealLog
{
public:
    explicit RealLog(int seed = 0)
        : m_seed(seed), m_key(SigningKey::generate(SignatureAlgorithm::Ed25519, m_random))
    {
    }

    void grow(int events)
    {
        for (int i = 0; i < events; ++i) {
            AuditRecord record = sampleRecord(int(m_records.size()));
            if (m_seed != 0) {
                record.event.reason = u"history %1"_s.arg(m_seed);
                record.canonical = QJsonDocument(toJson(record.event)).toJson(QJsonDocument::Compact);
            }
            m_frontier.append(merkle::leafHash(record.canonical),
                              [this](int level, quint64 index, const QByteArray &hash) {
                                  m_nodes[{level, index}] = hash;
                              });
            m_records.append(record);
        }
    }
    [[nodiscard]] const AuditRecord &record(int index) const { return m_records.at(index); }
    [[nodiscard]] AuditRecord &editRecord(int index) { return m_records[index]; }
    [[nodiscard]] Checkpoint checkpoint(const QDateTime &now) const
    {
        const CheckpointBody body{u"test.example/audit"_s, m_frontier.size(), m_frontier.root(), now};
        return {body.origin,
                qint64(body.size),
                body.root,
                now,
                *signCheckpoint(body, m_key),
                m_key.verifyKey().raw()};
    }
    [[nodiscard]] InclusionProof inclusion(qint64 index, qint64 size) const
    {
        return {index, size, *merkle::inclusionProof(quint64(index), quint64(size), subtree())};
    }
    [[nodiscard]] ConsistencyProof consistency(qint64 first, qint64 second) const
    {
        return {first, second, *merkle::consistencyProof(quint64(first), quint64(second), subtree())};
    }
    void useKeyOf(RealLog &other) { std::swap(m_key, other.m_key); }

private:
    [[nodiscard]] merkle::SubtreeFn subtree() const
    {
        return [this](int level, quint64 index) {
            const auto it = m_nodes.find({level, index});
            return it == m_nodes.end() ? QByteArray() : it->second;
        };
    }
    int m_seed;
    SystemRandom m_random;
    SigningKey m_key;
    merkle::Frontier m_frontier;
    std::map<std::pair<int, quint64>, QByteArray> m_nodes;
    QList<AuditRecord> m_records;
};

} // namespace pc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/hashing.h"
#include "contract/crypto/merkle.h"
#include "tests/contract/properties.h"

#include <QHash>
#include <QTest>

using namespace pc;

namespace {

// The definitions of RFC 9162 section 2.1, word for word and slow: what everything else is held against.
namespace naive {

quint64 split(quint64 n)
{
    quint64 k = 1;
    while (k * 2 < n)
        k *= 2;
    return k;
}

QByteArray mth(const QList<QByteArray> &d)
{
    if (d.isEmpty())
        return sha256({""});
    if (d.size() == 1)
        return sha256({QByteArray(1, '\0'), d[0]});
    const auto k = static_cast<qsizetype>(split(static_cast<quint64>(d.size())));
    return sha256({QByteArray(1, '\1'), mth(d.first(k)), mth(d.sliced(k))});
}

QList<QByteArray> path(qsizetype m, const QList<QByteArray> &d)
{
    if (d.size() == 1)
        return {};
    const auto k = static_cast<qsizetype>(split(static_cast<quint64>(d.size())));
    return m < k ? path(m, d.first(k)) << mth(d.sliced(k)) : path(m - k, d.sliced(k)) << mth(d.first(k));
}

QList<QByteArray> subproof(qsizetype m, const QList<QByteArray> &d, bool b)
{
    if (m == d.size())
        return b ? QList<QByteArray>{} : QList<QByteArray>{mth(d)};
    const auto k = static_cast<qsizetype>(split(static_cast<quint64>(d.size())));
    return m <= k ? subproof(m, d.first(k), b) << mth(d.sliced(k))
                  : subproof(m - k, d.sliced(k), false) << mth(d.first(k));
}

} // namespace naive

/// A log with all its complete subtrees, as a store keeps them.
struct Log
{
    explicit Log(qsizetype size)
    {
        for (qsizetype i = 0; i < size; ++i)
            append("entry " + QByteArray::number(i));
    }

    void append(const QByteArray &entry)
    {
        entries.append(entry);
        frontier.append(merkle::leafHash(entry), [this](int level, quint64 index, const QByteArray &hash) {
            Q_ASSERT(!nodes.contains({level, index}));
            nodes.insert({level, index}, hash);
        });
        roots.append(frontier.root());
    }

    merkle::SubtreeFn subtree() const
    {
        return [this](int level, quint64 index) { return nodes.value({level, index}); };
    }

    QList<QByteArray> entries;
    QHash<std::pair<int, quint64>, QByteArray> nodes;
    merkle::Frontier frontier;
    QList<QByteArray> roots{merkle::emptyRoot()}; // roots[n]: of the first n leaves
};

QByteArray flipped(QByteArray bytes, qsizetype bit)
{
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    return bytes;
}

} // namespace

class TestMerkle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownRoots()
    {
        // The leaves and roots used by the reference tests of Certificate Transparency (RFC 6962 and 9162
        // logs).
        const QList<QByteArray> leaves{"",
                                       QByteArray::fromHex("00"),
                                       QByteArray::fromHex("10"),
                                       QByteArray::fromHex("2021"),
                                       QByteArray::fromHex("3031"),
                                       QByteArray::fromHex("40414243"),
                                       QByteArray::fromHex("5051525354555657"),
                                       QByteArray::fromHex("606162636465666768696a6b6c6d6e6f")};
        const QList<QByteArray> roots{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
        QCOMPARE(merkle::emptyRoot().toHex(),
                 QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        merkle::Frontier frontier;
        QCOMPARE(frontier.root(), merkle::emptyRoot());
        for (qsizetype i = 0; i < leaves.size(); ++i) {
            frontier.append(merkle::leafHash(leaves[i]));
            QCOMPARE(frontier.root().toHex(), roots[i]);
        }
    }

    void agreesWithTheDefinition()
    {
        const Log log(70);
        for (qsizetype size = 0; size <= 70; ++size) {
            const auto entries = log.entries.first(size);
            const auto n = static_cast<quint64>(size);
            QCOMPARE(log.roots[size], naive::mth(entries));
            QCOMPARE(merkle::rootAt(n, log.subtree()).value(), log.roots[size]);
            for (qsizetype m = 0; m < size; ++m) {
                const auto proof = merkle::inclusionProof(static_cast<quint64>(m), n, log.subtree());
                QCOMPARE(proof.value(), naive::path(m, entries));
                QVERIFY(merkle::verifyInclusion(merkle::leafHash(entries[m]), static_cast<quint64>(m), n,
                                                *proof, log.roots[size]));
            }
            for (qsizetype m = 0; m <= size; ++m) {
                const auto proof = merkle::consistencyProof(static_cast<quint64>(m), n, log.subtree());
                QCOMPARE(proof.value(), m == 0 ? QList<QByteArray>{} : naive::subproof(m, entries, true));
                QVERIFY(merkle::verifyConsistency(static_cast<quint64>(m), n, log.roots[m], log.roots[size],
                                                  *proof));
            }
        }
    }

    void largeLogs()
    {
        const Log log(1000);
        QVERIFY(rc::check("proofs of a larger log hold, and only for what they were made", [&log] {
            const auto size = *rc::gen::inRange<qsizetype>(1, 1001);
            const auto index = *rc::gen::inRange<qsizetype>(0, size);
            const auto n = static_cast<quint64>(size);
            const auto i = static_cast<quint64>(index);
            const QByteArray leaf = merkle::leafHash(log.entries[index]);
            const auto proof = *merkle::inclusionProof(i, n, log.subtree());
            RC_ASSERT(merkle::verifyInclusion(leaf, i, n, proof, log.roots[size]));
            const auto other = *rc::gen::inRange<qsizetype>(0, 1000);
            RC_ASSERT(merkle::verifyInclusion(leaf, static_cast<quint64>(other), n, proof, log.roots[size]) ==
                      (other == index));
            RC_ASSERT((other == index) == merkle::verifyInclusion(merkle::leafHash(log.entries[other]), i, n,
                                                                  proof, log.roots[size]));
            RC_ASSERT(merkle::verifyInclusion(leaf, i, n, proof, log.roots[other]) == (other == size));

            const auto first = *rc::gen::inRange<qsizetype>(1, size + 1);
            const auto m = static_cast<quint64>(first);
            const auto steps = *merkle::consistencyProof(m, n, log.subtree());
            RC_ASSERT(merkle::verifyConsistency(m, n, log.roots[first], log.roots[size], steps));
            if (other != first && other > 0)
                RC_ASSERT(!merkle::verifyConsistency(m, n, log.roots[other], log.roots[size], steps));
        }));
    }

    void forgedInclusionIsRefused()
    {
        const Log log(37);
        const QByteArray root = log.frontier.root();
        for (const quint64 index : {0, 17, 31, 32, 35, 36}) {
            const QByteArray leaf = merkle::leafHash(log.entries[static_cast<qsizetype>(index)]);
            const auto proof = *merkle::inclusionProof(index, 37, log.subtree());
            QVERIFY(merkle::verifyInclusion(leaf, index, 37, proof, root));
            for (qsizetype bit = 0; bit < 256; ++bit) {
                QVERIFY(!merkle::verifyInclusion(flipped(leaf, bit), index, 37, proof, root));
                QVERIFY(!merkle::verifyInclusion(leaf, index, 37, proof, flipped(root, bit)));
                for (qsizetype at = 0; at < proof.size(); ++at) {
                    auto forged = proof;
                    forged[at] = flipped(forged[at], bit);
                    QVERIFY(!merkle::verifyInclusion(leaf, index, 37, forged, root));
                }
            }
            QVERIFY(!merkle::verifyInclusion(leaf, index, 37, proof.first(proof.size() - 1), root));
            QVERIFY(!merkle::verifyInclusion(leaf, index, 37, QList(proof) << root, root));
            QVERIFY(!merkle::verifyInclusion(leaf, index, 37, QList(proof) << QByteArray(), root));
            QVERIFY(!merkle::verifyInclusion(leaf.chopped(1), index, 37, proof, root));
            QVERIFY(!merkle::verifyInclusion(leaf, index, 37, {}, root));
            QVERIFY(!merkle::verifyInclusion(leaf, 37, 37, proof, root));
            QVERIFY(!merkle::verifyInclusion(leaf, index, 0, proof, root));
        }
    }

    void aNodeCannotPassForALeaf()
    {
        const Log log(4);
        const QByteArray left = log.nodes.value({1, 0});
        const QByteArray right = log.nodes.value({1, 1});
        QVERIFY(!merkle::verifyInclusion(merkle::leafHash(QByteArray(left + right)), 0, 1, {},
                                         log.frontier.root()));
        QVERIFY(merkle::leafHash(QByteArray(left + right)) != merkle::nodeHash(left, right));
    }

    void forgedConsistencyIsRefused()
    {
        const Log log(45);
        Log fork(20);
        fork.append("something else");
        while (fork.entries.size() < 45)
            fork.append("entry " + QByteArray::number(fork.entries.size()));
        for (const quint64 first : {1, 7, 16, 21, 32, 44}) {
            const QByteArray before = log.roots[static_cast<qsizetype>(first)];
            const QByteArray after = log.roots[45];
            const auto proof = *merkle::consistencyProof(first, 45, log.subtree());
            QVERIFY(merkle::verifyConsistency(first, 45, before, after, proof));
            for (qsizetype at = 0; at < proof.size(); ++at) {
                for (qsizetype bit = 0; bit < 256; ++bit) {
                    auto forged = proof;
                    forged[at] = flipped(forged[at], bit);
                    QVERIFY(!merkle::verifyConsistency(first, 45, before, after, forged));
                }
            }
            QVERIFY(!merkle::verifyConsistency(first, 45, flipped(before, 3), after, proof));
            QVERIFY(!merkle::verifyConsistency(first, 45, before, flipped(after, 3), proof));
            QVERIFY(!merkle::verifyConsistency(first, 45, before, after, proof.first(proof.size() - 1)));
            QVERIFY(!merkle::verifyConsistency(first, 45, before, after, QList(proof) << after));
            QVERIFY(!merkle::verifyConsistency(first, 45, before, after, {}));
            QVERIFY(!merkle::verifyConsistency(45, first, before, after, proof));
            QVERIFY(!merkle::verifyConsistency(first, first, "x", "x", {})); // equal, and no hashes
            QVERIFY(!merkle::verifyConsistency(0, first, merkle::emptyRoot(), "x", {}));
            QVERIFY(merkle::verifyConsistency(0, first, merkle::emptyRoot(), before, {}));
            if (first >
                20) { // a history that left the log at leaf 20 never connects to what was seen after it
                const auto forkProof = *merkle::consistencyProof(first, 45, fork.subtree());
                const QByteArray forkBefore = fork.roots[static_cast<qsizetype>(first)];
                QVERIFY(merkle::verifyConsistency(first, 45, forkBefore, fork.roots[45], forkProof));
                QVERIFY(!merkle::verifyConsistency(first, 45, before, fork.roots[45], forkProof));
                QVERIFY(!merkle::verifyConsistency(first, 45, before, fork.roots[45], proof));
                QVERIFY(!merkle::verifyConsistency(first, 45, forkBefore, after, proof));
            }
        }
        QVERIFY(merkle::verifyConsistency(0, 45, merkle::emptyRoot(), log.roots[45], {}));
        QVERIFY(!merkle::verifyConsistency(0, 45, log.roots[1], log.roots[45], {}));
        QVERIFY(!merkle::verifyConsistency(0, 0, log.roots[1], log.roots[1], {}));
        QVERIFY(merkle::verifyConsistency(45, 45, log.roots[45], log.roots[45], {}));
        QVERIFY(!merkle::verifyConsistency(45, 45, log.roots[45], fork.roots[45], {}));
        QVERIFY(!merkle::verifyConsistency(45, 45, log.roots[45], log.roots[45], {log.roots[45]}));
    }

    /// Any leaves, and between them the fewest subtrees that cover the others, make the same tree.
    void leavesAndSubtreesMakeTheTree()
    {
        QCOMPARE(merkle::subtreesOf(5, 5), QList<merkle::Subtree>());
        QCOMPARE(merkle::subtreesOf(0, 8), (QList<merkle::Subtree>{{3, 0}}));
        QCOMPARE(merkle::subtreesOf(5, 21),
                 (QList<merkle::Subtree>{{0, 5}, {1, 3}, {3, 1}, {2, 4}, {0, 20}}));
        const Log log(300);
        QVERIFY(rc::check("the tree of a file with gaps is that of the log", [&log] {
            const auto size = *rc::gen::inRange<quint64>(0, 301);
            merkle::Frontier frontier;
            while (frontier.size() < size) {
                const quint64 begin = frontier.size();
                const auto end = std::min(begin + *rc::gen::inRange<quint64>(0, 90), size);
                for (const merkle::Subtree &each : merkle::subtreesOf(begin, end))
                    RC_ASSERT(frontier.appendSubtree(each.level, log.nodes.value({each.level, each.index})));
                RC_ASSERT(frontier.size() == end);
                if (end < size)
                    frontier.append(merkle::leafHash(log.entries.at(static_cast<qsizetype>(end))));
            }
            RC_ASSERT(frontier.root() == log.roots.at(static_cast<qsizetype>(size)));
        }));
        merkle::Frontier frontier;
        frontier.append(merkle::leafHash("a"));
        QVERIFY(!frontier.appendSubtree(1, merkle::leafHash("b"))); // begins in the middle of one
        QVERIFY(!frontier.appendSubtree(0, "short"));
        QVERIFY(!frontier.appendSubtree(-1, merkle::leafHash("b")));
        QCOMPARE(frontier.size(), quint64{1});
    }

    void missingNodesAreAnError()
    {
        Log log(20);
        log.nodes.remove({3, 1}); // leaves 8 to 15
        QCOMPARE(merkle::inclusionProof(0, 20, log.subtree()).error().fault, CryptoFault::Malformed);
        QCOMPARE(merkle::consistencyProof(8, 20, log.subtree()).error().fault, CryptoFault::Malformed);
        QVERIFY(merkle::consistencyProof(16, 20, log.subtree()).has_value());
        log.nodes.remove({2, 4}); // leaves 16 to 19
        QVERIFY(!merkle::rootAt(20, log.subtree()));
        QVERIFY(merkle::rootAt(16, log.subtree()).has_value());
        QVERIFY(!merkle::inclusionProof(20, 20, log.subtree()));
        QVERIFY(!merkle::inclusionProof(0, 0, log.subtree()));
        QVERIFY(!merkle::consistencyProof(21, 20, log.subtree()));
        QCOMPARE(merkle::rootAt(0, log.subtree()).value(), merkle::emptyRoot());
    }

    void frontierSerialises()
    {
        merkle::Frontier frontier;
        for (int i = 0; i < 40; ++i) {
            const QByteArray bytes = frontier.serialise();
            const auto parsed = merkle::Frontier::parse(bytes);
            QVERIFY(parsed.has_value());
            QCOMPARE(parsed->root(), frontier.root());
            QVERIFY(*parsed == frontier);
            for (qsizetype cut = 0; cut < bytes.size(); ++cut)
                QVERIFY(!merkle::Frontier::parse(bytes.first(cut)));
            QVERIFY(!merkle::Frontier::parse(QByteArray(bytes + 'x')));
            frontier.append(merkle::leafHash(QByteArray::number(i)));
        }
        QVERIFY(rc::check("random bytes never crash, and what parses is spelt one way", [&frontier] {
            const QByteArray noise = *rc::gen::oneOf(
                props::bytes(), rc::gen::exec([&frontier] { return props::mutated(frontier.serialise()); }));
            const auto parsed = merkle::Frontier::parse(noise);
            RC_ASSERT((!parsed || parsed->serialise() == noise)); // doubled: RC_ASSERT overloads ||
        }));
    }

    void verifiersTakeAnything()
    {
        const Log log(16);
        QVERIFY(rc::check("random proofs are refused, not crashed on or looped over", [&log] {
            const auto index = *rc::gen::arbitrary<quint64>();
            const auto size = *rc::gen::arbitrary<quint64>();
            QList<QByteArray> proof;
            const int count = *rc::gen::inRange(0, 70);
            for (int i = 0; i < count; ++i)
                proof.append(*rc::gen::inRange(0, 20) ? log.roots[*rc::gen::inRange<qsizetype>(0, 17)]
                                                      : *props::bytes());
            RC_ASSERT(!merkle::verifyInclusion(log.roots[1], index, size, proof, log.roots[16]));
            RC_ASSERT(!merkle::verifyConsistency(index, size, log.roots[3], log.roots[16], proof));
        }));
    }
};

QTEST_APPLESS_MAIN(TestMerkle)
#include "tst_merkle.moc"

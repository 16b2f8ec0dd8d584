// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/merkle.h"

#include "contract/crypto/hashing.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <limits>

namespace pc::merkle {

namespace {

constexpr char leafPrefix = 0x00;
constexpr char nodePrefix = 0x01;
constexpr char frontierVersion = 0x01;
constexpr qsizetype frontierHeader = 1 + 8;

int trailingOnes(quint64 value)
{
    return std::countr_one(value);
}

bool allHashes(const QList<QByteArray> &proof)
{
    for (const QByteArray &hash : proof) {
        if (hash.size() != hashSize)
            return false;
    }
    return true;
}

/// Largest power of two smaller than `size`, for size > 1.
quint64 splitPoint(quint64 size)
{
    return std::bit_floor(size - 1);
}

/// Hash of the subtree over [begin, begin + size), built from complete subtrees. `begin` is a multiple of the
/// largest power of two in `size`, as it always is in this tree.
QByteArray rangeHash(quint64 begin, quint64 size, const SubtreeFn &subtree)
{
    if (std::has_single_bit(size)) {
        const int level = std::countr_zero(size);
        return subtree(level, begin >> level);
    }
    const quint64 left = splitPoint(size);
    const QByteArray leftHash = rangeHash(begin, left, subtree);
    const QByteArray rightHash = rangeHash(begin + left, size - left, subtree);
    if (leftHash.size() != hashSize || rightHash.size() != hashSize)
        return {};
    return nodeHash(leftHash, rightHash);
}

} // namespace

QByteArray leafHash(QByteArrayView entry)
{
    return sha256({QByteArrayView(&leafPrefix, 1), entry});
}

QByteArray nodeHash(QByteArrayView left, QByteArrayView right)
{
    return sha256({QByteArrayView(&nodePrefix, 1), left, right});
}

QByteArray emptyRoot()
{
    return sha256({});
}

QByteArray Frontier::root() const
{
    if (m_hashes.isEmpty())
        return emptyRoot();
    QByteArray hash = m_hashes.constLast();
    for (qsizetype i = m_hashes.size() - 2; i >= 0; --i)
        hash = nodeHash(m_hashes[i], hash);
    return hash;
}

void Frontier::append(QByteArrayView leaf, const NodeFn &onNode)
{
    Q_ASSERT(leaf.size() == hashSize);
    QByteArray hash = leaf.toByteArray();
    if (onNode)
        onNode(0, m_size, hash);
    const int joins = trailingOnes(m_size);
    for (int level = 1; level <= joins; ++level) {
        hash = nodeHash(m_hashes.takeLast(), hash);
        if (onNode)
            onNode(level, m_size >> level, hash);
    }
    m_hashes.append(hash);
    ++m_size;
}

bool Frontier::appendSubtree(int level, QByteArrayView hash)
{
    constexpr int highest = 63;
    if (level < 0 || level > highest || hash.size() != hashSize || std::countr_zero(m_size) < level)
        return false;
    QByteArray root = hash.toByteArray();
    for (int joins = trailingOnes(m_size >> level); joins > 0; --joins)
        root = nodeHash(m_hashes.takeLast(), root);
    m_hashes.append(root);
    m_size += quint64{1} << level;
    return true;
}

QList<Subtree> subtreesOf(quint64 begin, quint64 end)
{
    QList<Subtree> list;
    while (begin < end) {
        const int level =
            std::min(std::countr_zero(begin), static_cast<int>(std::bit_width(end - begin)) - 1);
        list.append({level, begin >> level});
        begin += quint64{1} << level;
    }
    return list;
}

QByteArray Frontier::serialise() const
{
    QByteArray out(frontierHeader, frontierVersion);
    qToBigEndian(m_size, out.data() + 1);
    for (const QByteArray &hash : m_hashes)
        out += hash;
    return out;
}

CryptoResult<Frontier> Frontier::parse(QByteArrayView bytes)
{
    if (bytes.size() < frontierHeader)
        return malformed("a log frontier is too short");
    if (bytes[0] != frontierVersion)
        return unsupported("unknown version of a log frontier");
    Frontier frontier;
    frontier.m_size = qFromBigEndian<quint64>(bytes.data() + 1);
    const QByteArrayView hashes = bytes.sliced(frontierHeader);
    const qsizetype count = std::popcount(frontier.m_size);
    if (hashes.size() != count * hashSize)
        return malformed("a log frontier does not have the hashes of its size");
    for (qsizetype i = 0; i < count; ++i)
        frontier.m_hashes.append(hashes.sliced(i * hashSize, hashSize).toByteArray());
    return frontier;
}

CryptoResult<QByteArray> rootAt(quint64 size, const SubtreeFn &subtree)
{
    if (size == 0)
        return emptyRoot();
    QByteArray root = rangeHash(0, size, subtree);
    if (root.size() != hashSize)
        return malformed("the log does not have all nodes of this size");
    return root;
}

CryptoResult<QList<QByteArray>> inclusionProof(quint64 index, quint64 size, const SubtreeFn &subtree)
{
    if (index >= size)
        return malformed("the leaf is not in a log of this size");
    QList<QByteArray> proof;
    quint64 begin = 0;
    quint64 width = size;
    while (width > 1) { // from the root down; the path is read from the leaf up
        const quint64 left = splitPoint(width);
        if (index - begin < left) {
            proof.prepend(rangeHash(begin + left, width - left, subtree));
            width = left;
        } else {
            proof.prepend(rangeHash(begin, left, subtree));
            begin += left;
            width -= left;
        }
    }
    if (!allHashes(proof))
        return malformed("the log does not have all nodes of this size");
    return proof;
}

CryptoResult<QList<QByteArray>> consistencyProof(quint64 first, quint64 second, const SubtreeFn &subtree)
{
    if (first > second)
        return malformed("a log cannot be consistent with a later, smaller one");
    QList<QByteArray> proof;
    if (first == 0 || first == second)
        return proof;
    quint64 begin = 0;
    quint64 width = second;
    quint64 wanted = first; // leaves of the old tree inside the subtree at hand
    bool known = true; // the subtree at hand is the old tree itself, so its hash is known to the verifier
    while (wanted < width) {
        const quint64 left = splitPoint(width);
        if (wanted <= left) {
            proof.prepend(rangeHash(begin + left, width - left, subtree));
            width = left;
        } else {
            proof.prepend(rangeHash(begin, left, subtree));
            begin += left;
            width -= left;
            wanted -= left;
            known = false;
        }
    }
    if (!known)
        proof.prepend(rangeHash(begin, width, subtree));
    if (!allHashes(proof))
        return malformed("the log does not have all nodes of this size");
    return proof;
}

bool verifyInclusion(QByteArrayView leaf, quint64 index, quint64 size, const QList<QByteArray> &proof,
                     QByteArrayView root)
{
    if (index >= size || leaf.size() != hashSize || root.size() != hashSize || !allHashes(proof))
        return false;
    quint64 fn = index;
    quint64 sn = size - 1;
    QByteArray hash = leaf.toByteArray();
    for (const QByteArray &sibling : proof) {
        if (sn == 0)
            return false;
        if ((fn & 1) == 1 || fn == sn) {
            hash = nodeHash(sibling, hash);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && hash == root;
}

bool verifyConsistency(quint64 first, quint64 second, QByteArrayView firstRoot, QByteArrayView secondRoot,
                       const QList<QByteArray> &proof)
{
    if (first > second || firstRoot.size() != hashSize || secondRoot.size() != hashSize || !allHashes(proof))
        return false;
    if (first == second)
        return proof.isEmpty() && firstRoot == secondRoot && (first != 0 || firstRoot == emptyRoot());
    if (first == 0)
        return proof.isEmpty() && firstRoot == emptyRoot();
    if (proof.isEmpty())
        return false;

    QList<QByteArray> path = proof;
    if (std::has_single_bit(first))
        path.prepend(firstRoot.toByteArray());
    quint64 fn = first - 1;
    quint64 sn = second - 1;
    while ((fn & 1) == 1) {
        fn >>= 1;
        sn >>= 1;
    }
    QByteArray fr = path.constFirst();
    QByteArray sr = path.constFirst();
    for (qsizetype i = 1; i < path.size(); ++i) {
        if (sn == 0)
            return false;
        if ((fn & 1) == 1 || fn == sn) {
            fr = nodeHash(path[i], fr);
            sr = nodeHash(path[i], sr);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            sr = nodeHash(sr, path[i]);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && fr == firstRoot && sr == secondRoot;
}

} // namespace pc::merkle

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/crypto_error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <functional>

/// The Merkle tree of the audit log: SHA-256, RFC 9162 section 2.1. Every hash has 32 bytes.
///
/// A complete subtree is named by (level, index): it covers the leaves [index · 2^level, (index + 1) ·
/// 2^level). Level 0 is a leaf hash. These nodes never change once made, so a store may keep them in a table
/// and build any proof from it.
namespace pc::merkle {

inline constexpr qsizetype hashSize = 32;

/// SHA-256(0x00 ‖ entry)
[[nodiscard]] QByteArray leafHash(QByteArrayView entry);
/// SHA-256(0x01 ‖ left ‖ right)
[[nodiscard]] QByteArray nodeHash(QByteArrayView left, QByteArrayView right);
/// The root of a tree without leaves: SHA-256 of nothing.
[[nodiscard]] QByteArray emptyRoot();

/// Hash of a complete subtree; an empty array says that it is not there, and makes the proof Malformed.
using SubtreeFn = std::function<QByteArray(int level, quint64 index)>;

/// Called for each complete subtree that an append finished, the leaf (level 0) first.
using NodeFn = std::function<void(int level, quint64 index, const QByteArray &hash)>;

/// The right edge of the tree: the roots of the complete subtrees that make up the present size, largest
/// first. All that is needed to append and to know the root; at most 64 hashes.
class Frontier
{
public:
    [[nodiscard]] quint64 size() const { return m_size; }
    [[nodiscard]] QByteArray root() const;

    void append(QByteArrayView leaf, const NodeFn &onNode = {}); ///< `leaf`: a leaf hash, 32 bytes
    /// As if its 2^level leaves had been appended. False, and nothing was done, when no subtree of that level
    /// begins here.
    [[nodiscard]] bool appendSubtree(int level, QByteArrayView hash);

    /// version (1 byte, 0x01) ‖ size (8 bytes, big endian) ‖ hashes
    [[nodiscard]] QByteArray serialise() const;
    /// Strict: the number of hashes must be the one that the size asks for.
    [[nodiscard]] static CryptoResult<Frontier> parse(QByteArrayView bytes);

    bool operator==(const Frontier &) const = default;

private:
    quint64 m_size = 0;
    QList<QByteArray> m_hashes;
};

/// A complete subtree by its name.
struct Subtree
{
    int level = 0;
    quint64 index = 0;
    bool operator==(const Subtree &) const = default;
};
/// The fewest complete subtrees that cover the leaves from `begin` to before `end`, in their order; there is
/// one such sequence.
[[nodiscard]] QList<Subtree> subtreesOf(quint64 begin, quint64 end);

/// Root of the first `size` leaves.
[[nodiscard]] CryptoResult<QByteArray> rootAt(quint64 size, const SubtreeFn &subtree);

/// PATH(index, D[size]), RFC 9162 section 2.1.3.1. Malformed unless index < size.
[[nodiscard]] CryptoResult<QList<QByteArray>> inclusionProof(quint64 index, quint64 size,
                                                             const SubtreeFn &subtree);

/// PROOF(first, D[second]), RFC 9162 section 2.1.4.1. Malformed unless first <= second. Empty when first is 0
/// or equals second.
[[nodiscard]] CryptoResult<QList<QByteArray>> consistencyProof(quint64 first, quint64 second,
                                                               const SubtreeFn &subtree);

/// RFC 9162 section 2.1.3.2.
[[nodiscard]] bool verifyInclusion(QByteArrayView leaf, quint64 index, quint64 size,
                                   const QList<QByteArray> &proof, QByteArrayView root);

/// RFC 9162 section 2.1.4.2. A log of size 0 is a beginning of every log: its root must be emptyRoot() and
/// the proof empty.
[[nodiscard]] bool verifyConsistency(quint64 first, quint64 second, QByteArrayView firstRoot,
                                     QByteArrayView secondRoot, const QList<QByteArray> &proof);

} // namespace pc::merkle

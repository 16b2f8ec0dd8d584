// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <string>
#include <vector>

namespace pc::platform {

/// Short texts of many rows in one piece of memory, so that "contains" is one pass over it, whatever the
/// script: 100,000 rows of 60 bytes in a few milliseconds. Bytes are compared as they are; folding is the
/// caller's (contract/rules/fold.h).
class SearchText
{
public:
    /// The texts of a row, instead of those it had. Rows count from 0; a new one is the next.
    void put(int row, const QList<QByteArray> &texts);
    /// Which rows have `part` within one of their texts; it is not empty.
    [[nodiscard]] std::vector<bool> containing(const QByteArray &part) const;

private:
    /// In no UTF-8.
    static constexpr char end = '\xff';

    struct Piece
    {
        std::size_t from;
        std::size_t size; ///< with the ends of its texts
        int row;
    };
    void append(int row, const QByteArray &bytes);
    void compact();

    std::string m_bytes;
    std::vector<Piece> m_pieces;   ///< in the order of m_bytes
    std::vector<std::size_t> m_at; ///< the piece of a row
    std::size_t m_lost = 0;        ///< bytes that are nobody's any more
};

} // namespace pc::platform

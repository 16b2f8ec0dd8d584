// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/search_text.h"

#include <cstring>
#include <utility>

namespace pc::platform {

void SearchText::append(int row, const QByteArray &bytes)
{
    m_at[static_cast<std::size_t>(row)] = m_pieces.size();
    m_pieces.push_back({m_bytes.size(), static_cast<std::size_t>(bytes.size()), row});
    m_bytes.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

void SearchText::put(int row, const QList<QByteArray> &texts)
{
    QByteArray bytes;
    for (const QByteArray &text : texts) {
        bytes += text;
        bytes += end;
    }
    if (static_cast<std::size_t>(row) == m_at.size()) {
        m_at.push_back(0);
        return append(row, bytes);
    }
    Piece &piece = m_pieces[m_at[static_cast<std::size_t>(row)]];
    if (piece.size == static_cast<std::size_t>(bytes.size())) {
        std::memcpy(m_bytes.data() + piece.from, bytes.constData(), piece.size);
        return;
    }
    std::memset(m_bytes.data() + piece.from, end, piece.size);
    m_lost += piece.size;
    piece.row = -1;
    append(row, bytes);
    if (m_lost > m_bytes.size() / 2)
        compact();
}

void SearchText::compact()
{
    const std::string bytes = std::exchange(m_bytes, {});
    const std::vector<Piece> pieces = std::exchange(m_pieces, {});
    m_lost = 0;
    for (const Piece &piece : pieces) {
        if (piece.row >= 0)
            append(piece.row,
                   QByteArray::fromRawData(bytes.data() + piece.from, static_cast<qsizetype>(piece.size)));
    }
}

std::vector<bool> SearchText::containing(const QByteArray &part) const
{
    std::vector<bool> found(m_at.size(), false);
    if (part.contains(end))
        return found;
    const char *const begin = m_bytes.data();
    const char *const stop = begin + m_bytes.size();
    const char *at = begin;
    std::size_t piece = 0;
    while (piece < m_pieces.size()) {
        at = static_cast<const char *>(::memmem(at, static_cast<std::size_t>(stop - at), part.constData(),
                                                static_cast<std::size_t>(part.size())));
        if (at == nullptr)
            break;
        const auto place = static_cast<std::size_t>(at - begin);
        while (place >= m_pieces[piece].from + m_pieces[piece].size)
            ++piece;
        // A piece that is nobody's holds ends only, and none is in `part`.
        found[static_cast<std::size_t>(m_pieces[piece].row)] = true;
        at = begin + m_pieces[piece].from + m_pieces[piece].size;
        ++piece;
    }
    return found;
}

} // namespace pc::platform

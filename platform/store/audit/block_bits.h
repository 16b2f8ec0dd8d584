// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <bit>
#include <optional>

namespace pc::platform {

/// A set of events out of one block of the audit log, a bit each: what several conditions have in common is
/// found without an order to read them in.
class BlockBits
{
public:
    static constexpr qint64 blockSize = qint64{1} << 16; ///< events

    /// First index of the block that the event stands in.
    [[nodiscard]] static constexpr qint64 startOf(qint64 index) { return index - index % blockSize; }

    /// Empty; `start` is the first index of a block.
    explicit BlockBits(qint64 start) : m_start(start) {}

    void add(qint64 index) { word(index) |= bit(index); }
    void remove(qint64 index) { word(index) &= ~bit(index); }
    /// All from `begin` to before `end`, both within the block.
    void addRange(qint64 begin, qint64 end)
    {
        for (qint64 index = begin; index < end;) {
            if ((index - m_start) % 64 == 0 && end - index >= 64) {
                word(index) = ~quint64{0};
                index += 64;
            } else {
                add(index++);
            }
        }
    }
    void keepOnly(const BlockBits &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
    }
    void removeAll(const BlockBits &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= ~other.m_words[i];
    }

    [[nodiscard]] qint64 count() const
    {
        qint64 count = 0;
        for (const quint64 each : m_words)
            count += std::popcount(each);
        return count;
    }
    /// Those from `begin` to before `end`.
    [[nodiscard]] qint64 count(qint64 begin, qint64 end) const
    {
        qint64 count = 0;
        for (auto index = firstFrom(begin); index && *index < end;) {
            const qint64 next = (*index - m_start) / 64 * 64 + 64 + m_start;
            if (next <= end) {
                count += std::popcount(m_words[wordOf(*index)] >> ((*index - m_start) % 64));
                index = firstFrom(next);
            } else {
                ++count;
                index = firstFrom(*index + 1);
            }
        }
        return count;
    }
    /// The first at or after that index.
    [[nodiscard]] std::optional<qint64> firstFrom(qint64 index) const
    {
        for (qint64 at = index - m_start; at < blockSize; at = at / 64 * 64 + 64) {
            const quint64 left = m_words[static_cast<std::size_t>(at / 64)] >> (at % 64);
            if (left != 0)
                return m_start + at + std::countr_zero(left);
        }
        return {};
    }
    /// The last before that index.
    [[nodiscard]] std::optional<qint64> lastBefore(qint64 index) const
    {
        for (qint64 at = index - m_start - 1; at >= 0; at = at / 64 * 64 - 1) {
            const quint64 left = m_words[static_cast<std::size_t>(at / 64)] << (63 - at % 64);
            if (left != 0)
                return m_start + at - std::countl_zero(left);
        }
        return {};
    }

private:
    [[nodiscard]] std::size_t wordOf(qint64 index) const
    {
        return static_cast<std::size_t>((index - m_start) / 64);
    }
    [[nodiscard]] quint64 &word(qint64 index) { return m_words[wordOf(index)]; }
    [[nodiscard]] quint64 bit(qint64 index) const { return quint64{1} << ((index - m_start) % 64); }

    qint64 m_start;
    std::array<quint64, blockSize / 64> m_words{};
};

} // namespace pc::platform

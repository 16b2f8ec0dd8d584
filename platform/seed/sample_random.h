// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

namespace pc::platform::seed {

/// Repeatable numbers for sample data (SplitMix64); never for secrets.
class SampleRandom
{
public:
    explicit SampleRandom(quint64 seed) : m_state(seed) {}

    [[nodiscard]] quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// [0, bound)
    [[nodiscard]] qint64 below(qint64 bound)
    {
        return static_cast<qint64>(next() % static_cast<quint64>(bound));
    }
    /// [0, 1)
    [[nodiscard]] double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    template <typename List>
    [[nodiscard]] const auto &pick(const List &list)
    {
        return list[static_cast<decltype(list.size())>(below(static_cast<qint64>(list.size())))];
    }
    /// base62 text.
    [[nodiscard]] QString text(int length)
    {
        static constexpr char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        QString result;
        for (int i = 0; i < length; ++i)
            result.append(QLatin1Char(digits[below(62)]));
        return result;
    }

private:
    quint64 m_state;
};

} // namespace pc::platform::seed

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/latency_histogram.h"

#include <algorithm>
#include <cmath>

namespace pc::platform {

void LatencyHistogram::add(qint64 micros, qint64 count)
{
    const double value = static_cast<double>(std::max<qint64>(micros, 1));
    const int index = std::min(classes - 1, static_cast<int>(std::ceil(std::log2(value) * 3)));
    m_counts[static_cast<std::size_t>(index)] += count;
}

void LatencyHistogram::merge(const LatencyHistogram &other)
{
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
}

qint64 LatencyHistogram::total() const
{
    qint64 sum = 0;
    for (const qint64 count : m_counts)
        sum += count;
    return sum;
}

double LatencyHistogram::quantileMs(double q) const
{
    const qint64 all = total();
    if (all == 0)
        return 0;
    const auto wanted = std::max<qint64>(1, static_cast<qint64>(std::ceil(q * static_cast<double>(all))));
    qint64 seen = 0;
    for (int i = 0; i < classes; ++i) {
        seen += m_counts[static_cast<std::size_t>(i)];
        if (seen >= wanted)
            return std::exp2(i / 3.0) / 1000.0; // upper end of the class
    }
    return 0;
}

QByteArray LatencyHistogram::serialise() const
{
    QByteArray out;
    for (int i = 0; i < classes; ++i) {
        auto count = static_cast<quint64>(m_counts[static_cast<std::size_t>(i)]);
        if (count == 0)
            continue;
        out.append(static_cast<char>(i));
        do {
            const auto low = static_cast<char>(count & 0x7f);
            count >>= 7;
            out.append(count ? static_cast<char>(low | '\x80') : low);
        } while (count);
    }
    return out;
}

LatencyHistogram LatencyHistogram::parse(const QByteArray &bytes)
{
    LatencyHistogram result;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto index = static_cast<unsigned char>(bytes.at(at++));
        quint64 count = 0;
        int shift = 0;
        bool more = true;
        while (more && at < bytes.size() && shift < 63) {
            const auto byte = static_cast<unsigned char>(bytes.at(at++));
            count |= quint64{byte & 0x7fU} << shift;
            shift += 7;
            more = (byte & 0x80) != 0;
        }
        if (index < classes && !more)
            result.m_counts[index] += static_cast<qint64>(count);
    }
    return result;
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <array>

namespace pc::platform {

/// Counts of durations in 64 classes that grow by the factor 2^(1/3) from one microsecond (up to about 2 s),
/// so a quantile is off by at most 13 %. Two histograms add up to the histogram of both, which averages do
/// not.
class LatencyHistogram
{
public:
    static constexpr int classes = 64;

    void add(qint64 micros, qint64 count = 1);
    void merge(const LatencyHistogram &other);
    [[nodiscard]] qint64 total() const;
    /// Milliseconds below which the share `q` (0…1) lies; 0 when empty.
    [[nodiscard]] double quantileMs(double q) const;

    /// Pairs of class (1 byte) and count (LEB128), only classes that occur.
    [[nodiscard]] QByteArray serialise() const;
    /// Damaged bytes give what could be read.
    [[nodiscard]] static LatencyHistogram parse(const QByteArray &bytes);

    bool operator==(const LatencyHistogram &) const = default;

private:
    std::array<qint64, classes> m_counts{};
};

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pc::rules {

/// The two samples there are to choose from. The traffic of 90 days is the same in both; what differs is the
/// length of the audit trail.
enum class SampleSize {
    Small, ///< seconds
    Full   ///< long enough that searching it feels real; a minute or two
};

/// Audit events of a sample.
[[nodiscard]] constexpr qint64 sampleEvents(SampleSize size)
{
    return size == SampleSize::Small ? 20'000 : 1'000'000;
}

/// Bytes on disk of a sample with so many audit events, as measured (SQLite, page of 4 KiB): 28.8 MB for
/// partners and traffic, 750 bytes for each event with its indexes; and the reserve that the service makes.
/// tst_seed holds it against what is written.
[[nodiscard]] constexpr qint64 sampleBytes(qint64 events)
{
    return 28'800'000 + 4'200'000 + events * 750;
}

/// Free bytes that writing it wants: a tenth more, as it is used after that.
[[nodiscard]] constexpr qint64 sampleRoom(qint64 events)
{
    return sampleBytes(events) / 10 * 11;
}

} // namespace pc::rules

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/time_histogram.h"

#include <algorithm>
#include <optional>

namespace pc::models {

/// How many rows answer a question, by whoever counted: the list itself, else the histogram of the same
/// question.
class ListCounts final
{
public:
    [[nodiscard]] std::optional<qint64> exact() const { return m_list ? m_list : m_histogram; }
    [[nodiscard]] std::optional<qint64> atLeast() const
    {
        return exact() ? std::nullopt : std::max(m_listAtLeast, m_histogramAtLeast);
    }
    /// A page that does not count takes back no number.
    void takePage(std::optional<qint64> count, std::optional<qint64> atLeast)
    {
        if (!count && !atLeast)
            return;
        m_list = count;
        m_listAtLeast = atLeast;
    }
    void takeHistogram(const TimeHistogram &histogram)
    {
        const bool hasOlder = histogram.keptSince.isValid() && histogram.keptSince > histogram.from;
        qint64 sum = 0;
        for (qsizetype i = 0; i < histogram.matching.size(); ++i) {
            // What is kept in roll-ups only is no row of a list.
            if (!hasOlder || histogram.startOf(i) >= histogram.keptSince)
                sum += histogram.matching.at(i);
        }
        const bool isExact = !hasOlder && !histogram.countedFrom.isValid();
        m_histogram = isExact ? std::optional(sum) : std::nullopt;
        m_histogramAtLeast = isExact ? std::nullopt : std::optional(sum);
    }

private:
    std::optional<qint64> m_list;
    std::optional<qint64> m_listAtLeast;
    std::optional<qint64> m_histogram;
    std::optional<qint64> m_histogramAtLeast;
};

} // namespace pc::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <chrono>
#include <functional>
#include <utility>

namespace pc::models {

/// Whether what a model shows answers another question than the one that is asked now. It may stay for a
/// moment, so that a quick answer does not flicker, and never stands as the answer.
class Superseded final
{
public:
    static constexpr std::chrono::milliseconds longest{300};

    /// Another question is asked. `shown`: there is something that answers an earlier one; `drop` is called
    /// once, `patience` after the first question that was not answered, unless end() comes before.
    void begin(TimerClock &clock, bool shown, std::function<void()> drop,
               std::chrono::milliseconds patience = longest)
    {
        m_isSo = shown;
        if (m_isSo && !m_alarm)
            m_alarm = clock.after(patience, std::move(drop));
    }
    [[nodiscard]] bool isSo() const { return m_isSo; }
    /// It was answered, or is gone. Whether it was so.
    bool end()
    {
        m_alarm.reset();
        return std::exchange(m_isSo, false);
    }

private:
    bool m_isSo = false;
    Alarm m_alarm;
};

} // namespace pc::models

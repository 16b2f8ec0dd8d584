// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/stop_deadline.h"

namespace pc::platform {

StopDeadline::StopDeadline(const Log &log, std::chrono::milliseconds patience,
                           std::chrono::milliseconds limit, std::function<void()> giveUp)
    : m_thread([this, &log, patience, limit, giveUp = std::move(giveUp)] {
          std::unique_lock lock(m_mutex);
          const auto began = std::chrono::steady_clock::now();
          const auto done = [this] { return m_done; };
          if (m_wake.wait_until(lock, began + patience, done))
              return;
          log.warning("stop_waits_for_the_disk");
          if (m_wake.wait_until(lock, began + limit, done))
              return;
          log.error("stop_gave_up", {{"milliseconds", static_cast<qint64>(limit.count())}});
          giveUp();
      })
{
}

StopDeadline::~StopDeadline()
{
    {
        const std::lock_guard lock(m_mutex);
        m_done = true;
        m_wake.notify_all();
    }
    m_thread.join();
}

} // namespace pc::platform

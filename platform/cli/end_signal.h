// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pc::platform {

/// Waits for the reason to end. Made before any thread starts: the signals are blocked in the maker's thread,
/// its later threads inherit that, and they arrive here as a file descriptor instead of in a handler.
class EndSignal
{
public:
    EndSignal();
    ~EndSignal();
    EndSignal(const EndSignal &) = delete;
    EndSignal &operator=(const EndSignal &) = delete;

    /// Blocks until SIGTERM, SIGINT or SIGHUP, or, with `withStdin`, until standard input is closed (what
    /// arrives on it before is dropped). Gives the reason for the log: "SIGTERM", …, "stdin_closed"; empty
    /// when `milliseconds` have passed without one (-1: waits for ever).
    [[nodiscard]] QByteArray wait(bool withStdin, int milliseconds = -1);

private:
    int m_signals = -1;
};

} // namespace pc::platform

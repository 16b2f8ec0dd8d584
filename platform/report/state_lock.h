// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::platform {

/// Held by the one process that reports by a state file; ends with the process, however that ends.
class StateLock
{
public:
    /// `stateFile` with ".lock" behind it.
    explicit StateLock(const QString &stateFile);
    ~StateLock();
    StateLock(const StateLock &) = delete;
    StateLock &operator=(const StateLock &) = delete;

    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    /// Another process holds it; else it cannot be made.
    [[nodiscard]] bool isTaken() const { return m_isTaken; }

private:
    int m_file = -1;
    bool m_isHeld = false;
    bool m_isTaken = false;
};

} // namespace pc::platform

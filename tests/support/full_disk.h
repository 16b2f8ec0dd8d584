// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

#include <sys/resource.h>

namespace pc::test {

/// While it lives, this process can make files but write nothing into them, as on a full disk (setrlimit(2),
/// RLIMIT_FSIZE: EFBIG).
class FullDisk final
{
public:
    FullDisk()
    {
        m_former =
            std::signal(SIGXFSZ, SIG_IGN); // the signal would end the process; the error is what is wanted
        getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit none{0, m_limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_former);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_limit{};
    void (*m_former)(int) = SIG_DFL;
};

} // namespace pc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/end_signal.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace pc::platform {
namespace {

sigset_t endingSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    return set;
}

QByteArray signalName(std::uint32_t number)
{
    switch (number) {
    case SIGTERM:
        return "SIGTERM";
    case SIGINT:
        return "SIGINT";
    default:
        return "SIGHUP";
    }
}

/// Whether standard input has ended. Called when poll() says that reading will not block.
bool stdinEnded()
{
    std::array<char, 4096> dropped;
    const ssize_t count = ::read(STDIN_FILENO, dropped.data(), dropped.size());
    return count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN);
}

} // namespace

EndSignal::EndSignal()
{
    const sigset_t set = endingSignals();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_signals = ::signalfd(-1, &set, SFD_CLOEXEC);
}

EndSignal::~EndSignal()
{
    if (m_signals >= 0)
        ::close(m_signals);
}

QByteArray EndSignal::wait(bool withStdin, int milliseconds)
{
    for (;;) {
        std::array<pollfd, 2> sources{{{m_signals, POLLIN, 0}, {withStdin ? STDIN_FILENO : -1, POLLIN, 0}}};
        const int count = ::poll(sources.data(), sources.size(), milliseconds);
        if (count < 0)
            continue; // EINTR
        if (count == 0)
            return {};
        if (sources[0].revents != 0) {
            signalfd_siginfo info{};
            if (::read(m_signals, &info, sizeof(info)) == static_cast<ssize_t>(sizeof(info)))
                return signalName(info.ssi_signo);
        }
        if (sources[1].revents != 0 && stdinEnded())
            return "stdin_closed";
    }
}

} // namespace pc::platform

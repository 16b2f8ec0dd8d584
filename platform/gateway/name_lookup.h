// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include <sys/socket.h>

namespace pc::platform {

/// Names to addresses within a time limit. The system's look-up has none, so each name gets a thread that
/// nobody waits for longer than he wants to: while one hangs, others are answered, and no second thread asks
/// for the same name. Thread-safe; may be destroyed while a look-up hangs.
class NameLookup
{
public:
    struct Address
    {
        sockaddr_storage storage{};
        socklen_t size = 0;
    };
    using Addresses = std::vector<Address>;
    /// Blocks as long as it likes; empty: no such name.
    using Resolver = std::function<Addresses(const QByteArray &host, int port)>;

    NameLookup() : NameLookup(system) {}
    explicit NameLookup(Resolver resolver);

    /// Empty: not found, or not in time. Numeric addresses are answered at once.
    [[nodiscard]] Addresses find(const QByteArray &host, int port,
                                 std::chrono::steady_clock::time_point deadline);

    /// getaddrinfo(3).
    [[nodiscard]] static Addresses system(const QByteArray &host, int port);

private:
    struct State;
    std::shared_ptr<State> m_state; // shared with the threads
};

} // namespace pc::platform

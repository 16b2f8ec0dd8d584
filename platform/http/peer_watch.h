// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

namespace pc::platform {

/// Whether the other end of a connection is still there, asked from any thread: the connection itself reads
/// nothing while a request is in work, so it would not notice. Knows the socket's descriptor only for as long
/// as that is open.
class PeerWatch
{
public:
    explicit PeerWatch(int socket) : m_socket(socket) {}
    PeerWatch(const PeerWatch &) = delete;
    PeerWatch &operator=(const PeerWatch &) = delete;

    /// The client closed, ended its sending side, or was cut off; or we closed. Does not block.
    [[nodiscard]] bool isGone() const;
    /// Before the socket is closed: its number may be another's afterwards.
    void forget();

private:
    mutable std::mutex m_mutex;
    int m_socket;
};

} // namespace pc::platform

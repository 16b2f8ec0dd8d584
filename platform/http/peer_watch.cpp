// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/peer_watch.h"

#include <poll.h>

namespace pc::platform {

bool PeerWatch::isGone() const
{
    const std::lock_guard lock(m_mutex);
    if (m_socket < 0)
        return true;
    // The end of the stream is told even where bytes before it have not been read.
    pollfd asked{m_socket, POLLRDHUP, 0};
    return ::poll(&asked, 1, 0) > 0 && (asked.revents & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL)) != 0;
}

void PeerWatch::forget()
{
    const std::lock_guard lock(m_mutex);
    m_socket = -1;
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <algorithm>
#include <thread>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pc::platform::test {

/// Answers one request with these bytes, and keeps what was asked.
class OneAnswer
{
public:
    OneAnswer(const QString &path, QByteArray answer)
    {
        const QByteArray name = QFile::encodeName(path);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy(name.begin(), name.end(), address.sun_path);
        m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
            ::listen(m_listener, 4) != 0)
            qFatal("no listener");
        m_thread = std::thread([this, answer = std::move(answer)] { serve(answer); });
    }
    ~OneAnswer()
    {
        (void)asked();
        ::close(m_listener);
    }
    OneAnswer(const OneAnswer &) = delete;
    OneAnswer &operator=(const OneAnswer &) = delete;
    /// After the answer.
    QByteArray asked()
    {
        if (m_thread.joinable())
            m_thread.join();
        return m_asked;
    }

private:
    void serve(const QByteArray &answer)
    {
        pollfd one{m_listener, POLLIN, 0};
        if (::poll(&one, 1, 10'000) != 1)
            return;
        const int peer = ::accept(m_listener, nullptr, nullptr);
        char buffer[4096];
        while (!whole()) {
            pollfd more{peer, POLLIN, 0};
            const ssize_t count = ::poll(&more, 1, 10'000) == 1 ? ::recv(peer, buffer, sizeof buffer, 0) : 0;
            if (count <= 0)
                break;
            m_asked.append(buffer, count);
        }
        (void)::send(peer, answer.constData(), static_cast<std::size_t>(answer.size()), MSG_NOSIGNAL);
        ::close(peer);
    }
    [[nodiscard]] bool whole() const
    {
        const qsizetype end = m_asked.indexOf("\r\n\r\n");
        const qsizetype at = m_asked.indexOf("Content-Length: ");
        if (end < 0)
            return false;
        const qsizetype size =
            at < 0 ? 0 : m_asked.mid(at + 16, m_asked.indexOf('\r', at) - at - 16).toLongLong();
        return m_asked.size() >= end + 4 + size;
    }

    int m_listener = -1;
    QByteArray m_asked;
    std::thread m_thread;
};

} // namespace pc::platform::test

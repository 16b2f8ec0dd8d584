// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/local_client.h"

#include <QFile>

#include <algorithm>
#include <cstring>

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxReply = 64 * 1024 * 1024; // as the console; a partner's pack has descriptions in it

class Socket
{
public:
    Socket(const QString &path, std::chrono::seconds patience)
    {
        const QByteArray name = QFile::encodeName(path);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (name.size() >= static_cast<qsizetype>(sizeof(address.sun_path)))
            return;
        std::copy(name.begin(), name.end(), address.sun_path);
        m_file = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval limit{patience.count(), 0};
        ::setsockopt(m_file, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        ::setsockopt(m_file, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        m_connected = ::connect(m_file, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~Socket()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    [[nodiscard]] bool isConnected() const { return m_connected; }
    [[nodiscard]] bool send(QByteArrayView bytes) const
    {
        while (!bytes.isEmpty()) {
            const ssize_t count =
                ::send(m_file, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            bytes = bytes.sliced(count);
        }
        return true;
    }
    [[nodiscard]] QByteArray readAll() const
    {
        QByteArray all;
        char buffer[65536];
        for (;;) {
            const ssize_t count = ::recv(m_file, buffer, sizeof buffer, 0);
            if (count <= 0 || all.size() > maxReply)
                return all;
            all.append(buffer, count);
        }
    }

private:
    int m_file = -1;
    bool m_connected = false;
};

} // namespace

bool isListening(const QString &socketPath)
{
    return Socket(socketPath, std::chrono::seconds(10)).isConnected();
}

namespace {

/// Of the header of a reply; empty when it is not there.
QByteArray fieldOf(QByteArrayView header, const QByteArray &name)
{
    const QByteArray start = "\r\n" + name.toLower() + ": ";
    const QByteArray folded = header.toByteArray().toLower();
    const qsizetype at = folded.indexOf(start);
    if (at < 0)
        return {};
    const qsizetype from = at + start.size();
    const qsizetype end = header.indexOf("\r\n", from);
    return header.sliced(from, (end < 0 ? header.size() : end) - from).toByteArray();
}

} // namespace

tl::expected<LocalReply, QString> askLocally(const QString &socketPath, const LocalQuestion &question)
{
    const Socket socket(socketPath, question.limit);
    if (!socket.isConnected())
        return tl::make_unexpected(u"no service runs on this data directory"_s);
    QByteArray header =
        question.method + ' ' + question.path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    for (const auto &[name, value] : question.headers)
        header += name + ": " + value + "\r\n";
    if (!question.body.isEmpty())
        header += "Content-Type: " + question.contentType + "\r\n";
    if (question.method != "GET")
        header += "Content-Length: " + QByteArray::number(question.body.size()) + "\r\n";
    // What was refused before all of it was sent has an answer, too.
    header += "\r\n";
    const bool sent = socket.send(header) && socket.send(question.body);
    const QByteArray reply = socket.readAll();
    const qsizetype end = reply.indexOf("\r\n\r\n");
    if (end < 0 || !reply.startsWith("HTTP/1.1 ")) {
        if (!sent)
            return tl::make_unexpected(u"the service did not take the request"_s);
        return tl::make_unexpected(question.method == "GET"
                                       ? u"the service did not answer"_s
                                       : u"the service did not answer; it may have done it, or do it yet"_s);
    }
    const QByteArrayView head = QByteArrayView(reply).first(end);
    return LocalReply{reply.mid(9, 3).toInt(), reply.mid(end + 4), fieldOf(head, "ETag")};
}

tl::expected<LocalReply, QString> askLocally(const QString &socketPath, const QByteArray &method,
                                             const QByteArray &path, const QByteArray &json,
                                             std::chrono::seconds limit)
{
    LocalQuestion question{method, path, json};
    question.limit = limit;
    return askLocally(socketPath, question);
}

} // namespace pc::platform

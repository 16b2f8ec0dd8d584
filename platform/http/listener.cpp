// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/listener.h"

#include "platform/http/http_connection.h"
#include "platform/http/tls_context.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <mutex>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
using boost::system::error_code;

Listener::~Listener() = default;

namespace {

template <typename Protocol>
class AcceptingListener final : public Listener,
                                public std::enable_shared_from_this<AcceptingListener<Protocol>>
{
public:
    using Socket = asio::basic_stream_socket<Protocol, Loop>;
    using Acceptor = typename Protocol::acceptor;
    using MakeTransport = std::function<std::unique_ptr<ByteStream>(Socket)>;
    using Enter = std::function<std::shared_ptr<ConnectionTable::Place>(const Socket &)>;

    AcceptingListener(std::shared_ptr<ServerCore> core, std::shared_ptr<ListenerShare> share, Enter enter,
                      MakeTransport makeTransport)
        : m_core(std::move(core)), m_share(std::move(share)), m_enter(std::move(enter)),
          m_makeTransport(std::move(makeTransport)), m_loop(m_core->loopForListener()), m_acceptor(m_loop),
          m_retry(m_loop)
    {
    }

    Acceptor &acceptor() { return m_acceptor; }
    void setFileToRemove(QByteArray path) { m_file = std::move(path); }

    void start() override
    {
        const std::weak_ptr<AcceptingListener> weak = this->weak_from_this();
        m_share->roomAgain = [weak] {
            if (const auto self = weak.lock())
                self->m_core->post(self->m_loop, [self] { self->acceptNext(); });
        };
        m_core->post(m_loop, [self = this->shared_from_this()] { self->acceptNext(); });
    }

    void close() override
    {
        m_core->post(m_loop, [self = this->shared_from_this()] {
            error_code ignored;
            self->m_acceptor.close(ignored);
            self->m_retry.cancel();
            if (!self->m_file.isEmpty())
                ::unlink(self->m_file.constData());
        });
    }

private:
    void acceptNext()
    {
        if (m_accepting || !m_acceptor.is_open())
            return;
        m_accepting = true;
        if (!m_share->table.hasRoom()) { // all are in work: others wait in the kernel's queue
            waitABit();
            return;
        }
        const Loop loop = m_core->loopForNext(*m_share);
        auto socket = std::make_shared<Socket>(loop);
        m_acceptor.async_accept(*socket,
                                [self = this->shared_from_this(), socket, loop](const error_code &error) {
                                    self->m_accepting = false;
                                    if (!self->m_acceptor.is_open())
                                        return;
                                    if (error)
                                        self->retryLater(error);
                                    else
                                        self->begin(std::move(*socket), loop);
                                });
    }

    void begin(Socket socket, const Loop &loop)
    {
        if (!m_share->table.hasRoom()) { // somebody went to work while this one was awaited: it waits
            holdABit(std::make_shared<Socket>(std::move(socket)), loop);
            return;
        }
        std::shared_ptr<ConnectionTable::Place> place = m_enter(socket);
        if (!place) { // its address holds all it may have
            error_code ignored;
            socket.close(ignored);
            acceptNext();
            return;
        }
        const auto connection = std::make_shared<HttpConnection>(m_core, m_share, loop, std::move(place),
                                                                 m_makeTransport(std::move(socket)));
        m_core->add(connection);
        m_core->post(loop, [connection] { connection->start(); });
        acceptNext();
    }

    /// Nothing else is accepted meanwhile, so at most one is held.
    void holdABit(const std::shared_ptr<Socket> &socket, const Loop &loop)
    {
        m_accepting = true;
        m_retry.expires_after(pause);
        m_retry.async_wait([self = this->shared_from_this(), socket, loop](const error_code &) {
            self->m_accepting = false;
            if (self->m_acceptor.is_open())
                self->begin(std::move(*socket), loop);
        });
    }

    /// No descriptors, no memory, or a connection that died in the queue: a short pause instead of a busy
    /// loop.
    void retryLater(const error_code &error)
    {
        m_core->log().warning("accept_failed", {{"reason", QString::fromStdString(error.message())}});
        m_accepting = true;
        waitABit();
    }

    void waitABit()
    {
        m_retry.expires_after(pause);
        m_retry.async_wait([self = this->shared_from_this()](const error_code &) {
            self->m_accepting = false;
            self->acceptNext();
        });
    }

    static constexpr std::chrono::milliseconds pause{50};

    const std::shared_ptr<ServerCore> m_core;
    const std::shared_ptr<ListenerShare> m_share;
    const Enter m_enter;
    const MakeTransport m_makeTransport;
    Loop m_loop;
    Acceptor m_acceptor;
    asio::steady_timer m_retry;
    QByteArray m_file;
    bool m_accepting = false;
};

QString systemMessage(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

} // namespace

namespace {

/// The TLS context that new connections get; those that have begun keep what they began with.
class TlsSlot
{
public:
    explicit TlsSlot(std::unique_ptr<asio::ssl::context> context) : m_context(std::move(context)) {}
    [[nodiscard]] std::shared_ptr<asio::ssl::context> current() const
    {
        const std::lock_guard lock(m_mutex);
        return m_context;
    }
    void replace(std::unique_ptr<asio::ssl::context> context)
    {
        std::shared_ptr<asio::ssl::context> old = std::move(context);
        const std::lock_guard lock(m_mutex);
        m_context.swap(old);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<asio::ssl::context> m_context;
};

} // namespace

tl::expected<BoundTcp, QString> bindTcp(const std::shared_ptr<ServerCore> &core,
                                        const TcpListenerOptions &options)
{
    auto context = makeTlsContext(options.tls);
    if (!context)
        return tl::make_unexpected(context.error());
    error_code error;
    const asio::ip::address address = asio::ip::make_address(options.address.toStdString(), error);
    if (error)
        return tl::make_unexpected(u"\"%1\" is not a numeric IP address"_s.arg(options.address));

    const auto slot = std::make_shared<TlsSlot>(std::move(*context));
    const auto share = std::make_shared<ListenerShare>(options.router, options.limits, ListenerKind::Tcp);
    share->gatewayOf = options.gatewayOf;
    auto listener = std::make_shared<AcceptingListener<asio::ip::tcp>>(
        core, share,
        [&table = share->table](const TcpSocket &socket) {
            error_code gone;
            return table.enter(networkText(socket.remote_endpoint(gone).address()));
        },
        // OpenSSL's session keeps its part of the context alive.
        [slot](TcpSocket socket) { return makeTlsTransport(std::move(socket), *slot->current()); });
    asio::ip::tcp::acceptor &acceptor = listener->acceptor();
    const asio::ip::tcp::endpoint endpoint(address, options.port);
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        return tl::make_unexpected(u"cannot listen on %1 port %2: %3"_s.arg(
            options.address, QString::number(options.port), QString::fromStdString(error.message())));
    }
    BoundTcp bound;
    bound.port = acceptor.local_endpoint().port();
    bound.listener = std::move(listener);
    bound.reloadTls = [slot, tls = options.tls]() -> tl::expected<void, QString> {
        auto fresh = makeTlsContext(tls);
        if (!fresh)
            return tl::make_unexpected(fresh.error());
        slot->replace(std::move(*fresh));
        return {};
    };
    return bound;
}

tl::expected<std::shared_ptr<Listener>, QString> bindUnix(const std::shared_ptr<ServerCore> &core,
                                                          const UnixListenerOptions &options)
{
    const QByteArray path = QFile::encodeName(options.path);
    if (path.isEmpty() || path.size() >= static_cast<qsizetype>(sizeof(sockaddr_un::sun_path)))
        return tl::make_unexpected(
            u"the socket path %1 is longer than a Unix socket allows"_s.arg(options.path));
    const auto failed = [&options](int error) {
        return tl::make_unexpected(u"cannot listen on %1: %2"_s.arg(options.path, systemMessage(error)));
    };
    struct stat old
    {
    };
    if (::lstat(path.constData(), &old) == 0) {
        if (!S_ISSOCK(old.st_mode))
            return tl::make_unexpected(u"%1 exists and is not a socket"_s.arg(options.path));
        ::unlink(path.constData());
    }

    const auto share =
        std::make_shared<ListenerShare>(options.router, options.limits, ListenerKind::UnixSocket);
    auto listener = std::make_shared<AcceptingListener<asio::local::stream_protocol>>(
        core, share,
        // Whoever may open the file has proven enough.
        [&table = share->table](const UnixSocket &) { return table.enterProven("unix"); },
        [](UnixSocket socket) { return makeUnixTransport(std::move(socket)); });
    auto &acceptor = listener->acceptor();
    error_code error;
    acceptor.open(asio::local::stream_protocol(), error);
    if (error)
        return failed(error.value());
    // Linux gives the file the mode of the unbound socket, so it is never open to others between bind and
    // chmod.
    if (::fchmod(acceptor.native_handle(), 0600) != 0)
        return failed(errno);
    acceptor.bind(asio::local::stream_protocol::endpoint(path.toStdString()), error);
    if (error)
        return failed(error.value());
    listener->setFileToRemove(path);
    if (options.group && ::chown(path.constData(), static_cast<uid_t>(-1), *options.group) != 0)
        return failed(errno);
    if (::chmod(path.constData(), options.mode) != 0)
        return failed(errno);
    acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return failed(error.value());
    return std::shared_ptr<Listener>(std::move(listener));
}

} // namespace pc::platform

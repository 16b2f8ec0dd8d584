// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/server.h"

#include "platform/http/http_connection.h"
#include "platform/http/listener.h"

#include <boost/asio/executor_work_guard.hpp>

#include <algorithm>
#include <thread>

namespace pc::platform {

namespace asio = boost::asio;

class HttpServer::Private
{
public:
    Private(int threadCount, const Log &log)
        : core(std::make_shared<ServerCore>(std::max(threadCount, 1), log))
    {
        for (const auto &loop : core->loops())
            work.emplace_back(loop->get_executor());
    }

    void startThreads()
    {
        for (const auto &loop : core->loops())
            pool.emplace_back([this, turned = loop.get()] { run(*turned); });
    }

    void run(asio::io_context &loop) const
    {
        for (;;) {
            try {
                loop.run();
                return;
            } catch (const std::exception &failure) {
                // One connection's trouble (no memory, say) must not take the others down.
                core->log().error("server_thread_threw", {{"what", QString::fromUtf8(failure.what())}});
            }
        }
    }

    const std::shared_ptr<ServerCore> core;
    std::vector<asio::executor_work_guard<Loop>> work; ///< keeps the loops turning
    std::vector<std::shared_ptr<Listener>> listeners;
    std::vector<std::function<tl::expected<void, QString>()>> tlsReloads;
    std::vector<std::thread> pool;
    bool stopped = false;
};

HttpServer::HttpServer(int threads, const Log &log) : m_d(std::make_unique<Private>(threads, log)) {}

HttpServer::~HttpServer()
{
    stop(std::chrono::milliseconds(0));
}

tl::expected<quint16, QString> HttpServer::listenTcp(const TcpListenerOptions &options)
{
    tl::expected<BoundTcp, QString> bound = bindTcp(m_d->core, options);
    if (!bound)
        return tl::make_unexpected(bound.error());
    m_d->listeners.push_back(std::move(bound->listener));
    m_d->tlsReloads.push_back(std::move(bound->reloadTls));
    return bound->port;
}

tl::expected<void, QString> HttpServer::reloadTls()
{
    for (const auto &reload : m_d->tlsReloads) {
        if (tl::expected<void, QString> done = reload(); !done)
            return done;
    }
    return {};
}

tl::expected<void, QString> HttpServer::listenUnix(const UnixListenerOptions &options)
{
    tl::expected<std::shared_ptr<Listener>, QString> bound = bindUnix(m_d->core, options);
    if (!bound)
        return tl::make_unexpected(bound.error());
    m_d->listeners.push_back(std::move(*bound));
    return {};
}

void HttpServer::start()
{
    for (const std::shared_ptr<Listener> &listener : m_d->listeners)
        listener->start();
    m_d->startThreads();
}

void HttpServer::stop(std::chrono::milliseconds drain)
{
    if (m_d->stopped)
        return;
    m_d->stopped = true;
    const std::shared_ptr<ServerCore> &core = m_d->core;
    core->setStopping();
    for (const std::shared_ptr<Listener> &listener : m_d->listeners)
        listener->close();
    if (m_d->pool.empty()) // never started: run what close() posted
        m_d->startThreads();

    for (const std::shared_ptr<HttpConnection> &connection : core->connections())
        core->post(connection->loop(), [connection] { connection->drain(); });
    if (!core->waitUntilEmpty(drain)) {
        for (const std::shared_ptr<HttpConnection> &connection : core->connections())
            core->post(connection->loop(), [connection] { connection->end(); });
    }
    // A connection accepted at the very moment of closing starts after the round above; it sees isStopping()
    // or is cut here.
    while (!core->waitUntilEmpty(std::chrono::milliseconds(200))) {
        for (const std::shared_ptr<HttpConnection> &connection : core->connections())
            core->post(connection->loop(), [connection] { connection->end(); });
    }
    m_d->work.clear();
    for (std::thread &thread : m_d->pool)
        thread.join();
    core->close();
    m_d->listeners.clear();
}

int HttpServer::connectionCount() const
{
    return static_cast<int>(m_d->core->count());
}

} // namespace pc::platform

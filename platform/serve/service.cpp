// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/serve/service.h"

#include "platform/http/server.h"
#include "platform/serve/health.h"
#include "platform/serve/tls_files.h"

#include <QDateTime>
#include <QUrl>

#include <array>
#include <vector>

#include <arpa/inet.h>
#include <grp.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Names and addresses that the server certificate must carry.
struct ServerNames
{
    QStringList dns{u"localhost"_s};
    QStringList ip;

    void addHost(const QString &host)
    {
        std::array<unsigned char, 16> buffer{};
        const QByteArray latin = host.toLatin1();
        const bool address = ::inet_pton(AF_INET, latin.constData(), buffer.data()) == 1 ||
                             ::inet_pton(AF_INET6, latin.constData(), buffer.data()) == 1;
        QStringList &list = address ? ip : dns;
        if (!list.contains(host))
            list.append(host);
    }
};

/// The address by which this machine reaches a listener: the wildcard addresses are for binding only.
QString reachableAddress(const QString &listenAddress)
{
    if (listenAddress == u"0.0.0.0"_s)
        return u"127.0.0.1"_s;
    return listenAddress == u"::"_s ? u"::1"_s : listenAddress;
}

QString originOf(const QString &address, quint16 port)
{
    const QString host = address.contains(u':') ? QString(u'[' + address + u']') : address;
    return u"https://%1:%2"_s.arg(host, QString::number(port));
}

tl::expected<gid_t, QString> groupId(const QString &name)
{
    std::vector<char> buffer(16 * 1024);
    group entry{};
    group *found = nullptr;
    ::getgrnam_r(name.toLocal8Bit().constData(), &entry, buffer.data(), buffer.size(), &found);
    if (found == nullptr)
        return tl::make_unexpected(u"there is no group \"%1\""_s.arg(name));
    return found->gr_gid;
}

} // namespace

class Service::Private
{
public:
    Private(const ServeOptions &asked, const DataDirectory &directory, const Log &logTo)
        : options(asked), data(directory), log(logTo), server(asked.effectiveThreads(), logTo)
    {
    }

    [[nodiscard]] tl::expected<void, QString> openParts();
    void mountRoutes();
    [[nodiscard]] tl::expected<void, QString> listen();

    const ServeOptions options;
    const DataDirectory &data;
    const Log &log;

    TlsFiles tls;
    const std::shared_ptr<Readiness> readiness = std::make_shared<Readiness>();

    /// Served over TLS: admin API, OAuth, gateway decision, demo partner API.
    const std::shared_ptr<Router> publicRouter = std::make_shared<Router>();
    /// Served on the socket in the data directory, to processes of this user: the subcommands of partner-platform.
    const std::shared_ptr<Router> localRouter = std::make_shared<Router>();
    /// Served on --gateway-socket: the gateway decision only.
    const std::shared_ptr<Router> gatewayRouter = std::make_shared<Router>();

    QString url;
    bool stopped = false;
    HttpServer server; // last: it ends before the parts that its handlers use
};

/// What handlers stand on, from the bottom up.
tl::expected<void, QString> Service::Private::openParts()
{
    ServerNames names;
    names.addHost(reachableAddress(options.listenAddress));
    if (!options.publicUrl.isEmpty())
        names.addHost(QUrl(options.publicUrl).host());
    tl::expected<TlsFiles, QString> made = ensureTlsFiles(data, names.dns, names.ip, QDateTime::currentDateTimeUtc());
    if (!made)
        return tl::make_unexpected(made.error());
    tls = *made;
    return {};
}

/// Each area has one function that mounts its routes; here is the list.
void Service::Private::mountRoutes()
{
    mountHealth(*publicRouter, readiness);
    mountHealth(*localRouter, readiness);
    mountHealth(*gatewayRouter, readiness);
}

tl::expected<void, QString> Service::Private::listen()
{
    TcpListenerOptions tcp;
    tcp.address = options.listenAddress;
    tcp.port = options.listenPort;
    tcp.router = publicRouter;
    tcp.tls.certificateChainFile = tls.certificateFile;
    tcp.tls.privateKeyFile = tls.keyFile;
    tcp.tls.clientCertificates = ClientCertificates::Optional; // gateways show one that our CA signed
    tcp.tls.clientCaFile = tls.caFile;
    const tl::expected<quint16, QString> port = server.listenTcp(tcp);
    if (!port)
        return tl::make_unexpected(port.error());
    url = originOf(reachableAddress(options.listenAddress), *port);

    UnixListenerOptions local;
    local.path = localSocketPath(data.path());
    local.router = localRouter;
    if (tl::expected<void, QString> listening = server.listenUnix(local); !listening)
        return listening;

    if (!options.gatewaySocket.isEmpty()) {
        UnixListenerOptions gateway;
        gateway.path = options.gatewaySocket;
        gateway.router = gatewayRouter;
        if (!options.gatewaySocketGroup.isEmpty()) {
            const tl::expected<gid_t, QString> id = groupId(options.gatewaySocketGroup);
            if (!id)
                return tl::make_unexpected(id.error());
            gateway.group = *id;
            gateway.mode = 0660;
        }
        return server.listenUnix(gateway);
    }
    return {};
}

Service::Service() = default;

Service::~Service()
{
    stop();
}

tl::expected<std::unique_ptr<Service>, QString> Service::start(const ServeOptions &options, const DataDirectory &data,
                                                               const Log &log)
{
    std::unique_ptr<Service> service(new Service);
    service->m_d = std::make_unique<Private>(options, data, log);
    Private &d = *service->m_d;
    if (tl::expected<void, QString> opened = d.openParts(); !opened)
        return tl::make_unexpected(opened.error());
    d.mountRoutes();
    if (tl::expected<void, QString> listening = d.listen(); !listening)
        return tl::make_unexpected(listening.error());
    d.server.start();
    return service;
}

QString Service::url() const
{
    return m_d->url;
}

QString Service::caFile() const
{
    return m_d->tls.caFile;
}

std::optional<pc::Secret> Service::localToken()
{
    return std::nullopt;
}

void Service::stop()
{
    if (!m_d || m_d->stopped)
        return;
    m_d->stopped = true;
    m_d->readiness->setStopping();
    m_d->server.stop();
}

} // namespace pc::platform

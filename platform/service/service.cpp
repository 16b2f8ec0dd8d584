// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/service.h"

#include "platform/admin/api/client_id_uses.h"
#include "platform/admin/api/key_rehashes.h"
#include "platform/clock/clock_watch.h"
#include "platform/core/decision/authorizer.h"
#include "platform/data_dir/remembered_address.h"
#include "platform/data_dir/tls_files.h"
#include "platform/gateway/report_queue.h"
#include "platform/http/server.h"
#include "platform/service/administration.h"
#include "platform/service/certificate_keeper.h"
#include "platform/service/connection_share.h"
#include "platform/service/health.h"
#include "platform/service/partner_endpoints.h"
#include "platform/service/server_names.h"
#include "platform/service/writer_checks.h"
#include "platform/store/history/history_anchor.h"

#include <QDateTime>
#include <QUrl>

#include <set>
#include <vector>

#include <grp.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

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

    [[nodiscard]] tl::expected<void, QString> openTls();
    void renewCertificate();
    [[nodiscard]] tl::expected<void, QString> openParts();
    [[nodiscard]] tl::expected<void, QString> checkPeppers();
    void sayMissingKeys();
    [[nodiscard]] tl::expected<quint16, QString> bindTls();
    [[nodiscard]] tl::expected<void, QString> listen();
    [[nodiscard]] tl::expected<void, QString> mountRoutes();

    const ServeOptions options;
    const DataDirectory &data;
    const Log &log;

    ServerNames names;
    TlsFiles tls;
    const std::shared_ptr<Readiness> readiness = std::make_shared<Readiness>();

    /// Served over TLS: admin API, OAuth, gateway decision, demo partner API.
    const std::shared_ptr<Router> publicRouter = std::make_shared<Router>();
    /// Served on the socket in the data directory, to processes of this user: the subcommands of
    /// partner-platform.
    const std::shared_ptr<Router> localRouter = std::make_shared<Router>();
    /// Served on --gateway-socket: the gateway decision only.
    const std::shared_ptr<Router> gatewayRouter = std::make_shared<Router>();

    SystemClock clock;
    pc::SystemRandom random;
    PepperRing peppers;
    LegacyHmacKeys hmacKeys;
    PolicyHolder policy;
    Counters counters{true};
    CallQueue calls;
    ReportQueue reports{calls};
    std::unique_ptr<PartnerEndpoints> partnerEndpoints;
    std::unique_ptr<Administration> administration;

    QString url;
    QString issuer;
    ConnectionShare connections;
    bool stopped = false;
    HttpServer server;        // it ends before the parts that its handlers use
    CertificateKeeper keeper; // last
};

tl::expected<void, QString> Service::Private::openTls()
{
    names.addHost(reachableAddress(options.listenAddress));
    if (!options.publicUrl.isEmpty())
        names.addHost(QUrl(options.publicUrl).host());
    tl::expected<TlsFiles, QString> made =
        ensureTlsFiles(data, names.dns, names.ip, QDateTime::currentDateTimeUtc());
    if (!made)
        return tl::make_unexpected(made.error());
    tls = *made;
    return {};
}

/// By the time that is believed: a clock that jumps ahead for a moment must not cost the certificate.
void Service::Private::renewCertificate()
{
    const AdminContext &context = administration->context();
    const QDateTime now = toDateTime(context.clockWatch.settled(clock.now()));
    const tl::expected<TlsFiles, QString> made = ensureTlsFiles(data, names.dns, names.ip, now);
    if (!made)
        return log.error("certificate_not_renewed", {{"why", made.error()}});
    if (!made->renewed)
        return;
    if (const auto loaded = server.reloadTls(); !loaded)
        return log.error("certificate_not_renewed", {{"why", loaded.error()}});
    log.warning("certificate_renewed");
}

/// What handlers stand on, from the bottom up.
tl::expected<void, QString> Service::Private::openParts()
{
    QString why;
    std::optional<PepperRing> ring = PepperRing::open(data.path(), false, &why);
    if (!ring)
        return tl::make_unexpected(why);
    peppers = std::move(*ring);
    std::optional<LegacyHmacKeys> others = LegacyHmacKeys::open(data.path(), &why);
    if (!others)
        return tl::make_unexpected(why);
    hmacKeys = std::move(*others);
    auto opened = Administration::open(
        {data.path(), policy, counters, calls, peppers, clock, random, log, 0, &hmacKeys, &reports});
    if (!opened)
        return tl::make_unexpected(opened.error());
    administration = std::move(*opened);
    readiness->add("history_anchor", Readiness::Needs::Changes,
                   [this] { return !administration->context().history.owesLine(); });
    readiness->add("history", Readiness::Needs::Decisions,
                   [this] { return administration->context().history.isAccepted(); });
    watchWriters(*readiness, administration->context());
    sayMissingKeys();
    return checkPeppers();
}

/// Its keys cannot be checked, and no others are touched by it: said, and gone on.
void Service::Private::sayMissingKeys()
{
    for (const QByteArray &name : policy.current()->legacyKeys().hmacKeys()) {
        if (hmacKeys.find(name) == nullptr)
            log.error("legacy_hmac_key_missing", {{"name", QString::fromLatin1(name)}});
    }
}

/// Every pepper that a stored verifier was made with must be there, and the first one is made only where
/// there is no such verifier yet: a fresh one in the place of a lost one would make all secrets look wrong,
/// and stand in the way of its return.
tl::expected<void, QString> Service::Private::checkPeppers()
{
    const std::set<int> needed = policy.current()->pepperVersions();
    for (const int version : needed) {
        if (!peppers.has(version)) {
            return tl::make_unexpected(
                u"the pepper %1 is missing; without it the secrets made with it cannot be checked: restore the file"_s
                    .arg(data.file(QString(u"pepper-"_s + QString::number(version)))));
        }
    }
    if (peppers.currentVersion() > 0)
        return {};
    QString why;
    std::optional<PepperRing> first = PepperRing::open(data.path(), true, &why);
    if (!first)
        return tl::make_unexpected(why);
    peppers = std::move(*first);
    return {};
}

/// Each area has one function that mounts its routes; here is the list. After listen(), which finds the
/// addresses.
tl::expected<void, QString> Service::Private::mountRoutes()
{
    mountHealth(*publicRouter, readiness);
    mountHealth(*localRouter, readiness);
    mountHealth(*gatewayRouter, readiness);

    const QString origin = options.publicUrl.isEmpty() ? url : options.publicUrl;
    const QByteArray brand = administration->context().settings.brand;
    auto endpoints = PartnerEndpoints::open(
        {policy, peppers, counters, calls, clock, data.path(), issuer, origin, brand,
         administration->gateways(), &administration->leaks(), &hmacKeys,
         [&rehashes = administration->rehashes()](const FirstUses::Proof &proof) { rehashes.record(proof); },
         [&uses = administration->clientIdUses()](
             const QByteArray &id16, Instant at, const QByteArray &source) { uses.record(id16, at, source); },
         &reports},
        random);
    if (!endpoints)
        return tl::make_unexpected(endpoints.error());
    partnerEndpoints = std::move(*endpoints);
    partnerEndpoints->mountPublic(*publicRouter, administration->denials());
    partnerEndpoints->mountGatewaySocket(*gatewayRouter);

    administration->setAddresses(url, tls.caFile, origin + u"/oauth2/token", origin + u"/api/v1");
    administration->setProbe(&partnerEndpoints->probe(), &partnerEndpoints->liveTokens());
    administration->setGatewayChecks(&partnerEndpoints->checks());
    administration->mount(*publicRouter);
    administration->mountLocal(*localRouter);
    return {};
}

/// Binds the TLS listener and settles port and issuer, which are remembered.
tl::expected<quint16, QString> Service::Private::bindTls()
{
    const QString file = data.file(u"address");
    const RememberedAddress before = RememberedAddress::read(file);
    TcpListenerOptions tcp;
    tcp.address = options.listenAddress;
    tcp.port = options.listenPort == 0 ? before.port : options.listenPort;
    tcp.router = publicRouter;
    tcp.tls.certificateChainFile = tls.certificateFile;
    tcp.tls.privateKeyFile = tls.keyFile;
    tcp.tls.clientCertificates = ClientCertificates::Optional; // gateways show one that our CA signed
    tcp.tls.clientCaFile = tls.caFile;
    tcp.limits.connections.total = connections.tcp;
    tcp.limits.connections.perAddress = options.maxPerAddress;
    tcp.limits.connections.reserve = connections.tcp / 4;
    tcp.gatewayOf = [this](const PeerCertificate &certificate) {
        return partnerEndpoints->gatewayOf(certificate);
    };
    tl::expected<quint16, QString> port = server.listenTcp(tcp);
    if (!port && options.listenPort == 0 && before.port != 0) {
        log.warning("last_port_is_taken", {{"port", before.port}});
        tcp.port = 0;
        port = server.listenTcp(tcp);
    }
    if (!port)
        return port;
    url = originOf(reachableAddress(options.listenAddress), *port);
    issuer = !options.publicUrl.isEmpty() ? options.publicUrl : before.issuer.isEmpty() ? url : before.issuer;

    RememberedAddress now{*port, before.issuer};
    if (options.publicUrl.isEmpty())
        now.issuer = issuer;
    if (now == before)
        return port;
    if (const tl::expected<void, QString> written = now.write(file); !written)
        log.warning("address_not_remembered", {{"why", written.error()}});
    return port;
}

tl::expected<void, QString> Service::Private::listen()
{
    connections = shareConnections(options.maxConnections, descriptorLimit());
    if (connections.tcp < options.maxConnections)
        log.warning("connections_bounded_by_descriptors",
                    {{"wanted", options.maxConnections}, {"possible", connections.tcp}});
    if (const tl::expected<quint16, QString> port = bindTls(); !port)
        return tl::make_unexpected(port.error());

    UnixListenerOptions local;
    local.path = localSocketPath(data.path());
    local.router = localRouter;
    local.limits.connections.total = connections.localSocket;
    if (tl::expected<void, QString> listening = server.listenUnix(local); !listening)
        return listening;

    if (!options.gatewaySocket.isEmpty()) {
        UnixListenerOptions gateway;
        gateway.path = options.gatewaySocket;
        gateway.router = gatewayRouter;
        gateway.limits.connections.total = connections.gatewaySocket;
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

tl::expected<std::unique_ptr<Service>, QString> Service::start(const ServeOptions &options,
                                                               const DataDirectory &data, const Log &log)
{
    std::unique_ptr<Service> service(new Service);
    service->m_d = std::make_unique<Private>(options, data, log);
    Private &d = *service->m_d;
    using Step = tl::expected<void, QString> (Private::*)();
    for (const Step step :
         {&Private::openTls, &Private::openParts, &Private::listen, &Private::mountRoutes}) {
        if (tl::expected<void, QString> done = (d.*step)(); !done)
            return tl::make_unexpected(done.error());
    }
    d.administration->start();
    d.server.start();
    d.keeper.start([&d] { d.renewCertificate(); });
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

QStringList Service::routes() const
{
    QStringList list;
    for (const auto &router : {m_d->publicRouter, m_d->localRouter, m_d->gatewayRouter}) {
        for (const Router::Route &route : router->routes()) {
            const QByteArray method = route.options.anyMethod ? QByteArray("ANY") : methodName(route.method);
            list.append(QString::fromLatin1(method + ' ' + route.pathTemplate) +
                        (route.options.prefix ? u"/…"_s : QString()));
        }
    }
    list.removeDuplicates();
    return list;
}

std::future<std::optional<pc::Secret>> Service::localToken()
{
    return m_d->administration->localToken();
}

void Service::stop()
{
    if (!m_d || m_d->stopped)
        return;
    m_d->stopped = true;
    m_d->readiness->setStopping();
    m_d->keeper.stop();
    if (m_d->administration)
        m_d->administration->releaseWaiting();
    m_d->server.stop();
    if (m_d->partnerEndpoints)
        m_d->partnerEndpoints->stop();
    if (m_d->administration)
        m_d->administration->stop();
}

} // namespace pc::platform

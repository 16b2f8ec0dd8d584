// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/probe_client.h"

#include "platform/gateway/probe_wire.h"

#include <QUrl>

namespace pc::platform {

using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

constexpr qsizetype mostBytes = 16 * 1024;

ProbeAnswer parseHeader(const QByteArray &header)
{
    ProbeAnswer answer;
    const QList<QByteArray> lines = header.left(header.indexOf("\r\n\r\n")).split('\n');
    const QList<QByteArray> first = lines.value(0).split(' ');
    if (header.indexOf("\r\n\r\n") < 0 || first.size() < 2 || !first[0].startsWith("HTTP/1."))
        return answer;
    answer.status = first[1].toInt();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArray name = line.first(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed().left(64);
        if (name == "x-decision-id")
            answer.decisionId = QString::fromLatin1(value);
        else if (name == "x-policy-snapshot")
            answer.snapshot = value.toLongLong();
    }
    return answer;
}

} // namespace

ProbeAnswer probeGateway(const QString &url, const QString &caFile, const Secret &token,
                         std::chrono::milliseconds limit, NameLookup &names)
{
    const QUrl target(url, QUrl::StrictMode);
    const bool tls = target.scheme() == u"https"_s;
    if (!target.isValid() || (!tls && target.scheme() != u"http"_s) || target.host().isEmpty())
        return {};
    const QByteArray host = target.host(QUrl::FullyEncoded).toLatin1();
    ProbeWire wire(Steady::now() + limit);
    if (!wire.connect(host, target.port(tls ? 443 : 80), names) || (tls && !wire.startTls(host, {caFile})))
        return {};

    const QByteArray path = target.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray authority = target.authority(QUrl::FullyEncoded).toLatin1();
    const QByteArray begin =
        "GET " + (path.isEmpty() ? QByteArray("/") : path) + " HTTP/1.1\r\nHost: " + authority +
        "\r\nUser-Agent: partner-platform-probe\r\nConnection: close\r\nAuthorization: Bearer ";
    if (!wire.write(begin) || !wire.write(token.view()) || !wire.write("\r\n\r\n"))
        return {};
    return parseHeader(wire.readHeader(mostBytes));
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/gateway_prober.h"

#include "platform/core/decision/body_facts.h"
#include "platform/gateway/identity_headers.h"
#include "platform/gateway/probe_wire.h"

#include <QUrl>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

constexpr qsizetype mostHeader = 32 * 1024;
constexpr int longHeaderBytes = 30'000; ///< more than any shipped gateway or the service reads
constexpr qint64 tooManyBytes = gatewayBodyLimit + 65'536;
constexpr qint64 pieceBytes = 16'384;

struct Address
{
    QByteArray host;
    QByteArray authority;
    QByteArray path;
    int port = 0;
    bool tls = false;
};

std::optional<Address> addressIn(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool tls = url.scheme() == u"https"_s;
    if (!url.isValid() || (!tls && url.scheme() != u"http"_s) || url.host().isEmpty())
        return std::nullopt;
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    return Address{url.host(QUrl::FullyEncoded).toLatin1(), url.authority(QUrl::FullyEncoded).toLatin1(),
                   path.isEmpty() ? QByteArray("/") : path, url.port(tls ? 443 : 80), tls};
}

/// Nothing when it is no answer in HTTP/1.
std::optional<WireAnswer> answerIn(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0 || !bytes.startsWith("HTTP/1."))
        return std::nullopt;
    const QList<QByteArray> lines = bytes.first(end).split('\n');
    WireAnswer answer;
    answer.status = lines[0].split(' ').value(1).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            answer.headers.add(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    return answer.status >= 100 ? std::optional(answer) : std::nullopt;
}

/// Until somebody answers, or will not take more.
void writeBody(ProbeWire &wire, qint64 bytes, bool chunked)
{
    const QByteArray piece(pieceBytes, 'x');
    const QByteArray head = QByteArray::number(pieceBytes, 16) + "\r\n";
    for (qint64 sent = 0; sent < bytes; sent += pieceBytes) {
        const QByteArray part = piece.first(std::min(pieceBytes, bytes - sent));
        if (wire.hasAnswer(std::chrono::milliseconds(0)) ||
            !wire.write(chunked ? head + piece + "\r\n" : part))
            return;
    }
    if (chunked)
        (void)wire.write("0\r\n\r\n");
}

/// The protected names and those by which the gateways tell a call, each as it is and as frameworks fold it.
QByteArrayList forgedFields(const QByteArray &marker)
{
    QByteArrayList fields;
    const QByteArrayList names =
        protectedHeaderNames() + QByteArrayList{"X-Original-Method", "X-Original-URI",     "X-Original-Host",
                                                "X-Original-Length", "X-Forwarded-Method", "X-Forwarded-Uri",
                                                "X-Forwarded-Host"};
    for (const QByteArray &name : names) {
        const bool isPath = name.endsWith("URI") || name.endsWith("URL") || name.endsWith("Uri");
        const QByteArray value = ": " + (isPath ? "/api/v1/" + marker : marker);
        QByteArray underscored = name;
        QByteArray dotted = name;
        fields += {name + value, underscored.replace('-', '_') + value, dotted.replace('-', '.') + value};
    }
    // What a client names here would end on the way, had the gateway itself written it or not.
    fields += {"Connection: close, X-Partner-Id", "Connection: close, X-Scopes, X-Realm"};
    return fields;
}

QByteArrayList claimingFields()
{
    QByteArrayList fields;
    for (const char *name : {"X-Forwarded-For", "X-Real-IP", "X-Original-For", "X-Client-IP",
                             "True-Client-IP", "X-Cluster-Client-IP"})
        fields.append(QByteArray(name) + ": " + claimedAddress);
    fields.append(QByteArray("Forwarded: for=") + claimedAddress);
    return fields;
}

} // namespace

GatewayProber::GatewayProber(ProbeKit kit, Seen seen, Deny deny)
    : m_kit(std::move(kit)), m_seen(std::move(seen)), m_deny(std::move(deny))
{
}

WireAnswer GatewayProber::exchange(const QString &url, const QString &caFile, const Shape &shape)
{
    WireAnswer none;
    const auto address = addressIn(url);
    if (!address) {
        none.fault = u"the address is no plain http or https URL"_s;
        return none;
    }
    ProbeWire wire(Steady::now() + patience);
    if (!wire.connect(address->host, address->port, m_names) ||
        (address->tls && !wire.startTls(address->host, {caFile}))) {
        none.fault = wire.fault();
        return none;
    }
    const QByteArray close = shape.field.startsWith("Connection:") ? QByteArray() : "Connection: close\r\n";
    QByteArray begin = "GET " + (shape.target.isEmpty() ? address->path : shape.target) +
                       " HTTP/1.1\r\nHost: " + (shape.host.isEmpty() ? address->authority : shape.host) +
                       "\r\n" + close + "User-Agent: partner-platform-check/" + m_kit.marker + "\r\n";
    if (!shape.field.isEmpty())
        begin += shape.field + "\r\n";
    if (shape.length >= 0)
        begin += "Content-Length: " + QByteArray::number(shape.length) + "\r\n";
    if (shape.endless >= 0)
        begin += "Transfer-Encoding: chunked\r\n";
    const auto token = m_kit.tokens.find(shape.token);
    const bool hasToken = token != m_kit.tokens.end();
    const bool sent = wire.write(begin) &&
                      (!hasToken || (wire.write("Authorization: Bearer ") &&
                                     wire.write(token->second.view()) && wire.write("\r\n"))) &&
                      wire.write("\r\n");
    const qint64 body = std::max(shape.length, shape.endless);
    if (sent && body > 0 && !wire.hasAnswer(beforeBody))
        writeBody(wire, body, shape.endless >= 0);
    // Also after a failed write: whoever will not read on may have said why.
    std::optional<WireAnswer> answer = answerIn(wire.readHeader(mostHeader));
    if (!answer) {
        none.fault = wire.fault().isEmpty() ? u"the connection was ended without an answer"_s : wire.fault();
        return none;
    }
    answer->at = QDateTime::currentDateTimeUtc();
    return std::move(*answer);
}

CheckedCall GatewayProber::call(const Shape &shape)
{
    CheckedCall made{shape.field, exchange(m_kit.url, m_kit.caFile, shape), {}};
    const QList<CheckSighting> all = m_seen();
    made.seen = all.mid(m_told);
    m_told = all.size();
    return made;
}

void GatewayProber::observeTls(GatewayObservations &into)
{
    const auto address = addressIn(m_kit.url);
    if (!address || !address->tls)
        return;
    ProbeWire wire(Steady::now() + patience);
    if (!wire.connect(address->host, address->port, m_names))
        return;
    TlsObservation seen;
    if (!wire.startTls(address->host, {m_kit.caFile}))
        seen.fault = wire.fault();
    seen.certificateEnd = wire.certificateEnd();
    ProbeWire old(Steady::now() + patience);
    seen.takesOld = seen.fault.isEmpty() && old.connect(address->host, address->port, m_names) &&
                    old.startTls(address->host, {m_kit.caFile, ProbeWire::Versions::Old});
    into.tls = seen;
}

void GatewayProber::observeForged(GatewayObservations &into)
{
    const QString token = QString::fromUtf16(check_tokens::first);
    for (const QByteArray &field : claimingFields())
        into.claimed.push_back(call({{}, token, field}));
    for (const QByteArray &field : forgedFields(m_kit.marker))
        into.forged.push_back(call({{}, token, field}));
}

void GatewayProber::observeProbes(GatewayObservations &into)
{
    const QString first = QString::fromUtf16(check_tokens::first);
    const QString ended = QString::fromUtf16(check_tokens::ended);
    into.first = call({{}, first});
    into.again = call({{}, first});
    into.second = call({{}, QString::fromUtf16(check_tokens::second)});
    into.otherHost = call({{}, first, {}, foreignHost});
    into.longBody = call({{}, first, {}, {}, tooManyBytes});
    into.endlessBody = call({{}, first, {}, {}, -1, tooManyBytes});
    into.longHeader = call({{}, first, "X-Long: " + QByteArray(longHeaderBytes, 'x')});
    into.gone = call({{}, QString::fromUtf16(check_tokens::gone)});
    into.throttled = call({{}, QString::fromUtf16(check_tokens::throttled)});
    observeForged(into);
    into.beforeDenial = call({{}, ended});
    if (m_deny(ended))
        into.afterDenial = call({{}, ended});
}

void GatewayProber::observe(GatewayObservations &into)
{
    into.now = QDateTime::currentDateTimeUtc();
    into.url = m_kit.url;
    if (!m_kit.upstreamUrl.isEmpty())
        into.upstream = exchange(m_kit.upstreamUrl, {}, {});
    const bool lent = !m_kit.tokens.empty();
    if (!m_kit.serviceUrl.isEmpty())
        into.decision = exchange(m_kit.serviceUrl + u"/gateway/v1/authorize"_s, m_kit.serviceCaFile,
                                 {{},
                                  {},
                                  "X-Forwarded-Method: GET\r\nX-Forwarded-Uri: /api/v1/probe\r\n"
                                  "X-Forwarded-For: 127.0.0.1"});
    if (m_kit.url.isEmpty())
        return;
    observeTls(into);
    m_told = m_seen().size();
    into.elsewhere = call({"/" + m_kit.marker});
    if (!into.elsewhere->answer.fault.isEmpty())
        return; // it would be so every time, and each would have to be waited for
    into.anonymous = call({});
    for (const char *path : {"/gateway/v1/authorize", "/gateway/v1/probed", "/_partner/authorize",
                             "/admin/v1/session", "/local/v1/operators"})
        into.inner.emplace_back(QString::fromLatin1(path), call({path}).answer);
    if (lent)
        observeProbes(into);
}

} // namespace pc::platform

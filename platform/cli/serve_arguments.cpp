// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/serve_arguments.h"

#include "platform/cli/data_option.h"
#include "platform/cli/values.h"

#include <QUrl>

#include <algorithm>

#include <arpa/inet.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

bool isNumericAddress(const QString &address)
{
    unsigned char buffer[16];
    const QByteArray text = address.toLatin1();
    return ::inet_pton(AF_INET, text.constData(), buffer) == 1 ||
           ::inet_pton(AF_INET6, text.constData(), buffer) == 1;
}

Taken takeListen(ServeOptions &options, const QString &value)
{
    const qsizetype colon = value.lastIndexOf(u':');
    QString address = value.left(std::max<qsizetype>(colon, 0));
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    bool portFits = false;
    const ushort port = value.mid(colon + 1).toUShort(&portFits);
    if (colon < 0 || !portFits || !isNumericAddress(address)) {
        return tl::make_unexpected(
            u"wants a numeric address and a port, such as 127.0.0.1:0 or [::1]:8443, not \"%1\""_s.arg(
                value));
    }
    options.listenAddress = address;
    options.listenPort = port;
    return {};
}

Taken takePublicUrl(ServeOptions &options, const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    const bool origin = url.isValid() && url.scheme() == u"https"_s && !url.host().isEmpty() &&
                        url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment() &&
                        (url.path().isEmpty() || url.path() == u"/"_s);
    if (!origin)
        return tl::make_unexpected(
            u"wants an https origin such as https://api.example, not \"%1\""_s.arg(value));
    options.publicUrl = url.toString(QUrl::StripTrailingSlash | QUrl::RemovePath | QUrl::FullyEncoded);
    return {};
}

} // namespace

void describe(Command &command, ServeOptions &options)
{
    using namespace values;
    ServeOptions *into = &options;
    command.options = {
        dataOption(options.dataDirectory, u"where everything is kept (created if missing)"_s),
        {u"--listen"_s, u"ADDRESS:PORT"_s, u"default 127.0.0.1:0; port 0: the last one, or any free one"_s,
         [into](const QString &value) { return takeListen(*into, value); }},
        {u"--public-url"_s, u"URL"_s, u"https origin that partners use: token issuer and links"_s,
         [into](const QString &value) { return takePublicUrl(*into, value); }},
        {u"--gateway-socket"_s, u"PATH"_s, u"a Unix socket for gateways on this host"_s,
         text(options.gatewaySocket)},
        {u"--gateway-socket-group"_s, u"GROUP"_s, u"the group whose members may use it"_s,
         text(options.gatewaySocketGroup)},
        {u"--threads"_s, u"N"_s, u"server threads, 1 to 64 (default: processors, 2 to 8)"_s,
         number(options.threads, 1, 64)},
        {u"--max-connections"_s, u"N"_s, u"over TLS, all together (default 2048)"_s,
         number(options.maxConnections, 16, 100'000)},
        {u"--max-per-address"_s, u"N"_s, u"of them, for one address that is no gateway (default 256)"_s,
         number(options.maxPerAddress, 4, 100'000)},
        {u"--log"_s, u"TARGET"_s, u"stderr (default), none, or a file"_s, text(options.logTarget)},
        {u"--exit-with-stdin"_s,
         {},
         u"end when standard input closes; print a sign-in token"_s,
         isGiven(options.exitWithStdin)},
        {u"--attach"_s,
         {},
         u"with --exit-with-stdin: join the service that runs on DIR already, if one does"_s,
         isGiven(options.attach)},
    };
    command.check = [into]() -> Taken {
        if (into->attach && !into->exitWithStdin)
            return tl::make_unexpected(u"--attach needs --exit-with-stdin"_s);
        if (!into->gatewaySocketGroup.isEmpty() && into->gatewaySocket.isEmpty())
            return tl::make_unexpected(u"--gateway-socket-group needs --gateway-socket"_s);
        return {};
    };
}

} // namespace pc::platform

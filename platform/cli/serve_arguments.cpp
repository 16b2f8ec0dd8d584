// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/serve_arguments.h"

#include "contract/rules/text_rule.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <vector>

#include <arpa/inet.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

using Taken = tl::expected<void, QString>;

struct Option
{
    QString name;
    QString placeholder; ///< empty: a switch
    QString help;
    std::function<Taken(ServeOptions &, const QString &)> take;
};

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
            u"--listen wants a numeric address and a port, such as 127.0.0.1:0 or [::1]:8443, not \"%1\""_s
                .arg(value));
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
            u"--public-url wants an https origin such as https://api.example, not \"%1\""_s.arg(value));
    options.publicUrl = url.toString(QUrl::StripTrailingSlash | QUrl::RemovePath | QUrl::FullyEncoded);
    return {};
}

std::function<Taken(ServeOptions &, const QString &)> number(const QString &name, int ServeOptions::*member,
                                                             int least, int most)
{
    return [=](ServeOptions &options, const QString &value) -> Taken {
        const bool fits = pc::rules::matchesWhole(u"[0-9]{1,9}"_s, value); // toInt() skips white space
        options.*member = value.toInt();
        if (!fits || options.*member < least || options.*member > most)
            return tl::make_unexpected(u"%1 wants a number from %2 to %3, not \"%4\""_s.arg(
                name, QString::number(least), QString::number(most), value));
        return {};
    };
}

std::function<Taken(ServeOptions &, const QString &)> text(QString ServeOptions::*member)
{
    return [member](ServeOptions &options, const QString &value) -> Taken {
        if (value.isEmpty())
            return tl::make_unexpected(u"an option's value is empty"_s);
        options.*member = value;
        return {};
    };
}

std::function<Taken(ServeOptions &, const QString &)> flag(bool ServeOptions::*member)
{
    return [member](ServeOptions &options, const QString &) -> Taken {
        options.*member = true;
        return {};
    };
}

const std::vector<Option> &knownOptions()
{
    static const std::vector<Option> known{
        {u"--data"_s, u"DIR"_s, u"where everything is kept (created if missing)"_s,
         text(&ServeOptions::dataDirectory)},
        {u"--listen"_s, u"ADDRESS:PORT"_s, u"default 127.0.0.1:0; port 0: the last one, or any free one"_s,
         takeListen},
        {u"--public-url"_s, u"URL"_s, u"https origin that partners use: token issuer and links"_s,
         takePublicUrl},
        {u"--gateway-socket"_s, u"PATH"_s, u"a Unix socket for gateways on this host"_s,
         text(&ServeOptions::gatewaySocket)},
        {u"--gateway-socket-group"_s, u"GROUP"_s, u"the group whose members may use it"_s,
         text(&ServeOptions::gatewaySocketGroup)},
        {u"--threads"_s, u"N"_s, u"server threads"_s, number(u"--threads"_s, &ServeOptions::threads, 1, 64)},
        {u"--max-connections"_s, u"N"_s, u"over TLS, all together (default 2048)"_s,
         number(u"--max-connections"_s, &ServeOptions::maxConnections, 16, 100'000)},
        {u"--max-per-address"_s, u"N"_s, u"of them, for one address that is no gateway (default 256)"_s,
         number(u"--max-per-address"_s, &ServeOptions::maxPerAddress, 4, 100'000)},
        {u"--log"_s, u"TARGET"_s, u"stderr (default), none, or a file"_s, text(&ServeOptions::logTarget)},
        {u"--exit-with-stdin"_s,
         {},
         u"end when standard input closes; print a sign-in token"_s,
         flag(&ServeOptions::exitWithStdin)},
        {u"--attach"_s,
         {},
         u"with --exit-with-stdin: join the service that runs on DIR already, if one does"_s,
         flag(&ServeOptions::attach)},
        {u"--help"_s, {}, u"this text"_s, flag(&ServeOptions::help)},
    };
    return known;
}

} // namespace

tl::expected<ServeOptions, QString> parseServeOptions(const QStringList &arguments)
{
    ServeOptions options;
    QSet<QString> seen;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const qsizetype equals = arguments[i].startsWith(u"--"_s) ? arguments[i].indexOf(u'=') : -1;
        const QString name = equals < 0 ? arguments[i] : arguments[i].left(equals);
        const auto option = std::find_if(knownOptions().begin(), knownOptions().end(),
                                         [&name](const Option &known) { return known.name == name; });
        if (option == knownOptions().end())
            return tl::make_unexpected(u"there is no option \"%1\""_s.arg(name));
        if (seen.contains(name))
            return tl::make_unexpected(u"%1 is given twice"_s.arg(name));
        seen.insert(name);
        QString value;
        if (option->placeholder.isEmpty()) {
            if (equals >= 0)
                return tl::make_unexpected(u"%1 takes no value"_s.arg(name));
        } else if (equals >= 0) {
            value = arguments[i].mid(equals + 1);
        } else {
            if (i + 1 == arguments.size())
                return tl::make_unexpected(u"%1 wants a value"_s.arg(name));
            value = arguments[++i];
        }
        if (Taken taken = option->take(options, value); !taken)
            return tl::make_unexpected(taken.error());
    }
    if (!options.help && options.dataDirectory.isEmpty())
        return tl::make_unexpected(u"--data DIR is needed"_s);
    if (options.attach && !options.exitWithStdin)
        return tl::make_unexpected(u"--attach needs --exit-with-stdin"_s);
    if (!options.gatewaySocketGroup.isEmpty() && options.gatewaySocket.isEmpty())
        return tl::make_unexpected(u"--gateway-socket-group needs --gateway-socket"_s);
    return options;
}

QString serveUsage()
{
    QString usage = u"Usage: partner-platform serve --data DIR [OPTIONS]\n\n"_s;
    for (const Option &option : knownOptions()) {
        const QString left =
            option.placeholder.isEmpty() ? option.name : QString(option.name + u' ' + option.placeholder);
        usage += u"  %1 %2\n"_s.arg(left, -30).arg(option.help);
    }
    return usage;
}

} // namespace pc::platform

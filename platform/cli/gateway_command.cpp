// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/gateway_command.h"

#include "contract/crypto/redaction.h"
#include "contract/crypto/tls_ca.h"
#include "contract/rules/name_rules.h"
#include "platform/cli/command_line.h"
#include "platform/data_dir/data_directory.h"
#include "platform/data_dir/private_file.h"
#include "platform/data_dir/tls_files.h"
#include "platform/gateway/gateway_registry.h"
#include "platform/local/record_host_act.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>
#include <cstdio>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultDays = 365;

void say(std::FILE *out, const QString &text)
{
    std::fprintf(out, "%s\n", text.toLocal8Bit().constData());
}

int fail(const QString &why, int code = ExitFailed)
{
    say(stderr, u"partner-platform gateway: "_s + why);
    return code;
}

const QString &usage()
{
    static const QString text =
        u"Usage: partner-platform gateway add NAME --data DIR --out DIR [--realm sbx|prd] [--days N]\n"
        "                                         [--probe-url URL [--probe-ca FILE]]\n"
        "       partner-platform gateway list --data DIR\n"
        "       partner-platform gateway remove NAME --data DIR\n\n"
        "add      issues a client certificate with which the gateway asks for decisions, and writes\n"
        "         NAME.crt, NAME.key and platform-ca.crt to the directory given by --out\n"
        "  --realm      the gateway stands for one realm only (default: both)\n"
        "  --days       life of the certificate, 1 to 397 (default 365)\n"
        "  --probe-url  the probe route as seen through this gateway (https://HOST/api/v1/probe): "
        "revocations are\n"
        "               then proven through it\n"
        "  --probe-ca   the certificate authority of that URL, when it is not one the system trusts\n"
        "remove   from now on the gateway gets no decision"_s;
    return text;
}

bool writePublicFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

/// The CA of a data directory in which the service has started once.
tl::expected<CertificateAuthority, QString> openCa(const QString &dataDirectory)
{
    const TlsFiles files = tlsFilesOf(dataDirectory);
    QFile certificate(files.caFile);
    if (!certificate.open(QIODevice::ReadOnly))
        return tl::make_unexpected(
            u"%1 cannot be read; has the service been started on this directory?"_s.arg(files.caFile));
    QString why;
    const auto key = readPrivateFile(files.caKeyFile, 16 * 1024, &why);
    if (!key)
        return tl::make_unexpected(why);
    auto ca = CertificateAuthority::fromPem(certificate.readAll(), *key);
    if (!ca)
        return tl::make_unexpected(u"the certificate authority in %1 is damaged"_s.arg(dataDirectory));
    return std::move(*ca);
}

struct AddOptions
{
    QString name;
    QString data;
    QString out;
    int days = defaultDays;
    GatewayRule rule;
};

tl::expected<AddOptions, QString> readAddOptions(const QCommandLineParser &parser, const QString &name)
{
    AddOptions options{name, parser.value(u"data"_s), parser.value(u"out"_s), defaultDays, {}};
    if (options.out.isEmpty())
        return tl::make_unexpected(u"add needs --out"_s);
    if (parser.isSet(u"days"_s)) {
        bool isNumber = false;
        options.days = parser.value(u"days"_s).toInt(&isNumber);
        if (!isNumber || options.days < 1 || options.days > leafMaxDays)
            return tl::make_unexpected(u"--days is a number from 1 to %1"_s.arg(leafMaxDays));
    }
    options.rule.name = name;
    if (parser.isSet(u"realm"_s)) {
        options.rule.realm = enumFromText<Realm>(parser.value(u"realm"_s));
        if (*options.rule.realm == Realm::Unknown)
            return tl::make_unexpected(u"--realm is sbx or prd"_s);
    }
    options.rule.probeUrl = parser.value(u"probe-url"_s);
    if (!options.rule.probeUrl.isEmpty()) {
        const QUrl url(options.rule.probeUrl, QUrl::StrictMode);
        const bool usable = url.isValid() && !url.host().isEmpty() && !url.hasQuery() &&
                            url.userInfo().isEmpty() &&
                            (url.scheme() == u"https"_s || url.scheme() == u"http"_s);
        if (!usable)
            return tl::make_unexpected(u"--probe-url is not a plain http or https URL"_s);
        if (redactWire(options.rule.probeUrl) != options.rule.probeUrl)
            return tl::make_unexpected(u"--probe-url holds what looks like a credential"_s);
    }
    if (parser.isSet(u"probe-ca"_s)) {
        if (redactWire(parser.value(u"probe-ca"_s)) != parser.value(u"probe-ca"_s))
            return tl::make_unexpected(u"--probe-ca holds what looks like a credential"_s);
        options.rule.probeCaFile = QDir().absoluteFilePath(parser.value(u"probe-ca"_s));
        if (!QFile::exists(options.rule.probeCaFile))
            return tl::make_unexpected(u"%1 does not exist"_s.arg(options.rule.probeCaFile));
    }
    return options;
}

/// A removal; of one that the list does not name only if the log knows it, which may be so all the same.
host_acts::HostAct removalOf(const QString &name, bool isListed)
{
    host_acts::HostAct act{AuditAction::GatewayRemove, name, {}};
    act.onlyIfKnown = !isListed;
    return act;
}

/// The service that did not answer in time must not record the addition later.
int takenBack(const AddOptions &options, const QString &why)
{
    const auto overtaken = host_acts::recordFromCommand(options.data, removalOf(options.name, false));
    if (!GatewayRegistry::remove(gatewayRegistryFile(options.data), options.name))
        return fail(u"registered but not recorded, remove it: "_s + why);
    if (!overtaken)
        say(stderr, u"the service may record it later; then remove it again"_s);
    return fail(u"taken back, as it cannot be recorded: "_s + why);
}

int add(const AddOptions &options)
{
    const auto ca = openCa(options.data);
    if (!ca)
        return fail(ca.error());
    if (!QDir().mkpath(options.out))
        return fail(u"%1 cannot be made"_s.arg(options.out));
    const QDir out(options.out);
    const QString keyFile = out.filePath(options.name + u".key"_s);
    const QString certificateFile = out.filePath(options.name + u".crt"_s);

    CertificateRequest request;
    request.use = CertificateRequest::Use::Client;
    request.commonName = u"gateway "_s + options.name;
    request.days = options.days;
    SystemRandom random;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto issued = ca->issue(request, now, random);
    if (!issued)
        return fail(u"the certificate cannot be issued: %1"_s.arg(QString::fromLatin1(issued.error().what)));

    QString why;
    if (!writeNewPrivateFile(keyFile, issued->privateKeyPem.view(), &why))
        return fail(why);
    if (!writePublicFile(certificateFile, issued->certificatePem) ||
        !writePublicFile(out.filePath(u"platform-ca.crt"_s), ca->certificatePem())) {
        QFile::remove(keyFile);
        return fail(u"%1 cannot be written"_s.arg(certificateFile));
    }
    // Registered last: a gateway whose files are incomplete must not count.
    GatewayRule rule = options.rule;
    rule.thumbprint = issued->fingerprint;
    rule.registeredAt = now;
    rule.notAfter = issued->notAfter;
    if (const auto added = GatewayRegistry::add(gatewayRegistryFile(options.data), rule); !added) {
        QFile::remove(keyFile);
        QFile::remove(certificateFile);
        return fail(added.error());
    }
    const host_acts::HostAct act{AuditAction::GatewayAdd,
                                 options.name,
                                 {{u"realm"_s, {}, realmText(rule)},
                                  {u"thumbprint"_s, {}, QString::fromLatin1(rule.thumbprint.toHex())}}};
    // A gateway that nobody could be asked about must not decide.
    if (const auto recorded = host_acts::recordFromCommand(options.data, act); !recorded) {
        QFile::remove(keyFile);
        QFile::remove(certificateFile);
        return takenBack(options, recorded.error());
    }
    say(stdout, certificateFile);
    say(stdout, keyFile);
    say(stdout, out.filePath(u"platform-ca.crt"_s));
    return ExitDone;
}

int remove(const QString &data, const QString &name)
{
    const QString file = gatewayRegistryFile(data);
    const auto rules = GatewayRegistry::read(file); // a damaged list must not keep anybody from removing
    const auto isIt = [&name](const GatewayRule &each) { return each.name == name; };
    const bool isListed = !rules || std::any_of(rules->begin(), rules->end(), isIt);
    // The service first: it gives no decision any more from then on, whatever the disk does. Also when the
    // list does not name it: the log may, and a list that is put back would count again.
    const auto recorded = host_acts::recordFromCommand(data, removalOf(name, isListed));
    if (recorded && !*recorded)
        return fail(u"there is no gateway \"%1\""_s.arg(name));
    if (recorded) {
        say(stdout, u"%1 gets no decision any more"_s.arg(name));
        std::fflush(stdout); // the list may take its time
    } else {
        say(stderr, u"not recorded in the audit log: "_s + recorded.error());
    }
    if (!isListed)
        return recorded ? ExitDone : ExitFailed;
    const auto removed = GatewayRegistry::remove(file, name);
    if (!removed)
        return fail(recorded ? u"it still stands in the list, remove it again: "_s + removed.error()
                             : removed.error());
    return recorded ? ExitDone : fail(u"removed from the list, but not recorded in the audit log"_s);
}

int list(const QString &data)
{
    const auto rules = GatewayRegistry::read(gatewayRegistryFile(data));
    if (!rules)
        return fail(rules.error());
    for (const GatewayRule &rule : *rules) {
        const QString realm = rule.realm ? toText(*rule.realm) : u"both"_s;
        say(stdout, u"%1\t%2\tuntil %3\t%4"_s.arg(
                        rule.name, realm, rule.notAfter.toUTC().toString(Qt::ISODate), rule.probeUrl));
    }
    return ExitDone;
}

} // namespace

int gatewayCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const QString &name : {u"data"_s, u"out"_s, u"realm"_s, u"days"_s, u"probe-url"_s, u"probe-ca"_s})
        parser.addOption(QCommandLineOption(name, QString(), name));
    parser.addOption(QCommandLineOption(u"help"_s));
    if (!parser.parse(QStringList{u"gateway"_s} + arguments))
        return fail(parser.errorText(), ExitUsage);
    if (parser.isSet(u"help"_s)) {
        say(stdout, usage());
        return ExitDone;
    }
    const QStringList words = parser.positionalArguments();
    const QString verb = words.value(0);
    const bool named = verb == u"add"_s || verb == u"remove"_s;
    if ((!named && verb != u"list"_s) || words.size() != (named ? 2 : 1)) {
        say(stderr, usage());
        return ExitUsage;
    }
    const QString data = parser.value(u"data"_s);
    if (data.isEmpty())
        return fail(u"%1 needs --data"_s.arg(verb), ExitUsage);
    if (!QDir(data).exists())
        return fail(u"%1 does not exist"_s.arg(data));
    if (!QFile::exists(databaseFile(data)))
        return fail(u"%1 holds no platform; has the service been started on this directory?"_s.arg(data));
    if (named && !pc::rules::isGatewayName(words[1]))
        return fail(u"a name has up to 40 lower-case letters, digits, dots and hyphens"_s, ExitUsage);

    if (verb == u"list"_s)
        return list(data);
    if (verb == u"remove"_s)
        return remove(data, words[1]);
    const auto options = readAddOptions(parser, words[1]);
    return options ? add(*options) : fail(options.error(), ExitUsage);
}

} // namespace pc::platform

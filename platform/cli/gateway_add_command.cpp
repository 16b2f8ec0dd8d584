// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/gateway_add_command.h"

#include "contract/crypto/redaction.h"
#include "contract/crypto/tls_ca.h"
#include "platform/cli/data_option.h"
#include "platform/cli/gateway_name.h"
#include "platform/cli/output.h"
#include "platform/cli/values.h"
#include "platform/data_dir/private_file.h"
#include "platform/data_dir/tls_files.h"
#include "platform/gateway/gateway_registry.h"
#include "platform/local/record_host_act.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUrl>

#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct GatewayAddOptions
{
    QString data;
    QString out; ///< where its files go
    int days = 365;
    GatewayRule rule; ///< name, realm and probe, as they are asked for
};

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

/// The service that did not answer in time must not record the addition later.
Failure takenBack(const GatewayAddOptions &options, const QString &why)
{
    const auto overtaken = host_acts::recordFromCommand(options.data, removalOf(options.rule.name, false));
    if (!GatewayRegistry::remove(gatewayRegistryFile(options.data), options.rule.name))
        return {u"registered but not recorded, remove it: "_s + why};
    if (!overtaken)
        complain(u"the service may record it later; then remove it again"_s);
    return {u"taken back, as it cannot be recorded: "_s + why};
}

Outcome addGateway(const GatewayAddOptions &options)
{
    const QString &name = options.rule.name;
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    const auto ca = openCa(options.data);
    if (!ca)
        return failed(ca.error());
    if (!QDir().mkpath(options.out))
        return failed(u"%1 cannot be made"_s.arg(options.out));
    const QDir out(options.out);
    const QString keyFile = out.filePath(name + u".key"_s);
    const QString certificateFile = out.filePath(name + u".crt"_s);

    CertificateRequest request;
    request.use = CertificateRequest::Use::Client;
    request.commonName = u"gateway "_s + name;
    request.days = options.days;
    SystemRandom random;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto issued = ca->issue(request, now, random);
    if (!issued)
        return failed(
            u"the certificate cannot be issued: %1"_s.arg(QString::fromLatin1(issued.error().what)));

    QString why;
    if (!writeNewPrivateFile(keyFile, issued->privateKeyPem.view(), &why))
        return failed(why);
    if (!writePublicFile(certificateFile, issued->certificatePem) ||
        !writePublicFile(out.filePath(u"platform-ca.crt"_s), ca->certificatePem())) {
        QFile::remove(keyFile);
        return failed(u"%1 cannot be written"_s.arg(certificateFile));
    }
    // Registered last: a gateway whose files are incomplete must not count.
    GatewayRule rule = options.rule;
    rule.thumbprint = issued->fingerprint;
    rule.registeredAt = now;
    rule.notAfter = issued->notAfter;
    if (const auto added = GatewayRegistry::add(gatewayRegistryFile(options.data), rule); !added) {
        QFile::remove(keyFile);
        QFile::remove(certificateFile);
        return failed(added.error());
    }
    const host_acts::HostAct act{AuditAction::GatewayAdd,
                                 name,
                                 {{u"realm"_s, {}, realmText(rule)},
                                  {u"thumbprint"_s, {}, QString::fromLatin1(rule.thumbprint.toHex())}}};
    // A gateway that nobody could be asked about must not decide.
    if (const auto recorded = host_acts::recordFromCommand(options.data, act); !recorded) {
        QFile::remove(keyFile);
        QFile::remove(certificateFile);
        return tl::make_unexpected(takenBack(options, recorded.error()));
    }
    say(certificateFile);
    say(keyFile);
    say(out.filePath(u"platform-ca.crt"_s));
    return ExitCode::Done;
}

Taken takeProbeUrl(GatewayRule &rule, const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    const bool usable = url.isValid() && !url.host().isEmpty() && !url.hasQuery() &&
                        url.userInfo().isEmpty() && (url.scheme() == u"https"_s || url.scheme() == u"http"_s);
    if (!usable)
        return tl::make_unexpected(u"is not a plain http or https URL"_s);
    if (redactWire(value) != value)
        return tl::make_unexpected(u"holds what looks like a credential"_s);
    rule.probeUrl = value;
    return {};
}

Taken takeProbeCa(GatewayRule &rule, const QString &value)
{
    if (redactWire(value) != value)
        return tl::make_unexpected(u"holds what looks like a credential"_s);
    rule.probeCaFile = QDir().absoluteFilePath(value);
    if (value.isEmpty() || !QFile::exists(rule.probeCaFile))
        return tl::make_unexpected(u"names a file that does not exist: \"%1\""_s.arg(value));
    return {};
}

Taken takeRealm(GatewayRule &rule, const QString &value)
{
    rule.realm = enumFromText<Realm>(value);
    if (*rule.realm == Realm::Unknown)
        return tl::make_unexpected(u"is sbx or prd"_s);
    return {};
}

void describe(Command &command, GatewayAddOptions &options)
{
    GatewayRule *rule = &options.rule;
    command.operands = {gatewayName(rule->name)};
    command.options = {
        dataOption(options.data),
        {u"--out"_s, u"DIR"_s, u"where its files go"_s, values::text(options.out), true},
        {u"--realm"_s, u"REALM"_s, u"sbx or prd: the gateway stands for this one only (default: both)"_s,
         [rule](const QString &value) { return takeRealm(*rule, value); }},
        {u"--days"_s, u"N"_s, u"life of the certificate, 1 to %1 (default 365)"_s.arg(leafMaxDays),
         values::number(options.days, 1, leafMaxDays)},
        {u"--probe-url"_s, u"URL"_s,
         u"the probe route as seen through this gateway (https://HOST/api/v1/probe): revocations are then "
         "proven through it"_s,
         [rule](const QString &value) { return takeProbeUrl(*rule, value); }},
        {u"--probe-ca"_s, u"FILE"_s,
         u"the certificate authority of that URL, when it is not one the system trusts"_s,
         [rule](const QString &value) { return takeProbeCa(*rule, value); }},
    };
}

} // namespace

Command gatewayAddCommand()
{
    const auto options = std::make_shared<GatewayAddOptions>();
    Command command;
    command.name = u"add"_s;
    command.summary = u"issues a client certificate and registers the gateway"_s;
    command.text =
        u"Issues a client certificate with which the gateway asks for decisions, and writes NAME.crt, "
        "NAME.key and platform-ca.crt to the directory given by --out."_s;
    describe(command, *options);
    command.run = [options] { return addGateway(*options); };
    return command;
}

} // namespace pc::platform

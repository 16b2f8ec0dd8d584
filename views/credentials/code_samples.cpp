// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/code_samples.h"

#include "contract/rules/text_rule.h"

#include <QRegularExpression>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

bool isKey(const Credential &credential)
{
    return credential.kind == CredentialKind::ApiKey;
}

QString variable(const Credential &credential)
{
    return isKey(credential) ? u"API_KEY"_s : u"CLIENT_SECRET"_s;
}

/// A name that shells, Kubernetes and Vault take: lower-case letters, digits and hyphens.
QString plainName(const QString &name)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    QString plain = name.toLower().replace(other, u"-"_s);
    while (plain.startsWith(u'-'))
        plain.remove(0, 1);
    while (plain.endsWith(u'-'))
        plain.chop(1);
    return plain.isEmpty() ? u"partner-credential"_s : plain;
}

/// As one word of a POSIX shell.
QString shellWord(const QString &text)
{
    if (rules::matchesWhole(u"[A-Za-z0-9_./:@%+=-]+"_s, text))
        return text;
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

QString curlSample(const Credential &credential, const SampleEndpoints &endpoints)
{
    const QString trust =
        endpoints.caFile.isEmpty() ? QString() : u" --cacert %1 \\\n "_s.arg(shellWord(endpoints.caFile));
    if (isKey(credential))
        return u"curl%1 -H \"Authorization: Bearer $API_KEY\" \\\n  %2/orders"_s.arg(trust,
                                                                                     endpoints.apiBase);
    return u"curl%1 -u \"%2:$CLIENT_SECRET\" \\\n  -d grant_type=client_credentials \\\n  %3"_s.arg(
        trust, credential.id, endpoints.tokenEndpoint);
}

QString environmentSample(const Credential &credential, const SampleEndpoints &endpoints)
{
    if (isKey(credential))
        return u"API_BASE=%1\nAPI_KEY=  # paste the key"_s.arg(endpoints.apiBase);
    return u"CLIENT_ID=%1\nTOKEN_URL=%2\nCLIENT_SECRET=  # paste the secret"_s.arg(credential.id,
                                                                                   endpoints.tokenEndpoint);
}

QString kubernetesSample(const Credential &credential)
{
    const QString id =
        isKey(credential) ? QString() : u" \\\n  --from-literal=client-id=%1"_s.arg(credential.id);
    return u"kubectl create secret generic %1%2 \\\n  --from-literal=%3=\"$%4\""_s.arg(
        plainName(credential.name), id, isKey(credential) ? u"api-key"_s : u"client-secret"_s,
        variable(credential));
}

QString vaultSample(const Credential &credential)
{
    const QString id = isKey(credential) ? QString() : u" \\\n  client_id=%1"_s.arg(credential.id);
    return u"vault kv put secret/%1%2 \\\n  %3=\"$%4\""_s.arg(
        plainName(credential.name), id, variable(credential).toLower(), variable(credential));
}

} // namespace pc::views

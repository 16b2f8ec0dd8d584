// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/code_samples.h"

#include "contract/rules/credential_kinds.h"
#include "contract/rules/slug.h"
#include "contract/rules/text_rule.h"

namespace pc::pack {

using namespace Qt::StringLiterals;

namespace {

/// Of a kind that goes along with every call; else it buys a token first.
bool goesAlong(const Credential &credential)
{
    return rules::traitsOf(credential.kind).authentication == rules::Authentication::EveryCall;
}

QString variable(const Credential &credential)
{
    return QString::fromLatin1(rules::traitsOf(credential.kind).variable);
}

/// A name that shells, Kubernetes and Vault take: that of a slug.
QString plainName(const QString &name)
{
    const QString slug = rules::suggestSlug(name);
    return slug.isEmpty() ? u"partner-credential"_s : slug;
}

} // namespace

QString shellWord(const QString &text)
{
    if (rules::matchesWhole(u"[A-Za-z0-9_./:@%+=-]+"_s, text))
        return text;
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

// printf is the shell's own.

QString curlAsClient(const QString &id, const QString &secret, const QString &options)
{
    return u"printf 'user = \"%s:%s\"' "_s + id + u' ' + secret + u" |\n  curl --config -"_s + options;
}

QString curlWithBearer(const QString &token, const QString &options)
{
    return u"printf 'header = \"Authorization: Bearer %s\"' "_s + token + u" |\n  curl --config -"_s +
           options;
}

QString curlSample(const Credential &credential, const SampleEndpoints &endpoints)
{
    const QString trust =
        endpoints.caFile.isEmpty() ? QString() : u" \\\n  --cacert %1"_s.arg(shellWord(endpoints.caFile));
    const QString secret = u"\"$%1\""_s.arg(variable(credential));
    if (goesAlong(credential))
        return curlWithBearer(secret, trust + u" \\\n  "_s + endpoints.apiBase + u"/orders"_s);
    return curlAsClient(credential.id, secret,
                        trust + u" \\\n  -d grant_type=client_credentials \\\n  "_s +
                            endpoints.tokenEndpoint);
}

QString environmentSample(const Credential &credential, const SampleEndpoints &endpoints)
{
    if (goesAlong(credential))
        return u"API_BASE=%1\n%2=  # paste the key"_s.arg(endpoints.apiBase, variable(credential));
    return u"CLIENT_ID=%1\nTOKEN_URL=%2\n%3=  # paste the secret"_s.arg(
        credential.id, endpoints.tokenEndpoint, variable(credential));
}

QString kubernetesSample(const Credential &credential)
{
    const QString id =
        goesAlong(credential) ? QString() : u" \\\n  --from-literal=client-id=%1"_s.arg(credential.id);
    return u"printf %s \"$%1\" |\n  kubectl create secret generic %2%3 \\\n  --from-file=%4=/dev/stdin"_s.arg(
        variable(credential), plainName(credential.name), id,
        variable(credential).toLower().replace(u'_', u'-'));
}

QString vaultSample(const Credential &credential)
{
    const QString id = goesAlong(credential) ? QString() : u" \\\n  client_id=%1"_s.arg(credential.id);
    return u"printf %s \"$%1\" |\n  vault kv put secret/%2%3 \\\n  %4=-"_s.arg(
        variable(credential), plainName(credential.name), id, variable(credential).toLower());
}

} // namespace pc::pack

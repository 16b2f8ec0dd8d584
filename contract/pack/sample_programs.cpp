// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/sample_programs.h"

#include "contract/pack/code_samples.h"
#include "contract/pack/sample_texts.h"
#include "contract/rules/credential_kinds.h"
#include "contract/rules/text_rule.h"

#include <algorithm>

namespace pc::pack {

using namespace Qt::StringLiterals;

namespace {

const PackApi *sampleApi(const PartnerPack &pack)
{
    return pack.apis.isEmpty() ? nullptr : &pack.apis.constFirst();
}

/// As it may stand between quotes in each of the languages: addresses and ids. What is neither is left out.
QString plainValue(const QString &text)
{
    return rules::matchesWhole(u"[A-Za-z0-9_./:@%+=~,-]*"_s, text) ? text : QString();
}

QString filled(const char16_t *program, const PartnerPack &pack)
{
    const PackApi *api = sampleApi(pack);
    const PackCredential *client = sampleClient(pack);
    QString text = QString::fromUtf16(program).mid(1); // a literal begins with a line of its own
    text.replace(u"@CLIENT_ID@"_s, client == nullptr ? QString() : plainValue(client->id));
    text.replace(u"@TOKEN_URL@"_s, plainValue(pack.tokenEndpoint));
    text.replace(u"@API_BASE@"_s, api == nullptr ? QString() : plainValue(api->url));
    text.replace(u"@RESOURCE@"_s, api == nullptr ? QString() : plainValue(api->audience));
    text.replace(u"@PATH@"_s, plainValue(samplePath(pack).remove(u'{').remove(u'}')));
    return text;
}

QString shellProgram(const PartnerPack &pack)
{
    const QString token = curlAsClient(
        u"\"$CLIENT_ID\""_s, u"\"$CLIENT_SECRET\""_s,
        u" --silent --show-error --max-time 30 \\\n  -d grant_type=client_credentials \"$@\" \"$TOKEN_URL\""_s);
    const QString call =
        curlWithBearer(u"\"$token\""_s, u" --silent --show-error --max-time 30 \\\n  -D \"$work/head\" -o "
                                        "\"$work/body\" -w '%{http_code}' \"$API_BASE$1\""_s);
    const auto indented = [](QString text, const QString &by) { return text.replace(u'\n', u'\n' + by); };
    return filled(shellText, pack)
        .replace(u"@ASK_FOR_TOKEN@"_s, indented(token, u"        "_s))
        .replace(u"@CALL@"_s, indented(call, u"            "_s));
}

} // namespace

QString samplePath(const PartnerPack &pack)
{
    const PackApi *api = sampleApi(pack);
    if (api == nullptr || api->routes.isEmpty())
        return {};
    const auto isPlain = [](const PackRoute &route) {
        return route.method == u"GET" && !route.path.contains(u'{') && !route.sunsetAt;
    };
    const auto found = std::find_if(api->routes.begin(), api->routes.end(), isPlain);
    return found == api->routes.end() ? api->routes.constFirst().path : found->path;
}

const PackCredential *sampleClient(const PartnerPack &pack)
{
    const auto found =
        std::find_if(pack.credentials.begin(), pack.credentials.end(), [](const PackCredential &each) {
            return rules::traitsOf(each.kind).authentication == rules::Authentication::TokenRequest;
        });
    return found == pack.credentials.end() ? nullptr : &*found;
}

QList<PackFile> samplePrograms(const PartnerPack &pack)
{
    return {{u"samples/curl.sh"_s, shellProgram(pack).toUtf8(), true},
            {u"samples/client.py"_s, filled(pythonText, pack).toUtf8(), true},
            {u"samples/client.mjs"_s, filled(nodeText, pack).toUtf8(), true},
            {u"samples/PartnerClient.java"_s, filled(javaText, pack).toUtf8()}};
}

} // namespace pc::pack

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/sample_programs.h"

#include "contract/pack/code_samples.h"
#include "contract/pack/sample_texts.h"
#include "contract/rules/credential_kinds.h"
#include "contract/rules/grants.h"
#include "contract/rules/text_rule.h"

#include <QUrl>

#include <algorithm>

namespace pc::pack {

using namespace Qt::StringLiterals;

namespace {

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
        u"\"$(encoded \"$CLIENT_ID\" -._~)\""_s, u"\"$CLIENT_SECRET\""_s,
        u" --silent --show-error --max-time 30 \\\n  -d grant_type=client_credentials \"$@\" \"$TOKEN_URL\""_s);
    const QString call =
        curlWithBearer(u"\"$token\""_s, u" --silent --show-error --max-time 30 \\\n  -D \"$work/head\" -o "
                                        "\"$work/body\" -w '%{http_code}' \"$address\""_s);
    const auto indented = [](QString text, const QString &by) { return text.replace(u'\n', u'\n' + by); };
    return filled(shellText, pack)
        .replace(u"@ASK_FOR_TOKEN@"_s, indented(token, u"        "_s))
        .replace(u"@CALL@"_s, indented(call, u"            "_s));
}

/// What the samples can do with a call: they send GET, without knowing what a parameter may be.
enum class Suits { Not, ToGet, AsItIs };

/// A resource to which the grant is limited stands where the path has its parameter.
QString withResources(QString path, const PartnerPack &pack)
{
    for (const ResourceRule &each : pack.resources) {
        const QString value = each.values.value(0);
        if (rules::matchesWhole(u"[A-Za-z0-9_.-]+"_s, value))
            path.replace(u'{' + each.parameter + u'}', value);
    }
    return path;
}

Suits suits(const PackRoute &route, const PartnerPack &pack)
{
    if (route.method != u"GET")
        return Suits::Not;
    const bool isWhole = !withResources(route.path, pack).contains(u'{');
    const PackCredential *client = sampleClient(pack);
    const bool mayCall = client == nullptr || rules::isWithin(route.scopes, client->scopes);
    return isWhole && mayCall && !route.sunsetAt ? Suits::AsItIs : Suits::ToGet;
}

struct SampleCall
{
    const PackApi *api = nullptr;
    const PackRoute *route = nullptr;
    Suits suits = Suits::Not;
};

/// The first of those that suit best.
SampleCall sampleCall(const PartnerPack &pack)
{
    SampleCall best;
    for (const PackApi &api : pack.apis) {
        for (const PackRoute &route : api.routes) {
            if (const Suits how = suits(route, pack); best.route == nullptr || how > best.suits)
                best = {&api, &route, how};
        }
    }
    return best;
}

} // namespace

const PackApi *sampleApi(const PartnerPack &pack)
{
    return sampleCall(pack).api;
}

bool samplesCanGet(const PartnerPack &pack)
{
    return sampleCall(pack).suits != Suits::Not;
}

QString samplePath(const PartnerPack &pack)
{
    const SampleCall call = sampleCall(pack);
    if (call.route == nullptr)
        return {};
    return QString::fromLatin1(QUrl::toPercentEncoding(withResources(call.route->path, pack), "/{}:@+=,"));
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

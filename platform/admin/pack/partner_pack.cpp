// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/pack/partner_pack.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/api_rules.h"
#include "contract/rules/grants.h"
#include "contract/rules/networks.h"
#include "contract/rules/version_life.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/core/decision/decision_reasons.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/oauth/oauth_error.h"
#include "platform/openapi/granted_description.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/network_rows.h"

#include <QHash>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <array>
#include <tuple>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Characters of all descriptions together: clients take answers of 64 MiB, and JSON within JSON is longer.
constexpr qsizetype mostDescribed = qsizetype{24} * 1024 * 1024;

/// The answers of the token endpoint that a client can do something about.
struct TokenRefusal
{
    int status;
    OAuthCode code;
    const char16_t *title;
};
constexpr std::array tokenRefusals{
    TokenRefusal{400, OAuthCode::InvalidRequest, u"The request is malformed"},
    TokenRefusal{400, OAuthCode::InvalidScope, u"The requested scope is not granted as a whole"},
    TokenRefusal{400, OAuthCode::InvalidTarget, u"The resource is no API, or the scopes are of several"},
    TokenRefusal{400, OAuthCode::UnauthorizedClient, u"The client may not obtain tokens now"},
    TokenRefusal{400, OAuthCode::UnsupportedGrantType, u"Only client_credentials is supported"},
    TokenRefusal{401, OAuthCode::InvalidClient, u"Client authentication failed"},
    TokenRefusal{403, OAuthCode::HistoryNotAccepted, u"The platform gives no tokens now"},
    TokenRefusal{429, OAuthCode::TemporarilyUnavailable, u"Too many token requests"},
    TokenRefusal{500, OAuthCode::ServerError, u"Something went wrong at the platform"},
};

/// What the shipped gateways answer by themselves (installer/gateway), and the platform before it decides.
struct GatewayRefusal
{
    int status;
    const char16_t *code;
    const char16_t *title;
};
constexpr std::array gatewayRefusals{
    GatewayRefusal{400, u"bad_request", u"The request cannot be read"},
    GatewayRefusal{403, u"request_blocked", u"The request was blocked at the gateway"},
    GatewayRefusal{404, u"not_found", u"There is no such address"},
    GatewayRefusal{405, u"method_not_allowed", u"The method is not served here"},
    GatewayRefusal{414, u"uri_too_long", u"The address is too long"},
    GatewayRefusal{421, u"misdirected_request", u"This host is not served here"},
    GatewayRefusal{429, u"overloaded", u"The service is busy"},
    GatewayRefusal{501, u"not_implemented", u"The body comes in a way that is not known here"},
    GatewayRefusal{502, u"api_unreachable", u"The API cannot be reached"},
    GatewayRefusal{503, u"undecided", u"No decision could be obtained"},
    GatewayRefusal{503, u"api_unavailable", u"The API has failed and is left alone for a while"},
    GatewayRefusal{503, u"api_busy", u"There are too many calls at once"},
    GatewayRefusal{505, u"version_not_supported", u"This version of HTTP is not spoken here"},
};

/// Not what a partner ever sees: that it is let through, that no reason is known, and what gateways are told.
bool isForPartners(DecisionReason reason)
{
    return reason != DecisionReason::Unknown && reason != DecisionReason::Allowed &&
           reason != DecisionReason::GatewayUntrusted;
}

QList<PackError> callErrors()
{
    QList<PackError> errors;
    QSet<QString> codes;
    for (const ReasonRow &row : reasonRows()) {
        const QString code = QString::fromLatin1(row.code);
        if (!isForPartners(row.reason) || codes.contains(code))
            continue;
        codes.insert(code);
        errors.append({row.status, code, QString::fromUtf16(row.title), QString::fromUtf16(row.detail)});
    }
    for (const GatewayRefusal &each : gatewayRefusals)
        errors.append({each.status, QString::fromUtf16(each.code), QString::fromUtf16(each.title), {}});
    std::stable_sort(errors.begin(), errors.end(),
                     [](const PackError &a, const PackError &b) { return a.status < b.status; });
    return errors;
}

QList<PackError> tokenErrors()
{
    QList<PackError> errors;
    for (const TokenRefusal &each : tokenRefusals)
        errors.append({each.status, QString(toText(each.code)), QString::fromUtf16(each.title), {}});
    return errors;
}

QStringList needed(const Route &route)
{
    return QStringList{route.scope} + route.alsoScopes;
}

/// Of one API.
struct GrantedCalls
{
    QList<Route> open;          ///< by path and method, with the dates that go for them
    QList<PackVersion> endings; ///< what there is to say of these, and of what has ended
};

/// What there is to say of the endings that a route has; nothing twice.
void addEndings(QList<PackVersion> &said, const Api &api, const Route &route, const ApiVersion *version,
                const QDateTime &now)
{
    const auto add = [&](const QString &path, PackVersion each) {
        each.path = path.sliced(api.basePath.size());
        if (!said.contains(each))
            said.append(std::move(each));
    };
    if (version != nullptr && (version->deprecatedAt || version->sunsetAt))
        add(version->pathPrefix, {{},
                                  version->deprecatedAt,
                                  version->sunsetAt,
                                  version->successorUrl,
                                  version->guideUrl,
                                  version->sentence});
    const bool byVersion = version != nullptr && pc::rules::hasEnded(version->sunsetAt, now);
    if (!byVersion && pc::rules::hasEnded(route.sunsetAt, now))
        add(route.pathTemplate, {{}, route.deprecatedAt, route.sunsetAt, {}, {}, {}});
}

/// What the rule lets through of an API, and what it would if that had not ended.
GrantedCalls grantedCalls(const RouteCatalogue &catalogue, const Api &api, const PartnerRule &rule,
                          Realm realm, const QDateTime &now)
{
    GrantedCalls granted;
    for (const Route &route : catalogue.routes()) {
        const bool isOpen = route.stages.isEmpty() || route.stages.contains(rule.stageIn(realm));
        if (route.apiId != api.id || !isOpen || !pc::rules::isWithin(needed(route), rule.scopes))
            continue;
        const ApiVersion *version = pc::rules::versionOf(catalogue.versions(), route);
        addEndings(granted.endings, api, route, version, now);
        const pc::rules::Ending ending = pc::rules::endingOf(route, version);
        if (pc::rules::hasEnded(ending.sunsetAt, now))
            continue;
        granted.open.append(route);
        granted.open.last().deprecatedAt = ending.deprecatedAt;
        granted.open.last().sunsetAt = ending.sunsetAt;
    }
    std::sort(granted.open.begin(), granted.open.end(), [](const Route &a, const Route &b) {
        return std::tie(a.pathTemplate, a.method) < std::tie(b.pathTemplate, b.method);
    });
    std::sort(granted.endings.begin(), granted.endings.end(), [](const PackVersion &a, const PackVersion &b) {
        return std::tie(a.path, a.sunsetAt) < std::tie(b.path, b.sunsetAt);
    });
    return granted;
}

/// Where the gateway of an API is reached: its host, else where the platform itself is.
QString addressOf(const Api &api, const AdminSettings &settings)
{
    if (!api.host.isEmpty())
        return u"https://"_s + api.host + api.basePath;
    const QUrl own(settings.apiBase);
    return own.scheme() + u"://"_s + own.authority(QUrl::FullyEncoded) + api.basePath;
}

/// The description that the routes in force came from, cut down; empty when there is none, or it is broken.
QString describedFor(Tx &tx, const openapi::Granted &granted)
{
    const auto revision = revision_rows::find(tx, granted.api.id, granted.api.revisionId);
    const QByteArray bytes = revision ? revision_rows::description(tx, revision->value.sha256) : QByteArray();
    if (bytes.isEmpty())
        return {};
    return openapi::grantedDescription(qUncompress(bytes), granted).value_or(QString());
}

PackApi packApi(Tx &tx, const openapi::Granted &granted, const QList<PackVersion> &endings)
{
    const Api &api = granted.api;
    PackApi out;
    out.id = api.id;
    out.name = api.name;
    out.url = granted.serverUrl;
    out.ownAddress = api.host.isEmpty();
    out.audience = api.audience;
    out.describedVersion = api.describedVersion;
    for (const Scope &scope : granted.scopes)
        out.scopes.append({scope.name, scope.sentence.isEmpty() ? scope.title : scope.sentence});
    for (const Route &route : granted.routes)
        out.routes.append({route.method, route.pathTemplate.sliced(api.basePath.size()), needed(route),
                           route.title, route.bodyLimit, route.contentTypes, route.deprecatedAt,
                           route.sunsetAt});
    out.versions = endings;
    if (!api.revisionId.isEmpty() && !granted.routes.isEmpty())
        out.openapi = describedFor(tx, granted);
    return out;
}

void addApis(PartnerPack &pack, const AdminContext &context, Tx &tx, const Policy &policy,
             const PartnerRule &rule, bool apiKeys)
{
    const RouteCatalogue &catalogue = policy.catalogue();
    qsizetype left = mostDescribed;
    const QList<Api> apis = api_rows::all(tx); // the oldest first: those of a token that names none
    for (const Api &api : apis) {
        openapi::Granted granted;
        granted.api = api;
        const GrantedCalls calls = grantedCalls(catalogue, api, rule, pack.realm, pack.madeAt);
        if (calls.open.isEmpty() && calls.endings.isEmpty())
            continue;
        granted.routes = calls.open;
        QSet<QString> scopes;
        for (const Route &route : granted.routes) {
            for (const QString &scope : needed(route))
                scopes.insert(scope);
        }
        for (const Scope &scope : policy.scopes()) {
            if (scopes.contains(scope.name))
                granted.scopes.append(scope);
        }
        std::sort(granted.scopes.begin(), granted.scopes.end(),
                  [](const Scope &a, const Scope &b) { return a.name < b.name; });
        granted.serverUrl = addressOf(api, context.settings);
        granted.tokenUrl = pack.tokenEndpoint;
        granted.apiKeys = apiKeys;
        pack.apis.append(packApi(tx, granted, calls.endings));
        QString &described = pack.apis.last().openapi;
        if (described.size() > left)
            described.clear();
        left -= described.size();
    }
}

/// Lines that let something through now or later. What was noted beside them is the operators' own.
QList<NetworkEntry> withoutNotes(const QList<NetworkEntry> &list, const QDateTime &now)
{
    QList<NetworkEntry> out;
    for (const NetworkEntry &each : list) {
        if (!each.until || *each.until > now)
            out.append({each.network, {}, each.from, each.until});
    }
    return out;
}

void addNetworks(PartnerPack &pack, const NetworkRules &rules, const QDateTime &now)
{
    const bool isProduction = pack.realm == Realm::Production;
    const QList<NetworkEntry> &list = isProduction ? rules.production : rules.sandbox;
    pack.networks = withoutNotes(list, now);
    if (!list.isEmpty())
        return;
    pack.anywhere = !isProduction || (rules.waiver && pc::rules::isInForce(*rules.waiver, now));
    if (isProduction && pack.anywhere)
        pack.anywhereUntil = rules.waiver->until;
}

/// Those that can be used now.
QList<PackCredential> usable(Tx &tx, const NetworkRules &networks, Realm realm, const QStringList &granted,
                             const QDateTime &now)
{
    QHash<QString, QList<NetworkEntry>> narrowed;
    for (const CredentialNetworks &each : networks.credentials)
        narrowed.insert(each.credentialId, withoutNotes(each.entries, now));
    QList<PackCredential> list;
    const QList<CredentialRow> rows = credential_rows::ofPartner(tx, networks.partnerId);
    for (const CredentialRow &row : rows) {
        const Credential value = life_cycle::present(row, now);
        const bool fromNowhere = narrowed.contains(value.id) && narrowed.value(value.id).isEmpty();
        if (value.realm != realm || !pc::rules::isLiving(value.state) || fromNowhere)
            continue;
        list.append({value.id, value.name, value.kind, pc::rules::inBoth(value.scopes, granted),
                     value.expiresAt, value.legacy ? value.legacy->header : QString(), value.legacyClientId,
                     narrowed.value(value.id)});
    }
    std::sort(list.begin(), list.end(), [](const PackCredential &a, const PackCredential &b) {
        return std::tie(a.kind, a.name, a.id) < std::tie(b.kind, b.name, b.id);
    });
    return list;
}

} // namespace

PartnerPack partnerPack(const AdminContext &context, Tx &tx, const Partner &partner, Realm realm,
                        const QDateTime &now)
{
    const PolicyRef policy = context.policy.current();
    PartnerPack pack;
    pack.madeAt = now;
    pack.partnerId = partner.id;
    pack.partnerName = partner.name;
    pack.slug = partner.slug;
    pack.status = partner.status;
    pack.stage = partner.stage;
    pack.realm = realm;
    pack.open = !pc::rules::holderRefusal({partner.status, partner.stage, realm});
    pack.tokenEndpoint = context.settings.tokenEndpoint;
    pack.callErrors = callErrors();
    pack.tokenErrors = tokenErrors();
    const auto rule = policy->partner(partner.id);
    if (!rule)
        return pack;
    pack.stage = rule->stageIn(realm);
    pack.timeZone = QString::fromLatin1(rule->timeZone.id());
    pack.limits = rule->limitsAt(realm, instantOf(now));
    pack.resources = rule->resources;
    const NetworkRules networks = network_rows::find(tx, partner.id);
    addNetworks(pack, networks, now);
    pack.credentials = usable(tx, networks, realm, rule->scopes, now);
    const bool apiKeys =
        std::any_of(pack.credentials.begin(), pack.credentials.end(),
                    [](const PackCredential &each) { return each.kind == CredentialKind::ApiKey; });
    addApis(pack, context, tx, *policy, *rule, apiKeys);
    return pack;
}

} // namespace pc::platform

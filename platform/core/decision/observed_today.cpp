// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/observed_today.h"

#include "platform/core/catalogue/route_catalogue.h"
#include "platform/core/decision/decide.h"

#include <QUrl>

#include <algorithm>
#include <optional>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar hidden = u'…'; // of what observe.h leaves out of an unknown path

bool isTold(DecisionReason reason)
{
    switch (reason) {
    case DecisionReason::StageNotAllowed:
    case DecisionReason::UnknownRoute:
    case DecisionReason::MissingScope:
    case DecisionReason::NetworkNotAllowed:
        return true;
    default:
        return false;
    }
}

/// "/v1/orders/{order_id}.json" → "/v1/orders/1.json": a path that it matches.
QString sampleOf(const QString &pathTemplate)
{
    QString path;
    bool inside = false;
    for (const QChar c : pathTemplate) {
        if (c == u'{') {
            inside = true;
            path += u'1';
        } else if (c == u'}') {
            inside = false;
        } else if (!inside) {
            path += c;
        }
    }
    return path;
}

/// The host on which it was called: of the API that is observed, else of the only one that may have been
/// meant. Nothing: several may.
std::optional<QByteArray> hostOf(const RouteCatalogue &catalogue, const QString &apiId, const QString &path)
{
    std::optional<QByteArray> found;
    for (const Api &api : catalogue.apis()) {
        if (apiId.isEmpty()) {
            const Api *at = catalogue.apiAt(api.host, path);
            if (at == nullptr || at->id != api.id)
                continue;
        } else if (api.id != apiId) {
            continue;
        }
        if (found)
            return {};
        found = api.host.toLatin1();
    }
    return found;
}

/// With its networks left out, unless they are what it was refused for.
Policy judgedBy(const Policy &policy, const ObservedLine &line)
{
    const Policy::PartnerPtr partner = policy.partner(line.partnerId);
    if (partner == nullptr || line.reason == DecisionReason::NetworkNotAllowed)
        return policy;
    auto anywhere = std::make_shared<PartnerRule>(*partner);
    anywhere->networks.clear();
    return policy.withPartnerOverlay(line.partnerId, anywhere);
}

ObservedToday todayOf(const Decision &decision, const ObservedLine &line)
{
    switch (decision.reason) {
    case DecisionReason::Allowed:
        return ObservedToday::Passes;
    case DecisionReason::NetworkNotAllowed:  // there are some: whether theirs is among them is not known
    case DecisionReason::ResourceNotGranted: // of the value that stands for theirs
        return ObservedToday::Open;
    case DecisionReason::UnknownRoute:
        // A segment that was left out may be one that some route has literally.
        return line.what.contains(hidden) ? ObservedToday::Open : ObservedToday::Refused;
    default:
        return ObservedToday::Refused;
    }
}

} // namespace

ObservedToday judgedToday(const Policy &policy, const PepperRing &peppers, const ObservedLine &line,
                          const QString &apiId, const QList<QByteArray> &id16s, Instant now)
{
    if (line.reason == DecisionReason::BadRequest) // nothing that is in force makes one reading of two
        return ObservedToday::Refused;
    const qsizetype gap = line.what.indexOf(u' ');
    if (line.partnerId.isEmpty() || gap <= 0 || !isTold(line.reason))
        return ObservedToday::Open;
    const QString path = sampleOf(line.what.mid(gap + 1));
    const std::optional<QByteArray> host = hostOf(policy.catalogue(), apiId, path);
    if (!host)
        return ObservedToday::Open;
    const Policy judged = judgedBy(policy, line);
    std::optional<ObservedToday> all;
    for (const QByteArray &id16 : id16s) {
        const Policy::CredentialPtr credential = judged.credential(id16);
        const GenerationRule *generation = credential ? credential->newestValid(now) : nullptr;
        if (generation == nullptr)
            continue;
        DecisionRequest request;
        request.gateway = GatewayIdentity{u"report"_s};
        request.presented = presented::Assumed{id16, generation->number, credential->scopes};
        request.host = *host;
        request.method = line.what.left(gap).toLatin1();
        request.rawPath = QUrl::toPercentEncoding(path, "/");
        const Decision decision = evaluate(judged, peppers, request, now).decision;
        if (decision.status() == 401) // it is no credential any more
            continue;
        const ObservedToday one = todayOf(decision, line);
        if (all && *all != one)
            return ObservedToday::Open;
        all = one;
    }
    // Nothing that it could call with.
    return all.value_or(ObservedToday::Refused);
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/routes_of.h"

#include "contract/crypto/redaction.h"
#include "contract/rules/api_rules.h"
#include "contract/rules/slug.h"
#include "contract/rules/text_rule.h"
#include "platform/core/catalogue/path_template.h"
#include "platform/core/catalogue/route_catalogue.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestScope = 100; // as GrantEdit takes it
constexpr qsizetype mostScopes = 8;     // of one route
constexpr qsizetype mostTypes = 32;

/// RFC 6749 section 3.3, and no wildcard: a scope names one thing.
bool isScope(const QString &text)
{
    return text.size() <= longestScope && !text.contains(u'*') &&
           pc::rules::matchesWhole(u"[\\x21\\x23-\\x5b\\x5d-\\x7e]+"_s, text);
}

QStringList scopesOfWay(const SecurityAlternative &alternative, const QString &prefix)
{
    QStringList scopes;
    for (const SecurityNeed &need : alternative) {
        for (const QString &scope : need.scopes)
            scopes.append(scope.startsWith(prefix) ? scope : prefix + scope);
    }
    scopes.removeDuplicates();
    return scopes;
}

/// Of the first alternative that names any, each once; empty when there is none that can be one.
QStringList namedScopes(const Operation &operation, const QString &prefix)
{
    for (const SecurityAlternative &alternative : operation.security) {
        QStringList scopes = scopesOfWay(alternative, prefix);
        if (!scopes.isEmpty() && scopes.size() <= mostScopes &&
            std::all_of(scopes.begin(), scopes.end(), isScope))
            return scopes;
    }
    return {};
}

/// What is described of who may call and does not hold of `route`; empty: nothing.
QString waysNotTaken(const Operation &operation, const QString &prefix, const Route &route)
{
    const QStringList taken = QStringList(route.scope) + route.alsoScopes;
    const bool isNamed = !namedScopes(operation, prefix).isEmpty();
    const QSet<QString> needed(taken.begin(), taken.end());
    bool isOpen = false;
    bool isOther = false;
    bool isWithout = false;
    for (const SecurityAlternative &alternative : operation.security) {
        const QStringList scopes = scopesOfWay(alternative, prefix);
        isOpen = isOpen || alternative.isEmpty();
        isWithout = isWithout || (!alternative.isEmpty() && scopes.isEmpty());
        isOther = isOther || (!scopes.isEmpty() && QSet<QString>(scopes.begin(), scopes.end()) != needed);
    }
    const QString scopes = taken.join(u", "_s);
    if (isOpen)
        return u"the description lets anybody call it; here a call needs %1"_s.arg(scopes);
    if (isNamed && isWithout)
        return u"the description allows it without a scope as well; here a call needs %1"_s.arg(scopes);
    if (!isOther)
        return {};
    return (isNamed ? u"the description allows it by other scopes as well; here a call needs %1"_s
                    : u"what the description names as scopes cannot be any here; a call needs %1"_s)
        .arg(scopes);
}

/// Remarks that are the same of several calls, as one; of what anybody may call first.
class SecurityRemarks
{
public:
    void add(const Operation &operation, const Route &route, const QString &reason)
    {
        if (reason.isEmpty())
            return;
        Calls &calls = m_calls[reason];
        calls.isOpen = std::any_of(operation.security.begin(), operation.security.end(),
                                   [](const SecurityAlternative &each) { return each.isEmpty(); });
        if (calls.number++ == 0) {
            calls.line = operation.line;
            calls.first = route.method + u' ' + route.pathTemplate;
            m_reasons.append(reason);
        }
    }
    /// `areOpen`: of what the description lets anybody call; else of all else.
    [[nodiscard]] QList<LeftOut> told(bool areOpen) const
    {
        QList<LeftOut> all;
        for (const QString &reason : m_reasons) {
            const Calls calls = m_calls.value(reason);
            if (calls.isOpen != areOpen)
                continue;
            const QString what = calls.number == 1
                                     ? calls.first + u", security"_s
                                     : u"%1 and %2 more, security"_s.arg(calls.first).arg(calls.number - 1);
            all.append({calls.line, what, reason});
        }
        return all;
    }

private:
    struct Calls
    {
        int line = 0;
        QString first;
        int number = 0;
        bool isOpen = false; ///< the same of all that have this reason
    };
    QHash<QString, Calls> m_calls; ///< by the reason
    QStringList m_reasons;
};

/// "v1", "v2.1", "2010-04-01": it says nothing of what a route is about.
bool isVersion(const QString &segment)
{
    return pc::rules::matchesWhole(u"v[0-9]+(\\.[0-9]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2}"_s, segment);
}

/// The first segment of a path below `basePath` that is neither a parameter nor a version.
QString firstWord(const QString &path, const QString &basePath)
{
    const QStringList segments = path.sliced(basePath.size()).split(u'/', Qt::SkipEmptyParts);
    const auto found = std::find_if(segments.begin(), segments.end(), [](const QString &each) {
        return !each.contains(u'{') && !isVersion(each);
    });
    return found == segments.end() ? QString() : *found;
}

bool isReading(const QString &method)
{
    return method == u"GET"_s || method == u"HEAD"_s || method == u"OPTIONS"_s;
}

QString ruledScope(const Operation &operation, const QString &path, const Api &api, const ScopeRule &rule)
{
    QString word;
    if (rule.otherwise == ScopeSource::Tag && !operation.tags.isEmpty())
        word = pc::rules::suggestSlug(operation.tags.constFirst());
    if (word.isEmpty() && rule.otherwise != ScopeSource::One)
        word = pc::rules::suggestSlug(firstWord(path, api.basePath));
    if (word.isEmpty())
        word = pc::rules::suggestSlug(api.name);
    if (word.isEmpty())
        word = u"api"_s;
    const QString scope = rule.prefix + word;
    if (!rule.readAndWrite)
        return scope;
    return scope + (isReading(operation.method) ? u":read"_s : u":write"_s);
}

/// A text of a description as it is kept: one line, not too long, and no secret that stood in an example.
QString kept(const QString &text)
{
    return redactText(pc::rules::plainLine(text, longestTitle));
}

} // namespace

QString pathBelow(const Api &api, const QString &describedBase, const QString &path)
{
    if (api.basePath.isEmpty() || !pc::rules::isBelow(describedBase, path))
        return path;
    return pc::rules::moved(path, describedBase, api.basePath);
}

namespace {

/// Why the catalogue would refuse a route, and all others with it; nothing when it would not.
std::optional<QString> refusal(const Route &route, const Api &api)
{
    if (!pc::rules::isBelow(api.basePath, route.pathTemplate))
        return u"it is not below %1, the base path of the API"_s.arg(api.basePath);
    if (const auto path = PathTemplate::parse(route.pathTemplate);
        !path) // below another base path it is longer
        return path.error();
    if (RouteCatalogue::isReserved(route.method, route.pathTemplate))
        return u"it is the platform's own, by which revocations are proven"_s;
    return std::nullopt;
}

} // namespace

QString shapeOf(const QString &method, const QString &path)
{
    const auto parsed = PathTemplate::parse(path);
    return method + u' ' + (parsed ? parsed->shape() : path);
}

DescribedRoutes routesOf(const Description &description, const Api &api, const ScopeRule &rule,
                         const QList<Route> &present, const QDateTime &now,
                         const std::function<QString()> &newId)
{
    QHash<QString, const Route *> known;
    for (const Route &each : present)
        known.insert(shapeOf(each.method, each.pathTemplate), &each);
    DescribedRoutes described;
    QSet<QString> shapes;
    SecurityRemarks remarks;
    described.leftOut = description.leftOut;
    for (const Operation &operation : description.operations) {
        Route route;
        route.apiId = api.id;
        route.method = operation.method;
        route.pathTemplate = pathBelow(api, description.basePath, operation.path);
        std::optional<QString> why = refusal(route, api);
        const QString shape = shapeOf(route.method, route.pathTemplate);
        if (!why && shapes.contains(shape)) // of two servers, below the one base path
            why = u"the same calls are described before, below another server"_s;
        if (why) {
            described.leftOut.append({operation.line, operation.method + u' ' + operation.path, *why});
            continue;
        }
        shapes.insert(shape);
        if (const Route *same = known.value(shape)) {
            route.id = same->id;
            route.stages = same->stages;
            route.bodyLimit = same->bodyLimit;
            route.deprecatedAt = same->deprecatedAt;
            route.sunsetAt = same->sunsetAt;
        } else {
            route.id = newId();
        }
        const QStringList named = rule.named ? namedScopes(operation, rule.prefix) : QStringList();
        route.scope =
            named.isEmpty() ? ruledScope(operation, route.pathTemplate, api, rule) : named.constFirst();
        route.alsoScopes = named.mid(1);
        route.title = kept(operation.title);
        route.operationId = kept(operation.id);
        if (operation.contentTypes.size() <= mostTypes) // some of them would be a refusal of the others
            route.contentTypes = operation.contentTypes;
        if (operation.deprecated && !route.deprecatedAt)
            route.deprecatedAt = now;
        if (rule.named)
            remarks.add(operation, route, waysNotTaken(operation, rule.prefix, route));
        described.routes.append(route);
    }
    // Only so many of all are shown: what the file means to be open must not stand behind the others.
    described.leftOut = remarks.told(true) + described.leftOut + remarks.told(false);
    return described;
}

} // namespace pc::platform::openapi

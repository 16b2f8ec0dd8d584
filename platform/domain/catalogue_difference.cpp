// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/catalogue_difference.h"

#include "contract/codec/codecs.h"
#include "platform/domain/audit_diff.h"

#include <QHash>

#include <algorithm>

namespace pc::platform::domain {

using namespace Qt::StringLiterals;

namespace {

RouteChange changeOf(RouteChangeKind kind, const Route &route)
{
    RouteChange change;
    change.kind = kind;
    change.routeId = route.id;
    change.method = route.method;
    change.pathTemplate = route.pathTemplate;
    change.title = route.title;
    return change;
}

QHash<QString, const Route *> byId(const QList<Route> &routes)
{
    QHash<QString, const Route *> found;
    found.reserve(routes.size());
    for (const Route &each : routes)
        found.insert(each.id, &each);
    return found;
}

} // namespace

QList<RouteChange> routeChanges(const QList<Route> &before, const QList<Route> &after)
{
    const QHash<QString, const Route *> old = byId(before);
    const QHash<QString, const Route *> next = byId(after);
    QList<RouteChange> changes;
    for (const Route &each : before) {
        if (!next.contains(each.id))
            changes.append(changeOf(RouteChangeKind::Gone, each));
    }
    for (const Route &each : after) {
        const Route *was = old.value(each.id);
        if (was == nullptr || *was == each)
            continue;
        RouteChange change = changeOf(RouteChangeKind::Changed, each);
        change.changes = auditDiff(toJson(*was), toJson(each));
        changes.append(change);
    }
    for (const Route &each : after) {
        if (!old.contains(each.id))
            changes.append(changeOf(RouteChangeKind::New, each));
    }
    return changes;
}

QSet<QString> scopesNeeded(const QList<Route> &routes)
{
    QSet<QString> scopes;
    for (const Route &each : routes) {
        scopes.insert(each.scope);
        for (const QString &scope : each.alsoScopes)
            scopes.insert(scope);
    }
    return scopes;
}

RevisionCounts revisionCounts(const QList<RouteChange> &changes, const QList<Route> &before,
                              const QList<Route> &after, const QSet<QString> &known)
{
    const auto countOf = [&changes](RouteChangeKind kind) {
        return static_cast<int>(std::count_if(changes.begin(), changes.end(),
                                              [kind](const RouteChange &each) { return each.kind == kind; }));
    };
    const QSet<QString> needed = scopesNeeded(after);
    RevisionCounts counts;
    counts.routes = static_cast<int>(after.size());
    counts.newRoutes = countOf(RouteChangeKind::New);
    counts.goneRoutes = countOf(RouteChangeKind::Gone);
    counts.changedRoutes = countOf(RouteChangeKind::Changed);
    counts.newScopes = static_cast<int>((needed - known).size());
    counts.unusedScopes = static_cast<int>((scopesNeeded(before) - needed).size());
    return counts;
}

QStringList newlyNeeded(const Route &after, const Route *before)
{
    QStringList needed = QStringList{after.scope} + after.alsoScopes;
    if (before != nullptr) {
        needed.removeAll(before->scope);
        for (const QString &scope : before->alsoScopes)
            needed.removeAll(scope);
    }
    return needed;
}

} // namespace pc::platform::domain

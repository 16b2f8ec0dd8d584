// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/routes_digest.h"

#include "contract/crypto/hashing.h"
#include "contract/rules/api_rules.h"

#include <algorithm>

namespace pc::platform::domain {

namespace {

QByteArray timeOf(const std::optional<QDateTime> &at)
{
    return at ? QByteArray::number(at->toMSecsSinceEpoch()) : QByteArray();
}

QByteArray listOf(const QStringList &items)
{
    return items.join(u'\n').toUtf8();
}

QByteArray decidedBy(const Route &route, const QString &basePath)
{
    QStringList stages;
    for (const Stage stage : route.stages)
        stages.append(toText(stage));
    return lengthPrefixed(
        {route.method.toUtf8(), pc::rules::moved(route.pathTemplate, basePath, QString()).toUtf8(),
         route.scope.toUtf8(), listOf(route.alsoScopes), listOf(stages), QByteArray::number(route.bodyLimit),
         listOf(route.contentTypes), timeOf(route.deprecatedAt), timeOf(route.sunsetAt)});
}

} // namespace

QString routesDigest(const QList<Route> &routes, const QString &basePath)
{
    QByteArrayList lines;
    lines.reserve(routes.size());
    for (const Route &each : routes)
        lines.append(decidedBy(each, basePath));
    std::sort(lines.begin(), lines.end());
    return QString::fromLatin1(sha256({lines.join()}).toHex());
}

} // namespace pc::platform::domain

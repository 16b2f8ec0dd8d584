// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/revision_routes.h"

#include "platform/admin/catalogue/catalogue_change.h"
#include "platform/domain/audit_diff.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

QString catalogueId(const QString &prefix, RandomSource &random)
{
    return prefix + QString::fromLatin1(randomBase62(random, 16).view());
}

openapi::DescribedRoutes describedRoutes(const WriteCall &call, const openapi::Description &description,
                                         const Api &api, const ScopeRule &rule, const QList<Route> &present)
{
    return openapi::routesOf(description, api, rule, present, call.now,
                             [&call] { return catalogueId(u"rte_"_s, call.context.random); });
}

QList<Route> routesNow(const RevisionRow &row, const Api &api)
{
    const QString from = row.value.basePath.value_or(api.basePath);
    return from == api.basePath ? row.routes : movedRoutes(row.routes, from, api.basePath);
}

AuditEvent revisionEvent(AuditAction action, const Api &api, const CatalogueRevision &revision)
{
    AuditEvent event = eventAbout(action, api.id, api.name, {});
    event.changes = {{u"revision"_s, api.revisionId, revision.id},
                     {u"description"_s, api.title, revision.title},
                     {u"described_version"_s, api.describedVersion, revision.describedVersion}};
    return event;
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/catalogue_events.h"

#include "contract/codec/time_text.h"
#include "contract/rules/api_rules.h"
#include "platform/demo/default_catalogue.h"
#include "platform/domain/catalogue_difference.h"
#include "platform/domain/routes_digest.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/version_rows.h"
#include "platform/store/sql/migrations.h"
#include "platform/verify/said.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const QStringList &fieldsOfApi()
{
    static const QStringList fields{u"host"_s, u"base_path"_s, u"audience"_s};
    return fields;
}

QString valueOf(const Api &api, const QString &field)
{
    return field == u"host" ? api.host : field == u"base_path" ? api.basePath : api.audience;
}

/// The path of the version that an event is about: it stands behind the name of the API.
QString pathIn(const AuditEvent &event)
{
    return event.targetName.section(u' ', -1);
}

QString endOf(const ApiVersion &version)
{
    return version.sunsetAt ? timeToText(*version.sunsetAt) : QString();
}

} // namespace

void CatalogueEvents::see(AuditAction action, const AuditEvent &event)
{
    switch (action) {
    case AuditAction::ApiCreate:
        m_apis.insert(event.targetId, {});
        m_apis[event.targetId].isAdded = true;
        for (const QString &field : fieldsOfApi()) { // what is empty is not told
            const FieldChange *said = saidOf(event, field);
            m_apis[event.targetId].fields.insert(field, said == nullptr ? QString() : said->after);
        }
        break;
    case AuditAction::ApiEdit: {
        SaidApi &api = m_apis[event.targetId];
        for (const QString &field : fieldsOfApi()) {
            if (const FieldChange *said = saidOf(event, field))
                api.fields.insert(field, said->after);
        }
        if (const FieldChange *base = saidOf(event, u"base_path")) {
            QHash<QString, QString> moved;
            for (auto end = api.ends.cbegin(); end != api.ends.cend(); ++end)
                moved.insert(pc::rules::moved(end.key(), base->before, base->after), end.value());
            api.ends = moved;
        }
        break;
    }
    case AuditAction::ApiRemove:
        m_apis.remove(event.targetId);
        break;
    case AuditAction::CatalogueApply: {
        const FieldChange *said = saidOf(event, u"routes_sha256");
        m_apis[event.targetId].routes = said == nullptr ? QString() : said->after;
        break;
    }
    case AuditAction::VersionCreate:
    case AuditAction::VersionEdit:
    case AuditAction::VersionEnd:
    case AuditAction::VersionRemove:
        followVersion(action, event);
        break;
    default: // says nothing about the rows of an API
        break;
    }
}

void CatalogueEvents::followVersion(AuditAction action, const AuditEvent &event)
{
    QHash<QString, QString> &ends = m_apis[event.targetId].ends;
    const QString path = pathIn(event);
    const FieldChange *moved = saidOf(event, u"path_prefix");
    QString end = ends.take(moved != nullptr && !moved->before.isEmpty() ? moved->before : path);
    if (action == AuditAction::VersionRemove)
        return;
    if (const FieldChange *said = saidOf(event, u"sunset_at"))
        end = said->after;
    ends.insert(path, end);
}

QString CatalogueEvents::ofApi(const Api &api) const
{
    const auto said = m_apis.constFind(api.id);
    const bool isInstalled = api.id == defaultCatalogue().api.id;
    if (!isInstalled && (said == m_apis.constEnd() || !said->isAdded))
        return u"no event says that the API %1 was added"_s.arg(api.id);
    if (said == m_apis.constEnd())
        return {};
    for (auto field = said->fields.cbegin(); field != said->fields.cend(); ++field) {
        if (valueOf(api, field.key()) != field.value())
            return u"the API %1 has another %2 than its events say"_s.arg(api.id, field.key());
    }
    return {};
}

/// As the newest import left them; those of before that was told are not compared.
QString CatalogueEvents::ofRoutes(Tx &tx, const QList<Api> &apis) const
{
    QHash<QString, QList<Route>> routes;
    for (const Route &each : catalogue_rows::routes(tx))
        routes[each.apiId].append(each);
    QHash<QString, QString> owners;
    for (const Scope &each : catalogue_rows::scopes(tx))
        owners.insert(each.name, each.apiId);
    for (const Api &api : apis) {
        const QString said = m_apis.value(api.id).routes;
        if (said.isEmpty())
            continue;
        const QList<Route> stored = routes.value(api.id);
        if (domain::routesDigest(stored, api.basePath) != said)
            return u"the API %1 has other routes than were put in force"_s.arg(api.id);
        for (const QString &scope : domain::scopesNeeded(stored)) {
            if (owners.value(scope) != api.id)
                return u"the scope %1 is needed by the API %2, and its row says another"_s.arg(scope, api.id);
        }
    }
    return {};
}

/// One that is gone, or ends later, opens what was to be over; one that is there without an event may hide
/// another.
QString CatalogueEvents::ofVersions(Tx &tx) const
{
    if (!isCarriedOut(tx, version_rows::schemaStep))
        return {};
    QHash<QString, QHash<QString, QString>> stored;
    for (const ApiVersion &each : version_rows::all(tx))
        stored[each.apiId].insert(each.pathPrefix, endOf(each));
    QSet<QString> ids;
    for (const QString &id : stored.keys() + m_apis.keys())
        ids.insert(id);
    for (const QString &id : std::as_const(ids)) {
        if (stored.value(id) != m_apis.value(id).ends)
            return u"versions of the API %1 are other ones, or end otherwise, than its events say"_s.arg(id);
    }
    return {};
}

QString CatalogueEvents::contradiction(Tx &tx) const
{
    if (!isCarriedOut(tx, api_rows::schemaStep))
        return {};
    const QList<Api> apis = api_rows::all(tx);
    for (const Api &each : apis) {
        if (const QString found = ofApi(each); !found.isEmpty())
            return found;
    }
    const QString found = ofRoutes(tx, apis);
    return found.isEmpty() ? ofVersions(tx) : found;
}

} // namespace pc::platform

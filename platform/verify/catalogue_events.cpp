// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/catalogue_events.h"

#include "platform/demo/default_catalogue.h"
#include "platform/domain/catalogue_difference.h"
#include "platform/domain/routes_digest.h"
#include "platform/domain/said.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/sql/migrations.h"

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

} // namespace

void CatalogueEvents::see(AuditAction action, const AuditEvent &event)
{
    m_versions.see(action, event);
    switch (action) {
    case AuditAction::ApiCreate:
        m_removed.remove(event.targetId);
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
        break;
    }
    case AuditAction::ApiRemove:
        m_apis.remove(event.targetId);
        m_removed.insert(event.targetId);
        break;
    case AuditAction::CatalogueApply: {
        const FieldChange *said = saidOf(event, u"routes_sha256");
        m_apis[event.targetId].routes = said == nullptr ? QString() : said->after;
        break;
    }
    default: // says nothing about the rows of an API
        break;
    }
}

/// What was installed stands as it was, where no event says otherwise.
QString CatalogueEvents::ofApi(const Api &api) const
{
    if (m_removed.contains(api.id))
        return u"the API %1 was removed, and is there"_s.arg(api.id);
    const bool isInstalled = api.id == m_installed.id;
    const SaidApi said = m_apis.value(api.id);
    if (!isInstalled && !said.isAdded)
        return u"no event says that the API %1 was added"_s.arg(api.id);
    for (const QString &field : fieldsOfApi()) {
        const bool isTold = said.fields.contains(field);
        if (!isTold && !isInstalled)
            continue;
        if (asLogged(valueOf(api, field)) !=
            (isTold ? said.fields.value(field) : valueOf(m_installed, field)))
            return u"the API %1 has another %2 than its events say"_s.arg(api.id, field);
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
    return found.isEmpty() ? m_versions.contradiction(tx) : found;
}

} // namespace pc::platform

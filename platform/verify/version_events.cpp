// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/version_events.h"

#include "contract/codec/time_text.h"
#include "contract/rules/api_rules.h"
#include "platform/demo/default_catalogue.h"
#include "platform/domain/said.h"
#include "platform/store/rows/version_rows.h"
#include "platform/store/sql/migrations.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString endOf(const ApiVersion &version)
{
    return version.sunsetAt ? timeToText(*version.sunsetAt) : QString();
}

/// What a change tells, whether it went or came or stayed.
QString toldIn(const FieldChange *change)
{
    if (change == nullptr)
        return {};
    return change->before.isEmpty() ? change->after : change->before;
}

/// As events of before tell it: behind the name of the API, where the two as one text may look like a secret.
QString behindName(const AuditEvent &event)
{
    return event.targetName.section(u' ', -1);
}

} // namespace

void VersionEvents::see(AuditAction action, const AuditEvent &event)
{
    switch (action) {
    case AuditAction::ApiCreate:
    case AuditAction::ApiEdit:
        followApi(event);
        break;
    case AuditAction::ApiRemove:
        m_apis.remove(event.targetId);
        break;
    case AuditAction::VersionCreate:
    case AuditAction::VersionEdit:
    case AuditAction::VersionEnd:
    case AuditAction::VersionRemove:
        follow(action, event);
        break;
    default: // says nothing about versions
        break;
    }
}

/// An API that moves takes its versions along.
void VersionEvents::followApi(const AuditEvent &event)
{
    OfApi &api = m_apis[event.targetId];
    if (const FieldChange *name = saidOf(event, u"name"))
        api.name = name->after;
    const FieldChange *base = saidOf(event, u"base_path");
    if (base == nullptr)
        return;
    for (Said &each : api.versions)
        each.path = pc::rules::isBelow(base->before, each.path)
                        ? pc::rules::moved(each.path, base->before, base->after)
                        : QString();
}

/// Of the version that an event is about; -1: it does not tell.
qsizetype VersionEvents::indexOf(const OfApi &api, const AuditEvent &event)
{
    const auto find = [&api](const auto &is) -> qsizetype {
        const auto found = std::find_if(api.versions.begin(), api.versions.end(), is);
        return found == api.versions.end() ? -1 : found - api.versions.begin();
    };
    if (const QString id = toldIn(saidOf(event, u"version_id")); !id.isEmpty()) {
        if (const qsizetype at = find([&id](const Said &each) { return each.id == id; }); at >= 0)
            return at;
    }
    const QString path = toldIn(saidOf(event, u"path_prefix"));
    const QString behind = path.isEmpty() ? behindName(event) : path;
    if (const qsizetype at = find([&](const Said &each) { return asLogged(each.path) == behind; }); at >= 0)
        return at;
    return find([&](const Said &each) { return asLogged(api.name + u' ' + each.path) == event.targetName; });
}

void VersionEvents::follow(AuditAction action, const AuditEvent &event)
{
    OfApi &api = m_apis[event.targetId];
    if (api.name.isEmpty() && event.targetId == defaultCatalogue().api.id)
        api.name = defaultCatalogue().api.name;
    qsizetype at = action == AuditAction::VersionCreate ? -1 : indexOf(api, event);
    if (at < 0 && action != AuditAction::VersionCreate) {
        api.isUnsaid = true;
        return;
    }
    if (action == AuditAction::VersionRemove) {
        api.versions.removeAt(at);
        return;
    }
    if (at < 0) {
        at = api.versions.size();
        api.versions.append(Said());
    }
    Said &version = api.versions[at];
    if (const FieldChange *id = saidOf(event, u"version_id"))
        version.id = id->after;
    const FieldChange *path = saidOf(event, u"path_prefix");
    if (path != nullptr)
        version.path = path->after;
    else if (action == AuditAction::VersionCreate)
        version.path = behindName(event);
    if (const FieldChange *end = saidOf(event, u"sunset_at"))
        version.end = end->after;
}

bool VersionEvents::fit(QList<Said> said, QList<ApiVersion> stored)
{
    // What tells least takes what the others leave.
    const auto rank = [](const Said &each) { return !each.id.isEmpty() ? 0 : !each.path.isEmpty() ? 1 : 2; };
    std::stable_sort(said.begin(), said.end(),
                     [&rank](const Said &a, const Said &b) { return rank(a) < rank(b); });
    for (const Said &each : std::as_const(said)) {
        const auto at = std::find_if(stored.begin(), stored.end(), [&each](const ApiVersion &version) {
            return (each.id.isEmpty() || each.id == version.id) &&
                   (each.path.isEmpty() || asLogged(each.path) == asLogged(version.pathPrefix)) &&
                   each.end == endOf(version);
        });
        if (at == stored.end())
            return false;
        stored.erase(at);
    }
    return stored.isEmpty();
}

/// One that is gone, or ends later, opens what was to be over; one that is there without an event may hide
/// another.
QString VersionEvents::contradiction(Tx &tx) const
{
    if (!isCarriedOut(tx, version_rows::schemaStep))
        return {};
    QHash<QString, QList<ApiVersion>> stored;
    for (const ApiVersion &each : version_rows::all(tx))
        stored[each.apiId].append(each);
    QSet<QString> ids;
    for (const QString &id : stored.keys() + m_apis.keys())
        ids.insert(id);
    for (const QString &id : std::as_const(ids)) {
        const OfApi said = m_apis.value(id);
        if (!said.isUnsaid && !fit(said.versions, stored.value(id)))
            return u"versions of the API %1 are other ones, or end otherwise, than its events say"_s.arg(id);
    }
    return {};
}

} // namespace pc::platform

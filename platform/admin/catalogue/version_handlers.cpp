// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/version_handlers.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/version_life.h"
#include "platform/admin/api/body.h"
#include "platform/admin/catalogue/catalogue_change.h"
#include "platform/admin/catalogue/version_callers.h"
#include "platform/core/catalogue/path_template.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/version_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

constexpr qsizetype mostVersions = 50; // of one API

const QStringList notOfVersions{u"version"_s, u"created_at"_s,   u"updated_at"_s, u"updated_by"_s, u"id"_s,
                                u"api_id"_s,  u"partners_30d"_s, u"calls_30d"_s,  u"routes"_s};

/// Of the API, so that its history tells everything; the path says which version.
AuditEvent versionEvent(AuditAction action, const Api &api, const ApiVersion &version, const QString &reason,
                        const QString &ticket)
{
    AuditEvent event = eventAbout(action, api.id, QString(api.name + u' ' + version.pathPrefix), {});
    event.reason = reason;
    event.ticket = ticket;
    return event;
}

/// Also which version it is, and of which path: `verify` follows it by them, as the name of the event is made
/// of two texts. Nullptr: there is none.
QList<FieldChange> versionChanges(const ApiVersion *before, const ApiVersion *after)
{
    const auto json = [](const ApiVersion *version) { return version ? toJson(*version) : QJsonObject(); };
    QList<FieldChange> changes = auditDiff(json(before), json(after), notOfVersions);
    const bool isPathTold = std::any_of(changes.begin(), changes.end(),
                                        [](const FieldChange &each) { return each.field == u"path_prefix"; });
    if (!isPathTold)
        changes.append({u"path_prefix"_s, {}, after->pathPrefix});
    changes.append({u"version_id"_s, after ? QString() : before->id, after ? after->id : QString()});
    return changes;
}

QList<FieldError> checkVersion(const ApiVersionDraft &draft, const Api &api, const ApiVersion *before,
                               const QList<ApiVersion> &versions, const QDateTime &now)
{
    FieldCheck check;
    const auto path = PathTemplate::parse(draft.pathPrefix);
    if (!path || !path->names().isEmpty() || !pc::rules::isBelow(api.basePath, draft.pathPrefix))
        check.fail(u"/path_prefix"_s, FieldFault::BadFormat,
                   u"A path without parameters, below %1."_s.arg(api.basePath));
    for (const ApiVersion &other : versions) {
        if ((before == nullptr || other.id != before->id) &&
            pc::rules::basePathsMeet(other.pathPrefix, draft.pathPrefix))
            check.fail(u"/path_prefix"_s, FieldFault::Taken,
                       u"%1 is a version already."_s.arg(other.pathPrefix));
    }
    if (before == nullptr && versions.size() >= mostVersions)
        check.fail(u"/path_prefix"_s, FieldFault::TooMany, u"At most %1 versions."_s.arg(mostVersions));
    if (const auto fault = pc::rules::sunsetFault(draft, before, now))
        check.fail(u"/sunset_at"_s, *fault,
                   *fault == FieldFault::InThePast ? u"It must lie ahead; a version is ended otherwise."_s
                                                   : u"It must not lie before the deprecation."_s);
    return check.errors();
}

void applyDraft(const ApiVersionDraft &draft, ApiVersion &version)
{
    version.pathPrefix = draft.pathPrefix;
    version.deprecatedAt = draft.deprecatedAt;
    version.sunsetAt = draft.sunsetAt;
    version.successorUrl = draft.successorUrl;
    version.guideUrl = draft.guideUrl;
    version.sentence = draft.sentence;
}

void touched(ApiVersion &version, const WriteCall &call)
{
    version.version += 1;
    version.updatedAt = call.now;
    version.updatedBy = call.actor.account;
}

/// The versions of all APIs with this one as it is now.
QList<ApiVersion> versionsWith(const Policy &policy, const ApiVersion &version)
{
    QList<ApiVersion> all = policy.catalogue().versions();
    all.removeIf([&version](const ApiVersion &each) { return each.id == version.id; });
    all.append(version);
    return all;
}

/// What follows for decisions and for the feed.
AdminExpected<WriteOutcome> versionsSettled(const WriteCall &call, const QList<ApiVersion> &versions,
                                            const AuditEvent &event)
{
    const PolicyRef policy = call.context.policy.current();
    auto catalogue = catalogueWithVersions(*policy, versions);
    if (!catalogue)
        return tl::make_unexpected(std::move(catalogue.error()));
    WriteOutcome outcome;
    outcome.events = {{event, ChangeKind::Catalogue}};
    outcome.policy = {CatalogueRule{std::move(*catalogue), policy->scopes()}};
    return outcome;
}

/// Stored and decided by from the commit on; the answer is the version.
WriteResult storedVersion(const WriteCall &call, Tx &tx, const ApiVersion &version, const AuditEvent &event,
                          int status = 200)
{
    version_rows::put(tx, version);
    auto outcome = versionsSettled(call, versionsWith(*call.context.policy.current(), version), event);
    if (!outcome)
        return tl::make_unexpected(std::move(outcome.error()));
    outcome->answer =
        replyVersioned(counted(call.context, tx, {version}, call.now).constFirst(), version.version, status);
    return std::move(*outcome);
}

WriteResult createVersion(const WriteCall &call, const AdminExpected<ApiVersionDraft> &asked, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    if (!api)
        return notFound(u"API"_s);
    if (!asked)
        return tl::make_unexpected(asked.error());
    const QList<ApiVersion> versions = version_rows::ofApi(tx, api->id);
    const QList<FieldError> errors = checkVersion(*asked, *api, nullptr, versions, call.now);
    if (!errors.isEmpty())
        return invalid(errors);
    ApiVersion version;
    version.id = u"ver_"_s + QString::fromLatin1(randomBase62(call.context.random, 16).view());
    version.apiId = api->id;
    version.createdAt = call.now;
    applyDraft(*asked, version);
    touched(version, call);
    AuditEvent event = versionEvent(AuditAction::VersionCreate, *api, version, asked->reason, asked->ticket);
    event.changes = versionChanges(nullptr, &version);
    WriteResult outcome = storedVersion(call, tx, version, event, 201);
    if (outcome)
        outcome->answer.headers.set("Location", "/admin/v1/apis/" + api->id.toLatin1() + "/versions/" +
                                                    version.id.toLatin1());
    return outcome;
}

WriteResult editVersion(const WriteCall &call, const AdminExpected<ApiVersionDraft> &asked, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    const auto before =
        api ? version_rows::find(tx, api->id, call.parameter("version_id")) : std::optional<ApiVersion>();
    if (!before)
        return notFound(u"version"_s);
    if (!call.matches(before->version))
        return stale(toJson(counted(call.context, tx, {*before}, call.now).constFirst()),
                     etagOf(before->version));
    if (!asked)
        return tl::make_unexpected(asked.error());
    const QList<FieldError> errors =
        checkVersion(*asked, *api, &*before, version_rows::ofApi(tx, api->id), call.now);
    if (!errors.isEmpty())
        return invalid(errors);
    ApiVersion version = *before;
    applyDraft(*asked, version);
    if (auditDiff(toJson(*before), toJson(version), notOfVersions).isEmpty())
        return WriteOutcome{
            replyVersioned(counted(call.context, tx, {*before}, call.now).constFirst(), before->version)};
    touched(version, call);
    AuditEvent event = versionEvent(AuditAction::VersionEdit, *api, version, asked->reason, asked->ticket);
    event.changes = versionChanges(&*before, &version);
    return storedVersion(call, tx, version, event);
}

WriteResult endVersion(const WriteCall &call, const ActRequest &act, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    const auto before =
        api ? version_rows::find(tx, api->id, call.parameter("version_id")) : std::optional<ApiVersion>();
    if (!before)
        return notFound(u"version"_s);
    if (pc::rules::hasEnded(before->sunsetAt, call.now))
        return refuse(ProblemCode::VersionOver, u"The version has ended"_s);
    ApiVersion version = *before;
    version.sunsetAt = call.now;
    if (!version.deprecatedAt || *version.deprecatedAt > call.now)
        version.deprecatedAt = call.now;
    touched(version, call);
    AuditEvent event = versionEvent(AuditAction::VersionEnd, *api, version, act.reason, act.ticket);
    event.changes = versionChanges(&*before, &version);
    return storedVersion(call, tx, version, event);
}

WriteResult removeVersion(const WriteCall &call, const ActRequest &act, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    const auto before =
        api ? version_rows::find(tx, api->id, call.parameter("version_id")) : std::optional<ApiVersion>();
    if (!before)
        return notFound(u"version"_s);
    const ApiVersion shown = counted(call.context, tx, {*before}, call.now).constFirst();
    if (!call.matches(before->version))
        return stale(toJson(shown), etagOf(before->version));
    version_rows::remove(tx, before->id);
    AuditEvent event = versionEvent(AuditAction::VersionRemove, *api, *before, act.reason, act.ticket);
    event.changes = versionChanges(&*before, nullptr);
    QList<ApiVersion> left = call.context.policy.current()->catalogue().versions();
    left.removeIf([&before](const ApiVersion &each) { return each.id == before->id; });
    auto outcome = versionsSettled(call, left, event);
    if (!outcome)
        return tl::make_unexpected(std::move(outcome.error()));
    outcome->answer = replyWith(shown);
    return std::move(*outcome);
}

} // namespace

AdminResult versionList(const AdminCall &call, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    if (!api)
        return notFound(u"API"_s);
    Page<ApiVersion> page;
    page.items = counted(call.context, tx, version_rows::ofApi(tx, api->id), call.now);
    page.count = page.items.size();
    return replyWith(page);
}

AdminResult versionUse(const AdminCall &call, Tx &tx)
{
    const auto version = version_rows::find(tx, call.parameter("api_id"), call.parameter("version_id"));
    if (!version)
        return notFound(u"version"_s);
    return replyWith(useOf(call.context, tx, *version, call.now));
}

AdminExpected<PreparedWrite> versionCreate(const WriteCall &call)
{
    return PreparedWrite{
        [draft = bodyAs<ApiVersionDraft>(call)](const WriteCall &write, Tx &tx) -> WriteResult {
            return createVersion(write, draft, tx);
        }};
}

/// A sunset that is brought forward takes something away, so it waits for nobody's turn.
AdminExpected<PreparedWrite> versionEdit(const WriteCall &call)
{
    const AdminExpected<ApiVersionDraft> draft = bodyAs<ApiVersionDraft>(call);
    const bool mayTake = draft && draft->sunsetAt;
    return PreparedWrite{
        [draft](const WriteCall &write, Tx &tx) -> WriteResult { return editVersion(write, draft, tx); },
        mayTake ? PreparedWrite::Course::AtOnce : PreparedWrite::Course::InTurn};
}

/// Likewise.
AdminExpected<PreparedWrite> versionEnd(const WriteCall &call)
{
    AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    return PreparedWrite{
        [act = std::move(*act)](const WriteCall &write, Tx &tx) { return endVersion(write, act, tx); },
        PreparedWrite::Course::AtOnce};
}

AdminExpected<PreparedWrite> versionRemove(const WriteCall &call)
{
    AdminExpected<ActRequest> act = actOf(call);
    if (!act)
        return tl::make_unexpected(std::move(act.error()));
    return PreparedWrite{
        [act = std::move(*act)](const WriteCall &write, Tx &tx) { return removeVersion(write, act, tx); }};
}

} // namespace pc::platform::handlers

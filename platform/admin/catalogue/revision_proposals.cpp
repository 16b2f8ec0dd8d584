// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/revision_proposals.h"

#include "contract/crypto/hashing.h"
#include "contract/crypto/redaction.h"
#include "contract/rules/text_rule.h"
#include "platform/admin/api/body.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/catalogue/catalogue_change.h"
#include "platform/admin/catalogue/description_file.h"
#include "platform/admin/catalogue/revision_review.h"
#include "platform/admin/catalogue/revision_routes.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/openapi/description_codec.h"
#include "platform/openapi/read_description.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostKept = qint64{128} * 1024 * 1024; // of all APIs, compressed
constexpr qsizetype mostLeftOut = 200;
constexpr qsizetype longestWhat = 600;
constexpr qsizetype longestVersion = 100;

/// A description that was read.
struct ReadDescription
{
    openapi::Description description;
    QByteArray packed;
    QByteArray compressed; ///< as it came, without credentials
    QString sha256;
    qint64 size = 0;
    Api api; ///< by which these routes were made; of no id when there was none
    openapi::DescribedRoutes described;
};

void tellLeftOut(CatalogueRevision &revision, const QList<openapi::LeftOut> &leftOut)
{
    revision.counts.leftOut = static_cast<int>(leftOut.size());
    revision.leftOut.clear();
    for (const openapi::LeftOut &each : leftOut.mid(0, mostLeftOut))
        revision.leftOut.append({each.line, redactText(pc::rules::plainLine(each.what, longestWhat)),
                                 redactText(pc::rules::plainLine(each.reason, longestWhat))});
}

/// Routes as the revision has them now, and what they are beside those in force.
void setRoutes(const WriteCall &call, Tx &tx, RevisionRow &row, const openapi::DescribedRoutes &described)
{
    row.routes = described.routes;
    row.value.counts = RevisionEffect(call.context, tx, row.value.apiId, row.routes, call.now).counts();
    tellLeftOut(row.value, described.leftOut);
}

WriteResult propose(const WriteCall &call, const ReadDescription &read, const ScopeRule &rule, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    if (!api)
        return notFound(u"API"_s);
    const PolicyRef policy = call.context.policy.current();
    RevisionRow row;
    row.operations = read.packed;
    CatalogueRevision &revision = row.value;
    revision.id = catalogueId(u"rev_"_s, call.context.random);
    revision.apiId = api->id;
    revision.state = RevisionState::Proposed;
    revision.openapi = read.description.openapi;
    revision.basePath = api->basePath;
    revision.title = redactText(pc::rules::plainLine(read.description.title, longestVersion));
    revision.describedVersion = redactText(pc::rules::plainLine(read.description.version, longestVersion));
    revision.sha256 = read.sha256;
    revision.size = read.size;
    revision.rule = rule;
    revision.createdAt = call.now;
    revision.createdBy = call.actor.account;
    const bool isAsRead = read.api.id == api->id && read.api.version == api->version;
    setRoutes(call, tx, row,
              isAsRead
                  ? read.described
                  : describedRoutes(call, read.description, *api, rule, routesInForce(*policy, api->id)));
    revision_rows::put(tx, row);
    revision_rows::putDescription(tx, read.sha256, read.compressed);
    revision_rows::keepNewest(tx, api->id, keptProposals, keptReplaced);
    if (revision_rows::keptBytes(tx) > mostKept)
        return refuse(ProblemCode::CatalogueFull, u"There is no room for another description"_s,
                      u"Remove proposals and former revisions that nobody needs."_s);

    WriteOutcome outcome;
    outcome.answer = replyWith(revision, 201);
    outcome.answer.headers.set("Location", "/admin/v1/apis/" + api->id.toLatin1() + "/revisions/" +
                                               revision.id.toLatin1());
    AuditEvent event = revisionEvent(AuditAction::CataloguePropose, *api, revision);
    event.changes.append({u"sha256"_s, {}, revision.sha256});
    outcome.events = {{event, ChangeKind::Catalogue}};
    return outcome;
}

WriteResult giveRule(const WriteCall &call, const ScopeRule &rule, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    auto row = revision_rows::find(tx, call.parameter("api_id"), call.parameter("revision_id"));
    if (!api || !row)
        return notFound(u"revision"_s);
    if (row->value.state != RevisionState::Proposed)
        return refuse(ProblemCode::RevisionInForce, u"It is not a proposal any more"_s);
    const auto description = openapi::unpack(row->operations);
    if (!description)
        throw SqlFailure({StoreError::Kind::Corrupt, u"a revision holds no description"_s});
    row->value.rule = rule;
    row->value.version += 1;
    row->value.changedBy = call.actor.account;
    const QList<Route> present =
        routesNow(*row, *api) + routesInForce(*call.context.policy.current(), api->id); // the latter count
    row->value.basePath = api->basePath;
    setRoutes(call, tx, *row, describedRoutes(call, *description, *api, rule, present));
    revision_rows::put(tx, *row);
    WriteOutcome outcome;
    outcome.answer = replyWith(row->value);
    AuditEvent event = revisionEvent(AuditAction::CataloguePropose, *api, row->value);
    event.changes.append({u"rule"_s, {}, QString::fromUtf8(jsonBytes(rule))});
    outcome.events = {{event, ChangeKind::Catalogue}};
    return outcome;
}

AdminExpected<ScopeRule> ruleOf(const WriteCall &call)
{
    Parameters parameters(call.request);
    ScopeRule rule;
    rule.otherwise = parameters.one<ScopeSource>(u"otherwise", rule.otherwise);
    rule.prefix = parameters.text(u"prefix");
    rule.named = parameters.flag(u"named", rule.named);
    rule.readAndWrite = parameters.flag(u"read_and_write", rule.readAndWrite);
    if (pc::rules::faultOf(pc::rules::limit("ScopeRule", "prefix"), rule.prefix))
        parameters.fail(u"prefix", u"small letters and digits, and one of . _ : - at the end"_s);
    if (!parameters.ok())
        return tl::make_unexpected(parameters.error().value());
    return rule;
}

tl::unexpected<AdminProblem> unreadable(const openapi::Fault &fault)
{
    const QString reason = redactText(pc::rules::plainLine(fault.reason, longestWhat));
    return refuse(ProblemCode::DescriptionRefused, u"The description cannot be read"_s,
                  fault.line > 0 ? u"line %1: %2"_s.arg(fault.line).arg(reason) : reason);
}

} // namespace

AdminExpected<PreparedWrite> revisionPropose(const WriteCall &call)
{
    const AdminExpected<ScopeRule> rule = ruleOf(call);
    if (!rule)
        return tl::make_unexpected(rule.error());
    const QByteArray &bytes = call.request.body;
    auto description = openapi::readDescription(bytes);
    if (!description)
        return unreadable(description.error());
    ReadDescription read;
    read.packed = openapi::pack(*description);
    read.description = std::move(*description);
    read.compressed = qCompress(withoutCredentials(bytes, call.context.leaks, sightingIn(call)), 6);
    // Here and not in the writer's turn, which others wait for.
    const PolicyRef policy = call.context.policy.current();
    for (const Api &each : policy->catalogue().apis()) {
        if (each.id == call.parameter("api_id")) {
            read.api = each;
            read.described =
                describedRoutes(call, read.description, each, *rule, routesInForce(*policy, each.id));
        }
    }
    read.sha256 = QString::fromLatin1(sha256({bytes}).toHex());
    read.size = bytes.size();
    return longWrite([read = std::make_shared<const ReadDescription>(std::move(read)), rule = *rule](
                         const WriteCall &write, Tx &tx) { return propose(write, *read, rule, tx); });
}

AdminExpected<PreparedWrite> revisionRule(const WriteCall &call)
{
    AdminExpected<ScopeRule> rule = bodyAs<ScopeRule>(call);
    if (!rule)
        return tl::make_unexpected(std::move(rule.error()));
    if (rule->otherwise == ScopeSource::Unknown)
        return invalid({pc::rules::fieldError(u"/otherwise"_s, pc::rules::FieldFault::UnknownValue,
                                              u"tag, path or one."_s)});
    return longWrite([rule = *rule](const WriteCall &write, Tx &tx) { return giveRule(write, rule, tx); });
}

} // namespace pc::platform::handlers

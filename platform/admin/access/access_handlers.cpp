// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/access/access_handlers.h"

#include "contract/rules/limits.h"
#include "contract/rules/version_life.h"
#include "platform/admin/api/body.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/grant_rules.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/rows/version_rows.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
AdminResult whole(const QList<T> &items)
{
    Page<T> page;
    page.items = items;
    page.count = items.size();
    return replyWith(page);
}

std::optional<Grant> effectiveGrant(Tx &tx, const Partner &partner, const QDateTime &now)
{
    auto grant = catalogue_rows::grant(tx, partner.id);
    if (!grant)
        return {};
    const Plan plan = catalogue_rows::plan(tx, grant->planId).value_or(Plan{});
    grant->effective = pc::rules::limitsAt(*grant, plan, partner.stage, now);
    return grant;
}

} // namespace

AdminResult scopeList(const AdminCall &, Tx &tx)
{
    return whole(catalogue_rows::scopes(tx));
}

AdminResult routeList(const AdminCall &, Tx &tx)
{
    QList<Route> routes = catalogue_rows::routes(tx);
    const QList<ApiVersion> versions = version_rows::all(tx);
    for (Route &each : routes) {
        const pc::rules::Ending ending = pc::rules::endingOf(each, pc::rules::versionOf(versions, each));
        each.deprecatedAt = ending.deprecatedAt;
        each.sunsetAt = ending.sunsetAt;
    }
    return whole(routes);
}

AdminResult grantGet(const AdminCall &call, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    const auto grant = partner ? effectiveGrant(tx, *partner, call.now) : std::nullopt;
    if (!grant)
        return notFound(u"partner"_s);
    return replyVersioned(*grant, grant->version);
}

namespace {

WriteResult editGrant(const WriteCall &call, const AdminExpected<Body<GrantEdit>> &asked, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    const auto before = partner ? effectiveGrant(tx, *partner, call.now) : std::nullopt;
    if (!before)
        return notFound(u"partner"_s);
    if (!call.matches(before->version))
        return stale(toJson(*before), etagOf(before->version));
    if (!asked)
        return tl::make_unexpected(asked.error());
    const GrantEdit &edit = asked->value;
    const PolicyRef policy = call.context.policy.current(); // of thousands of routes none is read for it
    const QList<Plan> plans = catalogue_rows::plans(tx);
    const QList<FieldError> errors = domain::checkGrant(edit, asked->faults,
                                                        {policy->scopes(),
                                                         policy->catalogue().routes(),
                                                         plans,
                                                         {partner->lawfulBasis, partner->dataCategories},
                                                         before->scopes,
                                                         call.now});
    if (!errors.isEmpty())
        return invalid(errors);

    Grant grant = *before;
    grant.planId = edit.planId;
    grant.scopes = edit.scopes;
    grant.resources = edit.resources;
    grant.limitOverride = edit.limitOverride;
    const Plan plan = catalogue_rows::plan(tx, grant.planId).value_or(Plan{});
    grant.effective = pc::rules::limitsAt(grant, plan, partner->stage, call.now);
    const QList<FieldChange> changes = auditDiff(toJson(*before), toJson(grant), {u"effective"_s});
    if (changes.isEmpty())
        return WriteOutcome{replyVersioned(*before, before->version)};
    grant.version += 1;
    grant.updatedAt = call.now;
    grant.updatedBy = call.actor.account;
    catalogue_rows::put(tx, grant);
    Partner kept = *partner;
    const bool movesPartner = kept.planId != grant.planId;
    if (movesPartner) {
        kept.planId = grant.planId;
        kept.updatedAt = call.now;
        kept.version += 1;
        partner_rows::update(tx, kept);
    }
    AuditEvent event = eventAbout(AuditAction::GrantEdit, partner->id, partner->name, partner->id);
    event.changes = changes;
    event.reason = edit.reason;
    event.ticket = edit.ticket;
    WriteOutcome outcome;
    outcome.answer = replyVersioned(grant, grant.version);
    outcome.events = {
        {event, ChangeKind::Grant, movesPartner ? QList{ChangeKind::Partner} : QList<ChangeKind>()}};
    outcome.policy = {storedRule(tx, kept, grant)};
    return outcome;
}

/// What an edit takes away, unless the store would refuse it: by the same rules, and what the policy knows of
/// the partner and the plans.
Narrowing narrowingOfGrant(const WriteCall &call, const Body<GrantEdit> &asked)
{
    const GrantEdit &edit = asked.value;
    const PolicyRef policy = call.context.policy.current();
    const auto partner = policy->partner(call.parameter("partner_id"));
    if (!partner || !call.matches(partner->facts.grantVersion))
        return {};
    const auto limits = policy->planLimits(edit.planId);
    Plan plan;
    plan.id = edit.planId;
    const QList<Plan> plans = limits ? QList<Plan>{plan} : QList<Plan>();
    const QList<FieldError> errors =
        domain::checkGrant(edit, asked.faults,
                           {policy->scopes(),
                            policy->catalogue().routes(),
                            plans,
                            {partner->facts.lawfulBasis, partner->facts.dataCategories},
                            partner->scopes,
                            call.now});
    return errors.isEmpty() ? narrowings::ofGrant(partner->id, edit, limits, instantOf(call.now))
                            : Narrowing();
}

} // namespace

AdminExpected<PreparedWrite> grantEdit(const WriteCall &call)
{
    AdminExpected<Body<GrantEdit>> edit = readBody<GrantEdit>(call);
    Narrowing narrowing = edit ? narrowingOfGrant(call, *edit) : Narrowing();
    return PreparedWrite{
        [edit = std::move(edit)](const WriteCall &write, Tx &tx) { return editGrant(write, edit, tx); },
        PreparedWrite::Course::AtOnce, std::move(narrowing)};
}

AdminResult scopeUseGet(const AdminCall &call, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    const auto grant = partner ? catalogue_rows::grant(tx, partner->id) : std::nullopt;
    if (!grant)
        return notFound(u"partner"_s);
    // Of a scope that was taken away too: its calls of these days are a fact that a decision stands on.
    QStringList scopes = grant->scopes;
    for (const Scope &scope : catalogue_rows::scopes(tx))
        if (!scopes.contains(scope.name))
            scopes.append(scope.name);
    return whole(call.context.usage.scopeUse(tx, partner->id, scopes, call.now));
}

} // namespace pc::platform::handlers

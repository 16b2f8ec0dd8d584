// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/partners/partner_handlers.h"

#include "platform/admin/api/body.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/partners/partner_to_change.h"
#include "platform/admin/revocation/foreseen.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/field_check.h"
#include "platform/domain/grant_rules.h"
#include "platform/domain/partner_rules.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/partner_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

const QStringList notAudited{u"version"_s, u"updated_at"_s, u"summary"_s, u"created_at"_s, u"stage_since"_s};

void apply(const PartnerDraft &draft, Partner &partner, const QString &by, const QDateTime &now)
{
    partner.name = draft.name;
    partner.slug = draft.slug;
    partner.legalName = draft.legalName;
    partner.country = draft.country;
    partner.registration = draft.registration;
    partner.owner = draft.owner;
    partner.planId = draft.planId;
    partner.timeZone = draft.timeZone;
    partner.lawfulBasis = draft.lawfulBasis;
    partner.dataCategories = draft.dataCategories;
    partner.purpose = draft.purpose;
    partner.retentionDays = draft.retentionDays;
    partner.contacts = domain::settledContacts(draft.contacts, partner.contacts, by, now);
    partner.agreement = draft.agreement;
    partner.tags = draft.tags;
    partner.notes = draft.notes;
    partner.updatedAt = now;
}

/// What only the store can say. `before`: the partner that is edited, empty for a new one.
QList<FieldError> checkInStore(Tx &tx, const PartnerDraft &draft, const Partner &before)
{
    FieldCheck check;
    // An owner who has left since may stay; a new one must be there.
    if (!draft.owner.isEmpty() && draft.owner != before.owner && !operator_rows::isOwner(tx, draft.owner))
        check.fail(u"/owner"_s, FieldFault::UnknownValue, u"There is no such operator."_s);
    if (partner_rows::slugTaken(tx, draft.slug, before.id))
        check.fail(u"/slug"_s, FieldFault::Taken, u"Another partner has this short name."_s);
    if (!catalogue_rows::plan(tx, draft.planId))
        check.fail(u"/plan_id"_s, FieldFault::UnknownValue, u"There is no such plan."_s);
    return check.errors() + domain::checkVerifications(draft.contacts, before.contacts);
}

/// A draft as it was sent, and what can be said of it without the store.
struct CheckedDraft
{
    AdminExpected<PartnerDraft> draft; ///< or why the body is none
    QList<FieldError> errors;

    [[nodiscard]] bool isGood() const { return draft && errors.isEmpty(); }
};

CheckedDraft draftOf(const WriteCall &call)
{
    AdminExpected<Body<PartnerDraft>> body = readBody<PartnerDraft>(call);
    if (!body)
        return {tl::make_unexpected(std::move(body.error())), {}};
    QList<FieldError> errors = domain::checkDraft(body->value, body->faults);
    return {std::move(body->value), std::move(errors)};
}

} // namespace

AdminResult partnerList(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    PartnerQuery query;
    query.text = parameters.text(u"q");
    query.stages = parameters.enums<Stage>(u"stage");
    query.statuses = parameters.enums<PartnerStatus>(u"status");
    query.healths = parameters.enums<Health>(u"health");
    query.owner = parameters.text(u"owner");
    if (const auto days = parameters.number("expiring_within_days"))
        query.expiringWithinDays = static_cast<int>(*days);
    query.sort = parameters.sort(PartnerIndex::sortOrders(), query.sort);
    query.limit = parameters.limit();
    query.cursor = parameters.cursor();
    if (!parameters.ok())
        return parameters.error();
    const auto page = partner_rows::list(tx, call.context.partners, query, call.now);
    if (!page)
        return badCursor();
    return replyWith(*page);
}

AdminResult partnerGet(const AdminCall &call, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    if (!partner)
        return notFound(u"partner"_s);
    return replyVersioned(*partner, partner->version);
}

namespace {

WriteResult create(const WriteCall &call, const CheckedDraft &checked, Tx &tx)
{
    if (!checked.draft)
        return tl::make_unexpected(checked.draft.error());
    const PartnerDraft &draft = *checked.draft;
    QList<FieldError> errors = checked.errors + checkInStore(tx, draft, {});
    errors += domain::checkScopes(draft.scopes, catalogue_rows::scopes(tx), draft.lawfulBasis, u"/scopes"_s);
    if (!errors.isEmpty())
        return invalid(errors);

    Partner partner;
    const Secret id = randomBase62(call.context.random, 16);
    partner.id = u"prt_"_s + QString::fromLatin1(id.view());
    partner.stage = Stage::Sandbox;
    partner.status = PartnerStatus::Active;
    partner.createdAt = call.now;
    partner.stageSince = call.now;
    partner.version = 1;
    apply(draft, partner, call.actor.account, call.now);
    partner_rows::insert(tx, partner);
    Grant grant;
    grant.partnerId = partner.id;
    grant.planId = draft.planId;
    grant.scopes = draft.scopes;
    grant.version = 1;
    grant.updatedAt = call.now;
    grant.updatedBy = call.actor.account;
    catalogue_rows::put(tx, grant);

    AuditEvent event = eventAbout(AuditAction::PartnerCreate, partner.id, partner.name, partner.id);
    event.changes = auditDiff({}, toJson(partner), notAudited + QStringList{u"id"_s});
    event.changes.append({u"scopes"_s, {}, grant.scopes.join(u", "_s)});
    const auto stored = partner_rows::find(tx, partner.id, call.now);
    WriteOutcome outcome;
    outcome.answer = replyVersioned(*stored, stored->version, 201);
    outcome.answer.headers.set("Location", "/admin/v1/partners/" + partner.id.toLatin1());
    outcome.events = {{event, ChangeKind::Partner}};
    outcome.policy = {storedRule(tx, partner, grant)};
    return outcome;
}

WriteResult edit(const WriteCall &call, const CheckedDraft &checked, Tx &tx)
{
    const AdminExpected<Partner> before = partnerToChange(call, tx);
    if (!before)
        return tl::make_unexpected(before.error());
    if (!checked.draft)
        return tl::make_unexpected(checked.draft.error());
    const PartnerDraft &draft = *checked.draft;
    Grant grant = catalogue_rows::grant(tx, before->id).value_or(Grant{});
    QList<FieldError> errors = checked.errors + checkInStore(tx, draft, *before);
    if (draft.lawfulBasis != before->lawfulBasis) {
        const auto uncovered =
            domain::checkScopes(grant.scopes, catalogue_rows::scopes(tx), draft.lawfulBasis, u"/scopes"_s);
        if (!uncovered.isEmpty())
            errors.append(pc::rules::fieldError(u"/lawful_basis"_s, FieldFault::ScopesNotCovered,
                                                uncovered.constFirst().detail));
    }
    if (!errors.isEmpty())
        return invalid(errors);

    Partner partner = *before;
    apply(draft, partner, call.actor.account, call.now);
    const QList<FieldChange> changes = auditDiff(toJson(*before), toJson(partner), notAudited);
    if (changes.isEmpty())
        return WriteOutcome{replyVersioned(*before, before->version)};
    partner.version += 1;
    const bool movesGrant = grant.planId != partner.planId;
    if (movesGrant) {
        grant.planId = partner.planId;
        grant.version += 1;
        grant.updatedAt = call.now;
        grant.updatedBy = call.actor.account;
        catalogue_rows::put(tx, grant);
    }
    AuditEvent event = eventAbout(AuditAction::PartnerEdit, partner.id, partner.name, partner.id);
    event.changes = changes;
    WriteOutcome outcome = storePartner(tx, partner, grant, event);
    if (movesGrant)
        outcome.events.first().also = {ChangeKind::Grant};
    return outcome;
}

/// What an edit takes away: the limits of another plan, with everything else as it is.
Narrowing narrowingOf(const WriteCall &call, const CheckedDraft &checked)
{
    if (!checked.isGood())
        return {}; // refused without the store
    const PartnerDraft &draft = *checked.draft;
    const PolicyRef policy = call.context.policy.current();
    const auto partner = policy->partner(call.parameter("partner_id"));
    const auto isOwner = [&call](const QString &account) { return call.context.sessions.isOwner(account); };
    if (!partner || !call.matches(partner->facts.version) || partner->facts.planId == draft.planId ||
        !foreseen::mayEdit(draft, *partner, *policy, isOwner))
        return {};
    return narrowings::ofPlan(partner->id, draft.planId, *policy->planLimits(draft.planId),
                              instantOf(call.now));
}

} // namespace

AdminExpected<PreparedWrite> partnerCreate(const WriteCall &call)
{
    return PreparedWrite{
        [draft = draftOf(call)](const WriteCall &asked, Tx &tx) { return create(asked, draft, tx); }};
}

AdminExpected<PreparedWrite> partnerEdit(const WriteCall &call)
{
    CheckedDraft draft = draftOf(call);
    Narrowing narrowing = narrowingOf(call, draft);
    return PreparedWrite{
        [draft = std::move(draft)](const WriteCall &asked, Tx &tx) { return edit(asked, draft, tx); },
        PreparedWrite::Course::AtOnce, std::move(narrowing)};
}

} // namespace pc::platform::handlers

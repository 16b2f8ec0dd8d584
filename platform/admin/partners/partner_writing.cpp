// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/partners/partner_writing.h"

#include "platform/admin/api/stored_objects.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/field_check.h"
#include "platform/domain/grant_rules.h"
#include "platform/domain/partner_rules.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform::partner_writing {

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

/// `before`: the partner that is edited, empty for a new one.
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

} // namespace

QList<FieldError> checkNew(Tx &tx, const PartnerDraft &draft)
{
    return checkInStore(tx, draft, {}) + domain::checkScopes(draft.scopes, catalogue_rows::scopes(tx),
                                                             {draft.lawfulBasis, draft.dataCategories},
                                                             u"/scopes"_s);
}

QList<FieldError> checkEdit(Tx &tx, const PartnerDraft &draft, const Partner &before)
{
    const QList<FieldError> errors = checkInStore(tx, draft, before);
    const pc::rules::AgreedUse agreed{before.lawfulBasis, before.dataCategories};
    const pc::rules::AgreedUse wanted{draft.lawfulBasis, draft.dataCategories};
    if (agreed == wanted)
        return errors;
    const Grant grant = catalogue_rows::grant(tx, before.id).value_or(Grant{});
    return errors + domain::checkAgreedUse(agreed, wanted, grant.scopes, catalogue_rows::scopes(tx));
}

QList<FieldChange> changesOf(const WriteCall &call, const PartnerDraft &draft, const Partner &before)
{
    Partner partner = before;
    apply(draft, partner, call.actor.account, call.now);
    return auditDiff(toJson(before), toJson(partner), notAudited);
}

WriteOutcome create(const WriteCall &call, Tx &tx, const PartnerDraft &draft)
{
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

WriteOutcome edit(const WriteCall &call, Tx &tx, const Partner &before, const PartnerDraft &draft)
{
    Partner partner = before;
    apply(draft, partner, call.actor.account, call.now);
    const QList<FieldChange> changes = auditDiff(toJson(before), toJson(partner), notAudited);
    if (changes.isEmpty())
        return WriteOutcome{replyVersioned(before, before.version)};
    partner.version += 1;
    Grant grant = catalogue_rows::grant(tx, before.id).value_or(Grant{});
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

} // namespace pc::platform::partner_writing

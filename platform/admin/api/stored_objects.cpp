// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/stored_objects.h"

#include "platform/core/policy/policy_rules.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

WriteOutcome storeCredential(Tx &tx, const CredentialRow &row, const AuditEvent &event, AdminReply answer)
{
    WriteOutcome outcome = storeCredential(tx, row, {event});
    outcome.answer = std::move(answer);
    return outcome;
}

WriteOutcome storeCredential(Tx &tx, const CredentialRow &row, const QList<AuditEvent> &events)
{
    credential_rows::put(tx, row);
    WriteOutcome outcome;
    for (const AuditEvent &event : events)
        outcome.events.append({event, ChangeKind::Credential});
    outcome.policy = {ruleOf(row)};
    return outcome;
}

WriteOutcome storePartner(Tx &tx, const Partner &partner, const Grant &grant, const AuditEvent &event)
{
    partner_rows::update(tx, partner);
    WriteOutcome outcome;
    outcome.answer = replyVersioned(partner, partner.version);
    outcome.events = {{event, ChangeKind::Partner}};
    outcome.policy = {storedRule(tx, partner, grant)};
    return outcome;
}

WriteOutcome storeAct(const WriteCall &call, Tx &tx, Partner partner, AuditAction action,
                      const FieldChange &change, const ActRequest &act)
{
    partner.updatedAt = call.now;
    partner.version += 1;
    AuditEvent event = eventAbout(action, partner.id, partner.name, partner.id);
    event.changes = {change};
    event.reason = act.reason;
    event.ticket = act.ticket;
    return storePartner(tx, partner, catalogue_rows::grant(tx, partner.id).value_or(Grant{}), event);
}

tl::unexpected<AdminProblem> conflict(const life_cycle::Refusal &refusal)
{
    return refuse(refusal.code, u"The credential's state does not allow this"_s, refusal.detail);
}

PartnerRule storedRule(Tx &tx, const Partner &partner, const Grant &grant)
{
    return ruleOf(partner, grant, catalogue_rows::plan(tx, grant.planId).value_or(Plan{}),
                  network_rows::find(tx, partner.id));
}

} // namespace pc::platform

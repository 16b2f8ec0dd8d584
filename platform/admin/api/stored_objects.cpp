// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/stored_objects.h"

#include "platform/core/policy/policy_rules.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform {

WriteOutcome storeCredential(Tx &tx, const CredentialRow &row, const AuditEvent &event, AdminReply answer)
{
    credential_rows::put(tx, row);
    WriteOutcome outcome;
    outcome.answer = std::move(answer);
    outcome.events = {{event, ChangeKind::Credential}};
    outcome.policy = ruleOf(row);
    return outcome;
}

WriteOutcome storePartner(Tx &tx, const Partner &partner, const AuditEvent &event)
{
    partner_rows::update(tx, partner);
    WriteOutcome outcome;
    outcome.answer = replyVersioned(partner, partner.version);
    outcome.events = {{event, ChangeKind::Partner}};
    outcome.policy = storedRule(tx, partner, catalogue_rows::grant(tx, partner.id).value_or(Grant{}));
    return outcome;
}

PartnerRule storedRule(Tx &tx, const Partner &partner, const Grant &grant)
{
    return ruleOf(partner, grant, catalogue_rows::plan(tx, grant.planId).value_or(Plan{}));
}

} // namespace pc::platform

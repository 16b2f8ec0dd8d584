// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/made_rules.h"

#include "platform/admin/calls/catalogue_rules_made.h"
#include "platform/admin/calls/credential_rules_made.h"
#include "platform/admin/calls/partner_rules_made.h"

namespace pc::platform {

QList<MadeRule> rulesMadeBy(const AuditEvent &event, const RuleSources &sources)
{
    const AuditAction action = auditActionOf(event.action);
    if (action == AuditAction::RevocationTakenBack)
        return rulesTakenBack(event);
    return partnerRulesMade(action, event, sources) + credentialRulesMade(action, event, sources) +
           catalogueRulesMade(action, event, sources);
}

QList<MadeRule> beginningsOf(const AuditEvent &event, const RuleSources &sources, const CallRecord &call)
{
    const AuditAction action = auditActionOf(event.action);
    return partnerBeginnings(action, event, sources, call) +
           credentialBeginnings(action, event, sources.policy, call) +
           catalogueBeginnings(action, event, sources, call);
}

} // namespace pc::platform

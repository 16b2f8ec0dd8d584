// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/fields/chosen_fields.h"

namespace pc::test {

using namespace Qt::StringLiterals;

const QHash<QString, Chosen> &chosen()
{
    static const QHash<QString, Chosen> table{
        {u"CredentialNetworks.credential_id"_s, Chosen::FromList},
        {u"CredentialNetworks.entries"_s, Chosen::AsForm},
        {u"NetworkRulesEdit.sandbox"_s, Chosen::AsForm},
        {u"NetworkRulesEdit.production"_s, Chosen::AsForm},
        {u"NetworkRulesEdit.waiver"_s, Chosen::AsForm},
        {u"NetworkRulesEdit.credentials"_s, Chosen::AsForm},
        {u"GrantEdit.plan_id"_s, Chosen::FromList},
        {u"GrantEdit.scopes"_s, Chosen::FromList},
        {u"GrantEdit.resources"_s, Chosen::Nowhere},
        {u"GrantEdit.limit_override"_s, Chosen::AsForm},
        {u"IssueRequest.scopes"_s, Chosen::FromList},
        {u"IssueRequest.owner"_s, Chosen::FromList},
        {u"LimitOverride.limits"_s, Chosen::AsForm},
        {u"PartnerDraft.country"_s, Chosen::FromList},
        {u"PartnerDraft.owner"_s, Chosen::FromList},
        {u"PartnerDraft.plan_id"_s, Chosen::FromList},
        {u"PartnerDraft.time_zone"_s, Chosen::FromList},
        {u"PartnerDraft.data_categories"_s, Chosen::FromList},
        {u"PartnerDraft.contacts"_s, Chosen::AsForm},
        {u"PartnerDraft.agreement"_s, Chosen::AsForm},
        {u"PartnerDraft.scopes"_s, Chosen::FromList},
        {u"PlanDraft.sandbox"_s, Chosen::AsForm},
        {u"PlanDraft.limited"_s, Chosen::AsForm},
        {u"PlanDraft.production"_s, Chosen::AsForm},
        {u"ResourceRule.parameter"_s, Chosen::Nowhere},
        {u"ResourceRule.values"_s, Chosen::Nowhere},
    };
    return table;
}

} // namespace pc::test

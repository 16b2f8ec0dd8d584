// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_contact.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, Agreement> &v)
{
    a("version"_L1, v.version);
    a("file_sha256"_L1, v.fileSha256);
    a("signatories"_L1, v.signatories);
    a("signed_on"_L1, v.signedOn);
    a("valid_until"_L1, v.validUntil);
}

template <typename A>
static void describe(A &a, Ref<A, PartnerSummary> &v)
{
    a("health"_L1, v.health);
    a("credentials"_L1, v.credentials);
    a("credentials_expiring"_L1, v.credentialsExpiring);
    a("quota_used_today"_L1, v.quotaUsedToday);
    a("quota_today"_L1, v.quotaToday);
    a("calls_24h"_L1, v.calls24h);
    a("errors_24h"_L1, v.errors24h);
    a("throttled_24h"_L1, v.throttled24h);
    a("calls_per_hour"_L1, v.callsPerHour);
    a("last_call_at"_L1, v.lastCallAt);
}

template <typename A>
static void describe(A &a, Ref<A, Partner> &v)
{
    a("id"_L1, v.id);
    a("name"_L1, v.name);
    a("slug"_L1, v.slug);
    a("legal_name"_L1, v.legalName);
    a("country"_L1, v.country);
    a("registration"_L1, v.registration);
    a("owner"_L1, v.owner);
    a("stage"_L1, v.stage);
    a("status"_L1, v.status);
    a("plan_id"_L1, v.planId);
    a("time_zone"_L1, v.timeZone);
    a("lawful_basis"_L1, v.lawfulBasis);
    a("data_categories"_L1, v.dataCategories);
    a("purpose"_L1, v.purpose);
    a("retention_days"_L1, v.retentionDays);
    a("contacts"_L1, v.contacts);
    a("agreement"_L1, v.agreement);
    a("tags"_L1, v.tags);
    a("notes"_L1, v.notes);
    a("created_at"_L1, v.createdAt);
    a("updated_at"_L1, v.updatedAt);
    a("stage_since"_L1, v.stageSince);
    a("version"_L1, v.version);
    a("summary"_L1, v.summary);
}

template <typename A>
static void describe(A &a, Ref<A, PartnerDraft> &v)
{
    a("name"_L1, v.name);
    a("slug"_L1, v.slug);
    a("legal_name"_L1, v.legalName);
    a("country"_L1, v.country);
    a.defaulted("registration"_L1, v.registration);
    a("owner"_L1, v.owner);
    a("plan_id"_L1, v.planId);
    a.defaulted("time_zone"_L1, v.timeZone);
    a("lawful_basis"_L1, v.lawfulBasis);
    a.defaulted("data_categories"_L1, v.dataCategories);
    a.defaulted("purpose"_L1, v.purpose);
    a.defaulted("retention_days"_L1, v.retentionDays);
    a.defaulted("contacts"_L1, v.contacts);
    a("agreement"_L1, v.agreement);
    a.defaulted("tags"_L1, v.tags);
    a.defaulted("notes"_L1, v.notes);
    a.defaulted("scopes"_L1, v.scopes);
}

template <typename A>
static void describe(A &a, Ref<A, Gate> &v)
{
    a("id"_L1, v.id);
    a("title"_L1, v.title);
    a("passed"_L1, v.passed);
    a.unlessEmpty("detail"_L1, v.detail);
    a.unlessEmpty("fix_at"_L1, v.fixAt);
    a("kind"_L1, v.kind);
    a.unlessEmpty("fault"_L1, v.fault);
    a("reached"_L1, v.reached);
    a("wanted"_L1, v.wanted);
    a.unlessEmpty("ended_on"_L1, v.endedOn);
    a.unlessEmpty("scope"_L1, v.scope);
}

template <typename A>
static void describe(A &a, Ref<A, StageGates> &v)
{
    a.unlessEmpty("next"_L1, v.next);
    a("gates"_L1, v.gates);
}

PC_CODEC_FROM_DESCRIPTION(Contact)
PC_CODEC_FROM_DESCRIPTION(Agreement)
PC_CODEC_FROM_DESCRIPTION(PartnerSummary)
PC_CODEC_FROM_DESCRIPTION(Partner)
PC_CODEC_FROM_DESCRIPTION(PartnerDraft)
PC_CODEC_FROM_DESCRIPTION(StageGates)

} // namespace pc

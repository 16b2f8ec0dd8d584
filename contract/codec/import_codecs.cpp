// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe_change.h"
#include "contract/codec/describe_field_error.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, ImportRow> &v)
{
    a("line"_L1, v.line);
    a("subject"_L1, v.subject);
    a("outcome"_L1, v.outcome);
    a.unlessEmpty("target_id"_L1, v.targetId);
    a.unlessEmpty("changed"_L1, v.changed);
    a.unlessEmpty("changes"_L1, v.changes);
    a.unlessEmpty("left_alone"_L1, v.leftAlone);
    a.unlessEmpty("same_name"_L1, v.sameName);
    a.unlessEmpty("errors"_L1, v.errors);
}

template <typename A>
static void describe(A &a, Ref<A, ImportReport> &v)
{
    a("applied"_L1, v.applied);
    a("created"_L1, v.created);
    a("updated"_L1, v.updated);
    a("unchanged"_L1, v.unchanged);
    a("refused"_L1, v.refused);
    a("rows"_L1, v.rows);
}

template <typename A>
static void describe(A &a, Ref<A, LegacyKeyState> &v)
{
    a("credential_id"_L1, v.credentialId);
    a("kind"_L1, v.kind);
    a("name"_L1, v.name);
    a("partner_id"_L1, v.partnerId);
    a("partner_name"_L1, v.partnerName);
    a("realm"_L1, v.realm);
    a("state"_L1, v.state);
    a("scheme"_L1, v.scheme);
    a.unlessEmpty("header"_L1, v.header);
    a.unlessEmpty("client_id"_L1, v.clientId);
    a("imported_at"_L1, v.importedAt);
    a("deadline"_L1, v.deadline);
    a("rehashed_at"_L1, v.rehashedAt);
    a("last_used_at"_L1, v.lastUsedAt);
    a("calls_30d"_L1, v.calls30d);
    a.unlessEmpty("successor_id"_L1, v.successorId);
    a.unlessEmpty("contact"_L1, v.contact);
}

template <typename A>
static void describe(A &a, Ref<A, LegacyKeyReport> &v)
{
    a("left"_L1, v.left);
    a("client_ids"_L1, v.clientIds);
    a("never_used"_L1, v.neverUsed);
    a("waiting"_L1, v.waiting);
    a("rehashed"_L1, v.rehashed);
    a("without_successor"_L1, v.withoutSuccessor);
    a("over"_L1, v.over);
    a("keys"_L1, v.keys);
    a("more"_L1, v.more);
}

PC_CODEC_FROM_DESCRIPTION(ImportReport)
PC_CODEC_FROM_DESCRIPTION(LegacyKeyReport)

} // namespace pc

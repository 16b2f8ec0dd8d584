// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/describe_change.h"

namespace pc {

/// Of the audit log, and of what explains a call by it.
template <typename A>
void describe(A &a, codec::Ref<A, AuditEvent> &v)
{
    using namespace Qt::StringLiterals;
    a("id"_L1, v.id);
    a("index"_L1, v.index);
    a("at"_L1, v.at);
    a("actor"_L1, v.actor);
    a.unlessEmpty("actor_role"_L1, v.actorRole);
    a("action"_L1, v.action);
    a("target_kind"_L1, v.targetKind);
    a("target_id"_L1, v.targetId);
    a.unlessEmpty("target_name"_L1, v.targetName);
    a.unlessEmpty("partner_id"_L1, v.partnerId);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
    a.unlessEmpty("request_id"_L1, v.requestId);
    a.unlessEmpty("source"_L1, v.source);
    a("alone"_L1, v.singleOperator);
    a("changes"_L1, v.changes);
}

} // namespace pc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, Observation> &v)
{
    a("id"_L1, v.id);
    a("kind"_L1, v.kind);
    a("target"_L1, v.target);
    a.unlessEmpty("path_prefix"_L1, v.pathPrefix);
    a("until"_L1, v.until);
    a("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
    a("begun_at"_L1, v.begunAt);
    a("begun_by"_L1, v.begunBy);
    a("ended_at"_L1, v.endedAt);
    a.unlessEmpty("ended_by"_L1, v.endedBy);
}

template <typename A>
static void describe(A &a, Ref<A, ObservationDraft> &v)
{
    a("kind"_L1, v.kind);
    a("target"_L1, v.target);
    a.unlessEmpty("path_prefix"_L1, v.pathPrefix);
    a("until"_L1, v.until);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, ObservedLine> &v)
{
    a("reason"_L1, v.reason);
    a.unlessEmpty("partner_id"_L1, v.partnerId);
    a.unlessEmpty("partner_name"_L1, v.partnerName);
    a("what"_L1, v.what);
    a.unlessEmpty("scope"_L1, v.scope);
    a("calls"_L1, v.calls);
    a("first_at"_L1, v.firstAt);
    a("last_at"_L1, v.lastAt);
}

template <typename A>
static void describe(A &a, Ref<A, ObservedStranger> &v)
{
    a.unlessEmpty("fingerprint"_L1, v.fingerprint);
    a("source"_L1, v.source);
    a("user_agent"_L1, v.userAgent);
    a("what"_L1, v.what);
    a("calls"_L1, v.calls);
    a("last_at"_L1, v.lastAt);
}

template <typename A>
static void describe(A &a, Ref<A, ObservationReport> &v)
{
    a("observation"_L1, v.observation);
    a("calls"_L1, v.calls);
    a("refused"_L1, v.refused);
    a("lines"_L1, v.lines);
    a("strangers"_L1, v.strangers);
    a("more_lines"_L1, v.moreLines);
    a("more_strangers"_L1, v.moreStrangers);
}

PC_CODEC_FROM_DESCRIPTION(Observation)
PC_CODEC_FROM_DESCRIPTION(ObservationDraft)
PC_CODEC_FROM_DESCRIPTION(ObservationReport)

} // namespace pc

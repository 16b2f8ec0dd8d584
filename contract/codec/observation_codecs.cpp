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
static void describe(A &a, Ref<A, ObservationExtension> &v)
{
    a("until"_L1, v.until);
    a.unlessEmpty("reason"_L1, v.reason);
    a.unlessEmpty("ticket"_L1, v.ticket);
}

template <typename A>
static void describe(A &a, Ref<A, ObservationSummary> &v)
{
    a("observation"_L1, v.observation);
    a.unlessEmpty("name"_L1, v.name);
    a("calls"_L1, v.calls);
    a("refused"_L1, v.refused);
    a("refused_day"_L1, v.refusedDay);
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
    a("today"_L1, v.today);
}

template <typename A>
static void describe(A &a, Ref<A, ObservedHour> &v)
{
    a("at"_L1, v.at);
    a("calls"_L1, v.calls);
    a("refused"_L1, v.refused);
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
    a.unlessEmpty("name"_L1, v.name);
    a("from"_L1, v.from);
    a("to"_L1, v.to);
    a("calls"_L1, v.calls);
    a("refused"_L1, v.refused);
    a("course"_L1, v.course);
    a("lines"_L1, v.lines);
    a("strangers"_L1, v.strangers);
    a("more_lines"_L1, v.moreLines);
    a("more_strangers"_L1, v.moreStrangers);
}

PC_CODEC_FROM_DESCRIPTION(Observation)
PC_CODEC_FROM_DESCRIPTION(ObservationDraft)
PC_CODEC_FROM_DESCRIPTION(ObservationExtension)
PC_CODEC_FROM_DESCRIPTION(ObservationSummary)
PC_CODEC_FROM_DESCRIPTION(ObservationReport)

} // namespace pc

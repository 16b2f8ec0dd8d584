// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, UsageLine> &v)
{
    a("key"_L1, v.key);
    a("label"_L1, v.label);
    a("values"_L1, v.values);
    a("total"_L1, v.total);
}

template <typename A>
static void describe(A &a, Ref<A, UsageSeries> &v)
{
    a("from"_L1, v.from);
    a("to"_L1, v.to);
    a("bucket"_L1, v.bucket);
    a.unlessEmpty("widened"_L1, v.widened);
    a.unlessEmpty("as_of"_L1, v.asOf);
    a.unlessEmpty("uncounted"_L1, v.uncounted);
    a("lines"_L1, v.lines);
    a("latency_p50_ms"_L1, v.latencyP50Ms);
    a("latency_p95_ms"_L1, v.latencyP95Ms);
    a("latency_p99_ms"_L1, v.latencyP99Ms);
}

template <typename A>
static void describe(A &a, Ref<A, QuotaDay> &v)
{
    a("day"_L1, v.day);
    a("used"_L1, v.used);
    a("quota"_L1, v.quota);
    a("throttled"_L1, v.throttled);
}

template <typename A>
static void describe(A &a, Ref<A, QuotaState> &v)
{
    a("partner_id"_L1, v.partnerId);
    a("used"_L1, v.used);
    a("quota"_L1, v.quota);
    a("resets_at"_L1, v.resetsAt);
    a("exhausted_at"_L1, v.exhaustedAt);
    a("days"_L1, v.days);
}

PC_CODEC_FROM_DESCRIPTION(UsageSeries)
PC_CODEC_FROM_DESCRIPTION(QuotaState)

} // namespace pc

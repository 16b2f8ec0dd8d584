// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, HistoryReport> &v)
{
    a("events"_L1, v.events);
    a("size"_L1, v.size);
    a.sized("root"_L1, v.root, 32);
    a("checkpoints"_L1, v.checkpoints);
    a("anchored"_L1, v.anchored);
    a("finding"_L1, v.finding);
    a("first_bad"_L1, v.firstBad);
}

template <typename A>
static void describe(A &a, Ref<A, JobResult> &v)
{
    a("history"_L1, v.history);
}

template <typename A>
static void describe(A &a, Ref<A, Job> &v)
{
    a("id"_L1, v.id);
    a("kind"_L1, v.kind);
    a("state"_L1, v.state);
    a("done"_L1, v.done);
    a("total"_L1, v.total);
    a("unit"_L1, v.unit);
    a("started_by"_L1, v.startedBy);
    a.unlessEmpty("resumed_by"_L1, v.resumedBy);
    a("started_at"_L1, v.startedAt);
    a("ended_at"_L1, v.endedAt);
    a("result"_L1, v.result);
    a.unlessEmpty("problem"_L1, v.problem);
}

template <typename A>
static void describe(A &a, Ref<A, JobStart> &v)
{
    a("kind"_L1, v.kind);
}

PC_CODEC_FROM_DESCRIPTION(Job)
PC_CODEC_FROM_DESCRIPTION(JobStart)

} // namespace pc

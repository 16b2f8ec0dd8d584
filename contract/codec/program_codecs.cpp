// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/program_codecs.h"

#include "contract/codec/describe.h"

namespace pc {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, ReadyLine> &v)
{
    a("url"_L1, v.url);
    a("ca_file"_L1, v.caFile);
    a.unlessEmpty("token"_L1, v.token);
    a.unlessEmpty("attached"_L1, v.attached);
}

template <typename A>
static void describe(A &a, Ref<A, SeedLine> &v)
{
    a("step"_L1, v.step);
    a("done"_L1, v.done);
    a("total"_L1, v.total);
    a.unlessEmpty("data"_L1, v.data);
}

PC_CODEC_FROM_DESCRIPTION(ReadyLine)
PC_CODEC_FROM_DESCRIPTION(SeedLine)

} // namespace pc

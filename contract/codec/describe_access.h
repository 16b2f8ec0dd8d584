// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/describe.h"

namespace pc {

/// Of what several codecs carry.
template <typename A>
void describe(A &a, codec::Ref<A, Limits> &v)
{
    using namespace Qt::StringLiterals;
    a("rate"_L1, v.rate);
    a("burst"_L1, v.burst);
    a("daily_quota"_L1, v.dailyQuota);
}

template <typename A>
void describe(A &a, codec::Ref<A, ResourceRule> &v)
{
    using namespace Qt::StringLiterals;
    a("parameter"_L1, v.parameter);
    a("values"_L1, v.values);
}

template <typename A>
void describe(A &a, codec::Ref<A, NetworkEntry> &v)
{
    using namespace Qt::StringLiterals;
    a("network"_L1, v.network);
    a.unlessEmpty("note"_L1, v.note);
    a("from"_L1, v.from);
    a("until"_L1, v.until);
}

} // namespace pc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/describe.h"

namespace pc {

/// Of what several codecs carry.
template <typename A>
void describe(A &a, codec::Ref<A, FieldChange> &v)
{
    using namespace Qt::StringLiterals;
    a("field"_L1, v.field);
    a("before"_L1, v.before);
    a("after"_L1, v.after);
}

} // namespace pc

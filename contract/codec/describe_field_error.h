// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/describe.h"

namespace pc {

/// Of what several codecs carry.
template <typename A>
void describe(A &a, codec::Ref<A, FieldError> &v)
{
    using namespace Qt::StringLiterals;
    a("pointer"_L1, v.pointer);
    a("code"_L1, v.code);
    a.unlessEmpty("detail"_L1, v.detail);
}

} // namespace pc

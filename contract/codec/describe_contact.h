// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/describe.h"

namespace pc {

/// Of what several codecs carry.
template <typename A>
void describe(A &a, codec::Ref<A, Contact> &v)
{
    using namespace Qt::StringLiterals;
    a("kind"_L1, v.kind);
    a("name"_L1, v.name);
    a("email"_L1, v.email);
    a.unlessEmpty("phone"_L1, v.phone);
    a("verified_at"_L1, v.verifiedAt);
    a.unlessEmpty("verified_by"_L1, v.verifiedBy);
    a.unlessEmpty("verified_with"_L1, v.verifiedWith);
}

} // namespace pc

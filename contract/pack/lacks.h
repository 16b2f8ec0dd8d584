// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/pack.h"

namespace pc::pack {

/// What a pack lacks, so that a partner could do less with it than one expects.
enum class Lack {
    Closed,         ///< the partner may not call in this realm now: frozen, offboarded, or at a lower stage
    NothingGranted, ///< no route is granted here
    NoCredential,
    NoClient,      ///< there are keys, and no OAuth client
    NoNetwork,     ///< calls are let through from nowhere
    NoDescription, ///< of an API: no OpenAPI description is kept
    OwnAddress,    ///< an API has no host: the address is the platform's own
};

struct LackOf
{
    Lack lack;
    QString api = {}; ///< name of the API
    bool operator==(const LackOf &) const = default;
};

/// In the order of the enumeration. Pure.
[[nodiscard]] QList<LackOf> lacksOf(const PartnerPack &pack);

} // namespace pc::pack

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"

#include <QString>

namespace pc::views {

/// Where a partner's calls go, for samples.
struct SampleEndpoints
{
    QString tokenEndpoint;
    QString apiBase;
    QString caFile = {}; ///< of a private certificate authority that curl must be told; empty: a public one
};

/// Working samples for a credential. None holds the secret: they use $CLIENT_SECRET or $API_KEY.
[[nodiscard]] QString curlSample(const Credential &credential, const SampleEndpoints &endpoints);
[[nodiscard]] QString environmentSample(const Credential &credential, const SampleEndpoints &endpoints);
[[nodiscard]] QString kubernetesSample(const Credential &credential);
[[nodiscard]] QString vaultSample(const Credential &credential);

} // namespace pc::views

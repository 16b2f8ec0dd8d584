// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"

#include <QString>

/// Working samples for one credential, and the parts of which those of a partner's pack are made. None holds
/// a secret: they use $CLIENT_SECRET or $API_KEY (contract/rules/credential_kinds.h). Every program gets it
/// on its standard input: what stands on a command line is seen by everybody on the machine. Pure.
namespace pc::pack {

/// Where a partner's calls go, for samples.
struct SampleEndpoints
{
    QString tokenEndpoint;
    QString apiBase;
    QString caFile = {}; ///< of a private certificate authority that curl must be told; empty: a public one
};

[[nodiscard]] QString curlSample(const Credential &credential, const SampleEndpoints &endpoints);
[[nodiscard]] QString environmentSample(const Credential &credential, const SampleEndpoints &endpoints);
[[nodiscard]] QString kubernetesSample(const Credential &credential);
[[nodiscard]] QString vaultSample(const Credential &credential);

/// As one word of a POSIX shell.
[[nodiscard]] QString shellWord(const QString &text);
/// curl with `options`, a client's id and secret as its user; both are words of a shell.
[[nodiscard]] QString curlAsClient(const QString &id, const QString &secret, const QString &options);
/// The same with a token, or what else goes along with a call.
[[nodiscard]] QString curlWithBearer(const QString &token, const QString &options);

} // namespace pc::pack

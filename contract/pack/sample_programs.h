// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/pack/zip_archive.h"
#include "contract/types/pack.h"

/// Programs that call as this partner may: id and secret come from the environment (CLIENT_SECRET or API_KEY,
/// never in a file), one token serves until shortly before it expires, 429 is waited for as long as
/// Retry-After says, 401 is tried once more with a new token, and 403 ends with what the answer says. Nothing
/// but what the languages bring along. tests/gateway/test_pack.py runs them.
namespace pc::pack {

/// "samples/curl.sh", "samples/client.py", "samples/client.mjs", "samples/PartnerClient.java".
[[nodiscard]] QList<PackFile> samplePrograms(const PartnerPack &pack);

/// The API for which the samples are set up: that of samplePath(). Null: there is nothing granted.
[[nodiscard]] const PackApi *sampleApi(const PartnerPack &pack);
/// The call that the samples make when they are told no other: if there is one, a GET that goes on, that the
/// client of the samples may make, and whose path is known as a whole; escaped, as it is sent. Empty: there
/// is nothing granted.
[[nodiscard]] QString samplePath(const PartnerPack &pack);
/// Whether it is a GET at all.
[[nodiscard]] bool samplesCanGet(const PartnerPack &pack);
/// The credential whose client_id stands in the samples; null: there is none.
[[nodiscard]] const PackCredential *sampleClient(const PartnerPack &pack);

} // namespace pc::pack

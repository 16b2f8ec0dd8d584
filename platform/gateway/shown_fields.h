// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/legacy_reader.h"
#include "platform/http/http_headers.h"

#include <vector>

namespace pc::platform {

/// Texts that may be a key, from fields in which credentials come: each field as a whole, without its scheme,
/// and cut at whatever may stand between two, as a gateway joins two fields into one. Bounded.
struct ShownTexts
{
    static constexpr std::size_t most = 32;

    std::vector<QByteArray> texts;
    bool complete = true; ///< not more than that
};

/// Of this field alone.
void addShownTexts(ShownTexts &shown, const QByteArray &value);
/// Of all fields in which credentials come, under every spelling of their names: Authorization, X-Api-Key,
/// X-Partner-Key, which the shipped gateways know without an import, and those of imported keys.
[[nodiscard]] ShownTexts shownTexts(const HttpHeaders &headers, const LegacyReader *legacy);

/// Looks through a call that nothing of ours authenticates: for anything of ours in any field, and for keys
/// of other systems where credentials come. Costs more than a decision: for calls that are observed.
[[nodiscard]] ShownCredentials lookThrough(const HttpHeaders &headers, QByteArrayView brand,
                                           const TokenReader &tokens, const LegacyReader *legacy);

} // namespace pc::platform

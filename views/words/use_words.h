// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc {
struct Credential;
}

namespace pc::models {
class CredentialUseModel;
}

namespace pc::views {

class TimeTicker;

/// The sentence before access is taken away: "Used 12 s ago: 612 calls in the last 15 minutes from 4 source
/// addresses will stop."
[[nodiscard]] QString affectedSentence(const models::CredentialUseModel &use, const TimeTicker &ticker);
/// "Last used 3 min ago, from 4 source addresses." without the threat, for rotations with grace.
[[nodiscard]] QString useSentence(const models::CredentialUseModel &use, const TimeTicker &ticker);

/// The secret of a rotation that nobody has confirmed: "…q7Zt, made 2 min ago, waits to be confirmed and is
/// not in force." Empty when none waits beside another.
[[nodiscard]] QString waitingSecretText(const Credential &credential, const TimeTicker &ticker);

} // namespace pc::views

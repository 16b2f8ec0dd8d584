// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::platform {

/// Replaces what looks like a secret by `[redacted]`: credentials in this project's format (brand, type,
/// realm and id stay readable, also when the text is cut short or its case was changed), JSON Web Tokens,
/// `Bearer`/`Basic`/`DPoP` credentials, values of parameters such as client_secret or access_token, PEM
/// private keys, and any unbroken run of 40 or more base64url characters with upper case, lower case and
/// digits in it, whatever it is. Ids, lower-case hex digests and ordinary words pass. Linear in the text's
/// length.
[[nodiscard]] QString redact(const QString &text);

} // namespace pc::platform

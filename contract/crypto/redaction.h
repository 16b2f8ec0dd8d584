// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/credential_format.h"

#include <QJsonValue>
#include <QString>

#include <vector>

/// Secrets in texts where they do not belong: a key pasted into a reason, a token in a path. Nothing is
/// stored or logged that did not go through here. Pure, linear in the text's length.
///
/// A secret is found as it is, in escapes as a whole or in parts (crypto/disguise.h, also one in the other),
/// as UTF-16, and, when it is one of this project's format, inside a run of base64, base64url or hexadecimal,
/// and with `-` written for `_`. Upper and lower case do not matter.
namespace pc {

/// For what people write: names, reasons, notes. Replaced by "[redacted]" are credentials of this format
/// (any brand, type and realm, the checksum right or not; brand, type, realm and id stay readable), operator
/// tokens ("pco_…"), JSON Web Tokens, `Bearer`, `DPoP` and `Basic` followed by what can be a token, and PEM
/// private keys. Words stay: "Basic plan" and "Bearer of the agreement" are no secrets.
[[nodiscard]] QString redactText(const QString &text);

/// Of redactText() only what is of this project's format, each as the plain word "redacted": for a piece of a
/// file whose syntax must stay as it is.
[[nodiscard]] QString withoutCredentials(const QString &text);

/// redactText() of every text in a JSON value but the names of members.
[[nodiscard]] QJsonValue redactTexts(const QJsonValue &value);

/// For what machines send (paths, user agents) and for logs. Beyond redactText(): whatever follows such a
/// scheme, the values of parameters such as client_secret or access_token, and any unbroken run of 40 or more
/// base64url characters with upper case, lower case and digits in it, whatever it is. Ids, lower-case hex
/// digests and ordinary words pass.
[[nodiscard]] QString redactWire(const QString &text);

/// Cheap: false only where credentialsIn() finds nothing.
[[nodiscard]] bool mayHoldCredential(QStringView text);

/// The complete credentials of this brand in a text, checksum right, each once: what may be looked up to
/// learn whether it is a living one. All of them, as anybody can compute a checksum and put some in front of
/// the one that counts: what bounds them is the length of the text, of which each takes 72 characters or
/// more.
[[nodiscard]] std::vector<CredentialText> credentialsIn(const QString &text, QByteArrayView brand);

} // namespace pc

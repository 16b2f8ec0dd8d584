// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

#include <QString>

#include <optional>

namespace pc::platform {

/// Reads a file that holds a secret: a plain file of at most `most` bytes that group and others may not
/// touch. Nullopt with one plain sentence in `why` otherwise.
[[nodiscard]] std::optional<Secret> readPrivateFile(const QString &path, qsizetype most, QString *why);

/// Makes a new file of mode 0400, synced with its directory; never replaces one, and never leaves a part of
/// one.
[[nodiscard]] bool writeNewPrivateFile(const QString &path, QByteArrayView bytes, QString *why);

/// The same in the place of one that is there: afterwards it is the old or the new one, whole.
[[nodiscard]] bool replacePrivateFile(const QString &path, QByteArrayView bytes, QString *why);

} // namespace pc::platform

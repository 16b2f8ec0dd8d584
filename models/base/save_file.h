// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pc::models {

/// Writes a file as a whole or not at all, and makes its folder. Empty when it stands on the disk; else the
/// system's words for why not (full, read-only, forbidden), and what was there before is untouched. The one
/// way in which the console writes files: a failure is always somebody's to say.
[[nodiscard]] QString saveFile(const QString &path, const QByteArray &bytes);
/// The same for what the console keeps for itself: nobody else on the machine may read it.
[[nodiscard]] QString savePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace pc::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace pc {

/// What the platform signs at the end of an evidence file: that it made just these lines. UTF-8, each line
/// with its end:
///
///     partner-platform evidence 1
///     <origin of the log>
///     <number of events, decimal>
///     <SHA-256 of all lines before the end, hexadecimal>
///
/// The first line has spaces, which no origin has: the statement can be taken for no checkpoint.
[[nodiscard]] QByteArray evidenceStatement(const QString &origin, qint64 events, QByteArrayView sha256);

} // namespace pc

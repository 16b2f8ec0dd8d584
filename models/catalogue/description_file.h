// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace pc::models {

/// A description of an API, or another file for the platform, as it lies on the disk.
struct DescriptionFile
{
    QString name; ///< of the file, without its folder
    QByteArray bytes;
};

enum class FileFault {
    Unreadable, ///< FileRefusal::detail says why, in the words of the system
    Empty,
    TooLarge ///< more bytes than the platform takes
};

struct FileRefusal
{
    FileFault fault = FileFault::Unreadable;
    QString detail;
    qint64 size = 0; ///< bytes
};

/// The largest that the platform takes, in bytes.
[[nodiscard]] qint64 largestDescription();

/// Of `largest` bytes at most. Of a larger one nothing is read.
[[nodiscard]] tl::expected<DescriptionFile, FileRefusal> readWholeFile(const QString &path, qint64 largest);
/// Reads it whole; of one that the platform would not take nothing is read.
[[nodiscard]] tl::expected<DescriptionFile, FileRefusal> readDescriptionFile(const QString &path);

/// What the description calls its API (`info.title`), as far as it is found near its beginning without
/// reading it; else empty.
[[nodiscard]] QString titleOf(const DescriptionFile &description);

} // namespace pc::models

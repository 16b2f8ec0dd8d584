// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace pc::pack {

/// One file on its way into an archive.
struct PackFile
{
    QString name; ///< letters, digits and `-_.`, folders with `/`
    QByteArray bytes;
    bool executable = false;
    bool operator==(const PackFile &) const = default;
};

/// A ZIP archive (PKWARE APPNOTE 6.3, deflate, names in UTF-8) of these files in this order, all of one time.
/// The same files and time give the same bytes. For less than 4 GiB and 65,535 files, and no others.
[[nodiscard]] QByteArray zipArchive(const QList<PackFile> &files, const QDateTime &time);

} // namespace pc::pack

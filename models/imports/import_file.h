// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "models/catalogue/description_file.h"

#include <QDate>

#include <span>

namespace pc::models {

/// What a file can bring along, in the order in which it is brought: partners need plans.
enum class ImportKind { Plans, Partners, ClientIds, Keys };

[[nodiscard]] std::span<const ImportKind> importKinds();
[[nodiscard]] Op opOf(ImportKind kind);
/// "partners", "client-ids": in names of files and places.
[[nodiscard]] QString idOf(ImportKind kind);

/// How the columns of a file are told apart.
enum class ImportFormat { Comma, Semicolon, Tab, Json };

/// A file that is to be imported.
struct ImportFile
{
    QString path;
    QString name; ///< without its folder
    ImportFormat format = ImportFormat::Comma;
    bool marked = false; ///< begins with the byte order mark of UTF-8, as spreadsheets write it
    QByteArray bytes;    ///< may hold hashes: never shown, kept or logged
};

/// By what it begins with, whatever it is called: what opens with a brace is JSON; else the separator that
/// stands most often in the first line, as the platform reads it.
[[nodiscard]] ImportFormat formatOf(const QByteArray &bytes);

/// Whether it is the description of an API (OpenAPI, Swagger) instead, by its first member.
[[nodiscard]] bool isDescription(const QByteArray &bytes);

/// The largest that the platform takes of this kind, in bytes.
[[nodiscard]] qint64 largestImport(ImportKind kind);
/// Reads it whole; of one that the platform would not take nothing is read.
[[nodiscard]] tl::expected<ImportFile, FileRefusal> readImportFile(ImportKind kind, const QString &path);

/// A file with one row to begin from, as CSV with a mark. `deadline`: of what needs one.
[[nodiscard]] QByteArray sampleFile(ImportKind kind, const QDate &deadline);

} // namespace pc::models

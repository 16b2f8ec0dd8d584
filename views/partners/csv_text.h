// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

class QAbstractItemModel;
class QWidget;

namespace pc::views {

class FileDialogs;

/// One CSV field (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front:
/// partner names come from outside (CWE-1236). Plain numbers stay numbers.
[[nodiscard]] QString csvField(const QString &text);

/// The loaded rows of a model as UTF-8 CSV with a header line. Raw values where they are numbers or times
/// (ISO 8601 UTC), else the text shown. Columns in the order given.
[[nodiscard]] QByteArray csvOf(const QAbstractItemModel &model, const QList<int> &columns,
                               bool withId = false);

enum class SaveOutcome { Saved, Cancelled, Failed };
/// Asks for a file and writes it as a whole or not at all. `done` gets the path or the system's error text.
void saveCsv(QWidget *parent, FileDialogs &files, const QString &title, const QString &suggestedName,
             const QByteArray &csv,
             std::function<void(SaveOutcome outcome, const QString &pathOrError)> done);

} // namespace pc::views

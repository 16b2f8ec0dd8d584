// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

class QAbstractItemModel;
class QWidget;

namespace pc::views {

struct ViewContext;

/// One text as a CSV field, safe from being run as a formula (contract/rules/spreadsheet_text.h): partner
/// names come from outside.
[[nodiscard]] QString csvField(const QString &text);

/// The loaded rows of a model as CSV in UTF-8 with a byte order mark (spreadsheets need it) and a header
/// line. Raw values where they are numbers or times (ISO 8601 UTC), else the text shown. Columns in the order
/// given.
[[nodiscard]] QByteArray csvOf(const QAbstractItemModel &model, const QList<int> &columns,
                               bool withId = false);

/// Asks for a file, writes it as a whole or not at all, and says where it is, or why it is not there. `rows`:
/// how many are in it.
void exportCsv(QWidget *parent, const ViewContext &context, const QString &title,
               const QString &suggestedName, const QByteArray &csv, int rows);

} // namespace pc::views

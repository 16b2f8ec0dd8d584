// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/export/csv_text.h"

#include "contract/rules/spreadsheet_text.h"
#include "models/base/item_roles.h"
#include "models/base/save_file.h"
#include "views/seams/context.h"
#include "views/seams/file_dialogs.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/toast.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QDir>
#include <QPointer>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct CsvWords
{
    Q_DECLARE_TR_FUNCTIONS(CsvText)
};

/// Six figures that count, and no exponent, which not every spreadsheet reads as a number: a share of a
/// million calls is no zero.
QString plainNumber(double value)
{
    constexpr int figures = 6;
    const int places =
        value == 0 ? 0 : std::clamp(figures - 1 - static_cast<int>(std::floor(std::log10(value))), 0, 15);
    QString text = QString::number(value, 'f', places);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

/// A number as a spreadsheet reads it, a time as ISO 8601, everything else as a quoted text. What is not
/// known is empty.
QString cellText(const QAbstractItemModel &model, const QModelIndex &index)
{
    const QVariant value = index.data(models::ValueRole);
    switch (value.typeId()) {
    case QMetaType::Double:
    case QMetaType::Float:
        return value.toDouble() < 0 ? QString() : plainNumber(value.toDouble());
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return value.toString();
    case QMetaType::QDateTime:
        return value.toDateTime().isValid() ? csvField(isoUtc(value.toDateTime())) : QString();
    case QMetaType::QDate:
        return value.toDate().isValid() ? csvField(value.toDate().toString(Qt::ISODate)) : QString();
    case QMetaType::QStringList:
        return csvField(value.toStringList().join(u' '));
    default:
        break;
    }
    if (value.canConvert<QList<qint64>>() && value.typeId() == qMetaTypeId<QList<qint64>>()) {
        qint64 sum = 0;
        for (const qint64 part : value.value<QList<qint64>>())
            sum += part;
        return QString::number(sum);
    }
    return csvField(model.data(index, Qt::DisplayRole).toString());
}

} // namespace

QString csvField(const QString &text)
{
    return rules::csvField(text);
}

QByteArray csvOf(const QAbstractItemModel &model, const QList<int> &columns, bool withId)
{
    QStringList lines;
    QStringList head;
    if (withId)
        head.append(csvField(u"id"_s));
    for (const int column : columns)
        head.append(csvField(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    lines.append(head.join(u','));
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        if (withId)
            cells.append(csvField(model.index(row, 0).data(models::IdRole).toString()));
        for (const int column : columns)
            cells.append(cellText(model, model.index(row, column)));
        lines.append(cells.join(u','));
    }
    return rules::csvMark + (lines.join("\r\n"_L1) + "\r\n"_L1).toUtf8();
}

void exportCsv(QWidget *parent, const ViewContext &context, const QString &title,
               const QString &suggestedName, const QByteArray &csv, int rows)
{
    const QPointer<QWidget> guard(parent);
    context.files.askSave(
        parent, title, suggestedName, CsvWords::tr("CSV (*.csv)"),
        [guard, &context, csv, rows](const QString &path) {
            if (!guard || path.isEmpty())
                return;
            const QString why = models::saveFile(path, csv);
            if (why.isEmpty())
                context.toasts.show({.text = CsvWords::tr("%n row(s) exported to %1", nullptr, rows)
                                                 .arg(QDir::toNativeSeparators(path))});
            else
                context.toasts.show({.text = CsvWords::tr("The file could not be written: %1").arg(why),
                                     .severity = Severity::Bad});
        });
}

} // namespace pc::views

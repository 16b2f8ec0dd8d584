// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/csv_text.h"

#include "models/roles.h"
#include "views/seams/file_dialogs.h"
#include "views/widgets/relative_time.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QPointer>
#include <QSaveFile>
#include <QWidget>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

QString cellText(const QAbstractItemModel &model, const QModelIndex &index)
{
    const QVariant value = index.data(models::ValueRole);
    switch (value.typeId()) {
    case QMetaType::Double:
    case QMetaType::Float:
        return value.toDouble() < 0 ? QString() : QString::number(value.toDouble(), 'f', 4);
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return value.toString();
    case QMetaType::QDateTime:
        return value.toDateTime().isValid() ? isoUtc(value.toDateTime()) : QString();
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate);
    case QMetaType::QStringList:
        return value.toStringList().join(u' ');
    default:
        break;
    }
    if (value.canConvert<QList<qint64>>() && value.typeId() == qMetaTypeId<QList<qint64>>()) {
        qint64 sum = 0;
        for (const qint64 part : value.value<QList<qint64>>())
            sum += part;
        return QString::number(sum);
    }
    return model.data(index, Qt::DisplayRole).toString();
}

} // namespace

QString csvField(const QString &text)
{
    QString field = text;
    bool isNumber = false;
    field.toDouble(&isNumber);
    if (!isNumber && !field.isEmpty() && u"=+-@\t\r"_s.contains(field.front()))
        field.prepend(u'\'');
    if (field.contains(u'"') || field.contains(u',') || field.contains(u'\n') || field.contains(u'\r'))
        field = u'"' + field.replace(u'"', u"\"\""_s) + u'"';
    return field;
}

QByteArray csvOf(const QAbstractItemModel &model, const QList<int> &columns, bool withId)
{
    QStringList lines;
    QStringList head;
    if (withId)
        head.append(u"id"_s);
    for (const int column : columns)
        head.append(csvField(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    lines.append(head.join(u','));
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        if (withId)
            cells.append(csvField(model.index(row, 0).data(models::IdRole).toString()));
        for (const int column : columns)
            cells.append(csvField(cellText(model, model.index(row, column))));
        lines.append(cells.join(u','));
    }
    return (lines.join("\r\n"_L1) + "\r\n"_L1).toUtf8();
}

void saveCsv(QWidget *parent, FileDialogs &files, const QString &title, const QString &suggestedName,
             const QByteArray &csv, std::function<void(SaveOutcome, const QString &)> done)
{
    const QPointer<QWidget> guard(parent);
    files.askSave(parent, title, suggestedName, QCoreApplication::translate("CsvText", "CSV (*.csv)"),
                  [guard, csv, done = std::move(done)](const QString &path) {
                      if (!guard)
                          return;
                      if (path.isEmpty()) {
                          done(SaveOutcome::Cancelled, {});
                          return;
                      }
                      QSaveFile file(path);
                      if (file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit())
                          done(SaveOutcome::Saved, path);
                      else
                          done(SaveOutcome::Failed, file.errorString());
                  });
}

} // namespace pc::views

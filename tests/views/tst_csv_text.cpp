// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/roles.h"
#include "views/partners/csv_text.h"

#include <QDateTime>
#include <QStandardItemModel>
#include <QTest>

using namespace pc::views;
using namespace Qt::StringLiterals;

class CsvTextTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fields_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("plain") << u"Cardinal Payroll"_s << u"Cardinal Payroll"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("comma") << u"Hollis, Rowe"_s << u"\"Hollis, Rowe\""_s;
        QTest::newRow("quote") << u"The \"Best\""_s << u"\"The \"\"Best\"\"\""_s;
        QTest::newRow("line") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::newRow("formula") << u"=HYPERLINK(1)"_s << u"'=HYPERLINK(1)"_s;
        QTest::newRow("plus") << u"+cmd|' /C calc'!A0"_s << u"'+cmd|' /C calc'!A0"_s;
        QTest::newRow("at") << u"@SUM(1)"_s << u"'@SUM(1)"_s;
        QTest::newRow("minus") << u"-1+1"_s << u"'-1+1"_s;
        QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
        QTest::newRow("formula with comma") << u"=A(1,2)"_s << u"\"'=A(1,2)\""_s;
        QTest::newRow("negative number") << u"-5.25"_s << u"-5.25"_s;
        QTest::newRow("positive number") << u"+5"_s << u"+5"_s;
    }
    void fields()
    {
        QFETCH(QString, text);
        QTEST(csvField(text), "field");
    }

    void rowsUseRawNumbersAndTimes()
    {
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({u"Name"_s, u"Calls"_s, u"Last"_s});
        model.setData(model.index(0, 0), u"=evil"_s, Qt::DisplayRole);
        model.setData(model.index(0, 0), u"prt_1"_s, pc::models::IdRole);
        model.setData(model.index(0, 1), u"48,310"_s, Qt::DisplayRole);
        model.setData(model.index(0, 1), qint64(48310), pc::models::ValueRole);
        model.setData(model.index(0, 2), u"12 s ago"_s, Qt::DisplayRole);
        model.setData(model.index(0, 2), QDateTime({2025, 11, 21}, {10, 24}, Qt::UTC), pc::models::ValueRole);
        QCOMPARE(csvOf(model, {0, 1, 2}, true),
                 "id,Name,Calls,Last\r\nprt_1,'=evil,48310,2025-11-21T10:24:00Z\r\n"_ba);
        QCOMPARE(csvOf(model, {1}), "Calls\r\n48310\r\n"_ba);
    }
};

QTEST_GUILESS_MAIN(CsvTextTest)
#include "tst_csv_text.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/item_roles.h"
#include "views/export/csv_text.h"

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
        QTest::newRow("plain") << u"Cardinal Payroll"_s << u"\"Cardinal Payroll\""_s;
        QTest::newRow("empty") << QString() << u"\"\""_s;
        QTest::newRow("comma") << u"Hollis, Rowe"_s << u"\"Hollis, Rowe\""_s;
        QTest::newRow("quote") << u"The \"Best\""_s << u"\"The \"\"Best\"\"\""_s;
        QTest::newRow("line") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::newRow("formula") << u"=HYPERLINK(1)"_s << u"\"'=HYPERLINK(1)\""_s;
        QTest::newRow("plus") << u"+cmd|' /C calc'!A0"_s << u"\"'+cmd|' /C calc'!A0\""_s;
        QTest::newRow("at") << u"@SUM(1)"_s << u"\"'@SUM(1)\""_s;
        QTest::newRow("minus") << u"-1+1"_s << u"\"'-1+1\""_s;
        QTest::newRow("tab") << u"\t=1"_s << u"\"'\t'=1\""_s;
        QTest::newRow("blank before") << u"  =1+1"_s << u"\"  '=1+1\""_s;
        QTest::newRow("after a semicolon") << u"A;=1+1"_s << u"\"A;'=1+1\""_s;
        QTest::newRow("after a semicolon and a blank") << u"A; @x"_s << u"\"A; '@x\""_s;
        QTest::newRow("after a tab") << u"A\t-1"_s << u"\"A\t'-1\""_s;
        QTest::newRow("after a line") << u"A\n=1"_s << u"\"A\n'=1\""_s;
        QTest::newRow("after a comma") << u"A,+1"_s << u"\"A,'+1\""_s;
        QTest::newRow("after a quote") << u"A;\"=1"_s << u"\"A;\"\"'=1\""_s;
        QTest::newRow("full width") << u"\uFF1D1"_s << u"\"'\uFF1D1\""_s;
        QTest::newRow("return first") << u"\r=1"_s << u"\"'\r'=1\""_s;
        QTest::newRow("telephone") << u"+49 30 1"_s << u"\"'+49 30 1\""_s;
        QTest::newRow("dash inside") << u"e-mail"_s << u"\"e-mail\""_s;
        QTest::newRow("umlaut") << u"M\u00FCller"_s << u"\"M\u00FCller\""_s;
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
        QCOMPARE(csvOf(model, {0, 1, 2}, true), "\xEF\xBB\xBF\"id\",\"Name\",\"Calls\",\"Last\"\r\n"
                                                "\"prt_1\",\"'=evil\",48310,\"2025-11-21T10:24:00Z\"\r\n"_ba);
        QCOMPARE(csvOf(model, {1}), "\xEF\xBB\xBF\"Calls\"\r\n48310\r\n"_ba);
        // What is little is not nothing.
        for (const auto &[share, text] : {std::pair{0.000002, "0.000002"_ba},
                                          {0.000092, "0.000092"_ba},
                                          {1.0 / 3, "0.333333"_ba},
                                          {0.25, "0.25"_ba},
                                          {1234567.8, "1234568"_ba},
                                          {100.0, "100"_ba},
                                          {0.0, "0"_ba},
                                          {-1.0, ""_ba}}) {
            model.setData(model.index(0, 1), share, pc::models::ValueRole);
            QCOMPARE(csvOf(model, {1}), "\xEF\xBB\xBF\"Calls\"\r\n" + text + "\r\n");
        }
    }

    /// However a spreadsheet cuts the file, no cell that a text became begins a formula.
    void noSeparatorMakesAFormula()
    {
        const QStringList parts{u"A"_s,  u"=1+1"_s, u"+1"_s, u"-1"_s, u"@x"_s, u"\t"_s,
                                u"\r"_s, u"\n"_s,   u"\""_s, u";"_s,  u","_s,  u" "_s};
        QStandardItemModel model(0, 2);
        for (const QString &first : parts)
            for (const QString &second : parts)
                for (const QString &third : parts) {
                    const int row = model.rowCount();
                    model.insertRow(row);
                    model.setData(model.index(row, 0), qint64(12), pc::models::ValueRole);
                    model.setData(model.index(row, 1), QString(first + second + third), Qt::DisplayRole);
                }
        const QString text = QString::fromUtf8(csvOf(model, {0, 1}).mid(3));
        for (const QChar separator : {QChar(u','), QChar(u';'), QChar(u'\t')})
            for (const QString &cell : cellsOf(text, separator))
                QVERIFY2(!cell.trimmed().startsWith(u'=') && !cell.trimmed().startsWith(u'+') &&
                             !cell.trimmed().startsWith(u'-') && !cell.trimmed().startsWith(u'@'),
                         qPrintable(cell));
    }

private:
    /// As spreadsheets do it: a quote at the start of a cell begins a quoted text, what follows it up to the
    /// separator is taken as it stands.
    static QStringList cellsOf(const QString &text, QChar separator)
    {
        QStringList cells{QString()};
        bool quoted = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text.at(i);
            if (quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"')
                cells.last() += text.at(++i);
            else if (quoted && c == u'"')
                quoted = false;
            else if (!quoted && c == u'"' && cells.last().isEmpty())
                quoted = true;
            else if (!quoted && (c == separator || c == u'\n' || c == u'\r'))
                cells.append(QString());
            else
                cells.last() += c;
        }
        return cells;
    }
};

QTEST_GUILESS_MAIN(CsvTextTest)
#include "tst_csv_text.moc"

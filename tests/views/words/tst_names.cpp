// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/names.h"

#include <QTest>
#include <QTextLayout>

using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

/// Where the `size` characters of a line that begin at `from` stand, left and right, in pixels.
std::pair<qreal, qreal> extent(QTextLine line, qsizetype from, qsizetype size)
{
    qreal left = 1e9;
    qreal right = -1e9;
    for (qsizetype i = from; i <= from + size; ++i) {
        for (const QTextLine::Edge edge : {QTextLine::Leading, QTextLine::Trailing}) {
            if ((i == from && edge == QTextLine::Trailing) ||
                (i == from + size && edge == QTextLine::Leading))
                continue;
            int at = int(i - (edge == QTextLine::Trailing ? 1 : 0));
            const qreal x = line.cursorToX(&at, edge);
            left = std::min(left, x);
            right = std::max(right, x);
        }
    }
    return {left, right};
}

} // namespace

/// Names in joined lines: whatever letters they have, what stands beside them keeps its place.
class NamesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatReadsFromTheLeftStaysAsItIs()
    {
        for (const QString &name :
             {QString(), u"Cardinal Payroll"_s, u"Größe & Söhne 24"_s, u"東京"_s, u"42"_s})
            QCOMPARE(inSentence(name), name);
    }

    void whatReadsFromTheRightIsIsolated_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("hebrew") << u"\u05D0\u05D1\u05D2"_s;
        QTest::newRow("arabic") << u"\u0634\u0631\u0643\u0629"_s;
        QTest::newRow("latin first") << u"ACME \u05D0\u05D1\u05D2"_s;
        QTest::newRow("beyond the first plane") << u"\U0001E900\U0001E901"_s; // Adlam
    }
    void whatReadsFromTheRightIsIsolated()
    {
        QFETCH(const QString, name);
        QCOMPARE(inSentence(name), QChar(0x2068) + name + QChar(0x2069));
        // A number and its unit after the name stay together, right of the name, in the order of the
        // sentence.
        const QString unit = u"4 min ago"_s;
        QTextLayout layout(u"ops-2 on "_s + inSentence(name) + u" · "_s + unit);
        layout.beginLayout();
        const QTextLine line = layout.createLine();
        layout.endLayout();
        const qsizetype at = layout.text().indexOf(unit);
        const auto figure = extent(line, at, 1);
        const auto rest = extent(line, at + 2, unit.size() - 2);
        const auto named = extent(line, layout.text().indexOf(name), name.size());
        QVERIFY(figure.first > named.second);
        QVERIFY(rest.first > figure.first);
    }
};

QTEST_MAIN(NamesTest)
#include "tst_names.moc"

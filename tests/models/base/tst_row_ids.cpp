// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/row_ids.h"

#include <QTest>

using namespace pc::models;
using namespace Qt::StringLiterals;

class TestRowIds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Beside a plain list, whatever comes and goes where.
    void isAList_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void isAList()
    {
        QFETCH(const int, seed);
        unsigned state = unsigned(seed) * 2654435761U;
        const auto random = [&state](int below) {
            state = state * 1664525U + 1013904223U;
            return int((state >> 8) % unsigned(below));
        };
        RowIds ids;
        QStringList plain;
        int next = 0;
        for (int step = 0; step < 300; ++step) {
            const int where = random(3) == 0   ? 0
                              : random(2) == 0 ? int(plain.size())
                                               : random(int(plain.size()) + 1);
            if (random(3) > 0 || plain.isEmpty()) {
                QStringList more;
                for (int i = random(5) + 1; i > 0; --i)
                    more.append(QString::number(next++));
                ids.insert(where, more);
                for (int i = 0; i < more.size(); ++i)
                    plain.insert(where + i, more.at(i));
            } else {
                const int row = std::min(where, int(plain.size()) - 1);
                const int count = random(int(plain.size()) - row) + 1;
                ids.remove(row, count);
                plain.remove(row, count);
            }
            QCOMPARE(ids.count(), int(plain.size()));
            for (int row = 0; row < plain.size(); ++row) {
                QCOMPARE(ids.at(row), plain.at(row));
                QCOMPARE(ids.rowOf(plain.at(row)), row);
            }
            QCOMPARE(ids.rowOf(u"nobody"_s), -1);
            QCOMPARE(ids.rowOf(QString::number(next)), -1);
        }
        ids.clear();
        QCOMPARE(ids.count(), 0);
        QCOMPARE(ids.rowOf(QString::number(next - 1)), -1);
    }
};

QTEST_GUILESS_MAIN(TestRowIds)
#include "tst_row_ids.moc"

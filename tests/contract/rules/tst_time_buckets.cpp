// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/time_buckets.h"

#include <rapidcheck.h>

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc::rules;

namespace {

QDateTime at(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace

class TestTimeBuckets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void widths_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("start");
        QTest::addColumn<qint64>("width");
        QTest::addColumn<int>("count");
        const qint64 day = 86'400'000;
        QTest::newRow("an hour in minutes") << u"2026-03-01T12:00:00.000Z"_s << u"2026-03-01T13:00:00.000Z"_s
                                            << 60 << u"2026-03-01T12:00:00.000Z"_s << qint64{60'000} << 60;
        QTest::newRow("one too many, begun earlier")
            << u"2026-03-01T12:00:01.000Z"_s << u"2026-03-01T13:00:01.000Z"_s << 60
            << u"2026-03-01T12:00:00.000Z"_s << qint64{120'000} << 31;
        QTest::newRow("a day in 300") << u"2026-03-01T00:00:00.000Z"_s << u"2026-03-02T00:00:00.000Z"_s << 300
                                      << u"2026-03-01T00:00:00.000Z"_s << qint64{300'000} << 288;
        QTest::newRow("90 days in 300")
            << u"2026-03-01T07:30:00.000Z"_s << u"2026-05-30T07:30:00.000Z"_s << 300
            << u"2026-03-01T00:00:00.000Z"_s << qint64{12 * 3'600'000} << 181;
        QTest::newRow("a year in 300, by the week from a Monday")
            << u"2026-01-01T00:00:00.000Z"_s << u"2027-01-01T00:00:00.000Z"_s << 300
            << u"2025-12-29T00:00:00.000Z"_s << 7 * day << 53;
        QTest::newRow("a century in 300") << u"1960-01-01T00:00:00.000Z"_s << u"2060-01-01T00:00:00.000Z"_s
                                          << 300 << u"1959-08-03T00:00:00.000Z"_s << 7 * 32 * day << 164;
        QTest::newRow("before the epoch") << u"1969-12-31T23:59:59.500Z"_s << u"1970-01-01T00:00:00.500Z"_s
                                          << 2 << u"1969-12-31T23:59:59.500Z"_s << qint64{500} << 2;
        QTest::newRow("a millisecond") << u"2026-03-01T12:00:00.001Z"_s << u"2026-03-01T12:00:00.002Z"_s
                                       << 300 << u"2026-03-01T12:00:00.001Z"_s << qint64{1} << 1;
        QTest::newRow("nothing") << u"2026-03-01T12:00:00.000Z"_s << u"2026-03-01T12:00:00.000Z"_s << 300
                                 << u"2026-03-01T12:00:00.000Z"_s << qint64{0} << 0;
    }

    void widths()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, most);
        QFETCH(QString, start);
        QFETCH(qint64, width);
        QFETCH(int, count);
        const TimeBuckets cut = timeBuckets(at(from), at(to), most);
        QCOMPARE(cut.from, at(start));
        QCOMPARE(cut.to, at(to));
        QCOMPARE(cut.widthMs, width);
        QCOMPARE(cut.count, count);
    }

    /// They cover the span and no more, there are not too many, and the same instant begins a piece whatever
    /// span it lies in.
    void cover()
    {
        QVERIFY(rc::check("pieces cover the span", [](qint64 start, quint32 length, quint16 some) {
            const qint64 begin = start % 4'000'000'000'000;
            const QDateTime from = QDateTime::fromMSecsSinceEpoch(begin, Qt::UTC);
            const QDateTime to = from.addMSecs((qint64{length} << (some % 8)) + 1);
            const int most = some % 300 + 1;
            const TimeBuckets cut = timeBuckets(from, to, most);
            RC_ASSERT(cut.count >= 1 && cut.count <= most);
            RC_ASSERT(cut.from <= from && from < cut.startOf(1));
            RC_ASSERT(cut.startOf(cut.count - 1) < to && to <= cut.startOf(cut.count));
            const TimeBuckets later = timeBuckets(cut.startOf(cut.count - 1), cut.startOf(cut.count), 1);
            RC_ASSERT(later.widthMs == cut.widthMs && later.from == cut.startOf(cut.count - 1));
        }));
    }
};

QTEST_GUILESS_MAIN(TestTimeBuckets)
#include "tst_time_buckets.moc"

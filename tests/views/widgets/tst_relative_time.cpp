// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/relative_time.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc::views;

class tst_relative_time : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<qint64>("secondsFromNow");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(0) << QStringLiteral("now");
        QTest::newRow("seconds") << qint64(-12) << QStringLiteral("12 s ago");
        QTest::newRow("one second short") << qint64(-59) << QStringLiteral("59 s ago");
        QTest::newRow("minute") << qint64(-60) << QStringLiteral("1 min ago");
        QTest::newRow("minutes") << qint64(-185) << QStringLiteral("3 min ago");
        QTest::newRow("hours") << qint64(-7300) << QStringLiteral("2 h ago");
        QTest::newRow("days") << qint64(-6 * 86400 - 5) << QStringLiteral("6 day(s) ago");
        QTest::newRow("a week is a date") << qint64(-7 * 86400) << QStringLiteral("14 Nov");
        QTest::newRow("last year with year") << qint64(-400 * 86400) << QStringLiteral("17 Oct 2024");
        QTest::newRow("ahead") << qint64(6 * 86400) << QStringLiteral("in 6 day(s)");
        QTest::newRow("ahead hours") << qint64(21 * 3600) << QStringLiteral("in 21 h");
        QTest::newRow("two hours of grace") << qint64(2 * 3600) << QStringLiteral("in 2 h");
        QTest::newRow("right after") << qint64(2 * 3600 - 1) << QStringLiteral("in 2 h");
        QTest::newRow("a minute later") << qint64(2 * 3600 - 60) << QStringLiteral("in 1 h 59 min");
        QTest::newRow("just over an hour") << qint64(3601) << QStringLiteral("in 1 h 1 min");
        QTest::newRow("an hour") << qint64(3600) << QStringLiteral("in 1 h");
        QTest::newRow("a quarter right after") << qint64(15 * 60 - 1) << QStringLiteral("in 15 min");
        QTest::newRow("the last minute") << qint64(59) << QStringLiteral("in 59 s");
        QTest::newRow("a day right after") << qint64(86399) << QStringLiteral("in 1 day(s)");
        QTest::newRow("two days, an hour later") << qint64(47 * 3600) << QStringLiteral("in 1 d 23 h");
        QTest::newRow("two days right after") << qint64(2 * 86400 - 1) << QStringLiteral("in 2 day(s)");
        QTest::newRow("five days, an hour later") << qint64(119 * 3600) << QStringLiteral("in 5 day(s)");
        QTest::newRow("four days and two hours") << qint64(98 * 3600) << QStringLiteral("in 4 day(s)");
        QTest::newRow("seven days right after") << qint64(7 * 86400 - 1) << QStringLiteral("in 7 day(s)");
        QTest::newRow("past is rounded down") << qint64(-7199) << QStringLiteral("1 h ago");
    }
    void texts()
    {
        QFETCH(qint64, secondsFromNow);
        QFETCH(QString, text);
        const QDateTime now(QDate(2025, 11, 21), QTime(10, 24), Qt::UTC);
        QCOMPARE(
            relativeTime(now.addSecs(secondsFromNow), now, QLocale(QLocale::English, QLocale::UnitedKingdom)),
            text);
    }
    void invalidIsADash()
    {
        QCOMPARE(relativeTime({}, QDateTime::currentDateTimeUtc(), QLocale::c()), QStringLiteral("—"));
    }
    void iso()
    {
        const QDateTime t(QDate(2025, 11, 21), QTime(10, 24, 5, 7), Qt::OffsetFromUTC, 3600);
        QCOMPARE(isoUtc(t), QStringLiteral("2025-11-21T09:24:05Z"));
        QCOMPARE(auditUtc(t), QStringLiteral("2025-11-21 09:24:05.007"));
        QVERIFY(isoUtc({}).isEmpty());
    }
    void tickerUsesItsClock()
    {
        QDateTime now(QDate(2025, 11, 21), QTime(10, 24), Qt::UTC);
        TimeTicker ticker([&now] { return now; });
        const QDateTime then = now;
        QSignalSpy spy(&ticker, &TimeTicker::tick);
        now = now.addSecs(180);
        QCOMPARE(ticker.relative(then), QStringLiteral("3 min ago"));
        ticker.tickNow();
        QCOMPARE(spy.count(), 1);
    }
};

QTEST_MAIN(tst_relative_time)
#include "tst_relative_time.moc"

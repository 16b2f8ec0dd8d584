// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/daily_quota.h"

#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Instant utc(int year, int month, int day, int hour, int minute = 0)
{
    return instantOf(QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC));
}

} // namespace

class TestDailyQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainDays()
    {
        const DayInZone day = dayInZone(utc(2026, 5, 4, 23, 59), QTimeZone::utc());
        QCOMPARE(day.date, QDate(2026, 5, 4));
        QCOMPARE(day.startsAt, utc(2026, 5, 4, 0));
        QCOMPARE(day.endsAt, utc(2026, 5, 5, 0));
        QCOMPARE(dayInZone(day.endsAt, QTimeZone::utc()).date, QDate(2026, 5, 5));
    }

    void changingClocks_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("hours");
        QTest::newRow("spring forward") << QByteArray("Europe/Berlin") << QDate(2026, 3, 29) << 23;
        QTest::newRow("fall back") << QByteArray("Europe/Berlin") << QDate(2026, 10, 25) << 25;
        QTest::newRow("change at midnight") << QByteArray("America/Sao_Paulo") << QDate(2018, 11, 4) << 23;
        QTest::newRow("fall back over midnight")
            << QByteArray("America/Sao_Paulo") << QDate(2018, 2, 17) << 25;
        QTest::newRow("after Samoa's missing day") << QByteArray("Pacific/Apia") << QDate(2011, 12, 31) << 24;
    }

    void changingClocks()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, date);
        QFETCH(int, hours);
        const QTimeZone place(zone);
        QVERIFY2(place.isValid(), "the zone data of the system are missing");
        const Instant inside = instantOf(QDateTime(date, QTime(13, 0), place));
        const DayInZone day = dayInZone(inside, place);
        QCOMPARE(day.date, date);
        QCOMPARE(std::chrono::duration_cast<std::chrono::hours>(day.endsAt - day.startsAt).count(), hours);
        QCOMPARE(dayInZone(day.startsAt, place).date, date);
        QCOMPARE(dayInZone(day.startsAt - 1ms, place).endsAt, day.startsAt);
        QCOMPARE(dayInZone(day.endsAt - 1ms, place).date, date);
        QCOMPARE(dayInZone(day.endsAt, place).startsAt, day.endsAt);
    }

    // A quota day never comes back, in any zone, and every instant lies in its own day.
    void daysNeverGoBack()
    {
        for (const QByteArray zone :
             {"Europe/Berlin", "America/St_Johns", "Africa/Cairo", "Asia/Tehran", "Australia/Lord_Howe",
              "America/Havana", "Pacific/Apia", "Asia/Kathmandu"}) {
            const QTimeZone place(zone);
            DayInZone last;
            for (Instant now = utc(2005, 1, 1, 0); now < utc(2012, 6, 1, 0); now += 3h + 7min) {
                const DayInZone day = dayInZone(now, place);
                QVERIFY2(day.startsAt <= now && now < day.endsAt, zone.constData());
                if (!last.date.isNull() && day.date != last.date) {
                    QVERIFY2(day.date > last.date, zone.constData());
                    QVERIFY2(day.startsAt == last.endsAt, zone.constData());
                }
                last = day;
            }
        }
    }

    void invalidZoneIsUtc()
    {
        QCOMPARE(dayInZone(utc(2026, 5, 4, 1), QTimeZone()).startsAt, utc(2026, 5, 4, 0));
    }
};

QTEST_APPLESS_MAIN(TestDailyQuota)
#include "tst_daily_quota.moc"

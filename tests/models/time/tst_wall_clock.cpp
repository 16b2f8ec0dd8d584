// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/time_zones.h"
#include "models/time/span_text.h"
#include "models/time/time_ticks.h"
#include "models/time/wall_clock.h"
#include "models/time/zone_choice.h"

#include <rapidcheck.h>

#include <QtTest>

#include <algorithm>

using namespace pc;
using namespace pc::models;
using namespace Qt::StringLiterals;

namespace {

QDateTime utcTime(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QTimeZone zoneNamed(const char *name)
{
    return rules::timeZoneOf(QString::fromLatin1(name));
}

const char *const zones[] = {"UTC",
                             "Europe/Berlin",
                             "Asia/Kolkata",
                             "Asia/Kathmandu",
                             "America/Havana",
                             "America/St_Johns",
                             "Pacific/Apia",
                             "Australia/Lord_Howe",
                             "Africa/Casablanca",
                             "Pacific/Chatham"};

QTimeZone anyZone()
{
    return zoneNamed(*rc::gen::elementOf(std::vector<const char *>(std::begin(zones), std::end(zones))));
}

/// An instant between 2000 and 2040.
QDateTime anyInstant()
{
    return QDateTime::fromMSecsSinceEpoch(*rc::gen::inRange<qint64>(946'684'800'000, 2'208'988'800'000),
                                          Qt::UTC);
}

/// Around a change of the clocks, where there are some.
QDateTime instantAtAChange(const QTimeZone &zone)
{
    const QTimeZone::OffsetData next = zone.nextTransition(anyInstant());
    const QDateTime change = next.atUtc.isValid() ? next.atUtc : anyInstant();
    return change.addSecs(*rc::gen::inRange(-2 * 86'400, 2 * 86'400));
}

} // namespace

/// Instants and what the clocks of a zone show, and round times on an axis.
class WallClockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInstantIsShown()
    {
        QVERIFY(rc::check("what is shown at an instant is shown then", [] {
            const QTimeZone zone = anyZone();
            const QDateTime at = *rc::gen::arbitrary<bool>() ? anyInstant() : instantAtAChange(zone);
            const QDateTime wall = wallTime(at, zone);
            RC_ASSERT(wall.toMSecsSinceEpoch() == at.toMSecsSinceEpoch() + zone.offsetFromUtc(at) * 1000LL);
            RC_ASSERT(instantsOf(wall.date(), wall.time(), zone).contains(at));
            RC_ASSERT(instantOf(wall.date(), wall.time(), zone) <= at); // the first one, when there are two
        }));
    }

    void laterOnTheClockIsNeverEarlier()
    {
        QVERIFY(rc::check("the order stays", [] {
            const QTimeZone zone = anyZone();
            const QDateTime first = wallTime(instantAtAChange(zone), zone);
            const QDateTime second = first.addSecs(*rc::gen::inRange(0, 3 * 86'400));
            RC_ASSERT(instantOf(first.date(), first.time(), zone) <=
                      instantOf(second.date(), second.time(), zone));
        }));
    }

    void whatIsNeverShownIsTheChange()
    {
        const QTimeZone berlin = zoneNamed("Europe/Berlin");
        const QDate spring(2026, 3, 29);
        const QDateTime change = utcTime(u"2026-03-29T01:00:00Z"_s);
        QVERIFY(instantsOf(spring, {2, 0}, berlin).isEmpty());
        QVERIFY(instantsOf(spring, {2, 59, 59, 999}, berlin).isEmpty());
        QCOMPARE(instantOf(spring, {2, 0}, berlin), change);
        QCOMPARE(instantOf(spring, {2, 59, 59, 999}, berlin), change);
        QCOMPARE(instantOf(spring, {3, 0}, berlin), change);
        const QDate autumn(2026, 10, 25);
        QCOMPARE(instantsOf(autumn, {2, 30}, berlin),
                 (QList<QDateTime>{utcTime(u"2026-10-25T00:30:00Z"_s), utcTime(u"2026-10-25T01:30:00Z"_s)}));
        QCOMPARE(instantOf(autumn, {2, 30}, berlin), utcTime(u"2026-10-25T00:30:00Z"_s));
        QVERIFY(!instantOf({}, {2, 30}, berlin).isValid());
        QVERIFY(!instantOf(autumn, {}, berlin).isValid());
        QVERIFY(!wallTime({}, berlin).isValid());
    }

    void aDayBeginsWithItsFirstInstant()
    {
        QVERIFY(rc::check("days lie beside each other", [] {
            const QTimeZone zone = anyZone();
            const QDateTime start = dayStart(wallTime(instantAtAChange(zone), zone).date(), zone);
            const QDateTime wall = wallTime(start, zone);
            const QDateTime before = wallTime(start.addMSecs(-1), zone);
            // A day that never was begins, and ends, where it would have been.
            RC_ASSERT(before.date() < wall.date());
        }));
    }

    void ticksAreRoundOnTheClocks()
    {
        QVERIFY(rc::check("ticks are round, in order, and few enough", [] {
            const QTimeZone zone = anyZone();
            const QDateTime from = instantAtAChange(zone);
            const qint64 length = *rc::gen::elementOf(std::vector<qint64>{45, 600, 3600, 5 * 3600, 86'400,
                                                                          3 * 86'400, 9 * 86'400, 40 * 86'400,
                                                                          400 * 86'400, 9000 * 86'400LL});
            const QDateTime to = from.addSecs(length);
            const int most = *rc::gen::inRange(2, 12);
            const QList<AxisTick> ticks = axisTicks(from, to, most, zone);
            RC_ASSERT(ticks.size() <= most);
            for (qsizetype i = 0; i < ticks.size(); ++i) {
                const QDateTime wall = wallTime(ticks.at(i).at, zone);
                RC_ASSERT(ticks.at(i).at >= from && ticks.at(i).at < to);
                RC_ASSERT(i == 0 || ticks.at(i - 1).at < ticks.at(i).at);
                RC_ASSERT(wall.time().msec() == 0);
                switch (ticks.at(i).kind) {
                case AxisTick::Kind::Second:
                    RC_ASSERT(wall.time().second() % 5 == 0 || length <= 60);
                    break;
                case AxisTick::Kind::Minute:
                    RC_ASSERT(wall.time().second() == 0);
                    break;
                case AxisTick::Kind::Midnight:
                    RC_ASSERT(wall.time() == QTime(0, 0));
                    break;
                case AxisTick::Kind::Day:
                    RC_ASSERT(ticks.at(i).at == dayStart(wall.date(), zone));
                    break;
                case AxisTick::Kind::Month:
                    RC_ASSERT(wall.date().day() == 1);
                    break;
                case AxisTick::Kind::Year:
                    RC_ASSERT(wall.date().day() == 1 && wall.date().month() == 1);
                    break;
                }
            }
        }));
    }

    /// The finest round steps that fit, at the places of Berlin's clocks on the days on which they change.
    void ticksOfADay_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<qint64>("hours");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("clocks");
        QTest::newRow("usual") << u"2026-11-26T23:00:00Z"_s << 24LL << 8 << u"00 03 06 09 12 15 18 21"_s;
        QTest::newRow("23 hours") << u"2026-03-28T23:00:00Z"_s << 23LL << 8 << u"00 03 06 09 12 15 18 21"_s;
        QTest::newRow("25 hours") << u"2026-10-24T22:00:00Z"_s << 25LL << 8 << u"00 03 06 09 12 15 18 21"_s;
        QTest::newRow("hour that is not") << u"2026-03-28T23:00:00Z"_s << 5LL << 6 << u"00 01 03 04 05"_s;
        QTest::newRow("hour that is twice") << u"2026-10-24T22:00:00Z"_s << 5LL << 6 << u"00 01 02 02 03"_s;
        QTest::newRow("two hours") << u"2026-03-28T23:00:00Z"_s << 7LL << 5 << u"00 04 06"_s;
    }
    void ticksOfADay()
    {
        QFETCH(QString, from);
        QFETCH(qint64, hours);
        QFETCH(int, most);
        const QTimeZone berlin = zoneNamed("Europe/Berlin");
        QStringList clocks;
        const QDateTime begin = utcTime(from);
        const QList<AxisTick> ticks = axisTicks(begin, begin.addSecs(hours * 3600), most, berlin);
        for (const AxisTick &tick : ticks)
            clocks.append(wallTime(tick.at, berlin).toString(u"HH"_s));
        QTEST(clocks.join(u' '), "clocks");
        QCOMPARE(ticks.constFirst().kind, AxisTick::Kind::Midnight);
        QVERIFY(ticks.constFirst().begins);
    }

    void aDayThatNeverWasHasNoTick()
    {
        const QTimeZone apia = zoneNamed("Pacific/Apia");
        const QDateTime from = utcTime(u"2011-12-28T10:00:00Z"_s);
        QStringList days;
        for (const AxisTick &tick : axisTicks(from, from.addDays(4), 5, apia))
            days.append(wallTime(tick.at, apia).toString(u"dd"_s));
        QCOMPARE(days.join(u' '), u"28 29 31 01"_s);
    }

    void longAxesHaveMonthsAndYears()
    {
        const QDateTime from = utcTime(u"2026-03-14T00:00:00Z"_s);
        const QList<AxisTick> months = axisTicks(from, from.addMonths(11), 12, QTimeZone::utc());
        QCOMPARE(months.size(), 11);
        QCOMPARE(months.constFirst().at, utcTime(u"2026-04-01T00:00:00Z"_s));
        const auto year =
            std::find_if(months.begin(), months.end(), [](const AxisTick &t) { return t.begins; });
        QCOMPARE(year->at, utcTime(u"2027-01-01T00:00:00Z"_s));
        QCOMPARE(year->kind, AxisTick::Kind::Year);
        // Weeks begin on Mondays.
        for (const AxisTick &tick : axisTicks(from, from.addDays(60), 10, QTimeZone::utc()))
            QCOMPARE(tick.at.date().dayOfWeek(), 1);
        QVERIFY(axisTicks(from, from, 5, QTimeZone::utc()).isEmpty());
        QVERIFY(axisTicks({}, from, 5, QTimeZone::utc()).isEmpty());
        QVERIFY(axisTicks(from, from.addDays(1), 0, QTimeZone::utc()).isEmpty());
    }

    void zonesAreOffered()
    {
        const TimeZones all(zoneNamed("Europe/Berlin"), u"America/New_York"_s);
        QCOMPARE(all.offered(), (QList<ZoneKind>{ZoneKind::Utc, ZoneKind::Local, ZoneKind::Partner}));
        QCOMPARE(all.zone(ZoneKind::Partner).id(), QByteArray("America/New_York"));
        // A name that is missing, unknown, or UTC itself is no choice, and UTC stands in for it.
        for (const QString &none : {QString(), u"Nowhere/City"_s, u"UTC"_s, u"Etc/UTC"_s}) {
            const TimeZones zones(QTimeZone::utc(), none);
            QCOMPARE(zones.offered(), QList<ZoneKind>{ZoneKind::Utc});
            QVERIFY(isUtc(zones.zone(ZoneKind::Partner)));
            QVERIFY(isUtc(zones.zone(ZoneKind::Local)));
        }
        QCOMPARE(TimeZones(QTimeZone(), {}).offered(), QList<ZoneKind>{ZoneKind::Utc});
        for (const ZoneKind kind : {ZoneKind::Utc, ZoneKind::Local, ZoneKind::Partner})
            QCOMPARE(zoneOfKey(zoneKey(kind)), kind);
        QCOMPARE(zoneOfKey(u"moon"_s), ZoneKind::Utc);
    }

    void zonesArePrinted()
    {
        QCOMPARE(zoneLabel(QTimeZone::utc()), u"UTC"_s);
        QCOMPARE(zoneLabel(zoneNamed("Europe/Berlin")), u"Berlin"_s);
        QCOMPARE(zoneLabel(zoneNamed("America/Argentina/Buenos_Aires")), u"Buenos Aires"_s);
        QCOMPARE(zoneLabel(zoneNamed("Etc/GMT-3")), u"UTC+03:00"_s);
        QCOMPARE(zoneLabel(QTimeZone(19'800)), u"UTC+05:30"_s);
        QCOMPARE(zoneLabel(QTimeZone(-12'600)), u"UTC-03:30"_s);
        QCOMPARE(zoneLabel(QTimeZone()), QString());
    }

    void spansAreTold_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<SpanForm>("form");
        const auto row = [](const char *name, const QString &from, const QString &to, SpanForm form) {
            QTest::newRow(name) << from << to << form;
        };
        row("all", {}, {}, SpanForm::All);
        row("since", u"2026-11-27T14:00:00Z"_s, {}, SpanForm::Since);
        row("before", {}, u"2026-11-27T14:00:00Z"_s, SpanForm::Before);
        row("day", u"2026-11-26T23:00:00Z"_s, u"2026-11-27T23:00:00Z"_s, SpanForm::Day);
        row("day of 23 hours", u"2026-03-28T23:00:00Z"_s, u"2026-03-29T22:00:00Z"_s, SpanForm::Day);
        row("24 hours of two days", u"2026-03-28T23:00:00Z"_s, u"2026-03-29T23:00:00Z"_s, SpanForm::Across);
        row("day of UTC", u"2026-11-27T00:00:00Z"_s, u"2026-11-28T00:00:00Z"_s, SpanForm::Across);
        row("days", u"2026-11-24T23:00:00Z"_s, u"2026-11-27T23:00:00Z"_s, SpanForm::Days);
        row("within", u"2026-11-27T13:00:00Z"_s, u"2026-11-27T13:10:00Z"_s, SpanForm::WithinDay);
        row("to midnight", u"2026-11-27T13:00:00Z"_s, u"2026-11-27T23:00:00Z"_s, SpanForm::WithinDay);
        row("over midnight", u"2026-11-27T13:00:00Z"_s, u"2026-11-27T23:01:00Z"_s, SpanForm::Across);
        row("nothing", u"2026-11-26T23:00:00Z"_s, u"2026-11-26T23:00:00Z"_s, SpanForm::WithinDay);
    }
    void spansAreTold()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(SpanForm, form);
        const TimeSpan span{from.isEmpty() ? QDateTime() : utcTime(from),
                            to.isEmpty() ? QDateTime() : utcTime(to)};
        QCOMPARE(int(spanForm(span, zoneNamed("Europe/Berlin"))), int(form));
    }

    void timesAreWrittenForPeople()
    {
        const TimeFrame en{utcTime(u"2026-11-28T10:00:00Z"_s), zoneNamed("Europe/Berlin"),
                           QLocale(QLocale::English)};
        const QDateTime at = utcTime(u"2026-11-27T13:00:00Z"_s);
        QCOMPARE(clockLabel(at, en), u"14:00"_s);
        QCOMPARE(clockLabel(at.addMSecs(17'482), en), u"14:00:17.482"_s);
        QCOMPARE(clockLabel(utcTime(u"2026-10-25T00:30:00Z"_s), en), u"02:30 +02:00"_s);
        QCOMPARE(clockLabel(utcTime(u"2026-10-25T01:30:00Z"_s), en), u"02:30 +01:00"_s);
        QCOMPARE(dayLabel(at, en), u"27 Nov"_s);
        QCOMPARE(dayLabel(at, en, YearShown::Always), u"27 Nov 2026"_s);
        QCOMPARE(dayLabel(at.addYears(-1), en), u"27 Nov 2025"_s);
        QCOMPARE(weekdayLabel(at, en), u"Fri 27 Nov"_s);
        QCOMPARE(weekdayLabel(at.addYears(-1), en), u"Thu 27 Nov 2025"_s);
        QCOMPARE(int(nearDayOf(at, en)), int(NearDay::Yesterday));
        QCOMPARE(int(nearDayOf(utcTime(u"2026-11-27T23:00:00Z"_s), en)), int(NearDay::Today));
        QCOMPARE(int(nearDayOf(utcTime(u"2026-11-26T22:59:59Z"_s), en)), int(NearDay::No));
        const TimeFrame ar{en.now, en.zone, QLocale(QLocale::Arabic, QLocale::Egypt)};
        QCOMPARE(clockLabel(at, ar), u"١٤:٠٠"_s);
    }
};

QTEST_GUILESS_MAIN(WallClockTest)
#include "tst_wall_clock.moc"

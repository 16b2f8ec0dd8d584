// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/time_zones.h"
#include "models/time/time_preset.h"
#include "models/time/time_reader.h"
#include "models/time/time_writer.h"

#include <QtTest>

using namespace pc;
using namespace pc::models;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(const QString &text)
{
    const QDateTime read = QDateTime::fromString(text, Qt::ISODateWithMs);
    return read.isValid() ? read.toUTC() : QDateTime();
}

/// "2026-11-27T14:00:00Z/…" as isoSpan() writes it; for what a row expects.
QString written(const TimeReading &read)
{
    switch (read.kind) {
    case TimeReading::Kind::None:
        return u"fault %1"_s.arg(int(read.fault));
    case TimeReading::Kind::Instant:
        return u"at "_s + isoSpan(read.span).section(u'/', 0, 0) +
               (read.span.to.isValid() ? u" (ends)"_s : QString());
    case TimeReading::Kind::Day:
        return u"day "_s + isoSpan(read.span);
    case TimeReading::Kind::Span:
        return isoSpan(read.span);
    }
    return {};
}

QString fault(TimeFault which)
{
    return u"fault %1"_s.arg(int(which));
}

} // namespace

/// What people type, paste and say about time.
class TimeReaderTest final : public QObject
{
    Q_OBJECT

private:
    /// Saturday.
    TimeFrame frame(const QString &zone = u"UTC"_s, const QString &language = u"en"_s,
                    const QString &now = u"2026-11-28T10:24:30Z"_s)
    {
        return {utc(now), rules::timeZoneOf(zone), QLocale(language)};
    }

private Q_SLOTS:
    void isRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("means");
        const auto row = [](const char *text, const QString &means) {
            QTest::newRow(text) << QString::fromUtf8(text) << means;
        };
        // By name.
        row("last hour", u"2026-11-28T09:24:30Z/.."_s);
        row("Last  Hour ", u"2026-11-28T09:24:30Z/.."_s);
        row("today", u"day 2026-11-28T00:00:00Z/2026-11-29T00:00:00Z"_s);
        row("yesterday", u"day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("tomorrow", u"day 2026-11-29T00:00:00Z/2026-11-30T00:00:00Z"_s);
        row("last 7 days", u"2026-11-21T10:24:30Z/.."_s);
        row("past 90 minutes", u"2026-11-28T08:54:30Z/.."_s);
        row("last 2 h", u"2026-11-28T08:24:30Z/.."_s);
        row("this quarter", u"2026-10-01T00:00:00Z/2027-01-01T00:00:00Z"_s);
        row("this month", u"2026-11-01T00:00:00Z/2026-12-01T00:00:00Z"_s);
        row("last month", u"2026-10-01T00:00:00Z/2026-11-01T00:00:00Z"_s);
        row("last quarter", u"2026-07-01T00:00:00Z/2026-10-01T00:00:00Z"_s);
        row("last year", u"2025-01-01T00:00:00Z/2026-01-01T00:00:00Z"_s);
        row("all", u"all"_s);
        // Back from now.
        row("-3d", u"2026-11-25T10:24:30Z/.."_s);
        row("-90m", u"2026-11-28T08:54:30Z/.."_s);
        row("-2h", u"2026-11-28T08:24:30Z/.."_s);
        row("-1w", u"2026-11-21T10:24:30Z/.."_s);
        row("\u22123 d", u"2026-11-25T10:24:30Z/.."_s);
        row("\u20133d", u"2026-11-25T10:24:30Z/.."_s);
        row("-45s", u"2026-11-28T10:23:45Z/.."_s);
        row("3 days ago", u"at 2026-11-25T10:24:30Z"_s);
        row("now", u"at 2026-11-28T10:24:30Z"_s);
        // A time of day: today's, or yesterday's when it is still to come.
        row("09:03", u"at 2026-11-28T09:03:00Z"_s);
        row("14:03", u"at 2026-11-27T14:03:00Z"_s);
        row("10:24:30", u"at 2026-11-28T10:24:30Z"_s);
        row("10:24:31", u"at 2026-11-27T10:24:31Z"_s);
        row("9:03:17.482", u"at 2026-11-28T09:03:17.482Z"_s);
        row("2:03 pm", u"at 2026-11-27T14:03:00Z"_s);
        row("12 am", u"at 2026-11-28T00:00:00Z"_s);
        row("14h30", u"at 2026-11-27T14:30:00Z"_s);
        row("09:03Z", u"at 2026-11-28T09:03:00Z"_s);
        // Days with one.
        row("yesterday 14:00", u"at 2026-11-27T14:00:00Z"_s);
        row("yesterday at 2 pm", u"at 2026-11-27T14:00:00Z"_s);
        row("14:03 yesterday", u"at 2026-11-27T14:03:00Z"_s);
        row("yesterday 24:00", u"at 2026-11-28T00:00:00Z"_s);
        row("27 Nov 14:00", u"at 2026-11-27T14:00:00Z"_s);
        row("Fri 27 Nov 14:03:17.482", u"at 2026-11-27T14:03:17.482Z"_s);
        row("Fri, 27 Nov 2026, 14:03", u"at 2026-11-27T14:03:00Z"_s);
        row("2026-11-27 00:00", u"at 2026-11-27T00:00:00Z"_s);
        row("2026-11-27T14:03:17.482Z", u"at 2026-11-27T14:03:17.482Z"_s);
        row("2026-11-27T14:03+01:00", u"at 2026-11-27T13:03:00Z"_s);
        row("2026-11-27T14:03:00-0530", u"at 2026-11-27T19:33:00Z"_s);
        row("2026-11-27 14:03 UTC", u"at 2026-11-27T14:03:00Z"_s);
        row("27/Nov/2026:14:03:17 +0100", u"at 2026-11-27T13:03:17Z"_s);
        row("1795788197", u"at 2026-11-27T14:03:17Z"_s);
        row("1795788197482", u"at 2026-11-27T14:03:17.482Z"_s);
        // Days.
        row("27 Nov", u"day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("Nov 27", u"day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("November 27th, 2026", u"day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("2026-11-27", u"day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("27.11.", u"day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("27.11.2026", u"day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("11/27", u"day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("27/11", u"day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("28 Nov", u"day 2026-11-28T00:00:00Z/2026-11-29T00:00:00Z"_s);
        row("29 Nov", u"day 2025-11-29T00:00:00Z/2025-11-30T00:00:00Z"_s); // has not begun this year
        row("29 Feb", u"day 2024-02-29T00:00:00Z/2024-03-01T00:00:00Z"_s);
        row("Saturday", u"day 2026-11-28T00:00:00Z/2026-11-29T00:00:00Z"_s);
        row("Tue", u"day 2026-11-24T00:00:00Z/2026-11-25T00:00:00Z"_s);
        row("on Tuesday", u"day 2026-11-24T00:00:00Z/2026-11-25T00:00:00Z"_s);
        row("last Saturday", u"day 2026-11-21T00:00:00Z/2026-11-22T00:00:00Z"_s);
        row("Saturday 9:00", u"at 2026-11-28T09:00:00Z"_s);
        row("Saturday 11:00", u"at 2026-11-21T11:00:00Z"_s); // today's is still to come
        // Parts of the calendar.
        row("March", u"2026-03-01T00:00:00Z/2026-04-01T00:00:00Z"_s);
        row("December", u"2025-12-01T00:00:00Z/2026-01-01T00:00:00Z"_s);
        row("sept", u"2026-09-01T00:00:00Z/2026-10-01T00:00:00Z"_s);
        row("Nov 2026", u"2026-11-01T00:00:00Z/2026-12-01T00:00:00Z"_s);
        row("2026-11", u"2026-11-01T00:00:00Z/2026-12-01T00:00:00Z"_s);
        row("2026", u"2026-01-01T00:00:00Z/2027-01-01T00:00:00Z"_s);
        row("Q3", u"2026-07-01T00:00:00Z/2026-10-01T00:00:00Z"_s);
        row("Q1 2025", u"2025-01-01T00:00:00Z/2025-04-01T00:00:00Z"_s);
        // Ranges.
        row("yesterday 14:00\u201314:10", u"2026-11-27T14:00:00Z/2026-11-27T14:10:00Z"_s);
        row("yesterday 14:00-14:10", u"2026-11-27T14:00:00Z/2026-11-27T14:10:00Z"_s);
        row("27 Nov 22:00 - 02:00", u"2026-11-27T22:00:00Z/2026-11-28T02:00:00Z"_s);
        row("14:00 to 15:30", u"2026-11-27T14:00:00Z/2026-11-27T15:30:00Z"_s);
        row("from 14:00 to 15:30", u"2026-11-27T14:00:00Z/2026-11-27T15:30:00Z"_s);
        row("24\u201327 Nov", u"2026-11-24T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("24 Nov \u2013 27 Nov 2026", u"2026-11-24T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("2026-11-27..2026-11-28", u"2026-11-27T00:00:00Z/2026-11-29T00:00:00Z"_s);
        row("2026-11-27 14:00 - 2026-11-28 09:00", u"2026-11-27T14:00:00Z/2026-11-28T09:00:00Z"_s);
        row("2026-11-27T00:00:00Z/2026-11-28T00:00:00Z", u"2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("../2026-11-28T00:00:00Z", u"../2026-11-28T00:00:00Z"_s);
        row("2026-11-27T00:00:00Z/..", u"2026-11-27T00:00:00Z/.."_s);
        row("March to May", u"2026-03-01T00:00:00Z/2026-06-01T00:00:00Z"_s);
        row("-3h..-1h", u"2026-11-28T07:24:30Z/2026-11-28T09:24:30Z"_s);
        row("since 27 Nov", u"2026-11-27T00:00:00Z/.."_s);
        row("before 27 Nov 14:00", u"../2026-11-27T14:00:00Z"_s);
        // What is no time says why.
        row("", fault(TimeFault::Empty));
        row(" \u200e ", fault(TimeFault::Empty));
        row("soon", fault(TimeFault::NotATime));
        row("evt_9Qd3k1", fault(TimeFault::NotATime));
        row("17", fault(TimeFault::NotATime));
        row("31 Apr", fault(TimeFault::NoSuchDay));
        row("2026-02-29", fault(TimeFault::NoSuchDay));
        row("2026-13", fault(TimeFault::NoSuchDay));
        row("Mon 27 Nov 2026", fault(TimeFault::NoSuchDay));
        row("25:00", fault(TimeFault::NoSuchTime));
        row("yesterday 14:75", fault(TimeFault::NoSuchTime));
        row("13:00 pm", fault(TimeFault::NoSuchTime));
        row("14:00 on 28 Nov to 13:00 on 28 Nov", fault(TimeFault::EndsFirst));
        row("since 31 Apr", fault(TimeFault::NoSuchDay));
        row("-3", fault(TimeFault::NotATime));
        row("-999999y", fault(TimeFault::NotATime));
        row("last", fault(TimeFault::NotATime));
        row("7 days", fault(TimeFault::NotATime)); // back or ahead?
        row("today yesterday", fault(TimeFault::NotATime));
    }
    void isRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, means);
        QCOMPARE(written(readTime(text, frame())), means);
    }

    /// The same sentences in the languages of the interface, and their digits.
    void isReadInOtherLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("means");
        const auto row = [](const char *language, const char *text, const QString &means) {
            QTest::addRow("%s %s", language, text)
                << QString::fromLatin1(language) << QString::fromUtf8(text) << means;
        };
        const QString today = u"day 2026-11-28T00:00:00Z/2026-11-29T00:00:00Z"_s;
        const QString yesterday = u"day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z"_s;
        const QString yesterdayAtTwo = u"at 2026-11-27T14:00:00Z"_s;
        const QString week = u"2026-11-21T10:24:30Z/.."_s;
        const QString quarter = u"2026-10-01T00:00:00Z/2027-01-01T00:00:00Z"_s;
        const QString march = u"2026-03-01T00:00:00Z/2026-04-01T00:00:00Z"_s;
        row("de", "heute", today);
        row("de", "gestern 14:00", yesterdayAtTwo);
        row("de", "gestern um 14 Uhr", yesterdayAtTwo);
        row("de", "Gestern, 14:00 Uhr", yesterdayAtTwo);
        row("de", "vorgestern", u"day 2026-11-26T00:00:00Z/2026-11-27T00:00:00Z"_s);
        row("de", "letzte 7 Tage", week);
        row("de", "letzte Stunde", u"2026-11-28T09:24:30Z/.."_s);
        row("de", "-3t", u"2026-11-25T10:24:30Z/.."_s);
        row("de", "vor 3 Tagen", u"at 2026-11-25T10:24:30Z"_s);
        row("de", "dieses Quartal", quarter);
        row("de", "27. Nov.", yesterday);
        row("de", "27. November 2026", yesterday);
        row("de", "Fr 27. Nov 14:00", yesterdayAtTwo);
        row("de", "Freitag", yesterday);
        row("de", "am Freitag", yesterday);
        row("de", "27.11.2026", yesterday);
        row("de", "11/27", yesterday); // can only be meant so
        row("de", "März", march);
        row("de", "marz", march);
        row("de", "24. bis 27. November", u"2026-11-24T00:00:00Z/2026-11-28T00:00:00Z"_s);
        row("de", "seit gestern", u"2026-11-27T00:00:00Z/.."_s);
        row("de", "yesterday 14:00", yesterdayAtTwo); // a colleague's
        row("fr", "hier 14h00", yesterdayAtTwo);
        row("fr", "aujourd\u2019hui", today);
        row("fr", "avant-hier", u"day 2026-11-26T00:00:00Z/2026-11-27T00:00:00Z"_s);
        row("fr", "les 7 derniers jours", week);
        row("fr", "il y a 3 jours", u"at 2026-11-25T10:24:30Z"_s);
        row("fr", "ce trimestre", quarter);
        row("fr", "27 novembre 2026 à 14:00", yesterdayAtTwo);
        row("fr", "mars", march);
        row("es", "ayer a las 14:00", yesterdayAtTwo);
        row("es", "últimos 7 días", week);
        row("es", "27 de noviembre de 2026", yesterday);
        row("es", "este trimestre", quarter);
        row("pl", "wczoraj o 14:00", yesterdayAtTwo);
        row("pl", "ostatnie 7 dni", week);
        row("pl", "27 listopada 2026", yesterday);
        row("pl", "dziś", today);
        row("ar", "أمس 14:00", yesterdayAtTwo);
        row("ar", "أمس ١٤:٠٠", yesterdayAtTwo);
        row("ar", "اليوم", today);
        row("ar", "آخر 7 أيام", week);
        row("ar", "٢٠٢٦-١١-٢٧", yesterday);
        row("ar", "\u200f27 نوفمبر 2026", yesterday);
        row("en", "٢٧ Nov ۱۴:00", yesterdayAtTwo); // each digit of another script
        row("tr", "27 Kasım 2026", yesterday);
    }
    void isReadInOtherLanguages()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QString, means);
        QCOMPARE(written(readTime(text, frame(u"UTC"_s, language))), means);
    }

    /// By the clocks and the calendar of the zone; what they never or twice show has one reading.
    void isReadInAZone_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("means");
        const auto row = [](const char *zone, const char *now, const char *text, const char *means) {
            QTest::addRow("%s %s %s", zone, now, text)
                << QString::fromLatin1(zone) << QString::fromLatin1(now) << QString::fromUtf8(text)
                << QString::fromLatin1(means);
        };
        const char *berlin = "Europe/Berlin";
        // The day in Berlin began an hour before UTC's; late in the evening it is another day already.
        row(berlin, "2026-11-28T10:00:00Z", "today", "day 2026-11-27T23:00:00Z/2026-11-28T23:00:00Z");
        row(berlin, "2026-11-28T23:30:00Z", "today", "day 2026-11-28T23:00:00Z/2026-11-29T23:00:00Z");
        row(berlin, "2026-11-28T10:00:00Z", "11:00", "at 2026-11-28T10:00:00Z");
        row(berlin, "2026-11-28T10:00:00Z", "11:01", "at 2026-11-27T10:01:00Z");
        row(berlin, "2026-11-28T23:30:00Z", "00:15", "at 2026-11-28T23:15:00Z");
        row(berlin, "2026-11-28T10:00:00Z", "yesterday 14:00 UTC", "at 2026-11-27T14:00:00Z");
        row(berlin, "2026-11-28T10:00:00Z", "2026-11-27T14:00:00-05:00", "at 2026-11-27T19:00:00Z");
        // 29 March 2026: the clocks go from 02:00 to 03:00; 25 October: from 03:00 back to 02:00.
        row(berlin, "2026-03-30T10:00:00Z", "yesterday", "day 2026-03-28T23:00:00Z/2026-03-29T22:00:00Z");
        row(berlin, "2026-03-30T10:00:00Z", "29 Mar 01:59", "at 2026-03-29T00:59:00Z");
        row(berlin, "2026-03-30T10:00:00Z", "29 Mar 02:30", "at 2026-03-29T01:00:00Z");
        row(berlin, "2026-03-30T10:00:00Z", "29 Mar 03:00", "at 2026-03-29T01:00:00Z");
        row(berlin, "2026-03-30T10:00:00Z", "29 Mar 03:30", "at 2026-03-29T01:30:00Z");
        row(berlin, "2026-10-26T10:00:00Z", "yesterday", "day 2026-10-24T22:00:00Z/2026-10-25T23:00:00Z");
        row(berlin, "2026-10-26T10:00:00Z", "25 Oct 02:30", "at 2026-10-25T00:30:00Z");
        row(berlin, "2026-10-26T10:00:00Z", "2026-10-25 02:30+01:00", "at 2026-10-25T01:30:00Z");
        row(berlin, "2026-10-26T10:00:00Z", "25 Oct 03:00", "at 2026-10-25T02:00:00Z");
        // A day back is a day of the calendar, an hour back has elapsed.
        row(berlin, "2026-03-29T10:00:00Z", "-1d", "2026-03-28T11:00:00Z/..");
        row(berlin, "2026-03-29T10:00:00Z", "-24h", "2026-03-28T10:00:00Z/..");
        row(berlin, "2026-03-30T00:30:00Z", "-1d", "2026-03-29T01:00:00Z/.."); // 02:30 was never shown
        row(berlin, "2026-10-26T01:30:00Z", "-1d", "2026-10-25T00:30:00Z/.."); // 02:30 was shown twice
        // Half hours, quarters of hours, and a change of half an hour.
        row("Asia/Kolkata", "2026-11-28T10:00:00Z", "today", "day 2026-11-27T18:30:00Z/2026-11-28T18:30:00Z");
        row("Asia/Kolkata", "2026-11-28T10:00:00Z", "15:30", "at 2026-11-28T10:00:00Z");
        row("Asia/Kathmandu", "2026-11-28T10:00:00Z", "15:45", "at 2026-11-28T10:00:00Z");
        row("Australia/Lord_Howe", "2026-10-04T10:00:00Z", "4 Oct 02:15",
            "at 2026-10-03T15:30:00Z"); // 02:00 → 02:30
        // Clocks that change at midnight, and a day that never was.
        row("America/Havana", "2026-03-10T10:00:00Z", "8 Mar",
            "day 2026-03-08T05:00:00Z/2026-03-09T04:00:00Z");
        row("Pacific/Apia", "2012-01-02T00:00:00Z", "2011-12-30 12:00", "at 2011-12-30T10:00:00Z");
        // Year ends and leap days.
        row("UTC", "2027-01-01T00:10:00Z", "23:59", "at 2026-12-31T23:59:00Z");
        row("UTC", "2027-01-01T00:10:00Z", "yesterday", "day 2026-12-31T00:00:00Z/2027-01-01T00:00:00Z");
        row("UTC", "2027-01-01T00:10:00Z", "31 Dec", "day 2026-12-31T00:00:00Z/2027-01-01T00:00:00Z");
        row("UTC", "2027-01-01T00:10:00Z", "Q4", "2026-10-01T00:00:00Z/2027-01-01T00:00:00Z");
        row("UTC", "2027-01-01T00:10:00Z", "last month", "2026-12-01T00:00:00Z/2027-01-01T00:00:00Z");
        row("UTC", "2028-02-29T12:00:00Z", "29 Feb", "day 2028-02-29T00:00:00Z/2028-03-01T00:00:00Z");
        row("UTC", "2028-02-28T12:00:00Z", "29 Feb", "day 2024-02-29T00:00:00Z/2024-03-01T00:00:00Z");
        row("UTC", "2028-03-01T00:00:00Z", "yesterday", "day 2028-02-29T00:00:00Z/2028-03-01T00:00:00Z");
        row("UTC", "2028-02-29T12:00:00Z", "last 1 year", "2027-02-28T12:00:00Z/..");
        // A weekday beside a day without a year picks the year.
        row("UTC", "2027-12-01T12:00:00Z", "Fri 27 Nov", "day 2026-11-27T00:00:00Z/2026-11-28T00:00:00Z");
    }
    void isReadInAZone()
    {
        QFETCH(QString, zone);
        QFETCH(QString, now);
        QFETCH(QString, text);
        QFETCH(QString, means);
        QCOMPARE(written(readTime(text, frame(zone, u"en"_s, now))), means);
    }

    /// A week begins where the locale says.
    void aWeekIsTheLocales()
    {
        const TimeReading american = readTime(u"last week"_s, frame(u"UTC"_s, u"en_US"_s));
        QCOMPARE(isoSpan(american.span), u"2026-11-15T00:00:00Z/2026-11-22T00:00:00Z"_s);
        const TimeReading german = readTime(u"letzte Woche"_s, frame(u"UTC"_s, u"de_DE"_s));
        QCOMPARE(isoSpan(german.span), u"2026-11-16T00:00:00Z/2026-11-23T00:00:00Z"_s);
    }

    void theOrderOfNumbersIsTheLocales()
    {
        const auto day = [this](const char *language) {
            return wallDay(readTime(u"5/4"_s, frame(u"UTC"_s, QString::fromLatin1(language))));
        };
        QCOMPARE(day("en_US"), QDate(2026, 5, 4));
        QCOMPARE(day("en_GB"), QDate(2026, 4, 5));
    }

    /// What a field shows reads back as the same instant, in every zone and language, whatever the clocks do.
    void whatIsWrittenReadsBack()
    {
        for (const char *zone :
             {"UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe"}) {
            for (const char *language : {"en", "de", "ar"}) {
                const TimeFrame in = frame(QString::fromLatin1(zone), QString::fromLatin1(language));
                for (const char *day :
                     {"2026-03-29T00:00:00Z", "2026-10-25T00:00:00Z", "2026-11-01T05:00:00Z",
                      "2026-04-04T14:00:00Z", "2026-12-31T22:00:00Z"}) {
                    for (int minutes = 0; minutes < 180; minutes += 10) {
                        const QDateTime at = utc(QString::fromLatin1(day)).addSecs(60 * minutes);
                        const QString text = fieldText(at, in.zone);
                        QCOMPARE(written(readTime(text, in)),
                                 written({TimeReading::Kind::Instant, {}, {at, {}}}));
                    }
                }
            }
        }
        const QDateTime odd = utc(u"2026-11-27T14:03:17.482Z"_s);
        QCOMPARE(fieldText(odd, QTimeZone::utc()), u"2026-11-27 14:03:17.482"_s);
        QCOMPARE(fieldText(utc(u"2026-11-27T14:03:17Z"_s), QTimeZone::utc()), u"2026-11-27 14:03:17"_s);
        QCOMPARE(fieldText(utc(u"2026-10-25T01:30:00Z"_s), rules::timeZoneOf(u"Europe/Berlin"_s)),
                 u"2026-10-25 02:30+01:00"_s);
        QCOMPARE(fieldText({}, QTimeZone::utc()), QString());
    }

    void spansReadBack()
    {
        const QDateTime from = utc(u"2026-11-27T14:00:00Z"_s);
        for (const TimeSpan &span :
             {TimeSpan{}, TimeSpan{from, {}}, TimeSpan{{}, from}, TimeSpan{from, from.addMSecs(1)}})
            QCOMPARE(readTime(isoSpan(span), frame(u"Europe/Berlin"_s)).span, span);
    }

    void presetsAreToldApart()
    {
        const TimeFrame in = frame(u"Europe/Berlin"_s);
        for (const TimePreset preset : timePresets()) {
            QCOMPARE(presetOf(spanOf(preset, in), in), preset);
            QCOMPARE(presetOfKey(presetKey(preset)), preset);
        }
        QCOMPARE(presetOf({in.now, {}}, in), TimePreset::None);
        QCOMPARE(presetOfKey(u"last-8-days"_s), TimePreset::None);
        // What is typed is the same as what is chosen.
        QCOMPARE(readTime(u"last 30 days"_s, in).span, spanOf(TimePreset::Last30Days, in));
        QCOMPARE(readTime(u"yesterday"_s, in).span, spanOf(TimePreset::Yesterday, in));
        QCOMPARE(readTime(u"this quarter"_s, in).span, spanOf(TimePreset::ThisQuarter, in));
    }

    void longPastesAreRefusedAtOnce()
    {
        const QString paste = u"14:00-"_s.repeated(100'000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(readTime(paste, frame()).fault, TimeFault::NotATime);
        QVERIFY(timer.elapsed() < 200);
    }

private:
    static QDate wallDay(const TimeReading &read) { return read.span.from.date(); }
};

QTEST_GUILESS_MAIN(TimeReaderTest)
#include "tst_time_reader.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"
#include "tests/views/time/time_samples.h"
#include "views/time/strip_choice.h"
#include "views/time/strip_layer.h"
#include "views/time/strip_marks.h"
#include "views/time/strip_words.h"
#include "views/time/strip_zoom.h"
#include "views/time/time_words.h"

#include <QSignalSpy>

#include <cmath>

using namespace pc;
using namespace pc::views;
using namespace pc::test;
using namespace Qt::StringLiterals;
using models::TimeFrame;
using models::TimeSpan;

namespace {

StripGeometry geometryOf(const TimeHistogram &histogram, int width = 810, bool hasMarks = false)
{
    const TypeScale type;
    return {
        QSize(width, StripGeometry::height(type, hasMarks)), type, hasMarks, {histogram.from, histogram.to}};
}

TimeFrame in(const char *zone, QLocale::Language language = QLocale::English)
{
    return {QDateTime({2026, 11, 28}, {10, 24}, Qt::UTC), QTimeZone(zone), QLocale(language)};
}

} // namespace

/// The parts of the strip and what it says, without a window.
class StripPartsTest final : public QObject
{
    Q_OBJECT
public:
    explicit StripPartsTest(ThemeController &) {}

private Q_SLOTS:
    void partsLieBelowEachOther_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<bool>("hasMarks");
        for (const double factor : {0.9, 1.0, 1.3})
            for (const bool hasMarks : {false, true})
                QTest::addRow("%.1f %d", factor, hasMarks) << factor << hasMarks;
    }
    void partsLieBelowEachOther()
    {
        QFETCH(double, factor);
        QFETCH(bool, hasMarks);
        TypeScale type;
        type.factor = factor;
        const int height = StripGeometry::height(type, hasMarks);
        const StripGeometry parts(QSize(800, height), type, hasMarks, {friday(0), friday(12)});
        QCOMPARE(parts.marks().isEmpty(), !hasMarks);
        QVERIFY(parts.caption().top() >= 0 && parts.caption().bottom() <= parts.bars().top());
        QVERIFY(!hasMarks || (parts.marks().top() >= parts.caption().bottom() &&
                              parts.marks().bottom() <= parts.bars().top()));
        QVERIFY(parts.bars().bottom() <= parts.track().top());
        QVERIFY(parts.track().bottom() <= parts.labels().top());
        QVERIFY(parts.labels().bottom() <= height);
        QVERIFY(parts.bars().height() >= 38);
        if (factor == 1.0)
            QVERIFY2(height >= 88 && height <= 112, qPrintable(QString::number(height)));
    }

    void timesAndPlacesAreInverse()
    {
        const StripGeometry parts = geometryOf(callsByMinute());
        QCOMPARE(parts.xOf(friday(11, 40)), parts.bars().left());
        QCOMPARE(parts.xOf(friday(14, 40)), parts.bars().right());
        for (int minute = 0; minute <= 180; minute += 7) {
            const QDateTime at = friday(11, 40).addSecs(60 * minute);
            QVERIFY(std::abs(parts.timeAt(parts.xOf(at)).msecsTo(at)) <= 1);
        }
        QCOMPARE(parts.timeAt(-50), friday(11, 40));
        QCOMPARE(parts.timeAt(5000), friday(14, 40));
        // Open ends, and those beyond, are drawn to the end of the bars.
        QCOMPARE(parts.spanRect({}).width(), parts.bars().width());
        QCOMPARE(parts.spanRect({{}, friday(11)}).width(), 0.0);
        QCOMPARE(parts.spanRect({friday(11), {}}).left(), parts.bars().left());
        QVERIFY(!StripGeometry().timeAt(5).isValid());
    }

    void theLayerIsSharpOnEveryScreen()
    {
        StripLayer layer;
        layer.setHistogram(callsByMinute());
        const StripGeometry parts = geometryOf(callsByMinute());
        const Theme theme;
        const QSize size(810, 100);
        layer.render(parts, size, 1.0, theme);
        QCOMPARE(layer.usual().size(), size);
        layer.render(parts, size, 1.0, theme);
        QCOMPARE(layer.renderings(), 1);
        layer.render(parts, size, 2.0, theme);
        QCOMPARE(layer.renderings(), 2);
        QCOMPARE(layer.usual().size(), size * 2);
        // Every pixel is a colour of its own, none is mixed at the edge of a bar.
        const QImage picture = layer.usual().toImage();
        const StripColors colors = StripColors::of(theme.tokens);
        for (int x = 0; x < picture.width(); ++x) {
            const QColor seen = picture.pixelColor(x, qRound(2 * parts.bars().center().y()));
            QVERIFY(seen.alpha() == 0 || seen == colors.usual || seen == colors.refused);
        }
    }

    void matchingIsToldWhereItIsSomethingElse()
    {
        StripLayer layer;
        layer.setHistogram(callsByMinute());
        QVERIFY(layer.hasRefused() && !layer.tellsMatching()); // they are the refused ones
        TimeHistogram some = callsByMinute();
        some.matching.fill(50);
        layer.setHistogram(some);
        QVERIFY(layer.tellsMatching());
        some.matching = some.all;
        layer.setHistogram(some);
        QVERIFY(!layer.tellsMatching());
        layer.setHistogram(eventsByDay());
        QVERIFY(!layer.hasRefused() && !layer.tellsMatching());
        QCOMPARE(layer.highest(), 1990);
    }

    void aChoiceSnapsToBars()
    {
        StripChoice choice;
        QVERIFY(!choice.hasBars());
        choice.shift({}, 1);
        choice.begin(0);
        choice.moveEnd({}, StripChoice::End::To, friday(12));
        QVERIFY(!choice.span()); // there is nothing to choose
        choice.setBars(callsByMinute());
        QCOMPARE(choice.barCount(), 180);
        QCOMPARE(choice.barAt(friday(11, 40)), 0);
        QCOMPARE(choice.barAt(friday(14, 40)), 179);
        QCOMPARE(choice.barAt(friday(0)), 0);
        choice.begin(20);
        choice.extendTo(10);
        QCOMPARE(*choice.span(), (TimeSpan{friday(11, 50), friday(12, 1)}));
        choice.setBars(callsByMinute()); // counted again: nothing of it is lost
        QVERIFY(choice.span());
        TimeHistogram others = callsByMinute();
        others.bucketMs *= 2;
        choice.setBars(others);
        QVERIFY(!choice.span());
        // What is not aligned becomes so with the first step.
        choice.setBars(callsByMinute());
        choice.shift({friday(12, 0, 17), friday(12, 4, 3)}, 1);
        QCOMPARE(*choice.span(), (TimeSpan{friday(12, 1), friday(12, 6)}));
        choice.clear();
        choice.resize({friday(12), {}}, -1); // an open end is the last bar
        QCOMPARE(*choice.span(), (TimeSpan{friday(12), friday(14, 39)}));
    }

    void zoomHasLimits()
    {
        StripZoom zoom(this);
        QSignalSpy wanted(&zoom, &StripZoom::wanted);
        zoom.zoom(0.5, 0.5); // of nothing
        zoom.setCounted({friday(12), friday(13)});
        zoom.zoom(1e-9, 0.5);
        QCOMPARE(*zoom.range().milliseconds(), 10'000);
        QVERIFY(zoom.range().contains(friday(12, 30)));
        for (int i = 0; i < 100; ++i)
            zoom.zoom(10, 0.5);
        QVERIFY(zoom.range().isBounded() && zoom.range().from < zoom.range().to);
        zoom.zoom(std::nan(""), 0.5);
        zoom.zoom(-1, 0.5);
        QVERIFY(zoom.range().from < zoom.range().to);
        QTRY_COMPARE(wanted.size(), 1);
        zoom.setCounted({friday(12), friday(13)});
        zoom.zoom(0.5, 0.0);
        QCOMPARE(zoom.range(), (TimeSpan{friday(12), friday(12, 30)}));
        zoom.pan(0.5);
        QCOMPARE(zoom.range(), (TimeSpan{friday(12, 15), friday(12, 45)}));
    }

    void marksMakeRoomForEachOther()
    {
        StripMarks marks;
        marks.setMarks({{u"b"_s, friday(14, 38), u"14:38 a long story about limits · ops-1"_s, {}},
                        {u"a"_s, friday(14, 37), u"14:37 another long story · ops-2"_s, u"All of it"_s},
                        {u"c"_s, friday(12), u"12:00 short"_s, {}},
                        {u"d"_s, friday(20), u"20:00 not in sight"_s, {}}});
        const StripGeometry parts = geometryOf(callsByMinute(), 810, true);
        marks.layOut(parts, TypeScale());
        QCOMPARE(marks.inSight(), (QList<qsizetype>{0, 1, 2}));
        QCOMPARE(marks.marks().at(1).id, u"a"_s);
        for (const qsizetype mark : marks.inSight()) {
            QVERIFY(parts.marks().adjusted(-6, -2, 6, 2).contains(marks.rect(mark)));
            for (const qsizetype other : marks.inSight())
                QVERIFY(other == mark || (!marks.words(mark).intersects(marks.words(other)) &&
                                          !marks.words(mark).contains(marks.diamond(other))));
        }
        QCOMPARE(marks.at(marks.diamond(0)), 0);
        QCOMPARE(marks.at(QPointF(400, 400)), -1);
        // Those that cannot be told apart are said together.
        QCOMPARE(marks.toolTipAt(marks.diamond(1)), u"All of it\n14:38 a long story about limits · ops-1"_s);
    }

    void spansAreSaid_data()
    {
        QTest::addColumn<TimeSpan>("span");
        QTest::addColumn<QString>("chip");
        QTest::addColumn<QString>("axis");
        QTest::addColumn<QString>("full");
        const auto row = [](const char *name, const TimeSpan &span, const QString &chip, const QString &axis,
                            const QString &full) { QTest::newRow(name) << span << chip << axis << full; };
        const QDateTime day({2026, 11, 24}, {0, 0}, Qt::UTC);
        row("all", {}, u"any time"_s, u"any time"_s, u"any time"_s);
        row("minutes", {friday(14), friday(14, 10)}, u"Yesterday 14:00–14:10"_s, u"14:00–14:10"_s,
            u"Fri 27 Nov 14:00 – Fri 27 Nov 14:10 UTC"_s);
        row("yesterday", {friday(0), friday(24 - 1, 60 - 1, 59).addSecs(1)}, u"Yesterday"_s, u"Fri 27 Nov"_s,
            u"Fri 27 Nov 00:00 – Sat 28 Nov 00:00 UTC"_s);
        row("a day", {day, day.addDays(1)}, u"24 Nov 2026"_s, u"Tue 24 Nov"_s,
            u"Tue 24 Nov 00:00 – Wed 25 Nov 00:00 UTC"_s);
        row("days", {day, day.addDays(4)}, u"24 Nov – 27 Nov 2026"_s, u"24 Nov – 27 Nov"_s,
            u"Tue 24 Nov 00:00 – Sat 28 Nov 00:00 UTC"_s);
        row("over midnight", {day.addSecs(80'000), day.addDays(1).addSecs(3600)},
            u"24 Nov 22:13:20 – 25 Nov 01:00"_s, u"24 Nov 22:13:20 – 25 Nov 01:00"_s,
            u"Tue 24 Nov 22:13:20 – Wed 25 Nov 01:00 UTC"_s);
        row("since", {friday(14), {}}, u"since yesterday 14:00"_s, u"since yesterday 14:00"_s,
            u"since Fri 27 Nov 14:00 UTC"_s);
        row("before", {{}, day}, u"before 24 Nov"_s, u"before 24 Nov"_s, u"before Tue 24 Nov 00:00 UTC"_s);
        row("another year", {day.addYears(-1), {}}, u"since 24 Nov 2025"_s, u"since 24 Nov 2025"_s,
            u"since Mon 24 Nov 2025 00:00 UTC"_s);
    }
    void spansAreSaid()
    {
        QFETCH(TimeSpan, span);
        QTEST(timeSpanText(span, in("UTC")), "chip");
        QTEST(shortSpanText(span, in("UTC")), "axis");
        QTEST(fullSpanText(span, in("UTC")), "full");
    }

    /// By the clocks of the zone that is chosen, with its name, and as the language writes dates.
    void spansAreSaidInTheirZone()
    {
        const TimeSpan day{friday(0), friday(12).addSecs(12 * 3600)};
        QCOMPARE(fullSpanText(day, in("Europe/Berlin")), u"Fri 27 Nov 01:00 – Sat 28 Nov 01:00 Berlin"_s);
        QCOMPARE(fullSpanText(day, in("Asia/Kolkata")), u"Fri 27 Nov 05:30 – Sat 28 Nov 05:30 Kolkata"_s);
        QCOMPARE(fullSpanText(day, in("UTC", QLocale::German)),
                 u"Fr 27. Nov 00:00 – Sa 28. Nov 00:00 UTC"_s
                     .replace(u"Nov"_s, QLocale(QLocale::German).monthName(11, QLocale::ShortFormat))
                     .replace(u"Fr "_s, QLocale(QLocale::German).dayName(5, QLocale::ShortFormat) + u' ')
                     .replace(u"Sa "_s, QLocale(QLocale::German).dayName(6, QLocale::ShortFormat) + u' '));
        // The hour that comes twice: which one it is, is said.
        const QDateTime second({2026, 10, 25}, {1, 0}, Qt::UTC);
        QVERIFY(
            fullSpanText({second, second.addSecs(3600)}, in("Europe/Berlin")).contains(u"02:00 +01:00"_s));
    }

    void durationsAreShort_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 seconds, const QString &text) {
            QTest::addRow("%lld", seconds) << seconds << text;
        };
        row(1, u"1 s"_s);
        row(45, u"45 s"_s);
        row(60, u"1 min"_s);
        row(600, u"10 min"_s);
        row(3600, u"1 h"_s);
        row(5400, u"90 min"_s);
        row(2 * 3600 + 60, u"2 h 1 min"_s);
        row(23 * 3600, u"23 h"_s);
        row(86'400, u"24 h"_s);
        row(90'000, u"25 h"_s);
        row(7 * 86'400, u"7 day(s)"_s);
        row(7 * 86'400 - 3600, u"7 day(s)"_s); // the clocks were put forward
        row(7 * 86'400 + 7200, u"7 d 2 h"_s);
    }
    void durationsAreShort()
    {
        QFETCH(qint64, seconds);
        QTEST(durationText(seconds * 1000), "text");
        QCOMPARE(durationText(250), u"250 ms"_s);
    }

    void countsAreSaid()
    {
        QCOMPARE(countedText(Counted::Events, {2741, false}, 86'400'000), u"2,741 event(s) in 24 h"_s);
        QCOMPARE(countedText(Counted::Calls, {10'000, true}, std::nullopt), u"10,000+ call(s)"_s);
        QCOMPARE(showCountText(Counted::Events, TimeCount{2741, false}), u"Show 2,741 event(s)"_s);
        QCOMPARE(showCountText(Counted::Calls, std::nullopt), u"Show"_s);
    }

    void ticksAreSaid()
    {
        using models::AxisTick;
        const TimeFrame berlin = in("Europe/Berlin");
        QCOMPARE(tickText({friday(13), AxisTick::Kind::Minute, false}, berlin), u"14:00"_s);
        QCOMPARE(tickText({friday(13, 0, 5), AxisTick::Kind::Second, false}, berlin), u"14:00:05"_s);
        QCOMPARE(tickText({friday(23), AxisTick::Kind::Midnight, true}, berlin), u"Sat 28 Nov"_s);
        QCOMPARE(tickText({friday(23), AxisTick::Kind::Day, false}, berlin), u"28 Nov"_s);
        QCOMPARE(tickText({friday(23), AxisTick::Kind::Day, true}, berlin), u"28 Nov 2026"_s);
        QCOMPARE(tickText({friday(23), AxisTick::Kind::Month, false}, berlin), u"Nov"_s);
        QCOMPARE(tickText({friday(23), AxisTick::Kind::Year, true}, berlin), u"2026"_s);
    }

    void everyFaultHasWords()
    {
        using models::TimeFault;
        for (const TimeFault fault :
             {TimeFault::NotATime, TimeFault::NoSuchDay, TimeFault::NoSuchTime, TimeFault::EndsFirst})
            QVERIFY(!timeFaultText(fault).isEmpty());
        for (const TimeFault fault : {TimeFault::None, TimeFault::Empty})
            QVERIFY(timeFaultText(fault).isEmpty());
        for (const models::TimePreset preset : models::timePresets())
            QVERIFY(!presetText(preset).isEmpty());
    }
};

PC_THEMED_TEST_MAIN(StripPartsTest)
#include "tst_strip_parts.moc"

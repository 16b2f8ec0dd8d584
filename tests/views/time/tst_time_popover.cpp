// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"
#include "tests/views/time/time_samples.h"
#include "views/time/moment_input.h"
#include "views/time/preset_list.h"
#include "views/time/span_fields.h"
#include "views/time/time_chip.h"
#include "views/time/zone_buttons.h"
#include "views/widgets/calendar_grid.h"
#include "views/widgets/calendar_popup.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <memory>

using namespace pc;
using namespace pc::views;
using namespace pc::test;
using namespace Qt::StringLiterals;
using models::TimePreset;
using models::TimeSpan;
using models::ZoneKind;

namespace {

const TimeSpan wholeFriday{friday(0), QDateTime({2026, 11, 28}, {0, 0}, Qt::UTC)};
const TimeSpan afternoon{friday(14), friday(14, 10)};

/// A page with its chip at 10:24 UTC on Saturday, 28 November 2026; its computer stands in Berlin.
class ChipFixture
{
public:
    explicit ChipFixture(const TimeSpan &span = wholeFriday, TimePreset preset = TimePreset::Yesterday)
        : ticker([this] { return now; }), chip(new TimeChip(Counted::Events, ticker)),
          chosen(chip, &TimeChip::spanChosen), previewed(chip, &TimeChip::spanPreviewed),
          wanted(chip, &TimeChip::countWanted), zoned(chip, &TimeChip::zoneChosen),
          other(chip, &TimeChip::otherTyped)
    {
        auto *column = new QVBoxLayout(&page);
        column->addWidget(chip);
        column->addStretch();
        chip->setZones(models::TimeZones(QTimeZone("Europe/Berlin"), u"America/New_York"_s));
        chip->setChoice(span, preset);
        page.resize(600, 400);
        page.show();
        (void)QTest::qWaitForWindowActive(&page);
        chip->setFocus();
    }
    ~ChipFixture()
    {
        if (chip->popover())
            chip->popover()->close();
    }

    void open()
    {
        QTest::keyClick(chip, Qt::Key_Return);
        QVERIFY(chip->popover());
    }
    template <typename T>
    [[nodiscard]] T *part(const QString &name = {}) const
    {
        return chip->popover()->findChild<T *>(name);
    }
    [[nodiscard]] MomentInput *from() const { return part<MomentInput>(u"timeFrom"_s); }
    [[nodiscard]] MomentInput *to() const { return part<MomentInput>(u"timeTo"_s); }
    [[nodiscard]] QString said(const QString &name) const { return part<Label>(name)->text(); }
    [[nodiscard]] QString message() const { return part<SpanFields>()->message(); }
    void type(QLineEdit *field, const QString &text) const
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        for (const QChar c : text) {
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
            QApplication::sendEvent(field, &press);
        }
    }
    void chooseZone(ZoneKind kind) const
    {
        QTest::mouseClick(part<QAbstractButton>(u"zone_"_s + models::zoneKey(kind)), Qt::LeftButton);
    }
    [[nodiscard]] static TimeSpan last(const QSignalSpy &spy) { return spy.last().first().value<TimeSpan>(); }
    [[nodiscard]] TimePreset lastPreset() const { return chosen.last().at(1).value<TimePreset>(); }

    QDateTime now = QDateTime({2026, 11, 28}, {10, 24}, Qt::UTC);
    TimeTicker ticker;
    QWidget page;
    TimeChip *chip;
    QSignalSpy chosen;
    QSignalSpy previewed;
    QSignalSpy wanted;
    QSignalSpy zoned;
    QSignalSpy other;
};

} // namespace

/// Choosing a part of time by chip and popover, by keyboard and pointer.
class TimePopoverTest final : public QObject
{
    Q_OBJECT
public:
    explicit TimePopoverTest(ThemeController &theme) : m_theme(theme) {}

private Q_SLOTS:
    void init() { failOnPaintWarnings(); }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QLocale::setDefault(QLocale(QLocale::English));
        m_theme.setAppearance(Appearance::Light);
        m_theme.setTextPercent(100);
    }

    void theChipSaysWhatIsInForce()
    {
        ChipFixture f;
        QCOMPARE(f.chip->accessibleName(), u"Time: Yesterday"_s);
        QCOMPARE(f.chip->toolTip(), u"Fri 27 Nov 00:00 – Sat 28 Nov 00:00 UTC"_s);
        f.chip->setChoice(afternoon);
        QCOMPARE(f.chip->value(), u"Yesterday 14:00–14:10"_s);
        f.now = f.now.addDays(1); // midnight has passed meanwhile
        f.ticker.tickNow();
        QCOMPARE(f.chip->value(), u"27 Nov 14:00–14:10"_s);
        f.chip->setZoneKind(ZoneKind::Local);
        QCOMPARE(f.chip->value(), u"27 Nov 15:00–15:10"_s);
        QCOMPARE(f.chip->toolTip(), u"Fri 27 Nov 15:00 – Fri 27 Nov 15:10 Berlin"_s);
        f.chip->setChoice({});
        QCOMPARE(f.chip->value(), u"Any time"_s);
        QCOMPARE(f.chip->preset(), TimePreset::All);
        f.chip->setPreview(afternoon);
        QCOMPARE(f.chip->value(), u"27 Nov 15:00–15:10"_s);
        f.chip->setPreview(TimeSpan()); // given up
        QCOMPARE(f.chip->value(), u"Any time"_s);
        f.chip->setPreview(afternoon);
        f.chip->setPreview(std::nullopt);
        QCOMPARE(f.chip->value(), u"Any time"_s);
    }

    void itOpensBelowAndEscRestores()
    {
        ChipFixture f;
        f.open();
        QVERIFY(f.chip->popover()->isVisible());
        QVERIFY(f.chip->popover()->y() >= f.chip->mapToGlobal(QPoint(0, f.chip->height())).y());
        QVERIFY(f.from()->hasFocus());
        QCOMPARE(f.from()->text(), u"2026-11-27 00:00"_s);
        QCOMPARE(f.to()->text(), u"2026-11-28 00:00"_s);
        QCOMPARE(f.from()->selectedText(), f.from()->text());
        QCOMPARE(f.part<PresetList>()->preset(), TimePreset::Yesterday);
        f.type(f.from(), u"yesterday 14:00"_s);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(14), wholeFriday.to}));
        QTest::keyClick(f.from(), Qt::Key_Escape);
        QTRY_VERIFY(!f.chip->popover());
        QCOMPARE(f.last(f.previewed), wholeFriday);
        QVERIFY(f.chosen.isEmpty());
        QCOMPARE(f.chip->value(), u"Yesterday"_s);
        QCOMPARE(f.page.focusWidget(), f.chip);
    }

    void aClickElsewhereGivesUpToo()
    {
        ChipFixture f;
        f.open();
        f.type(f.from(), u"-3d"_s);
        f.chip->popover()->close(); // as Qt does it
        QCOMPARE(f.last(f.previewed), wholeFriday);
        QVERIFY(f.chosen.isEmpty());
    }

    void enterApplies()
    {
        ChipFixture f;
        f.open();
        f.type(f.from(), u"yesterday 14:00\u201314:10"_s);
        QCOMPARE(f.to()->text(), u"2026-11-27 14:10"_s);
        QTest::keyClick(f.from(), Qt::Key_Return);
        QCOMPARE(f.chosen.size(), 1);
        QCOMPARE(f.last(f.chosen), afternoon);
        QCOMPARE(f.lastPreset(), TimePreset::None);
        QCOMPARE(f.chip->value(), u"Yesterday 14:00–14:10"_s);
        QCOMPARE(f.chip->span(), afternoon);
        QTRY_VERIFY(!f.chip->popover());
        QVERIFY(f.last(f.previewed) == afternoon); // nothing is taken back
    }

    /// A page that takes the focus to its rows because of it keeps it there.
    void theFocusMayGoOn()
    {
        ChipFixture f;
        auto *rows = new QPushButton(&f.page);
        rows->show();
        connect(f.chip, &TimeChip::spanChosen, rows, [rows] { rows->setFocus(); });
        f.open();
        QTest::keyClick(f.from(), Qt::Key_Return);
        QTRY_VERIFY(!f.chip->popover());
        QCOMPARE(f.page.focusWidget(), rows);
    }

    /// Three keys: open, the one above, apply.
    void presetsAreChosenByArrows()
    {
        ChipFixture f;
        f.open();
        auto *presets = f.part<PresetList>();
        presets->setFocus();
        QTest::keyClick(presets, Qt::Key_Up);
        QCOMPARE(f.last(f.previewed), (TimeSpan{wholeFriday.to, wholeFriday.to.addDays(1)}));
        QCOMPARE(f.from()->text(), u"2026-11-28 00:00"_s);
        QTest::keyClick(presets, Qt::Key_Up);
        QCOMPARE(f.last(f.previewed), (TimeSpan{f.now.addSecs(-3600), {}}));
        QCOMPARE(f.from()->text(), u"-1h"_s); // as one would type it
        QCOMPARE(f.to()->text(), QString());
        QTest::keyClick(presets, Qt::Key_Return);
        QCOMPARE(f.chosen.size(), 1);
        QCOMPARE(f.lastPreset(), TimePreset::LastHour);
        QCOMPARE(f.chip->value(), u"Last hour"_s);
    }

    void presetsAreChosenByPointer()
    {
        ChipFixture f;
        f.open();
        auto *presets = f.part<PresetList>();
        const auto rowOf = [presets](int row) {
            return presets->visualItemRect(presets->item(row)).center();
        };
        QTest::mouseClick(presets->viewport(), Qt::LeftButton, {}, rowOf(presets->count() - 1));
        QVERIFY(f.last(f.previewed).isAll());
        QVERIFY(f.chosen.isEmpty());
        QTest::mouseClick(f.part<QPushButton>(u"timeShow"_s), Qt::LeftButton);
        QCOMPARE(f.lastPreset(), TimePreset::All);
        QVERIFY(f.chip->span().isAll());
    }

    void aDayIsAWholeDay()
    {
        ChipFixture f;
        f.open();
        f.type(f.from(), u"24 Nov"_s);
        const QDateTime tuesday({2026, 11, 24}, {0, 0}, Qt::UTC);
        QCOMPARE(f.last(f.previewed), (TimeSpan{tuesday, tuesday.addDays(1)}));
        QCOMPARE(f.to()->text(), u"2026-11-25 00:00"_s);
        // What somebody typed into the second field stays.
        f.type(f.to(), u"27 Nov"_s);
        QCOMPARE(f.last(f.previewed), (TimeSpan{tuesday, friday(0)}));
        f.type(f.from(), u"25 Nov"_s);
        QCOMPARE(f.last(f.previewed), (TimeSpan{tuesday.addDays(1), friday(0)}));
        QCOMPARE(f.to()->text(), u"27 Nov"_s);
        // A preset that was typed is that preset.
        f.type(f.to(), {});
        f.type(f.from(), u"last 7 days"_s);
        QCOMPARE(f.part<PresetList>()->preset(), TimePreset::Last7Days);
        QTest::keyClick(f.from(), Qt::Key_Return);
        QCOMPARE(f.lastPreset(), TimePreset::Last7Days);
    }

    void openEnds()
    {
        ChipFixture f;
        f.open();
        f.type(f.to(), {});
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(0), {}}));
        QCOMPARE(f.said(u"rangeLine0"_s), u"since Fri 27 Nov 00:00 UTC"_s);
        f.type(f.from(), {});
        QVERIFY(f.last(f.previewed).isAll());
        QCOMPARE(f.said(u"rangeLine0"_s), u"any time"_s);
        f.type(f.to(), u"27 Nov 14:00"_s);
        QCOMPARE(f.last(f.previewed), (TimeSpan{{}, friday(14)}));
        // A beginning after the end that stands there lets it go, instead of being wrong.
        f.type(f.to(), u"27 Nov"_s);
    }

    /// An instant after the end that only stands there: until now.
    void anEndThatNobodyTypedGivesWay()
    {
        ChipFixture f(afternoon, TimePreset::None);
        f.open();
        f.type(f.from(), u"09:30"_s);
        QCOMPARE(f.last(f.previewed), (TimeSpan{QDateTime({2026, 11, 28}, {9, 30}, Qt::UTC), {}}));
        QCOMPARE(f.to()->text(), QString());
    }

    void faultsAreSaidAtTheField()
    {
        ChipFixture f;
        f.open();
        const QString hint = f.message();
        QVERIFY(hint.contains(u"-3d"_s));
        const auto previews = f.previewed.size();
        f.type(f.from(), u"31 Apr"_s);
        QCOMPARE(f.message(), hint);            // nobody is scolded in the middle of typing
        QVERIFY(f.previewed.size() > previews); // "3" is nothing, "31 A" neither; but the empty field is open
        const int height = f.chip->popover()->height();
        QTest::keyClick(f.from(), Qt::Key_Return);
        QVERIFY(f.chosen.isEmpty());
        QVERIFY(f.chip->popover()->isVisible());
        QCOMPARE(f.message(), u"There is no such day."_s);
        QVERIFY(f.from()->property("invalid").toBool() && f.from()->hasFocus());
        QCOMPARE(f.from()->accessibleDescription(), f.message());
        QCOMPARE(f.chip->popover()->height(), height); // nothing moves
        // Then it is live.
        f.type(f.from(), u"30 Apr"_s);
        QCOMPARE(f.message(), hint);
        QVERIFY(!f.from()->property("invalid").toBool());
        f.type(f.to(), u"29 Apr"_s);
        QTest::keyClick(f.to(), Qt::Key_Return);
        QCOMPARE(f.message(), u"The end is not after the beginning."_s);
        QVERIFY(f.to()->property("invalid").toBool());
        QVERIFY(f.chosen.isEmpty());
        // Leaving a field says it too.
        f.type(f.to(), u"soon"_s);
        f.from()->setFocus(Qt::TabFocusReason);
        QVERIFY(f.message().startsWith(u"This is not a time."_s));
    }

    void theCountComesFromOutside()
    {
        ChipFixture f;
        f.open();
        QTRY_COMPARE(f.wanted.size(), 1);
        QCOMPARE(f.last(f.wanted), wholeFriday);
        QCOMPARE(f.said(u"rangeCount"_s), u"Counting in 24 h…"_s);
        auto *show = f.part<QPushButton>(u"timeShow"_s);
        QCOMPARE(show->text(), u"Show"_s);
        f.chip->setCount(2741);
        QCOMPARE(f.said(u"rangeCount"_s), u"2,741 event(s) in 24 h"_s);
        QCOMPARE(show->text(), u"Show 2,741 event(s)"_s);
        QCOMPARE(show->accessibleName(), show->text());
        f.chip->setCount(10'000, true);
        QCOMPARE(show->text(), u"Show 10,000+ event(s)"_s);
        f.chip->setCount(std::nullopt); // it cannot be known
        QCOMPARE(f.said(u"rangeCount"_s), u"24 h"_s);
        // Another span is counted anew, once for what was typed in one go.
        f.type(f.from(), u"yesterday 14:00"_s);
        QCOMPARE(show->text(), u"Show"_s);
        QTRY_COMPARE(f.wanted.size(), 2);
        QCOMPARE(f.last(f.wanted), (TimeSpan{friday(14), wholeFriday.to}));
        f.chip->popover()->close();
        f.chip->setCount(5); // too late
    }

    void theRangeIsSaidInEveryZone()
    {
        ChipFixture f;
        f.open();
        QCOMPARE(f.said(u"rangeLine0"_s), u"Fri 27 Nov 00:00 – Sat 28 Nov 00:00 UTC"_s);
        QCOMPARE(f.said(u"rangeLine1"_s), u"Fri 27 Nov 01:00 – Sat 28 Nov 01:00 Berlin"_s);
        QCOMPARE(f.said(u"rangeLine2"_s), u"Thu 26 Nov 19:00 – Fri 27 Nov 19:00 New York"_s);
        f.chip->popover()->close();
        f.chip->setZones(models::TimeZones(QTimeZone::utc()));
        QTRY_VERIFY(!f.chip->popover());
        f.open();
        QVERIFY(!f.part<Label>(u"rangeLine1"_s));
        QVERIFY(!f.part<QAbstractButton>(u"zone_partner"_s));
    }

    void anotherZone()
    {
        ChipFixture f;
        f.open();
        // By name: the same part of the other calendar.
        f.chooseZone(ZoneKind::Local);
        QCOMPARE(f.last(f.previewed), (TimeSpan{friday(0).addSecs(-3600), wholeFriday.to.addSecs(-3600)}));
        QCOMPARE(f.from()->text(), u"2026-11-27 00:00"_s);
        // What was typed is read by those clocks.
        f.type(f.from(), u"yesterday 14:00"_s);
        QCOMPARE(f.last(f.previewed).from, friday(13));
        f.chooseZone(ZoneKind::Partner);
        QCOMPARE(f.last(f.previewed).from, friday(19));
        QVERIFY(f.zoned.isEmpty());
        QTest::keyClick(f.from(), Qt::Key_Return);
        QCOMPARE(f.zoned.size(), 1);
        QCOMPARE(f.zoned.last().first().value<ZoneKind>(), ZoneKind::Partner);
        QCOMPARE(f.chip->zoneKind(), ZoneKind::Partner);
        QCOMPARE(f.chip->zone().id(), QByteArray("America/New_York"));
    }

    /// A span that only stands there is the same instants, written by the other clocks; giving up keeps the
    /// zone as it was.
    void instantsStayTheSameInAnotherZone()
    {
        ChipFixture f(afternoon, TimePreset::None);
        f.open();
        f.chooseZone(ZoneKind::Local);
        QCOMPARE(f.from()->text(), u"2026-11-27 15:00"_s);
        QCOMPARE(f.to()->text(), u"2026-11-27 15:10"_s);
        QCOMPARE(f.last(f.previewed), afternoon);
        QTest::keyClick(f.from(), Qt::Key_Escape);
        QCOMPARE(f.chip->zoneKind(), ZoneKind::Utc);
        QVERIFY(f.zoned.isEmpty());
    }

    void somethingElseMayBeTyped()
    {
        ChipFixture f;
        f.chip->setOtherForm(QRegularExpression(u"\\Aevt_\\w+\\z"_s), u"evt_…"_s);
        f.open();
        QVERIFY(f.message().contains(u"evt_…"_s));
        f.type(f.from(), u"evt_9Qd3k1"_s);
        QCOMPARE(f.part<QPushButton>(u"timeShow"_s)->text(), u"Go to it"_s);
        QTest::keyClick(f.from(), Qt::Key_Return);
        QCOMPARE(f.other.size(), 1);
        QCOMPARE(f.other.last().first().toString(), u"evt_9Qd3k1"_s);
        QVERIFY(f.chosen.isEmpty());
        QCOMPARE(f.last(f.previewed), wholeFriday);
        QTRY_VERIFY(!f.chip->popover());
    }

    void theCalendarPicksDays()
    {
        ChipFixture f;
        f.open();
        QTest::keyClick(f.from(), Qt::Key_F4);
        auto *calendar = f.from()->findChild<CalendarPopup *>();
        QVERIFY(calendar);
        auto *grid = calendar->findChild<CalendarGrid *>();
        QCOMPARE(grid->day(), QDate(2026, 11, 27));
        QTest::keyClick(grid, Qt::Key_Up);
        QTest::keyClick(grid, Qt::Key_Return);
        QCOMPARE(f.from()->text(), u"2026-11-20"_s);
        const QDateTime day({2026, 11, 20}, {0, 0}, Qt::UTC);
        QCOMPARE(f.last(f.previewed), (TimeSpan{day, day.addDays(1)})); // a day is a whole day
        QVERIFY(f.chip->popover() && f.chip->popover()->isVisible());
        // A time of day beside it stays.
        f.type(f.from(), u"2026-11-20 14:30"_s);
        QTest::keyClick(f.from(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(f.from()->findChild<CalendarPopup *>()->findChild<CalendarGrid *>(), Qt::Key_Space);
        QCOMPARE(f.from()->text(), u"2026-11-20 14:30"_s);
    }

    void deleteShowsAllAgain()
    {
        ChipFixture f;
        QTest::keyClick(f.chip, Qt::Key_Delete);
        QCOMPARE(f.chosen.size(), 1);
        QVERIFY(f.last(f.chosen).isAll());
        QCOMPARE(f.chip->value(), u"Any time"_s);
        QTest::keyClick(f.chip, Qt::Key_Delete);
        QCOMPARE(f.chosen.size(), 1); // there is nothing to take away
        // With a cross a click on it does the same.
        f.chip->setRemovable(true);
        f.chip->setChoice(afternoon);
        f.chip->resize(f.chip->sizeHint());
        QTest::mouseClick(f.chip, Qt::LeftButton, {}, QPoint(f.chip->width() - 14, f.chip->height() / 2));
        QCOMPARE(f.chosen.size(), 2);
        QVERIFY(!f.chip->popover());
    }

    void tabGoesRound()
    {
        ChipFixture f;
        f.open();
        QList<QWidget *> order;
        QWidget *at = f.from();
        for (int i = 0; i < 6; ++i) {
            order.append(at);
            QTest::keyClick(at, Qt::Key_Tab);
            at = f.chip->popover()->focusWidget();
        }
        const QList<QWidget *> wanted{f.from(),
                                      f.to(),
                                      f.part<QAbstractButton>(u"zone_utc"_s),
                                      f.part<QAbstractButton>(u"timeCancel"_s),
                                      f.part<QAbstractButton>(u"timeShow"_s),
                                      f.part<PresetList>()};
        QCOMPARE(order, wanted);
        QCOMPARE(at, f.from());
        // The zones are one stop, and the arrows go between them.
        auto *utc = f.part<QAbstractButton>(u"zone_utc"_s);
        utc->setFocus();
        QTest::keyClick(utc, Qt::Key_Right);
        QCOMPARE(f.part<ZoneButtons>()->kind(), ZoneKind::Local);
        // Enter on Cancel gives up.
        f.part<QAbstractButton>(u"timeCancel"_s)->setFocus();
        QTest::keyClick(f.part<QAbstractButton>(u"timeCancel"_s), Qt::Key_Return);
        QVERIFY(f.chosen.isEmpty());
        QCOMPARE(f.last(f.previewed), wholeFriday);
    }

    void germanIsReadAndWritten()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        ChipFixture f;
        f.open();
        f.type(f.from(), u"gestern 14:00"_s);
        QCOMPARE(f.last(f.previewed).from, friday(14));
        f.type(f.from(), u"24. Nov."_s);
        QCOMPARE(f.last(f.previewed).from, QDateTime({2026, 11, 24}, {0, 0}, Qt::UTC));
        f.chip->setCount(2741);
        QVERIFY(f.said(u"rangeCount"_s).contains(u"2.741"_s));
        f.type(f.from(), u"letzte 30 Tage"_s);
        QCOMPARE(f.part<PresetList>()->preset(), TimePreset::Last30Days);
    }

    void rightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        ChipFixture f;
        f.open();
        const auto *presets = f.part<PresetList>();
        QVERIFY(presets->mapToGlobal(QPoint()).x() > f.from()->mapToGlobal(QPoint()).x());
        QVERIFY(f.from()->mapToGlobal(QPoint()).x() > f.to()->mapToGlobal(QPoint()).x());
        // Dates keep their order, and are typed with the digits of the keyboard at hand.
        QCOMPARE(f.from()->layoutDirection(), Qt::LeftToRight);
        f.type(f.from(), u"\u0661\u0664:\u0660\u0663"_s);
        QCOMPARE(f.last(f.previewed).from, friday(14, 3));
        const QRect popover = f.chip->popover()->geometry();
        QVERIFY(f.chip->screen()->availableGeometry().contains(popover));
    }

    void everyLookIsPainted_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("percent");
        for (const bool dark : {false, true})
            for (const int percent : {90, 100, 130})
                QTest::addRow("%s %d", dark ? "dark" : "light", percent) << dark << percent;
    }
    void everyLookIsPainted()
    {
        QFETCH(bool, dark);
        QFETCH(int, percent);
        m_theme.setAppearance(dark ? Appearance::Dark : Appearance::Light);
        m_theme.setTextPercent(percent);
        ChipFixture f;
        f.open();
        f.chip->setCount(2741);
        f.chip->setCountNote(u"Events 996,683 to 999,424"_s);
        QVERIFY(!f.chip->popover()->grab().isNull());
        QVERIFY(!f.page.grab().isNull());
        // Nothing is cut: what a field shows is seen whole.
        for (const MomentInput *field : {f.from(), f.to()}) {
            const QFontMetrics metrics(field->font());
            QVERIFY(field->width() - 36 >= metrics.horizontalAdvance(field->text()));
        }
    }

    void everythingHasAName()
    {
        ChipFixture f;
        f.open();
        QCOMPARE(f.chip->popover()->accessibleName(), u"Time"_s);
        QCOMPARE(f.from()->accessibleName(), u"From"_s);
        QCOMPARE(f.to()->accessibleName(), u"To, not included"_s);
        for (const QWidget *each : f.chip->popover()->findChildren<QWidget *>()) {
            if ((each->focusPolicy() & Qt::TabFocus) != 0 && each->isVisible()) {
                QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(each->objectName()));
            }
        }
    }

private:
    ThemeController &m_theme;
};

PC_THEMED_TEST_MAIN(TimePopoverTest)
#include "tst_time_popover.moc"

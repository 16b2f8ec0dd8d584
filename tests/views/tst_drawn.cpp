// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/secret.h"
#include "tests/views/themed_test.h"
#include "views/charts/chart_legend.h"
#include "views/charts/chart_view.h"
#include "views/credentials/overlap_timeline.h"
#include "views/credentials/secret_field.h"
#include "views/shell/nav_button.h"
#include "views/shell/search_button.h"
#include "views/widgets/avatar.h"
#include "views/widgets/badge.h"
#include "views/widgets/card.h"
#include "views/widgets/chip.h"
#include "views/widgets/item_paint.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/meters.h"
#include "views/widgets/stage_painter.h"
#include "views/widgets/underline_tabs.h"

#include <QBoxLayout>
#include <QImage>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <QTest>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

using Make = std::function<QWidget *()>;
using Change = std::function<void(QWidget *)>;

/// Paintings of one widget.
class PaintCount final : public QObject
{
public:
    using QObject::QObject;
    int count = 0;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

ChartData chart(double last)
{
    ChartData data;
    data.name = u"Calls"_s;
    data.from = QDateTime({2026, 3, 1}, {0, 0}, Qt::UTC);
    data.lines = {{u"Served"_s, LineLook::Served, {1, 5, last}, true}};
    return data;
}

Credential rotation()
{
    const QDateTime start({2026, 3, 1}, {9, 0}, Qt::UTC);
    Generation older;
    older.state = GenerationState::Grace;
    older.lastFour = u"b71e"_s;
    older.createdAt = start.addDays(-9);
    older.graceUntil = start.addSecs(7200);
    Generation newer;
    newer.state = GenerationState::Active;
    newer.lastFour = u"x7Qa"_s;
    newer.createdAt = start;
    Credential credential;
    credential.generations = {newer, older};
    return credential;
}

template <typename T>
Change on(const std::function<void(T &)> &change)
{
    return [change](QWidget *widget) { change(*static_cast<T *>(widget)); };
}

} // namespace

/// What a widget is told it draws, at once: told something else it is painted anew, and looks otherwise.
class DrawnTest final : public QObject
{
    Q_OBJECT
public:
    explicit DrawnTest(ThemeController &) {}

private Q_SLOTS:
    void whatChangesIsDrawn_data()
    {
        QTest::addColumn<Make>("make");
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Make make, Change change) {
            QTest::newRow(name) << std::move(make) << std::move(change);
        };
        const auto chip = [] { return new Chip(u"Stage"_s, u"Limited"_s); };
        const auto nav = [] { return new NavButton(Icon::Partners, u"Partners"_s, nullptr); };
        const auto chartView = [] {
            auto *view = new ChartView;
            view->setData(chart(3));
            return view;
        };
        const auto tabs = [] {
            auto *bar = new UnderlineTabs;
            bar->addTab(u"a"_s, u"All"_s);
            bar->addTab(u"b"_s, u"Mine"_s);
            return bar;
        };
        const auto line = [] {
            auto *shown = new Sparkline;
            shown->setValues({1, 9, 4});
            return shown;
        };
        row(
            "avatar", [] { return new Avatar(u"Cardinal"_s); },
            on<Avatar>([](Avatar &a) { a.setName(u"Bay"_s); }));
        row(
            "badge", [] { return new Badge(Severity::Ok, Icon::None, u"Active"_s); },
            on<Badge>([](Badge &b) { b.set(Severity::Bad, Icon::None, u"Frozen"_s); }));
        row(
            "badge, kind", [] { return new Badge(Severity::Ok, Icon::None, u"Active"_s); },
            on<Badge>([](Badge &b) { b.set(Severity::Bad, Icon::None, u"Active"_s); }));
        row("chip, value", chip, on<Chip>([](Chip &c) { c.setValue(u"Trial"_s); }));
        row("chip, look", chip, on<Chip>([](Chip &c) { c.setLook(Chip::Look::Outline); }));
        row("chip, arrow", chip, on<Chip>([](Chip &c) { c.setArrow(true); }));
        row("chip, removable", chip, on<Chip>([](Chip &c) { c.setRemovable(true); }));
        row("chip, icon", chip, on<Chip>([](Chip &c) { c.setLeadingIcon(Icon::Partners); }));
        row("course", line, on<Sparkline>([](Sparkline &s) { s.setValues({9, 1, 9}); }));
        row("course, running", line, on<Sparkline>([](Sparkline &s) {
                s.setValues({1, 9, 4}, LastValue::Running);
            }));
        row("course, limit", line, on<Sparkline>([](Sparkline &s) { s.setLimit(20); }));
        row(
            "stage glyph", [] { return new StageGlyph(StageLevel::Sandbox); },
            on<StageGlyph>([](StageGlyph &g) { g.setLevel(StageLevel::Production); }));
        row(
            "stepper", [] { return new StageStepper(StageLevel::Sandbox); },
            on<StageStepper>([](StageStepper &s) { s.setLevel(StageLevel::Production); }));
        row(
            "key", [] { return new KeyCap(u"A"_s); }, on<KeyCap>([](KeyCap &k) { k.setText(u"B"_s); }));
        row("nav, count", nav, on<NavButton>([](NavButton &n) { n.setCount(7, Severity::Warn); }));
        row("nav, current", nav, on<NavButton>([](NavButton &n) { n.setCurrent(true); }));
        row("nav, collapsed", nav, on<NavButton>([](NavButton &n) { n.setCollapsed(true); }));
        row("chart", chartView, on<ChartView>([](ChartView &v) { v.setData(chart(9)); }));
        row("chart, crosshair", chartView, on<ChartView>([](ChartView &v) { v.setCursorBucket(1); }));
        row(
            "legend", [] { return new ChartLegend; },
            on<ChartLegend>([](ChartLegend &l) { l.setData(chart(1)); }));
        row(
            "search", [] { return new SearchButton; },
            on<SearchButton>([](SearchButton &s) { s.setKeys(u"Ctrl+K"_s); }));
        row(
            "rotation", [] { return new OverlapTimeline; }, on<OverlapTimeline>([](OverlapTimeline &t) {
                t.setCredential(rotation(), QDateTime({2026, 3, 1}, {10, 0}, Qt::UTC));
            }));
        row(
            "card, kind", [] { return new Card(u"Gates"_s); },
            on<Card>([](Card &c) { c.setSeverity(Severity::Warn); }));
        row("tabs, count", tabs, on<UnderlineTabs>([](UnderlineTabs &t) { t.setCount(0, 12); }));
        row("tabs, current", tabs, on<UnderlineTabs>([](UnderlineTabs &t) { t.setCurrentId(u"b"_s); }));
    }
    void whatChangesIsDrawn()
    {
        QFETCH(const Make, make);
        QFETCH(const Change, change);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        QWidget *widget = make();
        column->addWidget(widget, 0, Qt::AlignLeading | Qt::AlignTop);
        column->addStretch(1);
        window.resize(700, 500);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(20); // whatever is on its way
        const QImage before = window.grab().toImage();
        PaintCount paintings;
        widget->installEventFilter(&paintings);
        change(widget);
        QTRY_VERIFY(paintings.count > 0);
        QVERIFY(window.grab().toImage() != before);
    }

    void aSecretIsDrawnAsItIsAsked()
    {
        const Secret secret = Secret::copyOf("pc_live_abcdefghijklmnop_x7Qa");
        SecretField field(secret);
        field.resize(600, 40);
        field.show();
        QVERIFY(QTest::qWaitForWindowExposed(&field));
        QTest::qWait(20);
        const QImage masked = field.grab().toImage();
        PaintCount paintings;
        field.installEventFilter(&paintings);
        field.setRevealed(true);
        QTRY_VERIFY(paintings.count > 0);
        QVERIFY(field.grab().toImage() != masked);
        field.setRevealed(false);
        QCOMPARE(field.grab().toImage(), masked);
        QVERIFY(field.accessibleName().contains(u"x7Qa"_s));
        QVERIFY(!field.accessibleName().contains(u"ijkl"_s));
    }

    /// Room for what is drawn: each part adds its width, none takes any away.
    void everyPartOfAChipHasItsRoom()
    {
        Chip chip(u"Stage"_s);
        const int bare = chip.sizeHint().width();
        chip.setValue(u"Limited"_s);
        const int valued = chip.sizeHint().width();
        QVERIFY(valued > bare + QFontMetrics(chip.font()).horizontalAdvance(u"Limited"_s) / 2);
        chip.setRemovable(true);
        const int removable = chip.sizeHint().width();
        QVERIFY(removable > valued + 10);
        chip.setLeadingIcon(Icon::Partners);
        QCOMPARE(chip.sizeHint().width() - removable, removable - valued);
        QCOMPARE(chip.toolTip(), u"Stage: Limited"_s);
        QVERIFY(chip.minimumSizeHint().width() <= chip.sizeHint().width());
        chip.setValue({});
        QVERIFY(chip.toolTip().isEmpty());
        QCOMPARE(chip.minimumSizeHint(), chip.sizeHint()); // a label alone does not give way
    }

    /// A word that is short, and has its room, is drawn: "GET".
    void shortMachineWordsAreDrawn()
    {
        QWidget widget;
        QStyleOptionViewItem option;
        option.initFrom(&widget);
        option.rect = QRect(0, 0, 60, 28);
        const auto painted = [&](const QString &word) {
            QImage image(60, 28, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            CellPainter cell(&painter, option, Tokens::of(&widget), TypeScale::of(&widget));
            cell.mono(word);
            painter.end();
            return image;
        };
        for (const QString &word : {u"GET"_s, u"a"_s, u"POST"_s})
            QVERIFY2(painted(word) != painted({}), qPrintable(word));
    }

    void metersSayWhatTheyShow()
    {
        Sparkline line;
        line.setValues({});
        QCOMPARE(line.accessibleDescription(), u"No data"_s);
    }

    void aRotationIsASentence()
    {
        OverlapTimeline timeline;
        const QDateTime now({2026, 3, 1}, {10, 0}, Qt::UTC);
        timeline.setCredential({}, now);
        QCOMPARE(timeline.accessibleName(), u"No rotation in progress"_s);
        QCOMPARE(timeline.sizeHint().height(), 0);
        timeline.setCredential(rotation(), now);
        const int two = timeline.sizeHint().height();
        QVERIFY(two > 60);
        QCOMPARE(timeline.minimumSizeHint().height(), two);
        QVERIFY2(timeline.accessibleName().startsWith(u"Old secret ending in b71e: old, valid until "_s),
                 qPrintable(timeline.accessibleName()));
        QVERIFY(timeline.accessibleName().endsWith(u"New secret ending in x7Qa: new, not used yet."_s));
        Credential used = rotation();
        used.generations[0].lastUsedAt = now;
        timeline.setCredential(used, now);
        QVERIFY(timeline.accessibleName().endsWith(u"new, in use."_s));
        used.generations[1].graceUntil.reset();
        timeline.setCredential(used, now);
        QCOMPARE(timeline.accessibleName(), u"No rotation in progress"_s);
    }
};

PC_THEMED_TEST_MAIN(DrawnTest)
#include "tst_drawn.moc"

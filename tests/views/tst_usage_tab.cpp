// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/pages_world.h"
#include "tests/views/themed_test.h"
#include "views/partners/partner_page.h"
#include "views/partners/partner_places.h"
#include "views/usage/breakdown_card.h"
#include "views/usage/chart_card.h"
#include "views/usage/chart_view.h"
#include "views/usage/usage_lines_model.h"
#include "views/usage/usage_tab.h"
#include "views/widgets/chip.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/widgets/underline_tabs.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::PagesWorld;
using Mood = pc::test::SampleService::Mood;

namespace {

struct Shown
{
    PagesWorld world;
    PartnerPage *page;
    UsageTab *tab = nullptr;

    Shown() : page(new PartnerPage(world.context, world.parts))
    {
        page->open(places::partnerPage(world.idOf(u"Cardinal Payroll"_s), u"usage"_s));
        world.show(page);
        tab = page->findChild<UsageTab *>();
        pc::test::settle(20);
    }
};

} // namespace

class UsageTabTest final : public QObject
{
    Q_OBJECT
public:
    explicit UsageTabTest(ThemeController &) {}

private Q_SLOTS:
    void linesAreSortedByCalls()
    {
        UsageLinesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        UsageSeries series;
        series.lines = {{u"a"_s, u"A"_s, {1, 2}, 3}, {u"b"_s, u"B"_s, {4, 5}, 9}};
        model.setSeries(series, Breakdown::Route);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, UsageLinesModel::NameColumn).data().toString(), u"B"_s);
        QCOMPARE(model.index(0, UsageLinesModel::ShareColumn).data(models::ValueRole).toDouble(), 0.75);
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"9"_s));
    }

    void chartFollowsTheRange()
    {
        Shown shown;
        QTRY_COMPARE(shown.tab->callsCard()->chart()->data().bucketSeconds, 3600);
        QVERIFY(shown.tab->callsCard()->chart()->data().maximum() > 0);
        shown.tab->setRange(models::UsageModel::Range::Last30Days);
        QTRY_VERIFY(shown.tab->callsCard()->chart()->data().from < shown.world.clock.now().addDays(-28));
    }

    void aPartChosenInTheChartBecomesTheRange()
    {
        Shown shown;
        ChartView *chart = shown.tab->callsCard()->chart();
        QTRY_COMPARE(chart->data().buckets(), 24);
        const QDateTime first = chart->data().from;
        Q_EMIT chart->rangeChosen(first.addSecs(3600), first.addSecs(4 * 3600));
        QTRY_COMPARE(chart->data().from, first.addSecs(3600));
        QCOMPARE(chart->data().bucketSeconds, 60); // three hours are seen by the minute
        QCOMPARE(chart->data().buckets(), 180);
        shown.tab->setBucket(Bucket::Hour);
        QTRY_COMPARE(chart->data().buckets(), 3);
        auto *chip = shown.tab->findChild<Chip *>(u"usageRange"_s);
        Q_EMIT chip->removeRequested();
        QTRY_COMPARE(chart->data().from, first);
    }

    void bucketsFitTheRange()
    {
        using models::UsageModel;
        QCOMPARE(UsageModel::bucketsFor(3600), QList<Bucket>{Bucket::Minute});
        QCOMPARE(UsageModel::bucketsFor(86400), QList<Bucket>{Bucket::Hour});
        QCOMPARE(UsageModel::bucketsFor(7 * 86400), (QList<Bucket>{Bucket::Hour, Bucket::Day}));
        QCOMPARE(UsageModel::bucketsFor(90 * 86400), QList<Bucket>{Bucket::Day});
    }

    void tableAndCsvHoldTheChartsNumbers()
    {
        Shown shown;
        ChartCard *card = shown.tab->callsCard();
        QTRY_VERIFY(card->chart()->data().buckets() > 20);
        card->findChild<QPushButton *>(u"callsToggle"_s)->click();
        QVERIFY(card->showsTable());
        auto *table = card->findChild<PcTableView *>(u"callsTable"_s);
        QVERIFY(table->isVisible());
        const double first = card->chart()->data().lines[0].values[0];
        QCOMPARE(table->model()->index(0, 1).data(models::ValueRole).toDouble(), first);
        QTemporaryDir dir;
        shown.world.files.path = dir.filePath(u"calls.csv"_s);
        card->findChild<QToolButton *>(u"callsCsv"_s)->click();
        QFile file(shown.world.files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), card->chart()->data().buckets() + 1);
        QCOMPARE(lines[1].split(',').value(1).toDouble(), first);
        QVERIFY(shown.world.files.suggestedName.startsWith(u"calls-cardinal-payroll"_s));
    }

    void breakdownAsksInItsOwnWay()
    {
        Shown shown;
        auto *card = shown.tab->findChild<BreakdownCard *>();
        QTRY_VERIFY(card->table()->model()->rowCount() > 0);
        card->findChild<UnderlineTabs *>()->setCurrentId(u"source"_s);
        const auto askedForSources = [&shown] {
            for (const auto &asked : shown.world.service->requests)
                if (asked.query.contains({u"by"_s, u"source"_s}))
                    return true;
            return false;
        };
        QTRY_VERIFY(askedForSources());
    }

    void statesAreShown()
    {
        Shown shown;
        auto *stack = shown.tab->findChild<StateStack *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_COMPARE(stack->state(), ViewState::Content);
        shown.world.service->mood = Mood::Away;
        shown.tab->refresh();
        QTRY_COMPARE(stack->state(), ViewState::Offline);
        shown.world.service->mood = Mood::Well;
        Q_EMIT stack->retryRequested();
        QTRY_COMPARE(stack->state(), ViewState::Content);
    }
};

PC_THEMED_TEST_MAIN(UsageTabTest)
#include "tst_usage_tab.moc"

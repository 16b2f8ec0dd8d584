// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "views/charts/chart_view.h"
#include "views/partner/partner_page.h"
#include "views/seams/partner_places.h"
#include "views/usage/breakdown_card.h"
#include "views/usage/chart_card.h"
#include "views/usage/usage_lines_model.h"
#include "views/usage/usage_tab.h"
#include "views/widgets/chip.h"
#include "views/widgets/fact_tiles.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/widgets/underline_tabs.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
namespace test = pc::test;
using pc::test::PagesFixture;
using Mood = pc::test::SampleService::Mood;

namespace {

template <typename T>
client::TransportResult answerOf(const T &value)
{
    client::HttpResponse response;
    response.status = 200;
    response.headers = {{"content-type", "application/json"}};
    response.body = QJsonDocument(toJson(value)).toJson();
    return response;
}

struct Shown
{
    PagesFixture pages;
    PartnerPage *page;
    UsageTab *tab = nullptr;

    Shown() : page(new PartnerPage(pages.context, pages.parts))
    {
        page->open(places::partnerPage(pages.idOf(u"Cardinal Payroll"_s), u"usage"_s));
        pages.show(page);
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

    /// The bucket in progress ends later: what is said to be shown ends now.
    void theRangeEndsNow()
    {
        Shown shown;
        QTRY_COMPARE(shown.tab->callsCard()->chart()->data().buckets(), 24);
        shown.pages.service->first =
            [](const test::SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (!asked.path.endsWith(u"/usage"_s))
                return std::nullopt;
            UsageSeries series;
            series.from = QDateTime({2025, 11, 20}, {11, 0}, Qt::UTC);
            series.to = series.from.addDays(1);
            series.bucket = Bucket::Hour;
            series.asOf = QDateTime({2025, 11, 21}, {10, 24}, Qt::UTC);
            series.lines = {{u"served"_s, u"served"_s, QList<qint64>(24, 5), 120}};
            return answerOf(series);
        };
        shown.tab->refresh();
        QTRY_COMPARE(shown.tab->statusText().counts, u"20 Nov 11:00 to 21 Nov 10:24 UTC"_s);
    }

    void chartFollowsTheRange()
    {
        Shown shown;
        QTRY_COMPARE(shown.tab->callsCard()->chart()->data().bucketSeconds, 3600);
        QVERIFY(shown.tab->callsCard()->chart()->data().maximum() > 0);
        shown.tab->setRange(models::UsageModel::Range::Last30Days);
        QTRY_VERIFY(shown.tab->callsCard()->chart()->data().from < shown.pages.clock.now().addDays(-28));
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
        shown.pages.files.path = dir.filePath(u"calls.csv"_s);
        card->findChild<QToolButton *>(u"callsCsv"_s)->click();
        QFile file(shown.pages.files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), card->chart()->data().buckets() + 1);
        QCOMPARE(lines[1].split(',').value(1).toDouble(), first);
        QVERIFY(lines[1].trimmed().endsWith("\"complete\""));
        QVERIFY(lines.last().trimmed().endsWith("\"so far\""));
        QVERIFY(shown.pages.toastText().contains(u"calls.csv"_s)); // and where it is
        QVERIFY(shown.pages.files.suggestedName.startsWith(u"calls-cardinal-payroll"_s));
    }

    void breakdownAsksInItsOwnWay()
    {
        Shown shown;
        auto *card = shown.tab->findChild<BreakdownCard *>();
        QTRY_VERIFY(card->table()->model()->rowCount() > 0);
        card->findChild<UnderlineTabs *>()->setCurrentId(u"source"_s);
        const auto askedForSources = [&shown] {
            for (const auto &asked : shown.pages.service->requests)
                if (asked.query.contains({u"by"_s, u"source"_s}))
                    return true;
            return false;
        };
        QTRY_VERIFY(askedForSources());
    }

    /// A part of the chart whose minutes are not kept: shown by the hour, and said; never "0 of 0 calls".
    void whatIsNotKeptIsSaidAndNeverZero()
    {
        Shown shown;
        ChartView *chart = shown.tab->callsCard()->chart();
        QTRY_COMPARE(chart->data().buckets(), 24);
        auto *kept = shown.tab->findChild<MessageBanner *>(u"usageKept"_s);
        QVERIFY(!kept->isVisible());
        shown.pages.service->first =
            [](const test::SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (!asked.path.endsWith(u"/usage"_s))
                return std::nullopt;
            UsageSeries series;
            series.from = QDateTime({2025, 11, 20}, {12, 0}, Qt::UTC);
            series.to = series.from.addSecs(2 * 3600);
            series.bucket = Bucket::Hour;
            series.widened = Widened::NotKept;
            series.uncounted = 3;
            series.asOf = series.to.addDays(1);
            series.lines = {{u"served"_s, u"served"_s, {400, 100}, 500}};
            return answerOf(series);
        };
        const QDateTime from({2025, 11, 20}, {12, 10}, Qt::UTC);
        shown.tab->setWindow(models::UsageModel::Window{from, from.addSecs(4800)});
        QTRY_COMPARE(chart->data().buckets(), 2);
        QTRY_VERIFY(kept->isVisible());
        QVERIFY(kept->text().contains(u"Minutes of this time are not kept"_s));
        QVERIFY(kept->text().contains(u"3 call"_s));
        const QList<Fact> facts = shown.tab->findChild<FactTiles *>()->facts();
        QCOMPARE(facts.first().value, u"500"_s);
        QVERIFY(facts.first().note.contains(u"500"_s));
        QTRY_VERIFY(
            shown.tab->findChild<Chip *>(u"usageRange"_s)->value().contains(u"12:00"_s)); // what is shown
        shown.pages.service->first = {};
        shown.tab->setRange(models::UsageModel::Range::Last7Days);
        QTRY_VERIFY(!kept->isVisible());
    }

    /// Without a call there is no share of errors: "0.00 %" of nothing is not a figure.
    void noCallsHaveNoShareOfErrors()
    {
        Shown shown;
        QTRY_VERIFY(shown.tab->callsCard()->chart()->data().buckets() > 0);
        shown.pages.service->first =
            [](const test::SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (!asked.path.endsWith(u"/usage"_s))
                return std::nullopt;
            UsageSeries series;
            series.from = QDateTime({2025, 11, 20}, {12, 0}, Qt::UTC);
            series.to = series.from.addSecs(7200);
            series.bucket = Bucket::Hour;
            return answerOf(series);
        };
        shown.tab->refresh();
        const auto errors = [&] { return shown.tab->findChild<FactTiles *>()->facts().last(); };
        QTRY_COMPARE(errors().value, u"—"_s);
        QCOMPARE(errors().note, u"no calls"_s);
    }

    void theQuotaSaysWhatIsKnown_data()
    {
        QTest::addColumn<qint64>("used");
        QTest::addColumn<int>("exhaustedInSeconds"); // from now; 0: no forecast
        QTest::addColumn<QString>("note");
        QTest::addColumn<Severity>("severity");
        QTest::newRow("plenty") << qint64(10) << 0 << u"resets"_s << Severity::Neutral;
        QTest::newRow("at this pace") << qint64(50) << 3600 << u"at this pace"_s << Severity::Warn;
        QTest::newRow("after the reset") << qint64(50) << 200000 << u"resets"_s << Severity::Neutral;
        QTest::newRow("near") << qint64(95) << 0 << u"resets"_s << Severity::Warn;
        QTest::newRow("used up") << qint64(100) << -60 << u"used up, resets"_s << Severity::Bad;
        QTest::newRow("used up, forecast missing")
            << qint64(120) << 0 << u"used up, resets"_s << Severity::Bad;
    }
    void theQuotaSaysWhatIsKnown()
    {
        QFETCH(qint64, used);
        QFETCH(int, exhaustedInSeconds);
        QFETCH(QString, note);
        QFETCH(Severity, severity);
        Shown shown;
        const QDateTime now = shown.pages.clock.now();
        bool fails = false;
        shown.pages.service->first =
            [&](const test::SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (!asked.path.endsWith(u"/quota"_s))
                return std::nullopt;
            if (fails)
                return tl::make_unexpected(client::TransportError{client::TransportFault::TimedOut, {}});
            QuotaState state;
            state.partnerId = u"p"_s;
            state.used = used;
            state.quota = 100;
            state.resetsAt = now.addSecs(36000);
            if (exhaustedInSeconds != 0)
                state.exhaustedAt = now.addSecs(exhaustedInSeconds);
            return answerOf(state);
        };
        shown.tab->refresh();
        const auto quota = [&] { return shown.tab->findChild<FactTiles *>()->facts().at(1); };
        QTRY_VERIFY2(quota().note.contains(note), qPrintable(quota().note));
        QCOMPARE(quota().severity, severity);
        // A failed question leaves the last answer with its time, not as a figure of now.
        fails = true;
        shown.pages.clock.advance(std::chrono::minutes(5));
        shown.tab->refresh();
        QTRY_VERIFY2(quota().note.contains(u"as of"_s), qPrintable(quota().note));
    }

    void statesAreShown()
    {
        Shown shown;
        auto *stack = shown.tab->findChild<StateStack *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_COMPARE(stack->state(), ViewState::Content);
        shown.pages.service->mood = Mood::Away;
        shown.tab->refresh();
        QTRY_COMPARE(stack->state(), ViewState::Offline);
        shown.pages.service->mood = Mood::Well;
        Q_EMIT stack->retryRequested();
        QTRY_COMPARE(stack->state(), ViewState::Content);
    }
};

PC_THEMED_TEST_MAIN(UsageTabTest)
#include "tst_usage_tab.moc"

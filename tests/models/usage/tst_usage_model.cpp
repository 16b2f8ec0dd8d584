// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/usage_model.h"
#include "tests/models/model_fixture.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Range = UsageModel::Range;

namespace {

const QString usagePath = u"/partners/p/usage"_s;
const QString quotaPath = u"/partners/p/quota"_s;

UsageSeries seriesOf(const QList<UsageLine> &lines)
{
    UsageSeries series;
    series.from = QDateTime({2026, 3, 1}, {0, 0}, Qt::UTC);
    series.to = series.from.addSecs(7200);
    series.bucket = Bucket::Hour;
    series.lines = lines;
    series.latencyP95Ms = 12;
    return series;
}

} // namespace

/// What usage is asked for by range, width and part, and what is counted from the answer.
class TestUsageModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>(); // 2026-03-02 10:00
        m_series = seriesOf({{u"served"_s, u"served"_s, {0, 7}, 7}});
        m_fixture->transport
            .on("GET", usagePath,
                [this](const SentRequest &) {
                    return ScriptedTransport::response(200, QJsonDocument(toJson(m_series)).toJson());
                })
            .always();
        QuotaState quota;
        quota.partnerId = u"p"_s;
        quota.used = 5;
        quota.resetsAt = m_fixture->clock.now();
        m_fixture->transport.reply("GET", quotaPath, toJson(quota));
        m_model = std::make_unique<UsageModel>(m_fixture->usage, m_fixture->feed);
        m_model->setPartnerId(u"p"_s);
        ModelFixture::spin();
        QCOMPARE(m_model->state(), LoadState::Ready);
        m_quota = quota;
    }
    void cleanup() { QCOMPARE(m_fixture->transport.unscripted(), 0); }

    void aRangeAsksForWholeBuckets_data()
    {
        QTest::addColumn<Range>("range");
        QTest::addColumn<Bucket>("width"); // as chosen
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("bucket");
        const auto row = [](const char *name, Range range, Bucket width, const QString &from,
                            const QString &to, const QString &bucket) {
            QTest::newRow(name) << range << width << QString(from + u":00.000Z") << QString(to + u":00.000Z")
                                << bucket;
        };
        const QString hour = u"2026-03-02T11:00"_s;
        const QString midnight = u"2026-03-03T00:00"_s;
        row("hour", Range::LastHour, Bucket::Unknown, u"2026-03-02T09:01"_s, u"2026-03-02T10:01"_s,
            u"minute"_s);
        row("week", Range::Last7Days, Bucket::Unknown, u"2026-02-23T11:00"_s, hour, u"hour"_s);
        row("week by day", Range::Last7Days, Bucket::Day, u"2026-02-24T00:00"_s, midnight, u"day"_s);
        row("month", Range::Last30Days, Bucket::Unknown, u"2026-02-01T00:00"_s, midnight, u"day"_s);
        row("month by minute does not fit", Range::Last30Days, Bucket::Minute, u"2026-02-01T00:00"_s,
            midnight, u"day"_s);
        row("quarter", Range::Last90Days, Bucket::Unknown, u"2025-12-03T00:00"_s, midnight, u"day"_s);
    }
    void aRangeAsksForWholeBuckets()
    {
        QFETCH(const Range, range);
        QFETCH(const Bucket, width);
        scriptQuota(width == Bucket::Unknown ? 1 : 2);
        m_model->setRange(range);
        m_model->setBucket(width);
        ModelFixture::spin();
        const SentRequest sent = m_fixture->transport.sentTo("GET", usagePath).last();
        QTEST(sent.queryValue(u"from"_s), "from");
        QTEST(sent.queryValue(u"to"_s), "to");
        QTEST(sent.queryValue(u"bucket"_s), "bucket");
        QCOMPARE(m_model->range(), range);
        QCOMPARE(m_model->bucket(), width);
    }

    void widthsFitFromTwoToSixHundredPoints_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QList<Bucket>>("fitting");
        QTest::newRow("one minute") << qint64(60) << QList<Bucket>{};
        QTest::newRow("two minutes") << qint64(120) << QList<Bucket>{Bucket::Minute};
        QTest::newRow("600 minutes") << qint64(600 * 60) << QList<Bucket>{Bucket::Minute, Bucket::Hour};
        QTest::newRow("601 minutes") << qint64(601 * 60) << QList<Bucket>{Bucket::Hour};
        QTest::newRow("two days") << qint64(2 * 86400) << QList<Bucket>{Bucket::Hour, Bucket::Day};
        QTest::newRow("600 days") << qint64(600 * 86400) << QList<Bucket>{Bucket::Day};
        QTest::newRow("601 days") << qint64(601 * 86400) << QList<Bucket>{};
    }
    void widthsFitFromTwoToSixHundredPoints()
    {
        QFETCH(const qint64, seconds);
        QTEST(UsageModel::bucketsFor(seconds), "fitting");
    }

    void aPartStandsStill()
    {
        const QDateTime from({2026, 3, 1}, {6, 0}, Qt::UTC);
        scriptQuota(3);
        m_model->setWindow(UsageModel::Window{from, from.addSecs(3 * 3600)});
        ModelFixture::spin();
        QCOMPARE(m_model->spanSeconds(), 3 * 3600);
        m_fixture->clock.advance(3h);
        m_model->refresh();
        ModelFixture::spin();
        const SentRequest sent = m_fixture->transport.sentTo("GET", usagePath).last();
        QCOMPARE(sent.queryValue(u"from"_s), u"2026-03-01T06:00:00.000Z"_s);
        QCOMPARE(sent.queryValue(u"to"_s), u"2026-03-01T09:00:00.000Z"_s);
        QCOMPARE(sent.queryValue(u"bucket"_s), u"minute"_s);
        m_model->setWindow({});
        QCOMPARE(m_model->spanSeconds(), 86400);
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sentTo("GET", usagePath).size(), 4);
    }

    /// The same choice again asks nothing.
    void nothingNewAsksNothing()
    {
        m_model->setPartnerId(u"p"_s);
        m_model->setRange(m_model->range());
        m_model->setBucket(m_model->bucket());
        m_model->setWindow(m_model->window());
        m_model->setBreakdown(m_model->breakdown());
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sentTo("GET", usagePath).size(), 1);
    }

    /// What is shown answers another range than the one asked for: it stays for a moment, and no longer.
    void whatStoodThereStaysForAMoment()
    {
        scriptQuota();
        m_model->setRange(Range::Last30Days);
        QCOMPARE(m_model->state(), LoadState::Loading);
        QVERIFY(m_model->hasValue());
        m_fixture->clock.advance(299ms);
        QVERIFY(m_model->hasValue());
        QSignalSpy values(m_model.get(), &UsageModel::changed);
        m_fixture->clock.advance(1ms);
        QVERIFY(!m_model->hasValue());
        QVERIFY(!m_model->loadedAt().isValid());
        QCOMPARE(values.count(), 1);
        ModelFixture::spin();
        QVERIFY(m_model->hasValue());
        m_fixture->clock.advance(1s); // nothing goes that was answered
        QVERIFY(m_model->hasValue());
    }

    /// Of several choices in a row the first one counts the moment, and each row of choices has one of its
    /// own.
    void everyWaitHasItsOwnMoment()
    {
        scriptQuota(9);
        m_model->setRange(Range::Last30Days);
        m_fixture->clock.advance(200ms);
        m_model->setRange(Range::Last7Days); // does not prolong it
        m_fixture->clock.advance(99ms);
        QVERIFY(m_model->hasValue());
        m_fixture->clock.advance(1ms);
        QVERIFY(!m_model->hasValue());
        ModelFixture::spin();
        QVERIFY(m_model->hasValue());
        m_model->setRange(Range::Last30Days); // and once more
        m_fixture->clock.advance(200ms);
        ModelFixture::spin(); // answered in time
        QCOMPARE(m_model->state(), LoadState::Ready);
        m_model->setRange(Range::Last7Days);
        m_fixture->clock.advance(299ms);
        QVERIFY(m_model->hasValue());
        m_fixture->clock.advance(1ms);
        QVERIFY(!m_model->hasValue());
        ModelFixture::spin();
    }

    /// Another partner meanwhile: its numbers have a moment of their own.
    void anotherPartnerHasItsOwnMoment()
    {
        scriptQuota(9);
        m_model->setRange(Range::Last30Days);
        m_fixture->clock.advance(100ms);
        m_fixture->transport.reply("GET", u"/partners/q/usage"_s, toJson(m_series)).always();
        m_fixture->transport.reply("GET", u"/partners/q/quota"_s, toJson(m_quota)).always();
        m_model->setPartnerId(u"q"_s);
        ModelFixture::spin();
        QVERIFY(m_model->hasValue());
        m_fixture->clock.advance(100ms);
        m_model->setRange(Range::Last7Days);
        m_fixture->clock.advance(299ms);
        QVERIFY(m_model->hasValue());
        m_fixture->clock.advance(1ms);
        QVERIFY(!m_model->hasValue());
        ModelFixture::spin();
    }

    /// What answered another range is gone when the answer fails, and that is said once.
    void aFailedAnswerTakesWhatStoodThere()
    {
        scriptQuota(9);
        m_fixture->transport.reply("GET", u"/partners/q/usage"_s, toJson(m_series));
        for (int i = 0; i < 2; ++i)
            m_fixture->transport.problem("GET", u"/partners/q/usage"_s, 500, u"internal"_s);
        m_fixture->transport.reply("GET", u"/partners/q/quota"_s, toJson(m_quota)).always();
        m_model->setPartnerId(u"q"_s);
        ModelFixture::spin();
        m_model->setRange(Range::Last30Days);
        ModelFixture::spin();
        QVERIFY(!m_model->hasValue());
        QCOMPARE(m_model->state(), LoadState::Error);
        QSignalSpy values(m_model.get(), &UsageModel::changed);
        m_model->refresh();
        ModelFixture::spin();
        QCOMPARE(values.count(), 1); // of the quota
    }

    void widthsInSeconds()
    {
        QCOMPARE(bucketSeconds(Bucket::Minute), 60);
        QCOMPARE(bucketSeconds(Bucket::Hour), 3600);
        QCOMPARE(bucketSeconds(Bucket::Day), 86400);
        QCOMPARE(bucketSeconds(Bucket::Unknown), 0);
    }

    void linesOfAnotherBreakdownGoAtOnce()
    {
        scriptQuota();
        m_model->setBreakdown(Breakdown::Route);
        QVERIFY(!m_model->series());
        QCOMPARE(m_model->state(), LoadState::Loading);
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sentTo("GET", usagePath).last().queryValue(u"by"_s), u"route"_s);
        QCOMPARE(m_model->figures(), (UsageFigures{7, 0, 0, 0, 0.0, 12})); // what it cannot know
    }

    void theQuotaSaysSinceWhenItIs()
    {
        const QDateTime first = m_model->quotaAt();
        QCOMPARE(first, m_fixture->clock.now());
        m_fixture->clock.advance(60s);
        m_fixture->transport.problem("GET", quotaPath, 500, u"internal"_s);
        m_model->refresh();
        ModelFixture::spin();
        QCOMPARE(m_model->quotaAt(), first);
        QCOMPARE(m_model->quota()->used, 5); // kept, and said to be old
        QVERIFY(m_model->quotaError());
        m_fixture->transport.problem("GET", quotaPath, 403, u"forbidden"_s);
        m_model->refresh();
        ModelFixture::spin();
        QVERIFY(!m_model->quota());
        m_fixture->transport.reply("GET", u"/partners/q/usage"_s, toJson(m_series));
        m_fixture->transport.reply("GET", u"/partners/q/quota"_s, toJson(m_quota));
        m_model->setPartnerId(u"q"_s);
        QVERIFY(!m_model->quotaError());
        ModelFixture::spin();
        QVERIFY(m_model->quota());
        m_fixture->transport.reply("GET", u"/partners/r/usage"_s, toJson(m_series));
        m_fixture->transport.reply("GET", u"/partners/r/quota"_s, toJson(m_quota));
        m_model->setPartnerId(u"r"_s);
        QVERIFY(!m_model->quota()); // of another partner
        ModelFixture::spin();
    }

    void everyOutcomeIsCountedOnce()
    {
        m_series = seriesOf({{u"served"_s, {}, {1, 0}, 1},
                             {u"throttled"_s, {}, {2, 0}, 2},
                             {u"refused"_s, {}, {4, 0}, 4},
                             {u"client_error"_s, {}, {8, 0}, 8},
                             {u"server_error"_s, {}, {16, 0}, 16},
                             {u"teleported"_s, {}, {32, 0}, 32}});
        scriptQuota();
        m_model->refresh();
        ModelFixture::spin();
        QCOMPARE(m_model->figures(), (UsageFigures{63, 1, 28, 2, 28.0 / 63, 12}));
        m_series = seriesOf({{u"refused"_s, {}, {1, 0}, 1}});
        scriptQuota();
        m_model->refresh();
        ModelFixture::spin();
        QCOMPARE(m_model->figures(), (UsageFigures{1, 0, 1, 0, 1.0, 12}));
        m_series = seriesOf({});
        scriptQuota();
        m_model->refresh();
        ModelFixture::spin();
        QCOMPARE(m_model->figures(), (UsageFigures{0, 0, 0, 0, {}, 12}));
        QCOMPARE(UsageModel(m_fixture->usage, m_fixture->feed).figures(), UsageFigures());
    }

private:
    void scriptQuota(int times = 1)
    {
        for (int i = 0; i < times; ++i)
            m_fixture->transport.reply("GET", quotaPath, toJson(m_quota));
    }

    UsageSeries m_series;
    QuotaState m_quota;
    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<UsageModel> m_model;
};

QTEST_GUILESS_MAIN(TestUsageModel)
#include "tst_usage_model.moc"

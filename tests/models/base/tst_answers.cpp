// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_list_model.h"
#include "models/credentials/credential_list_model.h"
#include "models/partners/partner_list_model.h"
#include "models/usage/usage_model.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::TransportFault;

namespace {

/// One paged list, with two questions to ask it.
struct Subject
{
    QString path;
    QJsonObject rows;
    std::unique_ptr<PagedModel> model;
    std::function<void(int question)> ask;
};

} // namespace

/// What every list and every range has in common: what is shown answers the question that stands, or is not
/// shown.
class TestAnswers final : public QObject
{
    Q_OBJECT

private:
    Subject subject(const QString &name)
    {
        Subject made;
        if (name == u"partners") {
            auto *model = new PartnerListModel(m_fixture->partners, m_fixture->feed);
            made = {u"/partners"_s, pageOf(QList<Partner>{samplePartner(1), samplePartner(2)}, {}, 2),
                    std::unique_ptr<PagedModel>(model), [model](int question) {
                        PartnerQuery query;
                        query.text = QString::number(question);
                        model->setQuery(query);
                    }};
        } else if (name == u"partners, sorted") {
            auto *model = new PartnerListModel(m_fixture->partners, m_fixture->feed);
            made = {u"/partners"_s, pageOf(QList<Partner>{samplePartner(1), samplePartner(2)}, {}, 2),
                    std::unique_ptr<PagedModel>(model), [model](int question) {
                        if (question == 1)
                            model->setQuery({});
                        else
                            model->sort(PartnerListModel::StageColumn, Qt::DescendingOrder);
                    }};
        } else if (name == u"credentials") {
            auto *model = new CredentialListModel(m_fixture->credentials, m_fixture->feed);
            made = {u"/credentials"_s,
                    pageOf(QList<Credential>{sampleCredential(1), sampleCredential(2)}, {}, 2),
                    std::unique_ptr<PagedModel>(model), [model](int question) {
                        CredentialQuery query;
                        query.partnerId = u"p"_s;
                        query.sort = QString::number(question);
                        model->setQuery(query);
                    }};
        } else {
            auto *model = new AuditListModel(m_fixture->audit, m_fixture->feed);
            made = {u"/audit/events"_s, pageOf(QList<AuditEvent>{sampleEvent(2), sampleEvent(1)}, {}, 2),
                    std::unique_ptr<PagedModel>(model), [model](int question) {
                        AuditQuery query;
                        query.text = QString::number(question);
                        model->setQuery(query);
                    }};
        }
        return made;
    }
    static void lists()
    {
        QTest::addColumn<QString>("list");
        for (const char *list : {"partners", "partners, sorted", "credentials", "audit"})
            QTest::newRow(list) << QString::fromLatin1(list);
    }
    /// The first question is answered with two rows.
    Subject answered()
    {
        const QString list = *static_cast<QString *>(QTest::qData("list", QMetaType::QString));
        Subject made = subject(list);
        m_fixture->transport.reply("GET", made.path, made.rows);
        made.ask(1);
        if (!QTest::qWaitFor([&] { return made.model->state() == LoadState::Ready; }, 5000))
            qFatal("the first question was not answered");
        return made;
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ModelFixture>(); }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void rowsOfAnotherQuestionGoWithItsFailure_data() { lists(); }
    void rowsOfAnotherQuestionGoWithItsFailure()
    {
        const Subject list = answered();
        const QAbstractItemModelTester tester(list.model.get(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(list.model->isAnswer());
        QCOMPARE(list.model->count(), std::optional<qint64>(2));
        m_fixture->transport.problem("GET", list.path, 500, u"internal"_s);
        list.ask(2);
        QVERIFY(!list.model->isAnswer()); // at once: nothing may count or export them
        QVERIFY(!list.model->count());
        QTRY_COMPARE(list.model->state(), LoadState::Error);
        QCOMPARE(list.model->rowCount(), 0);
        QVERIFY(!list.model->isAnswer());
        QVERIFY(!list.model->loadedAt().isValid());
        QVERIFY(!list.model->hasMore());
    }

    void whateverTheFailure_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<LoadState>("state");
        QTest::newRow("unreachable") << int(TransportFault::Unreachable) << LoadState::Offline;
        QTest::newRow("lost") << int(TransportFault::Lost) << LoadState::Offline;
        QTest::newRow("timed out") << int(TransportFault::TimedOut) << LoadState::Offline;
        QTest::newRow("untrusted") << int(TransportFault::Tls) << LoadState::Offline;
        QTest::newRow("too large") << int(TransportFault::TooLarge) << LoadState::Error;
    }
    void whateverTheFailure()
    {
        QFETCH(int, fault);
        QFETCH(LoadState, state);
        Subject list = subject(u"partners"_s);
        m_fixture->transport.reply("GET", list.path, list.rows);
        list.ask(1);
        QTRY_COMPARE(list.model->rowCount(), 2);
        m_fixture->transport.fault("GET", list.path, TransportFault(fault));
        list.ask(2);
        QTRY_COMPARE(list.model->state(), state);
        QCOMPARE(list.model->rowCount(), 0);
        m_fixture->transport.reply("GET", list.path, list.rows);
        list.model->retry();
        QTRY_COMPARE(list.model->state(), LoadState::Ready);
        QCOMPARE(list.model->rowCount(), 2);
    }

    /// An answer that takes its time: the rows of the question before do not wait for it.
    void rowsOfAnotherQuestionGoInAMoment_data() { lists(); }
    void rowsOfAnotherQuestionGoInAMoment()
    {
        const Subject list = answered();
        m_fixture->transport.reply("GET", list.path, list.rows).hold();
        list.ask(2);
        QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        QCOMPARE(list.model->state(), LoadState::Loading);
        QCOMPARE(list.model->rowCount(), 2); // a quick answer must not flicker
        m_fixture->clock.advance(300ms);
        QCOMPARE(list.model->rowCount(), 0);
        QCOMPARE(list.model->state(), LoadState::Loading);
        m_fixture->transport.release();
        QTRY_COMPARE(list.model->rowCount(), 2);
    }

    void aQuickAnswerTakesTheirPlace_data() { lists(); }
    void aQuickAnswerTakesTheirPlace()
    {
        const Subject list = answered();
        m_fixture->transport.reply("GET", list.path, list.rows);
        list.ask(2);
        QTRY_COMPARE(list.model->state(), LoadState::Ready);
        m_fixture->clock.advance(1s);
        QCOMPARE(list.model->rowCount(), 2); // the moment is over, and they are the answer now
    }

    /// An empty answer to one question is none to another.
    void nothingFoundIsNoAnswerToAnotherQuestion()
    {
        Subject list = subject(u"partners"_s);
        m_fixture->transport.reply("GET", list.path, pageOf(QList<Partner>{}, {}, 0));
        list.ask(1);
        QTRY_COMPARE(list.model->state(), LoadState::Ready);
        m_fixture->transport.reply("GET", list.path, list.rows).hold();
        list.ask(2);
        QCOMPARE(list.model->state(), LoadState::Loading);
        QVERIFY(!list.model->isAnswer());
        m_fixture->transport.release();
        QTRY_COMPARE(list.model->rowCount(), 2);
    }

    /// The same question again keeps its rows, selection and place; when it fails they are old, and say so.
    void theSameQuestionKeepsItsRows_data() { lists(); }
    void theSameQuestionKeepsItsRows()
    {
        const Subject list = answered();
        const QDateTime first = list.model->loadedAt();
        for (int i = 0; i < 2; ++i)
            m_fixture->transport.problem("GET", list.path, 500,
                                         u"internal"_s); // the audit trail asks once more
        list.model->refresh();
        QTRY_COMPARE(list.model->state(), LoadState::Stale);
        QCOMPARE(list.model->rowCount(), 2);
        QVERIFY(list.model->isAnswer());
        QCOMPARE(list.model->loadedAt(), first);
        if (!m_fixture->transport.isUsedUp()) { // those that asked once
            list.model->refresh();
            QTRY_VERIFY(m_fixture->transport.isUsedUp());
        }
    }

    /// Freshness is that of the last answer, not of the first.
    void freshnessIsThatOfTheLastAnswer_data() { lists(); }
    void freshnessIsThatOfTheLastAnswer()
    {
        const Subject list = answered();
        for (int i = 0; i < 3; ++i) {
            m_fixture->clock.advance(1min);
            m_fixture->transport.reply("GET", list.path, list.rows);
            list.model->refresh();
            QTRY_COMPARE(list.model->loadedAt(), m_fixture->clock.now());
        }
    }

    /// Retry does not stand in line behind a request that hangs.
    void retryAsksAnewWhileARequestHangs_data() { lists(); }
    void retryAsksAnewWhileARequestHangs()
    {
        const Subject list = answered();
        m_fixture->transport.reply("GET", list.path, list.rows).hold();
        list.ask(2);
        QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        m_fixture->transport.reply("GET", list.path, list.rows);
        list.model->retry();
        QTRY_COMPARE(list.model->state(), LoadState::Ready);
        QCOMPARE(m_fixture->transport.aborted(), 1);
    }

    /// Range, width and window of a chart are questions too; every figure, the table and the export stand on
    /// one series.
    void aSeriesOfAnotherRangeGoesWithItsFailure_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("range") << 0;
        QTest::newRow("width") << 1;
        QTest::newRow("window") << 2;
        QTest::newRow("breakdown") << 3;
    }
    void aSeriesOfAnotherRangeGoesWithItsFailure()
    {
        QFETCH(int, what);
        UsageModel model(m_fixture->usage, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/partners/p/quota"_s, toJson(quota())).always();
        m_fixture->transport.reply("GET", usagePath, toJson(series()));
        model.setPartnerId(u"p"_s);
        QTRY_COMPARE(model.state(), LoadState::Ready);
        QTRY_VERIFY(model.quota());
        const QDateTime first = model.loadedAt();
        m_fixture->clock.advance(1min);
        m_fixture->transport.reply("GET", usagePath, toJson(series()));
        model.refresh();
        QTRY_VERIFY(model.loadedAt() > first);
        m_fixture->transport.fault("GET", usagePath, TransportFault::TimedOut);
        ask(model, what);
        QCOMPARE(model.state(), LoadState::Loading);
        QTRY_COMPARE(model.state(), LoadState::Offline);
        QVERIFY(!model.series());
        QCOMPARE(model.figures(), UsageFigures{});
        QVERIFY(!model.loadedAt().isValid());
    }

    void aSeriesOfAnotherRangeGoesInAMoment()
    {
        UsageModel model(m_fixture->usage, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/partners/p/quota"_s, toJson(quota())).always();
        m_fixture->transport.reply("GET", usagePath, toJson(series()));
        model.setPartnerId(u"p"_s);
        QTRY_COMPARE(model.state(), LoadState::Ready);
        m_fixture->transport.reply("GET", usagePath, toJson(series())).hold();
        ask(model, 0);
        QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        QVERIFY(model.series());
        m_fixture->clock.advance(300ms);
        QVERIFY(!model.series());
        m_fixture->transport.release();
        QTRY_VERIFY(model.series());
        m_fixture->clock.advance(1s);
        QVERIFY(model.series());
    }

private:
    static void ask(UsageModel &model, int what)
    {
        const QDateTime from({2026, 3, 1}, {0, 0}, Qt::UTC);
        if (what == 0)
            model.setRange(UsageModel::Range::Last7Days);
        else if (what == 1)
            model.setBucket(Bucket::Day);
        else if (what == 2)
            model.setWindow(UsageModel::Window{from, from.addSecs(7200)});
        else
            model.setBreakdown(Breakdown::Route);
    }
    QuotaState quota() const
    {
        QuotaState state;
        state.partnerId = u"p"_s;
        state.resetsAt = m_fixture->clock.now();
        return state;
    }
    UsageSeries series() const
    {
        UsageSeries made;
        made.from = m_fixture->clock.now().addSecs(-7200);
        made.to = m_fixture->clock.now();
        made.bucket = Bucket::Hour;
        made.lines = {{u"served"_s, u"served"_s, {3, 4}, 7}};
        return made;
    }

    const QString usagePath = u"/partners/p/usage"_s;
    std::unique_ptr<ModelFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/item_roles.h"
#include "models/observing/observation_list_model.h"
#include "models/observing/observation_report_model.h"
#include "models/observing/observed_tables.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

QString text(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data(Qt::DisplayRole).toString();
}

QString spoken(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data(Qt::AccessibleTextRole).toString();
}

QStringList column(const QAbstractItemModel &model, int which)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(text(model, row, which));
    return texts;
}

} // namespace

/// What is observed and its report: what their cells say, how lines are added up, what makes them ask again.
class TestObservationsShown final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init() { m = std::make_unique<ModelFixture>(); }
    void cleanup() { QVERIFY(m->transport.isUsedUp()); }

    void theListSaysWhatIsInForce()
    {
        ObservationListModel model(m->observations, m->feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QDateTime now = m->clock.now();
        ObservationSummary part = sampleObservation(1);
        part.observation.kind = ObservationKind::Routes;
        part.observation.pathPrefix = u"/v1/orders"_s;
        part.observation.until = now.addDays(6);
        ObservationSummary whole = sampleObservation(2);
        whole.observation.until = now.addDays(60);
        ObservationSummary ended = sampleObservation(3);
        ended.observation.kind = ObservationKind::Partner;
        ended.observation.target = u"prt_1"_s;
        ended.observation.until = now.addDays(9);
        ended.observation.endedAt = now.addDays(-1);
        ended.calls = ended.refused = ended.refusedDay = std::nullopt;
        m->transport.reply("GET", u"/observations"_s,
                           pageOf(QList<ObservationSummary>{part, whole, ended}, {}, 3));
        model.ensureLoaded();
        model.ensureLoaded(); // on its way
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(column(model, ObservationListModel::TargetColumn),
                 (QStringList{u"API 1, below /v1/orders"_s, u"API 2"_s, u"API 3"_s}));
        QCOMPARE(column(model, ObservationListModel::DayColumn),
                 (QStringList{u"318"_s, u"318"_s, QString()}));
        QVERIFY(model.index(0, 0).data(ObservationListModel::SoonRole).toBool());
        QVERIFY(!model.index(1, 0).data(ObservationListModel::SoonRole).toBool());
        QVERIFY(model.index(2, 0).data(ObservationListModel::OverRole).toBool());
        QCOMPARE(model.inForce().size(), 2);
        QCOMPARE(model.over(ObservationKind::Api, u"api_1"_s)->observation.id, u"obs_1"_s); // a part of it
        QVERIFY(!model.over(ObservationKind::Partner, u"prt_1"_s));                         // was
        QVERIFY(!model.over(ObservationKind::Gateway, u"api_2"_s));
        QVERIFY2(spoken(model, 0, 0).contains(u"observed until"_s), qPrintable(spoken(model, 0, 0)));
        QVERIFY2(spoken(model, 2, 0).contains(u"enforced since"_s), qPrintable(spoken(model, 2, 0)));
        m->tell(ChangeKind::Partner, u"prt_1"_s);
        QCOMPARE(m->transport.sentTo("GET", u"/observations"_s).size(), 1);
        m->transport.reply("GET", u"/observations"_s, pageOf(QList<ObservationSummary>{whole}));
        m->tell(ChangeKind::Catalogue, u"obs_1"_s);
        QTRY_COMPARE(model.rowCount(), 1);
    }

    /// The clock ends it, whether somebody says so or not.
    void theClockEndsIt()
    {
        const Observation observation = sampleObservation().observation;
        const QDateTime end = observation.until;
        QVERIFY(!ObservationListModel::isOver(observation, end.addSecs(-1)));
        QVERIFY(ObservationListModel::isOver(observation, end));
        QVERIFY(ObservationListModel::isSoonOver(observation, end.addDays(-7)));
        QVERIFY(!ObservationListModel::isSoonOver(observation, end.addDays(-7).addSecs(-1)));
        QVERIFY(!ObservationListModel::isSoonOver(observation, end));
    }

    void theReportIsAskedForItsTime()
    {
        ObservationReportModel model(m->observations, m->feed);
        const QString path = u"/observations/obs_1/report"_s;
        m->transport.reply("GET", path, toJson(sampleReport()));
        model.setObservation(u"obs_1"_s);
        QTRY_VERIFY(model.report());
        QVERIFY(m->transport.last().query.isEmpty());
        m->transport.reply("GET", path, toJson(sampleReport()));
        model.setRange(ObservationReportModel::Range::Day);
        QTRY_COMPARE(m->transport.sentTo("GET", path).size(), 2);
        QCOMPARE(m->transport.last().query.size(), 1);
        QTRY_COMPARE(model.state(), LoadState::Ready);
        for (const ChangeKind kind : {ChangeKind::Grant, ChangeKind::Networks, ChangeKind::Catalogue}) {
            m->transport.reply("GET", path, toJson(sampleReport()));
            m->tell(kind); // calls would be judged by it
        }
        QTRY_COMPARE(m->transport.sentTo("GET", path).size(), 5);
        m->tell(ChangeKind::Audit);
        QCOMPARE(m->transport.sentTo("GET", path).size(), 5);
    }

    void linesAreAddedUp()
    {
        const QList<ObservedLine> lines = sampleReport().lines;
        const QList<ObservedGroup> reasons = groupsOf(lines, ObservedBy::Reason);
        QCOMPARE(reasons.size(), 3);
        QCOMPARE(reasons[0].calls, 200);
        QCOMPARE(reasons[0].partners, 0);
        QVERIFY(reasons[0].fromStrangers);
        QCOMPARE(reasons[1].calls, 170);
        QCOMPARE(reasons[1].passing, 50);
        QCOMPARE(reasons[1].partners, 2);
        QCOMPARE(reasons[1].routes, 1);
        const QList<ObservedGroup> partners = groupsOf(lines, ObservedBy::Partner);
        QCOMPARE(partners.size(), 3);
        QCOMPARE(partners[1].partnerName, u"Acme"_s);
        QCOMPARE(partners[1].calls, 150);
        QCOMPARE(partners[1].routes, 2);
        QCOMPARE(groupsOf(lines, ObservedBy::Route)[0].what, u"GET /v1/orders"_s);
        for (const ObservedBy by : {ObservedBy::Reason, ObservedBy::Partner, ObservedBy::Route}) {
            qint64 calls = 0;
            for (const ObservedGroup &group : groupsOf(lines, by)) {
                QCOMPARE(callsOf(linesOf(lines, by, group.key)), group.calls);
                calls += group.calls;
            }
            QCOMPARE(calls, callsOf(lines)); // nothing twice, nothing lost
        }
        QCOMPARE(callsOf(stillRefused(lines)), 350);
    }

    void eachReasonIsMendedSomewhere_data()
    {
        QTest::addColumn<DecisionReason>("reason");
        QTest::addColumn<bool>("known");
        QTest::addColumn<Mend>("mend");
        QTest::newRow("scope") << DecisionReason::MissingScope << true << Mend::Scopes;
        QTest::newRow("limit") << DecisionReason::RateLimited << true << Mend::Limits;
        QTest::newRow("quota") << DecisionReason::QuotaExceeded << true << Mend::Limits;
        QTest::newRow("stage") << DecisionReason::StageNotAllowed << true << Mend::Stage;
        QTest::newRow("network") << DecisionReason::NetworkNotAllowed << true << Mend::Networks;
        QTest::newRow("expired") << DecisionReason::CredentialExpired << true << Mend::Credentials;
        QTest::newRow("route") << DecisionReason::UnknownRoute << true << Mend::Catalogue;
        QTest::newRow("foreign key") << DecisionReason::UnknownCredential << false << Mend::Keys;
        QTest::newRow("no key") << DecisionReason::MissingCredential << false << Mend::Keys;
        QTest::newRow("the caller's own") << DecisionReason::BadRequest << true << Mend::None;
    }

    void eachReasonIsMendedSomewhere()
    {
        QFETCH(DecisionReason, reason);
        QFETCH(bool, known);
        QFETCH(Mend, mend);
        ObservedLine line;
        line.reason = reason;
        if (known)
            line.partnerId = u"prt_1"_s;
        QCOMPARE(mendOf(line), mend);
    }

    void tablesSayWhatTheyCount()
    {
        using Tester = QAbstractItemModelTester;
        ObservedGroupTable groups;
        ObservedLineTable lines;
        StrangerTable strangers;
        const Tester first(&groups, Tester::FailureReportingMode::QtTest);
        const Tester second(&lines, Tester::FailureReportingMode::QtTest);
        const Tester third(&strangers, Tester::FailureReportingMode::QtTest);
        const ObservationReport report = sampleReport();
        groups.setGroups(groupsOf(report.lines, ObservedBy::Reason), ObservedBy::Reason, report.refused);
        lines.setLines(report.lines);
        strangers.setStrangers(report.strangers);
        QCOMPARE(column(groups, ObservedGroupTable::NameColumn),
                 (QStringList{u"Unknown credential"_s, u"Scope missing"_s, u"Unknown route"_s}));
        QCOMPARE(column(groups, ObservedGroupTable::ShareColumn),
                 (QStringList{u"50%"_s, u"43%"_s, u"7.5%"_s}));
        QCOMPARE(text(groups, 0, ObservedGroupTable::SpreadColumn), u"unknown callers, 1 route(s)"_s);
        QCOMPARE(text(groups, 1, ObservedGroupTable::PassingColumn), u"50"_s);
        groups.setGroups(groupsOf(report.lines, ObservedBy::Partner), ObservedBy::Partner, report.refused);
        QCOMPARE(text(groups, 0, ObservedGroupTable::NameColumn), u"Unknown callers"_s);
        QCOMPARE(groups.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Partner"_s);
        QCOMPARE(lines.rowCount(), 4);
        QCOMPARE(text(lines, 2, ObservedLineTable::TodayColumn), u"Would pass"_s);
        QCOMPARE(text(lines, 0, ObservedLineTable::PartnerColumn), u"Unknown caller"_s);
        QVERIFY(spoken(lines, 1, 0).contains(u"120 call(s)"_s));
        QCOMPARE(text(strangers, 0, StrangerTable::ShownColumn), u"a41f0c9be2d7"_s);
        QCOMPARE(text(strangers, 1, StrangerTable::ShownColumn), u"No key shown"_s);
        QCOMPARE(text(strangers, 1, StrangerTable::UserAgentColumn), u"None"_s);
        lines.setLines({});
        strangers.setStrangers({});
        groups.setGroups({}, ObservedBy::Route, 0);
        QCOMPARE(groups.rowCount(), 0);
    }

private:
    std::unique_ptr<ModelFixture> m;
};

QTEST_GUILESS_MAIN(TestObservationsShown)
#include "tst_observations_shown.moc"

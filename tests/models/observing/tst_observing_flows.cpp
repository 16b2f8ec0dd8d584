// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observing/observation_flows.h"
#include "tests/models/model_fixture.h"

#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// What is done with observations, and how it can end.
class TestObservingFlows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ModelFixture>(); }
    void cleanup() { QVERIFY(m->transport.isUsedUp()); }

    void oneIsBegun()
    {
        BeginObservationFlow flow(m->observations);
        ObservationDraft draft = sameAgain(sampleObservation().observation);
        draft.target.clear();
        flow.setDraft(draft);
        flow.setReason(u"They move over"_s);
        flow.submit(); // the platform would refuse it
        QTRY_COMPARE(flow.state(), FlowState::Failed);
        QVERIFY(m->transport.sent().isEmpty());
        flow.setDraft(sameAgain(sampleObservation().observation));
        flow.setTicket(u"OPS-600"_s);
        m->transport.reply("POST", u"/observations"_s, toJson(sampleObservation().observation), 201);
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QCOMPARE(flow.result()->id, u"obs_1"_s);
        const QJsonObject sent = m->transport.last().json();
        QCOMPARE(sent.value("kind"_L1).toString(), u"api"_s);
        QCOMPARE(sent.value("until"_L1).toString(), u"2025-12-14T08:00:00.000Z"_s);
        QCOMPARE(sent.value("reason"_L1).toString(), u"They move over"_s);
    }

    void itsEndIsMoved()
    {
        ExtendObservationFlow flow(m->observations, sampleObservation());
        flow.setReason(u"Two are late"_s);
        flow.setUntil(QDateTime({2025, 12, 20}, {8, 0}, Qt::UTC));
        m->transport.problem("POST", u"/observations/obs_1/extend"_s, 409, u"observation_over"_s);
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Failed);
        QCOMPARE(flow.error()->code(), ProblemCode::ObservationOver);
        m->transport.reply("POST", u"/observations/obs_1/extend"_s, toJson(sampleObservation().observation));
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QCOMPARE(m->transport.last().json().value("until"_L1).toString(), u"2025-12-20T08:00:00.000Z"_s);
    }

    /// The feed says sooner than a lost answer that it is enforced.
    void enforcingIsFoundOut()
    {
        EnforceFlow flow(m->observations, m->feed, sampleObservation());
        flow.setReason(u"All have moved"_s);
        m->transport.fault("POST", u"/observations/obs_1/end"_s, client::TransportFault::Unreachable)
            .always();
        flow.submit();
        for (int i = 0; i < 10 && flow.state() == FlowState::Working; ++i) {
            m->clock.advance(std::chrono::seconds(30));
            ModelFixture::spin();
        }
        QCOMPARE(flow.state(), FlowState::OutcomeUnknown);
        ObservationSummary ended = sampleObservation();
        ended.observation.endedAt = m->clock.now();
        m->transport.reply("GET", u"/observations"_s, pageOf(QList<ObservationSummary>{ended}));
        m->tell(ChangeKind::Catalogue, u"obs_1"_s);
        QTRY_COMPARE(flow.state(), FlowState::Done);
    }

    /// Back is the same, until the same day.
    void backIsTheSame()
    {
        Observation was = sampleObservation().observation;
        was.kind = ObservationKind::Routes;
        was.pathPrefix = u"/v1/orders"_s;
        was.endedAt = was.begunAt.addDays(3);
        const ObservationDraft draft = sameAgain(was);
        QCOMPARE(draft.kind, was.kind);
        QCOMPARE(draft.target, was.target);
        QCOMPARE(draft.pathPrefix, was.pathPrefix);
        QCOMPARE(draft.until, was.until);
    }

private:
    std::unique_ptr<ModelFixture> m;
};

QTEST_GUILESS_MAIN(TestObservingFlows)
#include "tst_observing_flows.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_histogram_model.h"
#include "models/calls/call_explanation_model.h"
#include "models/calls/call_facet_model.h"
#include "models/calls/call_histogram_model.h"
#include "models/calls/refusals_model.h"
#include "tests/models/model_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is known around a list of calls or events: its shape in time, its values, and why one ended so.
class TestCallObjects final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ModelFixture>(); }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void aHistogramIsOfItsFilter()
    {
        CallHistogramModel model(m_fixture->calls, m_fixture->feed);
        QSignalSpy changes(&model, &ObjectModel::changed);
        model.setBuckets(120); // nothing is asked yet
        scriptHistogram({1, 2});
        CallFilter filter;
        filter.set(CallField::Outcome, {u"refused"_s});
        model.setFilter(filter);
        QTRY_COMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.histogram()->matching, (QList<qint64>{1, 2}));
        QCOMPARE(last().queryValue(u"outcome"_s), u"refused"_s);
        QCOMPARE(last().queryValue(u"buckets"_s), u"120"_s);
        QCOMPARE(changes.count(), 1);
        model.setFilter(filter); // the same
        scriptHistogram({1, 2});
        model.refresh();
        ModelFixture::spin();
        QCOMPARE(changes.count(), 1);
        scriptHistogram({3});
        model.setBuckets(1000);
        ModelFixture::spin();
        QCOMPARE(last().queryValue(u"buckets"_s), u"300"_s);
        QCOMPARE(model.histogram()->matching, (QList<qint64>{3}));
    }

    /// What another filter got is drawn on for a while, and never stands as the answer.
    void theOldOneIsDrawnMeanwhile()
    {
        CallHistogramModel model(m_fixture->calls, m_fixture->feed);
        scriptHistogram({1});
        model.setFilter({});
        ModelFixture::spin();
        CallFilter filter;
        filter.from = m_fixture->clock.now();
        m_fixture->transport.reply("GET", u"/call-histogram"_s, toJson(histogram({2}))).hold();
        model.setFilter(filter);
        QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        QVERIFY(!model.isAnswer());
        m_fixture->clock.advance(HistogramModel::longestSuperseded - 1ms);
        QCOMPARE(model.histogram()->matching, (QList<qint64>{1}));
        m_fixture->clock.advance(1ms);
        QVERIFY(!model.histogram());
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(model.histogram()->matching, (QList<qint64>{2}));
        m_fixture->transport.problem("GET", u"/call-histogram"_s, 500, u"internal"_s);
        model.setFilter({});
        ModelFixture::spin();
        QVERIFY(!model.histogram()); // it answers nothing that is asked
        QCOMPARE(model.state(), LoadState::Error);
    }

    /// Many changes are one request; a range that is over asks for none.
    void itFollowsTheFeedAtItsPace()
    {
        CallHistogramModel model(m_fixture->calls, m_fixture->feed);
        Q_EMIT m_fixture->feed.reset(); // nobody looks at it
        scriptHistogram({1});
        CallFilter filter;
        filter.set(CallField::Partner, {u"prt_1"_s});
        model.setFilter(filter);
        ModelFixture::spin();
        for (int i = 0; i < 10; ++i) {
            Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Usage, u"prt_1"_s));
            m_fixture->clock.advance(100ms);
        }
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Usage, u"prt_2"_s));
        QCOMPARE(m_fixture->transport.sent().size(), 1);
        scriptHistogram({2});
        m_fixture->clock.advance(1s);
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 2);
        QCOMPARE(m_fixture->clock.pending(), 0);
        filter.to = m_fixture->clock.now().addSecs(-1);
        scriptHistogram({3});
        model.setFilter(filter);
        ModelFixture::spin();
        m_fixture->tell(ChangeKind::Usage, u"prt_1"_s);
        QCOMPARE(m_fixture->transport.sent().size(), 3);
        scriptHistogram({4});
        m_fixture->tellReset();
        QCOMPARE(model.histogram()->matching, (QList<qint64>{4}));
    }

    void eventsHaveOneToo()
    {
        AuditHistogramModel model(m_fixture->audit, m_fixture->feed);
        const auto scripted = [this](const QList<qint64> &counts) {
            m_fixture->transport.reply("GET", u"/audit/histogram"_s, toJson(histogram(counts)));
        };
        scripted({1});
        AuditFilter filter;
        filter.targetId = u"crd_1"_s;
        filter.notActor = u"ops-2"_s;
        model.setFilter(filter);
        model.setFilter(filter);
        ModelFixture::spin();
        QCOMPARE(last().queryValue(u"target_id"_s), u"crd_1"_s);
        QCOMPARE(last().queryValue(u"not_actor"_s), u"ops-2"_s);
        m_fixture->tell(ChangeKind::Usage, u"prt_1"_s); // is not audited
        m_fixture->tell(ChangeKind::Job);
        Change other = changeAbout(ChangeKind::Credential, u"crd_2"_s, u"prt_1"_s);
        other.eventId = u"evt_000000000001"_s;
        Q_EMIT m_fixture->feed.changed(other);
        m_fixture->clock.advance(10s);
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 1);
        scripted({2});
        m_fixture->tell(ChangeKind::Credential, u"crd_1"_s, u"prt_1"_s);
        QCOMPARE(model.histogram()->matching, (QList<qint64>{2}));
    }

    /// The counts of a chip follow the other conditions, not its own.
    void facets()
    {
        CallFacetModel model(m_fixture->calls, m_fixture->clock);
        CallFacet facet;
        facet.field = CallField::Reason;
        facet.values = {{u"missing_scope"_s, 41}, {u"rate_limited"_s, 3}};
        CallFilter filter;
        filter.set(CallField::Reason, {u"rate_limited"_s});
        filter.set(CallField::Status, {u"403"_s});
        m_fixture->transport.reply("GET", u"/call-facet"_s, toJson(facet));
        model.setQuestion(filter, CallField::Reason);
        ModelFixture::spin();
        QCOMPARE(model.facet()->values, facet.values);
        QCOMPARE(last().queryValue(u"field"_s), u"reason"_s);
        QCOMPARE(last().queryValue(u"status"_s), u"403"_s);
        QCOMPARE(last().queryValue(u"reason"_s), QString());
        filter.set(CallField::Reason, {u"missing_scope"_s});
        filter.set(CallField::Reason, {u"allowed"_s}, true);
        model.setQuestion(filter, CallField::Reason); // the same question
        QCOMPARE(m_fixture->transport.sent().size(), 1);
        m_fixture->transport.reply("GET", u"/call-facet"_s, toJson(facet)).hold();
        model.setQuestion(filter, CallField::Source);
        QVERIFY(!model.facet());                         // values of another field
        model.setQuestion(filter, CallField::UserAgent); // which nobody counts
        QCOMPARE(model.state(), LoadState::Idle);
        QCOMPARE(model.field(), CallField::Unknown);
        m_fixture->transport.release();
        ModelFixture::spin();
        QVERIFY(!model.facet());
        model.refresh();
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 2);
    }

    void whyACallEndedSo()
    {
        CallExplanationModel model(m_fixture->calls, m_fixture->feed);
        model.refresh(); // about none
        const CallExplanation why = explanation();
        const QString path = u"/calls/%1/explanation"_s.arg(why.call.id);
        m_fixture->transport.reply("GET", path, toJson(why));
        model.setCallId(why.call.id);
        model.setCallId(why.call.id);
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Ready);
        QCOMPARE(*model.explanation(), why);
        // What becomes of it today: what decides it is followed.
        for (const ChangeKind kind :
             {ChangeKind::Grant, ChangeKind::Partner, ChangeKind::Networks, ChangeKind::Credential}) {
            tell({kind, u"x"_s, u"prt_other"_s, {}});
            m_fixture->transport.reply("GET", path, toJson(why));
            tell({kind, u"x"_s, why.call.partnerId, {}});
        }
        m_fixture->transport.reply("GET", path, toJson(why));
        m_fixture->tell(ChangeKind::Catalogue);
        QCOMPARE(m_fixture->transport.sent().size(), 6);
        m_fixture->tell(ChangeKind::Usage, why.call.partnerId);
        QCOMPARE(m_fixture->transport.sent().size(), 6);
        m_fixture->transport.problem("GET", u"/calls/dec_2/explanation"_s, 404, u"not_found"_s);
        model.setCallId(u"dec_2"_s);
        QVERIFY(!model.explanation());
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Error);
        model.setCallId({});
        QCOMPARE(model.state(), LoadState::Idle);
    }

    void whatAnEventDidToCalls()
    {
        RefusalsModel model(m_fixture->calls, m_fixture->clock);
        RefusalsOfEvent refusals;
        refusals.eventId = u"evt_000000000007"_s;
        refusals.filter.set(CallField::Reason, {u"missing_scope"_s});
        refusals.calls = 41;
        m_fixture->transport.reply("GET", u"/audit/events/evt_000000000007/refusals"_s, toJson(refusals));
        model.setEventId(refusals.eventId);
        model.setEventId(refusals.eventId);
        ModelFixture::spin();
        QCOMPARE(*model.refusals(), refusals);
        model.setEventId({});
        QVERIFY(!model.refusals());
        QCOMPARE(model.state(), LoadState::Idle);
    }

private:
    TimeHistogram histogram(const QList<qint64> &counts) const
    {
        TimeHistogram made;
        made.from = m_fixture->clock.now();
        made.bucketMs = 60'000;
        made.to = made.from.addMSecs(made.bucketMs * counts.size());
        made.asOf = made.to;
        made.matching = counts;
        return made;
    }
    void scriptHistogram(const QList<qint64> &counts)
    {
        m_fixture->transport.reply("GET", u"/call-histogram"_s, toJson(histogram(counts)));
    }
    void tell(const Change &change)
    {
        Q_EMIT m_fixture->feed.changed(change);
        m_fixture->clock.advance(1s);
        ModelFixture::spin();
    }
    CallExplanation explanation() const
    {
        CallExplanation why;
        why.call = sampleCall(1);
        why.partnerName = u"Northwind"_s;
        why.checks = {{DecisionCheck::Scope, CheckResult::Failed, {}}};
        why.today.at = m_fixture->clock.now();
        return why;
    }
    const SentRequest &last() const { return m_fixture->transport.last(); }

    std::unique_ptr<ModelFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestCallObjects)
#include "tst_call_objects.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_list_model.h"
#include "models/credentials/credential_list_model.h"
#include "models/text/audit_sentence.h"
#include "models/usage/usage_model.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tester = QAbstractItemModelTester;

/// What credentials, audit events and usage add to a paged list.
class TestLists final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ModelFixture>(); }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void credentialsOfOnePartner()
    {
        CredentialListModel model(m_fixture->credentials, m_fixture->feed);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        m_fixture->transport.reply("GET", u"/credentials"_s,
                                   pageOf(QList<Credential>{sampleCredential(1), sampleCredential(2)}));
        CredentialQuery query;
        query.partnerId = u"prt_0001"_s;
        model.setQuery(query);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(m_fixture->transport.last().queryValue(u"partner_id"_s), u"prt_0001"_s);
        for (int column = 0; column < CredentialListModel::ColumnCount; ++column) {
            const QModelIndex cell = model.index(0, column);
            QVERIFY(cell.data(ValueRole).isValid());
            QVERIFY(!cell.data(Qt::AccessibleTextRole).toString().isEmpty());
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        }
        QCOMPARE(model.index(0, CredentialListModel::LastFourColumn).data(Qt::DisplayRole).toString(),
                 u"…x7Qa"_s);
        QVERIFY(!model.index(0, 0).data(CredentialListModel::ExpiringRole).toBool());
    }

    /// Instants that are known beforehand are alarms: nobody tells us that a grace is over.
    void theEndOfAGraceIsFetched_data()
    {
        QTest::addColumn<CredentialState>("state");
        QTest::addColumn<GenerationState>("older");
        QTest::newRow("rotating") << CredentialState::Rotating << GenerationState::Grace;
        QTest::newRow("suspended, in grace") << CredentialState::Suspended << GenerationState::Suspended;
    }
    void theEndOfAGraceIsFetched()
    {
        QFETCH(const CredentialState, state);
        QFETCH(const GenerationState, older);
        CredentialListModel model(m_fixture->credentials, m_fixture->feed);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        Credential rotating = sampleCredential();
        rotating.state = state;
        rotating.generations.first().state = older;
        rotating.generations.first().graceUntil = m_fixture->clock.now().addSecs(600);
        m_fixture->transport.reply("GET", u"/credentials"_s, pageOf(QList<Credential>{rotating}));
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(CredentialListModel::GraceUntilRole).toDateTime(),
                 m_fixture->clock.now().addSecs(600));
        m_fixture->clock.advance(599s);
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 1);
        m_fixture->transport.reply("GET", u"/credentials"_s, pageOf(QList<Credential>{sampleCredential()}));
        m_fixture->clock.advance(2s);
        QTRY_COMPARE(model.credentialAt(0).state, CredentialState::Active);
    }

    void expiringIsTwoWeeks()
    {
        CredentialListModel model(m_fixture->credentials, m_fixture->feed);
        Credential soon = sampleCredential(1);
        soon.expiresAt = m_fixture->clock.now().addDays(14);
        Credential later = sampleCredential(2);
        later.expiresAt = m_fixture->clock.now().addDays(15);
        Credential dead = soon;
        dead.id = u"crd_3"_s;
        dead.state = CredentialState::Revoked;
        m_fixture->transport.reply("GET", u"/credentials"_s, pageOf(QList<Credential>{soon, later, dead}));
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 3);
        QVERIFY(model.index(0, 0).data(CredentialListModel::ExpiringRole).toBool());
        QVERIFY(!model.index(1, 0).data(CredentialListModel::ExpiringRole).toBool());
        QVERIFY(!model.index(2, 0).data(CredentialListModel::ExpiringRole).toBool());
    }

    /// Shown is the end of the secret that is, or was last, in force; after a gap it is asked for again.
    void theTailIsOfTheSecretInForce()
    {
        using G = GenerationState;
        const QList<std::pair<QList<G>, QString>> rows{{{G::Pending, G::Active, G::Grace}, u"1"_s},
                                                       {{G::Void, G::Grace}, u"1"_s},
                                                       {{G::Void, G::Pending}, u"0"_s},
                                                       {{G::Active, G::Void}, u"0"_s},
                                                       {{}, QString()}};
        QList<Credential> credentials;
        for (int i = 0; i < rows.size(); ++i) {
            Credential credential = sampleCredential(i + 1);
            credential.generations.clear();
            for (const G state : rows.at(i).first) {
                Generation generation = sampleCredential().generations.first();
                generation.lastFour = QString::number(credential.generations.size());
                generation.state = state;
                credential.generations.append(generation);
            }
            credentials.append(credential);
        }
        CredentialListModel model(m_fixture->credentials, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/credentials"_s, pageOf(credentials));
        model.setQuery({});
        ModelFixture::spin();
        for (int i = 0; i < rows.size(); ++i)
            QCOMPARE(model.index(i, CredentialListModel::LastFourColumn).data(ValueRole).toString(),
                     rows.at(i).second);
        m_fixture->transport.reply("GET", u"/credentials"_s, pageOf(credentials));
        m_fixture->tellReset();
        QCOMPARE(m_fixture->transport.sentTo("GET", u"/credentials"_s).size(), 2);
    }

    void auditEventsAreReadable()
    {
        AuditListModel model(m_fixture->audit, m_fixture->feed);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        loadAudit(model, {5, 4, 3});
        QCOMPARE(model.index(0, AuditListModel::SentenceColumn).data(Qt::DisplayRole).toString(),
                 u"Scopes and limits changed"_s);
        QCOMPARE(model.index(0, AuditListModel::TimeColumn).data(Qt::DisplayRole).toString(),
                 u"2026-03-01 08:05:00.000"_s);
        AuditEvent unknown = sampleEvent(1);
        unknown.action = u"future.act"_s;
        QCOMPARE(auditSentence(unknown), u"future.act"_s);
        for (int column = 0; column < AuditListModel::ColumnCount; ++column)
            QVERIFY(!model.index(0, column).data(Qt::AccessibleTextRole).toString().isEmpty());
    }

    /// "2 new events" instead of a list that moves under the reader's eyes.
    void newEventsAreHeldBack()
    {
        AuditListModel model(m_fixture->audit, m_fixture->feed);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        loadAudit(model, {5, 4, 3});
        QSignalSpy held(&model, &AuditListModel::heldCountChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        scriptAudit({7, 6, 5, 4, 3});
        m_fixture->tell(ChangeKind::Audit);
        QTRY_COMPARE(model.heldCount(), 2);
        QCOMPARE(held.count(), 1);
        QCOMPARE(inserted.count(), 0);
        scriptAudit({7, 6, 5, 4, 3});
        m_fixture->tell(ChangeKind::Grant, u"prt_1"_s);
        QCOMPARE(held.count(), 1); // the same two
        QCOMPARE(model.idAt(0), sampleEvent(5).id);
        scriptAudit({8, 7, 6, 5, 4, 3});
        m_fixture->tell(ChangeKind::Partner, u"prt_1"_s);
        QTRY_COMPARE(model.heldCount(), 3);
        model.showHeld();
        QCOMPARE(model.heldCount(), 0);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.idAt(0), sampleEvent(8).id);
        QCOMPARE(model.idAt(3), sampleEvent(5).id);
        const auto sent = m_fixture->transport.sent().size();
        model.showHeld(); // nothing is left, nothing is asked
        QCOMPARE(m_fixture->transport.sent().size(), sent);
    }

    /// Another question: what was held back, on its way or about to be asked is of the one before.
    void anotherQuestionForgetsWhatIsHeld()
    {
        AuditListModel model(m_fixture->audit, m_fixture->feed);
        loadAudit(model, {5, 4, 3});
        scriptAudit({7, 6, 5, 4, 3});
        m_fixture->tell(ChangeKind::Audit);
        QCOMPARE(model.heldCount(), 2);
        m_fixture->transport.reply("GET", u"/audit/events"_s, pageOf(QList<AuditEvent>{sampleEvent(9)}))
            .hold();
        m_fixture->tell(ChangeKind::Audit);
        QCOMPARE(m_fixture->transport.heldCount(), 1);
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Audit));
        scriptAudit({2, 1});
        AuditQuery query;
        query.partnerId = u"prt_0001"_s;
        query.cursor = u"of another page"_s;
        model.setQuery(query);
        QCOMPARE(model.heldCount(), 0);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.heldCount(), 0);
        const auto sent = m_fixture->transport.sent().size();
        QCOMPARE(m_fixture->transport.last().queryValue(u"cursor"_s), QString());
        m_fixture->clock.advance(std::chrono::seconds(5));
        model.showHeld();
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), sent);
        scriptAudit({2, 1});
        m_fixture->tell(ChangeKind::Audit);
        QCOMPARE(m_fixture->transport.last().queryValue(u"cursor"_s), QString());
    }

    /// A look that does not count takes back no number.
    void whatWasCountedStays()
    {
        AuditListModel model(m_fixture->audit, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/audit/events"_s,
                                   pageOf(QList<AuditEvent>{sampleEvent(5)}, {}, 40));
        model.setQuery({});
        ModelFixture::spin();
        QCOMPARE(model.count(), std::optional<qint64>(40));
        scriptAudit({5});
        m_fixture->tell(ChangeKind::Audit);
        QCOMPARE(model.count(), std::optional<qint64>(40));
        m_fixture->transport.reply("GET", u"/audit/events"_s,
                                   pageOf(QList<AuditEvent>{sampleEvent(5)}, {}, 41));
        m_fixture->tell(ChangeKind::Audit);
        QCOMPARE(model.count(), std::optional<qint64>(41));
        // A title stands over a column, shown and spoken, and nowhere else.
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
            QVERIFY(!model.headerData(0, Qt::Horizontal, role).toString().isEmpty());
            QVERIFY(!model.headerData(0, Qt::Vertical, role).isValid());
        }
        QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).isValid());
    }

    void refreshShowsWhatIsNewAtOnce()
    {
        AuditListModel model(m_fixture->audit, m_fixture->feed);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        loadAudit(model, {5, 4});
        scriptAudit({6, 5, 4});
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.heldCount(), 0);
    }

    void moreNewThanAPageStartsOver()
    {
        AuditListModel model(m_fixture->audit, m_fixture->feed);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        loadAudit(model, {5, 4});
        QList<int> many;
        for (int index = 300; index > 200; --index)
            many.append(index);
        scriptAudit(many);
        m_fixture->tell(ChangeKind::Audit);
        QTRY_COMPARE(model.heldCount(), 100);
        scriptAudit(many);
        model.showHeld();
        QCOMPARE(model.heldCount(), 0);
        QTRY_COMPARE(model.rowCount(), 100);
        const auto sent = m_fixture->transport.sent().size();
        model.showHeld(); // once
        QCOMPARE(m_fixture->transport.sent().size(), sent);
        QCOMPARE(model.idAt(0), sampleEvent(300).id);
        QCOMPARE(model.rowOf(sampleEvent(5).id), -1);
    }

    void figuresOfARange()
    {
        UsageModel model(m_fixture->usage, m_fixture->feed);
        scriptUsage();
        model.setPartnerId(u"p"_s);
        QTRY_COMPARE(model.state(), LoadState::Ready);
        const UsageFigures figures = model.figures();
        QCOMPARE(figures.calls, 100);
        QCOMPARE(figures.served, 80);
        QCOMPARE(figures.errors, 15);
        QCOMPARE(figures.throttled, 5);
        QCOMPARE(figures.errorShare, std::optional(0.15));
        const SentRequest sent = m_fixture->transport.sentTo("GET", u"/partners/p/usage"_s).last();
        QCOMPARE(sent.queryValue(u"bucket"_s), u"hour"_s);
        QCOMPARE(sent.queryValue(u"from"_s), u"2026-03-01T11:00:00.000Z"_s);
        QCOMPARE(sent.queryValue(u"to"_s), u"2026-03-02T11:00:00.000Z"_s); // the hour in progress included
        QTRY_VERIFY(model.quota());
    }

    void anOlderRangeNeverOverwritesANewerOne()
    {
        UsageModel model(m_fixture->usage, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/partners/p/quota"_s, toJson(quota())).always();
        m_fixture->transport.reply("GET", u"/partners/p/usage"_s, toJson(series(1))).hold();
        model.setPartnerId(u"p"_s);
        m_fixture->transport.reply("GET", u"/partners/p/usage"_s, toJson(series(7)));
        model.setRange(UsageModel::Range::Last30Days);
        m_fixture->transport.release();
        QTRY_COMPARE(model.state(), LoadState::Ready);
        ModelFixture::spin();
        QCOMPARE(model.series()->lines.first().total, 7);
    }

    void usageThatMovedOnIsFetched()
    {
        UsageModel model(m_fixture->usage, m_fixture->feed);
        scriptUsage();
        model.setPartnerId(u"p"_s);
        QTRY_COMPARE(model.state(), LoadState::Ready);
        m_fixture->tell(ChangeKind::Usage, u"other"_s);
        scriptUsage();
        m_fixture->tell(ChangeKind::Usage, u"p"_s);
        QCOMPARE(m_fixture->transport.sentTo("GET", u"/partners/p/usage"_s).size(), 2);
    }

private:
    void scriptAudit(const QList<int> &indexes)
    {
        QList<AuditEvent> events;
        for (const int index : indexes)
            events.append(sampleEvent(index));
        m_fixture->transport.reply("GET", u"/audit/events"_s, pageOf(events));
    }
    void loadAudit(AuditListModel &model, const QList<int> &indexes)
    {
        scriptAudit(indexes);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), int(indexes.size()));
    }
    QuotaState quota() const
    {
        QuotaState state;
        state.partnerId = u"p"_s;
        state.resetsAt = m_fixture->clock.now();
        return state;
    }
    UsageSeries series(qint64 total) const
    {
        UsageSeries series;
        series.from = m_fixture->clock.now();
        series.to = m_fixture->clock.now().addSecs(7200);
        series.bucket = Bucket::Hour;
        series.lines = {{u"served"_s, u"served"_s, {0, total}, total}};
        return series;
    }
    void scriptUsage()
    {
        UsageSeries full = series(80);
        full.lines = {{u"served"_s, u"served"_s, {30, 50}, 80},
                      {u"refused"_s, u"refused"_s, {5, 5}, 10},
                      {u"throttled"_s, u"throttled"_s, {5, 0}, 5},
                      {u"client_error"_s, u"client_error"_s, {0, 5}, 5}};
        m_fixture->transport.reply("GET", u"/partners/p/usage"_s, toJson(full));
        m_fixture->transport.reply("GET", u"/partners/p/quota"_s, toJson(quota()));
    }

    std::unique_ptr<ModelFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_list_model.h"
#include "models/text/enum_names.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using M = CallListModel;

/// Single calls as rows: what is asked for them, and what each cell says.
class TestCallList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        m_names = std::make_unique<CallNames>(m_fixture->partners, m_fixture->credentials, m_fixture->access,
                                              m_fixture->feed);
        m_model = std::make_unique<CallListModel>(m_fixture->calls, *m_names, m_fixture->feed);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        // Names are asked for as cells are read; what the tester reads first is not what a test is about.
        m_fixture->transport.problem("GET", u"/partners/"_s + sampleCall(1).partnerId, 404, u"not_found"_s)
            .always();
        m_fixture->transport
            .problem("GET", u"/credentials/"_s + sampleCall(1).credentialId, 404, u"not_found"_s)
            .always();
        m_fixture->transport.reply("GET", u"/routes"_s, pageOf(QList<Route>{})).always();
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_names.reset();
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void theQuestionReachesTheService()
    {
        CallQuery query;
        query.filter.set(CallField::Status, {u"403"_s, u"429"_s});
        query.filter.set(CallField::Source, {u"192.0.2.1"_s}, true);
        query.order = RowOrder::OldestFirst;
        query.at = QDateTime({2026, 3, 1}, {14, 3}, Qt::UTC);
        query.cursor = u"of another page"_s;
        query.limit = 7;
        script({sampleCall(1)});
        m_model->setQuery(query);
        ModelFixture::spin();
        const SentRequest sent = asked().constLast();
        QCOMPARE(sent.queryValue(u"status"_s), u"403,429"_s);
        QCOMPARE(sent.queryValue(u"not_source"_s), u"192.0.2.1"_s);
        QCOMPARE(sent.queryValue(u"order"_s), u"oldest_first"_s);
        QCOMPARE(sent.queryValue(u"at"_s), u"2026-03-01T14:03:00.000Z"_s);
        QCOMPARE(sent.queryValue(u"cursor"_s), QString());
        QCOMPARE(sent.queryValue(u"limit"_s), u"100"_s);
        QCOMPARE(m_model->query().filter, query.filter);
        QCOMPARE(m_model->query().order, RowOrder::OldestFirst);
        QVERIFY(!m_model->query().at);
        // The same question at another place is that place, and no other question.
        QSignalSpy places(m_model.get(), &TimelinePlaces::placeShown);
        QSignalSpy others(m_model.get(), &PagedModel::questionAnswered);
        query.at = sampleCall(1).at;
        m_model->setQuery(query);
        ModelFixture::spin();
        QCOMPARE(places.count(), 1);
        QCOMPARE(others.count(), 0);
    }

    void whatAPartnerCalledIsItsOwn()
    {
        load({sampleCall(1)});
        CallQuery query;
        query.filter.set(CallField::Status, {u"403"_s});
        script({sampleCall(1)});
        m_model->setQuery(query);
        QCOMPARE(m_model->rowCount(), 1); // for a moment
        ModelFixture::spin();
        query.filter.set(CallField::Partner, {u"prt_2"_s});
        script({});
        m_model->setQuery(query);
        QCOMPARE(m_model->rowCount(), 0); // at once
        ModelFixture::spin();
    }

    void cells_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("spoken");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("condition"); // what "Filter for this" asks for
        const auto row = [](const char *name, int column, const QString &text, const QString &spoken,
                            const QVariant &value, const QString &condition) {
            QTest::newRow(name) << column << text << spoken << value << condition;
        };
        const CallRecord call = sampleCall(1);
        row("time", M::TimeColumn, u"2026-03-01 08:00:01.000"_s,
            u"2026-03-01 08:00:01.000 UTC, %1, POST /v1/orders/1001, status 403, %2"_s.arg(
                call.partnerId, nameOf(call.reason)),
            call.at, {});
        row("partner", M::PartnerColumn, call.partnerId, u"Partner: "_s + call.partnerId, call.partnerId,
            u"partner="_s + call.partnerId);
        row("method", M::MethodColumn, u"POST"_s, u"Method: POST"_s, u"POST"_s, u"method=POST"_s);
        row("route", M::RouteColumn, u"/v1/orders/1001"_s, u"Route: /v1/orders/1001"_s, u"rte_orders"_s,
            u"route=rte_orders"_s);
        row("path", M::PathColumn, u"/v1/orders/1001"_s, u"Path: /v1/orders/1001"_s, u"/v1/orders/1001"_s,
            u"path=/v1/orders/1001"_s);
        row("status", M::StatusColumn, u"403"_s, u"Status 403, at decision"_s, 403, u"status=403"_s);
        row("outcome", M::OutcomeColumn, u"Refused"_s, u"Outcome: Refused"_s, int(Outcome::Refused),
            u"outcome=refused"_s);
        row("reason", M::ReasonColumn, nameOf(call.reason), u"Reason: "_s + nameOf(call.reason),
            int(call.reason), u"reason=missing_scope"_s);
        row("credential", M::CredentialColumn, call.credentialId, u"Credential: "_s + call.credentialId,
            call.credentialId, u"credential="_s + call.credentialId);
        row("generation", M::GenerationColumn, u"2"_s, u"Generation: 2"_s, qint64(2), u"generation=2"_s);
        row("source", M::SourceColumn, u"203.0.113.7"_s, u"Source: 203.0.113.7"_s, u"203.0.113.7"_s,
            u"source=203.0.113.7"_s);
        row("agent", M::UserAgentColumn, call.userAgent, u"User agent: "_s + call.userAgent, call.userAgent,
            u"user_agent="_s + call.userAgent);
        row("request", M::RequestColumn, call.requestId, u"Request ID: "_s + call.requestId, call.requestId,
            u"request="_s + call.requestId);
        row("decision", M::DecisionColumn, call.id, u"Decision ID: "_s + call.id, call.id,
            u"decision="_s + call.id);
        row("gateway", M::GatewayColumn, u"edge-1"_s, u"Gateway: edge-1"_s, u"edge-1"_s, u"gateway=edge-1"_s);
        row("took", M::TookColumn, u"0.4 ms"_s, u"Took: 0.4 ms"_s, qint64(380), {});
        row("bytes", M::BytesColumn, {}, u"Bytes: not reported"_s, {}, {});
        row("API", M::UpstreamColumn, {}, u"API time: not reported"_s, {}, {});
    }
    void cells()
    {
        QFETCH(const int, column);
        QFETCH(const QString, text);
        QFETCH(const QString, spoken);
        QFETCH(const QVariant, value);
        QFETCH(const QString, condition);
        load({sampleCall(1)});
        const QModelIndex cell = m_model->index(0, column);
        QCOMPARE(cell.data(Qt::DisplayRole).toString(), text);
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), spoken);
        QCOMPARE(cell.data(ValueRole), value);
        const auto field = CallField(cell.data(M::FieldRole).toInt());
        QCOMPARE(field, M::fieldOf(column));
        const QString asks = field == CallField::Unknown
                                 ? QString()
                                 : QString(toText(field) + u'=' + cell.data(M::FieldValueRole).toString());
        QCOMPARE(asks, condition);
        QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QCOMPARE(cell.data(IdRole).toString(), sampleCall(1).id);
        QVERIFY(cell.data(M::AtDecisionRole).toBool());
    }

    /// A gateway reported how it ended, and a call that came no further than its credential.
    void whatIsReportedAndWhatIsNotKnown()
    {
        CallRecord ended = sampleCall(2);
        ended.outcome = Outcome::Served;
        ended.reason = DecisionReason::Allowed;
        ended.status = 200;
        ended.end = CallEnd{502, 12345, 20'000, 1'234'000, ended.at, u"edge-1"_s};
        CallRecord nobody;
        nobody.id = u"dec_0"_s;
        nobody.at = sampleCall(1).at;
        nobody.method = u"GET"_s;
        nobody.path = u"/x"_s;
        nobody.outcome = Outcome::Refused;
        nobody.reason = DecisionReason::UnknownCredential;
        nobody.status = 401;
        load({ended, nobody});
        const auto text = [this](int row, int column, int role = Qt::DisplayRole) {
            return m_model->index(row, column).data(role).toString();
        };
        QCOMPARE(text(0, M::StatusColumn), u"502"_s);
        QCOMPARE(text(0, M::StatusColumn, Qt::AccessibleTextRole), u"Status 502"_s);
        QCOMPARE(m_model->index(0, M::StatusColumn).data(M::FieldValueRole).toString(), u"502"_s);
        QVERIFY(!m_model->index(0, 0).data(M::AtDecisionRole).toBool());
        QCOMPARE(text(0, M::BytesColumn), u"12,345"_s);
        QCOMPARE(m_model->index(0, M::BytesColumn).data(ValueRole), QVariant(qint64(12345)));
        QCOMPARE(text(0, M::UpstreamColumn), u"1.2 s"_s);
        QVERIFY(text(0, M::TimeColumn, Qt::AccessibleTextRole).endsWith(u"status 502, Served"_s));
        for (const int column : {M::PartnerColumn, M::CredentialColumn, M::GenerationColumn, M::SourceColumn})
            QCOMPARE(text(1, column), QString());
        QCOMPARE(text(1, M::PartnerColumn, Qt::AccessibleTextRole), u"Partner: none"_s);
        QVERIFY(text(1, M::TimeColumn, Qt::AccessibleTextRole).contains(u"partner not known"_s));
        QVERIFY(!m_model->index(1, M::GenerationColumn).data(ValueRole).isValid());
        QCOMPARE(m_model->index(1, M::PartnerColumn).data(M::FieldValueRole).toString(), QString());
    }

    /// An id until its name is known; then the cells of that column are told.
    void namesAreFilledIn()
    {
        m_tester.reset();
        m_model.reset();
        m_names.reset();
        m_fixture = std::make_unique<ModelFixture>();
        m_names = std::make_unique<CallNames>(m_fixture->partners, m_fixture->credentials, m_fixture->access,
                                              m_fixture->feed);
        m_model = std::make_unique<CallListModel>(m_fixture->calls, *m_names, m_fixture->feed);
        Partner partner = samplePartner();
        Credential credential = sampleCredential();
        credential.generations.first().number = 2;
        Route route;
        route.id = u"rte_orders"_s;
        route.method = u"POST"_s;
        route.pathTemplate = u"/v1/orders/{id}"_s;
        route.scope = u"orders:write"_s;
        route.title = u"Orders"_s;
        m_fixture->transport.reply("GET", u"/partners/"_s + partner.id, toJson(partner));
        m_fixture->transport.reply("GET", u"/credentials/"_s + credential.id, toJson(credential));
        m_fixture->transport.reply("GET", u"/routes"_s, pageOf(QList<Route>{route}));
        CallRecord token = sampleCall(1);
        token.isTokenRequest = true;
        load({sampleCall(2), token});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        const auto text = [this](int row, int column) {
            return m_model->index(row, column).data(Qt::DisplayRole).toString();
        };
        QCOMPARE(text(0, M::PartnerColumn), partner.id);
        QCOMPARE(text(0, M::RouteColumn), u"/v1/orders/1001"_s);
        QCOMPARE(text(0, M::CredentialColumn), credential.id);
        ModelFixture::spin();
        QSet<int> columns;
        for (const QList<QVariant> &told : changed) {
            QCOMPARE(told.at(0).toModelIndex().row(), 0);
            QCOMPARE(told.at(1).toModelIndex().row(), 1);
            columns.insert(told.at(0).toModelIndex().column());
        }
        QCOMPARE(columns, (QSet<int>{M::PartnerColumn, M::RouteColumn, M::CredentialColumn}));
        QCOMPARE(text(0, M::PartnerColumn), partner.name);
        QCOMPARE(text(0, M::RouteColumn), u"/v1/orders/{id}"_s);
        QCOMPARE(text(0, M::CredentialColumn), u"key 1 …x7Qa"_s);
        QCOMPARE(text(1, M::RouteColumn), u"Token request"_s);
        m_model->setShowsPaths(true);
        QCOMPARE(text(0, M::RouteColumn), u"/v1/orders/1001"_s);
        QCOMPARE(m_model->headerData(M::RouteColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"Path"_s);
        m_model->setShowsPaths(true); // the same
    }

    /// Usage of a partner that is asked for says that it called; whatever else happens does not.
    void theFeedBringsNewCalls()
    {
        CallQuery query;
        query.filter.set(CallField::Partner, {u"prt_1"_s, u"prt_2"_s});
        script({sampleCall(1)});
        m_model->setQuery(query);
        ModelFixture::spin();
        const auto before = asked().size();
        m_fixture->tell(ChangeKind::Usage, u"prt_3"_s);
        m_fixture->tell(ChangeKind::Audit);
        m_fixture->tell(ChangeKind::Credential, u"crd_1"_s, u"prt_1"_s);
        QCOMPARE(asked().size(), before);
        script({sampleCall(2), sampleCall(1)});
        m_fixture->tell(ChangeKind::Usage, u"prt_2"_s);
        QCOMPARE(asked().size(), before + 1);
        QCOMPARE(m_model->heldCount(), 1);
        // How a call ended comes later: it is taken over where the row stands.
        CallRecord ended = sampleCall(1);
        ended.end = CallEnd{200, 1, 2, 3, ended.at, u"edge-1"_s};
        script({sampleCall(2), ended});
        m_fixture->tell(ChangeKind::Usage);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->callAt(0), ended);
        QCOMPARE(m_model->heldCount(), 1);
    }

private:
    void script(const QList<CallRecord> &calls)
    {
        m_fixture->transport.reply("GET", u"/calls"_s, pageOf(calls));
    }
    void load(const QList<CallRecord> &calls)
    {
        script(calls);
        m_model->setQuery({});
        ModelFixture::spin();
        QCOMPARE(m_model->rowCount(), int(calls.size()));
    }
    QList<SentRequest> asked() const { return m_fixture->transport.sentTo("GET", u"/calls"_s); }

    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<CallNames> m_names;
    std::unique_ptr<CallListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestCallList)
#include "tst_call_list.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/catalogue_model.h"
#include "models/base/item_roles.h"
#include "models/catalogue/api_list_model.h"
#include "models/catalogue/description_file.h"
#include "models/catalogue/review_model.h"
#include "models/catalogue/review_tables.h"
#include "models/catalogue/revision_list_model.h"
#include "models/catalogue/route_change_model.h"
#include "models/catalogue/route_list_model.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

Route routeOf(const QString &id, const QString &apiId, const QString &path, const QString &scope)
{
    Route route;
    route.id = id;
    route.apiId = apiId;
    route.method = u"GET"_s;
    route.pathTemplate = path;
    route.scope = scope;
    route.title = u"Reads "_s + path;
    return route;
}

QString text(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data(Qt::DisplayRole).toString();
}

QString spoken(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data(Qt::AccessibleTextRole).toString();
}

} // namespace

/// The lists of the catalogue: what their cells say, and what makes them ask again.
class TestCatalogueLists final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init() { m = std::make_unique<ModelFixture>(); }
    void cleanup() { QVERIFY(m->transport.isUsedUp()); }

    void apisSayWhereTheyAre()
    {
        ApiListModel model(m->catalogue, m->feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Api plain = sampleApi(2);
        plain.host.clear();
        plain.basePath.clear();
        plain.audience.clear();
        plain.title.clear();
        plain.describedVersion.clear();
        m->transport.reply("GET", u"/apis"_s, pageOf(QList<Api>{sampleApi(), plain}, {}, 2));
        model.ensureLoaded();
        model.ensureLoaded(); // on its way
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, ApiListModel::AddressColumn), u"api-1.example/v1"_s);
        QCOMPARE(text(model, 1, ApiListModel::AddressColumn), u"Any other host"_s);
        QCOMPARE(text(model, 1, ApiListModel::AudienceColumn), u"The platform's own"_s);
        QCOMPARE(text(model, 0, ApiListModel::DescriptionColumn), u"Orders, version 1.4.0"_s);
        QCOMPARE(text(model, 1, ApiListModel::DescriptionColumn), u"Not imported"_s);
        QVERIFY(spoken(model, 0, ApiListModel::NameColumn).startsWith(u"API 1, api-1.example/v1, "_s));
        QCOMPARE(model.index(0, 0).data(IdRole).toString(), u"api_1"_s);
        QCOMPARE(model.api(u"api_2"_s)->name, u"API 2"_s);
        QVERIFY(!model.api(u"api_3"_s));
    }

    void apisFollowTheCatalogueOnly()
    {
        ApiListModel model(m->catalogue, m->feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m->transport.reply("GET", u"/apis"_s, pageOf(QList<Api>{sampleApi()}));
        model.ensureLoaded();
        QTRY_COMPARE(model.rowCount(), 1);
        m->tell(ChangeKind::Partner, u"prt_1"_s);
        QCOMPARE(m->transport.sentTo("GET", u"/apis"_s).size(), 1);
        m->transport.reply("GET", u"/apis"_s, pageOf(QList<Api>{sampleApi(), sampleApi(2)}));
        m->tell(ChangeKind::Catalogue, u"api_2"_s);
        QTRY_COMPARE(model.rowCount(), 2);
    }

    void routesAreThoseOfOneApiAndOfTheWords()
    {
        CatalogueModel catalogue(m->access, m->feed);
        RouteListModel model(catalogue);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        scriptCatalogue({routeOf(u"rte_1"_s, u"api_1"_s, u"/v1/orders"_s, u"orders:read"_s),
                         routeOf(u"rte_2"_s, u"api_1"_s, u"/v1/Straßen"_s, u"map:read"_s),
                         routeOf(u"rte_3"_s, u"api_2"_s, u"/v1/orders"_s, u"orders:read"_s)});
        model.setApi(u"api_1"_s);
        catalogue.ensureLoaded();
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.total(), 2);
        model.setFilter(u" STRASSEN  map"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(text(model, 0, RouteListModel::PathColumn), u"/v1/Straßen"_s);
        QCOMPARE(model.total(), 2);
        model.setFilter(u"nothing"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        model.setApi(u"api_2"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(IdRole).toString(), u"rte_3"_s);
        QCOMPARE(spoken(model, 0, RouteListModel::MethodColumn), u"GET /v1/orders, scopes orders:read"_s);
    }

    /// A description may have 20,000 operations: a key must not wait for them.
    void manyRoutesAreSearchedWhileSomebodyTypes()
    {
        QList<Route> many;
        for (int i = 0; i < 20000; ++i)
            many.append(routeOf(u"rte_%1"_s.arg(i), u"api_1"_s, u"/v1/repos/{owner}/things/%1"_s.arg(i),
                                u"repos:read"_s));
        CatalogueModel catalogue(m->access, m->feed);
        RouteListModel model(catalogue);
        scriptCatalogue(many);
        model.setApi(u"api_1"_s);
        catalogue.ensureLoaded();
        QTRY_COMPARE(model.rowCount(), 20000);
        QElapsedTimer timer;
        timer.start();
        model.setFilter(u"things/19999"_s);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY2(timer.elapsed() < 400, qPrintable(QString::number(timer.elapsed())));
    }

    /// Another API's change leaves rows, and so the place of a reader, alone.
    void anotherApiChangesNoRowHere()
    {
        CatalogueModel catalogue(m->access, m->feed);
        RouteListModel model(catalogue);
        const Route mine = routeOf(u"rte_1"_s, u"api_1"_s, u"/v1/orders"_s, u"orders:read"_s);
        scriptCatalogue({mine});
        model.setApi(u"api_1"_s);
        catalogue.ensureLoaded();
        QTRY_COMPARE(model.rowCount(), 1);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        scriptCatalogue({mine, routeOf(u"rte_2"_s, u"api_2"_s, u"/v2/x"_s, u"x"_s)});
        m->tell(ChangeKind::Catalogue, u"api_2"_s);
        QCOMPARE(resets.size(), 0);
    }

    void revisionsSayWhatTheyDid()
    {
        RevisionListModel model(m->catalogue, m->feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        CatalogueRevision first = sampleRevision(2);
        first.state = RevisionState::Replaced;
        first.sha256.clear();
        first.counts = {12, 0, 0, 0, 0, 0, 0};
        first.appliedAt = first.createdAt.addDays(1);
        first.appliedBy = u"ops-9"_s;
        const QString path = u"/apis/api_1/revisions"_s;
        m->transport.reply("GET", path, pageOf(QList<CatalogueRevision>{sampleRevision(), first}, {}, 2));
        model.setApi(u"api_1"_s);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, RevisionListModel::StateColumn), u"Proposed"_s);
        QCOMPARE(text(model, 0, RevisionListModel::ChangesColumn), u"3 new, 1 gone, 2 changed"_s);
        QCOMPARE(text(model, 1, RevisionListModel::DescriptionColumn), u"Before the first import"_s);
        QCOMPARE(text(model, 1, RevisionListModel::ChangesColumn), QString());
        QCOMPARE(RevisionListModel::changesText(first.counts), u"No difference"_s);
        QCOMPARE(text(model, 1, RevisionListModel::ByColumn), u"ops-9"_s);
        QCOMPARE(model.index(1, RevisionListModel::WhenColumn).data(ValueRole).toDateTime(),
                 *first.appliedAt);
        m->tell(ChangeKind::Catalogue, u"api_7"_s); // another API
        QCOMPARE(m->transport.sentTo("GET", path).size(), 1);
        m->transport.reply("GET", path, pageOf(QList<CatalogueRevision>{sampleRevision()}));
        m->tell(ChangeKind::Catalogue, u"api_1"_s);
        QTRY_COMPARE(model.rowCount(), 1);
        model.setApi({});
        QCOMPARE(model.rowCount(), 0);
    }

    void changesArePagedAndOfOneKind()
    {
        RouteChangeModel model(m->catalogue, m->feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString path = u"/apis/api_1/revisions/rev_1/changes"_s;
        RouteChange gone;
        gone.kind = RouteChangeKind::Gone;
        gone.routeId = u"rte_1"_s;
        gone.method = u"GET"_s;
        gone.pathTemplate = u"/v1/a"_s;
        gone.calls30d = 4200;
        RouteChange other = gone;
        other.kind = RouteChangeKind::Changed;
        other.routeId = u"rte_2"_s;
        other.changes = {{u"scope"_s, u"a:read"_s, u"b:read"_s}, {u"also_scopes"_s, {}, u"c"_s}};
        m->transport.reply("GET", path, pageOf(QList<RouteChange>{gone}, u"c1"_s, 2));
        model.setRevision(u"api_1"_s, u"rev_1"_s);
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(model.canFetchMore({}));
        m->transport.reply("GET", path, pageOf(QList<RouteChange>{other}));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(m->transport.last().queryValue(u"cursor"_s), u"c1"_s);
        QCOMPARE(text(model, 0, RouteChangeModel::CallsColumn), u"4,200"_s);
        QCOMPARE(text(model, 1, RouteChangeModel::ChangesColumn),
                 u"Scope: a:read becomes b:read; Further scope: c added"_s);
        QCOMPARE(spoken(model, 0, RouteChangeModel::KindColumn), u"Gone: GET /v1/a"_s);
        m->transport.reply("GET", path, pageOf(QList<RouteChange>{gone}));
        model.setKind(RouteChangeKind::Gone);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(m->transport.last().queryValue(u"kind"_s), u"gone"_s);
    }

    /// A grant that is narrowed meanwhile makes other partners break.
    void aReviewIsOfNow()
    {
        ReviewModel model(m->catalogue, m->feed);
        const QString path = u"/apis/api_1/revisions/rev_1"_s;
        RevisionReview review;
        review.revision = sampleRevision();
        m->transport.reply("GET", path, toJson(review));
        model.setRevision(u"api_1"_s, u"rev_1"_s);
        QTRY_VERIFY(model.hasValue());
        QCOMPARE(model.review()->brokenPartners, 0);
        m->tell(ChangeKind::Usage, u"prt_1"_s);
        QCOMPARE(m->transport.sentTo("GET", path).size(), 1);
        review.brokenPartners = 1;
        m->transport.reply("GET", path, toJson(review));
        m->tell(ChangeKind::Grant, u"prt_1"_s);
        QTRY_COMPARE(model.review()->brokenPartners, 1);
        m->transport.problem("GET", path, 404, u"not_found"_s);
        m->tell(ChangeKind::Catalogue, u"api_1"_s);
        QTRY_COMPARE(model.state(), LoadState::Stale);
        QVERIFY(model.hasValue());
    }

    /// Another console gives the proposal another rule, or applies it: what is on show stays until the person
    /// wants the other one.
    void whatOthersMakeOfItIsNews()
    {
        ReviewModel model(m->catalogue, m->feed);
        const QString path = u"/apis/api_1/revisions/rev_1"_s;
        RevisionReview review;
        review.revision = sampleRevision();
        m->transport.reply("GET", path, toJson(review));
        model.setRevision(u"api_1"_s, u"rev_1"_s);
        QTRY_VERIFY(model.hasValue());
        const qint64 shown = review.revision.version;
        const QSignalSpy renewed(&model, &ReviewModel::renewed);
        review.revision.version += 1;
        review.revision.changedBy = u"ops-2"_s;
        review.brokenPartners = 3;
        m->transport.reply("GET", path, toJson(review));
        m->tell(ChangeKind::Catalogue, u"api_1"_s);
        QTRY_VERIFY(model.newer());
        QCOMPARE(model.review()->revision.version, shown);
        QCOMPARE(model.review()->brokenPartners, 0);
        QCOMPARE(model.newer()->revision.changedBy, u"ops-2"_s);
        QCOMPARE(renewed.size(), 0);
        model.showNewer();
        QCOMPARE(model.review()->brokenPartners, 3);
        QVERIFY(!model.newer());
        QCOMPARE(renewed.size(), 1);
        // A rule of its own is no news, whichever comes first: the feed or the answer.
        review.revision.version += 1;
        m->transport.reply("GET", path, toJson(review));
        m->tell(ChangeKind::Catalogue, u"api_1"_s);
        QTRY_VERIFY(model.newer());
        model.expect(review.revision.version);
        QVERIFY(!model.newer());
        QCOMPARE(model.review()->revision.version, review.revision.version);
        // Nor does its end take the place of what was looked at.
        review.revision.state = RevisionState::InForce;
        m->transport.reply("GET", path, toJson(review));
        model.refresh();
        QTRY_VERIFY(model.newer());
        QCOMPARE(model.review()->revision.state, RevisionState::Proposed);
    }

    void aDescriptionHasATitle_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("title");
        QTest::newRow("yaml") << QByteArray("openapi: 3.1.0\ninfo:\n  title: Shop API # ours\n  version: 1\n")
                              << u"Shop API"_s;
        QTest::newRow("after others")
            << QByteArray("info:\r\n  version: '1'\r\n\r\n  title: \"A: B\"\r\n") << u"A: B"_s;
        QTest::newRow("with a #") << QByteArray("info:\n  title: C# API # ours\n") << u"C# API"_s;
        // Blanks that may be split anywhere: this would not end.
        const QByteArray indented = "info:\n" + QByteArray("        x: y\n").repeated(300);
        QTest::newRow("many lines before it") << QByteArray(indented + "  title: Last\n") << u"Last"_s;
        QTest::newRow("many lines without it") << QByteArray(indented + "paths: {}\n") << QString();
        QTest::newRow("flow") << QByteArray("openapi: 3.1.0\ninfo: {version: 1, title: Shop}\n") << u"Shop"_s;
        QTest::newRow("json") << QByteArray("{'openapi':'3.1.0','info':{'contact':{'name':'x'},'title':"
                                            "'Sh\\u00f6p','version':'1'}}")
                                     .replace('\'', '"')
                              << u"Shöp"_s;
        QTest::newRow("of something else") << QByteArray("openapi: 3.1.0\npaths:\n  title: x\n") << QString();
        QTest::newRow("none") << QByteArray("\xff\x00{", 3) << QString();
    }
    void aDescriptionHasATitle()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, title);
        QElapsedTimer watch;
        watch.start();
        QCOMPARE(titleOf({u"api.yaml"_s, bytes}), title);
        QVERIFY2(watch.elapsed() < 500, qPrintable(QString::number(watch.elapsed())));
    }

    void scopesOfAReview()
    {
        ScopeNeedTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ScopeNeed fresh{u"shop.orders:read"_s, 1200, true, {}};
        const ScopeNeed idle{u"shop.map"_s, 0, false, {}};
        table.setScopes({fresh, idle});
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(text(table, 0, ScopeNeedTable::RoutesColumn), u"1,200"_s);
        QCOMPARE(text(table, 0, ScopeNeedTable::NewColumn), u"New scope"_s);
        QVERIFY(spoken(table, 0, 0).startsWith(u"shop.orders:read, new, "_s));
        QCOMPARE(text(table, 1, ScopeNeedTable::NewColumn), u"No route needs it any more"_s);
        QVERIFY(spoken(table, 1, 0).contains(u"No route needs it any more"_s));
        const QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
        table.setScopes({fresh, idle});
        QCOMPARE(resets.size(), 0); // the same: nobody loses the place
        table.setScopes({});
        QCOMPARE(table.rowCount(), 0);
    }

    void partnersOfAReview()
    {
        BrokenPartnerTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        BrokenPartner partner;
        partner.partnerId = u"prt_1"_s;
        partner.name = u"Cobalt"_s;
        partner.calls30d = 48213;
        partner.routes = {u"GET /v1/a"_s, u"GET /v1/b"_s};
        table.setPartners({partner});
        QCOMPARE(text(table, 0, BrokenPartnerTable::CallsColumn), u"48,213"_s);
        QCOMPARE(text(table, 0, BrokenPartnerTable::MissingColumn), u"None: the route is gone"_s);
        QCOMPARE(text(table, 0, BrokenPartnerTable::ContactColumn), u"No contact"_s);
        QCOMPARE(table.partnerAt(0).partnerId, u"prt_1"_s);
        QCOMPARE(table.index(0, BrokenPartnerTable::ContactColumn).data(IdRole).toString(), u"prt_1"_s);
    }

    void whatIsLeftOutHasItsLine()
    {
        LeftOutTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setParts({{1017, u"GET /v1/files/{name}"_s, u"why"_s}});
        QCOMPARE(text(table, 0, LeftOutTable::LineColumn), u"1,017"_s);
        QCOMPARE(spoken(table, 0, 0), u"Line 1,017: GET /v1/files/{name}, why"_s);
    }

private:
    void scriptCatalogue(const QList<Route> &routes)
    {
        m->transport.reply("GET", u"/scopes"_s, pageOf(sampleScopes()));
        m->transport.reply("GET", u"/plans"_s, pageOf(samplePlans()));
        m->transport.reply("GET", u"/routes"_s, pageOf(routes));
    }

    std::unique_ptr<ModelFixture> m;
};

QTEST_GUILESS_MAIN(TestCatalogueLists)
#include "tst_catalogue_lists.moc"

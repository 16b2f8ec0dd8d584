// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/item_roles.h"
#include "models/catalogue/plan_list_model.h"
#include "models/catalogue/scope_holder_model.h"
#include "models/catalogue/scope_list_model.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

Scope scopeOf(const QString &name, const QStringList &categories, bool sensitive = false)
{
    Scope scope;
    scope.name = name;
    scope.apiId = u"api_1"_s;
    scope.title = u"Title of "_s + name;
    scope.sentence = u"What it gives."_s;
    scope.dataCategories = categories;
    scope.sensitive = sensitive;
    return scope;
}

Plan planOf(const QString &id, const QString &name, int partners)
{
    Plan plan;
    plan.id = id;
    plan.name = name;
    plan.sandbox = plan.limited = {5, 10, 5000};
    plan.production = {2.5, 10, 0};
    plan.partners = partners;
    return plan;
}

QString text(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data(Qt::DisplayRole).toString();
}

} // namespace

/// The lists of scopes, of who holds them, and of plans.
class TestScopeLists final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init() { m = std::make_unique<ModelFixture>(); }
    void cleanup() { QVERIFY(m->transport.isUsedUp()); }

    void scopesStandWithTheirFigures()
    {
        CatalogueModel catalogue(m->access, m->feed);
        ScopeFiguresModel figures(m->scopes, m->feed);
        ApiListModel apis(m->catalogue, m->feed);
        ScopeListModel model(catalogue, figures, apis);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        scriptCatalogue();
        catalogue.ensureLoaded();
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, ScopeListModel::HoldersColumn), QString()); // not known yet
        ScopeFigures used{.scope = u"orders:read"_s, .lastUsedAt = {}};
        used.holders = 31;
        used.users30d = 27;
        used.calls30d = 900;
        used.lastUsedAt = QDateTime({2026, 3, 1}, {0, 0}, Qt::UTC);
        ScopeFigures idle{.scope = u"customers:read"_s, .lastUsedAt = {}};
        idle.holders = 2;
        idle.conflicts = 1;
        m->transport.reply("GET", u"/scope-figures"_s, pageOf(QList<ScopeFigures>{used, idle}));
        figures.ensureLoaded();
        QTRY_VERIFY(figures.hasValue());
        QCOMPARE(text(model, 0, ScopeListModel::HoldersColumn), u"31"_s);
        QCOMPARE(text(model, 1, ScopeListModel::LastUsedColumn), u"Never"_s);
        QCOMPARE(text(model, 1, ScopeListModel::SensitiveColumn), u"Sensitive"_s);
        QCOMPARE(model.index(1, 0).data(ScopeListModel::ConflictsRole).toInt(), 1);
        model.setShow(ScopeListModel::Show::Unused);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(IdRole).toString(), u"customers:read"_s);
        model.setShow(ScopeListModel::Show::Conflicts);
        QCOMPARE(model.rowCount(), 1);
        model.setShow(ScopeListModel::Show::All);
        model.setFilter(u"PERSONAL title"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.total(), 2);
    }

    void figuresFollowGrants()
    {
        ScopeFiguresModel figures(m->scopes, m->feed);
        m->transport.reply("GET", u"/scope-figures"_s, pageOf(QList<ScopeFigures>()));
        figures.ensureLoaded();
        QTRY_VERIFY(figures.hasValue());
        m->tell(ChangeKind::Usage);
        QCOMPARE(m->transport.sentTo("GET", u"/scope-figures"_s).size(), 1);
        m->transport.reply("GET", u"/scope-figures"_s, pageOf(QList<ScopeFigures>()));
        m->tell(ChangeKind::Grant, u"prt_1"_s, u"prt_1"_s);
        QTRY_COMPARE(m->transport.sentTo("GET", u"/scope-figures"_s).size(), 2);
    }

    void holdersSayWhatTheyUseAndWhatIsCovered()
    {
        ScopeHolderModel model(m->scopes, m->feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ScopeHolder used;
        used.partnerId = u"prt_1"_s;
        used.name = u"Acme"_s;
        used.stage = Stage::Production;
        used.status = PartnerStatus::Active;
        used.grantUpdatedAt = m->clock.now();
        used.calls30d = 1200;
        used.credentials = {{u"crd_1"_s, u"erp"_s, 1200}};
        used.lastUsedAt = m->clock.now();
        ScopeHolder idle = used;
        idle.partnerId = u"prt_2"_s;
        idle.name = u"Zeta"_s;
        idle.calls30d = 0;
        idle.credentials.clear();
        idle.lastUsedAt = m->clock.now().addDays(-40);
        idle.basis = false;
        idle.uncovered = {u"personal"_s};
        m->transport.reply("GET", u"/scope/holders"_s, pageOf(QList<ScopeHolder>{used, idle}, {}, 2));
        model.setScope(u"customers:read"_s);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(m->transport.last().queryValue(u"scope"_s), u"customers:read"_s);
        QCOMPARE(text(model, 0, ScopeHolderModel::CallsColumn), u"1,200"_s);
        QCOMPARE(text(model, 0, ScopeHolderModel::AllowedColumn), u"Covered"_s);
        QCOMPARE(text(model, 1, ScopeHolderModel::CredentialsColumn), u"None"_s);
        QCOMPARE(text(model, 1, ScopeHolderModel::AllowedColumn),
                 u"Its lawful basis does not allow it, and its agreement does not name personal"_s);
        const QDateTime now = m->clock.now();
        QVERIFY(!isUnusedFor(used, 30, now));
        QVERIFY(isUnusedFor(idle, 30, now));
        QVERIFY(!isUnusedFor(idle, 90, now));
        idle.lastUsedAt.reset();
        QVERIFY(isUnusedFor(idle, 90, now));
        model.setScope({});
        QCOMPARE(model.rowCount(), 0);
    }

    void plansSayTheirLimits()
    {
        CatalogueModel catalogue(m->access, m->feed);
        PlanListModel model(catalogue);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        scriptCatalogue();
        catalogue.ensureLoaded();
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(text(model, 0, PlanListModel::SandboxColumn), u"5/s, burst 10, 5,000 a day"_s);
        QCOMPARE(text(model, 0, PlanListModel::ProductionColumn), u"2.5/s, burst 10, no daily quota"_s);
        QCOMPARE(text(model, 0, PlanListModel::PartnersColumn), u"14"_s);
        QCOMPARE(text(model, 0, PlanListModel::ChangedColumn), u"As installed"_s);
    }

    void effectsSayWhatIsKnown()
    {
        PlanEffectTable model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PlanEffectLine line;
        line.partnerId = u"prt_1"_s;
        line.name = u"Acme"_s;
        line.stage = Stage::Production;
        line.realm = Realm::Production;
        line.before = {50, 200, 0};
        line.after = {5, 20, 100};
        line.busiestDay = 400;
        line.daysOver = 3;
        PlanEffectLine hidden = line;
        hidden.realm = Realm::Sandbox;
        hidden.overridden = true;
        hidden.busiestDay.reset();
        hidden.daysOver = 0;
        model.show({line, hidden});
        QCOMPARE(text(model, 0, PlanEffectTable::DayColumn), u"400, over on 3 day(s)"_s);
        QCOMPARE(text(model, 0, PlanEffectTable::HourColumn), u"Not known"_s);
        QVERIFY(model.index(0, 0).data(PlanEffectTable::ExceededRole).toBool());
        QCOMPARE(text(model, 1, PlanEffectTable::AfterColumn), u"Unchanged: its own limits"_s);
        QVERIFY(!model.index(1, 0).data(PlanEffectTable::ExceededRole).toBool());
    }

private:
    void scriptCatalogue()
    {
        m->transport.reply("GET", u"/scopes"_s,
                           pageOf(QList<Scope>{scopeOf(u"orders:read"_s, {u"orders"_s}),
                                               scopeOf(u"customers:read"_s, {u"personal"_s}, true)}));
        m->transport.reply("GET", u"/plans"_s, pageOf(QList<Plan>{planOf(u"pln_1"_s, u"Standard"_s, 14)}));
        m->transport.reply("GET", u"/routes"_s, pageOf(QList<Route>()));
    }

    std::unique_ptr<ModelFixture> m;
};

QTEST_GUILESS_MAIN(TestScopeLists)
#include "tst_scope_lists.moc"

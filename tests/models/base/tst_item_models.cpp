// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/catalogue_model.h"
#include "models/access/grant_editor.h"
#include "models/access/scope_tree_model.h"
#include "models/audit/field_change_model.h"
#include "models/credentials/credential_use_model.h"
#include "models/partners/partner_model.h"
#include "models/usage/usage_model.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using Tester = QAbstractItemModelTester;

namespace {

const QDateTime someTime({2026, 3, 1}, {9, 30}, Qt::UTC);

} // namespace

/// The small tables and the scope tree: what each cell says to eyes, to screen readers and to programs.
class TestItemModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void fieldChangesAreSentences()
    {
        FieldChangeModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        const QList<FieldChange> rows{{u"scopes"_s, {}, u"orders:write"_s},
                                      {u"scopes"_s, u"orders:read"_s, {}},
                                      {u"quota.daily"_s, u"1000"_s, u"2000"_s}};
        model.setRows(rows);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 0).data(FieldChangeModel::KindRole).toInt(), int(FieldChangeModel::Added));
        QCOMPARE(model.index(1, 2).data(FieldChangeModel::KindRole).toInt(), int(FieldChangeModel::Removed));
        QCOMPARE(model.index(2, 1).data(FieldChangeModel::KindRole).toInt(), int(FieldChangeModel::Changed));
        QCOMPARE(spoken(model, 0), u"scopes: added orders:write"_s);
        QCOMPARE(spoken(model, 1), u"scopes: removed orders:read"_s);
        QCOMPARE(spoken(model, 2), u"quota.daily: from 1000 to 2000"_s);
        QCOMPARE(model.index(2, FieldChangeModel::BeforeColumn).data().toString(), u"1000"_s);
        QCOMPARE(model.index(2, FieldChangeModel::AfterColumn).data(ValueRole).toString(), u"2000"_s);
        everyColumnHasATitle(model);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setRows(rows); // the same: a reader's place in it stays
        QCOMPARE(resets.count(), 0);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(resets.count(), 1);
    }

    void sourcesOfUse()
    {
        SourceUseTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        const QList<SourceUse> rows{{2, u"203.0.113.5"_s, u"erp/2"_s, someTime, someTime.addSecs(600), 4000},
                                    {1, u"203.0.113.9"_s, {}, someTime, someTime.addSecs(60), 1}};
        table.setRows(rows);
        QCOMPARE(table.rowCount(), 2);
        const auto value = [&](int row, int column) { return table.index(row, column).data(ValueRole); };
        QCOMPARE(value(0, SourceUseTable::GenerationColumn).toInt(), 2);
        QCOMPARE(value(0, SourceUseTable::SourceColumn).toString(), u"203.0.113.5"_s);
        QCOMPARE(value(0, SourceUseTable::UserAgentColumn).toString(), u"erp/2"_s);
        QCOMPARE(value(0, SourceUseTable::FirstSeenColumn).toDateTime(), someTime);
        QCOMPARE(value(0, SourceUseTable::LastSeenColumn).toDateTime(), someTime.addSecs(600));
        QCOMPARE(value(0, SourceUseTable::CallsColumn).toLongLong(), 4000);
        QCOMPARE(table.index(0, SourceUseTable::CallsColumn).data().toString(), u"4,000"_s);
        QVERIFY(spoken(table, 0).contains(u"203.0.113.5"_s));
        QVERIFY(spoken(table, 0).contains(u"4000"_s));
        SourceUse busy = rows.first();
        busy.calls = 3000000000;
        table.setRows({busy});
        QVERIFY(!spoken(table, 0).contains(u"-"_s));
        table.setRows(rows);
        everyColumnHasATitle(table);
        QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
        table.setRows(rows);
        QCOMPARE(resets.count(), 0);
        table.setRows({rows.last()});
        QCOMPARE(table.rowCount(), 1);
        table.setRows({});
        QCOMPARE(table.rowCount(), 0);
    }

    void useIsCountedPerGeneration()
    {
        ModelFixture fixture;
        CredentialUseModel model(fixture.credentials, fixture.feed);
        SourceUseTable &table = model.table();
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        QVERIFY(model.perGeneration().isEmpty());
        QCOMPARE(model.sourceCount(), 0);
        pc::CredentialUse use;
        use.credentialId = u"crd_1"_s;
        use.sources = {{2, u"203.0.113.5"_s, u"erp/2"_s, someTime, someTime.addSecs(600), 40},
                       {1, u"203.0.113.5"_s, u"erp/1"_s, someTime, someTime.addSecs(60), 2},
                       {1, u"203.0.113.9"_s, u"erp/1"_s, someTime, someTime.addSecs(90), 3}};
        fixture.transport.reply("GET", u"/credentials/crd_1/use"_s, toJson(use));
        model.setCredential(u"crd_1"_s, u"prt_0001"_s);
        ModelFixture::spin();
        const QList<GenerationUse> expected{{2, 1, 40, someTime.addSecs(600)},
                                            {1, 2, 5, someTime.addSecs(90)}};
        QCOMPARE(model.perGeneration(), expected);
        QCOMPARE(model.sourceCount(), 2); // one address uses both generations
        QCOMPARE(table.rows(), use.sources);
        QCOMPARE(table.rowCount(), 3);
        model.setCredential({}, {});
        QCOMPARE(table.rowCount(), 0);
    }

    void outcomesHaveWordsEverythingElseItsLabel()
    {
        QCOMPARE(lineLabel({u"served"_s, u"x"_s, {}, 0}, Breakdown::Outcome), u"Served"_s);
        QCOMPARE(lineLabel({u"teleported"_s, u"Teleported"_s, {}, 0}, Breakdown::Outcome), u"Teleported"_s);
        QCOMPARE(lineLabel({u"served"_s, u"Orders"_s, {}, 0}, Breakdown::Route), u"Orders"_s);
        QCOMPARE(lineLabel({u"203.0.113.5"_s, {}, {}, 0}, Breakdown::Source), u"203.0.113.5"_s);
        QCOMPARE(lineLabel({{}, {}, {}, 3}, Breakdown::Route), u"No route of the catalogue"_s);
        QCOMPARE(lineLabel({{}, {}, {}, 3}, Breakdown::Credential), u"Not known"_s);
    }

    /// The tree stands before anything is loaded, as it does on the page.
    void theTreeGrowsWithTheCatalogue()
    {
        ModelFixture fixture;
        CatalogueModel catalogue(fixture.access, fixture.feed);
        PartnerModel partner(fixture.partners, fixture.access, fixture.feed);
        GrantEditor editor(partner, catalogue, fixture.clock);
        ScopeTreeModel tree(editor);
        const Tester tester(&tree, Tester::FailureReportingMode::QtTest);
        QCOMPARE(tree.rowCount(), 0);
        QSignalSpy resets(&tree, &QAbstractItemModel::modelReset);
        scriptCatalogue(fixture, sampleScopes());
        catalogue.ensureLoaded();
        ModelFixture::spin();
        QCOMPARE(tree.rowCount(), 3);
        QCOMPARE(resets.count(), 1);
        const QModelIndex orders = tree.index(0, ScopeTreeModel::ScopeColumn);
        QVERIFY(!(tree.flags(orders) & Qt::ItemIsUserCheckable)); // the grant is not there yet
        scriptPartner(fixture);
        partner.setPartnerId(u"prt_0001"_s);
        ModelFixture::spin();
        QVERIFY(tree.flags(tree.index(0, 0)) & Qt::ItemIsUserCheckable);
        QCOMPARE(tree.index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));

        // Ticking a box changes cells and nothing else: what is unfolded stays unfolded.
        resets.clear();
        QSignalSpy cells(&tree, &QAbstractItemModel::dataChanged);
        QVERIFY(tree.setData(tree.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(editor.hasScope(u"orders:write"_s));
        QCOMPARE(resets.count(), 0);
        QVERIFY(!cells.isEmpty());
        editor.discard();

        // Somebody takes a scope out of the catalogue while the tree is open, and adds another.
        QList<Scope> other = sampleScopes();
        other.removeLast();
        Scope stock;
        stock.name = u"stock:read"_s;
        other.append(stock);
        scriptCatalogue(fixture, other);
        fixture.tell(ChangeKind::Catalogue);
        QCOMPARE(resets.count(), 1);
        QCOMPARE(tree.rowCount(), 3);
        QCOMPARE(tree.index(2, 0).data().toString(), u"stock"_s);

        // The grant is in force all the same when the catalogue may no longer be read: it stays to be taken
        // away.
        fixture.transport.problem("GET", u"/scopes"_s, 403, u"forbidden"_s);
        fixture.transport.problem("GET", u"/plans"_s, 403, u"forbidden"_s);
        fixture.transport.problem("GET", u"/routes"_s, 403, u"forbidden"_s);
        catalogue.refresh();
        ModelFixture::spin();
        QCOMPARE(tree.rowCount(), 2);
        QCOMPARE(tree.index(0, 0, tree.index(1, 0)).data(ScopeTreeModel::ScopeNameRole).toString(),
                 u"invoices:read"_s);
        QCOMPARE(fixture.transport.unscripted(), 0);
    }

    /// "Not used" is a reason to take a scope away: it is said only when the service said so.
    void useThatIsNotKnownIsNotZero()
    {
        ModelFixture fixture;
        CatalogueModel catalogue(fixture.access, fixture.feed);
        PartnerModel partner(fixture.partners, fixture.access, fixture.feed);
        GrantEditor editor(partner, catalogue, fixture.clock);
        ScopeTreeModel tree(editor);
        const Tester tester(&tree, Tester::FailureReportingMode::QtTest);
        scriptCatalogue(fixture, sampleScopes());
        scriptPartner(fixture);
        catalogue.ensureLoaded();
        partner.setPartnerId(u"prt_0001"_s);
        ModelFixture::spin();
        const auto used = [&](int row) {
            return tree.index(row, ScopeTreeModel::UsedColumn, tree.index(0, 0));
        };
        QCOMPARE(used(0).data(ValueRole).toLongLong(), -1);
        QVERIFY(used(0).data().toString().isEmpty());
        QSignalSpy cells(&tree, &QAbstractItemModel::dataChanged);
        tree.setUse(QList<ScopeUse>{{u"orders:read"_s, 1200, someTime}, {u"orders:write"_s, 0, {}}});
        QVERIFY(!cells.isEmpty());
        QCOMPARE(used(0).data().toString(), u"1,200"_s);
        QCOMPARE(used(1).data(ValueRole).toLongLong(), 0);
        QCOMPARE(used(1).data().toString(), u"Not used"_s);
        QCOMPARE(tree.index(0, ScopeTreeModel::UsedColumn).data(ValueRole).toLongLong(), 1200);
        tree.setUse(std::nullopt); // another partner's page opens, or the role is gone
        QCOMPARE(used(0).data(ValueRole).toLongLong(), -1);
        QVERIFY(used(1).data().toString().isEmpty());
        QCOMPARE(tree.index(0, ScopeTreeModel::UsedColumn).data(ValueRole).toLongLong(), -1);
        QVERIFY(spoken(tree, 0).contains(u"1 of 2"_s));
        QVERIFY(tree.index(1, 0, tree.index(0, 0))
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"orders:write, not granted."_s));
        everyColumnHasATitle(tree);
        QVERIFY(!tree.setData(used(0), Qt::Checked, Qt::CheckStateRole)); // no box there
        QVERIFY(!tree.setData(tree.index(0, 0), u"orders"_s, Qt::EditRole));
        QVERIFY(!editor.isDirty());
    }

private:
    static QString spoken(const QAbstractItemModel &model, int row)
    {
        return model.index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    static void everyColumnHasATitle(const QAbstractItemModel &model)
    {
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString().isEmpty());
        }
        QVERIFY(!model.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
        QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::DecorationRole).isValid());
        if (model.rowCount() > 0)
            QVERIFY(!model.index(0, 0).data(Qt::ForegroundRole).isValid()); // colours belong to delegates
    }
    static void scriptCatalogue(ModelFixture &fixture, const QList<Scope> &scopes)
    {
        fixture.transport.reply("GET", u"/scopes"_s, pageOf(scopes));
        fixture.transport.reply("GET", u"/plans"_s, pageOf(samplePlans()));
        fixture.transport.reply("GET", u"/routes"_s, pageOf(QList<Route>()));
    }
    static void scriptPartner(ModelFixture &fixture)
    {
        fixture.transport.reply("GET", u"/partners/prt_0001"_s, toJson(samplePartner()));
        fixture.transport.reply("GET", u"/partners/prt_0001/gates"_s, toJson(StageGates{}));
        fixture.transport.reply("GET", u"/partners/prt_0001/grant"_s, toJson(sampleGrant()));
    }
};

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_item_models.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/catalogue_model.h"
#include "models/access/grant_editor.h"
#include "models/access/scope_tree_model.h"
#include "models/partners/partner_model.h"
#include "tests/models/model_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using T = ScopeTreeModel;

/// Every role of every cell of the scope tree, and what its boxes do.
class TestScopeCells final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        m_fixture->transport.reply("GET", u"/scopes"_s, pageOf(sampleScopes()));
        m_fixture->transport.reply("GET", u"/plans"_s, pageOf(samplePlans()));
        m_fixture->transport.reply("GET", u"/routes"_s, pageOf(QList<Route>()));
        m_fixture->transport.reply("GET", u"/partners/prt_0001"_s, toJson(samplePartner()));
        m_fixture->transport.reply("GET", u"/partners/prt_0001/gates"_s, toJson(StageGates{}));
        m_fixture->transport.reply("GET", u"/partners/prt_0001/grant"_s, toJson(sampleGrant()));
        m_catalogue = std::make_unique<CatalogueModel>(m_fixture->access, m_fixture->feed);
        m_partner = std::make_unique<PartnerModel>(m_fixture->partners, m_fixture->access, m_fixture->feed);
        m_editor = std::make_unique<GrantEditor>(*m_partner, *m_catalogue, m_fixture->clock);
        m_tree = std::make_unique<T>(*m_editor);
        m_catalogue->ensureLoaded();
        m_partner->setPartnerId(u"prt_0001"_s);
        ModelFixture::spin();
        m_tree->setUse(QList<ScopeUse>{{u"orders:read"_s, 1200, {}, {}},
                                       {u"orders:write"_s, 0, {}, {}},
                                       {u"invoices:read"_s, 1, {}, {}}}); // nothing of customers:read
    }
    void cleanup()
    {
        m_tree.reset();
        m_editor.reset();
        m_partner.reset();
        m_catalogue.reset();
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void cells_data()
    {
        QTest::addColumn<int>("group");
        QTest::addColumn<int>("row"); // -1: the group itself
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("role");
        QTest::addColumn<QVariant>("value");
        const auto row = [](const char *name, int group, int index, int column, int role,
                            const QVariant &value) {
            QTest::newRow(name) << group << index << column << role << value;
        };
        const int box = Qt::CheckStateRole;
        const int spoken = Qt::AccessibleTextRole;
        row("group", 0, -1, T::ScopeColumn, Qt::DisplayRole, u"orders"_s);
        row("group, spoken", 0, -1, T::ScopeColumn, spoken, u"orders, 1 of 2 scope(s) granted"_s);
        row("group, box", 0, -1, T::ScopeColumn, box, int(Qt::PartiallyChecked));
        row("group, whole", 1, -1, T::ScopeColumn, box, int(Qt::Checked));
        row("group, none", 2, -1, T::ScopeColumn, box, int(Qt::Unchecked));
        row("group, no box", 0, -1, T::UsedColumn, box, QVariant());
        row("group, no scope", 0, -1, T::ScopeColumn, T::ScopeNameRole, QString());
        row("group, no sentence", 0, -1, T::SentenceColumn, Qt::DisplayRole, QString());
        row("group, use", 0, -1, T::UsedColumn, Qt::DisplayRole, u"1,200"_s);
        row("group, calls", 0, -1, T::UsedColumn, ValueRole, qint64(1200));
        row("group, no colour", 0, -1, T::ScopeColumn, Qt::ForegroundRole, QVariant());
        row("scope", 0, 0, T::ScopeColumn, Qt::DisplayRole, u"orders:read"_s);
        row("scope, id", 0, 0, T::UsedColumn, IdRole, u"orders:read"_s);
        row("scope, name", 0, 1, T::UsedColumn, T::ScopeNameRole, u"orders:write"_s);
        row("scope, spoken", 0, 0, T::ScopeColumn, spoken,
            u"orders:read, granted. Sees orders and their lines"_s);
        row("scope, not granted", 0, 1, T::ScopeColumn, spoken,
            u"orders:write, not granted. Creates and cancels orders"_s);
        row("sentence, spoken", 0, 0, T::SentenceColumn, spoken, u"Sees orders and their lines"_s);
        row("scope, box", 0, 0, T::ScopeColumn, box, int(Qt::Checked));
        row("scope, empty box", 0, 1, T::ScopeColumn, box, int(Qt::Unchecked));
        row("scope, no box", 0, 0, T::SentenceColumn, box, QVariant());
        row("scope, sentence", 0, 0, T::SentenceColumn, Qt::DisplayRole, u"Sees orders and their lines"_s);
        row("scope, use", 0, 0, T::UsedColumn, Qt::DisplayRole, u"1,200"_s);
        row("scope, one call", 1, 0, T::UsedColumn, Qt::DisplayRole, u"1"_s);
        row("scope, no use", 0, 1, T::UsedColumn, Qt::DisplayRole, u"Not used"_s);
        row("scope, no calls", 0, 1, T::UsedColumn, ValueRole, qint64(0));
        row("scope, not known", 2, 0, T::UsedColumn, Qt::DisplayRole, QString());
        row("scope, calls not known", 2, 0, T::UsedColumn, ValueRole, qint64(-1));
        row("group, not known", 2, -1, T::UsedColumn, Qt::DisplayRole, QString());
        row("group, calls not known", 2, -1, T::UsedColumn, ValueRole, qint64(-1));
        row("plain", 0, 0, T::ScopeColumn, T::SensitiveRole, false);
        row("sensitive", 2, 0, T::ScopeColumn, T::SensitiveRole, true);
        row("allowed", 0, 1, T::ScopeColumn, T::ConflictRole, false);
        row("against the basis", 2, 0, T::ScopeColumn, T::ConflictRole, true);
        row("as it was", 0, 0, T::ScopeColumn, T::ChangedRole, false);
        row("scope, no colour", 0, 0, T::ScopeColumn, Qt::ForegroundRole, QVariant());
    }
    void cells()
    {
        QFETCH(const int, group);
        QFETCH(const int, row);
        QFETCH(const int, column);
        QFETCH(const int, role);
        QTEST(at(group, row, column).data(role), "value");
    }

    /// At the edge of the days it is known that it was called, not how often; and a group with one of which
    /// nothing is known has no sum.
    void usedIsNotNotUsed()
    {
        m_tree->setUse(QList<ScopeUse>{{u"orders:read"_s, 0, m_fixture->clock.now(), {}}});
        QCOMPARE(at(0, 0, T::UsedColumn).data().toString(), u"0"_s);
        QVERIFY(at(0, 1, T::UsedColumn).data().toString().isEmpty());
        QCOMPARE(at(0, -1, T::UsedColumn).data(ValueRole).toLongLong(), -1);
    }

    void onlyBoxesAreTicked_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("editable");
        QTest::addColumn<bool>("ticks");
        const int box = Qt::CheckStateRole;
        QTest::newRow("scope") << 1 << int(T::ScopeColumn) << box << true << true;
        QTest::newRow("group") << -1 << int(T::ScopeColumn) << box << true << true;
        QTest::newRow("sentence") << 1 << int(T::SentenceColumn) << box << true << false;
        QTest::newRow("text") << 1 << int(T::ScopeColumn) << int(Qt::EditRole) << true << false;
        QTest::newRow("read only") << 1 << int(T::ScopeColumn) << box << false << false;
    }
    void onlyBoxesAreTicked()
    {
        QFETCH(const int, row);
        QFETCH(const int, column);
        QFETCH(const int, role);
        QFETCH(const bool, editable);
        QFETCH(const bool, ticks);
        m_tree->setEditable(editable);
        const QModelIndex cell = at(0, row, column);
        const bool flagged = m_tree->flags(cell).testFlag(Qt::ItemIsUserCheckable);
        QCOMPARE(flagged, editable && column == T::ScopeColumn);
        QCOMPARE(m_tree->setData(cell, Qt::Checked, role), ticks);
        QCOMPARE(m_editor->hasScope(u"orders:write"_s), ticks);
        QVERIFY(m_editor->hasScope(u"orders:read"_s));
        QCOMPARE(at(0, 1, 0).data(T::ChangedRole).toBool(), ticks);
        QCOMPARE(at(0, -1, 0).data(Qt::CheckStateRole).toInt(),
                 int(ticks ? Qt::Checked : Qt::PartiallyChecked));
        if (!ticks)
            return;
        QVERIFY(m_tree->setData(at(0, 1, 0), Qt::Unchecked, box()));
        QVERIFY(!m_editor->isDirty());
        QVERIFY(!m_tree->setData({}, Qt::Checked, box()));
    }

    void whatIsSearchedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("groups");
        QTest::newRow("name") << u"orders:w"_s << QStringList{u"orders"_s};
        QTest::newRow("title") << u"Change"_s << QStringList{u"orders"_s};
        QTest::newRow("sentence") << u"addresses"_s << QStringList{u"customers"_s};
        QTest::newRow("several") << u"read"_s << QStringList{u"orders"_s, u"invoices"_s, u"customers"_s};
    }
    void whatIsSearchedFor()
    {
        QFETCH(const QString, text);
        QSignalSpy resets(m_tree.get(), &QAbstractItemModel::modelReset);
        m_tree->setFilter(text);
        QStringList groups;
        for (int row = 0; row < m_tree->rowCount(); ++row)
            groups.append(at(row, -1, 0).data().toString());
        QTEST(groups, "groups");
        m_tree->setFilter(text); // the same
        QCOMPARE(resets.count(), 1);
    }

    /// What changes is told of all cells, of groups and of scopes.
    void changesAreToldOfEveryCell()
    {
        QSignalSpy cells(m_tree.get(), &QAbstractItemModel::dataChanged);
        m_tree->setEditable(true); // is so
        QCOMPARE(cells.count(), 0);
        m_tree->setEditable(false);
        QCOMPARE(cells.count(), 4); // the groups, and what is in each of three
        const auto corners = [&cells](int i) {
            const QModelIndex from = cells.at(i).at(0).toModelIndex();
            const QModelIndex to = cells.at(i).at(1).toModelIndex();
            return QList<int>{from.row(), from.column(), to.row(), to.column()};
        };
        QCOMPARE(corners(0), (QList<int>{0, 0, 2, T::ColumnCount - 1}));
        QCOMPARE(corners(1), (QList<int>{0, 0, 1, T::ColumnCount - 1}));
        QCOMPARE(corners(2), (QList<int>{0, 0, 0, T::ColumnCount - 1}));
        QCOMPARE(m_tree->rowCount(at(0, -1, 1)), 0); // only the first column has children
        QCOMPARE(m_tree->rowCount(at(0, 0, 0)), 0);
        QCOMPARE(at(0, 1, 0).parent(), at(0, -1, 0));
        QVERIFY(!at(0, -1, 0).parent().isValid());
        QVERIFY(!m_tree->data({}, Qt::DisplayRole).isValid());
    }

private:
    static int box() { return Qt::CheckStateRole; }
    QModelIndex at(int group, int row, int column) const
    {
        if (row < 0)
            return m_tree->index(group, column);
        return m_tree->index(row, column, m_tree->index(group, 0));
    }

    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<CatalogueModel> m_catalogue;
    std::unique_ptr<PartnerModel> m_partner;
    std::unique_ptr<GrantEditor> m_editor;
    std::unique_ptr<T> m_tree;
};

QTEST_GUILESS_MAIN(TestScopeCells)
#include "tst_scope_cells.moc"

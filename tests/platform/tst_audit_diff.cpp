// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/audit_diff.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

namespace {

QJsonArray items(int from, int to)
{
    QJsonArray list;
    for (int i = from; i <= to; ++i)
        list.append(u"orders.part-%1:read"_s.arg(i));
    return list;
}

QJsonObject contact(const QString &kind, const QString &email)
{
    return {{u"kind"_s, kind}, {u"email"_s, email}};
}

} // namespace

/// What an audit event says of a change, so that it can be read item by item.
class TestAuditDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsThatDiffer()
    {
        const QList<FieldChange> changes =
            auditDiff({{u"a"_s, 1}, {u"b"_s, u"x"_s}, {u"c"_s, true}, {u"n"_s, QJsonObject{{u"m"_s, 1}}}},
                      {{u"a"_s, 2}, {u"b"_s, u"x"_s}, {u"c"_s, true}, {u"n"_s, QJsonObject{{u"m"_s, 2}}}});
        QCOMPARE(changes, (QList<FieldChange>{{u"a"_s, u"1"_s, u"2"_s}, {u"n.m"_s, u"1"_s, u"2"_s}}));
        QVERIFY(auditDiff({{u"a"_s, 1}}, {{u"a"_s, 2}}, {u"a"_s}).isEmpty());
    }

    /// However long the list is: what went and what came stands whole, what stayed once.
    void aListChangesItemByItem_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 2, 60, 500})
            QTest::addRow("%d items", size) << size;
    }
    void aListChangesItemByItem()
    {
        QFETCH(int, size);
        const QList<FieldChange> changes =
            auditDiff({{u"scopes"_s, items(1, size)}}, {{u"scopes"_s, items(2, size + 1)}});
        QCOMPARE(changes.at(0), (FieldChange{u"scopes"_s, u"orders.part-1:read"_s, {}}));
        QCOMPARE(changes.at(1), (FieldChange{u"scopes"_s, {}, u"orders.part-%1:read"_s.arg(size + 1)}));
        QCOMPARE(changes.size(), size > 1 ? 3 : 2);
        if (size > 1) {
            QCOMPARE(changes.at(2).before, changes.at(2).after);
            QVERIFY(changes.at(2).before.startsWith(u"orders.part-2:read"_s));
        }
    }

    void listsThatBeginAndEnd()
    {
        QCOMPARE(auditDiff({}, {{u"tags"_s, QJsonArray{u"a"_s, u"b"_s}}}),
                 (QList<FieldChange>{{u"tags"_s, {}, u"a"_s}, {u"tags"_s, {}, u"b"_s}}));
        QCOMPARE(auditDiff({{u"tags"_s, QJsonArray{u"a"_s}}}, {{u"tags"_s, QJsonArray{}}}),
                 (QList<FieldChange>{{u"tags"_s, u"a"_s, {}}}));
        QVERIFY(auditDiff({{u"tags"_s, QJsonArray{u"a"_s}}}, {{u"tags"_s, QJsonArray{u"a"_s}}}).isEmpty());
    }

    /// One item with a comma is not two; whoever reads the event can tell.
    void anItemWithACommaIsOne()
    {
        QCOMPARE(auditDiff({{u"s"_s, QJsonArray{u"Head"_s, u"Bluefen Foods, board"_s}}},
                           {{u"s"_s, QJsonArray{u"Head"_s, u"\"Bob\" Smith"_s, u"Meyer, Hans"_s}}}),
                 (QList<FieldChange>{{u"s"_s, u"\"Bluefen Foods, board\""_s, {}},
                                     {u"s"_s, {}, u"\"\"\"Bob\"\" Smith\""_s},
                                     {u"s"_s, {}, u"\"Meyer, Hans\""_s},
                                     {u"s"_s, u"Head"_s, u"Head"_s}}));
        QCOMPARE(
            auditDiff({{u"s"_s, QJsonArray{u"a, b"_s, u"c"_s}}}, {{u"s"_s, QJsonArray{u"c"_s, u"a, b"_s}}}),
            (QList<FieldChange>{{u"s"_s, u"\"a, b\", c"_s, u"c, \"a, b\""_s}}));
    }

    void theSameItemTwiceCountsTwice()
    {
        QCOMPARE(auditDiff({{u"t"_s, QJsonArray{u"a"_s, u"a"_s}}}, {{u"t"_s, QJsonArray{u"a"_s}}}),
                 (QList<FieldChange>{{u"t"_s, u"a"_s, {}}, {u"t"_s, u"a"_s, u"a"_s}}));
    }

    void anotherOrderIsBothOrders()
    {
        QCOMPARE(auditDiff({{u"t"_s, QJsonArray{u"a"_s, u"b"_s}}}, {{u"t"_s, QJsonArray{u"b"_s, u"a"_s}}}),
                 (QList<FieldChange>{{u"t"_s, u"a, b"_s, u"b, a"_s}}));
    }

    /// Objects that can be told apart change field by field.
    void objectsChangeByTheirFields()
    {
        const QJsonArray before{contact(u"security"_s, u"old@example.org"_s),
                                contact(u"business"_s, u"b@example.org"_s)};
        const QJsonArray after{contact(u"security"_s, u"new@example.org"_s),
                               contact(u"business"_s, u"b@example.org"_s)};
        QCOMPARE(auditDiff({{u"contacts"_s, before}}, {{u"contacts"_s, after}}),
                 (QList<FieldChange>{
                     {u"contacts[security].email"_s, u"old@example.org"_s, u"new@example.org"_s}}));
        const QList<FieldChange> gone =
            auditDiff({{u"contacts"_s, before}}, {{u"contacts"_s, QJsonArray{before.at(1)}}});
        QCOMPARE(gone.size(), 2);
        QCOMPARE(gone.at(0), (FieldChange{u"contacts[security].email"_s, u"old@example.org"_s, {}}));
    }

    void objectsThatCannotBeToldApartStayWhole()
    {
        const QJsonObject one{{u"m"_s, 1}};
        const QJsonObject two{{u"m"_s, 2}};
        const QJsonObject three{{u"m"_s, 3}};
        const QList<FieldChange> changes =
            auditDiff({{u"r"_s, QJsonArray{one, two}}}, {{u"r"_s, QJsonArray{one, three}}});
        QCOMPARE(changes, (QList<FieldChange>{{u"r"_s, u"{\"m\":2}"_s, {}},
                                              {u"r"_s, {}, u"{\"m\":3}"_s},
                                              {u"r"_s, u"{\"m\":1}"_s, u"{\"m\":1}"_s}}));
    }
};

QTEST_APPLESS_MAIN(TestAuditDiff)
#include "tst_audit_diff.moc"

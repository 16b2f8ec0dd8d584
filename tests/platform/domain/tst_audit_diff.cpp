// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/audit_diff.h"

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

    /// Every kind of value as people read it: numbers without a tail, texts of a bounded length.
    void valuesAsTexts_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("true") << QJsonValue(true) << u"true"_s;
        QTest::newRow("false") << QJsonValue(false) << u"false"_s;
        QTest::newRow("whole") << QJsonValue(12) << u"12"_s;
        QTest::newRow("large") << QJsonValue(qint64{9007199254740991}) << u"9007199254740991"_s;
        QTest::newRow("part") << QJsonValue(0.5) << u"0.5"_s;
        QTest::newRow("many digits") << QJsonValue(0.1234567890123456) << u"0.123456789012"_s;
        QTest::newRow("text") << QJsonValue(u"x"_s) << u"x"_s;
        QTest::newRow("long text") << QJsonValue(QString(2001, u'x')) << QString(2000, u'x');
        QTest::newRow("text at the bound") << QJsonValue(QString(2000, u'x')) << QString(2000, u'x');
        QTest::newRow("null") << QJsonValue(QJsonValue::Null) << QString();
    }
    void valuesAsTexts()
    {
        QFETCH(QJsonValue, value);
        QFETCH(QString, text);
        const QJsonValue other(u"other"_s);
        QCOMPARE(auditDiff({{u"a"_s, other}}, {{u"a"_s, value}}),
                 (QList<FieldChange>{{u"a"_s, u"other"_s, text}}));
        QCOMPARE(auditDiff({{u"a"_s, value}}, {{u"a"_s, other}}),
                 (QList<FieldChange>{{u"a"_s, text, u"other"_s}}));
    }

    /// A member may come, go, or become another kind of value.
    void membersComeAndGo()
    {
        const QJsonObject object{{u"m"_s, 1}, {u"n"_s, u"x"_s}};
        QCOMPARE(auditDiff({}, {{u"o"_s, object}}),
                 (QList<FieldChange>{{u"o.m"_s, {}, u"1"_s}, {u"o.n"_s, {}, u"x"_s}}));
        QCOMPARE(auditDiff({{u"o"_s, object}}, {}),
                 (QList<FieldChange>{{u"o.m"_s, u"1"_s, {}}, {u"o.n"_s, u"x"_s, {}}}));
        QCOMPARE(auditDiff({{u"o"_s, object}}, {{u"o"_s, u"x"_s}}),
                 (QList<FieldChange>{{u"o"_s, u"{\"m\":1,\"n\":\"x\"}"_s, u"x"_s}}));
        QCOMPARE(auditDiff({{u"o"_s, u"x"_s}}, {{u"o"_s, QJsonObject{{u"m"_s, 1}}}}),
                 (QList<FieldChange>{{u"o"_s, u"x"_s, u"{\"m\":1}"_s}}));
        QCOMPARE(auditDiff({{u"o"_s, QJsonArray{u"a"_s, u"b"_s}}}, {{u"o"_s, 5}}),
                 (QList<FieldChange>{{u"o"_s, u"a, b"_s, u"5"_s}}));
        QCOMPARE(auditDiff({{u"o"_s, 5}}, {{u"o"_s, QJsonArray{u"a"_s}}}),
                 (QList<FieldChange>{{u"o"_s, u"5"_s, u"a"_s}}));
        QCOMPARE(auditDiff({{u"b"_s, 1}}, {{u"a"_s, 1}}), // in the order of their names
                 (QList<FieldChange>{{u"a"_s, {}, u"1"_s}, {u"b"_s, u"1"_s, {}}}));
        QVERIFY(auditDiff({{u"a"_s, 1}, {u"b"_s, 1}}, {{u"a"_s, 2}, {u"b"_s, 1}}, {u"a"_s}).isEmpty());
    }

    /// Two of one kind cannot be told apart by it; the same ones in another order are both orders.
    void objectsByTheirIdentity()
    {
        const QJsonObject a = contact(u"a"_s, u"1"_s);
        const QJsonObject b = contact(u"b"_s, u"2"_s);
        const auto changed = [](const QJsonArray &before, const QJsonArray &after) {
            return auditDiff({{u"c"_s, before}}, {{u"c"_s, after}});
        };
        QCOMPARE(changed({a, b}, {b, a}).size(), 1);
        QCOMPARE(changed({a, b}, {b, a}).constFirst().field, u"c"_s);
        QVERIFY(changed({a, b}, {b, a}).constFirst().before != changed({a, b}, {b, a}).constFirst().after);
        QCOMPARE(changed({a}, {a, b}),
                 (QList<FieldChange>{{u"c[b].email"_s, {}, u"2"_s}, {u"c[b].kind"_s, {}, u"b"_s}}));
        QCOMPARE(changed({}, {a}).size(), 2);
        const QJsonObject twin = contact(u"a"_s, u"3"_s);
        QCOMPARE(changed({a}, {a, twin}),
                 (QList<FieldChange>{{u"c"_s, {}, u"{\"email\":\"3\",\"kind\":\"a\"}"_s},
                                     {u"c"_s, u"{\"email\":\"1\",\"kind\":\"a\"}"_s,
                                      u"{\"email\":\"1\",\"kind\":\"a\"}"_s}}));
        // An id comes before a kind.
        const QJsonObject first{{u"id"_s, u"x"_s}, {u"kind"_s, u"k"_s}, {u"v"_s, 1}};
        const QJsonObject second{{u"id"_s, u"x"_s}, {u"kind"_s, u"k"_s}, {u"v"_s, 2}};
        QCOMPARE(changed({first}, {second}), (QList<FieldChange>{{u"c[x].v"_s, u"1"_s, u"2"_s}}));
        QCOMPARE(changed({QJsonObject{{u"id"_s, 7}, {u"kind"_s, u"k"_s}, {u"v"_s, 1}}},
                         {QJsonObject{{u"id"_s, 7}, {u"kind"_s, u"k"_s}, {u"v"_s, 2}}}),
                 (QList<FieldChange>{{u"c[k].v"_s, u"1"_s, u"2"_s}}));
    }

    /// However many stay: what is said of them has a bound.
    void whatStayedIsBounded()
    {
        QJsonArray many = items(1, 500);
        QJsonArray more = many;
        more.append(u"new"_s);
        const QList<FieldChange> changes = auditDiff({{u"s"_s, many}}, {{u"s"_s, more}});
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(1).before.size(), 2000);
        QCOMPARE(changes.at(1).after, changes.at(1).before);
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

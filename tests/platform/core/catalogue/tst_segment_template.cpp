// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/catalogue/segment_template.h"

#include <QTest>

#include <rapidcheck.h>

using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

QString valuesIn(const QString &pattern, const QString &segment)
{
    const auto made = SegmentTemplate::parse(pattern);
    if (!made)
        return u"refused"_s;
    const auto values = made->match(segment);
    return values ? QStringList(values->begin(), values->end()).join(u'|') : u"none"_s;
}

/// Every way to cut `segment` along `pieces` ("*": a parameter), by trying each length.
void cut(const QStringList &pieces, qsizetype at, QStringView segment, const QStringList &values,
         QList<QStringList> &ways)
{
    if (at == pieces.size()) {
        if (segment.isEmpty())
            ways.append(values);
        return;
    }
    if (pieces[at] != u"*") {
        if (segment.startsWith(pieces[at]))
            cut(pieces, at + 1, segment.sliced(pieces[at].size()), values, ways);
        return;
    }
    for (qsizetype length = 1; length <= segment.size(); ++length)
        cut(pieces, at + 1, segment.sliced(length), values + QStringList{segment.first(length).toString()},
            ways);
}

} // namespace

class TestSegmentTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("segment");
        QTest::addColumn<QString>("values");
        const auto row = [](const QString &pattern, const QString &segment, const QString &values) {
            QTest::addRow("%s in %s", qPrintable(segment), qPrintable(pattern))
                << pattern << segment << values;
        };
        row(u"a"_s, u"a"_s, u""_s);
        row(u"a"_s, u"b"_s, u"none"_s);
        row(u""_s, u""_s, u""_s);
        row(u"{x}"_s, u"a.b"_s, u"a.b"_s);
        row(u"{x}"_s, u""_s, u"none"_s);
        row(u"{x}.json"_s, u"a.json"_s, u"a"_s);
        row(u"{x}.json"_s, u"a.json.json"_s, u"a.json"_s);
        row(u"{x}.json"_s, u".json"_s, u"none"_s);
        row(u"{x}.json"_s, u"a.JSON"_s, u"none"_s);
        row(u"v{x}"_s, u"v1"_s, u"1"_s);
        row(u"v{x}"_s, u"v"_s, u"none"_s);
        row(u"{base}...{head}"_s, u"main...fix"_s, u"main|fix"_s);
        row(u"{base}...{head}"_s, u"a...b...c"_s, u"none"_s); // two readings
        row(u"{base}...{head}"_s, u"a....b"_s, u"none"_s);    // "a" and ".b", or "a." and "b"
        row(u"{a}-{b}-{c}"_s, u"1-2-3"_s, u"1|2|3"_s);
        row(u"{a-b}"_s, u"x"_s, u"x"_s);
    }
    void fits()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, segment);
        QFETCH(QString, values);
        QCOMPARE(valuesIn(pattern, segment), values);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const QString &pattern : {u"{x"_s,
                                       u"x}"_s,
                                       u"{}"_s,
                                       u"{x y}"_s,
                                       u"{x}{y}"_s,
                                       u"a/b"_s,
                                       u"%41"_s,
                                       u"a;b"_s,
                                       u"a?b"_s,
                                       u"a#b"_s,
                                       u"."_s,
                                       u".."_s,
                                       u"a."_s,
                                       u"{x}."_s,
                                       u"a "_s,
                                       u"{{x}}"_s,
                                       u"a\\b"_s,
                                       u"a\nb"_s,
                                       u"{a}-{b}-{c}-{d}-{e}"_s,
                                       QString(u'{' + QString(65, u'x') + u'}')})
            QTest::addRow("%s", qPrintable(pattern)) << pattern;
    }
    void refuses()
    {
        QFETCH(QString, pattern);
        QCOMPARE(valuesIn(pattern, u"a"_s), u"refused"_s);
    }

    void fitsInExactlyOneWay()
    {
        QVERIFY(rc::check("as trying every cut says", [] {
            QStringList pieces;
            QString pattern;
            const int count = *rc::gen::inRange(1, 4);
            for (int i = 0; i < count; ++i) {
                const QString literal = *rc::gen::element<QString>(u"."_s, u"-"_s, u"a"_s, u".."_s, u"a."_s) +
                                        u"b"_s.repeated(i % 2);
                pieces << u"*"_s << literal;
                pattern += u"{p%1}"_s.arg(i) + literal;
            }
            const bool before = *rc::gen::arbitrary<bool>();
            const QString end = before ? u"{last}"_s : u"z"_s;
            pieces << (before ? u"*"_s : u"z"_s);
            pattern += end;
            QString segment;
            const int length = *rc::gen::inRange(0, 9);
            for (int i = 0; i < length; ++i)
                segment += *rc::gen::element(u'.', u'-', u'a', u'b', u'z');
            const auto made = SegmentTemplate::parse(pattern);
            RC_ASSERT(made.has_value());
            QList<QStringList> ways;
            cut(pieces, 0, segment, {}, ways);
            const auto found = made->match(segment);
            RC_ASSERT(found.has_value() == (ways.size() == 1));
            if (found)
                RC_ASSERT(QStringList(found->begin(), found->end()) == ways.constFirst());
        }));
    }

    /// A long segment with as many readings as there are.
    void endsSoon()
    {
        const auto made = SegmentTemplate::parse(u"{a}-{b}-{c}-{d}");
        QVERIFY(made);
        QVERIFY(!made->match(QString(4096, u'-')));
        QVERIFY(!made->match(QString(u"x-"_s.repeated(4096) + u'-')));
        const auto other = SegmentTemplate::parse(u"{a}-{b}-{c}!{d}z");
        QVERIFY(other);
        QVERIFY(!other->match(QString(u"-"_s.repeated(100'000) + u'z')));
    }
};

QTEST_APPLESS_MAIN(TestSegmentTemplate)
#include "tst_segment_template.moc"

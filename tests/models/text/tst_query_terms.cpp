// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/query_terms.h"

#include <rapidcheck.h>

#include <QtTest>

using namespace pc::models;
using namespace Qt::StringLiterals;

namespace {

/// Whatever people and machines write, with the signs that mean something here.
QString anyText()
{
    QString text;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
        text += QChar(*rc::gen::elementOf(std::u16string(u"ab:-\"\\ \t,.ß→_1")));
    return text;
}

QString anyField()
{
    return *rc::gen::element(QString(), u"actor"_s, u"user_agent"_s, u"x"_s);
}

} // namespace

class TestQueryTerms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terms()
    {
        const QList<QueryTerm> read = queryTerms(
            u"  Actor:ops-1 -status:403 path:\"/a \\\"b\\\\\" word \"two words\" -x - a:\"open q"_s);
        const QList<QueryTerm> wanted{
            {u"actor"_s, u"ops-1"_s, false, u"Actor:ops-1"_s},
            {u"status"_s, u"403"_s, true, u"-status:403"_s},
            {u"path"_s, u"/a \"b\\"_s, false, u"path:\"/a \\\"b\\\\\""_s},
            {{}, u"word"_s, false, u"word"_s},
            {{}, u"two words"_s, false, u"\"two words\""_s},
            {{}, u"-x"_s, false, u"-x"_s},
            {{}, u"-"_s, false, u"-"_s},
            {u"a"_s, u"open q"_s, false, u"a:\"open q\""_s},
        };
        QCOMPARE(read.size(), wanted.size());
        for (int i = 0; i < read.size(); ++i) {
            QCOMPARE(read.at(i).field, wanted.at(i).field);
            QCOMPARE(read.at(i).value, wanted.at(i).value);
            QCOMPARE(read.at(i).isExcluded, wanted.at(i).isExcluded);
            QCOMPARE(read.at(i).text, wanted.at(i).text);
        }
        QVERIFY(queryTerms(u" \t "_s).isEmpty());
    }

    /// One term, and nothing else of it.
    void whatIsWrittenIsRead()
    {
        QVERIFY(rc::check("a term reads back", [] {
            const QString field = anyField();
            const QString value = anyText();
            const bool isExcluded = !field.isEmpty() && *rc::gen::arbitrary<bool>();
            const QString text = termText(field, value, isExcluded);
            const QList<QueryTerm> terms = queryTerms(u"first "_s + text + u" last"_s);
            RC_ASSERT(terms.size() == 3);
            if (field.isEmpty() && value.contains(u':') && !text.startsWith(u'"'))
                return; // a word that looks like a field is one
            RC_ASSERT(terms.at(1) == (QueryTerm{field, value, isExcluded, text}));
        }));
    }

    /// Whatever is typed: its terms, put together again, are the same terms.
    void everyLineIsRead()
    {
        QVERIFY(rc::check("terms are stable", [] {
            const QString line = anyText() + u' ' + anyText();
            const QList<QueryTerm> terms = queryTerms(line);
            QStringList texts;
            for (const QueryTerm &term : terms)
                texts.append(term.text);
            RC_ASSERT(queryTerms(texts.join(u' ')) == terms);
        }));
    }

    void instants()
    {
        const QDateTime whole({2026, 11, 27}, {14, 3, 17}, Qt::UTC);
        QCOMPARE(timeValue(whole), u"2026-11-27T14:03:17Z"_s);
        QCOMPARE(timeValue(whole.addMSecs(482)), u"2026-11-27T14:03:17.482Z"_s);
        QCOMPARE(timeValue(whole.toOffsetFromUtc(3600)), u"2026-11-27T14:03:17Z"_s);
    }
};

QTEST_GUILESS_MAIN(TestQueryTerms)
#include "tst_query_terms.moc"

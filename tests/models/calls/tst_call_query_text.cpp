// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/call_fields.h"
#include "models/calls/call_query_text.h"

#include <rapidcheck.h>

#include <QtTest>

using namespace pc;
using namespace pc::models;
using namespace Qt::StringLiterals;
using Code = CallQueryFault::Code;

namespace {

const TimeFrame frame{QDateTime({2026, 11, 28}, {9, 30}, Qt::UTC), QTimeZone::utc(),
                      QLocale(QLocale::English)};

QString valueFor(CallField field)
{
    switch (field) {
    case CallField::Outcome:
        return toText(*rc::gen::element(Outcome::Served, Outcome::Refused, Outcome::Throttled));
    case CallField::Reason:
        return toText(*rc::gen::element(DecisionReason::Allowed, DecisionReason::MissingScope,
                                        DecisionReason::RateLimited));
    case CallField::Realm:
        return toText(*rc::gen::element(Realm::Sandbox, Realm::Production));
    case CallField::Status:
        return QString::number(*rc::gen::inRange(0, 1000));
    case CallField::Generation:
        return QString::number(*rc::gen::inRange(0, 1000));
    default:
        break;
    }
    // Ids, addresses, and of the fields that take one value whatever a machine sent.
    QString text = *rc::gen::element(u"prt_56be"_s, u"203.0.113.7"_s, u"2001:db8::1"_s, u"edge-1"_s);
    if (!rules::callField(field).takesSeveral)
        text += *rc::gen::element(QString(), u" b"_s, u"\"q\" \\"_s, u",c"_s, u"\\\""_s, u" -status:4"_s);
    return text;
}

/// In the order of the fields, as the text form has it.
CallFilter anyFilter()
{
    CallFilter filter;
    for (const rules::CallFieldRow &row : rules::callFields()) {
        for (const bool isExcluded : {false, true}) {
            if ((isExcluded && !row.takesSeveral) || *rc::gen::inRange(0, 3) > 0)
                continue;
            QStringList values;
            for (int i = row.takesSeveral ? *rc::gen::inRange(1, 4) : 1; i > 0; --i) {
                const QString value = valueFor(row.field);
                if (!values.contains(value))
                    values.append(value);
            }
            filter.set(row.field, values, isExcluded);
        }
    }
    const QDateTime from =
        QDateTime({2026, 11, 1}, {0, 0}, Qt::UTC).addMSecs(*rc::gen::inRange(0, 1'000'000));
    if (*rc::gen::arbitrary<bool>())
        filter.from = from;
    if (*rc::gen::arbitrary<bool>())
        filter.to = from.addMSecs(*rc::gen::inRange(1, 1'000'000'000));
    return filter;
}

CallFilter filterOf(const QString &line, const CallFilter &base = {})
{
    return parseCallQuery(line, base, frame).filter;
}

} // namespace

/// The text form of what calls are asked for.
class TestCallQueryText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        QVERIFY(rc::check("a filter reads back", [] {
            const CallFilter filter = anyFilter();
            const QString text = callQueryText(filter);
            const CallQueryText read = parseCallQuery(text, {}, frame);
            RC_ASSERT(read.fault == CallQueryFault());
            RC_ASSERT(read.words.isEmpty());
            RC_ASSERT(read.filter == filter);
            RC_ASSERT(callQueryText(read.filter) == text);
        }));
    }

    void aLineOfAllKinds()
    {
        const CallFilter filter =
            filterOf(u"partner:prt_56be reason:missing_scope,rate_limited -status:403 source:203.0.113.7 "
                     "user_agent:\"a, b/1\" after:2026-11-27 before:2026-11-27T14:00:00Z"_s);
        QCOMPARE(filter.values(CallField::Partner), QStringList{u"prt_56be"_s});
        QCOMPARE(filter.values(CallField::Reason), (QStringList{u"missing_scope"_s, u"rate_limited"_s}));
        QCOMPARE(filter.values(CallField::Status, true), QStringList{u"403"_s});
        QVERIFY(filter.values(CallField::Status).isEmpty());
        QCOMPARE(filter.values(CallField::UserAgent), QStringList{u"a, b/1"_s});
        QCOMPARE(filter.from, std::optional(QDateTime({2026, 11, 27}, {0, 0}, Qt::UTC)));
        QCOMPARE(filter.to, std::optional(QDateTime({2026, 11, 27}, {14, 0}, Qt::UTC)));
        // Again and again is all of them; names of parameters are understood.
        QCOMPARE(filterOf(u"STATUS:401 status:403,401"_s).values(CallField::Status),
                 (QStringList{u"401"_s, u"403"_s}));
        QCOMPARE(filterOf(u"route_id:rte_1"_s).values(CallField::Route), QStringList{u"rte_1"_s});
    }

    /// Ids need no field.
    void whatIsPastedIsUnderstood()
    {
        const CallQueryText read = parseCallQuery(
            u"dec_01HZX59QAB 203.0.113.7 prt_7Kq2mX0b crd_4fJ8sWq1Rk0ZtB6y acme gmbh"_s, {}, frame);
        QCOMPARE(read.filter.values(CallField::Decision), QStringList{u"dec_01HZX59QAB"_s});
        QCOMPARE(read.filter.values(CallField::Source), QStringList{u"203.0.113.7"_s});
        QCOMPARE(read.filter.values(CallField::Partner), QStringList{u"prt_7Kq2mX0b"_s});
        QCOMPARE(read.filter.values(CallField::Credential), QStringList{u"crd_4fJ8sWq1Rk0ZtB6y"_s});
        QCOMPARE(read.words, u"acme gmbh"_s);
        QCOMPARE(read.fault, (CallQueryFault{Code::Words, {}, u"acme gmbh"_s}));
        const QString key =
            u"pcx_cs_sbx_0123456789abcdef_0123456789012345678901234567890123456789012cccccc"_s;
        const CallQueryText pasted = parseCallQuery(key, {}, frame);
        QCOMPARE(pasted.filter.values(CallField::Credential), QStringList{u"crd_0123456789abcdef"_s});
        QVERIFY(!callQueryText(pasted.filter).contains(u"0123456789012345"_s));
        const CallQueryText token =
            parseCallQuery(u"pco_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJK"_s, {}, frame);
        QVERIFY(token.words.isEmpty()); // a secret is no word
    }

    void faults_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const QString &line, Code code, const QString &field, const QString &value) {
            QTest::newRow(qPrintable(line)) << line << int(code) << field << value;
        };
        row(u"bogus:1 other:2"_s, Code::UnknownField, u"bogus"_s, u"1"_s);
        row(u"-bogus:1"_s, Code::UnknownField, u"bogus"_s, u"1"_s);
        row(u"-after:2026"_s, Code::UnknownField, u"after"_s, u"2026"_s);
        row(u"status:"_s, Code::MissingValue, u"status"_s, {});
        row(u"status:,"_s, Code::MissingValue, u"status"_s, u","_s);
        row(u"path:\"\""_s, Code::MissingValue, u"path"_s, {});
        row(u"after:"_s, Code::MissingValue, u"after"_s, {});
        row(u"status:403,abc"_s, Code::WrongValue, u"status"_s, u"abc"_s);
        row(u"reason:nonsense"_s, Code::WrongValue, u"reason"_s, u"nonsense"_s);
        row(u"outcome:unknown"_s, Code::WrongValue, u"outcome"_s, u"unknown"_s);
        row(u"after:soon"_s, Code::NotATime, u"after"_s, u"soon"_s);
        row(u"before:2026-02-31"_s, Code::NotATime, u"before"_s, u"2026-02-31"_s);
        row(u"after:2026-11-27 before:2026-11-27"_s, Code::EndsFirst, {}, {});
        row(u"-path:/a"_s, Code::NotExcludable, u"path"_s, u"/a"_s);
        row(u"path:/a path:/b"_s, Code::OneValueOnly, u"path"_s, u"/b"_s);
        row(u"acme"_s, Code::Words, {}, u"acme"_s);
        row(u"status:403"_s, Code::None, {}, {});
    }
    void faults()
    {
        QFETCH(const QString, line);
        QFETCH(const int, code);
        QFETCH(const QString, field);
        QFETCH(const QString, value);
        const CallQueryText read = parseCallQuery(line + u" method:GET"_s, {}, frame);
        QCOMPARE(int(read.fault.code), code);
        QCOMPARE(read.fault.field, field);
        QCOMPARE(read.fault.value, value);
        QCOMPARE(read.filter.values(CallField::Method), QStringList{u"GET"_s}); // the rest is read
    }

    void fiftyValuesAreEnough()
    {
        QStringList values;
        for (int i = 0; i < rules::mostCallValues; ++i)
            values.append(QString::number(100 + i));
        const QString line = u"status:"_s + values.join(u',');
        QCOMPARE(parseCallQuery(line, {}, frame).fault.code, Code::None);
        QCOMPARE(parseCallQuery(line + u",700"_s, {}, frame).fault.code, Code::TooManyValues);
    }

    /// A fixed partner or a chip of times stays, unless the line says otherwise.
    void theBaseStays()
    {
        CallFilter base;
        base.set(CallField::Partner, {u"prt_1"_s});
        base.from = frame.now;
        QCOMPARE(filterOf(u"status:403"_s, base).values(CallField::Partner), QStringList{u"prt_1"_s});
        QCOMPARE(filterOf(u"status:403"_s, base).from, base.from);
        QCOMPARE(filterOf(u"partner:prt_2"_s, base).values(CallField::Partner), QStringList{u"prt_2"_s});
        QCOMPARE(filterOf(u"after:2026-11-27"_s, base).from,
                 std::optional(QDateTime({2026, 11, 27}, {0, 0}, Qt::UTC)));
    }

    void filterForThis()
    {
        QCOMPARE(withCallField({}, CallField::Status, u"403"_s), u"status:403"_s);
        QCOMPARE(withCallField(u"status:401,404 method:GET"_s, CallField::Status, u"403"_s),
                 u"method:GET status:403"_s);
        QCOMPARE(withCallField(u"method:GET -status:403"_s, CallField::Status, u"404"_s, true),
                 u"method:GET -status:403,404"_s);
        QCOMPARE(withCallField(u"-status:403"_s, CallField::Status, u"403"_s, true), u"-status:403"_s);
        QCOMPARE(withCallField(u"-status:403"_s, CallField::Status, u"403"_s), u"status:403"_s);
        QCOMPARE(withCallField(u"status:403"_s, CallField::Status, u"403"_s, true), u"-status:403"_s);
        QCOMPARE(withCallField({}, CallField::UserAgent, u"a \"b\""_s), u"user_agent:\"a \\\"b\\\"\""_s);
    }

    void everyFieldHasItsName()
    {
        const QStringList fields = callQueryFields();
        QCOMPARE(fields.size(), qsizetype(rules::callFields().size()) + 2);
        for (const QString &field : fields)
            QCOMPARE(parseCallQuery(field + u":"_s, {}, frame).fault,
                     (CallQueryFault{Code::MissingValue, field, {}}));
    }
};

QTEST_GUILESS_MAIN(TestCallQueryText)
#include "tst_call_query_text.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/audit_query_text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

const QDateTime anHourAgo({2025, 11, 21}, {9, 24}, Qt::UTC);

QString memberOf(const AuditQuery &query, const QString &field)
{
    return field == "actor"_L1                           ? query.actor
           : field == "action"_L1                        ? query.action
           : field == "partner"_L1                       ? query.partnerId
           : field == "target"_L1                        ? query.targetId
           : field == "request"_L1                       ? query.requestId
           : field == "after"_L1 || field == "before"_L1 ? QString()
                                                         : u"no such member"_s;
}

} // namespace

/// The query line of the audit trail: whatever people type is either meant or said to be wrong.
class TestAuditQueryText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("fields"); // "actor=… action=…" in the order of auditQueryFields()
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("unknown");
        QTest::addColumn<QString>("empty");
        const auto row = [](const char *name, const QString &line, const QString &fields,
                            const QString &text = {}, const QString &unknown = {},
                            const QString &empty = {}) {
            QTest::newRow(name) << line << fields << text << unknown << empty;
        };
        row("nothing", {}, {});
        row("blanks", u"  \t "_s, {});
        row("a word", u"4711"_s, {}, u"4711"_s);
        row("words", u" agreed   by\tphone "_s, {}, u"agreed by phone"_s);
        row("a field", u"actor:ops-1"_s, u"actor=ops-1"_s);
        row("every field", u"request:req_1 target:crd_2 partner:prt_3 action:grant.edit actor:ops-1"_s,
            u"actor=ops-1 action=grant.edit partner=prt_3 target=crd_2 request=req_1"_s);
        row("fields and words", u"ticket actor:ops-1 4711 action:credential.*"_s,
            u"actor=ops-1 action=credential.*"_s, u"ticket 4711"_s);
        row("the last one counts", u"actor:ops-1 actor:ops-2"_s, u"actor=ops-2"_s);
        row("quoted value", u"target:\"two words\" x"_s, u"target=two words"_s, u"x"_s);
        row("quoted words", u"\"by phone\" actor:ops-1"_s, u"actor=ops-1"_s, u"by phone"_s);
        row("quoted colon is no field", u"\"https://x\""_s, {}, u"https://x"_s);
        row("colons in a value", u"actor:a:b"_s, u"actor=a:b"_s);
        row("times and addresses are words", u"10:24 192.0.2.7:443"_s, {}, u"10:24 192.0.2.7:443"_s);
        row("other letters", u"Größe actor:jürgen"_s, u"actor=jürgen"_s, u"Größe"_s);
        row("capitals", u"Actor:ops-1 ACTION:grant.edit"_s, u"actor=ops-1 action=grant.edit"_s);
        // What is not finished yet narrows nothing: the line is run while people type.
        row("no value yet", u"actor:"_s, {}, {}, {}, u"actor"_s);
        row("the first one without is named", u"target: actor:"_s, {}, {}, {}, u"target"_s);
        row("no value yet, more before", u"4711 action:grant.edit actor:"_s, u"action=grant.edit"_s,
            u"4711"_s, {}, u"actor"_s);
        row("a blank after the colon", u"actor: ops-1"_s, {}, u"ops-1"_s, {}, u"actor"_s);
        row("empty quotes", u"actor:\"\" 4711"_s, {}, u"4711"_s, {}, u"actor"_s);
        row("a quote left open", u"4711 target:\"two wor"_s, u"target=two wor"_s, u"4711"_s);
        row("a quote just begun", u"4711 \""_s, {}, u"4711"_s);
        row("a quote of words left open", u"\"by pho"_s, {}, u"by pho"_s);
        // Malformed
        row("unknown field", u"bogus:1"_s, {}, {}, u"bogus"_s);
        row("the first unknown one is named", u"actor:ops-1 bogus:1 other:2 4711"_s, u"actor=ops-1"_s,
            u"4711"_s, u"bogus"_s);
        row("unknown and without value", u"bogus:"_s, {}, {}, u"bogus"_s);
        row("unknown and quoted", u"bogus:\"a b\" 1"_s, {}, u"1"_s, u"bogus"_s);
        row("an address is no field either", u"https://x"_s, {}, {}, u"https"_s);
        row("a colon alone", u": :x"_s, {}, u": :x"_s);
        row("a quote inside", u"actor:a\"b"_s, u"actor=a\"b"_s);
        row("a quote in a word", u"a\"b c\""_s, {}, u"a\"b c\""_s);
        row("markup", u"<b>x</b> actor:<i>"_s, u"actor=<i>"_s, u"<b>x</b>"_s);
        row("wildcards are the service's", u"action:*.* %_\\"_s, u"action=*.*"_s, u"%_\\"_s);
    }
    void table()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, fields);
        QFETCH(const QString, text);
        QFETCH(const QString, unknown);
        QFETCH(const QString, empty);
        AuditQuery base;
        base.from = anHourAgo;
        base.limit = 50;
        const AuditQueryText parsed = parseAuditQuery(line, base);
        QStringList found;
        for (const QString &field : auditQueryFields())
            if (const QString value = memberOf(parsed.query, field); !value.isEmpty())
                found.append(field + u'=' + value);
        QCOMPARE(found.join(u' '), fields);
        QCOMPARE(parsed.query.text, text);
        QCOMPARE(parsed.unknownField, unknown);
        QCOMPARE(parsed.emptyField, empty);
        QCOMPARE(parsed.query.from, base.from); // what the line does not say stays
        QCOMPARE(parsed.query.limit, 50);
    }

    void theBaseStaysUnlessTheLineSaysOtherwise()
    {
        AuditQuery base;
        base.partnerId = u"prt_1"_s;
        base.actor = u"ops-1"_s;
        base.text = u"old words"_s;
        QCOMPARE(parseAuditQuery(u"4711"_s, base).query.partnerId, u"prt_1"_s);
        QCOMPARE(parseAuditQuery(u"partner:prt_2"_s, base).query.partnerId, u"prt_2"_s);
        QCOMPARE(parseAuditQuery(u"partner:"_s, base).query.partnerId, u"prt_1"_s);
        QCOMPARE(parseAuditQuery(u"partner:\"\""_s, base).query.partnerId, u"prt_1"_s);
        QCOMPARE(parseAuditQuery({}, base).query.text, QString()); // the words are the line's alone
    }

    /// What is left out, and times: read in whatever people write them in.
    void leftOutAndTimes()
    {
        AuditQuery base;
        base.to = anHourAgo;
        const models::TimeFrame frame{anHourAgo.addSecs(3600), QTimeZone::utc(), QLocale(QLocale::English)};
        const AuditQueryText parsed =
            parseAuditQuery(u"-actor:ops-1 -action:grant.* -Partner:prt_1 -target:crd_1 actor:ops-2 "
                            "after:\"20 Nov 14:00\" -word"_s,
                            base, frame);
        QCOMPARE(parsed.query.notActor, u"ops-1"_s);
        QCOMPARE(parsed.query.actor, u"ops-2"_s);
        QCOMPARE(parsed.query.notAction, u"grant.*"_s);
        QCOMPARE(parsed.query.notPartnerId, u"prt_1"_s);
        QCOMPARE(parsed.query.notTargetId, u"crd_1"_s);
        QCOMPARE(parsed.query.text, u"-word"_s);
        QCOMPARE(parsed.query.from, std::optional(QDateTime({2025, 11, 20}, {14, 0}, Qt::UTC)));
        QCOMPARE(parsed.query.to, base.to);
        QVERIFY(parsed.unknownField.isEmpty() && parsed.emptyField.isEmpty() && parsed.wrongTime.isEmpty() &&
                parsed.notExcludable.isEmpty() && !parsed.endsFirst);
        QCOMPARE(parseAuditQuery(u"before:2025-11-19"_s, base, frame).query.to,
                 std::optional(QDateTime({2025, 11, 19}, {0, 0}, Qt::UTC)));
    }

    void whatIsWrongWithThem_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no value yet") << u"after:"_s << u"empty after"_s;
        QTest::newRow("left out, no value yet") << u"-actor:"_s << u"empty actor"_s;
        QTest::newRow("no time") << u"before:soon"_s << u"no time soon"_s;
        QTest::newRow("no such day") << u"before:2025-02-31"_s << u"no time 2025-02-31"_s;
        QTest::newRow("not left out") << u"-request:req_1"_s << u"not excludable request"_s;
        QTest::newRow("a time is not left out") << u"-after:2025"_s << u"unknown after"_s;
        QTest::newRow("ends first") << u"after:2025-11-20 before:2025-11-20"_s << u"ends first"_s;
    }
    void whatIsWrongWithThem()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, fault);
        const models::TimeFrame frame{anHourAgo, QTimeZone::utc(), QLocale(QLocale::English)};
        const AuditQueryText parsed = parseAuditQuery(line + u" actor:ops-2"_s, {}, frame);
        QStringList said;
        const auto say = [&said](const QString &what, const QString &value) {
            if (!value.isEmpty())
                said.append(what + u' ' + value);
        };
        say(u"empty"_s, parsed.emptyField);
        say(u"no time"_s, parsed.wrongTime);
        say(u"not excludable"_s, parsed.notExcludable);
        say(u"unknown"_s, parsed.unknownField);
        if (parsed.endsFirst)
            said.append(u"ends first"_s);
        QCOMPARE(said, QStringList{fault});
        QCOMPARE(parsed.query.actor, u"ops-2"_s); // the rest is asked
    }

    void leaveOutThis()
    {
        QCOMPARE(withAuditField(u"actor:ops-2 4711"_s, u"actor"_s, u"ops-1"_s, true),
                 u"actor:ops-2 4711 -actor:ops-1"_s);
        QCOMPARE(withAuditField(u"actor:ops-1 4711"_s, u"actor"_s, u"ops-1"_s, true), u"4711 -actor:ops-1"_s);
        QCOMPARE(withAuditField(u"-actor:ops-1"_s, u"actor"_s, u"ops-1"_s), u"actor:ops-1"_s);
        QCOMPARE(withAuditField(u"-actor:ops-2"_s, u"actor"_s, u"ops-1"_s, true), u"-actor:ops-1"_s);
    }

    void longLinesAreQuick()
    {
        const QString words = QString(50000, u'a') + u" actor:"_s + QString(50000, u'"');
        const QString quotes = u"actor:\""_s + QString(50000, u' ');
        const QString colons = QString(u"a:"_s).repeated(30000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(parseAuditQuery(words, {}).query.text.left(1), u"a"_s);
        QCOMPARE(parseAuditQuery(quotes, {}).query.actor.size(), 50000);
        QCOMPARE(parseAuditQuery(colons, {}).unknownField, u"a"_s);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void filterForThis_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("after");
        QTest::newRow("first") << QString() << u"actor"_s << u"ops-1"_s << u"actor:ops-1"_s;
        QTest::newRow("added") << u"4711"_s << u"actor"_s << u"ops-1"_s << u"4711 actor:ops-1"_s;
        QTest::newRow("replaced") << u"actor:ops-2 4711 actor:\"x y\""_s << u"actor"_s << u"ops-1"_s
                                  << u"4711 actor:ops-1"_s;
        QTest::newRow("others stay") << u"action:\"a b\" target:t"_s << u"actor"_s << u"ops-1"_s
                                     << u"action:\"a b\" target:t actor:ops-1"_s;
        QTest::newRow("with blanks") << QString() << u"target"_s << u"two words"_s
                                     << u"target:\"two words\""_s;
        QTest::newRow("unfinished") << u"4711 actor:"_s << u"actor"_s << u"ops-1"_s << u"4711 actor:ops-1"_s;
        QTest::newRow("capitals") << u"Actor:ops-2"_s << u"actor"_s << u"ops-1"_s << u"actor:ops-1"_s;
        QTest::newRow("open quote") << u"target:\"two wor"_s << u"actor"_s << u"ops-1"_s
                                    << u"target:\"two wor\" actor:ops-1"_s;
    }
    void filterForThis()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, field);
        QFETCH(const QString, value);
        QFETCH(const QString, after);
        const QString made = withAuditField(line, field, value);
        QCOMPARE(made, after);
        QCOMPARE(memberOf(parseAuditQuery(made, {}).query, field), value);
        QCOMPARE(withAuditField(made, field, value), after); // twice is once
    }
};

QTEST_GUILESS_MAIN(TestAuditQueryText)
#include "tst_audit_query_text.moc"

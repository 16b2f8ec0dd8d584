// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include "platform/store/audit/audit_index.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/admin_rows.h"

#include <QUrl>
#include <QtTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QStringList membersOf(const Reply &page, const QString &member)
{
    QStringList list;
    const QJsonArray items = page.json.value(u"items"_s).toArray();
    for (const QJsonValue &item : items)
        list.append(item.toObject().value(member).toString());
    return list;
}

/// Names of several scripts with what people type to find them.
const QList<std::pair<QString, QStringList>> &names()
{
    static const QList<std::pair<QString, QStringList>> list{
        {u"Müller Logistik"_s, {u"muller"_s, u"MÜLLER"_s, u"Mu\u0308ller"_s, u"logistik"_s}},
        {u"Straßenbau Groß"_s, {u"STRASSENBAU"_s, u"strassenbau gross"_s, u"groß"_s}},
        {u"Οδός Εμπορίου"_s, {u"οδος"_s, u"ΟΔΟΣ"_s, u"εμποριου"_s}},
        {u"Łódź Ørsted"_s, {u"lodz"_s, u"orsted"_s, u"ŁÓDŹ"_s}},
        {u"İstanbul Işık"_s, {u"istanbul"_s, u"isik"_s, u"IŞIK"_s}},
        {u"Ёлка Чай"_s, {u"елка"_s, u"ЧАЙ"_s}},
        {u"शर्मा ट्रेडिंग"_s, {u"शर्मा"_s, u"ट्रेडिंग"_s, u"ट्रे"_s}},
        {u"บริษัททดสอบจำกัด"_s, {u"บริษัท"_s, u"ทดสอบ"_s, u"จำกัด"_s}},
        {u"東京都交通局"_s, {u"東京"_s, u"交通"_s, u"局"_s}},
        {u"شركة الاختبار"_s, {u"شركة"_s, u"الاختبار"_s}},
        {u"한국무역"_s, {u"한국무역"_s, u"한국"_s}},
        {u"ＡＢＣ ﬁrma"_s, {u"abc"_s, u"firma"_s}},
    };
    return list;
}

/// Events about partners of that name, with their number in it.
void appendEdits(Tx &tx, int count, const QString &name)
{
    for (int i = 0; i < count; ++i) {
        AuditEvent event;
        event.at = QDateTime::currentDateTimeUtc();
        event.actor = u"tester"_s;
        event.action = u"partner.edit"_s;
        event.targetKind = u"partner"_s;
        event.targetName = name.arg(i);
        audit_log::append(tx, event);
    }
}

} // namespace

class TestAdminSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNameIsFound();
    void listsSortByTheFoldedKey();
    void boundWordsStandTogether();
    void anyTextIsAnAnswer();
    void aDatabaseOfTheReleaseBeforeIsFoldedAnew();
    void aQuestionHasABound();
};

/// In partners, credentials and the audit log alike.
void TestAdminSearch::everyNameIsFound()
{
    AdminFixture fixture;
    const SealingKey key = SealingKey::generate(fixture.random);
    for (qsizetype i = 0; i < names().size(); ++i) {
        QJsonObject draft = fixture.draft(u"p-%1"_s.arg(i));
        draft.insert(u"name"_s, names().at(i).first);
        const Reply made = fixture.post("/partners", draft);
        QVERIFY2(made.status == 201, made.body);
        QJsonObject issue = fixture.issueBody(key.publicKey());
        issue.insert(u"name"_s, names().at(i).first);
        const QByteArray id = made.json.value(u"id"_s).toString().toLatin1();
        QCOMPARE(fixture.post("/partners/" + id + "/credentials", issue).status, 201);
    }
    for (const auto &[name, queries] : names()) {
        for (const QString &query : queries) {
            const QByteArray q = "?q=" + encoded(query);
            QVERIFY2(membersOf(fixture.get("/partners" + q), u"name"_s).contains(name), qPrintable(query));
            QVERIFY2(membersOf(fixture.get("/credentials" + q), u"name"_s).contains(name), qPrintable(query));
            const Reply events = fixture.get("/audit/events" + q);
            QCOMPARE(events.status, 200);
            QVERIFY2(membersOf(events, u"target_name"_s).contains(name), qPrintable(query));
            QVERIFY(events.json.contains(u"count"_s)); // exact: the index is complete
        }
        QVERIFY(membersOf(fixture.get("/partners?q=" + encoded(u"nothing like it"_s)), u"name"_s).isEmpty());
    }
}

/// "ops-2" is not "ops" here and "2" there; an index of the release before is made anew for it.
void TestAdminSearch::boundWordsStandTogether()
{
    AdminFixture fixture;
    const auto names = [&fixture](const char *query) {
        return membersOf(fixture.get(QByteArray("/audit/events?q=") + query), u"target_name"_s);
    };
    const auto made = fixture.administration->context().store.writeNow<bool>([](Tx &tx) {
        appendEdits(tx, 1, u"%1 of ops-1, 2 years"_s);
        appendEdits(tx, 1, u"ops-2 %1"_s);
        appendEdits(tx, 1, u"New delivery region %1"_s);
        appendEdits(tx, 1, u"Sales, R&D %1"_s);
        // As step 9 left it, indexed before.
        tx.exec(u"DELETE FROM schema_migrations WHERE version = 10"_s);
        meta_rows::put(tx, u"audit_index_from"_s, u"0"_s);
        return true;
    });
    QVERIFY(made);
    fixture.open();
    QVERIFY(names("ops-2").isEmpty());
    QVERIFY(fixture.administration->context().store.writeNow<qint64>(
        [](Tx &tx) { return audit_index::indexSome(tx, 500); }));
    QCOMPARE(names("ops-2"), QStringList{u"ops-2 0"_s});
    QCOMPARE(names("ops+2"), (QStringList{u"ops-2 0"_s, u"0 of ops-1, 2 years"_s}));
    QCOMPARE(names("R%26D"), QStringList{u"Sales, R&D 0"_s});
    QCOMPARE(fixture.eventCount("q=ops-2"), 1);
}

void TestAdminSearch::listsSortByTheFoldedKey()
{
    AdminFixture fixture;
    const QStringList sorted{u"Alpha"_s, u"Ångström"_s, u"ärmel"_s,   u"Éclair"_s,
                             u"ECO"_s,   u"Straße"_s,   u"STRASSF"_s, u"zulu"_s};
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        const auto other = sorted.size() - 1 - i;
        QJsonObject draft = fixture.draft(u"p-%1"_s.arg(other));
        draft.insert(u"name"_s, sorted.at(other));
        QCOMPARE(fixture.post("/partners", draft).status, 201);
    }
    QCOMPARE(membersOf(fixture.get("/partners?sort=name"), u"name"_s), sorted);
    // Page by page without loss or repetition, by the same key.
    QStringList walked;
    QByteArray cursor;
    do {
        const Reply page =
            fixture.get(cursor.isEmpty() ? QByteArray("/partners?sort=name&limit=3")
                                         : QByteArray("/partners?sort=name&limit=3&cursor=" + cursor));
        walked += membersOf(page, u"name"_s);
        cursor = page.json.value(u"next_cursor"_s).toString().toLatin1();
    } while (!cursor.isEmpty() && walked.size() < 20);
    QCOMPARE(walked, sorted);
}

/// Whatever is asked for, no list answers 500: marks alone, signs of the index's own language, no words at
/// all.
void TestAdminSearch::anyTextIsAnAnswer()
{
    AdminFixture fixture;
    (void)fixture.makePartner(u"acme"_s);
    for (const QString &text :
         {u"\u0301"_s, u"\"*"_s, u"a OR b"_s, u"NEAR(a b)"_s, u"-a"_s, u"%_\\"_s, u"'; DROP"_s, u"\u200b"_s,
          u"ि"_s, u"ไม้"_s, u"👩‍👩‍👧"_s, u"..."_s, u"{a}:^b"_s, QString(200, u'ก'),
          u"\U00020000\U00020001"_s, u"\ue000"_s, u"½ ²"_s, u"ß"_s, u"İ"_s}) {
        for (const char *list : {"/partners?q=", "/credentials?q=", "/audit/events?q="})
            QVERIFY2(fixture.get(list + encoded(text)).status == 200, qPrintable(text));
    }
    QCOMPARE(membersOf(fixture.get("/audit/events?q=..."), u"id"_s), QStringList());
}

/// The schema of the release before, with its index and keys: opened, folded anew beside the service,
/// complete in the end, and what is not found yet is not counted as exact.
void TestAdminSearch::aDatabaseOfTheReleaseBeforeIsFoldedAnew()
{
    AdminFixture fixture;
    QJsonObject draft = fixture.draft(u"acme"_s);
    draft.insert(u"name"_s, u"Müller शर्मा"_s);
    QCOMPARE(fixture.post("/partners", draft).status, 201);
    const auto made = fixture.administration->context().store.writeNow<bool>([](Tx &tx) {
        appendEdits(tx, 1200, u"Straße %1"_s);
        // Back to what step 5 left.
        tx.exec(u"DROP TABLE audit_words"_s);
        tx.exec(u"CREATE VIRTUAL TABLE audit_search USING fts5(body, content='', detail=none, "
                "tokenize=\"unicode61 remove_diacritics 2\")"_s);
        tx.exec(u"DELETE FROM schema_migrations WHERE version IN (6, 7)"_s);
        tx.exec(u"DELETE FROM meta WHERE name = 'audit_index_from'"_s);
        tx.exec(u"UPDATE partners SET name_key = 'not folded'"_s);
        return true;
    });
    QVERIFY(made);
    fixture.open();
    Store &store = fixture.administration->context().store;
    const auto remaining = [&store] {
        return store.readNow<qint64>([](Tx &tx) { return audit_index::remaining(tx); }).value();
    };
    QVERIFY(remaining() > 1200);
    QCOMPARE(membersOf(fixture.get("/partners?q=muller"), u"name"_s), QStringList{u"Müller शर्मा"_s});
    // Newest first, in small writes; a crash between them costs nothing, and an event is written meanwhile.
    QVERIFY(store.writeNow<qint64>([](Tx &tx) { return audit_index::indexSome(tx, 500); }).value() > 0);
    Reply found = fixture.get("/audit/events?q=strasse+1199");
    QCOMPARE(membersOf(found, u"target_name"_s), QStringList{u"Straße 1199"_s});
    QVERIFY(!found.json.contains(u"count"_s) && found.json.contains(u"count_at_least"_s));
    QCOMPARE(membersOf(fixture.get("/audit/events?q=strasse+3"), u"target_name"_s).contains(u"Straße 3"_s),
             false);
    const qint64 before = remaining();
    fixture.open(); // as after a crash: it goes on where it was
    QCOMPARE(fixture.administration->context()
                 .store.readNow<qint64>([](Tx &tx) { return audit_index::remaining(tx); })
                 .value(),
             before);
    (void)fixture.makePartner(u"meanwhile"_s);
    for (int i = 0; i < 10; ++i)
        QVERIFY(fixture.administration->context().store.writeNow<qint64>(
            [](Tx &tx) { return audit_index::indexSome(tx, 500); }));
    found = fixture.get("/audit/events?q=strasse");
    QCOMPARE(found.json.value(u"count"_s).toInteger(), 1200);
    QCOMPARE(
        membersOf(fixture.get("/audit/events?q=%E0%A4%B6%E0%A4%B0%E0%A5%8D%E0%A4%AE%E0%A4%BE"), u"action"_s),
        QStringList{u"partner.create"_s});
    QCOMPARE(membersOf(fixture.get("/audit/events?q=meanwhile"), u"action"_s),
             QStringList{u"partner.create"_s});
}

/// Whoever asks for too much is told so, and one who has hung up does not keep a reader; both leave nothing
/// behind that the next question would feel.
void TestAdminSearch::aQuestionHasABound()
{
    AdminFixture fixture;
    AdminContext &context = fixture.administration->context();
    QVERIFY(context.store.writeNow<bool>([](Tx &tx) {
        appendEdits(tx, 1500, u"Alphaq betaq %1"_s);
        return true;
    }));
    const QByteArray search = "/audit/events?q=alphaq+betaq&limit=10";
    const std::chrono::milliseconds usual = context.settings.readPatience;
    QVERIFY(usual <= std::chrono::seconds(10));
    for (int i = 0; i < 5; ++i) { // more than there are readers
        context.settings.readPatience = std::chrono::milliseconds(0);
        const Reply late = fixture.get(search);
        QCOMPARE(late.status, 503);
        QCOMPARE(late.code(), u"took_too_long"_s);
        context.settings.readPatience = usual;
        auto asked = std::make_shared<std::atomic<int>>(0);
        fixture.peerGone =
            std::make_shared<const std::function<bool()>>([asked] { return asked->fetch_add(1) > 0; });
        const Reply left = fixture.get(search); // there when it begins
        QCOMPARE(left.code(), u"took_too_long"_s);
        QVERIFY(asked->load() > 1);
        fixture.peerGone.reset();
    }
    const Reply whole = fixture.get(search);
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.json.value(u"items"_s).toArray().size(), 10);
    QCOMPARE(whole.json.value(u"count"_s).toInteger(), 1500);
}

QTEST_GUILESS_MAIN(TestAdminSearch)
#include "tst_admin_search.moc"

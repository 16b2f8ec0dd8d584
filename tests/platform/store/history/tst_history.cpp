// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/data_directory.h"
#include "tests/platform/admin/admin_fixture.h"
#include "tests/platform/store/history/history_fixture.h"

#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/core/decision/decide.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/admin_rows.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

bool isAccepted(AdminFixture &fixture)
{
    return fixture.administration->context().history.isAccepted();
}

QString why(AdminFixture &fixture)
{
    return fixture.administration->context().history.verdict().why;
}

/// What a call is answered, by a gateway that is trusted.
DecisionReason decided(AdminFixture &fixture)
{
    DecisionRequest request;
    request.gateway.emplace();
    request.method = "GET";
    request.rawPath = "/api/v1/orders";
    return decide(*fixture.policy->current(), *fixture.peppers, request, *fixture.counters,
                  fixture.clock.now())
        .reason;
}

QString newestAction(AdminFixture &fixture)
{
    const QJsonArray items = fixture.events("limit=1");
    return items.isEmpty() ? QString() : items.first().toObject().value(u"action"_s).toString();
}

/// What a release before the anchor left: neither the file, nor its name, nor the schema step.
void backToBeforeTheAnchor(const QString &directory)
{
    tamper(directory, [](Tx &tx) {
        tx.exec(u"DELETE FROM meta WHERE name = 'history_anchor'"_s);
        tx.exec(u"DELETE FROM schema_migrations WHERE name = 'history anchor'"_s);
    });
    if (!QFile::remove(AnchorFile::pathIn(directory)))
        qFatal("no anchor");
    forgetAnchor(directory);
}

/// Stopped, with a log of some events and several anchored lines.
struct Stopped
{
    AdminFixture fixture;
    QString partner;
    std::optional<DatabaseCopy> before; ///< of the moment before the newest partner was frozen

    Stopped()
    {
        for (int i = 0; i < 6; ++i)
            partner = fixture.makePartner(u"p%1"_s.arg(i));
        fixture.close();
        before.emplace(fixture.dir.path());
        fixture.open();
        if (fixture.post("/partners/" + partner.toLatin1() + "/freeze", {{u"reason"_s, u"Test"_s}}).status !=
            200)
            qFatal("not frozen");
        fixture.close();
    }
    [[nodiscard]] QString dir() const { return fixture.dir.path(); }
};

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsAnchoredBeforeItsAnswer();
    void honestStartsAreNeverRefused();
    void anOlderDatabaseDecidesNothing();
    void whatIsPutBackIsRefused_data();
    void whatIsPutBackIsRefused();
    void tornEndsAreTolerated();
    void everyByteOfTheAnchorCounts();
    void acceptedHistoryGoesOn();
    void aBrokenTreeCannotBeAccepted();
    void directoryOfAnOlderRelease();
    void crashBetweenCommitAndAnchor();
    void stoppingSignsTheRest();
    void operatorsAreNotWrittenIntoARefusedLog();
    void whatHasNoLineIsNotToldAsDurable();
    void anAnchorThatIsTakenAwayIsNoticedAtOnce_data();
    void anAnchorThatIsTakenAwayIsNoticedAtOnce();
};

void TestHistory::everyChangeIsAnchoredBeforeItsAnswer()
{
    AdminFixture fixture;
    const auto lines = [&] { return anchorBytes(fixture.dir.path()).count('\n'); };
    const auto before = lines();
    const QString partner = fixture.makePartner(u"mu"_s);
    QVERIFY(lines() > before);
    QVERIFY(
        anchorBytes(fixture.dir.path()).contains(QByteArray(" partner.create " + partner.toLatin1() + ' ')));
    const AdminFixture::Issued issued = fixture.makeCredential(partner);
    QCOMPARE(
        fixture.post("/credentials/" + issued.id.toLatin1() + "/revoke", {{u"reason"_s, u"Test"_s}}).status,
        200);
    QVERIFY(anchorBytes(fixture.dir.path())
                .contains(QByteArray(" credential.revoke " + issued.id.toLatin1() + ' ')));
    const auto revoked = lines();
    QCOMPARE(fixture.post("/audit/checkpoint").status, 200);
    QCOMPARE(lines(), revoked + 1);
    QVERIFY(anchorBytes(fixture.dir.path()).contains(" checkpoint - "));
    // Reading and refused changes leave nothing.
    (void)fixture.get("/partners");
    QCOMPARE(fixture.put("/partners/" + partner.toLatin1(), fixture.draft(u"mu"_s), {}, u"\"99\""_s).status,
             412);
    QCOMPARE(lines(), revoked + 1);
}

void TestHistory::honestStartsAreNeverRefused()
{
    AdminFixture fixture;
    for (int i = 0; i < 5; ++i) {
        QVERIFY2(isAccepted(fixture), qPrintable(why(fixture)));
        QCOMPARE(decided(fixture), DecisionReason::MissingCredential);
        (void)fixture.makePartner(u"p%1"_s.arg(i));
        fixture.open();
    }
    for (const char *word : {"journal_damaged", "anchor_not_written", "anchor_written_again"})
        QVERIFY2(!fixture.logged.contains(word), word);
    QCOMPARE(fixture.eventCount("action=history.*"), 0);
}

void TestHistory::anOlderDatabaseDecidesNothing()
{
    Stopped stopped;
    stopped.before->putBack();
    AdminFixture &fixture = stopped.fixture;
    fixture.open();
    QVERIFY(!isAccepted(fixture));
    QVERIFY2(why(fixture).contains(u"older database"_s), qPrintable(why(fixture)));
    QVERIFY(fixture.logged.contains("history_not_accepted"));
    QCOMPARE(decided(fixture), DecisionReason::HistoryNotAccepted);

    // Reading goes on, also after signing in anew; nothing can be written, and no session is lost.
    const auto signInAgain = [&fixture] {
        fixture.token =
            fixture.local(HttpMethod::Post, "/local/v1/operators/token", {{u"account"_s, u"tester"_s}})
                .json.value(u"token"_s)
                .toString()
                .toLatin1();
    };
    signInAgain();
    QCOMPARE(fixture.get("/partners").status, 200);
    QCOMPARE(fixture.get("/audit/events").status, 200);
    QVERIFY(
        fixture.get("/session").json.value(u"history_refused"_s).toString().contains(u"older database"_s));
    for (const Reply &reply :
         {fixture.post("/partners", fixture.draft(u"late"_s)), fixture.post("/audit/checkpoint"),
          fixture.post("/partners/" + stopped.partner.toLatin1() + "/freeze", {{u"reason"_s, u"Test"_s}})}) {
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.code(), u"history_not_accepted"_s);
        QVERIFY(reply.json.value(u"detail"_s).toString().contains(u"older database"_s));
    }
    QCOMPARE(fixture.post("/session/renew").status, 200);

    // Nothing of the log is signed or anchored meanwhile, and nothing of it is forgotten.
    const QByteArray anchor = anchorBytes(stopped.dir());
    fixture.clock.advance(std::chrono::hours(1));
    Maintenance maintenance(fixture.administration->context());
    maintenance.everySecond();
    maintenance.everyMinute();
    maintenance.checkpointAtStop();
    QCOMPARE(anchorBytes(stopped.dir()), anchor);
}

void TestHistory::whatIsPutBackIsRefused_data()
{
    using Act = std::function<void(Stopped &)>;
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("says");
    QTest::newRow("older copy") << Act([](Stopped &s) { s.before->putBack(); }) << u"older database"_s;
    QTest::newRow("no database at all")
        << Act([](Stopped &s) { QVERIFY(QFile::remove(databaseFile(s.dir()))); })
        << u"not signed with the key"_s;
    QTest::newRow("event rewritten, tree computed again, checkpoints deleted")
        << Act([](Stopped &s) { forgeLog(s.dir(), 5); }) << u"is not the one"_s;
    QTest::newRow("last event rewritten") << Act([](Stopped &s) {
        qint64 last = 0;
        tamper(s.dir(), [&last](Tx &tx) { last = history::headOf(tx).size - 1; });
        forgeLog(s.dir(), last);
    }) << u"is not the one"_s;
    QTest::newRow("older copy, anchor deleted") << Act([](Stopped &s) {
        s.before->putBack();
        QVERIFY(QFile::remove(AnchorFile::pathIn(s.dir())));
    }) << u"missing"_s;
    QTest::newRow("anchor deleted") << Act([](Stopped &s) {
        QVERIFY(QFile::remove(AnchorFile::pathIn(s.dir())));
    }) << u"missing"_s;
    // Every memory of the log is removed: what is left must not pass for a directory of an older release.
    QTest::newRow("forged, anchor and name of its line removed") << Act([](Stopped &s) {
        forgeLog(s.dir(), 5);
        tamper(s.dir(), [](Tx &tx) { meta_rows::put(tx, u"history_anchor"_s, {}); });
        QVERIFY(QFile::remove(AnchorFile::pathIn(s.dir())));
    }) << u"missing"_s;
    QTest::newRow("older copy, anchor and row of its name removed") << Act([](Stopped &s) {
        s.before->putBack();
        tamper(s.dir(), [](Tx &tx) { tx.exec(u"DELETE FROM meta WHERE name = 'history_anchor'"_s); });
        QVERIFY(QFile::remove(AnchorFile::pathIn(s.dir())));
    }) << u"missing"_s;
    // Everything that is not the key is made to look like an older release, down to an early checkpoint.
    QTest::newRow("forged behind an early checkpoint, made to look like an older release")
        << Act([](Stopped &s) {
               std::optional<CheckpointRow> early;
               tamper(s.dir(), [&early](Tx &tx) { early = checkpoint_rows::latest(tx); });
               QVERIFY(early && early->size > 0);
               s.fixture.open();
               (void)s.fixture.makePartner(u"later"_s);
               s.fixture.close();
               forgeLog(s.dir(), early->size); // the first event that it does not cover
               tamper(s.dir(), [&early](Tx &tx) {
                   checkpoint_rows::put(tx, *early);
                   tx.exec(u"DELETE FROM meta WHERE name = 'history_anchor'"_s);
                   tx.exec(u"DELETE FROM schema_migrations WHERE name = 'history anchor'"_s);
               });
               QVERIFY(QFile::remove(AnchorFile::pathIn(s.dir())));
           })
        << u"remembers one"_s;
    QTest::newRow("anchor emptied") << Act([](Stopped &s) { writeAnchor(s.dir(), {}); }) << u"missing"_s;
    QTest::newRow("anchor cut") << Act([](Stopped &s) {
        const QByteArray all = anchorBytes(s.dir());
        writeAnchor(s.dir(), all.first(all.indexOf('\n') + 1));
    }) << u"was cut"_s;
    QTest::newRow("a line taken out") << Act([](Stopped &s) {
        QByteArray all = anchorBytes(s.dir());
        const qsizetype first = all.indexOf('\n') + 1;
        writeAnchor(s.dir(), all.remove(first, all.indexOf('\n', first) + 1 - first));
    }) << u"not the one that was written"_s;
    QTest::newRow("anchor of another platform") << Act([](Stopped &s) {
        AdminFixture other;
        (void)other.makePartner(u"elsewhere"_s);
        other.close();
        writeAnchor(s.dir(), anchorBytes(other.dir.path()));
    }) << u"not signed with the key"_s;
    QTest::newRow("anchor of another platform with its key") << Act([](Stopped &s) {
        AdminFixture other;
        (void)other.makePartner(u"elsewhere"_s);
        other.close();
        writeAnchor(s.dir(), anchorBytes(other.dir.path()));
        const QString key = s.dir() + u"/audit-key.pem"_s;
        QVERIFY(QFile::remove(key) && QFile::copy(other.dir.path() + u"/audit-key.pem"_s, key));
    }) << u"not signed with the key"_s; // the line names the log's origin
    QTest::newRow("key deleted") << Act([](Stopped &s) {
        QVERIFY(QFile::remove(s.dir() + u"/audit-key.pem"_s));
    }) << u"not signed with the key"_s;
    QTest::newRow("checkpoint of another key") << Act([](Stopped &s) {
        tamper(s.dir(), [](Tx &tx) {
            SystemRandom random;
            const AuditSigner other(SigningKey::generate(SignatureAlgorithm::Ed25519, random),
                                    AuditSigner::originOf(tx, random));
            tx.exec(u"DELETE FROM checkpoints"_s);
            other.make(tx, QDateTime::currentDateTimeUtc());
        });
    }) << u"not signed with this key"_s;
    QTest::newRow("tree does not fit itself") << Act([](Stopped &s) {
        tamper(s.dir(),
               [](Tx &tx) { tx.exec(u"UPDATE audit_events SET leaf = zeroblob(32) WHERE idx = 2"_s); });
    }) << u"does not fit itself"_s;
}

void TestHistory::whatIsPutBackIsRefused()
{
    QFETCH(std::function<void(Stopped &)>, act);
    QFETCH(QString, says);
    Stopped stopped;
    act(stopped);
    stopped.fixture.open();
    QVERIFY(!isAccepted(stopped.fixture));
    QVERIFY2(why(stopped.fixture).contains(says), qPrintable(why(stopped.fixture)));
    QCOMPARE(decided(stopped.fixture), DecisionReason::HistoryNotAccepted);
    stopped.fixture.open(); // a restart changes nothing
    QVERIFY(!isAccepted(stopped.fixture));
    // Whoever is on the host may take it as it is, unless its tree is broken; then it lasts.
    const int answer = says.contains(u"fit itself"_s) ? 409 : 204;
    QCOMPARE(stopped.fixture.local(HttpMethod::Post, "/local/v1/history/accept", {{u"reason"_s, u"Seen"_s}})
                 .status,
             answer);
    for (int start = 0; start < 2; ++start) {
        QVERIFY2(isAccepted(stopped.fixture) == (answer == 204), qPrintable(why(stopped.fixture)));
        stopped.fixture.open();
    }
}

void TestHistory::tornEndsAreTolerated()
{
    Stopped stopped;
    const QByteArray all = anchorBytes(stopped.dir());
    const qsizetype last = all.lastIndexOf('\n', all.size() - 2) + 1;
    for (qsizetype keep = last; keep < all.size(); keep += 7) {
        writeAnchor(stopped.dir(), all.first(keep));
        stopped.fixture.open();
        QVERIFY2(isAccepted(stopped.fixture), qPrintable(why(stopped.fixture)));
        stopped.fixture.close();
    }
    // A file system may leave zeros where the line was to be.
    writeAnchor(stopped.dir(), all + QByteArray(300, '\0'));
    stopped.fixture.open();
    QVERIFY2(isAccepted(stopped.fixture), qPrintable(why(stopped.fixture)));
    stopped.fixture.close();
    writeAnchor(stopped.dir(), all + QByteArray(5000, '\0'));
    stopped.fixture.open();
    QVERIFY2(isAccepted(stopped.fixture), qPrintable(why(stopped.fixture)));
    stopped.fixture.close();
    writeAnchor(stopped.dir(), all + QByteArray(5000, 'x')); // nobody was writing that
    stopped.fixture.open();
    QVERIFY(!isAccepted(stopped.fixture));
}

void TestHistory::everyByteOfTheAnchorCounts()
{
    Stopped stopped;
    const QByteArray all = anchorBytes(stopped.dir());
    SystemRandom random;
    const auto origin = [&] {
        QString text;
        tamper(stopped.dir(), [&](Tx &tx) { text = AuditSigner::originOf(tx, random); });
        return text;
    }();
    const auto signer = AuditSigner::open(stopped.dir(), origin, random);
    QVERIFY(signer);
    const QString path = AnchorFile::pathIn(stopped.dir());
    QCOMPARE(AnchorFile::read(path, origin, signer->verifyKey()).state, AnchorReading::State::Whole);
    for (qsizetype i = 0; i + 1 < all.size(); ++i) {
        QByteArray changed = all;
        changed[i] = static_cast<char>(changed.at(i) ^ 1);
        writeAnchor(stopped.dir(), changed);
        const AnchorReading reading = AnchorFile::read(path, origin, signer->verifyKey());
        QVERIFY2(reading.state == AnchorReading::State::Damaged, qPrintable(QString::number(i)));
    }
}

void TestHistory::acceptedHistoryGoesOn()
{
    Stopped stopped;
    stopped.before->putBack();
    AdminFixture &fixture = stopped.fixture;
    fixture.open();
    const auto accept = [&](const QJsonObject &body) {
        return fixture.local(HttpMethod::Post, "/local/v1/history/accept", body);
    };
    QCOMPARE(fixture.local(HttpMethod::Get, "/local/v1/history").json.value(u"accepted"_s).toBool(true),
             false);
    QCOMPARE(accept({}).status, 422);
    QCOMPARE(accept({{u"reason"_s, u"  "_s}}).status, 422);
    QVERIFY(!isAccepted(fixture));
    QCOMPARE(accept({{u"reason"_s, u"The disk was lost"_s}}).status, 204);
    QVERIFY(isAccepted(fixture));
    QCOMPARE(decided(fixture), DecisionReason::MissingCredential);
    QCOMPARE(accept({{u"reason"_s, u"Again"_s}}).status, 409);

    fixture.signIn(u"tester"_s, {u"admin"_s});
    const QJsonArray items = fixture.events("action=history.accept");
    QCOMPARE(items.size(), 1);
    const QJsonObject event = items.first().toObject();
    QCOMPARE(event.value(u"reason"_s).toString(), u"The disk was lost"_s);
    QCOMPARE(event.value(u"actor_role"_s).toString(), u"host"_s);
    const QJsonArray changes = event.value(u"changes"_s).toArray();
    QVERIFY(changes.at(0).toObject().value(u"before"_s).toString().toInt() >
            changes.at(0).toObject().value(u"after"_s).toString().toInt());
    QVERIFY(!fixture.get("/session").json.contains(u"history_refused"_s));
    (void)fixture.makePartner(u"after"_s);
    fixture.open();
    QVERIFY2(isAccepted(fixture), qPrintable(why(fixture)));

    // What was accepted once is anchored like everything: the same copy is refused again.
    fixture.close();
    stopped.before->putBack();
    fixture.open();
    QVERIFY(!isAccepted(fixture));
}

void TestHistory::aBrokenTreeCannotBeAccepted()
{
    Stopped stopped;
    tamper(stopped.dir(),
           [](Tx &tx) { tx.exec(u"UPDATE audit_events SET leaf = zeroblob(32) WHERE idx = 2"_s); });
    stopped.fixture.open();
    const Reply reply =
        stopped.fixture.local(HttpMethod::Post, "/local/v1/history/accept", {{u"reason"_s, u"Please"_s}});
    QCOMPARE(reply.status, 409);
    QVERIFY(!isAccepted(stopped.fixture));
}

void TestHistory::directoryOfAnOlderRelease()
{
    Stopped stopped;
    backToBeforeTheAnchor(stopped.dir());
    stopped.fixture.open();
    QVERIFY2(isAccepted(stopped.fixture), qPrintable(why(stopped.fixture)));
    QCOMPARE(newestAction(stopped.fixture), u"history.anchor"_s);
    QCOMPARE(stopped.fixture.events("limit=1").at(0)[u"actor_role"_s].toString(), u"platform"_s);
    QVERIFY(anchorBytes(stopped.dir()).count('\n') >= 2);
    // From here on it is anchored like any other.
    stopped.fixture.close();
    stopped.before->putBack();
    stopped.fixture.open();
    QVERIFY(!isAccepted(stopped.fixture));
    // A directory whose log is signed by another key is no upgrade.
    Stopped other;
    backToBeforeTheAnchor(other.dir());
    QVERIFY(QFile::remove(other.dir() + u"/audit-key.pem"_s));
    other.fixture.open();
    QVERIFY(!isAccepted(other.fixture));
    // Neither is one that nobody signed.
    Stopped unsignedLog;
    backToBeforeTheAnchor(unsignedLog.dir());
    forgeLog(unsignedLog.dir(), 5);
    unsignedLog.fixture.open();
    QVERIFY(!isAccepted(unsignedLog.fixture));
    QVERIFY2(why(unsignedLog.fixture).contains(u"no signature"_s), qPrintable(why(unsignedLog.fixture)));
    unsignedLog.fixture.open();
    QVERIFY(!isAccepted(unsignedLog.fixture));
}

void TestHistory::crashBetweenCommitAndAnchor()
{
    // The database is ahead by what was committed and never anchored.
    Stopped stopped;
    const QByteArray anchor = anchorBytes(stopped.dir());
    stopped.fixture.open();
    (void)stopped.fixture.makePartner(u"last"_s);
    const QByteArray later = anchorBytes(stopped.dir());
    stopped.fixture.close();
    const qsizetype lastLine = later.lastIndexOf('\n', later.size() - 2) + 1;
    QVERIFY(lastLine >= anchor.size());
    // The stop anchored a checkpoint behind it, and the database names the line before that one.
    writeAnchor(stopped.dir(), later);
    stopped.fixture.open();
    QVERIFY2(isAccepted(stopped.fixture), qPrintable(why(stopped.fixture)));
}

void TestHistory::stoppingSignsTheRest()
{
    AdminFixture fixture;
    (void)fixture.makePartner(u"mu"_s);
    fixture.close();
    tamper(fixture.dir.path(), [](Tx &tx) {
        const auto latest = checkpoint_rows::latest(tx);
        QVERIFY(latest);
        QCOMPARE(latest->size, history::headOf(tx).size);
    });
    QVERIFY(anchorBytes(fixture.dir.path()).trimmed().split('\n').constLast().contains(" checkpoint "));
}

/// While the service runs: no act is told as done whose line nobody will find.
void TestHistory::anAnchorThatIsTakenAwayIsNoticedAtOnce_data()
{
    using Act = std::function<void(const QString &directory)>;
    QTest::addColumn<Act>("act");
    QTest::newRow("removed") << Act([](const QString &d) { QVERIFY(QFile::remove(AnchorFile::pathIn(d))); });
    QTest::newRow("moved") << Act(
        [](const QString &d) { QVERIFY(QFile::rename(AnchorFile::pathIn(d), d + u"/elsewhere"_s)); });
    QTest::newRow("replaced by a copy") << Act([](const QString &d) {
        const QByteArray bytes = anchorBytes(d);
        QVERIFY(QFile::remove(AnchorFile::pathIn(d)));
        writeAnchor(d, bytes);
    });
    QTest::newRow("cut") << Act(
        [](const QString &d) { QVERIFY(QFile::resize(AnchorFile::pathIn(d), anchorBytes(d).size() - 1)); });
    QTest::newRow("written by somebody else") << Act(
        [](const QString &d) { QVERIFY(QFile::resize(AnchorFile::pathIn(d), anchorBytes(d).size() + 1)); });
}

void TestHistory::anAnchorThatIsTakenAwayIsNoticedAtOnce()
{
    QFETCH(std::function<void(const QString &)>, act);
    AdminFixture fixture;
    (void)fixture.makePartner(u"before"_s);
    act(fixture.dir.path());
    QVERIFY(fixture.post("/partners", fixture.draft(u"first"_s)).status >= 500);
    QVERIFY(fixture.post("/partners", fixture.draft(u"second"_s)).status >= 500);
    QVERIFY(fixture.logged.contains("anchor_not_written"));
    const QJsonArray items = fixture.get("/partners").json.value(u"items"_s).toArray();
    QVERIFY(items.size() <= 2); // the first was committed before its line failed, the second was not
}

void TestHistory::whatHasNoLineIsNotToldAsDurable()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"mu"_s);
    const QByteArray first = fixture.makeCredential(partner).id.toLatin1();
    const QByteArray second = fixture.makeCredential(partner).id.toLatin1();
    const auto denied = [&fixture](const QByteArray &id) {
        return fixture.policy->current()->credential(id16Of(QString::fromLatin1(id)))->state !=
               CredentialState::Active;
    };
    AdminContext &context = fixture.administration->context();
    Maintenance maintenance(context);
    const QJsonObject reason{{u"reason"_s, u"Test"_s}};
    const QByteArray before = anchorBytes(fixture.dir.path());
    {
        const FullDisk full(AnchorFile::pathIn(fixture.dir.path()));
        const QByteArray key = fixture.freshKey();
        // The first: committed, then no line. Repeating it is no better.
        for (int i = 0; i < 2; ++i) {
            const Reply revoked = fixture.post("/credentials/" + first + "/revoke", reason, key);
            QVERIFY2(revoked.status == 202, revoked.body);
            QCOMPARE(revoked.json.value(u"durable"_s).toBool(true), false);
        }
        QVERIFY(context.history.owesLine());
        // The next: not even begun, and shut all the same. Others change nothing.
        const Reply revoked = fixture.post("/credentials/" + second + "/revoke", reason);
        QVERIFY2(revoked.status == 202, revoked.body);
        QCOMPARE(revoked.json.value(u"durable"_s).toBool(true), false);
        const Reply made = fixture.post("/partners", fixture.draft(u"late"_s));
        QCOMPARE(made.status, 503);
        QVERIFY(denied(first) && denied(second));
        maintenance.everySecond();
        QVERIFY(context.history.owesLine());
        QVERIFY(context.backlog.waiting().size() >= 2);
        QCOMPARE(fixture.get("/partners?q=late").json.value(u"items"_s).toArray().size(), 0);
        QCOMPARE(anchorBytes(fixture.dir.path()), before);
    }
    maintenance.everySecond();
    QVERIFY(!context.history.owesLine());
    QCOMPARE(fixture.logged.count("anchor_not_written"), 1); // once, however often it was tried
    QCOMPARE(fixture.logged.count("anchor_written_again"), 1);
    QVERIFY(context.backlog.waiting().empty());
    QVERIFY(denied(first) && denied(second));
    const QByteArray after = anchorBytes(fixture.dir.path());
    QVERIFY(after.contains(QByteArray(" credential.revoke " + first + ' ')));
    QVERIFY(after.contains(QByteArray(" credential.revoke " + second + ' ')));
    QCOMPARE(fixture.post("/partners", fixture.draft(u"late"_s)).status, 201);
    fixture.open();
    QVERIFY2(isAccepted(fixture), qPrintable(why(fixture)));
    QVERIFY(denied(first) && denied(second));
}

void TestHistory::operatorsAreNotWrittenIntoARefusedLog()
{
    Stopped stopped;
    stopped.before->putBack();
    AdminFixture &fixture = stopped.fixture;
    fixture.open();
    AdminContext &context = fixture.administration->context();
    const auto size = [&context] {
        return context.store.readNow<qint64>([](Tx &tx) { return history::headOf(tx).size; }).value();
    };
    const qint64 before = size();
    const Reply added = fixture.local(HttpMethod::Post, "/local/v1/operators",
                                      {{u"account"_s, u"new"_s}, {u"roles"_s, QJsonArray{u"admin"_s}}});
    QCOMPARE(added.status, 422);
    QVERIFY(added.json.value(u"detail"_s).toString().contains(u"older database"_s));
    QCOMPARE(fixture.get("/session").status, 200);
    const Reply disabled =
        fixture.local(HttpMethod::Post, "/local/v1/operators/disable", {{u"account"_s, u"tester"_s}});
    QCOMPARE(disabled.status, 202); // the side journal has it
    QCOMPARE(disabled.json.value(u"durable"_s), QJsonValue(false));
    QCOMPARE(fixture.get("/session").status, 401); // at once
    QCOMPARE(
        fixture.local(HttpMethod::Post, "/local/v1/operators/disable", {{u"account"_s, u"nobody"_s}}).status,
        422);
    QCOMPARE(size(), before);
    fixture.open(); // kept across a restart
    QCOMPARE(fixture.get("/session").status, 401);
    AdminContext &again = fixture.administration->context();
    QCOMPARE(fixture.local(HttpMethod::Post, "/local/v1/history/accept", {{u"reason"_s, u"Disk"_s}}).status,
             204);
    Maintenance maintenance(again);
    maintenance.everySecond();
    QVERIFY(again.backlog.waiting().empty());
    const auto row = again.store.readNow<std::optional<OperatorRow>>(
        [](Tx &tx) { return operator_rows::find(tx, u"tester"_s); });
    QVERIFY(row && *row && (*row)->disabledAt);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"

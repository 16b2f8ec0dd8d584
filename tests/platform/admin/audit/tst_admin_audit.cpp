// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"
#include "tests/platform/admin/credentials/rotation_requests.h"

#include "contract/codec/codecs.h"
#include "contract/crypto/merkle.h"
#include "platform/store/audit/audit_log.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// Events, oldest first, as one line each: what was done to whom, and what changed.
QStringList linesOf(const QJsonArray &newestFirst)
{
    QStringList lines;
    for (const QJsonValue &item : newestFirst) {
        QStringList changes;
        const QJsonArray all = item[u"changes"_s].toArray();
        for (const QJsonValue &change : all)
            changes.append(change[u"field"_s].toString() + u": "_s + change[u"before"_s].toString() +
                           u" > "_s + change[u"after"_s].toString());
        lines.prepend(item[u"action"_s].toString() + u' ' + item[u"target_kind"_s].toString() + u" ("_s +
                      item[u"target_name"_s].toString() + u") ["_s + item[u"reason"_s].toString() + u' ' +
                      item[u"ticket"_s].toString() + u"] "_s + changes.join(u"; "_s));
    }
    return lines;
}

QString iso(const QDateTime &time, Qt::DateFormat format = Qt::ISODate)
{
    return time.toUTC().toString(format);
}

BodyChunk nextPiece(const BodySource &stream)
{
    auto promise = std::make_shared<std::promise<BodyChunk>>();
    auto future = promise->get_future();
    stream([promise](BodyChunk chunk) { promise->set_value(std::move(chunk)); });
    return future.wait_for(std::chrono::seconds(20)) == std::future_status::ready ? future.get()
                                                                                  : BodyChunk();
}

} // namespace

class TestAdminAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsInTheAuditLog();
    void everyActLeavesItsEvent();
    void theRoleIsTheStrongest();
    void whatChangesNothingLeavesNothing();
    void spansAndPages();
    void theStreamIsTheWholeLog();
    void proofsVerify();
    void proofsWithinTheLog();
    void changeFeedNamesWhatChanged();
};

void TestAdminAudit::everyChangeIsInTheAuditLog()
{
    AdminFixture fixture;
    const QString id = fixture.makePartner(u"mu"_s);
    QJsonObject draft = fixture.draft(u"mu"_s);
    draft.insert(u"notes"_s, u"remarkable"_s);
    QCOMPARE(fixture.put("/partners/" + id.toLatin1(), draft, {}, u"\"1\""_s).status, 200);
    const Reply list = fixture.get("/audit/events?partner_id=" + id.toLatin1());
    QCOMPARE(list.json.value(u"count"_s).toInteger(), 2);
    const QJsonObject newest = list.json.value(u"items"_s).toArray().first().toObject();
    QCOMPARE(newest.value(u"action"_s).toString(), u"partner.edit"_s);
    QCOMPARE(newest.value(u"actor"_s).toString(), u"tester"_s);
    QCOMPARE(newest.value(u"changes"_s).toArray().first().toObject().value(u"after"_s).toString(),
             u"remarkable"_s);
    QCOMPARE(fixture.eventCount("q=remark"), 1);
    QCOMPARE(fixture.eventCount("q=remark+nowhere"), 0);
    QCOMPARE(fixture.eventCount("action=partner.*"), 2);
    const QByteArray eventId = newest.value(u"id"_s).toString().toLatin1();
    QCOMPARE(fixture.get("/audit/events/" + eventId).status, 200);
    // A refused change leaves nothing.
    const qint64 size = fixture.eventCount();
    QCOMPARE(fixture.put("/partners/" + id.toLatin1(), draft, {}, u"\"1\""_s).status, 412);
    QCOMPARE(fixture.eventCount(), size);
}

/// Every act on a partner, its grant and its credentials: what its event says, that the feed names it, and
/// that the answer bears the next version.
void TestAdminAudit::everyActLeavesItsEvent()
{
    AdminFixture fixture;
    const QString cursor = fixture.feedCursor();
    const QDateTime now = fixture.administration->context().now();
    const QString id = fixture.makePartner(u"mu"_s);
    const QByteArray partner = "/partners/" + id.toLatin1();
    int version = 1;
    const auto reasoned = [](QJsonObject body, const QString &reason, const QString &ticket) {
        body.insert(u"reason"_s, reason);
        body.insert(u"ticket"_s, ticket);
        return body;
    };
    const auto on = [&](const QByteArray &path, const QJsonObject &body, int expected,
                        HttpMethod method = HttpMethod::Post) {
        const Reply reply = fixture.send(method, path, body, fixture.freshKey(), u"\"%1\""_s.arg(version));
        QVERIFY2(reply.status == 200 || reply.status == 201, QByteArray(path + ' ' + reply.body));
        QCOMPARE(reply.etag, u"\"%1\""_s.arg(expected));
        version = expected;
    };
    QJsonObject draft = fixture.draft(u"mu"_s);
    draft.insert(u"notes"_s, u"called"_s);
    on(partner, draft, 2, HttpMethod::Put);
    QCOMPARE(fixture.get(partner + "/grant").etag, u"\"1\""_s); // notes are none of its business
    version = 1;
    on(partner + "/grant",
       reasoned({{u"plan_id"_s, u"pln_volume"_s},
                 {u"scopes"_s, QJsonArray{u"orders:read"_s}},
                 {u"resources"_s, QJsonArray()}},
                u"less"_s, u"OPS-1"_s),
       2, HttpMethod::Put);
    QCOMPARE(fixture.get(partner).etag, u"\"3\""_s); // its plan
    QCOMPARE(fixture.get(partner).json.value(u"plan_id"_s).toString(), u"pln_volume"_s);
    draft.insert(u"plan_id"_s, u"pln_standard"_s);
    version = 3;
    on(partner, draft, 4, HttpMethod::Put);
    QCOMPARE(fixture.get(partner + "/grant").etag, u"\"3\""_s); // the same plan
    QCOMPARE(fixture.get(partner + "/grant").json.value(u"plan_id"_s).toString(), u"pln_standard"_s);

    const SealingKey key = SealingKey::generate(fixture.random);
    const Reply issued = fixture.post(
        partner + "/credentials", reasoned(fixture.issueBody(key.publicKey()), u"new"_s, u"OPS-2"_s), "i");
    QCOMPARE(issued.status, 201);
    QCOMPARE(issued.etag, u"\"1\""_s);
    const QString made = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
    QCOMPARE(fixture.acknowledge(made, 1, AdminFixture::unseal(issued.json, key, "i")).etag, u"\"2\""_s);
    const QDateTime later = QDateTime::fromSecsSinceEpoch(now.addDays(100).toSecsSinceEpoch(), Qt::UTC);
    QJsonObject rotate = rotateBody(key.publicKey(), 600);
    rotate.insert(u"expires_at"_s, iso(later));
    const Reply rotated = fixture.post(path(made, "/rotate"), rotate, "r", u"\"2\""_s);
    QCOMPARE(rotated.etag, u"\"3\""_s);
    QCOMPARE(fixture.acknowledge(made, 2, AdminFixture::unseal(rotated.json, key, "r")).etag, u"\"4\""_s);
    version = 4;
    const auto until = [&now](qint64 seconds) {
        return QJsonObject{{u"until"_s, iso(now.addSecs(seconds), Qt::ISODateWithMs)}};
    };
    on(path(made, "/grace"), until(300), 5);
    on(path(made, "/grace"), reasoned(until(0), u"over"_s, u"OPS-3"_s), 6);
    on(path(made, "/suspend"), reasoned({}, u"odd"_s, u"OPS-4"_s), 7);
    on(path(made, "/resume"), reasoned({}, u"fine"_s, u"OPS-5"_s), 8);
    on(path(made, "/rotate"), reasoned(rotateBody(key.publicKey(), 0, true), u"leaked"_s, u"OPS-6"_s), 9);
    const auto called = fixture.administration->context().store.writeNow<bool>([&](Tx &tx) {
        tx.query(
              u"INSERT INTO rollups (partner_id, bucket, at, credential_id, generation, route_id, scope, "
              u"outcome, node, calls, latency) VALUES (?, 86400, 0, ?, 1, 'rte_x', 'orders:read', 'served', "
              u"1, 10, ?)"_s)
            .bind(id)
            .bind(made)
            .bind(QByteArray())
            .exec();
        return true;
    });
    QVERIFY(called);
    const QJsonArray list{QJsonObject{{u"network"_s, u"198.18.0.9"_s}, {u"note"_s, u"Office"_s}}};
    version = 0;
    on(partner + "/networks",
       reasoned({{u"sandbox"_s, QJsonArray()}, {u"production"_s, list}, {u"credentials"_s, QJsonArray()}},
                u"called back"_s, u"OPS-11"_s),
       1, HttpMethod::Put);
    version = 4;
    on(partner + "/promote", reasoned({}, u"ready"_s, u"OPS-7"_s), 5);
    QCOMPARE(fixture.get(partner).json.value(u"stage"_s).toString(), u"limited"_s);
    on(partner + "/freeze", reasoned({}, u"unpaid"_s, u"OPS-8"_s), 6);
    on(partner + "/unfreeze", reasoned({}, u"paid"_s, u"OPS-9"_s), 7);
    QCOMPARE(fixture.get(partner).json.value(u"status"_s).toString(), u"active"_s);
    QCOMPARE(fixture.get(partner).etag, u"\"7\""_s);
    version = 9;
    on(path(made, "/revoke"), reasoned({}, u"left"_s, u"OPS-10"_s), 10);

    const QJsonArray events = fixture.events("partner_id=" + id.toLatin1());
    QStringList lines = linesOf(events);
    const QString created = lines.takeFirst();
    QVERIFY2(created.startsWith(u"partner.create partner (Partner mu) [ ] "_s), qPrintable(created));
    QVERIFY2(created.endsWith(u"; scopes:  > orders:read, products:read"_s), qPrintable(created));
    for (const QString &own :
         {u"version"_s, u"updated_at"_s, u"summary"_s, u"created_at"_s, u"stage_since"_s})
        QVERIFY2(!created.contains(QString(u"; "_s + own + u": "_s)), qPrintable(created));
    const QString first = iso(now.addDays(90));
    QCOMPARE(
        lines,
        (QStringList{
            u"partner.edit partner (Partner mu) [ ] notes:  > called"_s,
            u"grant.edit grant (Partner mu) [less OPS-1] plan_id: pln_standard > pln_volume; "
            "scopes: products:read > ; scopes: orders:read > orders:read"_s,
            u"partner.edit partner (Partner mu) [ ] plan_id: pln_volume > pln_standard"_s,
            u"credential.issue credential (Order sync) [new OPS-2] kind:  > client_secret; realm:  > sbx; "
            "scopes:  > orders:read; expires_at:  > %1; owner:  > tester; state:  > pending"_s.arg(first),
            u"credential.ack credential (Order sync) [ ] generation:  > 1; state: pending > active"_s,
            u"credential.rotate credential (Order sync) [Test ] generation: 1 > 2; grace_seconds:  > 600; "
            "expires_at_when_acknowledged: %1 > %2"_s.arg(first, iso(later)),
            u"credential.ack credential (Order sync) [ ] generation:  > 2; state: active > rotating; "
            "expires_at: %1 > %2; grace_until:  > %3"_s.arg(first, iso(later), iso(now.addSecs(600))),
            u"credential.grace credential (Order sync) [ ] grace_until: %1 > %2"_s.arg(
                iso(now.addSecs(600), Qt::ISODateWithMs), iso(now.addSecs(300), Qt::ISODateWithMs)),
            u"credential.grace credential (Order sync) [over OPS-3] grace_until: %1 > ended"_s.arg(
                iso(now.addSecs(300), Qt::ISODateWithMs)),
            u"credential.suspend credential (Order sync) [odd OPS-4] state: active > suspended"_s,
            u"credential.resume credential (Order sync) [fine OPS-5] state: suspended > active"_s,
            u"credential.rotate credential (Order sync) [leaked OPS-6] generation: 2 > 3; "
            "grace_seconds:  > 0; emergency:  > true"_s,
            u"networks.edit networks (Partner mu) [called back OPS-11] production:  > 198.18.0.9/32 (Office)"_s,
            u"partner.promote partner (Partner mu) [ready OPS-7] stage: sandbox > limited"_s,
            u"partner.freeze partner (Partner mu) [unpaid OPS-8] status: active > frozen"_s,
            u"partner.unfreeze partner (Partner mu) [paid OPS-9] status: frozen > active"_s,
            u"credential.revoke credential (Order sync) [left OPS-10] state: active > revoked"_s,
        }));

    // Who, from where, with which request; and the feed names each with its object, and what moved with it.
    QHash<QString, QList<QJsonObject>> fed;
    const QJsonArray changes = fixture.toldAfter(cursor);
    for (const QJsonValue &change : changes)
        fed[change[u"event_id"_s].toString()].append(change.toObject());
    QStringList movedWithIt;
    QSet<QString> requests; // each its own
    for (const QJsonValue &event : events) {
        QCOMPARE(event[u"actor"_s].toString(), u"tester"_s);
        QCOMPARE(event[u"actor_role"_s].toString(), u"admin"_s);
        requests.insert(event[u"request_id"_s].toString());
        QCOMPARE(event[u"source"_s].toString(), u"127.0.0.1"_s);
        QCOMPARE(event[u"at"_s].toString(), iso(now, Qt::ISODateWithMs));
        QCOMPARE(event[u"alone"_s].toBool(), true);
        const QString kind = event[u"target_kind"_s].toString();
        QCOMPARE(event[u"target_id"_s].toString(), kind == u"credential" ? made : id);
        const QList<QJsonObject> told = fed.value(event[u"id"_s].toString());
        QVERIFY(!told.isEmpty());
        QCOMPARE(told.first().value(u"kind"_s).toString(), kind);
        for (const QJsonObject &change : told) {
            QCOMPARE(change.value(u"id"_s), event[u"target_id"_s]);
            QCOMPARE(change.value(u"partner_id"_s).toString(), id);
        }
        for (const QJsonObject &change : told.mid(1))
            movedWithIt.append(event[u"action"_s].toString() + u": "_s + change.value(u"kind"_s).toString());
    }
    movedWithIt.sort();
    QCOMPARE(movedWithIt,
             (QStringList{u"grant.edit: partner"_s, u"partner.edit: grant"_s, u"partner.promote: grant"_s}));
    QCOMPARE(fed.size(), events.size());
    QCOMPARE(requests.size(), events.size());
    QVERIFY(!requests.contains(QString()));
}

/// Of several roles that allow it the most powerful one.
void TestAdminAudit::theRoleIsTheStrongest()
{
    AdminFixture fixture;
    for (const QStringList &roles :
         {QStringList{u"partner_ops"_s, u"admin"_s}, QStringList{u"admin"_s, u"partner_ops"_s},
          QStringList{u"partner_ops"_s, u"viewer"_s}}) {
        fixture.signIn(u"many"_s, roles);
        const QString id = fixture.makePartner(u"by-"_s + roles.join(u'-').replace(u'_', u'-'));
        const QJsonArray events = fixture.events("partner_id=" + id.toLatin1());
        QCOMPARE(events.at(0)[u"actor_role"_s].toString(),
                 roles.contains(u"admin"_s) ? u"admin"_s : u"partner_ops"_s);
    }
}

/// An edit of what it is already: no version, no event; and nothing stays denied for it.
void TestAdminAudit::whatChangesNothingLeavesNothing()
{
    AdminFixture fixture;
    const QString id = fixture.makePartner(u"mu"_s);
    const QByteArray partner = "/partners/" + id.toLatin1();
    const auto events = [&fixture] { return fixture.eventCount(); };
    const qint64 before = events();
    const Reply same = fixture.put(partner, fixture.draft(u"mu"_s), {}, u"\"1\""_s);
    QCOMPARE(same.status, 200);
    QCOMPARE(same.etag, u"\"1\""_s);
    QCOMPARE(fixture.get(partner).etag, u"\"1\""_s);
    QJsonObject edit{{u"plan_id"_s, u"pln_standard"_s},
                     {u"scopes"_s, QJsonArray{u"orders:read"_s, u"products:read"_s}},
                     {u"resources"_s, QJsonArray()},
                     {u"reason"_s, u"why"_s}};
    const Reply kept = fixture.put(partner + "/grant", edit, {}, u"\"1\""_s);
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.etag, u"\"1\""_s);
    QCOMPARE(events(), before);
    edit.insert(u"scopes"_s, QJsonArray{u"orders:read"_s, u"products:read"_s, u"invoices:read"_s});
    QCOMPARE(fixture.put(partner + "/grant", edit, {}, u"\"1\""_s).status, 200);
    QCOMPARE(fixture.policy->current()->partner(id)->scopes.size(), 3);
    QCOMPARE(events(), before + 1);
}

/// Rows on both sides of each boundary: `from` is in, `to` is out; pages meet without loss or repetition.
void TestAdminAudit::spansAndPages()
{
    AdminFixture fixture;
    for (int i = 0; i < 7; ++i) {
        fixture.clock.advance(std::chrono::seconds(60));
        (void)fixture.makePartner(u"p%1"_s.arg(i));
    }
    const QByteArray list = "/audit/events?action=partner.create";
    const QJsonArray all = fixture.get(list).json.value(u"items"_s).toArray(); // newest first
    QCOMPARE(all.size(), 7);
    const auto at = [&all](int index) {
        return all.at(index).toObject().value(u"at"_s).toString().toLatin1();
    };
    const auto count = [&](const QByteArray &span) {
        const Reply reply = fixture.get(list + span);
        return reply.json.value(u"items"_s).toArray().size() == reply.json.value(u"count"_s).toInteger()
                   ? reply.json.value(u"count"_s).toInteger()
                   : -1;
    };
    QCOMPARE(count("&from=" + at(3)), 4);
    QCOMPARE(count("&to=" + at(3)), 3);
    QCOMPARE(count("&from=" + at(4) + "&to=" + at(2)), 2);
    QCOMPARE(count("&from=" + at(3) + "&to=" + at(3)), 0);
    for (int limit = 1; limit <= 8; ++limit) {
        QStringList seen;
        QByteArray cursor;
        int pages = 0;
        do {
            const Reply page = fixture.get(list + "&limit=" + QByteArray::number(limit) +
                                           (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
            QCOMPARE(page.json.value(u"count"_s).toInteger(), 7);
            const QJsonArray items = page.json.value(u"items"_s).toArray();
            for (const QJsonValue &item : items)
                seen.append(item.toObject().value(u"id"_s).toString());
            cursor = page.json.value(u"next_cursor"_s).toString().toLatin1();
            QVERIFY(++pages <= 8);
        } while (!cursor.isEmpty());
        QCOMPARE(pages, (7 + limit - 1) / limit);
        QStringList expected;
        for (const QJsonValue &item : all)
            expected.append(item.toObject().value(u"id"_s).toString());
        QCOMPARE(seen, expected);
    }
}

/// In pieces of 500, in order, each event once with its canonical bytes; from wherever it is asked for.
void TestAdminAudit::theStreamIsTheWholeLog()
{
    AdminFixture fixture;
    AdminContext &context = fixture.administration->context();
    const auto size = [&context] {
        return context.store
            .readNow<qint64>([](Tx &tx) { return static_cast<qint64>(audit_log::frontier(tx).size()); })
            .value();
    };
    const qint64 more = 1001 - size();
    QVERIFY(context.store.writeNow<bool>([more](Tx &tx) {
        for (qint64 i = 0; i < more; ++i) {
            AuditEvent event;
            event.at = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
            event.actor = u"tester"_s;
            event.action = u"partner.edit"_s;
            audit_log::append(tx, event);
        }
        return true;
    }));
    QCOMPARE(size(), 1001);
    using Kind = BodyChunk::Kind;
    const auto pieces = [&](qint64 after) {
        const Reply opened = fixture.get("/audit/stream?after=" + QByteArray::number(after));
        QList<std::pair<qsizetype, Kind>> list;
        if (opened.status != 200 || opened.headers.value("Content-Type") != "application/x-ndjson")
            return list;
        qint64 next = after + 1;
        do {
            const BodyChunk piece = nextPiece(opened.stream);
            const QList<QByteArray> lines = piece.data.split('\n');
            list.append({lines.size() - 1, piece.kind});
            for (const QByteArray &line : lines) {
                const QJsonObject record = QJsonDocument::fromJson(line).object();
                if (!line.isEmpty() &&
                    record.value(u"event"_s).toObject().value(u"index"_s).toInteger(-1) != next++)
                    return QList<std::pair<qsizetype, Kind>>();
            }
        } while (list.constLast().second == Kind::More && list.size() < 10);
        return list;
    };
    using Pieces = QList<std::pair<qsizetype, Kind>>;
    QCOMPARE(pieces(-1), (Pieces{{500, Kind::More}, {500, Kind::More}, {1, Kind::Last}}));
    QCOMPARE(pieces(0), (Pieces{{500, Kind::More}, {500, Kind::Last}}));
    QCOMPARE(pieces(500), (Pieces{{500, Kind::Last}}));
    QCOMPARE(pieces(999), (Pieces{{1, Kind::Last}}));
    QCOMPARE(pieces(1000), (Pieces{{0, Kind::Last}}));
    QCOMPARE(pieces(5000), (Pieces{{0, Kind::Last}}));
    QCOMPARE(pieces(INT64_MAX - 1), (Pieces{{0, Kind::Last}}));
    QCOMPARE(fixture.get("/audit/stream?after=9223372036854775807").code(), u"bad_parameter"_s);
    const Reply whole = fixture.get("/audit/stream");
    QCOMPARE(nextPiece(whole.stream).data.count('\n'), 500);
    QCOMPARE(fixture.get("/audit/events/evt_nonsense").status, 404);
    QCOMPARE(fixture.get("/audit/events/evt_000000001000").status, 200);
    QCOMPARE(fixture.get("/audit/events/evt_000000001001").status, 404);
}

/// Both numbers are asked for, and both lie within the log: at, below and above each edge.
void TestAdminAudit::proofsWithinTheLog()
{
    AdminFixture fixture;
    (void)fixture.makePartner(u"mu"_s);
    const qint64 size = fixture.post("/audit/checkpoint").json.value(u"size"_s).toInteger();
    QVERIFY(size > 2);
    const auto asked = [&fixture](const QByteArray &query) {
        const Reply reply = fixture.get("/audit/proofs/" + query);
        return reply.status == 200 ? QString() : reply.json.value(u"detail"_s).toString().section(u':', 0, 0);
    };
    const auto inclusion = [&](qint64 index, qint64 of) {
        return asked("inclusion?index=" + QByteArray::number(index) + "&size=" + QByteArray::number(of));
    };
    QCOMPARE(inclusion(0, size), QString());
    QCOMPARE(inclusion(size - 1, size), QString());
    QCOMPARE(inclusion(size, size), u"index"_s);
    QCOMPARE(inclusion(-1, size), u"index"_s);
    QCOMPARE(inclusion(0, size + 1), u"size"_s);
    QCOMPARE(inclusion(0, 1), QString());
    QCOMPARE(inclusion(1, 1), u"index"_s);
    QCOMPARE(inclusion(0, 0), u"size"_s);
    QCOMPARE(asked("inclusion?index=0"), u"size"_s);
    QCOMPARE(asked("inclusion?size=1"), u"index"_s);
    QCOMPARE(asked("inclusion"), u"index"_s);
    const auto consistency = [&](qint64 first, qint64 second) {
        return asked("consistency?first=" + QByteArray::number(first) +
                     "&second=" + QByteArray::number(second));
    };
    QCOMPARE(consistency(0, 0), QString());
    QCOMPARE(consistency(0, size), QString());
    QCOMPARE(consistency(size, size), QString());
    QCOMPARE(consistency(size, size - 1), u"first"_s);
    QCOMPARE(consistency(-1, size), u"first"_s);
    QCOMPARE(consistency(0, size + 1), u"second"_s);
    QCOMPARE(consistency(0, -1), u"second"_s);
    QCOMPARE(asked("consistency?first=0"), u"second"_s);
    QCOMPARE(asked("consistency?second=0"), u"first"_s);
}

void TestAdminAudit::proofsVerify()
{
    AdminFixture fixture;
    for (int i = 0; i < 9; ++i)
        (void)fixture.makePartner(u"n%1"_s.arg(i));
    const Reply first = fixture.post("/audit/checkpoint");
    QCOMPARE(first.status, 200);
    (void)fixture.makePartner(u"later"_s);
    const Reply second = fixture.post("/audit/checkpoint");
    const auto a = fromJson<Checkpoint>(first.json);
    const auto b = fromJson<Checkpoint>(second.json);
    QVERIFY(a && b && b->size == a->size + 1);
    const auto proof =
        fromJson<ConsistencyProof>(fixture
                                       .get("/audit/proofs/consistency?first=" + QByteArray::number(a->size) +
                                            "&second=" + QByteArray::number(b->size))
                                       .json);
    QVERIFY(proof);
    QVERIFY(merkle::verifyConsistency(quint64(a->size), quint64(b->size), a->root, b->root, proof->path));
    const Reply list = fixture.get("/audit/events?limit=1000");
    const QJsonArray items = list.json.value(u"items"_s).toArray();
    for (const QJsonValue &item : items) {
        const auto event = fromJson<AuditEvent>(item);
        QVERIFY(event);
        const auto record = fromJson<AuditRecord>(fixture.get("/audit/events/" + event->id.toLatin1()).json);
        QVERIFY(record);
        const auto inclusion = fromJson<InclusionProof>(
            fixture
                .get("/audit/proofs/inclusion?index=" + QByteArray::number(record->event.index) +
                     "&size=" + QByteArray::number(b->size))
                .json);
        QVERIFY(inclusion);
        QVERIFY(merkle::verifyInclusion(merkle::leafHash(record->canonical), quint64(record->event.index),
                                        quint64(b->size), inclusion->path, b->root));
    }
    QCOMPARE(fixture.get("/audit/proofs/inclusion?index=5&size=5").status, 400);
    QCOMPARE(fixture.get("/audit/proofs/consistency?first=5&second=99999").status, 400);
}

void TestAdminAudit::changeFeedNamesWhatChanged()
{
    AdminFixture fixture;
    const QString start = fixture.feedCursor();
    const QString id = fixture.makePartner(u"xi"_s);
    const Reply changes = fixture.get("/changes?after=" + start.toLatin1());
    QCOMPARE(changes.json.value(u"reset"_s).toBool(), false);
    const QJsonObject change = changes.json.value(u"changes"_s).toArray().first().toObject();
    QCOMPARE(change.value(u"kind"_s).toString(), u"partner"_s);
    QCOMPARE(change.value(u"id"_s).toString(), id);
    QCOMPARE(change.value(u"partner_id"_s).toString(), id);
    QVERIFY(!change.value(u"event_id"_s).toString().isEmpty());
    fixture.open();
    QCOMPARE(fixture.get("/changes?after=" + start.toLatin1()).json.value(u"reset"_s).toBool(), true);
}

QTEST_GUILESS_MAIN(TestAdminAudit)
#include "tst_admin_audit.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin_fixture.h"

#include "contract/codec/codecs.h"
#include "contract/crypto/merkle.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

class TestAdminAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsInTheAuditLog();
    void spansAndPages();
    void proofsVerify();
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
    QCOMPARE(fixture.get("/audit/events?q=remark").json.value(u"count"_s).toInteger(), 1);
    QCOMPARE(fixture.get("/audit/events?q=remark+nowhere").json.value(u"count"_s).toInteger(), 0);
    QCOMPARE(fixture.get("/audit/events?action=partner.*").json.value(u"count"_s).toInteger(), 2);
    const QByteArray eventId = newest.value(u"id"_s).toString().toLatin1();
    QCOMPARE(fixture.get("/audit/events/" + eventId).status, 200);
    // A refused change leaves nothing.
    const qint64 size = fixture.get("/audit/events").json.value(u"count"_s).toInteger();
    QCOMPARE(fixture.put("/partners/" + id.toLatin1(), draft, {}, u"\"1\""_s).status, 412);
    QCOMPARE(fixture.get("/audit/events").json.value(u"count"_s).toInteger(), size);
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
    const QString start = fixture.get("/changes").json.value(u"cursor"_s).toString();
    const QString id = fixture.makePartner(u"xi"_s);
    const Reply changes = fixture.get("/changes?after=" + start.toLatin1());
    QCOMPARE(changes.json.value(u"reset"_s).toBool(), false);
    const QJsonObject change = changes.json.value(u"changes"_s).toArray().first().toObject();
    QCOMPARE(change.value(u"kind"_s).toString(), u"partner"_s);
    QVERIFY(change.value(u"ids"_s).toArray().contains(id));
    QVERIFY(!change.value(u"event_id"_s).toString().isEmpty());
    fixture.open();
    QCOMPARE(fixture.get("/changes?after=" + start.toLatin1()).json.value(u"reset"_s).toBool(), true);
}

QTEST_GUILESS_MAIN(TestAdminAudit)
#include "tst_admin_audit.moc"

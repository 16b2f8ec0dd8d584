// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/credentials/rotation_requests.h"

#include "contract/codec/base64url.h"
#include "platform/admin/maintenance/maintenance.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// A rotation that waits for its acknowledgement.
struct Rotation
{
    AdminFixture fixture;
    QString partner;
    AdminFixture::Issued made;
    AdminFixture::Issued filler;
    Secret fresh;

    explicit Rotation(qint64 grace)
    {
        partner = fixture.makePartner(u"alpha"_s);
        made = fixture.makeCredential(partner);
        filler = fixture.makeCredential(partner);
        const SealingKey key = SealingKey::generate(fixture.random);
        const Reply rotated =
            fixture.post(path(made.id, "/rotate"), rotateBody(key.publicKey(), grace), "rot", made.etag);
        fresh = AdminFixture::unseal(rotated.json, key, "rot");
        if (!oldLives() || newLives())
            qFatal("not rotated: %s", rotated.body.constData());
    }
    [[nodiscard]] AdminContext &context() const { return fixture.administration->context(); }
    [[nodiscard]] bool oldLives() const { return accepts(fixture, made.text); }
    [[nodiscard]] bool newLives() const { return accepts(fixture, fresh); }
    [[nodiscard]] std::future<Reply> acknowledge(const QByteArray &key, int generation, const Secret &text)
    {
        const QByteArray digest = ackDigest(text, made.id, generation);
        return fixture.begin(HttpMethod::Post,
                             path(made.id, "/generations/" + QByteArray::number(generation) + "/ack"),
                             {{u"digest"_s, QString::fromLatin1(toBase64Url(digest))}}, key, {});
    }
    /// Takes what room a full database has left in half-filled pages.
    [[nodiscard]] bool fill()
    {
        for (int i = 0; fixture.post("/partners", fixture.draft(u"fill-%1"_s.arg(i))).status == 201; ++i) {
            if (i > 500)
                return false;
        }
        for (int i = 0; i < 1000; ++i) {
            if (fixture.post(path(filler.id, "/suspend"), act()).status == 507)
                return true;
            const Reply now = fixture.get(path(filler.id));
            if (fixture.post(path(filler.id, "/resume"), act(), {}, now.etag).status == 507)
                return true;
        }
        return false;
    }
    [[nodiscard]] qint64 count(const QByteArray &action) { return fixture.eventCount("action=" + action); }
};

int statusOf(std::future<Reply> &answer)
{
    return answer.wait_for(std::chrono::seconds(20)) == std::future_status::ready ? answer.get().status : 0;
}

} // namespace

/// An acknowledgement that ends the older secret is a revocation, and goes before everything that waits.
class TestEndingAcknowledgement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// On the request's own thread, and past all that its account has waiting.
    void theOlderSecretIsDeadBeforeTheStoreIsAsked()
    {
        Rotation rotation(0);
        rotation.context().settings.storePatience = std::chrono::minutes(1);
        std::vector<std::future<Reply>> others;
        std::future<Reply> answer;
        {
            const StalledStore stalled(rotation.context().store);
            for (int i = 0; i < 2 + 64; ++i)
                others.push_back(rotation.fixture.begin(HttpMethod::Post, "/audit/checkpoint", {},
                                                        rotation.fixture.freshKey(), {}));
            answer = rotation.acknowledge("ack", 2, rotation.fresh);
            QVERIFY(!rotation.oldLives());
            QVERIFY(!rotation.newLives()); // giving power waits
        }
        QCOMPARE(statusOf(answer), 200);
        QVERIFY(!rotation.oldLives());
        QVERIFY(rotation.newLives());
        QCOMPARE(rotation.count("revocation.taken_back"), 0);
        for (std::future<Reply> &other : others)
            QVERIFY(statusOf(other) != 0);
        rotation.fixture.open();
        QVERIFY(!rotation.oldLives());
        QVERIFY(rotation.newLives());
    }

    /// What will be refused, or gives the older secret its grace, denies nothing.
    void otherAcknowledgementsDenyNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("status");
        QTest::newRow("wrong digest") << u"digest"_s << 422;
        QTest::newRow("another generation") << u"generation"_s << 409;
        QTest::newRow("none such") << u"none"_s << 404;
        QTest::newRow("void") << u"void"_s << 409;
        QTest::newRow("with a grace") << u"grace"_s << 200;
    }
    void otherAcknowledgementsDenyNothing()
    {
        QFETCH(QString, what);
        QFETCH(int, status);
        Rotation rotation(what == u"grace" ? 3600 : 0);
        if (what == u"void") {
            rotation.fixture.clock.advance(std::chrono::minutes(16));
            rotation.fixture.signIn(u"tester"_s, {u"admin"_s});
        }
        rotation.context().settings.storePatience = std::chrono::milliseconds(20);
        const int generation = what == u"generation" ? 1 : what == u"none" ? 7 : 2;
        const Secret other = Secret::copyOf("another secret");
        std::future<Reply> answer;
        {
            const StalledStore stalled(rotation.context().store);
            answer = rotation.acknowledge("ack", generation, what == u"digest" ? other : rotation.fresh);
            QVERIFY(rotation.oldLives());
            QCOMPARE(answer.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
            QVERIFY(rotation.oldLives());
            QVERIFY(rotation.context().backlog.waiting().empty());
        }
        QCOMPARE(statusOf(answer), status);
        QVERIFY(rotation.oldLives());
        QCOMPARE(rotation.newLives(), what == u"grace");
        QCOMPARE(rotation.count("revocation.taken_back"), 0);
    }

    /// A store that does not answer in time: the side journal keeps the older secret dead, and the store's
    /// own turn counts as a whole when it comes.
    void theJournalKeepsItWhileTheStoreHangs()
    {
        Rotation rotation(0);
        rotation.context().settings.storePatience = std::chrono::milliseconds(20);
        {
            const StalledStore stalled(rotation.context().store);
            std::future<Reply> answer = rotation.acknowledge("ack", 2, rotation.fresh);
            QCOMPARE(answer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
            const Reply reply = answer.get();
            QCOMPARE(reply.status, 507);
            QCOMPARE(reply.code(), u"refused_not_durable"_s);
            QVERIFY(reply.json.value(u"detail"_s).toString().contains(u"Send it again"_s));
            QCOMPARE(rotation.context().backlog.waiting().size(), std::size_t(1));
            QVERIFY(!rotation.oldLives() && !rotation.newLives());
        }
        QTRY_VERIFY_WITH_TIMEOUT(rotation.context().backlog.waiting().empty(), 10'000);
        std::future<Reply> again = rotation.acknowledge("ack", 2, rotation.fresh);
        QCOMPARE(statusOf(again), 200);
        QVERIFY(!rotation.oldLives());
        QVERIFY(rotation.newLives());
        Maintenance(rotation.context()).everySecond();
        QCOMPARE(rotation.count("credential.ack"), 3); // with those of the two that were issued
        QCOMPARE(rotation.count("credential.grace"), 0);
        QCOMPARE(rotation.count("revocation.taken_back"), 0);
    }

    /// A rotation before it voids the generation that it acknowledges. What was told as ended stays ended.
    void whatWasToldAsEndedStaysEnded()
    {
        Rotation rotation(0);
        AdminContext &context = rotation.context();
        context.settings.storePatience = std::chrono::milliseconds(20);
        const SealingKey key = SealingKey::generate(rotation.fixture.random);
        const QString etag = rotation.fixture.get(path(rotation.made.id)).etag;
        std::future<Reply> rotated;
        {
            const LockedDatabase locked(rotation.fixture.dir.path());
            rotated = rotation.fixture.begin(HttpMethod::Post, path(rotation.made.id, "/rotate"),
                                             rotateBody(key.publicKey(), 0), "again", etag);
            QTRY_VERIFY_WITH_TIMEOUT(context.store.writingFor().count() > 0, 4000);
            std::future<Reply> answer = rotation.acknowledge("ack", 2, rotation.fresh);
            QCOMPARE(answer.wait_for(std::chrono::seconds(4)), std::future_status::ready);
            const Reply reply = answer.get();
            QCOMPARE(reply.status, 507);
            QVERIFY(reply.json.value(u"detail"_s).toString().contains(u"stays denied across a restart"_s));
            QVERIFY(!rotation.oldLives());
        }
        QCOMPARE(statusOf(rotated), 201);
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        for (int start = 0; start < 2; ++start) {
            QVERIFY(!rotation.oldLives());
            QCOMPARE(rotation.count("revocation.taken_back"), 0);
            QCOMPARE(rotation.count("credential.grace"), 1);
            rotation.fixture.open();
        }
    }

    /// A store that says no: dead across a restart, then in the log, and the acknowledgement still to be had.
    void theJournalKeepsItWhenTheStoreIsFull()
    {
        Rotation rotation(0);
        rotation.fixture.open(1); // from here on the database cannot grow
        QVERIFY(rotation.fill());
        std::future<Reply> answer = rotation.acknowledge("ack", 2, rotation.fresh);
        QCOMPARE(statusOf(answer), 507);
        QVERIFY(!rotation.oldLives() && !rotation.newLives());
        rotation.fixture.open(1);
        QVERIFY(!rotation.oldLives() && !rotation.newLives());
        rotation.fixture.open();
        QVERIFY(!rotation.oldLives() && !rotation.newLives());
        Maintenance(rotation.context()).everySecond();
        QVERIFY(rotation.context().backlog.waiting().empty());
        QCOMPARE(rotation.count("credential.grace"), 1);
        rotation.fixture.open();
        QVERIFY(!rotation.oldLives());
        std::future<Reply> again = rotation.acknowledge("ack", 2, rotation.fresh);
        QCOMPARE(statusOf(again), 200);
        QVERIFY(!rotation.oldLives());
        QVERIFY(rotation.newLives());
    }
};

QTEST_GUILESS_MAIN(TestEndingAcknowledgement)
#include "tst_ending_acknowledgement.moc"

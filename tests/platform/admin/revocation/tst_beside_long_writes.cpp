// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/hashing.h"
#include "tests/platform/admin/catalogue/catalogue_fixture.h"
#include "tests/platform/admin/revocation/revocation_fixture.h"

#include <QElapsedTimer>

#include <future>
#include <thread>

using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

constexpr int keys = 2000; // as many as one file may have
constexpr int routes = 20'000;

QByteArray keyFile(const AdminFixture &admin, const char *series)
{
    QByteArray file = "partner;name;scheme;hash;header;scopes;realm;owner;expires_at\r\n";
    const QByteArray until = admin.firstDay.addDays(90).toString(Qt::ISODate).toLatin1();
    for (int i = 0; i < keys; ++i) {
        const QByteArray name = series + QByteArray::number(i);
        file += "alpha;" + name + ";sha256;" + sha256({name}).toHex() +
                ";X-Partner-Key;orders:read;sbx;tester;" + until + "\r\n";
    }
    return file;
}

QByteArray description(const char *series)
{
    QByteArrayList operations;
    for (int i = 0; i < routes; ++i)
        operations.append("get /" + QByteArray(series) + QByteArray::number(i));
    return described(operations);
}

struct Course
{
    qint64 whole = 0;  ///< ms of the write
    qint64 waited = 0; ///< ms of the revocation
    int status = 0;
    Reply write;
};

/// A revocation that comes in the midst of what `write` does.
Course beside(RevocationFixture &fixture, const std::function<Reply()> &write, qint64 expected)
{
    using namespace std::chrono;
    const Store &store = fixture.admin.administration->context().store;
    Course course;
    QElapsedTimer whole;
    whole.start();
    auto running = std::async(std::launch::async, [&] {
        Reply reply = write();
        course.whole = whole.elapsed();
        return reply;
    });
    const auto in = [&] { return duration_cast<milliseconds>(store.writingFor()).count() >= expected / 4; };
    while (!in() && running.wait_for(milliseconds(1)) != std::future_status::ready)
        std::this_thread::yield();
    QElapsedTimer waited;
    waited.start();
    course.status = fixture.begin(fixture.actNamed(u"revoke"_s)).get().status;
    course.waited = waited.elapsed();
    course.write = running.get();
    return course;
}

} // namespace

/// Nothing that takes power away waits for the end of a write that takes seconds.
class TestBesideLongWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRevocationOvertakes_data()
    {
        QTest::addColumn<bool>("isImport");
        QTest::newRow("an import of keys") << true;
        QTest::newRow("applying a description") << false;
    }
    void aRevocationOvertakes()
    {
        QFETCH(bool, isImport);
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        QByteArray api;
        const auto prepared = [&](const char *series) -> std::function<Reply()> {
            if (isImport)
                return [&admin, file = keyFile(admin, series)] {
                    return admin.postFile("/imports/keys?apply=true&reason=moved", file);
                };
            const QJsonObject revision = admin.postFile(api + "/revisions", description(series)).json;
            const QByteArray path =
                api + "/revisions/" + revision.value(u"id"_s).toString().toLatin1() +
                "/apply?revision_version=" + QByteArray::number(revision.value(u"version"_s).toInteger());
            return [&admin, path, etag = admin.get(api).etag] {
                return admin.post(path, {{u"reason"_s, u"why"_s}}, {}, etag);
            };
        };
        if (!isImport)
            api = "/apis/" +
                  admin.post("/apis", CatalogueFixture::draft(u"shop"_s, u"shop.example"_s, u"/v1"_s))
                      .json.value(u"id"_s)
                      .toString()
                      .toLatin1();
        QElapsedTimer alone;
        const auto first = prepared("a");
        alone.start();
        const Reply reply = first();
        const qint64 expected = alone.elapsed();
        QVERIFY2(reply.status == 200, reply.body.left(500));

        const Course course = beside(fixture, prepared("b"), expected);
        qInfo("alone %lld ms, beside a revocation %lld ms; the revocation %lld ms", expected, course.whole,
              course.waited);
        QVERIFY2(course.write.status == 200, course.write.body.left(500));
        QCOMPARE(course.status, 200); // stored, not kept in the side journal
        QCOMPARE(fixture.credential().state, CredentialState::Revoked);
        // Patience with one that is nearly done, one step that cannot be left, and its own work.
        QVERIFY2(course.waited < std::max<qint64>(expected / 2, 400), "it waited for the other");
        if (isImport)
            QCOMPARE(admin.eventCount("action=credential.import"), 2 * keys);
    }

    /// However many revocations come: what they throw away, everybody behind waits for, too.
    void othersAreNotKeptWaiting()
    {
        using namespace std::chrono;
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        Store &store = admin.administration->context().store;
        const QByteArray file = keyFile(admin, "c");
        QElapsedTimer alone;
        alone.start();
        QCOMPARE(admin.postFile("/imports/keys?apply=true&reason=moved", keyFile(admin, "d")).status, 200);
        const qint64 expected = alone.elapsed();
        std::atomic<bool> isOver{false};
        auto urgent = std::async(std::launch::async, [&] {
            while (!isOver) {
                (void)store.writeNow<bool>([](Tx &) { return true; }, Store::Urgency::Urgent);
                std::this_thread::sleep_for(milliseconds(50));
            }
        });
        auto running = std::async(std::launch::async, [&] {
            return admin.postFile("/imports/keys?apply=true&reason=moved", file);
        });
        while (store.writingFor() < milliseconds(20) &&
               running.wait_for(milliseconds(1)) != std::future_status::ready)
            std::this_thread::yield();
        QElapsedTimer waited;
        waited.start();
        const Reply other =
            admin.post("/apis", CatalogueFixture::draft(u"other"_s, u"o.example"_s, u"/v1"_s));
        const qint64 took = waited.elapsed();
        const Reply imported = running.get();
        isOver = true;
        urgent.get();
        qInfo("alone %lld ms; another write beside it and a stream of urgent ones %lld ms", expected, took);
        QVERIFY2(other.status == 201, other.body);
        QVERIFY2(imported.status == 200, imported.body.left(500));
        QVERIFY(took < 3 * expected + 3000);
    }

    /// What clients deny themselves is in force, and comes as often as they like: nothing is begun again for
    /// it.
    void deniedTokensInterruptNothing()
    {
        using namespace std::chrono;
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        std::atomic<int> ran{0};
        std::promise<void> ended;
        std::future<void> end = ended.get_future();
        admin.administration->context().store.write<bool>(
            Store::Urgency::Yielding,
            [&ran](Tx &tx) {
                ++ran;
                const auto until = steady_clock::now() + milliseconds(800);
                while (steady_clock::now() < until)
                    (void)tx.query(QStringLiteral("SELECT 1"));
                return true;
            },
            [&ended](const StoreResult<bool> &) { ended.set_value(); });
        std::promise<bool> kept;
        std::future<bool> isKept = kept.get_future();
        const DeniedToken token{"jti-1", admin.clock.now().wall + minutes(5)};
        admin.administration->denials().deny({token, fixture.partner, fixture.made.id, 1, {}, {}},
                                             [&kept](bool durable) { kept.set_value(durable); });
        QVERIFY(admin.policy->current()->isDenied(token.jti));
        QVERIFY(isKept.get());
        QCOMPARE(end.wait_for(seconds(0)), std::future_status::ready);
        QCOMPARE(ran, 1);
    }
};

QTEST_GUILESS_MAIN(TestBesideLongWrites)
#include "tst_beside_long_writes.moc"

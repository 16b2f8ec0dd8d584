// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/checkpoint_rows.h"
#include "platform/store/rows/clock_mark.h"
#include "platform/store/rows/revocation_rows.h"
#include "platform/store/schema/refold.h"
#include "tests/platform/store_fixture.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace std::chrono_literals;
using pc::platform::test::StoreFixture;

namespace {

const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);

} // namespace

/// The small tables: what is put in comes back, member by member, and only what is meant to go goes.
class TestAdminRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operatorsComeBack()
    {
        StoreFixture fixture;
        OperatorRow one{u"b"_s, u"Bee"_s, {Role::Support, Role::Security}, noon, {}};
        const OperatorRow two{u"a"_s, u"Ay"_s, {}, noon.addDays(1), noon.addDays(2)};
        operator_rows::put(fixture.tx, one);
        operator_rows::put(fixture.tx, two);
        one.displayName = u"Bea"_s;
        operator_rows::put(fixture.tx, one);
        QCOMPARE(operator_rows::find(fixture.tx, u"b"_s), one);
        QCOMPARE(operator_rows::find(fixture.tx, u"c"_s), std::nullopt);
        QCOMPARE(operator_rows::all(fixture.tx), (QList<OperatorRow>{two, one}));
        QVERIFY(operator_rows::isOwner(fixture.tx, u"b"_s));
        QVERIFY(!operator_rows::isOwner(fixture.tx, u"a"_s)); // disabled
        QVERIFY(!operator_rows::isOwner(fixture.tx, u"c"_s));
    }

    void sessionsComeBack()
    {
        StoreFixture fixture;
        for (const QString &account : {u"a"_s, u"b"_s})
            operator_rows::put(fixture.tx, {account, account, {}, noon, {}});
        QList<SessionRow> rows;
        for (int i = 0; i < 5; ++i) {
            rows.append({QByteArray(32, static_cast<char>('0' + i)), i < 3 ? u"ses_1"_s : u"ses_%1"_s.arg(i),
                         i < 4 ? u"a"_s : u"b"_s, noon.addSecs(i), noon.addDays(1 + i)});
            session_rows::put(fixture.tx, rows.at(i));
        }
        const auto left = [&fixture] {
            QList<SessionRow> all = session_rows::all(fixture.tx);
            std::sort(all.begin(), all.end(),
                      [](const SessionRow &a, const SessionRow &b) { return a.tokenHash < b.tokenHash; });
            return all;
        };
        QCOMPARE(left(), rows);
        session_rows::keepNewest(fixture.tx, u"ses_1"_s, 2);
        QCOMPARE(left(), rows.mid(1));
        session_rows::removeExpired(fixture.tx, noon.addSecs(1)); // over at its last instant
        QCOMPARE(left(), rows.mid(2));
        session_rows::removeChain(fixture.tx, u"ses_1"_s);
        QCOMPARE(left(), rows.mid(3));
        session_rows::removeAccount(fixture.tx, u"a"_s);
        QCOMPARE(left(), rows.mid(4));
    }

    void answersComeBack()
    {
        StoreFixture fixture;
        const auto rowOf = [](const QString &key, int seconds) {
            return IdempotencyRow{u"ops"_s, u"op"_s,    key,    "hash",   noon.addSecs(seconds),
                                  201,      u"\"3\""_s, "body", u"sub"_s, 2};
        };
        for (int i = 0; i < 4; ++i)
            idempotency_rows::put(fixture.tx, rowOf(u"key-%1"_s.arg(i), i));
        const auto found = idempotency_rows::find(fixture.tx, u"ops"_s, u"op"_s, u"key-1"_s);
        QVERIFY(found);
        QCOMPARE(found->actor + found->operation + found->key, u"opsopkey-1"_s);
        QCOMPARE(found->requestHash, "hash");
        QCOMPARE(found->at, noon.addSecs(1));
        QCOMPARE(found->status, 201);
        QCOMPARE(found->etag, u"\"3\""_s);
        QCOMPARE(found->body, "body");
        QCOMPARE(found->subject, u"sub"_s);
        QCOMPARE(found->generation, 2);
        QVERIFY(!idempotency_rows::find(fixture.tx, u"ops"_s, u"op"_s, u"key-9"_s));
        QVERIFY(!idempotency_rows::find(fixture.tx, u"other"_s, u"op"_s, u"key-1"_s));
        const auto keysSince = [&fixture](int seconds, int most) {
            QStringList keys;
            for (const IdempotencyRow &row :
                 idempotency_rows::since(fixture.tx, noon.addSecs(seconds), most)) {
                if (row.actor != u"ops"_s || row.operation != u"op"_s || !row.at.isValid())
                    qFatal("another row");
                keys.append(row.key);
            }
            return keys;
        };
        QCOMPARE(keysSince(0, 9), (QStringList{u"key-1"_s, u"key-2"_s, u"key-3"_s}));
        QCOMPARE(keysSince(0, 2), (QStringList{u"key-2"_s, u"key-3"_s}));
        idempotency_rows::removeBefore(fixture.tx, noon.addSecs(2));
        QCOMPARE(keysSince(-1, 9), (QStringList{u"key-2"_s, u"key-3"_s}));
        // A key that holds a secret is found by what is kept of it.
        const QString secret = u"pcx_cs_prd_0123456789abcdef_"_s + QString(40, u'A');
        idempotency_rows::put(fixture.tx, rowOf(secret, 5));
        QVERIFY(idempotency_rows::find(fixture.tx, u"ops"_s, u"op"_s, secret));
        QCOMPARE(keysSince(4, 9), QStringList{idempotency_rows::storedKey(secret)});
        QVERIFY(keysSince(4, 9).constFirst().startsWith(u"sha256-"_s));
    }

    void settingsComeBack()
    {
        StoreFixture fixture;
        meta_rows::put(fixture.tx, u"a/2"_s, u"two"_s);
        meta_rows::put(fixture.tx, u"a/1"_s, u"old"_s);
        meta_rows::put(fixture.tx, u"a/1"_s, u"one"_s);
        for (const QString &other : {u"a"_s, u"a0"_s, u"a.1"_s, u"ab/1"_s, u"A/1"_s})
            meta_rows::put(fixture.tx, other, u"other"_s);
        using Family = QList<std::pair<QString, QString>>;
        QCOMPARE(meta_rows::family(fixture.tx, u"a"_s, 9), (Family{{u"1"_s, u"one"_s}, {u"2"_s, u"two"_s}}));
        QCOMPARE(meta_rows::family(fixture.tx, u"a"_s, 1), (Family{{u"1"_s, u"one"_s}}));
        meta_rows::remove(fixture.tx, u"a/1"_s);
        QCOMPARE(meta_rows::value(fixture.tx, u"a/1"_s), QString());
        QCOMPARE(meta_rows::value(fixture.tx, u"a/2"_s), u"two"_s);
    }

    void cutTokensComeBack()
    {
        StoreFixture fixture;
        const DeniedToken first{"jti-1", instantOf(noon)};
        const DeniedToken second{"jti-2", instantOf(noon.addMSecs(1))};
        QVERIFY(denied_token_rows::put(fixture.tx, first, u"crd_1"_s));
        QVERIFY(!denied_token_rows::put(fixture.tx, first, u"crd_1"_s));
        QVERIFY(denied_token_rows::put(fixture.tx, second, u"crd_1"_s));
        QCOMPARE(denied_token_rows::all(fixture.tx).size(), std::size_t(2));
        QCOMPARE(denied_token_rows::all(fixture.tx).front(), first);
        denied_token_rows::removeExpired(fixture.tx, noon);
        QVERIFY(denied_token_rows::all(fixture.tx) == std::vector<DeniedToken>{second});
    }

    void checkpointsComeBack()
    {
        StoreFixture fixture;
        QVERIFY(!checkpoint_rows::latest(fixture.tx));
        for (const int size : {5, 10, 7})
            checkpoint_rows::put(fixture.tx, {size, QByteArray(32, 'r'), noon.addSecs(size),
                                              "note" + QByteArray::number(size)});
        checkpoint_rows::put(fixture.tx, {7, QByteArray(32, 'x'), noon, "another"}); // the first stays
        const auto sizes = [&fixture] {
            QList<qint64> list;
            for (const CheckpointRow &row : checkpoint_rows::all(fixture.tx))
                list.append(row.size);
            return list;
        };
        QCOMPARE(sizes(), (QList<qint64>{5, 7, 10}));
        const auto latest = checkpoint_rows::latest(fixture.tx);
        QCOMPARE(latest->size, 10);
        QCOMPARE(latest->root, QByteArray(32, 'r'));
        QCOMPARE(latest->at, noon.addSecs(10));
        QCOMPARE(latest->note, "note10");
        checkpoint_rows::keepOnly(fixture.tx, [](const CheckpointRow &row) { return row.note != "note7"; });
        QCOMPARE(sizes(), (QList<qint64>{5, 10}));
    }

    void receiptsComeBack()
    {
        StoreFixture fixture;
        fixture.addPartner();
        fixture.addCredential(u"prt_0001"_s, u"crd_1"_s, u"key"_s);
        RevocationReceipt receipt;
        receipt.credential = pc::test::sampleCredential();
        receipt.credential.id = u"crd_1"_s;
        receipt.effectiveAt = noon;
        receipt.tokensEnded = 3;
        revocation_rows::put(fixture.tx, receipt);
        receipt.tokensEnded = 4;
        revocation_rows::put(fixture.tx, receipt);
        QCOMPARE(revocation_rows::find(fixture.tx, u"crd_1"_s)->tokensEnded, 4);
        QCOMPARE(revocation_rows::find(fixture.tx, u"crd_1"_s)->effectiveAt, noon);
        QVERIFY(!revocation_rows::find(fixture.tx, u"crd_2"_s));
    }

    void theClockIsMarked()
    {
        StoreFixture fixture;
        QVERIFY(!clock_mark::find(fixture.tx));
        const Moment moment{Instant(1700000000123ms), 987654321ns};
        clock_mark::put(fixture.tx, moment);
        const auto mark = clock_mark::find(fixture.tx);
        QCOMPARE(mark->moment.wall, moment.wall);
        QCOMPARE(mark->moment.steady, moment.steady);
        QVERIFY(mark->isOfThisBoot);
        // Of another start of the machine, of one that has no name, and what is no mark.
        const QString kept = meta_rows::value(fixture.tx, u"clock_seen"_s);
        for (const QString &boot : {u"00000000-0000-0000-0000-000000000000"_s, QString()}) {
            meta_rows::put(fixture.tx, u"clock_seen"_s, QString(kept.section(u' ', 0, 1) + u' ' + boot));
            QCOMPARE(clock_mark::find(fixture.tx)->moment.wall, moment.wall);
            QVERIFY(!clock_mark::find(fixture.tx)->isOfThisBoot);
        }
        meta_rows::put(fixture.tx, u"clock_seen"_s, kept.section(u' ', 0, 1));
        QVERIFY(!clock_mark::find(fixture.tx));
    }

    void namesAreFoldedAnew()
    {
        StoreFixture fixture;
        Partner partner = fixture.addPartner();
        partner.name = u"Müller"_s;
        partner_rows::update(fixture.tx, partner);
        fixture.addCredential(partner.id, u"crd_1"_s, u"Größe"_s);
        for (const QString &table : {u"partners"_s, u"credentials"_s}) {
            const auto keys = [&](const QString &key) {
                return fixture.numberOf(u"SELECT COUNT(*) FROM "_s + table + u" WHERE name_key = '"_s + key +
                                        u'\'');
            };
            const QString folded = table == u"partners"_s ? u"muller"_s : u"grosse"_s;
            QCOMPARE(keys(folded), 1);
            fixture.tx.exec(u"UPDATE "_s + table + u" SET name_key = 'old'"_s);
            refoldNames(fixture.tx);
            QCOMPARE(keys(folded), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestAdminRows)
#include "tst_admin_rows.moc"

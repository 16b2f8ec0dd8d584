// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/metering_rows.h"
#include "tests/platform/admin/admin_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::AdminFixture;

namespace {

/// Records that are stored by hand, and what the figures say of them.
struct Metered
{
    AdminFixture admin;
    QString partner = admin.makePartner(u"figures"_s);
    AdminFixture::Issued credential = admin.makeCredential(partner);

    [[nodiscard]] CallRecord call(int number) const
    {
        return admin.servedCall(partner, credential.id, number);
    }
    [[nodiscard]] CallRecord tokenRequest(int number) const
    {
        CallRecord record = call(number);
        record.isTokenRequest = true;
        record.path = u"/oauth2/token"_s;
        return record;
    }
    /// The partners whose figures moved.
    QSet<QString> store(const std::vector<CallRecord> &records)
    {
        return admin.administration->context()
            .store
            .writeNow<QSet<QString>>([&](Tx &tx) {
                const QSet<QString> moved = metering_rows::meter(tx, records);
                metering_rows::refreshStats(tx, partner, 0, 0, admin.administration->context().now());
                return moved;
            })
            .value();
    }
    [[nodiscard]] qint64 number(const QString &sql)
    {
        return admin.administration->context()
            .store
            .readNow<qint64>([&](Tx &tx) {
                Statement row = tx.queryOnce(sql);
                return row.next() ? row.number(0) : -1;
            })
            .value();
    }
    [[nodiscard]] QJsonValue lastUsed()
    {
        return admin.get("/credentials/" + credential.id.toLatin1()).json.value(u"last_used_at"_s);
    }
    [[nodiscard]] QJsonValue lastCall()
    {
        return admin.get("/partners/" + partner.toLatin1())
            .json.value(u"summary"_s)
            .toObject()
            .value(u"last_call_at"_s);
    }
};

} // namespace

/// Requests of tokens are recorded, and are no calls.
class TestTokenFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreRecordedAndNotCounted()
    {
        Metered metered;
        QVERIFY(metered.store({metered.tokenRequest(1), metered.tokenRequest(2)}).isEmpty());
        QCOMPARE(metered.number(u"SELECT COUNT(*) FROM calls"_s), 2);
        QCOMPARE(metered.number(u"SELECT COUNT(*) FROM rollups"_s), 0);
        QCOMPARE(metered.number(u"SELECT COUNT(*) FROM source_use"_s), 0);
        QVERIFY(metered.lastUsed().isUndefined());
        QVERIFY(metered.lastCall().isUndefined());

        const CallRecord call = metered.call(3);
        QCOMPARE(metered.store({metered.tokenRequest(4), call, metered.tokenRequest(5)}),
                 QSet<QString>{metered.partner});
        QCOMPARE(metered.number(u"SELECT SUM(calls) FROM rollups WHERE bucket = 60"_s), 1);
        QCOMPARE(metered.number(u"SELECT SUM(calls) FROM source_use"_s), 1);
        QCOMPARE(metered.lastCall().toString(), call.at.toString(Qt::ISODateWithMs));
        QCOMPARE(metered.lastUsed(), metered.lastCall());
        QCOMPARE(metered.admin.get("/calls").json.value(u"count"_s).toInteger(), 5);
    }

    /// Of a partner that has asked for many tokens since its last call, too.
    void theLastCallIsACall()
    {
        Metered metered;
        const CallRecord call = metered.call(0);
        (void)metered.store({call});
        metered.admin.clock.advance(std::chrono::minutes(5));
        std::vector<CallRecord> requests;
        for (int i = 1; i < 1000; ++i)
            requests.push_back(metered.tokenRequest(i));
        (void)metered.store(requests);
        QCOMPARE(metered.lastCall().toString(), call.at.toString(Qt::ISODateWithMs));
        // One more, and the figures tell its hour: nobody looks further back.
        (void)metered.store({metered.tokenRequest(1000)});
        const QDateTime hour =
            QDateTime::fromSecsSinceEpoch(call.at.toSecsSinceEpoch() / 3600 * 3600, Qt::UTC);
        QCOMPARE(metered.lastCall().toString(), hour.toString(Qt::ISODateWithMs));
    }
};

QTEST_GUILESS_MAIN(TestTokenFigures)
#include "tst_token_figures.moc"

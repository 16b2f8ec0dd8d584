// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"
#include "tests/platform/admin/credentials/rotation_requests.h"

#include "contract/crypto/credential_format.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

/// What a rotation asks for begins with its acknowledgement.
class TestRotationTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rotationMovesTheExpiryWhenAcknowledged();
    void noSecretOutlivesItsYear();
    void aCutNeedsAReason();
};

/// A promise of a rotation is kept from its acknowledgement on, and not a moment earlier: repeated without
/// one, it must not keep the old secret alive.
void TestRotationTerms::rotationMovesTheExpiryWhenAcknowledged()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    const Reply before = fixture.get(path(made.id));
    const auto expiry = [&] {
        const QString stored = fixture.get(path(made.id)).json.value(u"expires_at"_s).toString();
        return QDateTime::fromString(stored, Qt::ISODateWithMs);
    };
    const QDateTime first = expiry();
    QDateTime now = fixture.administration->context().now();
    SealingKey key = SealingKey::generate(fixture.random);
    const auto rotate = [&](const QDateTime &expiresAt) {
        QJsonObject body = rotateBody(key.publicKey());
        body.insert(u"expires_at"_s, expiresAt.toString(Qt::ISODate));
        return fixture.post(path(made.id, "/rotate"), body,
                            "rot-" + QByteArray::number(expiresAt.toSecsSinceEpoch()),
                            fixture.get(path(made.id)).etag);
    };
    QCOMPARE(rotate(now.addDays(-1)).status, 422);
    QCOMPARE(rotate(now.addDays(3000)).status, 422);
    for (int i = 0; i < 5; ++i) { // never acknowledged
        QCOMPARE(rotate(now.addDays(300 + i)).status, 201);
        QCOMPARE(expiry(), first);
        const auto rule = fixture.policy->current()->credential(id16Of(made.id));
        QCOMPARE(toDateTime(rule->expiresAt), first);
    }
    fixture.open();
    QCOMPARE(toDateTime(fixture.policy->current()->credential(id16Of(made.id))->expiresAt), first);
    const QDateTime wanted = QDateTime::fromSecsSinceEpoch(now.addDays(320).toSecsSinceEpoch(), Qt::UTC);
    key = SealingKey::generate(fixture.random);
    const Reply rotated = rotate(wanted);
    QCOMPARE(rotated.status, 201);
    QCOMPARE(expiry(), first);
    const Secret text =
        AdminFixture::unseal(rotated.json, key, "rot-" + QByteArray::number(wanted.toSecsSinceEpoch()));
    fixture.open(); // kept across a restart
    QCOMPARE(fixture.acknowledge(made.id, rotated.json.value(u"generation"_s).toInt(), text).status, 200);
    QCOMPARE(expiry(), wanted);
    QCOMPARE(toDateTime(fixture.policy->current()->credential(id16Of(made.id))->expiresAt), wanted);
}

/// However often it is rotated and its grace extended, no secret is accepted later than a year after its own
/// issue, or than its credential's end when it was rotated.
void TestRotationTerms::noSecretOutlivesItsYear()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s)); // for 90 days
    const QDateTime end = toDateTime(fixture.policy->current()->credential(id16Of(made.id))->expiresAt);
    fixture.clock.advance(std::chrono::hours(24 * 90 - 2)); // two hours before its end
    fixture.signIn(u"tester"_s, {u"admin"_s});
    const SealingKey key = SealingKey::generate(fixture.random);
    QJsonObject body = rotateBody(key.publicKey(), 7 * 86400);
    body.insert(u"expires_at"_s, fixture.administration->context().now().addDays(360).toString(Qt::ISODate));
    const Reply rotated = fixture.post(path(made.id, "/rotate"), body, "r", made.etag);
    const Secret text = AdminFixture::unseal(rotated.json, key, "r");
    const Reply acked = fixture.acknowledge(made.id, 2, text);
    QCOMPARE(acked.status, 200);
    QVERIFY(accepts(fixture, made.text));
    QJsonObject longer = act();
    longer.insert(u"until"_s, end.addDays(1).toString(Qt::ISODateWithMs));
    QCOMPARE(fixture.post(path(made.id, "/grace"), longer, {}, acked.etag).code(), u"grace_too_long"_s);
    fixture.clock.advance(std::chrono::hours(3));
    QVERIFY(!accepts(fixture, made.text));
    QVERIFY(accepts(fixture, text));
}

/// Without grace the present secret is cut: the same as ending a grace now, and needs a reason as that does.
void TestRotationTerms::aCutNeedsAReason()
{
    AdminFixture fixture;
    const auto made = fixture.makeCredential(fixture.makePartner(u"alpha"_s));
    const SealingKey key = SealingKey::generate(fixture.random);
    for (const qint64 grace : {0, 60}) {
        QJsonObject body = rotateBody(key.publicKey(), grace);
        body.insert(u"reason"_s, QString());
        const Reply reply = fixture.post(path(made.id, "/rotate"), body, {}, made.etag);
        QCOMPARE(reply.status, grace == 0 ? 422 : 201);
    }
}

QTEST_GUILESS_MAIN(TestRotationTerms)
#include "tst_rotation_terms.moc"

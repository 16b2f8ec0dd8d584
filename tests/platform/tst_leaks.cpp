// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin_fixture.h"

#include "platform/core/authorizer.h"
#include "platform/core/leak_watch.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

QJsonArray leaks(AdminFixture &fixture)
{
    // Events are queued: a write behind them makes sure that they are there.
    (void)fixture.post("/audit/checkpoint");
    return fixture.get("/audit/events?action=credential.leak_seen").json.value(u"items"_s).toArray();
}

QString changed(const QJsonObject &event, QStringView field)
{
    const QJsonArray changes = event.value(u"changes"_s).toArray();
    for (const QJsonValue &change : changes) {
        if (change[u"field"_s].toString() == field)
            return change[u"after"_s].toString();
    }
    return {};
}

} // namespace

class TestLeaks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLivingSecretInACallIsAnEvent();
    void aLivingSecretInAReasonIsAnEvent();
    void whatIsNotLivingIsNone();
};

void TestLeaks::aLivingSecretInACallIsAnEvent()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"mu"_s);
    const AdminFixture::Issued issued = fixture.makeCredential(partner);
    const QByteArray secret = issued.text.view().toByteArray();
    FailureGate failures;
    Authorizer authorizer(*fixture.policy, *fixture.peppers, *fixture.counters, failures, *fixture.calls,
                          fixture.clock, &fixture.administration->leaks());
    const auto call = [&](const QByteArray &path, const QByteArray &query, const QByteArray &agent) {
        CallFacts facts;
        facts.question.gatewayTrusted = true;
        facts.question.method = "GET";
        facts.question.rawPath = path;
        facts.query = query;
        facts.userAgent = agent;
        facts.source = "192.0.2.7";
        facts.requestId = "req_1";
        (void)authorizer.authorize(std::move(facts));
    };
    call("/api/v1/orders", "a=b", "curl/8");
    QCOMPARE(leaks(fixture).size(), 0);
    call("/api/v1/" + secret, {}, {});
    QJsonArray events = leaks(fixture);
    QCOMPARE(events.size(), 1);
    const QJsonObject event = events.first().toObject();
    QCOMPARE(event.value(u"target_id"_s).toString(), issued.id);
    QCOMPARE(event.value(u"partner_id"_s).toString(), partner);
    QCOMPARE(event.value(u"source"_s).toString(), u"192.0.2.7"_s);
    QCOMPARE(changed(event, u"generation"), u"1"_s);
    QCOMPARE(changed(event, u"place"), u"path"_s);

    // Once per place and day; another place is another matter.
    for (int i = 0; i < 50; ++i)
        call("/api/v1/" + secret, {}, {});
    QCOMPARE(leaks(fixture).size(), 1);
    call("/api/v1/orders", "key=" + secret, {});
    call("/api/v1/orders", {}, "app/1 " + secret);
    events = leaks(fixture);
    QCOMPARE(events.size(), 3);
    QCOMPARE(changed(events.at(0).toObject(), u"place"), u"user_agent"_s);
    QCOMPARE(changed(events.at(1).toObject(), u"place"), u"query"_s);
    fixture.clock.advance(LeakWatch::again);
    call("/api/v1/" + secret, {}, {});
    fixture.signIn(u"tester"_s, {u"admin"_s});
    QCOMPARE(leaks(fixture).size(), 4);

    // And no record of those calls holds it.
    const QByteArray part = secret.right(49).first(20);
    const CallQueue::Batch batch = fixture.calls->takeNow(1000);
    QVERIFY(batch.records.size() > 50);
    for (const CallRecord &record : batch.records) {
        QVERIFY(!record.path.contains(QString::fromLatin1(part)));
        QVERIFY(!record.userAgent.contains(QString::fromLatin1(part)));
    }
    QVERIFY(!fixture.logged.contains(part));
}

void TestLeaks::aLivingSecretInAReasonIsAnEvent()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"mu"_s);
    const AdminFixture::Issued issued = fixture.makeCredential(partner);
    const QString secret = QString::fromLatin1(issued.text.view());
    QCOMPARE(fixture
                 .post("/partners/" + partner.toLatin1() + "/freeze",
                       {{u"reason"_s, QString(u"they sent "_s + secret)}, {u"ticket"_s, QString()}})
                 .status,
             200);
    const QJsonArray events = leaks(fixture);
    QCOMPARE(events.size(), 1);
    QCOMPARE(changed(events.first().toObject(), u"place"), u"partner.freeze"_s);
    QCOMPARE(changed(events.first().toObject(), u"sent_by"), u"tester"_s);
    const QJsonArray frozen =
        fixture.get("/audit/events?action=partner.freeze").json.value(u"items"_s).toArray();
    const QString reason = frozen.first().toObject().value(u"reason"_s).toString();
    QVERIFY2(reason.startsWith(u"they sent pcx_"_s) && reason.endsWith(u"[redacted]"_s), qPrintable(reason));
}

void TestLeaks::whatIsNotLivingIsNone()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"mu"_s);
    const AdminFixture::Issued issued = fixture.makeCredential(partner);
    LeakWatch &watch = fixture.administration->leaks();
    LeakSighting about;
    about.place = u"path"_s;
    // Right form, right checksum, right id, but not the secret.
    CredentialText other;
    other.brand = "pcx";
    other.type = CredentialTextType::ClientSecret;
    other.realm = Realm::Sandbox;
    other.id = id16Of(issued.id);
    other.secret = newCredentialSecret(fixture.random);
    watch.look(QString::fromLatin1(formatCredential(other)->view()), about);
    QCOMPARE(leaks(fixture).size(), 0);
    QCOMPARE(fixture
                 .post("/credentials/" + issued.id.toLatin1() + "/revoke",
                       {{u"reason"_s, u"Test"_s}, {u"ticket"_s, QString()}})
                 .status,
             200);
    watch.look(QString::fromLatin1(issued.text.view()), about);
    QCOMPARE(leaks(fixture).size(), 0);
}

QTEST_GUILESS_MAIN(TestLeaks)
#include "tst_leaks.moc"

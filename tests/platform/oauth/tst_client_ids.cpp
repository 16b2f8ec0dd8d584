// SPDX-License-Identifier: GPL-3.0-or-later
// A client id of another system at the token endpoint: it names a partner, and proves nothing.
#include "tests/platform/oauth/oauth_fixture.h"

#include <QTest>

using namespace testing;

namespace {

const QByteArray oldId = "acme-backend";

class ClientIdFixture : public Platform
{
public:
    struct Named
    {
        QByteArray id16;
        QByteArray source;
    };

    /// What stands for the client id, of the partner whose credentials the fixture has.
    [[nodiscard]] CredentialRule alias(int n = 9, Realm realm = Realm::Production)
    {
        CredentialRule rule = fixture.credential(n, CredentialKind::LegacyClientId, realm);
        rule.scopes.clear();
        rule.clientId = oldId;
        for (GenerationRule &each : rule.generations)
            each.verifier.clear();
        return rule;
    }

    HttpResponse ask(const QByteArray &clientId, const QByteArray &secret)
    {
        return send(form("/oauth2/token",
                         "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + secret));
    }
};

} // namespace

class TestClientIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecretSaysWhichClientItIs()
    {
        ClientIdFixture platform;
        QCOMPARE(platform.ask(oldId, Platform::text(1)).status, 401);
        platform.set(platform.alias());
        const HttpResponse post = platform.ask(oldId, Platform::text(1));
        QCOMPARE(post.status, 200);
        HttpRequest basic = Platform::form("/oauth2/token", "grant_type=client_credentials");
        basic.headers.add("Authorization", "Basic " + QByteArray(oldId + ':' + Platform::text(1)).toBase64());
        QCOMPARE(platform.send(basic).status, 200);
        // Its own client id goes on, and it is what tokens and records say.
        QCOMPARE(platform.ask(Platform::clientId(1), Platform::text(1)).status, 200);
        const QByteArray token = Platform::json(post).value("access_token"_L1).toString().toLatin1();
        const HttpResponse facts = platform.send(
            Platform::form("/oauth2/introspect",
                           "client_id=" + oldId + "&client_secret=" + Platform::text(1) + "&token=" + token));
        QCOMPARE(Platform::json(facts).value("client_id"_L1).toString().toLatin1(), Platform::clientId(1));
    }

    // RFC 6749, section 2.3.1, wants them encoded in Basic; many clients send them as they are.
    void whateverIsInItIsTaken_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char *id :
             {"acme+backend", "acme:backend", "50%off", "a%2Bb", "a/b?c&d=e", "\"q\"\\", "%41bc"})
            QTest::newRow(id) << QByteArray(id);
    }

    void whateverIsInItIsTaken()
    {
        QFETCH(QByteArray, id);
        ClientIdFixture platform;
        CredentialRule alias = platform.alias();
        alias.clientId = id;
        platform.set(alias);
        for (const QByteArray &sent : {id, id.toPercentEncoding()}) {
            for (const QByteArray &body :
                 {QByteArray(), QByteArray("&client_id=" + id.toPercentEncoding())}) {
                HttpRequest basic = Platform::form("/oauth2/token", "grant_type=client_credentials" + body);
                basic.headers.add("Authorization",
                                  "Basic " + QByteArray(sent + ':' + Platform::text(1)).toBase64());
                QCOMPARE(platform.send(basic).status, 200);
            }
            HttpRequest wrong = Platform::form("/oauth2/token", "grant_type=client_credentials");
            wrong.headers.add("Authorization",
                              "Basic " + QByteArray(sent + ':' + Platform::text(1, 7)).toBase64());
            QCOMPARE(platform.send(wrong).status, 401);
        }
        QCOMPARE(platform.ask(id.toPercentEncoding(), Platform::text(1)).status, 200);
    }

    // What a text says when it is decoded goes before the text itself, and both need the secret.
    void noIdIsTakenForAnother()
    {
        ClientIdFixture platform;
        CredentialRule own = platform.alias();
        own.clientId = "a%2Bb";
        CredentialRule theirs = platform.alias(8);
        theirs.clientId = "a+b";
        theirs.partnerId = u"prt_another"_s;
        platform.set(own);
        platform.set(theirs);
        const auto status = [&platform](const QByteArray &sent) {
            HttpRequest basic = Platform::form("/oauth2/token", "grant_type=client_credentials");
            basic.headers.add("Authorization",
                              "Basic " + QByteArray(sent + ':' + Platform::text(1)).toBase64());
            return platform.send(basic).status;
        };
        QCOMPARE(status("a%2Bb"), 401); // it says theirs
        QCOMPARE(status("a%252Bb"), 200);
        QCOMPARE(status("a+b"), 401);
    }

    // Nothing but the secret of a client of this partner, in this realm, of a kind that asks for tokens.
    void itProvesNothing()
    {
        ClientIdFixture platform;
        platform.set(platform.alias());
        const HttpResponse unknown = platform.ask("nobody-knows", Platform::text(1));
        QCOMPARE(unknown.status, 401);
        QByteArray wrong = Platform::text(1, 7);
        for (const QByteArray &secret :
             {wrong, QByteArray("guessed"), Platform::text(2, 1, CredentialTextType::ApiKey),
              Platform::text(3, 1, CredentialTextType::ClientSecret, Realm::Sandbox), Platform::text(9)}) {
            const HttpResponse refused = platform.ask(oldId, secret);
            QCOMPARE(refused.status, 401);
            QCOMPARE(refused.body, unknown.body);
        }
        QCOMPARE(platform.ask(oldId, {}).status, 401);
        QCOMPARE(platform.ask("ACME-backend", Platform::text(1)).status, 401);
        QCOMPARE(platform.ask(oldId + "x", Platform::text(1)).status, 401);
    }

    void anotherPartnersIsNobodysDoor()
    {
        ClientIdFixture platform;
        CredentialRule alias = platform.alias();
        alias.partnerId = u"prt_another"_s;
        platform.set(alias);
        QCOMPARE(platform.ask(oldId, Platform::text(1)).status, 401);
    }

    void itStandsBeforeNoClientIdOfOurs()
    {
        ClientIdFixture platform;
        CredentialRule alias = platform.alias();
        alias.partnerId = u"prt_another"_s;
        alias.clientId = Platform::clientId(1); // no import makes one
        platform.set(alias);
        QCOMPARE(platform.ask(Platform::clientId(1), Platform::text(1)).status, 200);
    }

    void itEndsByItsDeadlineAndByAnAct()
    {
        ClientIdFixture platform;
        CredentialRule alias = platform.alias();
        alias.expiresAt = noon() + 1h;
        platform.set(alias);
        QCOMPARE(platform.ask(oldId, Platform::text(1)).status, 200);
        for (const CredentialState state : {CredentialState::Suspended, CredentialState::Revoked}) {
            CredentialRule ended = alias;
            ended.state = state;
            platform.set(ended);
            QCOMPARE(platform.ask(oldId, Platform::text(1)).status, 401);
        }
        platform.set(alias);
        platform.clock.advance(1h);
        QCOMPARE(platform.ask(oldId, Platform::text(1)).status, 401);
        QCOMPARE(platform.ask(Platform::clientId(1), Platform::text(1)).status, 200);
    }

    void oneInEachRealm()
    {
        ClientIdFixture platform;
        platform.set(platform.alias(9));
        platform.set(platform.alias(8, Realm::Sandbox));
        QCOMPARE(platform.ask(oldId, Platform::text(1)).status, 200);
        QCOMPARE(platform.ask(oldId, Platform::text(3, 1, CredentialTextType::ClientSecret, Realm::Sandbox))
                     .status,
                 200);
        platform.holder->publish([](const Policy &policy) { return policy.withoutCredential(id16(8)); });
        QCOMPARE(platform.ask(oldId, Platform::text(1)).status, 200);
        QVERIFY(!platform.holder->current()->byClientId(Realm::Sandbox, oldId));
    }

    // A wrong secret counts against the name that was presented, as for any client.
    void failuresBlock()
    {
        ClientIdFixture platform;
        platform.set(platform.alias());
        for (int i = 0; i < 50; ++i)
            (void)platform.ask(oldId, Platform::text(1, 7));
        const HttpResponse blocked = platform.ask(oldId, Platform::text(1));
        QCOMPARE(blocked.status, 401);
        QVERIFY(!blocked.headers.value("Retry-After").isEmpty());
    }

    // However it is written: another spelling gives no second set of guesses.
    void failuresCountByWhomTheyName()
    {
        for (const bool encodedFirst : {false, true}) {
            ClientIdFixture platform;
            CredentialRule alias = platform.alias();
            alias.clientId = "a%2Bb";
            platform.set(alias);
            const auto ask = [&platform](bool encoded, const QByteArray &secret) {
                HttpRequest basic = Platform::form("/oauth2/token", "grant_type=client_credentials");
                const QByteArray sent = encoded ? "a%252Bb" : "a%2Bb";
                basic.headers.add("Authorization", "Basic " + QByteArray(sent + ':' + secret).toBase64());
                return platform.send(basic).status;
            };
            QCOMPARE(ask(true, Platform::text(1)), 200);
            QCOMPARE(ask(false, Platform::text(1)), 200);
            for (int i = 0; i < 50; ++i)
                (void)ask(encodedFirst, Platform::text(1, 7));
            QCOMPARE(ask(!encodedFirst, Platform::text(1)), 401);
        }
    }
};

QTEST_APPLESS_MAIN(TestClientIds)
#include "tst_client_ids.moc"

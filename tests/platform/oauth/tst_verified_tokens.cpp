// SPDX-License-Identifier: GPL-3.0-or-later
// A token that was verified once is not verified again, and is judged anew at every call all the same.
#include "tests/platform/oauth/oauth_fixture.h"

#include "contract/crypto/hashing.h"

#include <QFile>
#include <QTest>

using namespace testing;

namespace {

VerifiedTokens::Claims claimsOf(int generation)
{
    TokenClaims claims;
    claims.generation = generation;
    return std::make_shared<const TokenClaims>(std::move(claims));
}

QByteArray digestOf(int n)
{
    return sha256({QByteArray::number(n)});
}

/// A token that the service has just accepted, so that it is remembered.
struct Remembered : Platform
{
    QByteArray text = token(1);

    Remembered()
    {
        if (asked().status != 200 || tokens->remembered() != 1)
            qFatal("a good token is not accepted, or not remembered");
    }

    HttpResponse asked(const QByteArray &path = "/api/v1/orders")
    {
        return send(nginx("GET", path, {{"Authorization", "Bearer " + text}}));
    }
    [[nodiscard]] DecisionReason reason()
    {
        return authorizer
            ->authorize({.question = {.gateway = GatewayIdentity{u"edge"_s},
                                      .presented = tokens->read(text),
                                      .method = "GET",
                                      .rawPath = "/api/v1/orders"},
                         .source = "198.51.100.4",
                         .userAgent = {},
                         .requestId = "req_test"})
            .decision.reason;
    }
    void change(const std::function<void(CredentialRule &)> &edit)
    {
        CredentialRule rule = fixture.credential(1, CredentialKind::ClientSecret);
        edit(rule);
        set(rule);
    }
};

} // namespace

class TestVerifiedTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatItWasGiven()
    {
        VerifiedTokens known;
        QVERIFY(!known.find(digestOf(1)));
        known.keep(digestOf(1), claimsOf(7));
        QCOMPARE(known.find(digestOf(1))->generation, 7);
        QVERIFY(!known.find(digestOf(2)));
        QCOMPARE(known.size(), 1);
    }

    void isBounded()
    {
        VerifiedTokens known(256);
        for (int n = 0; n < 10'000; ++n)
            known.keep(digestOf(n), claimsOf(n));
        QVERIFY2(known.size() <= 256, QByteArray::number(known.size()).constData());
        QVERIFY(known.size() >= 64);
        QVERIFY(!known.find(digestOf(0)));
        QCOMPARE(known.find(digestOf(9'999))->generation, 9'999);
    }

    void whatIsAskedForStays()
    {
        VerifiedTokens known(256);
        known.keep(digestOf(-1), claimsOf(1));
        for (int n = 0; n < 10'000; ++n) {
            known.keep(digestOf(n), claimsOf(n));
            QVERIFY(known.find(digestOf(-1)));
        }
    }

    void theNextCallIsJudgedAnew_data()
    {
        QTest::addColumn<std::function<void(Remembered &)>>("change");
        QTest::addColumn<DecisionReason>("reason");
        using Change = std::function<void(Remembered &)>;
        using Reason = DecisionReason;
        QTest::newRow("nothing") << Change([](Remembered &) {}) << Reason::Allowed;
        QTest::newRow("revoked") << Change([](Remembered &on) {
            on.change([](CredentialRule &rule) { rule.state = CredentialState::Revoked; });
        }) << Reason::CredentialRevoked;
        QTest::newRow("suspended") << Change([](Remembered &on) {
            on.change([](CredentialRule &rule) { rule.state = CredentialState::Suspended; });
        }) << Reason::CredentialSuspended;
        QTest::newRow("generation ended") << Change([](Remembered &on) {
            on.change([](CredentialRule &rule) { rule.generations.front().state = GenerationState::Ended; });
        }) << Reason::CredentialRevoked;
        QTest::newRow("generation gone") << Change([](Remembered &on) {
            on.change([](CredentialRule &rule) { rule.generations.clear(); });
        }) << Reason::CredentialRevoked;
        QTest::newRow("credential expired") << Change([](Remembered &on) {
            on.change([](CredentialRule &rule) { rule.expiresAt = noon(); });
        }) << Reason::CredentialExpired;
        QTest::newRow("scope taken from the credential") << Change([](Remembered &on) {
            on.change([](CredentialRule &rule) { rule.scopes.removeAll(u"orders:read"_s); });
        }) << Reason::MissingScope;
        QTest::newRow("scope taken from the partner") << Change([](Remembered &on) {
            PartnerRule partner = Fixture::partner();
            partner.scopes.removeAll(u"orders:read"_s);
            on.set(partner);
        }) << Reason::MissingScope;
        QTest::newRow("partner frozen") << Change([](Remembered &on) {
            PartnerRule partner = Fixture::partner();
            partner.status = PartnerStatus::Frozen;
            on.set(partner);
        }) << Reason::PartnerFrozen;
        QTest::newRow("token denied") << Change([](Remembered &on) {
            const Presented read = on.tokens->read(on.text);
            const TokenClaims &claims = std::get<presented::Token>(read).claims;
            on.holder->publish([&](const Policy &policy) {
                return policy.withDeniedToken({claims.jti, claims.expiresAt});
            });
        }) << Reason::TokenRevoked;
        QTest::newRow("clock goes on")
            << Change([](Remembered &on) { on.clock.advance(601s); }) << Reason::TokenExpired;
        QTest::newRow("clock is set ahead")
            << Change([](Remembered &on) { on.clock.stepWall(601s); }) << Reason::TokenExpired;
        QTest::newRow("clock is set back")
            << Change([](Remembered &on) { on.clock.stepWall(-3600s); }) << Reason::TokenInvalid;
    }
    void theNextCallIsJudgedAnew()
    {
        QFETCH(std::function<void(Remembered &)>, change);
        QFETCH(DecisionReason, reason);
        Remembered on;
        change(on);
        QCOMPARE(toText(on.reason()), toText(reason));
        QCOMPARE(on.tokens->remembered(), 1);
    }

    // What is remembered goes with the keys: whoever opens the directory without the key knows nothing of it.
    void doesNotOutliveItsKey()
    {
        Remembered on;
        QVERIFY(std::holds_alternative<presented::Token>(on.tokens->read(on.text)));
        QVERIFY(QFile::remove(on.dir.filePath(u"token-key-1.pem"_s)));
        SystemRandom random;
        QString why;
        auto keys = TokenKeys::open(on.dir.path(), toDateTime(noon()), random, &why);
        QVERIFY2(keys, qPrintable(why));
        const AccessTokens anew(std::move(*keys), u"https://platform.example"_s);
        QVERIFY(std::holds_alternative<presented::BadToken>(anew.read(on.text)));
    }

    // One character is another token, also beside one that is remembered.
    void anotherTextIsAnotherToken()
    {
        const Remembered on;
        for (qsizetype at = 0; at < on.text.size(); at += 7) {
            QByteArray changed = on.text;
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            QVERIFY(std::holds_alternative<presented::BadToken>(on.tokens->read(changed)));
        }
        QVERIFY(std::holds_alternative<presented::BadToken>(on.tokens->read(QByteArray(100'000, 'A'))));
        QCOMPARE(on.tokens->remembered(), 1); // what did not hold is not remembered
    }
};

QTEST_GUILESS_MAIN(TestVerifiedTokens)
#include "tst_verified_tokens.moc"

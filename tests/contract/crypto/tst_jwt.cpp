// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/base64url.h"
#include "contract/crypto/jwt.h"
#include "tests/contract/crypto/test_random.h"
#include "tests/contract/properties.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

KeyLookup only(const VerifyKey &key)
{
    return [key](const QString &keyId) {
        return keyId.isEmpty() || keyId == key.thumbprint() ? std::optional(key) : std::nullopt;
    };
}

SigningKey keyOf(SignatureAlgorithm algorithm, const QByteArray &seed = "jwt")
{
    TestRandom random(seed);
    return SigningKey::generate(algorithm, random);
}

/// A token with any header, signed correctly.
QByteArray tokenWith(const QByteArray &header, const QByteArray &payload, const SigningKey &key)
{
    const QByteArray input = toBase64Url(header) + '.' + toBase64Url(payload);
    return input + '.' + toBase64Url(key.sign(input));
}

// RFC 8037 appendix A
constexpr char edPrivate[] = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
constexpr char edPublic[] =
    R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})";
constexpr char edToken[] =
    "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg"
    "3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
// RFC 7515 appendix A.3
constexpr char ecPublic[] = R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                                "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})";
constexpr char ecPrivate[] = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";
constexpr char ecToken[] =
    "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNv"
    "bS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQx"
    "fKTUJqPP3-Kg6NU1Q";

QJsonObject object(QByteArrayView json)
{
    return QJsonDocument::fromJson(json.toByteArray()).object();
}

} // namespace

class TestJwt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publicVectors()
    {
        const auto ed = VerifyKey::fromJwk(object(edPublic));
        QVERIFY(ed.has_value());
        QCOMPARE(ed->thumbprint(), u"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"_s); // RFC 8037 appendix A.3
        QCOMPARE(verifyJws(edToken, {}, only(*ed)).value().payload, QByteArray("Example of Ed25519 signing"));
        const auto edKey = SigningKey::fromRaw(SignatureAlgorithm::Ed25519,
                                               Secret::copyOf(fromBase64Url(edPrivate).value()));
        QCOMPARE(edKey->verifyKey().raw(), ed->raw());
        QCOMPARE(tokenWith(R"({"alg":"EdDSA"})", "Example of Ed25519 signing", *edKey), QByteArray(edToken));

        const auto ec = VerifyKey::fromJwk(object(ecPublic));
        QVERIFY(ec.has_value());
        const auto read = verifyJws(ecToken, {}, only(*ec));
        QVERIFY(read.has_value());
        QCOMPARE(object(read->payload).value("iss"_L1).toString(), u"joe"_s);
        QVERIFY(!verifyJws(ecToken, u"at+jwt"_s, only(*ec))); // it has no type
        const auto ecKey =
            SigningKey::fromRaw(SignatureAlgorithm::Es256, Secret::copyOf(fromBase64Url(ecPrivate).value()));
        QCOMPARE(ecKey->verifyKey().raw(), ec->raw());
    }

    void roundTrip_data()
    {
        QTest::addColumn<SignatureAlgorithm>("algorithm");
        QTest::newRow("EdDSA") << SignatureAlgorithm::Ed25519;
        QTest::newRow("ES256") << SignatureAlgorithm::Es256;
    }

    void roundTrip()
    {
        QFETCH(SignatureAlgorithm, algorithm);
        QVERIFY(rc::check("sign, then verify, gives the payload back", [algorithm] {
            const SigningKey key = keyOf(algorithm, QByteArray::number(*rc::gen::arbitrary<int>()));
            const QByteArray payload = *props::bytes();
            const QByteArray token = signJws(payload, u"at+jwt"_s, key);
            const auto read = verifyJws(token, u"at+jwt"_s, only(key.verifyKey()));
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->payload == payload);
            RC_ASSERT(read->keyId == key.verifyKey().thumbprint());
            RC_ASSERT(verifyJws(token, u"application/AT+JWT"_s, only(key.verifyKey())).has_value());
            const auto other = keyOf(algorithm, "another");
            RC_ASSERT(
                !verifyJws(token, {}, [&](const QString &) { return std::optional(other.verifyKey()); }));
        }));
    }

    void everyChangeIsRefused_data() { roundTrip_data(); }

    void everyChangeIsRefused()
    {
        QFETCH(SignatureAlgorithm, algorithm);
        const SigningKey key = keyOf(algorithm);
        const QByteArray token = signJws(R"({"sub":"crd_0123456789ABCDEF"})", u"at+jwt"_s, key);
        for (qsizetype bit = 0; bit < token.size() * 8; ++bit) {
            QByteArray changed = token;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY2(!verifyJws(changed, u"at+jwt"_s, only(key.verifyKey())), changed.constData());
        }
        QVERIFY(!verifyJws(QByteArray(token + '='), u"at+jwt"_s, only(key.verifyKey())));
        QVERIFY(!verifyJws(QByteArray(token + ".x"), u"at+jwt"_s, only(key.verifyKey())));
        QVERIFY(!verifyJws(QByteArray(' ' + token), u"at+jwt"_s, only(key.verifyKey())));
    }

    void algorithmsAreNotNegotiable_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<CryptoFault>("fault");
        QTest::newRow("none") << QByteArray(R"({"alg":"none","typ":"at+jwt"})") << CryptoFault::Unsupported;
        QTest::newRow("None") << QByteArray(R"({"alg":"None","typ":"at+jwt"})") << CryptoFault::Unsupported;
        QTest::newRow("HMAC") << QByteArray(R"({"alg":"HS256","typ":"at+jwt"})") << CryptoFault::Unsupported;
        QTest::newRow("RSA") << QByteArray(R"({"alg":"RS256","typ":"at+jwt"})") << CryptoFault::Unsupported;
        QTest::newRow("ES384") << QByteArray(R"({"alg":"ES384","typ":"at+jwt"})") << CryptoFault::Unsupported;
        QTest::newRow("no algorithm") << QByteArray(R"({"typ":"at+jwt"})") << CryptoFault::Unsupported;
        QTest::newRow("not a text") << QByteArray(R"({"alg":1,"typ":"at+jwt"})") << CryptoFault::Malformed;
        QTest::newRow("the other one")
            << QByteArray(R"({"alg":"ES256","typ":"at+jwt"})") << CryptoFault::Rejected;
        QTest::newRow("wrong type") << QByteArray(R"({"alg":"EdDSA","typ":"JWT"})") << CryptoFault::Rejected;
        QTest::newRow("no type") << QByteArray(R"({"alg":"EdDSA"})") << CryptoFault::Rejected;
        QTest::newRow("unknown key") << QByteArray(R"({"alg":"EdDSA","typ":"at+jwt","kid":"x"})")
                                     << CryptoFault::Rejected;
        QTest::newRow("crit") << QByteArray(R"({"alg":"EdDSA","typ":"at+jwt","crit":["exp"]})")
                              << CryptoFault::Unsupported;
        QTest::newRow("b64") << QByteArray(R"({"alg":"EdDSA","typ":"at+jwt","b64":false})")
                             << CryptoFault::Unsupported;
        QTest::newRow("array") << QByteArray(R"(["EdDSA"])") << CryptoFault::Malformed;
        QTest::newRow("not JSON") << QByteArray("EdDSA") << CryptoFault::Malformed;
        QTest::newRow("empty") << QByteArray() << CryptoFault::Malformed;
    }

    void algorithmsAreNotNegotiable()
    {
        QFETCH(QByteArray, header);
        QFETCH(CryptoFault, fault);
        const SigningKey key = keyOf(SignatureAlgorithm::Ed25519);
        const auto read = verifyJws(tokenWith(header, "{}", key), u"at+jwt"_s, only(key.verifyKey()));
        QVERIFY(!read);
        QCOMPARE(read.error().fault, fault);
    }

    void embeddedKeysAreNotUsed()
    {
        const SigningKey attacker = keyOf(SignatureAlgorithm::Ed25519, "attacker");
        const SigningKey key = keyOf(SignatureAlgorithm::Ed25519);
        const QByteArray header = QJsonDocument(QJsonObject{{u"alg"_s, u"EdDSA"_s},
                                                            {u"typ"_s, u"at+jwt"_s},
                                                            {u"jwk"_s, attacker.verifyKey().toJwk()}})
                                      .toJson();
        QVERIFY(!verifyJws(tokenWith(header, "{}", attacker), u"at+jwt"_s, only(key.verifyKey())));
        QVERIFY(verifyJws(tokenWith(header, "{}", key), u"at+jwt"_s, only(key.verifyKey())).has_value());
    }

    void lengthIsLimited()
    {
        const SigningKey key = keyOf(SignatureAlgorithm::Ed25519);
        const QByteArray token = signJws(QByteArray(jwsMaxLength, 'x'), u"at+jwt"_s, key);
        QCOMPARE(verifyJws(token, u"at+jwt"_s, only(key.verifyKey())).error().fault, CryptoFault::Malformed);
    }

    void keySets()
    {
        const SigningKey ed = keyOf(SignatureAlgorithm::Ed25519);
        const SigningKey ec = keyOf(SignatureAlgorithm::Es256);
        const QByteArray json = jwkSet({ed.verifyKey(), ec.verifyKey()});
        QVERIFY(!json.contains("\"d\""));
        const auto keys = parseJwkSet(json);
        QCOMPARE(keys->size(), 2);
        QCOMPARE(keys->at(0).raw(), ed.verifyKey().raw());
        QCOMPARE(keys->at(1).raw(), ec.verifyKey().raw());
        QCOMPARE(object(json).value("keys"_L1)[0].toObject().value("kid"_L1).toString(),
                 ed.verifyKey().thumbprint());
        // Unknown kinds are left out, the rest is kept.
        const QByteArray mixed =
            R"({"keys":[{"kty":"RSA","n":"x","e":"AQAB"},)" + QByteArray(edPublic) + "]}";
        QCOMPARE(parseJwkSet(mixed)->size(), 1);
        QVERIFY(!parseJwkSet("{}"));
        QVERIFY(!parseJwkSet("[]"));
    }

    void badJwks_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("private") << u"d"_s << QJsonValue(u"AA"_s);
        QTest::newRow("for encryption") << u"use"_s << QJsonValue(u"enc"_s);
        QTest::newRow("other algorithm") << u"alg"_s << QJsonValue(u"HS256"_s);
        QTest::newRow("other curve") << u"crv"_s << QJsonValue(u"P-384"_s);
        QTest::newRow("not on the curve")
            << u"y"_s << QJsonValue(u"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5aA"_s);
        QTest::newRow("short x") << u"x"_s << QJsonValue(u"AAAA"_s);
        QTest::newRow("x is a number") << u"x"_s << QJsonValue(5);
        QTest::newRow("y missing") << u"y"_s << QJsonValue(QJsonValue::Undefined);
    }

    void badJwks()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject jwk = object(ecPublic);
        QVERIFY(VerifyKey::fromJwk(jwk).has_value());
        jwk.insert(member, value);
        QVERIFY(!VerifyKey::fromJwk(jwk));
    }

    void keysAsPem_data() { roundTrip_data(); }

    void keysAsPem()
    {
        QFETCH(SignatureAlgorithm, algorithm);
        const SigningKey key = keyOf(algorithm);
        const Secret pem = key.toPem();
        QVERIFY(pem.view().startsWith("-----BEGIN PRIVATE KEY-----"));
        const auto read = SigningKey::fromPem(pem);
        QVERIFY(read.has_value());
        QCOMPARE(read->verifyKey().raw(), key.verifyKey().raw());
        QVERIFY(key.verifyKey().verify("message", read->sign("message")));
        QVERIFY(!key.verifyKey().verify("massage", read->sign("message")));
        QVERIFY(!SigningKey::fromPem(Secret::copyOf("-----BEGIN PRIVATE KEY-----\n")));
        QVERIFY(!SigningKey::fromPem(Secret()));
    }

    void parsersTakeAnything()
    {
        const SigningKey key = keyOf(SignatureAlgorithm::Es256);
        const QByteArray token = signJws(R"({"a":1})", u"at+jwt"_s, key);
        const QByteArray json = jwkSet({key.verifyKey()});
        QVERIFY(rc::check("random bytes and damaged input are refused, not crashed on", [&] {
            RC_ASSERT(!verifyJws(*props::bytes(), {}, only(key.verifyKey())));
            const QByteArray damaged = props::mutated(token);
            if (damaged != token)
                RC_ASSERT(!verifyJws(damaged, u"at+jwt"_s, only(key.verifyKey())));
            const QByteArray anyHeader = tokenWith(*props::bytes(), "{}", key);
            RC_ASSERT(!verifyJws(anyHeader, u"at+jwt"_s, only(key.verifyKey())));
            const auto keys = parseJwkSet(props::mutated(json));
            RC_ASSERT((!keys || keys->size() <= 1));
            RC_ASSERT(!key.verifyKey().verify("message", *props::bytes()));
        }));
    }
};

QTEST_APPLESS_MAIN(TestJwt)
#include "tst_jwt.moc"

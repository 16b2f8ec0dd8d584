// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/base64url.h"
#include "contract/crypto/p256.h"
#include "contract/crypto/pem.h"
#include "contract/crypto/sealing.h"
#include "contract/crypto/signing_key.h"
#include "tests/contract/crypto/test_random.h"
#include "tests/contract/properties.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

const SealingContext context{u"crd_0123456789ABCDEF"_s, 1, u"5f0c1f7e-2f0b-4a53-9a0f-3f0e3f6d7a10"_s};

QJsonArray vectors()
{
    QFile file(QStringLiteral(PC_SOURCE_DIR "/contract/vectors/sealing.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("contract/vectors/sealing.json is missing");
    return QJsonDocument::fromJson(file.readAll()).object().value("vectors"_L1).toArray();
}

QByteArray bytesAt(const QJsonObject &vector, QLatin1StringView key)
{
    return QByteArray::fromHex(vector.value(key).toString().toLatin1());
}

SealingContext contextOf(const QJsonObject &vector)
{
    return {vector.value("credential_id"_L1).toString(), vector.value("generation"_L1).toInt(),
            vector.value("idempotency_key"_L1).toString()};
}

/// Gives the sender's scalar of a vector.
class FixedScalar final : public RandomSource
{
public:
    explicit FixedScalar(const QByteArray &scalar) : m_scalar(scalar) {}
    void fill(char *out, qsizetype size) override
    {
        Q_ASSERT(size == m_scalar.size());
        memcpy(out, m_scalar.constData(), static_cast<size_t>(size));
    }

private:
    QByteArray m_scalar;
};

} // namespace

class TestSealing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixedVectors_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &value : vectors())
            QTest::newRow(qPrintable(value.toObject().value("name"_L1).toString())) << value.toObject();
        QVERIFY(vectors().size() >= 3);
    }

    void fixedVectors()
    {
        QFETCH(QJsonObject, vector);
        const auto recipient = SealingKey::fromScalar(Secret::copyOf(bytesAt(vector, "recipient_scalar"_L1)));
        QVERIFY(recipient.has_value());
        QCOMPARE(recipient->publicKey(), bytesAt(vector, "recipient_public"_L1));
        const Secret secret = Secret::copyOf(bytesAt(vector, "secret"_L1));
        const QByteArray sealed = bytesAt(vector, "sealed"_L1);

        FixedScalar sender(bytesAt(vector, "sender_scalar"_L1));
        QCOMPARE(seal(recipient->publicKey(), secret, contextOf(vector), sender).value().toHex(),
                 sealed.toHex());
        const auto opened = recipient->open(sealed, contextOf(vector));
        QVERIFY(opened.has_value());
        QVERIFY(*opened == secret);
        QCOMPARE(ackDigest(secret, contextOf(vector).credentialId, contextOf(vector).generation).toHex(),
                 bytesAt(vector, "ack_digest"_L1).toHex());
    }

    void roundTrip()
    {
        QVERIFY(rc::check("seal, then open, gives the secret back", [] {
            TestRandom random(QByteArray::number(*rc::gen::arbitrary<int>()));
            const SealingKey key = SealingKey::generate(random);
            const Secret secret = randomBytes(random, *rc::gen::inRange<qsizetype>(1, 400));
            const SealingContext any{QString::fromUtf8(*props::bytes()), *rc::gen::arbitrary<int>(),
                                     QString::fromUtf8(*props::bytes())};
            const auto sealed = seal(key.publicKey(), secret, any, random);
            RC_ASSERT(sealed.has_value());
            RC_ASSERT(sealed->size() == secret.size() + sealingOverhead);
            const auto opened = key.open(*sealed, any);
            RC_ASSERT(opened.has_value() && *opened == secret);
            const auto again = seal(key.publicKey(), secret, any, random);
            RC_ASSERT(*again != *sealed); // a fresh sender key each time
        }));
    }

    void everyBitFlipIsRefused()
    {
        TestRandom random("flips");
        const SealingKey key = SealingKey::generate(random);
        const QByteArray sealed = seal(key.publicKey(), randomBytes(random, 79), context, random).value();
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray flipped = sealed;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY2(!key.open(flipped, context), qPrintable(QString::number(bit)));
        }
    }

    void negatedSenderPointIsRefused()
    {
        // (x, -y) gives the same shared x coordinate; only the key derivation's context tells the two apart.
        TestRandom random("negated");
        const SealingKey key = SealingKey::generate(random);
        QByteArray sealed = seal(key.publicKey(), randomBytes(random, 79), context, random).value();
        const QByteArray prime =
            QByteArray::fromHex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
        int borrow = 0;
        for (int i = 31; i >= 0; --i) {
            const int digit = static_cast<unsigned char>(prime[i]) -
                              static_cast<unsigned char>(sealed[1 + 33 + i]) - borrow;
            borrow = digit < 0 ? 1 : 0;
            sealed[1 + 33 + i] = static_cast<char>(digit + (borrow << 8));
        }
        QVERIFY(isSealingPublicKey(sealed.sliced(1, sealingPublicKeySize)));
        QCOMPARE(key.open(sealed, context).error().fault, CryptoFault::Rejected);
    }

    void everyOtherContextIsRefused()
    {
        TestRandom random("contexts");
        const SealingKey key = SealingKey::generate(random);
        const QByteArray sealed = seal(key.publicKey(), randomBytes(random, 79), context, random).value();
        QVERIFY(key.open(sealed, context).has_value());
        SealingContext other = context;
        other.credentialId.back() = u'G';
        QCOMPARE(key.open(sealed, other).error().fault, CryptoFault::Rejected);
        other = context;
        other.generation = 2;
        QCOMPARE(key.open(sealed, other).error().fault, CryptoFault::Rejected);
        other = context;
        other.idempotencyKey.clear();
        QCOMPARE(key.open(sealed, other).error().fault, CryptoFault::Rejected);
        QCOMPARE(SealingKey::generate(random).open(sealed, context).error().fault, CryptoFault::Rejected);
    }

    void badKeysAreRefused_data()
    {
        TestRandom random("keys");
        const QByteArray good = SealingKey::generate(random).publicKey();
        QByteArray off = good;
        off[64] = static_cast<char>(off[64] ^ 1);
        QByteArray hybrid = good;
        hybrid[0] = static_cast<char>(0x06 | (good[64] & 1));
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << good.chopped(1);
        QTest::newRow("long") << QByteArray(good + '\0');
        QTest::newRow("not on the curve") << off;
        QTest::newRow("compressed") << QByteArray(QByteArray(1, '\x02') + good.sliced(1, 32));
        QTest::newRow("hybrid form") << hybrid;
        QTest::newRow("point at infinity") << QByteArray(1, '\0');
        QTest::newRow("zeros") << QByteArray(QByteArray(1, '\x04') + QByteArray(64, '\0'));
        QTest::newRow("coordinate not reduced") << QByteArray(QByteArray(1, '\x04') + QByteArray(64, '\xff'));
    }

    void badKeysAreRefused()
    {
        QFETCH(QByteArray, key);
        TestRandom random("bad");
        QVERIFY(!isSealingPublicKey(key));
        QCOMPARE(seal(key, randomBytes(random, 10), context, random).error().fault, CryptoFault::Malformed);
        const SealingKey own = SealingKey::generate(random);
        QByteArray sealed = seal(own.publicKey(), randomBytes(random, 79), context, random).value();
        sealed.replace(1, key.size(), key); // as the sender's key of a message, where it fits
        if (key.size() == sealingPublicKeySize)
            QCOMPARE(own.open(sealed, context).error().fault, CryptoFault::Malformed);
    }

    void badScalarsAreRefused()
    {
        const QByteArray order =
            QByteArray::fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
        QVERIFY(!SealingKey::fromScalar(Secret()));
        QVERIFY(!SealingKey::fromScalar(Secret(32)));
        QVERIFY(!SealingKey::fromScalar(Secret::copyOf(order)));
        QVERIFY(!SealingKey::fromScalar(Secret::copyOf(order.chopped(1))));
        QByteArray last = order;
        last[31] = static_cast<char>(last[31] - 1);
        QVERIFY(SealingKey::fromScalar(Secret::copyOf(last)).has_value());
    }

    void lengthsAreChecked()
    {
        TestRandom random("lengths");
        const SealingKey key = SealingKey::generate(random);
        QVERIFY(!seal(key.publicKey(), Secret(), context, random));
        QVERIFY(!seal(key.publicKey(), Secret(sealingMaxSecret + 1), context, random));
        QVERIFY(seal(key.publicKey(), Secret(sealingMaxSecret), context, random).has_value());
        const QByteArray sealed = seal(key.publicKey(), randomBytes(random, 20), context, random).value();
        for (qsizetype size = 0; size < sealed.size(); ++size)
            QVERIFY(!key.open(sealed.first(size), context));
        QVERIFY(!key.open(QByteArray(sealed + 'x'), context));
        QByteArray future = sealed;
        future[0] = 0x02;
        QCOMPARE(key.open(future, context).error().fault, CryptoFault::Unsupported);
    }

    void parserTakesAnything()
    {
        TestRandom random("fuzz");
        const SealingKey key = SealingKey::generate(random);
        const QByteArray sealed = seal(key.publicKey(), randomBytes(random, 79), context, random).value();
        QVERIFY(rc::check("random bytes and damaged messages are refused, not crashed on", [&] {
            RC_ASSERT(!key.open(*props::bytes(), context));
            const QByteArray damaged = props::mutated(sealed);
            if (damaged != sealed)
                RC_ASSERT(!key.open(damaged, context));
            RC_ASSERT(!isSealingPublicKey(*props::bytes()));
        }));
    }

    void ackDigestBindsEverything()
    {
        const Secret secret = Secret::copyOf("secret");
        const QByteArray digest = ackDigest(secret, u"crd_a"_s, 1);
        QCOMPARE(digest.size(), 32);
        QVERIFY(digest != ackDigest(secret, u"crd_a"_s, 2));
        QVERIFY(digest != ackDigest(secret, u"crd_b"_s, 1));
        QVERIFY(digest != ackDigest(Secret::copyOf("secreu"), u"crd_a"_s, 1));
    }

    /// RFC 5480 and SEC 2, secp256r1: the scalars from 1 to n - 1, and points of the curve.
    void scalarsAndPointsAtTheirEdges()
    {
        const auto scalar = [](const char *hex) { return Secret::copyOf(QByteArray::fromHex(hex)); };
        const Secret one = scalar("0000000000000000000000000000000000000000000000000000000000000001");
        const QByteArray generator =
            QByteArray::fromHex("046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                                "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
        QCOMPARE(p256::publicPoint(one), generator);
        QVERIFY(!p256::publicPoint(scalar("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550"))
                     .isEmpty());
        for (const char *outside : {"0000000000000000000000000000000000000000000000000000000000000000",
                                    "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
                                    "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632552",
                                    "00000000000000000000000000000000000000000000000000000000000001", ""})
            QVERIFY2(p256::publicPoint(scalar(outside)).isEmpty(), outside);
        QVERIFY(p256::publicKey(generator));
        QCOMPARE(p256::pointOf(p256::publicKey(generator).get()), generator);
        QByteArray beside = generator;
        beside.back() = static_cast<char>(beside.back() ^ 1);
        QByteArray squeezed = generator;
        squeezed.front() = 2;
        for (const QByteArray &none :
             {beside, squeezed, generator.chopped(1), QByteArray(generator + '\0'), QByteArray()})
            QVERIFY(!p256::publicKey(none));
        QVERIFY(p256::privateKey(one, generator));
        QVERIFY(!p256::privateKey(scalar("01"), generator));
        QVERIFY(!p256::privateKey(one, generator.chopped(1)));
        QVERIFY(p256::pointOf(nullptr).isEmpty());
    }

    /// A draw that is no scalar is drawn again.
    void aScalarIsNeverOutside()
    {
        class Draws final : public RandomSource
        {
        public:
            void fill(char *out, qsizetype size) override
            {
                memset(out, count == 0 ? 0xff : 0, static_cast<size_t>(size));
                out[size - 1] = count == 2 ? 1 : out[size - 1];
                ++count;
            }
            int count = 0;
        } draws;
        const Secret scalar = p256::randomScalar(draws);
        QCOMPARE(draws.count, 3);
        QCOMPARE(scalar.view().back(), '\1');
    }

    void pemIsReadUpToItsLimit()
    {
        const SigningKey key =
            SigningKey::fromRaw(SignatureAlgorithm::Ed25519, Secret::copyOf(QByteArray(32, 'k'))).value();
        const Secret text = key.toPem();
        const auto padded = [&text](qsizetype size) {
            return QByteArray(text.view().toByteArray() + QByteArray(size - text.size(), '\n'));
        };
        QVERIFY(pem::readPrivateKey(padded(65'536)));
        QVERIFY(!pem::readPrivateKey(padded(65'537)));
        QVERIFY(!pem::readPrivateKey({}));
        QVERIFY(!pem::readCertificate({}));
        QVERIFY(pem::writePrivateKey(nullptr).isEmpty());
        QVERIFY(pem::writeCertificate(nullptr).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSealing)
#include "tst_sealing.moc"

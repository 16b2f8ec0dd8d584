// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/checkpoint.h"
#include "contract/crypto/hashing.h"
#include "tests/contract/crypto/test_random.h"
#include "tests/contract/properties.h"

#include <QTest>
#include <QTimeZone>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

SigningKey keyOf(const QByteArray &seed)
{
    TestRandom random(seed);
    return SigningKey::generate(SignatureAlgorithm::Ed25519, random);
}

CheckpointBody sample()
{
    return {u"platform.example/audit"_s, 1234, sha256({"root"}),
            QDateTime(QDate(2026, 3, 1), QTime(12, 30, 15, 250), QTimeZone::utc())};
}

} // namespace

class TestCheckpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Made with an independent implementation of signed notes and Ed25519.
    void fixedVector()
    {
        const auto key =
            SigningKey::fromRaw(SignatureAlgorithm::Ed25519, Secret::copyOf(sha256({"checkpoint key"})));
        const QByteArray note = QByteArrayLiteral(R"(platform.example/audit
1234
SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=
time 2026-03-01T12:30:15.250Z

— platform.example/audit z1NGK73G7QyWW16fEVFkVGtzfBbuCBmjvIQG2FVxXlsvHcMFLiEb/Z8wor966Vjurd8cGOUwS7U5PcD9Ak6pofcg6Qs=
)");
        QCOMPARE(signCheckpoint(sample(), *key).value(), note);
        QCOMPARE(verifyCheckpoint(note, sample().origin, key->verifyKey()).value(), sample());
    }

    void roundTrip()
    {
        QVERIFY(rc::check("sign, then verify, gives the checkpoint back", [] {
            const SigningKey key = keyOf(QByteArray::number(*rc::gen::arbitrary<int>()));
            CheckpointBody body;
            body.origin = u"log"_s + QString::number(*rc::gen::inRange(0, 1000));
            body.size = *rc::gen::arbitrary<quint64>();
            body.root = sha256({QByteArray::number(*rc::gen::arbitrary<int>())});
            body.at = QDateTime::fromMSecsSinceEpoch(*rc::gen::inRange<qint64>(0, 4102444800000)).toUTC();
            const auto note = signCheckpoint(body, key);
            RC_ASSERT(note.has_value());
            const auto read = verifyCheckpoint(*note, body.origin, key.verifyKey());
            RC_ASSERT(read.has_value() && *read == body);
        }));
    }

    void everyByteCounts()
    {
        const SigningKey key = keyOf("bytes");
        const QByteArray note = signCheckpoint(sample(), key).value();
        for (qsizetype at = 0; at < note.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                QByteArray changed = note;
                changed[at] = static_cast<char>(byte);
                QVERIFY2(changed == note || !verifyCheckpoint(changed, sample().origin, key.verifyKey()),
                         changed.constData());
            }
            QVERIFY(!verifyCheckpoint(note.first(at), sample().origin, key.verifyKey()));
        }
        QVERIFY(!verifyCheckpoint(QByteArray(note + '\n'), sample().origin, key.verifyKey()));
    }

    void otherKeysAndLogsAreRejected()
    {
        const SigningKey key = keyOf("one");
        const QByteArray note = signCheckpoint(sample(), key).value();
        QCOMPARE(verifyCheckpoint(note, sample().origin, keyOf("two").verifyKey()).error().fault,
                 CryptoFault::Rejected);
        QCOMPARE(verifyCheckpoint(note, u"another/audit"_s, key.verifyKey()).error().fault,
                 CryptoFault::Rejected);
        TestRandom random("p256");
        const SigningKey other = SigningKey::generate(SignatureAlgorithm::Es256, random);
        QCOMPARE(signCheckpoint(sample(), other).error().fault, CryptoFault::Unsupported);
        QCOMPARE(verifyCheckpoint(note, sample().origin, other.verifyKey()).error().fault,
                 CryptoFault::Unsupported);
    }

    void bodiesThatCannotBeWritten()
    {
        const SigningKey key = keyOf("bodies");
        const auto refused = [&key](auto change) {
            CheckpointBody body = sample();
            change(body);
            return !signCheckpoint(body, key);
        };
        QVERIFY(!refused([](CheckpointBody &) {}));
        QVERIFY(refused([](CheckpointBody &b) { b.origin.clear(); }));
        QVERIFY(!refused([](CheckpointBody &b) { b.origin = QString(200, u'o'); }));
        QVERIFY(refused([](CheckpointBody &b) { b.origin = QString(201, u'o'); }));
        QVERIFY(refused([](CheckpointBody &b) { b.origin = u"two words"_s; }));
        QVERIFY(refused([](CheckpointBody &b) { b.origin = u"line\nbreak"_s; }));
        QVERIFY(refused([](CheckpointBody &b) { b.origin = u"a+b"_s; }));
        QVERIFY(refused([](CheckpointBody &b) { b.root.chop(1); }));
        QVERIFY(refused([](CheckpointBody &b) { b.at = {}; }));
    }

    void itIsSaidWhatIsWrong()
    {
        const SigningKey key = keyOf("one");
        const auto why = [&key](const QByteArray &note, const QString &origin) {
            return QByteArray(verifyCheckpoint(note, origin, key.verifyKey()).error().what);
        };
        QVERIFY(!why(QByteArray(2048, 'a'), sample().origin).contains("long"));
        QVERIFY(why(QByteArray(2049, 'a'), sample().origin).contains("long"));
        QVERIFY(why(*signCheckpoint(sample(), key), u"another/audit"_s).contains("another log"));
    }

    void parserTakesAnything()
    {
        const SigningKey key = keyOf("fuzz");
        const QByteArray note = signCheckpoint(sample(), key).value();
        QVERIFY(rc::check("random bytes and damaged notes are refused, not crashed on", [&] {
            RC_ASSERT(!verifyCheckpoint(*props::bytes(), sample().origin, key.verifyKey()));
            const QByteArray damaged = props::mutated(note);
            if (damaged != note)
                RC_ASSERT(!verifyCheckpoint(damaged, sample().origin, key.verifyKey()));
        }));
    }
};

QTEST_APPLESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"

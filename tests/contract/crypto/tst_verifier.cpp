// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/verifier.h"
#include "tests/contract/properties.h"

#include <QSet>
#include <QTest>

#include <thread>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

Secret pepperOf(char c)
{
    return Secret::copyOf(QByteArray(32, c));
}

const VerifierInput input{u"prt_0001"_s, u"crd_0123456789ABCDEF"_s, 1, Realm::Sandbox};

} // namespace

class TestVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Computed with an independent implementation (Python's hmac). A change here would lock every partner
    // out.
    void fixedVectors()
    {
        const VerifierKey key(pepperOf('p'));
        QCOMPARE(key.verifier(input, Secret::copyOf(QByteArray(43, 's'))).toHex(),
                 QByteArray("0d3f64325638f30318b6882a00e1ebcc64b924a504d388262be91e8bcc59b9b8"));
        QCOMPARE(key.verifier({u"prt_\u00e9"_s, u"crd_zzzzzzzzzzzzzzzz"_s, 12, Realm::Production},
                              Secret::copyOf("0123456789abcdefghijABCDEFGHIJ0123456789xyz"))
                     .toHex(),
                 QByteArray("10c0c5ac7e379b2bada4c88a2c9769dd590583f1c66764c74d3e0d915fa565e7"));
    }

    void everyPartCounts()
    {
        const VerifierKey key(pepperOf('p'));
        const Secret secret = Secret::copyOf(QByteArray(43, 's'));
        QSet<QByteArray> seen{key.verifier(input, secret)};
        VerifierInput other = input;
        other.partnerId = u"prt_0002"_s;
        seen.insert(key.verifier(other, secret));
        other = input;
        other.credentialId = u"crd_0123456789ABCDEG"_s;
        seen.insert(key.verifier(other, secret));
        other = input;
        other.generation = 2;
        seen.insert(key.verifier(other, secret));
        other = input;
        other.realm = Realm::Production;
        seen.insert(key.verifier(other, secret));
        other = input; // a character moved over the border of two fields
        other.partnerId = u"prt_0001c"_s;
        other.credentialId = u"rd_0123456789ABCDEF"_s;
        seen.insert(key.verifier(other, secret));
        seen.insert(key.verifier(input, Secret::copyOf(QByteArray(43, 't'))));
        seen.insert(VerifierKey(pepperOf('q')).verifier(input, secret));
        QCOMPARE(seen.size(), 8);
    }

    void holdsOnlyForItsOwn()
    {
        const VerifierKey key(pepperOf('p'));
        const Secret secret = Secret::copyOf(QByteArray(43, 's'));
        const QByteArray stored = key.verifier(input, secret);
        QVERIFY(key.holds(stored, input, secret));
        QVERIFY(!key.holds(stored, input, Secret::copyOf(QByteArray(43, 't'))));
        QVERIFY(!key.holds({}, input, secret));
        QVERIFY(!key.holds(stored.chopped(1), input, secret));
        QVERIFY(!key.holds(QByteArray(32, '\0'), input, secret));
        for (qsizetype bit = 0; bit < stored.size() * 8; ++bit) {
            QByteArray flipped = stored;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!key.holds(flipped, input, secret));
        }
    }

    void mayBeUsedFromSeveralThreads()
    {
        const VerifierKey key(pepperOf('p'));
        const QByteArray expected = key.verifier(input, Secret::copyOf(QByteArray(43, 's')));
        std::atomic<int> wrong{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                const Secret secret = Secret::copyOf(QByteArray(43, 's'));
                for (int i = 0; i < 2000; ++i)
                    wrong += key.verifier(input, secret) == expected ? 0 : 1;
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }

    void speed()
    {
        const VerifierKey key(pepperOf('p'));
        const Secret secret = Secret::copyOf(QByteArray(43, 's'));
        const QByteArray stored = key.verifier(input, secret);
        QBENCHMARK
        {
            QVERIFY(key.holds(stored, input, secret));
        }
    }
};

QTEST_APPLESS_MAIN(TestVerifier)
#include "tst_verifier.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/base64url.h"
#include "contract/crypto/base62.h"
#include "contract/crypto/crc32.h"
#include "contract/crypto/hashing.h"
#include "contract/crypto/random_source.h"
#include "tests/contract/properties.h"

#include <QDebug>
#include <QTest>

#include <array>
#include <concepts>
#include <memory>
#include <new>
#include <type_traits>

using namespace pc;

// What the type refuses is part of its contract, so it is checked where it would be broken: at compile time.
static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);
static_assert(!std::is_convertible_v<Secret, QString> && !std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_constructible_v<QString, const Secret &>);
template <typename S, typename T>
concept Streams = requires(S &stream, const T &value)
{
    stream << value;
};
static_assert(Streams<QDebug, QString> && !Streams<QDebug, Secret>);
static_assert(Streams<std::ostream, int> && !Streams<std::ostream, Secret>);

namespace {

/// Hands out the bytes it was given, over and over.
class Scripted final : public RandomSource
{
public:
    explicit Scripted(const QByteArray &bytes) : m_bytes(bytes) {}
    void fill(char *out, qsizetype size) override
    {
        for (qsizetype i = 0; i < size; ++i)
            out[i] = m_bytes[m_at++ % m_bytes.size()];
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movingEmptiesTheSource()
    {
        Secret a = Secret::copyOf("correct horse");
        const char *const where = a.view().data();
        Secret b = std::move(a);
        QCOMPARE(b.view(), QByteArrayView("correct horse"));
        QVERIFY(b.view().data() == where); // moved, not copied: no second place to wipe
        QVERIFY(a.isEmpty());              // NOLINT(bugprone-use-after-move): the point of the test
        b = Secret::copyOf("other");
        QCOMPARE(b.view(), QByteArrayView("other"));
        const Secret c = b.clone();
        QVERIFY(c == b);
        b.clear();
        QVERIFY(b.isEmpty());
        QCOMPARE(c.view(), QByteArrayView("other"));
    }

    void takingWipesTheSource()
    {
        QByteArray source("a token nobody else holds");
        const Secret taken = Secret::takeFrom(source);
        QVERIFY(source.isEmpty());
        QCOMPARE(taken.view(), QByteArrayView("a token nobody else holds"));

        QByteArray shared("shared with a second owner");
        const QByteArray other = shared;
        wipe(shared);
        QVERIFY(shared.isEmpty());
        QCOMPARE(other, QByteArray("shared with a second owner")); // never somebody else's bytes
    }

    void comparesInFull()
    {
        QVERIFY(Secret::copyOf("abc") == Secret::copyOf("abc"));
        QVERIFY(!(Secret::copyOf("abc") == Secret::copyOf("abd")));
        QVERIFY(!(Secret::copyOf("abc") == Secret::copyOf("ab")));
        QVERIFY(Secret() == Secret());
    }

    void systemRandomDiffers()
    {
        SystemRandom random;
        QVERIFY(!(randomBytes(random, 32) == randomBytes(random, 32)));
        QCOMPARE(randomBytes(random, 0).size(), 0);
    }

    void base62IsUniform()
    {
        // Bytes 248…255 must be drawn again; 0…247 map each digit four times.
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all.append(static_cast<char>(i));
        Scripted scripted(all);
        const Secret text = randomBase62(scripted, 248);
        std::array<int, 62> counts{};
        for (const char c : text.view()) {
            const int value = base62::valueOf(c);
            QVERIFY(value >= 0);
            ++counts[static_cast<size_t>(value)];
        }
        for (const int count : counts)
            QCOMPARE(count, 4);
        // 248 and more would make the first digits likelier: they are drawn again.
        Scripted beyond(QByteArray::fromHex("fff8f73d3e"));
        QCOMPARE(randomBase62(beyond, 3).view(), QByteArrayView("zz0"));
        for (int i = 0; i < 62; ++i)
            QCOMPARE(base62::valueOf(base62::digits[i]), i);
        for (const char c : {'_', '-', '/', ':', '@', '[', '`', '{', '\0', '\xff'})
            QCOMPARE(base62::valueOf(c), -1);
    }

    void knownHashes()
    {
        QCOMPARE(crc32("123456789"), 0xCBF43926U); // the check value of CRC-32/ISO-HDLC
        QCOMPARE(crc32(""), 0U);
        QCOMPARE(sha256({"abc"}).toHex(), // FIPS 180-4 example
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256({"a", "bc"}), sha256({"abc"}));
        QVERIFY(sha256LengthPrefixed({"a", "bc"}) != sha256LengthPrefixed({"ab", "c"}));
        QCOMPARE(sha256LengthPrefixed({"a", "bc"}), sha256({lengthPrefixed({"a", "bc"})}));
        QCOMPARE(lengthPrefixed({"a", "", "bc"}).toHex(), QByteArray("0000000161"
                                                                     "00000000"
                                                                     "000000026263"));
        // RFC 4231 has no length prefixes; an independent computation of HMAC over the prefixed form:
        const HmacKey key(Secret::copyOf(QByteArray(32, 'k')));
        QCOMPARE(key.macLengthPrefixed({"a", "bc"}),
                 hmacByHand(QByteArray(32, 'k'), lengthPrefixed({"a", "bc"})));
        HmacKey moved(HmacKey(Secret::copyOf("short")));
        QCOMPARE(moved.macLengthPrefixed({}), hmacByHand("short", {}));
        moved = HmacKey(Secret());
        QCOMPARE(moved.macLengthPrefixed({}), hmacByHand({}, {}));
    }

    void base64UrlIsStrict()
    {
        QCOMPARE(toBase64Url("\xfb\xff"), QByteArray("-_8"));
        QCOMPARE(fromBase64Url("-_8"), QByteArray("\xfb\xff"));
        QVERIFY(fromBase64Url("")->isEmpty());
        for (const char *text : {"-_8=", "+/8", "-_9", "-_8\n", " -_8", "-", "-_8-_", "a.b"})
            QVERIFY2(!fromBase64Url(text), text);
        QCOMPARE(fromBase64("+/8="), QByteArray("\xfb\xff"));
        for (const char *text : {"+/8", "-_8=", "+/9=", "+/8= ", "="})
            QVERIFY2(!fromBase64(text), text);
        QVERIFY(rc::check("base64url: round trip, and one spelling only", [] {
            const QByteArray bytes = *props::bytes();
            const QByteArray text = toBase64Url(bytes);
            RC_ASSERT(fromBase64Url(text) == bytes);
            const QByteArray any = props::mutated(text);
            const auto decoded = fromBase64Url(any);
            RC_ASSERT((!decoded || toBase64Url(*decoded) == any)); // doubled: RC_ASSERT overloads ||
        }));
    }

private:
    static QByteArray hmacByHand(QByteArray key, const QByteArray &message) // RFC 2104
    {
        key.append(QByteArray(64 - key.size(), '\0'));
        QByteArray inner = key;
        QByteArray outer = key;
        for (qsizetype i = 0; i < 64; ++i) {
            inner[i] = static_cast<char>(key[i] ^ 0x36);
            outer[i] = static_cast<char>(key[i] ^ 0x5c);
        }
        return sha256({outer, sha256({inner, message})});
    }
};

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"

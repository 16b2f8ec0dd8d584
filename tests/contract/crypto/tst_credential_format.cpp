// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/base62.h"
#include "contract/crypto/crc32.h"
#include "contract/crypto/credential_format.h"
#include "tests/contract/crypto/test_random.h"
#include "tests/contract/properties.h"

#include <QSet>
#include <QTest>

using namespace pc;

namespace {

CredentialText sample(RandomSource &random, CredentialTextType type, Realm realm,
                      const QByteArray &brand = "pcx")
{
    CredentialText parts;
    parts.brand = brand;
    parts.type = type;
    parts.realm = realm;
    parts.id = newCredentialId(random);
    parts.secret = newCredentialSecret(random);
    return parts;
}

rc::Gen<CredentialTextType> types()
{
    return rc::gen::element(CredentialTextType::ApiKey, CredentialTextType::ClientSecret,
                            CredentialTextType::OneTimeLink);
}

rc::Gen<Realm> realms()
{
    return rc::gen::element(Realm::Sandbox, Realm::Production);
}

/// A well-formed text that differs from call to call.
QByteArray anyText()
{
    TestRandom random(QByteArray::number(static_cast<qulonglong>(*rc::gen::arbitrary<std::uint64_t>())));
    const QByteArray brand = *rc::gen::element<QByteArray>("pcx", "abcd", "zzzzzz");
    return formatCredential(sample(random, *types(), *realms(), brand))->view().toByteArray();
}

QByteArray brandOf(const QByteArray &text)
{
    return text.left(text.indexOf('_'));
}

} // namespace

class TestCredentialFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Computed once with an independent implementation (Python's zlib.crc32); the format must never change.
    void fixedVectors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("realm");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("zeros")
            << QByteArray("pcx_cs_sbx_0000000000000000_00000000000000000000000000000000000000000001ED7m2")
            << int(CredentialTextType::ClientSecret) << int(Realm::Sandbox) << QByteArray("0000000000000000")
            << QByteArray("0000000000000000000000000000000000000000000");
        QTest::newRow("last digits")
            << QByteArray("pcx_ak_prd_zzzzzzzzzzzzzzzz_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz0ea11n")
            << int(CredentialTextType::ApiKey) << int(Realm::Production) << QByteArray("zzzzzzzzzzzzzzzz")
            << QByteArray("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz");
        QTest::newRow("one-time link")
            << QByteArray("brand_ol_sbx_0123456789ABCDEF_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq1uQGZI")
            << int(CredentialTextType::OneTimeLink) << int(Realm::Sandbox) << QByteArray("0123456789ABCDEF")
            << QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq");
        QTest::newRow("six letters")
            << QByteArray("partne_cs_prd_abcdefghijklmnop_fvoEdQeeVc0mZ71i5JuiKNTDvWO8cAduGHnTmvX86Qo1X8KBF")
            << int(CredentialTextType::ClientSecret) << int(Realm::Production)
            << QByteArray("abcdefghijklmnop") << QByteArray("fvoEdQeeVc0mZ71i5JuiKNTDvWO8cAduGHnTmvX86Qo");
        QTest::newRow("padded checksum")
            << QByteArray("pcx_ak_sbx_Zm9vYmFyQmF6UXV4_RxY7p2J7aLYzaasGtPeSJdBmnZ3hVIZf9Coy5w45HyZ00bU4d")
            << int(CredentialTextType::ApiKey) << int(Realm::Sandbox) << QByteArray("Zm9vYmFyQmF6UXV4")
            << QByteArray("RxY7p2J7aLYzaasGtPeSJdBmnZ3hVIZf9Coy5w45HyZ");
    }

    void fixedVectors()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, type);
        QFETCH(int, realm);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, secret);
        const auto parsed = parseCredential(text, brandOf(text));
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().what);
        QCOMPARE(static_cast<int>(parsed->type), type);
        QCOMPARE(static_cast<int>(parsed->realm), realm);
        QCOMPARE(parsed->id, id);
        QCOMPARE(parsed->secret.view(), QByteArrayView(secret));
        QCOMPARE(parsed->credentialId(), QString(QStringLiteral("crd_") + QString::fromLatin1(id)));
        QCOMPARE(formatCredential(*parsed)->view(), QByteArrayView(text));
        QCOMPARE(credentialLastFour(Secret::copyOf(text)), QString::fromLatin1(text.right(4)));
        QVERIFY(!parseCredential(text, "other"));
    }

    void refusesWrongParts()
    {
        TestRandom random("parts");
        const auto refuses = [&random](auto change) {
            CredentialText parts = sample(random, CredentialTextType::ApiKey, Realm::Sandbox);
            change(parts);
            const auto text = formatCredential(parts);
            return !text && text.error().fault == CryptoFault::Malformed;
        };
        QVERIFY(!refuses([](CredentialText &) {}));
        QVERIFY(refuses([](CredentialText &p) { p.brand = "ab"; }));
        QVERIFY(refuses([](CredentialText &p) { p.brand = "abcdefg"; }));
        QVERIFY(refuses([](CredentialText &p) { p.brand = "Pcx"; }));
        QVERIFY(refuses([](CredentialText &p) { p.realm = Realm::Unknown; }));
        QVERIFY(refuses([](CredentialText &p) { p.id.chop(1); }));
        QVERIFY(refuses([](CredentialText &p) { p.id[3] = '_'; }));
        QVERIFY(refuses([](CredentialText &p) { p.secret = Secret::copyOf(QByteArray(42, 'a')); }));
        QVERIFY(refuses([](CredentialText &p) { p.secret.data()[0] = '-'; }));
    }

    void faultsAreToldApart()
    {
        TestRandom random("faults");
        QByteArray text =
            formatCredential(sample(random, CredentialTextType::ClientSecret, Realm::Production))
                ->view()
                .toByteArray();
        text[40] = text[40] == 'A' ? 'B' : 'A';
        QCOMPARE(parseCredential(text, "pcx").error().fault, CryptoFault::Rejected);
        QCOMPARE(parseCredential(text.chopped(1), "pcx").error().fault, CryptoFault::Malformed);
        QCOMPARE(parseCredential({}, "pcx").error().fault, CryptoFault::Malformed);
        QCOMPARE(parseCredential(text, "").error().fault, CryptoFault::Malformed);
    }

    void wrongLettersWithARightChecksum_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<char>("letter");
        const QByteArray shape =
            "pcx_cs_sbx_0123456789abcdef_0123456789012345678901234567890123456789012cccccc";
        for (const int at : {0, 3, 4, 5, 6, 7, 10, 11, 26, 27, 28, 70}) {
            for (const char letter : {'-', '.', ' ', '/', ':', '@', '[', '`', '{', '%', '\0', '\xe9'})
                QTest::addRow("%d to %02x", at, static_cast<uchar>(letter)) << at << letter;
        }
        QTest::newRow("a brand in capitals") << 0 << 'P';
        QTest::newRow("no such type") << 4 << 'x';
        QTest::newRow("no such realm") << 7 << 'x';
        QCOMPARE(shape.size(), 77);
    }
    /// The checksum is public: it proves nothing about what stands before it.
    void wrongLettersWithARightChecksum()
    {
        QFETCH(int, at);
        QFETCH(char, letter);
        TestRandom random("alphabet");
        const QByteArray fine =
            formatCredential(sample(random, CredentialTextType::ClientSecret, Realm::Sandbox))
                ->view()
                .toByteArray();
        const auto withChecksum = [](QByteArray text) {
            quint32 value = crc32(QByteArrayView(text).chopped(6));
            for (qsizetype i = 1; i <= 6; ++i, value /= 62)
                text[text.size() - i] = base62::digits[value % 62];
            return text;
        };
        QCOMPARE(withChecksum(fine), fine);
        QByteArray wrong = fine;
        wrong[at] = letter;
        const auto parsed = parseCredential(withChecksum(wrong), "pcx");
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().fault, CryptoFault::Malformed);
    }

    void roundTrip()
    {
        QVERIFY(rc::check("format, then parse, gives the parts back", [] {
            const QByteArray text = anyText();
            RC_ASSERT(text.size() >= 77 && text.size() <= credentialTextMaxLength);
            const auto parsed = parseCredential(text, brandOf(text));
            RC_ASSERT(parsed.has_value());
            RC_ASSERT(formatCredential(*parsed)->view() == QByteArrayView(text));
        }));
    }

    void everyOneCharacterChangeIsRefused()
    {
        TestRandom random("changes");
        const QByteArray text =
            formatCredential(sample(random, CredentialTextType::ClientSecret, Realm::Sandbox))
                ->view()
                .toByteArray();
        int tried = 0;
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                QByteArray changed = text;
                changed[at] = static_cast<char>(byte);
                if (changed == text)
                    continue;
                ++tried;
                QVERIFY2(!parseCredential(changed, "pcx"), changed.constData());
            }
        }
        QCOMPARE(tried, 77 * 255);
        QVERIFY(rc::check("any one character of any credential", [] {
            QByteArray any = anyText();
            const QByteArray brand = brandOf(any);
            const qsizetype at = *rc::gen::inRange<qsizetype>(0, any.size());
            const char other = base62::digits[*rc::gen::inRange(0, 62)];
            RC_PRE(other != any[at]);
            any[at] = other;
            RC_ASSERT(!parseCredential(any, brand));
        }));
    }

    void everyTranspositionIsRefused()
    {
        TestRandom random("transpositions");
        for (int round = 0; round < 20; ++round) {
            const QByteArray text =
                formatCredential(sample(random, CredentialTextType::ApiKey, Realm::Production))
                    ->view()
                    .toByteArray();
            for (qsizetype i = 0; i < text.size(); ++i) {
                for (qsizetype j = i + 1; j < text.size(); ++j) {
                    if (text[i] == text[j])
                        continue;
                    QByteArray swapped = text;
                    swapped[i] = text[j];
                    swapped[j] = text[i];
                    QVERIFY2(!parseCredential(swapped, "pcx"), swapped.constData());
                }
            }
        }
    }

    void randomStringsNeverMatch()
    {
        // Two kinds: any characters, and strings of the right shape whose checksum is random too. The second
        // kind would match once in 5.7e10 times.
        TestRandom random("noise");
        Secret noise = randomBase62(random, 1'000'064);
        int matches = 0;
        for (qsizetype at = 0; at < 1'000'000; ++at) {
            const QByteArrayView window = noise.view().sliced(at);
            matches += parseCredential(window.first(64), "pcx") ? 1 : 0;
        }
        char shaped[] = "pcx_cs_sbx_................_.................................................";
        for (qsizetype at = 0; at < 1'000'000 - 65; ++at) {
            memcpy(shaped + 11, noise.view().data() + at, 16);
            memcpy(shaped + 28, noise.view().data() + at + 16, 49);
            matches += parseCredential(QByteArrayView(shaped, 77), "pcx") ? 1 : 0;
        }
        QCOMPARE(matches, 0);
    }

    void parserTakesAnything()
    {
        QVERIFY(rc::check("random bytes and damaged credentials are refused, not crashed on", [] {
            const QByteArray noise = *props::bytes();
            RC_ASSERT(!parseCredential(noise, "pcx"));
            RC_ASSERT(!parseCredential(noise, noise));
            const QByteArray text = anyText();
            const QByteArray damaged = props::mutated(text);
            if (damaged != text)
                RC_ASSERT(!parseCredential(damaged, brandOf(text)));
        }));
    }

    void idsAndSecretsDiffer()
    {
        SystemRandom random;
        QSet<QByteArray> seen;
        for (int i = 0; i < 2000; ++i) {
            seen.insert(newCredentialId(random));
            const Secret secret = newCredentialSecret(random);
            QCOMPARE(secret.size(), credentialSecretLength);
            seen.insert(secret.view().toByteArray());
        }
        QCOMPARE(seen.size(), 4000);
    }
};

QTEST_APPLESS_MAIN(TestCredentialFormat)
#include "tst_credential_format.moc"

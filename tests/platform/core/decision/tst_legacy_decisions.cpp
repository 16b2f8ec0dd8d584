// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "tests/platform/core/decision/legacy_fixture.h"

#include <thread>
#include <variant>

using namespace testing;

class TestLegacyDecisions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySchemeIsFoundInItsHeaderOnly_data()
    {
        QTest::addColumn<KeyScheme>("scheme");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("before");
        for (const auto &[name, scheme] :
             {std::pair{"sha256", KeyScheme::Sha256}, std::pair{"hmac", KeyScheme::HmacSha256},
              std::pair{"bcrypt", KeyScheme::Bcrypt}}) {
            QTest::addRow("%s own header", name) << scheme << QByteArray("X-Partner-Key") << QByteArray();
            QTest::addRow("%s our header", name) << scheme << QByteArray("X-Api-Key") << QByteArray();
            QTest::addRow("%s ApiKey", name)
                << scheme << QByteArray("Authorization") << QByteArray("ApiKey ");
            QTest::addRow("%s Bearer", name)
                << scheme << QByteArray("Authorization") << QByteArray("bearer ");
        }
    }

    void everySchemeIsFoundInItsHeaderOnly()
    {
        QFETCH(KeyScheme, scheme);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, before);
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey("live_12_");
        const QByteArray name =
            before.isEmpty() ? header.toLower() : "authorization " + before.trimmed().toLower();
        if (scheme == KeyScheme::Bcrypt)
            legacy.addBcrypt(7, name, "live_12_", key);
        else
            legacy.addFast(7, name, scheme, key);
        const Decision decision = legacy.ask({{header, before + key}});
        QCOMPARE(decision.reason, DecisionReason::Allowed);
        QCOMPARE(decision.id16, id16(7));
        QCOMPARE(decision.generation, 1);
        QCOMPARE(decision.partnerId, u"prt_1"_s);
        QCOMPARE(legacy.reason({{header, before + key + "x"}}), DecisionReason::UnknownCredential);
        QCOMPARE(legacy.reason({{header, before + legacy.freshKey("live_12_")}}),
                 DecisionReason::UnknownCredential);
        QVERIFY(legacy.reason({{"X-Other", key}}) == DecisionReason::MissingCredential);
        if (header != "X-Api-Key")
            QVERIFY(legacy.reason({{"X-Api-Key", key}}) == DecisionReason::MalformedCredential);
    }

    void ourOwnKeysGoOnBesideThem()
    {
        LegacyFixture legacy;
        legacy.addFast(7, "x-api-key", KeyScheme::Sha256, legacy.freshKey());
        legacy.addFast(8, "authorization bearer", KeyScheme::Sha256, legacy.freshKey());
        const QByteArray ours = legacy.ours();
        QCOMPARE(legacy.reason({{"X-Api-Key", ours}}), DecisionReason::Allowed);
        QCOMPARE(legacy.reason({{"Authorization", "Bearer " + ours}}), DecisionReason::Allowed);
        QCOMPARE(legacy.reason({{"Authorization", "Bearer a.b.c"}}), DecisionReason::TokenInvalid);
    }

    void twoCredentialsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("beside ours") << QByteArray("X-Api-Key");
        QTest::newRow("beside a bearer") << QByteArray("Authorization");
        QTest::newRow("twice") << QByteArray("X-Partner-Key");
        QTest::newRow("an alias") << QByteArray("X_Partner_Key");
        QTest::newRow("two imported ones") << QByteArray("X-Other-Key");
    }

    void twoCredentialsAreRefused()
    {
        QFETCH(QByteArray, name);
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey();
        legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, key);
        legacy.addFast(8, "x-other-key", KeyScheme::Sha256, legacy.freshKey());
        QCOMPARE(legacy.reason({{"X-Partner-Key", key}}), DecisionReason::Allowed);
        QCOMPARE(legacy.reason({{"X-Partner-Key", key}, {name, "anything"}}),
                 DecisionReason::MultipleCredentials);
        QCOMPARE(legacy.reason({{"X_Partner_Key", key}}), DecisionReason::MultipleCredentials);
    }

    /// A header in which a key was imported may be one that everybody sends.
    void besideOursAnUnknownTextDecidesNothing()
    {
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey();
        legacy.addFast(7, "x-tenant", KeyScheme::Sha256, key);
        const QByteArray ours = legacy.ours();
        for (const char *name : {"X-Tenant", "X_Tenant"}) {
            QCOMPARE(legacy.reason({{"X-Api-Key", ours}, {name, "blue"}}), DecisionReason::Allowed);
            QCOMPARE(legacy.reason({{"Authorization", "Bearer " + ours}, {name, "long-enough-for-a-key"}}),
                     DecisionReason::Allowed);
            for (const QByteArray &known : {key, QByteArray("x," + key), QByteArray('"' + key + '"')})
                QCOMPARE(legacy.reason({{"X-Api-Key", ours}, {name, known}}),
                         DecisionReason::MultipleCredentials);
        }
        // Beside what is none of ours it may be what was meant.
        QCOMPARE(legacy.reason({{"X-Api-Key", "nothing-of-ours"}, {"X-Tenant", "blue"}}),
                 DecisionReason::MultipleCredentials);
    }

    /// bcrypt looks at 72 bytes: another end would be taken for the key, and the key itself never more.
    void aBcryptKeyIsNoLongerThanBcryptLooks()
    {
        LegacyFixture legacy;
        const QByteArray exact = QByteArray("live_").leftJustified(72, 'A');
        legacy.addBcrypt(7, "x-partner-key", "live_", exact);
        QCOMPARE(legacy.reason({{"X-Partner-Key", exact + "another end"}}),
                 DecisionReason::UnknownCredential);
        QCOMPARE(legacy.firstUses->computed(), 0);
        QVERIFY(!bcryptHolds(Secret::copyOf(QByteArray(exact + "x")),
                             Secret::copyOf(bcryptHash(Secret::copyOf(exact), 4, QByteArray(16, 's')))));
        QCOMPARE(legacy.reason({{"X-Partner-Key", exact}}), DecisionReason::Allowed);
    }

    /// Whoever guesses at one key, from everywhere, leaves room for the first uses of the others.
    void guessingAtOneKeyStarvesNoOther()
    {
        LegacyFixture legacy;
        legacy.addBcrypt(7, "x-partner-key", "slw0_", legacy.freshKey("slw0_"));
        std::vector<QByteArray> keys;
        for (int n = 1; n <= 7; ++n) {
            keys.push_back(legacy.freshKey("slw" + QByteArray::number(n) + '_'));
            legacy.addBcrypt(7 + n, "x-partner-key", keys.back().first(5), keys.back());
        }
        std::set<QByteArray> passed;
        int from = 0;
        for (int second = 0; second < 10; ++second) {
            for (int i = 0; i < 30; ++i, ++from) {
                const QByteArray source =
                    "10." + QByteArray::number(from / 250) + '.' + QByteArray::number(from % 250) + ".1";
                (void)legacy.reason({{"X-Partner-Key", legacy.freshKey("slw0_")}}, source);
            }
            for (const QByteArray &key : keys) {
                if (legacy.ask({{"X-Partner-Key", key}}, "192.0.2." + key.mid(3, 1)).allowed)
                    passed.insert(key);
            }
            legacy.clock.advance(1s);
        }
        QCOMPARE(passed.size(), keys.size());
    }

    /// One holder of many addresses is one source.
    void aNetworkIsOneSource()
    {
        for (const QByteArray &network : {QByteArray("198.51.100."), QByteArray("2001:db8:1:2::")}) {
            LegacyFixture legacy;
            for (int n = 0; n < 6; ++n)
                legacy.addBcrypt(10 + n, "x-partner-key", "slw" + QByteArray::number(n) + '_',
                                 legacy.freshKey("slw" + QByteArray::number(n) + '_'));
            for (int i = 0; i < 60; ++i)
                (void)legacy.reason(
                    {{"X-Partner-Key", legacy.freshKey("slw" + QByteArray::number(i % 6) + '_')}},
                    network + QByteArray::number(i + 1));
            QCOMPARE(legacy.firstUses->computed(), FirstUses::burstOfOne);
        }
    }

    void theDeadlineIsTheClocks()
    {
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey();
        legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, key);
        legacy.clock.advance(24h * 90 - 1ms);
        QCOMPARE(legacy.reason({{"X-Partner-Key", key}}), DecisionReason::Allowed);
        legacy.clock.advance(1ms);
        QCOMPARE(legacy.reason({{"X-Partner-Key", key}}), DecisionReason::CredentialExpired);
    }

    /// Behind one address, of a customer or an exchange, imported keys come between those of strangers.
    void observedStrangersShutNobodyOut()
    {
        LegacyFixture legacy;
        const QByteArray fast = legacy.freshKey();
        legacy.addFast(7, "x-api-key", KeyScheme::Sha256, fast);
        legacy.addBcrypt(8, "x-api-key", "live_", legacy.freshKey("live_"));
        legacy.observeAll();
        const auto ask = [&legacy](const QByteArray &key) {
            return legacy.authorizer->authorize(legacy.observed({{"X-Api-Key", key}})).decision;
        };
        for (int i = 0; i < 3 * FailureLimiter::allowedFailures; ++i) {
            const Decision stranger = ask(legacy.freshKey(i % 2 == 0 ? "live_" : ""));
            QVERIFY(stranger.passes() && !stranger.allowed);
            QCOMPARE(stranger.reason, DecisionReason::UnknownCredential);
        }
        QVERIFY(ask(fast).allowed);
        QCOMPARE(legacy.failures.entryCount(), 0U);
    }

    /// Who claims a credential of ours guesses at its secret, and so does whoever is refused.
    void guessesCountWhileObserved()
    {
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey();
        legacy.addFast(7, "x-api-key", KeyScheme::Sha256, key);
        legacy.observeAll();
        const auto ask = [&legacy](const QByteArray &text, bool mayPass = true) {
            CallFacts facts = legacy.observed({{"X-Api-Key", text}});
            facts.mayPass = mayPass;
            return legacy.authorizer->authorize(std::move(facts)).decision;
        };
        CredentialText claimed;
        claimed.brand = "pcx";
        claimed.type = CredentialTextType::ApiKey;
        claimed.realm = Realm::Production;
        claimed.id = id16(1);
        claimed.secret = Fixture::secret(1, 2);
        const QByteArray wrong = formatCredential(claimed)->view().toByteArray();
        QVERIFY(ask(LegacyFixture::ours()).allowed);
        for (int i = 0; i < FailureLimiter::allowedFailures; ++i)
            QCOMPARE(ask(wrong).reason, DecisionReason::UnknownCredential);
        QCOMPARE(ask(LegacyFixture::ours()).reason, DecisionReason::UnknownCredential);
        QVERIFY(ask(key).allowed);
        for (int i = 0; i < FailureLimiter::allowedFailures; ++i)
            QVERIFY(!ask(legacy.freshKey(), false).passes());
        QCOMPARE(ask(key).reason, DecisionReason::UnknownCredential);
    }

    void whatIsTakenIsTakenAtOnce()
    {
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey("live_");
        legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, key);
        const QByteArray slow = legacy.freshKey("slow_");
        legacy.addBcrypt(8, "x-partner-key", "slow_", slow);
        for (const int n : {7, 8}) {
            legacy.holder->publish([n](const Policy &policy) {
                CredentialRule rule = *policy.storedCredential(id16(n));
                rule.state = CredentialState::Suspended;
                return policy.withCredential(rule);
            });
        }
        QCOMPARE(legacy.reason({{"X-Partner-Key", key}}), DecisionReason::CredentialSuspended);
        // Nothing is computed for one that is refused in any case.
        QCOMPARE(legacy.reason({{"X-Partner-Key", slow}}), DecisionReason::UnknownCredential);
        QCOMPARE(legacy.firstUses->computed(), 0);
        legacy.holder->publish([](const Policy &policy) { return policy.withoutCredential(id16(7)); });
        QCOMPARE(legacy.reason({{"X-Partner-Key", key}}), DecisionReason::UnknownCredential);
    }

    /// Of what is computed, not of a clock: known, unknown and nearly right keys cost the same.
    void aKnownKeyCostsWhatAnUnknownOneDoes()
    {
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey("live_");
        legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, key);
        legacy.addFast(8, "x-partner-key", KeyScheme::HmacSha256, legacy.freshKey());
        legacy.addBcrypt(9, "x-partner-key", "slow_", legacy.freshKey("slow_"));
        for (const QByteArray &text : {key, legacy.freshKey("live_"), legacy.freshKey()}) {
            const Presented read = legacy.read({{"X-Partner-Key", text}});
            const auto &presented = std::get<presented::Legacy>(read);
            QCOMPARE(presented.lookups.size(), 3U);
            QCOMPARE(presented.prefixes.size(), 1U);
        }
    }

    void aBcryptKeyIsHashedAnewOnce()
    {
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey("slow_");
        legacy.addBcrypt(7, "x-partner-key", "slow_", key);
        std::vector<std::thread> callers;
        std::atomic<int> passed{0};
        for (int i = 0; i < 4; ++i) {
            callers.emplace_back([&, i] {
                const QByteArray source = "192.0.2." + QByteArray::number(i);
                passed += legacy.ask({{"X-Partner-Key", key}}, source).allowed ? 1 : 0;
            });
        }
        for (std::thread &each : callers)
            each.join();
        QCOMPARE(passed.load(), 4);
        QCOMPARE(legacy.firstUses->computed(), 1);
        QCOMPARE(legacy.stored.load(), 1);
        QCOMPARE(legacy.holder->current()->storedCredential(id16(7))->legacy->scheme, KeyScheme::Sha256);
        QVERIFY(legacy.holder->current()->storedCredential(id16(7))->legacy->box.isEmpty());
        QVERIFY(!legacy.firstUses->isNeeded(legacy.facts({{"X-Partner-Key", key}})));
        QCOMPARE(legacy.reason({{"X-Partner-Key", key}}), DecisionReason::Allowed);
        QCOMPARE(legacy.firstUses->computed(), 1);
    }

    /// A call that was read before the first use and is decided after it.
    void aCallUnderWayMeetsTheNewHash()
    {
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey("slow_");
        legacy.addBcrypt(7, "x-partner-key", "slow_", key);
        CallFacts early = legacy.facts({{"X-Partner-Key", key}});
        QCOMPARE(legacy.reason({{"X-Partner-Key", key}}), DecisionReason::Allowed);
        QVERIFY(!legacy.firstUses->isNeeded(early));
        QVERIFY(legacy.authorizer->authorize(std::move(early)).decision.allowed);
    }

    void aFloodOfSlowKeysIsBounded()
    {
        LegacyFixture legacy;
        legacy.addBcrypt(7, "x-partner-key", "slow_", legacy.freshKey("slow_"));
        // One source is not listened to after ten failures.
        int busy = 0;
        int unknown = 0;
        for (int i = 0; i < 100; ++i) {
            const DecisionReason reason = legacy.reason({{"X-Partner-Key", legacy.freshKey("slow_")}});
            busy += reason == DecisionReason::KeyCheckBusy ? 1 : 0;
            unknown += reason == DecisionReason::UnknownCredential ? 1 : 0;
        }
        QCOMPARE(busy + unknown, 100);
        QVERIFY(legacy.firstUses->computed() <= FailureLimiter::allowedFailures);
        // From everywhere: what is computed in all is bounded, and the rest is told so.
        const qint64 before = legacy.firstUses->computed();
        busy = 0;
        for (int i = 0; i < 300; ++i) {
            const QByteArray source = "198.51.100." + QByteArray::number(i);
            busy += legacy.reason({{"X-Partner-Key", legacy.freshKey("slow_")}}, source) ==
                            DecisionReason::KeyCheckBusy
                        ? 1
                        : 0;
        }
        QVERIFY2(legacy.firstUses->computed() - before <= FirstUses::burst,
                 qPrintable(QString::number(legacy.firstUses->computed())));
        QVERIFY(busy >= 300 - FirstUses::burst);
        // Unknown prefixes cost nothing slow, whoever sends them.
        const qint64 then = legacy.firstUses->computed();
        for (int i = 0; i < 50; ++i)
            QCOMPARE(
                legacy.reason({{"X-Partner-Key", legacy.freshKey()}}, "203.0.113.9" + QByteArray::number(i)),
                DecisionReason::UnknownCredential);
        QCOMPARE(legacy.firstUses->computed(), then);
    }

    void aBusyAnswerIsHonest()
    {
        LegacyFixture legacy;
        legacy.addBcrypt(7, "x-partner-key", "slow_", legacy.freshKey("slow_"));
        CallFacts facts = legacy.facts({{"X-Partner-Key", legacy.freshKey("slow_")}});
        legacy.firstUses->stop();
        legacy.firstUses->prove(std::move(facts), [&legacy](CallFacts back) {
            const Authorized answer = legacy.authorizer->authorize(std::move(back));
            QCOMPARE(answer.decision.reason, DecisionReason::KeyCheckBusy);
            QCOMPARE(answer.decision.status(), 429);
            QVERIFY(answer.retryAfter >= 1s);
        });
    }

    /// It has no form by which it could be recognised later.
    void noRecordHoldsTheKey()
    {
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey();
        legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, key);
        CallFacts facts = legacy.facts({{"X-Partner-Key", key}});
        facts.question.rawPath = "/api/v1/orders/" + key;
        facts.userAgent = "agent " + key;
        facts.query = "api_key=" + key;
        (void)legacy.authorizer->authorize(std::move(facts));
        const auto batch = legacy.calls.takeNow();
        QCOMPARE(batch.records.size(), 1U);
        const QString record = QString::fromUtf8(toJsonText(batch.records.front()));
        QVERIFY2(!record.contains(QString::fromLatin1(key)), qPrintable(record));
        QVERIFY(record.contains(u"[key]"_s));
    }

    /// Nothing of a policy, and so of the database, is the other system's hash.
    void whatIsKeptIsNotTheHash()
    {
        LegacyFixture legacy;
        const QByteArray key = legacy.freshKey();
        legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, key);
        const LegacyRule rule = *legacy.holder->current()->storedCredential(id16(7))->legacy;
        QVERIFY(rule.lookup != sha256({key}));
        PepperRing other;
        other.add(1, Secret::copyOf(QByteArray(32, 'q')));
        QVERIFY(rule.lookup !=
                legacy::lookupOf(other, 1, "x-partner-key", KeyScheme::Sha256, {}, sha256({key})));
        const QByteArray box =
            legacy::closeHash(legacy.fixture.peppers, 1, u"crd_a"_s, "$2b$04$abc", legacy.random);
        QVERIFY(!box.contains("$2b$"));
        QVERIFY(legacy::openHash(legacy.fixture.peppers, 1, u"crd_a"_s, box));
        QVERIFY(!legacy::openHash(legacy.fixture.peppers, 1, u"crd_b"_s, box));
        QVERIFY(!legacy::openHash(other, 1, u"crd_a"_s, box));
    }
};

QTEST_APPLESS_MAIN(TestLegacyDecisions)
#include "tst_legacy_decisions.moc"

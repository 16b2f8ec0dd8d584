// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "tests/platform/core/decision/legacy_fixture.h"

using namespace testing;

/// What another system gave to a caller goes on to the API while calls are observed: nothing that was taken
/// away, and nothing of ours, however it is sent.
class TestObservedCredentials final : public QObject
{
    Q_OBJECT

    using Fields = std::function<HttpHeaders(const QByteArray &)>;

    static std::vector<std::pair<const char *, Fields>> waysOfSending()
    {
        return {
            {"alone",
             [](const QByteArray &key) {
                 return HttpHeaders{{"X-Partner-Key", key}};
             }},
            {"beside another",
             [](const QByteArray &key) {
                 return HttpHeaders{{"X-Partner-Key", key}, {"X-Api-Key", "x"}};
             }},
            {"beside a bearer",
             [](const QByteArray &key) {
                 return HttpHeaders{{"Authorization", "Bearer zzz"}, {"X-Partner-Key", key}};
             }},
            {"twice",
             [](const QByteArray &key) {
                 return HttpHeaders{{"X-Partner-Key", key}, {"X-Partner-Key", key}};
             }},
            {"second",
             [](const QByteArray &key) {
                 return HttpHeaders{{"X-Partner-Key", "x"}, {"X-Partner-Key", key}};
             }},
            {"joined",
             [](const QByteArray &key) {
                 return HttpHeaders{{"X-Partner-Key", key + ",x"}};
             }},
            {"joined behind",
             [](const QByteArray &key) {
                 return HttpHeaders{{"X-Partner-Key", "x, " + key}};
             }},
            {"quoted",
             [](const QByteArray &key) {
                 return HttpHeaders{{"Authorization", "Token token=\"" + key + '"'}};
             }},
            {"another header",
             [](const QByteArray &key) {
                 return HttpHeaders{{"X-Api-Key", key}};
             }},
            {"another scheme",
             [](const QByteArray &key) {
                 return HttpHeaders{{"Authorization", "ApiKey " + key}};
             }},
            {"basic",
             [](const QByteArray &key) {
                 return HttpHeaders{{"Authorization", "Basic " + QByteArray(key + ':').toBase64()}};
             }},
            {"an alias",
             [](const QByteArray &key) {
                 return HttpHeaders{{"X_Partner_Key", key}};
             }},
        };
    }

private Q_SLOTS:
    void whatWasTakenAwayDoesNotGoOn_data()
    {
        QTest::addColumn<int>("way");
        const auto ways = waysOfSending();
        for (int i = 0; i < int(ways.size()); ++i)
            QTest::newRow(ways[std::size_t(i)].first) << i;
    }

    void whatWasTakenAwayDoesNotGoOn()
    {
        QFETCH(int, way);
        const Fields fields = waysOfSending()[std::size_t(way)].second;
        using Take = std::function<void(LegacyFixture &)>;
        const std::vector<std::pair<const char *, Take>> takes{
            {"revoked",
             [](LegacyFixture &legacy) {
                 legacy.change(7, [](CredentialRule &rule) { rule.state = CredentialState::Revoked; });
             }},
            {"suspended",
             [](LegacyFixture &legacy) {
                 legacy.change(7, [](CredentialRule &rule) { rule.state = CredentialState::Suspended; });
             }},
            {"frozen",
             [](LegacyFixture &legacy) {
                 legacy.holder->publish([](const Policy &policy) {
                     PartnerRule partner = Fixture::partner();
                     partner.status = PartnerStatus::Frozen;
                     return policy.withPartner(partner);
                 });
             }},
            {"the source is blocked", [](LegacyFixture &legacy) {
                 legacy.change(7, [](CredentialRule &rule) { rule.state = CredentialState::Revoked; });
                 for (int i = 0; i < 2 * FailureLimiter::allowedFailures; ++i)
                     legacy.failures.failed("192.0.2.1", "legacy:x-partner-key", legacy.clock.now());
             }}};
        for (const auto &[name, take] : takes) {
            LegacyFixture legacy;
            legacy.observeAll();
            const QByteArray key = legacy.freshKey();
            legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, key);
            // As long as it is in force it goes on, and so does one that nobody knows.
            QVERIFY2(keeps(legacy, fields(key)), name);
            QVERIFY2(keeps(legacy, fields(legacy.freshKey())), name);
            take(legacy);
            const Decision decision = legacy.authorizer->authorize(legacy.observed(fields(key))).decision;
            QVERIFY2(!decision.passes(), name);
            QVERIFY2(!decision.keepsForeign, name);
            QVERIFY2(keeps(legacy, fields(legacy.freshKey())), name);
        }
    }

    /// Which key it is was never proved: it may be the one that was taken away.
    void anUnprovedKeyDoesNotGoOnOnceItIsTaken_data() { whatWasTakenAwayDoesNotGoOn_data(); }

    void anUnprovedKeyDoesNotGoOnOnceItIsTaken()
    {
        QFETCH(int, way);
        const Fields fields = waysOfSending()[std::size_t(way)].second;
        LegacyFixture legacy;
        legacy.observeAll();
        const QByteArray key = legacy.freshKey("live_");
        legacy.addBcrypt(7, "x-partner-key", "live_", key);
        QVERIFY(keeps(legacy, fields(key)));
        legacy.change(7, [](CredentialRule &rule) { rule.state = CredentialState::Suspended; });
        QVERIFY(!keeps(legacy, fields(key)));
        QVERIFY(!keeps(legacy, fields(key + QByteArray(600, 'x')))); // bcrypt would not see the end
        QVERIFY(keeps(legacy, fields(legacy.freshKey("test_"))));
    }

    void aKeyOfTheOtherRealmDoesNotGoOn()
    {
        LegacyFixture legacy;
        legacy.observeAll();
        const QByteArray key = legacy.freshKey();
        legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, key);
        for (const Realm realm : {Realm::Production, Realm::Sandbox}) {
            CallFacts facts = legacy.observed({{"X-Partner-Key", key}, {"X-Api-Key", "x"}});
            facts.question.gateway->realm = realm;
            QCOMPARE(legacy.authorizer->authorize(std::move(facts)).decision.passes(),
                     realm == Realm::Production);
        }
    }

    void nothingOfOursGoesOn_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const QByteArray token = "eyJours.eyJ" + QByteArray(60, 'p') + ".c2ln";
        const QByteArray key = LegacyFixture::ours();
        const QByteArray session = "pco_" + QByteArray(43, 'x');
        const auto add = [](const QByteArray &name, const QByteArray &value) {
            QTest::newRow(qPrintable(QString::fromLatin1(name + ' ' + value.left(60)))) << name << value;
        };
        for (const QByteArray &ours : {token, key, session}) {
            add("Authorization", "Bearer \"" + ours + '"');
            add("Authorization", "Token token=" + ours);
            add("Authorization", "Bearer:" + ours);
            add("Authorization", "Basic " + QByteArray("crd_x:" + ours).toBase64());
            add("X-Api-Key", ours + ";x");
            add("X-Api-Key", "x," + ours);
            add("X-Partner-Key", ours);
            add("X-Partner-Key", ours + QByteArray(600, ' ') + 'x');
            add("X-Whatever", ours);
        }
        add("Authorization", "Bearer " + token + '=');
        add("Authorization", "Bearer " + token + ".x");
        add("X-Api-Key", "eyJx.eyJ" + token);
        add("X-Api-Key", QByteArray(token).replace('.', "%2e"));
    }

    void nothingOfOursGoesOn()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        for (const bool imported : {false, true}) {
            LegacyFixture legacy;
            legacy.observeAll();
            if (imported)
                legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, legacy.freshKey());
            for (const HttpHeaders &headers :
                 {HttpHeaders{{name, value}}, HttpHeaders{{"X-Api-Key", "of-another"}, {name, value}}}) {
                const Decision decision = legacy.authorizer->authorize(legacy.observed(headers)).decision;
                QVERIFY(!decision.keepsForeign);
                QVERIFY(!decision.passes());
            }
        }
    }

    void whatIsForeignGoesOn()
    {
        LegacyFixture legacy;
        legacy.observeAll();
        legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, legacy.freshKey());
        for (const HttpHeaders &headers :
             {HttpHeaders{},
              HttpHeaders{{"Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.c2ln"}},
              HttpHeaders{{"Authorization", "Basic eDp5"}, {"X-Api-Key", "of-another"}},
              HttpHeaders{{"X-Partner-Key", "of-another-system"}, {"User-Agent", "legacy-sync/2"}}})
            QVERIFY(keeps(legacy, headers));
        // Our own authenticates, and ends at the gateway.
        const Decision decision =
            legacy.authorizer->authorize(legacy.observed({{"X-Api-Key", LegacyFixture::ours()}})).decision;
        QVERIFY(decision.allowed);
        QVERIFY(!decision.keepsForeign);
    }

    /// More than is looked through passes, and nothing goes on with it.
    void whatIsTooMuchToLookThroughEnds()
    {
        LegacyFixture legacy;
        legacy.observeAll();
        legacy.addFast(7, "x-partner-key", KeyScheme::Sha256, legacy.freshKey());
        HttpHeaders many;
        for (int i = 0; i < 40; ++i)
            many.add("X-Partner-Key", legacy.freshKey());
        for (const HttpHeaders &headers :
             {many, HttpHeaders{{"X-Api-Key", "Bearer " + QByteArray(9000, 'a')}}}) {
            const Decision decision = legacy.authorizer->authorize(legacy.observed(headers)).decision;
            QVERIFY(decision.passes());
            QVERIFY(!decision.keepsForeign);
        }
    }

    /// Nobody has looked: an observation that began while the call was read.
    void whatNobodyLookedThroughEnds()
    {
        LegacyFixture legacy;
        legacy.observeAll();
        CallFacts facts = legacy.facts({{"X-Api-Key", "of-another-system"}});
        facts.mayPass = true;
        const Decision decision = legacy.authorizer->authorize(std::move(facts)).decision;
        QVERIFY(decision.passes());
        QVERIFY(!decision.keepsForeign);
    }

    void noRecordHoldsAForeignKey_data()
    {
        QTest::addColumn<bool>("observed");
        QTest::newRow("observed") << true;
        QTest::newRow("refused") << false;
    }

    void noRecordHoldsAForeignKey()
    {
        QFETCH(bool, observed);
        LegacyFixture legacy;
        if (observed)
            legacy.observeAll();
        const QByteArray key = "abcdefgh+ijkl=mnop/q";
        for (const HttpHeaders &headers :
             {HttpHeaders{{"X-Api-Key", key}}, HttpHeaders{{"X-Partner-Key", key}},
              HttpHeaders{{"Authorization", "Bearer " + key}},
              HttpHeaders{{"Authorization", "Token token=\"" + key + '"'}},
              HttpHeaders{{"X-Api-Key", key}, {"Authorization", "Basic eDp5"}}}) {
            for (const QByteArray &path :
                 QByteArrayList{"/api/v1/x/" + key, "/api/v1/x/" + key.toPercentEncoding(),
                                "/api/v1//" + QByteArray(key).replace('/', "%2F"),
                                "/api/v1/" + QByteArray(190, 'w') + key}) {
                CallFacts facts = legacy.observed(headers);
                facts.question.rawPath = path;
                facts.userAgent = QByteArray(90, 'u') + key;
                facts.requestId = key;
                facts.shown = headers.all().front().value;
                (void)legacy.authorizer->authorize(std::move(facts));
            }
        }
        const auto batch = legacy.calls.takeNow();
        QCOMPARE(batch.records.size(), 20U);
        QStringList kept;
        for (const CallRecord &record : batch.records)
            kept.append(QString::fromUtf8(toJsonText(record)));
        for (const ObservedCount &each : batch.observed)
            kept.append(each.call.what + u' ' + each.call.userAgent + u' ' + each.call.fingerprint);
        QCOMPARE(batch.observed.empty(), !observed);
        for (const QString &each : kept)
            QVERIFY2(!each.contains(u"abcdefgh"_s), qPrintable(each));
    }

    /// Whoever masks answers by their route lets nothing pass that has none.
    void aRouteIsToldOfWhatPasses()
    {
        LegacyFixture legacy;
        legacy.observeAll();
        for (const bool needsRoute : {false, true}) {
            for (const auto &[path, route] :
                 {std::pair{"/api/v1/orders", "rte_orders"}, std::pair{"/api/v1/other", ""}}) {
                CallFacts facts = legacy.observed({{"X-Api-Key", "of-another-system"}});
                facts.question.rawPath = path;
                facts.needsRoute = needsRoute;
                const Decision decision = legacy.authorizer->authorize(std::move(facts)).decision;
                QCOMPARE(decision.passes(), !needsRoute || *route != '\0');
                QCOMPARE(decision.routeId, QString::fromLatin1(route));
                QVERIFY(decision.partnerId.isEmpty());
            }
        }
    }

    /// It may lie outside of what is observed.
    void aPathWithTwoReadingsIsNotObserved()
    {
        LegacyFixture legacy;
        legacy.observeAll();
        for (const char *path : {"/api//other", "/api/v1/../other", "/api/v1/orders;x", "/api/..;/secret",
                                 "/api/other/%2e%2e/secret", "/api/v1/orders%2f"}) {
            CallFacts facts = legacy.observed({{"X-Api-Key", "of-another-system"}});
            facts.question.rawPath = path;
            QVERIFY2(!legacy.authorizer->authorize(std::move(facts)).decision.passes(), path);
            CallFacts own = legacy.observed({{"X-Api-Key", LegacyFixture::ours()}});
            own.question.rawPath = path;
            QVERIFY2(!legacy.authorizer->authorize(std::move(own)).decision.passes(), path);
        }
    }

    void whatPassesNowhereIsCountedAndSaid_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *path, const char *what) {
            QTest::newRow(path) << QByteArray(path) << QString::fromUtf8(what);
        };
        row("/api/v1/orders;v=2", "GET /api/v1/orders;{…}");
        row("/api/v1/files/a%2Fb", "GET /api/v1/files/a%2Fb");
        row("/api/v1/rates/50%25", "GET /api/v1/rates/{…}%25");
        row("/api/v1/a%2Eb", "GET /api/v1/a%2Eb");
        row("/api/v1/orders%20", "GET /api/v1/orders%20");
        row("/api/v1/orders|invoices", "GET /api/v1/orders|invoices");
        row("/api/v1/../other", "GET /api/v1/../other");
        row("/api/v1/%41bc%2F", "GET /api/v1/{…}%2F");
        row("/api/v1/x%2", "GET /api/v1/x%{…}");
        row("//orders", "GET //orders"); // on the host of one API
    }

    void noReportHoldsASecret_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *path, const char *what) {
            QTest::newRow(path) << QByteArray(path) << QString::fromUtf8(what);
        };
        row("/api/v1/things;password=correct-horse-battery-staple", "GET /api/v1/things;{…}");
        row("/api/v1/things;access_token=abcdefgh.ijklmnop", "GET /api/v1/things;{…}");
        row("/api/v1/things;authorization=Bearer%20abcdefgh", "GET /api/v1/things;{…}");
        row("/api/v1/things;jsessionid=ABCDEFABCDEFABCDEFABCDEFABCDEFAB", "GET /api/v1/things;{…}");
        row("/api/v1/things;mail=x@example.com/parts", "GET /api/v1/things;{…}");
        row("/api/v1/things%3Btoken%3Dabcdefgh", "GET /api/v1/things%3B{…}");
        row("/api/v1/things%253Bk%253Dabcd/efgh", "GET /api/v1/things%25{…}");
        row("/api/v1/things%25253Bk/efgh%25", "GET /api/v1/things%25{…}");
        row("/api/v1/things%3Dabcdefgh%2Fabcdefgh;x", "GET /api/v1/things%3D{…}");
        row("/api/v1//token:abcdefgh", "GET /api/v1//token:[redacted]");
        row("/api/v1//abcdefXYZABCabc", "GET /api/v1//{…}");
        row("/api/v1/token=hunterSECRETword", "GET /api/v1/token={…}");
        row("/api/v1/token%3DhunterSECRETword", "GET /api/v1/token={…}");
        row("/api/v1/token:hunter-secret-word", "GET /api/v1/token:[redacted]");
        row("/api/v1/abcd,efgh,ijkl/parts", "GET /api/v1/abcd,{…}");
        row("/api/v1/things;k=abcd/efgh/ijkl", "GET /api/v1/things;{…}");
        row("/api/v1/k=abcd/efgh/ijkl", "GET /api/v1/k={…}");
        row("/api/v1/kFqXbTzR", "GET /api/v1/{…}");
        row("/api/v1/OrderItems/lineItems", "GET /api/v1/OrderItems/lineItems");
    }

    /// What no call record shows, no report shows: it is out before the path is told in pieces.
    void noReportHoldsASecret()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, what);
        LegacyFixture legacy;
        legacy.observeAll();
        CallFacts facts = legacy.observed({{"X-Api-Key", "of-another"}});
        facts.question.rawPath = path;
        facts.userAgent = "sync/2 token=abcdefgh";
        (void)legacy.authorizer->authorize(std::move(facts));
        const auto batch = legacy.calls.takeNow();
        QCOMPARE(batch.observed.size(), 1U);
        QCOMPARE(batch.observed.front().call.what, what);
        QCOMPARE(batch.observed.front().call.userAgent, u"sync/2 token=[redacted]"_s);
    }

    /// Of our own keys, also where the path alone would have it refused.
    void guessesCountWhateverThePath_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("of a route") << QByteArray("/api/v1/orders");
        QTest::newRow("of two readings") << QByteArray("/api/v1/orders;x");
    }

    void guessesCountWhateverThePath()
    {
        QFETCH(QByteArray, path);
        LegacyFixture legacy;
        legacy.observeAll();
        CredentialText parts;
        parts.brand = "pcx";
        parts.type = CredentialTextType::ApiKey;
        parts.realm = Realm::Production;
        parts.id = id16(1);
        parts.secret = Fixture::secret(1, 9);
        const QByteArray wrong = formatCredential(parts)->view().toByteArray();
        for (int i = 0; i < 2 * FailureLimiter::allowedFailures; ++i) {
            CallFacts facts = legacy.observed({{"X-Api-Key", wrong}});
            facts.question.rawPath = path;
            (void)legacy.authorizer->authorize(std::move(facts));
        }
        const auto batch = legacy.calls.takeNow();
        QCOMPARE(batch.records.front().reason, DecisionReason::UnknownCredential);
        CallFacts right = legacy.observed({{"X-Api-Key", LegacyFixture::ours()}});
        const Authorized blocked = legacy.authorizer->authorize(std::move(right));
        QCOMPARE(blocked.decision.reason, DecisionReason::UnknownCredential);
        QVERIFY(blocked.retryAfter > 0ns);
    }

    /// What strangers vary costs no line of somebody else.
    void aFloodLeavesTheLinesOfOthers()
    {
        using Budget = pc::rules::ObservedBudget;
        ObservedTally tally;
        ObservedCall call;
        call.observationId = u"obs_1"_s;
        call.reason = DecisionReason::UnknownRoute;
        const auto send = [&](const QString &partner, const QString &source, qint64 kinds) {
            call.partnerId = partner;
            call.source = source;
            for (qint64 i = 0; i < kinds; ++i) {
                call.what = u"GET /%1"_s.arg(i);
                tally.add(call);
            }
        };
        send({}, u"192.0.2.1"_s, 5000);
        send({}, u"192.0.2.2"_s, 3);
        send(u"prt_1"_s, {}, 5000);
        send(u"prt_2"_s, {}, 3);
        QHash<QString, QPair<int, qint64>> told; // lines, and calls together
        qint64 all = 0;
        for (const ObservedCount &each : tally.take()) {
            auto &[lines, together] = told[each.call.partnerId + each.call.source];
            ++lines;
            together += each.call.what == u"others"_s ? each.calls : 0;
            all += each.calls;
        }
        QCOMPARE(all, 10006);
        QCOMPARE(told.value(u"192.0.2.1"_s), qMakePair(int(Budget::ofSource) + 1, 5000 - Budget::ofSource));
        QCOMPARE(told.value(u"192.0.2.2"_s), qMakePair(3, qint64(0)));
        QCOMPARE(told.value(u"prt_1"_s), qMakePair(int(Budget::ofPartner) + 1, 5000 - Budget::ofPartner));
        QCOMPARE(told.value(u"prt_2"_s), qMakePair(3, qint64(0)));
        // All sources of strangers together.
        for (int source = 0; source < 20; ++source)
            send({}, u"198.51.100.%1"_s.arg(source), 100);
        send(u"prt_2"_s, {}, 3);
        const auto batch = tally.take();
        // Ten sources filled it; the ten that came later are told by a few kinds each.
        QCOMPARE(qint64(batch.size()), Budget::ofStrangers + 10 * Budget::leastOfSource + 1 + 3);
        // Up to a bound, and however many addresses one network has.
        for (int source = 0; source < 400; ++source)
            send({}, u"2001:db8::%1"_s.arg(source, 0, 16), 1);
        auto sent = tally.take();
        QCOMPARE(qint64(sent.size()), Budget::ofSource + 1);
        QVERIFY(std::any_of(sent.begin(), sent.end(), [](const ObservedCount &each) {
            return each.call.source == u"2001:db8::/64"_s && each.calls == 400 - Budget::ofSource;
        }));
        for (int source = 0; source < 1000; ++source)
            send({}, u"2001:db8:0:%1::1"_s.arg(source, 0, 16), 10);
        QCOMPARE(qint64(tally.take().size()), Budget::mostOfStrangers + 1);
    }

    /// Refused while all else of the API passes: by this alone, whoever calls, and in the report.
    void whatPassesNowhereIsCountedAndSaid()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, what);
        LegacyFixture legacy;
        legacy.observeAll();
        for (const bool known : {false, true}) {
            CallFacts facts = legacy.observed({{"X-Api-Key", known ? LegacyFixture::ours() : "of-another"}});
            facts.question.rawPath = path;
            facts.userAgent = "legacy-sync/2";
            const Decision decision = legacy.authorizer->authorize(std::move(facts)).decision;
            QVERIFY(!decision.passes());
            QCOMPARE(decision.reason, DecisionReason::BadRequest);
            const auto batch = legacy.calls.takeNow();
            QCOMPARE(batch.observed.size(), 1U);
            const ObservedCall &call = batch.observed.front().call;
            QCOMPARE(call.observationId, u"obs_1"_s);
            QCOMPARE(call.reason, DecisionReason::BadRequest);
            QCOMPARE(call.what, what);
            QCOMPARE(call.partnerId, known ? u"prt_1"_s : QString());
            QCOMPARE(call.userAgent, known ? QString() : u"legacy-sync/2"_s);
            QCOMPARE(batch.records.front().reason, DecisionReason::BadRequest);
            QCOMPARE(batch.records.front().status, 400);
        }
    }

    /// Nothing is counted under the observation of another API, or of routes that it did not lead to.
    void whatLeadsElsewhereIsNotCounted()
    {
        LegacyFixture legacy;
        const Api demo = defaultCatalogue().api;
        Api other;
        other.id = u"api_other"_s;
        other.name = u"Other"_s;
        other.basePath = u"/other"_s;
        QString why;
        const auto catalogue = RouteCatalogue::compile({demo, other}, defaultCatalogue().routes, &why);
        QVERIFY2(catalogue != nullptr, qPrintable(why));
        const auto counted = [&legacy](const QByteArray &path) {
            CallFacts facts = legacy.observed({{"X-Api-Key", "of-another"}});
            facts.question.rawPath = path;
            (void)legacy.authorizer->authorize(std::move(facts));
            return legacy.calls.takeNow().observed.size() == 1;
        };
        const auto observe = [&](ObservationKind kind, const QString &prefix) {
            legacy.holder->publish([&](const Policy &policy) {
                return policy.withCatalogue(catalogue).withObservations(
                    {{u"obs_1"_s, kind, demo.id, prefix, noon() + 24h}});
            });
        };
        observe(ObservationKind::Api, {});
        QVERIFY(counted(demo.basePath.toLatin1() + "/orders;v=2"));
        QVERIFY(!counted("/other/orders;v=2"));
        QVERIFY(!counted("//orders")); // of either
        observe(ObservationKind::Routes, demo.basePath + u"/orders"_s);
        QVERIFY(counted(demo.basePath.toLatin1() + "/orders;v=2"));
        QVERIFY(!counted(demo.basePath.toLatin1() + "/invoices;v=2"));
    }

    /// Of a gateway that masks answers: what it cannot let pass is in the report as well.
    void whatHasNoRouteIsCountedWhereOneIsNeeded()
    {
        LegacyFixture legacy;
        legacy.observeAll();
        CallFacts facts = legacy.observed({{"X-Api-Key", "of-another"}});
        facts.question.rawPath = "/api/v1/other";
        facts.needsRoute = true;
        QVERIFY(!legacy.authorizer->authorize(std::move(facts)).decision.passes());
        QCOMPARE(legacy.calls.takeNow().observed.size(), 1U);
    }

private:
    static bool keeps(LegacyFixture &legacy, const HttpHeaders &headers)
    {
        const Decision decision =
            legacy.authorizer->authorize(legacy.observed(headers, "203.0.113.7")).decision;
        return decision.passes() && decision.keepsForeign;
    }
};

QTEST_APPLESS_MAIN(TestObservedCredentials)
#include "tst_observed_credentials.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "contract/pack/error_advice.h"
#include "contract/pack/pack_files.h"
#include "tests/platform/admin/catalogue/catalogue_fixture.h"

#include <QDirIterator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

class PackFixture : public CatalogueFixture
{
public:
    QString partnerId = admin.makePartner(u"acme"_s);

    [[nodiscard]] PartnerPack pack(const QByteArray &query = "realm=sbx")
    {
        const Reply reply = admin.get("/partners/" + partnerId.toLatin1() + "/pack?" + query);
        const auto value = fromJson<PartnerPack>(reply.json);
        return value ? *value : PartnerPack{};
    }
    void grant(const QStringList &scopes)
    {
        const QByteArray path = "/partners/" + partnerId.toLatin1() + "/grant";
        const Reply before = admin.get(path);
        QJsonObject body{{u"plan_id"_s, before.json[u"plan_id"]},
                         {u"scopes"_s, QJsonArray::fromStringList(scopes)},
                         {u"resources"_s, QJsonArray{}},
                         {u"reason"_s, u"a reason"_s}};
        QCOMPARE(admin.put(path, body, {}, before.etag).status, 200);
    }
};

const PackApi *named(const PartnerPack &pack, const QString &name)
{
    for (const PackApi &api : pack.apis) {
        if (api.name == name)
            return &api;
    }
    return nullptr;
}

} // namespace

class TestPackHandlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsGrantedIsThere()
    {
        PackFixture fixture;
        const AdminFixture::Issued issued = fixture.admin.makeCredential(fixture.partnerId);
        const PartnerPack pack = fixture.pack();
        QCOMPARE(pack.partnerId, fixture.partnerId);
        QCOMPARE(pack.slug, u"acme"_s);
        QCOMPARE(pack.realm, Realm::Sandbox);
        QVERIFY(pack.open);
        QVERIFY(pack.limits.rate > 0);
        QCOMPARE(pack.credentials.size(), 1);
        QCOMPARE(pack.credentials.constFirst().id, issued.id);
        QCOMPARE(pack.apis.size(), 1);
        QVERIFY(pack.apis.constFirst().ownAddress);
        QVERIFY(!pack.apis.constFirst().routes.isEmpty());
        QVERIFY(pack.apis.constFirst().openapi.isEmpty()); // the demonstration has no description
        // Never the secret, nor anything made of it.
        const QByteArray archive = pack::archiveOf(pack, pack::Language::English);
        const QByteArray body = fixture.admin.get("/partners/" + fixture.partnerId.toLatin1() + "/pack").body;
        const QByteArray secret = issued.text.view().toByteArray();
        QVERIFY(!secret.isEmpty() && !body.contains(secret) && !body.contains(secret.right(6)));
        QVERIFY(!archive.contains(secret));
    }

    void whatIsNotGrantedIsNot()
    {
        PackFixture fixture;
        const QByteArray api = fixture.makeApi();
        QVERIFY(!fixture
                     .import(api, described({"get /orders shop.read", "post /orders shop.write",
                                             "get /both shop.read shop.write"}))
                     .isEmpty());
        QVERIFY(named(fixture.pack(), u"shop"_s) == nullptr);
        fixture.grant({u"shop.read"_s});
        const PartnerPack pack = fixture.pack();
        const PackApi *shop = named(pack, u"shop"_s);
        QVERIFY(shop != nullptr);
        QCOMPARE(pack.apis.size(), 1); // of the other API nothing is granted any more
        QCOMPARE(shop->url, u"https://shop.example/v1"_s);
        QVERIFY(!shop->ownAddress);
        QCOMPARE(shop->audience, u"https://shop.example/shop"_s);
        QCOMPARE(shop->routes.size(), 1);
        QCOMPARE(shop->routes.constFirst().path, u"/orders"_s);
        QCOMPARE(shop->scopes.size(), 1);
        QVERIFY(shop->openapi.contains(u"\"shop.read\""_s) && !shop->openapi.contains(u"shop.write"_s));
        QVERIFY(shop->openapi.contains(u"https://shop.example/v1"_s));
        fixture.grant({u"shop.read"_s, u"shop.write"_s});
        QCOMPARE(named(fixture.pack(), u"shop"_s)->routes.size(), 3);
    }

    void realmsAreApart()
    {
        PackFixture fixture;
        (void)fixture.admin.makeCredential(fixture.partnerId);
        const PartnerPack pack = fixture.pack("realm=prd");
        QCOMPARE(pack.realm, Realm::Production);
        QVERIFY(!pack.open); // the partner is in the sandbox stage
        QVERIFY(pack.credentials.isEmpty());
        QCOMPARE(fixture.pack({}).realm, Realm::Sandbox);
    }

    void networksAreThereWithoutTheirNotes()
    {
        PackFixture fixture;
        const AdminFixture::Issued issued = fixture.admin.makeCredential(fixture.partnerId);
        QVERIFY(fixture.pack().anywhere);
        QVERIFY(fixture.pack().networks.isEmpty() && !fixture.pack("realm=prd").anywhere);
        const QByteArray path = "/partners/" + fixture.partnerId.toLatin1() + "/networks";
        const QDateTime now = toDateTime(fixture.admin.clock.now().wall);
        const auto line = [](const QString &network, const QDateTime &until) {
            return QJsonObject{{u"network"_s, network},
                               {u"note"_s, u"called back by Jo"_s},
                               {u"until"_s, until.toUTC().toString(Qt::ISODateWithMs)}};
        };
        const QJsonObject edit{
            {u"sandbox"_s, QJsonArray{line(u"203.0.113.0/24"_s, now.addSecs(60)),
                                      line(u"198.51.100.0/24"_s, now.addDays(9))}},
            {u"production"_s, QJsonArray{}},
            {u"waiver"_s, QJsonObject{{u"until"_s, now.addSecs(180).toUTC().toString(Qt::ISODateWithMs)},
                                      {u"reason"_s, u"soon"_s}}},
            {u"credentials"_s, QJsonArray{QJsonObject{
                                   {u"credential_id"_s, issued.id},
                                   {u"entries"_s, QJsonArray{line(u"203.0.113.16/28"_s, now.addSecs(60))}}}}},
            {u"reason"_s, u"agreed"_s}};
        const Reply put = fixture.admin.put(path, edit, {}, fixture.admin.get(path).etag);
        QVERIFY2(put.status == 200, put.body.constData());
        const PartnerPack sandbox = fixture.pack();
        QVERIFY(!sandbox.anywhere);
        QCOMPARE(sandbox.networks.size(), 2);
        QCOMPARE(sandbox.networks.constFirst().network, u"203.0.113.0/24"_s);
        QCOMPARE(sandbox.credentials.constFirst().networks.constFirst().network, u"203.0.113.16/28"_s);
        QVERIFY(
            !fixture.admin.get("/partners/" + fixture.partnerId.toLatin1() + "/pack").body.contains("Jo"));
        const PartnerPack production = fixture.pack("realm=prd");
        QVERIFY(production.anywhere && production.anywhereUntil && production.networks.isEmpty());
        // What ended is left out; a credential that works from nowhere any more cannot be used.
        fixture.admin.clock.advance(std::chrono::minutes(2));
        QCOMPARE(fixture.pack().networks.size(), 1);
        QVERIFY(fixture.pack().credentials.isEmpty());
        fixture.admin.clock.advance(std::chrono::minutes(2));
        QVERIFY(!fixture.pack("realm=prd").anywhere);
    }

    void whatEndsHasItsDayAndIsGoneThen()
    {
        PackFixture fixture;
        const QByteArray api = fixture.makeApi(u"shop"_s, u"shop.example"_s, {});
        QVERIFY(!fixture
                     .import(api, described(
                                      {"get /v1/a shop.read", "get /v2/a shop.read", "get /v2/b shop.write"}))
                     .isEmpty());
        fixture.grant({u"shop.read"_s});
        const QDateTime now = toDateTime(fixture.admin.clock.now().wall);
        for (const QString &prefix : {u"/v1"_s, u"/v2"_s}) {
            QJsonObject body{{u"path_prefix"_s, prefix},
                             {u"sentence"_s, QString(u"about "_s + prefix)},
                             {u"reason"_s, u"r"_s}};
            if (prefix == u"/v1"_s)
                body.insert(u"sunset_at"_s, now.addSecs(180).toUTC().toString(Qt::ISODateWithMs));
            QCOMPARE(fixture.admin.post(api + "/versions", body).status, 201);
        }
        const PartnerPack before = fixture.pack();
        const PackApi *shop = named(before, u"shop"_s);
        QVERIFY(shop != nullptr);
        QCOMPARE(shop->routes.size(), 2);
        QCOMPARE(shop->routes.constFirst().path, u"/v1/a"_s);
        QVERIFY(shop->routes.constFirst().sunsetAt && !shop->routes.constLast().sunsetAt);
        QCOMPARE(shop->versions.size(), 1); // of the other there is nothing to say
        QCOMPARE(shop->versions.constFirst().sentence, u"about /v1"_s);
        fixture.admin.clock.advance(std::chrono::minutes(4));
        const PartnerPack after = fixture.pack();
        shop = named(after, u"shop"_s);
        QVERIFY(shop != nullptr);
        QCOMPARE(shop->routes.size(), 1);
        QVERIFY(!shop->openapi.contains(u"/v1/a"_s));
        QCOMPARE(shop->versions.size(), 1); // that it has ended
        QCOMPARE(shop->versions.constFirst().path, u"/v1"_s);
    }

    void whatHasEndedAsAWholeIsSaid()
    {
        PackFixture fixture;
        const QByteArray api = fixture.makeApi(u"shop"_s, u"shop.example"_s, {});
        QVERIFY(!fixture.import(api, described({"get /v1/a shop.read", "get /v1/b shop.write"})).isEmpty());
        const QDateTime now = toDateTime(fixture.admin.clock.now().wall);
        QCOMPARE(fixture.admin
                     .post(api + "/versions",
                           {{u"path_prefix"_s, u"/v1"_s},
                            {u"successor_url"_s, u"https://shop.example/v2"_s},
                            {u"sunset_at"_s, now.addSecs(180).toUTC().toString(Qt::ISODateWithMs)},
                            {u"reason"_s, u"r"_s}})
                     .status,
                 201);
        QVERIFY(named(fixture.pack(), u"shop"_s) == nullptr); // nothing of it was ever granted
        fixture.grant({u"shop.read"_s});
        fixture.admin.clock.advance(std::chrono::minutes(4));
        const PartnerPack pack = fixture.pack();
        const PackApi *shop = named(pack, u"shop"_s);
        QVERIFY(shop != nullptr);
        QVERIFY(shop->routes.isEmpty() && shop->openapi.isEmpty());
        QCOMPARE(shop->versions.size(), 1);
        QCOMPARE(shop->versions.constFirst().successorUrl, u"https://shop.example/v2"_s);
    }

    void aFrozenPartnerIsToldSo()
    {
        PackFixture fixture;
        QCOMPARE(fixture.admin
                     .post("/partners/" + fixture.partnerId.toLatin1() + "/freeze", {{u"reason"_s, u"r"_s}})
                     .status,
                 200);
        QVERIFY(!fixture.pack().open);
    }

    void onlyWhatCanBeUsedIsListed()
    {
        PackFixture fixture;
        const auto issued = fixture.admin.makeCredential(fixture.partnerId);
        QCOMPARE(fixture.pack().credentials.size(), 1);
        QCOMPARE(
            fixture.admin.post("/credentials/" + issued.id.toLatin1() + "/suspend", {{u"reason"_s, u"r"_s}})
                .status,
            200);
        QVERIFY(fixture.pack().credentials.isEmpty());
    }

    void everyCodeHasItsAdvice()
    {
        PackFixture fixture;
        const PartnerPack pack = fixture.pack();
        QVERIFY(pack.callErrors.size() > 10 && pack.tokenErrors.size() > 5);
        for (const pack::Language language : {pack::Language::English, pack::Language::German}) {
            const pack::Words words(language);
            for (const PackError &each : pack.callErrors)
                QVERIFY2(!pack::adviceOnCall(each.code, words).isEmpty(), qPrintable(each.code));
            for (const PackError &each : pack.tokenErrors)
                QVERIFY2(!pack::adviceOnToken(each.code, words).isEmpty(), qPrintable(each.code));
        }
        for (const PackError &each : pack.callErrors)
            QVERIFY2(each.status >= 400 && each.code != u"gateway_untrusted", qPrintable(each.code));
    }

    /// What a gateway answers by itself is in the pack, too.
    void everyCodeOfTheShippedGatewaysIsThere()
    {
        static const QRegularExpression code(u"\"?\\bcode\"?: ?\"?([a-z]+_?[a-z_]*)\\b\"?, ?\"?title"_s);
        QSet<QString> found;
        QDirIterator files(QStringLiteral(PC_SOURCE_DIR "/installer/gateway"), QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QRegularExpressionMatchIterator each = code.globalMatch(QString::fromUtf8(file.readAll()));
            while (each.hasNext())
                found.insert(each.next().captured(1));
        }
        QVERIFY2(found.size() >= 11, qPrintable(found.values().join(u' ')));
        PackFixture fixture;
        QSet<QString> told;
        const QList<PackError> errors = fixture.pack().callErrors;
        for (const PackError &each : errors) {
            QVERIFY2(!told.contains(each.code), qPrintable(each.code));
            told.insert(each.code);
        }
        QVERIFY2((found - told).isEmpty(), qPrintable((found - told).values().join(u' ')));
    }

    void theSameStateGivesTheSamePack()
    {
        PackFixture fixture;
        const QByteArray api = fixture.makeApi();
        QVERIFY(!fixture.import(api, described({"get /b shop.read", "get /a shop.read"})).isEmpty());
        fixture.grant({u"shop.read"_s});
        PartnerPack one = fixture.pack();
        PartnerPack other = fixture.pack();
        one.madeAt = other.madeAt;
        QCOMPARE(one, other);
    }

    void whatIsAskedWronglyIsRefused()
    {
        PackFixture fixture;
        QCOMPARE(fixture.admin.get("/partners/prt_none/pack").status, 404);
        QCOMPARE(fixture.admin.get("/partners/" + fixture.partnerId.toLatin1() + "/pack?realm=moon").status,
                 400);
        QCOMPARE(fixture.admin.get("/partners/" + fixture.partnerId.toLatin1() + "/pack?secret=1").status,
                 400);
    }
};

QTEST_GUILESS_MAIN(TestPackHandlers)
#include "tst_pack_handlers.moc"

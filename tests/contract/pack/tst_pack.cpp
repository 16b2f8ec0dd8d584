// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/calendar.h"
#include "contract/pack/lacks.h"
#include "contract/pack/pack_files.h"
#include "contract/pack/pack_page.h"
#include "contract/pack/sample_programs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::pack;

namespace {

QDateTime at(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

PartnerPack fullPack()
{
    PartnerPack pack;
    pack.madeAt = at(u"2026-03-02T08:00:00Z"_s);
    pack.partnerId = u"prt_7Kq2mX0bT4vYc9Zs"_s;
    pack.partnerName = u"Nord & Süd <GmbH> `x` [a](b)"_s;
    pack.slug = u"nord"_s;
    pack.status = PartnerStatus::Active;
    pack.stage = Stage::Sandbox;
    pack.realm = Realm::Sandbox;
    pack.open = true;
    pack.tokenEndpoint = u"https://platform.example.com/oauth2/token"_s;
    pack.timeZone = u"Europe/Berlin"_s;
    pack.limits = {5, 10, 1000};
    pack.resources = {{u"account_id"_s, {u"4711"_s}}};
    pack.networks = {{u"203.0.113.0/24"_s, {}, {}, {}},
                     {u"2001:db8::/32"_s, {}, at(u"2026-03-01T00:00:00Z"_s), at(u"2026-12-01T09:30:00Z"_s)}};
    pack.credentials = {{u"crd_4fJ8sWq1Rk0ZtB6y"_s,
                         u"warehouse"_s,
                         CredentialKind::ClientSecret,
                         {u"orders:read"_s},
                         at(u"2026-06-30T22:00:00Z"_s),
                         {},
                         {},
                         {{u"203.0.113.16/28"_s, {}, {}, {}}}}};
    PackRoute order{u"GET"_s, u"/orders/{id}"_s, {u"orders:read"_s}, u"One <order>"_s, 1024, {}, {}, {}};
    PackRoute orders{u"GET"_s, u"/orders"_s, {u"orders:read"_s}, u"Orders"_s, 1024, {}, {}, {}};
    PackRoute old{u"GET"_s,
                  u"/old"_s,
                  {u"orders:read"_s},
                  u"Old"_s,
                  1024,
                  {},
                  at(u"2026-04-01T00:00:00Z"_s),
                  at(u"2026-09-01T12:00:00Z"_s)};
    pack.apis = {
        {u"api_a"_s,
         u"Orders"_s,
         u"https://api.example.com/v1"_s,
         false,
         u"https://api.example.com/"_s,
         u"1.0"_s,
         {{u"orders:read"_s, u"Reads orders"_s}},
         {old, order, orders},
         {{u"/old"_s, {}, at(u"2026-09-01T12:00:00Z"_s), u"https://api.example.com/new"_s, {}, u"Moved"_s}},
         u"{}\n"_s},
        {u"api_b"_s, u"Orders"_s, u"https://b.example.com"_s, false, {}, {}, {}, {order}, {}, u"{}\n"_s}};
    pack.callErrors = {{429, u"rate_limited"_s, u"Too many calls"_s, {}},
                       {418, u"brand_new"_s, u"New"_s, u"Said by a newer platform."_s}};
    pack.tokenErrors = {{401, u"invalid_client"_s, u"Client authentication failed"_s, {}}};
    return pack;
}

QByteArray fileOf(const PartnerPack &pack, const QString &name, Language language = Language::English)
{
    const QList<PackFile> files = filesOf(pack, language);
    for (const PackFile &file : files) {
        if (file.name == name)
            return file.bytes;
    }
    return {};
}

} // namespace

class TestPack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itHoldsWhatItPromises()
    {
        QStringList names;
        const QList<PackFile> files = filesOf(fullPack(), Language::English);
        for (const PackFile &file : files) {
            names.append(file.name);
            QVERIFY2(!file.bytes.isEmpty(), qPrintable(file.name));
        }
        QCOMPARE(names, (QStringList{u"README.html"_s, u"README.md"_s, u"errors.md"_s, u"errors.json"_s,
                                     u"limits.json"_s, u"calendar.ics"_s, u"openapi/orders.json"_s,
                                     u"openapi/orders.2.json"_s, u"samples/curl.sh"_s, u"samples/client.py"_s,
                                     u"samples/client.mjs"_s, u"samples/PartnerClient.java"_s}));
        QCOMPARE(packName(fullPack()), u"partner-pack-nord-sandbox"_s);
    }

    void theSameStateGivesTheSameBytes()
    {
        for (const Language language : {Language::English, Language::German})
            QCOMPARE(archiveOf(fullPack(), language), archiveOf(fullPack(), language));
        PartnerPack later = fullPack();
        later.madeAt = later.madeAt.addDays(1);
        QVERIFY(archiveOf(later, Language::English) != archiveOf(fullPack(), Language::English));
        QVERIFY(archiveOf(fullPack(), Language::English) != archiveOf(fullPack(), Language::German));
        // tests/gateway/test_pack.py reads one with another program.
        QVERIFY(archiveOf(fullPack(), Language::English).startsWith("PK\x03\x04"));
    }

    void whatOthersWroteIsNoMarkup()
    {
        const QByteArray html = fileOf(fullPack(), u"README.html"_s);
        QVERIFY(html.contains("Nord &amp; S\xc3\xbc"
                              "d &lt;GmbH&gt; `x` [a](b)"));
        QVERIFY(html.contains("One &lt;order&gt;"));
        QVERIFY(!html.contains("<order>") && !html.contains("<script") && !html.contains("src="));
        const QByteArray markdown = fileOf(fullPack(), u"README.md"_s);
        QVERIFY(markdown.contains("\\<GmbH\\> \\`x\\` \\[a\\]"));
        PartnerPack sly = fullPack();
        sly.apis[0].url = u"https://x/\"; rm -rf / #"_s;
        sly.credentials[0].id = u"$(id)"_s;
        for (const char *name :
             {"samples/curl.sh", "samples/client.py", "samples/client.mjs", "samples/PartnerClient.java"}) {
            const QByteArray program = fileOf(sly, QString::fromLatin1(name));
            QVERIFY2(!program.contains("rm -rf /") && !program.contains("$(id)"), name);
        }
    }

    void noNameIsLeftInASample()
    {
        PartnerPack bare = fullPack();
        bare.credentials.clear();
        for (const PartnerPack &pack : {fullPack(), bare}) {
            const QList<PackFile> programs = samplePrograms(pack);
            QCOMPARE(programs.size(), 4);
            for (const PackFile &program : programs) {
                static const QRegularExpression left(u"@[A-Z_]{3,}@"_s);
                QVERIFY2(!QString::fromUtf8(program.bytes).contains(left), qPrintable(program.name));
                QVERIFY2(program.bytes.contains("/orders"), qPrintable(program.name));
                QVERIFY2(program.bytes.contains("CLIENT_SECRET"), qPrintable(program.name));
            }
        }
    }

    void theSampleCallIsOneThatWorks()
    {
        QCOMPARE(samplePath(fullPack()), u"/orders"_s); // no parameter, and no end
        QCOMPARE(sampleApi(fullPack())->id, u"api_a"_s);
        QVERIFY(samplesCanGet(fullPack()));
        PartnerPack pack = fullPack();
        PackRoute account = pack.apis[1].routes[0];
        account.path = u"/accounts/{account_id}"_s;
        pack.apis[0].routes.removeLast();
        pack.apis[1].routes.append(account);
        QCOMPARE(samplePath(pack), u"/accounts/4711"_s); // the resource is the only one that is granted
        QCOMPARE(sampleApi(pack)->id, u"api_b"_s);
        QVERIFY(fileOf(pack, u"samples/client.py"_s).contains("https://b.example.com"));
        pack = fullPack();
        pack.apis[1].routes = {{u"GET"_s, u"/invoices"_s, {u"invoices:read"_s}, {}, 1024, {}, {}, {}}};
        pack.apis[0].routes = {pack.apis[1].routes[0], pack.apis[0].routes[2]};
        QCOMPARE(samplePath(pack), u"/orders"_s); // the client has no scope for the other
        pack.apis.removeLast();
        pack.apis[0].routes[0].method = pack.apis[0].routes[1].method = u"POST"_s;
        QVERIFY(!samplesCanGet(pack));
        QVERIFY(fileOf(pack, u"README.md"_s).contains("No GET call is granted"));
    }

    void theSampleCallIsSentAsAUrlHasIt()
    {
        PartnerPack pack = fullPack();
        pack.apis[0].routes[2].path = u"/größe a/(b)"_s;
        QCOMPARE(samplePath(pack), u"/gr%C3%B6%C3%9Fe%20a/%28b%29"_s);
        QVERIFY(fileOf(pack, u"samples/curl.sh"_s).contains("/gr%C3%B6%C3%9Fe%20a/%28b%29"));
    }

    void aCalendarTellsWhatEnds()
    {
        const QList<PackDay> days = daysOf(fullPack());
        QCOMPARE(days.size(), 4);
        QCOMPARE(days.at(0).what, PackDay::What::Deprecated);
        QCOMPARE(days.at(1).what, PackDay::What::Expires);
        QCOMPARE(days.at(1).subject, u"warehouse (crd_4fJ8sWq1Rk0ZtB6y)"_s); // names may be alike
        QCOMPARE(days.at(2).calls, QStringList{u"GET /old"_s});
        const QByteArray text = fileOf(fullPack(), u"calendar.ics"_s);
        QVERIFY(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.endsWith("END:VCALENDAR\r\n"));
        QVERIFY(text.contains(
            "DTSTART;VALUE=DATE:20260901\r\nSUMMARY:Calls end: Orders\r\nDESCRIPTION:GET /old\r\n"));
        QCOMPARE(days.at(3).subject, u"2001:db8::/32"_s);
        QCOMPARE(text.count("BEGIN:VEVENT"), 4);
        QVERIFY(
            fileOf(fullPack(), u"README.md"_s)
                .contains(
                    "- `https://api.example.com/v1/old` · Moved · Follows: `https://api.example.com/new`\n"));
        PartnerPack none = fullPack();
        none.credentials.clear();
        none.networks.removeLast();
        none.apis.removeFirst();
        QVERIFY(calendarOf(none, Words(Language::English)).isEmpty()); // there is no empty calendar
        none.apis[0].name = QString(60, u'ü') + u";,\\"_s;
        none.apis[0].routes[0].sunsetAt = at(u"2026-09-01T12:00:00Z"_s);
        const QByteArrayList lines = calendarOf(none, Words(Language::English)).split('\n');
        for (const QByteArray &line : lines) {
            QVERIFY(line.size() <= 76); // with its CR
            QVERIFY(!QString::fromUtf8(line).contains(QChar::ReplacementCharacter));
        }
    }

    void whatHasEndedIsSaid()
    {
        PartnerPack pack = fullPack();
        pack.apis[1].routes.clear();
        pack.apis[1].openapi.clear();
        pack.apis[1].versions = {
            {u"/v0"_s, {}, at(u"2026-01-31T00:00:00Z"_s), u"https://b.example.com/v1"_s, {}, {}}};
        const QList<PackDay> days = daysOf(pack);
        QCOMPARE(days.constFirst().what, PackDay::What::Ended);
        QCOMPARE(days.constFirst().subject, u"Orders /v0"_s);
        QVERIFY(lacksOf(pack).isEmpty()); // that it has no description is no lack any more
        const QByteArray page = fileOf(pack, u"README.md"_s);
        QVERIFY(page.contains("| 2026-01-31 | Calls have ended: Orders /v0 |"));
        QVERIFY(page.contains("- `https://b.example.com/v0` · Follows: `https://b.example.com/v1`\n"));
        QCOMPARE(page.count("Granted calls: Orders"), 1);
        QVERIFY(!page.contains("A token is for one API"));
        QVERIFY(fileOf(pack, u"calendar.ics"_s).contains("SUMMARY:Calls have ended: Orders /v0"));
        pack.apis.removeFirst();
        QCOMPARE(lacksOf(pack).constFirst().lack, Lack::NothingGranted);
        QVERIFY(fileOf(pack, u"samples/curl.sh"_s).isEmpty());
    }

    void whatIsMissingIsSaid()
    {
        const auto lackOf = [](const PartnerPack &pack) {
            QList<Lack> lacks;
            const QList<LackOf> all = lacksOf(pack);
            for (const LackOf &each : all)
                lacks.append(each.lack);
            return lacks;
        };
        QVERIFY(lacksOf(fullPack()).isEmpty());
        PartnerPack pack = fullPack();
        pack.open = false;
        pack.credentials.clear();
        pack.apis[1].openapi.clear();
        pack.apis[1].ownAddress = true;
        QCOMPARE(lackOf(pack),
                 (QList{Lack::Closed, Lack::NoCredential, Lack::NoDescription, Lack::OwnAddress}));
        for (const Language language : {Language::English, Language::German}) {
            // Each but the last, which is for whoever hands the pack over.
            QCOMPARE(fileOf(pack, u"README.html"_s, language).count("class=\"note\""), 3);
        }
        pack = fullPack();
        pack.apis.clear();
        pack.credentials[0].kind = CredentialKind::ApiKey;
        QCOMPARE(lackOf(pack), (QList{Lack::NothingGranted, Lack::NoClient}));
        QVERIFY(fileOf(pack, u"samples/client.py"_s).isEmpty());
    }

    void fromWhereCallsMayComeIsSaid()
    {
        const QByteArray listed = fileOf(fullPack(), u"README.md"_s);
        QVERIFY(listed.contains("- `203.0.113.0/24`\n"));
        QVERIFY(listed.contains(
            "- `2001:db8::/32`, from 2026-03-01 00:00 (UTC), until 2026-12-01 09:30 (UTC)\n"));
        QVERIFY(listed.contains(
            "warehouse `crd_4fJ8sWq1Rk0ZtB6y` works from these only:\n\n- `203.0.113.16/28`\n"));
        const QJsonObject limits = QJsonDocument::fromJson(fileOf(fullPack(), u"limits.json"_s)).object();
        QCOMPARE(limits[u"networks"][1][u"until"].toString(), u"2026-12-01T09:30:00Z"_s);
        QCOMPARE(limits[u"anywhere"].toBool(true), false);

        PartnerPack pack = fullPack();
        pack.networks.clear();
        QCOMPARE(lacksOf(pack).constFirst().lack, Lack::NoNetwork);
        QVERIFY(fileOf(pack, u"README.md"_s).contains("so calls are refused"));
        pack.anywhere = true;
        QVERIFY(lacksOf(pack).isEmpty());
        QVERIFY(fileOf(pack, u"README.md"_s).contains("may come from any address"));
        pack.anywhereUntil = at(u"2026-05-20T00:00:00Z"_s);
        QVERIFY(fileOf(pack, u"README.md"_s, Language::German).contains("Das endet am 2026-05-20"));
        QVERIFY(fileOf(pack, u"calendar.ics"_s).contains("SUMMARY:Calls from agreed networks only"));
    }

    void aKeyAloneHasItsOwnFirstCall()
    {
        QVERIFY(fileOf(fullPack(), u"README.md"_s).contains("export CLIENT_SECRET"));
        PartnerPack pack = fullPack();
        pack.credentials[0].kind = CredentialKind::ApiKey;
        QVERIFY(fileOf(pack, u"README.md"_s).contains("export API_KEY"));
        QVERIFY(!fileOf(pack, u"README.md"_s).contains("export CLIENT_SECRET"));
        pack.credentials[0].kind = CredentialKind::LegacyKey;
        pack.credentials[0].header = u"X-Partner-Key"_s;
        QVERIFY(fileOf(pack, u"README.md"_s).contains("The samples do not send it"));
        pack.credentials[0].kind = CredentialKind::LegacyClientId;
        pack.credentials[0].clientId = u"warehouse-7"_s;
        QVERIFY(fileOf(pack, u"README.md"_s).contains("| `warehouse-7` | Client ID of the former system"));
        QVERIFY(fileOf(pack, u"README.md"_s).contains("export CLIENT_ID"));
        QCOMPARE(lacksOf(pack).constFirst().lack, Lack::NoCredential); // a name alone lets nobody in
        pack.credentials.clear();
        QVERIFY(fileOf(pack, u"README.md"_s).contains("export CLIENT_ID"));
    }

    void aCodeOfANewerPlatformHasItsWords()
    {
        QVERIFY(fileOf(fullPack(), u"errors.md"_s).contains("Said by a newer platform"));
        QVERIFY(fileOf(fullPack(), u"errors.md"_s, Language::German).contains("so viele Sekunden"));
        const QJsonObject errors = QJsonDocument::fromJson(fileOf(fullPack(), u"errors.json"_s)).object();
        QCOMPARE(errors[u"calls"][0][u"status"].toInt(), 429);
        QCOMPARE(errors[u"token_endpoint"][0][u"code"].toString(), u"invalid_client"_s);
    }

    void theTextForAMailHasNoMarks()
    {
        const QString text = textOf(pageOf(fullPack(), Words(Language::English)));
        QVERIFY(text.startsWith(u"API access for Nord & Süd <GmbH> `x` [a](b): sandbox\n===="_s));
        QVERIFY(text.contains(u"- Token endpoint · https://platform.example.com/oauth2/token\n"_s));
        QVERIFY(text.count(u'`') == 2 && !text.contains(u"\\<"_s)); // of the name
    }

    /// A client id that cannot be copied from the page is none.
    void anIdStandsAsItIs_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("html");
        const auto row = [](const char16_t *id, const char16_t *markdown, const char16_t *html) {
            const QString text = QString::fromUtf16(id);
            QTest::newRow(qPrintable(text))
                << text << QString::fromUtf16(markdown) << QString::fromUtf16(html);
        };
        row(u"shop|7", u"| `shop\\|7` |", u"<td><code>shop|7</code></td>");
        row(u"a`b", u"| `` a`b `` |", u"<td><code>a`b</code></td>");
        row(u"``|", u"| ``` ``\\| ``` |", u"<td><code>``|</code></td>");
        row(u"a'<b>&\"\\*", u"| `a'<b>&\"\\*` |", u"<td><code>a'&lt;b&gt;&amp;&quot;\\*</code></td>");
    }

    void anIdStandsAsItIs()
    {
        QFETCH(QString, id);
        QFETCH(QString, markdown);
        QFETCH(QString, html);
        PartnerPack pack = fullPack();
        pack.credentials[0].kind = CredentialKind::LegacyClientId;
        pack.credentials[0].clientId = id;
        const auto text = [&pack](const QString &name) { return QString::fromUtf8(fileOf(pack, name)); };
        QVERIFY2(text(u"README.md"_s).contains(markdown), qPrintable(text(u"README.md"_s)));
        QVERIFY2(text(u"README.html"_s).contains(html), qPrintable(text(u"README.html"_s)));
        QVERIFY(textOf(pageOf(pack, Words(Language::English))).contains(id));
    }
};

QTEST_APPLESS_MAIN(TestPack)
#include "tst_pack.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The index in memory says what the rows say, whoever changed them and however often.
#include "contract/rules/fold.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/metering_rows.h"
#include "platform/store/rows/partner_index.h"
#include "tests/platform/store_fixture.h"

#include <rapidcheck.h>

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::StoreFixture;

namespace {

const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);

Partner partnerOf(int number, const QString &name)
{
    Partner partner = pc::test::samplePartner(number);
    partner.name = name;
    partner.slug = u"slug-%1"_s.arg(number);
    return partner;
}

struct Indexed : StoreFixture
{
    PartnerIndex index;

    /// Numbers of the partners that are found, in order.
    QString found(const QString &text, const std::function<void(PartnerQuery &)> &set = {})
    {
        PartnerQuery query;
        query.text = text;
        if (set)
            set(query);
        const auto page = index.find(tx, query, noon);
        QStringList numbers;
        for (const QString &id : page->ids)
            numbers.append(QString::number(id.right(4).toInt()));
        return numbers.join(u' ');
    }
};

} // namespace

class TestPartnerIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsInAnyScript_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("found");
        QTest::newRow("latin") << u"Northwind Traders"_s << u"WIND T"_s << true;
        QTest::newRow("umlaut") << u"Käsehändler"_s << u"kasehand"_s << true;
        QTest::newRow("sharp s") << u"Strauß"_s << u"STRAUSS"_s << true;
        QTest::newRow("japanese") << u"株式会社日本電気"_s << u"日本"_s << true;
        QTest::newRow("arabic") << u"شركة النور"_s << u"النور"_s << true;
        QTest::newRow("greek") << u"Αθήνα"_s << u"αθηνα"_s << true;
        QTest::newRow("beyond the first plane") << u"Firma 𝄞 Klang"_s << u"𝄞"_s << true;
        QTest::newRow("percent is a sign") << u"Hundred"_s << u"%"_s << false;
        QTest::newRow("percent is found") << u"100 % Wolle"_s << u"0 %"_s << true;
        QTest::newRow("not across texts") << u"Nord"_s << u"nordslug"_s << false;
        QTest::newRow("other") << u"Nord"_s << u"sued"_s << false;
    }
    void findsInAnyScript()
    {
        QFETCH(QString, name);
        QFETCH(QString, asked);
        QFETCH(bool, found);
        Indexed fixture;
        partner_rows::insert(fixture.tx, partnerOf(1, name));
        partner_rows::insert(fixture.tx, partnerOf(2, u"Somebody else"_s));
        QCOMPARE(fixture.found(asked), found ? u"1"_s : QString());
    }

    // Names and figures that change, credentials that come and end, each by whoever writes the row.
    void followsTheRows()
    {
        Indexed fixture;
        QCOMPARE(fixture.found({}), QString());
        partner_rows::insert(fixture.tx, partnerOf(1, u"Alpha"_s));
        partner_rows::insert(fixture.tx, partnerOf(2, u"Beta"_s));
        QCOMPARE(fixture.found({}), u"1 2"_s);
        QCOMPARE(fixture.found(u"alp"_s), u"1"_s);

        partner_rows::update(fixture.tx, partnerOf(1, u"Zeta and a much longer name"_s));
        QCOMPARE(fixture.found({}), u"2 1"_s);
        QCOMPARE(fixture.found(u"alp"_s), QString());
        QCOMPARE(fixture.found(u"longer"_s), u"1"_s);

        const auto byHealth = [](PartnerQuery &query) { query.healths = {Health::Errors}; };
        QCOMPARE(fixture.found({}, byHealth), QString());
        fixture.tx.exec(
            u"INSERT INTO partner_stats VALUES ('prt_0002', 'errors', 9, 1, 1, 0, '', 0, 0, 0)"_s);
        QCOMPARE(fixture.found({}, byHealth), u"2"_s);
        fixture.tx.exec(u"UPDATE partner_stats SET health = 'healthy' WHERE partner_id = 'prt_0002'"_s);
        QCOMPARE(fixture.found({}, byHealth), QString());

        const auto expiring = [](PartnerQuery &query) { query.expiringWithinDays = 14; };
        QCOMPARE(fixture.found({}, expiring), QString());
        CredentialRow row = fixture.addCredential(u"prt_0001"_s, u"crd_1"_s, u"key"_s);
        row.value.expiresAt = noon.addDays(3);
        credential_rows::put(fixture.tx, row);
        QCOMPARE(fixture.found({}, expiring), u"1"_s);
        row.value.state = CredentialState::Revoked;
        credential_rows::put(fixture.tx, row);
        QCOMPARE(fixture.found({}, expiring), QString());
        QCOMPARE(fixture.index.size(), 2);
    }

    // A question that is cut off loses nothing: the next one goes on where it ended.
    void goesOnAfterAnInterruption()
    {
        Indexed fixture;
        constexpr int partners = 1500;
        for (int number = 1; number <= partners; ++number)
            partner_rows::insert(fixture.tx, partnerOf(number, u"Partner"_s));
        int questions = 0;
        for (bool whole = false; !whole && questions < 10 * partners; ++questions) {
            int left = 2;
            const auto bound = fixture.tx.interruptWhen([&left] { return left-- <= 0; });
            try {
                fixture.index.refresh(fixture.tx);
                whole = true;
            } catch (const SqlFailure &failure) {
                QCOMPARE(failure.error().kind, StoreError::Kind::Interrupted);
            }
        }
        QVERIFY2(questions > 1, "nothing was cut off");
        PartnerQuery query;
        query.limit = partners;
        QCOMPARE(fixture.index.find(fixture.tx, query, noon)->ids.size(), partners);
    }

    // Sixty turns look at each partner that does not move once, and change nothing where nothing is new.
    void figuresAreLookedAtInTurn()
    {
        Indexed fixture;
        constexpr int partners = 120;
        for (int number = 1; number <= partners; ++number) {
            partner_rows::insert(fixture.tx, partnerOf(number, u"Partner"_s));
            metering_rows::refreshStats(fixture.tx, u"prt_%1"_s.arg(number, 4, 10, QChar(u'0')), 0, 0, noon);
        }
        const QDateTime later = noon.addYears(10);
        const auto marks = [&fixture] { return fixture.numberOf(u"SELECT MAX(mark) FROM partner_marks"_s); };
        const qint64 before = marks();
        QStringList looked;
        for (qint64 turn = 1000; turn < 1060; ++turn) {
            const QStringList moving = partner_rows::withMovingFigures(fixture.tx, later, turn);
            for (const QString &id : moving)
                metering_rows::refreshStats(fixture.tx, id, 0, 0, noon);
            looked += moving;
        }
        QCOMPARE(looked.size(), partners);
        QCOMPARE(QSet<QString>(looked.begin(), looked.end()).size(), partners);
        QCOMPARE(marks(), before);
        // Who calls, and who was edited, is looked at each time.
        fixture.tx.exec(u"UPDATE partner_stats SET calls_24h = 3 WHERE partner_id = 'prt_0007'"_s);
        QVERIFY(partner_rows::withMovingFigures(fixture.tx, later, 0).contains(u"prt_0007"_s));
        QVERIFY(partner_rows::withMovingFigures(fixture.tx, later, 1).contains(u"prt_0007"_s));
        QCOMPARE(
            partner_rows::withMovingFigures(fixture.tx, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), 0).size(),
            partners);
    }

    void pagesGoOnWhereTheyEnded()
    {
        Indexed fixture;
        for (int number = 1; number <= 25; ++number)
            partner_rows::insert(fixture.tx, partnerOf(number, u"Partner %1"_s.arg(number % 4)));
        for (const QString &name : PartnerIndex::sortOrders()) {
            for (const QString &sort : {name, QString(u'-' + name)}) {
                PartnerQuery whole;
                whole.sort = sort;
                whole.limit = 100;
                const QStringList all = fixture.index.find(fixture.tx, whole, noon)->ids;
                QCOMPARE(all.size(), 25);
                PartnerQuery query = whole;
                query.limit = 7;
                QStringList paged;
                do {
                    const auto page = fixture.index.find(fixture.tx, query, noon);
                    QVERIFY(page);
                    QCOMPARE(page->count, 25);
                    paged += page->ids;
                    query.cursor = page->nextCursor;
                } while (!query.cursor.isEmpty() && paged.size() < 100);
                QCOMPARE(paged, all);
            }
        }
    }

    // Whatever is put where and replaced how often: what one look finds is what a look at each text finds.
    void textsAreSearchedAsOne()
    {
        QVERIFY(rc::check("SearchText", [] {
            SearchText all;
            std::vector<QList<QByteArray>> rows;
            const auto text = [] {
                const auto letters =
                    *rc::gen::container<std::string>(rc::gen::element('a', 'b', '\xc3', '\xa4'));
                return QByteArray::fromStdString(letters.substr(0, 12));
            };
            const int steps = *rc::gen::inRange(1, 60);
            for (int step = 0; step < steps; ++step) {
                const auto row = *rc::gen::inRange<std::size_t>(0, rows.size() + 1);
                const QList<QByteArray> texts{text(), text()};
                if (row == rows.size())
                    rows.push_back(texts);
                else
                    rows[row] = texts;
                all.put(static_cast<int>(row), texts);
                QByteArray part = text().left(3);
                if (part.isEmpty())
                    part = "b";
                const std::vector<bool> found = all.containing(part);
                RC_ASSERT(found.size() == rows.size());
                for (std::size_t i = 0; i < rows.size(); ++i)
                    RC_ASSERT(found[i] == (rows[i][0].contains(part) || rows[i][1].contains(part)));
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestPartnerIndex)
#include "tst_partner_index.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/expiring.h"
#include "platform/store/audit/audit_index.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/call_rows.h"
#include "platform/store/sql/keyset.h"
#include "tests/platform/store_fixture.h"

#include <QtTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::StoreFixture;

namespace {

const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);

/// Every page of a list one after the other, as `idOf` names its rows. Stops at the first that adds nothing.
template <typename Query, typename List, typename Id>
QStringList walk(Query query, const List &list, const Id &idOf)
{
    QStringList ids;
    for (int pages = 0; pages < 50; ++pages) {
        const auto page = list(query);
        if (!page)
            return {u"refused"_s};
        if (page->items.size() > query.limit)
            return {u"too many"_s};
        for (const auto &item : page->items)
            ids.append(idOf(item));
        query.cursor = page->nextCursor;
        if (query.cursor.isEmpty() || page->items.isEmpty())
            break;
    }
    return ids;
}

/// Three partners that differ in all that a list sorts and filters by; the third was never refreshed.
struct Partners : StoreFixture
{
    PartnerIndex index;

    Partners()
    {
        const auto add = [this](int number, const QString &name, const QString &slug, const QString &owner,
                                Stage stage, PartnerStatus status, int created, int updated) {
            Partner partner = pc::test::samplePartner(number);
            partner.name = name;
            partner.slug = slug;
            partner.owner = owner;
            partner.stage = stage;
            partner.status = status;
            partner.createdAt = noon.addSecs(created);
            partner.updatedAt = noon.addSecs(updated);
            partner_rows::insert(tx, partner);
        };
        add(1, u"Beta"_s, u"x-1"_s, u"Ops-C"_s, Stage::Sandbox, PartnerStatus::Offboarded, 30, 20);
        add(2, u"alpha"_s, u"x-3"_s, u"ops-a"_s, Stage::Production, PartnerStatus::Active, 5, 100);
        add(3, u"Gamma"_s, u"x-2"_s, u"ops-b"_s, Stage::Limited, PartnerStatus::Frozen, 200, 3);
        tx.exec(u"INSERT INTO partner_stats VALUES ('prt_0001', 'errors', 9, 100, 0, 0, '', 0, 0, 0.5)"_s);
        tx.exec(
            u"INSERT INTO partner_stats VALUES ('prt_0002', 'throttled', 10, 20, 0, 0, '', 0, 0, 0.25)"_s);
    }
    QStringList ids(const PartnerQuery &query)
    {
        return walk(
            query,
            [this](const PartnerQuery &each) {
                const auto page = partner_rows::list(tx, index, each, noon);
                tx.dropStatements();
                return page;
            },
            [](const Partner &partner) { return partner.id.right(1); });
    }
};

/// Three credentials of two partners, likewise.
struct Credentials : StoreFixture
{
    Credentials()
    {
        addPartner(1);
        addPartner(2);
        const auto add = [this](const QString &id, const QString &name, int partner, CredentialState state,
                                CredentialKind kind, Realm realm, const QString &owner, int created,
                                const QDateTime &expires, int used) {
            CredentialRow row = addCredential(u"prt_000%1"_s.arg(partner), id, name, realm);
            row.value.state = state;
            row.value.owner = owner;
            row.value.expiresAt = expires;
            credential_rows::put(tx, row);
            tx.query(u"UPDATE credentials SET created_at = ?, kind = ? WHERE id = ?"_s)
                .bind(created)
                .bind(toText(kind))
                .bind(id)
                .exec();
            if (used > 0)
                credential_rows::touch(tx, id, 1, noon.addSecs(used), u"192.0.2.1"_s);
        };
        add(u"crd_a1"_s, u"Till"_s, 2, CredentialState::Suspended, CredentialKind::ApiKey, Realm::Sandbox,
            u"Ops-C"_s, 30, noon.addDays(10), 100);
        add(u"crd_b2"_s, u"web"_s, 1, CredentialState::Active, CredentialKind::ClientSecret,
            Realm::Production, u"ops-a"_s, 4, noon.addDays(20), 0);
        add(u"crd_c3"_s, u"Batch"_s, 1, CredentialState::Revoked, CredentialKind::ApiKey, Realm::Production,
            u"ops-b"_s, 200, noon.addDays(9), 20);
    }
    QStringList ids(const CredentialQuery &query)
    {
        return walk(
            query,
            [this](const CredentialQuery &each) {
                const auto page = credential_rows::list(tx, each, noon);
                tx.dropStatements();
                return page;
            },
            [](const CredentialRow &row) {
                return row.generations.size() == 1 ? row.value.id.right(1) : u"no generation"_s;
            });
    }
};

} // namespace

/// Lists of rows that differ in everything: each order in pages of any size, each filter by itself.
class TestListRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partnersInEachOrder()
    {
        Partners fixture;
        const QHash<QString, QString> orders{
            {u"name"_s, u"213"_s},       {u"slug"_s, u"132"_s},       {u"owner"_s, u"123"_s},
            {u"created_at"_s, u"213"_s}, {u"updated_at"_s, u"312"_s}, {u"stage"_s, u"132"_s},
            {u"status"_s, u"231"_s},     {u"health"_s, u"132"_s},     {u"last_call_at"_s, u"312"_s},
            {u"calls"_s, u"321"_s},      {u"quota"_s, u"321"_s},
        };
        const QStringList names = PartnerIndex::sortOrders();
        QCOMPARE(QSet<QString>(names.begin(), names.end()),
                 QSet<QString>(orders.keyBegin(), orders.keyEnd()));
        for (const QString &name : names)
            checkOrder(fixture, PartnerQuery(), name, orders.value(name));
        PartnerQuery query;
        query.sort = u"secret"_s;
        QCOMPARE(fixture.ids(query), QStringList{u"refused"_s});
        query.sort = u"name"_s;
        query.cursor = u"AAAA"_s;
        QCOMPARE(fixture.ids(query), QStringList{u"refused"_s});
    }

    void partnersByEachFilter()
    {
        Partners fixture;
        fixture.addCredential(u"prt_0001"_s, u"crd_1"_s, u"key"_s);
        const auto found = [&fixture](const std::function<void(PartnerQuery &)> &set) {
            PartnerQuery query;
            query.sort = u"created_at"_s; // 2, 1, 3
            set(query);
            return fixture.ids(query).join(QString());
        };
        QCOMPARE(found([](PartnerQuery &) {}), u"213"_s);
        QCOMPARE(found([](PartnerQuery &q) { q.stages = {Stage::Limited}; }), u"3"_s);
        QCOMPARE(found([](PartnerQuery &q) { q.stages = {Stage::Limited, Stage::Sandbox}; }), u"13"_s);
        QCOMPARE(found([](PartnerQuery &q) { q.statuses = {PartnerStatus::Active}; }), u"2"_s);
        QCOMPARE(found([](PartnerQuery &q) { q.healths = {Health::Errors}; }), u"1"_s);
        QCOMPARE(found([](PartnerQuery &q) { q.healths = {Health::NoTraffic}; }), u"3"_s);
        QCOMPARE(found([](PartnerQuery &q) { q.owner = u"ops-a"_s; }), u"2"_s);
        QCOMPARE(found([](PartnerQuery &q) { q.text = u"GAM"_s; }), u"3"_s);
        QCOMPARE(found([](PartnerQuery &q) { q.text = u"x-3"_s; }), u"2"_s);
        QCOMPARE(found([](PartnerQuery &q) { q.text = u"prt_0001"_s; }), u"1"_s);
        QCOMPARE(found([](PartnerQuery &q) { q.text = u"ops-c"_s; }), u"1"_s);
        const int days = static_cast<int>(noon.daysTo(QDateTime({2027, 1, 1}, {0, 0}, Qt::UTC)));
        QCOMPARE(found([&](PartnerQuery &q) { q.expiringWithinDays = days; }), u"1"_s);
        QCOMPARE(found([&](PartnerQuery &q) { q.expiringWithinDays = days - 1; }), QString());
    }

    void credentialsInEachOrder()
    {
        Credentials fixture;
        const QHash<QString, QString> orders{
            {u"name"_s, u"312"_s},         {u"partner"_s, u"231"_s},    {u"state"_s, u"231"_s},
            {u"owner"_s, u"123"_s},        {u"expires_at"_s, u"312"_s}, {u"created_at"_s, u"213"_s},
            {u"last_used_at"_s, u"231"_s},
        };
        const QStringList names = credential_rows::sortOrders();
        QCOMPARE(QSet<QString>(names.begin(), names.end()),
                 QSet<QString>(orders.keyBegin(), orders.keyEnd()));
        for (const QString &name : names)
            checkOrder(fixture, CredentialQuery(), name, orders.value(name));
        CredentialQuery query;
        query.sort = u"secret"_s;
        QCOMPARE(fixture.ids(query), QStringList{u"refused"_s});
        query.sort = u"name"_s;
        query.cursor = u"AAAA"_s;
        QCOMPARE(fixture.ids(query), QStringList{u"refused"_s});
    }

    void credentialsByEachFilter()
    {
        Credentials fixture;
        const auto found = [&fixture](const std::function<void(CredentialQuery &)> &set) {
            CredentialQuery query;
            query.sort = u"created_at"_s; // 2, 1, 3
            set(query);
            return fixture.ids(query).join(QString());
        };
        QCOMPARE(found([](CredentialQuery &) {}), u"213"_s);
        QCOMPARE(found([](CredentialQuery &q) { q.partnerId = u"prt_0001"_s; }), u"23"_s);
        QCOMPARE(found([](CredentialQuery &q) { q.states = {CredentialState::Revoked}; }), u"3"_s);
        QCOMPARE(found([](CredentialQuery &q) { q.kinds = {CredentialKind::ClientSecret}; }), u"2"_s);
        QCOMPARE(found([](CredentialQuery &q) { q.realms = {Realm::Sandbox}; }), u"1"_s);
        QCOMPARE(found([](CredentialQuery &q) { q.text = u"TILL"_s; }), u"1"_s);
        QCOMPARE(found([](CredentialQuery &q) { q.text = u"crd_b2"_s; }), u"2"_s);
        QCOMPARE(found([](CredentialQuery &q) { q.text = u"ops-c"_s; }), u"1"_s);
        QCOMPARE(found([](CredentialQuery &q) { q.text = u"partner 0001"_s; }), u"23"_s);
        // What is revoked or suspended does not expire.
        QCOMPARE(found([](CredentialQuery &q) { q.expiringWithinDays = 19; }), QString());
        QCOMPARE(found([](CredentialQuery &q) { q.expiringWithinDays = 20; }), u"2"_s);
    }

    /// Partners' counts and both lists say what the one rule says, in each state and at each edge.
    void whatExpiresIsTheRulesMatter()
    {
        using State = CredentialState;
        StoreFixture fixture;
        PartnerIndex index;
        fixture.addPartner();
        CredentialRow row = fixture.addCredential(u"prt_0001"_s, u"crd_1"_s, u"key"_s);
        for (const State state : {State::Pending, State::Active, State::Rotating, State::Suspended,
                                  State::Expired, State::Void, State::Revoked}) {
            for (const QDateTime &end :
                 {noon, noon.addMSecs(1), noon.addDays(14), noon.addDays(14).addMSecs(1)}) {
                row.value.state = state;
                row.value.expiresAt = end;
                credential_rows::put(fixture.tx, row);
                const bool expiring = rules::isExpiring(row.value, noon);
                const QByteArray where = (toText(state) + u' ' + end.toString(Qt::ISODateWithMs)).toUtf8();
                CredentialQuery credentials;
                credentials.expiringWithinDays = rules::expiringSoonDays;
                QVERIFY2(credential_rows::list(fixture.tx, credentials, noon)->items.size() ==
                             (expiring ? 1 : 0),
                         where);
                PartnerQuery partners;
                partners.expiringWithinDays = rules::expiringSoonDays;
                QVERIFY2(partner_rows::list(fixture.tx, index, partners, noon)->items.size() ==
                             (expiring ? 1 : 0),
                         where);
                QVERIFY2(partner_rows::find(fixture.tx, u"prt_0001"_s, noon)->summary.credentialsExpiring ==
                             (expiring ? 1 : 0),
                         where);
                fixture.tx.dropStatements();
            }
        }
    }

    void callsByEachFilter()
    {
        StoreFixture fixture;
        for (int i = 1; i <= 3; ++i) {
            CallRecord call;
            call.id = u"dec_%1"_s.arg(i);
            call.at = noon.addSecs(i == 2 ? 1 : i); // two at one instant
            call.requestId = u"req-%1"_s.arg(i);
            call.partnerId = u"prt_%1"_s.arg(i);
            call.credentialId = u"crd_%1"_s.arg(i);
            call.outcome = i == 1 ? Outcome::Served : i == 2 ? Outcome::Refused : Outcome::Throttled;
            call.realm = Realm::Sandbox;
            call.reason = DecisionReason::Allowed;
            call_rows::insert(fixture.tx, call);
        }
        const auto found = [&fixture](const std::function<void(CallQuery &)> &set, int limit = 100) {
            CallQuery query;
            query.limit = limit;
            set(query);
            return walk(
                       query,
                       [&fixture](const CallQuery &each) {
                           const auto page = call_rows::list(fixture.tx, each);
                           fixture.tx.dropStatements();
                           return page;
                       },
                       [](const CallRecord &call) { return call.id.right(1); })
                .join(QString());
        };
        for (const int limit : {1, 2, 3, 4})
            QCOMPARE(found([](CallQuery &) {}, limit), u"321"_s);
        QCOMPARE(found([](CallQuery &q) { q.filter.set(CallField::Partner, {u"prt_1"_s}); }), u"1"_s);
        QCOMPARE(found([](CallQuery &q) { q.filter.set(CallField::Credential, {u"crd_2"_s}); }), u"2"_s);
        QCOMPARE(found([](CallQuery &q) { q.filter.set(CallField::Request, {u"req-3"_s}); }), u"3"_s);
        QCOMPARE(found([](CallQuery &q) {
                     q.filter.set(CallField::Outcome, {u"refused"_s, u"served"_s});
                 }),
                 u"21"_s);
        QCOMPARE(found([](CallQuery &q) { q.filter.from = noon.addSecs(3); }), u"3"_s);
        QCOMPARE(found([](CallQuery &q) { q.filter.to = noon.addSecs(3); }), u"21"_s);
        QCOMPARE(found([](CallQuery &q) { q.cursor = u"AAAA"_s; }), u"refused"_s);
    }

    /// The index by request id has a piece for each part of the table: nothing is missed between them, and
    /// none is read through.
    void callsOfARequestInEveryPart()
    {
        StoreFixture fixture;
        constexpr qint64 part = call_rows::partSize;
        const QList<qint64> places{1, part - 1, part, 5 * part + 7, 9 * part - 1, 9 * part};
        for (const qint64 place : places) {
            CallRecord call;
            call.id = u"dec_%1"_s.arg(place);
            call.at = noon.addSecs(place);
            call.requestId = place == part ? u"another"_s : u"wanted"_s;
            call.partnerId = place == 5 * part + 7 ? u"prt_b"_s : u"prt_a"_s;
            call.credentialId = u"crd_a"_s;
            call_rows::insert(fixture.tx, call);
            fixture.tx.query(u"UPDATE calls SET seq = ? WHERE id = ?"_s).bind(place).bind(call.id).exec();
        }
        CallQuery query;
        query.limit = 2;
        query.filter.set(CallField::Request, {u"wanted"_s});
        const auto pages = [&fixture](const CallQuery &each) {
            const auto page = call_rows::list(fixture.tx, each);
            fixture.tx.dropStatements();
            return page;
        };
        const auto id = [](const CallRecord &call) { return call.id; };
        QCOMPARE(walk(query, pages, id),
                 (QStringList{u"dec_%1"_s.arg(9 * part), u"dec_%1"_s.arg(9 * part - 1),
                              u"dec_%1"_s.arg(5 * part + 7), u"dec_%1"_s.arg(part - 1), u"dec_1"_s}));
        query.filter.set(CallField::Partner, {u"prt_a"_s}); // with whatever else is asked for
        query.filter.set(CallField::Credential, {u"crd_a"_s});
        query.filter.from = noon.addSecs(part - 1);
        query.filter.to = noon.addSecs(9 * part);
        QCOMPARE(walk(query, pages, id),
                 (QStringList{u"dec_%1"_s.arg(9 * part - 1), u"dec_%1"_s.arg(part - 1)}));
        query.filter.set(CallField::Partner, {u"prt_b"_s});
        QCOMPARE(walk(query, pages, id), QStringList{u"dec_%1"_s.arg(5 * part + 7)});
        query.filter.set(CallField::Credential, {u"crd_b"_s});
        QCOMPARE(walk(query, pages, id), QStringList());
        query = {};
        query.filter.set(CallField::Request, {u"another"_s});
        QCOMPARE(walk(query, pages, id), QStringList{u"dec_%1"_s.arg(part)});
        query.filter.set(CallField::Request, {u"nobody's"_s});
        QCOMPARE(walk(query, pages, id), QStringList());
        // The oldest go, and the first part with them.
        (void)call_rows::removeBefore(fixture.tx, noon.addSecs(5 * part));
        query.filter.set(CallField::Request, {u"wanted"_s});
        QCOMPARE(walk(query, pages, id).size(), 3);
        (void)call_rows::removeBefore(fixture.tx, noon.addSecs(10 * part));
        QCOMPARE(walk(query, pages, id), QStringList());
    }

    void eventsByEachFilter()
    {
        StoreFixture fixture;
        const QStringList actions{u"partner.edit"_s, u"partner.freeze"_s, u"partners"_s, u"partner"_s};
        for (int i = 0; i < actions.size(); ++i) {
            AuditEvent event = pc::test::sampleEvent(i);
            event.at = noon.addSecs(i);
            event.actor = u"ops-%1"_s.arg(i);
            event.action = actions.at(i);
            event.targetId = u"tgt_%1"_s.arg(i);
            event.partnerId = u"prt_%1"_s.arg(i);
            event.requestId = u"req-%1"_s.arg(i);
            event.reason = u"word%1 ümlaut"_s.arg(i);
            audit_log::append(fixture.tx, event);
        }
        const auto pageOf = [&fixture](const AuditQuery &query) {
            const auto page = audit_log::list(fixture.tx, query);
            fixture.tx.dropStatements();
            return page;
        };
        const auto found = [&](const std::function<void(AuditQuery &)> &set, int limit = 100) {
            AuditQuery query;
            query.limit = limit;
            set(query);
            return walk(query, pageOf, [](const AuditRecord &record) { return record.event.id.right(1); })
                .join(QString());
        };
        for (const int limit : {1, 2, 3, 4, 5})
            QCOMPARE(found([](AuditQuery &) {}, limit), u"3210"_s);
        QCOMPARE(found([](AuditQuery &q) { q.partnerId = u"prt_1"_s; }), u"1"_s);
        QCOMPARE(found([](AuditQuery &q) { q.actor = u"ops-2"_s; }), u"2"_s);
        QCOMPARE(found([](AuditQuery &q) { q.targetId = u"tgt_3"_s; }), u"3"_s);
        QCOMPARE(found([](AuditQuery &q) { q.requestId = u"req-0"_s; }), u"0"_s);
        QCOMPARE(found([](AuditQuery &q) { q.action = u"partner.*"_s; }), u"10"_s);
        QCOMPARE(found([](AuditQuery &q) { q.action = u"partner"_s; }), u"3"_s);
        QCOMPARE(found([](AuditQuery &q) { q.from = noon.addSecs(2); }), u"32"_s);
        QCOMPARE(found([](AuditQuery &q) { q.to = noon.addSecs(2); }), u"10"_s);
        QCOMPARE(found([](AuditQuery &q) { q.text = u"WORD1 umlaut"_s; }), u"1"_s);
        QCOMPARE(found([](AuditQuery &q) { q.text = u" "_s; }), u"3210"_s);
        QCOMPARE(found([](AuditQuery &q) { q.text = u"..."_s; }), QString());
        QCOMPARE(found([](AuditQuery &q) { q.cursor = u"AAAA"_s; }), u"refused"_s);
        // While the index is made anew only a search does not know how many there are.
        AuditQuery search;
        search.text = u"umlaut"_s;
        AuditQuery other;
        other.actor = u"ops-2"_s;
        QCOMPARE(pageOf(search)->count, 4);
        meta_rows::put(fixture.tx, u"audit_index_from"_s, u"1"_s);
        QCOMPARE(pageOf(search)->count, std::nullopt);
        QCOMPARE(pageOf(search)->countAtLeast, 4);
        QCOMPARE(pageOf(other)->count, 1);
        QCOMPARE(pageOf(AuditQuery())->count, 4);
    }

    /// The index is made anew from its newer end, some events at a time, each once.
    void theIndexIsMadeInSteps()
    {
        StoreFixture fixture;
        for (int i = 0; i < 7; ++i)
            audit_log::append(fixture.tx, pc::test::sampleEvent(i));
        fixture.tx.exec(u"DROP TABLE audit_words"_s);
        fixture.tx.exec(u"CREATE VIRTUAL TABLE audit_words USING fts5(body, content='', detail=none, "
                        "tokenize='ascii')"_s);
        meta_rows::put(fixture.tx, u"audit_index_from"_s, u"7"_s);
        const auto indexed = [&fixture] { return fixture.numberOf(u"SELECT COUNT(*) FROM audit_words"_s); };
        const auto first = [&fixture] { return fixture.numberOf(u"SELECT MIN(rowid) FROM audit_words"_s); };
        for (const auto &[left, count] : {std::pair(4, 3), {1, 6}, {0, 7}, {0, 7}}) {
            QCOMPARE(audit_index::indexSome(fixture.tx, 3), left);
            QCOMPARE(audit_index::remaining(fixture.tx), left);
            QCOMPARE(indexed(), count);
            QCOMPARE(first(), left);
        }
    }

    /// Exact up to the limit, and "at least" from the row behind it.
    void countsAreExactUpToALimit()
    {
        StoreFixture fixture;
        fixture.tx.exec(u"CREATE TABLE many (x BIGINT)"_s);
        fixture.tx.exec(u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 10002) "
                        "INSERT INTO many SELECT x FROM n"_s);
        for (const auto &[upTo, exact] :
             {std::pair(0, true), {9999, true}, {10000, true}, {10001, false}, {10002, false}}) {
            Filter filter;
            filter.add(u"x <= ?"_s, {upTo});
            const Counted counted = countRows(fixture.tx, u"many"_s, filter);
            QCOMPARE(counted.exact, exact ? std::optional<qint64>(upTo) : std::nullopt);
            QCOMPARE(counted.atLeast, exact ? std::nullopt : std::optional<qint64>(10001));
            fixture.tx.dropStatements();
        }
    }

private:
    /// Both directions, in pages of each size.
    template <typename Fixture, typename Query>
    static void checkOrder(Fixture &fixture, Query query, const QString &name, const QString &ids)
    {
        for (const int limit : {1, 2, 3, 100}) {
            query.limit = limit;
            query.sort = name;
            QVERIFY2(fixture.ids(query).join(QString()) == ids,
                     qPrintable(name + u' ' + fixture.ids(query).join(u',')));
            query.sort = u'-' + name;
            QString reversed = ids;
            std::reverse(reversed.begin(), reversed.end());
            QVERIFY2(fixture.ids(query).join(QString()) == reversed, qPrintable(u'-' + name));
        }
    }
};

QTEST_GUILESS_MAIN(TestListRows)
#include "tst_list_rows.moc"

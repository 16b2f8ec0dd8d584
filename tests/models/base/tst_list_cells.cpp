// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/date_words.h"
#include "models/audit/audit_list_model.h"
#include "models/credentials/credential_list_model.h"
#include "models/partners/partner_list_model.h"
#include "tests/models/model_fixture.h"

#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using P = PartnerListModel;
using C = CredentialListModel;
using A = AuditListModel;

namespace {

template <typename T>
using Edit = std::function<void(T &)>;

QString momentCell(const QDateTime &time)
{
    return rules::momentText(time, rules::DateForm::DayOfYear) + u" UTC"_s;
}

/// One cell: what is seen, heard and computed with.
struct Cell
{
    int column;
    QString text;
    QString spoken;
    QVariant value;
};

template <typename T>
struct CellRow
{
    const char *name;
    Edit<T> edit;
    Cell cell;
};

} // namespace

/// What every cell of the three lists says, on both sides of each boundary.
class TestListCells final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { m_fixture = std::make_unique<ModelFixture>(); }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void partners_data()
    {
        const auto figures = [](qint64 used, qint64 quota, qint64 calls, qint64 errors) {
            return [=](Partner &p) {
                p.summary.quotaUsedToday = used;
                p.summary.quotaToday = quota;
                p.summary.calls24h = calls;
                p.summary.errors24h = errors;
            };
        };
        const QDateTime last = samplePartner().summary.lastCallAt.value();
        rows<Partner>({
            {"name",
             {},
             {P::PartnerColumn, u"Partner 0001"_s,
              u"Partner 0001, stage Production, Healthy, 2 credential(s), owner ops-1"_s, u"Partner 0001"_s}},
            {"stage", {}, {P::StageColumn, u"Production"_s, u"Stage: Production"_s, int(Stage::Production)}},
            {"frozen",
             [](Partner &p) { p.status = PartnerStatus::Frozen; },
             {P::StageColumn, u"Frozen"_s, u"Stage: Frozen"_s, int(Stage::Production)}},
            {"health",
             [](Partner &p) { p.summary.health = Health::Throttled; },
             {P::HealthColumn, u"Throttled"_s, u"Health: Throttled"_s, int(Health::Throttled)}},
            {"credentials",
             [](Partner &p) { p.summary.credentialsExpiring = 1; },
             {P::CredentialsColumn, u"2"_s, u"2 credential(s), 1 expiring"_s, qint64(2)}},
            {"a quarter", {}, {P::QuotaColumn, u"25%"_s, u"Quota today 25%"_s, 0.25}},
            {"no quota", figures(5, 0, 1, 0), {P::QuotaColumn, u"No quota"_s, u"No quota"_s, -1.0}},
            {"a quota of one", figures(1, 1, 1, 0), {P::QuotaColumn, u"100%"_s, u"Quota today 100%"_s, 1.0}},
            {"small", figures(50, 1000, 1, 0), {P::QuotaColumn, u"5.0%"_s, u"Quota today 5.0%"_s, 0.05}},
            {"a tenth", figures(100, 1000, 1, 0), {P::QuotaColumn, u"10%"_s, u"Quota today 10%"_s, 0.1}},
            {"hardly used",
             figures(4, 1000, 1, 0),
             {P::QuotaColumn, u"0.4%"_s, u"Quota today 0.4%"_s, 0.004}},
            {"one call of many",
             figures(1, 50000, 1, 0),
             {P::QuotaColumn, u"<0.1%"_s, u"Quota today <0.1%"_s, 0.00002}},
            {"almost all",
             figures(9999, 10000, 1, 0),
             {P::QuotaColumn, u"99%"_s, u"Quota today 99%"_s, 0.9999}},
            {"unused", figures(0, 1000, 1, 0), {P::QuotaColumn, u"0%"_s, u"Quota today 0%"_s, 0.0}},
            {"traffic",
             {},
             {P::TrafficColumn, u"400"_s, u"400 call(s) in 24 hours"_s,
              QVariant::fromValue(QList<qint64>(24, 10))}},
            {"more traffic than an int holds",
             figures(0, 1, 3000000000, 0),
             {P::TrafficColumn, u"3,000,000,000"_s, u"2147483647 call(s) in 24 hours"_s,
              QVariant::fromValue(QList<qint64>(24, 10))}},
            {"errors", {}, {P::ErrorsColumn, u"1.0%"_s, u"1.0% errors"_s, 0.01}},
            {"no calls", figures(0, 1, 0, 0), {P::ErrorsColumn, QString(), u"No calls"_s, -1.0}},
            {"one call", figures(0, 1, 1, 1), {P::ErrorsColumn, u"100%"_s, u"100% errors"_s, 1.0}},
            {"owner", {}, {P::OwnerColumn, u"ops-1"_s, u"Owner: ops-1"_s, u"ops-1"_s}},
            {"last call",
             {},
             {P::LastActivityColumn, momentCell(last), u"Last activity: "_s + momentCell(last), last}},
            {"never",
             [](Partner &p) { p.summary.lastCallAt.reset(); },
             {P::LastActivityColumn, u"Never"_s, u"Last activity: Never"_s, QDateTime()}},
        });
    }
    void partners()
    {
        P model(m_fixture->partners, m_fixture->feed);
        check<Partner>(model, u"/partners"_s, samplePartner(), [&] { model.setQuery({}); });
    }

    void credentials_data()
    {
        const QDateTime expires = sampleCredential().expiresAt;
        const QDateTime used({2026, 3, 1}, {9, 30}, Qt::UTC);
        rows<Credential>({
            {"name",
             {},
             {C::NameColumn, u"key 1"_s,
              u"key 1, Client secret, Active, Production, expires "_s + momentCell(expires), u"key 1"_s}},
            {"kind",
             [](Credential &c) { c.kind = CredentialKind::ApiKey; },
             {C::KindColumn, u"API key"_s, u"Kind: API key"_s, int(CredentialKind::ApiKey)}},
            {"state",
             [](Credential &c) { c.state = CredentialState::Suspended; },
             {C::StateColumn, u"Suspended"_s, u"State: Suspended"_s, int(CredentialState::Suspended)}},
            {"scopes",
             [](Credential &c) {
                 c.scopes = {u"a:b"_s, u"c:d"_s};
             },
             {C::ScopesColumn, u"a:b, c:d"_s, u"Scopes: a:b, c:d"_s, QStringList{u"a:b"_s, u"c:d"_s}}},
            {"never used", {}, {C::LastUsedColumn, u"Never"_s, u"Last used: Never"_s, QDateTime()}},
            {"used",
             [used](Credential &c) { c.lastUsedAt = used; },
             {C::LastUsedColumn, momentCell(used), u"Last used: "_s + momentCell(used), used}},
            {"expires",
             {},
             {C::ExpiresColumn, momentCell(expires), u"Expires: "_s + momentCell(expires), expires}},
            {"tail", {}, {C::LastFourColumn, u"…x7Qa"_s, u"Secret: …x7Qa"_s, u"x7Qa"_s}},
            {"no tail",
             [](Credential &c) { c.generations.clear(); },
             {C::LastFourColumn, QString(), u"Secret: "_s, QString()}},
            {"owner", {}, {C::OwnerColumn, u"ops-1"_s, u"Owner: ops-1"_s, u"ops-1"_s}},
            {"partner", {}, {C::PartnerColumn, u"Partner 0001"_s, u"Partner: Partner 0001"_s, u"prt_0001"_s}},
            {"realm",
             [](Credential &c) { c.realm = Realm::Sandbox; },
             {C::RealmColumn, u"Sandbox"_s, u"Realm: Sandbox"_s, int(Realm::Sandbox)}},
        });
    }
    void credentials()
    {
        C model(m_fixture->credentials, m_fixture->feed);
        check<Credential>(model, u"/credentials"_s, sampleCredential(), [&] { model.setQuery({}); });
    }

    void auditEvents_data()
    {
        const QDateTime at({2026, 3, 1}, {8, 5, 6, 78}, Qt::UTC);
        const QString time = u"2026-03-01 08:05:06.078"_s;
        rows<AuditEvent>({
            {"time",
             [at](AuditEvent &e) { e.at = at; },
             {A::TimeColumn, time, time + u" UTC, Scopes and limits changed by ops-1, Partner 0001"_s, at}},
            {"sentence", {}, same(A::SentenceColumn, u"Scopes and limits changed"_s)},
            {"actor", {}, same(A::ActorColumn, u"ops-1"_s)},
            {"target", {}, same(A::TargetColumn, u"Partner 0001"_s)},
            {"nameless", [](AuditEvent &e) { e.targetName.clear(); }, same(A::TargetColumn, u"prt_0001"_s)},
            {"reason", [](AuditEvent &e) { e.reason = u"leaked"_s; }, same(A::ReasonColumn, u"leaked"_s)},
            {"ticket", [](AuditEvent &e) { e.ticket = u"SEC-4"_s; }, same(A::TicketColumn, u"SEC-4"_s)},
            {"number",
             [](AuditEvent &e) { e.index = 1234; },
             {A::IndexColumn, u"1,234"_s, u"1,234"_s, qint64(1234)}},
            {"action", {}, same(A::ActionColumn, u"grant.edit"_s)},
        });
    }
    void auditEvents()
    {
        A model(m_fixture->audit, m_fixture->feed);
        check<AuditEvent>(model, u"/audit/events"_s, sampleEvent(5), [&] { model.setQuery({}); });
    }

    void whatDelegatesReadOfAPartner()
    {
        Partner partner = samplePartner();
        partner.status = PartnerStatus::Frozen;
        partner.summary = {};
        partner.summary.credentialsExpiring = 2;
        partner.summary.quotaUsedToday = 3;
        partner.summary.quotaToday = 4;
        partner.summary.calls24h = 50;
        partner.summary.errors24h = 6;
        partner.summary.throttled24h = 7;
        P model(m_fixture->partners, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/partners"_s, pageOf(QList<Partner>{partner}));
        model.setQuery({});
        ModelFixture::spin();
        const QModelIndex row = model.index(0, 0);
        const QList<std::pair<int, QVariant>> roles{{IdRole, u"prt_0001"_s},
                                                    {P::SlugRole, u"partner-1"_s},
                                                    {P::StatusRole, int(partner.status)},
                                                    {P::ExpiringRole, 2},
                                                    {P::QuotaUsedRole, 3},
                                                    {P::QuotaLimitRole, 4},
                                                    {P::CallsRole, 50},
                                                    {P::ErrorCountRole, 6},
                                                    {P::ThrottledRole, 7},
                                                    {Qt::DecorationRole, QVariant()}};
        for (const auto &[role, value] : roles)
            QCOMPARE(row.data(role), value);
        QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
        QCOMPARE(model.columnCount(row), 0);
        QCOMPARE(model.rowCount(row), 0);
    }

    void whatDelegatesReadOfAnEvent_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("highImpact");
        QTest::newRow("revoke") << u"credential.revoke"_s << true;
        QTest::newRow("promote") << u"partner.promote"_s << true;
        QTest::newRow("freeze") << u"partner.freeze"_s << true;
        QTest::newRow("edit") << u"grant.edit"_s << false;
    }
    void whatDelegatesReadOfAnEvent()
    {
        QFETCH(const QString, action);
        QFETCH(const bool, highImpact);
        AuditEvent event = sampleEvent(5);
        event.action = action;
        event.partnerId = u"prt_0009"_s;
        event.singleOperator = highImpact;
        A model(m_fixture->audit, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/audit/events"_s, pageOf(QList<AuditEvent>{event}));
        model.setQuery({});
        ModelFixture::spin();
        const QModelIndex cell = model.index(0, A::ActorColumn);
        const QList<std::pair<int, QVariant>> roles{{IdRole, event.id},
                                                    {A::PartnerIdRole, u"prt_0009"_s},
                                                    {A::TargetIdRole, u"prt_0001"_s},
                                                    {A::ActionRole, action},
                                                    {A::HighImpactRole, highImpact},
                                                    {A::SingleOperatorRole, highImpact},
                                                    {Qt::DecorationRole, QVariant()}};
        for (const auto &[role, value] : roles)
            QCOMPARE(cell.data(role), value);
        QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
        QCOMPARE(model.columnCount(cell), 0);
    }

    void expiringIsAMatterOfSecondsAndState_data()
    {
        QTest::addColumn<int>("secs");
        QTest::addColumn<CredentialState>("state");
        QTest::addColumn<bool>("expiring");
        constexpr int fortnight = 14 * 86400;
        QTest::newRow("now") << 0 << CredentialState::Active << false;
        QTest::newRow("a second") << 1 << CredentialState::Active << true;
        QTest::newRow("a fortnight") << fortnight << CredentialState::Active << true;
        QTest::newRow("a fortnight and a second") << fortnight + 1 << CredentialState::Active << false;
        QTest::newRow("rotating") << 60 << CredentialState::Rotating << true;
        QTest::newRow("suspended") << 60 << CredentialState::Suspended << false;
        QTest::newRow("pending") << 60 << CredentialState::Pending << false;
        QTest::newRow("revoked") << 60 << CredentialState::Revoked << false;
    }
    void expiringIsAMatterOfSecondsAndState()
    {
        QFETCH(const int, secs);
        QFETCH(const CredentialState, state);
        Credential credential = sampleCredential();
        credential.expiresAt = m_fixture->clock.now().addSecs(secs);
        credential.state = state;
        C model(m_fixture->credentials, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/credentials"_s, pageOf(QList<Credential>{credential}));
        model.setQuery({});
        ModelFixture::spin();
        QTEST(model.index(0, 0).data(C::ExpiringRole).toBool(), "expiring");
        QVERIFY(!model.index(0, 0).data(Qt::DecorationRole).isValid());
        QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
        QCOMPARE(model.columnCount(model.index(0, 0)), 0);
    }

private:
    static Cell same(int column, const QString &text) { return {column, text, text, text}; }

    template <typename T>
    static void rows(const QList<CellRow<T>> &table)
    {
        QTest::addColumn<Edit<T>>("edit");
        QTest::addColumn<Cell>("cell");
        for (const CellRow<T> &row : table)
            QTest::newRow(row.name) << row.edit << row.cell;
    }
    template <typename T, typename Model, typename Ask>
    void check(Model &model, const QString &path, T item, const Ask &ask)
    {
        QFETCH(const Edit<T>, edit);
        QFETCH(const Cell, cell);
        if (edit)
            edit(item);
        m_fixture->transport.reply("GET", path, pageOf(QList<T>{item}));
        ask();
        ModelFixture::spin();
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex index = model.index(0, cell.column);
        QCOMPARE(index.data(Qt::DisplayRole).toString(), cell.text);
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), cell.spoken);
        QCOMPARE(index.data(ValueRole), cell.value);
    }

    std::unique_ptr<ModelFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestListCells)
#include "tst_list_cells.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/made_rules.h"
#include "platform/domain/audit_diff.h"
#include "tests/platform/admin/calls/explain_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using R = DecisionReason;
using F = ExplainFixture;

namespace {

const QStringList all{u"orders:read"_s, u"products:read"_s, u"invoices:read"_s};

QString sqlTime(const QDateTime &at)
{
    return QString::number(at.toMSecsSinceEpoch());
}

CallRecord callOf(F &fixture, const QString &credential, const QByteArray &path)
{
    F::Asked asked;
    asked.path = path;
    return fixture.call(presented::Token{fixture.claims(credential, 1, all)}, asked);
}

} // namespace

/// The other way round: what an event of the log did to calls.
class TestRefusalsOfEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Which actions can refuse anything at all; the others have no rule, whatever they say.
    void actionsThatRefuse()
    {
        const QSet<QString> expected{
            u"partner.freeze"_s,       u"partner.promote"_s,    u"partner.edit"_s,
            u"grant.edit"_s,           u"networks.edit"_s,      u"credential.issue"_s,
            u"credential.import"_s,    u"credential.ack"_s,     u"credential.rotate"_s,
            u"credential.grace"_s,     u"credential.suspend"_s, u"credential.revoke"_s,
            u"token.revoke"_s,         u"catalogue.apply"_s,    u"version.create"_s,
            u"version.edit"_s,         u"version.end"_s,        u"api.edit"_s,
            u"api.remove"_s,           u"plan.edit"_s,          u"gateway.add"_s,
            u"revocation.taken_back"_s};
        const Policy policy;
        QSet<QString> refusing;
        for (const AuditActionRow &row : auditActions()) {
            AuditEvent event = eventAbout(row.action, u"x"_s, u"x /v1"_s, u"prt_1"_s);
            event.at = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
            // Everything that any of them reads.
            event.changes = {{u"scopes"_s, u"a"_s, {}},
                             {u"stage"_s, u"sandbox"_s, u"limited"_s},
                             {u"plan_id"_s, u"pln_a"_s, u"pln_b"_s},
                             {u"sandbox"_s, {}, u"192.0.2.0/24"_s},
                             {u"sandbox.rate"_s, u"1"_s, u"2"_s},
                             {u"expires_at"_s, {}, u"2026-04-01T00:00:00Z"_s},
                             {u"generation"_s, u"1"_s, u"2"_s},
                             {u"sunset_at"_s, {}, u"2026-04-01T00:00:00Z"_s},
                             {u"route"_s, u"GET /v1/x a"_s, {}},
                             {u"audience"_s, u"a"_s, u"b"_s},
                             {u"base_path"_s, u"/v1"_s, u"/v2"_s},
                             {u"realm"_s, {}, u"prd"_s},
                             {u"act"_s, u"credential.suspend"_s, {}},
                             {u"in_force_since"_s, u"2026-03-01T11:00:00Z"_s, {}}};
            if (!rulesMadeBy(event, RuleSources{policy}).isEmpty())
                refusing.insert(event.action);
        }
        QCOMPARE(refusing, expected);
    }

    void whatRefusesNothingSaysSo()
    {
        F fixture;
        const QByteArray partner = "/partners/" + fixture.partner.toLatin1();
        QCOMPARE(
            fixture.admin.put(partner, fixture.admin.draft(u"acme"_s), {}, fixture.admin.get(partner).etag)
                .status,
            200);
        (void)fixture.act(partner + "/freeze");
        (void)fixture.tokenCall();
        QCOMPARE(fixture.act(partner + "/unfreeze", fixture.admin.get(partner).etag).status, 200);
        const QByteArrayList actions{"partner.create", "partner.unfreeze", "operator.add", "session.begin"};
        for (const QByteArray &action : actions) {
            const AuditEvent event = fixture.newest(action);
            QCOMPARE(fixture.refusals(event.id), (RefusalsOfEvent{event.id, {}, 0, false, {}}));
        }
        QCOMPARE(fixture.refusals(fixture.newest("partner.freeze").id).calls, 1);
    }

    /// Two scopes go at once and come back one after the other: no filter holds both, and none counts a call
    /// twice.
    void scopesThatComeBackOneByOne()
    {
        F fixture;
        QCOMPARE(fixture.grant(all).status, 200);
        const QString client = fixture.issue(u"client_secret"_s, u"sbx"_s, all).id;
        const QString other = fixture.issue(u"client_secret"_s, u"sbx"_s, {u"invoices:read"_s}).id;
        fixture.later(1h);
        QCOMPARE(fixture.grant({u"invoices:read"_s}).status, 200);
        const AuditEvent taken = fixture.newest("grant.edit");
        fixture.later(1h);
        const CallRecord first = callOf(fixture, client, "/api/v1/orders");
        (void)callOf(fixture, client, "/api/v1/products");
        (void)callOf(fixture, client, "/api/v1/products/7");
        (void)callOf(fixture, other, "/api/v1/orders"); // it never had the scope: nothing was taken from it
        (void)callOf(fixture, client, "/api/v1/invoices");
        const RefusalsOfEvent together = fixture.refusals(taken.id);
        QVERIFY(together.others.isEmpty()); // as long as both are away
        QCOMPARE(together.calls, 3);

        fixture.later(1h);
        QCOMPARE(fixture.grant({u"invoices:read"_s, u"orders:read"_s}).status, 200);
        const AuditEvent back = fixture.newest("grant.edit");
        fixture.later(1h);
        const CallRecord later = callOf(fixture, client, "/api/v1/products");
        const RefusalsOfEvent refusals = fixture.refusals(taken.id);
        QCOMPARE(refusals.others.size(), 1);
        QCOMPARE(refusals.calls + refusals.others.first().calls, 4);
        const CallExplanation why = fixture.explain(first);
        QCOMPARE(why.alike.to, std::optional(back.at));
        QCOMPARE(why.alikeCalls, 1);
        QCOMPARE(fixture.explain(later).alikeCalls, 3);
        QCOMPARE(why.alikeCalls,
                 fixture.number(
                     u"SELECT COUNT(*) FROM calls WHERE partner_id = '%1' AND reason = 'missing_scope' AND "
                     "credential_id = '%2' AND route_id IN ('rte_orders', 'rte_order', "
                     "'rte_order_status') AND at >= %3 AND at < %4"_s.arg(
                         fixture.partner, client, sqlTime(taken.at), sqlTime(back.at))));
    }

    /// The filter is one that the list of calls takes, and lists as many.
    void theFilterLists()
    {
        F fixture;
        fixture.later(1h);
        QCOMPARE(fixture.grant({u"products:read"_s}).status, 200);
        const AuditEvent taken = fixture.newest("grant.edit");
        for (int i = 0; i < 7; ++i)
            (void)fixture.tokenCall("/api/v1/orders/" + QByteArray::number(i));
        const RefusalsOfEvent refusals = fixture.refusals(taken.id);
        QCOMPARE(refusals.calls, 7);
        QByteArray query = "from=" + refusals.filter.from->toString(Qt::ISODateWithMs).toLatin1();
        for (const CallCondition &each : refusals.filter.conditions)
            query += '&' + toText(each.field).toLatin1() + (each.field == CallField::Reason ? "=" : "_id=") +
                     each.values.join(u',').toLatin1();
        const Reply listed = fixture.admin.get("/calls?" + query);
        QVERIFY2(listed.status == 200, listed.body.constData());
        QCOMPARE(listed.json.value(u"items"_s).toArray().size(), 7);
    }

    /// A plan for the partners that have it.
    void ofAPlan()
    {
        F fixture;
        fixture.later(1h);
        const Reply before = fixture.admin.get("/plans/pln_standard");
        QJsonObject body{
            {u"name"_s, before.json.value(u"name"_s)},
            {u"description"_s, before.json.value(u"description"_s)},
            {u"sandbox"_s, QJsonObject{{u"rate"_s, 0.5}, {u"burst"_s, 1}, {u"daily_quota"_s, 5000}}},
            {u"limited"_s, before.json.value(u"limited"_s)},
            {u"production"_s, before.json.value(u"production"_s)},
            {u"reason"_s, u"Reviewed"_s}};
        QCOMPARE(fixture.admin.put("/plans/pln_standard", body, {}, before.etag).status, 200);
        const AuditEvent edited = fixture.newest("plan.edit");
        for (int i = 0; i < 4; ++i)
            (void)fixture.tokenCall();
        QCOMPARE(fixture.refusals(edited.id).calls, 3);
        fixture.later(1h);
        body.insert(u"sandbox"_s, QJsonObject{{u"rate"_s, 0.5}, {u"burst"_s, 2}, {u"daily_quota"_s, 5000}});
        QCOMPARE(
            fixture.admin.put("/plans/pln_standard", body, {}, fixture.admin.get("/plans/pln_standard").etag)
                .status,
            200);
        for (int i = 0; i < 4; ++i)
            (void)fixture.tokenCall();
        QCOMPARE(fixture.refusals(edited.id).calls, 3); // the other two are the next one's
        QCOMPARE(fixture.refusals(fixture.newest("plan.edit").id).calls, 2);
    }

    void whoMayAsk()
    {
        F fixture;
        (void)fixture.act(path(fixture.credential, "/suspend"));
        const CallRecord record = fixture.tokenCall();
        const AuditEvent event = fixture.newest("credential.suspend");
        const QByteArray explanation = "/calls/" + record.id.toLatin1() + "/explanation";
        const QByteArray refusals = "/audit/events/" + event.id.toLatin1() + "/refusals";
        for (const auto &[role, status] : {std::pair(u"viewer"_s, 403), std::pair(u"support"_s, 200),
                                           std::pair(u"partner_ops"_s, 200), std::pair(u"security"_s, 200)}) {
            fixture.admin.signIn(u"asks-"_s + role, {role});
            QCOMPARE(fixture.admin.get(explanation).status, status);
            QCOMPARE(fixture.admin.get(refusals).status, status);
        }
        fixture.admin.signIn(u"tester"_s, {u"admin"_s});
        QCOMPARE(fixture.admin.get("/calls/dec_none/explanation").status, 404);
        QCOMPARE(fixture.admin.get("/audit/events/evt_999999999999/refusals").status, 404);
        QCOMPARE(fixture.admin.get("/audit/events/none/refusals").status, 404);
    }

    /// An explanation counts nothing: neither limits nor records move.
    void askingCountsNothing()
    {
        F fixture;
        const CallRecord record = fixture.tokenCall();
        const AdminContext &context = fixture.admin.administration->context();
        const auto used = [&] {
            return context.counters.quotaUsed(fixture.partner, Realm::Sandbox, QTimeZone::utc(),
                                              context.clock.now().wall);
        };
        const qint64 before = used();
        for (int i = 0; i < 3; ++i)
            (void)fixture.explain(record);
        QCOMPARE(used(), before);
        QVERIFY(fixture.admin.calls->takeNow().records.empty());
        QCOMPARE(fixture.number(u"SELECT COUNT(*) FROM calls"_s), 1);
    }

    void noSecretIsTold()
    {
        F fixture;
        const auto key = fixture.issue(u"api_key"_s, u"sbx"_s, {u"orders:read"_s});
        F::Asked asked;
        asked.path = "/api/v1/nowhere/" + key.text.view().toByteArray();
        const CallRecord record = fixture.call(F::key(key.text), asked);
        const CallRecord ofToken = fixture.tokenCall("/api/v1/nowhere");
        for (const CallRecord &each : {record, ofToken}) {
            const QByteArray body = fixture.admin.get("/calls/" + each.id.toLatin1() + "/explanation").body;
            const QByteArray secret = key.text.view().toByteArray();
            QVERIFY(!body.contains(secret));
            QVERIFY(!body.contains(secret.mid(secret.lastIndexOf('_') + 1, 20)));
            QVERIFY(!body.contains(fixture.claims().jti));
        }
        // A path that was cut or redacted cannot be asked again.
        QCOMPARE(fixture.explain(record).today.outcome, Outcome::Unknown);
    }

    /// By the id that the gateway gave it, or by its decision: that call, and no other.
    void oneCallIsFoundByEitherId()
    {
        F fixture;
        QList<CallRecord> records;
        for (int i = 0; i < 20; ++i)
            records.append(fixture.tokenCall());
        for (const CallRecord &each : std::as_const(records)) {
            for (const QByteArray &query :
                 {"request_id=" + each.requestId.toLatin1(), "call_id=" + each.id.toLatin1()}) {
                const Reply listed = fixture.admin.get("/calls?" + query);
                QCOMPARE(listed.json.value(u"count"_s).toInteger(), 1);
                QCOMPARE(listed.json.value(u"items"_s)[0][u"id"].toString(), each.id);
            }
        }
        QCOMPARE(fixture.admin.get("/calls?request_id=req_1").json.value(u"count"_s).toInteger(),
                 1); // not req_10
        QCOMPARE(fixture.admin.get("/calls?request_id=req_none").json.value(u"count"_s).toInteger(), 0);
        QCOMPARE(fixture.admin.get("/calls?call_id=dec_none").json.value(u"count"_s).toInteger(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRefusalsOfEvents)
#include "tst_refusals_of_events.moc"

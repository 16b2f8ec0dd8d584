// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/credential_life_cycle.h"
#include "platform/admin/partner_rules.h"
#include "platform/demo/default_catalogue.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

namespace {

const QDateTime now(QDate(2025, 6, 1), QTime(12, 0), Qt::UTC);

Contact verified(ContactKind kind)
{
    return {kind, u"desk"_s, u"a@b.example"_s, {}, now};
}

Partner ready()
{
    Partner partner;
    partner.id = u"prt_x"_s;
    partner.stage = Stage::Sandbox;
    partner.status = PartnerStatus::Active;
    partner.lawfulBasis = LawfulBasis::Contract;
    partner.stageSince = now.addDays(-30);
    partner.contacts = {verified(ContactKind::Technical), verified(ContactKind::Security),
                        verified(ContactKind::DataProtection)};
    partner.agreement =
        Agreement{u"3"_s, QString(64, u'a'), {u"Board"_s}, QDate(2025, 1, 1), QDate(2026, 1, 1)};
    return partner;
}

CredentialRow credential(Realm realm)
{
    CredentialRow row;
    row.value.realm = realm;
    row.value.expiresAt = now.addDays(30);
    row = life_cycle::issued(row, {}, now.addDays(-3));
    return life_cycle::acknowledged(row, 1, now.addDays(-3)).value();
}

QStringList failing(const Partner &partner, const QStringList &scopes,
                    const QList<CredentialRow> &credentials, qint64 sandbox, qint64 limited)
{
    Grant grant;
    grant.scopes = scopes;
    const QList<Scope> catalogue = defaultCatalogue().scopes;
    QStringList ids;
    const StageGates gates = rules::gates({partner, grant, catalogue, credentials, sandbox, limited, now});
    for (const Gate &gate : gates.gates) {
        if (!gate.passed)
            ids.append(gate.id);
        if (gate.fixAt.isEmpty() || gate.title.isEmpty() || gate.detail.isEmpty())
            ids.append(u"wordless"_s);
    }
    return ids;
}

} // namespace

class TestPartnerRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One thing wrong after the other: each is told at its field, and nothing else is.
    void drafts()
    {
        const Partner whole = ready();
        PartnerDraft good;
        good.name = u"Cardinal Payroll"_s;
        good.legalName = u"Cardinal Payroll Ltd"_s;
        good.slug = u"cardinal"_s;
        good.country = u"DE"_s;
        good.timeZone = u"Europe/Berlin"_s;
        good.owner = u"ops-1"_s;
        good.planId = u"pln_standard"_s;
        good.lawfulBasis = LawfulBasis::Contract;
        good.contacts = whole.contacts;
        good.purpose = u"Payroll"_s;
        good.agreement = whole.agreement;
        const auto told = [](const PartnerDraft &draft) {
            QStringList all;
            for (const FieldError &error : rules::checkDraft(draft))
                all.append(error.pointer + u' ' + error.code);
            return all;
        };
        QCOMPARE(told(good), QStringList());
        const auto wrong = [&](const QString &expected, const std::function<void(PartnerDraft &)> &change) {
            PartnerDraft draft = good;
            change(draft);
            QCOMPARE(told(draft), QStringList{expected});
        };
        wrong(u"/country unknown_value"_s, [](PartnerDraft &d) { d.country = u"ZZ"_s; });
        wrong(u"/time_zone unknown_value"_s, [](PartnerDraft &d) { d.timeZone = u"Europe/Nowhere"_s; });
        wrong(u"/lawful_basis unknown_value"_s,
              [](PartnerDraft &d) { d.lawfulBasis = LawfulBasis::Unknown; });
        wrong(u"/contacts/1/kind unknown_value"_s,
              [](PartnerDraft &d) { d.contacts[1].kind = ContactKind::Unknown; });
        wrong(u"/agreement/signed_on required"_s, [](PartnerDraft &d) { d.agreement->signedOn = {}; });
        wrong(u"/agreement/valid_until required"_s, [](PartnerDraft &d) { d.agreement->validUntil = {}; });
        for (const int days : {0, -1})
            wrong(u"/agreement/valid_until out_of_range"_s,
                  [days](PartnerDraft &d) { d.agreement->validUntil = d.agreement->signedOn.addDays(days); });
        good.agreement->validUntil = good.agreement->signedOn.addDays(1);
        QCOMPARE(told(good), QStringList());
    }

    void sandboxGates()
    {
        const QStringList scopes{u"orders:read"_s};
        const QList<CredentialRow> credentials{credential(Realm::Sandbox)};
        QCOMPARE(failing(ready(), scopes, credentials, 10, 0), QStringList());
        QCOMPARE(failing(ready(), scopes, credentials, 9, 0), QStringList{u"sandbox_traffic"_s});
        QCOMPARE(failing(ready(), scopes, {credential(Realm::Production)}, 10, 0),
                 QStringList{u"credential"_s});
        QCOMPARE(failing(ready(), {}, credentials, 10, 0), QStringList{u"lawful_basis"_s});
        Partner partner = ready();
        partner.contacts[1].verifiedAt.reset();
        QCOMPARE(failing(partner, scopes, credentials, 10, 0), QStringList{u"security_contact"_s});
        partner = ready();
        partner.agreement->validUntil = QDate(2025, 5, 31);
        QCOMPARE(failing(partner, scopes, credentials, 10, 0), QStringList{u"agreement"_s});
        partner.agreement.reset();
        QCOMPARE(failing(partner, scopes, credentials, 10, 0), QStringList{u"agreement"_s});
        partner = ready();
        partner.status = PartnerStatus::Frozen;
        QCOMPARE(failing(partner, scopes, credentials, 10, 0), QStringList{u"status"_s});
        partner = ready();
        partner.lawfulBasis = LawfulBasis::PublicTask;
        QCOMPARE(failing(partner, {u"customers:read"_s}, credentials, 10, 0), QStringList{u"lawful_basis"_s});
    }
    void limitedGates()
    {
        Partner partner = ready();
        partner.stage = Stage::Limited;
        const QStringList scopes{u"orders:read"_s};
        const QList<CredentialRow> credentials{credential(Realm::Production)};
        QCOMPARE(failing(partner, scopes, credentials, 0, 100), QStringList());
        QCOMPARE(failing(partner, scopes, credentials, 0, 99), QStringList{u"limited_traffic"_s});
        partner.stageSince = now.addDays(-6);
        QCOMPARE(failing(partner, scopes, credentials, 0, 100), QStringList{u"limited_days"_s});
        partner.stage = Stage::Production;
        QVERIFY(failing(partner, scopes, credentials, 0, 0).isEmpty());
        QVERIFY(!rules::allPassed(StageGates{})); // nothing beyond production
    }
    void grants()
    {
        const DefaultCatalogue catalogue = defaultCatalogue();
        GrantEdit edit;
        edit.planId = catalogue.plans.constFirst().id;
        edit.scopes = {u"orders:read"_s};
        edit.reason = u"why"_s;
        const auto codes = [&](const GrantEdit &value) {
            QStringList list;
            for (const FieldError &error : rules::checkGrant(value, catalogue.scopes, catalogue.routes,
                                                             catalogue.plans, LawfulBasis::Contract, now))
                list.append(error.pointer + u' ' + error.code);
            return list;
        };
        QCOMPARE(codes(edit), QStringList());
        GrantEdit other = edit;
        other.scopes = {u"*"_s};
        QCOMPARE(codes(other), QStringList{u"/scopes/0 wildcard"_s});
        other = edit;
        other.planId = u"pln_none"_s;
        QCOMPARE(codes(other), QStringList{u"/plan_id unknown_value"_s});
        other = edit;
        other.resources = {{u"account_id"_s, {u"*"_s}}};
        QCOMPARE(codes(other), QStringList{u"/resources/0/values/0 wildcard"_s});
        other.resources = {{u"nothing"_s, {u"1"_s}}};
        QCOMPARE(codes(other), QStringList{u"/resources/0/parameter unknown_value"_s});
        other = edit;
        other.limitOverride = LimitOverride{{0, 0, -1}, {}, now.addSecs(-1), {}};
        QCOMPARE(codes(other).size(), 4);
        other = edit;
        other.reason.clear();
        QCOMPARE(codes(other), QStringList{u"/reason required"_s});
    }
    void widening()
    {
        Grant before;
        before.planId = u"p"_s;
        before.scopes = {u"a"_s, u"b"_s};
        before.effective = {5, 10, 100};
        Grant after = before;
        after.scopes.append(u"c"_s);
        QVERIFY(rules::isWidening(before, after));
        QVERIFY(!rules::isWidening(after, before));
        after = before;
        after.resources = {{u"account_id"_s, {u"1"_s}}};
        QVERIFY(!rules::isWidening(before, after));
        QVERIFY(rules::isWidening(after, before));
        after = before;
        after.effective.dailyQuota = 0; // none
        QVERIFY(rules::isWidening(before, after));
        QVERIFY(!rules::isWidening(after, before));
    }
};

QTEST_GUILESS_MAIN(TestPartnerRules)
#include "tst_partner_rules.moc"

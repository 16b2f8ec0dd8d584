// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "contract/crypto/random_source.h"
#include "contract/crypto/sealing.h"
#include "contract/rules/body_check.h"
#include "platform/demo/default_catalogue.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/domain/credential_rules.h"
#include "platform/domain/field_check.h"
#include "platform/domain/grant_rules.h"
#include "platform/domain/partner_rules.h"
#include "platform/domain/stage_gates.h"

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
    partner.dataCategories = {u"orders"_s};
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
    row.value.kind = CredentialKind::ClientSecret;
    row.value.realm = realm;
    row.value.expiresAt = now.addDays(30);
    row = life_cycle::issued(row, {}, now.addDays(-3));
    return life_cycle::acknowledged(row, 1, now.addDays(-3)).value();
}

QStringList told(const QList<FieldError> &errors)
{
    QStringList all;
    for (const FieldError &error : errors)
        all.append(error.pointer + u' ' + error.code);
    return all;
}

/// What the table says of a request, as a handler hands it on.
template <typename T>
QList<FieldError> faultsOf(const char *schema, const T &request)
{
    FieldCheck check;
    check.fields(schema, toJson(request));
    return check.errors();
}

QList<FieldError> checkDraft(const PartnerDraft &draft)
{
    return platform::domain::checkDraft(draft, faultsOf("PartnerDraft", draft));
}

QList<FieldError> checkIssue(const IssueRequest &request, const Grant &grant)
{
    return platform::domain::checkIssue(request, faultsOf("IssueRequest", request), grant, now);
}

QList<FieldError> checkRotate(const RotateRequest &request)
{
    return platform::domain::checkRotate(request, faultsOf("RotateRequest", request), now);
}

const pc::rules::AgreedUse agreedOnOrders{LawfulBasis::Contract, {u"Orders"_s, u"products"_s}};

QList<FieldError> checkGrant(const GrantEdit &edit)
{
    const DefaultCatalogue catalogue = defaultCatalogue();
    return platform::domain::checkGrant(
        edit, faultsOf("GrantEdit", edit),
        {catalogue.scopes, catalogue.routes, catalogue.plans, agreedOnOrders, {}, now});
}

NetworkRules listed()
{
    NetworkRules rules;
    rules.production = {{u"198.18.0.0/24"_s, {}, {}, {}}};
    return rules;
}

QStringList failing(const Partner &partner, const QStringList &scopes,
                    const QList<CredentialRow> &credentials, qint64 sandbox, qint64 limited)
{
    Grant grant;
    grant.scopes = scopes;
    const QList<Scope> catalogue = defaultCatalogue().scopes;
    QStringList ids;
    const StageGates gates =
        platform::domain::gates({partner, grant, catalogue, credentials, sandbox, limited, now, listed()});
    for (const Gate &gate : gates.gates) {
        if (!gate.passed)
            ids.append(gate.id);
        if (gate.title.isEmpty() || gate.detail.isEmpty())
            ids.append(u"wordless"_s);
        const GateRow &row = gateRow(gate.kind);
        if (gate.id != QLatin1StringView(row.id) || gate.fixAt != QLatin1StringView(row.fixAt))
            ids.append(u"beside the table"_s);
        if (gate.passed != (gate.fault == GateFault::Unknown))
            ids.append(u"without a cause"_s);
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
        QCOMPARE(told(checkDraft(good)), QStringList());
        const auto wrong = [&](const QString &expected, const std::function<void(PartnerDraft &)> &change) {
            PartnerDraft draft = good;
            change(draft);
            QCOMPARE(told(checkDraft(draft)), QStringList{expected});
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
        QCOMPARE(told(checkDraft(good)), QStringList());
        // What its own rule refuses is not looked up as well.
        wrong(u"/time_zone required"_s, [](PartnerDraft &d) { d.timeZone.clear(); });
        for (const QString &country : {u"D"_s, QString()}) {
            PartnerDraft draft = good;
            draft.country = country;
            QCOMPARE(told(checkDraft(draft)).size(), 1);
            QVERIFY(told(checkDraft(draft)).constFirst() != u"/country unknown_value");
        }
        good.agreement.reset();
        good.contacts.clear();
        QCOMPARE(told(checkDraft(good)), QStringList());
    }

    void verifications()
    {
        const QDateTime before = now.addDays(-9);
        Contact known = verified(ContactKind::Security);
        known.phone = u"+1 555 0100"_s;
        known.verifiedAt = before;
        known.verifiedBy = u"ann"_s;
        known.verifiedWith = u"Ms Ito"_s;
        const auto settled = [&](const Contact &wanted) {
            const QList<Contact> all = platform::domain::settledContacts({wanted}, {known}, u"bob"_s, now);
            return all.size() == 1 ? all.constFirst() : Contact();
        };
        Contact same = known;
        same.verifiedBy = u"mallory"_s; // not for the client to say
        QCOMPARE(settled(same), known);
        Contact open = known;
        open.verifiedAt.reset();
        QCOMPARE(settled(open), (Contact{known.kind, known.name, known.email, known.phone, {}, {}, {}}));
        Contact moved = known;
        moved.phone = u"+1 555 0199"_s;
        QCOMPARE(settled(moved), (Contact{known.kind, known.name, known.email, moved.phone, now, u"bob"_s,
                                          known.verifiedWith}));
        moved.verifiedWith.clear();
        QCOMPARE(settled(moved).verifiedWith, known.name);
        // A number is needed by whom is called back, and only then; where it was so before, it stays so.
        Contact silent = moved;
        silent.phone.clear();
        Contact unasked = silent;
        unasked.verifiedAt.reset();
        QCOMPARE(told(platform::domain::checkVerifications({known, unasked, silent, silent}, {})),
                 (QStringList{u"/contacts/2/phone required"_s, u"/contacts/3/phone required"_s}));
        QCOMPARE(told(platform::domain::checkVerifications({silent}, {silent})), QStringList());
        QVERIFY(platform::domain::settledContacts({}, {known}, u"bob"_s, now).isEmpty());
    }

    /// What no gate looks at changes none; each thing that one looks at closes that one, at its very edge.
    void gatesAtTheirEdges()
    {
        const QStringList scopes{u"orders:read"_s};
        const QList<CredentialRow> credentials{credential(Realm::Sandbox)};
        const auto closed = [&](const std::function<void(Partner &)> &change) {
            Partner partner = ready();
            change(partner);
            return failing(partner, scopes, credentials, 10, 0);
        };
        const QStringList none;
        const QStringList agreement{u"agreement"_s};
        const QDate today = now.date();
        QCOMPARE(closed([&](Partner &p) { p.agreement->validUntil = today; }), none);
        QCOMPARE(closed([&](Partner &p) { p.agreement->validUntil = today.addDays(-1); }), agreement);
        QCOMPARE(closed([&](Partner &p) { p.agreement->signedOn = today; }), none);
        QCOMPARE(closed([&](Partner &p) { p.agreement->signedOn = today.addDays(1); }), agreement);
        QCOMPARE(closed([](Partner &p) { p.agreement->fileSha256.clear(); }), agreement);
        QCOMPARE(closed([](Partner &p) { p.agreement->signatories.clear(); }), agreement);
        QCOMPARE(closed([](Partner &p) { p.contacts.removeAt(0); }), QStringList{u"technical_contact"_s});
        QCOMPARE(closed([](Partner &p) { p.contacts[0].verifiedAt.reset(); }),
                 QStringList{u"technical_contact"_s});
        QCOMPARE(closed([](Partner &p) { p.contacts.removeAt(2); }), none); // asked for production only
        QCOMPARE(closed([](Partner &p) { p.stageSince = now; }), none);
        QCOMPARE(failing(ready(), {u"orders:read"_s, u"nope:x"_s}, credentials, 10, 0),
                 QStringList{u"lawful_basis"_s});

        // The credential: of this realm, and active or rotating now.
        const CredentialRow active = credentials.constFirst();
        const auto rotating = [&active] {
            const CredentialRow next = life_cycle::rotated(active, {}, {86400, {}, false}, now).value();
            return life_cycle::acknowledged(next, 2, now).value();
        }();
        CredentialRow pending;
        pending.value.realm = Realm::Sandbox;
        pending.value.expiresAt = now.addDays(30);
        pending = life_cycle::issued(pending, {}, now);
        CredentialRow expired = active;
        expired.value.expiresAt = now;
        const QStringList one{u"credential"_s};
        QCOMPARE(failing(ready(), scopes, {rotating}, 10, 0), none);
        QCOMPARE(failing(ready(), scopes, {pending, active}, 10, 0), none);
        for (const CredentialRow &row : {pending, expired, life_cycle::suspended(active, now).value(),
                                         life_cycle::revoked(active, {}, {}, now).value()})
            QCOMPARE(failing(ready(), scopes, {row}, 10, 0), one);
        QCOMPARE(failing(ready(), scopes, {}, 10, 0), one);

        Partner limited = ready();
        limited.stage = Stage::Limited;
        const QList<CredentialRow> production{credential(Realm::Production)};
        const auto closedLimited = [&](const std::function<void(Partner &)> &change) {
            Partner partner = limited;
            change(partner);
            return failing(partner, scopes, production, 0, 100);
        };
        QCOMPARE(closedLimited([](Partner &p) { p.stageSince = now.addDays(-7); }), none);
        QCOMPARE(closedLimited([](Partner &p) { p.stageSince = now.addDays(-6); }),
                 QStringList{u"limited_days"_s});
        QCOMPARE(closedLimited([](Partner &p) { p.contacts.removeAt(2); }),
                 QStringList{u"data_protection_contact"_s});
        QCOMPARE(failing(limited, scopes, credentials, 0, 100), one);
    }

    /// Which way it goes, and how far along it is: never more than is asked for.
    void gatesSayHowFar()
    {
        const QList<Scope> catalogue = defaultCatalogue().scopes;
        const auto details = [&](Stage stage, qint64 calls, int days) {
            Partner partner = ready();
            partner.stage = stage;
            partner.stageSince = now.addDays(-days);
            const Grant grant;
            const QList<CredentialRow> none;
            const StageGates gates =
                platform::domain::gates({partner, grant, catalogue, none, calls, calls, now});
            QMap<QString, QString> found;
            for (const Gate &gate : gates.gates)
                found.insert(gate.id, gate.detail);
            return std::pair(gates.next, found);
        };
        for (const auto &[calls, said] :
             {std::pair(3, u"3 of 10"_s), {10, u"10 of 10"_s}, {15, u"10 of 10"_s}}) {
            const auto [next, found] = details(Stage::Sandbox, calls, 0);
            QCOMPARE(next, Stage::Limited);
            QCOMPARE(found.value(u"sandbox_traffic"_s), QString(said + u" successful calls."_s));
        }
        for (const auto &[days, said] : {std::pair(2, u"2 of 7"_s), {7, u"7 of 7"_s}, {30, u"7 of 7"_s}}) {
            const auto [next, found] = details(Stage::Limited, 250, days);
            QCOMPARE(next, Stage::Production);
            QCOMPARE(found.value(u"limited_days"_s), QString(said + u" days."_s));
            QCOMPARE(found.value(u"limited_traffic"_s), u"100 of 100 successful calls."_s);
        }
        for (const Stage stage : {Stage::Production, Stage::Unknown}) {
            QCOMPARE(details(stage, 0, 0).first, Stage::Unknown);
            QVERIFY(details(stage, 0, 0).second.isEmpty());
        }
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
    }
    void grants()
    {
        const DefaultCatalogue catalogue = defaultCatalogue();
        GrantEdit edit;
        edit.planId = catalogue.plans.constFirst().id;
        edit.scopes = {u"orders:read"_s};
        edit.reason = u"why"_s;
        const auto codes = [&](const GrantEdit &value) { return told(checkGrant(value)); };
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
        // Each once, at its place: the others beside it are right.
        other = edit;
        other.planId.clear();
        QCOMPARE(codes(other), QStringList{u"/plan_id required"_s});
        other = edit;
        other.scopes = {u"orders:read"_s, u"nope:x"_s, u"orders:*"_s};
        QCOMPARE(codes(other), (QStringList{u"/scopes/1 unknown_value"_s, u"/scopes/2 wildcard"_s}));
        other = edit;
        other.resources = {{u"account_id"_s, {u"1"_s, u"a*"_s}}, {u"order_id"_s, {u"1"_s}}};
        QCOMPARE(codes(other), QStringList{u"/resources/0/values/1 wildcard"_s});
        other.resources = {{u"order_id"_s, {u"1"_s}}, {u"account_id"_s, {u"1"_s}}, {u"order_id"_s, {u"2"_s}}};
        QCOMPARE(codes(other), QStringList{u"/resources/2/parameter repeated"_s});
        other.resources = {{QString(), {u"1"_s}}};
        QCOMPARE(codes(other), QStringList{u"/resources/0/parameter required"_s});
        QCOMPARE(told(platform::domain::checkScopes({u"orders:read"_s, u"customers:read"_s}, catalogue.scopes,
                                                    {LawfulBasis::PublicTask, {u"orders"_s}}, u"/here"_s)),
                 QStringList{u"/here/1 lawful_basis"_s});
    }

    /// A scope gives what the agreement names, and no more; what is held stays until it is taken away.
    void scopesStayWithinTheAgreement()
    {
        const QList<Scope> scopes = defaultCatalogue().scopes;
        const QStringList wanted{u"orders:read"_s, u"invoices:read"_s};
        const auto check = [&](const QStringList &categories, const QStringList &held = {}) {
            return platform::domain::checkScopes(wanted, scopes, {LawfulBasis::Contract, categories},
                                                 u"/scopes"_s, held);
        };
        QCOMPARE(told(check({u"orders"_s, u"invoices"_s, u"payments"_s})), QStringList());
        const QList<FieldError> lacking = check({u"ORDERS"_s, u"invoices"_s});
        QCOMPARE(told(lacking), QStringList{u"/scopes/1 data_category"_s});
        QCOMPARE(lacking.constFirst().detail,
                 u"The agreement does not name what invoices:read gives access to: payments."_s);
        QCOMPARE(told(check({})), (QStringList{u"/scopes/0 data_category"_s, u"/scopes/1 data_category"_s}));
        QCOMPARE(told(check({u"orders"_s}, {u"invoices:read"_s})), QStringList());
    }

    /// What was agreed on cannot be cut below what is granted; what did not fit before is no reason.
    void agreementsStayAboveTheScopes()
    {
        const QList<Scope> scopes = defaultCatalogue().scopes;
        const QStringList held{u"orders:read"_s, u"invoices:read"_s};
        const auto check = [&](const pc::rules::AgreedUse &before, const pc::rules::AgreedUse &after) {
            return told(platform::domain::checkAgreedUse(before, after, held, scopes));
        };
        const QStringList all{u"orders"_s, u"invoices"_s, u"payments"_s};
        const QStringList fewer{u"orders"_s, u"invoices"_s};
        const QStringList cut{u"/data_categories scopes_not_covered"_s};
        QCOMPARE(check({LawfulBasis::Contract, all}, {LawfulBasis::Contract, fewer}), cut);
        QCOMPARE(check({LawfulBasis::Contract, fewer}, {LawfulBasis::Contract, all}), QStringList());
        QCOMPARE(check({LawfulBasis::Contract, fewer}, {LawfulBasis::PublicTask, fewer}), QStringList());
        QCOMPARE(check({LawfulBasis::Contract, fewer}, {LawfulBasis::Contract, {u"orders"_s}}), cut);
        QCOMPARE(
            told(platform::domain::checkAgreedUse({LawfulBasis::Contract, {}}, {LawfulBasis::PublicTask, {}},
                                                  {u"customers:read"_s}, scopes)),
            QStringList{u"/lawful_basis scopes_not_covered"_s});
    }

    /// Ends after its beginning and in the future; either may be missing.
    void overrides()
    {
        const DefaultCatalogue catalogue = defaultCatalogue();
        using Time = std::optional<QDateTime>;
        const auto codes = [&](const Time &from, const Time &until) {
            GrantEdit edit;
            edit.planId = catalogue.plans.constFirst().id;
            edit.scopes = {u"orders:read"_s};
            edit.reason = u"why"_s;
            edit.limitOverride = LimitOverride{{1, 1, 1}, from, until, u"more"_s};
            return told(checkGrant(edit));
        };
        const QStringList late{u"/limit_override/until out_of_range"_s};
        QCOMPARE(codes({}, {}), QStringList());
        QCOMPARE(codes(now.addDays(1), {}), QStringList());
        QCOMPARE(codes({}, now), late);
        QCOMPARE(codes({}, now.addMSecs(1)), QStringList());
        QCOMPARE(codes(now.addDays(1), now.addDays(1)), late);
        QCOMPARE(codes(now.addDays(1), now.addDays(1).addMSecs(1)), QStringList());
        QCOMPARE(codes(now.addDays(2), now.addDays(1)), late);
        QCOMPARE(codes(now.addDays(-2), now.addDays(-1)), late); // once
    }

    void credentials()
    {
        SystemRandom random;
        const SealingKey key = SealingKey::generate(random);
        Grant grant;
        grant.scopes = {u"orders:read"_s, u"products:read"_s};
        IssueRequest good;
        good.name = u"Sync"_s;
        good.scopes = grant.scopes;
        good.expiresAt = now.addDays(90);
        good.owner = u"ann"_s;
        good.sealTo = key.publicKey();
        good.reason = u"why"_s;
        QCOMPARE(told(checkIssue(good, grant)), QStringList());
        const auto wrong = [&](const QString &expected, const std::function<void(IssueRequest &)> &change) {
            IssueRequest request = good;
            change(request);
            QCOMPARE(told(checkIssue(request, grant)),
                     expected.isEmpty() ? QStringList() : QStringList{expected});
        };
        const QDateTime year = now.addYears(1).addSecs(300);
        wrong(u"/kind unknown_value"_s, [](IssueRequest &r) { r.kind = CredentialKind::Unknown; });
        wrong(u"/realm unknown_value"_s, [](IssueRequest &r) { r.realm = Realm::Unknown; });
        wrong(u"/scopes/1 wildcard"_s, [](IssueRequest &r) { r.scopes[1] = u"orders:*"_s; });
        wrong(u"/scopes/1 not_granted"_s, [](IssueRequest &r) { r.scopes[1] = u"invoices:read"_s; });
        wrong(u"/expires_at out_of_range"_s, [](IssueRequest &r) { r.expiresAt = now; });
        wrong({}, [](IssueRequest &r) { r.expiresAt = now.addMSecs(1); });
        wrong({}, [&](IssueRequest &r) { r.expiresAt = year; });
        wrong(u"/expires_at out_of_range"_s, [&](IssueRequest &r) { r.expiresAt = year.addMSecs(1); });
        wrong(u"/seal_to bad_format"_s, [](IssueRequest &r) { r.sealTo.chop(1); });
        wrong({}, [](IssueRequest &r) { r.reason.clear(); });
        wrong(u"/reason required"_s, [](IssueRequest &r) {
            r.realm = Realm::Production;
            r.reason.clear();
        });

        RotateRequest rotate;
        rotate.sealTo = key.publicKey();
        QCOMPARE(told(checkRotate(rotate)), QStringList());
        rotate.expiresAt = year;
        QCOMPARE(told(checkRotate(rotate)), QStringList());
        rotate.expiresAt = year.addMSecs(1);
        QCOMPARE(told(checkRotate(rotate)), QStringList{u"/expires_at out_of_range"_s});
        rotate.expiresAt = now;
        QCOMPARE(told(checkRotate(rotate)), QStringList{u"/expires_at out_of_range"_s});
        rotate.expiresAt.reset();
        rotate.emergency = true;
        QCOMPARE(told(checkRotate(rotate)), QStringList{u"/reason required"_s});

        // Who may hold one, in every stage and state.
        for (const Stage stage : {Stage::Sandbox, Stage::Limited, Stage::Production}) {
            for (const Realm realm : {Realm::Sandbox, Realm::Production}) {
                for (const PartnerStatus status :
                     {PartnerStatus::Active, PartnerStatus::Frozen, PartnerStatus::Offboarded}) {
                    Partner partner;
                    partner.stage = stage;
                    partner.status = status;
                    const auto refused = platform::domain::mayHold(partner, realm);
                    const QString code = status != PartnerStatus::Active ? u"partner_not_active"_s
                                         : stage == Stage::Sandbox && realm == Realm::Production
                                             ? u"stage_too_low"_s
                                             : QString();
                    QCOMPARE(refused ? toText(refused->code) : QString(), code);
                }
            }
        }
    }
    /// Whatever goes down takes something away; all that stays or goes up does not.
    /// Whatever a body of half a megabyte holds: as many errors as somebody can mend, and work for as many
    /// entries as a list may have.
    void whatIsToldIsBounded()
    {
        constexpr int many = 30'000;
        FieldCheck check;
        for (int i = 0; i < many; ++i)
            check.fail(u"/a/%1"_s.arg(i % 200), pc::rules::FieldFault::UnknownValue, {});
        QCOMPARE(check.errors().size(), pc::rules::mostFaults);
        QCOMPARE(check.errors().constLast().pointer, u"/a/99"_s);

        const auto numbered = [](const QString &text) {
            QStringList list;
            for (int i = 0; i < many; ++i)
                list.append(text.arg(i));
            return list;
        };
        const DefaultCatalogue catalogue = defaultCatalogue();
        const auto edit = [&](const std::function<void(GrantEdit &)> &change) {
            GrantEdit wanted;
            wanted.planId = catalogue.plans.constFirst().id;
            wanted.reason = u"Test"_s;
            change(wanted);
            return told(checkGrant(wanted));
        };
        const QStringList scopes = edit([&](GrantEdit &e) { e.scopes = numbered(u"no:%1"_s); });
        QVERIFY(scopes.contains(u"/scopes too_many"_s));
        QVERIFY2(scopes.size() <= 2 * pc::rules::mostFaults, qPrintable(QString::number(scopes.size())));
        const QStringList values = edit([&](GrantEdit &e) {
            e.resources = {{u"order_id"_s, numbered(u"%1*"_s)}};
        });
        QVERIFY(values.contains(u"/resources/0/values too_many"_s));
        QVERIFY(values.size() <= pc::rules::mostFaults);
        const QStringList resources = edit([&](GrantEdit &e) {
            e.resources = QList<ResourceRule>(many, ResourceRule{u"none"_s, {u"1"_s}});
        });
        QVERIFY(resources.contains(u"/resources too_many"_s));
        QVERIFY(resources.size() <= pc::rules::mostFaults);
        PartnerDraft draft;
        draft.contacts = QList<Contact>(many, Contact{});
        draft.scopes = numbered(u"no:%1"_s);
        QVERIFY(checkDraft(draft).size() <= pc::rules::mostFaults);
        QVERIFY(platform::domain::checkVerifications(draft.contacts, {}).size() <= pc::rules::mostFaults);
        QVERIFY(platform::domain::checkScopes(draft.scopes, catalogue.scopes, agreedOnOrders, {}).size() <=
                pc::rules::mostFaults);
        IssueRequest request;
        request.scopes = draft.scopes;
        QVERIFY(checkIssue(request, {}).size() <= pc::rules::mostFaults);
    }
};

QTEST_GUILESS_MAIN(TestPartnerRules)
#include "tst_partner_rules.moc"

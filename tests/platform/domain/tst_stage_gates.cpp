// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/lawful_basis.h"
#include "platform/demo/default_catalogue.h"
#include "platform/domain/stage_gates.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

namespace {

const QDateTime now(QDate(2025, 6, 1), QTime(12, 0), Qt::UTC);

/// In the sandbox, with everything that a gate looks at but a credential.
Partner ready()
{
    Partner partner;
    partner.id = u"prt_x"_s;
    partner.stage = Stage::Sandbox;
    partner.status = PartnerStatus::Active;
    partner.lawfulBasis = LawfulBasis::Contract;
    partner.dataCategories = {u"orders"_s};
    partner.stageSince = now.addDays(-30);
    for (const ContactKind kind :
         {ContactKind::Technical, ContactKind::Security, ContactKind::DataProtection})
        partner.contacts.append({kind, u"desk"_s, u"a@b.example"_s, {}, now});
    partner.agreement =
        Agreement{u"3"_s, QString(64, u'a'), {u"Board"_s}, QDate(2025, 1, 1), QDate(2026, 1, 1)};
    return partner;
}

} // namespace

class TestStageGates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Why a gate is open is told by a cause and its figures: nobody has to read the English.
    void gatesSayWhyInFigures()
    {
        const QList<Scope> catalogue = defaultCatalogue().scopes;
        const auto gate = [&](GateKind kind, const std::function<void(Partner &)> &change,
                              const QStringList &scopes = {u"orders:read"_s}, qint64 calls = 3) {
            Partner partner = ready();
            change(partner);
            Grant grant;
            grant.scopes = scopes;
            const QList<CredentialRow> none;
            const StageGates all =
                platform::domain::gates({partner, grant, catalogue, none, calls, calls, now});
            const auto found = std::find_if(all.gates.begin(), all.gates.end(),
                                            [kind](const Gate &each) { return each.kind == kind; });
            return found == all.gates.end() ? Gate() : *found;
        };
        const auto same = [](Partner &) {};
        const auto agreement = [&](const std::function<void(Agreement &)> &change) {
            return gate(GateKind::Agreement, [&](Partner &p) { change(*p.agreement); });
        };
        QCOMPARE(gate(GateKind::Status, [](Partner &p) { p.status = PartnerStatus::Frozen; }).fault,
                 GateFault::NotActive);
        QCOMPARE(gate(GateKind::Agreement, [](Partner &p) { p.agreement.reset(); }).fault,
                 GateFault::AgreementMissing);
        QCOMPARE(agreement([](Agreement &a) { a.signatories.clear(); }).fault,
                 GateFault::AgreementIncomplete);
        QCOMPARE(agreement([](Agreement &a) { a.signedOn = now.date().addDays(1); }).fault,
                 GateFault::SignedLater);
        const QDate ended = now.date().addDays(-1);
        const Gate over = agreement([&](Agreement &a) { a.validUntil = ended; });
        QCOMPARE(over.fault, GateFault::AgreementEnded);
        QCOMPARE(over.endedOn, ended);
        QCOMPARE(gate(GateKind::SecurityContact, [](Partner &p) { p.contacts.clear(); }).fault,
                 GateFault::NotVerified);
        QCOMPARE(gate(GateKind::LawfulBasis, same, {}).fault, GateFault::NoScope);
        const Gate unknown = gate(GateKind::LawfulBasis, same, {u"orders:read"_s, u"nope:x"_s});
        QCOMPARE(unknown.fault, GateFault::ScopeUnknown);
        QCOMPARE(unknown.scope, u"nope:x"_s);
        QCOMPARE(unknown.detail, u"The catalogue has no scope nope:x."_s);
        const auto narrow = std::find_if(catalogue.begin(), catalogue.end(), [](const Scope &scope) {
            return !pc::rules::allowedByBasis(scope, LawfulBasis::VitalInterests);
        });
        QVERIFY(narrow != catalogue.end());
        const Gate uncovered =
            gate(GateKind::LawfulBasis, [](Partner &p) { p.lawfulBasis = LawfulBasis::VitalInterests; },
                 {narrow->name});
        QCOMPARE(uncovered.fault, GateFault::ScopeNotCovered);
        QCOMPARE(uncovered.scope, narrow->name);
        QCOMPARE(uncovered.detail, u"The lawful basis does not allow %1."_s.arg(narrow->name));
        const Gate beyond = gate(GateKind::LawfulBasis, same, {u"orders:read"_s, u"invoices:read"_s});
        QCOMPARE(beyond.fault, GateFault::CategoryNotCovered);
        QCOMPARE(beyond.scope, u"invoices:read"_s);
        QVERIFY(gate(GateKind::LawfulBasis, same).passed);
        QCOMPARE(gate(GateKind::SandboxCredential, same).fault, GateFault::NoActiveCredential);
        const Gate calls = gate(GateKind::SandboxTraffic, same);
        QCOMPARE(calls.fault, GateFault::TooFewCalls);
        QCOMPARE(calls.reached, std::optional<qint64>(3));
        QCOMPARE(calls.wanted, std::optional<qint64>(10));
        const auto limited = [](Partner &p) {
            p.stage = Stage::Limited;
            p.stageSince = now.addDays(-2);
        };
        QCOMPARE(gate(GateKind::ProductionCredential, limited).fault, GateFault::NoActiveCredential);
        const Gate days = gate(GateKind::LimitedDays, limited, {u"orders:read"_s}, 900);
        QCOMPARE(days.fault, GateFault::TooFewDays);
        QCOMPARE(days.reached, std::optional<qint64>(2));
        QCOMPARE(days.wanted, std::optional<qint64>(7));
        const Gate many = gate(GateKind::LimitedTraffic, limited, {u"orders:read"_s}, 900);
        QVERIFY(many.passed);
        QCOMPARE(gate(GateKind::Networks, same).fault, GateFault::NoNetworks);
        QCOMPARE(gate(GateKind::Networks, limited).fault, GateFault::NoNetworks);
        QCOMPARE(many.reached, std::optional<qint64>(100)); // of 100, never more
    }
};

QTEST_GUILESS_MAIN(TestStageGates)
#include "tst_stage_gates.moc"

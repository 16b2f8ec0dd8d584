// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/sample_service.h"

// What the sample service knows. Company names are made up; people appear as roles.
namespace pc::test {

using namespace Qt::StringLiterals;

void SampleService::makeCatalogue()
{
    const auto scope = [this](const QString &name, const QString &title, const QString &sentence,
                              const QStringList &data, const QList<LawfulBasis> &bases, bool sensitive) {
        scopes.append({name, u"api_demo"_s, title, sentence, data, bases, sensitive});
    };
    scope(u"orders:read"_s, u"Read orders"_s, u"Sees orders, their lines and their state"_s, {u"Orders"_s},
          {}, false);
    scope(u"orders:write"_s, u"Change orders"_s, u"Creates, changes and cancels orders"_s, {u"Orders"_s}, {},
          false);
    scope(u"invoices:read"_s, u"Read invoices"_s, u"Sees invoices and payment states"_s, {u"Invoices"_s}, {},
          false);
    scope(u"invoices:write"_s, u"Issue invoices"_s, u"Issues and voids invoices"_s, {u"Invoices"_s},
          {LawfulBasis::Contract, LawfulBasis::LegalObligation}, true);
    scope(u"customers:read"_s, u"Read customers"_s, u"Sees names, addresses and contact data of customers"_s,
          {u"Customer identity"_s}, {LawfulBasis::Consent, LawfulBasis::Contract}, true);
    scope(u"customers:health"_s, u"Read health notes"_s,
          u"Sees health notes of customers (special category)"_s, {u"Health data"_s}, {LawfulBasis::Consent},
          true);
    Plan standard;
    standard.id = u"pln_standard"_s;
    standard.name = u"Standard"_s;
    standard.description = u"For integrations with steady traffic"_s;
    standard.sandbox = {2, 5, 1000};
    standard.limited = {5, 10, 10000};
    standard.production = {25, 50, 50000};
    Plan large = standard;
    large.id = u"pln_large"_s;
    large.name = u"Large"_s;
    large.limited = {20, 40, 50000};
    large.production = {100, 200, 500000};
    plans = {standard, large};
}

void SampleService::makePartners()
{
    const QStringList names{
        u"Aldera Health"_s,      u"Bluepeak Logistics"_s, u"Cardinal Payroll"_s, u"Drift Mobility"_s,
        u"Eastgate Insurance"_s, u"Fenwick Energy"_s,     u"Garnet Analytics"_s, u"Hollis & Rowe"_s,
        u"Ibis Travel"_s,        u"Juniper Foods"_s,      u"Kestrel Freight"_s,  u"Lumen Clinics"_s,
        u"Marlow Bank"_s,        u"Northwind Retail"_s,   u"Orchard Learning"_s, u"Pinecrest Realty"_s,
        u"Quill Publishing"_s,   u"Ravelin Motors"_s,     u"Saltmarsh Water"_s,  u"Tamarind Pay"_s,
        u"Umber Studios"_s,      u"Vantage Legal"_s,      u"Westbury Legal"_s,   u"Yarrow Pharma"_s};
    const QList<int> share{65, 36, 71, 14, 0,  13, 93, 62,  38, 59, 92, 36,
                           77, 46, 90, 22, 57, 46, 31, 104, 8,  44, 12, 67};
    for (int i = 0; i < names.size(); ++i) {
        Partner made;
        made.id = u"prt_%1"_s.arg(0x4f1c + i * 829, 4, 16, QChar(u'0'));
        made.name = names[i];
        made.slug = names[i].toLower().replace(u" & "_s, u"-"_s).replace(u' ', u'-');
        made.legalName = names[i] + u" Ltd"_s;
        made.country = i % 3 == 0 ? u"DE"_s : i % 3 == 1 ? u"FR"_s : u"NL"_s;
        made.registration = u"HRB %1"_s.arg(21044 + i * 17);
        made.owner = i % 3 == 2 ? u"ops-1"_s : u"ops-2"_s;
        made.stage = i == 2 || i % 5 == 2       ? Stage::Limited
                     : i % 4 == 0 || i % 7 == 3 ? Stage::Sandbox
                                                : Stage::Production;
        made.status = i == 10 ? PartnerStatus::Frozen : PartnerStatus::Active;
        made.planId = i % 6 == 1 ? u"pln_large"_s : u"pln_standard"_s;
        made.timeZone = u"Europe/Berlin"_s;
        made.lawfulBasis = LawfulBasis::Contract;
        made.dataCategories = {u"Orders"_s, u"Invoices"_s};
        made.purpose = u"Monthly payroll run and tax filing on behalf of the shared customers."_s;
        made.retentionDays = 365;
        made.contacts = {{ContactKind::Business, u"Partner desk"_s, u"desk@partner.example"_s,
                          u"+49 30 000000"_s, m_now.addDays(-40)},
                         {ContactKind::Technical, u"Integration team"_s, u"api@partner.example"_s,
                          u"+49 30 000001"_s, m_now.addDays(-3)},
                         {ContactKind::Security,
                          u"Security desk"_s,
                          u"security@partner.example"_s,
                          u"+49 30 000001"_s,
                          {}},
                         {ContactKind::DataProtection, u"Privacy office"_s, u"privacy@partner.example"_s,
                          u"+49 30 000002"_s, m_now.addDays(-40)}};
        made.agreement = Agreement{u"3.2"_s,
                                   QString(64, u'a'),
                                   {u"Managing director"_s},
                                   m_now.date().addDays(-200),
                                   m_now.date().addDays(400)};
        made.tags = {u"payroll"_s, u"tier-2"_s};
        made.notes = i == 2 ? u"Prefers changes on Tuesdays. Test system is reset every night."_s : QString();
        made.createdAt = m_now.addDays(-210);
        made.updatedAt = m_now.addDays(-1);
        made.stageSince = m_now.addDays(-18);
        made.version = 4;
        PartnerSummary &summary = made.summary;
        const bool quiet = i % 6 == 1 || i == 7;
        summary.health = i == 19            ? Health::Throttled
                         : quiet            ? Health::NoTraffic
                         : i == 2 || i == 5 ? Health::Errors
                                            : Health::Healthy;
        summary.credentials = 2 + (i * 5) % 8;
        summary.credentialsExpiring = i == 0 || i == 15 ? 2 : i == 4 ? 1 : 0;
        summary.quotaToday = i == 4 ? 0 : 50000;
        summary.quotaUsedToday = share[i] * 500;
        summary.calls24h = quiet ? 0 : 4200 + (i * 7919) % 52000;
        summary.errors24h = summary.calls24h / (summary.health == Health::Errors ? 14 : 400);
        summary.throttled24h = i == 19 ? 1204 : 0;
        for (int hour = 0; hour < 24; ++hour)
            summary.callsPerHour.append(
                quiet ? 0 : 120 + ((hour * (i + 3) * 53) % 90) + (hour > 6 && hour < 19 ? 160 : 0));
        if (!quiet)
            summary.lastCallAt = m_now.addSecs(-12 - i * 41);
        else
            summary.lastCallAt = m_now.addDays(-3);
        partners.append(made);
        Grant grant;
        grant.partnerId = made.id;
        grant.planId = made.planId;
        grant.scopes = {u"orders:read"_s, u"orders:write"_s, u"invoices:read"_s};
        grant.effective = {25, 50, 50000};
        grant.version = 7;
        grant.updatedAt = m_now.addDays(-12);
        grant.updatedBy = u"ops-2"_s;
        grants.insert(made.id, grant);
    }
}

void SampleService::makeCredentials()
{
    const Partner &owner = partners[2];
    const auto add = [&](const QString &name, CredentialKind kind, CredentialState state, Realm realm,
                         int expiresInDays) {
        Credential made;
        made.id = u"crd_%1"_s.arg(credentials.size(), 16, 10, QChar(u'7'));
        made.partnerId = owner.id;
        made.partnerName = owner.name;
        made.name = name;
        made.kind = kind;
        made.realm = realm;
        made.state = state;
        made.scopes = {u"orders:read"_s, u"invoices:read"_s};
        made.owner = u"ops-1"_s;
        made.createdAt = m_now.addDays(-100);
        made.createdBy = u"ops-1"_s;
        made.expiresAt = m_now.addDays(expiresInDays);
        made.lastUsedAt = m_now.addSecs(-12);
        made.lastUsedFrom = u"185.12.40.7"_s;
        made.version = 2;
        Generation generation;
        generation.number = 1;
        generation.state = GenerationState::Active;
        generation.lastFour = u"b71e"_s;
        generation.createdAt = made.createdAt;
        generation.acknowledgedAt = made.createdAt;
        made.generations = {generation};
        if (state == CredentialState::Rotating) {
            Generation newer = generation;
            newer.number = 2;
            newer.lastFour = u"04de"_s;
            newer.createdAt = m_now.addSecs(-3 * 3600);
            newer.acknowledgedAt = newer.createdAt;
            made.generations[0].state = GenerationState::Grace;
            made.generations[0].graceUntil = m_now.addSecs(21 * 3600);
            made.generations.prepend(newer);
        }
        credentials.append(made);
    };
    add(u"erp-sync"_s, CredentialKind::ClientSecret, CredentialState::Active, Realm::Production, 200);
    add(u"payroll-edge"_s, CredentialKind::ClientSecret, CredentialState::Active, Realm::Production, 6);
    add(u"legacy-batch"_s, CredentialKind::ApiKey, CredentialState::Rotating, Realm::Production, 90);
    add(u"sandbox-ci"_s, CredentialKind::ClientSecret, CredentialState::Active, Realm::Sandbox, 30);
}

} // namespace pc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/seed/sample.h"

#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/rows/version_rows.h"

#include <algorithm>

namespace pc::platform::seed {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    const char16_t *name;
    const char16_t *slug;
    const char16_t *country;
    const char16_t *zone;
    Stage stage;
    PartnerStatus status;
    int plan; // index into the catalogue
    LawfulBasis basis;
    Traffic traffic;
    qint64 callsPerDay;
};

constexpr auto active = PartnerStatus::Active;
constexpr auto contract = LawfulBasis::Contract;

constexpr Row rows[]{
    {u"Alderbrook Logistics", u"alderbrook", u"DE", u"Europe/Berlin", Stage::Production, active, 1, contract,
     Traffic::Office, 5200},
    {u"Bluefen Foods", u"bluefen", u"FR", u"Europe/Paris", Stage::Production, active, 1, contract,
     Traffic::Nightly, 3100},
    {u"Cobalt Harbour Freight", u"cobalt-harbour", u"NL", u"Europe/Amsterdam", Stage::Production, active, 2,
     contract, Traffic::AllDay, 9800},
    {u"Dunmere Energy", u"dunmere", u"GB", u"Europe/London", Stage::Production, active, 1,
     LawfulBasis::LegalObligation, Traffic::Errors, 2600},
    {u"Eastvale Pharmacy Group", u"eastvale", u"PL", u"Europe/Warsaw", Stage::Limited, active, 0,
     LawfulBasis::Consent, Traffic::Office, 420},
    {u"Fernwick Outdoor", u"fernwick", u"ES", u"Europe/Madrid", Stage::Production, active, 0, contract,
     Traffic::NearQuota, 1900},
    {u"Glasswater Studios", u"glasswater", u"US", u"America/New_York", Stage::Sandbox, active, 0,
     LawfulBasis::LegitimateInterests, Traffic::Office, 160},
    {u"Hollin & Rowe Insurance", u"hollin-rowe", u"IE", u"Europe/Dublin", Stage::Production, active, 1,
     contract, Traffic::AllDay, 4400},
    {u"Ironbridge Parts", u"ironbridge", u"CZ", u"Europe/Prague", Stage::Limited, active, 1, contract,
     Traffic::Throttled, 980},
    {u"Juniper Lane Retail", u"juniper-lane", u"SE", u"Europe/Stockholm", Stage::Production, active, 2,
     contract, Traffic::Office, 7600},
    {u"Kestrel Mobility", u"kestrel", u"AT", u"Europe/Vienna", Stage::Sandbox, active, 0, contract,
     Traffic::None, 0},
    {u"Larkspur Health", u"larkspur", u"CH", u"Europe/Zurich", Stage::Limited, active, 0,
     LawfulBasis::Consent, Traffic::Office, 300},
    {u"Marrow Hill Dairy", u"marrow-hill", u"DK", u"Europe/Copenhagen", Stage::Production, active, 0,
     contract, Traffic::Nightly, 1400},
    {u"Northgate Ticketing", u"northgate", u"PT", u"Europe/Lisbon", Stage::Production, PartnerStatus::Frozen,
     1, contract, Traffic::None, 0},
    {u"Oakhurst Lending", u"oakhurst", u"BE", u"Europe/Brussels", Stage::Sandbox, active, 1,
     LawfulBasis::LegalObligation, Traffic::Office, 90},
    {u"Pinecrest Hotels", u"pinecrest", u"IT", u"Europe/Rome", Stage::Production, active, 1, contract,
     Traffic::AllDay, 3600},
    {u"Quillfeather Press", u"quillfeather", u"FI", u"Europe/Helsinki", Stage::Sandbox, active, 0,
     LawfulBasis::LegitimateInterests, Traffic::None, 0},
    {u"Redmoor Water", u"redmoor", u"GB", u"Europe/London", Stage::Limited, active, 1,
     LawfulBasis::PublicTask, Traffic::Nightly, 520},
    {u"Saltmarsh Marine", u"saltmarsh", u"NO", u"Europe/Oslo", Stage::Production, active, 0, contract,
     Traffic::Office, 1100},
    {u"Thistledown Toys", u"thistledown", u"DE", u"Europe/Berlin", Stage::Production,
     PartnerStatus::Offboarded, 0, contract, Traffic::None, 0},
    {u"Umberline Textiles", u"umberline", u"TR", u"Europe/Istanbul", Stage::Sandbox, active, 0, contract,
     Traffic::Office, 75},
    {u"Vantage Row Analytics", u"vantage-row", u"CA", u"America/Toronto", Stage::Limited, active, 1,
     LawfulBasis::LegitimateInterests, Traffic::AllDay, 640},
    {u"Whitcombe Motors", u"whitcombe", u"JP", u"Asia/Tokyo", Stage::Production, active, 2, contract,
     Traffic::AllDay, 6900},
    {u"Yarrow Field Co-op", u"yarrow-field", u"AE", u"Asia/Dubai", Stage::Sandbox, PartnerStatus::Frozen, 0,
     contract, Traffic::None, 0},
};

QList<Contact> contactsOf(const Row &row, int index, const QDateTime &verified)
{
    const QString domain = QStringView(row.slug) + u".example"_s;
    const auto contact = [&](ContactKind kind, const QString &box, const QString &name, bool known) {
        Contact result{kind, name, box + u'@' + domain, u"+00 555 01"_s + QString::number(10 + index), {}};
        if (known)
            result.verifiedAt = verified;
        return result;
    };
    QList<Contact> list{
        contact(ContactKind::Business, u"partnerships"_s, u"Partnerships desk"_s, true),
        contact(ContactKind::Technical, u"api-team"_s, u"API team"_s,
                row.stage != Stage::Sandbox || index % 2 == 0),
    };
    if (row.stage != Stage::Sandbox || index % 3 == 0)
        list.append(contact(ContactKind::Security, u"security"_s, u"Security on call"_s,
                            row.stage != Stage::Sandbox));
    if (row.stage == Stage::Production)
        list.append(contact(ContactKind::DataProtection, u"privacy"_s, u"Data protection office"_s, true));
    return list;
}

std::optional<Agreement> agreementOf(const Row &row, int index, const QDateTime &anchor, SampleRandom &random)
{
    if (row.stage == Stage::Sandbox && index % 3 == 1)
        return {};
    Agreement agreement;
    agreement.version = u"3.%1"_s.arg(index % 4);
    for (int i = 0; i < 4; ++i)
        agreement.fileSha256 += QString::number(random.next(), 16).rightJustified(16, u'0');
    agreement.signatories = {u"Head of partnerships"_s, QStringView(row.name) + u", board"_s};
    agreement.signedOn = anchor.date().addDays(-(120 + index * 11));
    agreement.validUntil = anchor.date().addDays(index == 8 ? 12 : 200 + index * 9); // one of them ends soon
    return agreement;
}

QStringList scopesOf(const Row &row, const DefaultCatalogue &catalogue, int index)
{
    QStringList scopes;
    for (const Scope &scope : catalogue.scopes) {
        const bool allowed = scope.lawfulBases.isEmpty() || scope.lawfulBases.contains(row.basis);
        const bool wanted = !scope.sensitive || index % 3 == 0;
        if (allowed && wanted && scopes.size() < 3 + index % 3)
            scopes.append(scope.name);
    }
    return scopes;
}

/// What the agreement names: the data of what is granted.
QStringList categoriesOf(const QStringList &scopes, const DefaultCatalogue &catalogue)
{
    QStringList categories;
    for (const Scope &scope : catalogue.scopes) {
        if (scopes.contains(scope.name))
            categories += scope.dataCategories;
    }
    categories.removeDuplicates();
    return categories;
}

} // namespace

Sample makeSample(const QDateTime &anchor, int pepperVersion)
{
    Sample sample;
    sample.anchor = anchor;
    sample.catalogue = defaultCatalogue();
    sample.catalogue.api.createdAt = sample.catalogue.api.updatedAt = anchor.addDays(-400);
    sample.operators = {u"ops-1"_s, u"ops-2"_s, u"ops-3"_s, u"sec-1"_s, u"support-1"_s};
    sample.pepperVersion = pepperVersion;
    sample.versions = makeVersions(sample);
    SampleRandom random(static_cast<quint64>(anchor.toMSecsSinceEpoch()) ^ 0x70617274ULL);
    int index = 0;
    for (const Row &row : rows) {
        SamplePartner entry;
        Partner &partner = entry.partner;
        partner.id = u"prt_"_s + random.text(16);
        partner.name = QStringView(row.name).toString();
        partner.slug = QStringView(row.slug).toString();
        partner.legalName = partner.name + (index % 2 ? u" Limited"_s : u" Holdings"_s);
        partner.country = QStringView(row.country).toString();
        partner.registration = u"REG-%1"_s.arg(random.below(900000) + 100000);
        partner.owner = sample.operators.at(index % 3);
        partner.stage = row.stage;
        partner.status = row.status;
        partner.planId = sample.catalogue.plans.at(row.plan).id;
        partner.timeZone = QStringView(row.zone).toString();
        partner.lawfulBasis = row.basis;
        partner.purpose = u"Exchange of orders and product data."_s;
        partner.retentionDays = 365;
        partner.createdAt = anchor.addDays(-(160 + index * 13)).addSecs(random.below(28800));
        partner.stageSince =
            row.stage == Stage::Sandbox ? partner.createdAt : partner.createdAt.addDays(30 + index % 20);
        partner.updatedAt = std::min(anchor, partner.stageSince.addDays(20 + index));
        partner.contacts = contactsOf(row, index, partner.createdAt.addDays(2));
        partner.agreement = agreementOf(row, index, anchor, random);
        if (index % 4 == 0)
            partner.tags.append(u"key-account"_s);
        if (index % 5 == 2)
            partner.tags.append(u"seasonal"_s);
        partner.version = 1 + random.below(6);
        entry.grant.partnerId = partner.id;
        entry.grant.planId = partner.planId;
        entry.grant.scopes = scopesOf(row, sample.catalogue, index);
        partner.dataCategories = categoriesOf(entry.grant.scopes, sample.catalogue);
        entry.grant.version = 1 + random.below(4);
        entry.grant.updatedAt = partner.stageSince;
        entry.grant.updatedBy = partner.owner;
        entry.traffic = row.traffic;
        entry.callsPerDay = row.callsPerDay;
        entry.credentials = makeCredentials(sample, entry, index, random);
        entry.networks = makeNetworks(entry, index, anchor);
        sample.partners.append(entry);
        ++index;
    }
    makeScopeChanges(sample);
    return sample;
}

QDateTime Sample::begin() const
{
    QDateTime first = anchor;
    for (const SamplePartner &entry : partners)
        first = std::min(first, entry.partner.createdAt);
    return first;
}

Role roleOf(const QString &account)
{
    return account.startsWith(u"sec"_s)       ? Role::Security
           : account.startsWith(u"support"_s) ? Role::Support
                                              : Role::PartnerOps;
}

void storeParties(Tx &tx, const Sample &sample)
{
    api_rows::put(tx, sample.catalogue.api);
    for (const Scope &scope : sample.catalogue.scopes)
        catalogue_rows::put(tx, scope);
    for (const Route &route : sample.catalogue.routes)
        catalogue_rows::put(tx, route);
    for (const Plan &plan : sample.catalogue.plans)
        catalogue_rows::put(tx, plan);
    for (const ApiVersion &version : sample.versions)
        version_rows::put(tx, version);
    for (const QString &account : sample.operators) {
        OperatorRow row;
        row.account = account;
        row.displayName = account;
        row.roles = {roleOf(account)};
        row.createdAt = sample.begin();
        operator_rows::put(tx, row);
    }
    for (const SamplePartner &entry : sample.partners) {
        partner_rows::insert(tx, entry.partner);
        catalogue_rows::put(tx, entry.grant);
        if (entry.networks.version > 0)
            network_rows::put(tx, entry.networks);
        for (const CredentialRow &credential : entry.credentials)
            credential_rows::put(tx, credential);
    }
    meta_rows::put(tx, u"sample"_s, u"1"_s);
    meta_rows::put(tx, u"environment"_s, u"sample"_s);
    meta_rows::put(tx, u"anchor"_s, sample.anchor.toString(Qt::ISODateWithMs));
}

} // namespace pc::platform::seed

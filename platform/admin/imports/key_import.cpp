// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/imports/key_import.h"

#include "contract/crypto/credential_format.h"
#include "contract/rules/field_limits.h"
#include "contract/rules/legacy_keys.h"
#include "contract/rules/secret_life.h"
#include "contract/rules/text_rule.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/imports/holders.h"
#include "platform/core/policy/policy_rules.h"
#include "platform/core/secrets/legacy_lookup.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/domain/credential_rules.h"
#include "platform/domain/field_check.h"
#include "platform/store/rows/credential_rows.h"

namespace pc::platform::imports {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

using KeyCells = QHash<QString, QString>;

/// A row that was read.
struct KeyRow
{
    Credential value;
    LegacyFacts facts;
    QByteArray header; ///< KeyHeader::key()
    QByteArray hash;   ///< bytes; of bcrypt its text
    QString prefix;
};

/// What of another key than SHA-256's (contract/rules/legacy_keys.h) is the hash of no text at all.
bool isOfNothing(KeyScheme scheme, const QString &hmacKey, const QByteArray &hash,
                 const LegacyHmacKeys *hmacKeys)
{
    const HmacKey *key =
        scheme == KeyScheme::HmacSha256 && hmacKeys != nullptr ? hmacKeys->find(hmacKey.toLatin1()) : nullptr;
    return key != nullptr && key->mac({}) == hash;
}

QString hashDetail(FieldFault fault)
{
    switch (fault) {
    case FieldFault::OutOfRange:
        return u"A bcrypt cost of 4 to %1."_s.arg(pc::rules::maxBcryptCost);
    case FieldFault::TooShort:
        return u"It is the hash of an empty text. A key has %1 to %2 bytes."_s
            .arg(pc::rules::shortestLegacyKey)
            .arg(pc::rules::longestLegacyKey);
    default:
        return u"It is no hash of this scheme. A key itself must never stand here: if one does, treat it as "
               "leaked."_s;
    }
}

/// Where the key is sent, and its hash. Nothing that is told repeats a value: it may be a key.
void takeHash(FieldCheck &check, KeyRow &row, const KeyCells &cells, const LegacyHmacKeys *hmacKeys)
{
    row.facts.scheme = enumFromText<KeyScheme>(cells.value(u"scheme"_s));
    if (row.facts.scheme == KeyScheme::Unknown)
        check.fail(u"/scheme"_s, FieldFault::UnknownValue, u"sha256, hmac_sha256 or bcrypt."_s);
    const auto header = pc::rules::keyHeaderOf(cells.value(u"header"_s));
    if (!header) {
        check.fail(u"/header"_s, FieldFault::BadFormat,
                   u"A header of its own (X-Partner-Key), or Authorization with its scheme (Authorization: "
                   "ApiKey). Letters, digits and hyphens: gateways let no name with an underscore or a dot "
                   "through."_s);
    } else {
        row.facts.header = header->text();
        row.header = header->key();
    }
    if (row.facts.scheme != KeyScheme::Unknown) {
        auto hash = pc::rules::hashOf(row.facts.scheme, cells.value(u"hash"_s));
        if (hash && isOfNothing(row.facts.scheme, cells.value(u"hmac_key"_s), *hash, hmacKeys))
            hash = tl::make_unexpected(FieldFault::TooShort);
        if (!hash)
            check.fail(u"/hash"_s, hash.error(), hashDetail(hash.error()));
        else
            row.hash = std::move(*hash);
    }
    const bool isBcrypt = row.facts.scheme == KeyScheme::Bcrypt;
    row.prefix = cells.value(u"prefix"_s);
    if (isBcrypt != !row.prefix.isEmpty())
        check.fail(u"/prefix"_s, isBcrypt ? FieldFault::Required : FieldFault::UnknownValue,
                   u"The beginning of the key by which a bcrypt hash is found, and of no other."_s);
    else if (isBcrypt && !pc::rules::isKeyPrefix(row.prefix))
        check.fail(u"/prefix"_s, FieldFault::BadFormat,
                   u"%1 to %2 letters, digits or any of - . _ ~ + / =."_s.arg(pc::rules::leastPrefix)
                       .arg(pc::rules::mostPrefix));
    const bool isHmac = row.facts.scheme == KeyScheme::HmacSha256;
    row.facts.hmacKey = cells.value(u"hmac_key"_s);
    if (isHmac != !row.facts.hmacKey.isEmpty())
        check.fail(u"/hmac_key"_s, isHmac ? FieldFault::Required : FieldFault::UnknownValue,
                   u"The name of the other system's key, of an HMAC and of no other."_s);
    else if (isHmac && (hmacKeys == nullptr || hmacKeys->find(row.facts.hmacKey.toLatin1()) == nullptr))
        check.fail(u"/hmac_key"_s, FieldFault::UnknownValue,
                   u"The service has no such key: put the file legacy-hmac-NAME into its data directory."_s);
}

void takeFacts(FieldCheck &check, KeyRow &row, const KeyCells &cells, const QDateTime &now)
{
    Credential &value = row.value;
    value.kind = CredentialKind::LegacyKey;
    value.name = pc::rules::valueOf(pc::rules::limit("IssueRequest", "name"), cells.value(u"name"_s));
    if (const auto fault = pc::rules::faultOf(pc::rules::limit("IssueRequest", "name"), value.name))
        check.fail(u"/name"_s, *fault, u"What the key is called, at most 80 characters."_s);
    value.realm = enumFromText<Realm>(cells.value(u"realm"_s));
    if (value.realm == Realm::Unknown)
        check.fail(u"/realm"_s, FieldFault::UnknownValue, u"sbx or prd."_s);
    value.expiresAt = takeDeadline(check, cells.value(u"expires_at"_s), now);
    value.scopes = scopesIn(cells.value(u"scopes"_s));
    value.owner = cells.value(u"owner"_s);
    if (const int most = pc::rules::limit("IssueRequest", "scopes").maximumItems; value.scopes.size() > most)
        check.fail(u"/scopes"_s, FieldFault::TooMany, u"At most %1 scopes."_s.arg(most));
    if (value.scopes.isEmpty())
        check.fail(u"/scopes"_s, FieldFault::Required, u"Which of the partner's scopes it has."_s);
    if (value.owner.isEmpty())
        check.fail(u"/owner"_s, FieldFault::Required, u"The operator who answers for it."_s);
}

/// The first that is wrong is told of the column.
void checkScopes(FieldCheck &check, const QStringList &scopes, const QStringList &granted)
{
    const QSet<QString> had(granted.begin(), granted.end());
    for (const QString &scope : scopes) {
        if (scope.contains(u'*'))
            return check.fail(u"/scopes"_s, FieldFault::Wildcard,
                              u"List the scopes; there is no wildcard."_s);
        if (!had.contains(scope))
            return check.fail(u"/scopes"_s, FieldFault::NotGranted,
                              u"The partner has no grant for one of them."_s);
    }
}

/// What the partner says against it.
void checkPartner(FieldCheck &check, KeyRow &row, const QString &slug, Holders &holders)
{
    const Holders::Holder *holder = holders.find(slug);
    if (holder == nullptr)
        return check.fail(u"/partner"_s, FieldFault::UnknownValue, u"No partner has this short name."_s);
    row.value.partnerId = holder->partner.id;
    row.value.partnerName = holder->partner.name;
    checkScopes(check, row.value.scopes, holder->grant.scopes);
    if (!row.value.owner.isEmpty() && !holders.isOwner(row.value.owner))
        check.fail(u"/owner"_s, FieldFault::UnknownValue, u"There is no such operator."_s);
    if (row.value.realm == Realm::Unknown)
        return;
    if (const auto refused = domain::mayHold(holder->partner, row.value.realm))
        check.fail(u"/realm"_s, FieldFault::NotGranted, refused->detail);
}

/// Keyed hashes of a file's earlier rows, beside those that are stored.
struct Seen
{
    QSet<QByteArray> origins;
    QSet<QByteArray> lookups;
};

class KeyPlanner
{
public:
    KeyPlanner(const WriteCall &call, Tx &tx) : m_call(call), m_tx(tx), m_holders(tx, call.now) {}

    void judge(ImportPlan &plan, const ImportTable::Row &from);

private:
    [[nodiscard]] LegacyRow storedFormOf(const KeyRow &row) const;
    /// Unchanged, when this very row was imported before; what it says otherwise is not followed.
    [[nodiscard]] bool isKnown(ImportRow &row, const KeyRow &key) const;
    [[nodiscard]] ImportPlan::Write writeOf(const KeyRow &key, const LegacyRow &legacy) const;

    const WriteCall &m_call;
    Tx &m_tx;
    Holders m_holders;
    Seen m_seen;
};

LegacyRow KeyPlanner::storedFormOf(const KeyRow &row) const
{
    const PepperRing &peppers = m_call.context.peppers;
    const QByteArray hmacKey = row.facts.hmacKey.toLatin1();
    LegacyRow legacy;
    legacy.pepperVersion = peppers.currentVersion();
    legacy.origin =
        legacy::originOf(peppers, legacy.pepperVersion, row.header, row.facts.scheme, hmacKey, row.hash);
    if (row.facts.scheme == KeyScheme::Bcrypt) {
        legacy.prefixLength = static_cast<int>(row.prefix.size());
        legacy.lookup = legacy::prefixOf(peppers, legacy.pepperVersion, row.header, row.prefix.toLatin1());
    } else {
        legacy.lookup =
            legacy::lookupOf(peppers, legacy.pepperVersion, row.header, row.facts.scheme, hmacKey, row.hash);
        legacy.box = QByteArray("");
    }
    return legacy;
}

bool KeyPlanner::isKnown(ImportRow &row, const KeyRow &key) const
{
    QString id;
    for (const int version : m_call.context.peppers.versions()) {
        if (id.isEmpty())
            id = credential_rows::importedAs(m_tx, legacy::originOf(m_call.context.peppers, version,
                                                                    key.header, key.facts.scheme,
                                                                    key.facts.hmacKey.toLatin1(), key.hash));
    }
    const auto known = id.isEmpty() ? std::nullopt : credential_rows::find(m_tx, id);
    if (!known)
        return false;
    const Credential &value = known->value;
    row.outcome = ImportOutcome::Unchanged;
    row.targetId = value.id;
    const std::pair<QString, bool> same[]{
        {u"partner"_s, value.partnerId == key.value.partnerId},
        {u"name"_s, value.name == key.value.name},
        {u"realm"_s, value.realm == key.value.realm},
        {u"scopes"_s, QSet<QString>(value.scopes.begin(), value.scopes.end()) ==
                          QSet<QString>(key.value.scopes.begin(), key.value.scopes.end())},
        {u"owner"_s, value.owner == key.value.owner},
        {u"expires_at"_s, value.expiresAt == key.value.expiresAt}};
    for (const auto &[column, isSame] : same) {
        if (!isSame)
            row.leftAlone.append(column);
    }
    return true;
}

ImportPlan::Write KeyPlanner::writeOf(const KeyRow &key, const LegacyRow &legacy) const
{
    return [&call = m_call, key, legacy](Tx &tx) {
        AdminContext &context = call.context;
        CredentialRow row;
        row.value = key.value;
        row.value.id = u"crd_"_s + QString::fromLatin1(newCredentialId(context.random));
        row.value.createdBy = call.actor.account;
        row.value.legacy = key.facts;
        row.legacy = legacy;
        if (key.facts.scheme == KeyScheme::Bcrypt)
            row.legacy->box = legacy::closeHash(context.peppers, legacy.pepperVersion, row.value.id, key.hash,
                                                context.random);
        row = life_cycle::imported(row, call.now);
        const Credential &value = row.value;
        AuditEvent event = eventAbout(AuditAction::CredentialImport, value.id, value.name, value.partnerId);
        event.changes = {{u"kind"_s, {}, toText(value.kind)},
                         {u"realm"_s, {}, toText(value.realm)},
                         {u"scopes"_s, {}, value.scopes.join(u", "_s)},
                         {u"expires_at"_s, {}, value.expiresAt.toString(Qt::ISODate)},
                         {u"owner"_s, {}, value.owner},
                         {u"scheme"_s, {}, toText(key.facts.scheme)},
                         {u"header"_s, {}, key.facts.header}};
        if (!key.facts.hmacKey.isEmpty())
            event.changes.append({u"hmac_key"_s, {}, key.facts.hmacKey});
        return storeCredential(tx, row, {event});
    };
}

void KeyPlanner::judge(ImportPlan &plan, const ImportTable::Row &from)
{
    FieldCheck check;
    KeyRow key;
    takeHash(check, key, from.cells, m_call.context.hmacKeys);
    const bool hasHash = !key.hash.isEmpty() && !key.header.isEmpty();
    takeFacts(check, key, from.cells, m_call.now);
    const QString slug = from.cells.value(u"partner"_s);
    ImportRow row;
    row.line = from.line;
    // Where columns were mixed up, anything may be the key.
    row.subject = hasHash ? u"%1: %2"_s.arg(pc::rules::beginningOf(slug, 48),
                                            pc::rules::beginningOf(key.value.name, 80))
                          : QString();
    const LegacyRow legacy = hasHash ? storedFormOf(key) : LegacyRow{};
    if (hasHash) {
        if (const Holders::Holder *holder = m_holders.find(slug))
            key.value.partnerId = holder->partner.id;
        if (isKnown(row, key))
            return plan.add(std::move(row));
    }
    checkPartner(check, key, slug, m_holders);
    if (hasHash && m_seen.origins.contains(legacy.origin))
        check.fail(u"/hash"_s, FieldFault::Repeated, u"An earlier row has this hash."_s);
    else if (hasHash && (m_seen.lookups.contains(legacy.lookup) ||
                         !credential_rows::foundBy(m_tx, legacy.lookup).isEmpty()))
        check.fail(key.facts.scheme == KeyScheme::Bcrypt ? u"/prefix"_s : u"/hash"_s, FieldFault::Taken,
                   u"Another key is found by it."_s);
    m_seen.origins.insert(legacy.origin);
    m_seen.lookups.insert(legacy.lookup);
    if (!check.ok()) {
        row.outcome = ImportOutcome::Refused;
        row.errors = check.errors();
        return plan.add(std::move(row));
    }
    row.outcome = ImportOutcome::Create;
    plan.add(std::move(row), writeOf(key, legacy));
}

} // namespace

QStringList keyColumns()
{
    return {u"partner"_s, u"name"_s,   u"scheme"_s, u"hash"_s,  u"prefix"_s,    u"hmac_key"_s,
            u"header"_s,  u"scopes"_s, u"realm"_s,  u"owner"_s, u"expires_at"_s};
}

QStringList clearKeyColumns()
{
    return {u"key"_s,   u"api_key"_s, u"apikey"_s,    u"secret"_s, u"client_secret"_s, u"password"_s,
            u"token"_s, u"plain"_s,   u"plaintext"_s, u"clear"_s,  u"value"_s,         u"key_value"_s};
}

ImportPlan planKeys(const WriteCall &call, const ImportTable &table, Tx &tx)
{
    ImportPlan plan;
    KeyPlanner planner(call, tx);
    for (const ImportTable::Row &each : table.rows)
        planner.judge(plan, each);
    return plan;
}

} // namespace pc::platform::imports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/imports/client_id_import.h"

#include "contract/crypto/credential_format.h"
#include "contract/crypto/redaction.h"
#include "contract/rules/field_limits.h"
#include "contract/rules/legacy_keys.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/imports/holders.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/domain/credential_rules.h"
#include "platform/oauth/form_body.h"
#include "platform/store/rows/credential_rows.h"

#include <QMultiHash>

#include <algorithm>

namespace pc::platform::imports {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

using ClientIdCells = QHash<QString, QString>;

/// What the row says by itself. Nothing that is told repeats a value: where columns were mixed up, the client
/// id may be a secret.
Credential takeClientId(FieldCheck &check, const ClientIdCells &cells, const QDateTime &now)
{
    Credential value;
    value.kind = CredentialKind::LegacyClientId;
    value.legacyClientId = cells.value(u"client_id"_s);
    if (!pc::rules::isForeignClientId(value.legacyClientId) ||
        redactText(value.legacyClientId) != value.legacyClientId)
        check.fail(u"/client_id"_s, FieldFault::BadFormat,
                   u"%1 to %2 visible ASCII characters without a space, and none of ours (crd_…)."_s
                       .arg(pc::rules::leastClientId)
                       .arg(pc::rules::mostClientId));
    const pc::rules::FieldLimit &name = pc::rules::limit("IssueRequest", "name");
    const QString called = cells.value(u"name"_s);
    value.name =
        pc::rules::valueOf(name, called.isEmpty() ? value.legacyClientId.left(name.maximum) : called);
    if (const auto fault = pc::rules::faultOf(name, value.name); fault && !called.isEmpty())
        check.fail(u"/name"_s, *fault, u"What it is called, at most 80 characters."_s);
    value.realm = enumFromText<Realm>(cells.value(u"realm"_s));
    if (value.realm == Realm::Unknown)
        check.fail(u"/realm"_s, FieldFault::UnknownValue, u"sbx or prd."_s);
    value.expiresAt = takeDeadline(check, cells.value(u"expires_at"_s), now);
    value.owner = cells.value(u"owner"_s);
    if (value.owner.isEmpty())
        check.fail(u"/owner"_s, FieldFault::Required, u"The operator who answers for it."_s);
    return value;
}

/// What the partner says against it.
void checkHolder(FieldCheck &check, Credential &value, const QString &slug, Holders &holders)
{
    const Holders::Holder *holder = holders.find(slug);
    if (holder == nullptr)
        return check.fail(u"/partner"_s, FieldFault::UnknownValue, u"No partner has this short name."_s);
    value.partnerName = holder->partner.name;
    if (!value.owner.isEmpty() && !holders.isOwner(value.owner))
        check.fail(u"/owner"_s, FieldFault::UnknownValue, u"There is no such operator."_s);
    if (value.realm == Realm::Unknown)
        return;
    if (const auto refused = domain::mayHold(holder->partner, value.realm))
        check.fail(u"/realm"_s, FieldFault::NotGranted, refused->detail);
}

WriteOutcome writeClientId(const WriteCall &call, Tx &tx, const Credential &from)
{
    CredentialRow row;
    row.value = from;
    row.value.id = u"crd_"_s + QString::fromLatin1(newCredentialId(call.context.random));
    row.value.createdBy = call.actor.account;
    row = life_cycle::imported(row, call.now);
    const Credential &value = row.value;
    AuditEvent event = eventAbout(AuditAction::CredentialImport, value.id, value.name, value.partnerId);
    event.changes = {{u"kind"_s, {}, toText(value.kind)},
                     {u"client_id"_s, {}, value.legacyClientId},
                     {u"realm"_s, {}, toText(value.realm)},
                     {u"expires_at"_s, {}, value.expiresAt.toString(Qt::ISODate)},
                     {u"owner"_s, {}, value.owner}};
    return storeCredential(tx, row, {event});
}

/// Columns of one that is there which say something else: nothing of it is moved by a file.
QStringList leftOfClientId(const Credential &stored, const Credential &said, bool named)
{
    QStringList columns;
    if (named && stored.name != said.name)
        columns.append(u"name"_s);
    if (stored.owner != said.owner)
        columns.append(u"owner"_s);
    if (stored.expiresAt != said.expiresAt)
        columns.append(u"expires_at"_s);
    return columns;
}

/// What else an id says at the token endpoint: Basic has it as a form has it (RFC 6749, section 2.3.1), and
/// many clients send it as it is. Empty: nothing.
QString otherReading(const QString &clientId)
{
    bool isOk = false;
    const Secret decoded = FormBody::decode(clientId.toLatin1(), &isOk);
    const QString reading = isOk ? QString::fromUtf8(decoded.view()) : QString();
    return reading == clientId ? QString() : reading;
}

/// The ids that are there and those of earlier rows, and what else they say, as long as a file is planned.
class KnownNames
{
public:
    explicit KnownNames(Tx &tx) : m_tx(tx)
    {
        for (const auto &each : credential_rows::clientIdsWithEscapes(tx))
            note(each.realm, each.clientId, each.partnerId);
    }

    void add(const Credential &value)
    {
        m_earlier.insert(keyOf(value.realm, value.legacyClientId), value.partnerId);
        note(value.realm, value.legacyClientId, value.partnerId);
    }
    [[nodiscard]] bool isOfEarlierRow(const Credential &value) const
    {
        return m_earlier.contains(keyOf(value.realm, value.legacyClientId));
    }
    /// One of another partner says this, or this says that: whichever is sent, one of them is not heard.
    [[nodiscard]] bool isReadAsAnothers(const Credential &value) const
    {
        const QStringList readings = m_readings.values(keyOf(value.realm, value.legacyClientId));
        const QString holder = holderOf(value.realm, otherReading(value.legacyClientId));
        return (!holder.isEmpty() && holder != value.partnerId) ||
               std::any_of(readings.begin(), readings.end(),
                           [&value](const QString &partner) { return partner != value.partnerId; });
    }

private:
    static QString keyOf(Realm realm, const QString &clientId) { return toText(realm) + u' ' + clientId; }
    void note(Realm realm, const QString &clientId, const QString &partnerId)
    {
        if (const QString reading = otherReading(clientId); !reading.isEmpty())
            m_readings.insert(keyOf(realm, reading), partnerId);
    }
    [[nodiscard]] QString holderOf(Realm realm, const QString &clientId) const
    {
        if (clientId.isEmpty())
            return {};
        if (const auto found = m_earlier.constFind(keyOf(realm, clientId)); found != m_earlier.cend())
            return *found;
        const QString known = credential_rows::ofClientId(m_tx, realm, clientId);
        const auto stored = known.isEmpty() ? std::nullopt : credential_rows::find(m_tx, known);
        return stored ? stored->value.partnerId : QString();
    }

    Tx &m_tx;
    QHash<QString, QString> m_earlier;       // partner
    QMultiHash<QString, QString> m_readings; // partners whose id says this
};

void planClientId(ImportPlan &plan, const WriteCall &call, const ImportTable::Row &from, KnownNames &names,
                  Holders &holders, Tx &tx)
{
    FieldCheck check;
    Credential value = takeClientId(check, from.cells, call.now);
    const QString slug = from.cells.value(u"partner"_s);
    if (const Holders::Holder *holder = holders.find(slug))
        value.partnerId = holder->partner.id;
    ImportRow row;
    row.line = from.line;
    const bool isRepeated = names.isOfEarlierRow(value);
    const QString known = credential_rows::ofClientId(tx, value.realm, value.legacyClientId);
    const auto stored = known.isEmpty() ? std::nullopt : credential_rows::find(tx, known);
    if (stored && stored->value.partnerId == value.partnerId && !isRepeated) {
        names.add(value);
        row.subject = slug + u": "_s + value.legacyClientId;
        row.outcome = ImportOutcome::Unchanged;
        row.targetId = known;
        row.leftAlone = leftOfClientId(stored->value, value, from.cells.contains(u"name"_s));
        return plan.add(std::move(row));
    }
    checkHolder(check, value, slug, holders);
    if (isRepeated)
        check.fail(u"/client_id"_s, FieldFault::Repeated, u"An earlier row has it in this realm."_s);
    else if (stored)
        check.fail(u"/client_id"_s, FieldFault::Taken, u"It is another partner's in this realm."_s);
    else if (names.isReadAsAnothers(value))
        check.fail(u"/client_id"_s, FieldFault::Taken,
                   u"Sent with Basic, it could be taken for another partner's in this realm."_s);
    if (!isRepeated)
        names.add(value);
    if (!check.ok()) {
        row.subject = value.partnerId.isEmpty() ? QString() : slug;
        row.outcome = ImportOutcome::Refused;
        row.errors = check.errors();
        return plan.add(std::move(row));
    }
    row.subject = slug + u": "_s + value.legacyClientId;
    row.outcome = ImportOutcome::Create;
    plan.add(std::move(row), [&call, value](Tx &write) { return writeClientId(call, write, value); });
}

} // namespace

QStringList clientIdColumns()
{
    return {u"partner"_s, u"client_id"_s, u"name"_s, u"realm"_s, u"owner"_s, u"expires_at"_s};
}

ImportPlan planClientIds(const WriteCall &call, const ImportTable &table, Tx &tx)
{
    ImportPlan plan;
    KnownNames names(tx);
    Holders holders(tx, call.now);
    for (const ImportTable::Row &each : table.rows)
        planClientId(plan, call, each, names, holders, tx);
    return plan;
}

} // namespace pc::platform::imports

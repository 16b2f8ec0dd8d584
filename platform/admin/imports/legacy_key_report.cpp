// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/imports/legacy_key_report.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/credential_kinds.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace pc::platform::imports {

namespace {

bool isLeft(CredentialState state)
{
    return pc::rules::isLiving(state) || state == CredentialState::Suspended;
}

/// Of each partner and realm the newest living credential that is no imported one; for a client id one that
/// asks for tokens. And whom to write to.
class Successors
{
public:
    Successors(Tx &tx, const QDateTime &now) : m_tx(tx), m_now(now) {}

    [[nodiscard]] QString of(const LegacyKeyState &key)
    {
        const auto &known = ofPartner(key.partnerId);
        const auto found = known.ids.find({key.kind == CredentialKind::LegacyClientId, key.realm});
        return found == known.ids.end() ? QString() : found->second.id;
    }
    [[nodiscard]] QString contactOf(const QString &partnerId) { return ofPartner(partnerId).contact; }

private:
    struct Successor
    {
        QString id;
        QDateTime createdAt;
    };
    struct Known
    {
        std::map<std::pair<bool, Realm>, Successor> ids; ///< by "asks for tokens" and realm
        QString contact;
    };

    const Known &ofPartner(const QString &partnerId)
    {
        const auto known = m_known.find(partnerId);
        return known != m_known.end() ? known->second : m_known[partnerId] = read(partnerId);
    }

    [[nodiscard]] Known read(const QString &partnerId) const
    {
        Known known;
        const QList<CredentialRow> rows = credential_rows::ofPartner(m_tx, partnerId);
        for (const CredentialRow &row : rows) {
            const pc::rules::CredentialKindTraits &traits = pc::rules::traitsOf(row.value.kind);
            if (traits.imported || !pc::rules::isLiving(life_cycle::stateAt(row, m_now)))
                continue;
            for (const bool asksForTokens : {false, true}) {
                if (asksForTokens && traits.authentication != pc::rules::Authentication::TokenRequest)
                    continue;
                Successor &newest = known.ids[{asksForTokens, row.value.realm}];
                if (newest.id.isEmpty() || newest.createdAt <= row.value.createdAt)
                    newest = {row.value.id, row.value.createdAt};
            }
        }
        const auto partner = partner_rows::find(m_tx, partnerId, m_now);
        const QList<Contact> contacts = partner ? partner->contacts : QList<Contact>();
        const auto technical = std::find_if(contacts.begin(), contacts.end(), [](const Contact &each) {
            return each.kind == ContactKind::Technical && !each.email.isEmpty();
        });
        known.contact = technical == contacts.end() ? QString() : technical->email;
        return known;
    }

    Tx &m_tx;
    const QDateTime m_now;
    std::map<QString, Known> m_known;
};

void countLeft(LegacyKeyReport &report, const LegacyKeyState &key)
{
    ++report.left;
    report.clientIds += key.kind == CredentialKind::LegacyClientId ? 1 : 0;
    report.neverUsed += key.lastUsedAt ? 0 : 1;
    report.waiting += key.scheme == KeyScheme::Bcrypt && !key.rehashedAt ? 1 : 0;
    report.rehashed += key.rehashedAt ? 1 : 0;
    report.withoutSuccessor += key.successorId.isEmpty() ? 1 : 0;
}

} // namespace

LegacyKeyReport legacyKeyReport(AdminContext &context, Tx &tx, const QString &partnerId, int limit,
                                const QDateTime &now)
{
    LegacyKeyReport report;
    Successors successors(tx, now);
    const QList<CredentialRow> rows = credential_rows::imported(tx, partnerId);
    for (const CredentialRow &row : rows) {
        const Credential value = life_cycle::present(row, now);
        LegacyKeyState key;
        key.credentialId = value.id;
        key.kind = value.kind;
        key.name = value.name;
        key.partnerId = value.partnerId;
        key.partnerName = value.partnerName;
        key.realm = value.realm;
        key.state = value.state;
        if (value.legacy) {
            key.scheme = value.legacy->scheme;
            key.header = value.legacy->header;
        }
        key.clientId = value.legacyClientId;
        key.importedAt = value.createdAt;
        key.deadline = value.expiresAt;
        key.rehashedAt = value.legacy ? value.legacy->rehashedAt : std::nullopt;
        key.lastUsedAt = value.lastUsedAt;
        key.successorId = successors.of(key);
        key.contact = successors.contactOf(value.partnerId);
        if (isLeft(value.state))
            countLeft(report, key);
        else
            ++report.over;
        report.keys.append(key);
    }
    std::stable_partition(report.keys.begin(), report.keys.end(),
                          [](const LegacyKeyState &key) { return isLeft(key.state); });
    report.more = static_cast<int>(std::max<qsizetype>(0, report.keys.size() - limit));
    report.keys = report.keys.mid(0, limit);
    QHash<QString, QHash<QString, qint64>> calls; // by partner
    for (LegacyKeyState &key : report.keys) {
        if (!calls.contains(key.partnerId))
            calls.insert(key.partnerId,
                         context.usage.callsOfCredentials(tx, key.partnerId, now.addDays(-30)));
        key.calls30d = calls.value(key.partnerId).value(key.credentialId);
    }
    return report;
}

} // namespace pc::platform::imports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/imports/legacy_key_report.h"

#include "contract/rules/act_refusal.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/store/rows/credential_rows.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace pc::platform::imports {

namespace {

bool isLeft(CredentialState state)
{
    return pc::rules::isLiving(state) || state == CredentialState::Suspended;
}

/// Of each partner and realm the newest living credential that is no imported one.
class Successors
{
public:
    Successors(Tx &tx, const QDateTime &now) : m_tx(tx), m_now(now) {}

    [[nodiscard]] QString of(const QString &partnerId, Realm realm)
    {
        const auto known = m_known.find({partnerId, realm});
        if (known != m_known.end())
            return known->second;
        read(partnerId);
        return m_known[{partnerId, realm}];
    }

private:
    void read(const QString &partnerId)
    {
        std::map<Realm, QDateTime> newest;
        const QList<CredentialRow> rows = credential_rows::ofPartner(m_tx, partnerId);
        for (const CredentialRow &row : rows) {
            const Credential &value = row.value;
            const auto before = newest.find(value.realm);
            if (value.kind == CredentialKind::LegacyKey ||
                !pc::rules::isLiving(life_cycle::stateAt(row, m_now)) ||
                (before != newest.end() && before->second > value.createdAt))
                continue;
            newest[value.realm] = value.createdAt;
            m_known[{partnerId, value.realm}] = value.id;
        }
    }

    Tx &m_tx;
    const QDateTime m_now;
    std::map<std::pair<QString, Realm>, QString> m_known;
};

void countLeft(LegacyKeyReport &report, const LegacyKeyState &key)
{
    ++report.left;
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
        key.name = value.name;
        key.partnerId = value.partnerId;
        key.partnerName = value.partnerName;
        key.realm = value.realm;
        key.state = value.state;
        key.scheme = value.legacy ? value.legacy->scheme : KeyScheme::Unknown;
        key.header = value.legacy ? value.legacy->header : QString();
        key.importedAt = value.createdAt;
        key.deadline = value.expiresAt;
        key.rehashedAt = value.legacy ? value.legacy->rehashedAt : std::nullopt;
        key.lastUsedAt = value.lastUsedAt;
        key.successorId = successors.of(value.partnerId, value.realm);
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

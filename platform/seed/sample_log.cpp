// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/seed/sample_log.h"

#include "contract/codec/codecs.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/network_changes.h"
#include "platform/seed/sample_event.h"

#include <algorithm>

namespace pc::platform::seed {

using namespace Qt::StringLiterals;

namespace {

/// The events that made the partners and credentials what they are, oldest first.
QList<AuditEvent> history(const Sample &sample)
{
    QList<AuditEvent> events;
    for (const QString &account : sample.operators) {
        AuditEvent added = eventAbout(AuditAction::OperatorAdd, account, account, {});
        added.changes = {{u"roles"_s, {}, toText(roleOf(account))}};
        added = by(added, u"command"_s, sample.begin());
        added.actorRole = u"host"_s;
        added.source = u"local"_s;
        events.append(added);
    }
    for (const ApiVersion &version : sample.versions) {
        const Api &api = sample.catalogue.api;
        AuditEvent added =
            eventAbout(AuditAction::VersionCreate, api.id, QString(api.name + u' ' + version.pathPrefix), {});
        const QJsonObject stands = toJson(version);
        for (const QString &field : {u"path_prefix"_s, u"deprecated_at"_s, u"sunset_at"_s, u"successor_url"_s,
                                     u"guide_url"_s, u"sentence"_s})
            added.changes.append({field, {}, stands.value(field).toString()});
        added.changes.append({u"version_id"_s, {}, version.id});
        added.reason = u"Version 2 of the invoices is complete"_s;
        events.append(by(added, version.updatedBy, version.createdAt));
    }
    for (const SamplePartner &entry : sample.partners) {
        const Partner &partner = entry.partner;
        AuditEvent made = eventAbout(AuditAction::PartnerCreate, partner.id, partner.name, partner.id);
        made.changes = {{u"name"_s, {}, partner.name},
                        {u"country"_s, {}, partner.country},
                        {u"stage"_s, {}, u"sandbox"_s}};
        events.append(by(made, partner.owner, partner.createdAt));
        if (partner.stage != Stage::Sandbox) {
            AuditEvent up = eventAbout(AuditAction::PartnerPromote, partner.id, partner.name, partner.id);
            up.changes = {{u"stage"_s, u"sandbox"_s, toText(partner.stage)}};
            up.reason = u"All gates passed"_s;
            up.ticket = u"OPS-%1"_s.arg(1200 + events.size());
            events.append(by(up, partner.owner, partner.stageSince));
        }
        for (const ScopeChange &change : sample.scopeChanges) {
            if (sample.partners.at(change.partner).partner.id != partner.id)
                continue;
            AuditEvent granted = eventAbout(AuditAction::GrantEdit, partner.id, partner.name, partner.id);
            granted.changes = {{u"scopes"_s, change.before.join(u", "_s), change.after.join(u", "_s)}};
            granted.reason = change.reason;
            granted.ticket = change.ticket;
            events.append(by(granted, change.by, change.at));
        }
        if (entry.networks.version > 0) {
            AuditEvent listed = eventAbout(AuditAction::NetworksEdit, partner.id, partner.name, partner.id);
            listed.changes = domain::networkChanges({}, entry.networks);
            listed.reason = u"Agreed with the partner's security contact"_s;
            events.append(by(listed, entry.networks.updatedBy, *entry.networks.updatedAt));
        }
        for (const CredentialRow &credential : entry.credentials) {
            const Credential &value = credential.value;
            AuditEvent issued = eventAbout(AuditAction::CredentialIssue, value.id, value.name, partner.id);
            issued.changes = {{u"realm"_s, {}, toText(value.realm)},
                              {u"scopes"_s, {}, value.scopes.join(u", "_s)}};
            events.append(by(issued, value.createdBy, value.createdAt));
            if (value.revokedAt) {
                AuditEvent revoked =
                    eventAbout(AuditAction::CredentialRevoke, value.id, value.name, partner.id);
                revoked.changes = {{u"state"_s, u"active"_s, u"revoked"_s}};
                revoked.reason = value.revokedReason;
                events.append(by(revoked, value.revokedBy, *value.revokedAt));
            }
            if (value.state == CredentialState::Suspended) {
                AuditEvent suspended =
                    eventAbout(AuditAction::CredentialSuspend, value.id, value.name, partner.id);
                suspended.changes = {{u"state"_s, u"active"_s, u"suspended"_s}};
                suspended.reason = u"The partner reported a lost laptop"_s;
                events.append(by(suspended, u"sec-1"_s, sample.suspendedSince()));
            }
        }
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const AuditEvent &a, const AuditEvent &b) { return a.at < b.at; });
    return events;
}

} // namespace

SampleLog::SampleLog(const Sample &sample, qint64 events)
    : m_made(history(sample)), m_everyday(std::max<qint64>(0, events - m_made.size())),
      m_begin(m_made.constFirst().at.toMSecsSinceEpoch()), m_span(sample.anchor.toMSecsSinceEpoch() - m_begin)
{
}

QDateTime SampleLog::timeOf(qint64 everyday) const
{
    const double share = static_cast<double>(everyday + 1) / static_cast<double>(m_everyday + 1);
    return QDateTime::fromMSecsSinceEpoch(m_begin + static_cast<qint64>(static_cast<double>(m_span) * share),
                                          Qt::UTC);
}

qint64 SampleLog::sizeAt(const QDateTime &at) const
{
    const auto made =
        std::upper_bound(m_made.begin(), m_made.end(), at,
                         [](const QDateTime &time, const AuditEvent &event) { return time < event.at; });
    qint64 low = 0;
    for (qint64 high = m_everyday; low < high;) {
        const qint64 middle = low + (high - low) / 2;
        if (timeOf(middle) <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return (made - m_made.begin()) + low;
}

} // namespace pc::platform::seed

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/network_changes.h"
#include "platform/seed/sample.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/schema/schema.h"

#include <algorithm>

namespace pc::platform::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 progressEvery = 2000;

AuditEvent by(AuditEvent event, const QString &actor, const QDateTime &at)
{
    event.actor = actor;
    event.actorRole = actor.startsWith(u"sec"_s)       ? u"security"_s
                      : actor.startsWith(u"support"_s) ? u"support"_s
                      : actor == u"platform"_s         ? u"platform"_s
                                                       : u"partner_ops"_s;
    event.source = actor == u"platform"_s ? u"clock"_s : u"192.0.2.17"_s;
    event.at = at;
    return event;
}

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

/// An everyday event.
AuditEvent everyday(const Sample &sample, SampleRandom &random, const QDateTime &at)
{
    static const QStringList reasons{u"Asked for by the partner's API team"_s,
                                     u"Yearly review"_s,
                                     u"New delivery region"_s,
                                     u"Support case"_s,
                                     u"Test of the partner's new release"_s,
                                     u"Agreed in the weekly call"_s};
    const SamplePartner &entry = random.pick(sample.partners);
    const Partner &partner = entry.partner;
    const Credential &credential = random.pick(entry.credentials).value;
    const QString &actor = random.pick(sample.operators);
    const qint64 kind = random.below(100);
    AuditEvent event;
    if (kind < 34) {
        event = eventAbout(AuditAction::SessionBegin, actor, actor, {});
    } else if (kind < 50) {
        event = eventAbout(AuditAction::SessionEnd, u"ses_"_s + random.text(8), actor, {});
    } else if (kind < 66) {
        event = eventAbout(AuditAction::PartnerEdit, partner.id, partner.name, partner.id);
        event.changes = {{u"notes"_s, u"Called on day %1"_s.arg(random.below(300)),
                          u"Called on day %1"_s.arg(random.below(300))}};
    } else if (kind < 78) {
        event = eventAbout(AuditAction::GrantEdit, partner.id, partner.name, partner.id);
        event.changes = {{u"limit_override.limits.burst"_s, QString::number(10 + random.below(40)),
                          QString::number(10 + random.below(80))}};
    } else if (kind < 86) {
        event = eventAbout(AuditAction::CredentialRotate, credential.id, credential.name, partner.id);
        event.changes = {{u"grace_seconds"_s, {}, u"86400"_s}};
    } else if (kind < 92) {
        event = eventAbout(AuditAction::CredentialAck, credential.id, credential.name, partner.id);
        event.changes = {{u"state"_s, u"pending"_s, u"active"_s}};
    } else if (kind < 96) {
        event = eventAbout(AuditAction::GenerationGraceEnded, credential.id, credential.name, partner.id);
        event.changes = {{u"generation"_s, {}, QString::number(1 + random.below(4))}};
        return by(event, u"platform"_s, at);
    } else if (credential.state == CredentialState::Suspended && at < sample.suspendedSince()) {
        // Of others: what is closed by an event and opened by none would be closed in the tables.
        const bool closes = kind < 98;
        event = eventAbout(closes ? AuditAction::CredentialSuspend : AuditAction::CredentialResume,
                           credential.id, credential.name, partner.id);
        event.changes = {
            {u"state"_s, closes ? u"active"_s : u"suspended"_s, closes ? u"suspended"_s : u"active"_s}};
    } else {
        event = eventAbout(AuditAction::PartnerEdit, partner.id, partner.name, partner.id);
        event.changes = {{u"tags"_s, u"pilot"_s, u"pilot, yearly review"_s}};
    }
    if (kind >= 50) {
        event.reason = random.pick(reasons);
        if (random.below(2) == 0)
            event.ticket = u"OPS-%1"_s.arg(1000 + random.below(8000));
    }
    event.requestId = u"req_"_s + random.text(16);
    return by(event, actor, at);
}

} // namespace

void storeAudit(Tx &tx, const Sample &sample, qint64 events, const Progress &progress)
{
    SampleRandom random(static_cast<quint64>(sample.anchor.toSecsSinceEpoch()) ^ 0x61756469ULL);
    const QList<AuditEvent> fixed = history(sample);
    const qint64 total = std::max<qint64>(events, fixed.size());
    const qint64 fill = total - fixed.size();
    const qint64 begin = fixed.constFirst().at.toMSecsSinceEpoch();
    const qint64 span = sample.anchor.toMSecsSinceEpoch() - begin;
    dropAuditIndexes(tx);
    audit_log::BulkAppender log(tx);
    qsizetype next = 0;
    for (qint64 i = 0; i < fill; ++i) {
        if (i % progressEvery == 0)
            progress(i, total);
        const auto at = QDateTime::fromMSecsSinceEpoch(
            begin + static_cast<qint64>(static_cast<double>(span) * static_cast<double>(i + 1) /
                                        static_cast<double>(fill + 1)),
            Qt::UTC);
        while (next < fixed.size() && fixed.at(next).at <= at)
            log.append(fixed.at(next++));
        log.append(everyday(sample, random, at));
    }
    while (next < fixed.size())
        log.append(fixed.at(next++));
    log.finish();
    progress(total, total);
    makeAuditIndexes(tx, [&] { progress(total, total); });
}

} // namespace pc::platform::seed

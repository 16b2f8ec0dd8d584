// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/audit_diff.h"
#include "platform/seed/sample_event.h"
#include "platform/seed/sample_log.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/schema/schema.h"

namespace pc::platform::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 progressEvery = 2000;

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
    const SampleLog times(sample, events);
    const qint64 total = times.size();
    const QList<AuditEvent> &made = times.made();
    dropAuditIndexes(tx);
    audit_log::BulkAppender log(tx);
    qsizetype next = 0;
    for (qint64 i = 0; i < times.everyday(); ++i) {
        if (i % progressEvery == 0)
            progress(i, total);
        const QDateTime at = times.timeOf(i);
        while (next < made.size() && made.at(next).at <= at)
            log.append(made.at(next++));
        log.append(everyday(sample, random, at));
    }
    while (next < made.size())
        log.append(made.at(next++));
    log.finish();
    progress(total, total);
    makeAuditIndexes(tx, [&] { progress(total, total); });
}

} // namespace pc::platform::seed

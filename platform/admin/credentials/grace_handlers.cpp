// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/credentials/grace_handlers.h"

#include "platform/admin/api/body.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/revocation/foreseen.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/domain/field_check.h"
#include "platform/store/rows/credential_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// An end as it was asked for.
struct AskedGrace
{
    AdminExpected<GraceRequest> request; ///< or what is wrong with the request itself
    bool ends = false;                   ///< now: a revocation, no edit; never of a wrong request
    QDateTime now;                       ///< by which it is judged
};

AskedGrace graceOf(const WriteCall &call)
{
    AdminExpected<Body<GraceRequest>> body = readBody<GraceRequest>(call);
    if (!body)
        return {tl::make_unexpected(std::move(body.error())), false, call.now};
    const bool ends = body->value.until <= call.now;
    FieldCheck check(body->faults);
    check.reason(body->value.reason, pc::rules::reasonNeed(call.operation.op, {.endsNow = ends}));
    if (!check.ok())
        return {invalid(check.errors()), false, call.now};
    return {std::move(body->value), ends, ends ? call.context.settledAt(call.now) : call.now};
}

WriteResult moveGrace(const WriteCall &call, const AskedGrace &asked, Tx &tx)
{
    const auto row = credential_rows::find(tx, call.parameter("credential_id"));
    if (!row)
        return notFound(u"credential"_s);
    if (!call.matches(row->value.version))
        return stale(toJson(life_cycle::present(*row, call.now)), etagOf(row->value.version));
    if (!asked.request)
        return tl::make_unexpected(asked.request.error());
    const GraceRequest &request = *asked.request;
    const QDateTime &now = asked.now;
    const auto next = life_cycle::graceMoved(*row, asked.ends ? now : request.until, now);
    if (!next)
        return conflict(next.error());
    const Credential &credential = row->value;
    const auto endOf = [&now](const CredentialRow &value) {
        const auto until = life_cycle::graceEnd(value, now);
        return until ? until->toString(Qt::ISODateWithMs) : u"ended"_s;
    };
    AuditEvent event =
        eventAbout(AuditAction::CredentialGrace, credential.id, credential.name, credential.partnerId);
    event.changes = {{u"grace_until"_s, endOf(*row), endOf(*next)}};
    event.reason = request.reason;
    event.ticket = request.ticket;
    return storeCredential(tx, *next, event,
                           replyVersioned(life_cycle::present(*next, now), next->value.version));
}

/// The generation that is in its grace, or nullptr.
const GenerationRule *inGrace(const CredentialRule &rule)
{
    const auto found =
        std::find_if(rule.generations.begin(), rule.generations.end(),
                     [](const GenerationRule &each) { return each.state == GenerationState::Grace; });
    return found == rule.generations.end() ? nullptr : &*found;
}

Instant graceEnd(const CredentialRule &rule)
{
    const GenerationRule *older = inGrace(rule);
    return older && older->graceUntil ? *older->graceUntil : Instant{};
}

} // namespace

AdminExpected<PreparedWrite> credentialGrace(const WriteCall &call)
{
    // Refused in its turn, after the replay: what it asks for was an edit when it was sent first, and ends
    // something now.
    AskedGrace asked = graceOf(call);
    const QString id = call.parameter("credential_id");
    const auto rule = call.context.policy.current()->credential(id16Of(id));
    const bool accepted = asked.request && rule && call.matches(rule->version) &&
                          foreseen::mayShortenGrace(*rule, instantOf(asked.now));
    PreparedWrite write;
    write.course = asked.ends ? PreparedWrite::Course::Urgent : PreparedWrite::Course::AtOnce;
    if (accepted && asked.ends) {
        JournalEntry entry = journalEntry(call, JournalEntry::Kind::Generation, id, asked.request->reason,
                                          asked.request->ticket);
        entry.generation = inGrace(*rule)->number;
        denyFirst(write, entry);
    } else if (accepted && instantOf(asked.request->until) < graceEnd(*rule)) {
        write.narrowing = narrowings::ofNearerGrace(rule->id16, instantOf(asked.request->until));
    } // else there is nothing to shut, or the store will refuse it
    write.act = [asked = std::move(asked)](const WriteCall &each, Tx &tx) {
        return moveGrace(each, asked, tx);
    };
    return write;
}

} // namespace pc::platform::handlers

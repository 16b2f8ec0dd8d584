// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/credentials/issue_handlers.h"

#include "contract/crypto/credential_format.h"
#include "platform/admin/api/body.h"
#include "platform/admin/api/sealed_reply.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/credentials/credential_maker.h"
#include "platform/admin/revocation/foreseen.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/admin/revocation/revocation_request.h"
#include "platform/core/policy/policy_rules.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/domain/credential_rules.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// A generation that waits for its acknowledgement, answered with its sealed bytes.
WriteResult storeSealed(const WriteCall &call, Tx &tx, const CredentialRow &row, int generation,
                        const AuditEvent &event)
{
    WriteOutcome outcome = storeCredential(tx, row, event, {}); // the answer is made of the stored row
    AdminResult answer = sealedReply(tx, row.value.id, generation, 201, call.now);
    if (!answer)
        return tl::make_unexpected(std::move(answer.error()));
    outcome.answer = std::move(*answer);
    outcome.sealed = {row.value.id, generation};
    return outcome;
}

/// Of a kind that holds no secret: the rules have refused it before, by the same table.
tl::unexpected<AdminProblem> noSecret()
{
    return conflict({ProblemCode::NotRotating, u"No secret is made for this kind of credential."_s});
}

WriteResult issue(const WriteCall &call, const AdminExpected<Body<IssueRequest>> &asked, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    const auto grant = partner ? catalogue_rows::grant(tx, partner->id) : std::nullopt;
    if (!grant)
        return notFound(u"partner"_s);
    if (!asked)
        return tl::make_unexpected(asked.error());
    const IssueRequest &request = asked->value;
    QList<FieldError> errors = domain::checkIssue(request, asked->faults, *grant, call.now);
    if (!request.owner.isEmpty() && !operator_rows::isOwner(tx, request.owner))
        errors.append(pc::rules::fieldError(u"/owner"_s, pc::rules::FieldFault::UnknownValue,
                                            u"There is no such operator."_s));
    if (!errors.isEmpty())
        return invalid(errors);
    if (const auto refused = domain::mayHold(*partner, request.realm))
        return refuse(refused->code, u"The partner cannot hold this credential now"_s, refused->detail);

    AdminContext &context = call.context;
    CredentialRow row;
    Credential &value = row.value;
    value.id = u"crd_"_s + QString::fromLatin1(newCredentialId(context.random));
    value.partnerId = partner->id;
    value.partnerName = partner->name;
    value.name = request.name;
    value.kind = request.kind;
    value.realm = request.realm;
    value.scopes = request.scopes;
    value.owner = request.owner;
    value.createdBy = call.actor.account;
    value.expiresAt = request.expiresAt;
    const auto fresh = makeGeneration(value, 1, request.sealTo, call.key, context.settings.brand,
                                      context.peppers, context.random);
    if (!fresh)
        return noSecret();
    row = life_cycle::issued(row, *fresh, call.now);

    AuditEvent event = eventAbout(AuditAction::CredentialIssue, value.id, value.name, partner->id);
    event.changes = {{u"kind"_s, {}, toText(value.kind)},
                     {u"realm"_s, {}, toText(value.realm)},
                     {u"scopes"_s, {}, value.scopes.join(u", "_s)},
                     {u"expires_at"_s, {}, value.expiresAt.toString(Qt::ISODate)},
                     {u"owner"_s, {}, value.owner},
                     {u"state"_s, {}, u"pending"_s}};
    event.reason = request.reason;
    event.ticket = request.ticket;
    event.singleOperator = true; // nobody else was asked
    return storeSealed(call, tx, row, 1, event);
}

/// A rotation as it was asked for, or what is wrong with the request itself.
AdminExpected<RotateRequest> rotationOf(const WriteCall &call)
{
    AdminExpected<Body<RotateRequest>> body = readBody<RotateRequest>(call);
    if (!body)
        return tl::make_unexpected(std::move(body.error()));
    const QList<FieldError> errors = domain::checkRotate(body->value, body->faults, call.now);
    if (!errors.isEmpty())
        return invalid(errors);
    return std::move(body->value);
}

WriteResult rotate(const WriteCall &call, const AdminExpected<RotateRequest> &request, Tx &tx)
{
    const auto row = credential_rows::find(tx, call.parameter("credential_id"));
    if (!row)
        return notFound(u"credential"_s);
    if (!call.matches(row->value.version))
        return stale(toJson(life_cycle::present(*row, call.now)), etagOf(row->value.version));
    if (!request)
        return tl::make_unexpected(request.error());
    if (const auto may = life_cycle::mayRotate(*row, request->emergency, call.now); !may)
        return conflict(may.error());
    const auto partner = partner_rows::find(tx, row->value.partnerId, call.now);
    if (const auto refused = domain::mayHold(partner.value_or(Partner{}), row->value.realm))
        return refuse(refused->code, u"The partner cannot hold this credential now"_s, refused->detail);

    AdminContext &context = call.context;
    const int number = life_cycle::nextNumber(*row);
    const auto fresh = makeGeneration(row->value, number, request->sealTo, call.key, context.settings.brand,
                                      context.peppers, context.random);
    if (!fresh)
        return noSecret();
    const auto next = life_cycle::rotated(
        *row, *fresh, {request->graceSeconds, request->expiresAt, request->emergency}, call.now);
    if (!next)
        return conflict(next.error());

    AuditEvent event =
        eventAbout(AuditAction::CredentialRotate, row->value.id, row->value.name, row->value.partnerId);
    event.changes = {{u"generation"_s, QString::number(number - 1), QString::number(number)},
                     {u"grace_seconds"_s, {}, QString::number(request->graceSeconds)}};
    if (request->emergency)
        event.changes.append({u"emergency"_s, {}, u"true"_s});
    if (request->expiresAt) // from the acknowledgement on
        event.changes.append({u"expires_at_when_acknowledged"_s, row->value.expiresAt.toString(Qt::ISODate),
                              request->expiresAt->toString(Qt::ISODate)});
    event.reason = request->reason;
    event.ticket = request->ticket;
    return storeSealed(call, tx, *next, number, event);
}

/// What an emergency takes away: the older of two generations.
Narrowing narrowingOfRotation(const WriteCall &call, const AdminExpected<RotateRequest> &request)
{
    if (!request || !request->emergency)
        return {};
    const PolicyRef policy = call.context.policy.current();
    const auto credential = policy->credential(id16Of(call.parameter("credential_id")));
    const auto partner = credential ? policy->partner(credential->partnerId) : nullptr;
    if (!partner || !call.matches(credential->version) ||
        !foreseen::mayRotate(*credential, *partner, instantOf(call.now)))
        return {};
    return narrowings::ofOlderGeneration(credential->id16);
}

/// An acknowledgement as it was asked for.
struct AskedAck
{
    std::optional<int> number; ///< of the generation; nothing when the path names none
    AdminExpected<AckRequest> request;
};

AskedAck ackOf(const WriteCall &call)
{
    bool ok = false;
    const int number = call.parameter("generation").toInt(&ok);
    return {ok ? std::optional(number) : std::nullopt, bodyAs<AckRequest>(call)};
}

WriteResult acknowledge(const WriteCall &call, const AskedAck &asked, Tx &tx)
{
    const auto row = credential_rows::find(tx, call.parameter("credential_id"));
    if (!row)
        return notFound(u"credential"_s);
    const GenerationRow *generation = nullptr;
    for (const GenerationRow &candidate : row->generations) {
        if (candidate.value.number == asked.number)
            generation = &candidate;
    }
    if (!generation)
        return notFound(u"generation"_s);
    const int number = *asked.number;
    const AdminExpected<AckRequest> &request = asked.request;
    if (!request)
        return tl::make_unexpected(request.error());
    const auto next = life_cycle::acknowledged(*row, number, call.now);
    if (!next)
        return conflict(next.error());
    if (!isExpectedAck(ruleOf(*row), number, request->digest, call.context.peppers))
        return refuse(ProblemCode::WrongDigest, u"The digest is not the one of this secret"_s,
                      u"Nothing was changed."_s);

    const Credential credential = life_cycle::present(*next, call.now);
    AuditEvent event =
        eventAbout(AuditAction::CredentialAck, credential.id, credential.name, credential.partnerId);
    event.changes = {{u"generation"_s, {}, QString::number(number)},
                     {u"state"_s, toText(life_cycle::stateAt(*row, call.now)), toText(credential.state)}};
    if (credential.expiresAt != row->value.expiresAt)
        event.changes.append({u"expires_at"_s, row->value.expiresAt.toString(Qt::ISODate),
                              credential.expiresAt.toString(Qt::ISODate)});
    if (const auto until = life_cycle::graceEnd(*next, call.now))
        event.changes.append({u"grace_until"_s, {}, until->toString(Qt::ISODate)});
    WriteOutcome outcome = storeCredential(tx, *next, event, replyVersioned(credential, credential.version));
    outcome.stored = [&store = call.context.store] { store.forgetDeleted(); }; // the sealed bytes
    return outcome;
}

/// The older secret that this acknowledgement ends at once; nothing when it ends none, or the store will
/// refuse it. (By the stored rule: one that is on its way already is answered like the first.)
std::optional<JournalEntry> endedBy(const WriteCall &call, const AskedAck &asked)
{
    const QString id = call.parameter("credential_id");
    const auto rule = call.context.policy.current()->storedCredential(id16Of(id));
    const auto ended = asked.number && asked.request && rule
                           ? foreseen::endedByAck(*rule, *asked.number, instantOf(call.now))
                           : std::nullopt;
    if (!ended || !isExpectedAck(*rule, *asked.number, asked.request->digest, call.context.peppers))
        return {};
    JournalEntry entry = journalEntry(call, JournalEntry::Kind::Generation, id, {}, {});
    entry.generation = *ended;
    return entry;
}

/// The half of it that needs no store.
AdminResult onlyEnded(bool journaled)
{
    AdminResult result = notStored(journaled);
    result.error().problem.detail +=
        u" Only the older secret has ended: the new one works when the acknowledgement is stored. Send it again."_s;
    return result;
}

} // namespace

AdminExpected<PreparedWrite> credentialIssue(const WriteCall &call)
{
    return PreparedWrite{[asked = readBody<IssueRequest>(call)](const WriteCall &write, Tx &tx) {
        return issue(write, asked, tx);
    }};
}

AdminExpected<PreparedWrite> credentialRotate(const WriteCall &call)
{
    AdminExpected<RotateRequest> request = rotationOf(call);
    Narrowing narrowing = narrowingOfRotation(call, request);
    return PreparedWrite{
        [request = std::move(request)](const WriteCall &asked, Tx &tx) { return rotate(asked, request, tx); },
        PreparedWrite::Course::AtOnce, std::move(narrowing)};
}

AdminExpected<PreparedWrite> credentialAck(const WriteCall &call)
{
    const AskedAck ack = ackOf(call);
    PreparedWrite write{[ack](const WriteCall &asked, Tx &tx) { return acknowledge(asked, ack, tx); }};
    if (const auto entry = endedBy(call, ack)) { // else it waits as other writes
        denyFirst(write, *entry);
        write.course = PreparedWrite::Course::Urgent;
        write.unstored = [](const WriteCall &, bool journaled) { return onlyEnded(journaled); };
    }
    return write;
}

} // namespace pc::platform::handlers

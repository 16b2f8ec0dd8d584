// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/running_write.h"

#include "contract/crypto/hashing.h"
#include "platform/admin/api/caller.h"
#include "platform/admin/api/if_match.h"
#include "platform/admin/api/sealed_reply.h"
#include "platform/admin/api/settle_outcome.h"
#include "platform/core/policy/widening.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/admin_rows.h"

#include <algorithm>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxKeyLength = 200;

} // namespace

AdminExpected<std::shared_ptr<RunningWrite>> beginWrite(const AdminCall &call, const WriteHandler &handler)
{
    AdminContext &context = call.context;
    const HttpHeaders &headers = call.request.headers;
    if (headers.count("Idempotency-Key") != 1)
        return refuse(ProblemCode::IdempotencyKeyRequired, u"An Idempotency-Key is required"_s);
    const QByteArray key = headers.value("Idempotency-Key");
    const bool visible = std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (key.isEmpty() || key.size() > maxKeyLength || !visible)
        return refuse(ProblemCode::IdempotencyKeyRequired, u"The Idempotency-Key is not usable"_s,
                      u"1 to 200 visible ASCII characters."_s);
    const QString name = QString::fromLatin1(call.operation.id);
    auto ticket = context.inFlight.enter(call.actor.account, name, QString::fromLatin1(key));
    if (!ticket)
        return refuse(ProblemCode::IdempotencyInFlight, u"The same request is still being carried out"_s);
    WriteCall asked{call};
    asked.key = QString::fromLatin1(key);
    asked.ifMatch = onlyEntityTag(headers);
    asked.requestHash = sha256LengthPrefixed(
        {call.operation.method, call.request.rawPath, call.request.rawQuery, call.request.body});
    AdminExpected<PreparedWrite> prepared = handler.prepare(asked);
    if (!prepared)
        return tl::make_unexpected(std::move(prepared.error()));
    auto write = std::make_shared<RunningWrite>(RunningWrite{std::move(asked), std::move(*prepared)});
    write->ticket = std::move(ticket);
    if (write->prepared.reopens) // from here on a revocation overtakes it
        write->reopening = context.reopenings.wait(
            *write->prepared.reopens, QStringList{call.actor.account, name, write->call.key}.join(u'\n'));
    return write;
}

namespace {

/// A revocation overtook an act that would have opened what it closes.
AdminResult closedMeanwhile()
{
    return refuse(ProblemCode::ClosedMeanwhile, u"It was closed again while this waited"_s,
                  u"Nothing was changed. Whoever still wants it open asks again."_s);
}

/// What this key was answered before: nothing when it is new, the reply, or 422 for another request.
std::optional<AdminResult> replay(const WriteCall &call, Tx &tx)
{
    const auto row =
        idempotency_rows::find(tx, call.actor.account, QString::fromLatin1(call.operation.id), call.key);
    if (!row)
        return {};
    if (row->requestHash != call.requestHash)
        return AdminResult(
            refuse(ProblemCode::IdempotencyConflict, u"This Idempotency-Key was used for another request"_s));
    if (row->status == statusOf(ProblemCode::ClosedMeanwhile)) // the only refusal that is kept
        return closedMeanwhile();
    if (!row->subject.isEmpty())
        return sealedReply(tx, row->subject, row->generation, row->status, call.now);
    AdminReply reply;
    reply.status = row->status;
    reply.etag = row->etag;
    reply.body = row->body;
    reply.headers.set("Idempotency-Replayed", "true");
    return AdminResult(std::move(reply));
}

/// Keeps the reply for a repeated request.
void remember(const WriteCall &call, Tx &tx, const AdminReply &reply,
              const std::optional<SealedSubject> &sealed = {})
{
    IdempotencyRow row;
    row.actor = call.actor.account;
    row.operation = QString::fromLatin1(call.operation.id);
    row.key = call.key;
    row.requestHash = call.requestHash;
    row.at = call.now;
    row.status = reply.status;
    row.etag = reply.etag;
    if (sealed) {
        row.subject = sealed->credentialId;
        row.generation = sealed->generation;
    } else {
        row.body = reply.body;
    }
    idempotency_rows::put(tx, row);
}

template <typename Rule>
bool widens(const std::shared_ptr<const Rule> &stored, const Rule &next, Instant now)
{
    return !stored || (isWidening(*stored, next, now) && !isWidening(next, *stored, now));
}

/// Of a plan: nobody has one that is new, and its partners' own limits only hide it.
bool widens(const std::optional<pc::rules::StageLimits> &stored,
            const std::optional<pc::rules::StageLimits> &next)
{
    if (!stored || !next)
        return !stored;
    using pc::rules::isWithin;
    return *stored != *next && isWithin(stored->sandbox, next->sandbox) &&
           isWithin(stored->limited, next->limited) && isWithin(stored->production, next->production);
}

/// Whether a write gives something and is proven to take nothing away. What is new takes nothing.
bool widens(const Policy &before, const std::vector<PolicyRule> &rules, const QDateTime &now)
{
    const auto each = [&before, at = instantOf(now)](const PolicyRule &rule) {
        if (const auto *partner = std::get_if<PartnerRule>(&rule))
            return widens(before.storedPartner(partner->id), *partner, at);
        // Not proven: routes may be gone, an observation may have ended.
        if (std::holds_alternative<CatalogueRule>(rule) || std::holds_alternative<ObservationRules>(rule))
            return false;
        if (const auto *plan = std::get_if<PlanRule>(&rule))
            return widens(before.planLimits(plan->planId), plan->limits);
        const auto &credential = std::get<CredentialRule>(rule);
        return widens(before.storedCredential(credential.id16), credential, at);
    };
    return !rules.empty() && std::all_of(rules.begin(), rules.end(), each);
}

/// Remembers, and hands over to what follows every write.
AdminResult settle(const std::shared_ptr<RunningWrite> &write, Tx &tx, WriteOutcome outcome)
{
    const WriteCall &call = write->call;
    AdminReply answer = std::move(outcome.answer);
    remember(call, tx, answer, outcome.sealed);
    tx.afterCommit([write] { write->committed = true; });
    settleOutcome(call.context, tx, std::move(outcome), ofTheCaller(call), write->narrowed.ticket,
                  [write](qint64 number) { write->published = number; });
    return answer;
}

} // namespace

AdminResult carryOut(const std::shared_ptr<RunningWrite> &write, Tx &tx)
{
    const WriteCall &call = write->call;
    // What takes power away was allowed when it was asked, and stays in force.
    const bool narrows = write->narrowed.ticket != 0;
    if (auto over = narrows ? std::nullopt : noLongerAllowed(call)) {
        tx.rollBack();
        return tl::make_unexpected(std::move(*over));
    }
    if (auto known = replay(call, tx)) {
        if (call.context.history.owesLine()) // may be what the line is owed for
            throw SqlFailure({StoreError::Kind::Other, u"the anchor file cannot be written"_s});
        tx.rollBack();
        return std::move(*known);
    }
    if (call.lacksVersion()) {
        tx.rollBack();
        return refuse(ProblemCode::IfMatchRequired, u"If-Match is required"_s,
                      u"Send the one entity tag, in quotes, of the object as you read it."_s);
    }
    if (write->reopening && write->reopening->isOvertaken()) {
        // Whoever lost this answer repeats the request, and must not open then what was closed since.
        AdminReply kept;
        kept.status = statusOf(ProblemCode::ClosedMeanwhile);
        remember(call, tx, kept);
        return closedMeanwhile();
    }
    WriteResult outcome = write->prepared.act(call, tx);
    if (!outcome) {
        tx.rollBack();
        return tl::make_unexpected(std::move(outcome.error()));
    }
    write->widens = widens(*call.context.policy.current(), outcome->policy, call.now);
    if (auto over = narrows && !write->widens ? std::nullopt : noLongerAllowed(call)) {
        tx.rollBack();
        return tl::make_unexpected(std::move(*over));
    }
    return settle(write, tx, std::move(*outcome));
}

} // namespace pc::platform

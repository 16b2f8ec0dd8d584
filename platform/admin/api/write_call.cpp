// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/write_call.h"

#include "contract/crypto/hashing.h"
#include "platform/admin/api/caller.h"
#include "platform/admin/api/if_match.h"
#include "platform/admin/api/sealed_reply.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/admin_rows.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxKeyLength = 200;

} // namespace

AdminExpected<std::shared_ptr<WriteCall>> beginWrite(const AdminCall &call)
{
    const HttpHeaders &headers = call.request.headers;
    if (headers.count("Idempotency-Key") != 1)
        return refuse(ProblemCode::IdempotencyKeyRequired, u"An Idempotency-Key is required"_s);
    const QByteArray key = headers.value("Idempotency-Key");
    const bool visible = std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (key.isEmpty() || key.size() > maxKeyLength || !visible)
        return refuse(ProblemCode::IdempotencyKeyRequired, u"The Idempotency-Key is not usable"_s,
                      u"1 to 200 visible ASCII characters."_s);
    auto write = std::make_shared<WriteCall>(
        WriteCall{call, QString::fromLatin1(key), {}, {}, {}, {}, 0, {}, {}, false, {}, {}, false, 0});
    write->requestHash = sha256LengthPrefixed(
        {call.operation.method, call.request.rawPath, call.request.rawQuery, call.request.body});
    write->ifMatch = onlyEntityTag(headers);
    write->ticket =
        call.context.inFlight.enter(call.actor.account, QString::fromLatin1(call.operation.id), write->key);
    if (!write->ticket)
        return refuse(ProblemCode::IdempotencyInFlight, u"The same request is still being carried out"_s);
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
void remember(const WriteCall &call, Tx &tx, const AdminReply &reply)
{
    IdempotencyRow row;
    row.actor = call.actor.account;
    row.operation = QString::fromLatin1(call.operation.id);
    row.key = call.key;
    row.requestHash = call.requestHash;
    row.at = call.now;
    row.status = reply.status;
    row.etag = reply.etag;
    row.subject = call.sealedSubject;
    row.generation = call.sealedGeneration;
    if (call.sealedSubject.isEmpty())
        row.body = reply.body;
    idempotency_rows::put(tx, row);
}

} // namespace

AdminResult carryOut(const std::shared_ptr<WriteCall> &call, Tx &tx,
                     const std::function<AdminResult(WriteCall &, Tx &)> &act)
{
    call->changes.clear();
    call->publish = nullptr;
    call->widens = false;
    // What takes power away was allowed when it was asked, and stays in force.
    if (auto over = call->narrowed.ticket == 0 ? noLongerAllowed(*call) : std::nullopt) {
        tx.rollBack();
        return tl::make_unexpected(std::move(*over));
    }
    if (auto known = replay(*call, tx)) {
        if (call->context.history.owesLine()) // may be what the line is owed for
            throw SqlFailure({StoreError::Kind::Other, u"the anchor file cannot be written"_s});
        tx.rollBack();
        return std::move(*known);
    }
    if (call->operation.ifMatch && call->ifMatch.isEmpty()) {
        tx.rollBack();
        return refuse(ProblemCode::IfMatchRequired, u"If-Match is required"_s,
                      u"Send the one entity tag, in quotes, of the object as you read it."_s);
    }
    if (call->reopening && call->reopening->isOvertaken()) {
        // Whoever lost this answer repeats the request, and must not open then what was closed since.
        AdminReply kept;
        kept.status = statusOf(ProblemCode::ClosedMeanwhile);
        remember(*call, tx, kept);
        return closedMeanwhile();
    }
    AdminResult result = act(*call, tx);
    if (!result) {
        tx.rollBack();
        return result;
    }
    if (auto over = call->narrowed.ticket == 0 || call->widens ? noLongerAllowed(*call) : std::nullopt) {
        tx.rollBack();
        return tl::make_unexpected(std::move(*over));
    }
    remember(*call, tx, *result);
    tx.afterCommit([call] {
        call->committed = true;
        if (call->publish)
            call->published = call->context.policy.publish(call->publish, call->narrowed.ticket);
        call->context.feed.publish(call->changes);
    });
    return result;
}

} // namespace pc::platform

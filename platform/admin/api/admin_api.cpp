// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/admin_api.h"

#include "contract/codec/repeated_member.h"
#include "contract/crypto/hashing.h"
#include "contract/rules/body_check.h"
#include "platform/admin/api/caller.h"
#include "platform/admin/api/handlers.h"
#include "platform/admin/api/if_match.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/api/sealed_reply.h"
#include "platform/admin/revocation/access_revocation.h"
#include "platform/store/history/history_anchor.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxKeyLength = 200;
/// Of one body: a grant with all the values that it may have, and room.
constexpr qint64 mostValues = 30'000;

/// Bytes of a body. What it may hold is bounded by its fields; a grant has long lists.
std::int64_t bodyLimitOf(Op op)
{
    constexpr std::int64_t kib = 1024;
    switch (op) {
    case Op::GrantEdit:
        return 1024 * kib;
    case Op::PartnerCreate:
    case Op::PartnerEdit:
        return 256 * kib;
    default:
        return 64 * kib;
    }
}

/// Who asks and what the body says.
Acted<AdminCall> admit(AdminContext &context, const Operation &operation, const HttpRequest &request)
{
    const QDateTime now = context.now();
    Acted<Actor> actor = callerOf(context, operation, request, now);
    if (!actor)
        return tl::make_unexpected(std::move(actor.error()));
    QJsonObject body;
    if (!request.body.isEmpty()) {
        if (valuesIn(request.body) > mostValues)
            return refuse(413, u"body_too_large"_s, u"The body is too large"_s,
                          u"At most %1 values are taken here."_s.arg(mostValues));
        auto parsed = parseBody(request.body);
        if (!parsed && !parsed.error().pointer.isEmpty())
            return refuse(400, u"repeated_member"_s, u"A member is given twice"_s,
                          u"%1 stands in its object more than once."_s.arg(parsed.error().pointer));
        if (!parsed)
            return refuse(400, u"bad_json"_s, u"The body is not a JSON object"_s);
        // Before anything looks at it: what is no text can be stored, logged and hashed in three ways.
        if (const auto pointer = pc::rules::firstNotText(*parsed))
            return invalid({pc::rules::notText(*pointer)});
        LeakSighting about;
        about.place = QString::fromLatin1(operation.id);
        about.by = actor->account;
        about.source = QString::fromLatin1(request.peerAddress);
        about.requestId = QString::fromLatin1(request.requestId);
        body = withoutSecrets(*parsed, context.leaks, about);
    }
    return AdminCall{context, request, operation, *actor, now, body};
}

} // namespace

Acted<std::shared_ptr<WriteCall>> beginWrite(const AdminCall &call)
{
    const HttpHeaders &headers = call.request.headers;
    if (headers.count("Idempotency-Key") != 1)
        return refuse(400, u"idempotency_key_required"_s, u"An Idempotency-Key is required"_s);
    const QByteArray key = headers.value("Idempotency-Key");
    const bool visible = std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (key.isEmpty() || key.size() > maxKeyLength || !visible)
        return refuse(400, u"idempotency_key_required"_s, u"The Idempotency-Key is not usable"_s,
                      u"1 to 200 visible ASCII characters."_s);
    auto write = std::make_shared<WriteCall>(
        WriteCall{call, QString::fromLatin1(key), {}, {}, {}, {}, 0, {}, {}, false, {}, {}, false, 0});
    write->requestHash = sha256LengthPrefixed(
        {call.operation.method, call.request.rawPath, call.request.rawQuery, call.request.body});
    write->ifMatch = onlyEntityTag(headers);
    write->ticket =
        call.context.inFlight.enter(call.actor.account, QString::fromLatin1(call.operation.id), write->key);
    if (!write->ticket)
        return refuse(409, u"idempotency_in_flight"_s, u"The same request is still being carried out"_s);
    return write;
}

namespace {

/// What this key was answered before: nothing when it is new, the reply, or 422 for another request.
std::optional<AdminResult> replay(const WriteCall &call, Tx &tx)
{
    const auto row =
        idempotency_rows::find(tx, call.actor.account, QString::fromLatin1(call.operation.id), call.key);
    if (!row)
        return {};
    if (row->requestHash != call.requestHash)
        return AdminResult(
            refuse(422, u"idempotency_conflict"_s, u"This Idempotency-Key was used for another request"_s));
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

void AdminApi::mount(Router &router)
{
    for (const Operation &operation : operations()) {
        const HttpMethod method = methodFromName(operation.method);
        RouteOptions options = Router::defaultOptions(method);
        options.bodyLimit = bodyLimitOf(operation.op);
        // Strangers' bodies are not read: the token comes first.
        options.admit = [this, &operation](const HttpRequest &request) -> Admission {
            Acted<Actor> actor = callerOf(m_context, operation, request, m_context.now());
            if (!actor)
                return {toHttp(request, tl::make_unexpected(std::move(actor.error()))), {}};
            return {std::nullopt, "operator:" + actor->account.toUtf8()};
        };
        router.add(
            method, QByteArray("/admin/v1") + operation.path,
            [this, &operation](const HttpRequest &request, const Responder &respond) {
                handle(operation, request, respond);
            },
            options);
    }
}

namespace {

/// The operations with query parameters, whose handlers read them and refuse others.
bool readsParameters(Op op)
{
    switch (op) {
    case Op::ChangesGet:
    case Op::PartnerList:
    case Op::CredentialList:
    case Op::ScopeList:
    case Op::RouteList:
    case Op::PlanList:
    case Op::UsageSeries:
    case Op::CallList:
    case Op::AuditList:
    case Op::AuditStream:
    case Op::InclusionProofGet:
    case Op::ConsistencyProofGet:
        return true;
    default:
        return false;
    }
}

HttpResponse busy(const HttpRequest &request, const QString &code, const QString &title,
                  const QString &detail)
{
    HttpResponse response = toHttp(request, refuse(503, code, title, detail));
    response.headers.set("Retry-After", "5");
    return response;
}

/// To a client that went while it waited: one that only ended its side too early gets to read this.
AdminResult hungUp()
{
    return refuse(503, u"hung_up"_s, u"The connection was ended before its turn came"_s,
                  u"Nothing was looked up."_s);
}

HttpResponse tooManyWaiting(const HttpRequest &request)
{
    return busy(request, u"too_many_waiting"_s, u"Too many requests wait"_s,
                u"This account's earlier requests are still being carried out."_s);
}

/// In the reader's turn. Ends at the bound, and when nobody waits for it any more.
AdminResult readInTime(const AdminCall &call, ReadHandler act, Tx &tx)
{
    if (auto over = noLongerAllowed(call))
        return tl::make_unexpected(std::move(*over));
    if (call.request.isPeerGone())
        return hungUp();
    const auto end = std::chrono::steady_clock::now() + call.context.settings.readPatience;
    const Interruption bound = tx.interruptWhen(
        [&call, end] { return std::chrono::steady_clock::now() >= end || call.request.isPeerGone(); });
    return act(call, tx);
}

} // namespace

AccountShare *AdminApi::shareOf(const AdminCall &call)
{
    switch (call.operation.op) {
    case Op::SessionRenew:
        return &m_renewals;
    case Op::AuditStream:
        return &m_streams;
    case Op::CredentialAck:
        return handlers::acknowledgementCuts(call) ? nullptr : &m_writes;
    default:
        return nullptr;
    }
}

void AdminApi::handle(const Operation &operation, const HttpRequest &request, const Responder &respond)
{
    Acted<AdminCall> admitted = admit(m_context, operation, request);
    if (!admitted)
        return respond(toHttp(request, tl::make_unexpected(std::move(admitted.error()))));
    if (!readsParameters(operation.op)) {
        if (const Parameters none(request, {}); !none.ok())
            return respond(toHttp(request, none.error()));
    }
    const handlers::Any handler = handlers::handlerOf(operation.op);
    if (const auto *own = std::get_if<OwnHandler>(&handler)) {
        auto call = std::make_shared<AdminCall>(std::move(*admitted));
        if (operation.op == Op::ChangesGet) {
            const AccountShare::Turn turn = m_feeds.tryTurn(call->actor.account);
            if (turn)
                return (*own)(call, [respond, turn](HttpResponse response) { respond(std::move(response)); });
            return respond(busy(request, u"too_many_feeds"_s, u"Too many feeds"_s,
                                u"This account waits for changes in %1 places already."_s.arg(feedsAtOnce)));
        }
        AccountShare *share = shareOf(*call);
        if (share == nullptr) // what takes power away waits for nothing
            return (*own)(std::move(call), respond);
        const bool taken =
            share->run(call->actor.account, [call, act = *own, respond](AccountShare::Turn turn) {
                if (!call->operation.write && call->request.isPeerGone())
                    return respond(toHttp(call->request, hungUp()));
                act(call, [respond, turn](HttpResponse response) {
                    if (response.stream) { // it reads until its end
                        response.stream = [stream = std::move(response.stream),
                                           turn](std::function<void(BodyChunk)> deliver) {
                            stream(std::move(deliver));
                        };
                    }
                    respond(std::move(response));
                });
            });
        if (!taken)
            respond(tooManyWaiting(request));
        return;
    }
    if (const auto *read = std::get_if<ReadHandler>(&handler)) {
        auto call = std::make_shared<AdminCall>(std::move(*admitted));
        const bool taken =
            m_reads.run(call->actor.account, [this, call, act = *read, respond](AccountShare::Turn turn) {
                m_context.store.read<AdminResult>(
                    [call, act](Tx &tx) { return readInTime(*call, act, tx); },
                    [call, respond, turn](StoreResult<AdminResult> result) {
                        if (result)
                            respond(toHttp(call->request, std::move(*result)));
                        else
                            respond(toHttp(call->request, tl::make_unexpected(storeProblem(result.error()))));
                    });
            });
        if (!taken)
            respond(tooManyWaiting(request));
        return;
    }
    Acted<std::shared_ptr<WriteCall>> call = beginWrite(*admitted);
    if (!call)
        return respond(toHttp(request, tl::make_unexpected(std::move(call.error()))));
    const auto *narrows = std::get_if<NarrowingHandler>(&handler);
    if (narrows != nullptr) // what takes power away waits for nothing
        return runWrite(std::move(*call), narrows->act, narrows->narrowing(**call), respond);
    const auto *reopens = std::get_if<ReopeningHandler>(&handler);
    if (reopens != nullptr) // from here on a cut overtakes it
        (*call)->reopening = m_context.reopenings.wait(reopens->what, (*call)->parameter(reopens->parameter));
    const WriteHandler act = reopens != nullptr ? reopens->act : std::get<WriteHandler>(handler);
    const bool taken =
        m_writes.run((*call)->actor.account, [call = *call, act, respond](AccountShare::Turn turn) {
            runWrite(call, act, {}, [respond, turn = std::move(turn)](HttpResponse response) {
                respond(std::move(response));
            });
        });
    if (!taken)
        respond(tooManyWaiting(request));
}

void AdminApi::stop()
{
    for (AccountShare *share : {&m_reads, &m_writes, &m_renewals, &m_streams})
        share->dropWaiting();
}

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
        return refuse(428, u"if_match_required"_s, u"If-Match is required"_s,
                      u"Send the one entity tag, in quotes, of the object as you read it."_s);
    }
    if (call->reopening && call->reopening->isOvertaken()) {
        tx.rollBack();
        return refuse(409, u"closed_meanwhile"_s, u"It was closed again while this waited"_s,
                      u"Nothing was changed. Whoever still wants it open asks again."_s);
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

void runWrite(std::shared_ptr<WriteCall> call, WriteHandler act, const Narrowing &narrowing,
              const Responder &respond)
{
    AccessRevocation revocation;
    if (!call->operation.ifMatch || !call->ifMatch.isEmpty()) // else it is refused for that, or replayed
        revocation.narrowing = narrowing;
    revocation.act = act;
    revocation.urgency = Store::Urgency::Ordinary;
    revokeAccess(std::move(call), std::move(revocation), respond);
}

} // namespace pc::platform

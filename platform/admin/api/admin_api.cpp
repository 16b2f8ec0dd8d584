// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/admin_api.h"

#include "contract/codec/repeated_member.h"
#include "contract/rules/body_check.h"
#include "platform/admin/api/caller.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/api/running_write.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Of one body: a grant with all the values that it may have, and room.
constexpr qint64 mostValues = 30'000;

/// Who asks and what the body says.
AdminExpected<AdminCall> admit(AdminContext &context, const Operation &operation, const HttpRequest &request)
{
    const QDateTime now = context.now();
    AdminExpected<Actor> actor = callerOf(context, operation, request, now);
    if (!actor)
        return tl::make_unexpected(std::move(actor.error()));
    QJsonObject body;
    if (!operation.rawBody && !request.body.isEmpty()) {
        if (valuesIn(request.body) > mostValues)
            return refuse(ProblemCode::BodyTooLarge, u"The body is too large"_s,
                          u"At most %1 values are taken here."_s.arg(mostValues));
        auto parsed = parseBody(request.body);
        if (!parsed && !parsed.error().pointer.isEmpty())
            return refuse(ProblemCode::RepeatedMember, u"A member is given twice"_s,
                          u"%1 stands in its object more than once."_s.arg(parsed.error().pointer));
        if (!parsed)
            return refuse(ProblemCode::BadJson, u"The body is not a JSON object"_s);
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

namespace {

HttpResponse busy(const HttpRequest &request, ProblemCode code, const QString &title, const QString &detail)
{
    HttpResponse response = toHttp(request, refuse(code, title, detail));
    response.headers.set("Retry-After", "5");
    return response;
}

HttpResponse tooManyWaiting(const HttpRequest &request)
{
    return busy(request, ProblemCode::TooManyWaiting, u"Too many requests wait"_s,
                u"This account's earlier requests are still being carried out."_s);
}

} // namespace

void AdminApi::mount(Router &router)
{
    for (const Operation &operation : operations()) {
        const HttpMethod method = methodFromName(operation.method);
        RouteOptions options = Router::defaultOptions(method);
        options.bodyLimit = std::int64_t{1024} * operation.bodyLimit;
        // Strangers' bodies are not read: the token comes first.
        options.admit = [this, &operation](const HttpRequest &request) -> Admission {
            AdminExpected<Actor> actor = callerOf(m_context, operation, request, m_context.now());
            if (!actor)
                return {toHttp(request, tl::make_unexpected(std::move(actor.error()))), {}};
            Admission admission{std::nullopt, "operator:" + actor->account.toUtf8()};
            if (operation.rawBody) {
                admission.held = fileTurn(actor->account);
                if (!admission.held)
                    admission.refusal = tooManyWaiting(request);
            }
            return admission;
        };
        if (operation.rawBody)
            options.body = BodyKind::Any;
        router.add(
            method, QByteArray("/admin/v1") + operation.path,
            [this, &operation](const HttpRequest &request, const Responder &respond) {
                handle(operation, request, respond);
            },
            options);
    }
}

namespace {

/// To a client that went while it waited: one that only ended its side too early gets to read this.
AdminResult hungUp()
{
    return refuse(ProblemCode::HungUp, u"The connection was ended before its turn came"_s,
                  u"Nothing was looked up."_s);
}

/// In the reader's turn. Ends at the bound, and when nobody waits for it any more.
AdminResult readInTime(const AdminCall &call, ReadHandler act, Tx &tx)
{
    if (auto over = noLongerAllowed(call))
        return tl::make_unexpected(std::move(*over));
    if (call.request.isPeerGone())
        return hungUp();
    const auto end = std::chrono::steady_clock::now() + call.context.settings.readPatience;
    const auto bound = tx.interruptWhen(
        [&call, end] { return std::chrono::steady_clock::now() >= end || call.request.isPeerGone(); });
    return act(call, tx);
}

} // namespace

AccountShare::Turn AdminApi::fileTurn(const QString &account)
{
    using Turns = std::pair<AccountShare::Turn, AccountShare::Turn>;
    Turns turns;
    turns.first = m_files.tryTurn(account);
    if (turns.first)
        turns.second = m_allFiles.tryTurn(QString());
    return turns.second ? std::make_shared<const Turns>(std::move(turns)) : AccountShare::Turn();
}

AccountShare *AdminApi::shareOf(const OwnHandler &handler)
{
    using Share = OwnHandler::Share;
    switch (handler.share) {
    case Share::Renewals:
        return &m_renewals;
    case Share::Streams:
        return &m_streams;
    case Share::Feeds:
        return &m_feeds;
    case Share::None:
        break;
    }
    return nullptr;
}

void AdminApi::handle(const Operation &operation, const HttpRequest &request, const Responder &respond)
{
    if (operation.rawBody)
        m_fileThread.post([this, &operation, held = std::make_shared<const HttpRequest>(request), respond] {
            carryOut(operation, *held, respond);
        });
    else if (operation.bodyLimit > Operation::usualBody && request.body.size() > largeBody)
        handleLarge(operation, request, respond);
    else
        carryOut(operation, request, respond);
}

void AdminApi::handleLarge(const Operation &operation, const HttpRequest &request, const Responder &respond)
{
    AdminExpected<Actor> actor = callerOf(m_context, operation, request, m_context.now());
    if (!actor)
        return respond(toHttp(request, tl::make_unexpected(std::move(actor.error()))));
    const auto held = std::make_shared<const HttpRequest>(request);
    const bool taken = m_bodies.run(actor->account, [this, &operation, held,
                                                     respond](const AccountShare::Turn &turn) {
        m_bodyThread.post([this, &operation, held, respond, turn] { carryOut(operation, *held, respond); });
    });
    if (!taken)
        respond(tooManyWaiting(request));
}

void AdminApi::carryOut(const Operation &operation, const HttpRequest &request, const Responder &respond)
{
    AdminExpected<AdminCall> admitted = admit(m_context, operation, request);
    if (!admitted)
        return respond(toHttp(request, tl::make_unexpected(std::move(admitted.error()))));
    if (auto strange = strangeParameter(request, operation))
        return respond(toHttp(request, tl::make_unexpected(std::move(*strange))));
    const OperationHandler handler = m_handlers(operation.op);
    if (const auto *write = std::get_if<WriteHandler>(&handler))
        return this->write(*admitted, *write, respond);
    auto call = std::make_shared<AdminCall>(std::move(*admitted));
    if (const auto *own = std::get_if<OwnHandler>(&handler))
        return answerItself(call, *own, respond);
    read(call, std::get<ReadHandler>(handler), respond);
}

void AdminApi::answerItself(const std::shared_ptr<AdminCall> &call, const OwnHandler &own,
                            const Responder &respond)
{
    if (own.share == OwnHandler::Share::Feeds) { // it would wait for hours: refused instead
        const AccountShare::Turn turn = m_feeds.tryTurn(call->actor.account);
        if (turn)
            return own.act(call, [respond, turn](HttpResponse response) { respond(std::move(response)); });
        return respond(busy(call->request, ProblemCode::TooManyFeeds, u"Too many feeds"_s,
                            u"This account waits for changes in %1 places already."_s.arg(feedsAtOnce)));
    }
    AccountShare *share = shareOf(own);
    if (share == nullptr)
        return own.act(call, respond);
    const bool taken =
        share->run(call->actor.account, [call, act = own.act, respond](AccountShare::Turn turn) {
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
        respond(tooManyWaiting(call->request));
}

void AdminApi::read(const std::shared_ptr<AdminCall> &call, ReadHandler act, const Responder &respond)
{
    const bool taken = m_reads.run(call->actor.account, [this, call, act, respond](AccountShare::Turn turn) {
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
        respond(tooManyWaiting(call->request));
}

void AdminApi::write(const AdminCall &call, const WriteHandler &handler, const Responder &respond)
{
    const auto begun = beginWrite(call, handler);
    if (!begun)
        return respond(toHttp(call.request, tl::make_unexpected(begun.error())));
    const std::shared_ptr<RunningWrite> &write = *begun;
    if (write->prepared.course != PreparedWrite::Course::InTurn) // what takes power away waits for nothing
        return m_run(write, respond);
    const bool taken = m_writes.run(call.actor.account, [this, write, respond](AccountShare::Turn turn) {
        m_run(write,
              [respond, turn = std::move(turn)](HttpResponse response) { respond(std::move(response)); });
    });
    if (!taken)
        respond(tooManyWaiting(call.request));
}

void AdminApi::stop()
{
    for (AccountShare *share : {&m_reads, &m_writes, &m_bodies, &m_renewals, &m_streams})
        share->dropWaiting();
    m_bodyThread.drop();
    m_fileThread.drop();
}

} // namespace pc::platform

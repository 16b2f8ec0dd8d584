// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/admin_result.h"

#include "contract/crypto/redaction.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

AdminProblem problem(ProblemCode code, const QString &title, const QString &detail)
{
    AdminProblem result;
    result.problem.status = statusOf(code);
    result.problem.code = toText(code);
    result.problem.title = title;
    result.problem.detail = detail;
    return result;
}

tl::unexpected<AdminProblem> invalid(const QList<FieldError> &errors)
{
    AdminProblem result = problem(ProblemCode::ValidationFailed, u"Some fields are not valid"_s);
    result.problem.errors = errors;
    return tl::make_unexpected(std::move(result));
}

tl::unexpected<AdminProblem> badParameter(const QString &name, const QString &expected)
{
    return refuse(ProblemCode::BadParameter, u"A query parameter is not valid"_s,
                  u"%1: expected %2"_s.arg(name, expected));
}

tl::unexpected<AdminProblem> badCursor()
{
    return refuse(ProblemCode::BadCursor, u"This cursor is not of this list"_s);
}

tl::unexpected<AdminProblem> notFound(const QString &what)
{
    return refuse(ProblemCode::NotFound, u"Not found"_s, u"There is no such %1."_s.arg(what));
}

tl::unexpected<AdminProblem> stale(const QJsonObject &current, const QString &etag)
{
    AdminProblem result = problem(ProblemCode::Stale, u"Changed meanwhile"_s,
                                  u"Somebody changed this after it was read. Nothing was written."_s);
    result.extra = {{u"current"_s, current}, {u"etag"_s, etag}};
    return tl::make_unexpected(std::move(result));
}

AdminProblem storeProblem(const StoreError &error)
{
    switch (error.kind) {
    case StoreError::Kind::Full:
        return problem(ProblemCode::StoreFull, u"The disk is full"_s, u"Nothing was changed."_s);
    case StoreError::Kind::Busy:
    case StoreError::Kind::Closed: {
        AdminProblem result =
            problem(ProblemCode::StoreBusy, u"The store is busy"_s, u"Nothing was changed."_s);
        result.problem.retryAfter = 1;
        return result;
    }
    case StoreError::Kind::Forbidden:
        return problem(ProblemCode::HistoryNotAccepted, u"Only reading until the history is accepted"_s,
                       u"Nothing was changed."_s);
    case StoreError::Kind::Interrupted:
        return problem(ProblemCode::TookTooLong, u"This takes too long to find out"_s,
                       u"Ask for less: one partner, one operator, a shorter time, or longer words."_s);
    case StoreError::Kind::Gone:
    case StoreError::Kind::Corrupt:
        return problem(ProblemCode::StoreUnavailable, u"The store cannot be reached"_s,
                       u"Nothing was changed."_s);
    default:
        return problem(
            ProblemCode::Internal, u"The store did not take the request as durable"_s,
            u"The log of the service says more. A change may have been carried out: read before you repeat it."_s);
    }
}

HttpResponse toHttp(const HttpRequest &request, AdminResult result)
{
    HttpResponse response;
    if (!result) {
        Problem &problem = result.error().problem;
        problem.requestId = QString::fromLatin1(request.requestId);
        // A refusal may quote what was sent: the name of a member or a parameter that nobody knows.
        problem.detail = redactText(problem.detail);
        for (FieldError &error : problem.errors) {
            error.pointer = redactText(error.pointer);
            error.detail = redactText(error.detail);
        }
        QJsonObject json = toJson(problem);
        const QJsonObject &extra = result.error().extra;
        for (auto it = extra.begin(); it != extra.end(); ++it)
            json.insert(it.key(), it.value());
        response.status = problem.status;
        response.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
        response.headers.set("Content-Type", "application/problem+json");
        if (problem.retryAfter)
            response.headers.set("Retry-After", QByteArray::number(*problem.retryAfter));
        if (problem.status == 401)
            response.headers.set("WWW-Authenticate", "Bearer");
        return response;
    }
    response.status = result->status;
    response.headers = result->headers;
    response.body = result->body;
    response.stream = std::move(result->stream);
    if (!result->body.isEmpty() && !response.headers.contains("Content-Type"))
        response.headers.set("Content-Type", "application/json");
    if (!result->etag.isEmpty())
        response.headers.set("ETag", result->etag.toLatin1());
    return response;
}

} // namespace pc::platform

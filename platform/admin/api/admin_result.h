// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/problem_codes.h"
#include "contract/codec/codecs.h"
#include "contract/types/problem.h"
#include "platform/http/http_types.h"
#include "platform/store/sql/sql_failure.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace pc::platform {

/// A refusal on its way to the client: the contract's problem, and members beyond it ("current" of a stale
/// edit).
struct AdminProblem
{
    Problem problem;
    QJsonObject extra;
};

/// A successful answer before it becomes HTTP.
struct AdminReply
{
    int status = 200;
    QByteArray body; ///< JSON; empty for 204
    QString etag;    ///< with its quotes; empty = none
    HttpHeaders headers;
    BodySource stream;
};

using AdminResult = tl::expected<AdminReply, AdminProblem>;
template <typename T>
using AdminExpected = tl::expected<T, AdminProblem>;

[[nodiscard]] AdminProblem problem(ProblemCode code, const QString &title, const QString &detail = {});
[[nodiscard]] inline tl::unexpected<AdminProblem> refuse(ProblemCode code, const QString &title,
                                                         const QString &detail = {})
{
    return tl::make_unexpected(problem(code, title, detail));
}
/// 422 validation_failed.
[[nodiscard]] tl::unexpected<AdminProblem> invalid(const QList<FieldError> &errors);
[[nodiscard]] tl::unexpected<AdminProblem> badParameter(const QString &name, const QString &expected);
/// 400: the cursor belongs to another list, or to another order.
[[nodiscard]] tl::unexpected<AdminProblem> badCursor();
[[nodiscard]] tl::unexpected<AdminProblem> notFound(const QString &what);
/// 412 with the state as it is now.
[[nodiscard]] tl::unexpected<AdminProblem> stale(const QJsonObject &current, const QString &etag);
/// 503, 507 or 500, without the engine's words.
[[nodiscard]] AdminProblem storeProblem(const StoreError &error);

template <typename T>
[[nodiscard]] QByteArray jsonBytes(const T &value)
{
    return QJsonDocument(toJson(value)).toJson(QJsonDocument::Compact);
}

template <typename T>
[[nodiscard]] AdminReply replyWith(const T &value, int status = 200)
{
    AdminReply reply;
    reply.status = status;
    reply.body = jsonBytes(value);
    return reply;
}

template <typename T>
[[nodiscard]] AdminReply replyVersioned(const T &value, qint64 version, int status = 200)
{
    AdminReply reply = replyWith(value, status);
    reply.etag = etagOf(version);
    return reply;
}

/// To HTTP, with the request's id in a problem.
[[nodiscard]] HttpResponse toHttp(const HttpRequest &request, AdminResult result);

} // namespace pc::platform

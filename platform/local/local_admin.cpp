// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/local_admin.h"

#include "contract/codec/codecs.h"
#include "contract/crypto/random_id.h"
#include "platform/data_dir/data_directory.h"

#include <QUrl>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QByteArray pathOf(const Operation &operation, const AdminQuestion &question)
{
    QByteArray path = QByteArray("/admin/v1") + operation.path;
    for (auto each = question.path.cbegin(); each != question.path.cend(); ++each)
        path.replace(QByteArray('{' + each.key() + '}'), QUrl::toPercentEncoding(each.value()));
    return question.query.isEmpty() ? path : path + '?' + question.query;
}

LocalFault faultOf(const LocalReply &reply)
{
    const auto problem =
        parseObject(reply.body).and_then([](const QJsonObject &json) { return fromJson<Problem>(json); });
    if (!problem)
        return {u"the service answered %1"_s.arg(reply.status), {}};
    QStringList parts{problem->title};
    if (!problem->detail.isEmpty())
        parts.append(problem->detail);
    for (const FieldError &each : problem->errors)
        parts.append(u"%1: %2"_s.arg(each.pointer, each.detail.isEmpty() ? each.code : each.detail));
    return {parts.join(u"; "_s), problem->code};
}

} // namespace

FromService<LocalAdmin> LocalAdmin::signIn(const QString &dataDirectory, const QString &account)
{
    return LocalService(dataDirectory).signIn(account).map([&dataDirectory](SignedIn signedIn) {
        Secret token = Secret::copyOf(signedIn.token.toLatin1());
        signedIn.token.fill(u'\0');
        return LocalAdmin(localSocketPath(dataDirectory), std::move(token));
    });
}

LocalAdmin::~LocalAdmin()
{
    if (!m_token.isEmpty())
        (void)ask({Op::SessionEnd});
}

FromService<LocalReply> LocalAdmin::ask(const AdminQuestion &question) const
{
    const Operation &operation = pc::operation(question.op);
    LocalQuestion asked{operation.method, pathOf(operation, question), question.body};
    if (operation.rawBody)
        asked.contentType = "application/octet-stream";
    asked.limit = question.limit;
    asked.headers.append({"Authorization", "Bearer " + m_token.view().toByteArray()});
    if (operation.write)
        asked.headers.append({"Idempotency-Key", randomId(22)});
    if (!question.ifMatch.isEmpty())
        asked.headers.append({"If-Match", question.ifMatch});
    auto reply = askLocally(m_socket, asked);
    if (!reply)
        return tl::make_unexpected(LocalFault{reply.error(), {}});
    if (reply->status < 200 || reply->status >= 300)
        return tl::make_unexpected(faultOf(*reply));
    return std::move(*reply);
}

FromService<QJsonObject> LocalAdmin::read(const AdminQuestion &question) const
{
    return ask(question).and_then([](const LocalReply &reply) -> FromService<QJsonObject> {
        const auto json = parseObject(reply.body);
        if (!json)
            return tl::make_unexpected(
                LocalFault{u"the service gave an answer that this program cannot read"_s, {}});
        return *json;
    });
}

} // namespace pc::platform

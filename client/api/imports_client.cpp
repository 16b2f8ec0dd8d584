// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/imports_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

ApiRequest ImportsClient::requestOf(const ImportUpload &file, std::function<void(qint64, qint64)> progress)
{
    Q_ASSERT_X(!file.bytes.isEmpty(), "pc::client", "a file has bytes");
    ApiRequest request = requestFor(file.op);
    request.query = {{u"format"_s, file.isJson ? u"json"_s : u"csv"_s}};
    request.body = file.bytes;
    request.contentType = "application/octet-stream";
    request.timeout = uploadPatience;
    request.writeLimit = uploadLimit;
    request.holds = uploadLimit; // a slow line is not a platform that does not answer
    request.progress = std::move(progress);
    return request;
}

Call ImportsClient::tryOut(const ImportUpload &file, std::function<void(qint64, qint64)> progress,
                           QObject *context, Callback<ImportReport> callback)
{
    ApiRequest request = requestOf(file, std::move(progress));
    request.key = IdempotencyKey::make(); // it changes nothing: each try is one by itself
    return callFor<ImportReport>(m_api, std::move(request), context, std::move(callback));
}

Call ImportsClient::apply(const ImportUpload &file, const ActRequest &act, const IdempotencyKey &key,
                          std::function<void(qint64, qint64)> progress, QObject *context,
                          Callback<ImportReport> callback)
{
    ApiRequest request = requestOf(file, std::move(progress));
    request.key = key;
    request.query.append({u"apply"_s, u"true"_s});
    request.query.append({u"reason"_s, act.reason});
    if (!act.ticket.isEmpty())
        request.query.append({u"ticket"_s, act.ticket});
    return callFor<ImportReport>(m_api, std::move(request), context, std::move(callback));
}

Call ImportsClient::campaign(int limit, QObject *context, Callback<LegacyKeyReport> callback)
{
    ApiRequest request = requestFor(Op::LegacyKeysGet);
    request.query = {{u"limit"_s, QString::number(limit)}};
    return callFor<LegacyKeyReport>(m_api, std::move(request), context, std::move(callback));
}

} // namespace pc::client

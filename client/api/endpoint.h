// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/catalogue_client.h"
#include "client/api/observations_client.h"
#include "client/http/api_caller.h"
#include "client/http/call.h"
#include "contract/codec/codecs.h"

#include <type_traits>

/// What the resource classes share: from an answer to a value, and from a query to its parameters. Internal
/// to client/.
namespace pc::client {

/// The answer's JSON broke the contract at `error`.
[[nodiscard]] ApiError protocolError(const DecodeError &error, const ApiAnswer &answer);
[[nodiscard]] QByteArray toBytes(const QJsonObject &object);

/// An operation of these values in its path, and nothing else yet.
[[nodiscard]] inline ApiRequest requestFor(Op op, QHash<QString, QString> path = {})
{
    ApiRequest request;
    request.op = op;
    request.path = std::move(path);
    return request;
}

/// A write: `body` under the key of the intent, and on the version of `etag` where it waits for one.
template <typename Body>
[[nodiscard]] ApiRequest writeOf(Op op, QHash<QString, QString> path, const Body &body,
                                 const IdempotencyKey &key, const QString &etag = {})
{
    ApiRequest request = requestFor(op, std::move(path));
    request.body = toBytes(toJson(body));
    request.key = key;
    request.etag = etag;
    return request;
}

template <typename T>
struct Decoder
{
    static Decoded<T> decode(const QJsonObject &object, const ApiAnswer &) { return fromJson<T>(object); }
};

template <typename T>
struct Decoder<Page<T>>
{
    static Decoded<Page<T>> decode(const QJsonObject &object, const ApiAnswer &)
    {
        return pageFromJson<T>(object);
    }
};

/// The entity tag comes from the header; a service behind a proxy that drops it is served by the version.
template <typename T>
struct Decoder<Versioned<T>>
{
    static Decoded<Versioned<T>> decode(const QJsonObject &object, const ApiAnswer &answer)
    {
        auto value = fromJson<T>(object);
        if (!value)
            return tl::make_unexpected(value.error());
        const QString etag = answer.etag.isEmpty() ? etagOf(value->version) : answer.etag;
        return Versioned<T>{std::move(*value), etag};
    }
};

template <typename T>
[[nodiscard]] Result<T> resultOf(const Result<ApiAnswer> &answer)
{
    if (!answer)
        return failure(answer.error());
    if constexpr (std::is_void_v<T>) {
        return {};
    } else {
        const auto object = parseObject(answer->body);
        if (!object)
            return failure(protocolError(object.error(), *answer));
        auto value = Decoder<T>::decode(*object, *answer);
        if (!value)
            return failure(protocolError(value.error(), *answer));
        return std::move(*value);
    }
}

/// Runs a request and delivers its decoded value to the context.
template <typename T>
Call callFor(ApiCaller &api, ApiRequest request, QObject *context, Callback<T> callback)
{
    // The attempt owns this lambda and the state owns the attempt: hold the state weakly, or nothing would
    // ever be freed.
    const Completion<T> completion(context, std::move(callback));
    api.run(
        completion.state(), std::move(request),
        [weak = completion.weak()](const Result<ApiAnswer> &answer) { weak.deliver(resultOf<T>(answer)); });
    return completion.call();
}

[[nodiscard]] QueryItems queryItems(const PartnerQuery &query);
[[nodiscard]] QueryItems queryItems(const CredentialQuery &query);
[[nodiscard]] QueryItems queryItems(const AuditFilter &filter);
[[nodiscard]] QueryItems queryItems(const AuditQuery &query);
[[nodiscard]] QueryItems queryItems(const CallFilter &filter);
[[nodiscard]] QueryItems queryItems(const CallQuery &query);
[[nodiscard]] QueryItems queryItems(const GatewayLineQuery &query);
[[nodiscard]] QueryItems queryItems(const UsageQuery &query);
[[nodiscard]] QueryItems queryItems(const ScopeRule &rule);
[[nodiscard]] QueryItems queryItems(const RouteChangeQuery &query);
[[nodiscard]] QueryItems queryItems(const ReportSpan &span);

} // namespace pc::client

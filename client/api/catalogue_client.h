// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/catalogue.h"
#include "contract/types/credential.h"
#include "contract/types/page.h"

#include <chrono>
#include <functional>
#include <optional>

namespace pc::client {

class ApiCaller;

/// Which of a revision's changes, and which part of them.
struct RouteChangeQuery
{
    RouteChangeKind kind = RouteChangeKind::Unknown; ///< Unknown: all
    int limit = 0;                                   ///< 0: the service's own
    QString cursor;
    bool operator==(const RouteChangeQuery &) const = default;
};

/// The APIs behind the platform, and the revisions of their routes.
class CatalogueClient
{
public:
    explicit CatalogueClient(ApiCaller &api) : m_api(api) {}
    Call apis(QObject *context, Callback<Page<Api>> callback);
    Call api(const QString &apiId, QObject *context, Callback<Versioned<Api>> callback);
    Call create(const ApiDraft &draft, const IdempotencyKey &key, QObject *context,
                Callback<Versioned<Api>> callback);
    Call edit(const QString &apiId, const ApiDraft &draft, const QString &etag, const IdempotencyKey &key,
              QObject *context, Callback<Versioned<Api>> callback);
    /// Answered with what it was.
    Call remove(const QString &apiId, const ActRequest &act, const QString &etag, const IdempotencyKey &key,
                QObject *context, Callback<Api> callback);
    Call revisions(const QString &apiId, QObject *context, Callback<Page<CatalogueRevision>> callback);
    /// Hands an OpenAPI description over, as it is in its file; not empty. `progress`: how much of it has
    /// left, in bytes, while the call is under way. Waits for `uploadLimit` at most: it may be large and the
    /// line slow.
    Call propose(const QString &apiId, const QByteArray &description, const ScopeRule &rule,
                 const IdempotencyKey &key, std::function<void(qint64 sent, qint64 total)> progress,
                 QObject *context, Callback<CatalogueRevision> callback);
    Call review(const QString &apiId, const QString &revisionId, QObject *context,
                Callback<RevisionReview> callback);
    Call changes(const QString &apiId, const QString &revisionId, const RouteChangeQuery &query,
                 QObject *context, Callback<Page<RouteChange>> callback);
    Call giveRule(const QString &apiId, const QString &revisionId, const ScopeRule &rule,
                  const IdempotencyKey &key, QObject *context, Callback<CatalogueRevision> callback);
    /// `etag`: of the API. `reviewed`: version of the revision that was looked at; a proposal needs it.
    Call apply(const QString &apiId, const QString &revisionId, std::optional<qint64> reviewed,
               const ActRequest &act, const QString &etag, const IdempotencyKey &key, QObject *context,
               Callback<Versioned<Api>> callback);
    /// Answered with what it was.
    Call removeRevision(const QString &apiId, const QString &revisionId, const ActRequest &act,
                        const IdempotencyKey &key, QObject *context, Callback<CatalogueRevision> callback);

    static constexpr std::chrono::seconds uploadLimit{1800};
    /// Without any progress: the service reads a large description for seconds before it answers.
    static constexpr std::chrono::seconds uploadPatience{60};

private:
    ApiCaller &m_api;
};

} // namespace pc::client

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/partner.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace pc {

/// A version of an API: everything below a path of it, with the dates on which it is deprecated and ends. An
/// import of a description leaves it as it is.
struct ApiVersion
{
    QString id; ///< ver_…
    QString apiId;
    QString pathPrefix; ///< with the base path of its API, "/v1": itself and everything below
    std::optional<QDateTime> deprecatedAt;
    std::optional<QDateTime> sunsetAt; ///< from then on its calls are refused; not before `deprecatedAt`
    QString successorUrl;              ///< of what follows; may be empty, as the next two
    QString guideUrl;                  ///< how one gets there
    QString sentence;                  ///< to partners, where a call is refused because it ended
    int routes = 0;                    ///< computed, as the next two
    int partners30d = 0;               ///< that called one of its routes in 30 days, however it ended
    qint64 calls30d = 0;
    qint64 version = 0;
    QDateTime createdAt;
    QDateTime updatedAt;
    QString updatedBy;
    bool operator==(const ApiVersion &) const = default;
};

/// What a version is created or edited with.
struct ApiVersionDraft
{
    QString pathPrefix;
    std::optional<QDateTime> deprecatedAt;
    std::optional<QDateTime> sunsetAt;
    QString successorUrl;
    QString guideUrl;
    QString sentence;
    QString reason;
    QString ticket;
    bool operator==(const ApiVersionDraft &) const = default;
};

/// Calls of one route by one partner.
struct VersionRouteUse
{
    QString routeId;
    QString what; ///< "GET /v1/orders/{order_id}"
    qint64 calls7d = 0;
    qint64 calls30d = 0;
    bool operator==(const VersionRouteUse &) const = default;
};

/// Calls with one credential.
struct VersionCredentialUse
{
    QString credentialId;
    QString name; ///< empty when the credential is gone
    qint64 calls30d = 0;
    bool operator==(const VersionCredentialUse &) const = default;
};

/// A partner that called a version in 30 days, and whom one tells.
struct VersionCaller
{
    QString partnerId;
    QString name; ///< empty when the partner is gone
    qint64 calls7d = 0;
    qint64 calls30d = 0;
    QDateTime lastCallAt;                    ///< to the hour, or to the day where hours are not kept
    QList<VersionRouteUse> routes;           ///< the first 50, most calls first
    QList<VersionCredentialUse> credentials; ///< the first 20, likewise
    QList<Contact> contacts;                 ///< technical ones first
    bool operator==(const VersionCaller &) const = default;
};

/// Who still calls a version.
struct VersionUse
{
    ApiVersion version;
    QList<VersionCaller> callers; ///< the first 200, most calls first
    int moreCallers = 0;
    bool operator==(const VersionUse &) const = default;
};

} // namespace pc

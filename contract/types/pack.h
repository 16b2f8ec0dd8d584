// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/enums.h"
#include "contract/types/networks.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

/// What a partner's developer needs, as values; contract/pack makes files of it.
namespace pc {

/// A call that is granted.
struct PackRoute
{
    QString method;
    QString path;       ///< below the address of its API: "/orders/{order_id}"
    QStringList scopes; ///< all of them are needed
    QString title;
    int bodyLimit = 0;        ///< bytes
    QStringList contentTypes; ///< of its bodies; empty: any
    std::optional<QDateTime> deprecatedAt;
    std::optional<QDateTime> sunsetAt;
    bool operator==(const PackRoute &) const = default;
};

/// A scope in words.
struct PackScope
{
    QString name;
    QString sentence; ///< may be empty
    bool operator==(const PackScope &) const = default;
};

/// What there is to say about calls below one path of an API that end, or have ended.
struct PackVersion
{
    QString path; ///< below the address of its API: "/v1"; empty: all of it
    std::optional<QDateTime> deprecatedAt;
    std::optional<QDateTime> sunsetAt;
    QString successorUrl; ///< of what follows; may be empty, as the next two
    QString guideUrl;
    QString sentence;
    bool operator==(const PackVersion &) const = default;
};

/// One API of which something is granted, or was until it ended.
struct PackApi
{
    QString id;
    QString name;
    QString url;             ///< origin and base path: "https://api.example.com/v1"
    bool ownAddress = false; ///< it has no host of its own: `url` is the platform's address
    QString audience;        ///< `resource` of a token request (RFC 8707); empty: the platform's own
    QString describedVersion;
    QList<PackScope> scopes;     ///< granted ones that its routes need
    QList<PackRoute> routes;     ///< by path and method; empty: all of it has ended
    QList<PackVersion> versions; ///< those that end, are deprecated or have ended, of what the grant holds
    QString openapi;             ///< a description of these routes, JSON; empty: there is none
    bool operator==(const PackApi &) const = default;
};

/// A credential that can be used, without anything secret.
struct PackCredential
{
    QString id; ///< also its client_id
    QString name;
    CredentialKind kind = CredentialKind::Unknown;
    QStringList scopes; ///< those that the grant has, too
    QDateTime expiresAt;
    QString header;               ///< of an imported key: where it is sent
    QString clientId;             ///< of an imported client id: that; it is no client_id of its own
    QList<NetworkEntry> networks; ///< it works from these only, beside what goes for the realm; no notes
    bool operator==(const PackCredential &) const = default;
};

/// One way to be refused.
struct PackError
{
    int status = 0;
    QString code;
    QString title; ///< English
    QString detail;
    bool operator==(const PackError &) const = default;
};

struct PartnerPack
{
    QDateTime madeAt;
    QString partnerId;
    QString partnerName;
    QString slug;
    PartnerStatus status = PartnerStatus::Unknown;
    Stage stage = Stage::Unknown; ///< by which calls of the realm are judged
    Realm realm = Realm::Unknown;
    bool open = false; ///< whether the partner may call in this realm now
    QString tokenEndpoint;
    QString timeZone; ///< in which the daily quota turns over
    Limits limits;
    QList<ResourceRule> resources; ///< the grant is limited to these
    QList<NetworkEntry> networks; ///< calls come from these only; without notes, and without those that ended
    bool anywhere = false;        ///< there is no list that a call could be outside of
    std::optional<QDateTime> anywhereUntil; ///< there is none until then
    QList<PackCredential> credentials;
    QList<PackApi> apis;
    QList<PackError> callErrors;
    QList<PackError> tokenErrors; ///< of the token endpoint
    bool operator==(const PartnerPack &) const = default;
};

} // namespace pc

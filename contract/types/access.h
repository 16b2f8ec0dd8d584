// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace pc {

/// What a scope lets a credential do, in words for people.
struct Scope
{
    QString name;  ///< e.g. "orders:read"
    QString apiId; ///< the one API whose routes need it
    QString title;
    QString sentence;
    QStringList dataCategories;
    QList<LawfulBasis> lawfulBases; ///< allowed ones; empty = any
    bool sensitive = false;
    bool operator==(const Scope &) const = default;
};

/// One route of the catalogue. Template as in OpenAPI, below the base path of its API:
/// "/api/v1/orders/{order_id}".
struct Route
{
    QString id; ///< rte_…
    QString apiId;
    QString method;
    QString pathTemplate;
    QString scope;          ///< the one it needs
    QStringList alsoScopes; ///< needed besides, for descriptions that ask for several at once
    QString title;
    QString operationId;      ///< of the description it came from; may be empty
    QList<Stage> stages;      ///< where it is open; empty = all
    int bodyLimit = 1048576;  ///< bytes
    QStringList contentTypes; ///< of its bodies, "application/json"; empty = any
    std::optional<QDateTime> deprecatedAt;
    std::optional<QDateTime> sunsetAt;
    bool operator==(const Route &) const = default;
};

/// Sustained rate (calls/s), burst (calls), daily quota (calls; 0 = none).
struct Limits
{
    double rate = 0;
    int burst = 0;
    qint64 dailyQuota = 0;
    bool operator==(const Limits &) const = default;
};

struct Plan
{
    QString id; ///< pln_…
    QString name;
    QString description;
    Limits sandbox;
    Limits limited;
    Limits production;
    bool operator==(const Plan &) const = default;
};

/// A deviation from the plan, optionally only for a time.
struct LimitOverride
{
    Limits limits;
    std::optional<QDateTime> from;
    std::optional<QDateTime> until;
    QString reason;
    bool operator==(const LimitOverride &) const = default;
};

struct ResourceRule
{
    QString parameter;  ///< route template parameter, e.g. "account_id"
    QStringList values; ///< the only ones granted
    bool operator==(const ResourceRule &) const = default;
};

/// Everything a partner may do: scopes and limits. Credentials hold subsets.
struct Grant
{
    QString partnerId;
    QString planId; ///< whose limits decide; Partner::planId is its copy
    QStringList scopes;
    QList<ResourceRule> resources;
    std::optional<LimitOverride> limitOverride;
    Limits effective; ///< computed by the service: override in force, else plan at the partner's stage
    qint64 version = 0;
    QDateTime updatedAt;
    QString updatedBy;
    bool operator==(const Grant &) const = default;
};

/// The editable half of a grant.
struct GrantEdit
{
    QString planId;
    QStringList scopes;
    QList<ResourceRule> resources;
    std::optional<LimitOverride> limitOverride;
    QString reason;
    QString ticket;
    bool operator==(const GrantEdit &) const = default;
};

/// One credential that called with a scope.
struct ScopeCaller
{
    QString credentialId;
    QString name; ///< empty when the credential is gone
    qint64 calls30d = 0;
    bool operator==(const ScopeCaller &) const = default;
};

/// Use of each scope by the partner in the last 30 days.
struct ScopeUse
{
    QString scope;
    qint64 calls30d = 0;
    std::optional<QDateTime> lastUsedAt;
    QList<ScopeCaller> callers = {}; ///< most calls first
    bool operator==(const ScopeUse &) const = default;
};

} // namespace pc

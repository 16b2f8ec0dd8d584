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
    qint64 version = 1;
    std::optional<QDateTime> updatedAt = {}; ///< by a person; nothing: as it was imported
    QString updatedBy = {};
    bool operator==(const Scope &) const = default;
};

/// What people say of a scope; name and API are the catalogue's.
struct ScopeDraft
{
    QString title;
    QString sentence;
    QStringList dataCategories;
    QList<LawfulBasis> lawfulBases;
    bool sensitive = false;
    QString reason;
    QString ticket;
    bool operator==(const ScopeDraft &) const = default;
};

/// A partner whose grant has a scope that its basis or its agreement does not allow.
struct ScopeMisfit
{
    QString partnerId;
    QString name;
    Stage stage = Stage::Unknown;
    bool basis = false;     ///< its lawful basis is none of the scope's
    QStringList categories; ///< of the scope, that its agreement does not name
    bool isNew = false;     ///< allowed as the scope is in force
    bool operator==(const ScopeMisfit &) const = default;
};

/// A scope as an edit leaves it, or would, and whose grants it does not fit.
struct ScopeEffect
{
    Scope scope;
    int holders = 0;
    int newConflicts = 0;         ///< how many there are
    int conflictCount = 0;        ///< likewise
    QList<ScopeMisfit> conflicts; ///< the first 200; those that are new first, by name
    bool operator==(const ScopeEffect &) const = default;
};

/// A scope in numbers.
struct ScopeFigures
{
    QString scope;
    int routes = 0;                      ///< that need it
    int holders = 0;                     ///< partners whose grant has it
    int credentials = 0;                 ///< in force, that have it
    int conflicts = 0;                   ///< holders whose basis or agreement does not allow it
    int users30d = 0;                    ///< partners whose calls of 30 days needed it
    qint64 calls30d = 0;                 ///< served
    std::optional<QDateTime> lastUsedAt; ///< the day, as far as figures are kept
    bool operator==(const ScopeFigures &) const = default;
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
    qint64 version = 1;
    std::optional<QDateTime> updatedAt = {}; ///< by a person; nothing: as it was installed
    QString updatedBy = {};
    int partners = 0; ///< that have it; counted for answers, never stored
    bool operator==(const Plan &) const = default;
};

/// What a plan is created or edited with.
struct PlanDraft
{
    QString name;
    QString description;
    Limits sandbox;
    Limits limited;
    Limits production;
    QString reason;
    QString ticket;
    bool operator==(const PlanDraft &) const = default;
};

/// What an edit of a plan means for a partner in one realm.
struct PlanEffectLine
{
    QString partnerId;
    QString name;
    Stage stage = Stage::Unknown; ///< by which the realm is judged
    Realm realm = Realm::Unknown;
    Limits before;                          ///< in force now
    Limits after;                           ///< then
    bool overridden = false;                ///< a deviation of the grant is in force and hides the plan
    std::optional<QDateTime> overrideUntil; ///< and its end, if it has one
    /// Calls that were let pass in the busiest hour and day of the last 30 days; nothing: no figures are
    /// kept, which says nothing about the calls.
    std::optional<qint64> busiestHour;
    std::optional<qint64> busiestDay;
    int hoursOver = 0; ///< with more calls than rate and burst would let pass, however evenly they came
    int daysOver = 0;  ///< with more than the daily quota would
    bool operator==(const PlanEffectLine &) const = default;
};

/// A plan as an edit would leave it, and what that means.
struct PlanEffect
{
    Plan plan;
    int partners = 0;            ///< that have it
    QList<PlanEffectLine> lines; ///< of the first 300 partners by name; those that would exceed it first
    bool operator==(const PlanEffect &) const = default;
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

/// A partner that holds a scope.
struct ScopeHolder
{
    QString partnerId;
    QString name;
    Stage stage = Stage::Unknown;
    PartnerStatus status = PartnerStatus::Unknown;
    qint64 grantVersion = 0;
    QDateTime grantUpdatedAt;            ///< since when the scope is held is not kept; not later than this
    QList<ScopeCaller> credentials;      ///< in force, that have the scope, most calls first
    qint64 calls30d = 0;                 ///< served, with the scope
    std::optional<QDateTime> lastUsedAt; ///< the day, as far as figures are kept
    bool basis = true;                   ///< its lawful basis allows the scope
    QStringList uncovered;               ///< categories of the scope that its agreement does not name
    bool operator==(const ScopeHolder &) const = default;
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

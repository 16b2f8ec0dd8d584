// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/enums.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace pc {

/// One API behind the platform. The same path in two of them is two routes, and a token for one is refused at
/// another.
struct Api
{
    QString id; ///< api_…
    QString name;
    QString host; ///< by which its calls are told apart; lower case, no port; empty: any that no other has
    QString basePath; ///< before every path: "/v1", empty for none; no other API of the host has one above or
                      ///< below
    QString audience; ///< of its tokens (RFC 9068) and `resource` (RFC 8707); empty: the platform's own
    QString revisionId;       ///< in force; empty: it has no routes yet
    QString title;            ///< of the description in force; empty: none was imported
    QString describedVersion; ///< "1.4.0", likewise
    int routes = 0;
    int scopes = 0;
    qint64 version = 0;
    QDateTime createdAt;
    QDateTime updatedAt;
    QString updatedBy;
    bool operator==(const Api &) const = default;
};

/// What an API is created or edited with.
struct ApiDraft
{
    QString name;
    QString host;
    QString basePath;
    QString audience;
    QString reason;
    QString ticket;
    bool operator==(const ApiDraft &) const = default;
};

/// How the routes of a description get their scopes. Those that the description names are taken first; a
/// route that it names none for gets one by `otherwise`.
struct ScopeRule
{
    ScopeSource otherwise = ScopeSource::Tag;
    QString prefix;           ///< before every scope: "github."
    bool named = true;        ///< take the scopes that the description names
    bool readAndWrite = true; ///< of `otherwise`: one for reading, one for changing
    bool operator==(const ScopeRule &) const = default;
};

/// What a description has and the catalogue cannot.
struct LeftOutPart
{
    int line = 0; ///< from 1
    QString what; ///< "GET /v1/files/{name}"
    QString reason;
    bool operator==(const LeftOutPart &) const = default;
};

/// A revision beside what is in force, in numbers.
struct RevisionCounts
{
    int routes = 0;
    int newRoutes = 0;
    int goneRoutes = 0;
    int changedRoutes = 0;
    int newScopes = 0;
    int unusedScopes = 0; ///< that no route will need any more
    int leftOut = 0;
    bool operator==(const RevisionCounts &) const = default;
};

/// The routes of one API as an import described them.
struct CatalogueRevision
{
    QString id; ///< rev_…
    QString apiId;
    RevisionState state = RevisionState::Unknown;
    qint64 version = 1; ///< another one with each rule; an act on a proposal names the one that was reviewed
    QString changedBy;  ///< who gave it its rule; empty: it has the one that it was proposed with
    std::optional<QString> basePath; ///< below which its routes stand; none: of before this was kept
    QString openapi;                 ///< "3.1.0"
    QString title;
    QString describedVersion;
    QString sha256;  ///< of the description, hex
    qint64 size = 0; ///< bytes of the description
    ScopeRule rule;
    RevisionCounts counts; ///< beside what is in force now; of one that is in force beside what was before
    QList<LeftOutPart> leftOut; ///< the first 200
    QDateTime createdAt;
    QString createdBy;
    std::optional<QDateTime> appliedAt;
    QString appliedBy;
    bool operator==(const CatalogueRevision &) const = default;
};

/// A scope that a revision needs, and for how many routes; or one that it needs for none any more.
struct ScopeNeed
{
    QString scope;
    int routes = 0; ///< 0: what is in force needs it
    bool isNew = false;
    QString
        takenBy; ///< name of the other API that has it: with it the revision cannot be applied; else empty
    bool operator==(const ScopeNeed &) const = default;
};

/// A partner whose calls of the last 30 days a revision would refuse.
struct BrokenPartner
{
    QString partnerId;
    QString name;
    qint64 calls30d = 0; ///< of those that would be refused
    std::optional<QDateTime> lastCallAt;
    QStringList routes;        ///< the first 20, "GET /v1/orders"
    QStringList missingScopes; ///< that its grant or its credentials do not have
    QString contact;           ///< mail address of its technical contact; empty: it has none
    bool operator==(const BrokenPartner &) const = default;
};

/// What applying a revision would do.
struct RevisionReview
{
    CatalogueRevision revision;
    QList<ScopeNeed> scopes;     ///< the first 500: those of another API, those needed no more, then by name
    QList<BrokenPartner> broken; ///< the first 200, most calls first
    int brokenPartners = 0;      ///< how many there are
    int grants = 0;              ///< partners that hold a scope which no route will need any more
    bool operator==(const RevisionReview &) const = default;
};

/// One route that a revision adds, takes away or changes.
struct RouteChange
{
    RouteChangeKind kind = RouteChangeKind::Unknown;
    QString routeId;
    QString method;
    QString pathTemplate;
    QString title;
    QList<FieldChange> changes; ///< of a changed one
    qint64 calls30d = 0;        ///< of a gone or changed one, by all partners
    bool operator==(const RouteChange &) const = default;
};

} // namespace pc

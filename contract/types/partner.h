// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace pc {

struct Contact
{
    ContactKind kind = ContactKind::Unknown;
    QString name;
    QString email;
    QString phone;
    std::optional<QDateTime> verifiedAt = {}; ///< UTC; set by the service when it is told so
    QString verifiedBy = {};                  ///< operator account; set by the service
    QString verifiedWith = {};                ///< whom the operator spoke to, calling back on `phone`
    bool operator==(const Contact &) const = default;
};

struct Agreement
{
    QString version;    ///< e.g. "3.2"
    QString fileSha256; ///< 64 lower-case hex digits
    QStringList signatories;
    QDate signedOn;
    QDate validUntil;
    bool operator==(const Agreement &) const = default;
};

/// What the list shows beside the partner itself; computed by the service, never written.
struct PartnerSummary
{
    Health health = Health::Unknown;
    int credentials = 0;         ///< not revoked, not void
    int credentialsExpiring = 0; ///< soon (contract/rules/expiring.h)
    qint64 quotaUsedToday = 0;   ///< calls counted against the daily quota since the partner's midnight
    qint64 quotaToday = 0;       ///< calls; 0 = no daily quota
    qint64 calls24h = 0;
    qint64 errors24h = 0; ///< refused, client and server errors
    qint64 throttled24h = 0;
    QList<qint64> callsPerHour; ///< 24 values, oldest first
    std::optional<QDateTime> lastCallAt;
    bool operator==(const PartnerSummary &) const = default;
};

struct Partner
{
    QString id; ///< prt_…
    QString name;
    QString slug; ///< lower-case letters, digits, hyphens; unique; typed to confirm acts on the whole partner
    QString legalName;
    QString country;      ///< ISO 3166-1 alpha-2
    QString registration; ///< company register number
    QString owner;        ///< operator account name
    Stage stage = Stage::Unknown;
    PartnerStatus status = PartnerStatus::Unknown;
    QString planId; ///< always that of its grant: whichever of the two is edited, both change together
    QString timeZone = QStringLiteral("UTC"); ///< IANA name; daily quotas turn over at its midnight
    LawfulBasis lawfulBasis = LawfulBasis::Unknown;
    QStringList dataCategories;
    QString purpose;
    int retentionDays = 0;
    QList<Contact> contacts;
    std::optional<Agreement> agreement;
    QStringList tags;
    QString notes;
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime stageSince;
    qint64 version = 0; ///< the entity tag is "\"<version>\""
    PartnerSummary summary;
    bool operator==(const Partner &) const = default;
};

/// The fields a person sets when onboarding or editing; everything else is the service's.
struct PartnerDraft
{
    QString name;
    QString slug;
    QString legalName;
    QString country;
    QString registration;
    QString owner;
    QString planId;
    QString timeZone = QStringLiteral("UTC");
    LawfulBasis lawfulBasis = LawfulBasis::Unknown;
    QStringList dataCategories;
    QString purpose;
    int retentionDays = 365;
    QList<Contact> contacts;
    std::optional<Agreement> agreement;
    QStringList tags;
    QString notes;
    QStringList scopes; ///< granted at creation; only those that the lawful basis allows
    bool operator==(const PartnerDraft &) const = default;
};

struct PartnerQuery
{
    QString text; ///< matches name, slug, id, owner
    QList<Stage> stages;
    QList<PartnerStatus> statuses;
    QList<Health> healths;
    QString owner;
    std::optional<int> expiringWithinDays;
    QString sort = QStringLiteral(
        "name"); ///< name, -name, last_call_at, -last_call_at, quota, -quota, stage, created_at …
    int limit = 100;
    QString cursor;
    bool operator==(const PartnerQuery &) const = default;
};

} // namespace pc

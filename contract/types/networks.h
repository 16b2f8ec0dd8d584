// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace pc {

/// One line of an allow-list, optionally only for a time.
struct NetworkEntry
{
    QString network; ///< as contract/rules/network.h writes it: "203.0.113.0/24", "2001:db8::/32"
    QString note;
    std::optional<QDateTime> from;
    std::optional<QDateTime> until;
    bool operator==(const NetworkEntry &) const = default;
};

/// Production without a list, on record, until it ends (contract/rules/networks.h: at most how long).
struct NetworkWaiver
{
    QDateTime until;
    QString reason;
    bool operator==(const NetworkWaiver &) const = default;
};

/// What one credential is narrowed to, beside the list of its realm.
struct CredentialNetworks
{
    QString credentialId;
    QList<NetworkEntry> entries; ///< never empty
    bool operator==(const CredentialNetworks &) const = default;
};

/// From where a partner may call. In the sandbox an empty list means from anywhere; in production from
/// nowhere, unless the waiver is in force. A list that is there decides, whatever a waiver says, also when
/// none of its entries is in force.
struct NetworkRules
{
    QString partnerId;
    QList<NetworkEntry> sandbox;
    QList<NetworkEntry> production;
    std::optional<NetworkWaiver> waiver;
    QList<CredentialNetworks> credentials;
    qint64 version = 0;                 ///< 0: nobody edited them yet
    std::optional<QDateTime> updatedAt; ///< nothing while nobody did
    QString updatedBy;
    bool operator==(const NetworkRules &) const = default;
};

/// The editable half of them.
struct NetworkRulesEdit
{
    QList<NetworkEntry> sandbox;
    QList<NetworkEntry> production;
    std::optional<NetworkWaiver> waiver;
    QList<CredentialNetworks> credentials;
    QString reason;
    QString ticket;
    bool operator==(const NetworkRulesEdit &) const = default;
};

/// From where a partner's credential was used in the last 30 days.
struct SourceSeen
{
    QString credentialId;
    QString credentialName; ///< empty when the credential is gone
    Realm realm = Realm::Unknown;
    QString source; ///< an address; "others" for what is not told apart
    QString userAgent;
    QDateTime firstSeenAt;
    QDateTime lastSeenAt;
    qint64 calls = 0;
    bool operator==(const SourceSeen &) const = default;
};

} // namespace pc

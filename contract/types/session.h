// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace pc {

struct Session
{
    QString account;
    QString displayName;
    QList<Role> roles;
    QStringList permissions; ///< operation names of contract/api/roles.h the roles allow
    QString environment;     ///< shown name, e.g. "local"
    bool sample = false;     ///< seeded sample data
    Realm defaultRealm = Realm::Production;
    QString tokenEndpoint; ///< absolute URL for partners
    QString apiBase;       ///< absolute URL of the partner API
    QString serviceVersion;
    QDateTime expiresAt; ///< of the presented token
    QDateTime renewableUntil;
    QString
        historyRefused; ///< why the service decides and writes nothing (its history was put back); else empty
    bool operator==(const Session &) const = default;
};

struct RenewedSession
{
    QString token; ///< the caller moves it into its own secret type and drops this value
    QDateTime expiresAt;
    bool operator==(const RenewedSession &) const = default;
};

/// Somebody who may own a partner or a credential: an account that is not disabled. Names only.
struct Operator
{
    QString account;
    QString displayName;
    bool operator==(const Operator &) const = default;
};

/// That something is not as it was. What it does not name it may concern.
struct Change
{
    ChangeKind kind = ChangeKind::Unknown;
    QString
        id; ///< the object; a grant goes by its partner's id; empty for kinds without objects (audit, usage)
    QString partnerId; ///< whose it is; of kind Partner the same as `id`; empty when it is no partner's
    QString eventId;   ///< the audit event, when there is one
    bool operator==(const Change &) const = default;

    /// It may be about this object.
    [[nodiscard]] bool mayConcern(const QString &objectId) const { return id.isEmpty() || id == objectId; }
    /// It may be about something of this partner.
    [[nodiscard]] bool mayConcernPartner(const QString &partner) const
    {
        return partnerId.isEmpty() || partnerId == partner;
    }
};

struct Changes
{
    QString cursor;
    bool reset = false; ///< a gap: fetch what is on the screen again
    QList<Change> changes;
    bool operator==(const Changes &) const = default;
};

} // namespace pc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace pc {

/// One field of a change; texts as shown, secrets never (fingerprints only).
struct FieldChange
{
    QString field; ///< "scopes", "quota.daily", …
    QString before;
    QString after;
    bool operator==(const FieldChange &) const = default;
};

struct AuditEvent
{
    QString id;       ///< evt_…
    qint64 index = 0; ///< leaf index in the log, from 0
    QDateTime at;     ///< UTC, milliseconds
    QString actor;    ///< operator account, or "platform"
    QString actorRole;
    QString action;     ///< "credential.issue", "partner.create", …
    QString targetKind; ///< "partner", "credential", "grant", "session", …
    QString targetId;
    QString targetName;
    QString partnerId;
    QString reason;
    QString ticket;
    QString requestId;
    QString source;
    bool singleOperator = true; ///< done by one person (dual control is not there yet, or not needed)
    QList<FieldChange> changes;
    bool operator==(const AuditEvent &) const = default;
};

/// An event with the canonical bytes that were hashed; the value is decoded from those bytes.
struct AuditRecord
{
    AuditEvent event;
    QByteArray canonical; ///< UTF-8 JSON as stored; leaf hash = SHA-256(0x00 ‖ canonical), RFC 9162
    bool operator==(const AuditRecord &) const = default;
};

/// All that is set holds; an empty text sets nothing. What begins with `not` leaves out.
struct AuditFilter
{
    QString text;
    QString partnerId;
    QString notPartnerId;
    QString actor;
    QString notActor;
    QString action; ///< exact, or prefix with a trailing ".*"
    QString notAction;
    QString targetId;
    QString notTargetId;
    QString requestId;
    std::optional<QDateTime> from; ///< inclusive, UTC
    std::optional<QDateTime> to;   ///< exclusive, UTC
    bool operator==(const AuditFilter &) const = default;
};

struct AuditQuery : AuditFilter
{
    RowOrder order = RowOrder::NewestFirst;
    std::optional<QDateTime> at; ///< as CallQuery::at
    int limit = 100;
    QString cursor;
    bool operator==(const AuditQuery &) const = default;
};

/// A signed statement of the log's size and root (contract/crypto/checkpoint.h verifies `note`).
struct Checkpoint
{
    QString origin;
    qint64 size = 0;
    QByteArray root; ///< 32 bytes
    QDateTime at;
    QByteArray note;      ///< the signed text
    QByteArray publicKey; ///< Ed25519, 32 bytes; pinned by the console at first sight
    bool operator==(const Checkpoint &) const = default;
};

struct InclusionProof
{
    qint64 index = 0;
    qint64 size = 0;
    QList<QByteArray> path;
    bool operator==(const InclusionProof &) const = default;
};

struct ConsistencyProof
{
    qint64 first = 0;
    qint64 second = 0;
    QList<QByteArray> path;
    bool operator==(const ConsistencyProof &) const = default;
};

} // namespace pc

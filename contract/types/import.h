// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/enums.h"
#include "contract/types/problem.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace pc {

/// One row of a file that is imported, and what becomes of it. Of a file that holds hashes, and of a row that
/// is refused, it repeats no value but the name the row goes by.
struct ImportRow
{
    int line = 0;    ///< of the file, from 1; in JSON: which entry
    QString subject; ///< the partner's short name; of a key "short-name: name of the key"
    ImportOutcome outcome = ImportOutcome::Unknown;
    QString targetId;           ///< what it is about, once it is there
    QStringList changed;        ///< columns that an Update changes
    QList<FieldChange> changes; ///< the same with their values, each cut to 200 characters: partners, plans
    QStringList leftAlone;      ///< columns that say something else than there is, and are not followed
    QList<FieldError> errors;   ///< of one that is Refused; the pointer names the column: "/hash"
    QStringList sameName;       ///< short names of others, there or of an earlier row, called the same
    bool operator==(const ImportRow &) const = default;
};

/// What an import does, or would do. One refused row, and nothing of the file is applied.
struct ImportReport
{
    bool applied = false;
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    int refused = 0;
    QList<ImportRow> rows;
    bool operator==(const ImportReport &) const = default;
};

/// How far one imported key or client id is on its way out.
struct LegacyKeyState
{
    QString credentialId;
    CredentialKind kind = CredentialKind::Unknown;
    QString name;
    QString partnerId;
    QString partnerName;
    Realm realm = Realm::Unknown;
    CredentialState state = CredentialState::Unknown;
    std::optional<KeyScheme> scheme; ///< of a key
    QString header;                  ///< likewise
    QString clientId;                ///< of a client id
    QDateTime importedAt;
    QDateTime deadline;
    std::optional<QDateTime> rehashedAt;
    std::optional<QDateTime> lastUsedAt;
    qint64 calls30d = 0;
    /// A living credential of the same partner and realm, no imported one; of a client id one that asks for
    /// tokens. Empty: none.
    QString successorId;
    QString contact; ///< mail address of the partner's technical contact; empty: it has none
    bool operator==(const LegacyKeyState &) const = default;
};

/// The campaign that ends when `left` is 0.
struct LegacyKeyReport
{
    int left = 0;               ///< that can still be used
    int clientIds = 0;          ///< of these; the others are keys
    int neverUsed = 0;          ///< of these
    int waiting = 0;            ///< of these: bcrypt, not hashed anew yet
    int rehashed = 0;           ///< of these
    int withoutSuccessor = 0;   ///< of these
    int over = 0;               ///< expired or revoked
    QList<LegacyKeyState> keys; ///< those that are left first, the next deadline first
    int more = 0;               ///< that find no place in `keys`
    bool operator==(const LegacyKeyReport &) const = default;
};

} // namespace pc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/random_source.h"
#include "contract/crypto/signing_key.h"
#include "contract/types/audit.h"
#include "platform/store/rows/checkpoint_rows.h"
#include "platform/store/sql/tx.h"

#include <tl/expected.hpp>

namespace pc::platform {

/// Signs the state of the audit log. The key is a file beside the database (`audit-key.pem`, mode 0400),
/// never in it: whoever rewrites the database cannot make a checkpoint for it. Thread-safe.
class AuditSigner
{
public:
    /// Reads the key of a data directory, or makes it. The error is a sentence.
    [[nodiscard]] static tl::expected<AuditSigner, QString> open(const QString &directory,
                                                                 const QString &origin, RandomSource &random);
    /// Says in the key's file that a log was anchored with it (store/history/anchor_file.h). Whoever can take
    /// that away has the key, and could sign what he likes; whoever has only the database and the anchor
    /// cannot make them look like those of a release that knew none. The error is a sentence.
    [[nodiscard]] static tl::expected<void, QString> rememberAnchor(const QString &directory);
    AuditSigner(SigningKey key, QString origin) : m_key(std::move(key)), m_origin(std::move(origin)) {}

    /// A checkpoint of the log as it stands in this transaction, stored unless there is one of this size.
    /// Throws SqlFailure.
    CheckpointRow make(Tx &tx, const QDateTime &now) const;
    [[nodiscard]] Checkpoint value(const CheckpointRow &row) const;
    [[nodiscard]] const QString &origin() const { return m_origin; }
    [[nodiscard]] const SigningKey &key() const { return m_key; }
    [[nodiscard]] const VerifyKey &verifyKey() const { return m_key.verifyKey(); }

    /// Whether rememberAnchor() was called for this key, when it was read.
    [[nodiscard]] bool remembersAnchor() const { return m_remembersAnchor; }

    /// The origin stored in this database; made on first use.
    [[nodiscard]] static QString originOf(Tx &tx, RandomSource &random);

private:
    SigningKey m_key;
    QString m_origin;
    bool m_remembersAnchor = false;
};

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "platform/store/sql/tx.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace pc::platform {

/// Compares the state of partners, credentials and operators with the events about them: what was closed by
/// an event and opened by none must not be open in the tables, nor an operator have roles that no event gave.
/// See every event of the log, oldest first.
class StateCheck
{
public:
    void see(const AuditEvent &event);
    /// A sentence about the first object that does not fit; empty when all do.
    [[nodiscard]] QString contradiction(Tx &tx) const;

private:
    [[nodiscard]] QString ofCredentials(Tx &tx) const;
    [[nodiscard]] QString ofPartners(Tx &tx) const;
    [[nodiscard]] QString ofOperators(Tx &tx) const;

    QSet<QString> m_suspended; ///< credentials
    QSet<QString> m_revoked;
    QSet<QString> m_frozen;          ///< partners
    QSet<QString> m_disabled;        ///< accounts
    QHash<QString, QString> m_roles; ///< by account, as its newest event says them
};

} // namespace pc::platform

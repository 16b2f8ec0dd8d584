// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "platform/store/sql/tx.h"
#include "platform/verify/credential_events.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>

namespace pc::platform {

/// Compares the state of partners, grants, allow-lists, credentials, operators and sessions with the events
/// about them: what was closed by an event and opened by none must not be open in the tables, nor anybody
/// have what no event gave. What no event says it cannot know: verifiers, denied tokens, plans and limits.
/// See every event of the log, oldest first.
class StateCheck
{
public:
    void see(const AuditEvent &event);
    /// A sentence about the first object that does not fit; empty when all do.
    [[nodiscard]] QString contradiction(Tx &tx) const;

private:
    void seePartner(AuditAction action, const AuditEvent &event);
    void seeOperator(AuditAction action, const AuditEvent &event);
    void seeSession(AuditAction action, const AuditEvent &event);
    void followScopes(const AuditEvent &event);
    void followNetworks(const AuditEvent &event);
    void followStage(const AuditEvent &event);
    void seeCatalogue(AuditAction action, const AuditEvent &event);
    [[nodiscard]] QString ofScopes(Tx &tx) const;
    [[nodiscard]] QString ofPlans(Tx &tx) const;
    [[nodiscard]] QString ofCredentials(Tx &tx) const;
    [[nodiscard]] QString ofPartners(Tx &tx) const;
    [[nodiscard]] QString ofGrants(Tx &tx) const;
    [[nodiscard]] QString ofNetworks(Tx &tx) const;
    [[nodiscard]] QString ofOperators(Tx &tx) const;
    [[nodiscard]] QString ofSessions(Tx &tx) const;

    CredentialEvents m_credentials;
    QSet<QString> m_frozen;                 ///< partners
    QHash<QString, QSet<QString>> m_scopes; ///< by partner, of those whose events say all of them
    QHash<QString, QMap<QString, QSet<QString>>> m_networks; ///< lines by list, by partner
    QHash<QString, QString> m_stages;                        ///< by partner, as its newest event says it
    /// By scope: single values by field, and of lists which entries came (true) or went. Only of edits.
    QHash<QString, QHash<QString, QString>> m_scopeValues;
    QHash<QString, QHash<std::pair<QString, QString>, bool>> m_scopeEntries;
    QHash<QString, QHash<QString, QString>> m_plans; ///< limits by field, by plan; only what events say
    QSet<QString> m_removedPlans;
    QSet<QString> m_disabled;           ///< accounts
    QHash<QString, QString> m_roles;    ///< by account, as its newest event says them
    QHash<QString, QString> m_sessions; ///< account by chain, of those that no event ended
};

} // namespace pc::platform

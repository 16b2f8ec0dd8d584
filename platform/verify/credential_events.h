// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/audit.h"
#include "platform/domain/credential_row.h"

#include <QHash>
#include <QSet>

namespace pc::platform {

/// What the events of a log say of each credential: that it was issued, to whom and for what, which of its
/// secrets are over, and how long they live at most. See every event, oldest first. Only what an event states
/// by name counts: those of a sample and of older releases say less.
class CredentialEvents
{
public:
    /// `action`: of the event.
    void see(AuditAction action, const AuditEvent &event);
    /// Why the row is open where its events say otherwise, a sentence; empty when it is not.
    [[nodiscard]] QString contradiction(const CredentialRow &row) const;

private:
    /// What stays as it was issued, as its fields say it; null: unsaid.
    struct Issue
    {
        QString partnerId;
        QString clientId; ///< of another system, for which it stands
        QString kind;
        QString realm;
        QString scopes;
        QString scheme; ///< of an imported key, as the next two
        QString header;
        QString hmacKey;
    };
    struct Life
    {
        Issue issue;
        bool suspended = false;
        bool revoked = false;
        bool isFollowed = false; ///< every acknowledgement said its generation
        QList<int> acknowledged; ///< generations, in that order
        QSet<int> over;          ///< generations that can hold no more
        std::optional<QDateTime> expiresAt;
        std::optional<QDateTime> graceUntil; ///< of the newest grace; nothing: unsaid
    };
    void begin(AuditAction action, const AuditEvent &event);
    /// The same text once: a log may have many credentials, and they say few.
    [[nodiscard]] QString kept(const FieldChange *said);
    static void acknowledge(Life &life, const AuditEvent &event);
    /// All acknowledged ones but the newest.
    static void endOlder(Life &life);
    static void moveGrace(Life &life, const AuditEvent &event);
    [[nodiscard]] static QString otherIssue(const Life &life, const CredentialRow &row);
    [[nodiscard]] static QString openGeneration(const Life &life, const CredentialRow &row);

    QHash<QString, Life> m_lives; ///< of those that were issued, by id
    QSet<QString> m_texts;
};

} // namespace pc::platform

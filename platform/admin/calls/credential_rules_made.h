// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/calls/made_rule.h"

/// Rules that events about a credential, its generations and its tokens make. What the clock makes of them
/// has the event that set the time. Pure.
namespace pc::platform {

[[nodiscard]] QList<MadeRule> credentialRulesMade(AuditAction action, const AuditEvent &event,
                                                  const RuleSources &sources);
/// How a credential was made, as far as it refuses this call.
[[nodiscard]] QList<MadeRule> credentialBeginnings(AuditAction action, const AuditEvent &event,
                                                   const Policy &policy, const CallRecord &call);
/// What was closed, and was not to be: from when it was in force to its event.
[[nodiscard]] QList<MadeRule> rulesTakenBack(const AuditEvent &event);

/// Which generation each event ended or set an end to, by the event's index: an acknowledgement the one
/// before, and so on. See every event of the credential, oldest first.
class EndedGenerations
{
public:
    void see(AuditAction action, const AuditEvent &event);
    [[nodiscard]] const QHash<qint64, int> &byEvent() const { return m_byEvent; }

private:
    QList<int> m_acknowledged;
    QHash<qint64, int> m_byEvent;
};

} // namespace pc::platform

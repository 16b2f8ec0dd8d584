// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/session.h"
#include "platform/admin/api/admin_result.h"
#include "platform/core/policy/policy.h"

#include <functional>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace pc::platform {

/// One change, as the audit log and the feed tell it.
struct WriteEvent
{
    AuditEvent event; ///< of eventAbout(), with what changed and why; whose it is comes with settleOutcome()
    ChangeKind kind = ChangeKind::Audit; ///< for the feed, which names the target and its partner
    /// What else moved with it, of the same name: the grant of a partner whose plan was edited, say. Told
    /// after `kind`, by the same event.
    QList<ChangeKind> also = {};
};

/// The catalogue of all APIs as a write leaves it.
struct CatalogueRule
{
    std::shared_ptr<const RouteCatalogue> catalogue;
    QList<Scope> scopes;
};

/// All observations as a write leaves them.
struct ObservationRules
{
    QList<ObservationRule> list;
};

/// A plan as a write leaves it, for all partners that have it.
struct PlanRule
{
    QString planId;
    std::optional<pc::rules::StageLimits> limits; ///< nothing: it is gone
};

/// A rule that is decided by from the commit on.
using PolicyRule = std::variant<PartnerRule, CredentialRule, CatalogueRule, ObservationRules, PlanRule>;

/// The generation whose sealed bytes the answer holds: what repeats the request gets these, as long as there
/// are any, instead of a kept answer.
struct SealedSubject
{
    QString credentialId;
    int generation = 0;
};

/// What became of a write beside the rows it changed, for settleOutcome().
struct WriteOutcome
{
    AdminReply answer; ///< of a request, as `sealed`
    QList<WriteEvent> events = {};
    /// None when the policy stays as it is. Unless each of them is proven to take nothing away
    /// (core/policy/widening.h), an answer waits until no decision stands on the policy before.
    std::vector<PolicyRule> policy = {};
    std::optional<SealedSubject> sealed = {};
    /// After the commit, on the store's thread: for what works beside the store. Must not block; may be
    /// empty.
    std::function<void()> stored = {};
};
using WriteResult = AdminExpected<WriteOutcome>;

/// That of one event, and of no rule.
[[nodiscard]] inline WriteOutcome outcomeOf(AuditEvent event, ChangeKind kind = ChangeKind::Audit)
{
    WriteOutcome outcome;
    outcome.events.append({std::move(event), kind});
    return outcome;
}

/// Events and rules of another object that was written in the same transaction.
inline void add(WriteOutcome &outcome, WriteOutcome more)
{
    outcome.events += more.events;
    outcome.policy.insert(outcome.policy.end(), more.policy.begin(), more.policy.end());
}

} // namespace pc::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/calls.h"

namespace pc {

/// One fact of a check, a rule or a verdict: a name out of a fixed set (contract/rules/explained_facts.h),
/// and its value as the record, the rule or the audit event has it. People get words made of them. A name may
/// stand several times, with a value each.
struct ExplainedFact
{
    QString name;
    QString value;
    bool operator==(const ExplainedFact &) const = default;
};

struct ExplainedCheck
{
    DecisionCheck check = DecisionCheck::Unknown;
    CheckResult result = CheckResult::Unknown;
    QList<ExplainedFact> facts;
    bool operator==(const ExplainedCheck &) const = default;
};

/// The rule that refused, as it stood at the call: out of the audit log up to the size that the call stood
/// on.
struct RuleThen
{
    bool isKnown = false; ///< false: no event of the log tells it, or the call does not say which it stood on
    QList<ExplainedFact> facts;
    std::optional<AuditEvent> cause; ///< that made it so
    bool operator==(const RuleThen &) const = default;
};

/// What becomes of the same call now; asked without counting anything.
struct VerdictToday
{
    Outcome outcome = Outcome::Unknown; ///< Unknown: it cannot be told
    DecisionReason reason = DecisionReason::Unknown;
    QDateTime at; ///< UTC
    /// What the record lacks where the verdict cannot be told; of a limit, what it is and what is used of it.
    QList<ExplainedFact> facts;
    bool operator==(const VerdictToday &) const = default;
};

struct Remedy
{
    RemedyKind kind = RemedyKind::Unknown;
    QString operation; ///< of the Admin API that does it ("grant.edit"); empty: it is done elsewhere
    QString targetId;
    QString value;
    bool operator==(const Remedy &) const = default;
};

/// Why a call ended as it did.
struct CallExplanation
{
    CallRecord call;
    QString partnerName;
    QString credentialName;
    QList<ExplainedCheck> checks; ///< all of them, in their order
    RuleThen rule;                ///< of the check that failed; nothing is known of it when none did
    VerdictToday today;
    QList<Remedy> remedies;    ///< each of them alone would let it pass today, the smallest first
    bool areAllNeeded = false; ///< none of them would alone: all of them, in their order
    /// Calls that ended for the same reason by the same rule, as RefusalsOfEvent of its cause tells them; of
    /// a rule whose cause is not known, those of the same partner, reason and route.
    CallFilter alike;
    qint64 alikeCalls = 0;
    bool alikeAtLeast = false; ///< there are more: not all were counted in time
    int alikeSources = 0;
    bool operator==(const CallExplanation &) const = default;
};

/// Calls that were refused by one rule.
struct RefusedCalls
{
    CallFilter filter; ///< that lists them
    qint64 calls = 0;
    bool callsAtLeast = false; ///< there are more: not all were counted in time
    bool operator==(const RefusedCalls &) const = default;
};

/// What an event of the audit log did to calls: those that were refused by the rule it made, until another
/// event changed it. Counted are the records that are kept.
struct RefusalsOfEvent
{
    QString eventId;
    CallFilter filter; ///< as RefusedCalls; without conditions when the event refuses nothing
    qint64 calls = 0;
    bool callsAtLeast = false;
    QList<RefusedCalls> others; ///< of the other rules, where it made several: no filter holds them all
    bool operator==(const RefusalsOfEvent &) const = default;
};

} // namespace pc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/settle_outcome.h"

#include "platform/admin/api/caller.h"
#include "platform/store/audit/audit_log.h"

#include <optional>
#include <utility>

namespace pc::platform {

namespace {

/// What the feed says of an event as it is stored.
QList<Change> toldOf(const WriteEvent &stored)
{
    QList<Change> told{changeOf(stored.kind, stored.event)};
    for (const ChangeKind kind : stored.also)
        told.append(changeOf(kind, stored.event));
    return told;
}

/// `auditSize`: of the log with the events of the write; nothing: it told none.
PolicyHolder::Change publicationOf(std::vector<PolicyRule> rules, std::optional<qint64> auditSize)
{
    return [rules = std::move(rules), auditSize](const Policy &policy) {
        Policy next = auditSize ? policy.withAuditSize(*auditSize) : policy;
        for (const PolicyRule &rule : rules) {
            if (const auto *partner = std::get_if<PartnerRule>(&rule))
                next = next.withPartner(*partner);
            else if (const auto *catalogue = std::get_if<CatalogueRule>(&rule))
                next = next.withCatalogue(catalogue->catalogue).withScopes(catalogue->scopes);
            else if (const auto *observations = std::get_if<ObservationRules>(&rule))
                next = next.withObservations(observations->list);
            else if (const auto *plan = std::get_if<PlanRule>(&rule))
                next = next.withPlan(plan->planId, plan->limits);
            else
                next = next.withCredential(std::get<CredentialRule>(rule));
        }
        return next;
    };
}

} // namespace

Whose ofTheCaller(const AdminCall &call)
{
    return [&call](AuditEvent event) { return byCaller(call, std::move(event)); };
}

void settleOutcome(AdminContext &context, Tx &tx, WriteOutcome outcome, const Whose &whose,
                   PolicyHolder::Ticket narrowing, std::function<void(qint64)> published)
{
    QList<Change> changes;
    std::optional<qint64> auditSize;
    if (!outcome.events.isEmpty()) {
        audit_log::BulkAppender log(tx);
        for (WriteEvent &each : outcome.events) {
            each.event = log.append(whose(std::move(each.event)));
            changes += toldOf(each);
        }
        log.finish();
        auditSize = static_cast<qint64>(log.size());
    }
    if (!outcome.policy.empty()) {
        tx.afterCommit([&context, publication = publicationOf(std::move(outcome.policy), auditSize),
                        narrowing, published = std::move(published)] {
            const qint64 number = context.policy.publish(publication, narrowing);
            if (published)
                published(number);
        });
    }
    context.feed.publishAfter(tx, changes);
    if (outcome.stored)
        tx.afterCommit(std::move(outcome.stored));
}

} // namespace pc::platform

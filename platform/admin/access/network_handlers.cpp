// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/access/network_handlers.h"

#include "contract/rules/networks.h"
#include "platform/admin/api/body.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/network_changes.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/rows/partner_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

Body<NetworkRulesEdit> settled(Body<NetworkRulesEdit> asked)
{
    asked.value = pc::rules::settledNetworks(std::move(asked.value));
    return asked;
}

/// A list is of one of the partner's own credentials. `isOwn`: by its id.
template <typename Fn>
QList<FieldError> foreignCredentials(const NetworkRulesEdit &edit, const Fn &isOwn)
{
    FieldCheck check;
    const qsizetype count = lookedAt("NetworkRulesEdit", "credentials", edit.credentials.size());
    for (qsizetype i = 0; i < count; ++i) {
        if (!isOwn(edit.credentials.at(i).credentialId))
            check.fail(u"/credentials/%1/credential_id"_s.arg(i), FieldFault::UnknownValue,
                       u"The partner has no such credential."_s);
    }
    return check.errors();
}

WriteResult edit(const WriteCall &call, const AdminExpected<Body<NetworkRulesEdit>> &asked, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    if (!partner)
        return notFound(u"partner"_s);
    const NetworkRules before = network_rows::find(tx, partner->id);
    if (!call.matches(before.version))
        return stale(toJson(before), etagOf(before.version));
    if (!asked)
        return tl::make_unexpected(asked.error());
    const NetworkRulesEdit &wanted = asked->value;
    QSet<QString> own;
    for (const CredentialRow &each : credential_rows::ofPartner(tx, partner->id))
        own.insert(each.value.id);
    const QList<FieldError> errors =
        domain::checkNetworks(wanted, asked->faults, before, call.now) +
        foreignCredentials(wanted, [&own](const QString &id) { return own.contains(id); });
    if (!errors.isEmpty())
        return invalid(errors);

    NetworkRules rules = pc::rules::edited(before, wanted);
    const QList<FieldChange> changes = domain::networkChanges(before, rules);
    if (changes.isEmpty())
        return WriteOutcome{replyVersioned(before, before.version)};
    rules.version += 1;
    rules.updatedAt = call.now;
    rules.updatedBy = call.actor.account;
    network_rows::put(tx, rules);
    AuditEvent event = eventAbout(AuditAction::NetworksEdit, partner->id, partner->name, partner->id);
    event.changes = changes;
    event.reason = wanted.reason;
    event.ticket = wanted.ticket;
    WriteOutcome outcome;
    outcome.answer = replyVersioned(rules, rules.version);
    outcome.events = {{event, ChangeKind::Networks}};
    outcome.policy = {storedRule(tx, *partner, catalogue_rows::grant(tx, partner->id).value_or(Grant{}))};
    return outcome;
}

/// What an edit takes away, unless the store would refuse it: by the same rules, and what the policy knows.
Narrowing narrowingOfNetworks(const WriteCall &call, const Body<NetworkRulesEdit> &asked)
{
    const PolicyRef policy = call.context.policy.current();
    const auto partner = policy->partner(call.parameter("partner_id"));
    if (!partner || !call.matches(partner->facts.networks.version))
        return {};
    const NetworkRulesEdit &wanted = asked.value;
    const auto isOwn = [&](const QString &id) {
        const auto credential = policy->storedCredential(id16Of(id));
        return credential && credential->partnerId == partner->id;
    };
    const bool taken =
        domain::checkNetworks(wanted, asked.faults, partner->facts.networks, call.now).isEmpty() &&
        foreignCredentials(wanted, isOwn).isEmpty();
    return taken ? narrowings::ofNetworks(partner->id, wanted, instantOf(call.now)) : Narrowing();
}

} // namespace

AdminResult networksGet(const AdminCall &call, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    if (!partner)
        return notFound(u"partner"_s);
    const NetworkRules rules = network_rows::find(tx, partner->id);
    return replyVersioned(rules, rules.version);
}

AdminExpected<PreparedWrite> networksEdit(const WriteCall &call)
{
    AdminExpected<Body<NetworkRulesEdit>> asked = readBody<NetworkRulesEdit>(call);
    if (asked)
        asked = settled(std::move(*asked));
    Narrowing narrowing = asked ? narrowingOfNetworks(call, *asked) : Narrowing();
    return PreparedWrite{
        [asked = std::move(asked)](const WriteCall &write, Tx &tx) { return edit(write, asked, tx); },
        PreparedWrite::Course::AtOnce, std::move(narrowing)};
}

AdminResult networkSources(const AdminCall &call, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    if (!partner)
        return notFound(u"partner"_s);
    Page<SourceSeen> page;
    page.items = call.context.usage.partnerSources(tx, partner->id, call.now);
    page.count = page.items.size();
    return replyWith(page);
}

} // namespace pc::platform::handlers

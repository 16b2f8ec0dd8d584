// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/partners/partner_handlers.h"

#include "platform/admin/api/body.h"
#include "platform/admin/api/parameters.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/partners/partner_to_change.h"
#include "platform/admin/partners/partner_writing.h"
#include "platform/admin/revocation/foreseen.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/domain/partner_rules.h"
#include "platform/store/rows/partner_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// A draft as it was sent, and what can be said of it without the store.
struct CheckedDraft
{
    AdminExpected<PartnerDraft> draft; ///< or why the body is none
    QList<FieldError> errors;

    [[nodiscard]] bool isGood() const { return draft && errors.isEmpty(); }
};

CheckedDraft draftOf(const WriteCall &call)
{
    AdminExpected<Body<PartnerDraft>> body = readBody<PartnerDraft>(call);
    if (!body)
        return {tl::make_unexpected(std::move(body.error())), {}};
    QList<FieldError> errors = domain::checkDraft(body->value, body->faults);
    return {std::move(body->value), std::move(errors)};
}

} // namespace

AdminResult partnerList(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    PartnerQuery query;
    query.text = parameters.text(u"q");
    query.stages = parameters.enums<Stage>(u"stage");
    query.statuses = parameters.enums<PartnerStatus>(u"status");
    query.healths = parameters.enums<Health>(u"health");
    query.owner = parameters.text(u"owner");
    if (const auto days = parameters.number("expiring_within_days"))
        query.expiringWithinDays = static_cast<int>(*days);
    query.sort = parameters.sort(PartnerIndex::sortOrders(), query.sort);
    query.limit = parameters.limit();
    query.cursor = parameters.cursor();
    if (!parameters.ok())
        return parameters.error();
    const auto page = partner_rows::list(tx, call.context.partners, query, call.now);
    if (!page)
        return badCursor();
    return replyWith(*page);
}

AdminResult partnerGet(const AdminCall &call, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    if (!partner)
        return notFound(u"partner"_s);
    return replyVersioned(*partner, partner->version);
}

namespace {

WriteResult create(const WriteCall &call, const CheckedDraft &checked, Tx &tx)
{
    if (!checked.draft)
        return tl::make_unexpected(checked.draft.error());
    const QList<FieldError> errors = checked.errors + partner_writing::checkNew(tx, *checked.draft);
    if (!errors.isEmpty())
        return invalid(errors);
    return partner_writing::create(call, tx, *checked.draft);
}

WriteResult edit(const WriteCall &call, const CheckedDraft &checked, Tx &tx)
{
    const AdminExpected<Partner> before = partnerToChange(call, tx);
    if (!before)
        return tl::make_unexpected(before.error());
    if (!checked.draft)
        return tl::make_unexpected(checked.draft.error());
    const QList<FieldError> errors = checked.errors + partner_writing::checkEdit(tx, *checked.draft, *before);
    if (!errors.isEmpty())
        return invalid(errors);
    return partner_writing::edit(call, tx, *before, *checked.draft);
}

/// What an edit takes away: the limits of another plan, with everything else as it is.
Narrowing narrowingOf(const WriteCall &call, const CheckedDraft &checked)
{
    if (!checked.isGood())
        return {}; // refused without the store
    const PartnerDraft &draft = *checked.draft;
    const PolicyRef policy = call.context.policy.current();
    const auto partner = policy->partner(call.parameter("partner_id"));
    const auto isOwner = [&call](const QString &account) { return call.context.sessions.isOwner(account); };
    if (!partner || !call.matches(partner->facts.version) || partner->facts.planId == draft.planId ||
        !foreseen::mayEdit(draft, *partner, *policy, isOwner))
        return {};
    return narrowings::ofPlan(partner->id, draft.planId, *policy->planLimits(draft.planId),
                              instantOf(call.now));
}

} // namespace

AdminExpected<PreparedWrite> partnerCreate(const WriteCall &call)
{
    return PreparedWrite{
        [draft = draftOf(call)](const WriteCall &asked, Tx &tx) { return create(asked, draft, tx); }};
}

AdminExpected<PreparedWrite> partnerEdit(const WriteCall &call)
{
    CheckedDraft draft = draftOf(call);
    Narrowing narrowing = narrowingOf(call, draft);
    return PreparedWrite{
        [draft = std::move(draft)](const WriteCall &asked, Tx &tx) { return edit(asked, draft, tx); },
        PreparedWrite::Course::AtOnce, std::move(narrowing)};
}

} // namespace pc::platform::handlers

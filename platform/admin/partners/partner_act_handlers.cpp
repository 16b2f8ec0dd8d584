// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/partners/partner_act_handlers.h"

#include "contract/rules/act_refusal.h"
#include "platform/admin/api/body.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/partners/partner_to_change.h"
#include "platform/domain/stage_gates.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/network_rows.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

StageGates gatesOf(const AdminCall &call, Tx &tx, const Partner &partner)
{
    const Grant grant = catalogue_rows::grant(tx, partner.id).value_or(Grant{});
    const QList<Scope> catalogue = catalogue_rows::scopes(tx);
    const QList<CredentialRow> credentials = credential_rows::ofPartner(tx, partner.id);
    return domain::gates({partner, grant, catalogue, credentials,
                          call.context.usage.servedCalls(tx, partner.id, Realm::Sandbox),
                          call.context.usage.servedCalls(tx, partner.id, Realm::Production), call.now,
                          network_rows::find(tx, partner.id)});
}

WriteResult promote(const WriteCall &call, const AdminExpected<ActRequest> &act, Tx &tx)
{
    const AdminExpected<Partner> before = partnerToChange(call, tx);
    if (!before)
        return tl::make_unexpected(before.error());
    if (!act)
        return tl::make_unexpected(act.error());
    if (const auto code = pc::rules::refusalOf(Op::PartnerPromote, pc::rules::factsOf(*before)))
        return refuse(*code, u"The partner is frozen or offboarded"_s);
    const StageGates gates = gatesOf(call, tx, *before);
    if (!pc::rules::allPassed(gates)) {
        AdminProblem open = problem(ProblemCode::GatesOpen, u"Not every gate to the next stage is passed"_s);
        open.extra.insert(u"gates"_s, toJson(gates));
        return tl::make_unexpected(std::move(open));
    }
    Partner partner = *before;
    partner.stage = gates.next;
    partner.stageSince = call.now;
    WriteOutcome outcome = storeAct(call, tx, partner, AuditAction::PartnerPromote,
                                    {u"stage"_s, toText(before->stage), toText(partner.stage)}, *act);
    outcome.events.first().also = {ChangeKind::Grant}; // its limits in force follow the stage
    return outcome;
}

WriteResult unfreeze(const WriteCall &call, const AdminExpected<ActRequest> &act, Tx &tx)
{
    const AdminExpected<Partner> before = partnerToChange(call, tx);
    if (!before)
        return tl::make_unexpected(before.error());
    if (!act)
        return tl::make_unexpected(act.error());
    if (const auto code = pc::rules::refusalOf(Op::PartnerUnfreeze, pc::rules::factsOf(*before)))
        return refuse(*code, u"The partner is not frozen"_s);
    Partner partner = *before;
    partner.status = PartnerStatus::Active;
    return storeAct(call, tx, partner, AuditAction::PartnerUnfreeze,
                    {u"status"_s, toText(before->status), toText(partner.status)}, *act);
}

} // namespace

AdminResult partnerGates(const AdminCall &call, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    if (!partner)
        return notFound(u"partner"_s);
    return replyWith(gatesOf(call, tx, *partner));
}

AdminExpected<PreparedWrite> partnerPromote(const WriteCall &call)
{
    return PreparedWrite{
        [act = actOf(call)](const WriteCall &asked, Tx &tx) { return promote(asked, act, tx); }};
}

AdminExpected<PreparedWrite> partnerUnfreeze(const WriteCall &call)
{
    PreparedWrite write{
        [act = actOf(call)](const WriteCall &asked, Tx &tx) { return unfreeze(asked, act, tx); }};
    write.reopens = {Reopenings::What::Partner, call.parameter("partner_id")};
    return write;
}

} // namespace pc::platform::handlers

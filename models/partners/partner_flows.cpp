// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partners/partner_flows.h"

#include "client/http/stale.h"
#include "contract/rules/act_refusal.h"
#include "models/base/request_check.h"

namespace pc::models {

using PartnerResult = client::Result<Versioned<Partner>>;

FreezeFlow::FreezeFlow(client::PartnersClient &partners, ChangeFeed &feed, const Versioned<Partner> &partner,
                       Act act, QObject *parent)
    : Flow(parent), m_partners(partners), m_partner(partner), m_act(act)
{
    follow(feed, ChangeKind::Partner, partner.value.id);
}

void FreezeFlow::look()
{
    m_look = m_partners.get(m_partner.value.id, this, [this](PartnerResult result) {
        const PartnerStatus wanted = m_act == Act::Freeze ? PartnerStatus::Frozen : PartnerStatus::Active;
        if (!result || result->value.status != wanted)
            return;
        m_result = std::move(*result);
        settle();
    });
}

FreezeFlow::~FreezeFlow() = default;

std::optional<client::ApiError> FreezeFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void FreezeFlow::send()
{
    const ActRequest request{reason(), ticket()};
    const auto onAnswer = [this](PartnerResult result) {
        if (!result)
            return fail(result.error());
        m_result = std::move(*result);
        succeed();
    };
    if (m_act == Act::Freeze)
        m_call = m_partners.freeze(m_partner.value.id, request, key(), this, onAnswer);
    else
        m_call = m_partners.unfreeze(m_partner.value.id, request, m_partner.etag, key(), this, onAnswer);
}

PromoteFlow::PromoteFlow(client::PartnersClient &partners, const Versioned<Partner> &partner,
                         const StageGates &gates, QObject *parent)
    : Flow(parent), m_partners(partners), m_partner(partner), m_gates(gates)
{
}

PromoteFlow::~PromoteFlow() = default;

bool PromoteFlow::isOpen() const
{
    return rules::allPassed(m_gates);
}

std::optional<client::ApiError> PromoteFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void PromoteFlow::send()
{
    const ActRequest request{reason(), ticket()};
    m_call = m_partners.promote(m_partner.value.id, request, m_partner.etag, key(), this,
                                [this](PartnerResult result) {
                                    if (!result)
                                        return fail(result.error());
                                    m_result = std::move(*result);
                                    succeed();
                                });
}

PartnerDraft draftOf(const Partner &partner)
{
    PartnerDraft draft;
    draft.name = partner.name;
    draft.slug = partner.slug;
    draft.legalName = partner.legalName;
    draft.country = partner.country;
    draft.registration = partner.registration;
    draft.owner = partner.owner;
    draft.planId = partner.planId;
    draft.timeZone = partner.timeZone;
    draft.lawfulBasis = partner.lawfulBasis;
    draft.dataCategories = partner.dataCategories;
    draft.purpose = partner.purpose;
    draft.retentionDays = partner.retentionDays;
    draft.contacts = partner.contacts;
    draft.agreement = partner.agreement;
    draft.tags = partner.tags;
    draft.notes = partner.notes;
    return draft;
}

EditPartnerFlow::EditPartnerFlow(client::PartnersClient &partners, const Versioned<Partner> &partner,
                                 QObject *parent)
    : Flow(parent), m_partners(partners), m_partner(partner), m_draft(draftOf(partner.value))
{
}

EditPartnerFlow::~EditPartnerFlow() = default;

void EditPartnerFlow::setDraft(const PartnerDraft &draft)
{
    if (mayEdit())
        m_draft = draft;
}

std::optional<Versioned<Partner>> EditPartnerFlow::current() const
{
    return error() ? client::currentState<Partner>(*error()) : std::nullopt;
}

void EditPartnerFlow::rebase(const Versioned<Partner> &current)
{
    if (mayEdit())
        m_partner = current;
}

void EditPartnerFlow::send()
{
    const PartnerDraft before = draftOf(m_partner.value);
    m_call = m_partners.edit(m_partner.value.id, m_draft, m_partner.etag, key(), this,
                             [this, before](PartnerResult result) {
                                 if (!result)
                                     return fail(result.error());
                                 m_before = before;
                                 m_partner = std::move(*result);
                                 succeed();
                             });
}

void EditPartnerFlow::undo()
{
    if (!canUndo())
        return;
    m_draft = *m_before;
    moveTo(FlowState::Editing);
    submit();
}

SaveGrantFlow::SaveGrantFlow(client::AccessClient &access, const QString &partnerId, const GrantEdit &edit,
                             const QString &baseEtag, QObject *parent)
    : Flow(parent), m_access(access), m_partnerId(partnerId), m_edit(edit), m_baseEtag(baseEtag)
{
    setReason(edit.reason);
    setTicket(edit.ticket);
}

SaveGrantFlow::~SaveGrantFlow() = default;

std::optional<Versioned<Grant>> SaveGrantFlow::current() const
{
    return error() ? client::currentState<Grant>(*error()) : std::nullopt;
}

GrantEdit SaveGrantFlow::request() const
{
    GrantEdit edit = m_edit;
    edit.reason = reason();
    edit.ticket = ticket();
    return edit;
}

std::optional<client::ApiError> SaveGrantFlow::refusal() const
{
    return refusedBeforehand("GrantEdit", request());
}

void SaveGrantFlow::send()
{
    m_call = m_access.editGrant(m_partnerId, request(), m_baseEtag, key(), this,
                                [this](client::Result<Versioned<Grant>> result) {
                                    if (!result)
                                        return fail(result.error());
                                    m_result = std::move(*result);
                                    succeed();
                                });
}

} // namespace pc::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/onboard_draft.h"

#include "contract/rules/agreement.h"
#include "contract/rules/contact_kinds.h"
#include "contract/rules/lawful_basis.h"
#include "contract/rules/unknown_values.h"
#include "contract/rules/verification.h"
#include "models/base/request_check.h"

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;
using rules::FieldFault;
using rules::FieldProblem;

namespace {

/// What a draft needs beyond the fields themselves: the table (contract/rules/field_limits.h) says what a
/// field may hold, this what the onboarding of a partner is complete with.
class Checker
{
public:
    Checker(const OnboardDraft &draft, const DraftContext &context)
        : m_draft(draft), m_partner(draft.partner), m_context(context)
    {
    }

    QList<FieldProblem> run()
    {
        fields();
        organisation();
        contacts();
        agreement();
        lawfulBasis();
        access();
        sandbox();
        unread();
        std::stable_sort(m_problems.begin(), m_problems.end(),
                         [](const FieldProblem &a, const FieldProblem &b) {
                             return stepOf(a.pointer) < stepOf(b.pointer);
                         });
        return std::move(m_problems);
    }

private:
    void add(const QString &pointer, FieldFault fault, const QString &detail = {})
    {
        // One thing at a time: a text of a wrong form is not looked up as well.
        const bool known =
            std::any_of(m_problems.begin(), m_problems.end(), [&](const FieldProblem &problem) {
                return problem.pointer == pointer && fault != FieldFault::MissingContact;
            });
        if (known)
            return;
        if (const auto typed = m_draft.unread.constFind(pointer); typed != m_draft.unread.constEnd())
            m_problems.append({pointer, FieldFault::Unread, *typed});
        else
            m_problems.append({pointer, fault, detail});
    }

    void fields()
    {
        const QList<rules::BodyFault> faults = requestFaults("PartnerDraft", m_partner);
        for (const rules::BodyFault &fault : faults)
            add(fault.pointer, fault.fault);
    }

    void organisation()
    {
        const QList<FieldProblem> unknown = rules::unknownPlaces(m_partner);
        for (const FieldProblem &each : unknown)
            add(each.pointer, each.fault);
        if (m_partner.timeZone.isEmpty())
            add(u"/time_zone"_s, FieldFault::Required);
    }

    void contacts()
    {
        for (qsizetype i = 0; i < m_partner.contacts.size(); ++i) {
            if (rules::lacksNumber(m_partner.contacts.at(i), m_context.knownContacts))
                add(u"/contacts/%1/phone"_s.arg(i), FieldFault::Required);
            else if (rules::lacksPerson(m_partner.contacts.at(i), m_context.knownContacts))
                add(u"/contacts/%1/verified_with"_s.arg(i), FieldFault::Required);
        }
        for (const ContactKind kind : rules::neededContacts()) {
            const bool there = std::any_of(m_partner.contacts.begin(), m_partner.contacts.end(),
                                           [kind](const Contact &contact) { return contact.kind == kind; });
            if (!there)
                add(u"/contacts"_s, FieldFault::MissingContact, toText(kind));
        }
    }

    void agreement()
    {
        if (!m_partner.agreement)
            return; // may be signed later: a gate of promotion asks for it
        const QList<FieldProblem> all = rules::agreementFaults(*m_partner.agreement) +
                                        rules::agreementGaps(*m_partner.agreement, m_context.today);
        for (const FieldProblem &each : all)
            add(each.pointer, each.fault);
    }

    void lawfulBasis()
    {
        if (m_partner.lawfulBasis == LawfulBasis::Unknown)
            add(u"/lawful_basis"_s, FieldFault::Required);
        if (rules::settled(m_partner.purpose).isEmpty())
            add(u"/purpose"_s, FieldFault::Required);
        if (m_partner.dataCategories.isEmpty())
            add(u"/data_categories"_s, FieldFault::Required);
    }

    void access()
    {
        const auto isPlan = [this](const Plan &plan) { return plan.id == m_partner.planId; };
        if (!m_partner.planId.isEmpty() &&
            std::none_of(m_context.plans.begin(), m_context.plans.end(), isPlan))
            add(u"/plan_id"_s, FieldFault::UnknownValue);
        if (m_partner.scopes.isEmpty())
            add(u"/scopes"_s, FieldFault::Required);
        for (qsizetype i = 0; i < m_partner.scopes.size(); ++i) {
            const QString &name = m_partner.scopes.at(i);
            const rules::AgreedUse agreed{m_partner.lawfulBasis, m_partner.dataCategories};
            const auto fault = rules::scopeFault(name, m_context.scopes, agreed);
            // What is open is said itself.
            const bool basisOpen = agreed.basis == LawfulBasis::Unknown && fault == FieldFault::LawfulBasis;
            const bool dataOpen = agreed.dataCategories.isEmpty() && fault == FieldFault::DataCategory;
            if (fault && !basisOpen && !dataOpen)
                add(u"/scopes/%1"_s.arg(i), *fault, name);
        }
    }

    void sandbox()
    {
        if (!m_draft.sandbox.issueCredential)
            return;
        const QString pointer = u"/sandbox/credential_name"_s;
        const rules::FieldLimit &name = *draftLimit(pointer);
        if (const auto fault = rules::faultOf(name, rules::valueOf(name, m_draft.sandbox.credentialName)))
            add(pointer, *fault);
    }

    /// What no other rule found fault with.
    void unread()
    {
        for (auto typed = m_draft.unread.cbegin(); typed != m_draft.unread.cend(); ++typed)
            add(typed.key(), FieldFault::Unread, *typed);
    }

    const OnboardDraft &m_draft;
    const PartnerDraft &m_partner;
    const DraftContext &m_context;
    QList<FieldProblem> m_problems;
};

} // namespace

QList<FieldProblem> validateDraft(const OnboardDraft &draft, const DraftContext &context)
{
    return Checker(draft, context).run();
}

const rules::FieldLimit *draftLimit(const QString &pointer)
{
    return pointer == u"/sandbox/credential_name" ? &rules::limit("IssueRequest", "name")
                                                  : rules::limitAt("PartnerDraft", pointer);
}

OnboardStep stepOf(const QString &pointer)
{
    const QString first = pointer.section(u'/', 1, 1);
    if (first == u"contacts")
        return OnboardStep::Contacts;
    if (first == u"agreement")
        return OnboardStep::Agreement;
    if (first == u"lawful_basis" || first == u"purpose" || first == u"data_categories" ||
        first == u"retention_days")
        return OnboardStep::LawfulBasis;
    if (first == u"plan_id" || first == u"scopes")
        return OnboardStep::Access;
    if (first == u"sandbox")
        return OnboardStep::Sandbox;
    return OnboardStep::Organisation;
}

} // namespace pc::models
